from __future__ import annotations

from itertools import pairwise

import pytest

from archivist.model.span import Span
from archivist.text.tokens import is_edge, spelling, tokens


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in pairwise(tokens(text))]


@pytest.mark.parametrize(
    "figure",
    [
        "12",
        "1,200.50",
        "-$1,200.50",
        "$-5",
        "−5",
        "–5",
        "+3.1",
        "€3.2bn",
        "12%",
        "12\u00a0%",
        "5\u202f€",
        "1\u202f234\u202f567",
        "5–7",
        "3-2",
        "10:30",
        "10/11/2024",
        "2024-10-27",
        ".5",
        "$.50",
        "½",
        "2½",
        "21st",
        "1990s",
        "١٢٫٥٪",
        "１２",
    ],
)
def test_a_figure_is_one_token(figure: str) -> None:
    assert cut(f"was {figure} now") == ["was", " ", figure, " ", "now"]


@pytest.mark.parametrize(
    "word",
    [
        "don't",
        "don’t",
        "re-elected",
        "12-year-old",
        "A-level",
        "U.S.",
        "p.m.",
        "J.K.",
        "snake_case",
        "cafe\u0301s",
        "Ångström",
        "Αθήνα",
        "Київ",
        "l·l",
        "שלום",
        "مُحَمَّد",
        "क्षत्रिय",
        "한국어",
        "\u1112\u1161\u11ab",
        "co\u00adoperate",
        "COVID-19",
    ],
)
def test_a_word_is_one_token(word: str) -> None:
    assert cut(f"was {word} now") == ["was", " ", word, " ", "now"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“No,” he said.", ["“", "No", ",", "”", " ", "he", " ", "said", "."]),
        ("‘It’s ‘so’’", ["‘", "It’s", " ", "‘", "so", "’", "’"]),
        ('"a"b', ['"', "a", '"', "b"]),
        ("«Oui»", ["«", "Oui", "»"]),
        ("the ’90s", ["the", " ", "’", "90s"]),
        ("boys' club", ["boys", "'", " ", "club"]),
        ("wait... no--yes", ["wait", "...", " ", "no", "--", "yes"]),
        ("word—word", ["word", "—", "word"]),
        ("(3)", ["(", "3", ")"]),
        ("5 - 3", ["5", " ", "-", " ", "3"]),
        ("page 5. Next", ["page", " ", "5", ".", " ", "Next"]),
        ("end.Next", ["end", ".", "Next"]),
        ("5,000, or", ["5,000", ",", " ", "or"]),
        ("1\u00a0200 12\u00a034", ["1\u00a0200", " ", "12", "\u00a0", "34"]),
        ("a \t\r\n\u00a0b", ["a", " \t\r\n\u00a0", "b"]),
        ("東京は2024年", ["東", "京", "は", "2024", "年"]),
        ("か\u3099き", ["か\u3099", "き"]),
        ("น้ำดี", ["น้ำ", "ดี"]),
        ("ស្ត្រី", ["ស្ត្រី"]),
        ("👩\u200d⚕\ufe0f👍🏽", ["👩\u200d⚕\ufe0f", "👍🏽"]),
        ("🇫🇷🇩🇪🇺", ["🇫🇷", "🇩🇪", "🇺"]),
        ("1\ufe0f\u20e32", ["1\ufe0f\u20e32"]),
        (" \u0301a", [" \u0301", "a"]),
        ("\u0301a", ["\u0301", "a"]),
        ("\u0600١ \u0600", ["\u0600١", " ", "\u0600"]),
        ("", []),
    ],
)
def test_text_is_cut_as_documented(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_a_stretch_is_cut_alone_with_offsets_of_the_whole() -> None:
    assert tokens("one two three", Span(4, 9)) == [4, 7, 8, 9]
    assert tokens("one two three", Span(4, 4)) == [4]


def test_the_spelling_keeps_every_offset() -> None:
    assert spelling("Ab 1,2%\n中ก") == "aa 0,0% cs"


@pytest.mark.parametrize(
    ("text", "at", "edge"),
    [
        ("ab", 0, True),
        ("ab", 2, True),
        ("ab", 1, False),
        ("a b", 1, True),
        ("a b", 2, True),
        ("a  b", 2, False),
        ("中文", 1, True),
        ("か\u3099", 1, False),
        (" \u0301", 1, False),
        ("1\u00a0200", 1, False),
        ("a\u00a0b", 1, True),
        ("\u00a0-5", 1, False),
        ("\n\u00a0-5", 2, True),
        ("\u00a0\u00a0\u0301", 2, False),
        ("5\u00a0", 1, False),
        ("5\u00a0\n", 1, True),
        ("\u0600\u00a0\n", 1, False),
        ("end.”", 4, True),
        ("ab", 3, False),
        ("ab", -1, False),
    ],
)
def test_an_edge_is_told_from_both_sides(text: str, at: int, edge: bool) -> None:  # noqa: FBT001  # the expected value
    assert is_edge(text, at) is edge


@pytest.mark.parametrize(
    "unit", ["a", "a.", "1,", "-", "\u0600", "\u0301", "👩\u200d", "🇫", "'a", "5\u00a0", "ก\u17d2"]
)
def test_a_long_run_is_cut_once_over(unit: str) -> None:
    text = unit * 50_000
    edges = tokens(text)
    assert (edges[0], edges[-1]) == (0, len(text))
    assert edges == sorted(set(edges))
