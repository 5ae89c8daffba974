from __future__ import annotations

import pytest

from archivist.render.columns import Piece, Style, columns, fit, styled, wrap


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("中文", 4), ("e\u0301", 1), ("ｆ", 2), ("", 0), ("👍", 2)])
def test_columns_are_those_of_a_terminal(text: str, width: int) -> None:
    assert columns(text) == width


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [("abc", 5, "abc  "), ("abcdef", 4, "abc…"), ("中文字", 4, "中… "), ("abcd", 4, "abcd")],
)
def test_fit_fills_or_cuts_to_the_width(text: str, width: int, shown: str) -> None:
    assert fit(text, width) == shown


def test_lines_break_between_words_and_hang() -> None:
    lines = wrap([Piece("one two three four")], 10, colour=False, first="1. ")

    assert lines == ["1. one two", "   three", "   four"]


def test_a_line_feed_ends_a_line_and_white_space_is_one_space() -> None:
    assert wrap([Piece("a   b\n\nc\td")], 20, colour=False) == ["a b", "", "c d"]


def test_wide_characters_break_anywhere_but_before_closing_punctuation() -> None:
    assert wrap([Piece("中文字符。")], 6, colour=False) == ["中文字", "符。"]
    assert wrap([Piece("中文字。")], 6, colour=False) == ["中文", "字。"]


def test_a_word_longer_than_the_line_is_broken() -> None:
    lines = wrap([Piece("x" * 50)], 24, colour=False)

    assert all(len(line) <= 24 for line in lines)
    assert "".join(lines) == "x" * 50


def test_pieces_that_touch_are_one_word() -> None:
    pieces = [Piece("from "), Piece("[-12-]", Style.OLD), Piece("{+15+}", Style.NEW), Piece(" dead")]

    assert wrap(pieces, 14, colour=False) == ["from", "[-12-]{+15+}", "dead"]


def test_colour_ends_with_each_line() -> None:
    lines = wrap([Piece("aaaaaa bbbbbb", Style.OLD)], 8, colour=True)

    assert lines == ["\x1b[9;38;5;166maaaaaa\x1b[0m", "\x1b[9;38;5;166mbbbbbb\x1b[0m"]


def test_a_space_between_two_styles_has_none() -> None:
    line = wrap([Piece("old ", Style.OLD), Piece("new", Style.NEW)], 20, colour=True)

    assert line == ["\x1b[9;38;5;166mold\x1b[0m \x1b[4;38;5;32mnew\x1b[0m"]


def test_without_colour_nothing_is_sent_but_words() -> None:
    assert styled([Piece("a", Style.HEAD), Piece("b")], colour=False) == "ab"
