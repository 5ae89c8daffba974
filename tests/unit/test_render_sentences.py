from __future__ import annotations

import pytest

from archivist.render.sentences import by_sentence


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ""),
        (" \n\n ", ""),
        ("One boat.", "One boat.\n"),
        ("One boat. Two men.\n", "One boat.\nTwo men.\n"),
        ("One boat.\n\n\n\nTwo men.\n", "One boat.\n\nTwo men.\n"),
        ("One boat\nfor two men.\n", "One boat for two men.\n"),
        ("One boat\r\n  for two men.\r\n", "One boat for two men.\n"),
        ("A  wide gap.", "A  wide gap.\n"),
        ("A bell \x07 and \u202eback.", "A bell \\x07 and <U+202E>back.\n"),
        ("中文。中文。", "中文。\n中文。\n"),
    ],
)
def test_a_sentence_is_a_line_and_paragraphs_stand_apart(text: str, lines: str) -> None:
    assert by_sentence(text) == lines
