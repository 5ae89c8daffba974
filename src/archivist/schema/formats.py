"""The formats that are asserted. JSON Schema alone takes `format` for a remark and checks nothing."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def is_time(value: object) -> bool:
    """Whether a string is an RFC 3339 time with its offset, of a day that the calendar has. Other types pass."""
    if not isinstance(value, str) or _is_plain_time(value):
        return True
    from rfc3339_validator import validate_rfc3339  # start-up time: loaded with the first time to check

    return not value.endswith("\n") and bool(validate_rfc3339(value))


def _is_plain_time(value: str) -> bool:
    """A quick yes for nearly every time: all but those that are none, or that only their validator knows to be one."""
    if _plain_time().fullmatch(value) is None:
        return False
    try:
        datetime.fromisoformat(value[:19])
    except ValueError:
        return False
    return True


@cache
def _plain_time() -> re.Pattern[str]:
    hour, minute = "(?:[01][0-9]|2[0-3])", "[0-5][0-9]"
    offset = rf"(?:Z|[+-]{hour}:{minute})"
    return re.compile(rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T{hour}:{minute}:{minute}(?:\.[0-9]+)?{offset}")


def is_web_address(value: object) -> bool:
    """Whether a string is an RFC 3986 URI with the scheme http or https and a host. Other types pass."""
    if not isinstance(value, str):
        return True
    scheme, _, rest = value.partition("://")
    if scheme.lower() not in {"http", "https"} or rest[:1] in {"", "/", "?", "#", ":"} or rest.endswith("\n"):
        return False
    if _plain_address().fullmatch(value) is not None:
        return True
    from rfc3986_validator import validate_rfc3986  # its patterns cost as much as reading two stories

    return bool(validate_rfc3986(value))


@cache
def _plain_address() -> re.Pattern[str]:
    """A quick yes for nearly every address: a host by its name, a port, a path, a query and a fragment, if given."""
    sign = "[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}"
    place, rest = rf"(?:/(?:{sign}|/)*+)?", f"(?:{sign}|[/?])*+"
    return re.compile(rf"https?://[A-Za-z0-9.-]+(?::[0-9]+)?{place}(?:\?{rest})?(?:#{rest})?")


FORMATS: Mapping[str, Callable[[object], bool]] = {"date-time": is_time, "uri": is_web_address}
"""The formats of the published schemas, each with its check."""
