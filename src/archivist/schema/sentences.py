"""What jsonschema found, in sentences: which place, what is wrong with it, what would be right."""

from __future__ import annotations

import json
import re

from archivist.model.noun import NamedTuple
from archivist.schema.strict import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import Any

    from jsonschema.exceptions import ValidationError

    from archivist.schema.positions import Place

_SHOWN = 60
_MAX_SENTENCE = 300
_MAX_GUESSES = 20
_SHORTEST_ENDING = 4
_NEARLY = 0.75
"""How alike a field must be to the one that was probably meant (difflib): headlin, headline; not title, article."""
_TYPES = {
    "object": "an object",
    "array": "a list",
    "string": "a string",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "null",
}


class _Finding(NamedTuple):
    """One finding of jsonschema: the keyword that fails, what it says, on which value, in which schema."""

    keyword: str
    rule: Any
    value: Any
    schema: Mapping[str, Any]


def explain(error: ValidationError) -> Iterator[tuple[Place, str]]:
    """Every place that one finding of jsonschema is about, with a sentence for each.

    A field that is missing and one that is not known are places of their own. Sentences have no control characters
    and a bounded length, whatever the value or the schema holds.
    """
    schema = error.schema if isinstance(error.schema, dict) else {}
    finding = _Finding(str(error.validator), error.validator_value, error.instance, schema)
    place = tuple(error.absolute_path)
    for steps, sentence in _told(finding, list(error.relative_schema_path)):
        yield (*place, *steps), sentence if len(sentence) <= _MAX_SENTENCE else sentence[: _MAX_SENTENCE - 1] + "…"


def shown(value: object) -> str:
    """`value` as JSON for a sentence: short, and without characters that a terminal would act on."""
    if isinstance(value, dict | list):
        return f"{'an object' if isinstance(value, dict) else 'a list'} of {len(value)}"
    return _short(json.dumps(value[: _SHOWN + 1] if isinstance(value, str) else value, ensure_ascii=False))


def _told(finding: _Finding, schema_path: list[str | int]) -> Iterator[tuple[Place, str]]:
    if finding.keyword == "required":
        for key in finding.rule:
            if key not in finding.value:
                yield (key,), "This field is missing."
    elif finding.keyword == "additionalProperties":
        yield from _unknown(finding)
    elif schema_path[-2:-1] == ["propertyNames"] and schema_path[-3:-2] != ["properties"]:
        yield (finding.value,), f"This is no key: expected {_expected(finding)}."
    else:
        yield (), _sentence(finding)


def _unknown(finding: _Finding) -> Iterator[tuple[Place, str]]:
    """The members of an object that its schema does not know, each with the field that was probably meant."""
    known = finding.schema.get("properties", {})
    patterns = finding.schema.get("patternProperties", {})
    unknown = [key for key in finding.value if key not in known and not any(re.search(p, key) for p in patterns)]
    for key in unknown:
        meant = _meant(key[:_SHOWN], known) if len(unknown) <= _MAX_GUESSES else None
        known_as = f"; was {meant} meant?" if meant is not None and meant not in finding.value else "."
        yield (key,), f"This field is not known here{known_as}"


def _meant(key: str, known: Iterable[str]) -> str | None:
    """The field that ends as the unknown one does ("published": datePublished), or that is spelt nearly so."""
    from difflib import get_close_matches  # start-up time: only some reports need it

    longer = [field for field in known if len(key) >= _SHORTEST_ENDING and field.lower().endswith(key.lower())]
    return next(iter(longer or get_close_matches(key, known, 1, _NEARLY)), None)


def _sentence(finding: _Finding) -> str:
    keyword, rule, value, _ = finding
    described = _described(finding)
    if keyword == "None":
        return "Nothing may stand here."
    if keyword in _LIMITS:
        return _LIMITS[keyword](value, rule)
    if keyword in {"const", "enum"} and not described:
        allowed = rule if keyword == "enum" else [rule]
        return f"Expected {', '.join(shown(each) for each in allowed[:10])}; found {shown(value)}."
    if keyword == "type" and not described:
        names = [rule] if isinstance(rule, str) else rule
        return f"Expected {' or '.join(_TYPES.get(name, name) for name in names)}; found {shown(value)}."
    return f"Expected {_expected(finding)}; found {shown(value)}."


_LIMITS: Mapping[str, Callable[[Any, Any], str]] = {
    "maxLength": lambda value, most: f"This has {len(value)} characters; at most {most} are allowed.",
    "minLength": lambda value, least: f"This has {len(value)} characters; at least {least} are needed.",
    "maxItems": lambda value, most: f"This list has {len(value)} items; at most {most} are allowed.",
    "minItems": lambda value, least: f"This list has {len(value)} items; at least {least} are needed.",
    "maxProperties": lambda value, most: f"This has {len(value)} fields; at most {most} are allowed.",
    "minProperties": lambda value, least: f"This has {len(value)} fields; at least {least} are needed.",
    "uniqueItems": lambda _, __: "An item stands here twice; each may stand here once.",
    "anyOf": lambda value, forms: f"{shown(value)} has none of the {len(forms)} forms that are allowed here.",
    "oneOf": lambda value, forms: f"{shown(value)} does not have exactly one of the {len(forms)} forms allowed here.",
    "minimum": lambda value, least: f"Expected at least {shown(least)}; found {shown(value)}.",
    "maximum": lambda value, most: f"Expected at most {shown(most)}; found {shown(value)}.",
}
"""Sentences for the keywords that set a limit or a choice, from the value and the limit."""


def _expected(finding: _Finding) -> str:
    """What would be right: in the schema's own words where it has some, else by the rule itself."""
    rule = _short(json.dumps(finding.rule, ensure_ascii=False, default=str))
    return _described(finding) or f"what the schema's {finding.keyword} says: {rule}"


def _described(finding: _Finding) -> str:
    """What the schema says belongs here, ready to stand in a sentence; "" where it says nothing."""
    text = visible(str(finding.schema.get("description", ""))[:_MAX_SENTENCE]).rstrip(".")
    first, _, rest = text.partition(" ")
    return f"{first.lower()} {rest}" if first in {"A", "An", "Any", "One", "The"} else text


def _short(text: str) -> str:
    text = visible(text[: _SHOWN + 1])
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
