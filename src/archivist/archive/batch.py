"""The files of one revision or of many, given their names together, in the order of docs/format.md, *Writing*."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import partial
from itertools import zip_longest

from archivist.archive.disk import Folder, Staged, Writing, holds, other_bytes, sweep
from archivist.archive.layout import ARTICLES, TEMPORARY
from archivist.archive.reader import article_folder
from archivist.archive.waiting import together
from archivist.model.noun import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Self

    from archivist.archive.layout import Home


_FULL = 64
"""The revisions of a batch: each holds up to three files open, and systems allow as few as 256."""

_LARGE = 1 << 25
"""The bytes of a batch."""


class _File(NamedTuple):
    """A file on its way to its name."""

    name: str
    staged: Staged


class _Target(NamedTuple):
    """An article's folder and what is to come into it: what records name, the records, and what is there already."""

    folder: Folder
    contents: list[_File]
    records: list[_File]
    there: list[str]


class Batch:
    """Files on their way into the articles' folders of the archive in the folder `path`; use it in a `with` statement.

    What was added counts when `settle` has returned. Without `durable`, nothing waits for the disk. With `sweeping`,
    what interrupted writers have left is swept away before anything is written.
    """

    def __init__(self, path: str, *, durable: bool, sweeping: bool) -> None:
        self.root = Folder.at(path)
        self.size = 0
        """The bytes that wait for `settle`."""
        self.count = 0
        """The revisions that do."""
        self._durable = durable
        self._sweeping = sweeping
        self._staging: Folder | None = None
        self._folders: dict[Home, Folder] = {}
        self._targets: dict[Home, _Target] = {}
        self._young: list[Home] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Forget what has not got its name."""
        for target in self._targets.values():
            for file in (*target.contents, *target.records):
                with suppress(OSError):  # what stays in tmp/ does not count
                    file.staged.drop()
        for folder in (*self._folders.values(), self._staging, self.root):
            if folder is not None:
                os.close(folder.descriptor)

    @property
    def full(self) -> bool:
        """Whether it is time to `settle`: a batch holds a limited number of revisions, and of bytes."""
        return max(self.count, len(self._folders)) >= _FULL or self.size >= _LARGE

    @property
    def folders(self) -> Mapping[Home, Folder]:
        """The articles' folders that are open."""
        return self._folders

    def folder(self, place: Home) -> Folder | None:
        """The folder of an article, open for as long as the batch is; None where there is none."""
        if place not in self._folders:
            with suppress(FileNotFoundError):
                self._folders[place] = article_folder(self.root, place)
        return self._folders.get(place)

    def add(
        self,
        place: Home,
        contents: Iterable[tuple[str, bytes]],
        record: tuple[str, bytes] | str,
        *,
        young: bool,
    ) -> list[str]:
        """Add the files of a revision, each a name and bytes: what its record names, and the record.

        Returns the names of those that were not there yet, nor on their way there. Of a record that is there already,
        the name alone is given. `young` says that no record of the article has been seen: the names of its folders may
        not be durable yet, whoever made them. Raises WriteError, and then adds nothing, where the system refuses or a
        name is taken by other bytes.
        """
        target = self._target(place, young=young)
        there: list[str] = []
        staged: list[_File] = []
        records: list[_File] = []
        try:
            staged.extend(file for name, data in contents if (file := self._stage(target, name, data, there)))
            if isinstance(record, str):
                if not any(file.name == record for file in target.records):
                    there.append(record)
            elif file := self._stage(target, *record, there):
                records.append(file)
        except BaseException:
            for file in staged:
                file.staged.drop()
            raise
        self.count += 1
        target.contents.extend(staged)
        target.records.extend(records)
        target.there.extend(there)
        return [file.name for file in (*staged, *records)]

    def settle(self) -> None:
        """Give every file its name. When this returns, all of it is durable if the batch is.

        One barrier a stage: the bytes of all files, the names of what records name, the names of the records. The
        records of one article get theirs one after the other, each durable before the next, which names it as its
        parent. Raises WriteError; then nothing of the batch may be taken for safe.
        """
        self._sync_files()
        for target in self._targets.values():
            _place(target.folder, target.contents)
        self._sync_above()
        self._sync_folders(self._targets.values())
        for wave in zip_longest(*(target.records for target in self._targets.values())):
            found = [(target, file) for target, file in zip(self._targets.values(), wave, strict=True) if file]
            for target, file in found:
                _place(target.folder, [file])
            self._sync_folders([target for target, _ in found])

    def _target(self, place: Home, *, young: bool) -> _Target:
        target = self._targets.get(place)
        if target is None:
            folder = self.folder(place)
            if folder is None:
                outer, inner = place.folders
                with self.root.make(ARTICLES, durable=False) as top, top.make(outer, durable=False) as middle:
                    folder = self._folders[place] = middle.make(inner, durable=False)
            target = self._targets[place] = _Target(folder, [], [], [])
            if young:
                self._young.append(place)
        return target

    def _temporary(self) -> Folder:
        """The staging folder."""
        if self._staging is None:
            self._staging = self.root.make(TEMPORARY, durable=False)
            if self._sweeping:
                sweep(self._staging)
        return self._staging

    def _stage(self, target: _Target, name: str, data: bytes, there: list[str]) -> _File | None:
        """A new file of these bytes; None where it is there, or on its way there."""
        coming = next((file for file in reversed(target.contents) if file.name == name), None)
        if coming is not None:
            if coming.staged.data != data:
                raise other_bytes(target.folder, name)
            return None
        staging = self._temporary()
        with Writing(f"{target.folder.path}/{name}"):
            if target.folder.has(name) and holds(target.folder, name, data):
                there.append(name)
                return None
            staged = Staged(staging, data)
            if self._durable:
                staged.begin()
        self.size += len(data)
        return _File(name, staged)

    def _sync_files(self) -> None:
        """Make the bytes of all files durable; also of those that are there, since whoever wrote them may not have."""
        if self._durable:
            targets = self._targets.values()
            staged = [partial(_sync, t.folder, file) for t in targets for file in (*t.contents, *t.records)]
            there = [partial(t.folder.sync_file, name) for t in targets for name in dict.fromkeys(t.there)]
            together([*staged, *there])

    def _sync_above(self) -> None:
        """Make the names of young folders durable, from the top down."""
        if not (self._durable and self._young):
            return
        self.root.sync()
        with self.root.folder(ARTICLES) as top:
            top.sync()
            for outer in dict.fromkeys(place.folders[0] for place in self._young):
                with top.folder(outer) as middle:
                    middle.sync()

    def _sync_folders(self, targets: Iterable[_Target]) -> None:
        if self._durable:
            together([target.folder.sync for target in targets])


def _place(folder: Folder, files: Sequence[_File]) -> None:
    for name, staged in files:
        with Writing(f"{folder.path}/{name}"):
            staged.place(folder, name)


def _sync(folder: Folder, file: _File) -> None:
    with Writing(f"{folder.path}/{file.name}"):
        file.staged.sync()
