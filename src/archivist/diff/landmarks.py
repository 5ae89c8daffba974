"""What two texts plainly share at their beginning and end, cut where a reader would cut."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from archivist.diff.operations import Same, Stretch
from archivist.model.span import Span
from archivist.text.tokens import is_edge

if TYPE_CHECKING:
    from collections.abc import Iterator

_WINDOW = 4096  # code points looked through for a good place to cut
_NEAR = 512  # the same where only sentences will do
_BLANK = "\n\n"
_AHEAD = 6  # paragraphs behind a difference that are sought
_TELLING = 40  # code points of one that is not likely to be repeated
_STRIDE = 256  # code points compared at first; twice as many each time they are the same, else half

_FULL = tuple(".!?…。！？")
_CLOSERS = "\"'”’»›」』)]*_"  # what may stand behind a mark that ends a sentence


@cache
def breaks() -> tuple[re.Pattern[str], ...]:
    """Where a text may be cut, best first: behind paragraphs, lines, sentences, words, anywhere."""
    patterns = (r"\n[^\S\n]*+\n\s*+", r"\n\s*+", r"[.!?]\s++|[。！？]", r"\s++", r"")
    return tuple(map(re.compile, patterns))


def ends_sentence(text: str) -> bool:
    """Whether a sentence may end within `text` and another begin."""
    return breaks()[2].search(text) is not None


def holds_sentence(text: str) -> bool:
    """Whether `text` may be a sentence or more, or a line, as a whole; one of a single word is none."""
    bare = text.strip()
    return len(bare.split(maxsplit=1)) > 1 and (bare.rstrip(_CLOSERS).endswith(_FULL) or "\n" in text)


def shared_start(old: str, new: str) -> int:
    """How many code points two texts share at their start, back to an edge of tokens and, if near, of paragraphs."""
    shared = _same_head(old, new)
    near = max(0, shared - _WINDOW)
    for pattern in breaks():
        ends = [match.end() for match in pattern.finditer(old, near, shared)]
        cut = next((at for at in reversed(ends) if is_edge(old, at) and is_edge(new, at)), 0)
        if cut or not near:
            return cut
    return 0


def shared_end(old: str, new: str, start: int) -> int:
    """How many code points after the first `start` two texts share at their end, on to an edge as `shared_start`."""
    shared = _same_tail(old, new, start)
    first, shift = len(old) - shared, len(new) - len(old)
    for pattern in breaks():
        for match in pattern.finditer(old, first, min(len(old), first + _WINDOW)):
            if is_edge(old, match.end()) and is_edge(new, match.end() + shift):
                return len(old) - match.end()
        if shared <= _WINDOW:
            return 0
    return 0


def shared_blocks(old: str, new: str, middle: Stretch) -> Iterator[Same]:
    """What two stretches plainly share, in order: whole paragraphs, found again close behind each difference.

    It ends at the first difference behind which nothing is found again, so it may pass over much that is shared.
    """
    (i, old_end), (j, new_end) = middle
    while (again := _found_again(old, new, Stretch(Span(i, old_end), Span(j, new_end)))) is not None:
        i, j = again
        shared = _same_from(old, i, new, j, min(old_end - i, new_end - j))
        length = shared if shared in {old_end - i, new_end - j} else _last_break(old, i, i + shared) - i
        if length <= 0 or not (is_edge(old, i + length) and is_edge(new, j + length)):
            return
        yield Same(i, j, length)
        i, j = i + length, j + length


def _found_again(old: str, new: str, rest: Stretch) -> tuple[int, int] | None:
    """Where the first of the next paragraphs of `old` that `new` has close by begins on both sides."""
    start = rest.old.start
    for _ in range(_AHEAD):
        end = old.find(_BLANK, start, min(rest.old.end, start + _WINDOW)) + len(_BLANK)
        if end < len(_BLANK):
            return None
        if end - start >= _TELLING:
            at = new.find(old[start:end], rest.new.start, min(rest.new.end, rest.new.start + 4 * _WINDOW))
            opens = at == rest.new.start or (at > 0 and new.startswith(_BLANK, at - len(_BLANK)))
            if opens and is_edge(old, start) and is_edge(new, at):
                return start, at
        start = end
    return None


def _last_break(text: str, start: int, end: int) -> int:
    """Where the last paragraph begins that begins in a stretch behind its start; the start where none does."""
    at = text.rfind(_BLANK, start, end) + len(_BLANK)
    return at if at > start + len(_BLANK) else start


def shared_sentences(old: str, new: str) -> tuple[int, int]:
    """How many code points two texts share at their start, back to the end of a sentence, and at their end likewise.

    Where all that differs is a word for a word, up to the white space on both sides of it.
    """
    start, shift = _same_head(old, new), len(new) - len(old)
    first = len(old) - _same_tail(old, new, start)
    left, right = old.rfind(" ", 0, start) + 1, old.find(" ", first)
    if 0 < left < right and left < right + shift and _is_word(old, left, right) and _is_word(new, left, right + shift):
        return left, len(old) - right
    ends = [match.end() for match in breaks()[2].finditer(old, max(0, start - _NEAR), start)]
    start = next((at for at in reversed(ends) if is_edge(old, at) and is_edge(new, at)), 0)
    first = len(old) - _same_tail(old, new, start)
    for match in breaks()[2].finditer(old, max(0, first - 2), min(len(old), first + _NEAR)):
        at = match.end()
        if at >= first and is_edge(old, at) and is_edge(new, at + shift):
            return start, len(old) - at
    return start, 0


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether a stretch between two spaces is one word and the marks around it."""
    return not any(map(str.isspace, text[start:end])) and is_edge(text, start) and is_edge(text, end)


def _same_head(old: str, new: str) -> int:
    """How many code points two texts share at their start."""
    return _same_from(old, 0, new, 0, min(len(old), len(new)))


def _same_from(old: str, i: int, new: str, j: int, limit: int) -> int:
    """How many code points, up to a limit, two texts share from `i` and `j` on."""
    low, stride = 0, _STRIDE
    while low < limit:
        high = min(limit, low + stride)
        if old[i + low : i + high] == new[j + low : j + high]:
            low = high
            stride *= 2
        elif high - low == 1:
            break
        else:
            stride = (high - low) // 2
            limit = high - 1
    return low


def _same_tail(old: str, new: str, start: int) -> int:
    """How many code points after the first `start` two texts share at their end."""
    limit = min(len(old), len(new)) - start
    low, stride = 0, _STRIDE
    while low < limit:
        high = min(limit, low + stride)
        if old[len(old) - high : len(old) - low] == new[len(new) - high : len(new) - low]:
            low = high
            stride *= 2
        elif high - low == 1:
            break
        else:
            stride = (high - low) // 2
            limit = high - 1
    return low
