"""What counts as a change and what does not, rule by rule, where docs/changes.md has only the one example."""

from __future__ import annotations

import pytest
from differences import rules

from archivist.diff.report import compare
from archivist.model.report import ChangeKind


def found(old: str, new: str) -> list[str]:
    """The facets that differ, and the kinds of what was added or removed, in order."""
    changes = [change for change in compare(old, new).changes if change.substantive]
    return sorted(str(facet.facet) for change in changes for facet in change.facets) + sorted(
        str(change.kind) for change in changes if change.kind is not ChangeKind.CHANGED
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The minister opened the fair in Ulm.", "The former minister opened the fair in Ulm."),
        ("The guests were children.", "The guests were mostly children."),
        ("Guards caught men at the weir.", "Guards caught seven men at the weir."),
        ("She plays in a rock band.", "She plays in a punk rock band."),
        ("Ada Roe died in the fire.", "Ada Roe's brother died in the fire."),
        ("The crew sailed home on a raft.", "The crew from Quillport sailed home on a raft."),
        ("The singer threw eggs.", "The singer threw stones."),
        ("Police blamed a faulty heater.", "Police blamed a discarded cigarette."),
    ],
)
def test_a_little_that_says_much_is_a_detail(old: str, new: str) -> None:
    assert found(old, new) == ["detail"]
    assert found(new, old) == ["detail"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The delay has costs.", "The delay has several significant possible costs."),
        ("The programme's organisers met at the theatre.", "The program's organizers met at the theater."),
        ("Roads flood.", "The problem is that roads flood."),
        ("Plans for the United States were drawn.", "Plans for the country were drawn."),
        ("The town has one pool.", "The town has a pool."),
    ],
)
def test_what_tells_no_fact_is_no_detail(old: str, new: str) -> None:
    assert found(old, new) == []


def test_where_much_was_recast_more_must_be_added() -> None:
    old = "Boats cross the sound daily with mail and sheep."
    clean = "Boats cross the sound daily with mail and sheep under tarred canvas."
    recast = "Boats traverse the strait daily with mail and sheep under tarred canvas."
    assert found(old, clean) == ["detail"]
    assert found(old, recast) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Vera Stahl said the vote was rigged.", "Vera Stahl alleged the vote was rigged."),
        ("The storm could sink the raft.", "The storm could potentially sink the raft."),
        ("The potential gain the mill could see is small.", "The potential gain the mill sees is small."),
        ("Rust can weaken the arch.", "Rust could weaken the arch."),
    ],
)
def test_a_hedge_that_is_told_already_is_no_further_change(old: str, new: str) -> None:
    assert "certainty" not in found(old, new)


def test_a_firmer_hedge_is_another_one() -> None:
    assert found("The bowl is probably a fake.", "The bowl is almost certainly a fake.") == ["certainty"]


def test_what_is_denied_is_negated() -> None:
    assert found("Ida Crane said she had not paid.", "Ida Crane denied she had paid.") == ["cue"]


def test_a_verb_in_eed_has_its_opposite_too() -> None:
    assert found("Their bid for a permit succeeded.", "Their bid for a permit failed.") == ["polarity"]


@pytest.mark.parametrize(
    ("old", "new", "facets"),
    [
        (
            "Ada Roe and Bo Quist spoke. She said rents rose.",
            "Ada Roe and Bo Quist spoke. He said rents rose.",
            "source",
        ),
        ("The mill said it had lost forty jobs.", "The mill had lost forty jobs.", "source"),
        ("We show that rents rose.", "Rents rose.", ""),
        ("Rents rose in Ulm.", "Rents rose, the mill said, in Ulm.", "source"),
    ],
)
def test_who_says_it(old: str, new: str, facets: str) -> None:
    assert found(old, new) == facets.split()


def test_a_term_in_marks_is_no_quotation_and_what_somebody_said_is() -> None:
    assert found("The mill burned its waste.", "The mill burned its “waste”.") == []
    assert found("Ida Crane called it mean.", "Ida Crane called it “mean”.") == ["quote"]


def test_names_that_change_places_around_a_verb_are_told_once() -> None:
    assert found("Rita Sand beat Karin Holm in Ulm.", "Karin Holm beat Rita Sand in Ulm.") == ["name"]
    assert found("Rita Sand beat Karin Holm in Ulm.", "Karin Holm was beaten by Rita Sand in Ulm.") == []
    assert found("Rita Sand and Karin Holm met.", "Karin Holm and Rita Sand met.") == []


def test_a_war_has_its_number() -> None:
    assert found("The bunker dates from World War I.", "The bunker dates from World War II.") == ["name"]


def test_a_place_holder_is_no_name() -> None:
    assert found("The dam holds, see the map.", "The dam holds, see the map [PHOTO].") == []


def test_a_sentence_that_was_split_off_is_not_added() -> None:
    old = "The dam, which was built in 1962 and supplies half the province, is leaking. Engineers pump."
    new = "The dam was built in 1962 and supplies half the province. It is leaking. Engineers pump."
    assert found(old, new) == []
    assert found(new, old) == []


def test_a_score_beside_a_name_is_a_figure() -> None:
    old = "Decker Pruett kicked as time ran out and Alder State beat Quillayute 24-21 that night."
    assert found(old, old.replace("24-21", "27-24")) == ["figure"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The brewery denied wrongdoing.", "The brewery did not deny wrongdoing."),
        ("Wardens confirmed that two elk had drowned.", "Wardens could not confirm that two elk had drowned."),
        ("The guild says the kiln is safe.", "The guild doesn't say the kiln is safe."),
        ("“The kiln is safe,” she said.", "“The kiln is safe,” she never said."),
    ],
)
def test_a_reporting_verb_that_gains_its_negation_is_polarity(old: str, new: str) -> None:
    assert rules(old, new) == ["cue-negated"]
    assert rules(new, old) == ["cue-negated"]
    assert found(old, new) == ["polarity"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Wardens said two elk had drowned.", "Wardens declined to say two elk had drowned."),
        ("Wardens did not say who was aboard.", "Wardens declined to say who was aboard."),
        ("Wardens did not say who was aboard.", "Wardens have not said who was aboard."),
        ("The guild said the kiln was safe.", "The guild not only said the kiln was safe."),
    ],
)
def test_what_is_left_unsaid_is_not_turned_round(old: str, new: str) -> None:
    assert "cue-negated" not in rules(old, new)
    assert "cue-negated" not in rules(new, old)


def test_a_negation_that_moves_into_the_clause_is_told_once() -> None:
    old, new = "He did not say that the kiln was safe.", "He said that the kiln was not safe."
    assert found(old, new) == ["polarity"]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("The mayor denied taking the purse.", "The mayor admitted taking the purse.", "denial-differs"),
        ("The mayor said he took the purse.", "The mayor denied he took the purse.", "denial-differs"),
        ("The mayor denied he took the purse.", "The mayor said he had not taken the purse.", "cue-class-differs"),
        ("The mayor did not deny that.", "The mayor admitted that.", "cue-class-differs"),
        ("The mayor said he took the purse.", "The mayor admitted he took the purse.", "cue-class-differs"),
    ],
)
def test_a_cue_that_crosses_denial(old: str, new: str, rule: str) -> None:
    assert rules(old, new) == [rule]
    assert rules(new, old) == [rule]


@pytest.mark.parametrize(
    ("old", "new"),
    [("The page “alder.md” is gone.", "The page “elmer.md” is gone."), ('See "/hale/a-b".', 'See "/hale/c-b".')],
)
def test_an_address_in_marks_is_no_quotation(old: str, new: str) -> None:
    assert "quote" not in found(old, new)


def test_the_order_of_a_list_says_nothing() -> None:
    assert found("The barge hit a raft and a buoy.", "The barge hit a buoy and a raft.") == []
    assert found("The barge hit the buoy.", "The buoy hit the barge.") == ["detail"]


def test_the_part_of_a_date_is_told_once_and_with_its_value() -> None:
    facets = compare("The mill burned in early 2019.", "The mill burned in late 2019.").changes[0].facets
    assert [(str(one.facet), one.old and one.old.value, one.new and one.new.value) for one in facets] == [
        ("date", "2019 START", "2019 END")
    ]
    assert found("The mill burned in late 2019.", "The mill burned in 2019.") == []


def test_in_a_recast_sentence_a_name_is_replaced_only_in_its_place() -> None:
    old = "Four members of the crew were found guilty on charges of setting fire to the Hale Museum."
    assert "name" not in found(old, "Four members, with the stoker Bo Quist, were found guilty of conspiracy.")
    assert "name" in found(old, "Four members were found guilty last night of having burned the Orme Museum.")
    assert found("The fire at the Hale Museum was put out.", "The fire at the Orme Museum was put out.") == ["name"]


def test_a_word_that_another_facet_tells_limits_nothing_more() -> None:
    assert found("He left the mill early in 2019.", "He left the mill late in 2019.") == ["polarity"]


def test_a_name_of_the_occasion_has_no_neighbours_to_be_told_by() -> None:
    old = "The Orlov chief said on Postbox that he will halt the march of his men who are moving on the capital."
    new = "Vadim Tolin says he will halt the march of his men, who have been moving on Ostrava."
    assert "source" in found(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A spokesman for the guild said the quay was safe.", "The guild said the quay was safe."),
        ("A guild spokeswoman said the quay was safe.", "The guild said the quay was safe."),
    ],
)
def test_who_speaks_for_a_body_is_the_body(old: str, new: str) -> None:
    assert rules(old, new) == rules(new, old) == []


def test_who_speaks_for_another_body_is_another_source() -> None:
    assert rules("A spokesman for the mill said it was safe.", "The guild said it was safe.") == ["source-named"]


@pytest.mark.parametrize(
    ("old", "new", "facet"),
    [
        ("A barge calls once a month.", "A barge calls twice a month.", "date"),
        ("A barge calls twice a week.", "A barge calls three times a week.", "date"),
        ("The mill sells 40 carts a year.", "The mill sells 50 carts a year.", "figure"),
    ],
)
def test_how_often_in_a_while_is_a_date(old: str, new: str, facet: str) -> None:
    assert [str(one.facet) for change in compare(old, new).changes for one in change.facets] == [facet]
