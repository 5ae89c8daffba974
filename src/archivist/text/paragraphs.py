"""Text to paragraphs: where blank lines divide it, in all of it or in the part that is looked at."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, compress

from archivist.model.span import Span
from archivist.text.plain import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_BLANK = "\n\n"
"""Where these stand, one paragraph ends and another one begins, whatever stands around them."""

_REACH = 512
"""Code points on either side of a stretch of interest that are looked at first; then twice as many, and so on."""


def paragraphs(text: str) -> tuple[Span, ...]:
    """The blocks of `text` between blank lines, in order and without the white space around them."""
    return tuple(map(Span, *paragraph_edges(text)))


def paragraph_edges(text: str) -> tuple[list[int], list[int]]:
    """Where the paragraphs of `text` start and end, as `paragraphs` gives them."""
    lines = text.splitlines(keepends=True)
    words = list(map(str.strip, lines))
    edges = list(accumulate(map(len, lines), initial=0))
    breaks = [number for number, bare in enumerate(words) if not bare]
    firsts, ends = [0, *(number + 1 for number in breaks)], [*breaks, len(lines)]
    if "\u2029" in text:  # with which a line ends that is part of a paragraph, and the paragraph with it
        marked = [number + 1 for number, line in enumerate(lines) if line[-1] == "\u2029"]
        firsts, ends = sorted(firsts + marked), sorted(ends + marked)
    blocks = [first < end for first, end in zip(firsts, ends, strict=True)]
    firsts, lasts = list(compress(firsts, blocks)), [end - 1 for end in compress(ends, blocks)]
    starts = [edges[first] + (_indent(lines[first]) if lines[first][0].isspace() else 0) for first in firsts]
    if firsts == lasts:
        return starts, [start + len(words[first]) for start, first in zip(starts, firsts, strict=True)]
    return starts, [edges[last] + _indent(lines[last]) + len(words[last]) for last in lasts]


def _indent(line: str) -> int:
    """How many white spaces a line begins with."""
    return len(line) - len(line.lstrip())


class Excerpt:
    """A part of a text, with its plain view and its paragraphs, that grows where more of the text is asked for.

    It begins and ends where blank lines part the text, so that its paragraphs are those of the whole text. They are
    asked for by number: 0 is the first of the part that the excerpt began as, those before it have numbers below 0.
    """

    def __init__(self, text: str, around: Span | None = None) -> None:
        """All of `text`, or what stands around a stretch of it."""
        self.text = text
        self._reach = _REACH
        start, end = (around.start - _REACH, around.end + _REACH) if around is not None else (0, len(text))
        self._start, self._end = _parted_before(text, start), _parted_behind(text, end)
        self._starts, self._ends = _edges_within(text, self._start, self._end)
        self._before = 0  # how many of the paragraphs stand before number 0
        self._spans: dict[int, Span] = {}  # those asked for, by their numbers
        self._plain = plain(text[self._start : self._end])
        self._view: str | None = None

    @property
    def view(self) -> str:
        """The plain view of the text up to the end of the part; before the part stand line ends."""
        if self._view is None:
            self._view = self._plain.rjust(self._start + len(self._plain), "\n")
        return self._view

    def __getitem__(self, number: int) -> Span:
        """The place of a paragraph.

        Raises:
            IndexError: the text has no such paragraph.
        """
        span = self._spans.get(number)
        if span is None:
            if not self.has(number):
                raise IndexError(number)
            at = number + self._before
            span = self._spans[number] = Span(self._starts[at], self._ends[at])
        return span

    def has(self, number: int) -> bool:
        """Whether the text has a paragraph with this number."""
        while number + self._before < 0 and self._start:
            self._grow_back()
        while number + self._before >= len(self._starts) and self._end < len(self.text):
            self._grow_on()
        return 0 <= number + self._before < len(self._starts)

    def nearest(self, number: int) -> int:
        """The number itself, or that of the first or last paragraph where the text has no paragraph so far on."""
        if self.has(number):
            return number
        return -self._before if number < 0 else len(self._starts) - 1 - self._before

    def ending_behind(self, place: int) -> int:
        """The number of the first paragraph that ends behind a place: of the one that holds it, if one does."""
        while place < self._start:
            self._grow_back()
        at = bisect_right(self._ends, place)
        while at == len(self._ends) and self._end < len(self.text):
            self._grow_on()
            at = bisect_right(self._ends, place)
        return at - self._before

    def distance(self, place: int) -> int:
        """How many code points lie between a place and the part."""
        return max(self._start - place, place - self._end, 0)

    @property
    def part(self) -> Span:
        """Where the part stands in the text, as far as it has grown."""
        return Span(self._start, self._end)

    @property
    def opens(self) -> bool:
        """Whether the text begins with the part."""
        return not self._start

    @property
    def first(self) -> int:
        """The number of the first paragraph of the text."""
        while self._start:
            self._grow_back()
        return -self._before

    @property
    def stop(self) -> int:
        """The number behind that of the last paragraph of the text."""
        while self._end < len(self.text):
            self._grow_on()
        return len(self._starts) - self._before

    def numbers(self) -> range:
        """The numbers of all paragraphs of the text."""
        return range(self.first, self.stop)

    def __iter__(self) -> Iterator[Span]:
        """All paragraphs of the text."""
        self.numbers()
        return map(Span, self._starts, self._ends)

    def _grow_back(self) -> None:
        """Take in about as much before the part as it has."""
        start = _parted_before(self.text, self._start - self._reach)
        starts, ends = _edges_within(self.text, start, self._start)
        self._starts[:0], self._ends[:0] = starts, ends
        self._before += len(starts)
        self._plain = plain(self.text[start : self._start]) + self._plain
        self._start = start
        self._grown()

    def _grow_on(self) -> None:
        """Take in about as much behind the part as it has."""
        end = _parted_behind(self.text, self._end + self._reach)
        starts, ends = _edges_within(self.text, self._end, end)
        self._starts += starts
        self._ends += ends
        self._plain += plain(self.text[self._end : end])
        self._end = end
        self._grown()

    def _grown(self) -> None:
        self._reach *= 2
        self._view = None


def _parted_before(text: str, at: int) -> int:
    """The last place up to `at` behind a blank line, or the start of the text."""
    found = text.rfind(_BLANK, 0, max(0, at))
    return found + len(_BLANK) if found >= 0 else 0


def _parted_behind(text: str, at: int) -> int:
    """The first place behind a blank line that begins at `at` or later, or the end of the text."""
    found = text.find(_BLANK, max(0, at))
    return found + len(_BLANK) if found >= 0 else len(text)


def _edges_within(text: str, start: int, end: int) -> tuple[list[int], list[int]]:
    """Where the paragraphs of a part of `text` start and end in it."""
    starts, ends = paragraph_edges(text[start:end])
    if start:
        return [start + edge for edge in starts], [start + edge for edge in ends]
    return starts, ends
