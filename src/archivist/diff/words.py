"""The words of a stretch, and what two texts share where their words match.

White space is no word here: it never anchors a match, so that a reflowed text is the same words on other lines.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from archivist.diff.operations import Same
from archivist.model.noun import NamedTuple
from archivist.text.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.diff.sequence import Run
    from archivist.model.span import Span


class Words(NamedTuple):
    """The words of a stretch: `text` is the whole text, `edges` each word's start and end, `forms` each as written."""

    text: str
    edges: list[tuple[int, int]]
    forms: list[str]

    def gap(self, index: int) -> str:
        """The white space between the word before `index` and the word at `index`."""
        return self.text[self.edges[index - 1][1] : self.edges[index][0]]


def words(text: str, span: Span) -> Words:
    """The tokens in a stretch of `text` that are not white space, with or without a combining mark on it."""
    edges = [(start, end) for start, end in pairwise(tokens(text, span)) if not text[start].isspace()]
    return Words(text, edges, [text[start:end] for start, end in edges])


def is_one_word(text: str) -> bool:
    """Whether `text` plainly is a single word: it may be one, too, where the answer is no."""
    return text.isalpha() and text.isascii()


def same_text(old: Words, new: Words, runs: Iterable[Run]) -> Iterator[Same]:
    """What the texts share in runs of words: a run is parted where the white space within it differs."""
    for run in runs:
        begin = 0
        for at in range(1, run.length):
            if old.gap(run.old + at) != new.gap(run.new + at):
                yield _same(old, new, run, begin, at)
                begin = at
        yield _same(old, new, run, begin, run.length)


def _same(old: Words, new: Words, run: Run, begin: int, end: int) -> Same:
    """The words from number `begin` to before number `end` of a run."""
    start = old.edges[run.old + begin][0]
    return Same(start, new.edges[run.new + begin][0], old.edges[run.old + end - 1][1] - start)
