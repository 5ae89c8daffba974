"""What is read of two revisions that are compared: only what differs, and only once."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from archivist.claims.extract import extract_from
from archivist.claims.furniture import furniture
from archivist.diff import reading
from archivist.diff.cover import Cover
from archivist.diff.facet_akin import Kin, akin
from archivist.diff.known_names import KnownNames
from archivist.diff.pages import pages
from archivist.diff.report import compare
from archivist.diff.textdiff import diff
from archivist.model.report import ChangeKind
from archivist.model.span import Span
from archivist.text import paragraphs
from archivist.text.paragraphs import paragraph_edges
from archivist.text.segment import segment

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from archivist.claims.layout import Layout
    from archivist.diff.pages import Page
    from archivist.model.claim import Claim

HEAD = "Storm closes the pier\n\nThe pier at Odd Harbour is shut.  Boats were tied up."
MIDDLE = "The mill employs 40 people. Its owner bought it in 1990."
TAIL = (
    "“The well is dry,” said Ida Crane.\n\nCorrection: An earlier version misstated the number of people at the mill."
)


def laid_out(old: str, new: str) -> tuple[Page, Page]:
    return pages(old, new, diff(old, new).ops)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The stretches whose claims are asked for, a list for each text."""
    found: list[list[str]] = []

    def listening(layout: Layout, published: dt.date | None, within: Sequence[Span]) -> tuple[Claim, ...]:
        found.append([span.of(layout.text) for span in within])
        return extract_from(layout, published, within)

    monkeypatch.setattr(reading, "extract_from", listening)
    return found


def test_only_what_differs_is_read_for_claims(asked: list[list[str]]) -> None:
    old = f"{HEAD}\n\n{MIDDLE}\n\n{TAIL}"
    assert len(compare(old, old.replace("40", "60")).changes) == 1
    assert asked == [["The mill employs 40 people."], ["The mill employs 60 people."]]


@pytest.mark.parametrize(
    ("edited", "edit", "changes"),
    [
        ("Bo Quist said the mill employs 40 people.", "Bo Quist said the mill employs 60 people.", 1),
        ("“We wait,” she said.", "“We go,” she said.", 1),
        ("Frost killed the blossom.", "Frost killed the blossom.\n\nCorrection: The dam holds.", 0),
    ],
)
def test_a_long_text_is_looked_at_around_what_differs(
    monkeypatch: pytest.MonkeyPatch, edited: str, edit: str, changes: int
) -> None:
    looked_at: list[int] = []

    def listening(text: str) -> tuple[list[int], list[int]]:
        looked_at.append(len(text))
        return paragraph_edges(text)

    monkeypatch.setattr(paragraphs, "paragraph_edges", listening)
    far = "\n\n".join(f"The pier of “number {number}” is shut.\n\nIt is wet." for number in range(2000))
    near = "\n\n".join(["Ida Crane said it was wet.", *["She waited there all day."] * 20])
    old = f"{far}\n\n{near}\n\n{edited}\n\n{near}\n\n{far}"
    assert len(compare(old, old.replace(edited, edit)).changes) == changes
    assert sum(looked_at) < len(old) / 8


def test_what_moved_is_read_as_well(asked: list[list[str]]) -> None:
    parts = ["The weir was opened.", "Farmers sold their cattle at a great loss.", "Frost killed the blossom."]
    (change,) = compare(" ".join(parts), " ".join([parts[1], parts[0], parts[2]])).changes
    assert change.kind is ChangeKind.MOVED
    assert [len(spans) for spans in asked] == [1, 1]


def test_nothing_is_read_where_only_space_differs(asked: list[list[str]]) -> None:
    assert compare(HEAD, HEAD.replace("  ", " ")).changes == ()
    assert asked == []


def test_what_both_texts_begin_and_end_with_is_one_sentence_each() -> None:
    old, new = laid_out(f"{HEAD}\n\n{MIDDLE}\n\n{TAIL}", f"{HEAD}\n\nFrost came.\n\n{MIDDLE}\n\n{TAIL}")
    assert [one.span.of(old.text) for one in old.sentences] == [HEAD, f"{MIDDLE}\n\n{TAIL}"]
    assert [one.span.of(new.text) for one in new.sentences] == [HEAD, "Frost came.", f"{MIDDLE}\n\n{TAIL}"]


def test_texts_without_a_paragraph_in_common_are_read_whole() -> None:
    for page in laid_out(HEAD, MIDDLE):
        assert page.sentences == segment(page.text)


PARTS = [HEAD, MIDDLE, TAIL, "By Bo Quist", "ODD HARBOUR (AP) — The dam may burst.", "Frost killed the blossom"]


@pytest.mark.parametrize("cut", range(len(PARTS)))
@pytest.mark.parametrize("start", ["", "\n\n  "])
def test_furniture_is_that_of_each_text_wherever_it_was_read(cut: int, start: str) -> None:
    whole, less = "\n\n".join(PARTS), start + "\n\n".join(PARTS[:cut] + PARTS[cut + 1 :])
    for old, new in ((whole, less), (less, whole), (whole, PARTS[cut]), (PARTS[cut], whole)):
        for page in laid_out(old, new):
            assert page.furniture == furniture(page.text)


def test_the_sentences_of_a_page_leave_nothing_out() -> None:
    for page in laid_out("\n\n".join(PARTS), "\n\n".join(PARTS[:2] + PARTS[3:])):
        edges = [Span(0, 0), *(one.span for one in page.sentences), Span(len(page.text), len(page.text))]
        assert not "".join(page.text[left.end : right.start] for left, right in pairwise(edges)).strip()


def test_the_lead_is_the_first_paragraph_that_is_no_furniture() -> None:
    lead = "The pier at Odd Harbour is shut. It drew 40 visitors."
    old = f"Storm closes the pier\n\nBy Bo Quist\n\n{lead}\n\nThe weir drew 40 visitors."
    weights = [change.weight for change in compare(old, old.replace("40", "60")).changes]
    assert len(weights) == 2
    assert weights[0] > weights[1]


def test_a_pronoun_stands_for_a_name_of_an_unchanged_paragraph() -> None:
    old = "Rosa Quint opened the vault.\n\nShe said it was empty.\n\nThe weir was opened."
    assert [change.kind for change in compare(old, old.replace("She", "Ms Quint")).changes] == [ChangeKind.REWORDED]
    (change,) = compare(old, old.replace("She", "Ida Crane")).changes
    assert [facet.rule for facet in change.facets] == ["source-differs"]


@pytest.mark.parametrize(
    ("place", "touches", "covers"),
    [
        (Span(0, 2), False, False),
        (Span(1, 3), True, False),
        (Span(2, 7), True, True),
        (Span(6, 8), True, False),
        (Span(7, 9), False, False),
        (Span(8, 12), True, False),
    ],
)
def test_a_cover_knows_what_it_touches_and_covers(place: Span, touches: bool, covers: bool) -> None:  # noqa: FBT001  # expected values
    cover = Cover([Span(10, 11), Span(4, 7), Span(2, 4), Span(3, 5)])
    assert (cover.touches(place), cover.covers(place)) == (touches, covers)
    assert not Cover([]).touches(place)


@pytest.mark.parametrize(
    ("word", "kin"),
    [("driver", True), ("hurt", True), ("harbor", True), ("reservior", True), ("drain", False), ("bell", False)],
)
def test_kin_of_words(word: str, kin: bool) -> None:  # noqa: FBT001  # expected value
    words = ["drive", "injured", "harbour", "reservoir"]
    assert (word in Kin(words)) is kin
    assert any(akin(word, one) for one in words) is kin


@pytest.mark.parametrize(
    ("key", "known"),
    [
        ("Quint", True),
        ("Rosa Quint", True),
        ("WHO", True),
        ("World Health Organization", True),
        ("Bo Quist", False),
        ("South Korea", False),
    ],
)
def test_a_name_is_known_in_any_of_its_forms(key: str, known: bool) -> None:  # noqa: FBT001  # expected value
    names = KnownNames(["Rosa Quint", "World Health Organization", "Korea"])
    assert names.mentions(key) is known
    assert (key in names) is (key in {"Rosa Quint", "World Health Organization"})
