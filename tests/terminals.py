"""What a person sees who runs the program in a terminal."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SETTINGS = {"PAGER", "LESS", "NO_COLOR", "COLUMNS", "LINES"}
"""What a person who runs the tests may have set, and no test is to depend on."""


def on_a_terminal(folder: Path, *words: str, width: int = 80, stderr: bool = True, **environment: str) -> str:
    """What `archivist WORDS` shows, started in `folder`, on a terminal of `width` columns and 24 lines.

    Without `stderr`, only what goes to stdout. `environment` adds to what is set, less what says how to show things.
    The program must end well.
    """
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    kept = {key: value for key, value in os.environ.items() if key not in _SETTINGS} | {"TERM": "xterm-256color"}
    command = [sys.executable, "-m", "archivist", *words]
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdin=follower,
        stdout=follower,
        stderr=follower if stderr else subprocess.DEVNULL,
        env=kept | environment,
    )
    os.close(follower)
    shown = b""
    with contextlib.suppress(OSError):  # Linux says so when the last writer has closed
        while part := os.read(leader, 1 << 16):
            shown += part
    os.close(leader)
    assert process.wait(timeout=60) == 0
    return shown.decode("utf-8").replace("\r\n", "\n")
