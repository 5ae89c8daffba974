"""Units of measurement, their prefixes and compounds, and notations that only figures with units have."""

from __future__ import annotations

import pytest

from archivist.claims.dates import dates
from archivist.claims.figures import figures


def read(text: str) -> list[tuple[str, str, str]]:
    """Each figure as it stands, its value (with the end of its range) and its unit."""
    return [
        (one.span.of(text), f"{one.value}" + (f"-{one.upper}" if one.upper is not None else ""), one.unit)
        for one in figures(text)
    ]


def test_a_car_is_no_unit() -> None:
    assert read("It sold 500,000 Teslas.") == [("500,000", "500000", "")]
    assert read("The magnet has 3 teslas.") == [("3 teslas", "3", "tesla")]


@pytest.mark.parametrize(
    ("text", "found", "unit"),
    [
        ("The line carries 380 kV.", "380 kV", "kilovolt"),
        ("The line carries 380 kilovolts.", "380 kilovolts", "kilovolt"),
        ("The beam reached 7 TeV.", "7 TeV", "teraelectronvolt"),
        ("The dose was 3 mSv.", "3 mSv", "millisievert"),
        ("The dose was 3 millisieverts.", "3 millisieverts", "millisievert"),
        ("The lamp draws 5 mW.", "5 mW", "milliwatt"),
        ("The plant makes 5 MW.", "5 MW", "megawatt"),
        ("The fibre is 9 µm thick.", "9 µm", "micrometre"),
        ("The fibre is 9 \u03bcm thick.", "9 \u03bcm", "micrometre"),
        ("The engine gives 380 Nm.", "380 Nm", "newton metre"),
        ("The hair is 380 nm thick.", "380 nm", "nanometre"),
        ("The cell holds 900 mAh.", "900 mAh", "milliampere hour"),
        ("It stores 40 gigawatt hours.", "40 gigawatt hours", "gigawatt hour"),
        ("It stores 40 GWh.", "40 GWh", "gigawatt hour"),
        ("A 12 V battery failed.", "12 V", "volt"),
        ("It melts at 373 K.", "373 K", "kelvin"),
        ("It holds 2 tablespoons of salt.", "2 tablespoons", "tablespoon"),
        ("The board is 2 in thick.", "2 in", "inch"),
        ("The rod measures 12 in.", "12 in", "inch"),
    ],
)
def test_prefixes_go_with_bases_by_symbol_and_by_name(text: str, found: str, unit: str) -> None:
    assert [(one, name) for one, _, name in read(text)] == [(found, unit)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It sold 12 TVs and nothing else.", ""),
        ("Some 3 EV models were shown.", ""),
        ("She has 2 MA degrees.", ""),
        ("It runs 22 VA hospitals.", ""),
        ("They drank in 3 bars.", ""),
        ("He saw 12 moles.", ""),
        ("It has 10K readers.", ""),
        ("She scored 12 in the game.", ""),
        ("They lead by two in high spirits.", ""),
    ],
)
def test_what_only_looks_like_a_symbol_is_counted(text: str, unit: str) -> None:
    assert [name for _, _, name in read(text)] == [unit]


@pytest.mark.parametrize(
    ("text", "found", "unit"),
    [
        ("Dust reached 90 micrograms per cubic metre.", "90 micrograms per cubic metre", "microgram per cubic metre"),
        ("Dust reached 90 µg/m3.", "90 µg/m3", "microgram per cubic metre"),
        ("Dust reached 90 µg/m\u00b3.", "90 µg/m\u00b3", "microgram per cubic metre"),
        ("Sugar was at 110 mg/dL.", "110 mg/dL", "milligram per decilitre"),
        ("It fell at 9.8 m/s\u00b2.", "9.8 m/s\u00b2", "metre per second squared"),
        ("It fell at 9.8 m/s^2.", "9.8 m/s^2", "metre per second squared"),
        ("The weir passes 20 m3/s.", "20 m3/s", "cubic metre per second"),
        ("The weir passes 20 cubic metres per second.", "20 cubic metres per second", "cubic metre per second"),
        ("It loses 300 litres per minute.", "300 litres per minute", "litre per minute"),
        ("It covers 4 km^2.", "4 km^2", "square kilometre"),
        ("It came in boxes of 3 kg/box.", "3 kg", "kilogram"),
        ("It costs £5 per square metre.", "£5", "pound"),
        ("It lost 500 barrels per day.", "500 barrels", "barrel"),
    ],
)
def test_units_are_told_by_another_one(text: str, found: str, unit: str) -> None:
    assert [(one, name) for one, _, name in read(text)] == [(found, unit)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It has 6.02 x 10^23 parts.", "602" + "0" * 21),
        ("It has 3\u00d710\u2078 parts.", "300000000"),
        ("It has 3x10^8 parts.", "300000000"),
        ("It has 2.5 x 10^-3 parts.", "0.0025"),
        ("It has 25 \u00d7 10\u207b\u00b3 parts.", "0.025"),
        ("It has 8x2^10 parts.", "8192"),
    ],
)
def test_scientific_notation_is_one_number(text: str, value: str) -> None:
    assert [one for _, one, _ in read(text)] == [value]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It fell 3 / 8 to 97 1 / 2 .", ["0.375", "97.5"]),
        ("It fell 3/8 to 97 1/2.", ["0.375", "97.5"]),
        ("It is open 24 / 7 .", ["24", "7"]),
    ],
)
def test_a_fraction_in_text_cut_into_tokens(text: str, found: list[str]) -> None:
    assert [value for _, value, _ in read(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rovers led on day two of the match.", []),
        ("On day 12 rain fell.", []),
        ("He fell in round three.", []),
        ("That day two people fell.", ["2"]),
        ("On that day two fell.", ["2"]),
        ("One night two fell.", ["2"]),
    ],
)
def test_which_of_a_series_is_no_quantity(text: str, found: list[str]) -> None:
    assert [value for _, value, _ in read(text)] == found


def test_a_product_of_two_lengths_is_two_figures() -> None:
    assert [value for _, value, _ in read("The rug is 3 x 10 metres.")] == ["3", "10"]


def test_below_zero_is_negative() -> None:
    assert read("It was 20 below zero.") == [("20 below zero", "-20", "")]
    assert read("It was 20 degrees below zero.") == [("20 degrees below zero", "-20", "degree")]


def test_a_fraction_of_one_character_is_a_figure() -> None:
    assert read("½ teaspoon of salt") == [("½ teaspoon", "0.5", "teaspoon")]
    assert read("The rest is ¾.") == [("¾", "0.75", "")]


def test_a_tolerance_gives_its_unit_to_what_it_is_of() -> None:
    expected = [("2.5", "2.5", "gram"), ("0.1 g", "0.1", "gram")]
    assert read("It weighed 2.5 ± 0.1 g.") == expected
    assert [unit for _, _, unit in read("It weighed 2.5 +/- 0.1 g.")] == ["gram", "gram"]


def test_a_height_with_marks_is_feet_and_inches() -> None:
    assert read("He is 6'2\" tall.") == [("6'", "6", "foot"), ('2"', "2", "inch")]


def test_a_part_of_a_unit_is_in_that_unit() -> None:
    assert read("It slowed by 0.3 of a percentage point.") == [
        ("0.3 of a percentage point", "0.3", "percentage point")
    ]


@pytest.mark.parametrize(
    ("text", "found", "ages"),
    [
        ("A man in his 40s was held.", "40s", "40-49"),
        ("A man in his late forties was held.", "forties", "40-49"),
        ("She was in her mid-30s.", "30s", "30-39"),
        ("Both are in their teens.", "teens", "13-19"),
    ],
)
def test_a_decade_of_a_life_is_a_range_of_ages_and_no_decade_of_the_century(text: str, found: str, ages: str) -> None:
    assert read(text) == [(found, ages, "year old")]
    assert dates(text) == ()


def test_the_forties_of_nobody_are_a_decade() -> None:
    assert figures("It was built in the forties.") == ()
    assert [one.value for one in dates("It was built in the late forties.")] == ["194"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Scores of gulls came.", 1),
        ("Where did the million gulls go?", 1),
        ("The million was spent.", 0),
        ("The blast left scores hurt and scores more homeless.", 2),
        ("A crash injured scores on the quay.", 1),
        ("Rosa Quint scores late winner.", 0),
        ("One killed in the quay.", 1),
        ("No one killed them.", 0),
    ],
)
def test_words_that_count_only_beside_what_they_count(text: str, count: int) -> None:
    assert len(read(text)) == count


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A Category 4 storm struck.", "4"),
        ("The alert went to level 3.", "3"),
        ("Fara moved into Tier 2.", "2"),
        ("It was her hundredth cap.", "hundredth"),
    ],
)
def test_a_step_of_a_scale_and_a_large_ordinal_are_places_in_an_order(text: str, found: str) -> None:
    assert [(one, unit) for one, _, unit in read(text)] == [(found, "ordinal")]
