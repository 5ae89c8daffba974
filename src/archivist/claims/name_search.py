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
from archivist.claims.name_words import capitals, words_of
from archivist.claims.names import introductions, mentions
from archivist.model.noun import NamedTuple
from archivist.text.plain import is_as_written, plain

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
_START = attrgetter("start")


class _Bearer(NamedTuple):
    """A name of several words: where it starts, how it is written, and what that stands for."""

    start: int
    surface: str
    shown: str


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
        self._candidates: dict[str, list[int]] = {}
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

    def _written(self, low: str) -> Iterable[int]:
        """The paragraphs in which the word may be written with a capital, the nearest first."""
        as_written = is_as_written(low)
        if as_written not in self._lowered:
            self._lowered[as_written] = (self._text if as_written else self._view).lower()
        lowered = self._lowered[as_written]
        if len(lowered) != len(self._text):  # İ becomes two letters, so that places shift
            return self._paragraphs.numbers()
        places = (at for at in _places(lowered, low) if plain(self._text[at : at + len(low)]) != low)
        return map(self._number, sorted(places, key=self._paragraphs.distance))

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
        before, after = self._text[max(0, at - _BESIDE) : at], self._text[end : end + _BESIDE]
        bare_before, bare_after = plain(before).split(" ")[-1], plain(after).split(" ")[0]
        if len(bare_before) == _BESIDE or len(bare_after) == _BESIDE:
            return plain(self._paragraphs[self._number(at)].of(self._text))
        return bare_before + word + bare_after

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
        self._paragraphs.numbers()
        return self._paragraphs.view

    # --- the fullest form of a name

    def _latest(self, short: str, before: int) -> str | None:
        """The last name of several words before a place that can be called `short`."""
        candidates = self._candidates_for(short)
        end = self._paragraphs[self._number(before)].end
        for at in reversed(candidates[: bisect_left(candidates, end)]):
            bearers = self._bearers_in(self._number(at)).get(short, ())
            earlier = bisect_left(bearers, before, key=_START)
            if earlier:
                return bearers[earlier - 1].shown
        return None

    def _first(self, short: str) -> str | None:
        """The first name of several words in the text that can be called `short`, as it is written."""
        for at in self._candidates_for(short):
            for bearer in self._bearers_in(self._number(at)).get(short, ()):
                if short in short_forms(bearer.surface):
                    return bearer.surface
        return None

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

    def _candidates_for(self, short: str) -> list[int]:
        """Places in the paragraphs in which a name that can be called `short` may stand, in order."""
        if short not in self._candidates:
            found = sorted(self._candidate_places(short))
            for acronym, places in self._brackets.items():
                introduced = any(map(self._follows, repeat(found), places))
                if introduced and short in short_forms(self._introduced(acronym)):
                    found = sorted({*found, *self._places(acronym)})
            self._candidates[short] = found
        return self._candidates[short]

    def _follows(self, places: Sequence[int], at: int) -> bool:
        """Whether one of the places, which are in order, may stand before `at` in its paragraph."""
        before = bisect_left(places, at)
        return before > 0 and self._text.find("\n\n", places[before - 1], at) < 0

    def _candidate_places(self, short: str) -> Iterator[int]:
        """Where a name of several words that can be called `short` may stand."""
        for at in self._places(short) if stands_for_whole(short) else ():
            end = at + len(short)
            before = plain(self._text[max(0, at - _BESIDE) : at]).split()[-_NEIGHBOURS:]
            after = plain(self._text[end : end + _BESIDE]).split()[:_NEIGHBOURS]
            if any(_may_be_in_name(word) for word in (*before, *after)):
                yield at
        for variant in _variants().get(short, ()):
            yield from self._places(variant)
        if 1 < len(short) <= _MOST_INITIALS and short == short.upper():
            yield from (match.start() for match in _spelt_out(short).finditer(self._view))

    # --- acronyms that the text itself explains

    @cached_property
    def _brackets(self) -> dict[str, list[int]]:
        """What may be such an acronym, with the places where it stands in brackets behind a name."""
        found: dict[str, list[int]] = {}
        at = self._text.find("(")
        while at >= 0:
            match = re.match(_INTRODUCED, plain(self._text[at : at + _LONGEST_INTRODUCED]))
            before = plain(self._text[max(0, at - _BESIDE) : at]).split()[-1:]
            if match and any(_may_be_in_name(word) for word in before):
                found.setdefault(match[1], []).append(at)
            at = self._text.find("(", at + 1)
        return found

    def _introduced(self, acronym: str) -> str:
        """What the text says that the acronym stands for, or ""."""
        if acronym not in self._brackets:
            return ""
        if acronym not in self._explained:
            found = (self._introductions_in(self._number(at)) for at in self._brackets[acronym])
            self._explained[acronym] = next((one[acronym] for one in found if acronym in one), "")
        return self._explained[acronym]

    def _introductions_in(self, number: int) -> dict[str, str]:
        if number not in self._introductions:
            spans = self.mentions(number)
            self._introductions[number] = introductions(self._paragraphs.view, spans)
        return self._introductions[number]


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
    """Words with these initials, with small words between them."""
    small = rf"\S{{0,{_LONGEST_WORD}}}(?: (?:{'|'.join(sorted(SMALL))})){{0,3}} "
    return re.compile(r"(?<![^\W_])" + small.join(map(re.escape, initials)), re.IGNORECASE)
