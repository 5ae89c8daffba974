from __future__ import annotations

import datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from archivist.claims.dates import dates

MONTHS = [f"{datetime.date(2024, month, 1):%B}" for month in range(1, 13)]
WORDS = """
    a an the this last next past first second third quarter week weeks year years ago earlier from now every each
    Tuesday Friday, May March Oct. 11 2016 2024 17:00 5 p.m. on at noon night morning Q3 half twenty nineteen
    ninety-six said will of to and few summer fiscal end ended daily recently future - . , ( ’s ² ٣ 11111111111111th
"""
PIECES = [*WORDS.split(), "\n"]
DAYS = st.dates(min_value=datetime.date(1700, 1, 1), max_value=datetime.date(2099, 12, 31))


@given(DAYS, DAYS)
def test_a_full_date_is_the_same_in_every_notation(day: datetime.date, anchor: datetime.date) -> None:
    month = MONTHS[day.month - 1]
    notations = (
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"{month[:3]}. {day.day}, {day.year}",
        day.isoformat(),
    )
    for text in notations:
        (date,) = dates(f"It shut on {text}", anchor)
        assert date.value == day.isoformat()


@given(DAYS, st.integers(-6, 6))
def test_a_weekday_is_the_day_that_is_meant(anchor: datetime.date, away: int) -> None:
    day = anchor + datetime.timedelta(days=away)
    sentence = f"It shut on {day:%A}." if away <= 0 else f"It will shut on {day:%A}."
    (date,) = dates(sentence, anchor)
    assert date.value == day.isoformat()


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_time_is_the_same_on_both_clocks(hour: int, minute: int) -> None:
    half = "p.m." if hour >= 12 else "a.m."
    for text in (f"at {hour:02}:{minute:02}", f"at {hour % 12 or 12}:{minute:02} {half}"):
        (date,) = dates(text)
        assert date.value == f"T{hour:02}:{minute:02}"


@given(st.lists(st.sampled_from(PIECES), max_size=30), st.sampled_from(["", " "]), st.none() | st.dates())
def test_any_text_gives_ordered_spans_of_itself(pieces: list[str], joint: str, anchor: datetime.date | None) -> None:
    text = joint.join(pieces)
    found = dates(text, anchor)
    assert all(0 <= date.span.start < date.span.end <= len(text) for date in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert all(date.value for date in found)


@given(st.text(max_size=60), st.none() | st.dates())
def test_any_characters_are_survived(text: str, anchor: datetime.date | None) -> None:
    assert isinstance(dates(text, anchor), tuple)
