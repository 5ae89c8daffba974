"""The first page of a site: every article with its last change, a picture of its activity, and the search."""

from __future__ import annotations

from archivist.model.times import order_of
from archivist.render.html.escape import NOTHING, Html, element, joined, line, text
from archivist.render.html.shown import time
from archivist.render.html.site_activity import activity
from archivist.render.html.site_names import INDEX, shard
from archivist.render.html.site_shell import framed, step_words
from archivist.render.words import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archivist.render.html.site_facts import Facts


def index_page(articles: Iterable[Facts], title: str) -> str:
    """All articles, that with the latest capture first. `title` is what the site calls itself."""
    found = sorted(articles, key=lambda one: one.article)
    found.sort(key=lambda one: order_of(one.revisions[-1].captured_at), reverse=True)
    revisions = sum(len(one.revisions) for one in found)
    lead = f"{counted(len(found), 'article')}, {counted(revisions, 'revision')}."
    lead += " Each shows what a news story said at different times, and what changed between them."
    items = joined((_item(one) for one in found), Html("\n"))
    main = joined(
        [
            element("h1", line(title)),
            element("p", text(lead)),
            _search(found),
            element("h2", text("Articles"), id="articles"),
            element("p", text(_LEGEND), class_="faint sans small"),
            element("ol", items, class_="articles", id="list") if found else element("p", text(_EMPTY)),
        ],
        Html("\n"),
    )
    return framed(INDEX, title, main, description=lead)


_EMPTY = "This archive holds no articles yet."
_LEGEND = (
    "Latest capture first. In the pictures, each bar is an update, higher for more words; a filled bar changed what "
    "the story says."
)


def _search(found: Sequence[Facts]) -> Html:
    """The search, which stays hidden until the script has made it work; the list is there without it."""
    shards = " ".join(sorted({shard(one.folder) for one in found}))
    field = element("input", type="search", id="query", name="query", autocomplete="off", spellcheck="false")
    return joined(
        [
            element(
                "form",
                element("label", text("Search headlines and texts, also words that are gone"), for_="query"),
                field,
                id="search",
                role="search",
                hidden=True,
                data_shards=shards,
            ),
            element("p", id="status", role="status", class_="sans faint"),
            element("ol", id="results", class_="results", hidden=True, aria_label="Search results"),
            element(
                "noscript",
                element(
                    "p",
                    text("Search needs JavaScript. The whole list is below; your browser's own search works on it."),
                    class_="sans faint small",
                ),
            ),
        ]
    )


def _item(facts: Facts) -> Html:
    steps = facts.steps_between_neighbours()
    last = next((step for step in reversed(steps) if step), None)
    folder = facts.folder
    parts = [
        counted(len(facts.revisions), "revision"),
        *([step_words(last)] if last else []),
        *(["forked"] if facts.forked else []),
    ]
    return element(
        "li",
        element(
            "div",
            element("a", line(facts.headline), href=f"{folder}/{INDEX}"),
            element("p", line(last.lines[0]), class_="change") if last and last.lines else NOTHING,
            element("p", time(facts.revisions[-1].captured_at), text(" · "), line(" · ".join(parts))),
        ),
        activity(steps),
    )
