"""Ages told as such, and words that say again what others say: neither is a change."""

from __future__ import annotations

import pytest
from differences import rules


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The boy was 12.", "The boy was aged 12."),
        ("The boy was 12.", "The boy was 12 years old."),
        ("The boy, 12, was found in Holt.", "The boy, aged 12, was found in Holt."),
        ("A 30-year-old man was found in Holt.", "A man, 30, was found in Holt."),
        ("Ada Roe, 54, spoke in Holt.", "Ada Roe, aged 54, spoke in Holt."),
    ],
)
def test_an_age_told_as_such_is_the_same_age(old: str, new: str) -> None:
    assert rules(old, new) == []
    assert rules(new, old) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The boy was 12.", "The boy was aged 13."),
        ("A 30-year-old man was found in Holt.", "A man, 31, was found in Holt."),
        ("The firm has 12 ships.", "The firm has ships 12 years old."),
    ],
)
def test_another_age_or_a_count_is_another_figure(old: str, new: str) -> None:
    assert rules(old, new) == ["figure-differs"]
    assert rules(new, old) == ["figure-differs"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Divers in Holt were at the scene.", "Divers in Holt were present at the scene."),
        ("Ada Roe lives in Malmo.", "Ada Roe lives in the port city of Malmo."),
        ("Ada Roe is chief executive of the mill in Holt.", "Ada Roe is chief executive officer of the mill in Holt."),
        ("Ada Roe met states in Holt on Monday.", "Ada Roe met state governments in Holt on Monday."),
        ("On Fara, 40 goats died.", "On Fara, a total of 40 goats died."),
    ],
)
def test_a_word_that_says_another_again_is_no_detail(old: str, new: str) -> None:
    assert rules(old, new) == []
    assert rules(new, old) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ada Roe met a man in Holt on Monday.", "Ada Roe met an officer in Holt on Monday."),
        ("Ada Roe has a boat on Fara.", "Ada Roe has an armed boat on Fara."),
        ("Ada Roe is chief executive analyst of the mill.", "Ada Roe is chief executive officer of the mill."),
    ],
)
def test_the_same_word_beside_another_tells_something(old: str, new: str) -> None:
    assert rules(old, new) != []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("He was jailed for 18 months.", "He was jailed for a year and a half."),
        ("The search took 36 hours.", "The search took one and a half days."),
        ("The search took two weeks.", "The search took 14 days."),
        ("The mill stood empty for ten years.", "The mill stood empty for a decade."),
        ("The Food and Drug Administration approved the pump.", "The FDA approved the pump."),
        ("The pump was tested by the Norwegian Harbour Safety Board.", "The pump was tested by the HSB."),
    ],
)
def test_another_notation_of_a_length_or_a_body_is_the_same(old: str, new: str) -> None:
    assert rules(old, new) == []
    assert rules(new, old) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("He was jailed for 18 months.", "He was jailed for a year."),
        ("The search took one month.", "The search took 30 days."),
        ("The search took 12 minutes.", "The search took 12 months."),
    ],
)
def test_another_length_is_another_date(old: str, new: str) -> None:
    assert rules(old, new) == ["date-differs"]
    assert rules(new, old) == ["date-differs"]
