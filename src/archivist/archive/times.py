"""Times: read from what people type, written as records and file names have them."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import cache

from archivist.errors import UsageError

_FRACTION = 6
_SECONDS = len("2026-03-02T09:00:00")


def parse_time(text: str) -> datetime:
    """An RFC 3339 time with its offset (`2026-03-02T09:00:00Z`, `…+09:00`), as an aware datetime in UTC.

    What is finer than a microsecond is cut off. Raises UsageError with a sentence that says what is wrong with it.
    """
    match = _time().fullmatch(text)
    if match is None:
        raise UsageError(
            f"{text[:80]!r} is not a time. Write it as 2026-03-02T09:00:00Z or 2026-03-02T09:00:00+09:00."
        )
    day, clock, fraction, offset = match.groups()
    if offset is None:
        raise UsageError(
            f"{text!r} does not say in which time zone it is. Add Z for UTC, or an offset such as +09:00."
        )
    microseconds = f".{fraction[:_FRACTION]:0<{_FRACTION}}" if fraction else ""
    try:
        return datetime.fromisoformat(f"{day}T{clock}{microseconds}{offset.upper()}").astimezone(UTC)
    except (ValueError, OverflowError):
        raise UsageError(
            f"{text!r} is not a time that exists. Check the day of the month, the hour and the offset."
        ) from None


def format_time(time: datetime) -> str:
    """An aware datetime as records have it: UTC, ending in Z, a fraction only where there is one.

    Raises UsageError for a datetime that does not say where it holds.
    """
    if time.utcoffset() is None:
        raise UsageError(f"{time.isoformat()} does not say in which time zone it is.")
    return time.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def compact(captured_at: str) -> str:
    """The `capturedAt` of a record as its file name has it: `20261011T231500Z`, without the fraction."""
    return captured_at[:_SECONDS].replace("-", "").replace(":", "") + "Z"


@cache
def _time() -> re.Pattern[str]:
    return re.compile(
        r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt]([0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.([0-9]{1,100}))?([Zz]|[+-][0-9]{2}:[0-9]{2})?",
    )
