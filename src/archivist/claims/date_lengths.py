"""Lengths of time and frequencies, and the dates that "ago" makes of lengths."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from archivist.claims.date_reader import Found
from archivist.claims.date_values import duration
from archivist.claims.en import calendar, units
from archivist.claims.en import numbers as en
from archivist.claims.figure_numbers import read_number
from archivist.model.claim import DateType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.claims.date_reader import Reader, Word
    from archivist.claims.figure_words import Number

_HALF = Decimal("0.5")


def counted(reader: Reader, start: int, end: int) -> Found | None:
    """A number of units of time: "three years", "two to three weeks", "two weeks ago"; None for an age.

    `end` is where the first word of the number ends.
    """
    del end
    number = read_number(reader.view, start)
    if not number or number.value is None or number.ordinal or number.fraction:
        return None
    unit = _unit(reader, number.end)
    if not unit:
        return _ranged(reader, number)
    return _timed(reader, Found(start, unit.end, DateType.DURATION, ""), number.value, calendar.PERIODS[unit.text])


def vague(reader: Reader, start: int, end: int) -> Found | None:
    """As in "several years", "few days ago", "couple of weeks"."""
    count = Decimal(2) if reader.view[start:end].lower() == calendar.COUPLE else None
    following = reader.next(end)
    if following and following.text in calendar.LENGTH_LINKS:
        following = reader.next(following.end)
    if not following or following.text not in calendar.PERIOD_PLURALS:
        return None
    return _timed(reader, Found(start, following.end, DateType.DURATION, ""), count, calendar.PERIODS[following.text])


def with_article(reader: Reader, start: int, end: int) -> Found | None:
    """As in "a year", "an hour and a half", "half an hour", "a few days", "a hundred years".

    "an hour" after a distance makes a speed, which is a figure.
    """
    following = reader.next(end)
    if not following or following.text not in after_article() or reader.view[start - 1 : start] == "-":
        return None
    if units.UNITS.get(reader.before(start)) in units.LENGTHS:
        return None
    if following.text in calendar.VAGUE_COUNTS:
        found = vague(reader, following.start, following.end)
        return found._replace(start=start) if found else None
    count = Decimal(1)
    if reader.view[start:end].lower() == calendar.HALF:
        count = _HALF
        following = reader.next(following.end) if following.text in en.ARTICLES else following
    elif following.text == calendar.HALF:
        count, following = _HALF, reader.next(following.end)
    while following and following.text in calendar.PERIOD_MODIFIERS:
        following = reader.next(following.end)
    if not following:
        return None
    if following.text not in calendar.COUNTED_WITH_A:
        scaled = following.text == en.HUNDRED or following.text in en.SCALES
        return counted(reader, start, end) if scaled else None
    stop = following.end
    if reader.view.startswith(calendar.AND_A_HALF, stop):
        count, stop = count + _HALF, stop + len(calendar.AND_A_HALF)
    return _timed(reader, Found(start, stop, DateType.DURATION, ""), count, calendar.PERIODS[following.text])


@cache
def after_article() -> frozenset[str]:
    """The words that can follow "a", "another" or "half" in a length of time."""
    scales = (calendar.HALF, en.HUNDRED, *en.SCALES, *en.ARTICLES)
    return frozenset((*scales, *calendar.VAGUE_COUNTS, *calendar.PERIOD_MODIFIERS, *calendar.COUNTED_WITH_A))


@cache
def after_number() -> frozenset[str]:
    """The words that can follow digits in a length of time."""
    signs = (*en.SCALE_SIGNS, *en.SCALE_LETTERS, *en.SCALE_OR_UNIT)
    joints = (*calendar.RANGE_WORDS, *en.ARTICLES, calendar.OF)
    units_ = (*calendar.PERIODS, *calendar.PERIOD_MODIFIERS)
    return frozenset((*units_, *en.CONTINUING, *joints, *map(str.lower, signs)))


def _unit(reader: Reader, at: int) -> Word | None:
    """The unit of time after a number that ends at `at`."""
    following = reader.next(at)
    while following and following.text in calendar.PERIOD_MODIFIERS:
        following = reader.next(following.end)
    return following if following and following.text in calendar.PERIODS else None


def _ranged(reader: Reader, first: Number) -> Found | None:
    """As in "two to three weeks", "5-7 years"."""
    joint = reader.next(first.end)
    if not joint or first.value is None or not (joint.hyphen or joint.text in calendar.RANGE_WORDS):
        return None
    at = joint.start if joint.hyphen else joint.end + 1
    second = read_number(reader.view, at) if at < len(reader.view) else None
    unit = _unit(reader, second.end) if second and second.value is not None and not second.ordinal else None
    if not unit or not second or second.value is None or units.AGE.match(reader.view, unit.end):
        return None
    name = calendar.PERIODS[unit.text]
    value = f"{duration(first.value, name)}/{duration(second.value, name)}"
    return Found(first.start, unit.end, DateType.DURATION, value)


def _timed(reader: Reader, found: Found, count: Decimal | None, unit: str) -> Found | None:
    """The length as a duration, as a date ("ago") or as a frequency ("three times a week"); None for an age."""
    if units.AGE.match(reader.view, found.end):
        return None
    following = reader.next(found.end)
    if following and following.text in calendar.AGO:
        return ago(reader, found._replace(end=following.end), count, unit)
    ahead = next((words for words in calendar.FROM_NOW if reader.view.startswith(words, found.end)), "")
    if ahead and count is not None:
        value = reader.anchor.shifted(unit, int(count))
        return found._replace(end=found.end + len(ahead), type=DateType.DATE, value=value)
    if count == 1 and reader.before(found.start) in calendar.PER_BEFORE:
        found = found._replace(type=DateType.SET)
    return found._replace(value=duration(count, unit))


def ago(reader: Reader, found: Found, count: Decimal | None, unit: str) -> Found:
    """The date that lies `count` units back; a year back from a quarter just mentioned is that quarter."""
    value = "PAST_REF"
    if count is not None:
        if unit == "year" and count == 1 and reader.just_mentioned_quarter(found.start):
            value = reader.year_before()
        elif unit == "year" and count != int(count):
            value = reader.anchor.shifted("month", -int(count * 12))
        else:
            value = reader.anchor.shifted(unit, -int(count))
    return found._replace(type=DateType.DATE, value=value)


def every(reader: Reader, start: int, end: int) -> Found | None:
    """As in "every Tuesday", "each July", "every two weeks", "every other week", "every year", "per month"."""
    following = reader.next(end)
    if not following:
        return None
    text = following.text
    if reader.view[start:end].lower() == calendar.PER and text not in calendar.PER_PERIODS:
        return None
    unit = reader.next(following.end) if text in calendar.ALTERNATE else None
    if unit and unit.text in calendar.PERIODS:
        return Found(start, unit.end, DateType.SET, duration(Decimal(2), calendar.PERIODS[unit.text]))
    capital = reader.view[following.start].isupper()
    value = ""
    if text in calendar.PERIODS:
        value = duration(Decimal(1), calendar.PERIODS[text])
    elif text in calendar.WEEKDAYS and capital:
        value = f"XXXX-WXX-{calendar.WEEKDAYS[text]}"
    elif text in calendar.MONTHS and capital:
        value = f"XXXX-{calendar.MONTHS[text]:02}"
    elif text in calendar.SEASONS:
        value = f"XXXX-{calendar.SEASONS[text]}"
    elif text in calendar.DAY_PARTS:
        value = f"XXXX-XX-XXT{calendar.DAY_PARTS[text]}"
    if value:
        return Found(start, following.end, DateType.SET, value)
    length = counted(reader, following.start, following.end) or vague(reader, following.start, following.end)
    return length._replace(start=start, type=DateType.SET) if length else None


def alternating(reader: Reader, start: int, end: int) -> Found | None:
    """As in "alternate weeks"."""
    unit = reader.next(end)
    if not unit or unit.text not in calendar.PERIOD_PLURALS:
        return None
    return Found(start, unit.end, DateType.SET, duration(Decimal(2), calendar.PERIODS[unit.text]))


def frequency(reader: Reader, start: int, end: int) -> Found | None:
    """As in "daily", "weekly"; with a capital inside a sentence it is part of a name."""
    if reader.view[start].isupper() and reader.before(start):
        return None
    return Found(start, end, DateType.SET, calendar.FREQUENCIES[reader.view[start:end].lower()])


def plural(reader: Reader, start: int, end: int) -> Found | None:
    """A unit of time in the plural, without a number: "for years", "months ago", "the weeks before"."""
    view = reader.view
    unit = calendar.PERIODS[view[start:end].lower()]
    found = Found(start, end, DateType.DURATION, duration(None, unit))
    following = reader.next(end)
    text = following.text if following else ""
    if following and text in calendar.AGO:
        return found._replace(end=following.end, type=DateType.DATE, value="PAST_REF")
    if following and text == calendar.LONG and following.hyphen:
        return found._replace(end=following.end)
    before = reader.before(start)
    if text == calendar.LATER and not units.AGE.match(view, end):
        return found
    if units.AGE.match(view, end) or before not in calendar.LENGTH_BEFORE:
        return None
    return None if before == calendar.ARTICLE and text not in calendar.AROUND else found
