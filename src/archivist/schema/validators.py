"""The door to jsonschema: validators that assert formats and never fetch anything.

By itself, jsonschema takes `format` for a remark unless it is given checkers, and asks the network for a `$ref` that
it does not know unless it is given a registry.
"""

from __future__ import annotations

import json
from functools import cache
from typing import cast

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from archivist.schema.formats import FORMATS
from archivist.schema.loader import Kind, schema

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    from jsonschema.protocols import Validator as Running
    from referencing.jsonschema import SchemaRegistry

DIALECT = "https://json-schema.org/draft/2020-12/schema"
"""The one dialect of JSON Schema that is read here."""


def _items(validator: Running, part: object, value: object, rules: Mapping[str, Any]) -> Iterator[ValidationError]:
    """`items` as jsonschema has it; of a list that is too long already, nothing more is looked at."""
    if not _is_too_long(value, rules):
        yield from Draft202012Validator.VALIDATORS["items"](validator, part, value, rules)


def _distinct(_: Running, wanted: object, value: object, rules: Mapping[str, Any]) -> Iterator[ValidationError]:
    """`uniqueItems` in linear time: jsonschema compares each object with each other one."""
    if wanted and isinstance(value, list) and not _is_too_long(value, rules):
        told = {json.dumps(item, sort_keys=True) for item in value}
        if len(told) < len(value):
            yield ValidationError("An item stands here twice.")


def _is_too_long(value: object, rules: Mapping[str, Any]) -> bool:
    return isinstance(value, list) and len(value) > rules.get("maxItems", len(value))


_extend = cast("Callable[..., type[Draft202012Validator]]", extend)  # it ships without types
Validator = _extend(Draft202012Validator, {"items": _items, "uniqueItems": _distinct})
"""The validator of the one dialect, whose time is linear in what it checks."""


@cache
def published(kind: Kind) -> Draft202012Validator:
    """The validator of a published schema."""
    return validator(schema(kind))


def validator(document: Mapping[str, object]) -> Draft202012Validator:
    """A validator of a schema, which may refer to itself and to the published schemas."""
    return Validator(document, registry=registry(), format_checker=formats())


@cache
def registry() -> SchemaRegistry:
    """All that a `$ref` can reach: the published schemas. It has no way to retrieve anything else."""
    empty: SchemaRegistry = Registry()
    return empty.with_resources((str(kind), DRAFT202012.create_resource(schema(kind))) for kind in Kind)


@cache
def formats() -> FormatChecker:
    """The formats that are asserted: ours, and those that jsonschema can check with what is installed."""
    checker = FormatChecker()
    for name, check in FORMATS.items():
        checker.checks(name)(check)
    return checker
