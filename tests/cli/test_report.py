from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest
from pages import Taken

if TYPE_CHECKING:
    from cli.conftest import Run

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "schemas" / "page.v1.schema.json").read_text(encoding="utf-8"))
OLD, NEW = (str(ROOT / "examples" / "harrow-bridge" / f"{number}.txt") for number in (3, 4))


def test_two_files_an_article_and_two_revisions_make_the_same_page_but_for_their_sources(run: Run, here: Path) -> None:
    run("init")
    run("ingest", str(ROOT / "examples"))
    for words in ((OLD, NEW), ("harrow-bridge",), ("harrow-bridge@3", "harrow-bridge@4"), ("harrow-bridge@4",)):
        assert run("report", *words, "-o", f"{len(list(here.iterdir()))}.html").code == 0
    pages = [path.read_text(encoding="utf-8") for path in sorted(here.glob("*.html"))]
    above = [page.partition('id="sources"')[0] for page in pages]
    assert len(pages) == 4
    assert above == [above[0]] * 4
    assert "Barge captain tested positive" in above[0]
    assert "digest of the record" in pages[1]


def test_the_same_page_comes_out_every_time(process: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        monkeypatch.setenv("TZ", zone)
        assert process("report", OLD, NEW, "-o", f"{seed}.html").code == 0
    assert (here / "1.html").read_bytes() == (here / "2.html").read_bytes()


def test_what_was_written_is_told_with_its_digest(run: Run, here: Path) -> None:
    told = run("report", OLD, NEW, "-o", "page.html").out
    data = (here / "page.html").read_bytes()
    assert told == f"page.html: {len(data):,} bytes, SHA-256 {sha256(data).hexdigest()}\n"


def test_json_tells_where_it_wrote_and_the_digests(run: Run, here: Path) -> None:
    document = json.loads(run("report", OLD, NEW, "-o", "page.html", "--json").out)
    jsonschema.validate(document, SCHEMA)
    data = (here / "page.html").read_bytes()
    assert document["path"] == "page.html"
    assert (document["bytes"], document["sha256"]) == (len(data), sha256(data).hexdigest())
    assert document["new"]["sha256"] == sha256(Path(NEW).read_bytes()).hexdigest()
    assert document["new"]["capturedAt"] == "2026-03-05T07:30:00Z"


def test_of_an_article_json_names_the_records(run: Run) -> None:
    run("init")
    run("ingest", str(ROOT / "examples"))
    document = json.loads(run("report", "lindow-water", "-o", "page.html", "--json").out)
    jsonschema.validate(document, SCHEMA)
    assert document["old"]["article"] == "lindow-water"
    assert document["old"]["revision"] != document["new"]["revision"]


def test_a_dash_writes_to_stdout(run: Run) -> None:
    done = run("report", OLD, NEW, "-o", "-")
    assert done.out.startswith("<!doctype html>")
    assert Taken(done.out).ids


def test_two_documents_for_stdout_are_refused(run: Run) -> None:
    done = run("report", OLD, NEW, "-o", "-", "--json")
    assert (done.code, done.out) == (2, "")


@pytest.mark.parametrize(
    ("output", "code", "words"),
    [
        ("nowhere/page.html", 3, "there is no folder nowhere"),
        ("folder", 2, "folder is a folder; name a file: folder/report.html."),
    ],
)
def test_a_place_that_cannot_be_written_is_told(run: Run, here: Path, output: str, code: int, words: str) -> None:
    (here / "folder").mkdir()
    done = run("report", OLD, NEW, "-o", output)
    assert done.code == code
    assert words in done.err
    assert list((here / "folder").iterdir()) == []


def test_no_output_is_a_usage_error(run: Run) -> None:
    assert run("report", OLD, NEW).code == 2


def test_a_page_is_replaced_whole_or_left_as_it_was(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = here / "page.html"
    page.write_text("before", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        done = run("report", OLD, NEW, "-o", "page.html")
    assert done.code == 3
    assert done.err == "archivist: page.html: No space left on device. Nothing was written.\n"
    assert page.read_text(encoding="utf-8") == "before"
    assert list(here.iterdir()) == [page]
    assert run("report", OLD, NEW, "-o", "page.html").code == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert list(here.iterdir()) == [page]


def test_a_new_page_has_the_permissions_of_any_new_file(run: Run, here: Path) -> None:
    (here / "other").write_text("", encoding="utf-8")
    run("report", OLD, NEW, "-o", "page.html")
    assert (here / "page.html").stat().st_mode == (here / "other").stat().st_mode


def test_a_device_is_written_to_and_not_replaced(run: Run) -> None:
    assert run("report", OLD, NEW, "-o", os.devnull).code == 0
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("output", ["archive/archive.json", "archive/page.html", "link.html"])
def test_nothing_is_written_into_an_archive(run: Run, here: Path, output: str) -> None:
    run("init")
    (here / "link.html").symlink_to(here / "archive" / "archive.json")
    before = {path: path.read_bytes() for path in (here / "archive").rglob("*") if path.is_file()}
    done = run("report", OLD, NEW, "-o", output)
    assert done.code == 2
    assert "inside the archive" in done.err
    assert {path: path.read_bytes() for path in (here / "archive").rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("output", ["o.txt", "./o.txt", "n.txt", "link.html", "hard.html", "o.json"])
def test_what_is_read_is_not_written_over(run: Run, here: Path, output: str) -> None:
    (here / "o.txt").write_text("The pier is shut.\n", encoding="utf-8")
    (here / "n.txt").write_text("The pier is open.\n", encoding="utf-8")
    (here / "o.json").write_text("{}", encoding="utf-8")
    (here / "link.html").symlink_to("o.txt")
    (here / "hard.html").hardlink_to(here / "n.txt")
    before = (here / output).read_bytes()
    done = run("report", "o.txt", "n.txt", "-o", output)
    assert done.code == 2
    assert "is a file that this page is made from" in done.err
    assert (here / output).read_bytes() == before


def test_a_link_is_written_through(run: Run, here: Path) -> None:
    (here / "far").mkdir()
    for name in ("old.html", "new.html"):
        (here / name).symlink_to(f"far/{name}")
    (here / "far/old.html").write_text("before", encoding="utf-8")
    for name in ("old.html", "new.html"):
        assert run("report", OLD, NEW, "-o", name).code == 0
        assert (here / name).is_symlink()
        assert (here / "far" / name).read_bytes().startswith(b"<!")


def test_a_name_that_steers_a_terminal_is_told_as_it_is(run: Run, here: Path) -> None:
    done = run("report", OLD, NEW, "-o", "a\x1b[2Jb.html")
    assert done.code == 0
    assert "\x1b" not in done.out
    assert (here / "a\x1b[2Jb.html").exists()


def test_help_names_the_operands(run: Run) -> None:
    out = run("report", "--help").out
    assert "--output" in out
    assert "ARTICLE[@SEL]" in out
