"""The lists of values that exclude each other."""

from __future__ import annotations

import pytest

from archivist.claims.en.contrasts import _lists, contrasts
from archivist.diff.report import compare


def test_no_word_stands_twice_in_one_set() -> None:
    twice = [line for line in _lists().splitlines() if len(set(words := line.replace("|", "").split())) < len(words)]
    assert twice == []


def test_a_word_has_a_value_on_each_line_that_lists_it() -> None:
    assert len(contrasts("host")) > 1
    (line, place), (other_line, other_place) = *contrasts("north"), *contrasts("southward")
    assert line == other_line
    assert place != other_place
    assert contrasts("northward") == contrasts("north")
    assert contrasts("nort") == contrasts("|") == ()


def test_each_people_is_another_value() -> None:
    assert contrasts("albanian") != contrasts("algerian") != ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The serum is safe for children.", "The serum is safe for adults."),
        ("The fair was postponed after the flood.", "The fair was cancelled after the flood."),
        ("The side drew its last match.", "The side lost its last match."),
        ("The clerk was arrested over the theft.", "The clerk was charged over the theft."),
        ("She wrote the film.", "She directed the film."),
        ("The panel published the key nominees.", "The panel published the key winners."),
        ("The song is a waltz in a minor key.", "The song is a march in a minor key."),
        ("The flute is made of wood.", "The flute is made of brass."),
        ("The bat eats insects at dusk.", "The bat eats fruit at dusk."),
    ],
)
def test_values_that_exclude_each_other_tell_a_detail(old: str, new: str) -> None:
    assert [str(f.facet) for change in compare(old, new).changes for f in change.facets] == ["detail"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The cabinet abandoned its plan for a pier.", "The cabinet scrapped its plan for a pier."),
        ("The deal was struck at dawn.", "The accord was struck at dawn."),
        ("The rooms have oak beams of timber.", "The rooms have oak beams of wood."),
    ],
)
def test_values_of_one_place_are_wording(old: str, new: str) -> None:
    assert not any(change.substantive for change in compare(old, new).changes)
