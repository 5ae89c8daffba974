"""The words of a stretch are its tokens, however they are cut."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from archivist.diff.words import Wording, words
from archivist.model.span import Span
from archivist.text.tokens import is_edge, tokens

PIECES = [
    *(
        "zug",
        "Zug,",
        "Go.",
        "don’t",
        "U.S.",
        "e\u0301",
        "5",
        "000",
        "-5",
        "$3",
        "%",
        "1,200",
        "-",
        "–",
        "“",
        "”",
        "(b)",
    ),
    *(" ", " ", " ", "  ", "\n", "\n\n", "\t", "\u00a0", "\u202f", "\u0301", "\u200d", "\u0600", "\ufe0f"),
    *("Жук", "क्ष", "น้ำ", "中", "。", "👍🏽", "ក្ក"),
]
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.text(max_size=40))


def listed(text: str, span: Span) -> list[tuple[int, str]]:
    """Where each token stands that is no white space, and the token."""
    edges = pairwise(tokens(text, span))
    return [(start, text[start:end]) for start, end in edges if not text[start].isspace()]


@given(TEXTS, st.data())
def test_words_are_the_tokens_of_a_stretch(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))

    found = words(text, span)

    assert list(zip(found.starts, found.forms, strict=True)) == listed(text, span)


@given(TEXTS, st.data())
def test_between_the_words_of_a_part_of_a_region_is_nothing_but_white_space(text: str, data: st.DataObject) -> None:
    edges = [at for at in range(len(text) + 1) if is_edge(text, at)]
    region = sorted(data.draw(st.tuples(st.sampled_from(edges), st.sampled_from(edges))))
    span = Span(*sorted(data.draw(st.tuples(st.sampled_from(edges), st.sampled_from(edges)))))
    wording = Wording(text, [Span(*region)])

    found = wording.within(span)

    at = span.start
    for index, (start, form) in enumerate(zip(found.starts, found.forms, strict=True)):
        assert text.startswith(form, start)
        assert at == start or text[at].isspace()
        at = found.end(index)
    assert at == span.end or (at < span.end and text[at].isspace())
