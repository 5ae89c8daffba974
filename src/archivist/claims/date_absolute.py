"""Dates of the calendar: months with days and years, weekdays, years, decades, quarters."""

from __future__ import annotations

import re
from functools import cache

from archivist.claims.date_reader import Found
from archivist.claims.date_values import ordinal_day
from archivist.claims.date_years import is_year
from archivist.claims.en import calendar
from archivist.claims.en import numbers as en
from archivist.claims.figure_context import is_of_life
from archivist.model.claim import DateType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.claims.date_reader import Reader

_MONTHS = 12
_CENTURY = 100
_FIRST_OF_LAST_CENTURY = 70
_JOINS = frozenset("-/")
_QUARTERS = {"quarter": ("Q", 4), "half": ("H", 2)}
_QUARTERED = frozenset((*_QUARTERS, "century"))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(calendar.DATE_PATTERNS[name])


def month(reader: Reader, start: int, end: int) -> Found | None:
    """A month and what follows it: "Oct. 11, 2024", "October 2024", "March eighth", "June last year", "May"."""
    view = reader.view
    if not view[start].isupper():
        return None
    number = calendar.MONTHS[view[start:end].lower()]
    rest = _pattern("month_rest").match(view, end)
    if rest and (rest["day"] or rest["year"]):
        return _dated_month(reader, start, rest, number)
    return _month_in_words(reader, start, end) or _month_alone(reader, start, end)


def feast(reader: Reader, start: int, end: int) -> Found | None:
    """A feast with a day of its own: "Christmas Day", "New Year's Eve"."""
    named = _pattern("feast").match(reader.view, start)
    day = calendar.FEASTS.get(named[0]) if named else None
    if not named or not day:
        return None
    return _day_of(reader, Found(start, max(end, named.end()), DateType.DATE, ""), *day, "")


def _month_in_words(reader: Reader, start: int, end: int) -> Found | None:
    """A month with its day or year in words: "March eighth", "January nineteen ninety-seven"."""
    number = calendar.MONTHS[reader.view[start:end].lower()]
    spelt = reader.next(end)
    if spelt and spelt.text in en.ORDINALS:
        return _day_of(reader, Found(start, spelt.end, DateType.DATE, ""), number, en.ORDINALS[spelt.text], "")
    year_ = spelt_year(reader, spelt.start, spelt.end) if spelt else None
    return year_._replace(start=start, value=f"{year_.value}-{number:02}") if year_ else None


def _month_alone(reader: Reader, start: int, end: int) -> Found | None:
    """A month by itself, or with "last year" after it."""
    view = reader.view
    number = calendar.MONTHS[view[start:end].lower()]
    relative = _pattern("relative_year").match(view, end)
    if not relative and _is_other_word(reader, start, end):
        return None
    if relative:
        return _in_relative_year(reader, Found(start, relative.end(), DateType.DATE, f"XXXX-{number:02}"), relative[1])
    stop = end + (view[end : end + 1] == "." and view[start:end].lower() not in calendar.FULL_MONTHS)
    direction = 0 if reader.before(start) in calendar.OPEN_BEFORE else reader.leaning(start)
    return Found(start, stop, DateType.DATE, reader.anchor.month(number, direction=direction))


def _dated_month(reader: Reader, start: int, rest: re.Match[str], number: int) -> Found | None:
    """A month with the day, the days or the year that `rest` found after it."""
    year = rest["year"] or ""
    if not rest["day"]:
        return Found(start, rest.end(), DateType.DATE, f"{year}-{number:02}")
    found = _day_of(reader, Found(start, rest.end(), DateType.DATE, ""), number, int(rest["day"]), year)
    if not found:
        return None
    if rest["to"]:
        until = _day_of(reader, found, number, int(rest["to"]), year)
        return found._replace(value=f"{found.value}/{until.value}") if until else found
    relative = None if year else _pattern("relative_year").match(reader.view, rest.end())
    return _in_relative_year(reader, found._replace(end=relative.end()), relative[1]) if relative else found


def _day_of(reader: Reader, found: Found, number: int, day: int, year: str) -> Found | None:
    """`found` as a day of a month, of `year` or (if "") of the year that is meant, or None."""
    if not ordinal_day(int(year or "2000"), number, day):
        return None
    if year:
        return found._replace(value=f"{year}-{number:02}-{day:02}")
    return found._replace(value=reader.anchor.month_day(number, day, direction=reader.leaning(found.start)))


def _in_relative_year(reader: Reader, found: Found, which: str) -> Found:
    """The date in "this", "last" or "next" year."""
    year = reader.anchor.shifted("year", calendar.DIRECTIONS[which])
    rest = found.value.partition("-")[2]
    return found._replace(value=f"{year}-{rest}" if year.isdigit() else f"XXXX-{rest} {year}")


def _is_other_word(reader: Reader, start: int, end: int) -> bool:
    """Whether a month by itself is more likely another word or a first name."""
    word = reader.view[start:end].lower()
    if word not in calendar.AMBIGUOUS:
        return False
    before = reader.before(start)
    if word not in calendar.FULL_MONTHS or not (before in calendar.YEAR_BEFORE or before in calendar.DIRECTIONS):
        return True
    after = reader.next(end)
    return before in calendar.PERSON_BEFORE and after is not None and reader.view[after.start].isupper()


def day_first(reader: Reader, start: int) -> Found | None:
    """A day before its month, or a date all in digits: "11 October 2024", "the 8th of March", "2024-10-11"."""
    beginning = reader.view[start + 1 : start + len("31.12.")]
    joined = not _JOINS.isdisjoint(beginning[: len("016-")]) or beginning.count(".") > 1
    numeric = _pattern("numeric").match(reader.view, start) if joined else None
    if numeric:
        return _numeric(numeric)
    found = _pattern("day_first").match(reader.view, start)
    number = calendar.MONTHS.get(found["month"].lower()) if found else None
    if not found or not number:
        return None
    year = found["year"] or ""
    end = found.end() if year or found["month"].lower() not in calendar.FULL_MONTHS else found.end("month")
    first = _day_of(reader, Found(start, end, DateType.DATE, ""), number, int(found["day"]), year)
    until = _day_of(reader, first, number, int(found["to"]), year) if first and found["to"] else None
    return first._replace(value=f"{first.value}/{until.value}") if first and until else first


def _numeric(found: re.Match[str]) -> Found | None:
    """A date in digits; with slashes the month comes first, as far as the calendar allows."""
    year, number, day = (int(found[name] or found[f"{name}2"] or found[f"{name}3"]) for name in "ymd")
    if number > _MONTHS:
        number, day = day, number
    if year < _CENTURY:
        year += 1900 if year >= _FIRST_OF_LAST_CENTURY else 2000
    value = ordinal_day(year, number, day)
    return Found(found.start(), found.end(), DateType.DATE, value.isoformat()) if value else None


def weekday(reader: Reader, start: int, end: int) -> Found | None:
    """A day of the week and what follows it: "Tuesday", "Friday, Oct. 23", "Tuesday night", "Tuesdays"."""
    view = reader.view
    if not view[start].isupper():
        return None
    word = view[start:end].lower()
    number = calendar.WEEKDAYS[word]
    dated = dated_weekday(reader, end)
    if dated:
        return dated._replace(start=start)
    if word in calendar.AMBIGUOUS:
        return None
    if word.endswith("days"):
        return in_part(reader, Found(start, end, DateType.SET, f"XXXX-WXX-{number}"))
    part = reader.next(end)
    if part and part.text in calendar.DAY_PARTS and part.text.endswith("s"):
        return in_part(reader, Found(start, end, DateType.SET, f"XXXX-WXX-{number}"))
    value = reader.anchor.weekday(number, future=reader.leaning(start) > 0)
    return in_part(reader, Found(start, end, DateType.DATE, value))


def dated_weekday(reader: Reader, end: int) -> Found | None:
    """The day of a month that follows a weekday ending at `end`."""
    at = end
    while reader.view[at : at + 1] in {".", ","}:
        at += 1
    if reader.view[at + 1 : at + 2].isdigit() and reader.view[at] == " ":
        return day_first(reader, at + 1)
    word = reader.next(at)
    found = month(reader, word.start, word.end) if word and word.text in calendar.MONTHS else None
    return found if found and found.value.count("-") > 1 else None


def in_part(reader: Reader, found: Found) -> Found:
    """A day with the part of it that follows: "Tuesday night"."""
    part = reader.next(found.end)
    if not part or part.text not in calendar.DAY_PARTS or part.hyphen:
        return found
    type_ = DateType.TIME if found.type is DateType.DATE else found.type
    return Found(found.start, part.end, type_, f"{found.value}T{calendar.DAY_PARTS[part.text]}")


def decade(reader: Reader, start: int) -> Found | None:
    """As in "the 1990s", "the '80s"."""
    found = _pattern("decade").match(reader.view, start) if "s" in reader.view[start : start + len("1990's")] else None
    if not found:
        return None
    if found[1]:
        return Found(start, found.end(), DateType.DATE, found[1])
    apostrophe = reader.view[start - 1 : start] == "'"
    return Found(start - 1, found.end(), DateType.DATE, f"19{found[2]}") if apostrophe else None


def spelt_decade(reader: Reader, start: int, end: int) -> Found | None:
    """As in "the nineties"."""
    word = reader.view[start:end].lower()
    before = reader.before(start)
    placed = before in calendar.EDGES or before == calendar.ARTICLE
    if not placed or is_of_life(reader.view, start):
        return None
    return Found(start, end, DateType.DATE, f"19{calendar.SPELT_DECADES[word]}")


def year(reader: Reader, start: int, end: int) -> Found | None:
    """A year by itself, or with its quarter: "2016", "the 1988 third quarter"."""
    view = reader.view
    if not is_year(view, start, end) or (view[end : end + 1] == "." and view[end + 1 : end + 2].isdigit()):
        return None
    reader.year = view[start:end]
    following = reader.next(end)
    if following and following.text in en.ORDINALS:
        quartered = quarter(reader, following.start, following.end)
        if quartered:
            reader.quarter = f"{reader.year}{quartered.value[4:]}"
            return Found(start, quartered.end, DateType.DATE, reader.quarter)
    if following and following.text in calendar.STRETCHES and reader.quarter:
        return Found(start, following.end, DateType.DATE, f"{reader.year}{reader.quarter[4:]}")
    return Found(start, end, DateType.DATE, reader.year)


def spelt_year(reader: Reader, start: int, end: int) -> Found | None:
    """A year in words, "nineteen ninety-six"; None where the words count."""
    hundreds = en.SMALL.get(reader.view[start:end].lower(), 0)
    tens = reader.next(end)
    if hundreds not in calendar.SPELT_CENTURIES or not tens or tens.text not in en.TENS:
        return None
    ones = reader.next(tens.end)
    one = en.SMALL.get(ones.text, 0) if ones else 0
    stop = ones.end if ones and 0 < one < len(en.TENS) + 2 else tens.end
    return Found(start, stop, DateType.DATE, f"{hundreds}{en.TENS[tens.text] + (one if stop > tens.end else 0)}")


def quarter_code(reader: Reader, start: int, end: int) -> Found:
    """As in "Q3", "Q3 2024", "H1 of 2025"."""
    code = reader.view[start:end]
    rest = _pattern("year_rest").match(reader.view, end)
    year_ = rest["year"] if rest else reader.anchor.month(3 * int(code[1]) - 1, direction=-1)[: len("2016")]
    reader.quarter, reader.quarter_at = f"{year_}-{code}", start
    return Found(start, rest.end() if rest else end, DateType.DATE, reader.quarter)


def _leading_number(written: str) -> int:
    """The number of "20th"; 0 where there is none."""
    found = _pattern("ordinal").fullmatch(written)
    return int(found[1]) if found else 0


def quarter(reader: Reader, start: int, end: int) -> Found | None:
    """A quarter, half or century by its place: "the third quarter", "the last half of 1989", "the 20th century"."""
    unit = reader.next(end)
    if not unit or unit.text not in _QUARTERED:
        return None
    written = reader.view[start:end].lower()
    number = en.ORDINALS.get(written) or _leading_number(written)
    if unit.text == "century":
        return Found(start, unit.end, DateType.DATE, f"{number - 1:02}") if number else None
    letter, most = _QUARTERS[unit.text]
    rest = _pattern("year_rest").match(reader.view, unit.end)
    if rest and written == calendar.LAST:
        number = most
    if not 0 < number <= most or (letter == "H" and not rest):
        return None
    if rest:
        value = f"{rest['year']}-{letter}{number}"
    else:
        middle = reader.anchor.month(3 * number - 1, direction=min(reader.leaning(start) - 1, 0))
        value = f"{middle[:4]}-{letter}{number}"
    reader.quarter, reader.quarter_at = value, start
    return Found(start, rest.end() if rest else unit.end, DateType.DATE, value)
