"""The whole comparison of two revisions."""

from __future__ import annotations

from archivist.claims.furniture import furniture
from archivist.diff.align import align
from archivist.diff.changes import changes
from archivist.diff.disclosure import Notes, may_hold, notes_in
from archivist.diff.metadata import Head, head_changes, metadata_changes
from archivist.diff.pages import pages
from archivist.diff.reading import Reading
from archivist.diff.textdiff import diff
from archivist.diff.weight import weigh
from archivist.model.noun import NamedTuple
from archivist.model.report import Report

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from archivist.diff.changes import Finding
    from archivist.diff.pages import Page
    from archivist.model.span import Sentence


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
    return compared(
        old, new, published_old, published_new, metadata_old=metadata_old, metadata_new=metadata_new
    ).report


class Comparison(NamedTuple):
    """A report, for each of its changes what it was found by, and the sentences that were compared."""

    report: Report
    findings: tuple[Finding, ...] = ()
    old: Sequence[Sentence] = ()
    new: Sequence[Sentence] = ()


def compared(  # noqa: PLR0913  # what is known about two revisions: text, date, metadata
    old: str,
    new: str,
    published_old: date | None = None,
    published_new: date | None = None,
    *,
    metadata_old: Mapping[str, object] | None = None,
    metadata_new: Mapping[str, object] | None = None,
) -> Comparison:
    """The same as `compare`, with what each change was found by: for `archivist.diff.explain`."""
    if old == new:
        aside = furniture(old)
        metadata = metadata_changes(metadata_old, metadata_new)
        return Comparison(Report(old, new, metadata, (), diff(old, new), aside, aside))
    words = diff(old, new)
    was, now = pages(old, new, words.ops)
    metadata = head_changes(
        Head(metadata_old, old, was.opening.furniture), Head(metadata_new, new, now.opening.furniture)
    )
    before = Reading(was, published_old or published_new)
    after = Reading(now, published_new or published_old)
    pairs = align(before.texts, after.texts)
    notes = _notes(was, now, metadata_old, metadata_new)
    found = sorted((_judged(one, before, after, notes) for one in changes(before, after, pairs)), key=_place)
    told = tuple(one.change for one in found)
    report = Report(old, new, metadata, told, words, was.furniture, now.furniture)
    return Comparison(report, tuple(found), was.sentences, now.sentences)


def _notes(
    was: Page, now: Page, metadata_old: Mapping[str, object] | None, metadata_new: Mapping[str, object] | None
) -> Notes:
    """The notes of the new revision that the old one has not; what both texts share is passed over if it can be."""
    notes = notes_in(now.text, now.own, metadata_new)
    if not notes:
        return Notes((), ())
    repeated = any(may_hold(was.text, note) for note in notes)
    return Notes(notes_in(was.text, was.furniture if repeated else was.own, metadata_old), notes)


def _judged(finding: Finding, before: Reading, after: Reading, notes: Notes) -> Finding:
    """The finding with its weight, and whether it is disclosed; it is in the lead if it is so in either revision."""
    change = finding.change
    claims = [(claim, side) for claim, side in ((change.old, before), (change.new, after)) if claim is not None]
    lead = any(claim.span.start < side.lead_end for claim, side in claims)
    verdict = notes.verdict(change, before.text, after.text)
    weight = weigh(change.kind, change.facets, claims[-1][0].kind, lead=lead)
    judged = change._replace(disclosed=verdict.disclosed, weight=weight)
    return finding._replace(change=judged, lead=lead, named=verdict.words)


def _place(finding: Finding) -> tuple[int, int, int, int]:
    """The heaviest first; of equal weight, in the order of the text."""
    change = finding.change
    ends = [claim.span.start for claim in (change.new, change.old) if claim is not None]
    return -change.weight, min(ends), ends[0], int(change.new is None)
