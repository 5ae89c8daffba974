"""Words of scope and crossed roles: what is none of these, and what another facet tells already."""

from __future__ import annotations

import pytest
from differences import rules


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Smoke rose from huts in the forest.", "Smoke rose from huts among the forest."),
        ("She led the protest on Monday.", "She was one of the protest leaders on Monday."),
        ("They sang after the harvest.", "They sang at one of the harvest feasts."),
    ],
)
def test_a_noun_in_est_is_no_superlative(old: str, new: str) -> None:
    assert "scope-differs" not in rules(old, new)
    assert "scope-differs" not in rules(new, old)


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("“I must go,” the mayor said.", "“I should go,” the mayor said.", "quote-words-differ"),
        ("“The deepest well,” he said.", "“One of the deepest wells,” he said.", "quote-words-differ"),
        ("He said he would walk home.", "She said she would walk home.", "source-differs"),
        ("She said he was late.", "He said she was late.", "source-differs"),
        ("Ada Roe lost her bag.", "Ben Roe lost his bag.", "name-differs"),
    ],
)
def test_one_difference_is_told_once(old: str, new: str, rule: str) -> None:
    assert rules(old, new) == [rule]
    assert rules(new, old) == [rule]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The mayor said all schools will close.", "The mayor said some schools will close."),
        ("The girl lost her coat in the lake.", "The girl lost his coat in the lake."),
        ("Boats and ferries may dock.", "Boats or ferries may dock."),
        ("Boats and ferries may dock, but trucks may not.", "Boats or ferries may dock, but trucks may not."),
        ("Boats and ferries may dock; trucks may not.", "Boats or ferries may dock; trucks may not."),
    ],
)
def test_what_nothing_else_tells_is_scope(old: str, new: str) -> None:
    assert rules(old, new) == ["scope-differs"]
    assert rules(new, old) == ["scope-differs"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("No cars or vans may enter Holt.", "Cars and vans may not enter Holt."),
        ("The mill never tested its silt or sand.", "The mill failed to test its silt and sand."),
        ("She left without her coat and keys.", "She left without her coat or keys."),
    ],
)
def test_under_a_negation_and_or_say_the_same(old: str, new: str) -> None:
    assert rules(old, new) == []
    assert rules(new, old) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The baker married the brewer.", "The brewer married the baker."),
        ("The tram collided with the bus.", "The bus collided with the tram."),
        ("The bank merged with the insurer.", "The insurer merged with the bank."),
        ("Ada Roe married Ben Quist.", "Ben Quist married Ada Roe."),
        ("Norway borders Sweden.", "Sweden borders Norway."),
        ("Malmo drew with Ajax on Monday.", "Ajax drew with Malmo on Monday."),
    ],
)
def test_what_holds_both_ways_may_change_places(old: str, new: str) -> None:
    assert rules(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("The baker sued the brewer.", "The brewer sued the baker.", "roles-crossed"),
        ("The baker drew the brewer.", "The brewer drew the baker.", "roles-crossed"),
        ("The baker married the brewer's widow.", "The brewer married the baker's widow.", "roles-crossed"),
        ("Ada Roe married Ben Quist's sister.", "Ben Quist married Ada Roe's sister.", "names-crossed"),
    ],
)
def test_what_holds_one_way_may_not(old: str, new: str, rule: str) -> None:
    assert rules(old, new) == [rule]


def test_a_pronoun_that_follows_another_person_tells_nothing_more() -> None:
    old = "Police held a boy in Holt. He was questioned for hours."
    new = "Police held a girl in Holt. She was questioned for hours."
    assert rules(old, new) == ["detail-differs"]
    assert rules("The quay is shut. He was held.", "The quay is shut. She was held.") == ["scope-differs"]
