"""Text to paragraphs: where blank lines divide it."""

from __future__ import annotations

from itertools import accumulate, compress

from archivist.model.span import Span


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
