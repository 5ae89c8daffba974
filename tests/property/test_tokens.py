from __future__ import annotations

import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from archivist.model.span import Span
from archivist.text.tokens import is_edge, spelling, tokens

PIECES = [
    *(
        "a",
        "Zug",
        "e\u0301",
        "don’t",
        "U.",
        "S.",
        "5",
        "1,200",
        "½",
        "١٢",
        ".",
        "..",
        ",",
        "-",
        "–",
        "—",
        "/",
        ":",
        "%",
    ),
    *(
        " ",
        "  ",
        "\n",
        "\r\n",
        "\t",
        "\u00a0",
        "\u202f",
        "\u2028",
        "$",
        "€",
        "+",
        "“",
        "”",
        "'",
        "’",
        '"',
        "(",
        ")",
        "_",
    ),
    *("λ", "Жук", "שָׁ", "مُ", "क्ष", "नि", "क्", "สวั", "น้ำ", "中", "か\u3099", "。", "한", "\u1112", "\u1161", "\u11ab"),
    *("👩", "👍🏽", "❤\ufe0f", "\u200d", "🇫🇷", "🇩", "\ufe0f", "\u0301", "\u200b", "\ufeff", "\u00ad", "\u0600", "ក្ក"),
]
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.text(max_size=40))
REGIONAL = range(0x1F1E6, 0x1F200)


def breaks_cluster(text: str, at: int) -> bool:
    """Whether a cut at `at` breaks a grapheme cluster, by the rules of UAX #29 that a category alone can tell."""
    left, right = text[at - 1], text[at]
    if left + right == "\r\n":
        return True
    if unicodedata.category(left) in {"Cc", "Zl", "Zp"} or left == "\u200b":
        return False
    if unicodedata.category(right).startswith("M") or right in "\u200c\u200d":
        return True
    if left == "\u200d" and unicodedata.category(right) == "So" and ord(right) not in REGIONAL:
        return unicodedata.category(text[: at - 1].rstrip("\ufe0f\u0301🏽")[-1:] or " ") == "So"
    run = 0
    while run < at and ord(text[at - 1 - run]) in REGIONAL:
        run += 1
    return run % 2 == 1 and ord(right) in REGIONAL


@given(TEXTS)
def test_tokens_cover_the_text_and_keep_clusters_whole(text: str) -> None:
    edges = tokens(text)
    assert (edges[0], edges[-1]) == (0, len(text))
    assert all(start < end for start, end in pairwise(edges))
    assert not [at for at in edges[1:-1] if breaks_cluster(text, at)]
    assert len(spelling(text)) == len(text)


@given(TEXTS)
def test_no_edge_parts_letters_or_digits_of_a_word(text: str) -> None:
    spelt = spelling(text)
    assert not [at for at in tokens(text)[1:-1] if spelt[at - 1] in "a0" and spelt[at] in "a0"]


@given(TEXTS)
def test_white_space_stands_alone(text: str) -> None:
    for start, end in pairwise(tokens(text)):
        if text[start].isspace():
            assert not any(map(str.isalnum, text[start:end]))
            assert end == len(text) or not (text[end - 1].isspace() and text[end].isspace())


@given(TEXTS)
def test_a_sure_edge_is_an_edge(text: str) -> None:
    edges = set(tokens(text))
    assert {at for at in range(len(text) + 1) if is_edge(text, at)} <= edges


@given(TEXTS, TEXTS)
def test_a_stretch_between_edges_has_the_tokens_of_the_whole(left: str, right: str) -> None:
    text = f"{left}\n{right}"
    edges = [at for at in tokens(text) if is_edge(text, at)]
    for start, end in pairwise(edges):
        assert set(tokens(text, Span(start, end))) <= set(tokens(text))
