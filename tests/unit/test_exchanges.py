from __future__ import annotations

import pytest

from archivist.diff.exchanges import Exchanges
from archivist.diff.operations import Stretch, gaps
from archivist.model.span import Span

BEHIND = " and all that follows it in this long line is the same in both texts."


def read(old: str, new: str) -> tuple[Exchanges, list[tuple[str, str]]]:
    """What was read, and what differs according to it; the last is what is left to others."""
    whole = Stretch(Span(0, len(old)), Span(0, len(new)))
    exchanges = Exchanges(old, new)
    same = exchanges.read(whole)
    assert all(old[one.old : one.old + one.length] == new[one.new : one.new + one.length] for one in same)
    return exchanges, [(gap.old.of(old), gap.new.of(new)) for gap in gaps(whole, same)]


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
    ("old", "new"),
    [
        ("The red boat" + BEHIND, "The boat" + BEHIND),
        ("The red boat" + BEHIND, "The red old boat" + BEHIND),
        ("The red boat" + BEHIND, "The old big boat" + BEHIND),
        ("The red boat" + BEHIND, "The red  boat" + BEHIND),
        ("The red boat" + BEHIND, "The red\nboat" + BEHIND),
        ("The red boat" + BEHIND, "The réd boat" + BEHIND),
        ("The U.S. boat" + BEHIND, "The UK boat" + BEHIND),
        ("The red\u0301 boat" + BEHIND, "The old boat" + BEHIND),
        ("The -3 boats" + BEHIND, "The 3 boats" + BEHIND),
        ("The “red boat" + BEHIND, "The red boat" + BEHIND),
        ("The 12\u00a0000 boats" + BEHIND, "The 13\u00a0000 boats" + BEHIND),
        ("A " + "x" * 25 + BEHIND, "A y" + BEHIND),
        ("The boat.\n" + BEHIND, "The boat\n" + BEHIND),
        ("The boat" + BEHIND, "The boat" + BEHIND + " More."),
    ],
)
def test_any_other_difference_is_left_to_others(old: str, new: str) -> None:
    for one, other in ((old, new), (new, old)):
        _, changed = read(one, other)
        assert len(changed) == 2, "before all that is the same, and behind it"


def test_exchanges_are_apart() -> None:
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
    exchanges, changed = read(old, old.replace("1911", "1910").replace("1912", "1911").replace("1913", "1912"))
    assert len(changed) == 5
    assert exchanges.cross()


def test_a_line_that_stands_in_a_paragraph_of_the_other_text_crosses_it() -> None:
    old = f"It was red{BEHIND}\n\n"
    exchanges, _ = read(old, old.replace("red", "old"))
    assert not exchanges.cross(["Something else."], ["Something else."])
    assert not exchanges.cross([old], [])
    assert exchanges.cross([], [f"A headline\n{old}"])
    assert exchanges.cross([old.replace("red", "old")], [])


def test_a_long_word_may_have_moved_from_any_line() -> None:
    old = f"It was quite extraordinary.\n{BEHIND}\nIt was quite grey.\n{BEHIND}"
    assert read(old, old.replace("extraordinary", "big").replace("grey", "extraordinary"))[0].cross()
