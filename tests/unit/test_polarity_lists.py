"""A list denied as a whole says the same however the negation is shared out; opposites that are listed."""

from __future__ import annotations

import pytest
from differences import rules


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("She left with no coat and no hat.", "She left with no coat or hat."),
        ("Neither the mayor nor the clerk spoke.", "The mayor and the clerk did not speak."),
        ("Neither Ada Roe nor Ben Quist spoke.", "Ada Roe and Ben Quist did not speak."),
        ("The mill did not pay tax or rent.", "The mill paid neither tax nor rent."),
        ("The mill never paid tax or rent.", "The mill paid no tax and no rent."),
        ("Quite a few guests came.", "Many guests came."),
        ("A few guests came.", "Several guests came."),
    ],
)
def test_the_same_denied_in_other_words_is_none(old: str, new: str) -> None:
    assert rules(old, new) == []
    assert rules(new, old) == []


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("She has no coat and no hat.", "She has no coat and a hat.", "negation-differs"),
        ("Neither the mayor nor the clerk spoke.", "The mayor did not speak and the clerk spoke.", "negation-differs"),
        ("The mill paid neither tax nor rent.", "The mill did not pay tax but paid rent.", "negation-differs"),
        ("The mill paid neither tax nor rent.", "The mill paid tax and rent.", "negation-differs"),
        ("Few guests came.", "Many guests came.", "opposite-differs"),
    ],
)
def test_a_member_that_is_not_denied_is_asserted(old: str, new: str, rule: str) -> None:
    assert rules(old, new) == [rule]
    assert rules(new, old) == [rule]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The judge ruled in favor of the tenants.", "The judge ruled against the tenants."),
        ("The judge ruled in the plea.", "The judge ruled out the plea."),
        ("The yard hired 300 welders.", "The yard laid off 300 welders."),
        ("Talks on the dam resumed on Sunday.", "Talks on the dam broke down on Sunday."),
        ("The panel confirmed the choice of Ada Roe.", "The panel blocked the choice of Ada Roe."),
        ("A complaint against the mill was filed.", "A complaint against the mill was withdrawn."),
        ("The clerk stepped down.", "The clerk stayed on."),
    ],
)
def test_verbs_of_two_words_and_courses_of_a_matter_are_opposites(old: str, new: str) -> None:
    assert rules(old, new) == ["opposite-differs"]
    assert rules(new, old) == ["opposite-differs"]
