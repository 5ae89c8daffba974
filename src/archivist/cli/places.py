"""What a command line's words stand for: the archive, an article's revision, a file."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from archivist.errors import UnreadableError, UsageError

if TYPE_CHECKING:
    from archivist.archive.store import Archive
    from archivist.model.text import Text

VARIABLE = "ARCHIVIST_ARCHIVE"
"""The environment variable that names the archive folder."""


def archive_at(option: str | None, top: object) -> Archive:
    """The archive meant: the command's `--archive`, the program's, the environment's, else the nearest upwards.

    `top` is the context object of the program, which holds its own `--archive`. Raises NotAnArchiveError.
    """
    from pathlib import Path

    from archivist.archive.store import Archive

    named = option or (top if isinstance(top, str) else None) or os.environ.get(VARIABLE) or None
    if named is None:
        try:
            here = Path.cwd()
        except FileNotFoundError:
            raise UnreadableError("the current folder does not exist any more. Go to another one.") from None
        return Archive.find(here)
    folder = Path(named)
    inner = folder / "archive"
    if not (folder / "archive.json").exists() and (inner / "archive.json").exists():
        return Archive.open(inner)
    return Archive.open(folder)


def split_selector(operand: str) -> tuple[str, str | None]:
    """`ARTICLE@SEL` as article and selector; the selector is None where there is none."""
    article, at, selector = operand.partition("@")
    if at and not selector:
        raise UsageError(
            f"{operand}: there is nothing after the @. Name a revision: {article}@1, {article}@-1, {article}@latest, "
            f"{article}@2026-03-02 or a digest's first digits."
        )
    return article, selector or None


def read_bytes(path: str) -> bytes:
    """The bytes of a file; `-` is stdin. Raises UnreadableError with the system's reason."""
    import sys

    if path == "-" and sys.stdin is None:
        raise UnreadableError("stdin is closed; there is nothing to read.")
    if path not in {"-", os.devnull} and _is_device(path):
        raise UnreadableError(f"{path} is a device, which need not come to an end. Name a file.")
    try:
        if path == "-":
            return sys.stdin.buffer.read()
        with open(path, "rb") as file:  # noqa: PTH123  # without pathlib: start-up time
            return file.read()
    except OSError as error:
        raise UnreadableError(f"{path}: {error.strerror or error}.") from error


def _is_device(path: str) -> bool:
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116  # a name that pathlib refuses is refused where it is read
    except (OSError, ValueError):
        return False
    return stat.S_ISCHR(mode) or stat.S_ISBLK(mode)


def read_text(path: str, encoding: str | None = None) -> Text:
    """The text in a file. Raises UnreadableError, with the file named, where it is not text."""
    from archivist.text.decode import decode

    data = read_bytes(path)
    try:
        return decode(data, encoding)
    except UnreadableError as error:
        raise UnreadableError(f"{path}: {error}") from error


def known_encoding(name: str | None) -> str | None:
    """`name`, if Python knows an encoding of that name. Raises UsageError where it does not."""
    import codecs

    try:
        return name and codecs.lookup(name).name
    except (LookupError, ValueError):
        raise UsageError(f"--encoding {name}: no encoding has this name. Try utf-8, windows-1252 or utf-16.") from None


def is_file(operand: str) -> bool:
    """Whether a diff or claims operand means a file: `-`, an existing one, or one that is spelled like a path."""
    if operand == "-" or operand.endswith(".txt") or operand.startswith((".", "/", "~")):
        return True
    return os.path.isfile(operand)  # noqa: PTH113  # as in read_bytes
