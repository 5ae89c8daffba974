"""What changed in the metadata."""

from __future__ import annotations

from archivist.model.claim import FurnitureKind
from archivist.model.noun import NamedTuple
from archivist.model.report import MetadataChange

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from archivist.model.claim import Furniture

_FIRST = ("headline", "byline", "correction", "dateline")
"""Fields that a reader sees above the text, in the order in which they are reported."""

_BOOKKEEPING = frozenset({"schema", "article", "capturedAt", "archivedAt", "text", "parents", "tool", "received"})
"""Fields that describe the act of archiving and differ between any two records."""


_PRINTED = (FurnitureKind.HEADLINE, FurnitureKind.BYLINE, FurnitureKind.DATELINE)
"""What can stand above the text as a line of its own; the fields have the same names."""

_MARKS = " #*_=–—-"
"""What stands around the words of a line and is none of them: marks of headings, the dash after a dateline."""


class Head(NamedTuple):
    """What a revision says of itself: its metadata, and its text with the page furniture."""

    metadata: Mapping[str, object] | None
    text: str
    furniture: Sequence[Furniture]


def metadata_changes(old: Mapping[str, object] | None, new: Mapping[str, object] | None) -> tuple[MetadataChange, ...]:
    """The fields whose values differ: headline, byline, correction and dateline first, the rest by name.

    A field that one side does not have is unknown there, not changed. A `correction` that appears is the exception:
    before it, there was none. Without metadata on both sides there is nothing to compare.
    """
    if old is None or new is None:
        return ()
    changed = [
        MetadataChange(name, old.get(name), value)
        for name, value in new.items()
        if name not in _BOOKKEEPING and (name in old or name == "correction") and old.get(name) != value
    ]
    return tuple(sorted(changed, key=_place))


def head_changes(old: Head, new: Head) -> tuple[MetadataChange, ...]:
    """The same with the headline, byline and dateline that stand at the head of the texts and have other words.

    Where the metadata of both revisions has the field, it decides. A line counts where it is the only one of its kind
    at the head of either text.
    """
    from archivist.diff.facet_words import fold  # a diff of words alone needs no words of claims

    known = (old.metadata or {}).keys() & (new.metadata or {}).keys()
    was, now = _printed(old), _printed(new)
    found = [
        MetadataChange(field, was[field], now[field])
        for field in was
        if field in now and field not in known and fold(was[field]) != fold(now[field])
    ]
    return tuple(sorted([*metadata_changes(old.metadata, new.metadata), *found], key=_place))


def _printed(side: Head) -> dict[str, str]:
    """The lines at the head of a text that are the only one of their kind there, by field.

    The head is the furniture that the text begins with. One line of prose may stand in it, as the standfirst between
    headline and byline; a headline after it is the heading of a section.
    """
    lines: dict[str, list[str]] = {}
    end, standfirst = 0, False
    for one in side.furniture:
        between = side.text[end : one.span.start].strip()
        if between and (standfirst or "\n" in between):
            break
        standfirst = standfirst or bool(between)
        if one.kind in _PRINTED and not (standfirst and one.kind is FurnitureKind.HEADLINE):
            lines.setdefault(str(one.kind), []).append(" ".join(one.span.of(side.text).split()).strip(_MARKS))
        end = one.span.end
    return {field: words[0] for field, words in lines.items() if len(words) == 1}


def _place(change: MetadataChange) -> tuple[int, str]:
    rank = _FIRST.index(change.field) if change.field in _FIRST else len(_FIRST)
    return rank, change.field
