"""A first look at a stretch of a text: its words, found once for all kinds of evidence that certain words begin.

Few stretches have a negator or a hedge, few words open a date or a figure: this look tells where to look closer. It
takes no step of Python for each word, and finds the place of a word only where it is asked for.
"""

from __future__ import annotations

import re
from functools import cache, cached_property

from archivist.model.noun import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

NUMBER = "0"
"""Any number of at most three digits, where it is told which words follow it."""

_SHORT = 3

_AFTER_DIGITS = ":"
"""The character after "9": a word that sorts before it begins with a digit."""

_NO_WORDS = "—…£€•“”‘’–"
"""What often stands in a text that is ASCII but for it, and in no word."""


class Phrases(NamedTuple):
    """Phrases in lower case by their longest word, mostly the rarest, with how many stand before it."""

    rarest: frozenset[str]
    with_rarest: dict[str, tuple[tuple[int, tuple[str, ...]], ...]]


class Glance:
    """The words of `view` from `start` to `end`.

    `words` are runs of word characters, as written. `lows` are the same in lower case, except that letters are parted
    from digits and low lines beside them: "n't" is two of both, "may_2" one word and two of `lows`. `seen` are the
    different ones of `lows`: what is not among them need not be looked for. `parted` is true where some word has both.
    """

    def __init__(self, view: str, start: int, end: int) -> None:
        self.view = view
        self.start = start
        self.end = end
        stretch = _without_marks(view[start:end])
        self._ascii = stretch.isascii()
        self._spaced = self._low = ""
        if self._ascii:
            self._spaced = f" {stretch.encode().translate(_word_characters()).decode()} "
            self._low = self._spaced.lower()
            self.words = self._spaced.split()
        else:
            self.words = _pattern(r"\w+").findall(stretch)
        self.parted = not all(map(str.isdecimal, [word for word in self.words if not word.isalpha()]))
        if self.parted:
            self.lows = list(map(str.lower, _pattern(r"[^\W\d_]+|\d+").findall(stretch)))
        elif self._ascii:
            self.lows = self._low.split()
        else:
            self.lows = list(map(str.lower, self.words))
        self.seen = frozenset(self.lows)

    @cached_property
    def starts(self) -> list[int]:
        """Where each of `words` starts."""
        return [match.start() for match in _pattern(r"\w+").finditer(self.view, self.start, self.end)]

    @cached_property
    def _low_starts(self) -> list[int]:
        """Where each of `lows` starts."""
        if not self.parted:
            return self.starts
        return [match.start() for match in _pattern(r"[^\W\d_]+|\d+").finditer(self.view, self.start, self.end)]

    def starts_of(self, numbers: Iterable[int]) -> list[int]:
        """Where those of `lows` with these indexes, which are in order, start."""
        if self.parted or not self._ascii:
            return [self._low_starts[number] for number in numbers]
        found: list[int] = []
        reached: dict[str, tuple[int, int]] = {}  # by word, its index and place where it was met last
        for number in numbers:
            low = self.lows[number]
            index, at = reached.get(low, (-1, -1))
            while index < number:
                index, at = self.lows.index(low, index + 1), self._low.find(f" {low} ", at + 1)
            reached[low] = index, at
            found.append(self.start + at)
        return found

    def opening(self, openers: Container[str], followed: Mapping[str, Container[str]]) -> Iterator[tuple[str, int]]:
        """The words that begin with a digit or are, as written, among `openers`, in order, and where each starts.

        One of `followed` opens nothing but before one of the words, in lower case, that are given for it, or before
        what is no word; it may be left out elsewhere. There `NUMBER` stands for all numbers of up to three digits.
        """
        last = len(self.words) - 1
        at = -1
        for number in [number for number, word in enumerate(self.words) if word in openers or word < _AFTER_DIGITS]:
            word = self.words[number]
            # Every place where the word stands is among these, so it is the next one where it does.
            at = self._spaced.find(f" {word} ", at + 1) if self._ascii else self.starts[number] - self.start
            if self._ascii:
                after = followed.get(NUMBER if len(word) <= _SHORT and word.isdecimal() else word)
                if after is not None and (number == last or _is_other(self.words[number + 1], after)):
                    continue
            yield word, self.start + at

    def lettered(self) -> list[tuple[str, int]]:
        """The words that begin with a letter and have digits or low lines as well ("R12m"), and where each starts."""
        if not self.parted:
            return []
        mixed = [at for at, word in enumerate(self.words) if word > _AFTER_DIGITS and not word.isalpha()]
        return [(self.words[at], self.starts[at]) for at in mixed]

    def holding(self, phrases: Phrases) -> list[int]:
        """Where the words of one of `phrases` stand in a row, whatever stands between: the indexes of first words."""
        if phrases.rarest.isdisjoint(self.seen):
            return []
        rarest, lows = phrases.rarest, self.lows
        found: set[int] = set()
        for at in [at for at, low in enumerate(lows) if low in rarest]:
            for before, phrase in phrases.with_rarest[lows[at]]:
                first = at - before
                if len(phrase) == 1 or (first >= 0 and tuple(lows[first : first + len(phrase)]) == phrase):
                    found.add(first)
        return sorted(found)


def _is_other(word: str, words: Container[str]) -> bool:
    """Whether it is a word and none of `words`."""
    return word.isalpha() and word.lower() not in words


def letters(text: str) -> list[str]:
    """The runs of letters in `text`, in order and in lower case."""
    return _pattern(r"[^\W\d_]+").findall(text.lower())


def _without_marks(text: str) -> str:
    """`text` with spaces for the marks that mostly are all in it that is not ASCII."""
    if not text.isascii():
        for mark in _NO_WORDS:
            text = text.replace(mark, " ")
    return text


def phrase_table(phrases: Iterable[str]) -> Phrases:
    """The phrases as `Glance.holding` looks for them."""
    table: dict[str, tuple[tuple[int, tuple[str, ...]], ...]] = {}
    for phrase in phrases:
        words = tuple(_pattern(r"[^\W\d_]+").findall(phrase))
        rarest = max(words, key=len)
        table[rarest] = (*table.get(rarest, ()), (words.index(rarest), words))
    return Phrases(frozenset(table), table)


@cache
def _word_characters() -> bytes:
    r"""What `\w` finds in ASCII, as `bytes.translate` takes it: the rest becomes a space."""
    return bytes(point if chr(point).isalnum() or chr(point) == "_" else ord(" ") for point in range(128)).ljust(256)


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
