"""The site in a real browser, opened from disk: what a reader finds, reaches and can rely on."""

from __future__ import annotations

import json
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import copytree
from threading import Thread
from time import sleep
from typing import TYPE_CHECKING

import pytest
from browser.driver import DESK, PHONE, Browser
from selenium.webdriver.common.keys import Keys

from archivist.archive.store import Archive
from archivist.cli.site_build import build
from archivist.model.text import Text
from archivist.render.html.site_feed import Home

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
EVIL = (
    "</script><script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\"> & \u202edesrever"
)
KINDS = ("index", "article", "revision", "comparison")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of the two examples, and of an article that says what it should not."""
    folder = tmp_path_factory.mktemp("site")
    archive = Archive.create(folder / "archive", now=datetime(2026, 1, 1, tzinfo=UTC))
    start = datetime(2026, 3, 1, tzinfo=UTC)
    for story in ("harrow-bridge", "lindow-water"):
        for number, path in enumerate(sorted((EXAMPLES / story).glob("*.txt"))):
            metadata = json.loads(path.with_suffix(".json").read_bytes())
            found = {name: metadata[name] for name in ("headline", "byline") if name in metadata}
            _put(archive, story, path.read_text(encoding="utf-8"), start + timedelta(days=number), found)
    for number, count in enumerate(("Four", "Nine")):
        text = f"{count} people left, said {EVIL}\n\n{EVIL}\n\n{'Verylongword' * 20}\n"
        _put(archive, "evil", text, start + timedelta(days=number), {"headline": f"{count} {EVIL}"})
    build(archive, folder / "site", Home("News that changed", "2026-01-01T00:00:00Z"), processes=1)
    return folder / "site"


def _put(archive: Archive, article: str, content: str, captured: datetime, metadata: dict[str, object]) -> None:
    archive.put(article, Text(content, content.encode("utf-8")), captured_at=captured, metadata=metadata)


def page(site: Path, kind: str, article: str = "harrow-bridge") -> Path:
    """A page of each kind."""
    (folder,) = site.glob(f"articles/*/{article}-*")
    pages = {
        "index": site / "index.html",
        "article": folder / "index.html",
        "revision": sorted(folder.glob("2026*.html"))[-1],
        "comparison": min(folder.glob("changes-*.html")),
    }
    return pages[kind]


def until(met: Callable[[], object]) -> None:
    """Wait for something that the page does a moment later."""
    for _ in range(100):
        if met():
            return
        sleep(0.03)
    raise AssertionError("it never came")


def searched(chromium: Browser, words: str) -> str:
    """Type words into the search; what it says then."""
    field = chromium.find("#query")
    status = chromium.find("#status")
    field.send_keys(Keys.CONTROL, "a", Keys.NULL, Keys.BACKSPACE)
    until(lambda: status.text == "")
    field.send_keys(words)
    until(lambda: "found" in status.text)
    return status.text


@pytest.fixture(autouse=True)
def _quiet_and_at_home(request: pytest.FixtureRequest, site: Path) -> Iterator[None]:
    """After every test: the console is silent, and nothing was asked for that is not a file of the site."""
    chromium: Browser = request.getfixturevalue("chromium")
    yield
    assert chromium.console() == []
    assert [one for one in chromium.requests() if not one.startswith((site.as_uri(), "about:", "data:"))] == []
    assert chromium.chrome.title != "taken"


def test_every_page_loads_its_style_and_its_script_from_disk(chromium: Browser, site: Path) -> None:
    for kind in KINDS:
        chromium.open(page(site, kind))
        assert chromium.run("return getComputedStyle(document.querySelector('.skip')).position") == "absolute"
        assert any(address.endswith("assets/site.js") for address in chromium.requests())


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("article", ["harrow-bridge", "evil"])
def test_no_page_is_wider_than_its_window(chromium: Browser, site: Path, width: int, kind: str, article: str) -> None:
    chromium.open(page(site, kind, article), width=width)
    until(lambda: chromium.overflow() == [])  # the layout settles a moment after the page is there


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_an_accessibility_engine_finds_nothing_wrong(accessible: Browser, site: Path, kind: str, dark: bool) -> None:  # noqa: FBT001  # a parameter of the test
    accessible.open(page(site, kind), dark=dark)
    if kind == "index":
        searched(accessible, "pier")
    if kind == "article":
        accessible.find("details > summary").click()
    assert accessible.violations() == []
    assert all("connect-src" in told or "Event" in told for told in accessible.console())  # the engine's own requests


def test_search_finds_words_of_a_headline_and_of_a_text_without_regard_to_case(chromium: Browser, site: Path) -> None:
    chromium.open(page(site, "index"))
    assert searched(chromium, "LINDOW chief").startswith("1 article found")
    assert "Lindow water chief" in chromium.find("#results .hit a").text
    assert searched(chromium, "ellen marr gravel").startswith("1 article found")
    assert [mark.text for mark in chromium.all("#results li li:first-child mark")] == ["Ellen", "Marr", "gravel"]


def test_search_finds_words_that_are_gone_and_leads_to_where_they_stood(chromium: Browser, site: Path) -> None:
    chromium.open(page(site, "index"))
    searched(chromium, "second on the river this year")
    hit = chromium.find("#results li li")
    assert hit.text.startswith("no longer there")
    hit.find_element("css selector", "a").click()
    until(lambda: chromium.seen(":target"))
    assert "second on the river this year" in chromium.find(":target").text


def test_search_says_when_there_is_nothing_and_lets_go_when_it_is_emptied(chromium: Browser, site: Path) -> None:
    chromium.open(page(site, "index"))
    assert searched(chromium, "zeppelin").startswith("0 articles found")
    chromium.find("#query").send_keys(Keys.BACKSPACE * 8)
    until(lambda: chromium.find("#status").text == "")
    assert not chromium.find("#results").is_displayed()


def test_search_works_with_the_keyboard_alone(chromium: Browser, site: Path) -> None:
    chromium.open(page(site, "index"))
    chromium.press(Keys.TAB)
    assert chromium.focused().get_attribute("class") == "skip"
    chromium.press(Keys.TAB)
    assert chromium.focused().get_attribute("id") == "query"
    chromium.press("lindow", Keys.ENTER)
    until(lambda: chromium.all("#results .hit a"))
    chromium.press(Keys.TAB, Keys.ENTER)
    until(lambda: chromium.all("#timeline"))
    assert "Lindow" in chromium.find("h1").text


def test_hostile_words_are_found_and_shown_as_words(chromium: Browser, site: Path) -> None:
    chromium.open(page(site, "index"))
    searched(chromium, "<script>")
    assert "</script><script>document.title" in chromium.find("#results").text
    for kind in KINDS[1:]:
        chromium.open(page(site, kind, "evil"))
        assert "<script>document.title='taken'</script>" in chromium.find("h1").text
        assert chromium.all("img") == []


def test_without_javascript_every_article_is_listed_and_no_search_is_offered(chromium: Browser, site: Path) -> None:
    chromium.open(page(site, "index"), scripts=False)
    assert len(chromium.all("#list > li a")) == 3
    assert not chromium.find("#query").is_displayed()
    assert "Search needs JavaScript" in chromium.find("noscript").text
    chromium.open(page(site, "article"), scripts=False)
    assert not chromium.find("#choice").is_displayed()
    assert "archivist report harrow-bridge@OLD" in chromium.find("main").text


def test_two_revisions_chosen_lead_to_their_comparison_or_to_how_it_is_made(chromium: Browser, site: Path) -> None:
    chromium.open(page(site, "article"))
    chromium.find("#old").send_keys("1")
    chromium.find("#new").send_keys("3")
    chromium.find("#choice button").click()
    told = chromium.find("#chosen").text
    assert "archivist report harrow-bridge@" in told
    chromium.find("#new").send_keys("1")
    chromium.find("#choice button").click()
    assert chromium.find("#chosen").text == "These are the same revision."
    chromium.find("#new").send_keys("2")
    chromium.find("#choice button").click()
    until(lambda: "/changes-" in chromium.chrome.current_url)


def test_an_article_is_read_with_the_keyboard_alone(chromium: Browser, site: Path) -> None:
    chromium.open(page(site, "article"))
    reached = set()
    for _ in range(40):
        chromium.press(Keys.TAB)
        here = chromium.focused()
        reached.add(here.get_attribute("class") or here.get_attribute("id") or here.tag_name)
        if here.tag_name == "summary":
            break
    assert {"skip", "a", "scroll", "summary"} <= reached
    chromium.press(Keys.ENTER)
    assert chromium.find(".told").is_displayed()


def test_a_permalink_shows_its_place(chromium: Browser, site: Path) -> None:
    chromium.open(page(site, "article"), width=PHONE)
    mark = chromium.all(".timeline > li")[-1].get_attribute("id")
    chromium.open(page(site, "article"), place=f"#{mark}", width=PHONE)
    assert chromium.seen(f"#{mark}:target")


def test_the_whole_picture_of_a_life_can_be_reached_on_a_phone(chromium: Browser, site: Path) -> None:
    chromium.open(page(site, "article"), width=PHONE)
    box = ".scroll"
    assert chromium.run(f"const e = document.querySelector('{box}'); return e.scrollWidth > e.clientWidth")
    chromium.run(f"document.querySelector('{box}').focus()")
    chromium.press(*[Keys.ARROW_RIGHT] * 3)
    until(lambda: chromium.run(f"return document.querySelector('{box}').scrollLeft > 0"))


def test_the_pages_can_be_printed(chromium: Browser, site: Path) -> None:
    for kind in KINDS:
        chromium.open(page(site, kind), paper=True)
        assert chromium.pages_on_paper() >= 1
        assert not [one for one in chromium.all("#search, #choice, .skip") if one.is_displayed()]


def test_the_policy_forbids_scripts_of_others(chromium: Browser, site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    copytree(site, copy)
    index = copy / "index.html"
    slipped = "<script>document.title = 'taken'</script><script src='https://evil.example/x.js'></script>"
    words = index.read_text(encoding="utf-8")
    index.write_text(words.replace("<main", f"{slipped}<main"), encoding="utf-8")
    chromium.open(index)
    refused = chromium.console()
    assert len(refused) == 2
    assert all("Content Security Policy" in told for told in refused)
    assert chromium.chrome.title == "News that changed"
    chromium.requests()


def test_it_works_from_a_server_too(chromium: Browser, site: Path) -> None:
    chromium.open(page(site, "index"))
    with _server(site) as address:
        chromium.chrome.get(f"{address}index.html")
        chromium.requests()
        assert searched(chromium, "lindow chief").startswith("1 article found")
        assert all(one.startswith(address) for one in chromium.requests())
        chromium.find("#results .hit a").click()
        until(lambda: chromium.all("#timeline"))
        chromium.chrome.get("about:blank")
    assert [told for told in chromium.console() if "favicon" not in told] == []
    chromium.requests()


@contextmanager
def _server(folder: Path) -> Iterator[str]:
    """A server of plain files on this machine, for as long as the `with` statement lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files and writes no log."""

    def log_message(self, *_: object) -> None:
        pass
