"""Sentences as attribution reads them: words and marks, each quotation one item."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from archivist.model.span import Span
from archivist.text.kept import kept

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Protocol

    from archivist.model.span import Sentence

    class Quoted(Protocol):
        """A quotation as attribution needs it: with and without its marks, and whether its closing mark is there."""

        @property
        def span(self) -> Span:
            """The quotation with its marks."""

        @property
        def inner(self) -> Span:
            """The words between the marks."""

        @property
        def closed(self) -> bool:
            """Whether the closing mark is there."""


QUOTATION = "“”"  # stands for a whole quotation in `Words.low`
Places = tuple[list[int], list[int]]  # where words start, and where they end
DASH = "—"  # stands for any dash there: a hyphen between spaces is one
_DASHES = frozenset({"--", "---", "—", "–"})
_MARKS = _DASHES | {"-", "."}  # what can be joined or spelt otherwise


@cache
def _pattern() -> re.Pattern[str]:
    clitic = r"['’](?:s|re|ve|ll|d|m)(?![^\W_])"
    word = rf"[^\W_]+(?:(?:[-./&]|(?!{clitic})['’])[^\W_]+)*"
    return re.compile(rf"\d+(?:[.,]\d+)+|{word}|{clitic}|--+|\.\.\.|[^\w\s]")


@kept
def _parted(chunk: str) -> tuple[str, ...]:
    """The words and marks of a stretch without white space, in order; nothing but low lines stands between them."""
    return tuple(_pattern().findall(chunk))


def _cut(stretch: str) -> list[str]:
    """The words and marks of a stretch, in order."""
    return [word for chunk in stretch.split() for word in ((chunk,) if chunk.isalpha() else _parted(chunk))]


class Words:
    """The words of a stretch of text, in order: where they start and end, and themselves in lower case.

    A quotation is one word, `QUOTATION`. A full stop inside the sentence belongs to the word before it; one that ends
    a sentence is a word of its own. `size` is the number of words.
    """

    __slots__ = ("_find", "_places", "_written", "low", "size")

    def __init__(self, written: list[str], low: list[str], find: Callable[[], Places]) -> None:
        self._written = written
        self._find = find
        self._places: Places | None = None
        self.low = tuple(low)
        self.size = len(low)

    def capital(self, index: int) -> bool:
        """Whether the word begins with a capital letter or a digit."""
        first = self._written[index][0]
        return first.isupper() or first.isdigit()

    def span(self, first: int, last: int) -> Span:
        """The span from word `first` to word `last`, both included."""
        starts, ends = self._edges()
        return Span(starts[first], ends[last])

    def touches(self, index: int) -> bool:
        """Whether nothing stands between the word and the one before it."""
        starts, ends = self._edges()
        return ends[index - 1] == starts[index]

    def _edges(self) -> Places:
        """Where the words start and end, which few sentences are asked for."""
        if self._places is None:
            self._places = self._find()
        return self._places


def units(sentences: tuple[Sentence, ...], quotations: Sequence[Quoted]) -> tuple[Span, ...]:
    """The sentences, joined where a quotation reaches over the end of one."""
    if not quotations:
        return tuple([sentence.span for sentence in sentences])
    joined: list[Span] = []
    starts = [quotation.span.start for quotation in quotations]
    reach = -1
    for sentence in sentences:
        span = sentence.span
        if joined and reach > span.start:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
        last = bisect_left(starts, span.end) - 1
        if last >= 0:
            reach = max(reach, quotations[last].span.end)
    return tuple(joined)


def read(
    text: str,
    unit: Span,
    quotations: Sequence[Quoted],
    sentence_ends: frozenset[int],
    sought: frozenset[str] | None = None,
) -> Words | None:
    """The words of `unit`; None where none of `sought` is among them.

    `quotations` are those inside it, `sentence_ends` the places where sentences end.
    """
    written: list[str] = []
    close = False
    end = unit.start
    for quotation in (*quotations, None):
        stop = quotation.span.start if quotation else unit.end
        found = _cut(text[end:stop])
        close = close or not (_MARKS.isdisjoint(found) or (found[-1] == "." and _ends_well(text, found, stop)))
        written += found
        if quotation:
            written.append(QUOTATION)
            end = quotation.span.end
    low = list(map(str.lower, written))
    if sought is not None and sought.isdisjoint(low):
        return None
    if close:
        return _read_closely(text, unit, quotations, sentence_ends)
    return Words(written, low, lambda: _edges(text, unit, quotations, written))


def _ends_well(text: str, found: Sequence[str], stop: int) -> bool:
    """Whether the full stop with which a stretch ends at `stop` is the only mark in it that needs a closer look."""
    return text[stop - 1] == "." and _MARKS.isdisjoint(found[:-1])


def _edges(text: str, unit: Span, quotations: Sequence[Quoted], words: Sequence[str]) -> Places:
    """Where each of the words, as written, starts and ends, where none is joined with another."""
    starts: list[int] = []
    ends: list[int] = []
    end = unit.start
    whole = iter(quotations)
    for word in words:
        if word == QUOTATION:
            start, end = next(whole).span
        else:
            start = text.index(word, end)
            end = start + len(word)
        starts.append(start)
        ends.append(end)
    return starts, ends


def _read_closely(text: str, unit: Span, quotations: Sequence[Quoted], sentence_ends: frozenset[int]) -> Words:
    """The same as `read`, word by word: full stops inside are joined to words, dashes have one spelling."""
    starts: list[int] = []
    ends: list[int] = []
    low: list[str] = []
    end = unit.start
    for quotation in (*quotations, None):
        stop = quotation.span.start if quotation else unit.end
        for word in _cut(text[end:stop]):
            at = text.index(word, end)
            end = at + len(word)
            if word == "." and end not in sentence_ends and end != stop and ends and ends[-1] == at:
                ends[-1] = end
                low[-1] += "."
                continue
            starts.append(at)
            ends.append(end)
            dash = word in _DASHES or (word == "-" and text[at - 1 : at].isspace() and text[end : end + 1].isspace())
            low.append(DASH if dash else word.lower())
        if quotation:
            starts.append(quotation.span.start)
            ends.append(quotation.span.end)
            low.append(QUOTATION)
            end = quotation.span.end
    return Words([text[start] for start in starts], low, lambda: (starts, ends))
