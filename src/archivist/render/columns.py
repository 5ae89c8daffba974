"""Styled words, laid out in the columns of a terminal."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter

from archivist.model.noun import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_RESET = "\x1b[0m"
_NO_BREAK = "\u00a0"
_LONGEST_WHOLE = 12
"""Up to here a word is never broken, however narrow the terminal; longer ones are when they do not fit in a line."""


class Style(StrEnum):
    """How a stretch is shown: the SGR parameters (ECMA-48) that a terminal is sent for it.

    Old is orange and struck through, new is blue and underlined: the two stay apart for a reader of any colour vision,
    on a dark ground and on a light one, and where a terminal shows no colour. (Colours 166, 32 and 133 of the 256 that
    xterm has; tests/unit/test_render_colours.py measures them.)
    """

    PLAIN = ""
    HEAD = "1"
    FAINT = "2"
    OLD = "9;38;5;166"
    NEW = "4;38;5;32"
    MOVED = "3;38;5;133"


class Piece(NamedTuple):
    """A stretch of words in one style. Its text is safe to show already."""

    text: str
    style: Style = Style.PLAIN


_Part = tuple[str, Style]
"""What a `Piece` holds; a page has thousands, and a plain tuple is made in a fraction of the time."""

_Atom = tuple[list[_Part], int, bool]
"""A word in one or several styles, or one wide character: never broken. Its width, and whether a space goes before."""


def columns(text: str) -> int:
    """How many columns `text` takes: two for East Asian wide characters, none for combining ones (UAX #11)."""
    return len(text) if text.isascii() else sum(_character_columns(character) for character in text)


def fit(text: str, width: int) -> str:
    """`text` in exactly `width` columns: cut with an ellipsis, or filled up with spaces."""
    taken = columns(text)
    if taken > width:
        kept, taken = "", 1
        for character in text:
            if taken + _character_columns(character) > width:
                break
            kept += character
            taken += _character_columns(character)
        text = kept + "…"
    return text + " " * (width - taken)


def styled(pieces: Iterable[_Part], *, colour: bool) -> str:
    """The pieces in a row; with `colour` each in its style, neighbours of one style together."""
    if not colour:
        return "".join([text for text, _ in pieces])
    runs = ((style, "".join([text for text, _ in run])) for style, run in groupby(pieces, itemgetter(1)))
    return "".join(f"\x1b[{style}m{text}{_RESET}" if style and text else text for style, text in runs)


def wrap(pieces: Iterable[Piece], width: int, *, colour: bool, first: str = "", rest: str | None = None) -> list[str]:
    """The pieces as lines of at most `width` columns, `first` before the first line, `rest` before all others.

    White space between words becomes one space, a line feed ends a line. A word longer than a line is broken.
    """
    rest = " " * columns(first) if rest is None else rest
    room = max(width - columns(first), 1), max(width - columns(rest), 1)
    lines: list[str] = []
    for paragraph in _paragraphs(pieces):
        for line in _laid_out(paragraph, *room, colour=colour):
            lines.append(((rest if lines else first) + line).rstrip(" "))
    return lines


@lru_cache(maxsize=4096)
def _character_columns(character: str) -> int:
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.category(character) in {"Mn", "Me", "Cf"} else 1


def _paragraphs(pieces: Iterable[Piece]) -> Iterator[list[_Part]]:
    """The pieces of each line of the input."""
    current: list[_Part] = []
    for words, style in pieces:
        head, *others = words.split("\n")
        current.append((head, style))
        for text in others:
            yield current
            current = [(text, style)]
    yield current


def _atoms(pieces: Iterable[_Part], limit: int) -> Iterator[_Atom]:
    """The words of one paragraph, none wider than `limit` columns."""
    word: list[_Part] = []
    taken = 0
    spaced = False
    for text, style in pieces:
        for number, chunk in enumerate(_chunks(text)):
            if number:  # white space stands before it
                if word:
                    yield word, taken, spaced
                    word, taken = [], 0
                spaced = True
            for run in [chunk] if chunk and chunk.isascii() else _run().findall(chunk):
                if run.isascii() and taken + len(run) <= limit:
                    word.append((run, style))
                    taken += len(run)
                    continue
                for part in _parts(run):
                    size = columns(part)
                    wide = size == 2 * len(part) and not _clings(part)
                    if word and (wide or taken + size > limit):
                        yield word, taken, spaced
                        word, taken, spaced = [], 0, False
                    word.append((part, style))
                    taken += size
    if word:
        yield word, taken, spaced


def _chunks(text: str) -> list[str]:
    """What stands between white space, empty at an end that is white space itself."""
    if _NO_BREAK in text:
        return _space().split(text)
    chunks = text.split()
    if text[:1].isspace():
        chunks.insert(0, "")
    if text[-1:].isspace():
        chunks.append("")
    return chunks


@cache
def _space() -> re.Pattern[str]:
    return re.compile(rf"[^\S{_NO_BREAK}]+")


@cache
def _run() -> re.Pattern[str]:
    """Characters of ASCII, each of one column; everything else by character."""
    return re.compile("[ -~]+|.")


def _parts(run: str) -> list[str]:
    """A word that does not fit in a line, in pieces that do."""
    return [run[start : start + _LONGEST_WHOLE] for start in range(0, len(run), _LONGEST_WHOLE)]


def _clings(character: str) -> bool:
    """Whether a line must not start with this character: closing marks, as East Asian typesetting has it."""
    return unicodedata.category(character) in {"Pe", "Pf", "Po"}


def _laid_out(paragraph: list[_Part], first: int, rest: int, *, colour: bool) -> Iterator[str]:
    """The lines of one paragraph, in as many columns as there is room for in the first line and in the rest."""
    if not colour:  # what most pages go into is a pipe, and most words are plain
        text = "".join([text for text, _ in paragraph])
        words = text.split() if text.isascii() or _is_narrow(text) else None
        if words is not None and max(map(len, words), default=0) <= min(first, rest):
            return _filled_plainly(" ".join(words), first, rest)
    return (styled(line, colour=colour) for line in _filled(paragraph, first, rest))


def _is_narrow(text: str) -> bool:
    """Whether every character takes one column, and all white space may end a line."""
    return _NO_BREAK not in text and all(_character_columns(one) == 1 for one in set(text) if not one.isascii())


def _filled_plainly(words: str, first: int, rest: int) -> Iterator[str]:
    """What `_filled` gives for narrow words without style, none too long for a line."""
    start, limit = 0, first
    while len(words) - start > limit:
        end = words.rfind(" ", start, start + limit + 1)
        yield words[start:end]
        start, limit = end + 1, rest
    yield words[start:]


def _filled(pieces: Iterable[_Part], first: int, rest: int) -> Iterator[list[_Part]]:
    """The words of one paragraph, line by line; one empty line where there are none.

    A space between two words takes a style that both its neighbours have.
    """
    line: list[_Part] = []
    taken, limit = 0, first
    for word, width, spaced in _atoms(pieces, min(first, rest)):
        gap = 1 if spaced and line else 0
        if line and taken + gap + width > limit:
            yield line
            line, taken, gap, limit = [], 0, 0, rest
        if gap:
            before = line[-1][1]
            line.append((" ", before if before is word[0][1] else Style.PLAIN))
        line += word
        taken += gap + width
    yield line
