"""Texts that a careless reader would take minutes for."""

from __future__ import annotations

import signal
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS = 15
"""What a text of some 150,000 characters is given: it takes well under one, and a minute where time grows squared."""


def read_in_time(module: str, function: str, text: str) -> None:
    """Let a function read the text in a process of its own; `TimeoutExpired` where that takes far too long."""
    program = f"import sys; from {module} import {function}; {function}(eval(sys.stdin.read()))"
    subprocess.run([sys.executable, "-c", program], input=ascii(text), encoding="ascii", check=True, timeout=SECONDS)


@contextmanager
def in_time() -> Iterator[None]:
    """Let the block run here for as long; `TimeoutError` where it takes far too long. Not for what never leaves C."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
