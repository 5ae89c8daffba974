"""The words of a paragraph that are written with a capital, and what hangs them together."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import compress
from operator import itemgetter, ne

from archivist.claims.en import names as en
from archivist.claims.name_identity import SMALL
from archivist.model.noun import NamedTuple
from archivist.text.kept import kept

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archivist.model.span import Span

_LONGEST_LINK = len(" from the ")
_LINKS = {" ": " ", " & ": " ", "'s ": "'", "' ": "'", "'S ": "'"}
_START = itemgetter(0)
_TERMINAL = frozenset(".!?,;:\"')")
_LONG_WORD = 4
_HEADLINE_WORDS = 5
_HEADLINE_SHARE = 0.85

_PATTERNS = {
    "word": r"(?:(?:[^\W\d_]\.){2,}|[^\W_]+)(?:[-'&](?:(?:[^\W\d_]\.){2,}|[^\W_]+))*",
    "link": r" ([a-z]{1,4}) (?:([a-z]{2,3}) )?",
}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name])


class Capital(NamedTuple):
    """A capitalised word, without a possessive ending.

    `low` is the word as the lists have it. `link` says how it hangs on the capitalised word before: " " directly, "'"
    as something possessed, the small word between them, or "" not at all. `opens` is true where it opens a sentence, a
    quotation or a line, so that its capital proves nothing.
    """

    text: str
    start: int
    end: int
    low: str
    link: str
    opens: bool

    @property
    def acronym(self) -> bool:
        """Whether it is written in capitals throughout, as words are only in headlines."""
        return len(self.text) > 1 and self.text.isupper()


class Capitals(NamedTuple):
    """The capitalised words of a paragraph.

    `shouting` are the stretches, mostly none, in which nearly every word has a capital, so that it proves nothing; in
    order.
    """

    words: list[Capital]
    shouting: list[tuple[int, int]]

    def shouted(self, word: Capital) -> bool:
        """Whether the word stands where capitals prove nothing."""
        behind = bisect_right(self.shouting, word.start, key=_START) if self.shouting else 0
        return behind > 0 and word.start < self.shouting[behind - 1][1]

    def proven(self) -> list[Capital]:
        """The words that show by their place that they have their capital always."""
        return [word for word in self.words if not word.opens and not (self.shouting and self.shouted(word))]


def capitals(view: str, paragraph: Span) -> Capitals:
    """The capitalised words of one paragraph of the plain view of a text."""
    words: list[Capital] = []
    stretch = paragraph.of(view)
    chunks = stretch.split()
    end = paragraph.start
    past = end - _LONGEST_LINK - 1  # where the last capitalised word ends
    for number in compress(range(len(chunks)), map(ne, chunks, stretch.lower().split())):
        chunk = chunks[number]
        start = view.index(chunk, end)  # it has a capital, which none of the chunks passed over has
        end = start + len(chunk)
        for text, offset, low, previous in _written_in(chunk):
            at = start + offset
            opens = None if at < len("A ") or view[at - 1] != " " or not view[at - 2].isalnum() else False
            if opens is None:  # few do not stand behind a word and a space
                opens = _opens(view, at)
                if opens is None:
                    opens = not _may_go_on(previous or _word_before(chunks, number))
            link = _link(words[-1], view, at) if at - past <= _LONGEST_LINK else ""
            past = at + len(text)
            words.append(Capital(text, at, past, low, link, opens))
    shouting = list(_shouting(view, paragraph)) if len(words) >= _HEADLINE_WORDS else []
    return Capitals(words, shouting)


@kept
def _written_in(chunk: str) -> tuple[tuple[str, int, str, str], ...]:
    """The capitalised words in a stretch without white space that has capitals.

    Each without a possessive ending, its place in the stretch, the word as the lists have it, and the word before it.
    """
    found: list[tuple[str, int, str, str]] = []
    previous = ""
    for raw, at in _words(chunk, 0):
        if raw[0].isupper() or (not raw.islower() and any(map(str.isupper, raw))):
            text = raw[:-2] if raw.endswith(("'s", "'S")) else raw
            found.append((text, at, text.lower().rstrip("."), previous))
        previous = raw
    return tuple(found)


def words_of(view: str) -> set[str]:
    """The words of a stretch, capitalised or not."""
    chunks = set(view.split())
    plainly = {chunk for chunk in chunks if chunk.isalpha()}  # most are; the others are read all at once
    return plainly.union(_pattern("word").findall(" ".join(chunks - plainly)))


def _words(chunk: str, start: int) -> list[tuple[str, int]]:
    """The words in a stretch without white space that begins at `start`, and where they stand."""
    bare = chunk.rstrip(",.;:)")
    if bare.isalpha():  # most are
        return [(bare, start)]
    return [(match[0], start + match.start()) for match in _pattern("word").finditer(chunk)]


def _word_before(chunks: Sequence[str], number: int) -> str:
    """The last word of the chunks before the one with this number."""
    for before in range(number - 1, -1, -1):
        words = _words(chunks[before], 0)
        if words:
            return words[-1][0]
    return ""


def _shouting(view: str, paragraph: Span) -> Iterator[tuple[int, int]]:
    """Where the lines stand in which nearly every word has a capital."""
    at = paragraph.start
    for line in paragraph.of(view).splitlines(keepends=True):
        if line.rstrip()[-1:] not in _TERMINAL:
            long = [word for word in line.split() if len(word) >= _LONG_WORD and word[0].isalpha()]
            capital = sum(word[0].isupper() for word in long)
            if len(long) >= _HEADLINE_WORDS and capital > _HEADLINE_SHARE * len(long):
                yield at, at + len(line)
        at += len(line)


def _link(left: Capital, view: str, start: int) -> str:
    """How the word at `start` hangs on the capitalised word shortly before it."""
    gap = view[left.end : start]
    known = _LINKS.get(gap)
    if known is not None:
        return known
    if gap == ". ":
        return " " if len(left.text) == 1 or left.low in en.DOTTED else ""
    match = _pattern("link").fullmatch(gap)
    if match is None:
        return ""
    word, second = match.groups()
    joins = word in SMALL or word in en.PARTICLES
    return word if joins and (second in {None, "the"} or second in en.PARTICLES) else ""


def _opens(view: str, start: int) -> bool | None:
    """Whether the word at `start` opens a sentence, a quotation or a line; None where the word before it decides."""
    at = start
    while at and view[at - 1] in "\"'([":
        at -= 1
    if view[at:start].strip("(["):
        return True
    while at and view[at - 1] == " ":
        at -= 1
    if not at or view[at - 1] in "\n\r!?:*•|#":
        return True
    while at and view[at - 1] in "\"')]":
        at -= 1
    if not at or view[at - 1] != ".":
        return at > 0 and view[at - 1] in "!?"
    return None


def surely_opens(before: str) -> bool:
    """Whether a word opens a sentence, a quotation or a line: so its capital proves nothing.

    It is told by what stands before it, as far back as that reaches; False where this is not enough to tell.
    """
    chunks = before.split()
    if len(chunks) <= 1:
        return before.endswith("\n")
    opens = _opens(before, len(before))
    words = _words(chunks[-1], 0)
    return bool(opens) or (opens is None and bool(words) and not _may_go_on(words[-1][0]))


def _may_go_on(word: str) -> bool:
    """Whether a sentence may go on after this word and a full stop."""
    return len(word) == 1 or "." in word or word.lower() in en.DOTTED
