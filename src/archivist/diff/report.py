"""The whole comparison of two revisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.claims.furniture import furniture
from archivist.diff.align import align
from archivist.diff.changes import changes
from archivist.diff.disclosure import Notes, notes_in
from archivist.diff.metadata import metadata_changes
from archivist.diff.moves import Alignment
from archivist.diff.pages import pages
from archivist.diff.reading import Reading
from archivist.diff.textdiff import diff
from archivist.diff.weight import weigh
from archivist.model.report import Report

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from archivist.model.report import Change


def compare(  # noqa: PLR0913  # what is known about two revisions: text, date, metadata
    old: str,
    new: str,
    published_old: date | None = None,
    published_new: date | None = None,
    *,
    metadata_old: Mapping[str, object] | None = None,
    metadata_new: Mapping[str, object] | None = None,
) -> Report:
    """What changed from the text `old` to the text `new`: metadata, claims (heaviest first) and words.

    Relative dates are resolved against the day each text was published; where only one day is known, it serves both.
    All spans are code points of the text they are said of.
    """
    metadata = metadata_changes(metadata_old, metadata_new)
    if old == new:
        aside = furniture(old)
        return Report(old, new, metadata, (), diff(old, new), aside, aside)
    was, now = pages(old, new)
    before = Reading(was, published_old or published_new)
    after = Reading(now, published_new or published_old)
    pairs = align(before.texts, after.texts)
    notes = Notes(notes_in(old, was.furniture, metadata_old), notes_in(new, now.furniture, metadata_new))
    found = [
        change._replace(disclosed=notes.disclosure(change, old, new), weight=_weight(change, before, after))
        for change in changes(before, after, pairs)
    ]
    words = diff(old, new, Alignment(was.sentences, now.sentences, pairs))
    return Report(old, new, metadata, tuple(sorted(found, key=_place)), words, was.furniture, now.furniture)


def _weight(change: Change, before: Reading, after: Reading) -> int:
    """The weight of a change; it stands in the lead if it does so in either revision."""
    claims = [(claim, side) for claim, side in ((change.old, before), (change.new, after)) if claim is not None]
    lead = any(claim.span.start < side.lead_end for claim, side in claims)
    return weigh(change.kind, change.facets, claims[-1][0].kind, lead=lead)


def _place(change: Change) -> tuple[int, int, int, int]:
    """The heaviest first; of equal weight, in the order of the text."""
    ends = [claim.span.start for claim in (change.new, change.old) if claim is not None]
    return -change.weight, min(ends), ends[0], int(change.new is None)
