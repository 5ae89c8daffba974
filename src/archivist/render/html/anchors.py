"""Where in the text each change is marked: behind the words that differ, on the new side where there is one."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from archivist.model.report import OpKind
from archivist.render.marks import evidence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.model.report import Change, Report
    from archivist.render.html.rows import RowPiece


class Anchors:
    """The places at which the changes of a report are marked; changes are numbered from 1 in the report's order."""

    def __init__(self, report: Report) -> None:
        self._old: defaultdict[int, list[int]] = defaultdict(list)
        self._new: defaultdict[int, list[int]] = defaultdict(list)
        for number, change in enumerate(report.changes, 1):
            side, place = _place(change, report)
            (self._new if side else self._old)[place].append(number)
        self._old_places = sorted(self._old)
        self._new_places = sorted(self._new)

    def placed(self, pieces: Iterable[RowPiece]) -> Iterator[RowPiece]:
        """The pieces of the whole text diff, cut where a change is marked, with the numbers behind the cuts."""
        for piece in pieces:
            at = 0
            for offset, numbers in sorted(self._within(piece).items()):
                yield piece.part(at, offset)._replace(anchors=tuple(numbers))
                at = offset
            size = len(piece.old if piece.kind is OpKind.DELETE else piece.new)
            if at < size:
                yield piece.part(at, size)

    def _within(self, piece: RowPiece) -> dict[int, list[int]]:
        """The changes marked in a piece, by offset into its words; a place on an edge belongs to what ends there."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        if piece.kind is not OpKind.DELETE:
            for place in _between(self._new_places, piece.new.start, piece.new.end):
                found[place - piece.new.start] += self._new[place]
        if piece.kind is not OpKind.INSERT and piece.moved_to is None:
            size = len(piece.old if piece.kind is OpKind.DELETE else piece.new)
            for place in _between(self._old_places, piece.old.start, piece.old.end):
                found[min(place - piece.old.start, size)] += self._old[place]
        return found


def _between(places: list[int], start: int, end: int) -> list[int]:
    """The places after `start`, up to and with `end`."""
    return places[bisect_right(places, start) : bisect_right(places, end)]


def _place(change: Change, report: Report) -> tuple[bool, int]:
    """Whether a change is marked on the new side, and the place in that text."""
    old, new = evidence(change, report)
    if new:
        return True, new[0].end
    if old:
        return False, old[0].end
    if change.new is not None:
        return True, change.new.span.end
    return False, change.old.span.end if change.old else 0
