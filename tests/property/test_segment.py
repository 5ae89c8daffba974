from __future__ import annotations

from itertools import pairwise

import pytest
from hostile import read_in_time
from hypothesis import given
from hypothesis import strategies as st

from archivist.text.paragraphs import paragraphs
from archivist.text.segment import segment

LENGTH = 200_000

PIECES = st.sampled_from(
    [
        *" \n\t.!?…\"'“”‘’()[]«»—-:;,0189aAbI。」と؟।\r\x85\u2028\u2029\ufeff\u00a0😀•",
        "\n\n",
        "Mr.",
        "U.S.",
        "p.m.",
        "Inc.",
        "No. ",
        "said",
        "The",
        "pier",
        "1. ",
        "a) ",
        ". . .",
        "[...]",
        "http://a.b",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


@given(TEXTS)
def test_sentences_tile_the_text(text: str) -> None:
    sentences, blocks = segment(text), paragraphs(text)
    for sentence in sentences:
        words = sentence.span.of(text)
        assert words
        assert words == words.strip()
        assert blocks[sentence.paragraph].covers(sentence.span)
    for one, other in pairwise(sentences):
        assert one.span.end <= other.span.start
        assert one.paragraph <= other.paragraph
    covered = "".join(sentence.span.of(text) for sentence in sentences)
    assert "".join(covered.split()) == "".join(text.split())


@given(TEXTS)
def test_paragraphs_hold_no_blank_line_and_are_in_order(text: str) -> None:
    blocks = paragraphs(text)
    for block in blocks:
        lines = block.of(text).splitlines()
        assert all(line.strip() for line in lines)
    assert all(one.end < other.start for one, other in pairwise(blocks))
    assert "".join("".join(block.of(text).split()) for block in blocks) == "".join(text.split())


@given(TEXTS, TEXTS.map(lambda text: " ".join(text.split())))
def test_a_line_is_read_alike_whatever_paragraph_stands_before(before: str, line: str) -> None:
    text = f"{before}\n\n{line}"
    alone = [sentence.span.of(line) for sentence in segment(line)]
    after = [s.span.of(text) for s in segment(text) if s.span.start >= len(before) + 2]
    assert after == alone


@pytest.mark.parametrize(
    "unit",
    [
        ". ",
        "! ",
        "a. ",
        ".'",
        "a\n",
        " \n",
        "1. a 2. b ",
        "A",
        ".[1]",
        "! :)",
        "Bb ",
        "“",
        ". . ",
        "U.S. ",
        "。」",
        "[",
        "•",
    ],
)
def test_time_grows_with_the_text(unit: str) -> None:
    read_in_time("archivist.text.segment", "segment", "A b." + unit * (LENGTH // len(unit)))
