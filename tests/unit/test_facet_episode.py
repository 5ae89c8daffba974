"""Sentences that tell of something that happened, though they name nobody: there a replaced noun is a detail."""

from __future__ import annotations

import pytest
from differences import rules


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("They came in through the hatch.", "They came in through the sluice."),
        ("She hid the letters in a churn.", "She hid the letters in a trough."),
        ("The barge was moored beside a crane.", "The barge was moored beside a hopper."),
        ("The firm built a kiln.", "The firm built a winch."),
        ("The old barge sank beside a crane.", "The old barge sank beside a hopper."),
    ],
)
def test_another_noun_in_what_happened_is_a_detail(old: str, new: str) -> None:
    assert rules(old, new) == ["detail-differs"]
    assert rules(new, old) == ["detail-differs"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("They come in through the hatch.", "They come in through the sluice."),
        ("We hid the letters in a churn.", "We hid the letters in a trough."),
        ("The barge might have been moored beside a crane.", "The barge might have been moored beside a hopper."),
        ("A barge that is moored beside a crane is safe.", "A barge that is moored beside a hopper is safe."),
        ("The costs associated with a kiln are high.", "The costs associated with a winch are high."),
    ],
)
def test_what_argues_or_states_a_rule_tells_no_case(old: str, new: str) -> None:
    assert rules(old, new) == []
    assert rules(new, old) == []


def test_who_argues_polishes_all_over() -> None:
    """Where other words differ too, two words of seven are a turn of phrase in an argument, and elsewhere a detail."""
    old = "{} barges, kilns, hulls and quays."
    new = "{} the barges, kilns, hulls and quays for tarred masts."
    assert rules(old.format("We can praise"), new.format("We can praise")) == []
    assert rules(old.format("Critics praise"), new.format("Critics praise")) == ["detail-added"]
    assert rules(old.format("We can praise the"), new.format("We can praise")) == ["detail-added"]


def test_a_hedge_in_a_recast_argument_is_part_of_the_recasting() -> None:
    old = "Because barges are slow, we must send kilns by rail, which would please the crews."
    new = "As barges are cheap, we must send ovens by rail, which could please the crews."
    assert "hedge-added" not in rules(old, new)
    assert rules(old, old.replace("would", "could")) == ["hedge-added"]
    loose = new.replace("could", "would").replace("ovens by rail", "about 40 ovens by rail")
    assert "hedge-added" in rules(old.replace("kilns by rail", "40 kilns by rail"), loose)
