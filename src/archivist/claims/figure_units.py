"""What a number measures: the currency before it, the unit after it.

Works on the plain view of a text (`archivist.text.plain`). The units' names are those of `archivist.claims.en.units`.
"""

from __future__ import annotations

import re
from functools import cache

from archivist.claims.en import calendar, si, units
from archivist.model.noun import NamedTuple

_LONGEST_CURRENCY = 8
_INCH = "inch"


class Unit(NamedTuple):
    """A unit and where it ends. `name` is "" for a plain count; `duration` is true for a unit of time."""

    name: str
    end: int
    duration: bool = False


_LETTERS = r"[^\W\d_]++"
"""The letters of words and of symbols of units; a class that lists them takes long to compile."""

# Signs of currency are any sign here and are told apart afterwards: a class of them takes long to compile.
_PATTERNS = {
    "before": r"(?:(?<![^\W_])([A-Za-z]{1,2}|U\.S\.) ?)?([^\w\s]) ?-?$",
    "code": r"(?<![^\W_])[A-Za-z]{1,4}$",
    "sign": r" ?(%|°[CF]?(?![A-Za-z])|℃|℉|¢|[^\w\s°](?! ?\d))",
    "touching": rf"{_LETTERS}(?:\^?[23²³](?!\d))?(?:/{_LETTERS}(?:\^?[23²³](?!\d))?)?",
    "word": (
        rf"(?: ?- ?| {{1,2}}| \()({_LETTERS}(?:\.[A-Za-z]\.|(?:\^?[23²³](?!\w))?(?:/{_LETTERS}(?:\^?[23²³](?!\w))?)?))"
        r"(?:(?<=sq)\.|(?<=cu)\.)?"
    ),
    "inches": units.INCHES,
    "feet": r"'(?=\d{1,2}\")",
    "whole": units.OF_WHOLE,
    "rate": units.RATE,
}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name])


def currency_before(view: str, start: int) -> Unit | None:
    """The currency whose sign or code stands right before `start`; its `end` is where the currency *begins*."""
    window = view[max(0, start - _LONGEST_CURRENCY) : start]
    signed = window.removesuffix("-").removesuffix(" ")[-1:] in units.CURRENCY_SIGNS
    found = _pattern("before").search(window) if signed else None
    if found and found[2] in units.CURRENCY_SIGNS:
        country, sign = found.groups()
        whose = country and country != "a" and (len(country) > 1 or found.end(1) == found.start(2))  # not "A $5 coin"
        name = units.DOLLARS.get(country.lower(), "") if whose and sign == "$" else ""
        begins = start - len(window) + found.start(1 if name else 2)
        return Unit(name or units.CURRENCY_SIGNS[sign], begins)
    code = touching_code(view, start) if window[-1:].isalpha() else ""
    if code:
        return Unit(_code(code) or units.ALSO_NAMES[code], start - len(code))
    if not window.endswith(" "):
        return None
    code = window[:-1].rpartition(" ")[2]
    name = _code(code)
    return Unit(name, start - 1 - len(code)) if name else None


def touching_code(view: str, start: int) -> str:
    """The currency code that touches the digits at `start` ("USD10", "Rs500", "R12m"), or ""."""
    if not view[start - 1 : start].isalpha():
        return ""
    found = _pattern("code").search(view, max(0, start - _LONGEST_CURRENCY), start)
    return found[0] if found and (found[0] in units.ALSO_NAMES or _code(found[0])) else ""


def _code(word: str) -> str:
    """The currency that `word` abbreviates, "" where it does not: "try" is a verb, "TRY" a currency."""
    written = word[:1].isupper() or word in units.LOWER_CODES
    return units.CURRENCY_CODES.get(word.lower(), "") if written else ""


def unit_after(view: str, end: int) -> Unit | None:
    """The unit that follows a number ending at `end`: "" where it counts, None where letters make it a label."""
    if view[end : end + 1].isalpha():
        touching = _pattern("touching").match(view, end)
        return _touching(view, touching) if touching else Unit("", end)
    sign = _pattern("sign").match(view, end)
    named = sign and (units.CURRENCY_SIGNS.get(sign[1]) or units.UNITS.get(sign[1].lower()))
    if sign and named:
        return Unit(named, sign.end())
    first = _pattern("word").match(view, end)
    inches = _pattern("inches").match(view, end) if first and first[1] == units.IN else None
    return Unit(_INCH, inches.end()) if inches else (first and _worded(view, first)) or Unit("", end)


def by_marks(view: str, start: int, end: int) -> Unit | None:
    """The foot or the inch of a height written with marks, as six feet two is 6'2", or None."""
    if _pattern("feet").match(view, end):
        return Unit("foot", end + 1)
    inches = view[start - 1 : start] == "'" and view[start - 2 : start - 1].isdigit() and view[end : end + 1] == '"'
    return Unit(_INCH, end + 1) if inches else None


def unit_of_part(view: str, end: int) -> Unit:
    """The unit that a part or a vague number ending at `end` is of: "a quarter of a point", "a couple of hours"."""
    whole = _pattern("whole").match(view, end)
    first = _pattern("word").match(view, whole.end()) if whole else None
    return (first and _worded(view, first)) or Unit("", end)


def _touching(view: str, found: re.Match[str]) -> Unit | None:
    word = found[0]
    name = units.TOUCHING.get(word) or _named(word) or units.AGES.get(word.lower()) or _code(word)
    if name:
        return _rated(view, Unit(name, found.end()))
    if word in calendar.PERIODS or word in units.TOUCHING_TIMES:
        return Unit("", found.end(), duration=True)
    times = word == units.TIMES and not view[found.end() : found.end() + 1].isdigit()
    return Unit("", found.end()) if times else _over(word, found.start())


def _named(written: str) -> str:
    """The unit that a word or a symbol names, as it is written, or ""."""
    return _by_itself(written) or _raised(written)


def _by_itself(written: str) -> str:
    """The unit that a word or a symbol without a power names, or ""."""
    low = written.lower()
    return si.symbol(written) or units.UNITS.get(low, "") or (si.word(low) if written not in si.MAKES else "")


def _raised(written: str) -> str:
    """The area or volume that a raised symbol of a length stands for ("km^2"), or ""."""
    power = si.POWERS.get(written[-1])
    symbol = written[:-1].removesuffix("^")
    length = (units.SPACED.get(symbol) or _by_itself(symbol)) if power and symbol else ""
    return f"{power} {length}" if length in units.LENGTHS else ""


def _over(written: str, start: int) -> Unit | None:
    """The unit of two that a slash divides, which starts at `start`: "mg/dL"; the first alone where it is one."""
    first, slash, second = written.partition("/")
    name = (units.TOUCHING.get(first) or _named(first)) if slash else ""
    if not name:
        return None
    time = units.SLASHED.get(second.rstrip("23²³").removesuffix("^"))
    per = units.SPACED.get(second) or units.TOUCHING.get(second) or _named(second)
    if time and second[-1] in si.POWERS:
        time = f"{time} squared"
    if name in units.UNRATED or not (time or per):
        return Unit(name, start + len(first))
    return Unit(f"{name} per {time or per}", start + len(written))


def _worded(view: str, first: re.Match[str]) -> Unit | None:
    """The unit that begins with the word `first`; None where it counts something."""
    word = first[1].lower()
    if word in calendar.PERIODS or word in calendar.PERIOD_MODIFIERS:
        return _timed(view, first)
    second = _pattern("word").match(view, first.end())
    pair = _paired(word, second[1].lower()) if second else ""
    if second and pair:
        return _rated(view, Unit(pair, second.end()))
    national = _national(view, first, second)
    if national:
        return national
    name = _named(first[1]) or units.SPACED.get(first[1]) or units.AGES.get(word) or _code(first[1])
    return _rated(view, Unit(name, first.end())) if name else _over(first[1], first.start(1))


def _paired(word: str, following: str) -> str:
    """The unit that two words name together ("square miles", "percentage points", "degrees Celsius"), or ""."""
    if word in units.POWERS:
        length = units.UNITS.get(following, "") or units.SPACED.get(following, "")
        return f"{units.POWERS[word]} {length}" if length in units.LENGTHS else ""
    if units.UNITS.get(word) == "degree":
        return units.DEGREES.get(following, "")
    if following in units.HOURS and si.is_hourly(power := _named(word)):
        return f"{power} hour"
    return units.PAIRS.get(word, {}).get(following, "")


def _timed(view: str, first: re.Match[str]) -> Unit | None:
    """An age or a duration; None where the words turn out to count something else ("three more people")."""
    found: re.Match[str] | None = first
    while found and found[1].lower() in calendar.PERIOD_MODIFIERS:
        found = _pattern("word").match(view, found.end())
    period = calendar.PERIODS.get(found[1].lower()) if found else None
    if not found or not period:
        return None
    age = units.AGE.match(view, found.end())
    if age:
        return Unit(f"{period} old", age.end())
    return Unit("", found.end(), duration=True)


def _national(view: str, first: re.Match[str], second: re.Match[str] | None) -> Unit | None:
    """The currency of a country: "Canadian dollars", "Hong Kong dollars"."""
    country = first[1].lower()
    if second and country not in units.NATIONAL:
        country = second[1].lower()
        second = _pattern("word").match(view, second.end()) if country in units.NATIONAL else None
    if not second or country not in units.NATIONAL:
        return None
    plain = units.UNITS.get(second[1].lower(), "")
    name = units.NATIONAL[country].get(plain or _code(second[1]))
    return Unit(name, second.end()) if name else None


def _rated(view: str, unit: Unit) -> Unit:
    """A measure with the time or the other measure that it is told by: "miles per hour", "grams per square metre"."""
    rate = _pattern("rate").match(view, unit.end) if unit.name not in units.UNRATED else None
    if not rate:
        return unit
    joint, word = rate.groups()
    if word in units.RATES and (unit.name in units.LENGTHS or joint == units.PER):
        return Unit(f"{unit.name} per {units.RATES[word]}", rate.end())
    first = _pattern("word").match(view, rate.end(1)) if joint == units.PER else None
    other = _worded(view, first) if first else None
    if other and other.name and other.name not in units.UNRATED:
        return Unit(f"{unit.name} per {other.name}", other.end)
    return unit
