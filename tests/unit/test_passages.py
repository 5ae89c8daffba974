from __future__ import annotations

import pytest

from archivist.diff.edits import Edits
from archivist.diff.operations import Same, Stretch
from archivist.diff.passages import between, passages
from archivist.model.span import Span

PARAGRAPHS = [
    f"Paragraph {number} says that {number * number} boats lay in the harbour of Sund." for number in range(9)
]
TEXT = "\n\n".join(PARAGRAPHS)


def blocks(old: str, new: str) -> list[str]:
    found = list(between(old, new, Stretch(Span(0, len(old)), Span(0, len(new)))))
    for one in found:
        assert one.stretch.old.of(old) == one.stretch.new.of(new)
        assert one.same == [Same(one.stretch.old.start, one.stretch.new.start, len(one.stretch.old))]
    return [one.stretch.old.of(old) for one in found]


def told(old: str, new: str, *, editing: bool = True) -> list[tuple[str, str]]:
    """The old and the new text of each passage; all that is said to be the same is."""
    found = []
    for one in passages(old, new, Edits(old, new) if editing else None):
        for part in one.same:
            assert old[part.old : part.old + part.length] == new[part.new : part.new + part.length]
        found.append((one.stretch.old.of(old), one.stretch.new.of(new)))
    return found


def test_blocks_are_found_again_behind_each_difference() -> None:
    new = list(PARAGRAPHS)
    new[0], new[4] = "Another beginning.", "Another middle."
    assert blocks(TEXT, "\n\n".join(new)) == [
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


def test_texts_with_small_edits_are_one_passage() -> None:
    new = TEXT.replace("2 says", "two says").replace("36 boats", "37 old boats")
    assert told(TEXT, new) == [(TEXT, new)]
    assert len(told(TEXT, new, editing=False)) > 1


def test_a_passage_ends_before_a_paragraph_with_another_difference() -> None:
    new = TEXT.replace("1 says", "one says").replace("4 says that", "4 says  that").replace("7 says", "seven says")
    first, last = "\n\n".join(PARAGRAPHS[:4]) + "\n\n", PARAGRAPHS[8]
    again = "\n\n".join(PARAGRAPHS[5:8]) + "\n\n"
    assert told(TEXT, new) == [
        (first, first.replace("1 says", "one says")),
        (again, again.replace("7 says", "seven says")),
        (last, last),
    ]


def test_small_edits_in_such_a_paragraph_are_left_to_it() -> None:
    old = f"{PARAGRAPHS[1]}\n\n{PARAGRAPHS[3]} {PARAGRAPHS[5]}\n\n{PARAGRAPHS[2]}"
    new = old.replace("3 says", "three says").replace("25 boats", "25\nboats")
    assert told(old, new) == [(PARAGRAPHS[1] + "\n\n",) * 2, (PARAGRAPHS[2],) * 2]
