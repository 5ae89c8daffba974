from __future__ import annotations

import json
import re
from xml.etree import ElementTree as ET

import pytest
from reports import changed, facet, report, statement

from archivist.diff.life import life
from archivist.model.report import FacetKind
from archivist.model.revision import Article, History, Revision
from archivist.render.atom import NEWEST, Entry, Feed, atom, stable_id
from archivist.render.html.site_activity import activity
from archivist.render.html.site_article import article_page
from archivist.render.html.site_facts import Facts, Step, facts, facts_of, facts_value, step
from archivist.render.html.site_feed import Home, entries, feed
from archivist.render.html.site_index import index_page
from archivist.render.html.site_life import life_picture, life_table, threads
from archivist.render.html.site_names import (
    comparison_page,
    revision_page,
    sentence_mark,
    shard,
    timeline_mark,
    upward,
)
from archivist.render.html.site_revision import revision_page_of
from archivist.render.html.site_search import shards
from archivist.render.html.site_shell import step_words

OLD = "Six people were hurt, police said.\n\nThe pier is closed.\n"
NEW = "Nine people were hurt, police said.\n\nThe pier is closed.\n\nA crew of four is at work.\n"
LAST = "The pier is closed.\n\nNine people were hurt, police said.\n"
ATOM = "{http://www.w3.org/2005/Atom}"
FOLDER = "articles/ab/pier-ab345678"


def _revision(number: int, headline: str = "") -> Revision:
    digest = f"{number:x}" * 64
    metadata = {"headline": headline} if headline else {}
    return Revision(digest, "pier", f"2026-03-0{number}T09:00:00.5Z", digest, 10, (), "test", metadata)


def _history(*headlines: str, heads: tuple[str, ...] = ("x",)) -> History:
    revisions = tuple(_revision(number, headline) for number, headline in enumerate(headlines, 1))
    return History(Article("pier", FOLDER), revisions, {}, heads)


def _step(substantive: int = 1, words: int = 2, old: int = 1, new: int = 2) -> Step:
    line = ("figure changed (+3): “Six” → “Nine”",) if substantive else ()
    return Step(
        f"{old:x}" * 64, f"{new:x}" * 64, 2, substantive, (("figure", 1),), words, 0, 0, line, ("headline",), 1
    )


def _facts(headlines: tuple[str, ...] = ("Six hurt", "Nine hurt"), texts: tuple[str, ...] = (OLD, NEW)) -> Facts:
    return facts(_history(*headlines), [_step()], texts, life(texts))


def test_a_step_tells_numbers_and_its_heaviest_changes() -> None:
    old, new = statement(OLD, OLD[:34], "police", "said"), statement(NEW, NEW[:35], "police", "said")
    found = step(
        report(OLD, NEW, [changed(old, new, facet(FacetKind.FIGURE, (OLD, "Six"), (NEW, "Nine"), "+3"))]), "a", "b"
    )
    assert (found.old, found.new, found.changes, found.substantive, found.undisclosed) == ("a", "b", 1, 1, 1)
    assert found.facets == (("figure", 1),)
    assert found.lines == ("figure Six → Nine (+3) in “Nine people were hurt, police said.”",)
    assert (found.added, found.removed) == (8, 1)
    assert step_words(found) == "1 claim change, 1 substantive (figure) · 8 words added, 1 word removed"


def test_facts_come_back_from_json_as_they_were() -> None:
    found = _facts()
    assert facts_of(json.loads(json.dumps(facts_value(found)))) == found


def test_the_headline_is_the_last_one_that_is_known() -> None:
    assert _facts(("Six hurt", "")).headline == "Six hurt"
    assert _facts(("", "")).headline == "pier"


def test_facts_keep_every_wording_with_where_it_stood_last() -> None:
    found = _facts(("a", "b", "c"), (OLD, NEW, LAST))
    assert [(one.text, one.first, one.last) for one in found.sentences] == [
        ("Six people were hurt, police said.", 0, 0),
        ("Nine people were hurt, police said.", 1, 2),
        ("The pier is closed.", 0, 2),
        ("A crew of four is at work.", 1, 1),
    ]
    assert [one.start for one in found.sentences] == [0, LAST.index("Nine"), 0, NEW.index("A crew")]


def test_names_are_made_of_times_and_digests() -> None:
    assert revision_page("4b182735ec23" + "0" * 52, "2026-03-02T09:00:00.25Z") == "20260302T090000Z-4b182735ec23.html"
    assert comparison_page("a" * 64, "b" * 64) == f"changes-{'a' * 12}-{'b' * 12}.html"
    assert (timeline_mark("4b182735ec23" + "0" * 52), sentence_mark(120)) == ("r-4b182735ec23", "c120")
    assert shard(FOLDER) == "search/a.js"
    assert (upward("index.html"), upward("articles/ab/pier/index.html")) == ("", "../../../")


def test_an_activity_has_a_bar_for_each_step_and_says_so_in_words() -> None:
    picture = activity([_step(), _step(0), None])
    assert picture.count("<rect") == 3
    assert picture.count('class="s"') == 1
    assert 'aria-label="3 updates, 1 with substantive changes"' in picture
    assert activity([]) == ""


def test_an_activity_of_many_steps_stays_small() -> None:
    assert 30 <= activity([_step()] * 1_000).count("<rect") <= 40


def test_the_picture_of_a_life_shows_who_came_changed_moved_and_went() -> None:
    texts = (OLD, NEW, LAST)
    rows = threads(life(texts), texts)
    revisions = _history("a", "b", "c").revisions
    picture = life_picture(rows, revisions)
    for kind in ("came", "edited", "kept"):
        assert f'class="{kind}"' in picture
    assert picture.count('class="arrow"') == 1
    assert picture.count('class="cross"') == 1
    assert "3 sentences over 3 revisions; 1 of them are gone from the last." in picture
    table = life_table(rows, revisions)
    assert "<del>A crew of four is at work.</del>" in table
    for event in ("came ", "edited ", "moved ", "gone "):
        assert f"<li>{event}<a" in table


@pytest.mark.parametrize(
    ("words", "most"), [("The pier is closed ", 90), ("THE PIER IS SHUT ", 80), ("港の橋は閉鎖される ", 58)]
)
def test_words_for_which_the_picture_has_no_room_end_in_an_ellipsis(words: str, most: int) -> None:
    text = words * 12 + "now."
    picture = life_picture(threads(life([text]), [text]), _history("x").revisions)
    shown = re.findall("<text[^>]*>([^<]*)</text>", picture)[-1]
    assert shown.endswith("…")
    assert text.startswith(shown[:-1])
    assert most - 10 < len(shown) <= most
    short = "The pier is closed."
    assert f">{short}</text>" in life_picture(threads(life([short]), [short]), _history("x").revisions)


def test_without_metadata_an_article_is_called_by_the_line_above_its_text() -> None:
    texts = (f"Six hurt on pier\n\n{OLD}", f"Nine hurt on pier\n\n{NEW}")
    history, told = _history("", ""), life(texts)
    found = facts(history, [_step()], texts, told)
    assert (found.headline, found.revisions[0].headline) == ("Nine hurt on pier", "Six hurt on pier")
    assert "<h1>Six hurt on pier</h1>" in revision_page_of(history, 0, texts[0], told.texts[0])
    assert "Nine hurt on pier" in article_page(history, found, texts, told)
    assert facts(_history("", ""), (), (), life(())).headline == "pier"


def test_the_picture_of_a_very_long_life_stays_in_bounds() -> None:
    text = "\n\n".join(f"Sentence number {number} is here." for number in range(900))
    picture = life_picture(threads(life((text,)), (text,)), _history("a").revisions)
    height = int(picture.split(' height="')[1].split('"')[0])
    assert height <= 2_000


def test_an_article_page_has_every_revision_and_how_to_compare_others() -> None:
    history = _history("Six hurt", "Nine hurt", heads=("1" * 64, "2" * 64))
    page = article_page(history, _facts()._replace(forked=True), (OLD, NEW), life((OLD, NEW)))
    for number in (1, 2):
        assert f'id="r-{str(number) * 12}"' in page
        assert f"2026030{number}T090000Z-{str(number) * 12}.html" in page
    assert f'href="changes-{"1" * 12}-{"2" * 12}.html"' in page
    assert "archivist report pier@OLD pier@NEW -o FILE.html" in page
    assert "figure changed (+3): “Six” → “Nine”" in page
    assert "1 substantive change without a correction" in page
    assert page.count("a head of the fork") == 2
    one_head = _history("Six hurt", "Nine hurt", heads=("2" * 64,))
    assert "a head of the fork" not in article_page(one_head, _facts(), (OLD, NEW), life((OLD, NEW)))


def test_a_revert_is_told_in_the_timeline() -> None:
    history = _history("a", "b")._replace(reverts={"2" * 64: "1" * 64})
    assert "back to the text of revision 1" in article_page(history, _facts(), (OLD, NEW), life((OLD, NEW)))


def test_a_revision_page_says_which_revision_brought_each_sentence() -> None:
    told = life((OLD, NEW))
    page = revision_page_of(_history("Six hurt", "Nine hurt"), 1, NEW, told.texts[1])
    assert '<ins id="c0">Nine people were hurt, police said.</ins>' in page
    assert f'<span id="c{NEW.index("The pier")}">The pier is closed.</span>' in page
    assert 'aria-label="Since revision 1, 2026-03-01 09:00:"' in page
    assert "It is the last one that was captured." in page
    assert "What changed from the revision before" in page
    first = revision_page_of(_history("Six hurt", "Nine hurt"), 0, OLD, told.texts[0])
    assert "<ins" not in first
    assert "What changed after it" in first


def test_an_address_in_the_metadata_is_text_and_no_link() -> None:
    history = _history("a")
    metadata = {"url": "javascript:alert(1)", "byline": "By <b>A</b>"}
    history = history._replace(revisions=(history.revisions[0]._replace(metadata=metadata),))
    page = revision_page_of(history, 0, OLD, life((OLD,)).texts[0])
    assert 'href="javascript' not in page
    assert "By &lt;b&gt;A&lt;/b&gt;" in page


def test_the_index_has_the_latest_capture_first() -> None:
    early = _facts()
    late = early._replace(
        article="gulls", revisions=(early.revisions[0]._replace(captured_at="2026-04-01T09:00:00Z", headline="Gulls"),)
    )
    page = index_page([early, late], "News")
    assert page.index("Gulls") < page.index("Nine hurt")
    assert "2 articles, 3 revisions." in page


def test_a_capture_with_a_fraction_is_later_than_one_without() -> None:
    whole, half, tenths = "2026-03-02T09:00:00Z", "2026-03-02T09:00:00.5Z", "2026-03-02T09:00:00.25Z"
    seen = _facts().revisions[0]
    articles = [
        _facts()._replace(article=time, revisions=(seen._replace(captured_at=time, headline=f"At {time}"),))
        for time in (whole, half, tenths)
    ]
    assert re.findall("At ([-0-9T:.]+Z)", index_page(articles, "News")) == [half, tenths, whole]
    made = [Entry(f"urn:x:{time}", "x", time, "x.html", ["x"]) for time in (whole, half, tenths)]
    root = ET.fromstring(atom(Feed("urn:x", "x", whole, "index.html", "feed.atom"), made))  # noqa: S314  # our own
    assert [entry.findtext(f"{ATOM}updated") for entry in root.iter(f"{ATOM}entry")] == [half, tenths, whole]


def test_a_search_part_holds_the_articles_of_its_digit() -> None:
    other = _facts()._replace(folder="articles/ac/b-ac345678")
    far = _facts()._replace(folder="articles/0c/b-0c345678")
    found = shards([other, far, _facts()])
    assert list(found) == ["search/0.js", "search/a.js"]
    address, entries = json.loads(
        "[" + found["search/a.js"].removeprefix("archivistShard(").removesuffix(");\n") + "]"
    )
    assert address == "search/a.js"
    assert [entry[0] for entry in entries] == [FOLDER, other.folder]
    assert entries[0][4][0] == ["Six people were hurt, police said.", 0, 0]


def test_the_feed_tells_substantive_steps_only() -> None:
    found = _facts()
    assert [entry.title for entry in entries(found)] == ["Nine hurt: 1 substantive change"]
    assert list(entries(found._replace(steps=(_step(0),)))) == []
    document = feed(Home("News", "2026-01-01T00:00:00Z"), [found])
    assert "urn:uuid:" in document
    assert f"{FOLDER}/changes-" in document


def test_an_id_depends_on_its_names_alone_and_is_a_uuid() -> None:
    assert stable_id("a", "b") == stable_id("a", "b") != stable_id("a", "c")
    digits = stable_id("a").removeprefix("urn:uuid:")
    assert [len(part) for part in digits.split("-")] == [8, 4, 4, 4, 12]
    assert digits[14] == "8"
    assert digits[19] in "89ab"


def test_a_feed_holds_the_newest_and_survives_hostile_words() -> None:
    evil = "a\x00b\x1b]]>\ufffe<c>&amp;\u202e"
    times = [f"2026-01-01T00:{number // 60:02}:{number % 60:02}Z" for number in range(300)]
    made = [Entry(f"urn:x:{number:04}", evil, time, "x.html", [evil]) for number, time in enumerate(times)]
    document = atom(Feed("urn:x", evil, "2026-01-01T00:00:00Z", "index.html", "feed.atom"), made)
    root = ET.fromstring(document)  # noqa: S314  # our own
    found = [entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")]
    assert found == [f"urn:x:{number:04}" for number in range(299, 299 - NEWEST, -1)]
    assert root.findtext(f"{ATOM}updated") == times[-1]


@pytest.mark.parametrize(
    ("revisions", "heads"), [(3, ["1", "2", "3"]), (100, ["1", "6", "11"]), (900, ["1", "11", "21"])]
)
def test_the_numbers_of_many_columns_keep_apart(revisions: int, heads: list[str]) -> None:
    texts = (OLD,) * revisions
    one = _revision(1)
    many = tuple(one._replace(digest=f"{number:064x}") for number in range(revisions))
    picture = life_picture(threads(life(texts), texts), many)
    assert re.findall(r'<text x="\d+" y="14">(\d+)</text>', picture)[:3] == heads
