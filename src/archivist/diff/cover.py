"""Stretches of a text that can be asked what they have in common with a place."""

from __future__ import annotations

from bisect import bisect_right

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from archivist.model.span import Span


class Cover:
    """What some spans cover together; those that overlap or touch count as one stretch."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def __bool__(self) -> bool:
        return bool(self._starts)

    def touches(self, place: Span) -> bool:
        """Whether they share a code point with the place."""
        at = bisect_right(self._ends, place.start)
        return at < len(self._starts) and self._starts[at] < place.end

    def covers(self, place: Span) -> bool:
        """Whether the place lies in one of the stretches."""
        at = bisect_right(self._ends, place.start)
        return at < len(self._starts) and self._starts[at] <= place.start and place.end <= self._ends[at]
