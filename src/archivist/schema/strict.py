"""Strict JSON reading: what one program reads here, every program reads the same (RFC 8259, RFC 7493).

Python's `json` by itself keeps the last of duplicate keys, takes NaN, halves of surrogate pairs, other encodings and a
byte order mark, and gives up on deep nesting with a traceback.
"""

from __future__ import annotations

import json

from archivist.model.noun import NamedTuple
from archivist.model.problem import Problem
from archivist.schema.positions import MAX_DEPTH, MAX_INTEGER, Place, scan

_LONGEST_INTEGER = len(str(-MAX_INTEGER))
_LONGEST_STEP = 80


class Reading(NamedTuple):
    """What a JSON file says, and everything wrong with the way it says it. `value` is None where it cannot be read."""

    value: dict[str, object] | None
    problems: tuple[Problem, ...]


def loads(data: bytes, where: str) -> Reading:
    """Read the JSON object in the bytes of the file called `where`. Never raises for bad data."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _unread(where, line, f"Byte {error.start} is not UTF-8; save the file as UTF-8.")
    if text.startswith("\ufeff"):
        return _unread(where, 1, "The file starts with a byte order mark; save it as UTF-8 without one.")
    reader = _Reader()
    many = data.count(b"{") + data.count(b"[") > MAX_DEPTH
    value = None if many else reader.read(text)
    if not (many or reader.doubtful or b"\\ud" in data or b"\\uD" in data):
        return Reading(value, ()) if isinstance(value, dict) else _not_an_object(where, text)
    found = scan(text)
    if many and found.complete:
        value = reader.read(text)
    problems = tuple(Problem(where, json_path(place), line, what) for place, line, what in found.faults)
    if isinstance(value, dict):
        return Reading(value, problems)
    return Reading(None, problems) if problems else _not_an_object(where, text)


def json_path(place: Place) -> str:
    """A place as an RFC 9535 JSON path: `$.text.sha256`, `$.keywords[2]`, `$['x-desk']`."""
    return "$" + "".join(_step(step) for step in place)


def visible(text: str) -> str:
    r"""`text` with everything that a terminal would not show as itself as a \u escape."""
    return "".join(char if char.isprintable() else json.dumps(char)[1:-1] for char in text)


def _step(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    if step.isascii() and step.isidentifier() and len(step) <= _LONGEST_STEP:
        return f".{step}"
    name = visible(step[:_LONGEST_STEP]).replace("'", "\\'")
    return f"['{name}']" if len(step) <= _LONGEST_STEP else f"['{name}…']"


class _Reader:
    """Reads JSON at full speed and remembers whether anything in it needs a second look."""

    def __init__(self) -> None:
        self.doubtful = False

    def read(self, text: str) -> object:
        """The value that `text` stands for; None, and doubtful, where it is not JSON."""
        try:
            return json.loads(
                text,
                object_pairs_hook=self._object,
                parse_int=self._integer,
                parse_float=self._float,
                parse_constant=self._constant,
            )
        except ValueError:
            self.doubtful = True
            return None

    def _object(self, pairs: list[tuple[str, object]]) -> dict[str, object]:
        value = dict(pairs)
        if len(value) != len(pairs):
            self.doubtful = True
        return value

    def _integer(self, digits: str) -> int:
        number = int(digits) if len(digits) <= _LONGEST_INTEGER else MAX_INTEGER + 1
        if abs(number) > MAX_INTEGER:
            self.doubtful = True
        return number

    def _float(self, digits: str) -> float:
        self.doubtful = True
        return float(digits)

    def _constant(self, name: str) -> None:
        del name
        self.doubtful = True


def _unread(where: str, line: int | None, what: str) -> Reading:
    return Reading(None, (Problem(where, "", line, what),))


def _not_an_object(where: str, text: str) -> Reading:
    line = text[: len(text) - len(text.lstrip())].count("\n") + 1
    return _unread(where, line, "The file must hold a JSON object: { … } with keys and values.")
