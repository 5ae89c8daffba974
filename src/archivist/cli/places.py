"""What a command line's words stand for: the archive, an article's revision, a file."""

from __future__ import annotations

import os
import stat

from archivist.errors import UnreadableError, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    from archivist.archive.store import Archive
    from archivist.model.text import Text

VARIABLE = "ARCHIVIST_ARCHIVE"
"""The environment variable that names the archive folder."""

_STDIN = frozenset({"-", "/dev/stdin"})
_OPEN_ALREADY = frozenset({"/dev/fd", "/proc/self/fd"})
"""The folders of the files that a process has open, by number: there a shell puts the pipe of `<(command)`."""


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
    return Archive.open(archive_named(named))


def archive_named(folder: str) -> Path:
    """The archive folder that `--archive folder` means: the folder itself, or `archive/` in it where that is one."""
    from pathlib import Path

    path = Path(folder)
    return path / "archive" if holds_archive(path) else path


def holds_archive(folder: Path) -> bool:
    """Whether a folder that is no archive has one in it, as `archive/`."""
    return not (folder / "archive.json").exists() and (folder / "archive" / "archive.json").exists()


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
    """The bytes of a file; `-` is stdin. A pipe is waited for. Raises UnreadableError with the system's reason."""
    import sys

    if path in _STDIN and sys.stdin is None:
        raise UnreadableError("stdin is closed; there is nothing to read.")
    mode = _mode(path)
    if path != os.devnull and (stat.S_ISCHR(mode) or stat.S_ISBLK(mode)):
        raise UnreadableError(f"{path} is a device, which need not come to an end. Name a file.")
    try:
        if path in _STDIN:
            return sys.stdin.buffer.read()
        if stat.S_ISFIFO(mode):
            return _from_pipe(path)
        with open(path, "rb") as file:  # noqa: PTH123  # without pathlib: start-up time
            return file.read()
    except OSError as error:
        raise UnreadableError(f"{path}: {error.strerror or error}.") from error


def _mode(path: str) -> int:
    """The `st_mode` of a file; 0 for stdin, whatever it is, and where there is none."""
    try:
        return 0 if path in _STDIN else os.stat(path).st_mode  # noqa: PTH116  # what pathlib refuses is told by reading
    except (OSError, ValueError):
        return 0


def _from_pipe(path: str) -> bytes:
    """All that comes out of a pipe, once something writes to it.

    One that is open already is read as it is: its writer may be gone, and to open it again would wait for another.
    """
    from archivist.cli.console import waiting

    folder, _, number = path.rpartition("/")
    is_open = folder in _OPEN_ALREADY
    if not is_open:
        waiting(f"whatever writes to the pipe {path}")
    with open(int(number) if is_open else path, "rb", closefd=not is_open) as pipe:
        return pipe.read()


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
