"""Which words say the same: forms of one word, and synonyms."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache

from archivist.claims.en.forms import same_root, same_spelt, shared_start, stem
from archivist.claims.en.synonyms import groups

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_SHORTEST_MISSPELT = 6
_PREFIX = 3
_START = 2


def akin(one: str, other: str) -> bool:
    """Whether two folded words are forms of one word, or synonyms."""
    # Whatever else makes two words akin, they begin with the same letter, and most pairs of words do not.
    if one[:1] == other[:1] and _one_word(one, other):
        return True
    synonyms = _forms(one)[1]
    return bool(synonyms) and not synonyms.isdisjoint(_forms(other)[1])


def _one_word(one: str, other: str) -> bool:
    """Whether two words that begin alike are forms or spellings of one word."""
    if _forms(one)[0] == _forms(other)[0] or same_root(one, other) or _misspelt(one, other):
        return True
    return one[:_PREFIX] == other[:_PREFIX] and same_spelt(one, other)


class Kin:
    """A collection of words that can be asked whether one of them is akin to a given word."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_letter: dict[str, list[str]] = defaultdict(list)
        self._synonyms: set[int] = set()
        self._asked: dict[str, bool] = {}
        for word in dict.fromkeys(words):
            self._by_letter[word[:1]].append(word)
            self._synonyms |= _forms(word)[1]

    def __contains__(self, word: str) -> bool:
        known = self._asked.get(word)
        if known is None:
            near = self._by_letter.get(word[:1], ())
            known = not self._synonyms.isdisjoint(_forms(word)[1]) or any(akin(word, one) for one in near)
            self._asked[word] = known
        return known


@lru_cache(maxsize=1 << 14)
def _forms(word: str) -> tuple[str, frozenset[int]]:
    """The stem of a word, and the groups of synonyms that it is in."""
    root = stem(word)
    start = root[:_START]
    return root, frozenset(_by_stem(start).get(root, ()) if start in _by_start() else ())


@cache
def _by_stem(start: str) -> dict[str, list[int]]:
    """The groups of the listed stems that begin so: few are asked for, and most of the list need not be stemmed."""
    table: dict[str, list[int]] = {}
    for word, number in _by_start()[start]:
        table.setdefault(stem(word), []).append(number)
    return table


@cache
def _by_start() -> dict[str, list[tuple[str, int]]]:
    """The listed words with their groups, by what they begin with, which no stem is without."""
    table: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for number, group in enumerate(groups()):
        for word in group:
            table[word[:_START]].append((word, number))
    return table


def _misspelt(one: str, other: str) -> bool:
    """Whether one is the other with one letter left out, put in or replaced, or two swapped."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(short) < _SHORTEST_MISSPELT or len(long) - len(short) > 1:
        return False
    at = shared_start(short, long)
    if at == 0 or not (one + other).isalpha():
        return False
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    return short[at + 1 :] == long[at + 1 :] or (
        short[at + 2 :] == long[at + 2 :] and short[at : at + 2] == long[at : at + 2][::-1]
    )
