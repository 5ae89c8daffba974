"""The lists of values that exclude each other."""

from __future__ import annotations

from archivist.claims.en.contrasts import _lists, contrasts


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
