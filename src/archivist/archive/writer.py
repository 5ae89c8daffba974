"""Adding revisions to an archive, durably or in bulk (docs/format.md, *Writing*)."""

from __future__ import annotations

import json
from contextlib import suppress
from threading import RLock

from archivist.archive import record
from archivist.archive.batch import Batch
from archivist.archive.durability import Durability
from archivist.archive.layout import home
from archivist.archive.ledger import Ledgers
from archivist.archive.times import format_time
from archivist.errors import InvalidMetadataError, UsageError
from archivist.model.noun import NamedTuple
from archivist.schema.checker import check
from archivist.schema.loader import Kind
from archivist.schema.quick import certain
from archivist.schema.strict import loads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from typing import Self

    from archivist.archive.disk import Folder
    from archivist.archive.layout import Home
    from archivist.model.revision import Revision
    from archivist.model.text import Text
    from archivist.schema.house import House


class Put(NamedTuple):
    """What became of a text: the revision that holds now, and whether it was added or had been there before.

    `later` is the last revision of the article, where it was captured after this one.
    """

    revision: Revision
    added: bool
    later: Revision | None = None


class Writer:
    """Adds revisions to the archive in the folder `path`; get one from `Archive.writer`, use it in a `with` statement.

    What `put` returned is safe when `settle` has returned, unless the durability says otherwise; leaving the `with`
    statement settles. `house` gives the archive's own rules for records. Threads may share it, and take turns then.
    """

    def __init__(self, path: str, house: Callable[[Folder], House | None], durability: Durability) -> None:
        self._path = path
        self._house = house
        self._durability = durability
        self._turn = RLock()
        self._ledgers = Ledgers()
        self._batch: Batch | None = None
        self._coming: dict[Home, dict[str, Revision]] = {}
        self._has_swept = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        """Settle; after an error, forget what was not settled."""
        with self._turn:
            if kind is None:
                self.settle()
            else:
                self._drop()

    @property
    def full(self) -> bool:
        """Whether it is time to `settle`: a batch holds a limited number of revisions, and of bytes."""
        return self._batch is not None and self._batch.full

    @property
    def waiting(self) -> bool:
        """Whether there is anything to `settle`."""
        return self._batch is not None

    def put(
        self,
        article_id: str,
        text: Text,
        *,
        captured_at: datetime,
        metadata: Mapping[str, object],
    ) -> Put:
        """Add a revision; what that means and what it raises is said at `Archive.put`.

        After an error, this revision is not added. With `Durability.BATCH`, the others of the batch still are.
        """
        place = home(article_id)
        if text.content.encode("utf-8", "replace") != text.data:
            raise UsageError(f"{article_id}: the bytes of this text are not its characters in UTF-8.")
        with self._turn:
            try:
                put = self._add(place, text, format_time(captured_at), metadata)
            except BaseException:
                if self._durability is not Durability.BATCH:
                    self._drop()
                raise
            if self._durability is not Durability.BATCH:
                self.settle()
            return put

    def settle(self) -> None:
        """Finish what was put.

        Raises WriteError; then nothing that was put since it was called last may be taken for safe.
        """
        with self._turn:
            batch = self._batch
            if batch is None:
                return
            try:
                stamps = {place: folder.stamp() for place, folder in batch.folders.items()}
                batch.settle()
                for place, folder in batch.folders.items():
                    self._ledgers.of(place).settled(folder, stamps[place])
                self._coming.clear()
            finally:
                self._drop()

    def _add(self, place: Home, text: Text, captured_at: str, metadata: Mapping[str, object]) -> Put:
        if self._batch is None:
            self._batch = Batch(
                self._path, durable=self._durability is not Durability.NONE, sweeping=not self._has_swept
            )
            self._has_swept = True
        batch, ledger, coming = self._batch, self._ledgers.of(place), self._coming.setdefault(place, {})
        rules = self._house(batch.root)
        ledger.refresh(batch.folder(place), coming)
        value = record.compose(place.id, text, captured_at, ledger.heads, metadata)
        data, revision = record.written(_valid(value, rules))
        young, later = not ledger, ledger.later(revision)
        contents = [(place.text(revision.text_sha256), text.data)]
        same = ledger.unchanged(revision)
        if same is not None:
            batch.add(place, contents, place.record(same.digest, same.captured_at), young=young)
            return Put(same, added=False, later=later)
        if text.received is not None and revision.received is not None:
            sha256, media_type = str(revision.received["sha256"]), str(revision.received["mediaType"])
            contents.insert(0, (place.received(sha256, media_type), text.received.data))
        name = place.record(revision.digest, revision.captured_at)
        batch.add(place, contents, (name, data), young=young)
        ledger.add(name, revision)
        coming[name] = revision
        return Put(revision, added=True, later=later)

    def _drop(self) -> None:
        """Close the batch, and forget what was thought to come."""
        for place, coming in self._coming.items():
            if coming:
                self._ledgers.forget(place)
        self._coming.clear()
        if self._batch is not None:
            with self._batch:
                self._batch = None


def _valid(value: Mapping[str, object], rules: House | None) -> Mapping[str, object]:
    """What a new record says. Raises InvalidMetadataError, one line a problem, where it does not hold.

    It is checked as a reader will see it: as JSON, which is not all that Python's values can be.
    """
    if rules is None:
        with suppress(ValueError, RecursionError):
            copy = record.copied(value)
            if certain(Kind.REVISION)(copy):
                return copy
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
    return written
