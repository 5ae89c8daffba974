"""A quick yes: are these the bytes of a JSON object in the one form of a record (docs/format.md, *Records*)?

Nearly every record that is checked is. Reading strictly finds out what is wrong with the others, and costs three times
as much; so it is left to them.
"""

from __future__ import annotations

import json
from functools import cache

from archivist.archive.record import to_bytes
from archivist.schema.positions import MAX_DEPTH, MAX_INTEGER


def in_form(data: bytes) -> dict[str, object] | None:
    """What a file says that is certainly in the one form of a record; None where that takes a closer look.

    Writing the value again shows all that reading lets pass: doubled keys, escapes, spaces, order.
    """
    if data.count(b"{") + data.count(b"[") > MAX_DEPTH:
        return None
    try:
        value, _ = _decoder().raw_decode(data.decode("utf-8"))
        return value if isinstance(value, dict) and to_bytes(value) == data else None
    except ValueError:  # also of writing: half of a surrogate pair has no bytes
        return None


@cache
def _decoder() -> json.JSONDecoder:
    return json.JSONDecoder(parse_int=_integer, parse_float=_refuse, parse_constant=_refuse)


def _integer(digits: str) -> int:
    if len(digits) > len(str(-MAX_INTEGER)) or abs(int(digits)) > MAX_INTEGER:
        raise ValueError(digits)
    return int(digits)


def _refuse(number: str) -> None:
    raise ValueError(number)
