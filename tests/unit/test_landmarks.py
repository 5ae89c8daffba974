from __future__ import annotations

import pytest

from archivist.diff.landmarks import holds_sentence, shared_blocks, shared_end, shared_sentences, shared_start
from archivist.diff.operations import Stretch
from archivist.model.span import Span

PARAGRAPHS = [
    f"Paragraph {number} says that {number * number} boats lay in the harbour of Sund." for number in range(9)
]


def blocks(old: str, new: str) -> list[str]:
    found = list(shared_blocks(old, new, Stretch(Span(0, len(old)), Span(0, len(new)))))
    for one in found:
        assert old[one.old : one.old + one.length] == new[one.new : one.new + one.length]
    return [old[one.old : one.old + one.length] for one in found]


def test_blocks_are_found_again_behind_each_difference() -> None:
    new = list(PARAGRAPHS)
    new[0], new[4] = "Another beginning.", "Another middle."
    assert blocks("\n\n".join(PARAGRAPHS), "\n\n".join(new)) == [
        "\n\n".join(PARAGRAPHS[1:4]) + "\n\n",
        "\n\n".join(PARAGRAPHS[5:]),
    ]


def test_blocks_are_found_behind_what_was_put_in_and_taken_out() -> None:
    new = ["Put in.", *PARAGRAPHS[:3], *PARAGRAPHS[5:8]]
    assert blocks("\n\n".join(PARAGRAPHS[:8]), "\n\n".join(new)) == [
        "\n\n".join(PARAGRAPHS[:3]) + "\n\n",
        "\n\n".join(PARAGRAPHS[5:8]),
    ]


@pytest.mark.parametrize("apart", ["\n", " "])
def test_texts_without_blank_lines_have_no_blocks(apart: str) -> None:
    assert blocks(f"X{apart}{apart.join(PARAGRAPHS)}", f"Y{apart}{apart.join(PARAGRAPHS)}") == []


def test_a_short_paragraph_is_no_landmark() -> None:
    assert blocks("A.\n\n* * *\n\nB.", "C.\n\n* * *\n\nD.") == []


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
        assert shared_end(old, new, len(same)) == len(same)


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
