"""Figures: the quantities that a text states, with their values."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from operator import itemgetter

from archivist.claims import figure_context as context
from archivist.claims.date_years import is_year
from archivist.claims.en import calendar, units
from archivist.claims.en import numbers as en
from archivist.claims.figure_numbers import GLYPHS, read_number
from archivist.claims.figure_units import Unit, by_marks, currency_before, touching_code, unit_after, unit_of_part
from archivist.claims.figure_words import Number, link
from archivist.claims.glance import Glance
from archivist.claims.places import Places
from archivist.model.claim import Figure
from archivist.model.noun import NamedTuple
from archivist.model.span import Span
from archivist.text.plain import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ORDINAL = "ordinal"
_YEAR_OLD = "year old"
_NEVER_BEFORE = frozenset("#@_/\\&=")
"""Signs that make the digits after them part of a name."""
_MARKS = frozenset("'\"")
"""The marks of feet and inches."""
_TOLERANCE = frozenset("±+")
"""What a tolerance begins with."""
_AFTER_DIGITS = ":"
"""The character after "9": a word that sorts behind it does not begin with a digit."""
_PARTING = ("/", ".")
"""What parts the digits of a date or an address."""
_THOUSAND = 1000
_LARGEST_PLAIN = 10**27
_TENTHS = 10
_NINE = 9
_HUNDREDTHS = 100


_PATTERNS = {
    "run": r"\d+(?:(?::\d+)+|(?:-\d+){2,}|/\d+|(?:\.\d+){2,})|0\d+(?:[ -]\d+)+",
    "phone": r"\d+(?:[ ()-]{1,2}\d+)+",
    "digits": r"\d+",
    "coded": r"[A-Za-z]{1,4}(\d+)",
    "parts": r"(?<![\w.])\d{1,4}(?:(?:/\d{1,4}){2}|(?:\.\d{1,3}){3})(?![\w/]|\.\d)",
    "range": rf"({en.RANGE})(?=[^\s])",
    "clock": f"(?i){calendar.CLOCK_SUFFIX}",
    "coins": en.COINS,
    "tolerance": r" ?(?:±|\+/-|\+-) ?(?=\d)",
}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name])


@cache
def _starters() -> frozenset[str]:
    spelt = (*en.SMALL, *en.TENS, *en.ORDINALS, *en.MULTIPLES, *en.VAGUE, *en.UNCOUNTED, *en.ARTICLES, *en.WHOLE_PARTS)
    rarer = (*en.LARGE_ORDINALS, *en.LIFE, *GLYPHS)
    return frozenset(form for word in (*spelt, *rarer) for form in (word, word.capitalize(), word.upper()))


@cache
def _followed() -> dict[str, frozenset[str]]:
    """The articles, and which words come next where one opens a figure."""
    after = frozenset((*en.VAGUE_AFTER_A, *en.ORDINALS, en.HUNDRED, *en.SCALES, *en.DENOMINATORS))
    return {form: after for word in en.ARTICLES for form in (word, word.capitalize(), word.upper())}


def figures(text: str, taken: Sequence[Span] = ()) -> tuple[Figure, ...]:
    """The quantities in `text`, in reading order, none overlapping another.

    Nothing is reported that overlaps a span of `taken`, the stretches already read as dates or names. Numbers that say
    *which one* (Article 9, Boeing 737, list marks, years, times, phone numbers) and durations are no figures.
    """
    view = plain(text)
    return tuple(figures_of(Glance(view, 0, len(view)), taken))


def figures_of(glance: Glance, taken: Sequence[Span] = ()) -> list[Figure]:
    """The quantities in a stretch of the plain view of a text, as `figures` gives them."""
    view = glance.view
    blocked = Places(taken)
    starters = _starters()
    found: list[Figure] = []
    done = 0
    opening: Iterable[tuple[str, int]] = glance.opening(starters, _followed())
    coded = _coded(glance.view, words) if (words := glance.lettered()) else ()
    for word, start in sorted((*opening, *coded), key=itemgetter(1)) if coded else opening:
        if start < done:
            continue
        parted = word <= _AFTER_DIGITS and view.startswith(_PARTING, start + len(word))
        parts = _pattern("parts").match(view, start) if parted else None
        if parts:
            done = parts.end()
            read = [_part(view, part.span()) for part in _pattern("digits").finditer(view, start, done)]
        else:
            figure, end = _decade_of_life(view, word, start) or _read(view, start, done)
            done = max(done, end)
            read = [figure] if figure else []
        found += [figure for figure in read if not blocked.touch(figure.span)]
    return found


def _coded(view: str, words: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """The digits that a currency code touches in one of `words` ("USD10", "R12m"), and where they start."""
    found = [(digits, start) for word, start in words if (digits := _pattern("coded").match(word))]
    starts = [(digits[1], start + digits.start(1)) for digits, start in found]
    return [(digits, start) for digits, start in starts if touching_code(view, start)]


def _part(view: str, place: tuple[int, int]) -> Figure:
    """One number of a run that makes no number as a whole ("192.168.1.2"), and that nobody has taken for a date."""
    return Figure(Span(*place), Decimal(view[slice(*place)]), "")


def _decade_of_life(view: str, word: str, start: int) -> tuple[Figure, int] | None:
    """The ages that "in his 40s", "her late thirties" or "their teens" tells, and where to go on; None elsewhere."""
    if not word.endswith("s"):
        return None
    first, last = en.LIFE.get(word.lower(), (0, 0))
    if word[:-1].isdecimal() and word[1:] == "0s":
        first, last = int(word[:-1]), int(word[:-1]) + _NINE
    if not first or not context.is_of_life(view, start):
        return None
    end = start + len(word)
    return Figure(Span(start, end), Decimal(first), _YEAR_OLD, Decimal(last)), end


class _Measured(NamedTuple):
    """A number, or a range of them, with its unit: one figure unless its surroundings say otherwise."""

    start: int
    end: int
    number: Number
    unit: Unit
    upper: Decimal | None = None


def _read(view: str, start: int, done: int) -> tuple[Figure | None, int]:
    """The figure that begins with the word at `start`, or None, and where to go on; none begins before `done`."""
    digits = view[start].isdigit()
    currency = currency_before(view, start) if digits else None
    if currency and currency.end < done:
        currency = None
    begin = start if currency or not digits else _begin(view, start)
    number = read_number(view, begin, money=currency is not None) if begin >= 0 else None
    if not number:
        return None, 0
    run = _pattern("phone" if view[begin - 1 : begin] == "+" else "run").match(view, begin) if digits else None
    if run and run.end() > number.end:
        return None, run.end()
    unit = _unit(view, number, currency)
    if not unit or _pattern("clock").match(view, number.end):
        return None, number.end
    measured = _Measured(currency.end if currency else begin, unit.end, number, unit)
    measured = _ranged(view, measured) or _below_zero(view, measured) or _with_coins(view, measured)
    if measured.unit.duration or not _is_quantity(view, measured):
        return None, measured.end
    return _figure(view, measured), measured.end


def _begin(view: str, start: int) -> int:
    """Where the digits at `start` begin as a number (".5" begins at its point), -1 where they belong to a word."""
    before = view[start - 1 : start]
    attached = view[start - 2 : start - 1].isalnum()
    if before == "." and not attached:
        return start - 1
    return -1 if before in _NEVER_BEFORE or (before in {"-", ".", "+", "^"} and attached) else start


def _unit(view: str, number: Number, currency: Unit | None) -> Unit | None:
    """The unit of a number: its currency, or what follows it; None where letters make it a label."""
    if currency or number.ordinal:
        return Unit(currency.name if currency else _ORDINAL, number.end)
    if number.fraction or number.value is None:
        return unit_of_part(view, number.end)
    marked = by_marks(view, number.start, number.end) if view[number.end : number.end + 1] in _MARKS else None
    if marked or (number.value < 1 and view.startswith(units.OF_A, number.end)):
        return marked or unit_of_part(view, number.end)
    unit = unit_after(view, number.end)
    if unit == Unit("", number.end) and view[number.end : number.end + 2].lstrip()[:1] in _TOLERANCE:
        unit = unit._replace(name=_unit_of_tolerance(view, number.end))
    small = number.value < _THOUSAND
    return Unit("", number.end) if unit and unit.name == units.WON and small else unit


def _unit_of_tolerance(view: str, end: int) -> str:
    """The unit that the tolerance of a number ending at `end` has ("2.5 ± 0.1 g"), "" where there is none."""
    tolerance = _pattern("tolerance").match(view, end)
    give = read_number(view, tolerance.end()) if tolerance else None
    unit = unit_after(view, give.end) if give else None
    return unit.name if unit else ""


def _figure(view: str, measured: _Measured) -> Figure:
    number, name = measured.number, measured.unit.name
    if not name and context.is_age(view, number):
        name = _YEAR_OLD
    elif not name and context.is_rank(view, number):
        name = _ORDINAL
    value, start = number.value, measured.start
    sign = context.sign_start(view, start)
    if value is not None and (sign >= 0 or (start < number.start and view[number.start - 1] == "-")):
        value, start = -value, sign if sign >= 0 else start
    span = Span(start, measured.end)
    return Figure(span, _tidy(value), name, _tidy(measured.upper), context.approximator(view, start))


def _tidy(value: Decimal | None) -> Decimal | None:
    """The same value without trailing zeros, and as a plain integer where it is one."""
    if value is None:
        return None
    whole = value == value.to_integral_value() and abs(value) < _LARGEST_PLAIN
    return value.quantize(Decimal(1)) if whole else value.normalize()


def _is_quantity(view: str, measured: _Measured) -> bool:
    """Whether the number says how many or how much (or which place in a row), by all that stands around it."""
    number, unit = measured.number, measured.unit
    if number.ordinal:
        unit = unit._replace(name="")
    if not _is_score(view, measured) and context.is_label(view, number, unit):
        return False
    if number.ordinal:
        return context.ordinal_counts(view, number)
    if unit.name or measured.upper or context.sign_start(view, measured.start) >= 0 or context.is_rank(view, number):
        coded = number.bare and measured.start < number.start
        return not coded or touching_code(view, number.start) not in units.ALSO_NAMES
    if number.spelt == en.SCORES:
        return context.scores_count(view, number)
    if number.value == 1 and number.spelt == en.ONE:
        return context.one_counts(view, number)
    half = number.fraction and number.spelt == en.HALF
    return context.half_counts(view, number) if half else not (number.bare and is_year(view, number.start, number.end))


def _is_score(view: str, measured: _Measured) -> bool:
    start = measured.number.start
    return measured.upper is not None and (context.is_score(view, start) or context.is_result(view, start))


def _ranged(view: str, measured: _Measured) -> _Measured | None:
    """The range that begins with the number ("5-7 percent", "between $5 and $7 million"), or None."""
    first = measured.number
    joint = _pattern("range").match(view, measured.end)
    if not joint or first.value is None or first.ordinal or first.fraction:
        return None
    money = measured.unit.name if measured.start < first.start else ""
    at = joint.end() + (view[joint.end()] in units.CURRENCY_SIGNS)
    second = read_number(view, at, money=bool(money)) if view[at : at + 1].isalnum() else None
    if not second or second.value is None or second.ordinal or second.spelt == en.A:
        return None
    unit = unit_after(view, second.end)
    if unit and money and not unit.name and not unit.duration:
        unit = Unit(money, second.end)
    if not unit or (measured.unit.name and measured.unit.name != unit.name):
        return None
    if first.scale == 1 and second.scale > 1 and first.value * second.scale < second.value:
        first = first._replace(value=first.value * second.scale)
    if not _joins(view, measured._replace(number=first), joint[0].strip(" -"), second):
        return None
    return _Measured(measured.start, unit.end, first, unit, second.value)


def _joins(view: str, measured: _Measured, joint: str, second: Number) -> bool:
    """Whether `joint` makes one range, or one score, of two numbers."""
    first = measured.number
    rising = (first.value or 0) < (second.value or 0)
    before = context.word_before(view, measured.start).lower()
    if joint == en.TO and not rising:
        return before in en.VOTES and first.bare and second.bare
    if joint == en.TO:
        return before not in en.MOVEMENTS and not (before == en.FROM and measured.unit.name)
    if joint == en.AND:
        return rising and before == en.BETWEEN
    if joint == en.OR:
        return rising and (second.value or 0) <= 2 * (first.value or 0) and not measured.unit.name
    return not first.spelt and not second.spelt and not (first.bare and is_year(view, first.start, first.end))


def _below_zero(view: str, measured: _Measured) -> _Measured | None:
    """The temperature that "20 below zero" or "12 degrees below zero" tells, or None."""
    value = measured.number.value
    if not value or measured.unit.name not in units.TEMPERATURES or not view.startswith(en.BELOW_ZERO, measured.end):
        return None
    end = measured.end + len(en.BELOW_ZERO)
    return measured._replace(end=end, number=measured.number._replace(value=-value, bare=False))


def _with_coins(view: str, measured: _Measured) -> _Measured:
    """The amount with the coins named after it: "2 euros and 50 cents", "thirteen dollars forty five"."""
    ratio = _TENTHS
    while ratio == _TENTHS and measured.unit.name in units.MAJOR and view[measured.end - 1].isalpha():
        joint = _pattern("coins").match(view, measured.end)
        coins = read_number(view, joint.end()) if joint else None
        if not joint or not coins or not coins.value or coins.scale > 1 or coins.ordinal or coins.spelt == en.A:
            break
        unit = unit_after(view, coins.end)
        ratio = units.MINOR.get(unit.name, 0) if unit else 0
        alone = not joint[1] and coins.spelt and link(view, coins.end) is None
        if not unit or not (ratio or alone):
            break
        value = (measured.number.value or 0) + coins.value / (ratio or _HUNDREDTHS)
        end = unit.end if ratio else coins.end
        measured = measured._replace(end=end, number=measured.number._replace(value=value))
    return measured
