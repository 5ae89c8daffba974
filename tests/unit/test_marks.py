"""Which words of a claim are marked in a report, and where a change is said to lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reports import changed, facet, report, statement

from archivist.model.report import FacetKind, Op, OpKind, TextDiff
from archivist.model.span import Span
from archivist.render.marks import evidence, marks

if TYPE_CHECKING:
    from archivist.model.report import Change

OLD, NEW = "Five boats sank in heavy fog.", "Nine boats sank in thick fog."


def figure_changed(old: str, new: str, was: str, now: str) -> Change:
    """Both texts as one claim each, which differ in a figure."""
    return changed(statement(old, old), statement(new, new), facet(FacetKind.FIGURE, (old, was), (new, now)))


def of(spans: list[Span], text: str) -> list[str]:
    return [span.of(text) for span in spans]


def test_what_differs_beside_the_evidence_is_marked_too() -> None:
    found = marks(figure_changed(OLD, NEW, "Five", "Nine"), report(OLD, NEW))
    assert (of(found.old, OLD), of(found.new, NEW)) == (["Five", "heavy"], ["Nine", "thick"])


def test_evidence_takes_in_what_the_text_diff_has_of_it() -> None:
    old, new = "It cost 4 million dollars.", "It cost 9 million dollars."
    found = marks(figure_changed(old, new, "4 million", "9 million"), report(old, new))
    assert (of(found.old, old), of(found.new, new)) == (["4 million"], ["9 million"])


def test_a_claim_that_the_text_diff_takes_away_whole_has_its_evidence_marked() -> None:
    old, new = Span(0, len(OLD)), Span(0, len(NEW))
    diff = TextDiff(
        (Op(OpKind.DELETE, old, Span(0, 0)), Op(OpKind.INSERT, Span(old.end, old.end), new)),
        (),
    )
    found = marks(figure_changed(OLD, NEW, "Five", "Nine"), report(OLD, NEW, diff=diff))
    assert (of(found.old, OLD), of(found.new, NEW)) == (["Five"], ["Nine"])


def test_a_change_lies_in_its_evidence() -> None:
    found = evidence(figure_changed(OLD, NEW, "Five", "Nine"), report(OLD, NEW))
    assert (of(found.old, OLD), of(found.new, NEW)) == (["Five"], ["Nine"])
