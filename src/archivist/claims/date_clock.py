"""Times of day, and the days they belong to."""

from __future__ import annotations

import re
from functools import cache

from archivist.claims.date_reader import Found
from archivist.claims.en import calendar
from archivist.claims.en import numbers as en
from archivist.model.claim import DateType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.claims.date_reader import Reader

_HALF_DAY = 12


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(calendar.CLOCK_PATTERNS[name])


def time(reader: Reader, start: int) -> Found | None:
    """A time of day without its day: "5 p.m.", "17:00", "4 in the morning"; value "T17:00"."""
    found = _pattern("time").match(reader.view, start)
    if not found:
        return None
    exact = found["hour24"] or found["hours"]
    if exact:
        minute = found["minute24"] or found["minutes"]
        return Found(start, found.end(), DateType.TIME, f"T{int(exact):02}:{minute}")
    hour = int(found["hour"])
    if hour > _HALF_DAY:
        return None
    if found["half"] or found["part"]:
        late = (found["half"] or "").lower() == "p" or found["part"] in {"afternoon", "evening"}
        hour = hour % _HALF_DAY + _HALF_DAY * late
    return Found(start, found.end(), DateType.TIME, f"T{hour:02}:{found['minute'] or '00'}")


def named_time(reader: Reader, start: int, end: int) -> Found | None:
    """As in "noon", "midnight"; with a capital inside a sentence it is part of a title."""
    if reader.view[start].isupper() and reader.before(start):
        return None
    return Found(start, end, DateType.TIME, calendar.NAMED_TIMES[reader.view[start:end].lower()])


def part_of_day(reader: Reader, start: int, end: int) -> Found | None:
    """As in "the morning", "overnight", without their day; "mid-afternoon yesterday"."""
    word = reader.view[start:end].lower()
    following = reader.next(end)
    if following and following.text in calendar.TODAY:
        day = reader.anchor.shifted("day", calendar.TODAY[following.text])
        return Found(start, following.end, DateType.TIME, f"{day}T{calendar.DAY_PARTS[word]}")
    alone = not following or (following.text in en.FUNCTION_WORDS and following.text != calendar.OF)
    if word != calendar.OVERNIGHT and not (alone and reader.before(start) in calendar.PART_BEFORE):
        return None
    return Found(start, end, DateType.TIME, f"T{calendar.DAY_PARTS[word]}")


def after_time(reader: Reader, end: int) -> int:
    """Where a date would begin after a time of day that ends at `end`; the end of the text if none can."""
    found = _pattern("zone").match(reader.view, end)
    return found.end() if found else len(reader.view)


def after_day(reader: Reader, end: int) -> int:
    """Where a time of day would begin after a date that ends at `end`; the end of the text if none can."""
    found = _pattern("before_time").match(reader.view, end)
    return found.end() if found else len(reader.view)
