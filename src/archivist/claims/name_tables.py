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

    def __init__(self, view: str) -> None:
        words = [(match.start(), match[0]) for match in re.finditer(r"\S+", view)]
        content = [(at, word) for at, word in words if word.lower() not in SMALL]
        self._rows = [(words, _firsts(words)), (content, _firsts(content))]
        self._tables: dict[int, dict[str, list[tuple[int, int]]]] = {}

    def of(self, initials: str) -> Sequence[tuple[int, int]]:
        """Where words with these initials, in capitals, start, and where the last of them do, in no order."""
        number = len(initials)
        if number not in self._tables:
            table = self._tables[number] = {}
            for words, firsts in self._rows:
                for at in range(len(words) - number + 1):
                    rest, last = firsts[at + 1 : at + number], words[at + number - 1][0]
                    for start, letter in _beginnings(*words[at]):
                        table.setdefault("".join((letter, *rest)), []).append((start, last))
        return self._tables[number].get(initials, ())


def _firsts(words: Sequence[tuple[int, str]]) -> list[str]:
    return [word[0].upper() for _, word in words]


def _beginnings(at: int, word: str) -> Iterator[tuple[int, str]]:
    """Where a name may begin in what stands between white space, and its first letter there."""
    if word.isalpha():  # most are
        yield at, word[0].upper()
    else:
        yield from ((at + match.start(), match[0][0].upper()) for match in re.finditer(_ALNUM, word))
