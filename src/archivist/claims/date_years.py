"""Four digits: a year or a number? Figures and dates must give the same answer, so it is given once."""

from __future__ import annotations

import re
from functools import cache

from archivist.claims.en import calendar
from archivist.claims.en import numbers as en

_YEARS = range(1600, 2100)
_WINDOW = 24


_PATTERNS = {"before": r"([\w']+)[ -]$", "after": r" ([a-z]+)\b"}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name])


def is_year(view: str, start: int, end: int) -> bool:
    """Whether the bare digits `view[start:end]` stand where a year does, and not where something is counted.

    `view` is the plain view of a text. A count is taken to be followed by a plural noun, but not by one of what is
    reported by the year ("2009 sales"), and not to be preceded by a preposition or a possessive.
    """
    if end - start != len("2016") or int(view[start:end]) not in _YEARS:
        return False
    found = _pattern("before").search(view[max(0, start - _WINDOW) : start])
    before = found[1].lower() if found else ""
    after = _pattern("after").match(view, end)
    counts = after is not None and en.is_plural(after[1]) and after[1] not in calendar.YEAR_AFTER
    return not counts or before in calendar.YEAR_BEFORE or before.endswith(("'s", "s'"))
