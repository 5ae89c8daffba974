"""Making a new archive (docs/format.md, *archive.json*)."""

from __future__ import annotations

from archivist.archive.description import FOUNDING, describe
from archivist.archive.disk import Folder, Writing, add
from archivist.archive.layout import ARTICLES, DESCRIPTION, TEMPORARY
from archivist.errors import DamagedError, NotAnArchiveError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path


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
    """Make a folder and those above it, durably, where they do not exist.

    Raises WriteError where the system refuses, NotAnArchiveError where something else has the folder's name.
    """
    with Writing(str(path)):
        missing = [level for level in (path, *path.parents) if not level.exists()]
    for level in reversed(missing):
        with Writing(str(level)):
            level.mkdir(exist_ok=True)
            with Folder.at(str(level.parent)) as above:
                above.sync()
    with Writing(str(path)):
        is_folder = path.is_dir()
    if not is_folder:
        raise NotAnArchiveError(f"{path} is not a folder.")
