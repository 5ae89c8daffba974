"""The report in a real browser: what a reader sees, reaches and can rely on."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser.driver import DESK, PHONE, TABLET, Browser
from reports import NEW, OLD
from selenium.webdriver.common.keys import Keys

from archivist.diff.report import compare
from archivist.render.html.report_page import report_page
from archivist.render.html.shown import Shown

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
HOSTILE = (
    "</p></main><script>document.title = 'taken'</script>",
    "<img src=https://evil.example/x onerror=\"document.title = 'taken'\"> says police.",
    "&lt;b&gt; &amp; <style>body { display: none }</style> <!-- ]]> -->",
    "The clerk said \u202eetelpmoc saw elif eht\u202c on Friday. \x1b[2J\x00",
    "<a href=javascript:alert(1)>Four</a> people <iframe srcdoc='x'></iframe> left.",
    "Supercalifragilisticexpialidocious" * 12,
)


def written(folder: Path, old: str, new: str, **metadata: str) -> Path:
    page = report_page(compare(old, new), Shown(OLD, {}), Shown(NEW, metadata))
    path = folder / "report.html"
    path.write_text(page, encoding="utf-8")
    return path


def story(number: int) -> str:
    return (EXAMPLES / "harrow-bridge" / f"{number}.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story in which figures, dates, sources and words changed and a paragraph moved."""
    headline = "Barge hits Harrow Bridge; one dead, seven hurt"
    return written(tmp_path_factory.mktemp("report"), story(1), story(3), headline=headline)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    old = "\n\n".join(HOSTILE)
    return written(
        tmp_path_factory.mktemp("hostile"), old, old.replace("Four", "Nine") + "\n\n" + HOSTILE[0], headline=HOSTILE[0]
    )


def links(chromium: Browser, selector: str) -> list[tuple[str, str]]:
    """The ids of links and where each leads."""
    found = [
        (one.get_dom_attribute("id") or "", one.get_dom_attribute("href") or "") for one in chromium.all(selector)
    ]
    return [(name, target[1:]) for name, target in found]


def test_nothing_leaves_the_page_and_the_console_is_silent(chromium: Browser, report: Path) -> None:
    chromium.open(report)
    chromium.find("#side").click()
    for link in chromium.all("section > .changes .facts a"):
        link.click()
    assert chromium.console() == []
    assert {address.partition("#")[0] for address in chromium.requests()} == {report.as_uri()}


def test_the_browser_does_tell_what_it_asked_for_and_what_it_refused(chromium: Browser, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<img src=missing.png><script>console.error('x')</script>", encoding="utf-8")
    chromium.open(page)
    assert any("missing.png" in address for address in chromium.requests())
    assert len(chromium.console()) >= 2


def test_unchanged_stretches_open_and_close(chromium: Browser, report: Path) -> None:
    chromium.open(report)
    fold = chromium.find(".fold")
    assert not any(chromium.shown(".fold .same .both"))
    fold.find_element("css selector", "summary").click()
    assert chromium.shown(".fold .same .both")[0]
    assert not chromium.shown(".fold .same .both")[-1]
    fold.find_element("css selector", "summary").click()
    assert not any(chromium.shown(".fold .same .both"))


def test_everything_unchanged_can_be_shown_at_once(chromium: Browser, report: Path) -> None:
    chromium.open(report)
    assert not any(chromium.shown(".fold .same .both"))
    chromium.find("#unfold").click()
    assert all(chromium.shown(".fold .same .both"))


def test_one_text_or_side_by_side(chromium: Browser, report: Path) -> None:
    chromium.open(report)
    assert all(chromium.shown(".both del"))
    assert not any(chromium.shown(".changed > .new"))
    chromium.find("#side").click()
    assert all(chromium.shown(".changed > .new"))
    assert not any(chromium.shown(".both ins"))
    row = chromium.find(".row.changed")
    old, new = (row.find_element("css selector", f":scope > .{name}").rect for name in ("both", "new"))
    assert old["x"] + old["width"] <= new["x"]
    assert old["y"] == new["y"]
    chromium.find("#inline").click()
    assert all(chromium.shown(".both ins"))


def test_side_by_side_stands_one_below_the_other_on_a_phone(chromium: Browser, report: Path) -> None:
    chromium.open(report, width=PHONE)
    chromium.find("#side").click()
    row = chromium.find(".row.changed")
    old, new = (row.find_element("css selector", f":scope > .{name}").rect for name in ("both", "new"))
    assert old["y"] + old["height"] <= new["y"]
    assert chromium.overflow() == []


@pytest.mark.parametrize("view", ["#inline", "#side"])
def test_every_change_leads_into_the_text_and_back(chromium: Browser, report: Path, view: str) -> None:
    chromium.open(report)
    chromium.find(view).click()
    there = links(chromium, ".facts a")
    assert len(there) > 5
    for _, target in there:
        number = target.removeprefix("text-")
        chromium.run("location.hash = arguments[0]", target)
        assert chromium.seen(f".row:has(#{target})"), target
        chromium.run("location.hash = arguments[0]", f"change-{number}")
        assert chromium.seen(f"#change-{number}"), number
    assert {target for _, target in links(chromium, ".both sup a")} == {
        f"change-{n}" for n in range(1, len(there) + 1)
    }


@pytest.mark.parametrize("view", ["#inline", "#side"])
def test_both_ends_of_a_move_lead_to_each_other(chromium: Browser, report: Path, view: str) -> None:
    chromium.open(report)
    chromium.find(view).click()
    ends = links(chromium, ".both .jump")
    assert ends
    for name, target in ends:
        assert (target, name) in ends
        chromium.run("location.hash = arguments[0]", target)
        assert chromium.seen(f".row:has(#{target})"), target


def test_a_link_into_a_fold_opens_it(chromium: Browser, report: Path) -> None:
    chromium.open(report)
    light = chromium.find(".light li").get_dom_attribute("id")
    assert not any(chromium.shown(f"#{light}"))
    chromium.open(report, place=f"#{light}")
    assert chromium.shown(f"#{light}")[0]


def test_all_of_it_can_be_reached_and_used_with_keys_alone(chromium: Browser, report: Path) -> None:
    chromium.open(report)
    chromium.press(Keys.TAB)
    assert chromium.focused().get_dom_attribute("class") == "skip"
    assert chromium.seen(".skip")
    chromium.press(Keys.ENTER)
    reached = []
    for _ in range(200):
        chromium.press(Keys.TAB)
        here = chromium.run(
            "const e = document.activeElement; const s = getComputedStyle(e);"
            "return [e.id, e.tagName, s.outlineWidth, e.getBoundingClientRect().width]"
        )
        if here[1] == "BODY":
            break
        reached.append(here)
    names = {name for name, _, _, _ in reached}
    tags = [tag for _, tag, _, _ in reached]
    assert tags.count("SUMMARY") == len(chromium.all("summary"))
    assert {"inline", "unfold"} <= names
    assert {(outline, width > 0) for _, _, outline, width in reached} == {("3px", True)}
    chromium.run("document.querySelector('#inline').focus()")
    chromium.press(Keys.ARROW_RIGHT)
    assert chromium.find("#side").is_selected()
    chromium.run("document.querySelector('.fold > summary').focus()")
    chromium.press(Keys.ENTER)
    assert chromium.shown(".fold .same .both")[0]


@pytest.mark.parametrize("width", [320, PHONE, TABLET, DESK])
@pytest.mark.parametrize("view", ["#inline", "#side"])
def test_nothing_is_wider_than_the_window(
    chromium: Browser, report: Path, hostile: Path, width: int, view: str
) -> None:
    for page in (report, hostile):
        chromium.open(page, width=width)
        chromium.find(view).click()
        chromium.find("#unfold").click()
        assert chromium.overflow() == []


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_no_accessibility_rule_is_broken(accessible: Browser, report: Path, width: int, *, dark: bool) -> None:
    accessible.open(report, width=width, dark=dark)
    assert accessible.violations() == []
    accessible.find("#side").click()
    accessible.find("#unfold").click()
    accessible.find(".light > summary").click()
    assert accessible.violations() == []


def test_a_screen_reader_is_told_what_the_eye_sees(chromium: Browser, tmp_path: Path) -> None:
    chromium.open(written(tmp_path, "Four people were hurt, police said.", "Nine people were hurt, police said."))
    named = {
        ".both sup a": ("link", "change 1"),
        ".facts a": ("link", "change 1 in the text, paragraph 1"),
        "#side": ("radio", "side by side"),
        "#unfold": ("checkbox", "with everything unchanged"),
        "#text": ("region", "The text"),
        "#changes": ("region", "What changed"),
        "nav": ("navigation", "Sections of this report"),
    }
    found = {selector: chromium.find(selector) for selector in named}
    assert {selector: (one.aria_role, one.accessible_name.strip()) for selector, one in found.items()} == named
    assert chromium.find(".strip").accessible_name.startswith("Where the changes lie. The text changed in paragraph 1")
    assert (chromium.find(".both del").aria_role, chromium.find(".both ins").aria_role) == ("deletion", "insertion")
    told = chromium.told()
    start = told.index("[old:")
    assert told[start : start + 6] == ["[old:", "Four", "]", "→", "[new:", "Nine"]


def test_the_accessibility_engine_does_find_what_is_wrong(accessible: Browser, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p style='color: #ccc; background: #fff'>pale</p><img src='data:,'>", encoding="utf-8")
    accessible.open(page)
    assert {one.partition(":")[0] for one in accessible.violations()} >= {"color-contrast", "image-alt"}


def test_dark_is_dark_and_paper_is_white(chromium: Browser, report: Path) -> None:
    colour = "return getComputedStyle(document.body).backgroundColor"
    chromium.open(report, dark=True)
    assert chromium.run(colour) == "rgb(24, 23, 21)"
    chromium.open(report, dark=True, paper=True)
    assert chromium.run(colour) == "rgb(255, 255, 255)"


def test_on_paper_all_is_there_and_nothing_to_click(chromium: Browser, report: Path) -> None:
    chromium.open(report, paper=True)
    assert all(chromium.shown(".fold .same .both"))
    assert all(chromium.shown(".light li"))
    assert not any(chromium.shown(".switch, .contents, .skip"))
    assert chromium.pages_on_paper() >= 2


def test_without_javascript_everything_is_there_and_works(chromium: Browser, report: Path) -> None:
    chromium.open(report)
    words = chromium.find("main").get_attribute("textContent")
    chromium.open(report, scripts=False)
    assert chromium.find("main").get_attribute("textContent") == words
    chromium.find(".fold > summary").click()
    assert chromium.shown(".fold .same .both")[0]
    chromium.find("#side").click()
    assert chromium.shown(".changed > .new")[0]
    assert chromium.all("script") == []


def test_a_page_without_javascript_would_notice(chromium: Browser, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p id=p>still</p><script>document.querySelector('#p').textContent = 'ran'</script>")
    chromium.open(page, scripts=False)
    assert chromium.find("#p").text == "still"
    chromium.open(page)
    assert chromium.find("#p").text == "ran"


def test_hostile_text_shows_as_text_and_does_nothing(chromium: Browser, hostile: Path) -> None:
    chromium.open(hostile)
    chromium.find("#unfold").click()
    assert "taken" not in chromium.run("return document.title").partition("<")[0]
    assert chromium.run("return document.title").startswith("What changed: </p></main><script>")
    assert chromium.all("script, img, iframe, body style, [onerror]") == []
    assert chromium.run("return getComputedStyle(document.body).display") == "block"
    words = chromium.run("return document.querySelector('#text').textContent")
    for part in (HOSTILE[0], "onerror=\"document.title = 'taken'\">", "&lt;b&gt; &amp; <style>", "<U+202E>etelpmoc"):
        assert part in words
    assert "\\x1b[2J\\x00" in words
    assert "\u202e" not in words
    assert chromium.console() == []
    assert chromium.requests() == [hostile.as_uri()]


def test_the_policy_forbids_scripts_of_others(chromium: Browser, report: Path, tmp_path: Path) -> None:
    page = tmp_path / "injected.html"
    broken = "<script>document.title = 'taken'</script><img src='x.png' onerror=\"document.title = 'taken'\">"
    page.write_text(report.read_text(encoding="utf-8").replace("</main>", f"{broken}</main>"), encoding="utf-8")
    chromium.open(page)
    assert chromium.run("return document.title") != "taken"
    assert sum("Content Security Policy" in message for message in chromium.console()) >= 2
    assert chromium.requests() == [page.as_uri()]


def test_old_and_new_are_told_apart_without_colour(chromium: Browser, report: Path) -> None:
    chromium.open(report)
    line = "return getComputedStyle(document.querySelector(arguments[0])).textDecorationLine"
    assert chromium.run(line, ".both del") == "line-through"
    assert chromium.run(line, ".both ins") == "underline"


def test_a_long_story_opens(chromium: Browser, tmp_path: Path) -> None:
    old = "\n\n".join(f"Paragraph {number} of the long story says little." for number in range(1, 1501))
    page = written(tmp_path, old, old.replace("700 of", "700 and 1 of"))
    chromium.open(page)
    assert chromium.seen("h1")
    assert len(chromium.all(".fold")) == 2
