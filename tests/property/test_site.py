"""Whatever an article says, its pages hold: nothing of it acts, nothing of it is lost, and every picture is whole."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from archivist.diff.life import life
from archivist.diff.report import compare
from archivist.model.revision import Article, History, Revision
from archivist.render.html.site_article import article_page
from archivist.render.html.site_facts import facts, facts_of, facts_value, step
from archivist.render.html.site_feed import Home, feed
from archivist.render.html.site_index import index_page
from archivist.render.html.site_revision import revision_page_of
from archivist.render.html.site_search import shards
from archivist.render.html.site_text import text_with_origins
from archivist.render.safe import visible

MARKUP = st.sampled_from(
    ["<script>", "</script>", "<!--", "]]>", '" onload="', "&lt;", "'", "\u202e", "\x00", "\u2028", "\r\n\r\n", " "]
)
WORDS = st.text(max_size=12) | MARKUP | st.sampled_from(["Six people died. ", "He said so. ", "The pier is shut. "])
TEXTS = st.lists(WORDS, max_size=8).map("".join)
VOID = {"meta", "link", "input", "br", "hr", "wbr"}


class _Nesting(HTMLParser):
    """Reads a page; every element that is opened is closed, and none that acts is there but ours."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.words = ""
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in {"iframe", "img", "object", "embed", "base"}
        assert not [name for name, _ in attrs if name.startswith("on") or name == "style"]
        if tag == "script":
            assert dict(attrs)["src"] == "../../../assets/site.js" or dict(attrs)["src"] == "assets/site.js"
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "a" not in self.open:
            self.words += data


def _history(texts: list[str], headline: str) -> History:
    metadata = {"headline": headline} if headline.strip() else {}
    revisions = tuple(
        Revision(f"{number:064x}", "a", f"2026-03-{number + 1:02}T09:00:00Z", "0" * 64, 1, (), "test", metadata)
        for number in range(len(texts))
    )
    return History(Article("a", "articles/ca/a-ca978112"), revisions, {}, ("x",))


@given(st.lists(TEXTS, min_size=1, max_size=4), TEXTS)
def test_every_page_is_whole_and_nothing_in_it_acts(texts: list[str], headline: str) -> None:
    history, told = _history(texts, headline), life(texts)
    digests = [revision.digest for revision in history.revisions]
    pairs = zip(digests, digests[1:], texts, texts[1:], strict=False)
    steps = [step(compare(old, new), one, other) for one, other, old, new in pairs]
    found = facts(history, steps, texts, told)
    _Nesting(article_page(history, found, texts, told))
    _Nesting(revision_page_of(history, len(texts) - 1, texts[-1], told.texts[-1]))
    _Nesting(index_page([found], headline))
    ET.fromstring(feed(Home(headline, "2026-01-01T00:00:00Z"), [found]))  # noqa: S314  # our own
    assert facts_of(json.loads(json.dumps(facts_value(found)))) == found
    for script in shards([found]).values():
        assert script.isascii()


@given(TEXTS)
def test_the_text_of_a_revision_is_there_to_the_last_character(text: str) -> None:
    shown = _Nesting(text_with_origins(text, life((text,)).texts[0], _history([text], "").revisions)).words
    assert "".join(shown.split()) == "".join(visible(text.replace("\r\n", "\n")).split())
