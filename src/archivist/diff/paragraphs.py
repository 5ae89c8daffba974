"""A text by paragraph, and by sentence only where a paragraph is not found in the other text."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from archivist.diff.landmarks import breaks
from archivist.diff.operations import Stretch
from archivist.diff.sequence import Run
from archivist.model.span import Sentence, Span
from archivist.text.segment import segment
from archivist.text.tokens import is_edge

if TYPE_CHECKING:
    import re
    from collections.abc import Container, Iterable, Iterator, Mapping

_LONG = 8192  # code points of a paragraph that is cut further
_MOST = 150_000  # paragraphs that a text is cut into


class Paragraphs:
    """The paragraphs of a stretch of `text`: `forms` are their texts, with the white space behind them.

    Very long paragraphs are cut at lines, then at sentences. A text of very many paragraphs is cut no further.
    """

    def __init__(self, text: str, stretch: Span) -> None:
        self.text = text
        self.edges = _cuts(text, stretch.start, stretch.end)
        self.forms = [text[start:end] for start, end in pairwise(self.edges)]

    def span(self, first: int, after: int) -> Span:
        """The span of the paragraphs from number `first` to before number `after`."""
        return Span(self.edges[first], self.edges[after])

    def length_without(self, known: Container[str]) -> int:
        """The length in code points of the paragraphs that are not in `known`."""
        return sum(len(form) for form in self.forms if form not in known)

    def sentences(self, runs: Mapping[int, int], known: Container[str], *, closely: bool) -> Iterator[Sentence]:
        """The sentences, where each of `runs` (index and number of paragraphs) and each paragraph of `known` is one.

        Only if `closely` is true are those of the other paragraphs among them.
        """
        index = 0
        while index < len(self.forms):
            start = self.edges[index]
            number = runs.get(index, 1)
            if index in runs or self.forms[index] in known:
                last = index + number - 1
                yield Sentence(Span(start, self.edges[last] + len(self.forms[last].rstrip())), index)
            elif closely:
                for sentence in segment(self.forms[index]):
                    yield Sentence(Span(start + sentence.span.start, start + sentence.span.end), index)
            index += number


def _cuts(text: str, start: int, end: int) -> list[int]:
    """Where the paragraphs begin, and where the last one ends."""
    found, limit = [start, end] if start < end else [start], 0
    for pattern in breaks()[:3]:
        finer = [start]
        for left, right in pairwise(found):
            if right - left > limit:
                finer += islice(_inner_cuts(text, left, right, pattern), max(0, _MOST - len(finer)))
            finer.append(right)
        found, limit = finer, _LONG
    return found


def _inner_cuts(text: str, start: int, end: int, pattern: re.Pattern[str]) -> Iterator[int]:
    for match in pattern.finditer(text, start, end):
        if start < match.end() < end and is_edge(text, match.end()):
            yield match.end()


class Slot(NamedTuple):
    """A place in both texts, and whether one paragraph on each side fills it, the same or edited."""

    stretch: Stretch
    paired: bool


def slots(old: Paragraphs, new: Paragraphs, runs: Iterable[Run]) -> Iterator[Slot]:
    """The places of two texts, in order: each run of paragraphs that both share, and what lies between.

    Where as many paragraphs lie between on both sides, each has its place, else all of them have one together.
    """
    old_at = new_at = 0
    for run in (*runs, Run(len(old.forms), len(new.forms), 0)):
        if run.old - old_at == run.new - new_at:
            for i, j in zip(range(old_at, run.old), range(new_at, run.new), strict=True):
                yield Slot(Stretch(old.span(i, i + 1), new.span(j, j + 1)), paired=True)
        else:
            yield Slot(Stretch(old.span(old_at, run.old), new.span(new_at, run.new)), paired=False)
        old_at, new_at = run.old + run.length, run.new + run.length
        if run.length:
            yield Slot(Stretch(old.span(run.old, old_at), new.span(run.new, new_at)), paired=True)


def any_moved(old: Paragraphs, new: Paragraphs, runs: Iterable[Run]) -> bool:
    """Whether a paragraph stands in both texts, but in none of the runs that they share: it is the same elsewhere."""
    left_old: set[str] = set()
    left_new: set[str] = set()
    old_at = new_at = 0
    for run in (*runs, Run(len(old.forms), len(new.forms), 0)):
        left_old.update(map(str.strip, old.forms[old_at : run.old]))
        left_new.update(map(str.strip, new.forms[new_at : run.new]))
        old_at, new_at = run.old + run.length, run.new + run.length
    return not left_old.isdisjoint(left_new - {""})
