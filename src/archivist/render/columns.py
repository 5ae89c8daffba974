"""Styled words, laid out in the columns of a terminal."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from archivist.model.noun import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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


def styled(pieces: Iterable[Piece], *, colour: bool) -> str:
    """The pieces in a row; with `colour` each in its style, neighbours of one style together."""
    runs = ((style, "".join(piece.text for piece in run)) for style, run in groupby(pieces, lambda piece: piece.style))
    return "".join(f"\x1b[{style}m{text}{_RESET}" if colour and style and text else text for style, text in runs)


def wrap(pieces: Iterable[Piece], width: int, *, colour: bool, first: str = "", rest: str | None = None) -> list[str]:
    """The pieces as lines of at most `width` columns, `first` before the first line, `rest` before all others.

    White space between words becomes one space, a line feed ends a line. A word longer than a line is broken.
    """
    rest = " " * columns(first) if rest is None else rest
    lines: list[str] = []
    for paragraph in _paragraphs(pieces):
        for line in _filled(paragraph, width - columns(first), width - columns(rest)):
            lead = rest if lines else first
            lines.append((lead + styled(_joined(line), colour=colour)).rstrip(" "))
    return lines


class _Atom(NamedTuple):
    """What is never broken: a word in one or several styles, or one wide character. `spaced`: a space goes before."""

    pieces: tuple[Piece, ...]
    width: int
    spaced: bool


@lru_cache(maxsize=4096)
def _character_columns(character: str) -> int:
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.category(character) in {"Mn", "Me", "Cf"} else 1


def _paragraphs(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """The pieces of each line of the input."""
    current: list[Piece] = []
    for piece in pieces:
        head, *others = piece.text.split("\n")
        current.append(Piece(head, piece.style))
        for text in others:
            yield current
            current = [Piece(text, piece.style)]
    yield current


def _atoms(pieces: Sequence[Piece], limit: int) -> Iterator[_Atom]:
    """The words of one paragraph, none wider than `limit` columns."""
    word: list[Piece] = []
    taken = 0
    spaced = False
    for text, style in _chunks(pieces):
        size = columns(text)
        gap = text.isspace() and text != _NO_BREAK
        wide = size == 2 * len(text) and not _clings(text)
        if word and (gap or wide or taken + size > limit):
            yield _Atom(tuple(word), taken, spaced)
            word, taken, spaced = [], 0, False
        if gap:
            spaced = True
        else:
            word.append(Piece(text, style))
            taken += size
    if word:
        yield _Atom(tuple(word), taken, spaced)


def _chunks(pieces: Sequence[Piece]) -> Iterator[tuple[str, Style]]:
    """Short words of ASCII and runs of white space as they are, everything else by character."""
    for piece in pieces:
        for match in _chunk().finditer(piece.text):
            yield match.group(), piece.style


@cache
def _chunk() -> re.Pattern[str]:
    return re.compile(rf"[^\S{_NO_BREAK}]+|[!-~]{{1,{_LONGEST_WHOLE}}}|.")


def _clings(character: str) -> bool:
    """Whether a line must not start with this character: closing marks, as East Asian typesetting has it."""
    return unicodedata.category(character) in {"Pe", "Pf", "Po"}


def _filled(pieces: Sequence[Piece], first: int, rest: int) -> Iterator[list[_Atom]]:
    """The words of one paragraph, line by line; one empty line where there are none."""
    line: list[_Atom] = []
    taken, limit = 0, max(first, 1)
    for atom in _atoms(pieces, max(min(first, rest), 1)):
        gap = 1 if atom.spaced and line else 0
        if line and taken + gap + atom.width > limit:
            yield line
            line, taken, gap, limit = [], 0, 0, max(rest, 1)
        line.append(atom)
        taken += gap + atom.width
    yield line


def _joined(line: Sequence[_Atom]) -> Iterator[Piece]:
    """The pieces of a line with the spaces between them; a space takes a style that both its neighbours have."""
    before = Style.PLAIN
    for number, atom in enumerate(line):
        if number and atom.spaced:
            yield Piece(" ", before if before is atom.pieces[0].style else Style.PLAIN)
        yield from atom.pieces
        before = atom.pieces[-1].style
