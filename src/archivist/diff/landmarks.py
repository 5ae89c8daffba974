"""What two texts plainly share at their beginning and end, cut where a reader would cut."""

from __future__ import annotations

import re
from functools import cache

from archivist.diff.ends import same_from, same_until
from archivist.text.tokens import is_edge

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.diff.operations import Stretch

_WINDOW = 4096  # code points looked through for a good place to cut
_NEAR = 512  # the same where only sentences will do

_FULL = tuple(".!?…。！？")
_CLOSERS = "\"'”’»›」』)]*_"  # what may stand behind a mark that ends a sentence


@cache
def breaks() -> tuple[re.Pattern[str], ...]:
    """Where a text may be cut, best first: behind paragraphs, lines, sentences, words, anywhere."""
    patterns = (r"\n[^\S\n]*+\n\s*+", r"\n\s*+", r"[.!?]\s++|。|！|？", r"\s++", r"")
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
    shared = same_from(old, 0, new, 0, min(len(old), len(new)))
    near = max(0, shared - _WINDOW)
    for pattern in breaks():
        ends = [match.end() for match in pattern.finditer(old, near, shared)]
        cut = next((at for at in reversed(ends) if is_edge(old, at) and is_edge(new, at)), 0)
        if cut or not near:
            return cut
    return 0


def shared_end(old: str, new: str, rest: Stretch) -> int:
    """How many code points two texts share at their end, within their `rest`, on to an edge as `shared_start`."""
    shared = same_until(old, len(old), new, len(new), min(len(rest.old), len(rest.new)))
    first, shift = len(old) - shared, len(new) - len(old)
    for pattern in breaks():
        for match in pattern.finditer(old, first, min(len(old), first + _WINDOW)):
            if is_edge(old, match.end()) and is_edge(new, match.end() + shift):
                return len(old) - match.end()
        if shared <= _WINDOW:
            return 0
    return 0


def shared_sentences(old: str, new: str) -> tuple[int, int]:
    """How many code points two texts share at their start, back to the end of a sentence, and at their end likewise.

    Where all that differs is a word for a word, up to the white space on both sides of it.
    """
    shortest, shift = min(len(old), len(new)), len(new) - len(old)
    start = same_from(old, 0, new, 0, shortest)
    first = len(old) - same_until(old, len(old), new, len(new), shortest - start)
    left, right = old.rfind(" ", 0, start) + 1, old.find(" ", first)
    if 0 < left < right and left < right + shift and _is_word(old, left, right) and _is_word(new, left, right + shift):
        return left, len(old) - right
    ends = [match.end() for match in breaks()[2].finditer(old, max(0, start - _NEAR), start)]
    start = next((at for at in reversed(ends) if is_edge(old, at) and is_edge(new, at)), 0)
    first = len(old) - same_until(old, len(old), new, len(new), shortest - start)
    for match in breaks()[2].finditer(old, max(0, first - 2), min(len(old), first + _NEAR)):
        at = match.end()
        if at >= first and is_edge(old, at) and is_edge(new, at + shift):
            return start, len(old) - at
    return start, 0


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether a stretch between two spaces is one word and the marks around it."""
    return not any(map(str.isspace, text[start:end])) and is_edge(text, start) and is_edge(text, end)
