from __future__ import annotations

import datetime

import pytest
from hostile import read_in_time

from archivist.claims.dates import dates
from archivist.model.claim import DateType

SATURDAY = datetime.date(2024, 10, 12)


def read(text: str, anchor: datetime.date | None = SATURDAY) -> list[tuple[str, str]]:
    return [(date.span.of(text), date.value) for date in dates(text, anchor)]


def values(text: str, anchor: datetime.date | None = SATURDAY) -> list[str]:
    return [value for _, value in read(text, anchor)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Oct. 11, 2024", "2024-10-11"),
        ("October 11, 2024", "2024-10-11"),
        ("11 October 2024", "2024-10-11"),
        ("the 11th of October 2024", "2024-10-11"),
        ("2024-10-11", "2024-10-11"),
        ("2024/10/11", "2024-10-11"),
        ("11.10.2024", "2024-10-11"),
        ("It sank on 11.10.2024.", "2024-10-11"),
        ("It runs on alternate weeks.", "P2W"),
        ("October the 11th", "2024-10-11"),
        ("The day before yesterday", "2024-10-10"),
        ("The day after tomorrow", "2024-10-14"),
        ("in the summer of 1998", "1998-SU"),
        ("in the spring of last year", "2023-SP"),
        ("It closes in 10 days' time", "2024-10-22"),
        ("It closes in a week's time", "2024-W42"),
        ("the last half of 1989", "1989-H2"),
        ("the last quarter of 1989", "1989-Q4"),
        ("10/11/2024", "2024-10-11"),
        ("Friday, Oct. 11", "2024-10-11"),
        ("Friday 11 October", "2024-10-11"),
        ("Oct. 11", "2024-10-11"),
        ("March eighth", "2025-03-08"),
        ("October 2024", "2024-10"),
        ("June last year", "2023-06"),
        ("January nineteen ninety-seven", "1997-01"),
        ("May 3-5", "2024-05-03/2024-05-05"),
        ("the 1990s", "199"),
        ("the '80s", "198"),
        ("the nineties", "199"),
        ("the 20th century", "19"),
        ("in 2016", "2016"),
        ("the year 2016", "2016"),
        ("Q3 2024", "2024-Q3"),
        ("the third quarter of 2023", "2023-Q3"),
        ("the 2023 third quarter", "2023-Q3"),
        ("the second half of 2024", "2024-H2"),
        ("the third quarter", "2024-Q3"),
        ("this year's third quarter", "2024-Q3"),
        ("fiscal 2023", "2023"),
        ("yesterday", "2024-10-11"),
        ("today", "2024-10-12"),
        ("tomorrow morning", "2024-10-13TMO"),
        ("tonight", "2024-10-12TNI"),
        ("last night", "2024-10-11TNI"),
        ("last week", "2024-W40"),
        ("this week", "2024-W41"),
        ("later this month", "2024-10"),
        ("early next year", "2025"),
        ("next summer", "2025-SU"),
        ("last autumn", "2023-FA"),
        ("last Friday", "2024-10-11"),
        ("next Friday", "2024-10-18"),
        ("last October", "2023-10"),
        ("next October", "2025-10"),
        ("the end of the year", "2024"),
        ("the first week of June", "2024-W23"),
        ("the last week of June", "2024-W26"),
        ("five years ago", "2019"),
        ("a year earlier", "2023"),
        ("two months ago", "2024-08"),
        ("10 days ago", "2024-10-02"),
        ("three weeks from now", "2024-W44"),
        ("a few years ago", "PAST_REF"),
        ("recently", "PAST_REF"),
        ("in the past", "PAST_REF"),
        ("now", "PRESENT_REF"),
        ("currently", "PRESENT_REF"),
        ("these days", "PRESENT_REF"),
        ("the near future", "FUTURE_REF"),
        ("at noon on Oct. 11", "2024-10-11T12:00"),
        ("5 p.m. on Nov. 3", "2024-11-03T17:00"),
        ("Oct. 11 at 17:00", "2024-10-11T17:00"),
    ],
)
def test_dates(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a two-day visit", "P2D"),
        ("jailed for six years", "P6Y"),
        ("two and a half years", "P2Y6M"),
        ("an hour and a half", "PT1H30M"),
        ("half an hour", "PT30M"),
        ("a 90-minute film", "PT90M"),
        ("two to three weeks", "P2W/P3W"),
        ("a fortnight", "P2W"),
        ("the past five years", "P5Y"),
        ("the next few days", "PXD"),
        ("several years", "PXY"),
        ("for decades", "PXE"),
        ("a decade", "P1E"),
        ("a couple of years", "P2Y"),
        ("the first nine months", "P9M"),
        ("two more weeks", "P2W"),
        ("for half a century", "P50Y"),
        ("for half a decade", "P5Y"),
    ],
)
def test_durations(text: str, value: str) -> None:
    (date,) = dates(text, SATURDAY)
    assert (date.type, date.value) == (DateType.DURATION, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("every Tuesday", "XXXX-WXX-2"),
        ("on Tuesdays", "XXXX-WXX-2"),
        ("each July", "XXXX-07"),
        ("every summer", "XXXX-SU"),
        ("every two weeks", "P2W"),
        ("each year", "P1Y"),
        ("daily", "P1D"),
        ("twice a week", "P1W"),
        ("$12 per month", "P1M"),
        ("They meet every other week.", "P2W"),
        ("They meet every second year.", "P2Y"),
    ],
)
def test_frequencies(text: str, value: str) -> None:
    (date,) = dates(text, SATURDAY)
    assert (date.type, date.value) == (DateType.SET, value)


@pytest.mark.parametrize("text", ["5 p.m.", "5pm", "5:00 p.m.", "17:00", "5 in the afternoon", "1700 GMT"])
def test_equal_times_are_equal_and_stay_without_a_day_that_nobody_named(text: str) -> None:
    (date,) = dates(f"Doors open at {text}", SATURDAY)
    assert (date.type, date.value) == (DateType.TIME, "T17:00")


def test_a_time_belongs_to_the_day_of_its_sentence() -> None:
    assert values("On Friday the hall shut at 5pm. It opened at 9am.") == [
        "2024-10-11",
        "2024-10-11T17:00",
        "T09:00",
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The council met on Tuesday.", "2024-10-08"),
        ("The council said Tuesday it was sorry.", "2024-10-08"),
        ("The council will meet on Tuesday.", "2024-10-15"),
        ("The council is to meet on Tuesday.", "2024-10-15"),
        ("On Tuesday, the council will meet.", "2024-10-15"),
        ("The council met on Saturday.", "2024-10-12"),
        ("The dam opened in March.", "2024-03"),
        ("The dam will open in March.", "2025-03"),
        ("The next test will be made in April, they said.", "2025-04"),
        ("The dam burst on March 30.", "2024-03-30"),
        ("The dam will close on Jan. 3.", "2025-01-03"),
    ],
)
def test_the_verb_tells_past_from_future(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "She may march while the sun sat low.",
        "May I ask April Jones and June Smith?",
        "A 52-year-old and a calf two months old.",
        "It took a second, for the second man.",
        "He drove 60 miles an hour.",
        "It costs 2,016 crowns and weighs 1,990 kilograms.",
        "He scored 2000 goals.",
        "The film High Noon is on the Daily Planet.",
        "As soon as she left, the weather turned.",
        "Feb. 31",
        "The fall of Harrow was slow.",
        "A spring of hope followed.",
        "Release 3.10.2 is out.",
    ],
)
def test_no_date(text: str) -> None:
    assert [span for span, _ in read(text) if span != "Feb."] == []


def test_a_year_ago_after_a_quarter_is_that_quarter() -> None:
    assert values("Sales fell in the third quarter from a year ago.") == ["2024-Q3", "2023-Q3"]
    assert values("She left a year ago.") == ["2023"]


def test_that_year_is_the_one_mentioned() -> None:
    assert values("It opened in 1988, and that year it shut.") == ["1988", "1988"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Tuesday", "XXXX-WXX-2"),
        ("next Tuesday", "XXXX-WXX-2 OFFSET P1W"),
        ("Oct. 11", "XXXX-10-11"),
        ("11 October", "XXXX-10-11"),
        ("October", "XXXX-10"),
        ("the third quarter", "XXXX-Q3"),
        ("yesterday", "OFFSET P-1D"),
        ("today", "THIS P1D"),
        ("last week", "OFFSET P-1W"),
        ("five years ago", "OFFSET P-5Y"),
        ("next summer", "XXXX-SU OFFSET P1Y"),
    ],
)
def test_without_an_anchor_relative_dates_stay_symbolic(text: str, value: str) -> None:
    assert values(text, None) == [value]


def test_times_too_far_away_for_the_calendar() -> None:
    assert values("66 million years ago and 9,000 years from now") == ["PAST_REF", "FUTURE_REF"]


def test_dates_keep_their_places_in_the_original_text() -> None:
    text = "“It’s over,” she said on\u00a0Oct.\u00a011, 2024 – after the two‑day strike."
    assert [span for span, _ in read(text)] == ["Oct.\u00a011, 2024", "two‑day"]


@pytest.mark.parametrize(
    "text",
    [
        "this " * 40_000,
        "last " * 40_000,
        "two more " + "more " * 40_000,
        "May 1 " * 16_000,
        "every " * 40_000,
        "1" * 80_000 + "th century",
        "5 p.m. on " * 16_000,
        "the past " * 16_000,
        "said Tuesday " * 8_000,
    ],
)
def test_hostile_input_takes_linear_time(text: str) -> None:
    read_in_time("archivist.claims.dates", "dates", text)


def test_a_feast_with_a_day_of_its_own_is_that_day() -> None:
    assert read("It shuts on Christmas Eve and New Year's Day, he said.") == [
        ("Christmas Eve", "2024-12-24"),
        ("New Year's Day", "2025-01-01"),
    ]
    assert values("It shuts on Halloween.", None) == ["XXXX-10-31"]
    assert values("The New York box for Christmas cards is a boxing ring.") == []


def test_units_of_time_before_later_are_a_length_as_they_are_with_a_number() -> None:
    assert read("It shut two days later, and weeks later it sank.") == [("two days", "P2D"), ("weeks", "PXW")]


def test_the_hour_of_a_wage_is_no_length() -> None:
    assert values("A $15-an-hour wage.") == []
    assert values("It took two-and-a-half years.") == ["P2Y6M"]
