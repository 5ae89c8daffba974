"""Stretches of a text that are asked again and again whether they touch others."""

from __future__ import annotations

from bisect import bisect_left

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archivist.model.span import Span
    from archivist.text.paragraphs import Excerpt


def touching(paragraphs: Excerpt, places: Iterable[Span]) -> list[int]:
    """The numbers of the paragraphs that one of the places touches (`Places`), in order."""
    found: dict[int, None] = {}
    for start, end in sorted(places):
        number = paragraphs.ending_behind(start)
        while paragraphs.has(number) and paragraphs[number].start < end:
            found[number] = None
            number += 1
    return list(found)


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
