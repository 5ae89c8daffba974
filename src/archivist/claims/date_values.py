"""TIMEX3 values: places in the calendar and lengths of time, written as ISO 24617-1 (TimeML) writes them.

Without an anchor (the day of writing) a relative value stays symbolic: "XXXX-WXX-2" for a Tuesday, "XXXX-10" for an
October, "OFFSET P-1D" for yesterday. Equal words give equal values either way, and different days different ones.
"""

from __future__ import annotations

from datetime import date, timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Mapping
    from decimal import Decimal

_LETTERS = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "night": "D",
    "weekend": "WE",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "E",
    "century": "C",
    "millennium": "L",
}
_CLOCK_UNITS = frozenset(("second", "minute", "hour"))
_SMALLER = {
    "century": ("year", 100),
    "decade": ("year", 10),
    "year": ("month", 12),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
}
_SEASON_MONTHS = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}
_IN_MONTHS = {"L": 12000, "C": 1200, "E": 120, "Y": 12, "Q": 3, "M": 1}
_IN_SECONDS = {"W": 604800, "D": 86400}
_IN_CLOCK_SECONDS = {"H": 3600, "M": 60, "S": 1}
_MONTHS = 12
_QUARTER = 3
_WEEK = 7
_FAR = 9


def duration(count: Decimal | None, unit: str) -> str:
    """The length of `count` (None: some) of `unit` (a singular of `calendar.PERIODS`): "P2D", "PT1H30M", "PXY"."""
    time = "T" if unit in _CLOCK_UNITS else ""
    if count is None:
        return f"P{time}X{_LETTERS[unit]}"
    if unit == "fortnight":
        count *= 2
    whole = int(count)
    if count == whole:
        return f"P{time}{whole}{_LETTERS[unit]}"
    smaller, ratio = _SMALLER.get(unit, ("", 1))
    rest = (count - whole) * ratio
    if not smaller or rest != int(rest):
        return f"P{time}{count.normalize():f}{_LETTERS[unit]}"
    big = f"{whole}{_LETTERS[unit]}" if whole else ""
    between = "T" if smaller in _CLOCK_UNITS and not time else ""
    return f"P{time}{big}{between}{int(rest)}{_LETTERS[smaller]}"


def length_key(value: str) -> str:
    """A key that lengths of time share where they are equally long: "P18M", "P1Y6M". Other values are their own keys.

    Months are counted apart from days, since none is a fixed number of them.
    """
    days, _, clock = value[1:].partition("T")
    if value[:1] != "P" or not days + clock:
        return value
    months = _total(days, _IN_MONTHS, besides=_IN_SECONDS)
    whole = _total(days, _IN_SECONDS, besides=_IN_MONTHS)
    rest = _total(clock, _IN_CLOCK_SECONDS)
    return value if months is None or whole is None or rest is None else f"P{months}M{whole + rest}S"


def _total(counts: str, units: Mapping[str, int], besides: Container[str] = ()) -> int | None:
    """What a series of counts such as "1Y6M" amounts to in its `units`, without those `besides`; None for another."""
    total = 0
    while counts:
        digits = counts[: len(counts) - len(counts.lstrip("0123456789"))]
        unit, counts = counts[len(digits) : len(digits) + 1], counts[len(digits) + 1 :]
        if not digits or (unit not in units and unit not in besides):
            return None
        total += int(digits) * units.get(unit, 0)
    return total


def ordinal_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def week_in(month: str, number: int) -> str:
    """The ISO week that is the `number`-th (0: the last) of a month "2024-10"; symbolic where the year is open."""
    year, _, rest = month.partition("-")
    if not (year.isdigit() and rest.isdigit()):
        return f"{month}-W{number or 'L'}"
    middle = date(int(year), int(rest), 1) + timedelta(days=_WEEK * number - 4)
    if not number:
        following = date(int(year) + int(rest) // _MONTHS, int(rest) % _MONTHS + 1, 1)
        middle = following - timedelta(days=4)
    iso = middle.isocalendar()
    return f"{iso.year:04}-W{iso.week:02}"


class Anchor:
    """The day that relative dates are counted from, or none."""

    __slots__ = ("day",)

    def __init__(self, day: date | None) -> None:
        """Remember the day."""
        self.day = day

    def weekday(self, number: int, *, future: bool, skip: int = 0) -> str:
        """The last or coming day of the week with this ISO number, today included; `skip` weeks further on."""
        if self.day is None:
            return f"XXXX-WXX-{number}"
        ahead = (number - self.day.isoweekday()) % _WEEK
        days = ahead if future else ahead - _WEEK if ahead else 0
        return self.shifted("day", days + _WEEK * skip)

    def month_day(self, month: int, day: int, *, direction: int) -> str:
        """The nearest such day of any year; one that lies in `direction` (-1, 1, or 0 for neither) is preferred."""
        if self.day is None:
            return f"XXXX-{month:02}-{day:02}"
        near = [ordinal_day(self.day.year + n, month, day) for n in (-1, 0, 1)]
        away = [(found - self.day).days for found in near if found]
        if not away:
            return f"XXXX-{month:02}-{day:02}"
        return self.shifted("day", min(away, key=lambda days: abs(days) * (2 if days * direction < 0 else 1)))

    def month(self, month: int, *, direction: int) -> str:
        """The last (-1), nearest (0) or coming (1) such month; this month is both last and coming.

        One more than three quarters of a year away would be told apart ("last October"), so the other is meant.
        """
        if self.day is None:
            return f"XXXX-{month:02}"
        ahead = (month - self.day.month) % _MONTHS
        back = _MONTHS - ahead
        past = back <= _FAR if direction < 0 else ahead > _FAR if direction else back < ahead
        return self.shifted("month", -back if ahead and past else ahead)

    def season(self, code: str, direction: int) -> str:
        """The last, nearest or coming season."""
        if self.day is None:
            return f"XXXX-{code}"
        away = (_SEASON_MONTHS[code] - self.day.month) % _MONTHS
        if direction < 0 or (direction == 0 and away > _MONTHS // 2):
            away -= _MONTHS
        year = self.day.year + (self.day.month - 1 + away) // _MONTHS
        return f"{year:04}-{code}"

    def shifted(self, unit: str, count: int) -> str:
        """The day, week, month … that lies `count` units after the one now."""
        if self.day is None:
            letter = _LETTERS[unit]
            time = "T" if unit in _CLOCK_UNITS else ""
            return f"OFFSET P{time}{count}{letter}" if count else f"THIS P{time}1{letter}"
        try:
            return self._shifted(self.day, unit, count)
        except (OverflowError, ValueError):
            return "PAST_REF" if count < 0 else "FUTURE_REF"

    def _shifted(self, day: date, unit: str, count: int) -> str:
        if unit == "fortnight":
            count *= 2
        if unit in {"day", "night"}:
            return (day + timedelta(days=count)).isoformat()
        if unit in {"week", "weekend", "fortnight"}:
            year, week, _ = (day + timedelta(weeks=count)).isocalendar()
            return f"{year:04}-W{week:02}" + ("-WE" if unit == "weekend" else "")
        if unit in {"month", "quarter"}:
            step = count if unit == "month" else count * _QUARTER
            year, month = divmod(day.year * _MONTHS + day.month - 1 + step, _MONTHS)
            _checked(year)
            return f"{year:04}-{month + 1:02}" if unit == "month" else f"{year:04}-Q{month // _QUARTER + 1}"
        if unit in _CLOCK_UNITS:
            return "PRESENT_REF" if count == 0 else day.isoformat()
        years = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}[unit]
        year = _checked(day.year + years * count)
        return f"{year:04}"[: {"decade": 3, "century": 2, "millennium": 1}.get(unit, 4)]


def _checked(year: int) -> int:
    if not 1 <= year <= date.max.year:
        raise OverflowError
    return year
