"""The words of a claim as its polarity needs them: negators and what they deny, opposites, rough stems."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from functools import cache, lru_cache

from archivist.claims.en import hedges, negation, opposites
from archivist.claims.glance import phrase_table
from archivist.model.noun import NamedTuple
from archivist.model.span import Span
from archivist.text.plain import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.claims.glance import Glance, Phrases

BREAKS = frozenset('.;:!?()"')
_PATTERNS = {
    "word": r"\d+(?:[.,-]\d+)*|[^\W_]+(?:['-][^\W_]+)*|[.,;:!?()\"]",
    "break": r'[.;:!?()"](?:(?!\d)|(?<=\D.))',  # between digits it belongs to a number
}
_SHORTEST_STEM = 3
_START = 2
"""So many letters of a word, or of the base form of an irregular one, its stem begins with too."""

_SHORTENED = "t"
"""What is left of "not" in "n't"."""

REACH = 8
"""How many words after a negator it can bear on."""

Axes = tuple[tuple[int, int], ...]
"""The axes of opposites that a word stands on, by number, each with its side: 1 or -1."""


class Word(NamedTuple):
    """A word or mark in lower case, and its place."""

    low: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return Span(self.start, self.end)

    @property
    def stem(self) -> str:
        """Its rough stem."""
        return stem_of(self.low)


class Negator(NamedTuple):
    """A negator and the indexes of the words it may bear on, nearest first; the first is what it denies.

    `timing` is true in "not until noon", which says when, and denies nothing.
    """

    span: Span
    scope: tuple[int, ...]
    timing: bool


class Side(NamedTuple):
    """One text, read for polarity. `flips` counts the negators that deny a word, by the word's index."""

    words: list[Word]
    negators: list[Negator]
    flips: Counter[int]

    def sign(self, i: int) -> int:
        """1 where word `i` stands as it is, -1 where it is denied."""
        return -1 if self.flips[i] % 2 else 1


def read(text: str) -> Side:
    """The words of `text` but those that only loosen a figure ("more than 40"): how they change is certainty."""
    words = _words(plain(text))
    negators = _negators(words)
    return Side(words, negators, Counter(n.scope[0] for n in negators if n.scope and not n.timing))


def denials(view: str) -> list[Span]:
    """The places of the negators in a stretch of the plain view of a text, but for those that only say when."""
    matches = list(_pattern("word").finditer(view))
    lows = [match[0].lower() for match in matches]
    places = [match.span() for match in matches]
    if not (_joining().isdisjoint(lows) and _phrases(negation.LOOSENING).keys().isdisjoint(lows)):
        words = _words(view)
        lows, places = [word.low for word in words], [(word.start, word.end) for word in words]
    negating = [(start, end) for start, end in _negating(lows) if not _only_says_when(lows, end)]
    return [Span(places[start][0], places[end - 1][1]) for start, end in negating]


def _words(view: str) -> list[Word]:
    words = [Word(match[0].lower(), *match.span()) for match in _pattern("word").finditer(view)]
    lows = [word.low for word in words]
    if not _phrases(negation.LOOSENING).keys().isdisjoint(lows):
        words = _without_loosening(words)
    return words if _joining().isdisjoint(lows) else _merged(words)


def clauses_that_may_deny(glance: Glance) -> list[tuple[int, int]]:
    """The stretches between marks in which a negator can stand, and beyond which none of its phrase does."""
    starts = glance.starts_of(glance.holding(_negating_pieces()))
    if _SHORTENED in glance.seen:
        shortened = glance.starts_of([at for at, low in enumerate(glance.lows) if low == _SHORTENED])
        starts += [start for start in shortened if glance.view[start - 1] == "'"]
    if not starts:
        return []
    breaks = [match.start() for match in _pattern("break").finditer(glance.view, glance.start, glance.end)]
    edges = [glance.start - 1, *breaks, glance.end]
    places = {bisect_right(edges, start) for start in starts}
    return [(edges[place - 1] + 1, edges[place]) for place in sorted(places)]


@cache
def _negating_pieces() -> Phrases:
    """Every negator but n't as it is seen at a glance."""
    return phrase_table((*negation.NEGATORS.split(), *negation.NEGATING_PHRASES))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name])


def is_content(low: str) -> bool:
    """Whether a word carries content of its own: no mark, article, auxiliary, pronoun, preposition or negator."""
    return low[0].isalnum() and low not in word_set(negation.PASSED_OVER) and not _is_negator(low)


def _without_loosening(words: list[Word]) -> list[Word]:
    loosening = _phrases(negation.LOOSENING)
    lows = [word.low for word in words]
    kept: list[Word] = []
    i = 0
    while i < len(words):
        end = i + (_phrase_at(lows, i, loosening) if lows[i] in loosening else 0)
        if end > i and end < len(words) and _is_figure(words[end].low):
            i = end
        else:
            kept.append(words[i])
            i += 1
    return kept


def _is_figure(low: str) -> bool:
    return low[0].isdigit() or low.partition("-")[0] in hedges.QUANTITY_WORDS


def _merged(words: list[Word]) -> list[Word]:
    """The words of a text with those in one that are one verb ("turned down") or adjective, and trends named."""
    verbs, particles = _phrasal()
    turning = _turning()
    merged: list[Word] = []
    for at, word in enumerate(words):
        verb = f"{merged[-1].stem}-{word.stem}" if merged and _is_particle(words, at, particles) else ""
        if verb in verbs:
            merged[-1] = Word(verb, merged[-1].start, word.end)
        elif word.low in turning and tuple(one.low for one in (*merged[-2:], word)) in opposites.TURNED:
            low = opposites.TURNED[(merged[-2].low, merged[-1].low, word.low)]
            merged[-2:] = [Word(low, merged[-2].start, word.end)]
        elif word.low[0].isdigit() and merged and merged[-1].low in opposites.TRENDS:
            merged[-1:] = [merged[-1]._replace(low=opposites.TRENDS[merged[-1].low]), word]
        else:
            merged.append(word)
    return merged


@cache
def _joining() -> frozenset[str]:
    """The words by which others may become one with them."""
    return frozenset((*_phrasal()[1], *_turning(), *opposites.TRENDS))


def _negators(words: list[Word]) -> list[Negator]:
    lows = [word.low for word in words]
    places = _negating(lows)
    taken = {i for start, end in places for i in range(start, end)}
    return [
        Negator(Span(words[start].start, words[end - 1].end), _scope(words, end, taken), _only_says_when(lows, end))
        for start, end in places
    ]


def _negating(lows: list[str]) -> list[tuple[int, int]]:
    """The first word of each negator and the word after it, by index."""
    empty, negating = _phrases(negation.NOT_NEGATING), _phrases(negation.NEGATING_PHRASES)
    places: list[tuple[int, int]] = []
    past, first = 0, _first_negating()
    for i in [i for i, low in enumerate(lows) if low in first or low.endswith("n't")]:
        if i < past:
            continue
        skip = _phrase_at(lows, i, empty)
        size = 0 if skip else _phrase_at(lows, i, negating) or _is_negator(lows[i])
        if size:
            places.append((i, i + size))
        past = i + (skip or size)
    return places


@cache
def _first_negating() -> frozenset[str]:
    """The words with which a negator, or a phrase that looks like one, begins."""
    return word_set(negation.NEGATORS).union(*map(_phrases, (negation.NOT_NEGATING, negation.NEGATING_PHRASES)))


def _is_negator(low: str) -> bool:
    return low in word_set(negation.NEGATORS) or low.endswith("n't")


def _phrase_at(lows: list[str], i: int, phrases: dict[str, tuple[tuple[str, ...], ...]]) -> int:
    """How many words the longest phrase at word `i` has, or 0."""
    for phrase in phrases.get(lows[i], ()):
        if tuple(lows[i : i + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _only_says_when(lows: list[str], i: int) -> bool:
    """Whether "until" follows in the same clause, so that "not" says when and denies nothing."""
    for low in lows[i : i + REACH]:
        if low in BREAKS:
            return False
        if low in word_set(negation.UNTIL):
            return True
    return False


def _scope(words: list[Word], i: int, taken: set[int]) -> tuple[int, ...]:
    """The content words that a negator before word `i` may bear on, `taken` by no negator."""
    scope: list[int] = []
    for j in range(i, min(len(words), i + REACH)):
        if words[j].low in BREAKS and (j > i or words[j].low != '"'):
            break
        if j not in taken and is_content(words[j].low) and (scope or not _is_adverb(words[j].low)):
            scope.append(j)
    return tuple(scope)


def _is_adverb(low: str) -> bool:
    return low.endswith("ly") and low not in word_set(negation.NOT_ADVERBS)


def axes_of(low: str) -> Axes:
    """The axes that a lower-case word stands on, in any of its inflections; empty for most words."""
    stem = stem_of(low)
    start = stem[:_START]
    return _axes_by_stem(start).get(stem, ()) if start in _opposites_by_start() else ()


def framed_axes_of(low: str) -> Axes:
    """The axes of a preposition, adverb or particle whose opposite depends on the words beside it."""
    return _framed_table().get(low, ())


def opposed(a: Axes, b: Axes) -> bool:
    """Whether two words stand on different sides of an axis, and on the same side of none."""
    return any((axis, -side) in b for axis, side in a) and not agreed(a, b)


def agreed(a: Axes, b: Axes) -> bool:
    """Whether two words stand on the same side of an axis."""
    return any(entry in b for entry in a)


def stem_of(low: str) -> str:
    """A rough stem, equal for the regular inflections of a word and for listed irregular ones."""
    if "-" in low:
        return "-".join(_stem_of_part(part) for part in low.split("-"))
    return _stem_of_part(low)


@lru_cache(maxsize=8192)
def _stem_of_part(low: str) -> str:
    low = _irregular().get(low, low)
    cut = _cut(low)
    if len(cut) < _SHORTEST_STEM:
        return low
    if cut != low and cut[-1] == cut[-2] and cut[-1] not in "aeiouls":
        cut = cut[:-1]
    return cut.removesuffix("e") if len(cut) > _SHORTEST_STEM else cut


def _cut(low: str) -> str:
    """A word without the ending that inflects it."""
    if low.endswith(("ss", "eed")):  # succeed is no past
        return low
    if low.endswith(("'s", "es", "ed")) and not low.endswith(("ies", "ied")):
        return low[:-2]
    if low.endswith(("s", "e")) and not low.endswith("ies"):
        return low[:-1]
    if low.endswith(("ies", "ied")):
        low = low[:-3] + "y"
    return low.removesuffix("ing").removesuffix("ly")  # rallied, rallying as rally


def twins(low: str) -> list[str]:
    """What a lower-case word becomes with each first or last part that faces its own: overpaid, underpaid."""
    if low in word_set(negation.NO_FACING):
        return []
    first, last = _facing(negation.FACING_PREFIXES), _facing(negation.FACING_SUFFIXES)
    found = [other + low[len(part) :] for part, other in first if low.startswith(part) and _has_rest(low, part)]
    return found + [low[: -len(part)] + other for part, other in last if low.endswith(part) and _has_rest(low, part)]


def _has_rest(low: str, part: str) -> bool:
    return len(low) >= len(part) + _SHORTEST_STEM


@cache
def _facing(pairs: str) -> tuple[tuple[str, str], ...]:
    """The pairs of parts, each in both directions."""
    split = [pair.partition("/") for pair in pairs.split()]
    return tuple(both for one, _, other in split for both in ((one, other), (other, one)))


@cache
def word_set(words: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(words.split())


@cache
def _axes_by_stem(start: str) -> dict[str, Axes]:
    """The axes of the listed stems that begin so: few are asked for, and most of the list need not be stemmed."""
    by_stem: dict[str, Axes] = {}
    for word, place in _opposites_by_start()[start]:
        stem = stem_of(word)
        axes = by_stem.get(stem, ())
        by_stem[stem] = axes if place in axes else (*axes, place)
    return by_stem


@cache
def _opposites_by_start() -> dict[str, list[tuple[str, tuple[int, int]]]]:
    """The listed words with their axes, by what their stems begin with."""
    by_start: dict[str, list[tuple[str, tuple[int, int]]]] = defaultdict(list)
    moved = {form: base[:_START] for form, base in _irregular().items() if form[:_START] != base[:_START]}
    for place, words in _sides(opposites.OPPOSITES):
        for word in words:
            by_start[moved.get(word.partition("-")[0], word[:_START])].append((word, place))
    return by_start


@cache
def _framed_table() -> dict[str, Axes]:
    table: dict[str, Axes] = {}
    for place, words in _sides(opposites.FRAMED_OPPOSITES):
        for word in words:
            table[word] = (*table.get(word, ()), place)
    return table


def _sides(lines: str) -> Iterator[tuple[tuple[int, int], list[str]]]:
    """The axis and side of a list of axes, with the words on it."""
    for axis, line in enumerate(lines.strip().splitlines()):
        one, other = line.split("|")
        yield (axis, 1), one.split()
        yield (axis, -1), other.split()


def _is_particle(words: list[Word], at: int, particles: frozenset[str]) -> bool:
    """Whether a word can make one verb with the word before it, and begins no phrase of its own ("in favour")."""
    pair = tuple(word.low for word in words[at : at + 2])
    return pair[0] in particles and pair not in opposites.NO_PARTICLES


@cache
def _phrasal() -> tuple[frozenset[str], frozenset[str]]:
    """The stems of the verbs with a particle ("turn-down"), and the particles."""
    listed = [word for word in opposites.OPPOSITES.split() if "-" in word]
    return frozenset(map(stem_of, listed)), frozenset(word.rpartition("-")[2] for word in listed)


@cache
def _turning() -> frozenset[str]:
    """The words with which a phrase that is turned into another word ends."""
    return frozenset(phrase[-1] for phrase in opposites.TURNED)


@cache
def _phrases(phrases: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases by their first word, the longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted((tuple(p.split()) for p in phrases), key=lambda p: (-len(p), p)):
        table.setdefault(phrase[0], []).append(phrase)
    return {word: tuple(found) for word, found in table.items()}


@cache
def _irregular() -> dict[str, str]:
    return dict(pair.split("=") for pair in negation.IRREGULAR.split())
