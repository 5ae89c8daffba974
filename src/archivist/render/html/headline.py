"""What an article is called: as its metadata says, else as its text does."""

from __future__ import annotations

from archivist.claims.furniture import furniture
from archivist.model.claim import FurnitureKind
from archivist.render.safe import one_line
from archivist.render.words import metadata_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from archivist.model.claim import Furniture
    from archivist.model.report import Report
    from archivist.render.html.shown import Shown


def headline(report: Report, old: Shown, new: Shown) -> str:
    """What the article is called: its headline, else its id, else the name of the new text."""
    before, now = headlines(report, old, new)
    return now or before or new.info.article or new.info.name


def headlines(report: Report, old: Shown, new: Shown) -> tuple[str, str]:
    """The old headline and the new one, from the same place where both states have one there; "" for none known.

    The metadata come first: what stands there was somebody's statement and not found by a rule.
    """
    stated = old.field("headline"), new.field("headline")
    read = lines(report)
    if all(stated):
        return stated
    return read if all(read) else (stated[0] or read[0], stated[1] or read[1])


def lines(report: Report) -> tuple[str, str]:
    """The headlines that stand above the old and the new text; "" for none."""
    return (
        headline_line(report.old_text, report.old_furniture),
        headline_line(report.new_text, report.new_furniture),
    )


def headline_of(metadata: Mapping[str, object], text: str) -> str:
    """What one revision is called: by its metadata, else by the line above its text; "" for nothing."""
    return metadata_words(metadata.get("headline")) or headline_line(text, furniture(text))


def headline_line(text: str, found: Iterable[Furniture]) -> str:
    """The headline with which `text` begins, in one line and without the signs of Markdown; "" for none.

    `found` is the page furniture of the text, in order.
    """
    first = next(iter(found), None)
    if first is None or first.kind is not FurnitureKind.HEADLINE or text[: first.span.start].strip("\ufeff \t\r\n"):
        return ""
    return one_line(" ".join(first.span.of(text).lstrip("#").split()))
