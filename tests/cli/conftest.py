"""The command line as a user runs it: in this process where that is enough, as a process where it is not."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple, Protocol

import pytest

from archivist.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path


class Result(NamedTuple):
    """What a run of the program left: exit code, stdout, stderr."""

    code: int
    out: str
    err: str


class Run(Protocol):
    """Runs the program with these words; `stdin` is what it reads there."""

    def __call__(self, *words: str, stdin: bytes = b"") -> Result: ...


class _Stream(io.TextIOWrapper):
    """A text stream over bytes that can be read after the program closed or detached nothing."""

    def __init__(self, content: bytes = b"") -> None:
        super().__init__(io.BytesIO(content), encoding="utf-8", newline="")

    def text(self) -> str:
        self.flush()
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue().decode("utf-8")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder, without settings of the person who runs the tests."""
    for name in ("ARCHIVIST_ARCHIVE", "ARCHIVIST_DEBUG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(here: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The program, run in this process and in the folder `here`."""
    assert here.is_dir()

    def run(*words: str, stdin: bytes = b"") -> Result:
        out, err = _Stream(), _Stream()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", _Stream(stdin))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            code = main(words)
        return Result(int(code), out.text(), err.text())

    return run


@pytest.fixture
def process(here: Path) -> Run:
    """The program as a process of its own, in the folder `here`."""

    def run(*words: str, stdin: bytes = b"") -> Result:
        environment = {key: value for key, value in os.environ.items() if key != "ARCHIVIST_ARCHIVE"}
        command = [sys.executable, "-m", "archivist", *words]
        done = subprocess.run(
            command, cwd=here, input=stdin, capture_output=True, check=False, timeout=120, env=environment
        )
        return Result(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return run


@pytest.fixture
def story(run: Run, here: Path) -> Path:
    """An archive in `here` with the article `story`: the texts A, B, A, captured a day apart."""
    assert run("init").code == 0
    for day, text in enumerate(("The pier is closed.\n", "The pier is open.\n", "The pier is closed.\n"), start=1):
        (here / "text.txt").write_text(text, encoding="utf-8")
        done = run("ingest", "text.txt", "--article", "story", "--captured", f"2026-03-0{day}T09:00:00Z")
        assert done.code == 0, done.err
    return here / "archive"
