"""What changes in sentences that tell of a particular case, and in words of scope."""

from __future__ import annotations

import pytest
from differences import rules

from archivist.diff.report import compare

CASES = {
    "a noun for another": ("Rosa Quint lost a parcel in Port Alder.", "Rosa Quint lost a kite in Port Alder."),
    "a noun with another preposition": (
        "Rosa Quint died in the crash of her aeroplane.",
        "Rosa Quint died in the raid on her aeroplane.",
    ),
    "an attribute put in": ("Rosa Quint keeps a goat on Fara.", "Rosa Quint keeps a lame goat on Fara."),
    "a phrase put in": ("The hall burned in 2019.", "The hall burned in 2019 after a feast."),
    "a clause put in": (
        "Rosa Quint sold the barge.",
        "Rosa Quint sold the barge, which had not been painted since the war.",
    ),
    "a member of a list": ("Rosa Quint owns boats.", "Rosa Quint owns boats and mills."),
    "a noun for a figure": ("The fourth barge sank in May 2019.", "The oldest barge sank in May 2019."),
    "a calling before a name": (
        "The Fara weaver Rosa Quint fled.",
        "The old Fara weaver and smuggler Rosa Quint fled.",
    ),
    "a relation between": ("Rosa Quint sank off Fara.", "Rosa Quint's barge sank off Fara."),
    "a name of one word": ("The parcel was given to Quint.", "The kite was given to Quint."),
    "a name of one word before its verb": ("Guards at Quint shot a goat.", "Guards at Quint shot a pony."),
    "a name of one word before a verb in -ed": ("Guards at Quint penned a goat.", "Guards at Quint penned a pony."),
}

NOT_OF_A_CASE = {
    "no case": ("A keeper needs a ladder.", "A keeper needs a stool."),
    "an eponym": ("A Gaussian field needs a ladder.", "A Gaussian field needs a stool."),
    "a name that tells which": ("The sage of Quint drills needs a ladder.", "The sage of Quint drills needs a stool."),
    "a label": ("Figure 3 gives the layout of the plant.", "Figure 3 gives the arrangement of the plant."),
    "an acronym": ("The GPX has a ladder.", "The GPX has a stool."),
    "a verb after its subject": ("Rosa Quint axed the play.", "Rosa Quint binned the play."),
    "a verb before its object": ("The mayors of Fara ditch the plan.", "The mayors of Fara bin the plan."),
    "a synonym": ("Rosa Quint lost a film on Fara.", "Rosa Quint lost a movie on Fara."),
    "a synonym of house style": ("Rosa Quint left Fara at dawn.", "Rosa Quint left Fara at daybreak."),
    "women by another word": ("Rosa Quint won the ladies' race on Fara.", "Rosa Quint won the women's race on Fara."),
    "a title": ("Rosa Quint went to Fara.", "Professor Rosa Quint went to Fara."),
    "an adverb of manner": ("Rosa Quint was dressed in silk.", "Rosa Quint was splendidly dressed in silk."),
    "the noun for what is named": ("Rosa Quint lived in Fara.", "Rosa Quint lived in the town of Fara."),
    "what is told anew": (
        "Her guide on Fara was the pilot Rosa Quint.",
        "On Fara she was guided by the pilot Rosa Quint.",
    ),
    "another notation": ("The work on Fara cost 12 million rand.", "The work on Fara cost R12m."),
    "recently": ("Lately the hall of Fara burned.", "Recently the hall of Fara burned."),
}


@pytest.mark.parametrize("pair", CASES.values(), ids=CASES)
def test_a_word_of_a_case_is_news(pair: tuple[str, str]) -> None:
    assert rules(*pair)


@pytest.mark.parametrize("pair", NOT_OF_A_CASE.values(), ids=NOT_OF_A_CASE)
def test_style_is_no_news(pair: tuple[str, str]) -> None:
    assert rules(*pair) == []


SCOPES = [
    ("Every mill has closed.", "Many mills have closed."),
    ("Some mills have closed.", "All mills have closed."),
    ("The mill always pays.", "The mill rarely pays."),
    ("Tenants must leave.", "Tenants should leave."),
    ("The roof fell because of the snow.", "The roof fell despite the snow."),
    ("They mill and bake.", "They mill or bake."),
    ("She lost her hat.", "He lost his hat."),
    ("It is the most popular mill.", "It is among the most popular mills."),
    ("It was the first mill on the river.", "It was the only mill on the river."),
]

SAME_SCOPE = [
    ("Each mill has closed.", "Every mill has closed."),
    ("The whole roof fell.", "The entire roof fell."),
    ("All the mills closed.", "The mills all closed."),
    ("Not many guests came.", "Few guests came."),
    ("The mill often pays.", "The mill frequently pays."),
    ("She is one of the oldest and one of the best bakers.", "She is one of the best and one of the oldest bakers."),
]


@pytest.mark.parametrize(("old", "new"), SCOPES)
def test_a_word_of_scope_is_news(old: str, new: str) -> None:
    assert rules(old, new) == ["scope-differs"]
    assert rules(new, old) == ["scope-differs"]


@pytest.mark.parametrize(("old", "new"), SAME_SCOPE)
def test_the_same_scope_is_none(old: str, new: str) -> None:
    assert rules(old, new) == []


def test_the_words_of_a_superlative_are_told() -> None:
    facet = compare("It is the oldest mill.", "It is one of the oldest mills.").changes[0].facets[0]
    assert facet.old is not None
    assert facet.new is not None
    assert (facet.old.value, facet.new.value) == ("oldest", "one of the oldest")


def test_two_nouns_around_a_verb_change_places() -> None:
    assert rules("The miller hit the baker.", "The baker hit the miller.") == ["roles-crossed"]
    assert rules("The miller and the baker fell.", "The baker and the miller fell.") == []


def test_a_question_denies_nothing() -> None:
    assert rules("Who can pay such a fine?", "Nobody can pay such a fine.") == []
