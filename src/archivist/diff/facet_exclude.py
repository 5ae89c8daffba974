"""Whether two words exclude each other, or say the same, by the attributes that they are values of."""

from __future__ import annotations

from functools import lru_cache

from archivist.claims.en.contrasts import contrasts
from archivist.claims.en.forms import stem
from archivist.claims.en.limits import limits
from archivist.diff.facet_words import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

    from archivist.diff.facet_words import Atom
    from archivist.diff.reading import Passage

_FEMININE: Final = "ess"
_WINDOW: Final = 8
_NEGATORS: Final = "not", "n't", "n’t", "never"


def exclude(one: Atom, other: Atom) -> bool:
    """Whether two atoms cannot both be true: two values of one attribute, two numbers, two words with a capital."""
    limiting, limited = (limits().get(atom.key) for atom in (one, other))
    if limiting is not None and limited is not None:
        return limiting != limited
    own, others = values(one), values(other)
    if own and others:
        lines = dict(own)
        told_apart = [lines[line] != place for line, place in others if line in lines]
        return bool(told_apart) and all(told_apart)
    proper = all(atom.capital or atom.kind is Kind.NAME for atom in (one, other))
    words = Kind.WORD in {one.kind, other.kind}  # two figures that cannot be compared are not said of one thing
    return proper or (words and _has_digit(one) and _has_digit(other))


def same_value(one: Atom, other: Atom) -> bool:
    """Whether two words are one value of every attribute that they are values of: striker, forward.

    An actor is no actress.
    """
    if len(one.words) != 1 or len(other.words) != 1:
        return False
    if one.words[0].endswith(_FEMININE) != other.words[0].endswith(_FEMININE):
        return False
    if one.words[0] in limits():
        return limits()[one.words[0]] == limits().get(other.words[0])
    return bool(values(one)) and values(other) == values(one)


def is_denied(atom: Atom, side: Passage) -> bool:
    """Whether a negator stands right before an atom: she never married."""
    before = side.text[max(0, atom.span.start - _WINDOW) : atom.span.start]
    return before.rstrip().casefold().endswith(_NEGATORS)


def values(atom: Atom) -> tuple[tuple[int, int], ...]:
    """The values that a word in any form has, by attribute."""
    return _values(atom.words[0]) if len(atom.words) == 1 else ()


@lru_cache(maxsize=1 << 12)
def _values(word: str) -> tuple[tuple[int, int], ...]:
    return contrasts(word) or contrasts(stem(word)) or contrasts(stem(word) + "e")


def _has_digit(atom: Atom) -> bool:
    return any(letter.isdigit() for word in atom.words for letter in word)
