"""The page of an article: its timeline, the life of its sentences, and any two of its revisions compared."""

from __future__ import annotations

from archivist.render.html.escape import NOTHING, Html, element, joined, line, text
from archivist.render.html.shown import time
from archivist.render.html.site_life import life_legend, life_picture, life_table, threads
from archivist.render.html.site_names import (
    INDEX,
    WHOLE,
    comparison_page,
    has_whole,
    revision_page,
    timeline_mark,
    upward,
)
from archivist.render.html.site_shell import framed, minute, step_words
from archivist.render.words import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archivist.diff.life import Life
    from archivist.model.revision import History, Revision
    from archivist.render.html.site_facts import Facts, Step

_WORDS_OF_A_BAR = 200
"""Words that fill the bar of an entry; more do not make it longer."""


def article_page(history: History, found: Facts, texts: Sequence[str], told: Life) -> str:
    """The page of one article; `texts` are those of its revisions, `told` is their life."""
    address = f"{history.article.folder}/{INDEX}"
    rows = threads(told, texts)
    parts = [
        element("h1", line(found.headline)),
        _lead(found),
        element("h2", text("Timeline"), id="timeline"),
        element("ol", *_timeline(history, found), class_="timeline"),
        element("h2", text("The life of the story"), id="life"),
        element("p", text(_LIFE)),
        life_legend(),
        life_picture(rows, history.revisions),
        element(
            "details", element("summary", text("The same in words, sentence by sentence")),
            life_table(rows, history.revisions),
        ),
        element("h2", text("Compare any two revisions"), id="compare"),
        _choice(found),
    ]  # fmt: skip
    return framed(
        address,
        found.headline,
        joined(parts, Html("\n")),
        crumbs=((upward(address) + INDEX, "All articles"),),
        description=f"{counted(len(found.revisions), 'revision')} of {found.article}, and what changed between them.",
    )


_LIFE = (
    "Each row is a sentence, from the top of the story to its end; each column is a revision, in order of capture. "
    "Words that are struck through are gone from the latest text."
)


def _lead(found: Facts) -> Html:
    """What the article is called in the archive, when it was captured, and where its latest text is."""
    first, last = found.revisions[0], found.revisions[-1]
    when = [text(", captured "), time(first.captured_at)]
    if first is not last:
        when = [text(", first captured "), time(first.captured_at), text(", last "), time(last.captured_at)]
    fork = " The history is forked: it has several heads." if found.forked else ""
    text_page = revision_page(last.digest, last.captured_at)
    ways = [(text_page, "The latest text, and which revision brought each sentence")]
    if has_whole(len(found.revisions)):
        ways.append((WHOLE, "What changed from the first revision to the latest"))
    return joined(
        [
            element(
                "p",
                element("code", line(found.article)),
                text(f": {counted(len(found.revisions), 'revision')}"),
                *when,
                text(f".{fork}"),
            ),
            element("ul", *(element("li", element("a", text(name), href=page)) for page, name in ways), class_="ways"),
        ]
    )


def _timeline(history: History, found: Facts) -> Iterable[Html]:
    """Every revision, oldest first, with what changed from the one before."""
    steps = (None, *found.steps_between_neighbours())
    numbers = {revision.digest: number for number, revision in enumerate(history.revisions, 1)}
    headline = ""
    told = zip(history.revisions, found.revisions, steps, strict=True)
    for number, (revision, seen, step) in enumerate(told, 1):
        page = revision_page(revision.digest, revision.captured_at)
        notes = []
        earlier = history.reverts.get(revision.digest)
        if earlier is not None:
            notes.append(f"back to the text of revision {numbers[earlier]}")
        if found.forked and revision.digest in history.heads:
            notes.append("a head of the fork")
        now = seen.headline
        other = now if now and now != headline else ""
        headline = now or headline
        yield element(
            "li",
            element("h3", element("a", time(revision.captured_at), href=page)),
            element("p", *_notes(revision, number, notes), class_="faint sans"),
            element("p", text("Headline: "), element("b", line(other))) if other else NOTHING,
            *(
                _told(step)
                if step
                else [element("p", text(f"First captured: {revision.text_bytes:,} bytes of text."))]
            ),
            id=timeline_mark(revision.digest),
        )


def _notes(revision: Revision, number: int, notes: Sequence[str]) -> Iterable[Html]:
    """The revision's number, which is the link to this place in the timeline, and what else is to be said of it."""
    yield element("a", text(f"Revision {number}"), href=f"#{timeline_mark(revision.digest)}")
    yield line("".join(f" · {note}" for note in notes))


def _told(step: Step) -> Iterable[Html]:
    if step.lines:
        more = step.substantive - len(step.lines)
        items = [element("li", line(words)) for words in step.lines]
        if more > 0:
            items.append(element("li", text(f"and {counted(more, 'more substantive change')}")))
        yield element("ul", *items)
    yield _amount(step)
    yield element("p", line(step_words(step)), class_="sans")
    if step.undisclosed:
        yield element(
            "p",
            text(f"{counted(step.undisclosed, 'substantive change')} without a correction or editor's note."),
            class_="sans",
        )
    page = comparison_page(step.old, step.new)
    yield element("p", element("a", text("Compare with the revision before"), href=page), class_="sans")


def _amount(step: Step) -> Html:
    """How many words came and went, as a bar in two parts. Its words stand beside it."""
    added, removed = (min(number, _WORDS_OF_A_BAR) for number in (step.added, step.removed))
    if not (added or removed):
        return NOTHING
    return element(
        "svg",
        element("rect", class_="new", x=0, y=0, width=added, height=8),
        element("rect", class_="old", x=added + 2, y=0, width=removed, height=8),
        class_="amount",
        width=2 * _WORDS_OF_A_BAR + 2,
        height=8,
        viewBox=f"0 0 {2 * _WORDS_OF_A_BAR + 2} 8",
        aria_hidden="true",
    )


def _choice(found: Facts) -> Html:
    """Two lists to choose from, hidden until the script works them; and the command that compares any two."""
    pages = {(step.old, step.new): comparison_page(step.old, step.new) for step in found.steps}
    if has_whole(len(found.revisions)):
        pages.setdefault((found.revisions[0].digest, found.revisions[-1].digest), WHOLE)
    note = joined(
        [
            text("Every revision is compared above with the one before it. Any other two: "),
            element("code", line(f"archivist report {found.article}@OLD {found.article}@NEW -o FILE.html")),
            text(" where OLD and NEW are times or the first digits of a revision's digest."),
        ]
    )
    if len(found.revisions) == 1:
        return element("p", text("There is one revision; nothing to compare it with yet."))
    options = [(seen.digest, minute(seen.captured_at)) for seen in found.revisions]
    form = element(
        "form",
        _select("old", "Old", options, len(options) - 2),
        _select("new", "New", options, len(options) - 1),
        element("button", text("Compare"), type="submit"),
        element("output", for_="old new", id="chosen"),
        id="choice",
        hidden=True,
        data_article=found.article,
        data_pages=" ".join(f"{old[:12]}-{new[:12]}={page}" for (old, new), page in pages.items()),
    )
    return joined([form, element("p", note)])


def _select(name: str, label: str, options: Sequence[tuple[str, str]], chosen: int) -> Html:
    items = (
        element("option", line(f"{number}: {shown}"), value=digest[:12], selected=number - 1 == chosen)
        for number, (digest, shown) in enumerate(options, 1)
    )
    return element("label", text(f"{label} "), element("select", *items, id=name, name=name))
