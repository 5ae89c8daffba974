"""The good path: does a value certainly hold against a published schema?

Nearly every record that is read or written is sound, and finding that out with jsonschema costs 300 µs a record and
75 ms before the first one. So the published schemas are compiled into plain functions here. They only ever say yes: a
value that they do not pass goes to jsonschema, which decides and explains. Tests hold the two together.
"""

from __future__ import annotations

import re
from functools import cache
from math import inf

from archivist.schema.formats import FORMATS
from archivist.schema.loader import Kind, schema

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sized
    from typing import Any

    Check = Callable[[object], bool]
    Json = Any  # what a published schema holds at one place: the tests read each of them
    Schema = Mapping[str, Json]

_TYPES: Mapping[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "boolean": (bool,),
}
_REMARKS = frozenset({"$schema", "$id", "$comment", "$defs", "title", "description"})
_OBJECT = frozenset({"properties", "patternProperties", "additionalProperties"})
_STRING = frozenset({"type", "pattern", "maxLength", "format"})
_SHORT = 500
"""Code points of a line that every schema allows."""
_CODE = 2
"""Letters of the code of a language (ISO 639-1)."""


@cache
def certain(kind: Kind) -> Check:
    """A function that is true only for values which hold against the schema of `kind`."""
    return _compiled(kind, "")


@cache
def certain_members(kind: Kind) -> Check:
    """As `certain`, of some members of an object: none is required."""
    return _check(kind, {keyword: value for keyword, value in schema(kind).items() if keyword != "required"})


@cache
def _compiled(kind: Kind, pointer: str) -> Check:
    """The check for the part of a published schema at a JSON pointer."""
    part: Json = schema(kind)
    for name in pointer.split("/")[1:]:
        part = part[name]
    return _check(kind, part)


def _check(kind: Kind, part: Schema) -> Check:
    keywords = part.keys() - _REMARKS - _OBJECT
    if part.get("type") == "string" and {"pattern"} <= keywords <= _STRING:
        return _string(part)
    checks = [_OF[keyword](kind, part[keyword]) for keyword in part if keyword in keywords]
    if not _OBJECT.isdisjoint(part):
        checks.append(_members(kind, part))
    return _all(checks)


def _string(part: Schema) -> Check:
    """The keywords of most strings in one function."""
    search, most = re.compile(str(part["pattern"])).search, part.get("maxLength", inf)
    fits = FORMATS[str(part["format"])] if "format" in part else None
    if fits is None:
        return lambda value: type(value) is str and len(value) <= most and search(value) is not None
    return lambda value: type(value) is str and len(value) <= most and search(value) is not None and fits(value)


def _all(checks: list[Check]) -> Check:
    if len(checks) == 1:
        return checks[0]

    def check(value: object) -> bool:
        for each in checks:  # noqa: SIM110  # a generator here costs a third of the whole check
            if not each(value):
                return False
        return True

    return check


def _members(kind: Kind, part: Schema) -> Check:
    """Every member holds against its own schema, those of the patterns that its key fits, or the one for the rest."""
    patterns = [
        (re.compile(pattern).search, _check(kind, sub)) for pattern, sub in part.get("patternProperties", {}).items()
    ]
    named = part.get("properties", {})
    known: dict[str, Check] = {}
    rest = part.get("additionalProperties", True)
    others: Check = (lambda _: bool(rest)) if isinstance(rest, bool) else _check(kind, rest)

    def check_of(key: str) -> Check:
        fitting = [check for fits, check in patterns if fits(key)]
        if key not in named:
            return _all(fitting or [others])
        known[key] = _all([_check(kind, named[key]), *fitting])  # not before it is needed: patterns cost much
        return known[key]

    def check(value: object) -> bool:
        if type(value) is not dict:
            return True
        for key, item in value.items():
            own = known.get(key) or check_of(key)
            if not own(item):
                return False
        return True

    return check


def _reference(kind: Kind, target: Json) -> Check:
    document, _, pointer = str(target).partition("#")
    home = Kind(document) if document else kind
    plainly = _PLAINLY.get(pointer)
    found: list[Check] = []

    def check(value: object) -> bool:
        if plainly is not None and plainly(value):
            return True
        if not found:  # not before it is needed: a schema may refer to itself
            found.append(_compiled(home, pointer))
        return found[0](value)

    return check


def _is_plain_line(value: object) -> bool:
    """Whether a value is a short line of printable characters, as nearly every one is."""
    return type(value) is str and len(value) <= _SHORT and value.isprintable() and bool(value.strip())


def _is_plain_language(value: object) -> bool:
    """Whether a value is the code of a language and no more."""
    return type(value) is str and len(value) == _CODE and value.isascii() and value.isalpha()


def _typed(_: Kind, name: Json) -> Check:
    types = _TYPES[str(name)]
    return lambda value: type(value) in types


def _required(_: Kind, names: Json) -> Check:
    keys = frozenset(names)
    return lambda value: type(value) is not dict or keys <= value.keys()


def _one_of(_: Kind, allowed: Json) -> Check:
    if len(allowed) == 1 and type(allowed[0]) is str:
        return lambda value: type(value) is str and value == allowed[0]
    return lambda value: any(type(value) is type(each) and value == each for each in allowed)


def _pattern(_: Kind, pattern: Json) -> Check:
    search = re.compile(str(pattern)).search
    return lambda value: type(value) is not str or search(value) is not None


def _items(kind: Kind, part: Json) -> Check:
    each = _check(kind, part)

    def check(value: object) -> bool:
        if type(value) is list:
            for item in value:
                if not each(item):
                    return False
        return True

    return check


def _names(kind: Kind, part: Json) -> Check:
    check = _check(kind, part)
    return lambda value: type(value) is not dict or all(check(key) for key in value)


def _distinct(_: Kind, __: object) -> Check:
    def check(value: object) -> bool:
        if type(value) is not list or len(value) <= 1:
            return True
        return all(type(item) is str for item in value) and len(set(value)) == len(value)

    return check


def _longest(of: type[Sized], most: Json) -> Check:
    return lambda value: not isinstance(value, of) or len(value) <= most


_PLAINLY: Mapping[str, Check] = {"/$defs/line": _is_plain_line, "/properties/language": _is_plain_language}
"""What surely holds against the part of a schema at a pointer, without the part's pattern, which costs much once."""
_OF: Mapping[str, Callable[[Kind, Json], Check]] = {
    "$ref": _reference,
    "type": _typed,
    "required": _required,
    "const": lambda kind, value: _one_of(kind, [value]),
    "enum": _one_of,
    "pattern": _pattern,
    "format": lambda _, name: FORMATS[str(name)],
    "maxLength": lambda _, most: _longest(str, most),
    "maxItems": lambda _, most: _longest(list, most),
    "minItems": lambda _, least: lambda value: type(value) is not list or len(value) >= least,
    "minimum": lambda _, least: lambda value: type(value) is not int or value >= least,
    "maximum": lambda _, most: lambda value: type(value) is not int or value <= most,
    "items": _items,
    "propertyNames": _names,
    "uniqueItems": _distinct,
}
"""The keywords that the published schemas use. Another one there fails here with a KeyError, in the first test."""
