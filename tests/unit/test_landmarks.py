from __future__ import annotations

import pytest

from archivist.diff.landmarks import holds_sentence, shared_end, shared_sentences, shared_start
from archivist.diff.operations import Stretch
from archivist.model.span import Span


@pytest.mark.parametrize(
    ("old", "new", "shared"),
    [
        ("It rained. The red boat sank. It is lost.", "It rained. The old boat sank. It is lost.", (15, 23)),
        ("It rained. A red boat sank. It is lost.", "It rained. A very red boat sank. It is lost.", (11, 11)),
        ("It rained. It froze.", "It rained. It rained. It froze.", (11, 9)),
        ("It cost 5.40 there.", "It cost 5.60 there.", (8, 7)),
        ("Rain", "Snow", (0, 0)),
    ],
)
def test_what_two_sentences_share_at_their_ends(old: str, new: str, shared: tuple[int, int]) -> None:
    start, end = shared_sentences(old, new)
    assert (start, end) == shared
    assert old[:start] == new[:start]
    assert old[len(old) - end :] == new[len(new) - end :]


def test_long_shared_ends_are_found_whatever_their_length() -> None:
    for length in (3, 255, 256, 257, 1000, 70_000):
        same = "ab " * (length // 3) + "\n\n"
        old, new = f"{same}x\n\n{same}", f"{same}y\n\n{same}"
        assert shared_start(old, new) == len(same)
        rest = Span(len(same), len(old))
        assert shared_end(old, new, Stretch(rest, rest)) == len(same)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        (" It rained. ", True),
        ("He said: “Go now!”", True),
        ("- a list item\n", True),
        ("of the town", False),
        ("Rain.", False),
        ("", False),
    ],
)
def test_a_sentence_is_told_by_its_end(text: str, *, holds: bool) -> None:
    assert holds_sentence(text) is holds
