"""What holds for two texts that are laid out for a comparison, whatever they share."""

from __future__ import annotations

import copy
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archivist.claims.furniture import furniture
from archivist.claims.layout import Layout
from archivist.diff import pages as module
from archivist.diff.cover import Cover
from archivist.diff.pages import pages
from archivist.diff.textdiff import diff
from archivist.model.span import Span
from archivist.text import paragraphs as paragraphs_module
from archivist.text.paragraphs import Excerpt, paragraphs
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


@given(PIECES, PIECES, PIECES, PIECES, st.sampled_from([1, 512]))
@example("a", "\r", "b", "\n\nc", 1)
@example("a\n\nb\n\n", "", "\n", "c\n\nd", 1)
@example("By Ida Crane\n\n", "", "\n\n", "The weir broke.", 1)
@example("a\n\na\n\n", "a\n\n", "", "a\n\na", 1)
@example("A.", " ", "", "\n\nB\n\nC", 1)
@example("x\n\n", "# Tides", "# Tides\n\nThe weir broke.", "", 1)
def test_two_texts_are_laid_out_as_each_would_be_alone(head: str, old: str, new: str, tail: str, reach: int) -> None:
    texts = head + old + tail, head + new + tail
    with patch.object(paragraphs_module, "_REACH", reach):
        both = pages(*texts, diff(*texts).ops)
    for text, page in zip(texts, both, strict=True):
        found = page.layout.paragraphs
        assert page.opening.lead_end == lead_end(text)
        assert page.texts == [one.span.of(text) for one in page.sentences]
        assert page.sentences[1:-1] == tuple(
            one for number in found.numbers() for one in page.layout.sentences(number) if one in page.sentences[1:-1]
        )
        assert tuple(found) == paragraphs(text)
        assert found.view == plain(text)
        assert page.furniture == furniture(text)
        assert {*page.opening.furniture, *page.own} <= set(page.furniture)
        assert {one.span for number in found.numbers() for one in page.layout.sentences(number)} == {
            one.span for one in segment(text)
        }


def lead_end(text: str) -> int:
    """Where the first paragraph ends that has a sentence outside the furniture."""
    aside = Cover(one.span for one in furniture(text))
    spoken = [one.paragraph for one in segment(text) if not aside.covers(one.span)]
    return paragraphs(text)[spoken[0]].end if spoken else 0


@given(PIECES, PIECES, PIECES, PIECES)
@example("a\n\nb\n\n", "x", "", "c\n\nd")
def test_what_both_texts_begin_and_end_with_is_one_sentence_each(head: str, old: str, new: str, tail: str) -> None:
    texts = head + old + tail, head + new + tail
    was, now = pages(*texts, diff(*texts).ops)
    blocks, others = (forms(text) for text in texts)
    first = last = 0
    if min(len(blocks), len(others)) > 1:
        most = min(len(blocks), len(others))
        first = next((n for n in range(most) if blocks[n][1:] != others[n][1:]), most)
        most -= max(first, 1)
        last = next((n for n in range(most) if blocks[-1 - n][:2] != others[-1 - n][:2]), most)
    for page, own in ((was, blocks), (now, others)):
        middle = [one for one in segment(page.text) if first <= one.paragraph < len(own) - last]
        ends = (first > 0) + (last > 0)
        assert [one.span for one in page.sentences if one.span in {other.span for other in middle}] == [
            one.span for one in middle
        ]
        assert len(page.sentences) == len(middle) + ends


def forms(text: str) -> list[tuple[str, str, str]]:
    """Each paragraph with the space behind it, itself, and with the space before it, but for those around the text."""
    spans = paragraphs(text)
    found = []
    for number, span in enumerate(spans):
        end = spans[number + 1].start if number + 1 < len(spans) else span.end
        start = spans[number - 1].end if number else span.start
        found.append((text[span.start : end], span.of(text), text[start : span.end]))
    return found


@given(PIECES, PIECES, st.lists(st.tuples(st.sampled_from(["has", "nearest", "ending"]), st.integers(-9, 30))))
def test_a_part_that_grows_tells_what_the_whole_text_tells(head: str, tail: str, asked: list[tuple[str, int]]) -> None:
    text = f"{head}\n\nThe weir broke.\n\n{tail}"
    spans = paragraphs(text)
    begin = len(head) + 2
    with patch.object(paragraphs_module, "_REACH", 1):
        part = Excerpt(text, Span(begin, begin + 4))
        zero = spans.index(part[0])
        for what, number in asked:
            at = number + zero
            if what == "has":
                assert part.has(number) == (0 <= at < len(spans))
            elif what == "nearest":
                assert part.nearest(number) + zero == min(max(at, 0), len(spans) - 1)
            elif number >= 0:
                assert part.ending_behind(number) + zero == sum(span.end <= number for span in spans)
            if 0 <= at < len(spans):
                assert part[number] == spans[at]
                assert spans[at].of(part.view) == plain(spans[at].of(text))
        assert [part[number] for number in part.numbers()] == list(spans)
    with pytest.raises(IndexError):
        part[part.stop]


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
