"""From what a person names (files, folders, patterns) to what an archive takes in: a text, its id, its metadata."""

from __future__ import annotations

import glob
import os
import re
import stat
import unicodedata
from pathlib import Path

from archivist.errors import NotFoundError, UnreadableError, UsageError
from archivist.model.noun import NamedTuple
from archivist.schema.files import read_plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import NoReturn

TEXT_ENDING = ".txt"
LIST_FIELDS = frozenset({"authors", "keywords"})
"""The metadata fields that hold several values, one for each `--set`."""


class Source(NamedTuple):
    """A text to take in: its path as named (`-` is stdin) and its sidecar, if it has one."""

    path: str
    sidecar: Path | None


def sources(words: Iterable[str]) -> list[Source]:
    """The texts that paths, folders and patterns stand for, in the order named.

    Inside a folder or a pattern they come in natural order of name (rev2 before rev10). A folder stands for every
    plain `.txt` file below it: symbolic links are not followed, and archives are left out. Raises NotFoundError where
    a word stands for nothing, UsageError for an archive, UnreadableError for a folder that may not be read.
    """
    found: list[Source] = []
    for word in words:
        if word == "-":
            found.append(Source("-", None))
        else:
            found.extend(Source(str(path), _sidecar(path)) for path in _expand(word))
    return found


def _expand(word: str) -> list[Path]:
    path = Path(word)
    if path.is_dir():
        texts = list(_walk(path))
        if not texts:
            raise NotFoundError(
                f"{word}: this folder holds no {TEXT_ENDING} files. Name a file, or a folder that does."
            )
        return sorted(texts, key=_natural)
    if path.exists():
        return [path]
    matches = (
        [Path(match) for match in glob.glob(word, recursive=True)]  # noqa: PTH207  # the pattern may be absolute
        if glob.has_magic(word)
        else []
    )
    if not matches:
        raise NotFoundError(f"{word}: there is no such file or folder.")
    return sorted((match for match in matches if match.is_file() and match.suffix != ".json"), key=_natural)


def _walk(top: Path) -> Iterator[Path]:
    """The texts below a folder."""
    if _is_archive(top):
        raise UsageError(f"{top}: this folder is an archive; what it holds is archived already. Name another one.")
    for folder, below, names in os.walk(top, onerror=_refuse):
        below[:] = [name for name in below if not _is_archive(Path(folder, name))]
        yield from (
            Path(folder, name) for name in names if name.lower().endswith(TEXT_ENDING) and _is_plain(folder, name)
        )


def _refuse(error: OSError) -> NoReturn:
    raise UnreadableError(f"{error.filename}: {error.strerror}. Nothing was archived.") from error


def _is_plain(folder: str, name: str) -> bool:
    """Whether this is a plain file, and no link to one."""
    try:
        return stat.S_ISREG(os.lstat(Path(folder, name)).st_mode)
    except OSError as error:
        _refuse(error)


def _is_archive(folder: Path) -> bool:
    description = folder / "archive.json"
    if not os.path.lexists(description):
        return False
    from archivist.archive.description import is_ours

    try:
        return is_ours(read_plain(str(description)))
    except UnreadableError:
        return False


def _natural(path: Path) -> tuple[tuple[tuple[int, str], ...], ...]:
    """Sort rev2 before rev10."""
    return tuple(
        tuple(
            (int(piece), "") if piece.isdecimal() and piece.isascii() else (-1, piece)
            for piece in re.split(r"([0-9]+)", part)
        )
        for part in path.parts
    )


def _sidecar(path: Path) -> Path | None:
    """What stands beside a text in its sidecar's place, also where it cannot be read: the reader of it says so."""
    beside = path.with_suffix(".json")
    return beside if beside != path and os.path.lexists(beside) else None


def article_id_from(path: str) -> str:
    """The article id that a file's name suggests: its stem in lower-case ASCII, other characters as hyphens.

    Raises UsageError where there is no name (stdin) or a letter of it would be lost: 東京 and 大阪 are not one story.
    """
    stem = "" if path == "-" else Path(path).stem
    plain = "".join(c for c in unicodedata.normalize("NFKD", stem) if not unicodedata.combining(c)).lower()
    article = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:120].strip("-")
    if not article or any(c.isalnum() and not c.isascii() for c in plain):
        raise UsageError(
            f"{'stdin' if path == '-' else path}: no article id can be made of this name. Give one: --article ID."
        )
    return article


def assignments(words: Iterable[str]) -> dict[str, object]:
    """What `--set field=value` words say; `authors` and `keywords` gather one value a word. Raises UsageError."""
    fields: dict[str, object] = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals or not name:
            raise UsageError(f"--set {word}: this must be field=value, for example --set headline='Bridge closed'.")
        if name in LIST_FIELDS:
            values = fields.setdefault(name, [])
            if isinstance(values, list):
                values.append(value)
        elif name in fields:
            raise UsageError(
                f"--set {name}: this field is set twice. Only {' and '.join(sorted(LIST_FIELDS))} take several values."
            )
        else:
            fields[name] = value
    return fields
