from __future__ import annotations

import pytest

from archivist.diff.edits import Edits
from archivist.diff.operations import Stretch, gaps
from archivist.diff.textdiff import diff
from archivist.model.report import OpKind
from archivist.model.span import Span

BEHIND = " and all that follows it in this long line is the same in both texts."


def read(old: str, new: str) -> tuple[Edits, list[tuple[str, str]]]:
    """What was read, and what differs according to it; the last is what is left to others."""
    whole = Stretch(Span(0, len(old)), Span(0, len(new)))
    edits = Edits(old, new)
    same = edits.read(whole)
    assert all(old[one.old : one.old + one.length] == new[one.new : one.new + one.length] for one in same)
    return edits, [(gap.old.of(old), gap.new.of(new)) for gap in gaps(whole, same)]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("red", "green", ("red", "green")),
        ("red,", "green,", ("red", "green")),
        ("red.", "green", ("red.", "green")),
        ("red;", "green,", ("red;", "green,")),
        ("red", "red,", ("", ",")),
        ("“red,”", "“green,”", ("red", "green")),
        ("(12)", "(14)", ("12", "14")),
        ("1,200.50", "1,300.50", ("1,200.50", "1,300.50")),
        ("$12", "$12%", ("$12", "$12%")),
        ("don’t", "do", ("don’t", "do")),
        ("re-elected", "elected", ("re-elected", "elected")),
        ("cat", "cats", ("cat", "cats")),
        ("10.", "10.5", ("10.", "10.5")),
    ],
)
def test_a_word_for_a_word_is_told_by_its_token(one: str, other: str, expected: tuple[str, str]) -> None:
    for before in ("", "A line.\n", "The boat was "):
        _, changed = read(f"{before}{one}{BEHIND}", f"{before}{other}{BEHIND}")
        assert [pair for pair in changed if pair != ("", "")] == [expected]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (f"The red boat{BEHIND}", f"The boat{BEHIND}", ("red ", "")),
        (f"The red boat{BEHIND}", f"The red and very old boat{BEHIND}", ("", "and very old ")),
        (f"It is. The boat{BEHIND}", f"It is. The sun set. The boat{BEHIND}", ("", "The sun set. ")),
        (f"He rose, they say.\n{BEHIND}", f"He rose, they say. He sat.\n{BEHIND}", ("", " He sat.")),
        (f"A line.\nB is it.\n{BEHIND}", f"A line.\nNo boat.\nB is it.\n{BEHIND}", ("", "No boat.\n")),
        (f"The line.\n\nThe sea.{BEHIND}", f"The line.\n\nThe end.\n\nThe sea.{BEHIND}", ("", "The end.\n\n")),
        (f"The red boat{BEHIND}", f"The old big boat{BEHIND}", ("red", "old big")),
        (f"In a red, big boat{BEHIND}", f"In some old boat{BEHIND}", ("a red, big", "some old")),
        (f"In a (big) boat, now{BEHIND}", f"In their ship, now{BEHIND}", ("a (big) boat", "their ship")),
        (f"It is so.{BEHIND}\n", f"It is so.{BEHIND}\n\nMore of it.\n", ("", "\n\nMore of it.")),
        (f"It is so.{BEHIND}", f"It is so.{BEHIND}\nMore of it.", ("", "\nMore of it.")),
        (f"It is so.{BEHIND}\n", f"It is so.{BEHIND}\nMore of it.\n", ("", "More of it.\n")),
        (f"It is so.{BEHIND}", f"It is so.{BEHIND} More of it.", ("", " More of it.")),
    ],
)
def test_what_is_put_in_taken_out_and_replaced_is_told(old: str, new: str, expected: tuple[str, str]) -> None:
    assert [pair for pair in read(old, new)[1] if pair != ("", "")] == [expected]
    assert [pair for pair in read(new, old)[1] if pair != ("", "")] == [expected[::-1]]
    found = [(op.old.of(old), op.new.of(new)) for op in diff(old, new).ops if op.kind is not OpKind.EQUAL]
    assert ("".join(one for one, _ in found), "".join(other for _, other in found)) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"The red boat{BEHIND}", f"The red  boat{BEHIND}"),
        (f"The red boat{BEHIND}", f"The red\nboat{BEHIND}"),
        (f"The red boat{BEHIND}", f"The réd boat{BEHIND}"),
        (f"The U.S. boat{BEHIND}", f"The UK boat{BEHIND}"),
        (f"The red\u0301 boat{BEHIND}", f"The old boat{BEHIND}"),
        (f"The -3 boats{BEHIND}", f"The 3 boats{BEHIND}"),
        (f"The “red boat{BEHIND}", f"The red boat{BEHIND}"),
        (f"The 12\u00a0000 boats{BEHIND}", f"The 13\u00a0000 boats{BEHIND}"),
        (f"A {'x' * 25}{BEHIND}", f"A y{BEHIND}"),
        (f"The boat.\n{BEHIND}", f"The boat\n{BEHIND}"),
        (f"It was very late{BEHIND}", f"It was very very late{BEHIND}"),
        (f"He said so and so{BEHIND}", f"He said so and said so and so{BEHIND}"),
        (f"A red, big boat{BEHIND}", f"An old, big and red boat{BEHIND}"),
        (f"He rose. It is{BEHIND}", f"He sat. She is{BEHIND}"),
        (f"- A red boat\n- It is{BEHIND}", f"- A red boat\n- A net\n- It is{BEHIND}"),
        (f"{'Far, ' * 150}{BEHIND}", f"{'Far, ' * 10}{BEHIND}"),
        (f"It is so.{BEHIND}", f"It is so.{BEHIND}\n"),
    ],
)
def test_any_other_difference_is_left_to_others(old: str, new: str) -> None:
    for one, other in ((old, new), (new, old)):
        _, changed = read(one, other)
        assert len(changed) == 2, "before all that is the same, and behind it"


def test_edits_are_apart() -> None:
    near, far = "by the sea and the red town", "by the sea and the old grey harbour wall of the red town"
    for between, settled in ((near, False), (far, True)):
        old = f"The red boat lay {between}{BEHIND}"
        new = old.replace("red boat", "old boat").replace("red town", "big town")
        _, changed = read(old, new)
        assert (changed[1:-1] == [("red", "old"), ("red", "big")]) is settled


@pytest.mark.parametrize(("line", "settled"), [("Red.", False), ("Red it was.", True), ("x" * 5000 + " Red.", False)])
def test_a_line_keeps_half_of_its_text_and_is_no_book(line: str, *, settled: bool) -> None:
    old = f"{line}\n\n{BEHIND}"
    _, changed = read(old, old.replace("Red", "Grey"))
    assert (changed[-1] == ("", "")) is settled


def test_a_word_that_takes_the_place_of_another_one_of_its_line_crosses_it() -> None:
    old = f"It was red{BEHIND} He is old{BEHIND}"
    assert read(old, old.replace("red", "big").replace("old", "red"))[0].cross()
    assert not read(old, old.replace("red", "big").replace("old", "grey"))[0].cross()
    lines = old.replace(". He", ".\nHe")
    assert not read(lines, lines.replace("red", "big").replace("old", "red"))[0].cross()


def test_a_line_that_becomes_what_another_one_was_crosses_it() -> None:
    old = "".join(f"In the year {year} nobody at all came to see the grey harbour.\n" for year in (1911, 1912, 1913))
    edits, changed = read(old, old.replace("1911", "1910").replace("1912", "1911").replace("1913", "1912"))
    assert len(changed) == 5
    assert edits.cross()


def test_a_line_that_stands_in_a_paragraph_of_the_other_text_crosses_it() -> None:
    old = f"It was red{BEHIND}\n\n"
    edits, _ = read(old, old.replace("red", "old"))
    assert not edits.cross_with({"Something else."}, {"Something else."})
    assert not edits.cross_with({old}, set())
    assert edits.cross_with(set(), {f"A headline\n{old}"})
    assert edits.cross_with({old.replace("red", "old")}, set())


def test_what_is_put_in_may_come_from_where_something_is_taken_out() -> None:
    sentence, words = "Nobody at all knew. ", "which the old man had left to them "
    old = f"It is red. {sentence}It is {words}now{BEHIND}\n\nHe saw it. They are here, by the sea{BEHIND}"
    for part, into in ((sentence, "They are"), (words, "by the")):
        edits, changed = read(old, old.replace(part, "").replace(into, part + into))
        assert [pair for pair in changed if pair != ("", "")] == [(part, ""), ("", part)]
        assert edits.cross()
        edits, _ = read(old, old.replace(part, ""))
        assert not edits.cross()
        assert edits.cross_with(set(), {f"Here it is, {part} and so on."})
    edits, _ = read(old, old.replace(words, ""))
    assert not edits.cross_with(set(), {"Something else, and quite a few words."})


def test_a_long_word_may_have_moved_from_any_line() -> None:
    old = f"It was quite extraordinary.\n{BEHIND}\nIt was quite grey.\n{BEHIND}"
    assert read(old, old.replace("extraordinary", "big").replace("grey", "extraordinary"))[0].cross()
