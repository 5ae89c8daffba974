"""What holds for two texts that are laid out for a comparison, whatever they share."""

from __future__ import annotations

import copy

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archivist.claims.furniture import furniture
from archivist.claims.layout import Layout
from archivist.diff import pages as module
from archivist.diff.pages import pages
from archivist.text.paragraphs import paragraphs
from archivist.text.plain import plain
from archivist.text.segment import segment

PIECES = st.lists(
    st.sampled_from(
        [
            *("\n", "\n\n", "\r", "\r\n", "\n \n", "\u2029", "\x85", "\t", " ", "  "),
            *(
                "The weir broke.",
                "The weir",
                "“Go,” he said.",
                "By Ida Crane",
                "# Tides",
                "Correction: It was Ames.",
                "x",
            ),
        ]
    ),
    max_size=7,
).map("".join)


@given(PIECES, PIECES, PIECES, PIECES)
@example("a", "\r", "b", "\n\nc")
@example("a\n\nb\n\n", "", "\n", "c\n\nd")
@example("By Ida Crane\n\n", "", "\n\n", "The weir broke.")
@example("a\n\na\n\n", "a\n\n", "", "a\n\na")
def test_two_texts_are_laid_out_as_each_would_be_alone(head: str, old: str, new: str, tail: str) -> None:
    for text, page in zip(
        (head + old + tail, head + new + tail), pages(head + old + tail, head + new + tail), strict=True
    ):
        assert tuple(page.layout.spans) == paragraphs(text)
        assert page.layout.view == plain(text)
        assert page.furniture == furniture(text)
        assert page.texts == [one.span.of(text) for one in page.sentences]
        assert set(page.head + page.own) <= set(page.furniture)
        whole = {span for number in range(len(page.layout.spans)) for span in page.layout.sentences(number)}
        assert whole == set(segment(text))


def test_furniture_that_is_looked_for_later_is_as_good_as_a_tuple() -> None:
    text = "By Ida Crane\n\nThe weir broke.\n\nCorrection: It was Ames."
    found, later = furniture(text), module.Aside(Layout(text))
    assert later == found
    assert found == later
    assert later == module.Aside(Layout(text))
    assert (len(later), later[0], later[1:]) == (2, found[0], found[1:])
    assert (hash(later), repr(later)) == (hash(found), repr(found))
    assert copy.deepcopy(later) == found
    assert later != found[:1]


def test_spans_are_cut_and_counted_as_a_tuple_of_them() -> None:
    spans = pages("a\n\nb\n\nc", "a\n\nbx\n\nc")[1].layout.spans
    assert (spans[-1], *spans[1:]) == (spans[2], *tuple(spans)[1:])
    with pytest.raises(IndexError):
        spans[3]
