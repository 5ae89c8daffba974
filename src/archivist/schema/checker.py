"""Does a value hold against its schema, and if not, where and why? All problems, in order of place, in sentences."""

from __future__ import annotations

import re

from archivist.model.problem import Problem
from archivist.schema.loader import Kind
from archivist.schema.positions import scan
from archivist.schema.quick import certain
from archivist.schema.strict import json_path, loads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jsonschema.exceptions import ValidationError

    from archivist.schema.house import House
    from archivist.schema.positions import Place

_OURS = "urn:archivist:schema:"
_STORED = frozenset({Kind.ARCHIVE, Kind.REVISION, Kind.METADATA})
"""What is read and written all the time, and so has a quick check."""


def check_file(data: bytes, where: str, house: House | None = None) -> tuple[Problem, ...]:
    """All problems of the JSON file called `where` with these bytes: how it is written, then what it says.

    A revision record must hold against `house`, an archive's own schema, as well.
    """
    value, problems = loads(data, where)
    if value is None:
        return problems
    kind = kind_of(value, where)
    if kind is None:
        line = scan(data.decode("utf-8")).lines["schema",]
        what = f"This is none of the schemas that this version knows: {', '.join(Kind)}."
        return in_order((*problems, Problem(where, "$.schema", line, what)))
    found = check(value, kind, where, data)
    if house is not None and kind is Kind.REVISION:
        found += house.check(value, where, data)
    told = {problem.path for problem in problems}
    return in_order({*problems, *(problem for problem in found if problem.path not in told)})


def kind_of(value: Mapping[str, object], name: str) -> Kind | None:
    """What kind of file this is: by its `schema` field; failing that by its name, of which the last part counts.

    None where the field names one of our schemas that this version does not know.
    """
    told = str(value.get("schema"))
    if told.startswith(_OURS):
        return Kind(told) if told in set(Kind) else None
    name = name.rpartition("/")[2]
    if name == "archive.json":
        return Kind.ARCHIVE
    is_record = re.fullmatch(r"[0-9]{8}T[0-9]{6}Z-[0-9a-f]{12}\.[0-9a-f]{10}\.json", name)
    return Kind.REVISION if is_record else Kind.METADATA


def check(value: object, kind: Kind, where: str, data: bytes | None = None) -> tuple[Problem, ...]:
    """All problems that `value` has with the published schema of `kind`.

    With the bytes that it was read from in `data`, each problem names its line.
    """
    if kind in _STORED and certain(kind)(value):
        return ()
    from archivist.schema.validators import published  # loads jsonschema: only when something is wrong

    return located(published(kind).iter_errors(value), where, data)


def located(errors: Iterable[ValidationError], where: str, data: bytes | None) -> tuple[Problem, ...]:
    """What jsonschema found, as problems in order of place, each once."""
    from archivist.schema.sentences import explain  # only on the way to a report

    lines = scan(data.decode("utf-8")).lines if data is not None else {}
    found = {finding: None for error in errors for finding in explain(error)}
    return in_order(Problem(where, json_path(place), _line(lines, place), what) for place, what in found)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems sorted by line, then path; those of the file as a whole first."""
    return tuple(sorted(problems, key=lambda problem: (problem.line or 0, problem.path, problem.what)))


def _line(lines: dict[Place, int], place: Place) -> int | None:
    """The line of a place; of what it would stand in, for a place that is missing."""
    while place and place not in lines:
        place = place[:-1]
    return lines.get(place)
