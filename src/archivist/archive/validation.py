"""Checking metadata files as they lie, inside an archive or not, without looking at anything else."""

from __future__ import annotations

from pathlib import Path

from archivist.errors import UnreadableError
from archivist.schema.checker import check_file
from archivist.schema.files import read_plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.model.problem import Problem
    from archivist.schema.house import House

_HOUSED = 4
"""A record lies four levels below its archive: articles/<k2>/<slug>-<k8>/<record>."""


class Validation:
    """Checks one file after the other; an archive's own schema is read once."""

    def __init__(self) -> None:
        self._houses: dict[Path, House | None] = {}

    def problems(self, path: str) -> tuple[Problem, ...]:
        """All problems of the record, archive.json or sidecar in the file `path`.

        Raises UnreadableError where it cannot be read or is no plain file, and whatever `Archive.house` raises where
        the archive that the file lies in names a schema of its own that cannot be used.
        """
        return check_file(read_plain(path), path, self._house(Path(path)))

    def _house(self, path: Path) -> House | None:
        """The own schema of the archive that the file lies in as a record, if it has one."""
        above = path.absolute().parents
        if len(above) < _HOUSED or above[_HOUSED - 2].name != "articles":
            return None
        folder = above[_HOUSED - 1]
        if folder not in self._houses:
            self._houses[folder] = _own_schema(folder)
        return self._houses[folder]


def _own_schema(folder: Path) -> House | None:
    description = folder / "archive.json"
    try:
        # Most archives have none; then nothing of the archive's own machinery is loaded.
        if b"revisionSchema" not in read_plain(str(description)):
            return None
    except UnreadableError:
        return None
    from archivist.archive.store import Archive

    return Archive.open(folder).house()
