"""The entry point: one error handler around one command, and `--version` before anything is loaded."""

from __future__ import annotations

import atexit
import gc
import os
import sys

from archivist.errors import ArchivistError, Exit, ReaderGoneError

TYPE_CHECKING = False  # as typing has it, without importing typing: start-up time
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

_SELDOM = 100_000
"""New containers, freed ones taken off, between two searches for cycles (gc.set_threshold)."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line on `arguments` (the process's own if None) and return its exit code.

    Every error ends as one or more sentences on stderr and a documented code (`archivist.errors.Exit`); a reader that
    closes the pipe ends the program quietly with 141, as a shell reports SIGPIPE.
    """
    if arguments is None:
        # The process is this program's own and mostly short; looking for cycles in what it builds up is a tenth of it.
        gc.set_threshold(_SELDOM)
    argv = list(sys.argv[1:] if arguments is None else arguments)
    _ready()
    code = _run(argv)
    if code == Exit.PIPE or _is_lost():
        # The interpreter flushes stdout once more on its way out; give it somewhere to flush to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if arguments is None:
        gc.freeze()  # nor, at its end, through all that it still holds
        if argv[:1] == ["diff"]:
            _leave(code)
    return code


def _leave(code: int) -> None:
    """End the process with what others want done at its end, but without taking apart what it holds.

    For a comparison, which leaves no file open, no thread and no child behind (docs/decisions/0022-leaving.md).
    Returns where the standard streams take nothing more, which is told on the usual way out.
    """
    atexit._run_exitfuncs()  # noqa: SLF001  # what measures coverage or times the process asks for its turn here
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        return
    os._exit(code)


def _ready() -> None:
    """Make the standard streams UTF-8; one that the caller has closed leads nowhere."""
    if sys.stdout is None:
        sys.stdout = _nowhere()
    if sys.stderr is None:
        sys.stderr = _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _nowhere() -> TextIO:
    return os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")


def _is_lost() -> bool:
    """Whether stdout still holds what it cannot get rid of."""
    try:
        sys.stdout.flush()
    except OSError:
        return True
    return False


def _run(argv: list[str]) -> int:
    from archivist.cli.console import finish, write

    try:
        if argv in (["--version"], ["-V"]):
            from archivist.model.version import VERSION

            write(f"archivist {VERSION}")
            code: int = Exit.OK
        else:
            from archivist.cli.app import command

            code = command(argv)
        finish()
    except (BrokenPipeError, ReaderGoneError):
        return Exit.PIPE
    except KeyboardInterrupt:
        return _fail("interrupted; whatever was reported as archived is safe.", Exit.INTERRUPTED)
    except Exception as error:  # noqa: BLE001  # the last line of defence: even a bug ends as a sentence
        return _told(error)
    return code


def _told(error: Exception) -> int:
    """Say what went wrong; the exit code that tells it to a script."""
    if isinstance(error, ArchivistError):
        return _fail(str(error), error.exit_code)
    if isinstance(error, OSError):
        name = f"{os.fsdecode(error.filename)}: " if error.filename else ""
        return _fail(f"{name}{error.strerror or error}.", Exit.UNMET)
    if isinstance(error, MemoryError):
        return _fail("there is not enough memory for a text of this size.", Exit.UNMET)
    if os.environ.get("ARCHIVIST_DEBUG"):
        raise error
    return _fail(
        f"this is a bug in archivist ({type(error).__name__}: {error}). Nothing that was reported as archived is "
        "lost. Set ARCHIVIST_DEBUG=1 to see where it happened, and please report it.",
        Exit.BUG,
    )


def _fail(message: str, code: Exit) -> int:
    from archivist.cli.console import say

    say(message)
    return code
