"""The folder of a site: what is in it and is ours, written so that it is whole at every moment.

`archivist-site.json` names every file that this program wrote, with its digest. A file is written under another name
and renamed; one with the same bytes is left; one that the manifest does not name is never touched. Before anything is
written the manifest names what is about to be, so that an interrupted run leaves nothing behind that a later one does
not know.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256

from archivist.cli.site_manifest import MANIFEST, Manifest, Part, Written, bytes_of, manifest_of
from archivist.errors import ArchivistError, UsageError, WriteError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import Self


class Folder:
    """A site's folder, locked for this process for as long as the `with` statement lasts.

    `parts` are its articles by id, `shared` is the part of the site as a whole. Both change in memory; `save` writes
    them.
    """

    def __init__(self, path: Path, recipe: str) -> None:
        """`recipe` is a digest of the program's version and assets; what was made by another one is made again."""
        self.path = path
        self.parts: dict[str, Part] = {}
        self.shared = Part()
        self._recipe = recipe
        self._pending: set[str] = set()
        self._lock = -1

    def __enter__(self) -> Self:
        """Make the folder if need be. Raises UsageError for one that is not a site's, WriteError if refused."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            self._lock = os.open(self.path, os.O_RDONLY | os.O_DIRECTORY)
            self._take_lock()
            self._load()
        except OSError as error:
            self._release()
            raise WriteError(f"{self.path}: {error.strerror}. Nothing was written.") from error
        except ArchivistError:
            self._release()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Let others write here again."""
        self._release()

    def claim(self, addresses: Iterable[str]) -> None:
        """Name files that are about to be written. Raises WriteError where one is there that is not ours."""
        new = set(addresses) - self._held() - self._pending
        taken = sorted(address for address in new if os.path.lexists(self.path / address))
        if taken:
            raise WriteError(
                f"{self.path / taken[0]} is in the way: archivist did not write it and leaves it alone. Move it."
            )
        self._pending |= new

    def is_whole(self, part: Part) -> bool:
        """Whether the files of a part are there, each with its size."""
        return all(_size(self.path / address) == written.size for address, written in part.files.items())

    def save(self) -> None:
        """Write the manifest."""
        data = bytes_of(Manifest(self._recipe, self.shared, self.parts, self._unclaimed()))
        write(self.path, MANIFEST, data, None)

    def sweep(self) -> int:
        """Remove what is ours and belongs to no part any more, and the folders that this leaves empty; how many.

        What lies behind a symbolic link is not in this folder, and stays.
        """
        removed = 0
        for address in self._unclaimed():
            if _link_on_the_way(self.path, address):
                continue
            with suppress(FileNotFoundError, NotADirectoryError):
                (self.path / address).unlink()
                removed += 1
            for folder in list((self.path / address).parents)[: address.count("/")]:
                with suppress(OSError):
                    folder.rmdir()
        self._pending.clear()
        return removed

    def forget(self, article: str) -> None:
        """Give up an article; its files are ours until they are swept away."""
        self.replace(article, None)

    def replace(self, article: str, part: Part | None) -> None:
        """Put a new part in an article's place, None for none; files of the old one are ours until they are swept."""
        old = self.parts.pop(article, Part())
        self._pending |= set(old.files)
        if part is not None:
            self.parts[article] = part

    def replace_shared(self, part: Part) -> None:
        """As `replace`, for the part of the site as a whole."""
        self._pending |= set(self.shared.files)
        self.shared = part

    def _held(self) -> set[str]:
        """What belongs to the site as it is."""
        return {address for part in (self.shared, *self.parts.values()) for address in part.files}

    def _unclaimed(self) -> tuple[str, ...]:
        """What is or may be there, is ours, and belongs to no part (yet, or any more)."""
        return tuple(sorted(self._pending - self._held()))

    def _release(self) -> None:
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1

    def _take_lock(self) -> None:
        from fcntl import LOCK_EX, LOCK_NB, flock

        try:
            flock(self._lock, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            raise WriteError(
                f"{self.path}: another archivist is writing this site. Try again when it is done."
            ) from None

    def _load(self) -> None:
        try:
            data = (self.path / MANIFEST).read_bytes()
        except FileNotFoundError:
            # What is left of a manifest whose writer was killed is ours.
            if any(path.name != _staged(MANIFEST) for path in self.path.iterdir()):
                raise UsageError(
                    f"{self.path} is not empty and is not a site of archivist's (it has no {MANIFEST}). Name a new "
                    "folder or an empty one."
                ) from None
            return
        known = manifest_of(data)
        if known is None:
            raise UsageError(
                f"{self.path / MANIFEST} is not what archivist writes there. Remove the folder and make the site "
                "anew, or name another one."
            )
        self.shared, self.parts, self._pending = known.shared, dict(known.parts), set(known.pending)
        if known.recipe != self._recipe:
            self.shared = known.shared.distrusted()
            self.parts = {article: part.distrusted() for article, part in known.parts.items()}


def write(folder: Path, address: str, data: bytes, before: Written | None) -> tuple[Written, bool]:
    """Have `data` at `address`; what the file holds, and whether it was touched: not where it held just that `before`.

    The file is whole under its name or not there at all. Raises WriteError, also where a folder of the address is a
    symbolic link: it may lead out of the site.
    """
    path = folder / address
    link = _link_on_the_way(folder, address)
    if link:
        raise WriteError(f"{link} is a symbolic link; a site is written into its own folder only. Remove the link.")
    written = Written(sha256(data).hexdigest(), len(data))
    if before == written and _size(path) == written.size:
        return written, False
    # The same name every time: what an interrupted run left is written over by the next.
    temporary = path.with_name(_staged(path.name))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            temporary.unlink(missing_ok=True)  # it may be a link, which would be written through
            temporary.write_bytes(data)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise WriteError(f"{path}: {error.strerror}. The site is as far as it came; run the command again.") from error
    return written, True


def read(folder: Path, address: str, written: Written | None) -> bytes | None:
    """The bytes of a file that we wrote; None where it holds others or is gone."""
    if written is None:
        return None
    try:
        data = (folder / address).read_bytes()
    except OSError:
        return None
    return data if sha256(data).hexdigest() == written.sha256 else None


def _link_on_the_way(folder: Path, address: str) -> Path | None:
    """The outermost folder of an address below `folder` that is a symbolic link; None where there is none."""
    parents = list((folder / address).parents)[: address.count("/")]
    return next((path for path in reversed(parents) if path.is_symlink()), None)


def _staged(name: str) -> str:
    """What a file is called until it is whole."""
    return f".{name}.tmp"


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None
