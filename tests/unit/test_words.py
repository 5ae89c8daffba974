from __future__ import annotations

import pytest

from archivist.diff import words as module
from archivist.diff.sequence import Run
from archivist.diff.words import Wording, same_text, words
from archivist.model.span import Span

TEXT = "The old  bell, they say, rang\n\ntwice on 5\u202f000 days."


def test_words_of_a_stretch_know_where_they_stand() -> None:
    found = words(TEXT, Span(4, 14))

    assert (found.starts, found.forms) == ([4, 9, 13], ["old", "bell", ","])
    assert (found.end(1), found.gap(1)) == (13, "  ")


def test_a_figure_with_a_space_in_it_is_one_word() -> None:
    assert "5\u202f000" in words(TEXT, Span(0, len(TEXT))).forms


def test_a_region_is_cut_once_when_enough_of_it_was_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    cut: list[Span] = []

    def spy(text: str, span: Span) -> module.Words:
        cut.append(span)
        return words(text, span)

    monkeypatch.setattr(module, "words", spy)
    wording = Wording(TEXT, [Span(0, 15), Span(15, len(TEXT))])
    assert wording.within(Span(4, 14)).forms == ["old", "bell", ","]
    assert cut == [Span(4, 14)]
    assert wording.within(Span(15, 23)).forms == ["they", "say"]
    assert wording.within(Span(0, 3)).forms == ["The"]
    assert cut[1:] == [Span(0, len(TEXT))]
    assert wording.within(Span(5, 8)).forms == ["ld"]
    assert cut[2:] == [Span(5, 8)]


def test_a_stretch_outside_of_the_regions_is_cut_by_itself() -> None:
    wording = Wording(TEXT, [Span(0, 8)])

    assert wording.within(Span(4, 14)).forms == ["old", "bell", ","]


@pytest.mark.parametrize("pieces", [1, 3])
def test_pieces_are_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch, pieces: int) -> None:
    monkeypatch.setattr(module, "_MOST_PIECES", pieces)
    monkeypatch.setattr(module, "_PIECES", module._Pieces())

    assert words("one two three four one", Span(0, 22)).forms == ["one", "two", "three", "four", "one"]
    assert len(module._PIECES) <= pieces


def test_a_run_is_parted_where_the_space_in_it_differs() -> None:
    old, new = "so it rang twice", "so  it rang twice"

    found = same_text(words(old, Span(0, 16)), words(new, Span(0, 17)), [Run(0, 0, 4)])

    assert list(found) == [(0, 0, 2), (3, 4, 13)]
