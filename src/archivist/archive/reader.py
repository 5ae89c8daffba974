"""Reading an archive's articles, records and files, each proven against the digest in its name."""

from __future__ import annotations

from functools import partial

from archivist.archive import record
from archivist.archive.layout import ARTICLES, digest, home, is_article_folder, is_outer_folder, read_name
from archivist.errors import DamagedError, NotFoundError, TakenError
from archivist.model.revision import Article

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from archivist.archive.disk import Folder
    from archivist.archive.layout import Home
    from archivist.model.revision import Revision

_NEAREST = 3


def articles(root: Folder) -> tuple[tuple[Article, ...], tuple[DamagedError, ...]]:
    """All articles with a record that can be read, by id; and what keeps others from being told."""
    found: list[Article] = []
    damage: list[DamagedError] = []
    for path, folder in article_folders(root, damage):
        try:
            article = _article(path, folder)
        except DamagedError as error:
            damage.append(error)
            continue
        if article is not None:
            found.append(article)
    return tuple(sorted(found, key=lambda article: article.id)), tuple(damage)


def article_folders(root: Folder, damage: list[DamagedError]) -> Iterator[tuple[str, Folder]]:
    """Every article's folder, open for as long as it is looked at, with its path relative to the archive.

    What has the name of a folder and is none goes to `damage`.
    """
    try:
        top = root.folder(ARTICLES)
    except FileNotFoundError:
        return
    with top:
        for outer, middle in _folders(top, is_outer_folder, damage):
            for inner, folder in _folders(middle, partial(is_article_folder, outer), damage):
                yield f"{ARTICLES}/{outer}/{inner}", folder


def _folders(folder: Folder, fits: Callable[[str], bool], damage: list[DamagedError]) -> Iterator[tuple[str, Folder]]:
    for name in filter(fits, folder.names()):
        try:
            inner = folder.folder(name)
        except DamagedError as error:
            damage.append(error)
            continue
        with inner:
            yield name, inner


def records(root: Folder, place: Home) -> dict[str, Revision]:
    """All records of an article by file name; empty where there is no article. Errors as in `records_in`."""
    try:
        folder = article_folder(root, place)
    except FileNotFoundError:
        return {}
    with folder:
        return records_in(folder, place, folder.names(), used=False)


def records_in(folder: Folder, place: Home, names: Iterable[str], *, used: bool) -> dict[str, Revision]:
    """The records among the files `names` of an article's folder. `used` says that others are known to be there.

    Raises DamagedError for a record that is not what its name says, or that is of an article which belongs elsewhere;
    TakenError where the folder is that of another article.
    """
    found = {}
    other = ""
    for name in filter(_is_record, names):
        revision = _record(folder, name)
        if home(revision.article).path != place.path:
            raise DamagedError(f"{folder.path}/{name} is a record of {revision.article}, not of {place.id}.")
        if revision.article != place.id:
            other = revision.article
        else:
            found[name] = revision
    if other and (found or used):
        raise DamagedError(f"{folder.path} holds records of {other} and of {place.id}.")
    if other:
        raise TakenError(
            f"{place.id} cannot be archived here: its folder, {place.path}, is that of {other}, whose id gives the "
            "same name. Choose another id.",
        )
    return found


def proven(root: Folder, place: Home, name: str, sha256: str) -> bytes:
    """The bytes of a file of an article. Raises DamagedError where it is missing or has another digest."""
    try:
        with article_folder(root, place) as folder:
            data = folder.read(name)
    except FileNotFoundError:
        raise DamagedError(f"{root.path}/{place.path}/{name} is missing, and a record names it.") from None
    if digest(data) != sha256:
        raise DamagedError(
            f"{root.path}/{place.path}/{name} is damaged: its bytes do not have the digest in its name."
        )
    return data


def unknown(root: Folder, article: str) -> NotFoundError:
    """The error for an article that is not there, with the ids nearest to the one that was asked for."""
    from difflib import get_close_matches  # start-up time: only this message needs it

    ids = [known.id for known in articles(root)[0]]
    near = get_close_matches(article, ids, _NEAREST, 0.5)
    if not ids:
        hint = "The archive is empty."
    elif near:
        hint = f"Nearest to it: {', '.join(near)}."
    else:
        others = "1 other" if len(ids) == 1 else f"{len(ids)} others"
        hint = f"It holds {others}; see `archivist list`."
    return NotFoundError(f"There is no article {article} in {root.path}. {hint}")


def article_folder(root: Folder, place: Home) -> Folder:
    """The folder of an article, open. Raises FileNotFoundError where there is none."""
    with root.folder(ARTICLES) as top, top.folder(place.folders[0]) as middle:
        return middle.folder(place.folders[1])


def _is_record(name: str) -> bool:
    read = read_name(name)
    return read is not None and read.is_record


def _record(folder: Folder, name: str) -> Revision:
    data = folder.read(name)
    if f"-{digest(data)[:12]}." not in name:
        raise DamagedError(f"{folder.path}/{name} is damaged: its bytes do not have the digest in its name.")
    return record.read(data, f"{folder.path}/{name}")


def _article(path: str, folder: Folder) -> Article | None:
    """The article of a folder by its first sound record; None where an interrupted writer left no record."""
    damage = None
    for name in filter(_is_record, folder.names()):
        try:
            return Article(_record(folder, name).article, path)
        except DamagedError as error:
            damage = damage or error
    if damage is not None:
        raise damage
    return None
