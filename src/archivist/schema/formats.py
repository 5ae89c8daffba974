"""The formats that are asserted. JSON Schema alone takes `format` for a remark and checks nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def is_time(value: object) -> bool:
    """Whether a string is an RFC 3339 time with its offset, of a day that the calendar has. Other types pass."""
    if not isinstance(value, str):
        return True
    from rfc3339_validator import validate_rfc3339  # start-up time: loaded with the first time to check

    return not value.endswith("\n") and bool(validate_rfc3339(value))


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
