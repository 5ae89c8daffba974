"""A first look at a stretch of a text: its words, found once for all kinds of evidence that certain words begin.

Few stretches have a negator or a hedge, few words open a date or a figure: this look tells where to look closer.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from archivist.model.noun import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Phrases(NamedTuple):
    """Phrases in lower case: those of one word, and the others under their first word."""

    single: frozenset[str]
    longer: dict[str, tuple[tuple[str, ...], ...]]


class Glance:
    """The words of `view` from `start` to `end`, and where each starts.

    `words` are runs of word characters, as written. `lows` are the same in lower case, except that letters are parted
    from digits and low lines beside them: "n't" is two of both, "may_2" one word and two of `lows`.
    """

    __slots__ = ("end", "low_starts", "lows", "start", "starts", "view", "words")

    def __init__(self, view: str, start: int, end: int) -> None:
        self.view = view
        self.start = start
        self.end = end
        self.words, self.starts = _cut(r"\w+", view, start, end)
        self.lows, self.low_starts = self.words, self.starts
        if not "".join(self.words).isalpha() and _pattern(r"_|\d[^\W\d]|[^\W\d]\d").search(view, start, end):
            self.lows, self.low_starts = _cut(r"[^\W\d_]+|\d+", view, start, end)
        self.lows = [word.lower() for word in self.lows]

    def holding(self, phrases: Phrases) -> list[int]:
        """Where the words of one of `phrases` stand in a row, whatever stands between: the indexes of first words."""
        single, longer = phrases
        lows = self.lows
        found = [at for at, low in enumerate(lows) if low in single or low in longer]
        return [at for at in found if lows[at] in single or self._holds(longer[lows[at]], at)]

    def _holds(self, phrases: Iterable[tuple[str, ...]], at: int) -> bool:
        second = self.lows[at + 1] if at + 1 < len(self.lows) else ""
        return any(phrase[1] == second and tuple(self.lows[at : at + len(phrase)]) == phrase for phrase in phrases)


def phrase_table(phrases: Iterable[str]) -> Phrases:
    """The phrases as `Glance.holding` looks for them."""
    single: set[str] = set()
    longer: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        words = tuple(_pattern(r"[^\W\d_]+").findall(phrase))
        if len(words) == 1:
            single.add(words[0])
        else:
            longer[words[0]] = (*longer.get(words[0], ()), words)
    return Phrases(frozenset(single), longer)


def _cut(pattern: str, view: str, start: int, end: int) -> tuple[list[str], list[int]]:
    """What the pattern finds in the stretch, and where."""
    words: list[str] = []
    starts: list[int] = []
    for match in _pattern(pattern).finditer(view, start, end):
        words.append(match[0])
        starts.append(match.start())
    return words, starts


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
