"""The names in a few paragraphs of a text, just as `names` gives them, without reading all the others.

What the whole text has to tell of a name (whether its word is a common one, what its fullest form is) is looked for by
its letters, and only the paragraphs that have these are read.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache, cached_property
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from archivist.claims.name_identity import SMALL, aliases, form, key_of, short_forms, stands_for_whole
from archivist.claims.name_words import capitals, words_of
from archivist.claims.names import introductions, mentions
from archivist.model.noun import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archivist.claims.name_words import Capitals
    from archivist.model.span import Span

_INTRODUCED = r"\(\"?(?:the )?([A-Z][A-Za-z.&-]{1,9})\"?[);,]"
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
    """The names of a text whose plain view has these paragraphs; `view` is as long in lower case as it is."""

    def __init__(self, view: str, paragraphs: Sequence[Span]) -> None:
        self._view = view
        self._paragraphs = paragraphs
        self._capitals: dict[int, Capitals] = {}
        self._proven: dict[int, frozenset[str]] = {}
        self._shown_with_capital: dict[str, bool] = {}
        self._shown_without_capital: dict[str, bool] = {}
        self._mentions: dict[int, list[Span]] = {}
        self._bearers: dict[int, dict[str, list[_Bearer]]] = {}
        self._candidates: dict[str, list[int]] = {}
        self._firsts: dict[str, str | None] = {}
        self._explained: dict[str, str] = {}
        self._introductions: dict[int, dict[str, str]] = {}

    @cached_property
    def _lowered(self) -> str:
        return self._view.lower()

    def mentions(self, number: int) -> list[Span]:
        """Where names stand in the paragraph with this number, in order."""
        if number not in self._mentions:
            self._mentions[number] = mentions(self._view, self._capitals_in(number), self)
        return self._mentions[number]

    def key(self, mention: Span) -> str:
        """The key of the name that stands at `mention`."""
        surface = mention.of(self._view)
        shown = self._introduced(surface) or surface
        words = form(shown)
        fuller = (self._latest(words[0], mention.start) or self._first(words[0])) if len(words) == 1 else None
        return key_of(shown, fuller)

    # --- what the text shows of a word (`names.Seen`)

    def with_capital(self, low: str) -> bool:
        """Whether the word has a capital inside a sentence somewhere."""
        if low not in self._shown_with_capital:
            written = (at for at in _places(self._lowered, low) if not self._view.startswith(low, at))
            self._shown_with_capital[low] = any(low in self._proven_in(self._number(at)) for at in written)
        return self._shown_with_capital[low]

    def _proven_in(self, number: int) -> frozenset[str]:
        if number not in self._proven:
            self._proven[number] = frozenset(word.low for word in self._capitals_in(number).proven())
        return self._proven[number]

    def without_capital(self, low: str) -> bool:
        """Whether the word stands somewhere without a capital."""
        if low not in self._shown_without_capital:
            self._shown_without_capital[low] = any(low in words_of(around) for around in self._around(low))
        return self._shown_without_capital[low]

    def _around(self, word: str) -> Iterator[str]:
        """The paragraphs in which the word stands, just so, and is no part of a longer one."""
        looked_at = -1
        for at in _places(self._view, word):
            number = self._number(at)
            if number != looked_at:
                yield self._paragraphs[number].of(self._view)
            looked_at = number

    def _number(self, at: int) -> int:
        return bisect_right(self._paragraphs, at, key=_START) - 1

    def _capitals_in(self, number: int) -> Capitals:
        if number not in self._capitals:
            self._capitals[number] = capitals(self._view, self._paragraphs[number])
        return self._capitals[number]

    # --- the fullest form of a name

    def _latest(self, short: str, before: int) -> str | None:
        """The last name of several words before a place that can be called `short`."""
        candidates = self._candidates_for(short)
        at = bisect_right(candidates, self._number(before))
        while at:
            at -= 1
            bearers = self._bearers_in(candidates[at]).get(short)
            if bearers is None:
                del candidates[at]  # so that it is not looked through for each mention anew
            elif earlier := bisect_left(bearers, before, key=_START):
                return bearers[earlier - 1].shown
        return None

    def _first(self, short: str) -> str | None:
        """The first name of several words in the text that can be called `short`, as it is written."""
        if short not in self._firsts:
            bearers = (
                one for number in self._candidates_for(short) for one in self._bearers_in(number).get(short, ())
            )
            surfaces = (one.surface for one in bearers)
            self._firsts[short] = next((surface for surface in surfaces if short in short_forms(surface)), None)
        return self._firsts[short]

    def _bearers_in(self, number: int) -> dict[str, list[_Bearer]]:
        """The names in a paragraph by all that they can be called."""
        if number not in self._bearers:
            table = self._bearers[number] = {}
            for span in self.mentions(number):
                surface = span.of(self._view)
                shown = self._introduced(surface) or surface
                for short in {*short_forms(shown), *short_forms(surface)}:
                    table.setdefault(short, []).append(_Bearer(span.start, surface, shown))
        return self._bearers[number]

    def _candidates_for(self, short: str) -> list[int]:
        """The numbers of the paragraphs in which a name that can be called `short` may stand, in order."""
        if short not in self._candidates:
            found = {self._number(at) for at in self._candidate_places(short)}
            introduced = {acronym for acronym, numbers in self._brackets.items() if not found.isdisjoint(numbers)}
            for acronym in introduced:
                if short in short_forms(self._introduced(acronym)):
                    found.update(self._number(at) for at in _places(self._view, acronym))
            self._candidates[short] = sorted(found)
        return self._candidates[short]

    def _candidate_places(self, short: str) -> Iterator[int]:
        """Where a name of several words that can be called `short` may stand."""
        for at in _places(self._view, short) if stands_for_whole(short) else ():
            end = at + len(short)
            before = self._view[max(0, at - _BESIDE) : at].split()[-_NEIGHBOURS:]
            after = self._view[end : end + _BESIDE].split()[:_NEIGHBOURS]
            if any(_may_be_in_name(word) for word in (*before, *after)):
                yield at
        for variant in _variants().get(short, ()):
            yield from _places(self._view, variant)
        if 1 < len(short) <= _MOST_INITIALS and short == short.upper():
            yield from (match.start() for match in _spelt_out(short).finditer(self._view))

    # --- acronyms that the text itself explains

    @cached_property
    def _brackets(self) -> dict[str, list[int]]:
        """What may be such an acronym, with the numbers of the paragraphs in which it stands behind a name."""
        found: dict[str, list[int]] = {}
        for match in re.finditer(_INTRODUCED, self._view):
            before = self._view[max(0, match.start() - _BESIDE) : match.start()].split()[-1:]
            if any(_may_be_in_name(word) for word in before):
                numbers = found.setdefault(match[1], [])
                number = self._number(match.start())
                if number not in numbers[-1:]:
                    numbers.append(number)
        return found

    def _introduced(self, acronym: str) -> str:
        """What the text says that the acronym stands for, or ""."""
        if acronym not in self._brackets:
            return ""
        if acronym not in self._explained:
            found = (self._introductions_in(number) for number in self._brackets[acronym])
            self._explained[acronym] = next((one[acronym] for one in found if acronym in one), "")
        return self._explained[acronym]

    def _introductions_in(self, number: int) -> dict[str, str]:
        if number not in self._introductions:
            self._introductions[number] = introductions(self._view, self.mentions(number))
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
