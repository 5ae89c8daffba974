"""The page of one revision: its text, with the revision that first brought each sentence, and its metadata."""

from __future__ import annotations

from collections import Counter

from archivist.render.html.escape import Html, element, joined, line, text
from archivist.render.html.headline import headline_of
from archivist.render.html.shown import time
from archivist.render.html.site_names import (
    INDEX,
    comparison_page,
    revision_page,
    timeline_mark,
    upward,
)
from archivist.render.html.site_shell import framed, minute
from archivist.render.html.site_text import text_with_origins
from archivist.render.words import counted, metadata_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archivist.diff.life import Standing
    from archivist.model.revision import History, Revision

_FIELDS = {
    "byline": "Byline",
    "publisher": "Publisher",
    "dateline": "Dateline",
    "datePublished": "Published",
    "dateModified": "Modified, says the publisher",
    "correction": "Correction",
    "section": "Section",
    "url": "Address",
    "canonicalUrl": "Canonical address",
    "archivedAt": "Archived at",
    "language": "Language",
    "pubStatus": "Status",
    "creditText": "Credit",
    "copyrightNotice": "Copyright",
    "license": "License",
}
"""Metadata that is shown, in this order, and what it is called; the record in the archive has all of it."""


def revision_page_of(history: History, number: int, content: str, standing: Sequence[Standing]) -> str:
    """The page of the revision of `history` with the index `number`, whose text is `content`.

    `standing` are the sentences of that text (`archivist.diff.life`). Of what comes after it the page says only where
    the next comparison is.
    """
    revision = history.revisions[number]
    address = f"{history.article.folder}/{revision_page(revision.digest, revision.captured_at)}"
    name = headline_of(revision.metadata, content) or history.article.id
    origins = history.revisions[: number + 1]
    main = joined(
        [
            element("h1", line(name)),
            element("p", text("As it stood on "), time(revision.captured_at), text(". "), *_links(history, number)),
            element("h2", text("Text")),
            _legend(origins, standing),
            text_with_origins(content, standing, origins),
            element("h2", text("About this revision")),
            element("dl", *_facts(revision), class_="facts"),
        ],
        Html("\n"),
    )
    return framed(
        address,
        f"{name} ({minute(revision.captured_at)})",
        main,
        crumbs=((upward(address) + INDEX, "All articles"), (f"{INDEX}#{timeline_mark(revision.digest)}", name)),
    )


def _links(history: History, number: int) -> Iterable[Html]:
    """To the comparison with the revision before, and to the next one."""
    order = history.revisions
    revision = order[number]
    if number:
        yield element(
            "a",
            text("What changed from the revision before"),
            href=comparison_page(order[number - 1].digest, revision.digest),
        )
        yield text(". ")
    if number + 1 < len(order):
        yield element(
            "a", text("What changed after it"), href=comparison_page(revision.digest, order[number + 1].digest)
        )
        yield text(".")
    else:
        yield text("It is the last one that was captured.")


def _legend(origins: Sequence[Revision], standing: Sequence[Standing]) -> Html:
    """What the numbers in the text mean, and how much of it each revision brought."""
    counts = Counter(one.origin for one in standing)
    items = (
        element(
            "li",
            element("b", text(str(number + 1)), class_="origin"),
            text(" since "),
            element("a", time(revision.captured_at), href=revision_page(revision.digest, revision.captured_at)),
            text(f": {counted(counts[number], 'sentence')}"),
        )
        for number, revision in enumerate(origins)
        if counts[number]
    )
    return joined(
        [
            element("p", text(_EXPLAINED), class_="sans faint small"),
            element("ul", *items, class_="origins"),
        ]
    )


_EXPLAINED = (
    "A number says which revision first brought the words behind it, through moves and reverts. Underlined is what "
    "this revision brought or changed."
)


def _facts(revision: Revision) -> Iterable[Html]:
    yield from _fact("Captured", revision.captured_at)
    for field, name in _FIELDS.items():
        value = metadata_words(revision.metadata.get(field))
        if value:
            yield from _fact(name, value)
    yield from _fact("Record, SHA-256", revision.digest, "digest")
    yield from _fact("Text, SHA-256", revision.text_sha256, "digest")
    yield from _fact("Text, bytes", f"{revision.text_bytes:,}")


def _fact(name: str, value: str, class_: str | None = None) -> Iterable[Html]:
    yield element("dt", line(name))
    yield element("dd", line(value), class_=class_)
