"""The times of records, ordered."""

from __future__ import annotations

_SECONDS = len("2026-03-02T09:00:00")
_FRACTION = 6


def order_of(captured_at: str) -> str:
    """A string by which the `capturedAt` of records sort in time: without Z, with all six digits of the fraction.

    The times themselves do not: "09:00:00.5Z" would come before "09:00:00Z".
    """
    return f"{captured_at[:_SECONDS]}.{captured_at[_SECONDS + 1 : -1]:0<{_FRACTION}}"
