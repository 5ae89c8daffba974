"""Bad data, as a value."""

from __future__ import annotations

from archivist.model.noun import NamedTuple


class Problem(NamedTuple):
    """Something that does not hold, and where.

    `where` names the file, `path` is a JSON path ("$.text.sha256") or "" where the file as a whole is meant, `line`
    counts from 1 and is None where there is none to name, `what` says what is wrong and what would be right.
    """

    where: str
    path: str
    line: int | None
    what: str

    def __str__(self) -> str:
        """`file:line: path: what`, the form that editors and CI understand."""
        place = self.where if self.line is None else f"{self.where}:{self.line}"
        return f"{place}: {self.path}: {self.what}" if self.path else f"{place}: {self.what}"
