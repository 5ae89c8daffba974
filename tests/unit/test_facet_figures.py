"""Which figure replaces which: what both count, and where they stand."""

from __future__ import annotations

import pytest

import archivist


def replaced(old: str, new: str) -> list[tuple[str, str]]:
    """The values of each figure that is told to have changed, old and new."""
    facets = [facet for change in archivist.compare(old, new).changes for facet in change.facets]
    values = [(one.old, one.new) for one in facets if one.facet == "figure"]
    return [(was.value, now.value) for was, now in values if was and now]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Twenty hurt in Fara quay blast", "Four killed in Fara quay blast"),
        ("Ferry sinks stranding more than 90 anglers", "Ferry founders leaving 31 anglers missing"),
        ("Nine people shot in Fara, police say", "Two killed in Fara mass shooting - police"),
    ],
)
def test_figures_of_people_whom_different_things_befell_replace_none_another(old: str, new: str) -> None:
    assert replaced(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "values"),
    [
        ("Blast kills five and injures 70", "Blast kills six and injures 90", [("5", "6"), ("70", "90")]),
        ("At least 12 dead after Fara crash", "Fara bus crash kills 14", [("12", "14")]),
        ("Twenty hurt in Fara quay blast", "Thirty injured in Fara quay blast", [("20", "30")]),
        ("One killed in clash over Fara quay judge", "Two killed in clash over Fara quay judge", [("1", "2")]),
        (
            "Harrow prison brawl death toll jumps past 90",
            "Harrow wardens storm burning jail where 106 died",
            [("90", "106")],
        ),
    ],
)
def test_figures_beside_words_for_the_same_fate_do(old: str, new: str, values: list[tuple[str, str]]) -> None:
    assert replaced(old, new) == values


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Harrow lose two early wickets in chase v Fara - clips, radio and text",
            "Dunmore fifty powers Harrow towards victory - clips, radio and text",
        ),
        (
            "Fara says no truce in the south of Harrow as thousands wait at the gate",
            "Fara says 199 hostages in Harrow as talks continue on aid to islanders",
        ),
    ],
)
def test_figures_left_over_at_two_places_need_akin_words_beside_them_that_are_no_names(old: str, new: str) -> None:
    assert replaced(old, new) == []


def test_a_result_is_found_beside_a_name_that_title_case_hides_on_one_side() -> None:
    old = "Premier Cup: Fara Town 0-0 Harrow - Quint and Roe Go Close"
    new = "Premier Cup: Fara Town 1-0 Harrow - Ansel Vane curls home opener"
    assert replaced(old, new) == [("0-0", "1-0")]


def test_a_result_is_found_elsewhere_beside_the_names_of_its_teams() -> None:
    old = "Autumn Series: Fara 26-20 Harrow - Quint's boot keeps visitors in touch"
    new = "Autumn Series: Reaction after Fara beat Harrow 29-20"
    assert replaced(old, new) == [("26-20", "29-20")]


@pytest.mark.parametrize(
    ("old", "new", "values"),
    [
        ("Thirty dead as Fara fires burn through port", "Fara fire death toll rises to 41", [("30", "41")]),
        ("Fara fire death toll rises to 41", "Town 'simply gone' as Fara fires kill 47", [("41", "47")]),
        ("Ferry founders off Fara with 12 dead", "Bakers strike in Harrow: 12 hurt", []),
        ("Ten killed in Fara quay fire", "Two jockeys die at Harrow races", []),
    ],
)
def test_the_toll_of_one_event_is_found_in_other_words(old: str, new: str, values: list[tuple[str, str]]) -> None:
    assert replaced(old, new) == values
    assert replaced(new, old) == [(now, was) for was, now in values]


def test_a_name_before_what_leads_up_to_a_figure_does_not_tell_what_it_counts() -> None:
    assert (
        replaced(
            "Harrow Open: Vane breaks Quint in third set - radio and text",
            "Harrow Open: Vane beats Quint to reach fourth round",
        )
        == []
    )


def test_a_figure_that_moved_with_its_noun_is_still_found() -> None:
    old = "Fourteen barges sank in the harbour of Fara overnight."
    new = "Overnight in the harbour of Fara sixteen barges sank."
    assert replaced(old, new) == [("14", "16")]


@pytest.mark.parametrize(
    ("old", "new", "values"),
    [
        ("The mast in Fara sends with 5 mW.", "The mast in Fara sends with 5 MW.", [("5 milliwatt", "5 megawatt")]),
        ("It fell to -5 degrees in Fara.", "It fell to 5 degrees in Fara.", [("-5 degree", "5 degree")]),
        ("Ida Crane is 5'11\" tall.", "Ida Crane is 5'10\" tall.", [("11 inch", "10 inch")]),
        ("Ida Crane is 5’11” tall.", "Ida Crane is 6’11” tall.", [("5 foot", "6 foot")]),
        ("Ida Crane is 5'11\" tall.", "Ida Crane is 5 feet 11 inches tall.", []),
        ("The mast in Fara sends with 5 KW.", "The mast in Fara sends with 5 kW.", []),
        ("It fell to -5 degrees in Fara.", "It fell to −5 degrees in Fara.", []),
    ],
)
def test_what_no_letter_or_digit_tells_apart(old: str, new: str, values: list[tuple[str, str]]) -> None:
    assert replaced(old, new) == values
    assert replaced(new, old) == [(now, was) for was, now in values]
