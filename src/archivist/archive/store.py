"""The archive: open one, add to it, read from it (docs/format.md)."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple, Self

from archivist.archive import description, reader, record, writer
from archivist.archive.disk import Folder
from archivist.archive.history import history, place_before
from archivist.archive.layout import ARTICLES, DESCRIPTION, home
from archivist.archive.selector import select
from archivist.archive.times import format_time, order_of
from archivist.archive.verify import verify
from archivist.errors import (
    DamagedError,
    InvalidMetadataError,
    NotAnArchiveError,
    NotFoundError,
    UnreadableError,
    UsageError,
    WriteError,
)
from archivist.model.revision import Article
from archivist.model.text import Received
from archivist.schema.checker import check
from archivist.schema.loader import Kind
from archivist.schema.strict import loads

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from pathlib import Path

    from archivist.model.revision import History, Revision, Verification
    from archivist.model.text import Text
    from archivist.schema.house import House


class Put(NamedTuple):
    """What `Archive.put` did: the revision that holds now, and whether it was added or had been there before."""

    revision: Revision
    added: bool


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
        self._last: tuple[str, dict[str, Revision]] = ("", {})

    @classmethod
    def create(cls, path: Path, *, now: datetime) -> Self:
        """Make an archive in the folder `path`, which is made if need be.

        Where an archive is already, it is opened and nothing changes. Raises NotAnArchiveError where the folder holds
        files of the same names that are not an archive's or an archive in a format that this version does not know,
        WriteError where the system refuses.
        """
        created_at = format_time(now)
        writer.make_folder(path)
        with Folder.at(str(path)) as root:
            if root.has(DESCRIPTION):
                return cls._made(path, root)
            try:
                writer.found(root, created_at)
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
        place = home(article_id)
        if text.content.encode("utf-8", "replace") != text.data:
            raise UsageError(f"{article_id}: the bytes of this text are not its characters in UTF-8.")
        with Folder.at(str(self.path)) as root:
            rules = self._house(root)
            known = reader.records(root, place, self._last[1] if self._last[0] == article_id else {})
            seen = history(Article(article_id, place.path), known.values())
            value = record.compose(article_id, text, format_time(captured_at), seen.heads, metadata)
            data = _valid(value, rules)
            revision = record.read(data, article_id)
            same = _unchanged(seen, revision)
            with writer.Writer(root, place, young=not known) as files:
                if same is not None:
                    files.text(text.data, revision.text_sha256)
                    return Put(same, added=False)
                files.received(text, revision)
                files.text(text.data, revision.text_sha256)
                files.record(data, revision)
            self._last = (article_id, {**known, place.record(revision.digest, revision.captured_at): revision})
        return Put(revision, added=True)

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
                known = reader.records(root, place, {})
            except reader.TakenError:
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

    def verify(self, progress: Callable[[str], None] | None = None) -> Verification:
        """Check every file of the archive. `progress` is called with the folder of each article when it is done."""
        with Folder.at(str(self.path)) as root:
            return verify(root, progress)

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


def _valid(value: Mapping[str, object], rules: House | None) -> bytes:
    """The bytes of a new record. Raises InvalidMetadataError, one line a problem, where it does not hold.

    It is checked as a reader will see it: as JSON, which is not all that Python's values can be.
    """
    where = str(value["article"])
    try:
        written, problems = loads(json.dumps(value).encode("ascii"), where)
    except (TypeError, ValueError, RecursionError) as error:
        raise InvalidMetadataError(f"{where}: the metadata cannot be written as JSON: {error}.") from error
    problems += check(written, Kind.REVISION, where)
    if rules is not None:
        problems += rules.check(written, where)
    if problems or written is None:
        raise record.refused({problem._replace(line=None) for problem in problems})
    return record.to_bytes(written)


def _unchanged(seen: History, revision: Revision) -> Revision | None:
    """The revision that makes a new one needless (docs/format.md, *Unchanged*), or None."""
    time = order_of(revision.captured_at)
    before = place_before(seen.revisions, revision.captured_at)
    candidates = [known for known in seen.revisions if known is before or order_of(known.captured_at) == time]
    return next((known for known in reversed(candidates) if _says_the_same(known, revision)), None)


def _says_the_same(before: Revision, revision: Revision) -> bool:
    """Whether the text and the metadata are the same; as JSON, where true is not 1."""
    return before.text_sha256 == revision.text_sha256 and record.to_bytes(before.metadata) == record.to_bytes(
        revision.metadata,
    )
