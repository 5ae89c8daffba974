"""Writing: a new archive, and a new revision, each file in its order (docs/format.md, *Writing*)."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Self

from archivist.archive.description import FOUNDING, describe
from archivist.archive.disk import Folder, add, sweep, writing
from archivist.archive.layout import ARTICLES, DESCRIPTION, TEMPORARY
from archivist.errors import DamagedError, NotAnArchiveError

if TYPE_CHECKING:
    from pathlib import Path

    from archivist.archive.layout import Home
    from archivist.model.revision import Revision
    from archivist.model.text import Text


def found(root: Folder, created_at: str) -> None:
    """Make the open folder an archive; archive.json comes last, so that it stands for all of it.

    Raises NotAnArchiveError where the folder holds something else under the names of an archive.
    """
    try:
        _refuse_others(root)
        staging = root.make(TEMPORARY, durable=False)
    except DamagedError as error:
        raise NotAnArchiveError(str(error)) from error
    with staging, root.make(ARTICLES, durable=True):
        for name, data in FOUNDING.items():
            add(staging, root, name, data)
        add(staging, root, DESCRIPTION, describe(created_at))


def _refuse_others(root: Folder) -> None:
    for name, data in FOUNDING.items():
        if root.has(name) and root.read(name) != data:
            raise NotAnArchiveError(f"{root.path}/{name} is not an archive's; choose a folder that does not have it.")
    if root.has(ARTICLES):
        with root.folder(ARTICLES) as articles:
            if articles.names():
                raise NotAnArchiveError(f"{articles.path} is not empty; choose a folder that does not have it.")


def make_folder(path: Path) -> None:
    """Make a folder and those above it, durably, where they do not exist. Raises WriteError."""
    missing = [level for level in (path, *path.parents) if not level.exists()]
    for level in reversed(missing):
        with writing(str(level)):
            level.mkdir(exist_ok=True)
            with Folder.at(str(level.parent)) as above:
                above.sync()
    if not path.is_dir():
        raise NotAnArchiveError(f"{path} is not a folder.")


class Writer:
    """Adds files to one article's folder, which is made if need be; use it in a `with` statement.

    `young` says that no record of the article has been seen: the names of its folders may not be durable yet, whoever
    made them, and are synced.
    """

    def __init__(self, root: Folder, place: Home, *, young: bool) -> None:
        outer, inner = place.folders
        self._place = place
        self._staging = root.make(TEMPORARY, durable=False)
        with root.make(ARTICLES, durable=young) as top, top.make(outer, durable=young) as middle:
            self._folder = middle.make(inner, durable=young)

    def __enter__(self) -> Self:
        sweep(self._staging)
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._staging.descriptor)
        os.close(self._folder.descriptor)

    def text(self, data: bytes, sha256: str) -> None:
        """Add a text. Raises WriteError, as the others do."""
        add(self._staging, self._folder, self._place.text(sha256), data)

    def received(self, text: Text, revision: Revision) -> None:
        """Add what was received for a revision, where that is not the text's own bytes."""
        if text.received is not None and revision.received is not None:
            sha256, media_type = str(revision.received["sha256"]), str(revision.received["mediaType"])
            add(self._staging, self._folder, self._place.received(sha256, media_type), text.received.data)

    def record(self, data: bytes, revision: Revision) -> None:
        """Add a record, once all that it names is in place."""
        add(self._staging, self._folder, self._place.record(revision.digest, revision.captured_at), data)
