"""Dates, times, durations and frequencies, with their TIMEX3 types and values."""

from __future__ import annotations

import re
from functools import cache

from archivist.claims import date_absolute as absolute
from archivist.claims import date_clock as clock
from archivist.claims import date_lengths as lengths
from archivist.claims import date_relative as relative
from archivist.claims.date_reader import Found, Reader
from archivist.claims.en import calendar
from archivist.claims.en import numbers as en
from archivist.claims.glance import NUMBER, Glance
from archivist.model.claim import Date, DateType
from archivist.model.span import Span
from archivist.text.paragraphs import paragraphs
from archivist.text.plain import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable

    Read = Callable[[Reader, int, int], Found | None]


def dates(text: str, anchor: datetime.date | None = None) -> tuple[Date, ...]:
    """The date expressions in `text`, in reading order, none overlapping another.

    Types and values are those of TIMEX3 (ISO 24617-1, as TempEval-3 applied it). Relative ones are resolved against
    `anchor`, the day of writing; without it they keep a symbolic value ("XXXX-WXX-2", "OFFSET P-1D"). Ages are figures
    and not reported here.
    """
    view = plain(text)
    reader = Reader(view, anchor)
    return tuple(one for span in paragraphs(text) for one in dates_of(reader, Glance(view, *span)))


def dates_of(reader: Reader, glance: Glance) -> list[Date]:
    """The date expressions of one paragraph, as `dates` gives them; `reader` remembers those of paragraphs before."""
    reads = _reads()
    found: list[Date] = []
    done = glance.start
    reader.begin_paragraph()
    for word, start in glance.opening(reads, _followed()):
        if start < done:
            continue
        expression = reads.get(word, _digits)(reader, start, start + len(word))
        if expression and expression.start >= done:
            expression = _with_edge(reader, _joined(reader, expression), done)
            done = expression.end
            found.append(Date(Span(expression.start, expression.end), expression.type, expression.value))
    return found


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\w+")


@cache
def _reads() -> dict[str, Read]:
    """What reads the expression that begins with a word, by the word in lower case, capitalised and in capitals.

    A word of several kinds is read as the first kind it is listed under.
    """
    kinds: tuple[tuple[Iterable[str], Read], ...] = (
        (en.ORDINALS, _ordinal),
        (calendar.DIRECTIONS, relative.directed),
        ((*en.SMALL, *en.TENS), _number_word),
        (calendar.VAGUE_COUNTS, lengths.vague),
        (calendar.ARTICLES_AND_HALF, lengths.with_article),
        (calendar.EVERY, lengths.every),
        ((calendar.ALTERNATING,), lengths.alternating),
        (calendar.FREQUENCIES, lengths.frequency),
        (calendar.REFERENCES, relative.reference),
        (calendar.TODAY, relative.today),
        (calendar.TONIGHT, relative.tonight),
        (calendar.NAMED_TIMES, clock.named_time),
        (calendar.ALONE_PARTS, clock.part_of_day),
        (calendar.SEASONS, relative.season),
        (calendar.WEEKDAYS, absolute.weekday),
        (calendar.MONTHS, absolute.month),
        (calendar.QUARTER_CODES, absolute.quarter_code),
        (calendar.SPELT_DECADES, absolute.spelt_decade),
        (calendar.FEAST_WORDS, absolute.feast),
        (calendar.PERIODS, relative.period),
        (calendar.REFERENCE_PHRASES, relative.reference_phrase),
    )
    table: dict[str, Read] = {}
    for words, read in kinds:
        for word in words:
            for form in (word, word.capitalize(), word.upper()):
                table.setdefault(form, read)
    return table


@cache
def _followed() -> dict[str, frozenset[str]]:
    """The most frequent of what opens a date, and which words come next where it does."""
    after = dict.fromkeys(calendar.ARTICLES_AND_HALF, lengths.after_article())
    after |= dict.fromkeys(calendar.ONLY_DIRECTIONS, relative.after_direction())
    after |= {"new": frozenset(("year",))}
    after |= dict.fromkeys(calendar.VAGUE_COUNTS, frozenset((*calendar.PERIOD_PLURALS, *calendar.LENGTH_LINKS)))
    after |= dict.fromkeys((*en.SMALL, *en.TENS), lengths.after_number())
    table = {form: words for word, words in after.items() for form in (word, word.capitalize(), word.upper())}
    return table | {NUMBER: frozenset((*calendar.MONTHS, *calendar.AFTER_NUMBER, *lengths.after_number()))}


def _digits(reader: Reader, start: int, end: int) -> Found | None:
    view = reader.view
    if view[start - 1 : start] in calendar.NEVER_BEFORE_DATE:
        return None
    bare = view[start:end].isdecimal()
    return (
        clock.time(reader, start)
        or absolute.day_first(reader, start)
        or absolute.decade(reader, start)
        or (absolute.year(reader, start, end) if bare else absolute.quarter(reader, start, end))
        or lengths.counted(reader, start, end)
    )


def _number_word(reader: Reader, start: int, end: int) -> Found | None:
    return absolute.spelt_year(reader, start, end) or lengths.counted(reader, start, end)


def _ordinal(reader: Reader, start: int, end: int) -> Found | None:
    """As in "third quarter", and "first nine months"."""
    quarter = absolute.quarter(reader, start, end)
    following = reader.next(end)
    if quarter:
        return quarter
    week = relative.week_of_month(reader, start, end)
    if week or not following or reader.view[start:end].lower() != calendar.FIRST:
        return week
    length = lengths.counted(reader, following.start, following.end)
    return length._replace(start=start) if length else None


def _joined(reader: Reader, found: Found) -> Found:
    """A time of day with the day that follows or that its sentence mentioned, a day with the time that follows.

    A time without any day stays without one ("T17:00"): the text says no more, and it must not change when the text
    is published anew on another day.
    """
    if found.value.startswith("T"):
        day = _day(reader, clock.after_time(reader, found.end))
        if day and _is_day(day):
            reader.mention_day(day.value, found.start)
            return found._replace(end=day.end, value=day.value + found.value)
        return found._replace(value=reader.day_of_sentence(found.start) + found.value)
    if _is_day(found):
        reader.mention_day(found.value, found.start)
        at = clock.after_day(reader, found.end)
        time = clock.time(reader, at) if reader.view[at : at + 1].isdigit() else None
        if time:
            return Found(found.start, time.end, DateType.TIME, found.value + time.value)
    return found


def _is_day(found: Found) -> bool:
    return found.type is DateType.DATE and (found.value.count("-") > 1 or found.value.startswith("OFFSET"))


def _day(reader: Reader, at: int) -> Found | None:
    """The day that begins at `at`."""
    word = _word().match(reader.view, at)
    if not word:
        return None
    if word[0][0].isdigit():
        return absolute.day_first(reader, at)
    read = _reads().get(word[0])
    days = {absolute.month, absolute.weekday, relative.today}
    return read(reader, at, word.end()) if read is not None and read in days else None


def _with_edge(reader: Reader, found: Found, done: int) -> Found:
    """The expression with the word for a part of it that stands before: "early next year", "the late 1970s"."""
    before = reader.before(found.start)
    start = found.start - 1 - len(before)
    return found._replace(start=start) if before in calendar.EDGES and start >= done else found
