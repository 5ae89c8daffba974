"""The terminal: its width, its colours, its pager, and words that go to stderr."""

from __future__ import annotations

import os
import sys

from archivist.errors import ReaderGoneError, WriteError

_FALLBACK_WIDTH = 80
_FALLBACK_HEIGHT = 24
_WIDEST = 120


def width() -> int:
    """Columns to wrap at: the terminal's, at most 120; 80 where there is no terminal."""
    if not _is_shown():
        return _FALLBACK_WIDTH
    import shutil

    return min(shutil.get_terminal_size((_FALLBACK_WIDTH, _FALLBACK_HEIGHT)).columns, _WIDEST)


def table_width() -> int | None:
    """Columns for a table: all that the terminal has; None, as many as it takes, where there is no terminal."""
    if not _is_shown():
        return None
    import shutil

    return shutil.get_terminal_size((_FALLBACK_WIDTH, _FALLBACK_HEIGHT)).columns


def colour() -> bool:
    """Whether to colour: only on a terminal, and not where NO_COLOR is set (https://no-color.org) or TERM is dumb."""
    return _is_shown() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def write(text: str) -> None:
    """Data to stdout, with a line end at its end."""
    with _ToStdout():
        sys.stdout.write(text if text.endswith("\n") or not text else text + "\n")


def write_exactly(text: str) -> None:
    """Data to stdout as it is; on a terminal, with control characters shown and not sent."""
    if sys.stdout.isatty():
        text = _safe(text)
    with _ToStdout():
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8"))


def page(text: str, *, exact: bool, paging: bool) -> None:
    """Data to stdout: as `write` does, or with `exact` as `write_exactly`.

    With `paging`, what is longer than the terminal goes through $PAGER (`less` if there is none such; nothing if it
    is empty or `cat`, as git has it) where stdout is a terminal.
    """
    if paging and sys.stdout.isatty():
        import shutil

        height = shutil.get_terminal_size((_FALLBACK_WIDTH, _FALLBACK_HEIGHT)).lines
        if text.count("\n") >= height and _paged(_safe(text) if exact else text):
            return
    (write_exactly if exact else write)(text)


def say(message: str) -> None:
    """A sentence to stderr, made safe to show. Where nobody can be told, the exit code has to do."""
    for stream, words in ((sys.stdout, ""), (sys.stderr, f"archivist: {_safe(message)}\n")):
        try:
            stream.write(words)
            stream.flush()
        except OSError:
            continue


def waiting(whom: str) -> None:
    """Tell a person at a terminal for whom the program waits, over what a Progress may have left in the line."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\rarchivist: waiting for {_safe(whom)}\n")
        sys.stderr.flush()


def finish() -> None:
    """Send what is still on its way to stdout. Raises as `write` does."""
    with _ToStdout():
        sys.stdout.flush()


class _ToStdout:
    """Around writing to stdout: ReaderGoneError where its reader is gone, WriteError where the system refuses."""

    def __enter__(self) -> None:
        """Nothing to do beforehand."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        """Raise the error that is meant."""
        if isinstance(error, BrokenPipeError):
            raise ReaderGoneError from error
        if isinstance(error, OSError):
            raise WriteError(f"stdout: {error.strerror}. What was to be printed is not all there.") from error


def _is_shown() -> bool:
    """Whether somebody sees what goes to stdout: it is a terminal, or git's own pager before one (git(1))."""
    return sys.stdout.isatty() or os.environ.get("GIT_PAGER_IN_USE") in {"1", "true"}


def _safe(text: str) -> str:
    from archivist.render.safe import visible

    return visible(text)


def _paged(text: str) -> bool:
    """Whether a pager took the text."""
    import shlex
    import signal
    import subprocess

    try:
        words = shlex.split(os.environ.get("PAGER", "less"))
    except ValueError:
        return False
    if words in ([], ["cat"]):
        return False
    # As git does: short output stays, colours pass, the screen is kept; a person's own settings go before these.
    environment = {"LESS": "FRX", "LV": "-c"} | os.environ
    try:
        pager = subprocess.Popen(words, stdin=subprocess.PIPE, env=environment)  # noqa: S603  # the person's own $PAGER
    except OSError:
        return False
    # Ctrl-C is the pager's, where it ends a search; the program ends when the pager does.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        pager.communicate(text.encode("utf-8", "backslashreplace"))
    finally:
        signal.signal(signal.SIGINT, before)
    return True


class Progress:
    """A line on stderr that counts, on a terminal that can take a line away, and cleans up behind itself."""

    def __init__(self, total: int, verb: str) -> None:
        """Count to `total`; `verb` says what is being done."""
        self._total, self._verb = total, verb
        self._shown = sys.stderr.isatty() and total > 1 and os.environ.get("TERM") != "dumb"

    def step(self, done: int) -> None:
        """`done` of the total are done."""
        if self._shown:
            sys.stderr.write(f"\r{self._verb} {done} of {self._total}")
            sys.stderr.flush()

    def end(self) -> None:
        """Take the line away."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
