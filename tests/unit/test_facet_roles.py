"""Who does what to whom, where nothing but the places of two phrases or the voice of the verb differs."""

from __future__ import annotations

import pytest
from differences import rules


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The mill was bought by the bank.", "The mill bought the bank."),
        ("The mill was bought by Lund in May.", "The mill bought Lund in May."),
        ("The patrol boat rammed the old barge off Fara.", "The old barge rammed the patrol boat off Fara."),
        ("The mill's debt was exceeded by its sales.", "The mill's sales was exceeded by its debt."),
        ("The route runs from the quay to the mill.", "The route runs from the mill to the quay."),
        ("Police attacked protesters in Fara.", "Protesters attacked police in Fara."),
        ("The mayor said the minister lied.", "The minister said the mayor lied."),
    ],
)
def test_what_is_related_has_changed_places(old: str, new: str) -> None:
    assert rules(old, new) == ["roles-crossed"]
    assert rules(new, old) == ["roles-crossed"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The bill passed the lower house.", "The bill was passed by the lower house."),
        ("The bank bought the mill.", "The mill was bought by the bank."),
        ("She keeps old hens and young geese.", "She keeps young geese and old hens."),
        ("The mill was closed by Friday.", "The mill closed Friday."),
        ("The mayor met the minister, Ida Crane said.", "The minister met the mayor, Ida Crane said."),
        ("“It is dry,” said the mayor.", "The mayor said: “It is dry.”"),
        ("It is dry, said the mayor.", "The mayor said it is dry."),
    ],
)
def test_the_same_relation_in_another_order_is_no_change(old: str, new: str) -> None:
    assert rules(old, new) == []
    assert rules(new, old) == []
