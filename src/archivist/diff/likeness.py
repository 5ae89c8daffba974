"""How alike two sentences are by the words they share.

The measure is Dice's over the words and word pairs of both, each weighted by how rare it is among the sentences
compared (tried against plain words, stems of other lengths, n-grams of characters and `fuzz.ratio`), and a little more
where both begin alike: what is rewritten keeps its opening more often than its end.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from itertools import chain, pairwise
from math import log, sqrt
from typing import TYPE_CHECKING

from archivist.text.plain import plain
from archivist.text.script import UNSPACED, is_latin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_STEM = 5
"""Words count as equal if this many first letters are: endings change when a sentence is rewritten."""

_PAIR_WEIGHT = 0.5
"""What a pair of neighbouring words counts against a single one as rare."""

_SHORT = 3
_SHORT_WEIGHT = 0.5
"""What a word of so few letters, or a pair of them, counts against others as rare: most of them are no content."""

_OPENING = 4
_OPENING_BONUS = 0.1
"""The likeness gained by sentences whose first words, up to this many, are the same."""

_FEWEST = 4
_RARE = 8
"""What moved must have this many words, and share one that stands in no more of the sentences on either side."""

_LEAST_BY_WEIGHT = 0.6
"""What moved is at least so much alike by weight, however many words it shares."""

_MARKED = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0966-\u0dff"
"""Combining marks of Latin, Greek, Cyrillic, Hebrew and Arabic, and the scripts of India: part of a word."""


def words(sentence: str) -> tuple[str, ...]:
    """The words of `sentence` in order, without case and endings; single letters in unspaced scripts."""
    view = plain(sentence).lower()
    pattern = _latin_word() if is_latin(view) else _any_word()
    return tuple(word.removesuffix("'s")[:_STEM] for word in pattern.findall(view))


@cache
def _latin_word() -> re.Pattern[str]:
    return re.compile(r"\w+(?:'[a-z]+)?")


@cache
def _any_word() -> re.Pattern[str]:
    return re.compile(rf"[{UNSPACED}]|(?:(?![{UNSPACED}])[\w{_MARKED}])+(?:'[a-z]+)?")


class Likeness:
    """The likeness of old to new sentences, by their index, as the words of each tell."""

    def __init__(self, old: Mapping[int, tuple[str, ...]], new: Mapping[int, tuple[str, ...]]) -> None:
        self._words = (old, new)
        self._old = {i: _features(found) for i, found in old.items()}
        self._new = {j: _features(found) for j, found in new.items()}
        times_old = Counter(chain.from_iterable(self._old.values()))
        times_new = Counter(chain.from_iterable(self._new.values()))
        self._times = {
            feature: count + times_new[feature] for feature, count in times_old.items() if feature in times_new
        }
        times = times_old | times_new | self._times
        number = len(old) + len(new)
        rarity = {count: sqrt(log(1 + number / count)) for count in set(times.values())}
        self._weight = {feature: _prior(feature) * rarity[count] for feature, count in times.items()}
        # Only features that both texts have can make two sentences alike.
        self._shared = tuple(
            {index: [feature for feature in bag if feature in self._times] for index, bag in bags.items()}
            for bags in (self._old, self._new)
        )
        self._old_total = {i: self._sum(bag) for i, bag in self._old.items()}
        self._new_total = {j: self._sum(bag) for j, bag in self._new.items()}

    def of(self, i: int, j: int) -> float:
        """The likeness of two sentences, from 0 to 1 and the bonus for a common opening; 0 for one not compared."""
        if i not in self._old or j not in self._new:
            return 0
        return self._scored(i, j, self._sum([feature for feature in self._shared[0][i] if feature in self._new[j]]))

    def table(self, old: Iterable[int], new: Iterable[int]) -> dict[int, dict[int, float]]:
        """The likeness of each of `old` to each of `new` that it shares a word with."""
        places = _places(self._shared[1], new)
        result: dict[int, dict[int, float]] = {}
        for i in old:
            shared: dict[int, float] = defaultdict(float)
            for feature in self._shared[0].get(i, ()):
                weight = self._weight[feature]
                for j in places.get(feature, ()):
                    shared[j] += weight
            result[i] = {j: self._scored(i, j, weight) for j, weight in shared.items()}
        return result

    def mutual(self, old: Iterable[int], new: Iterable[int]) -> list[tuple[int, int]]:
        """Pairs by words that stand in one sentence on each side, each the other's first choice, in old order."""
        left, right = _places(self._shared[0], old), _places(self._shared[1], new)
        votes: dict[tuple[int, int], float] = defaultdict(float)
        for feature, at in left.items():
            if len(at) == 1 and len(right.get(feature, ())) == 1:
                votes[at[0], right[feature][0]] += self._weight[feature]
        best = sorted(votes, key=lambda pair: (-votes[pair], pair))
        pairs: dict[int, int] = {}
        seen_old: set[int] = set()
        seen_new: set[int] = set()
        for i, j in best:
            if i not in seen_old and j not in seen_new:
                pairs[i] = j
            seen_old.add(i)
            seen_new.add(j)
        return sorted(pairs.items())

    def nearest(self, old: Iterable[int], new: Iterable[int], least: float) -> Iterator[tuple[int, int]]:
        """Pairs that share a rare word and are so much alike at least, by weight or by words, the likest first."""
        alike = (_LEAST_BY_WEIGHT - _OPENING_BONUS) / 2
        left, right = self._rarest(0, old, alike), self._rarest(1, new, alike)
        candidates = dict.fromkeys(
            (i, j)
            for feature, at in left.items()
            if len(at) <= _RARE and len(right.get(feature, ())) <= _RARE
            for i, most_old in at
            for j, most_new in right.get(feature, ())
            if min(most_old, most_new) >= alike * (self._old_total[i] + self._new_total[j])
        )
        scored = [(self.of(i, j), i, j) for i, j in candidates]
        near = [
            (-score if score >= least else -self._word_for_word(i, j), i, j)
            for score, i, j in scored
            if score >= _LEAST_BY_WEIGHT
        ]
        return ((i, j) for score, i, j in sorted(near) if -score >= least)

    def old_holds(self, i: int, parts: Sequence[int]) -> tuple[float, float]:
        """How far new sentences together stand in an old one: the share of their words, and the likeness to it."""
        return self._holding(self._old.get(i, {}), [self._new.get(j, {}) for j in parts])

    def new_holds(self, j: int, parts: Sequence[int]) -> tuple[float, float]:
        """How far old sentences together stand in a new one: the share of their words, and the likeness to it."""
        return self._holding(self._new.get(j, {}), [self._old.get(i, {}) for i in parts])

    def _word_for_word(self, i: int, j: int) -> float:
        """The share of their words that two sentences have in common, whatever these weigh.

        In a short sentence, one word exchanged is much of the weight.
        """
        old, new = self._words[0][i], self._words[1][j]
        return 2 * (Counter(old) & Counter(new)).total() / (len(old) + len(new))

    def _rarest(self, side: int, indices: Iterable[int], alike: float) -> dict[str, list[tuple[int, float]]]:
        """By feature that both texts have: the sentences that it can be the rarest of what is shared in.

        With each goes the most that it shares with any other then: the weight of this feature and those less rare. A
        sentence that weighs w shares at least `alike` (w + v) with one that weighs v, which is no less than what is
        shared, so features that are too rare to leave as much behind cannot be the first, nor can any after them.
        """
        totals = (self._old_total, self._new_total)[side]
        found: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for index in indices:
            shared = self._shared[side].get(index, ())
            most, needed = self._sum(shared), totals.get(index, 0) * alike / (1 - alike)
            if most < needed or len(self._words[side].get(index, ())) < _FEWEST:
                continue
            for feature in sorted(shared, key=lambda feature: (self._times[feature], feature)):
                if most < needed:
                    break
                found[feature].append((index, most))
                most -= self._weight[feature]
        return found

    def _holding(self, whole: dict[str, None], parts: Sequence[dict[str, None]]) -> tuple[float, float]:
        joined = {feature: None for part in parts for feature in part}
        total, all_of_whole = self._sum(joined), self._sum(whole)
        if not total or not all_of_whole:
            return 0, 0
        shared = self._sum(feature for feature in joined if feature in whole)
        return shared / total, 2 * shared / (total + all_of_whole)

    def _sum(self, features: Iterable[str]) -> float:
        return sum(map(self._weight.__getitem__, features))

    def _scored(self, i: int, j: int, shared: float) -> float:
        opening = 0
        for one, other in zip(self._words[0][i][:_OPENING], self._words[1][j][:_OPENING], strict=False):
            if one != other:
                break
            opening += 1
        total = self._old_total[i] + self._new_total[j]
        return (2 * shared / total if total else 0) + _OPENING_BONUS * opening / _OPENING


def _features(found: tuple[str, ...]) -> dict[str, None]:
    """The words and the pairs of neighbouring words, each once. In order: a set would sum otherwise each run."""
    return dict.fromkeys(found) | dict.fromkeys(f"{one} {other}" for one, other in pairwise(found))


def _prior(feature: str) -> float:
    """What a word or pair of words counts whatever its rarity."""
    pair = _PAIR_WEIGHT if " " in feature else 1
    if len(feature) > 2 * _SHORT + 1:
        return pair
    short = all(len(word) <= _SHORT and word.isascii() and word.isalpha() for word in feature.split())
    return (_SHORT_WEIGHT if short else 1) * pair


def _places(bags: Mapping[int, Iterable[str]], indices: Iterable[int]) -> dict[str, list[int]]:
    """Where each feature stands among the sentences of these indices."""
    places: dict[str, list[int]] = defaultdict(list)
    for index in indices:
        for feature in bags.get(index, ()):
            places[feature].append(index)
    return places
