"""Stretches of a text that are asked again and again whether they touch others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archivist.model.span import Span

_END = attrgetter("end")


def touching(spans: Sequence[Span], places: Iterable[Span]) -> list[int]:
    """The numbers of those of `spans`, which are in order and apart, that one of the places touches (`Places`)."""
    found: list[int] = []
    number = 0
    for start, end in sorted(places):
        number = max(number, bisect_right(spans, start, key=_END))
        while number < len(spans) and spans[number].start < end:
            found.append(number)
            number += 1
    return found


class Places:
    """Stretches of a text, in any order and overlapping at will."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Sequence[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []  # the furthest end so far
        for span in sorted(spans):
            self._starts.append(span.start)
            self._ends.append(max(span.end, self._ends[-1] if self._ends else 0))

    def touch(self, span: Span) -> bool:
        """Whether one of them shares a code point with `span`, or is empty and lies inside it."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._ends[before - 1] > span.start
