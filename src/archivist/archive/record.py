"""Records: their one form in bytes, and what they say."""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import cast

from archivist.archive.layout import digest
from archivist.errors import DamagedError, InvalidMetadataError
from archivist.model.problem import Problem
from archivist.model.revision import Revision
from archivist.model.version import VERSION
from archivist.schema.checker import check
from archivist.schema.loader import Kind
from archivist.schema.positions import MAX_DEPTH, MAX_INTEGER
from archivist.schema.strict import loads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from archivist.model.text import Text

_LINE_END = "\n"
_ARRAYS = (list, tuple)

OWN_FIELDS = frozenset({"schema", "article", "capturedAt", "text", "parents", "tool", "received"})
"""The fields that the archive writes itself; all others are descriptive metadata."""


def to_bytes(value: Mapping[str, object]) -> bytes:
    """The one form in which a JSON object is written (docs/format.md, *Records*)."""
    return f"{_form(value, _LINE_END)}\n".encode()


def _form(value: object, line: str) -> str:
    """A JSON value as `json.dumps(value, ensure_ascii=False, sort_keys=True, indent=2)` has it, twice as fast.

    With an indentation, `json` does without its own C code; and a check of an archive writes every record once more.
    `line` is what a line of the value's own begins with: the line end before it and its spaces.
    """
    if isinstance(value, str):
        return encode_basestring(value)
    if type(value) is int:  # and not bool
        return repr(value)
    if isinstance(value, dict) and value:
        inner = f"{line}  "
        members = [
            f"{inner}{encode_basestring(key)}: {encode_basestring(item) if type(item) is str else _form(item, inner)}"
            for key in sorted(value)
            for item in (value[key],)
        ]
        return f"{{{','.join(members)}{line}}}"
    if isinstance(value, _ARRAYS) and value:
        inner = f"{line}  "
        return f"[{','.join([f'{inner}{_form(item, inner)}' for item in value])}{line}]"
    return json.dumps(value)


def copied(value: Mapping[str, object]) -> dict[str, object]:
    """A copy of a record's JSON value that will certainly read back from its bytes as it is.

    Raises ValueError where that is not certain: then only strict reading tells what is wrong, if anything is.
    """
    return {_name(key): _copied(item, MAX_DEPTH - 1) for key, item in value.items()}


def _copied(value: object, depth: int) -> object:
    """The same for what may be nested up to `depth` deep."""
    if isinstance(value, str):
        value.encode()  # half of a surrogate pair has no bytes
        return value
    if isinstance(value, dict) and depth:
        return {_name(key): _copied(item, depth - 1) for key, item in value.items()}
    if isinstance(value, list) and depth:
        return [_copied(item, depth - 1) for item in value]
    if value is None or (isinstance(value, int) and abs(value) <= MAX_INTEGER):
        return value
    raise ValueError(value)


def _name(key: object) -> str:
    if not isinstance(key, str):
        raise ValueError(key)  # noqa: TRY004  # no wrong call: what is wrong with it is told elsewhere
    key.encode()
    return key


def compose(
    article: str,
    text: Text,
    captured_at: str,
    parents: Iterable[str],
    metadata: Mapping[str, object],
) -> dict[str, object]:
    """What the record of a new revision says.

    Raises InvalidMetadataError where `metadata` names a field that the archive writes itself. The rest of it is not
    checked here.
    """
    taken = [
        Problem(article, f"$.{key}", None, "The archive writes this field itself.")
        for key in OWN_FIELDS & metadata.keys()
    ]
    if taken:
        raise refused(taken)
    value: dict[str, object] = {
        **metadata,
        "schema": str(Kind.REVISION),
        "article": article,
        "capturedAt": captured_at,
        "text": {"sha256": digest(text.data), "bytes": len(text.data)},
        "parents": sorted(parents),
        "tool": f"archivist {VERSION}",
    }
    if text.received is not None:
        value["received"] = {
            "sha256": digest(text.received.data),
            "bytes": len(text.received.data),
            "mediaType": "text/plain",
            "encoding": text.received.encoding,
            "certain": text.received.certain,
        }
    return value


def refused(problems: Iterable[Problem]) -> InvalidMetadataError:
    """The error that lists these problems, one a line."""
    return InvalidMetadataError("\n".join(str(problem) for problem in sorted(problems)))


def read(data: bytes, where: str) -> Revision:
    """The revision that a record's bytes state. Raises DamagedError with all that is wrong with the file `where`."""
    value, problems = loads(data, where)
    problems = problems or check(value, Kind.REVISION, where, data)
    if value is None or problems:
        raise DamagedError("\n".join(str(problem) for problem in problems))
    return stated(value, digest(data))


def written(value: Mapping[str, object]) -> tuple[bytes, Revision]:
    """The bytes of a sound record, and the revision that they state."""
    data = to_bytes(value)
    return data, stated(value, digest(data))


def stated(value: Mapping[str, object], sha256: str, *, described: bool = True) -> Revision:
    """The revision that a sound record with this digest states; unless `described`, without its metadata."""
    field = cast("Mapping[str, Any]", value)
    return Revision(
        digest=sha256,
        article=field["article"],
        captured_at=field["capturedAt"],
        text_sha256=field["text"]["sha256"],
        text_bytes=field["text"]["bytes"],
        parents=tuple(field["parents"]),
        tool=field["tool"],
        metadata={key: value[key] for key in value if key not in OWN_FIELDS} if described else {},
        received=field.get("received"),
    )
