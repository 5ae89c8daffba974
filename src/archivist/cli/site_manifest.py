"""The manifest of a site: which files in its folder are ours, what they hold, and what they were made from."""

from __future__ import annotations

import json
from types import MappingProxyType

from archivist.model.noun import NamedTuple
from archivist.model.version import VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

MANIFEST = "archivist-site.json"
"""The file's name, in the folder of the site."""

_MARK = "urn:archivist:site:v1"


class Written(NamedTuple):
    """What a file that we wrote holds: the SHA-256 of its bytes, and how many there are; -1 where it is made again."""

    sha256: str
    size: int


class Part(NamedTuple):
    """Some files of a site that were made from the same things.

    `made_from` is the digest of those things, "" where nothing is known of what the files hold. `files` holds them by
    address. `pairs` are the comparisons (digests of old and new) that have an address, in the part of an article.
    """

    made_from: str = ""
    files: Mapping[str, Written] = MappingProxyType({})
    pairs: tuple[tuple[str, str], ...] = ()

    def distrusted(self) -> Part:
        """The same files, of which none is taken for what it should be: each is written again where it is made.

        Their digests stay, by which what they hold can still be read.
        """
        files = {address: Written(written.sha256, -1) for address, written in self.files.items()}
        return self._replace(made_from="", files=files)

    def value(self) -> list[object]:
        """The part as JSON has it."""
        return [self.made_from, dict(self.files), self.pairs]


class Manifest(NamedTuple):
    """What a manifest says.

    `recipe` is the digest of the program that wrote it, `shared` the part of the site as a whole, `parts` are those of
    the articles by id. `pending` are addresses that an interrupted run may have written, or not removed yet.
    """

    recipe: str
    shared: Part
    parts: Mapping[str, Part]
    pending: tuple[str, ...]


def bytes_of(manifest: Manifest) -> bytes:
    """The manifest as it is written."""
    value = {
        "schema": _MARK,
        "tool": f"archivist {VERSION}",
        "recipe": manifest.recipe,
        "shared": manifest.shared.value(),
        "articles": {article: part.value() for article, part in manifest.parts.items()},
        "pending": manifest.pending,
    }
    return json.dumps(value, separators=(",", ":"), sort_keys=True).encode("ascii") + b"\n"


def manifest_of(data: bytes) -> Manifest | None:
    """What was written so; None for anything else. An address that leads out of the folder is not taken."""
    try:
        value = json.loads(data)
        return (
            Manifest(
                str(value["recipe"]),
                _part(*value["shared"]),
                {str(article): _part(*part) for article, part in value["articles"].items()},
                tuple(str(address) for address in value["pending"] if _is_inside(str(address))),
            )
            if value["schema"] == _MARK
            else None
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _part(made_from: object, files: Mapping[str, tuple[str, int]], pairs: list[tuple[str, str]]) -> Part:
    return Part(
        str(made_from),
        {address: Written(str(sha256), int(size)) for address, (sha256, size) in files.items() if _is_inside(address)},
        tuple((str(old), str(new)) for old, new in pairs),
    )


def _is_inside(address: str) -> bool:
    """Whether an address stays in the folder, whoever wrote it in the manifest: what it names may be removed."""
    return all(part not in {"", ".", ".."} for part in address.split("/")) and "\0" not in address
