"""How firmly a text makes its claims: hedges, and words that loosen a figure. The sense is docs/claims.md's."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import chain, islice

from archivist.claims.en import hedges as en
from archivist.claims.glance import Glance, letters, phrase_table
from archivist.model.claim import Hedge, Strength
from archivist.model.noun import NamedTuple
from archivist.model.span import Span
from archivist.text.paragraphs import paragraphs
from archivist.text.plain import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from archivist.claims.glance import Phrases

_BEHIND = 12
_AHEAD = 10
"""How many words before and after the first word of a phrase its figure may stand, parts of compounds counted."""
_MOST_BEHIND, _MOST_AHEAD = 2, 8
"""How many words before and after the first word of a phrase bear on it."""
_REACH = 40
"""Code points within which those before it mostly stand."""
_SIGNS = "$£€¥"

_PATTERNS = {
    "word": r"'s\b|[A-Z]{0,3}(?:[$£¥]?|€)\d[\d.,]*\w*|[^\W\d_]+(?:['-][^\W\d_]+)*|[A-Z]{0,3}[$£¥]|[A-Z]{0,3}€",
    "space": r"\s",
    "ordinal": r"\d+(?:st|nd|rd|th)\Z",
}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name])


class _Words(NamedTuple):
    """The words of a text in lower case, and where each starts and ends in `view`."""

    view: str
    lows: list[str]
    spans: list[tuple[int, int]]

    def joined(self, i: int) -> bool:
        """Whether only white space stands between word `i` and the one before it."""
        end, start = self.spans[i - 1][1] if i else 0, self.spans[i][0]
        return i > 0 and (end == start or self.view[end:start].isspace())

    def at(self, i: int) -> str:
        """Word `i`, or "" beyond the last."""
        return self.lows[i] if 0 <= i < len(self.lows) else ""


class _Phrase(NamedTuple):
    """A hedge's words, what it says, and whether a figure has to follow ("ahead"), precede ("behind") or neither."""

    words: tuple[str, ...]
    strength: Strength
    group: str
    figure: str

    @property
    def name(self) -> str:
        """The words as the lists have them."""
        return " ".join(self.words)


def hedges(text: str) -> tuple[Hedge, ...]:
    """The hedges of `text`, in order and without overlap.

    Epistemic hedges (may, reportedly, is expected to) have the group of their strength; approximators, which count
    only where they belong to a figure, have a group of their own ("about", "nearly", "just over", "over", "at least",
    "at most", "under") and the strength PROBABLE. Comparing the groups tells whether certainty differs.
    """
    view = plain(text)
    return tuple(one for span in paragraphs(text) for one in hedges_of(Glance(view, *span)))


def hedges_of(glance: Glance) -> list[Hedge]:
    """The hedges of one paragraph of the plain view of a text, as `hedges` gives them."""
    whole: _Words | None = None
    found: list[Hedge] = []
    past = glance.start
    for start in glance.starts_of(_hits(glance)):
        if start < past:
            continue
        words = _words_around(glance, start)
        if words is None:
            words = whole = whole or _words(_pattern("word").finditer(glance.view, glance.start, glance.end), glance)
        i = bisect_left(words.spans, (start, start))
        hit = next((phrase for phrase in _phrases().get(words.at(i), ()) if _stands(phrase, words, i)), None)
        if hit:
            past = words.spans[i + len(hit.words) - 1][1]
            found.append(Hedge(Span(words.spans[i][0], past), hit.strength, hit.group))
    return found


def _words_around(glance: Glance, start: int) -> _Words | None:
    """The words that bear on a phrase that starts at `start`; None where a stretch of usual length does not hold them.

    Few words of a paragraph are near a hedge, and the others are never read.
    """
    first = max(start - _REACH, glance.start)
    if first > glance.start:
        space = _pattern("space").search(glance.view, first, start)
        if space is None:
            return None
        first = space.end()  # within a word the reading would begin with a part of it
    matches = _pattern("word").finditer(glance.view, first, glance.end)
    near: list[re.Match[str]] = []
    for match in matches:
        near.append(match)
        if match.start() >= start:
            break
    if len(near) <= _MOST_BEHIND and first > glance.start:
        return None
    return _words(chain(near, islice(matches, _MOST_AHEAD)), glance)


def _words(matches: Iterable[re.Match[str]], glance: Glance) -> _Words:
    found = list(matches)
    return _Words(glance.view, [match[0].lower() for match in found], [match.span() for match in found])


def _hits(glance: Glance) -> list[int]:
    """The indexes of the words with which hedges may begin; those that only loosen a quantity need one near them."""
    hits = glance.holding(_pieces())
    if not hits:
        return []
    stretch = glance.view[glance.start : glance.end]
    signed = any(sign in stretch for sign in _SIGNS)
    return [at for at in hits if signed or glance.lows[at] in _unfigured() or _is_near_quantity(glance, at)]


@cache
def _pieces() -> Phrases:
    """The phrases as they are seen at a glance."""
    return phrase_table(phrase.name for listed in _phrases().values() for phrase in listed)


@cache
def _unfigured() -> frozenset[str]:
    """The first words of the phrases that need no figure, as they are seen at a glance."""
    return frozenset(
        letters(phrase.words[0])[0] for listed in _phrases().values() for phrase in listed if not phrase.figure
    )


def _is_near_quantity(glance: Glance, at: int) -> bool:
    near = glance.lows[max(0, at - _BEHIND) : at + _AHEAD]
    return any(map(str.isdigit, near)) or not _quantities().isdisjoint(near)


@cache
def _quantities() -> frozenset[str]:
    """The words that can open a quantity, or make one of an article."""
    return en.QUANTITY_WORDS | en.COUNTABLE_UNITS | en.WHOLES


@cache
def _phrases() -> dict[str, tuple[_Phrase, ...]]:
    """Every phrase under its first word, the longest first; at equal length, the one that needs a figure first."""
    every = [
        _Phrase(tuple(p.split()), strength, en.FIRMER.get(p, str(strength)), "")
        for strength, ps in en.HEDGES.items()
        for p in ps
    ]
    for figure, groups in (("ahead", en.APPROXIMATORS), ("behind", en.TRAILING_APPROXIMATORS)):
        every += [
            _Phrase(tuple(p.split()), Strength.PROBABLE, group, figure) for group, ps in groups.items() for p in ps
        ]
    table: dict[str, list[_Phrase]] = {}
    for phrase in every:
        table.setdefault(phrase.words[0], []).append(phrase)
    return {word: tuple(sorted(ps, key=lambda p: (-len(p.words), not p.figure))) for word, ps in table.items()}


def _stands(phrase: _Phrase, words: _Words, i: int) -> bool:
    """Whether `phrase` stands at word `i` and is a hedge there."""
    end = i + len(phrase.words)
    if tuple(words.lows[i:end]) != phrase.words or not all(words.joined(j) for j in range(i + 1, end)):
        return False
    if phrase.figure == "ahead":
        return _figure_ahead(words, end, nearly=phrase.group == "nearly")
    if phrase.figure == "behind":
        return words.joined(i) and any(_is_quantity(words, j) for j in range(max(0, i - 2), i))
    if words.view[slice(*words.spans[i])] == "May":  # the month, or a name; a question "May I" asserts nothing
        return False
    return _reads_as_hedge(phrase.name, words, i, end)


def _reads_as_hedge(name: str, words: _Words, i: int, end: int) -> bool:
    """Whether the neighbours of the words `i` to `end` leave `name` its reading as a hedge."""
    before = words.at(i - 1) if words.joined(i) else ""
    after = words.at(end) if end < len(words.lows) and words.joined(end) else ""
    if before in en.NOT_AFTER.get(name, ()) or after in en.NOT_BEFORE.get(name, ()):
        return False
    if name in en.ONLY_BEFORE and after not in en.ONLY_BEFORE[name]:
        return False
    return name not in en.ONLY_AFTER or before in en.ONLY_AFTER[name]


def _figure_ahead(words: _Words, i: int, *, nearly: bool) -> bool:
    """Whether a figure opens at word `i`, close to what stands before it."""
    if i >= len(words.lows) or not words.joined(i):
        return False
    return _is_quantity(words, i) or (nearly and words.lows[i] in en.WHOLES)


def _is_quantity(words: _Words, i: int) -> bool:
    """Whether a quantity opens at word `i`: digits, a number word, or an article with a unit."""
    low, following = words.at(i), words.at(i + 1)
    if low[:1].isdecimal() or any(sign in low for sign in _SIGNS):
        return _pattern("ordinal").match(low) is None
    if low in en.CURRENCY_WORDS:
        return following[:1].isdigit()
    if low in {"a", "an", "the"}:
        return following.partition("-")[0] in en.COUNTABLE_UNITS
    return low.partition("-")[0] in en.QUANTITY_WORDS and not (low == "one" and following in {"of", "another"})
