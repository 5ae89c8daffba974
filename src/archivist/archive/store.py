"""The archive: open one, add to it, read from it (docs/format.md)."""

from __future__ import annotations

import os
from contextlib import suppress

from archivist.archive import description, founding, reader, record
from archivist.archive.disk import Folder
from archivist.archive.durability import Durability
from archivist.archive.history import history
from archivist.archive.layout import ARTICLES, DESCRIPTION, home
from archivist.archive.selector import select
from archivist.archive.times import format_time
from archivist.archive.writer import Put, Writer
from archivist.errors import (
    DamagedError,
    NotAnArchiveError,
    NotFoundError,
    TakenError,
    UnreadableError,
    UsageError,
    WriteError,
)
from archivist.model.noun import NamedTuple
from archivist.model.revision import Article
from archivist.model.text import Received

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from pathlib import Path
    from typing import Self

    from archivist.archive.sample import Sample
    from archivist.model.revision import History, Revision, Verification
    from archivist.model.seal import Sealing
    from archivist.model.text import Text
    from archivist.model.upkeep import Merged, Repair
    from archivist.schema.house import House


class Listing(NamedTuple):
    """What `Archive.listing` found: histories by article id, and one error for each article that is damaged."""

    histories: tuple[History, ...]
    damage: tuple[DamagedError, ...]


class Archive:
    """An archive on disk. Get one from `create`, `open` or `find`; several processes may use it at once.

    `path` is its folder; `fresh` is true where `create` has just made it.
    """

    def __init__(self, path: Path, *, fresh: bool = False) -> None:
        self.path = path
        self.fresh = fresh
        self._rules: tuple[House | None] | None = None
        self._writer = self.writer(Durability.EACH)

    @classmethod
    def create(cls, path: Path, *, now: datetime) -> Self:
        """Make an archive in the folder `path`, which is made if need be.

        Where an archive is already, it is opened and nothing changes. Raises NotAnArchiveError where the folder holds
        files of the same names that are not an archive's or an archive in a format that this version does not know,
        WriteError where the system refuses.
        """
        created_at = format_time(now)
        founding.make_folder(path)
        with Folder.at(str(path)) as root:
            if root.has(DESCRIPTION):
                return cls._made(path, root)
            try:
                founding.found(root, created_at)
            except (NotAnArchiveError, WriteError):
                if root.has(DESCRIPTION):  # another process has made it meanwhile
                    return cls._made(path, root)
                raise
        return cls(path, fresh=True)

    @classmethod
    def _made(cls, path: Path, root: Folder) -> Self:
        """The archive that is in the open folder already."""
        made = cls.open(path)
        with suppress(DamagedError):  # which `open` leaves to `put` and `verify`
            description.refuse_other_formats(root.read(DESCRIPTION), f"{root.path}/{DESCRIPTION}")
        return made

    @classmethod
    def open(cls, path: Path) -> Self:
        """The archive in the folder `path`.

        Raises NotAnArchiveError where there is none, UnreadableError where the system does not let it be seen.

        Damage is not looked for here; a broken archive.json is told by `put` and `verify`.
        """
        try:
            folder = Folder.at(str(path))
        except NotFoundError as error:
            raise NotAnArchiveError(f"There is no archive to open. {error}") from error
        with folder as root:
            used = root.has(ARTICLES)
            if not root.has(DESCRIPTION):
                hint = "If it was one, restore that file." if used else "Make one with `archivist init`."
                raise NotAnArchiveError(f"There is no archive in {path}: it has no {DESCRIPTION}. {hint}")
            if not used and not _is_described(root):
                raise NotAnArchiveError(f"There is no archive in {path}: its {DESCRIPTION} describes something else.")
        return cls(path)

    @classmethod
    def find(cls, start: Path) -> Self:
        """The archive that `start` belongs to: at each level upward, `archive/` there, else that folder itself.

        Raises NotAnArchiveError with a sentence that says where it looked, UnreadableError for a folder on the way
        that might be the archive and may not be read.
        """
        here = start.resolve()
        for level in (here, *here.parents):
            for path in (level / "archive", level):
                if _is_archive(path):
                    return cls(path)
        raise NotAnArchiveError(
            f"There is no archive in {here} or above it: neither archive/{DESCRIPTION} nor {DESCRIPTION} was found at "
            "any level. Make one with `archivist init`.",
        )

    @classmethod
    def around(cls, path: Path) -> Self | None:
        """The archive that the folder `path` lies inside of, or None; `path` itself does not count."""
        return next((cls(outer) for outer in path.resolve().parents if _is_archive(outer)), None)

    def put(
        self,
        article_id: str,
        text: Text,
        *,
        captured_at: datetime,
        metadata: Mapping[str, object],
    ) -> Put:
        """Add a revision, unless it says nothing new at its place in the history (docs/format.md, *Unchanged*).

        When this returns, the revision is durable. Raises, before anything is written: UsageError for a malformed
        article id or a time without a zone, InvalidMetadataError with every problem of the metadata,
        NotAnArchiveError for a format that this version does not know. Raises WriteError where the system refuses.
        """
        return self._writer.put(article_id, text, captured_at=captured_at, metadata=metadata)

    def writer(self, durability: Durability) -> Writer:
        """Something to put many revisions with, each made durable when `durability` says (docs/format.md)."""
        return Writer(str(self.path), self._house, durability)

    def articles(self) -> tuple[Article, ...]:
        """All articles of which a record can be read, by id; `listing` tells of the others."""
        with Folder.at(str(self.path)) as root:
            return reader.articles(root)[0]

    def listing(self) -> Listing:
        """The histories of all articles, and what keeps those of others from being told."""
        with Folder.at(str(self.path)) as root:
            known, unknown = reader.articles(root)
        histories: list[History] = []
        damage = list(unknown)
        for article in known:
            try:
                histories.append(self.revisions(article.id))
            except DamagedError as error:
                damage.append(error)
        return Listing(tuple(histories), tuple(damage))

    def revisions(self, article_id: str) -> History:
        """The history of an article.

        Raises NotFoundError with the nearest ids, DamagedError for a record that is not what its name says, UsageError
        for what is no article id.
        """
        place = home(article_id)
        with Folder.at(str(self.path)) as root:
            try:
                known = reader.records(root, place)
            except TakenError:
                known = {}
            if not known:
                raise reader.unknown(root, article_id)
        return history(Article(article_id, place.path), known.values())

    def get(self, article_id: str, selector: str = "latest") -> Revision:
        """The revision of an article that a selector means (docs/terms.md). Errors as in `revisions` and `select`."""
        return select(self.revisions(article_id), selector)

    def read(self, revision: Revision) -> str:
        """A revision's text. Raises DamagedError where its file is missing or is not what its name says."""
        return self.read_bytes(revision).decode("utf-8")

    def read_bytes(self, revision: Revision) -> bytes:
        """A revision's text as its exact UTF-8 bytes. Errors as in `read`."""
        place = home(revision.article)
        with Folder.at(str(self.path)) as root:
            return reader.proven(root, place, place.text(revision.text_sha256), revision.text_sha256)

    def read_record(self, revision: Revision) -> bytes:
        """A revision's record as it lies in the archive. Errors as in `read`."""
        place = home(revision.article)
        with Folder.at(str(self.path)) as root:
            return reader.proven(root, place, place.record(revision.digest, revision.captured_at), revision.digest)

    def received(self, revision: Revision) -> Received | None:
        """What was received for a revision, where that is not the text's own bytes. Errors as in `read`."""
        entry = revision.received
        if entry is None:
            return None
        place, sha256 = home(revision.article), str(entry["sha256"])
        with Folder.at(str(self.path)) as root:
            data = reader.proven(root, place, place.received(sha256, str(entry["mediaType"])), sha256)
        return Received(data, str(entry.get("encoding", "utf-8")), certain=entry.get("certain") is True)

    def folders(self) -> int:
        """How many articles' folders there are: as often `verify` calls its `progress`."""
        from archivist.archive.verify import article_paths

        with Folder.at(str(self.path)) as root:
            return sum(1 for _ in article_paths(root, []))

    def verify(
        self,
        progress: Callable[[str], None] | None = None,
        *,
        processes: int = 1,
        sample: Sample | None = None,
        seal: str | None = None,
    ) -> Verification:
        """Check every file of the archive. `progress` is called with the folder of each article when it is done.

        The records are held against the archive's own seals, and against `seal`: the path of one that was kept, or
        `latest`. With `sample`, only the files that it chooses are read, and no seals. Raises NotFoundError and
        UnreadableError for a seal that is not there or is none.
        """
        from archivist.archive.seal_check import SealAuditor
        from archivist.archive.verify import verify

        with Folder.at(str(self.path)) as root:
            auditor = None if sample is not None else SealAuditor(root, seal)
            return verify(root, progress, processes=processes, sample=sample, auditor=auditor)

    def seal(self, *, now: datetime, origin: str | None = None) -> Sealing:
        """Seal all records: a statement to be kept elsewhere. Errors as in `archivist.archive.seal.seal`."""
        from archivist.archive.seal import seal

        with Folder.at(str(self.path)) as root:
            description.refuse_other_formats(root.read(DESCRIPTION), f"{root.path}/{DESCRIPTION}")
            return seal(root, format_time(now), origin)

    def repair(self, other: Archive, *, act: bool, processes: int = 1) -> Repair:
        """Take damaged and missing files from another copy; with `act` false, only say which.

        Raises UsageError where the other one is this archive itself, and as `archivist.archive.repair.repair` does.
        """
        from archivist.archive.repair import repair

        with Folder.at(str(self.path)) as root, Folder.at(str(other.path)) as copy:
            _refuse_same(root, copy)
            return repair(root, copy, act=act, processes=processes)

    def merge(self, other: Archive, *, processes: int = 1) -> Merged:
        """Add all that another archive holds and this one does not.

        Raises UsageError where the other one is this archive itself, and as `archivist.archive.merge.merge` does.
        """
        from archivist.archive.merge import merge

        with Folder.at(str(self.path)) as root, Folder.at(str(other.path)) as copy:
            _refuse_same(root, copy)
            return merge(root, copy, processes=processes)

    def house(self) -> House | None:
        """The archive's own schema, if archive.json names one.

        Raises InvalidMetadataError with all that keeps it from being used, NotAnArchiveError and DamagedError for an
        archive.json that cannot be followed.
        """
        with Folder.at(str(self.path)) as root:
            return self._house(root)

    def _house(self, root: Folder) -> House | None:
        if self._rules is None:
            try:
                described = description.read(root.read(DESCRIPTION), f"{root.path}/{DESCRIPTION}")
            except FileNotFoundError:
                raise NotAnArchiveError(f"{root.path}/{DESCRIPTION} is missing.") from None
            name = described.revision_schema
            self._rules = (None if name is None else _load_house(root.path, name),)
        return self._rules[0]


def _refuse_same(root: Folder, other: Folder) -> None:
    if os.path.sameopenfile(root.descriptor, other.descriptor):
        raise UsageError(f"{other.path} is this archive itself. Name another one.")


def _is_archive(path: Path) -> bool:
    try:
        Archive.open(path)
    except NotAnArchiveError:
        return False
    except UnreadableError:
        # A folder that may be passed through and not listed, as /home often is, still tells what it does not hold.
        try:
            os.lstat(path / DESCRIPTION)
        except FileNotFoundError:
            return False
        except OSError:
            pass
        raise
    return True


def _is_described(root: Folder) -> bool:
    try:
        return description.is_ours(root.read(DESCRIPTION))
    except DamagedError:  # no plain file
        return False


def _load_house(archive: str, path: str) -> House:
    from archivist.schema.house import inside  # loads jsonschema: only for archives with a schema of their own

    house, problems = inside(archive, path)
    if house is None:
        raise record.refused(problems)
    return house
