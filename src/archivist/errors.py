"""Everything that can stop a request, each with the exit code it ends the program with.

Bad *data* is not an exception: it is a value (`archivist.model.problem.Problem`), collected and shown together.
An exception says that a request cannot be met. Its text is one or more plain sentences: what is wrong, where, and
what to do.
"""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes of the command line."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    UNMET = 3
    DAMAGED = 4
    BUG = 70
    INTERRUPTED = 130
    PIPE = 141


class ArchivistError(Exception):
    """A request that cannot be met. Root of every exception this package raises on purpose."""

    exit_code = Exit.UNMET


class UsageError(ArchivistError):
    """The request itself makes no sense: options that exclude each other, a malformed time or id."""

    exit_code = Exit.USAGE


class NotFoundError(ArchivistError):
    """What the request names does not exist: a file, an article, a revision."""


class AmbiguousError(NotFoundError):
    """What the request names could be several things; the message lists them."""


class UnreadableError(ArchivistError):
    """Bytes that cannot be read as what they should be: not text, not JSON, or the system refused to read."""


class InvalidMetadataError(ArchivistError):
    """Metadata that does not hold against its schema. The message lists every problem."""

    exit_code = Exit.FINDINGS


class NotAnArchiveError(ArchivistError):
    """There is no archive where one was expected, or one in a format that this version must not touch."""


class MergeRefusedError(ArchivistError):
    """Two archives that cannot be united as they are."""


class TakenError(ArchivistError):
    """The folder in which an article would lie is that of another one, whose id gives the same name."""


class WriteError(ArchivistError):
    """The system refused a write: full disk, read-only, no permission. Nothing was acknowledged."""


class ReaderGoneError(ArchivistError):
    """Whoever read stdout has closed it. Told by the exit code alone, as a shell tells SIGPIPE."""

    exit_code = Exit.PIPE


class DamagedError(ArchivistError):
    """The archive holds a file that is not what its name says."""

    exit_code = Exit.DAMAGED
