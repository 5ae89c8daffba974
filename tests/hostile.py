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
"""Of the processor, what a text of some 150,000 characters is given: it takes well under four, and a minute where time
grows squared. What else the machine does makes no difference."""


def read_in_time(module: str, function: str, text: str) -> None:
    """Let a function read the text in a process of its own; `CalledProcessError` where that takes far too long."""
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))"
    program = f"{limit}; import sys; from {module} import {function}; {function}(eval(sys.stdin.read()))"
    subprocess.run([sys.executable, "-c", program], input=ascii(text), encoding="ascii", check=True)


@contextmanager
def in_time() -> Iterator[None]:
    """Let the block run here for as long; `TimeoutError` where it takes far too long. Not for what never leaves C."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
