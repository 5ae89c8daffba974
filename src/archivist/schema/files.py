"""Reading a file that somebody names, without ever waiting for one that has no end or no writer."""

from __future__ import annotations

import os
import stat

from archivist.errors import UnreadableError


def read_plain(path: str) -> bytes:
    """The bytes of the plain file at `path`, through symbolic links.

    Raises UnreadableError with the system's reason, or where it is a pipe, a device or another thing that is no file.
    """
    try:
        # Opening a pipe would wait for a writer.
        with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:  # noqa: PTH123  # a descriptor
            if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return file.read()
    except OSError as error:
        raise UnreadableError(f"{path}: {error.strerror or error}.") from error
    except ValueError as error:  # a NUL in the path
        raise UnreadableError(f"{path}: {error}.") from error
    raise UnreadableError(f"{path}: this is no plain file.")
