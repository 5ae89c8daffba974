"""How alike two sentences are by the words they share.

The measure is Dice's over the words and word pairs of both, each weighted by how rare it is among the sentences
compared (tried against plain words, stems of other lengths, n-grams of characters and `fuzz.ratio`), and a little more
where both begin alike: what is rewritten keeps its opening more often than its end.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from itertools import chain, count, pairwise
from math import log, sqrt
from operator import mul

from archivist.text.plain import plain
from archivist.text.script import UNSPACED, is_latin

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    _Bags = dict[int, list[int]]

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
    if sentence.isascii():
        found = sentence.translate(_ascii_words()).split()
        if "'" in sentence:
            pieces = chain.from_iterable(_latin_word().findall(word) if "'" in word else (word,) for word in found)
            found = [word.removesuffix("'s") for word in pieces]
        return tuple([word[:_STEM] for word in found])
    view = plain(sentence).lower()
    pattern = _latin_word() if is_latin(view) else _any_word()
    found = pattern.findall(view)
    if "'" in view:
        found = [word.removesuffix("'s") for word in found]
    return tuple([word[:_STEM] for word in found])


@cache
def _ascii_words() -> str:
    """How ASCII is told without case, and with nothing but letters, digits and what may stand in a word."""
    return "".join(c.lower() if c.isalnum() or c in "_'" else " " for c in map(chr, range(128)))


@cache
def _latin_word() -> re.Pattern[str]:
    return re.compile(r"\w+(?:'[a-z]+)?")


@cache
def _any_word() -> re.Pattern[str]:
    return re.compile(rf"[{UNSPACED}]|(?:(?![{UNSPACED}])[\w{_MARKED}])+(?:'[a-z]+)?")


class Likeness:
    """The likeness of old to new sentences, by their index, as the words of each tell.

    What sentences are compared by, their features, are their words and their pairs of neighbouring words, each of them
    a number. A bag holds those of a sentence, each once; in order, since a set would be summed otherwise each run.
    """

    def __init__(self, old: Mapping[int, tuple[str, ...]], new: Mapping[int, tuple[str, ...]]) -> None:
        self._words = (old, new)
        features = _Features((*old.values(), *new.values()))
        bags = dict(zip((*old, *(~j for j in new)), features.bags, strict=True))
        self._bags: tuple[_Bags, _Bags] = {i: bags[i] for i in old}, {j: bags[~j] for j in new}
        self._times = features.times
        self._weight = features.weights()
        # Only features that both texts have can make two sentences alike.
        both = set(chain.from_iterable(self._bags[0].values()))
        both.intersection_update(chain.from_iterable(self._bags[1].values()))
        self._shared = tuple(
            {index: list(filter(both.__contains__, bag)) for index, bag in side.items()} for side in self._bags
        )
        self._sets: tuple[dict[int, frozenset[int]], dict[int, frozenset[int]]] = {}, {}
        self._totals = tuple({index: self._sum(bag) for index, bag in side.items()} for side in self._bags)

    def of(self, i: int, j: int) -> float:
        """The likeness of two sentences, from 0 to 1 and the bonus for a common opening; 0 for one not compared."""
        if i not in self._bags[0] or j not in self._bags[1]:
            return 0
        return self._scored(i, j, self._in_both(i, j))

    def table(self, old: Iterable[int], new: Iterable[int], least: float) -> dict[int, dict[int, float]]:
        """The likeness of each of `old` to each of `new` of which it is more than `least`, and of some others."""
        places = _places(self._shared[1], new)
        enough = (least - _OPENING_BONUS) / 2
        old_total, new_total = self._totals
        weights = self._weight
        result: dict[int, dict[int, float]] = {}
        for i in old:
            shared: dict[int, float] = defaultdict(float)
            for feature in self._shared[0].get(i, ()):
                if at := places.get(feature):
                    weight = weights[feature]
                    for j in at:
                        shared[j] += weight
            result[i] = {
                j: self._scored(i, j, weight)
                for j, weight in shared.items()
                if weight > enough * (old_total[i] + new_total[j])
            }
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
            if min(most_old, most_new) >= alike * (self._totals[0][i] + self._totals[1][j])
        )
        scored = [(self.of(i, j), i, j) for i, j in candidates]
        near = [
            (-score if score >= least else -self._word_for_word(i, j), i, j)
            for score, i, j in scored
            if score >= _LEAST_BY_WEIGHT
        ]
        return ((i, j) for score, i, j in sorted(near) if -score >= least)

    def held(self, i: int, j: int) -> tuple[float, float]:
        """By the weight of their words, the share of an old sentence that stands in a new one, and of that in it."""
        shared = self._in_both(i, j)
        return shared / self._totals[0][i], shared / self._totals[1][j]

    def old_holds(self, i: int, parts: Sequence[int]) -> tuple[float, float]:
        """How far new sentences together stand in an old one: the share of their words, and the likeness to it."""
        return self._holding(0, i, parts)

    def new_holds(self, j: int, parts: Sequence[int]) -> tuple[float, float]:
        """How far old sentences together stand in a new one: the share of their words, and the likeness to it."""
        return self._holding(1, j, parts)

    def _word_for_word(self, i: int, j: int) -> float:
        """The share of their words that two sentences have in common, whatever these weigh.

        In a short sentence, one word exchanged is much of the weight.
        """
        old, new = self._words[0][i], self._words[1][j]
        return 2 * (Counter(old) & Counter(new)).total() / (len(old) + len(new))

    def _rarest(self, side: int, indices: Iterable[int], alike: float) -> dict[int, list[tuple[int, float]]]:
        """By feature that both texts have: the sentences that it can be the rarest of what is shared in.

        With each goes the most that it shares with any other then: the weight of this feature and those less rare. A
        sentence that weighs w shares at least `alike` (w + v) with one that weighs v, which is no less than what is
        shared, so features that are too rare to leave as much behind cannot be the first, nor can any after them.
        """
        found: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for index in indices:
            shared = self._shared[side].get(index, ())
            most, needed = self._sum(shared), self._totals[side].get(index, 0) * alike / (1 - alike)
            if most < needed or len(self._words[side].get(index, ())) < _FEWEST:
                continue
            for feature in sorted(shared, key=lambda feature: (self._times[feature], feature)):
                if most < needed:
                    break
                found[feature].append((index, most))
                most -= self._weight[feature]
        return found

    def _holding(self, side: int, whole: int, parts: Sequence[int]) -> tuple[float, float]:
        """How far parts of the other side stand in a whole of this one."""
        held = self._feature_set(side, whole)
        others, totals = self._bags[1 - side], self._totals[1 - side]
        if len(parts) == 1:
            shared = self._sum(filter(held.__contains__, self._shared[1 - side].get(parts[0], ())))
            total = totals.get(parts[0], 0)
            return (shared / total, 2 * shared / (total + self._totals[side][whole])) if held and total else (0, 0)
        joined = dict.fromkeys(chain.from_iterable(others.get(part, ()) for part in parts))
        total = self._sum(joined)
        if not held or not total:
            return 0, 0
        shared = self._sum(filter(held.__contains__, joined))
        return shared / total, 2 * shared / (total + self._totals[side][whole])

    def _in_both(self, i: int, j: int) -> float:
        """What the features weigh that two sentences share."""
        return self._sum(filter(self._feature_set(1, j).__contains__, self._shared[0][i]))

    def _feature_set(self, side: int, index: int) -> frozenset[int]:
        """The features of a sentence that both texts have."""
        sets = self._sets[side]
        if index not in sets:
            sets[index] = frozenset(self._shared[side].get(index, ()))
        return sets[index]

    def _sum(self, features: Iterable[int]) -> float:
        return sum(map(self._weight.__getitem__, features))

    def _scored(self, i: int, j: int, shared: float) -> float:
        opening = 0
        for one, other in zip(self._words[0][i][:_OPENING], self._words[1][j][:_OPENING], strict=False):
            if one != other:
                break
            opening += 1
        total = self._totals[0][i] + self._totals[1][j]
        return (2 * shared / total if total else 0) + _OPENING_BONUS * opening / _OPENING


class _Features:
    """The features of sentences, numbered as they are met, words before pairs, and how many sentences have each."""

    def __init__(self, sentences: Sequence[tuple[str, ...]]) -> None:
        words: defaultdict[str, int] = defaultdict(count().__next__)
        singles = [list(dict.fromkeys(map(words.__getitem__, found))) for found in sentences]
        pairs: defaultdict[tuple[str, str], int] = defaultdict(count(len(words)).__next__)
        twos = [list(dict.fromkeys(map(pairs.__getitem__, pairwise(found)))) for found in sentences]
        self.bags = [one + two for one, two in zip(singles, twos, strict=True)]
        self.times = Counter(chain.from_iterable(self.bags))
        self._words, self._pairs = words, pairs

    def weights(self) -> list[float]:
        """What each feature weighs: the rarer, the more; a pair less than a word, and what is short less again."""
        number = len(self.bags)
        rarity = {times: sqrt(log(1 + number / times)) for times in set(self.times.values())}
        short = {word for word in self._words if len(word) <= _SHORT and word.isascii() and word.isalpha()}
        priors = [_SHORT_WEIGHT if word in short else 1 for word in self._words]
        priors += [
            _PAIR_WEIGHT * (_SHORT_WEIGHT if one in short and other in short else 1) for one, other in self._pairs
        ]
        return list(map(mul, priors, map(rarity.__getitem__, map(self.times.__getitem__, range(len(priors))))))


def _places(bags: Mapping[int, Iterable[int]], indices: Iterable[int]) -> dict[int, list[int]]:
    """Where each feature stands among the sentences of these indices."""
    places: dict[int, list[int]] = defaultdict(list)
    for index in indices:
        for feature in bags.get(index, ()):
            places[feature].append(index)
    return places
