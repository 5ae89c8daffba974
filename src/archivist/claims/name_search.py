"""The names in a few paragraphs of a text, just as `names` gives them, without reading all the others.

What the whole text has to tell of a name (whether its word is a common one, what its fullest form is) is looked for by
its letters, and only the paragraphs that have these are read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, cached_property
from itertools import groupby, repeat
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from archivist.claims.name_identity import SMALL, aliases, form, key_of, short_forms, stands_for_whole
from archivist.claims.name_words import capitals, surely_opens, words_of
from archivist.claims.names import introductions, mentions
from archivist.model.noun import NamedTuple
from archivist.text.plain import SPACES, is_as_written, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archivist.claims.name_words import Capitals
    from archivist.model.span import Span
    from archivist.text.paragraphs import Excerpt

_INTRODUCED = r"\(\"?(?:the )?([A-Z][A-Za-z.&-]{1,9})\"?[);,]"
_LONGEST_INTRODUCED = 20
_LONGEST_WORD = 60
_BESIDE = 60
_NEIGHBOURS = 4
"""Code points and words before and after a word among which the rest of a name of several words has its capital."""

_MOST_INITIALS = 40
_FOLDED = "\u0130\u0131\u017f\u212a"
"""Letters beyond ASCII that are one in ASCII where case does not matter."""

_START = attrgetter("start")


class _Bearer(NamedTuple):
    """A name of several words: where it starts, how it is written, and what that stands for."""

    start: int
    surface: str
    shown: str


class _Candidate(NamedTuple):
    """A place in a paragraph in which a name may stand; it is sure to be worth reading, or to be looked at first."""

    start: int
    sure: bool


class _Bracket(NamedTuple):
    """A bracket in which an acronym stands, and the last blank line before it, -1 where there is none."""

    start: int
    parted: int


class NameSearch:
    """The names of a text by its paragraphs."""

    def __init__(self, paragraphs: Excerpt) -> None:
        self._text = paragraphs.text
        self._paragraphs = paragraphs
        self._lowered: dict[bool, str] = {}
        self._capitals: dict[int, Capitals] = {}
        self._proven: dict[int, frozenset[str]] = {}
        self._shown_with_capital: dict[str, bool] = {}
        self._shown_without_capital: dict[str, bool] = {}
        self._mentions: dict[int, list[Span]] = {}
        self._bearers: dict[int, dict[str, list[_Bearer]]] = {}
        self._candidates: dict[str, list[_Candidate]] = {}
        self._firsts: dict[str, str | None] = {}
        self._explained: dict[str, str] = {}
        self._introductions: dict[int, dict[str, str]] = {}

    def mentions(self, number: int) -> list[Span]:
        """Where names stand in the paragraph with this number, in order."""
        if number not in self._mentions:
            read = self._capitals_in(number)
            self._mentions[number] = mentions(self._paragraphs.view, read, self)
        return self._mentions[number]

    def key(self, mention: Span) -> str:
        """The key of the name that stands at `mention`."""
        surface = plain(mention.of(self._text))
        shown = self._introduced(surface) or surface
        words = form(shown)
        fuller = (self._latest(words[0], mention.start) or self._first(words[0])) if len(words) == 1 else None
        return key_of(shown, fuller)

    # --- what the text shows of a word (`names.Seen`)

    def with_capital(self, low: str) -> bool:
        """Whether the word has a capital inside a sentence somewhere."""
        if low not in self._shown_with_capital:
            self._shown_with_capital[low] = any(low in self._proven_in(number) for number in self._written(low))
        return self._shown_with_capital[low]

    def _written(self, low: str) -> Iterator[int]:
        """The paragraphs in which the word may be written with a capital that it has not from its place.

        Those where only its first letter is one come first, as most are written so.
        """
        usual = low.capitalize()
        yield from self._inside(self._places(usual))
        as_written = is_as_written(low)
        if as_written not in self._lowered:
            self._lowered[as_written] = (self._text if as_written else self._view).lower()
        lowered = self._lowered[as_written]
        if len(lowered) != len(self._text):  # İ becomes two letters, so that places shift
            yield from self._paragraphs.numbers()
            return
        places = _places(lowered, low)
        yield from self._inside(at for at in places if self._text[at : at + len(low)] not in {low, usual})

    def _inside(self, places: Iterable[int]) -> Iterator[int]:
        """The paragraphs of those places that may lie inside a sentence, the nearest first."""
        nearest = sorted(places, key=self._paragraphs.distance)
        return (self._number(at) for at in nearest if not surely_opens(self._before(at)))

    def _before(self, at: int) -> str:
        """What stands shortly before a place."""
        return plain(self._text[max(0, at - _BESIDE) : at])

    def _proven_in(self, number: int) -> frozenset[str]:
        if number not in self._proven:
            self._proven[number] = frozenset(word.low for word in self._capitals_in(number).proven())
        return self._proven[number]

    def without_capital(self, low: str) -> bool:
        """Whether the word stands somewhere without a capital."""
        if low not in self._shown_without_capital:
            self._shown_without_capital[low] = any(low in words_of(self._around(at, low)) for at in self._places(low))
        return self._shown_without_capital[low]

    def _around(self, at: int, word: str) -> str:
        """The word that stands there with what no white space parts from it; its paragraph where that is long."""
        end = at + len(word)
        before, after = self._before(at).split(" ")[-1], plain(self._text[end : end + _BESIDE]).split(" ")[0]
        if _BESIDE in {len(before), len(after)}:
            return plain(self._paragraphs[self._number(at)].of(self._text))
        return before + word + after

    def _number(self, at: int) -> int:
        return self._paragraphs.ending_behind(at)

    def _capitals_in(self, number: int) -> Capitals:
        if number not in self._capitals:
            span = self._paragraphs[number]
            self._capitals[number] = capitals(self._paragraphs.view, span)
        return self._capitals[number]

    def _places(self, word: str) -> Iterator[int]:
        """Where `word` stands in the plain view of the text and is no part of a longer word."""
        return _places(self._text if is_as_written(word) else self._view, word)

    @cached_property
    def _view(self) -> str:
        """The plain view of the whole text."""
        return plain(self._text)

    # --- the fullest form of a name

    def _latest(self, short: str, before: int) -> str | None:
        """The last name of several words before a place that can be called `short`."""
        candidates = self._candidates_for(short)
        end = self._paragraphs[self._number(before)].end
        at = bisect_left(candidates, _Candidate(end, sure=False))
        while at:
            at -= 1
            bearers = self._bearers_at(candidates[at], short)
            if not bearers:
                del candidates[at]  # so that it is not looked at for each mention anew
            elif earlier := bisect_left(bearers, before, key=_START):
                return bearers[earlier - 1].shown
        return None

    def _first(self, short: str) -> str | None:
        """The first name of several words in the text that can be called `short`, as it is written."""
        if short not in self._firsts:
            bearers = (one for at in self._candidates_for(short) for one in self._bearers_at(at, short))
            surfaces = (one.surface for one in bearers)
            self._firsts[short] = next((surface for surface in surfaces if short in short_forms(surface)), None)
        return self._firsts[short]

    def _bearers_at(self, candidate: _Candidate, short: str) -> Sequence[_Bearer]:
        """The names that can be called `short` in the paragraph of a candidate, if it is one at a closer look."""
        at, sure = candidate
        if not sure:
            end = at + len(short)
            after = plain(self._text[end : end + _BESIDE]).split()[:_NEIGHBOURS]
            sure = any(map(_may_be_in_name, (*self._before(at).split()[-_NEIGHBOURS:], *after)))
        return self._bearers_in(self._number(at)).get(short, ()) if sure else ()

    def _bearers_in(self, number: int) -> dict[str, list[_Bearer]]:
        """The names in a paragraph by all that they can be called."""
        if number not in self._bearers:
            table = self._bearers[number] = {}
            for span in self.mentions(number):
                surface = plain(span.of(self._text))
                shown = self._introduced(surface) or surface
                for short in {*short_forms(shown), *short_forms(surface)}:
                    table.setdefault(short, []).append(_Bearer(span.start, surface, shown))
        return self._bearers[number]

    def _candidates_for(self, short: str) -> list[_Candidate]:
        """Places in the paragraphs in which a name that can be called `short` may stand, in order."""
        if short not in self._candidates:
            found = [_Candidate(at, sure=True) for at in self._other_forms(short)]
            found += [_Candidate(at, sure=False) for at in self._places(short) if stands_for_whole(short)]
            found.sort()
            for acronym, places in self._brackets.items():
                introduced = any(map(_follows, repeat(found), places))
                if introduced and short in short_forms(self._introduced(acronym)):
                    found = sorted({*found, *(_Candidate(at, sure=True) for at in self._places(acronym))})
            self._candidates[short] = found
        return self._candidates[short]

    def _other_forms(self, short: str) -> Iterator[int]:
        """Where other forms stand of names of several words that can be called `short`."""
        for variant in _variants().get(short, ()):
            yield from self._places(variant)
        if 1 < len(short) <= _MOST_INITIALS and short == short.upper():
            yield from (match.start() for match in _spelt_out(short).finditer(self._text))

    # --- acronyms that the text itself explains

    @cached_property
    def _brackets(self) -> dict[str, list[_Bracket]]:
        """What may be such an acronym, with the places where it stands in brackets behind a name."""
        found: dict[str, list[_Bracket]] = {}
        parted, read = -1, 0
        at = self._text.find("(")
        while at >= 0:
            parted, read = max(parted, self._text.rfind("\n\n", read, at)), at
            match = re.match(_INTRODUCED, plain(self._text[at : at + _LONGEST_INTRODUCED]))
            if match and any(map(_may_be_in_name, self._before(at).split()[-1:])):
                found.setdefault(match[1], []).append(_Bracket(at, parted))
            at = self._text.find("(", at + 1)
        return found

    def _introduced(self, acronym: str) -> str:
        """What the text says that the acronym stands for, or ""."""
        if acronym not in self._brackets:
            return ""
        if acronym not in self._explained:
            found = (self._introductions_in(self._number(at)) for at, _ in self._brackets[acronym])
            self._explained[acronym] = next((one[acronym] for one in found if acronym in one), "")
        return self._explained[acronym]

    def _introductions_in(self, number: int) -> dict[str, str]:
        if number not in self._introductions:
            spans = self.mentions(number)
            self._introductions[number] = introductions(self._paragraphs.view, spans)
        return self._introductions[number]


def _follows(candidates: Sequence[_Candidate], bracket: _Bracket) -> bool:
    """Whether one of the candidates may stand before a bracket in its paragraph."""
    before = bisect_left(candidates, _Candidate(bracket.start, sure=False))
    return before > 0 and candidates[before - 1].start > bracket.parted


def _may_be_in_name(word: str) -> bool:
    return word[0].isdigit() or word != word.lower()


def _places(text: str, word: str) -> Iterator[int]:
    """Where `word` stands in `text` and is no part of a longer word."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not text[end : end + 1].isalnum() and not (at and text[at - 1].isalnum()):
            yield at
        at = text.find(word, end)


@cache
def _variants() -> dict[str, list[str]]:
    """The forms of the names that have several, by what their usual form may be called."""
    table: dict[str, list[str]] = {}
    for usual, variants in groupby(aliases().items(), itemgetter(1)):
        forms = [variant for variant, _ in variants]
        for short in dict.fromkeys(short_forms(usual)):
            table.setdefault(short, []).extend(forms)
    return table


def _spelt_out(initials: str) -> re.Pattern[str]:
    """Words with these initials, with small words between them, as a text has them, whatever its spaces are.

    The first letter comes first, as a pattern is sought by that.
    """
    small = rf"[^{SPACES}\s]{{0,{_LONGEST_WORD}}}(?:[{SPACES}](?:{'|'.join(sorted(SMALL))})){{0,3}}[{SPACES}]"
    first, *others = map(re.escape, initials)
    if initials[0].isascii() and initials[0].isalpha():
        beyond = (sign for sign in _FOLDED if re.match(first, sign, re.IGNORECASE))
        first = f"(?-i:[{''.join((first.lower(), first.upper(), *beyond))}])"
    return re.compile(small.join([rf"{first}(?<![^\W_].)", *others]), re.IGNORECASE | re.DOTALL)
