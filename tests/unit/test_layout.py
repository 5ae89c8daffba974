from __future__ import annotations

from archivist.claims.furniture import furniture
from archivist.claims.layout import Layout
from archivist.text.script import is_latin
from archivist.text.segment import segment

TEXT = "Storm closes pier\n\nBy Ida Crane\n\nThe pier shut. “We wait,” said Lars Holm.\n\nRead more: the tides"


def test_a_text_laid_out_has_the_sentences_and_the_furniture_of_the_text() -> None:
    layout = Layout(TEXT)
    numbers = layout.paragraphs.numbers()
    assert tuple(one for number in numbers for one in layout.sentences(number)) == segment(TEXT)
    assert tuple(one for number in numbers for one in layout.furniture(number)) == furniture(TEXT)
    assert len(furniture(TEXT)) == 3


def test_what_was_read_once_is_not_read_again() -> None:
    layout = Layout(TEXT)
    assert layout.sentences(2) is layout.sentences(2)
    assert layout.furniture(1) is layout.furniture(1)


def test_latin_is_what_needs_neither_marks_nor_characters_for_words() -> None:
    assert is_latin("Señor Øre paid €5 — “half”…")
    assert not is_latin("e\u0301tude")
    assert not is_latin("Пожар")
    assert not is_latin("火事")
    assert not is_latin("ไฟไหม้")
