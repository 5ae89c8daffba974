"""Closed, full and unread streams: the exit code stays true and nobody sees a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Run

PROGRAM = f"{sys.executable} -m archivist"


def _shell(script: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["bash", "-c", script], cwd=cwd, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("words", ["--version", "list", "verify", "log story", "--help"])
def test_a_closed_stdout_is_no_error(story: Path, here: Path, words: str) -> None:
    assert story.is_dir()
    done = _shell(f"{PROGRAM} {words} >&-", here)
    assert "Traceback" not in done.stderr
    assert done.returncode == 0


@pytest.mark.parametrize("stream", ["2>&-", "2>/dev/full"])
def test_the_exit_code_holds_when_nobody_hears_the_words(story: Path, here: Path, stream: str) -> None:
    assert _shell(f"{PROGRAM} verify {stream}", here).returncode == 0
    next((story / "articles").rglob("*.txt")).unlink()
    assert _shell(f"{PROGRAM} verify {stream}", here).returncode == 4


def test_a_full_stdout_is_told(story: Path, here: Path) -> None:
    assert story.is_dir()
    for words in ("--version", "log story"):
        done = _shell(f"{PROGRAM} {words} >/dev/full", here)
        assert (done.returncode, "Traceback" in done.stderr) == (3, False)
        assert "stdout" in done.stderr


def test_a_reader_that_went_away_is_told_by_the_exit_code(story: Path, here: Path) -> None:
    assert story.is_dir()
    (here / "old.txt").write_text("One old line.\n\n" * 3000, encoding="utf-8")
    (here / "new.txt").write_text("One new line.\n\n" * 3000, encoding="utf-8")
    for words in ("log story", "diff --unified old.txt new.txt", "show story"):
        done = _shell(f"({PROGRAM} {words}; echo $? >code) | (exec <&-; sleep 1)", here)
        assert done.stderr == ""
        assert (here / "code").read_text(encoding="utf-8").strip() == "141"


def test_a_closed_stdin_is_told(story: Path, here: Path) -> None:
    assert story.is_dir()
    done = _shell(f"{PROGRAM} ingest - --article new <&-", here)
    assert (done.returncode, "stdin is closed" in done.stderr) == (3, True)


@pytest.mark.parametrize(("stdout", "code"), [("| (exec <&-; sleep 1)", 141), (">/dev/full", 3)])
@pytest.mark.parametrize("durability", ["each", "batch"])
def test_nobody_to_hear_of_it_stops_no_ingest(run: Run, here: Path, stdout: str, code: int, durability: str) -> None:
    run("init")
    for number in range(400):
        (here / f"{number}.txt").write_text(f"Text {number}.\n", encoding="utf-8")
    words = f"{PROGRAM} ingest --durability {durability} *.txt --article story"
    done = _shell(f"({words}; echo $? >code) {stdout}", here)
    assert int((here / "code").read_text(encoding="utf-8")) == code
    assert done.stderr.count("\n") == (code != 141)
    checked = json.loads(run("verify", "--json").out)
    assert (checked["revisions"], checked["sound"]) == (400, True)


LEAVING = """
import atexit, os, sys
from archivist.cli.main import main

def leave(code, end=os._exit):
    os.write(2, b"left\\n")
    end(code)

os._exit = leave
atexit.register(os.write, 2, b"asked\\n")
sys.argv[0] = "archivist"
sys.exit(main())
"""


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("diff", "a.txt", "b.txt"), 0, "asked\nleft\n"),
        (("diff", "a.txt", "b.txt", "--exit-code"), 1, "asked\nleft\n"),
        (("--version",), 0, "asked\n"),
    ],
)
def test_a_comparison_leaves_at_once_with_all_said(
    tmp_path: Path, words: tuple[str, ...], code: int, told: str
) -> None:
    (tmp_path / "a.txt").write_text("Six people died.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Seven people died.\n", encoding="utf-8")
    command = [sys.executable, "-c", LEAVING, *words]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (code, told)
    assert (words[0] == "diff") == ("Seven" in done.stdout)


def test_a_comparison_that_nobody_hears_is_told(tmp_path: Path) -> None:
    for name, number in (("a", "Six"), ("b", "Seven")):
        (tmp_path / f"{name}.txt").write_text(f"{number} people died.\n", encoding="utf-8")
    full = _shell(f"{PROGRAM} diff a.txt b.txt >/dev/full", tmp_path)
    assert full.returncode not in {0, 1}
    assert "Traceback" not in full.stderr
    assert _shell(f"{PROGRAM} diff a.txt b.txt >&-", tmp_path).returncode == 0
    assert _shell(f"{PROGRAM} diff a.txt b.txt 2>/dev/full", tmp_path).returncode == 0
