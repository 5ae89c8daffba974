"""The formats that are asserted. JSON Schema alone takes `format` for a remark and checks nothing."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def is_time(value: object) -> bool:
    """Whether a string is an RFC 3339 time with its offset, of a day that the calendar has. Other types pass."""
    if not isinstance(value, str) or _is_utc(value):
        return True
    from rfc3339_validator import validate_rfc3339  # start-up time: loaded with the first time to check

    return not value.endswith("\n") and bool(validate_rfc3339(value))


def _is_utc(value: str) -> bool:
    """A quick yes for nearly every time: in UTC, without a fraction or with one of six digits."""
    if _utc().fullmatch(value) is None:
        return False
    try:
        datetime.fromisoformat(value[:-1])
    except ValueError:
        return False
    return True


@cache
def _utc() -> re.Pattern[str]:
    return re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{6})?Z")


def is_web_address(value: object) -> bool:
    """Whether a string is an RFC 3986 URI with the scheme http or https and a host. Other types pass."""
    if not isinstance(value, str):
        return True
    scheme, _, rest = value.partition("://")
    if scheme.lower() not in {"http", "https"} or rest[:1] in {"", "/", "?", "#", ":"} or rest.endswith("\n"):
        return False
    from rfc3986_validator import validate_rfc3986  # start-up time: loaded with the first address to check

    return bool(validate_rfc3986(value))


FORMATS: Mapping[str, Callable[[object], bool]] = {"date-time": is_time, "uri": is_web_address}
"""The formats of the published schemas, each with its check."""
