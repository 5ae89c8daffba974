"""What an archive says about itself: archive.json, and the files that stand beside it from the start."""

from __future__ import annotations

from typing import cast

from archivist.archive.record import to_bytes
from archivist.errors import DamagedError, NotAnArchiveError
from archivist.model.noun import NamedTuple
from archivist.schema.checker import check
from archivist.schema.loader import Kind
from archivist.schema.strict import loads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.model.problem import Problem

FORMAT = 1
ATTRIBUTES = ".gitattributes"
VERBATIM = b"** -text"
"""How the line of .gitattributes begins that keeps git from rewriting line ends."""

_README = """\
# An archive of news articles

This folder holds what articles said at different times: every text that was captured, byte for byte, and beside
each text a record that says when it was captured and what was known of it. Nothing here is ever changed or
deleted. You need no special program to read it.

Each article has a folder of its own, articles/<two digits>/<name>-<eight digits>/. In it

- a file ending in .txt is a text. The long first part of its name is the SHA-256 digest of its bytes;
- a file ending in .json is a record: `capturedAt` is when the article was seen so, `text` names the text file by its
  digest, `headline`, `url`, `datePublished` and the like are what was known. Its name begins with the time;
- a file ending in .bin or .html is what was received, where the text had to be decoded or extracted from it.

To look at one article, whose id is harbor-bridge for instance; to find every file in which some words stand:

    ls articles/*/harbor-bridge-*/
    cat articles/*/harbor-bridge-*/*.json
    grep -rl 'Harbor Bridge' articles

To check that every text in this folder is what it was (one line a text, each ending in OK):

    for f in articles/*/*/*.txt; do n="${f##*/}"; echo "${n%%.*}  $f"; done | sha256sum -c

The 12 digits in a record's name are the first of its own SHA-256 digest. This prints every record that was altered:

    for f in articles/*/*/*.json; do echo "$f" | grep -v -e "-$(sha256sum < "$f" | cut -c 1-12)[.]"; done

From a record to its text: the file in the same folder whose name begins with the `sha256` that stands in its `text`.
This prints nothing but a complaint for each text that is gone:

    for f in articles/*/*/*.json; do t="$(sed -n '/^  "text"/,/}/s/.*"sha256": "\\(.*\\)"/\\1/p' "$f")"
    ls "${f%/*}/$t".*.txt > /dev/null; done

If there is a folder seals/, it knows which records there were, by all their digits. This tells whether one is gone or
was rewritten (one line a record, each ending in OK):

    cat seals/*.sha256 | sha256sum -c

The files may be copied, and two archives merged by copying one into the other. In a git repository, keep
.gitattributes: without it git may rewrite line ends, and the texts would no longer be what was captured. The folder
tmp holds files that are being written; nothing in it counts. archive.json names the format: format 1 of archivist.
"""

FOUNDING: dict[str, bytes] = {
    "README.md": _README.encode(),
    # What a repository around the archive says of all its files (`* ident`, `*.bin` ignored) must not hold in it.
    ATTRIBUTES: VERBATIM + b" -ident -filter -working-tree-encoding\n",
    ".gitignore": b"!*\ntmp/\n",
}
"""The files that a new archive starts with, besides archive.json."""


class Description(NamedTuple):
    """What archive.json says."""

    created_at: str
    revision_schema: str | None


def describe(created_at: str) -> bytes:
    """The bytes of archive.json for an archive made at that time."""
    return to_bytes({"schema": str(Kind.ARCHIVE), "format": FORMAT, "digest": "sha256", "createdAt": created_at})


def is_ours(data: bytes) -> bool:
    """Whether a file called archive.json is one of ours, of whatever format."""
    value = loads(data, "archive.json").value
    return value is not None and str(value.get("schema")).startswith("urn:archivist:schema:archive:")


def problems(data: bytes, where: str) -> tuple[Problem, ...]:
    """All that is wrong with archive.json."""
    value, found = loads(data, where)
    return found or check(value, Kind.ARCHIVE, where, data)


def refuse_other_formats(data: bytes, where: str) -> None:
    """Raise NotAnArchiveError for an archive.json that says a format which this version does not know."""
    number = (loads(data, where).value or {}).get("format")
    if isinstance(number, int) and number != FORMAT:
        raise NotAnArchiveError(
            f"{where} says format {number}, and this version knows format {FORMAT} only. Nothing was written; use the "
            "version of archivist that made it.",
        )


def keeps_verbatim(attributes: bytes) -> bool:
    """Whether the .gitattributes with these bytes keeps git from rewriting line ends."""
    words = VERBATIM.split()
    return any(line[: len(VERBATIM)] == VERBATIM and line.split()[:2] == words for line in attributes.splitlines())


def read(data: bytes, where: str) -> Description:
    """What archive.json says, for a writer.

    Raises NotAnArchiveError for a format that this version does not know, DamagedError where it does not hold.
    """
    refuse_other_formats(data, where)
    found = problems(data, where)
    if found:
        raise DamagedError("\n".join(str(problem) for problem in found))
    value = loads(data, where).value or {}
    return Description(str(value["createdAt"]), cast("str | None", value.get("revisionSchema")))
