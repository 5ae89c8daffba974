"""Folders and files of an archive: opened one below the other by descriptor, read as they are, added, never replaced.

Every folder is opened by its name in the folder above, and never through a symbolic link, so nothing planted in an
archive can lead a reader or a writer out of it.
"""

from __future__ import annotations

import errno
import os
import stat
import time
from contextlib import suppress
from operator import attrgetter

from archivist.errors import DamagedError, NotFoundError, UnreadableError, WriteError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_CHUNK = 1 << 20
_PIECE = 1 << 14
_DAY = 24 * 60 * 60
_KINDS = (
    (stat.S_ISLNK, "a symbolic link"),
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISREG, "a plain file"),
)


class Folder:
    """An open folder. Close it, or use it in a `with` statement. `path` is how messages call it."""

    def __init__(self, descriptor: int, path: str) -> None:
        self.descriptor = descriptor
        self.path = path

    @classmethod
    def at(cls, path: str) -> Self:
        """The folder at a path of the system's; symbolic links in that path are the user's own affair.

        Raises NotFoundError where there is no folder, UnreadableError where the system refuses.
        """
        try:
            return cls(os.open(path, _FOLDER), path)
        except (FileNotFoundError, NotADirectoryError) as error:
            raise NotFoundError(f"{path}: {error.strerror}.") from error
        except OSError as error:
            raise UnreadableError(f"{path}: {error.strerror}.") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self.descriptor)

    def folder(self, name: str) -> Folder:
        """A folder in this one. Raises FileNotFoundError; DamagedError for a symbolic link or anything else."""
        path = f"{self.path}/{name}"
        try:
            return Folder(os.open(name, _FOLDER | os.O_NOFOLLOW, dir_fd=self.descriptor), path)
        except FileNotFoundError:
            raise
        except OSError as error:
            if error.errno in {errno.ENOTDIR, errno.ELOOP}:
                raise DamagedError(
                    f"{path} is {self._kind(name)}; a folder belongs there. It was left alone."
                ) from error
            raise UnreadableError(f"{path}: {error.strerror}.") from error

    def make(self, name: str, *, durable: bool) -> Folder:
        """As `folder`, made if it does not exist. If `durable`, its name in this folder is synced, whoever made it."""
        with Writing(f"{self.path}/{name}"):
            with suppress(FileExistsError):
                os.mkdir(name, dir_fd=self.descriptor)
            if durable:
                os.fsync(self.descriptor)
        return self.folder(name)

    def entries(self) -> list[os.DirEntry[str]]:
        """What the folder holds, sorted by name."""
        try:
            with os.scandir(self.descriptor) as found:
                return sorted(found, key=attrgetter("name"))
        except OSError as error:
            raise UnreadableError(f"{self.path}: {error.strerror}.") from error

    def names(self) -> list[str]:
        """The names in the folder, sorted."""
        try:
            return sorted(os.listdir(self.descriptor))  # noqa: PTH208  # of a descriptor, which pathlib does not take
        except OSError as error:
            raise UnreadableError(f"{self.path}: {error.strerror}.") from error

    def has(self, name: str) -> bool:
        """Whether anything has that name here."""
        try:
            os.stat(name, dir_fd=self.descriptor, follow_symlinks=False)
        except FileNotFoundError:
            return False
        except OSError as error:
            raise UnreadableError(f"{self.path}/{name}: {error.strerror}.") from error
        return True

    def read(self, name: str) -> bytes:
        """The bytes of a file here.

        Raises FileNotFoundError, DamagedError for what is no plain file or what the disk cannot give back,
        UnreadableError where the system refuses.
        """
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a file here, a mebibyte at a time. Errors as in `read`."""
        path = f"{self.path}/{name}"
        try:
            descriptor = os.open(name, _FILE, dir_fd=self.descriptor)
        except FileNotFoundError:
            raise
        except OSError as error:
            if error.errno in {errno.ELOOP, errno.ENXIO}:
                raise DamagedError(f"{path} is {self._kind(name)}; a plain file belongs there.") from error
            raise UnreadableError(f"{path}: {error.strerror}.") from error
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise DamagedError(f"{path} is {self._kind(name)}; a plain file belongs there.")
            piece = min(_CHUNK, max(_PIECE, status.st_size + 1))  # a mebibyte for each small file costs time
            while chunk := os.read(descriptor, piece):
                yield chunk
                if len(chunk) < piece and len(chunk) == status.st_size:
                    break
        except OSError as error:
            if error.errno == errno.EIO:
                raise DamagedError(f"{path} cannot be read from the disk: {error.strerror}.") from error
            raise UnreadableError(f"{path}: {error.strerror}.") from error
        finally:
            os.close(descriptor)

    def sync(self) -> None:
        """Make the names in this folder durable."""
        with Writing(self.path):
            os.fsync(self.descriptor)

    def sync_file(self, name: str) -> None:
        """Make the bytes of a file here durable, whoever wrote them."""
        with Writing(f"{self.path}/{name}"):
            descriptor = os.open(name, _FILE, dir_fd=self.descriptor)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)

    def stamp(self) -> int:
        """When the system says that a name was last added or removed here, in nanoseconds; only to be compared."""
        with Writing(self.path):
            return os.fstat(self.descriptor).st_mtime_ns

    def _kind(self, name: str) -> str:
        return kind_of(os.stat(name, dir_fd=self.descriptor, follow_symlinks=False).st_mode)


def kind_of(mode: int) -> str:
    """What a file of this `st_mode` is, for a sentence."""
    return next((name for test, name in _KINDS if test(mode)), "a device")


def printable(name: str) -> str:
    """A file name that can be printed, whatever bytes it has."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


class Writing:  # no generator with @contextmanager: that costs three times as much
    """Around writing: whatever the system refuses in here becomes a WriteError that names `path` and the reason."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __enter__(self) -> None:
        """Nothing to do beforehand."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        """Raise the error that is meant."""
        if not isinstance(error, OSError):
            return
        reason = error.strerror or str(error)
        if error.errno in {errno.EPERM, errno.EOPNOTSUPP, errno.EMLINK} and error.filename2 is not None:
            reason = f"{reason} (this file system must allow hard links)"
        raise WriteError(f"{self._path} could not be written: {reason}. Nothing was acknowledged.") from error


class Staged:
    """A new file in a staging folder, proven to hold `data`. It counts once it has a name; at the end, `drop` it."""

    def __init__(self, staging: Folder, data: bytes) -> None:
        """Write the file. Raises OSError where the system refuses, or where other bytes arrive."""
        self.data = data
        self._staging = staging
        self._name = f"{os.getpid()}-{os.urandom(8).hex()}"
        self._descriptor = os.open(self._name, _NEW, 0o666, dir_fd=staging.descriptor)
        try:
            _write(self._descriptor, data)
            _prove(self._descriptor, data)
        except BaseException:
            self.drop()
            raise

    def begin(self) -> None:
        """Let the system begin to write the bytes to the disk, so that `sync` finds less to wait for; a hint only."""
        with suppress(OSError, AttributeError):  # not every system has it
            os.posix_fadvise(self._descriptor, 0, 0, os.POSIX_FADV_DONTNEED)

    def sync(self) -> None:
        """Make the bytes durable. Raises OSError."""
        os.fsync(self._descriptor)

    def place(self, folder: Folder, name: str) -> None:
        """Give the file its name in `folder`, of the same file system, unless there is one with the same bytes.

        Raises OSError where the system refuses, WriteError where the name is taken by other bytes.
        """
        try:
            os.link(
                self._name,
                name,
                src_dir_fd=self._staging.descriptor,
                dst_dir_fd=folder.descriptor,
                follow_symlinks=False,
            )
        except FileExistsError:
            holds(folder, name, self.data)
            folder.sync_file(name)
        finally:
            self.drop()

    def drop(self) -> None:
        """Take the file out of the staging folder. To be called again does nothing."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
            os.unlink(self._name, dir_fd=self._staging.descriptor)


def add(staging: Folder, folder: Folder, name: str, data: bytes) -> None:
    """Put a file of these bytes in `folder`, durably, unless it is there already (docs/format.md, *Writing*).

    It is written in `staging`, in the same file system, and appears under its name whole or not at all. Raises
    WriteError where the system refuses, and where the name is taken by other bytes; nothing is ever replaced.
    """
    with Writing(f"{folder.path}/{name}"):
        if holds(folder, name, data):
            folder.sync_file(name)
        else:
            staged = Staged(staging, data)
            try:
                staged.sync()
                staged.place(folder, name)
            finally:
                staged.drop()
        os.fsync(folder.descriptor)


def sweep(staging: Folder) -> None:
    """Remove what interrupted writers left in `staging` more than a day ago. What cannot be removed stays."""
    oldest = time.time() - _DAY
    for name in staging.names():
        with suppress(OSError):
            if os.stat(name, dir_fd=staging.descriptor, follow_symlinks=False).st_mtime < oldest:
                os.unlink(name, dir_fd=staging.descriptor)


def holds(folder: Folder, name: str, data: bytes) -> bool:
    """Whether the file is there with exactly these bytes. Raises WriteError where it has others."""
    at = 0
    try:
        for chunk in folder.chunks(name):
            if data[at : at + len(chunk)] != chunk:
                break
            at += len(chunk)
        else:
            if at == len(data):
                return True
    except FileNotFoundError:
        return False
    raise other_bytes(folder, name)


def other_bytes(folder: Folder, name: str) -> WriteError:
    """The error for a name that is taken by other bytes than those that should have it."""
    return WriteError(
        f"{folder.path}/{name} exists already and holds other bytes: it is damaged, or two different files have one "
        "digest. Nothing was replaced; `archivist verify` tells which.",
    )


def _write(descriptor: int, data: bytes) -> None:
    """Write all of `data`; the system may take it in pieces."""
    rest = memoryview(data)
    while rest:
        written = os.write(descriptor, rest)
        if written == 0:
            raise OSError(errno.EIO, "nothing could be written any more")
        rest = rest[written:]


def _prove(descriptor: int, data: bytes) -> None:
    """Raise OSError unless the file holds exactly `data`, whatever the writes before have reported."""
    size = os.fstat(descriptor).st_size
    if size != len(data):
        raise OSError(errno.EIO, f"{len(data)} bytes were written and {size} arrived")
    for at in range(0, size, _CHUNK):
        if os.pread(descriptor, _CHUNK, at) != data[at : at + _CHUNK]:
            raise OSError(errno.EIO, "other bytes arrived than were written")
