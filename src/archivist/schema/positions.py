"""Where things stand in a JSON text, and everything that strict reading finds wrong with it.

Read only when there is something to report: the good path is one `json.loads`. The scan keeps its own stack, so no
nesting can exhaust Python's.
"""

from __future__ import annotations

import json
import re
from functools import cache

from archivist.model.noun import NamedTuple

MAX_DEPTH = 64
"""How deep arrays and objects may be nested."""

MAX_INTEGER = 2**53 - 1
"""The largest integer that every JSON program reads the same (RFC 7493, I-JSON)."""

Place = tuple[str | int, ...]
"""A path into a JSON value: keys and indices from the top."""


class Fault(NamedTuple):
    """Something that strict reading refuses: where (place, and line counted from 1) and what, as a sentence."""

    place: Place
    line: int
    what: str


class Scan(NamedTuple):
    """What a scan found.

    `lines` has the line of every value (in an object, of its key) by place, `faults` all faults in order of the text;
    `complete` is false where a fault kept the scan from reaching the end.
    """

    lines: dict[Place, int]
    faults: list[Fault]
    complete: bool


class _SyntaxFaultError(Exception):
    """The text is not JSON from here on."""


def scan(text: str) -> Scan:
    """Find the place of everything in a JSON text. After a syntax fault the rest of the text is not looked at."""
    scanner = _Scanner(text)
    try:
        scanner.run()
    except _SyntaxFaultError as fault:
        scanner.fault(str(fault))
        return Scan(scanner.lines, scanner.faults, complete=False)
    return Scan(scanner.lines, scanner.faults, complete=True)


@cache
def _tokens() -> re.Pattern[str]:
    """One JSON token; possessive, so that a bad one costs no more than a good one."""
    return re.compile(
        r"""(?P<string>"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*+")"""
        r"""|(?P<number>-?(?:0|[1-9][0-9]*+)(?P<float>(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?))"""
        r"""|(?P<word>true|false|null)|(?P<nan>NaN|-?Infinity)|(?P<mark>[][{}:,])""",
    )


class _Scanner:
    """The state of one scan: the open containers, the place of the next value, what was found so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: dict[Place, int] = {}
        self.faults: list[Fault] = []
        self.place: list[str | int] = []
        self._keys: list[set[str] | None] = []
        self._at = 0
        self._line = 1
        self._counted = 0

    def fault(self, what: str) -> None:
        self.faults.append(Fault(tuple(self.place), self._line_here(), what))

    def run(self) -> None:
        """Read one value and nothing after it."""
        if self._peek() == "":
            raise _SyntaxFaultError("The file is empty; JSON was expected.")
        self._value()
        while self._keys:
            self._member()
        if self._peek() != "":
            raise _SyntaxFaultError("There is something after the end of the JSON value; nothing may follow it.")

    def _line_here(self) -> int:
        self._line += self.text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line

    def _peek(self) -> str:
        """The next character that is not white space, "" at the end."""
        text, at = self.text, self._at
        while at < len(text) and text[at] in " \t\n\r":
            at += 1
        self._at = at
        return text[at : at + 1]

    def _token(self, expected: str) -> re.Match[str]:
        if self._peek() == "":
            raise _SyntaxFaultError(f"The file ends where {expected} was expected.")
        match = _tokens().match(self.text, self._at)
        if match is None:
            raise _SyntaxFaultError(self._broken(expected))
        return match

    def _broken(self, expected: str) -> str:
        here = self.text[self._at]
        if here == '"':
            return "This string has no end on its line, or holds a control character or an unknown \\ escape."
        if here == "'":
            return f"Expected {expected}; strings stand in double quotation marks."
        if self.text.startswith(("//", "/*", "#"), self._at):
            return f"Expected {expected}; JSON has no comments."
        return f"Expected {expected}, found {json.dumps(here)}."

    def _value(self) -> None:
        """Read a value, or open a container."""
        self._peek()
        self.lines.setdefault(tuple(self.place), self._line_here())
        match = self._token("a value")
        if match["mark"] in {"{", "["}:
            if len(self._keys) == MAX_DEPTH:
                raise _SyntaxFaultError(f"This is nested more than {MAX_DEPTH} deep; nothing below it was read.")
            self._keys.append(set() if match["mark"] == "{" else None)
            self._at = match.end()
            self._opened()
            return
        if match["mark"]:
            raise _SyntaxFaultError(f"Expected a value, found {json.dumps(match['mark'])}.")
        self._scalar(match)
        self._at = match.end()

    def _opened(self) -> None:
        """After `{` or `[`: close it at once if empty, else go to its first value."""
        closing = "]" if self._keys[-1] is None else "}"
        if self._peek() == closing:
            self._at += 1
            self._keys.pop()
        elif closing == "]":
            self.place.append(0)
            self._value()
        else:
            self._key(first=True)

    def _member(self) -> None:
        """After a value in a container: go on to the next one, or close the container."""
        closing = "]" if self._keys[-1] is None else "}"
        match = self._token(f"a comma or {closing}")
        if match["mark"] == closing:
            self._at = match.end()
            self._keys.pop()
            self.place.pop()
        elif match["mark"] != ",":
            raise _SyntaxFaultError(f"Expected a comma or {closing} before this.")
        else:
            self._at = match.end()
            self._next(closing)

    def _next(self, closing: str) -> None:
        if self._peek() == closing:
            raise _SyntaxFaultError(f"There is a comma before {closing}; the last one of a list has none after it.")
        last = self.place[-1]
        if isinstance(last, int):
            self.place[-1] = last + 1
            self._value()
        else:
            self._key(first=False)

    def _key(self, *, first: bool) -> None:
        match = self._token("a key in double quotation marks")
        if match["string"] is None:
            raise _SyntaxFaultError("Expected a key in double quotation marks.")
        key = json.loads(match["string"])
        self.place = [*(self.place if first else self.place[:-1]), key]
        keys = self._keys[-1]
        if keys is not None:
            if key in keys:
                self.fault(f"This key stands here twice; the first is in line {self.lines[tuple(self.place)]}.")
            keys.add(key)
        self.lines.setdefault(tuple(self.place), self._line_here())
        self._surrogates(key)
        self._at = match.end()
        if self._peek() != ":":
            raise _SyntaxFaultError("Expected a colon after the key.")
        self._at += 1
        self._value()

    def _scalar(self, match: re.Match[str]) -> None:
        if match["string"] is not None:
            self._surrogates(json.loads(match["string"]))
        elif match["nan"]:
            self.fault(f"{match['nan']} is not JSON; leave the field out where there is no number.")
        elif match["float"]:
            self.fault("Numbers with a fraction or an exponent are not used here; write a whole number or a string.")
        elif match["number"] and (
            len(match["number"]) > len(str(-MAX_INTEGER)) or abs(int(match["number"])) > MAX_INTEGER
        ):
            self.fault("This number is too large to be read the same by every program; write it as a string.")

    def _surrogates(self, string: str) -> None:
        if any("\ud800" <= character <= "\udfff" for character in string):
            self.fault("This string holds half of a surrogate pair, which is no character.")
