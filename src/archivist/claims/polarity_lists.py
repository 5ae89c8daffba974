"""Lists under one negation: "neither tax nor rent", "no tax and no rent" and "not … tax or rent" deny the same."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from archivist.claims.polarity_words import BREAKS, is_content

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

    from archivist.claims.polarity_words import Negator, Side

_WORD_START: Final = attrgetter("start")
_NEGATOR_START: Final = attrgetter("span.start")
_REACH: Final = 8
"""So many words from its negator a member of a list stands at most."""
_NAME: Final = 2
"""So many words may follow the first of a member of a list before its verb: Ben Quist, the clerk of Holt."""
_OR: Final = frozenset({"or", "nor"})
_AND: Final = frozenset({"and", "or", "nor"})
_BUT: Final = frozenset({"and", "but"})


def goes_on(side: Side, negator: Negator) -> bool:
    """Whether a negator only carries an earlier one on to another member of a list: nor, and no."""
    at = bisect_left(side.words, negator.span.start, key=_WORD_START)
    joined = side.words[at].low == "nor" or (at > 0 and side.words[at - 1].low in _AND)
    return joined and any(start < at and not _parted(side, start, at) for start in _near(side, at))


def is_denied_in_list(side: Side, place: int) -> bool:
    """Whether a word that no negator stands before is a member of a list that one bears on as a whole.

    It follows the first member by "or" (no tax or rent), or the verb of all of them is denied (tax and rent are not).
    """
    words = side.words
    for start in _near(side, place):
        if start < place:
            between = [word.low for word in words[start + 1 : place]]
            if not _OR.isdisjoint(between) and _BUT.isdisjoint(between):
                return not _parted(side, start, place)
        else:
            between = [word.low for word in words[place + 1 : start]]
            led = any(word.low in _AND for word in words[max(0, place - _NAME) : place])
            told = sum(map(is_content, between))
            if led and told <= _NAME and not _parted(side, place, start) and _AND.isdisjoint(between):
                return True
    return False


def _near(side: Side, place: int) -> list[int]:
    """The words near a place at which negators start, by index."""
    return [
        at
        for at in range(max(0, place - _REACH), min(len(side.words), place + _REACH + 1))
        if at != place and _negates(side, side.words[at].start)
    ]


def _negates(side: Side, start: int) -> bool:
    at = bisect_left(side.negators, start, key=_NEGATOR_START)
    return at < len(side.negators) and side.negators[at].span.start == start and not side.negators[at].timing


def _parted(side: Side, start: int, end: int) -> bool:
    """Whether a mark parts two words of a text."""
    return any(word.low in BREAKS for word in side.words[start:end])
