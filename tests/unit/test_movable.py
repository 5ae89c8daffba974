from __future__ import annotations

import pytest

from archivist.diff.movable import Movable
from archivist.diff.operations import Stretch
from archivist.model.span import Span

Change = tuple[str, str]


def place(number: int) -> Stretch:
    return Stretch(Span(number, number + 1), Span(number, number + 1))


def seen(*looks: tuple[str, str, list[Change]]) -> set[int]:
    """The numbers of the places between which something may have moved."""
    movable = Movable()
    for number, (old, new, changed) in enumerate(looks):
        movable.look(place(number), old, new, changed)
    return {stretch.old.start for stretch in movable.places()}


KEPT = ("It rained. It froze.", "It snowed. It froze.", [("", ""), ("rained", "snowed"), ("", "")])
LEFT = ("It rained on. Nobody sailed.", "It rained on.", [("", ""), (" Nobody sailed.", "")])
CAME = ("It froze.", "It froze. Nobody sailed.", [("", ""), ("", " Nobody sailed.")])


def test_a_sentence_left_one_place_and_came_to_another() -> None:
    assert seen(KEPT, LEFT, CAME) == {1, 2}


@pytest.mark.parametrize("looks", [[KEPT, LEFT], [KEPT, CAME], [KEPT], []])
def test_nothing_moves_where_nothing_left_or_nothing_came(looks: list[tuple[str, str, list[Change]]]) -> None:
    assert seen(*looks) == set()


def test_sentences_that_changed_places_within_a_paragraph() -> None:
    assert seen(("Hail fell. Sun shone.", "Sun shone. Hail fell.", [("Hail", "Sun"), ("Sun shone", "Hail fell")])) == {
        0
    }


def test_a_heading_without_a_full_stop_is_told_by_its_words() -> None:
    gone = ("Head line\nIt froze.", "It froze.", [("Head line", ""), ("", "")])
    come = ("It thawed.", "Head line\nIt thawed.", [("", "Head line"), ("", "")])
    assert seen(gone, come) == {0, 1}


def test_in_a_very_long_place_anything_may_have_moved() -> None:
    assert seen(("a" * 70_000, "b", [("a", "b"), ("a", "b")])) == {0}
