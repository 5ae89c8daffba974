"""Sealing: a statement over all records of an archive, to be kept elsewhere (docs/format.md, *Seals*)."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from archivist.archive import reader, record
from archivist.archive.checkpoint import (
    LARGEST,
    SEALS,
    is_seal_name,
    list_bytes,
    list_name,
    lists_before,
    read_records,
    read_seal,
    refuse_other_origins,
    seal_bytes,
    seal_name,
)
from archivist.archive.disk import Folder, add
from archivist.archive.layout import DESCRIPTION, TEMPORARY, digest, read_name
from archivist.archive.merkle import Tree
from archivist.errors import ArchivistError, DamagedError, NotFoundError, UnreadableError, UsageError
from archivist.model.seal import Seal, Sealing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_UNNAMED = "archive-"
_DIGITS = 16


class Seals:
    """The seals and lists of the archive in the open folder `root`, each proven by the digest in its name.

    A list that is missing there may lie in the folder `beside`, with a seal that was kept elsewhere: its digest is
    its name, so it does not matter who kept it.
    """

    def __init__(self, root: Folder, beside: str | None = None) -> None:
        self._root = root
        self._beside = beside

    def names(self) -> list[str]:
        """The file names of all seals in the archive, sorted: by time, then digest."""
        try:
            with self._root.folder(SEALS) as folder:
                return [name for name in folder.names() if is_seal_name(name)]
        except FileNotFoundError:
            return []

    def read(self, name: str) -> Seal:
        """The seal in a file of the archive. Raises FileNotFoundError, and DamagedError for what is no such seal."""
        with self._root.folder(SEALS) as folder:
            seal = read_seal(beginning(folder, name), f"{folder.path}/{name}")
            if seal_name(seal) != name:
                raise DamagedError(f"{folder.path}/{name} is damaged: by what it says, it is {seal_name(seal)}.")
        return seal

    def list_data(self, sha256: str, *, here: bool = False) -> bytes:
        """The bytes of the list with this digest; only from the archive if it must be `here`.

        Raises DamagedError where there is no such list.
        """
        name = list_name(sha256)
        where = f"{self._root.path}/{SEALS}/{name}"
        found = None
        with suppress(FileNotFoundError), self._root.folder(SEALS) as folder:
            found = folder.read(name)
        if (found is None or digest(found) != sha256) and self._beside is not None and not here:
            with suppress(FileNotFoundError, ArchivistError), Folder.at(self._beside) as folder:
                kept = folder.read(name)
                found = kept if digest(kept) == sha256 else found
        if found is None:
            raise DamagedError(f"{where} is missing, and a seal or another list names it.")
        if digest(found) != sha256:
            raise DamagedError(f"{where} is damaged: its bytes do not have the digest in its name.")
        return found

    def chain(self, tops: Iterable[str]) -> list[str]:
        """These lists and all that they continue, each after those that it continues: the order of the leaves."""
        ordered: dict[str, None] = {}
        for top in tops:
            waiting = [(top, False)]
            while waiting:
                sha256, is_open = waiting.pop()
                if is_open:
                    ordered[sha256] = None
                elif sha256 not in ordered:
                    before = lists_before(self.list_data(sha256))
                    waiting.append((sha256, True))
                    waiting += [(each, False) for each in reversed(before)]
        return list(ordered)

    def records(self, lists: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Every record of these lists, as digest and path, in order; one that several lists have comes each time.

        Raises DamagedError where there is no such list.
        """
        for sha256 in lists:
            yield from read_records(self.list_data(sha256), f"{self._root.path}/{SEALS}/{list_name(sha256)}")

    def latest(self) -> tuple[Seal, ...]:
        """The seals that no other one continues, sorted by name: one, or several after a merge.

        Of seals over the same list, the first one counts. Raises DamagedError for any seal that is damaged.
        """
        by_list: dict[str, Seal] = {}
        for name in self.names():
            seal = self.read(name)
            by_list.setdefault(seal.list_sha256, seal)
        continued = {before for sha256 in self.chain(by_list) for before in lists_before(self.list_data(sha256))}
        return tuple(seal for sha256, seal in by_list.items() if sha256 not in continued)


def beginning(folder: Folder, name: str) -> bytes:
    """The bytes of a seal's file; of one that is longer than any seal, enough to see that it is. Errors as `read`."""
    data = b""
    for chunk in folder.chunks(name):
        data += chunk
        if len(data) > LARGEST:
            break
    return data


def kept(path: str) -> Seal:
    """The seal in a file that is kept elsewhere.

    Raises NotFoundError where there is no such file, UnreadableError for one that is no seal.
    """
    where = Path(os.path.realpath(path))
    try:
        with Folder.at(str(where.parent)) as folder:
            return read_seal(beginning(folder, where.name), path)
    except FileNotFoundError:
        raise NotFoundError(f"{path}: there is no such file. Name a seal that was kept, or say latest.") from None
    except DamagedError as error:
        raise UnreadableError(str(error)) from error


def seal(root: Folder, sealed_at: str, origin: str | None = None) -> Sealing:
    """Seal the archive in the open folder `root`: write a list of the records that no seal covers, and a seal.

    Where the latest seal covers all there is, nothing is written. `origin` says whose archive it is; without it, what
    the latest seal says, else a name made of archive.json. Raises UsageError for an origin that cannot be one, and for
    another than the latest seal's where nothing is new; NotFoundError where there are no records, DamagedError for a
    seal, a list or a new record that is damaged.
    """
    if origin is not None:
        refuse_other_origins(origin)
    seals = Seals(root)
    heads = seals.latest()
    before = sorted({head.list_sha256 for head in heads})
    covered = Covered(seals.records(seals.chain(before)))
    added = sorted(_new(root, covered), key=lambda each: each[1])
    lost = tuple(sorted(path for path, is_there in covered.paths.items() if not is_there))
    if not added and len(before) == 1:
        _refuse_another(origin, heads[0])
        return Sealing(heads[0], f"{SEALS}/{seal_name(heads[0])}", 0, made=False, lost=lost)
    if not added and not before:
        raise NotFoundError(f"{root.path} holds no records yet; there is nothing to seal.")
    for sha256, _ in added:
        covered.add(sha256)
    listed = list_bytes(before, added)
    origin = origin or (heads[-1].origin if heads else _unnamed(root))
    stated = Seal(origin, covered.tree.size, covered.tree.root().hex(), sealed_at, digest(listed), "")
    data = seal_bytes(stated)
    made = stated._replace(sha256=digest(data))
    with root.make(TEMPORARY, durable=False) as staging, root.make(SEALS, durable=True) as folder:
        add(staging, folder, list_name(made.list_sha256), listed)
        add(staging, folder, seal_name(made), data)
    return Sealing(made, f"{SEALS}/{seal_name(made)}", len(added), made=True, lost=lost)


class Covered:
    """What lists cover: the tree over all records, each where it comes first, and their paths.

    `paths` says of each whether it was seen in the archive; at first none was.
    """

    def __init__(self, records: Iterable[tuple[str, str]]) -> None:
        self.tree = Tree()
        self.paths: dict[str, bool] = {}
        self._leaves: set[bytes] = set()
        for sha256, path in records:
            self.add(sha256)
            self.paths[path] = False

    def add(self, sha256: str) -> None:
        """Add a record by its digest, unless it is there."""
        leaf = bytes.fromhex(sha256)
        if leaf not in self._leaves:
            self._leaves.add(leaf)
            self.tree.add(leaf)


def _new(root: Folder, covered: Covered) -> Iterator[tuple[str, str]]:
    """The records that no seal covers, as digest and path; those that one covers are marked as seen."""
    damage: list[DamagedError] = []
    for path, folder in reader.article_folders(root, damage):
        for file in folder.names():
            name = read_name(file)
            if name is None or not name.is_record:
                continue
            where = f"{path}/{file}"
            if where in covered.paths:
                covered.paths[where] = True
                continue
            data = folder.read(file)
            sha256 = digest(data)
            if not sha256.startswith(name.digest):
                raise DamagedError(f"{folder.path}/{file} is damaged: its bytes do not have the digest in its name.")
            record.read(data, f"{folder.path}/{file}")
            yield sha256, where
    if damage:
        raise damage[0]


def _refuse_another(origin: str | None, latest: Seal) -> None:
    """Raise UsageError for an origin that the latest seal, which covers all there is, does not have."""
    if origin not in {None, latest.origin}:
        raise UsageError(
            f"There is nothing new since the seal of {latest.origin}, so none of {origin} was made. Leave out "
            "--origin, or seal again when something came in."
        )


def _unnamed(root: Folder) -> str:
    return f"{_UNNAMED}{digest(root.read(DESCRIPTION))[:_DIGITS]}"
