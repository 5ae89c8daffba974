"""Where words stand in a text, and words with given initials, for many of them: the text is read once for all.

To look for one word, or one row of initials, by going through the text is faster. To do so for each word of a long
text takes time that grows with the square of its length.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from archivist.claims.name_identity import SMALL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ALNUM = r"[^\W_]+"


class WordTable:
    """Where words stand in a text, those joined by a hyphen or the like as one, of at most so many code points."""

    def __init__(self, text: str, longest: int) -> None:
        self._text = text
        self._longest = longest
        runs = [match.span() for match in re.finditer(_ALNUM, text)]
        self._starts, self._ends = [start for start, _ in runs], [end for _, end in runs]
        self._tables: dict[int, dict[str, list[int]]] = {}

    def of(self, word: str, start: int, end: int) -> Iterator[int]:
        """The places between two others where `word`, which begins with a letter or digit, starts and stands alone."""
        ends = [match.end() for match in re.finditer(_ALNUM, word)]
        places = self._table(len(ends)).get(word[: ends[-1]], ()) if ends else ()
        for at in places[bisect_left(places, start) : bisect_left(places, end)]:
            behind = at + len(word)
            if self._text.startswith(word, at) and not self._text[behind : behind + 1].isalnum():
                yield at

    def _table(self, number: int) -> dict[str, list[int]]:
        """Where stretches that begin and end with a run of letters and digits, and have so many of them, start."""
        if number not in self._tables:
            table = self._tables[number] = {}
            for start, end in zip(self._starts, self._ends[number - 1 :], strict=False):
                if end - start <= self._longest:
                    table.setdefault(self._text[start:end], []).append(start)
        return self._tables[number]


class InitialsTable:
    """Where the words with given initials stand in the plain view of a text, with and without the small ones."""

    def __init__(self, view: str, longest: int) -> None:
        words = [(match.start(), match[0]) for match in re.finditer(r"\S+", view)]
        content = [(at, word) for at, word in words if word.lower() not in SMALL]
        self._rows = [_Row(some, longest) for some in (words, content)]

    def of(self, initials: str) -> list[tuple[int, int]]:
        """Where words with these initials, in capitals, start, and where the last of them do, in no order."""
        return [place for row in self._rows for place in row.of(initials)]


class _Row:
    """Words in a row, in the order of the initials that they and those behind them have.

    One order serves initials of any length: a table for each length would take many times the room of the text.
    """

    def __init__(self, words: Sequence[tuple[int, str]], longest: int) -> None:
        self._longest = longest
        self._starts = [at for at, _ in words]
        self._firsts = "".join(_capital(word[0]) for _, word in words)
        found = ((number, *place) for number, (at, word) in enumerate(words) for place in _beginnings(at, word))
        self._places = sorted(found, key=self._initials)

    def of(self, initials: str) -> Iterator[tuple[int, int]]:
        """Where words with these initials start, and where the last of them do."""
        first = bisect_left(self._places, initials, key=self._initials)
        for at in range(first, len(self._places)):
            number, start, _ = place = self._places[at]
            if not self._initials(place).startswith(initials):
                return
            yield start, self._starts[number + len(initials) - 1]

    def _initials(self, place: tuple[int, int, str]) -> str:
        """The initials from a place on."""
        number, _, letter = place
        return letter + self._firsts[number + 1 : number + self._longest]


def _capital(letter: str) -> str:
    """A letter as a capital; a sign that is no letter for one that becomes two."""
    capital = letter.upper()
    return capital if len(capital) == 1 else "\0"


def _beginnings(at: int, word: str) -> Iterator[tuple[int, str]]:
    """Where a name may begin in what stands between white space, and its first letter there."""
    if word.isalpha():  # most are
        yield at, _capital(word[0])
    else:
        yield from ((at + match.start(), _capital(match[0][0])) for match in re.finditer(_ALNUM, word))
