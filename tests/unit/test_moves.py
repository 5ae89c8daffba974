from __future__ import annotations

import pytest

from archivist.diff.moves import Alignment, Places, places, unplaced
from archivist.diff.operations import Stretch
from archivist.diff.textdiff import diff
from archivist.model.report import OpKind, Pair
from archivist.model.span import Sentence, Span

ABCD = "Ants dig. Bees hum. Cats nap. Dogs run."


def sentences(text: str) -> list[Sentence]:
    found, start = [], 0
    for part in text.split(". "):
        end = start + len(part) + (not part.endswith("."))
        found.append(Sentence(Span(start, end), 0))
        start = end + 1
    return found


def placed(old: str, new: str, *pairs: tuple[int, int, bool]) -> Places:
    return places(old, new, Alignment(sentences(old), sentences(new), [Pair(*pair) for pair in pairs]))


def texts(old: str, new: str, stretches: list[Stretch]) -> list[tuple[str, str]]:
    return [(stretch.old.of(old), stretch.new.of(new)) for stretch in stretches]


def test_a_link_in_place_is_a_stretch() -> None:
    where = placed(ABCD, ABCD, (0, 0, False), (1, 1, False))
    assert texts(ABCD, ABCD, where.kept) == [("Ants dig.", "Ants dig."), ("Bees hum.", "Bees hum.")]
    assert where.moved == []


def test_white_space_does_not_move() -> None:
    empty = [Sentence(Span(0, 0), 0), *sentences(ABCD)]
    pairs = [Pair(0, 0, moved=True), *(Pair(index, index) for index in range(1, 5))]
    assert places(ABCD, ABCD, Alignment(empty, empty, pairs)).moved == []


def test_a_split_and_a_join_are_one_stretch() -> None:
    where = placed(ABCD, ABCD, (0, 0, False), (0, 1, False), (1, 2, False), (2, 2, False))
    assert texts(ABCD, ABCD, where.kept) == [
        ("Ants dig.", "Ants dig. Bees hum."),
        ("Bees hum. Cats nap.", "Cats nap."),
    ]


def test_neighbours_that_moved_together_are_one_stretch() -> None:
    new = "Cats nap. Dogs run. Ants dig. Bees hum."
    where = placed(ABCD, new, (2, 0, False), (3, 1, False), (0, 2, True), (1, 3, True))
    assert texts(ABCD, new, where.moved) == [("Ants dig. Bees hum.", "Ants dig. Bees hum.")]


def test_a_split_and_a_join_that_moved_are_one_stretch() -> None:
    new = "Cats nap. Dogs run. Ants dig. Bees hum."
    where = placed(ABCD, new, (2, 0, False), (3, 1, False), (0, 2, True), (0, 3, True))
    assert texts(ABCD, new, where.moved) == [("Ants dig.", "Ants dig. Bees hum.")]
    where = placed(ABCD, new, (2, 0, False), (3, 1, False), (0, 2, True), (1, 2, True))
    assert texts(ABCD, new, where.moved) == [("Ants dig. Bees hum.", "Ants dig.")]


def test_sentences_that_moved_apart_are_two_stretches() -> None:
    new = "Bees hum. Cats nap. Dogs run. Ants dig."
    where = placed(ABCD, new, (0, 3, True), (1, 0, True), (2, 1, False))
    assert len(where.moved) == 2


def test_a_link_that_contradicts_the_order_is_left_out() -> None:
    where = placed(ABCD, ABCD, (0, 2, False), (1, 1, False), (2, 3, False))
    assert texts(ABCD, ABCD, where.kept) == [("Ants dig.", "Cats nap."), ("Cats nap.", "Dogs run.")]


def test_a_sentence_cannot_both_stay_and_move() -> None:
    where = placed(ABCD, ABCD, (0, 0, False), (0, 3, True), (2, 0, True))
    assert where.moved == []


def test_a_sentence_moves_to_one_place_only() -> None:
    where = placed(ABCD, ABCD, (0, 2, True), (0, 3, True), (1, 2, True))
    assert len(where.moved) == 1


def test_links_to_nothing_are_no_stretches() -> None:
    pairs = [Pair(0, None), Pair(None, 1)]
    assert places(ABCD, ABCD, Alignment(sentences(ABCD), sentences(ABCD), pairs)) == Places([], [])


def test_a_stretch_never_ends_within_a_token() -> None:
    text = "It cost 5.40 then. It fell."
    halves = [Sentence(Span(0, 10), 0), Sentence(Span(10, 18), 0), Sentence(Span(19, 27), 0)]
    pairs = [Pair(0, 0), Pair(1, 1), Pair(2, 2)]
    where = places(text, text, Alignment(halves, halves, pairs))
    assert texts(text, text, where.kept) == [(text[:18], text[:18]), ("It fell.", "It fell.")]
    alone = places(text, text, Alignment(halves, halves, [Pair(0, 0), Pair(2, 2)]))
    assert texts(text, text, alone.kept) == [("It fell.", "It fell.")]
    moved = places(text, text, Alignment(halves, halves, [Pair(0, 0, moved=True)]))
    assert moved.moved == []


def test_what_has_no_place_lies_between_the_stretches() -> None:
    whole = Stretch(Span(0, len(ABCD)), Span(0, len(ABCD)))
    where = placed(ABCD, ABCD, (0, 0, False), (2, 3, False))
    assert texts(ABCD, ABCD, list(unplaced(whole, where))) == [(" Bees hum. ", " Bees hum. Cats nap. ")]


def test_what_moved_has_its_place() -> None:
    whole = Stretch(Span(0, len(ABCD)), Span(0, len(ABCD)))
    where = placed(ABCD, ABCD, (0, 0, False), (3, 3, False), (1, 2, True))
    assert list(unplaced(whole, where)) == []


def test_what_was_edited_where_it_stands_did_not_move() -> None:
    twice = "Divers searched the weir at 4:15 near the mill and found all ropes of the raft."
    between = "Fares rise in May. Nobody on the board spoke for the plan, and the young clerk left."
    last = "Early on Friday the guard found the barge. “The night was long and the wind was cold,” said Crane."
    old = f"{twice}\n\n{between}\n\n{twice}\n\n{last}"
    new = "\n\n".join(
        [twice.replace("4:15", "4:15!"), between.replace("board", "board,"), twice, last.replace("cold", "mild")]
    )
    for one, other in ((old, new), (new, old)):
        found = diff(one, other)
        assert found.moves == ()
        assert sum(len(op.old) for op in found.ops if op.kind is OpKind.DELETE) <= len("!,mild")


LOG = [
    "**3 March 2021**\nUpdated information on ferries to the islands ('Travel' page).",
    "**5 March 2021**\nUpdated information on ferries to the islands ('Summary' page).",
    "**9 March 2021**\nUpdated information on ferries to the islands ('Summary' page).",
    "Divers searched the weir at 4:15 near the mill.",
    "Fares rise in May, and nobody on the board spoke for the plan.",
]


@pytest.mark.parametrize("apart", ["\n\n", " \r\n\r\n", "\n\n\u00a0", "\n\n    "])
def test_a_paragraph_that_stands_elsewhere_as_it_was_is_no_form_of_another(apart: str) -> None:
    old = f"{LOG[0]}\n\n{LOG[1]}{apart}{LOG[3]}\n\n{LOG[2]}\n\n{LOG[4]}\n"
    new = f"{LOG[0]}\n\n{LOG[2]}{apart}{LOG[3]}\n\n{LOG[1]}\n\n{LOG[4]}\n"
    for one, other in ((old, new), (new, old)):
        found = diff(one, other)
        told = [*found.ops, *(op for move in found.moves for op in move.ops)]
        alone = [op for op in told if op.kind is not OpKind.EQUAL and op.move is None]
        assert "".join(op.old.of(one) + op.new.of(other) for op in alone).strip() == ""
        assert {move.old.of(one) for move in found.moves} <= set(LOG)
        assert found.moves


def test_an_edit_beside_what_moved_is_told_where_it_stands() -> None:
    edited = LOG[2].replace("ferries", "barges")
    old = "\n\n".join([LOG[0], LOG[2], LOG[1], LOG[3], LOG[4]])
    found = diff(old, new := "\n\n".join([LOG[0], edited, LOG[3], LOG[4], LOG[1]]))
    assert [move.old.of(old) for move in found.moves] == [LOG[1]]
    alone = [(op.old.of(old) or op.new.of(new)).strip() for op in found.ops if op.kind is not OpKind.EQUAL]
    assert [text for text in alone if text] == ["ferries", "barges", LOG[1], LOG[1]]
