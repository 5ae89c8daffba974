"""What was done, or would be done, to mend an archive or to unite another one with it."""

from __future__ import annotations

from enum import StrEnum

from archivist.model.noun import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.model.revision import Damage


class Action(StrEnum):
    """What becomes of the place of a file that is copied in."""

    ADD = "add"
    """Nothing is there."""
    REPLACE = "replace"
    """Something damaged is there; it is set aside, not deleted."""


class RepairStep(NamedTuple):
    """A good file that another copy has: its path in the archive, its digest and size in bytes, why it is needed."""

    path: str
    action: Action
    sha256: str
    size: int
    reason: str


class Repair(NamedTuple):
    """Good files that were copied in, or would be, and the damage that remains. `done` is false for a plan."""

    steps: tuple[RepairStep, ...]
    remaining: tuple[Damage, ...]
    done: bool


class MergedArticle(NamedTuple):
    """What came into an article: the digests of its new records, in order; how many heads it has now."""

    article: str
    folder: str
    records: tuple[str, ...]
    heads: int


class Merged(NamedTuple):
    """What came into an archive from another one: by article, and how many files of each kind."""

    articles: tuple[MergedArticle, ...]
    records: int
    texts: int
    received: int
    seals: int
