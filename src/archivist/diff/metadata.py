"""What changed in the metadata."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.model.report import MetadataChange

if TYPE_CHECKING:
    from collections.abc import Mapping

_FIRST = ("headline", "byline", "correction", "dateline")
"""Fields that a reader sees above the text, in the order in which they are reported."""

_BOOKKEEPING = frozenset({"schema", "article", "capturedAt", "archivedAt", "text", "parents", "tool", "received"})
"""Fields that describe the act of archiving and differ between any two records."""


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


def _place(change: MetadataChange) -> tuple[int, str]:
    rank = _FIRST.index(change.field) if change.field in _FIRST else len(_FIRST)
    return rank, change.field
