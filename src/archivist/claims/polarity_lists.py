"""Lists under one negation: "neither tax nor rent", "no tax and no rent" and "not … tax or rent" deny the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from archivist.claims.polarity_words import BREAKS, is_content

if TYPE_CHECKING:
    from archivist.claims.polarity_words import Negator, Side

_REACH: Final = 8
_NAME: Final = 2
"""So many words may follow the first of a member of a list before its verb: Ben Quist, the clerk of Holt."""
_OR: Final = frozenset({"or", "nor"})
_AND: Final = frozenset({"and", "or", "nor"})
_BUT: Final = frozenset({"and", "but"})


def goes_on(side: Side, negator: Negator) -> bool:
    """Whether a negator only carries an earlier one on to another member of a list: nor, and no."""
    at = _place(side, negator)
    joined = side.words[at].low == "nor" or (at > 0 and side.words[at - 1].low in _AND)
    return joined and any(0 < at - start <= _REACH and not _parted(side, start, at) for start in _starts(side))


def is_denied_in_list(side: Side, place: int) -> bool:
    """Whether a word that no negator stands before is a member of a list that one bears on as a whole.

    It follows the first member by "or" (no tax or rent), or the verb of all of them is denied (tax and rent are not).
    """
    words = side.words
    for start in _starts(side):
        if start < place:
            between = [word.low for word in words[start + 1 : place]]
            if len(between) <= _REACH and not _OR.isdisjoint(between) and _BUT.isdisjoint(between):
                return not _parted(side, start, place)
        else:
            between = [word.low for word in words[place + 1 : start]]
            led = any(word.low in _AND for word in words[max(0, place - _NAME) : place])
            told = sum(map(is_content, between))
            if led and told <= _NAME and not _parted(side, place, start) and _AND.isdisjoint(between):
                return True
    return False


def _starts(side: Side) -> list[int]:
    return [_place(side, negator) for negator in side.negators if not negator.timing]


def _place(side: Side, negator: Negator) -> int:
    """The index of the first word of a negator."""
    return next(at for at, word in enumerate(side.words) if word.start >= negator.span.start)


def _parted(side: Side, start: int, end: int) -> bool:
    """Whether a mark parts two words of a text."""
    return any(word.low in BREAKS for word in side.words[start:end])
