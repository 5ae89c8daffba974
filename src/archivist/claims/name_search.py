"""The names in a few paragraphs of a text, just as `names` gives them, without reading all the others.

What the whole text has to tell of a name (whether its word is a common one, what its fullest form is) is looked for by
its letters, and only the paragraphs that have these are read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, cached_property
from itertools import groupby
from operator import attrgetter, itemgetter

from archivist.claims.en.names import NUMBERED
from archivist.claims.name_identity import SMALL, aliases, form, key_of, short_forms, stands_for_whole
from archivist.claims.name_words import capitals, surely_opens, words_of
from archivist.claims.names import introductions, mentions
from archivist.model.noun import NamedTuple
from archivist.text.plain import SPACES, is_as_written, plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archivist.claims.name_tables import InitialsTable, WordTable
    from archivist.claims.name_words import Capital, Capitals
    from archivist.model.span import Span
    from archivist.text.paragraphs import Excerpt

_INTRODUCED = r"\(\"?(?:the )?([A-Z][A-Za-z.&-]{1,9})\"?[);,]"
_LONGEST_INTRODUCED = 20
_LONGEST_WORD = 60
_BESIDE = 60
_NEIGHBOURS = 4
"""Code points and words before and after a word among which the rest of a name of several words has its capital."""

_MOST_INITIALS = 40
_LOOKED_THROUGH = 256
"""How often a text is looked through for words, all in all, before it is cut into words once."""
_LONGEST_IN_TABLE = 40
"""The longest word that is looked up there, in code points: of longer ones no text has so many."""
_ROWS_SOUGHT = 16
"""How many acronyms are looked for by a pattern before the initials of all words are put into a table."""

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


class _Brackets(NamedTuple):
    """Where brackets open in a text, in order, and the acronyms that stand behind them.

    `acronyms` are "" for a bracket with another thing in it, and `parted` the last blank lines before, -1 for none.
    """

    starts: list[int]
    acronyms: list[str]
    parted: list[int]
    places: dict[str, list[int]]

    def next(self, at: int) -> str:
        """The acronym in the next bracket behind a place, if its paragraph goes on up to it; else ""."""
        number = bisect_left(self.starts, at)
        return self.acronyms[number] if number < len(self.starts) and at > self.parted[number] else ""


class _Places:
    """Where words stand in a text: each is looked for in it; where many are asked for, all are put into a table."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._left = _LOOKED_THROUGH * len(text)

    def of(self, word: str, start: int, end: int) -> Iterator[int]:
        """The places between two others where `word` starts and is no part of a longer word, in order."""
        self._left -= end - start
        if self._left < 0 and len(word) <= _LONGEST_IN_TABLE:
            yield from self._table.of(word, start, end)
            return
        text, end = self._text, end + len(word) - 1
        at = text.find(word, start, end)
        while at >= 0:
            behind = at + len(word)
            if not text[behind : behind + 1].isalnum() and not (at and text[at - 1].isalnum()):
                yield at
            at = text.find(word, behind, end)

    @cached_property
    def _table(self) -> WordTable:
        from archivist.claims.name_tables import WordTable

        return WordTable(self._text, _LONGEST_IN_TABLE)


class NameSearch:
    """The names of a text by its paragraphs."""

    def __init__(self, paragraphs: Excerpt) -> None:
        self._text = paragraphs.text
        self._paragraphs = paragraphs
        self._of_text = _Places(paragraphs.text)
        self._of_lowered: dict[bool, _Places] = {}
        self._capitals: dict[int, Capitals] = {}
        self._proven: dict[int, frozenset[str]] = {}
        self._shown_with_capital: dict[str, bool] = {}
        self._shown_without_capital: dict[str, bool] = {}
        self._words: dict[int, set[str]] = {}
        self._mentions: dict[int, list[Span]] = {}
        self._bearers: dict[int, dict[str, list[_Bearer]]] = {}
        self._candidates: dict[str, list[_Candidate]] = {}
        self._firsts: dict[str, str | None] = {}
        self._explained: dict[str, str] = {}
        self._introductions: dict[int, dict[str, str]] = {}
        self._asked_by_initials = 0

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
        for start, end in self._outwards():
            yield from self._inside(self._places(usual, start, end))
        as_written = is_as_written(low)
        if as_written not in self._of_lowered:
            # İ alone becomes two letters, so that places would shift.
            written = (self._text if as_written else self._view).replace("İ", "i")
            self._of_lowered[as_written] = _Places(written.lower())
        for start, end in self._outwards():
            places = self._of_lowered[as_written].of(low.replace("i\u0307", "i"), start, end)
            yield from self._inside(at for at in places if self._text[at : at + len(low)] not in {low, usual})

    def _outwards(self) -> Iterator[tuple[int, int]]:
        """The text in stretches: the part that is laid out, then what stands around it, more each time."""
        start, end = self._paragraphs.part
        yield start, end
        while start or end < len(self._text):
            reach = 4 * (end - start) + 1
            if start:
                yield max(0, start - reach), start
            if end < len(self._text):
                yield end, min(len(self._text), end + reach)
            start, end = max(0, start - reach), min(len(self._text), end + reach)

    def _inside(self, places: Iterable[int]) -> Iterator[int]:
        """The paragraphs of those places that may lie inside a sentence, the nearest first."""
        nearest = sorted(places, key=self._paragraphs.distance)
        return (self._number(at) for at in nearest if not self._surely_opens(at))

    def _surely_opens(self, at: int) -> bool:
        """Whether the word there opens a sentence, as far as the text shortly before it tells."""
        return self._text[at - 1 : at] == "\n" or surely_opens(self._before(at))

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
            self._shown_without_capital[low] = any(low in self._around(at, low) for at in self._places(low))
        return self._shown_without_capital[low]

    def _around(self, at: int, word: str) -> set[str]:
        """The words that stand there with no white space between them; those of its paragraph where that is long."""
        end = at + len(word)
        before, after = self._before(at).split(" ")[-1], plain(self._text[end : end + _BESIDE]).split(" ")[0]
        if _BESIDE in {len(before), len(after)}:
            return self._words_in(self._number(at))
        return words_of(before + word + after)

    def _words_in(self, number: int) -> set[str]:
        if number not in self._words:
            self._words[number] = words_of(plain(self._paragraphs[number].of(self._text)))
        return self._words[number]

    def _number(self, at: int) -> int:
        return self._paragraphs.ending_behind(at)

    def _capitals_in(self, number: int) -> Capitals:
        if number not in self._capitals:
            span = self._paragraphs[number]
            self._capitals[number] = capitals(self._paragraphs.view, span)
        return self._capitals[number]

    def _places(self, word: str, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Where `word` stands in the plain view of the text, or of a part of it, and is no part of a longer word."""
        places = self._of_text if is_as_written(word) else self._of_view
        return places.of(word, start, len(self._text) if end is None else end)

    @cached_property
    def _of_view(self) -> _Places:
        return _Places(self._view)

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
            else:  # nor has any other candidate of the paragraph an earlier one
                start = self._paragraphs[self._number(candidates[at].start)].start
                at = bisect_left(candidates, _Candidate(start, sure=False))
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
            known = self._mentions.get(number)
            for span in known or mentions(self._paragraphs.view, self._capitals_in(number), self, self._is_one_word):
                surface = plain(span.of(self._text))
                shown = self._introduced(surface) or surface
                for short in {*short_forms(shown), *short_forms(surface)}:
                    table.setdefault(short, []).append(_Bearer(span.start, surface, shown))
        return self._bearers[number]

    def _is_one_word(self, word: Capital) -> bool:
        """Whether a word that stands alone can be no name of several words, nor be short for one."""
        several = "-" in word.text or word.low in NUMBERED or word.text in aliases()
        return not several and word.text not in self._brackets.places

    def _candidates_for(self, short: str) -> list[_Candidate]:
        """Places in the paragraphs in which a name that can be called `short` may stand, in order."""
        if short not in self._candidates:
            others = list(self._other_forms(short))
            found = [_Candidate(start, sure=True) for start, _ in others]
            if stands_for_whole(short):
                found += [_Candidate(at, sure=False) for at in self._places(short)]
            # An acronym is explained by a name right before its bracket, in which no other bracket opens.
            ends = [end for _, end in others] + [one.start for one in found[len(others) :]]
            acronyms = dict.fromkeys(map(self._brackets.next, ends)) if self._brackets.places else ()
            for acronym in acronyms:
                if acronym and short in short_forms(self._introduced(acronym)):
                    found += (_Candidate(at, sure=True) for at in self._places(acronym))
            self._candidates[short] = sorted(set(found))
        return self._candidates[short]

    def _other_forms(self, short: str) -> Iterator[tuple[int, int]]:
        """Where other forms stand of names of several words that can be called `short`, and where their last words."""
        for variant in _variants().get(short, ()):
            yield from ((at, at) for at in self._places(variant))
        if 1 < len(short) <= _MOST_INITIALS and short == short.upper():
            yield from self._with_initials(short)

    def _with_initials(self, initials: str) -> Iterable[tuple[int, int]]:
        """Where words with these initials start, and where the last of them does."""
        self._asked_by_initials += 1
        if self._asked_by_initials > _ROWS_SOUGHT:
            return self._by_initials.of(initials)
        return ((match.start(), match.end() - 1) for match in _spelt_out(initials).finditer(self._text))

    @cached_property
    def _by_initials(self) -> InitialsTable:
        from archivist.claims.name_tables import InitialsTable

        return InitialsTable(self._view, _MOST_INITIALS)

    # --- acronyms that the text itself explains

    @cached_property
    def _brackets(self) -> _Brackets:
        """The brackets of the text, with what may be such an acronym in those that stand behind a name."""
        found = _Brackets([], [], [], {})
        parted, read = -1, 0
        at = self._text.find("(")
        while at >= 0:
            parted, read = max(parted, self._text.rfind("\n\n", read, at)), at
            match = re.match(_INTRODUCED, plain(self._text[at : at + _LONGEST_INTRODUCED]))
            acronym = match[1] if match and any(map(_may_be_in_name, self._before(at).split()[-1:])) else ""
            found.starts.append(at)
            found.acronyms.append(acronym)
            found.parted.append(parted)
            if acronym:
                found.places.setdefault(acronym, []).append(at)
            at = self._text.find("(", at + 1)
        return found

    def _introduced(self, acronym: str) -> str:
        """What the text says that the acronym stands for, or ""."""
        places = self._brackets.places
        if acronym not in places:
            return ""
        if acronym not in self._explained:
            found = (self._introductions_in(self._number(at)) for at in places[acronym])
            self._explained[acronym] = next((one[acronym] for one in found if acronym in one), "")
        return self._explained[acronym]

    def _introductions_in(self, number: int) -> dict[str, str]:
        if number not in self._introductions:
            spans = self.mentions(number)
            self._introductions[number] = introductions(self._paragraphs.view, spans)
        return self._introductions[number]


def _may_be_in_name(word: str) -> bool:
    return word[0].isdigit() or word != word.lower()


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
    """Words with these initials, as a text has them, whatever its spaces are; all count, or those that are not small.

    The first letter comes first, as a pattern is sought by that.
    """
    word = rf"[^{SPACES}\s]{{0,{_LONGEST_WORD}}}"
    small = rf"(?:[{SPACES}](?:{'|'.join(sorted(SMALL))})(?=[{SPACES}])){{0,3}}+"
    first, *others = map(re.escape, initials)
    if initials[0].isascii() and initials[0].isalpha():
        beyond = (sign for sign in _FOLDED if re.match(first, sign, re.IGNORECASE))
        first = f"(?-i:[{''.join((first.lower(), first.upper(), *beyond))}])"
    first = rf"{first}(?<![^\W_].)"
    counted = not {one[0] for one in SMALL}.isdisjoint(initials[1:].lower())  # a small word can be one of them
    rows = ("".join(f"{word}{between}[{SPACES}]{other}" for other in others) for between in ("", small)[not counted :])
    return re.compile(f"{first}(?:{'|'.join(rows)})", re.IGNORECASE | re.DOTALL)
