"""Dates counted from the day of writing."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from archivist.claims import date_lengths as lengths
from archivist.claims.date_absolute import dated_weekday, in_part, month, quarter
from archivist.claims.date_reader import Found
from archivist.claims.date_values import duration, week_in
from archivist.claims.date_years import is_year
from archivist.claims.en import calendar
from archivist.claims.en import numbers as en
from archivist.model.claim import DateType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.claims.date_reader import Reader, Word

_PHRASE = 20
_SATURDAY = 6


def today(reader: Reader, start: int, end: int) -> Found:
    """As in "today", "yesterday", "tomorrow", and the part of the day that follows."""
    days = calendar.TODAY[reader.view[start:end].lower()]
    return in_part(reader, Found(start, end, DateType.DATE, reader.anchor.shifted("day", days)))


def tonight(reader: Reader, start: int, end: int) -> Found:
    """As in "tonight"."""
    return Found(start, end, DateType.TIME, f"{reader.anchor.shifted('day', 0)}TNI")


def reference(reader: Reader, start: int, end: int) -> Found | None:
    """As in "now", "recently"."""
    if reader.before(start) == calendar.AS or reader.view.startswith(calendar.SOON_AFTER, end):
        return None
    return Found(start, end, DateType.DATE, calendar.REFERENCES[reader.view[start:end].lower()])


def reference_phrase(reader: Reader, start: int, end: int) -> Found | None:
    """As in "the future", "these days"."""
    value, befores = calendar.REFERENCE_PHRASES[reader.view[start:end].lower()]
    left = f" {reader.view[max(0, start - _PHRASE) : start].lower()}"
    for before in befores:
        if left.endswith(f" {before} "):
            return Found(start - len(before) - 1, end, DateType.DATE, value)
    return None


def directed(reader: Reader, start: int, end: int) -> Found | None:
    """As in "last week", "next summer", "this Friday", "the past five years", "the latest quarter"."""
    written = word = reader.view[start:end].lower()
    part = (week_of_month(reader, start, end) or quarter(reader, start, end)) if word == calendar.LAST else None
    if part:
        return part
    noun = reader.next(end)
    if word == calendar.THIS and noun and noun.text in calendar.THIS_PAST:
        word, noun = noun.text, reader.next(noun.end)
    while noun and noun.text in calendar.PERIOD_MODIFIERS:
        noun = reader.next(noun.end)
    found = None
    if noun and not noun.hyphen:
        found = _directed_name(reader, start, word, noun) or _directed_length(reader, start, word, noun)
    if found:
        return found
    if written in calendar.REFERENCES:
        return reference(reader, start, end)
    counts = noun is not None and (noun.text in en.SMALL or noun.text.isdecimal())
    return reference_phrase(reader, start, end) if written in calendar.REFERENCE_PHRASES and not counts else None


@cache
def after_direction() -> frozenset[str]:
    """The words that can follow one of `calendar.ONLY_DIRECTIONS` in a date."""
    named = (*calendar.WEEKDAYS, *calendar.DAY_PARTS, *calendar.FULL_MONTHS, *calendar.SEASONS, *calendar.STRETCHES)
    return frozenset((*named, *calendar.PERIODS, *calendar.PERIOD_MODIFIERS, *calendar.THIS_PAST))


def _directed_name(reader: Reader, start: int, word: str, noun: Word) -> Found | None:
    """A named stretch of time after a word of direction: "last Friday", "next May", "this summer", "last night"."""
    way = calendar.DIRECTIONS[word]
    text = noun.text
    capital = reader.view[noun.start].isupper()
    found = Found(start, noun.end, DateType.DATE, "")
    if text in calendar.WEEKDAYS and text.endswith(calendar.WEEKDAY_ENDING) and capital:
        return _directed_weekday(reader, start, noun, way)
    unanchored = f" OFFSET P{way}Y" if way and reader.anchor.day is None else ""
    if text in calendar.DAY_PARTS and word in calendar.WITH_DAY_PART:
        value = f"{reader.anchor.shifted('day', way)}T{calendar.DAY_PARTS[text]}"
        return found._replace(type=DateType.TIME, value=value)
    value = ""
    if text in calendar.FULL_MONTHS and capital:
        value = _directed_month(reader, calendar.MONTHS[text], way) + unanchored
    elif text in calendar.SEASONS:
        value = reader.anchor.season(calendar.SEASONS[text], way) + unanchored
    elif text in calendar.STRETCHES and word == calendar.LATEST:
        value = reader.quarter
    return found._replace(value=value) if value else None


def _directed_length(reader: Reader, start: int, word: str, noun: Word) -> Found | None:
    """A unit of time, or a number of them, after a word of direction: "last year", "the past five years"."""
    if noun.text in calendar.PERIODS:
        return _directed_period(reader, Found(start, noun.end, DateType.DATE, ""), word, noun.text)
    if calendar.DIRECTIONS[word] == 0:
        return None
    length = lengths.counted(reader, noun.start, noun.end) or lengths.vague(reader, noun.start, noun.end)
    return length._replace(start=start) if length else None


def _directed_period(reader: Reader, found: Found, word: str, text: str) -> Found | None:
    """A unit of time after a word of direction: "last year", "past decade", "that quarter", "recent weeks"."""
    way = calendar.DIRECTIONS[word]
    unit = calendar.PERIODS[text]
    if text in calendar.PERIOD_PLURALS:
        return found._replace(type=DateType.DURATION, value=duration(None, unit))
    if word == calendar.PAST and unit != "weekend":
        return found._replace(type=DateType.DURATION, value=duration(Decimal(1), unit))
    value = ""
    if word in calendar.MENTIONED:
        value = {"year": reader.year, "quarter": reader.quarter}.get(unit, "")
    elif unit == "quarter" and word in {calendar.THIS, calendar.LATEST}:
        value = reader.quarter or reader.anchor.shifted(unit, -1 if word == calendar.LATEST else 0)
    elif unit not in calendar.TOO_SHORT:
        value = reader.anchor.shifted(unit, way)
    found = found._replace(value=value)
    return (_its_quarter(reader, found) if unit == "year" else found) if value else None


def _its_quarter(reader: Reader, year: Found) -> Found:
    """The year, or the quarter of it that follows: "this year's third quarter"."""
    noun = (
        reader.next(year.end + len(calendar.POSSESSIVE))
        if reader.view.startswith(calendar.POSSESSIVE, year.end)
        else None
    )
    found = quarter(reader, noun.start, noun.end) if noun and noun.text in en.ORDINALS else None
    if not found or not year.value.isdecimal():
        return year
    reader.quarter = year.value + found.value[4:]
    return found._replace(start=year.start, value=reader.quarter)


def _directed_weekday(reader: Reader, start: int, day: Word, way: int) -> Found:
    """As in "last Friday" is before today, "next Friday" after it, "this Friday" today or the coming one."""
    dated = dated_weekday(reader, day.end)
    if dated:
        return dated._replace(start=start)
    number = calendar.WEEKDAYS[day.text]
    today_ = reader.anchor.day is not None and reader.anchor.day.isoweekday() == number
    value = reader.anchor.weekday(number, future=way >= 0, skip=way if today_ else 0)
    if way and reader.anchor.day is None:
        value += f" OFFSET P{way}W"
    return in_part(reader, Found(start, day.end, DateType.DATE, value))


def _directed_month(reader: Reader, number: int, way: int) -> str:
    """As in "last May" and "next May" are not this month; "this May" is this year's."""
    day = reader.anchor.day
    if day is None:
        return reader.anchor.month(number, direction=way)
    away = number - day.month
    if way and away * way <= 0:
        away += 12 * way
    return reader.anchor.shifted("month", away)


def week_of_month(reader: Reader, start: int, end: int) -> Found | None:
    """As in "the first week of June", "the last weekend of March": the week of the calendar."""
    unit = reader.next(end)
    of = reader.next(unit.end) if unit and unit.text in {"week", "weekend"} else None
    name = reader.next(of.end) if of and of.text == calendar.OF else None
    whole = month(reader, name.start, name.end) if name and name.text in calendar.FULL_MONTHS else None
    if not unit or not whole:
        return None
    number = en.ORDINALS.get(reader.view[start:end].lower(), 0)
    value = week_in(whole.value, number) + ("-WE" if unit.text == "weekend" else "")
    return Found(start, whole.end, DateType.DATE, value)


def season(reader: Reader, start: int, end: int) -> Found | None:
    """A season by itself: "the summer", "in spring", "summer 2025"."""
    code = calendar.SEASONS[reader.view[start:end].lower()]
    following = reader.next(end)
    if following and following.text.isdecimal() and len(following.text) == len("2016"):
        return Found(start, following.end, DateType.DATE, f"{following.text}-{code}")
    if following and following.text == calendar.OF:
        return _season_of(reader, start, following, code)
    if reader.before(start) not in calendar.SEASON_BEFORE:
        return None
    return Found(start, end, DateType.DATE, reader.anchor.season(code, 0))


def _season_of(reader: Reader, start: int, of: Word, code: str) -> Found | None:
    """The season of a year: "the summer of 1998", "the spring of last year"; "the fall of the house" is none."""
    noun = reader.next(of.end)
    if not noun:
        return None
    if noun.text.isdecimal() and is_year(reader.view, noun.start, noun.end):
        return Found(start, noun.end, DateType.DATE, f"{noun.text}-{code}")
    year = directed(reader, noun.start, noun.end) if noun.text in calendar.DIRECTIONS else None
    return year._replace(start=start, value=f"{year.value}-{code}") if year and year.value.isdecimal() else None


def _day_beyond(reader: Reader, start: int, end: int) -> Found | None:
    """As in "the day before yesterday", "the day after tomorrow"."""
    side = reader.next(end)
    day = reader.next(side.end) if side else None
    if not side or not day or calendar.BEYOND.get(day.text) != side.text:
        return None
    return Found(start, day.end, DateType.DATE, reader.anchor.shifted("day", 2 * calendar.TODAY[day.text]))


def period(reader: Reader, start: int, end: int) -> Found | None:
    """A unit of time without a number: "for years", "the weekend", "year-end", "the year-ago quarter"."""
    word = reader.view[start:end].lower()
    if word in calendar.PERIOD_PLURALS:
        phrase = reference_phrase(reader, start, end) if word in calendar.REFERENCE_PHRASES else None
        return phrase or lengths.plural(reader, start, end)
    unit = calendar.PERIODS[word]
    following = reader.next(end)
    beyond = _day_beyond(reader, start, end) if unit == "day" else None
    if beyond:
        return beyond
    compound = _year_compound(reader, start, following) if unit == "year" and following else None
    if compound:
        return compound
    if (
        reader.before(start) != calendar.ARTICLE
        or unit not in calendar.NAMED_WITH_THE
        or (following and following.hyphen)
    ):
        return None
    return _this_period(reader, Found(start, end, DateType.DATE, ""), unit, following.text if following else "")


def _this_period(reader: Reader, found: Found, unit: str, following: str) -> Found | None:
    """The present one of a unit of time, or the one meant before: "the weekend", "the quarter"."""
    if unit == "quarter" and reader.quarter:
        return found._replace(value=reader.quarter)
    if following in calendar.ENDED:
        return found._replace(type=DateType.DURATION, value=duration(Decimal(1), unit))
    if unit == "quarter":
        return None
    weekday = reader.anchor.day.isoweekday() if reader.anchor.day else _SATURDAY
    over = unit == "weekend" and weekday < _SATURDAY and reader.leaning(found.start) <= 0
    return found._replace(value=reader.anchor.shifted(unit, -1 if over else 0))


def _year_compound(reader: Reader, start: int, following: Word) -> Found | None:
    """As in "year-ago", "the year-earlier third quarter", "year-end", "the year 2000"."""
    found = Found(start, following.end, DateType.DATE, "")
    if following.text.isdecimal() and len(following.text) == len("2016"):
        reader.year = following.text
        return found._replace(value=following.text)
    if following.text == calendar.END:
        year = reader.anchor.shifted("year", 0)
        return found._replace(value=f"{year}-12-31" if year.isdecimal() else f"XXXX-12-31 {year}")
    if not following.hyphen or following.text not in calendar.AGO:
        return None
    noun = reader.next(following.end)
    if noun and noun.text in en.ORDINALS and quarter(reader, noun.start, noun.end):
        unit = reader.next(noun.end)
        return found._replace(end=unit.end if unit else noun.end, value=reader.year_before())
    if noun and noun.text in calendar.STRETCHES and reader.quarter[:4].isdigit():
        return found._replace(end=noun.end, value=reader.year_before())
    return lengths.ago(reader, found, Decimal(1), "year")
