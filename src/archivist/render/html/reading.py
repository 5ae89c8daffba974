"""A report as its pages read it: the sentences of both texts and the rows of the text diff, made once."""

from __future__ import annotations

from bisect import bisect_left

from archivist.model.noun import NamedTuple
from archivist.model.report import OpKind
from archivist.render.html.anchors import Anchors
from archivist.render.html.rows import rows
from archivist.text.segment import segment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from archivist.model.report import Move, Report
    from archivist.model.span import Sentence
    from archivist.render.html.rows import Row
    from archivist.render.html.shown import Shown


class Reading(NamedTuple):
    """A report with what is known of its two texts, their sentences, its rows, and its moves by number."""

    report: Report
    old: Shown
    new: Shown
    old_sentences: Sequence[Sentence]
    new_sentences: Sequence[Sentence]
    rows: Sequence[Row]
    moves: Mapping[int, Move]

    def sentences_in(self, part: Sequence[Row]) -> int:
        """How many sentences of the new text begin in these rows."""
        spans = [piece.new for row in part for piece in row.pieces if piece.kind is not OpKind.DELETE]
        return sum(self._begun(span.end) - self._begun(span.start) for span in spans)

    def _begun(self, place: int) -> int:
        """How many sentences of the new text begin before `place`."""
        return bisect_left(self.new_sentences, place, key=lambda sentence: sentence.span.start)


def reading(report: Report, old: Shown, new: Shown) -> Reading:
    """`report` made ready to be shown."""
    was, now = segment(report.old_text), segment(report.new_text)
    moves = {move.id: move for move in report.diff.moves}
    return Reading(report, old, new, was, now, rows(report, was, now, Anchors(report)), moves)
