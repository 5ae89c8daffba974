"""What the two sides only write in two ways: initials and their words, results, lengths told by a number before."""

from __future__ import annotations

import pytest
from differences import rules


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ada Roe is the chief executive of Lund Mills.", "Ada Roe is the CEO of Lund Mills."),
        ("Ada Roe is the chief executive officer of Lund Mills.", "Ada Roe is the CEO of Lund Mills."),
        ("Lund Mills has a new finance director.", "Lund Mills has a new CFO."),
        ("A member of parliament was held in Holt.", "An MP was held in Holt."),
        ("The study used greedy layer learning in Holt.", "The study used GLL in Holt."),
        ("The model of tidal range (MTR) holds in Fara.", "The MTR holds in Fara."),
        ("The tidal range model holds in Fara.", "The tidal range model (TRM) holds in Fara."),
        ("The United Nations condemned the raid.", "The UN condemned the raid."),
    ],
)
def test_initials_stand_for_their_words(old: str, new: str) -> None:
    assert rules(old, new) == []
    assert rules(new, old) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ada Roe is the chief engineer of Lund Mills.", "Ada Roe is the CEO of Lund Mills."),
        ("Ada Roe is the chief executive of Lund Mills.", "Ada Roe is the CFO of Lund Mills."),
    ],
)
def test_other_initials_are_a_detail(old: str, new: str) -> None:
    assert rules(old, new) == ["detail-differs"]
    assert rules(new, old) == ["detail-differs"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The council passed the bill by 51 votes to 49.", "The council passed the bill 51-49."),
        ("The council passed it by 51 votes to 49.", "The council passed it 51-49."),
        ("The council passed it by a vote of 51 to 49.", "The council passed it by 51 votes to 49."),
        ("Ada Roe has won the race in Holt twice.", "Ada Roe has won the race in Holt two times."),
        ("It was their third final in three years.", "It was their third final in as many years."),
        ("Two barges sank in as many weeks.", "Two barges sank in two weeks."),
    ],
)
def test_the_same_number_in_another_notation_is_no_change(old: str, new: str) -> None:
    assert rules(old, new) == []
    assert rules(new, old) == []


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("The council passed it by 51 votes to 49.", "The council passed it 52-48.", "figure-differs"),
        ("It was their third final in four years.", "It was their third final in as many years.", "date-differs"),
    ],
)
def test_another_number_is_a_change(old: str, new: str, rule: str) -> None:
    assert rule in rules(old, new)
    assert rule in rules(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The barge is mostly rotten.", "The barge is largely rotten."),
        ("Ada Roe is a former member of the guild in Holt.", "Ada Roe is an ex-member of the guild in Holt."),
        ("Ada Roe plays as a striker for Holt.", "Ada Roe plays as a forward for Holt."),
        ("Ada Roe is the eldest sister of Bo Lund.", "Ada Roe is the oldest sister of Bo Lund."),
        ("Ada Roe defeated Bo Lund in the final.", "Ada Roe beat Bo Lund in the final."),
    ],
)
def test_words_of_one_value_limit_and_turn_nothing(old: str, new: str) -> None:
    assert rules(old, new) == []
    assert rules(new, old) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The barge is mostly rotten.", "The barge is partly rotten."),
        ("The guild unanimously elected a clerk.", "The guild narrowly elected a clerk."),
        ("Ada Roe is an actress from Holt.", "Ada Roe is an actor from Holt."),
        ("Ada Roe is a former member of the guild in Holt.", "Ada Roe is a member of the guild in Holt."),
    ],
)
def test_words_of_another_value_do(old: str, new: str) -> None:
    assert len(rules(old, new)) == len(rules(new, old)) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The fair was held throughout 2013.", "The fair was held throughout 2013 and 2014."),
        ("The fair was held in Holt since 2008.", "The fair was held in Holt from 2008 to 2013."),
    ],
)
def test_a_date_that_is_joined_to_another_is_told(old: str, new: str) -> None:
    assert rules(old, new) == ["date-differs"]
    assert rules(new, old) == ["date-differs"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ada Roe never married.", "Ada Roe remained unmarried."),
        ("Ada Roe mostly painted barges in Holt.", "Ada Roe painted mainly barges in Holt."),
        ("Ada Roe holds a doctorate from Holt.", "Ada Roe holds a PhD from Holt."),
        ("Ada Roe left Holt before the fair.", "Ada Roe left Holt prior to the fair."),
        ("The barge went down in the gale.", "The barge sank in the gale."),
        ("Voters in Holt backed it by 54 per cent to 46.", "Voters in Holt backed it 54-46."),
    ],
)
def test_other_words_for_the_same_are_wording(old: str, new: str) -> None:
    assert rules(old, new) == []
    assert rules(new, old) == []
