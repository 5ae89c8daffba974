"""The lists of values that exclude each other."""

from __future__ import annotations

from archivist.claims.en.contrasts import contrasts


def test_no_word_stands_twice_in_one_set() -> None:
    places = {word: [line for line, _ in found] for word, found in contrasts().items()}
    assert {word for word, lines in places.items() if len(lines) > len(set(lines))} == set()
