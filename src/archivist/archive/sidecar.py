"""The metadata that a person puts beside a text, in a JSON file."""

from __future__ import annotations

from archivist.errors import InvalidMetadataError
from archivist.schema.checker import check, in_order
from archivist.schema.files import read_plain
from archivist.schema.loader import Kind
from archivist.schema.strict import loads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


def metadata_file(path: str) -> Mapping[str, object]:
    """The metadata in a JSON file, checked against the sidecar schema.

    Raises UnreadableError where the file cannot be read or is no plain file, InvalidMetadataError with every problem
    in it.
    """
    data = read_plain(path)
    value, problems = loads(data, path)
    if value is not None:
        problems = in_order((*problems, *check(value, Kind.METADATA, path, data)))
    if value is None or problems:
        raise InvalidMetadataError("\n".join(str(problem) for problem in problems))
    value.pop("schema", None)  # names the sidecar's own kind; a record has another
    return value
