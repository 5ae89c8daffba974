"""What is kept of words."""

from __future__ import annotations

from archivist.text import kept


class Asked:
    """The length of words, and what was asked for."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def __call__(self, word: str) -> int:
        self.words.append(word)
        return len(word)


def test_a_word_is_told_once() -> None:
    asked = Asked()
    length = kept.kept(asked)
    assert [length("fair"), length("port"), length("fair")] == [4, 4, 4]
    assert asked.words == ["fair", "port"]


def test_a_long_word_is_not_kept() -> None:
    asked = Asked()
    length = kept.kept(asked)
    long = "x" * (kept._LONGEST + 1)
    assert length(long) == length(long) == len(long)
    assert asked.words == [long, long]


def test_no_more_words_are_kept_than_there_is_room_for() -> None:
    asked = Asked()
    length = kept.kept(asked)
    for number in range(kept._MOST + 1):
        length(str(number))
    asked.words.clear()
    length("0")
    length(str(kept._MOST))
    assert asked.words == ["0"]
