"""Repairing: damaged and missing files taken from another copy of the archive, each proven by its digest.

Nothing is deleted, and nothing good is touched: a damaged file is set aside in the folder `damaged/`.
"""

from __future__ import annotations

import os
from contextlib import suppress

from archivist.archive import description, record
from archivist.archive.checkpoint import SEALS, is_seal_name, list_name, list_named, read_list, read_seal, seal_name
from archivist.archive.disk import Folder, Staged, Writing
from archivist.archive.layout import DESCRIPTION, TEMPORARY, digest, home, read_name
from archivist.archive.seal_check import SealAuditor
from archivist.archive.verify import verify
from archivist.archive.verify_folders import folder_at
from archivist.errors import ArchivistError, DamagedError, NotAnArchiveError
from archivist.model.noun import NamedTuple
from archivist.model.revision import Damage
from archivist.model.upkeep import Action, Repair, RepairStep

DAMAGED = "damaged"
"""The folder of an archive in which a repair sets aside what it replaces; nothing in it counts."""

_DIGITS = 12


class _Good(NamedTuple):
    """A file of the other copy that is what its name says: its path, its bytes, and what it names in turn."""

    path: str
    data: bytes
    names: tuple[_Named, ...]


class _Named(NamedTuple):
    """A path that a file names, with the whole digest of what lies there where it says that."""

    path: str
    sha256: str = ""


def repair(root: Folder, other: Folder, *, act: bool, processes: int = 1) -> Repair:
    """Take from the copy in `other` what is damaged or missing in the archive in `root`; or say what would be taken.

    The archive is checked first, and again after it was acted on. Raises NotAnArchiveError for a format that this
    version does not know, WriteError where the system refuses; then each file is either as it was or repaired.
    """
    for archive in (root, other):
        try:
            description.refuse_other_formats(archive.read(DESCRIPTION), f"{archive.path}/{DESCRIPTION}")
        except FileNotFoundError:
            raise NotAnArchiveError(f"{archive.path}/{DESCRIPTION} is missing.") from None
        except DamagedError:  # no plain file: told as damage
            continue
    found = _check(root, processes)
    plan = _Plan(root, other)
    for damage in found:
        plan.mend(damage)
    plan.follow()
    steps = tuple(sorted(plan.steps.values(), key=_order))
    if not act or not steps:
        return Repair(steps, tuple(plan.remaining), done=act)
    for step in steps:
        _perform(root, other, step)
    return Repair(steps, _check(root, processes), done=True)


def _check(root: Folder, processes: int) -> tuple[Damage, ...]:
    return verify(root, processes=processes, auditor=SealAuditor(root)).damage


def _order(step: RepairStep) -> tuple[int, str]:
    """What is named comes before what names it: contents, records, lists, seals."""
    endings = (".json", ".sha256", ".seal")
    place = next((place for place, ending in enumerate(endings) if step.path.endswith(ending)), -1)
    return place, step.path


class _Plan:
    """What is to be copied in, while it is being found out."""

    def __init__(self, root: Folder, other: Folder) -> None:
        self.steps: dict[str, RepairStep] = {}
        self.remaining: list[Damage] = []
        self._root = root
        self._other = other
        self._named: list[_Named] = []

    def mend(self, damage: Damage) -> None:
        """Plan a step for this damage, or keep it as what remains."""
        try:
            good = self._good(damage)
            planned = good is not None and self._plan(good, damage.what)
        except DamagedError:  # no folder where one belongs; only a person can say what that is
            planned = False
        if not planned:
            self.remaining.append(damage)

    def follow(self) -> None:
        """Plan what the files to come name, where it is missing; nothing here could tell of it so far."""
        while self._named:
            path, sha256 = self._named.pop()
            if path not in self.steps and not _exists(self._root, path):
                what = "This file is missing, and one that is copied in names it."
                self.mend(Damage(path, what, (sha256,) if sha256 else ()))

    def _good(self, damage: Damage) -> _Good | None:
        path = _found(self._other, damage.path)
        if path is None:
            return None
        try:
            data = _read(self._other, path)
            names = _proven(path, data, damage.revisions)
        except (FileNotFoundError, ArchivistError, UnicodeDecodeError):
            return None
        return None if names is None else _Good(path, data, names)

    def _plan(self, good: _Good, reason: str) -> bool:
        """Whether there is a step; not where the same bytes are here already, so that they are not what is wrong."""
        if good.path in self.steps:
            return True
        action = Action.REPLACE if _exists(self._root, good.path) else Action.ADD
        with suppress(FileNotFoundError, ArchivistError):
            if _read(self._root, good.path) == good.data:
                return False
        self.steps[good.path] = RepairStep(good.path, action, digest(good.data), len(good.data), reason)
        self._named += good.names
        return True


def _proven(path: str, data: bytes, revisions: tuple[str, ...]) -> tuple[_Named, ...] | None:
    """What a file names, where it is what its name says; None where it is not, or nothing can tell.

    Where one of `revisions` is a record's whole digest, it must have that: the digits in a name can be forged. Raises
    DamagedError and UnicodeDecodeError for what is not even of its kind.
    """
    folder, _, name = path.rpartition("/")
    if folder == SEALS:
        return _proven_seal(name, data)
    known = read_name(name)
    own = digest(data)
    if known is None or not folder:
        return () if data == description.FOUNDING.get(path) else None
    if not own.startswith(known.digest) or not known.k.startswith(folder[-8:]):
        return None
    if known.is_record:
        whole = [digits for digits in revisions if digits.startswith(known.digest) and len(digits) > _DIGITS]
        return None if whole and own not in whole else _named_by(folder, name, data)
    if known.is_text:
        data.decode("utf-8")
    return ()


def _proven_seal(name: str, data: bytes) -> tuple[_Named, ...] | None:
    """As `_proven`, for a file in `seals/`."""
    if list_named(name) == digest(data):
        listed = read_list(data, name)
        lists = (_Named(f"{SEALS}/{list_name(sha256)}", sha256) for sha256 in listed.before)
        return (*lists, *(_Named(path, sha256) for sha256, path in listed.records))
    if is_seal_name(name):
        seal = read_seal(data, name)
        return (_Named(f"{SEALS}/{list_name(seal.list_sha256)}"),) if seal_name(seal) == name else None
    return None


def _named_by(folder: str, name: str, data: bytes) -> tuple[_Named, ...] | None:
    """What a record names, where it is sound and lies where it should; None where not."""
    revision = record.read(data, name)
    place = home(revision.article)
    if place.path != folder or place.record(revision.digest, revision.captured_at) != name:
        return None
    contents = [place.text(revision.text_sha256)]
    if revision.received is not None:
        contents.append(place.received(str(revision.received["sha256"]), str(revision.received["mediaType"])))
    parents = (_Named(f"{folder}/*-{parent[:12]}.{place.k[:10]}.json", parent) for parent in revision.parents)
    return (*(_Named(f"{folder}/{file}") for file in contents), *parents)


def _found(archive: Folder, path: str) -> str | None:
    """A path that knows no record's time, `…/*-<r12>.<k10>.json`, as it is in the archive; None where it is not."""
    folder, _, name = path.rpartition("/")
    if not name.startswith("*-"):
        return path
    with suppress(FileNotFoundError, ArchivistError), folder_at(archive, folder) as found:
        return next(
            (f"{folder}/{each}" for each in found.names() if each.endswith(name[1:]) and read_name(each)), None
        )
    return None


def _read(archive: Folder, path: str) -> bytes:
    """The bytes of a file of an archive. Errors as in `Folder.folder` and `Folder.read`."""
    folder, _, name = path.rpartition("/")
    if not folder:
        return archive.read(name)
    with folder_at(archive, folder) as found:
        return found.read(name)


def _exists(archive: Folder, path: str) -> bool:
    """Whether anything lies at a path."""
    folder, _, name = path.rpartition("/")
    if name.startswith("*-"):
        return _found(archive, path) is not None
    try:
        if not folder:
            return archive.has(name)
        with folder_at(archive, folder) as found:
            return found.has(name)
    except FileNotFoundError:
        return False


def _perform(root: Folder, other: Folder, step: RepairStep) -> None:
    """Copy one file in: proven and durable before what is there is set aside, and named after that."""
    data = _read(other, step.path)
    if digest(data) != step.sha256:
        raise DamagedError(f"{other.path}/{step.path} has changed since it was checked. It was not copied.")
    path, _, name = step.path.rpartition("/")
    with (
        _made(root, path) as folder,
        root.make(TEMPORARY, durable=False) as staging,
        Writing(f"{root.path}/{step.path}"),
    ):
        staged = Staged(staging, data)
        try:
            staged.sync()
            if folder.has(name) and not _is(folder, name, data):
                _set_aside(root, folder, name)
            staged.place(folder, name)
        finally:
            staged.drop()
        folder.sync()


def _is(folder: Folder, name: str, data: bytes) -> bool:
    """Whether the file has become good since it was planned for: somebody else repaired it."""
    try:
        return folder.read(name) == data
    except DamagedError:
        return False


def _made(root: Folder, path: str) -> Folder:
    """The open folder at a path of an archive, made durably where it is missing."""
    folder = Folder(os.dup(root.descriptor), root.path)
    for name in filter(None, path.split("/")):
        with folder:
            inner = folder.make(name, durable=True)
        folder = inner
    return folder


def _set_aside(root: Folder, folder: Folder, name: str) -> None:
    """Give what is there a name in the folder `damaged/`, which nothing has."""
    with root.make(DAMAGED, durable=True) as aside:
        kept = f"{name}.{os.urandom(8).hex()}"
        os.rename(name, kept, src_dir_fd=folder.descriptor, dst_dir_fd=aside.descriptor)
        aside.sync()
        folder.sync()
