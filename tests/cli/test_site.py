"""The site as a user makes it: what is there, what is written again, what is refused, what an address is worth."""

from __future__ import annotations

import gc
import json
import re
from concurrent import futures
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator
from terminals import on_a_terminal

from archivist.cli import site_build, site_pages
from archivist.cli.commands import site as command
from archivist.cli.site_manifest import Part, Written
from archivist.cli.site_pages import Job
from archivist.errors import WriteError

if TYPE_CHECKING:
    from cli.conftest import Run

    from archivist.cli.site_pages import Made, _Making
    from archivist.model.revision import Revision
    from archivist.render.html.site_facts import Step

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"
ATOM = "{http://www.w3.org/2005/Atom}"
FIRST = "Six people were hurt on the pier on Monday, police said.\n\nThe pier is closed.\n"
SECOND = "Nine people were hurt on the pier on Monday, police said.\n\nThe pier is closed.\n"
THIRD = "Nine people were hurt on the pier on Monday, police said.\n\nThe pier is open again.\n"


def _put(run: Run, article: str, text: str, captured: str, headline: str = "") -> None:
    Path("text.txt").write_text(text, encoding="utf-8")
    words = ["--set", f"headline={headline}"] if headline else []
    done = run("ingest", "text.txt", "--article", article, "--captured", captured, *words)
    assert done.code == 0, done.err


@pytest.fixture
def pier(run: Run, here: Path) -> Path:
    """An archive with two articles, one of three revisions and one of one; the folder in which the site will be."""
    run("init")
    for day, text in enumerate((FIRST, SECOND, THIRD), 1):
        _put(run, "pier", text, f"2026-03-0{day}T09:00:00Z", "Six hurt on pier")
    _put(run, "2026/gulls", "Gulls bit four people in the tea room.\n", "2026-03-02T12:00:00Z")
    return here / "site"


def _site(run: Run, *words: str) -> dict[str, object]:
    done = run("site", "-o", "site", "-j", "1", "--json", *words)
    assert done.code == 0, done.err
    value = json.loads(done.out)
    assert isinstance(value, dict)
    return value


def _files(site: Path) -> dict[str, bytes]:
    return {str(path.relative_to(site)): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def _search(site: Path) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in sorted((site / "search").iterdir()))


def _stamps(site: Path) -> dict[str, tuple[int, int]]:
    found = [(path, path.stat()) for path in site.rglob("*") if path.is_file()]
    return {str(path.relative_to(site)): (stat.st_mtime_ns, stat.st_ino) for path, stat in found}


class _Links(HTMLParser):
    """All addresses that a page names, and all places in it that can be named."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.places: list[str] = []
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag != "form" or "action" not in dict(attrs)
        for name, value in attrs:
            assert not name.startswith("on")
            assert name != "style"
            if name in {"href", "src"} and value:
                self.links.append(value)
            if name == "id" and value:
                self.places.append(value)


def test_the_site_is_there_and_every_link_in_it_leads_somewhere(run: Run, pier: Path) -> None:
    assert _site(run)["articles"] == 2
    pages = {path: _Links(path.read_text(encoding="utf-8")) for path in pier.rglob("*.html")}
    assert len(pages) == 1 + 2 + 4 + 2 + 1
    for path, page in pages.items():
        assert len(page.places) == len(set(page.places)), path
        for link in page.links:
            address, _, place = unquote(link).partition("#")
            target = (path.parent / address).resolve() if address else path
            assert target.is_file(), f"{path}: {link}"
            assert target.is_relative_to(pier)
            if place and target in pages:
                assert place in pages[target].places, f"{path}: {link}"


def test_what_it_prints_holds_against_its_schema(run: Run, pier: Path) -> None:
    schema = json.loads((SCHEMAS / "site.v1.schema.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    told = _site(run)
    assert not list(Draft202012Validator(schema).iter_errors(told))
    assert (told["revisions"], told["comparisons"], told["damage"]) == (4, 2, [])
    assert told["written"] == len(_files(pier)) - 1  # but for the manifest


def test_people_are_told_where_it_is(run: Run, pier: Path) -> None:
    done = run("site", "-o", "site")
    assert (done.code, done.out) == (0, "")
    assert "2 articles, 4 revisions, 2 comparisons" in done.err
    assert "Open site/index.html" in done.err
    assert pier.is_dir()


def test_the_same_archive_gives_the_same_bytes_in_one_process_or_several(
    run: Run, pier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_build, "_FEW", 1)
    _site(run)
    assert run("site", "-o", "other", "-j", "2").code == 0
    assert _files(pier) == _files(pier.with_name("other"))


def test_a_system_that_starts_no_processes_has_its_site_made_in_this_one(
    run: Run, pier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def refused(*arguments: object) -> None:
        asked.append(arguments)
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr(site_build, "_FEW", 1)
    monkeypatch.setattr(futures, "ProcessPoolExecutor", refused)
    assert run("site", "-o", "site", "-j", "2").code == 0
    assert (pier / "index.html").is_file()
    assert len(asked) == 1


def test_what_was_read_for_one_article_does_not_stay_in_memory(run: Run, pier: Path) -> None:
    _site(run)
    job = Job("archive", "pier", str(pier), "", Part())
    gc.disable()
    try:
        site_pages.make(job)
        assert gc.isenabled()
    finally:
        gc.enable()


def test_a_terminal_is_told_how_far_it_is(pier: Path) -> None:
    shown = on_a_terminal(pier.parent, "site", "-o", "site")
    assert "articles made: 1 of 2\rarticles made: 2 of 2\r\x1b[K" in shown


def test_a_second_run_touches_nothing_but_the_manifest(run: Run, pier: Path) -> None:
    _site(run)
    before = _stamps(pier)
    told = _site(run)
    assert (told["written"], told["removed"]) == (0, 0)
    after = _stamps(pier)
    del before["archivist-site.json"], after["archivist-site.json"]
    assert after == before


def test_a_new_revision_writes_its_article_and_what_lists_it(run: Run, pier: Path) -> None:
    _site(run)
    before = _stamps(pier)
    _put(run, "2026/gulls", "Gulls bit nine people in the tea room.\n", "2026-03-04T12:00:00Z")
    _site(run)
    after = _stamps(pier)
    touched = {path for path in after if after[path] != before.get(path)} - {"archivist-site.json"}
    assert not [path for path in touched if "/pier-" in path]
    assert {Path(path).name for path in touched} >= {"index.html", "feed.atom", "facts.json"}
    gulls = [path for path in touched if "-gulls-" in path]
    assert len([path for path in gulls if Path(path).name.startswith("changes-")]) == 1
    assert not [path for path in touched if path.startswith("assets/")]


def test_the_pages_of_earlier_revisions_are_left_but_for_the_one_that_leads_on(run: Run, pier: Path) -> None:
    _site(run)
    before = _stamps(pier)
    _put(run, "pier", THIRD + "\nIt was sold.\n", "2026-03-09T09:00:00Z", "Pier is sold")
    _site(run)
    after = _stamps(pier)
    touched = [Path(path).name for path in before if after[path] != before[path] and "/pier-" in path]
    assert sorted(name for name in touched if name.startswith(("2026", "changes"))) == [
        next(path.name for path in pier.glob("articles/*/pier-*/20260303T*.html"))
    ]


@pytest.mark.parametrize("captured", ["2026-02-01T09:00:00Z", "2026-03-01T21:00:00Z", "2026-03-09T09:00:00Z"])
def test_no_address_changes_when_a_revision_is_added_first_between_or_last(
    run: Run, pier: Path, captured: str
) -> None:
    _site(run)
    before = {path: _Links(data.decode()).places for path, data in _files(pier).items() if path.endswith(".html")}
    _put(run, "pier", "The pier was sold on Monday, the council said.\n", captured)
    told = _site(run)
    assert told["removed"] == 0
    after = _files(pier)
    assert before.keys() <= after.keys()
    for path, places in before.items():
        lost = set(places) - set(_Links(after[path].decode()).places)
        assert not lost, path


def test_a_comparison_made_before_is_not_made_again(run: Run, pier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _site(run)
    compared: list[str] = []
    real = site_pages._Making._compared

    def counted(making: _Making, old: Revision, new: Revision, name: str) -> Step:
        compared.append(name)
        return real(making, old, new, name)

    monkeypatch.setattr(site_pages._Making, "_compared", counted)
    _put(run, "pier", "The pier was sold on Monday, the council said.\n", "2026-03-09T09:00:00Z")
    assert _site(run)["comparisons"] == 3
    assert len(compared) == 2
    assert compared[1] == "since-first.html"
    assert next(pier.glob(f"articles/*/*/{compared[0]}")).is_file()


def test_the_first_revision_is_compared_with_the_latest_where_others_stand_between(run: Run, pier: Path) -> None:
    _site(run)
    (whole,) = pier.glob("articles/*/*/since-first.html")
    told = whole.read_text(encoding="utf-8")
    assert "/pier-" in str(whole)
    assert "Six" in told
    assert "again" in told


def test_a_file_that_is_gone_or_cut_short_is_made_again(run: Run, pier: Path) -> None:
    _site(run)
    whole = _files(pier)
    pages = sorted(pier.glob("articles/*/pier-*/*.html"))
    pages[0].unlink()
    pages[-1].write_bytes(b"")
    (pier / "feed.atom").unlink()
    told = _site(run)
    assert told["written"] == 3
    assert _files(pier) == whole


def test_facts_that_somebody_changed_are_not_believed(run: Run, pier: Path) -> None:
    _site(run)
    whole = _files(pier)
    (facts,) = pier.glob("articles/*/pier-*/facts.json")
    facts.write_bytes(facts.read_bytes().replace(b"Six hurt", b"Ten hurt"))
    (pier / "index.html").unlink()
    _site(run)
    assert _files(pier)["index.html"] == whole["index.html"]


def test_another_program_makes_everything_again_and_keeps_every_address(
    run: Run, pier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _site(run)
    _put(run, "pier", "The pier was sold on Monday, the council said.\n", "2026-03-01T21:00:00Z")
    _site(run)
    before = _files(pier)
    monkeypatch.setattr(site_build, "VERSION", "9.9.9")
    told = _site(run)
    assert told["written"] == len(before) - 1
    assert _files(pier).keys() == before.keys()


def test_pages_of_an_article_that_went_go_and_files_that_are_not_ours_stay(run: Run, pier: Path) -> None:
    _site(run)
    (folder,) = pier.glob("articles/*/*-gulls-*")
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    (pier / "CNAME").write_text("news.example", encoding="utf-8")
    (stored,) = Path("archive/articles").glob("*/*-gulls-*")
    for path in stored.iterdir():
        path.unlink()
    stored.rmdir()
    told = _site(run)
    assert (told["articles"], told["removed"]) == (1, 4)
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]
    assert (pier / "CNAME").read_text(encoding="utf-8") == "news.example"
    assert "gulls" not in (pier / "index.html").read_text(encoding="utf-8")


def test_an_empty_folder_of_an_article_that_went_goes_too(run: Run, pier: Path) -> None:
    _site(run)
    (stored,) = Path("archive/articles").glob("*/*-gulls-*")
    for path in stored.iterdir():
        path.unlink()
    stored.rmdir()
    _site(run)
    assert not list(pier.glob("articles/*/*-gulls-*"))


def test_a_folder_that_is_not_a_site_and_not_empty_is_refused_and_left_alone(run: Run, pier: Path) -> None:
    pier.mkdir()
    (pier / "index.html").write_text("my own page", encoding="utf-8")
    done = run("site", "-o", "site")
    assert done.code == 2
    assert "is not empty and is not a site" in done.err
    assert _files(pier) == {"index.html": b"my own page"}


@pytest.mark.parametrize("manifest", ["", "{}", "[]", '{"schema": "urn:archivist:site:v1"}', "[" * 100_000])
def test_a_manifest_that_is_something_else_is_refused(run: Run, pier: Path, manifest: str) -> None:
    pier.mkdir()
    (pier / "archivist-site.json").write_text(manifest, encoding="utf-8")
    done = run("site", "-o", "site")
    assert done.code == 2
    assert "is not what archivist writes there" in done.err


def test_a_manifest_cannot_make_us_remove_what_lies_outside(run: Run, pier: Path) -> None:
    _site(run)
    precious = pier.with_name("precious.txt")
    precious.write_text("mine", encoding="utf-8")
    manifest = pier / "archivist-site.json"
    value = json.loads(manifest.read_bytes())
    value["pending"] = ["../precious.txt", "articles/../../precious.txt", str(precious)]
    manifest.write_text(json.dumps(value), encoding="utf-8")
    _site(run)
    assert precious.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("pending", [True, False])
def test_a_manifest_cannot_make_us_touch_what_a_link_leads_to(run: Run, pier: Path, *, pending: bool) -> None:
    _site(run)
    outside = pier.with_name("outside")
    (outside / "sub").mkdir(parents=True)
    for path in (outside / "precious.txt", outside / "sub/precious.txt"):
        path.write_text("mine", encoding="utf-8")
    (pier / "way").symlink_to(outside)
    manifest = pier / "archivist-site.json"
    value = json.loads(manifest.read_bytes())
    addresses = ["way/precious.txt", "way/sub/precious.txt"]
    if pending:
        value["pending"] = addresses
    else:
        value["articles"]["gone"] = ["", {address: ["0" * 64, 4] for address in addresses}, []]
    manifest.write_text(json.dumps(value), encoding="utf-8")
    assert _site(run)["removed"] == 0
    assert {path.name for path in outside.rglob("*")} == {"precious.txt", "sub"}
    assert (outside / "sub/precious.txt").read_text(encoding="utf-8") == "mine"


def test_nothing_is_written_where_a_link_leads(run: Run, pier: Path) -> None:
    outside = pier.with_name("outside")
    _site(run)
    (pier / "articles").rename(outside)
    before = _files(outside)
    (pier / "articles").symlink_to(outside)
    _put(run, "pier", "The pier was sold on Monday, the council said.\n", "2026-03-09T09:00:00Z")
    done = run("site", "-o", "site", "-j", "1")
    assert done.code == 3
    assert "symbolic link" in done.err
    assert _files(outside) == before


def test_a_file_in_the_way_is_told_and_left_alone(run: Run, pier: Path) -> None:
    _site(run)
    _put(run, "pier", "The pier was sold on Monday, the council said.\n", "2026-03-09T09:00:00Z")
    (stored,) = Path("archive/articles").glob("*/pier-*")
    record = next(path.name for path in stored.glob("20260309*.json"))
    way = pier / f"articles/{stored.parent.name}/{stored.name}/{record.split('.')[0]}.html"
    way.write_text("mine", encoding="utf-8")
    done = run("site", "-o", "site")
    assert done.code == 3
    assert "is in the way" in done.err
    assert way.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("place", ["archive", "archive/site"])
def test_a_folder_inside_the_archive_is_refused(run: Run, pier: Path, place: str) -> None:
    done = run("site", "-o", place)
    assert done.code == 2
    assert "inside the archive" in done.err
    assert not pier.exists()
    assert run("verify").code == 0


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:alert(1)", "news.example", "https://a b/", 'https://"><b>', "http://é/", "https://"),
        *(
            "https://x.example/a?b",
            "https://x.example/#top",
            "http://%zz/",
            "https://[::1",
            "https://x.example:99999/",
        ),
    ],
)
def test_an_address_that_is_none_is_refused(run: Run, pier: Path, address: str) -> None:
    done = run("site", "-o", "site", "--base-url", address)
    assert done.code == 2
    assert not pier.exists()


@pytest.mark.parametrize("title", ["   ", "a\udcffb"])
def test_a_title_that_nobody_can_read_is_refused(run: Run, pier: Path, title: str) -> None:
    done = run("site", "-o", "site", "--title", title)
    assert done.code == 2
    assert not pier.exists()


def test_an_interrupted_run_leaves_whole_pages_and_the_next_goes_on(
    run: Run, pier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _site(run)
    whole = _files(pier)
    done = run("site", "-o", "other", "-j", "1")
    assert done.code == 0

    made: list[Made] = []

    def stopped(job: Job) -> Made:
        if made:
            raise KeyboardInterrupt
        made.append(site_pages.make(job))
        return made[0]

    with monkeypatch.context() as patch:
        patch.setattr(site_build, "make", stopped)
        assert run("site", "-o", "third", "-j", "1").code == 130
    third = pier.with_name("third")
    left = _files(third)
    assert "index.html" not in left
    assert all(whole[path] == data for path, data in left.items() if path != "archivist-site.json")
    told = json.loads(run("site", "-o", "third", "-j", "1", "--json").out)
    assert told["unchanged"] > 0
    assert _files(third) == whole


def test_a_refused_write_is_told_and_leaves_no_half_file(
    run: Run, pier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device", str(target))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refused)
        done = run("site", "-o", "site", "-j", "1")
    assert done.code == WriteError.exit_code
    assert "No space left on device" in done.err
    assert _files(pier) == {}


def test_two_runs_at_once_are_one_too_many(run: Run, pier: Path) -> None:
    from archivist.cli.site_folder import Folder

    with Folder(pier, "recipe"):
        done = run("site", "-o", "site", "-j", "1")
    assert done.code == 3
    assert "another archivist is writing this site" in done.err


def test_what_is_damaged_is_told_and_its_pages_stay(run: Run, pier: Path) -> None:
    _site(run)
    before = _files(pier)
    _put(run, "pier", "The pier was sold on Monday, the council said.\n", "2026-03-09T09:00:00Z")
    text = next(Path("archive/articles").glob("*/pier-*/*.txt"))
    text.chmod(0o644)
    text.write_bytes(b"something else\n")
    done = run("site", "-o", "site", "-j", "1")
    assert done.code == 4
    assert "is damaged" in done.err
    after = _files(pier)
    assert {path: data for path, data in after.items() if "/pier-" in path} == {
        path: data for path, data in before.items() if "/pier-" in path
    }


def test_pages_of_what_is_damaged_stay_also_for_another_program(
    run: Run, pier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _site(run)
    text = next(Path("archive/articles").glob("*/pier-*/*.txt"))
    text.chmod(0o644)
    text.write_bytes(b"something else\n")
    monkeypatch.setattr(site_build, "VERSION", "9.9.9")
    for _ in range(2):
        assert run("site", "-o", "site", "-j", "1").code == 4
        assert list(pier.glob("articles/*/pier-*/index.html"))
        assert "figure Six → Nine" in (pier / "feed.atom").read_text(encoding="utf-8")
        assert "The pier is open again." in _search(pier)


@pytest.mark.parametrize("facts", [b"", b"{}", b"[1]", b"not JSON"])
def test_what_is_damaged_is_told_also_where_its_facts_were_changed_and_the_index_keeps_it(
    run: Run, pier: Path, facts: bytes
) -> None:
    _site(run)
    (path,) = pier.glob("articles/*/pier-*/facts.json")
    size = path.stat().st_size
    path.write_bytes(facts.ljust(size))
    (pier / "index.html").unlink()
    text = next(Path("archive/articles").glob("*/pier-*/*.txt"))
    text.chmod(0o644)
    text.write_bytes(b"something else\n")
    for _ in range(2):
        done = run("site", "-o", "site", "-j", "1")
        assert done.code == 4
        assert done.err.count("is damaged") == 1
        assert "Six hurt on pier" in (pier / "index.html").read_text(encoding="utf-8")


def test_facts_in_the_form_of_another_version_are_left_aside(tmp_path: Path) -> None:
    data = b'{"article": "pier"}'
    (tmp_path / "a").mkdir()
    (tmp_path / "a/facts.json").write_bytes(data)
    part = Part("", {"a/facts.json": Written(sha256(data).hexdigest(), -1)})
    assert site_pages.kept_facts(tmp_path, part) is None


def test_a_record_that_is_damaged_takes_no_page_away(run: Run, pier: Path) -> None:
    _site(run)
    for record in Path("archive/articles").glob("*/*-gulls-*/*.json"):
        record.chmod(0o644)
        record.write_bytes(b"{}\n")
    done = run("site", "-o", "site", "-j", "1")
    assert done.code == 4
    assert list(pier.glob("articles/*/*-gulls-*/index.html"))
    assert "-gulls-" in (pier / "index.html").read_text(encoding="utf-8")


def test_an_empty_archive_has_a_site(run: Run, here: Path) -> None:
    run("init")
    assert _site(run)["articles"] == 0
    assert "no articles yet" in (here / "site/index.html").read_text(encoding="utf-8")


def test_the_feed_has_what_rfc_4287_requires_and_ids_that_stay(run: Run, pier: Path) -> None:
    _site(run)
    feed = ET.parse(pier / "feed.atom").getroot()  # noqa: S314  # our own file
    _check_feed(feed)
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}updated") for entry in entries] == ["2026-03-03T09:00:00Z", "2026-03-02T09:00:00Z"]
    for entry in entries:
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert (pier / link.attrib["href"]).is_file()
    _put(run, "pier", "The pier was sold on Monday, the council said.\n", "2026-03-09T09:00:00Z")
    _site(run, "--base-url", "https://news.example/archive")
    again = ET.parse(pier / "feed.atom").getroot()  # noqa: S314  # our own file
    _check_feed(again)
    ids = [entry.findtext(f"{ATOM}id") for entry in again.findall(f"{ATOM}entry")]
    assert ids[1:] == [entry.findtext(f"{ATOM}id") for entry in entries]
    links = [entry.find(f"{ATOM}link") for entry in again.findall(f"{ATOM}entry")]
    assert all(link is not None and link.attrib["href"].startswith("https://news.example/archive/") for link in links)


def _check_feed(feed: ET.Element) -> None:
    """RFC 4287, 4.1.1 and 4.1.2: the elements a feed and an entry must have, once each."""
    stamp = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z")
    assert feed.tag == f"{ATOM}feed"
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1
        assert re.match(r"(urn:uuid:|https?://)\S+$", element.findtext(f"{ATOM}id") or "")
        assert stamp.fullmatch(element.findtext(f"{ATOM}updated") or "")
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    assert [link.attrib["rel"] for link in feed.findall(f"{ATOM}link")] == ["self", "alternate"]
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]
    assert len(ids) == len(set(ids))


def test_hostile_words_are_seen_and_never_act(run: Run, pier: Path) -> None:
    evil = "</script><script>alert(1)</script>\u202e<img src=x onerror=alert(2)>&lt;]]>"
    _put(run, "evil", f"{evil} said six people.\n\n{evil}\n", "2026-03-01T09:00:00Z", f"A {evil} headline")
    _put(run, "evil", f"{evil} said nine people.\n\n{evil}\n", "2026-03-02T09:00:00Z", f"B {evil} headline")
    assert run("site", "-o", "site", "--title", f"T {evil}").code == 0
    for path, data in _files(pier).items():
        content = data.decode("utf-8")
        assert "\u202e" not in content, path
        if path.endswith(".html"):
            assert "<script>" not in content
            assert "<img" not in content
            scripts = re.findall(r"<script[^>]*>", content)
            assert scripts == [f'<script src="{"../" * path.count("/")}assets/site.js" defer>'], path
            assert "default-src &#x27;none&#x27;" in content
        if path.endswith(".atom"):
            ET.fromstring(content)  # noqa: S314  # our own file
        if path.startswith("search/"):
            assert content.isascii()
            arguments = content.removeprefix("archivistShard(").removesuffix(");\n")
            assert json.loads(f"[{arguments}]")[0] == path


def test_without_javascript_the_list_is_there_and_search_does_not_pretend(run: Run, pier: Path) -> None:
    _site(run)
    index = (pier / "index.html").read_text(encoding="utf-8")
    assert re.search(r'<form id="search"[^>]* hidden', index)
    assert "<noscript>" in index
    assert "Six hurt on pier" in index


def test_help_says_what_it_does(run: Run) -> None:
    assert "static site" in run("site", "--help").out
    assert command.run.__doc__
