"""Pipes: a reader waits for its writer, whoever of the two comes first, and reads to the end."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from archivist.cli.places import read_bytes

if TYPE_CHECKING:
    from cli.conftest import Run

PROGRAM = f"{sys.executable} -m archivist"
INGEST = f"{PROGRAM} ingest --article story"


def _shell(script: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["bash", "-c", script], cwd=cwd, capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture
def pipe(run: Run, here: Path) -> Path:
    """A pipe of the name `pipe`, beside an archive."""
    assert run("init").code == 0
    os.mkfifo(here / "pipe")
    return Path("pipe")


class _Terminal(io.StringIO):
    """A terminal; whoever reads there what is said begins to write to the pipe."""

    def __init__(self, pipe: Path) -> None:
        super().__init__()
        self._pipe = pipe

    def isatty(self) -> bool:
        return True

    def write(self, words: str) -> int:
        Thread(target=self._pipe.write_bytes, args=(b"late\n",), daemon=True).start()
        return super().write(words)


def test_a_person_is_told_which_pipe_is_waited_for(pipe: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _Terminal(pipe)
    monkeypatch.setattr(sys, "stderr", terminal)
    assert read_bytes("pipe") == b"late\n"
    assert terminal.getvalue() == "\rarchivist: waiting for whatever writes to the pipe pipe\n"


@pytest.mark.parametrize(
    "script",
    [
        f"echo early > pipe & {INGEST} pipe",
        f"{INGEST} pipe & echo early > pipe; wait $!",
        f"{INGEST} <(echo early)",
        f"echo early | {INGEST} /dev/stdin",
        f"echo early > pipe & {INGEST} /dev/stdin < pipe",
        f"echo early > pipe & exec 5< pipe; wait; {INGEST} /dev/fd/5",
        f"echo early > pipe & exec 0< pipe; wait; {INGEST} /dev/stdin",
    ],
)
def test_a_pipe_is_read_to_its_end_whoever_comes_first(run: Run, here: Path, pipe: Path, script: str) -> None:
    assert pipe.is_fifo()
    done = _shell(script, here)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("archived\tstory")
    assert run("show", "story@1").out == "early\n"


@pytest.mark.parametrize(
    ("script", "name"),
    [
        (f": | {INGEST} /dev/stdin", "/dev/stdin"),
        (f": | {INGEST} -", "-"),
        (f": > pipe & {INGEST} pipe", "pipe"),
        (f": > pipe & exec 5< pipe; wait; {INGEST} /dev/fd/5", "/dev/fd/5"),
    ],
)
def test_an_empty_pipe_is_an_empty_file(here: Path, pipe: Path, script: str, name: str) -> None:
    assert pipe.is_fifo()
    done = _shell(script, here)
    assert done.returncode == 3
    assert done.stderr == f"archivist: {name}: this file is empty; there is nothing to archive.\n"


def test_an_empty_pipe_can_be_compared(here: Path) -> None:
    (here / "new.txt").write_text("Words.\n", encoding="utf-8")
    assert _shell(f"{PROGRAM} diff --stat <(true) new.txt", here).returncode == 0
    assert _shell(f": | {PROGRAM} diff --stat /dev/stdin new.txt", here).returncode == 0
