"""What two texts plainly share at their beginning and end, cut where a reader would cut."""

from __future__ import annotations

import re
from functools import cache

from archivist.text.tokens import is_edge

_WINDOW = 4096  # code points looked through for a good place to cut
_STRIDE = 1 << 16  # code points compared at a time


@cache
def breaks() -> tuple[re.Pattern[str], ...]:
    """Where a text may be cut, best first: behind paragraphs, lines, sentences, words, anywhere."""
    patterns = (r"\n[^\S\n]*+\n\s*+", r"\n\s*+", r"[.!?]\s++|[。！？]", r"\s++", r"")
    return tuple(map(re.compile, patterns))


def ends_sentence(text: str) -> bool:
    """Whether a sentence may end within `text` and another begin."""
    return breaks()[2].search(text) is not None


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


def _same_head(old: str, new: str) -> int:
    """How many code points two texts share at their start."""
    limit = min(len(old), len(new))
    low = 0
    while low + _STRIDE <= limit and old.startswith(new[low : low + _STRIDE], low):
        low += _STRIDE
    high = min(limit, low + _STRIDE)
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _same_tail(old: str, new: str, start: int) -> int:
    """How many code points after the first `start` two texts share at their end."""
    limit = min(len(old), len(new)) - start
    low = 0
    while low + _STRIDE <= limit and _ends_alike(old, new, low, low + _STRIDE):
        low += _STRIDE
    high = min(limit, low + _STRIDE)
    while low < high:
        middle = (low + high + 1) // 2
        if _ends_alike(old, new, low, middle):
            low = middle
        else:
            high = middle - 1
    return low


def _ends_alike(old: str, new: str, near: int, far: int) -> bool:
    """Whether the texts are the same from `far` to `near` code points before their ends."""
    return old[len(old) - far : len(old) - near] == new[len(new) - far : len(new) - near]
