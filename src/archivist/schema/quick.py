"""The good path: does a value certainly hold against a published schema?

Nearly every record that is read or written is sound, and finding that out with jsonschema costs 300 µs a record and
75 ms before the first one. So the published schemas are compiled into plain functions here. They only ever say yes: a
value that they do not pass goes to jsonschema, which decides and explains. Tests hold the two together.
"""

from __future__ import annotations

import re
from functools import cache
from math import inf
from typing import TYPE_CHECKING, cast

from archivist.schema.formats import FORMATS
from archivist.schema.loader import Kind, schema

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Check = Callable[[object], bool]
    Schema = Mapping[str, object]

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
    part: object = schema(kind)
    for name in pointer.split("/")[1:]:
        part = cast("Schema", part)[name]
    return _check(kind, cast("Schema", part))


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
    search, most = re.compile(str(part["pattern"])).search, cast("float", part.get("maxLength", inf))
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
        (re.compile(pattern).search, _check(kind, cast("Schema", sub)))
        for pattern, sub in cast("Schema", part.get("patternProperties", {})).items()
    ]
    named = cast("Mapping[str, Schema]", part.get("properties", {}))
    known: dict[str, Check] = {}
    rest = part.get("additionalProperties", True)
    others: Check = (lambda _: bool(rest)) if isinstance(rest, bool) else _check(kind, cast("Schema", rest))

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


def _reference(kind: Kind, target: object) -> Check:
    document, _, pointer = str(target).partition("#")
    home = Kind(document) if document else kind
    found: list[Check] = []

    def check(value: object) -> bool:
        if not found:  # not before it is needed: a schema may refer to itself
            found.append(_compiled(home, pointer))
        return found[0](value)

    return check


def _typed(_: Kind, name: object) -> Check:
    types = _TYPES[str(name)]
    return lambda value: type(value) in types


def _required(_: Kind, names: object) -> Check:
    keys = frozenset(cast("list[str]", names))
    return lambda value: type(value) is not dict or keys <= value.keys()


def _one_of(_: Kind, values: object) -> Check:
    allowed = cast("list[object]", values)
    if len(allowed) == 1 and type(allowed[0]) is str:
        return lambda value: type(value) is str and value == allowed[0]
    return lambda value: any(type(value) is type(each) and value == each for each in allowed)


def _pattern(_: Kind, pattern: object) -> Check:
    search = re.compile(str(pattern)).search
    return lambda value: type(value) is not str or search(value) is not None


def _items(kind: Kind, part: object) -> Check:
    each = _check(kind, cast("Schema", part))

    def check(value: object) -> bool:
        if type(value) is list:
            for item in value:
                if not each(item):
                    return False
        return True

    return check


def _names(kind: Kind, part: object) -> Check:
    check = _check(kind, cast("Schema", part))
    return lambda value: type(value) is not dict or all(check(key) for key in value)


def _distinct(_: Kind, __: object) -> Check:
    def check(value: object) -> bool:
        if type(value) is not list or len(value) <= 1:
            return True
        return all(type(item) is str for item in value) and len(set(value)) == len(value)

    return check


def _longest(of: type, most: object) -> Check:
    limit = cast("int", most)
    return lambda value: type(value) is not of or len(cast("str", value)) <= limit


_OF: Mapping[str, Callable[[Kind, object], Check]] = {
    "$ref": _reference,
    "type": _typed,
    "required": _required,
    "const": lambda kind, value: _one_of(kind, [value]),
    "enum": _one_of,
    "pattern": _pattern,
    "format": lambda _, name: FORMATS[str(name)],
    "maxLength": lambda _, most: _longest(str, most),
    "maxItems": lambda _, most: _longest(list, most),
    "minItems": lambda _, least: lambda value: type(value) is not list or len(value) >= cast("int", least),
    "minimum": lambda _, least: lambda value: type(value) is not int or value >= cast("int", least),
    "maximum": lambda _, most: lambda value: type(value) is not int or value <= cast("int", most),
    "items": _items,
    "propertyNames": _names,
    "uniqueItems": _distinct,
}
"""The keywords that the published schemas use. Another one there fails here with a KeyError, in the first test."""
