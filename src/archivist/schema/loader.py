"""The published schemas: where they lie and what they are called."""

from __future__ import annotations

import json
from enum import StrEnum
from functools import cache
from os.path import dirname, isdir, join


class Kind(StrEnum):
    """The kinds of JSON document that have a published schema; the value is the schema's `$id`."""

    ARCHIVE = "urn:archivist:schema:archive:v1"
    REVISION = "urn:archivist:schema:revision:v1"
    METADATA = "urn:archivist:schema:metadata:v1"
    REPORT = "urn:archivist:schema:report:v1"
    OUTPUT = "urn:archivist:schema:output:v1"
    EXPLANATION = "urn:archivist:schema:explanation:v1"


@cache
def schema(kind: Kind) -> dict[str, object]:
    """The published schema of `kind`, as JSON. It is shared: treat it as read-only."""
    name, version = kind.split(":")[-2:]
    with open(join(_folder(), f"{name}.{version}.schema.json"), encoding="utf-8") as file:  # noqa: PTH118, PTH123  # pathlib costs more than the read
        loaded: dict[str, object] = json.load(file)
    return loaded


def _folder() -> str:
    """The folder of the schemas: inside the installed package, else at the top of a checkout."""
    package = dirname(dirname(__file__))  # noqa: PTH120  # as above
    installed = join(package, "schemas")  # noqa: PTH118  # as above
    return installed if isdir(installed) else join(dirname(dirname(package)), "schemas")  # noqa: PTH112, PTH118, PTH120  # as above
