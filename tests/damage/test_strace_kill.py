"""kill -9 from outside, at every system call with which an ingest of two articles writes, one run for each."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

import pytest

from archivist.archive.store import Archive
from archivist.archive.times import format_time
from archivist.text.decode import decode

if TYPE_CHECKING:
    from pathlib import Path

WHEN = datetime(2026, 3, 2, 9, tzinfo=UTC)
CALLS = (
    "openat,mkdir,mkdirat,write,pwrite64,writev,fsync,fdatasync,link,linkat,unlink,unlinkat,rename,renameat,renameat2,"
    "truncate,ftruncate,fallocate,chmod,fchmod,fchmodat,utimensat,symlinkat"
)
NAMING = {"fsync", "linkat"}
"""The calls that come in another order in a batch."""
TEXTS = {
    "one": b"The pier is closed.\n",
    "two": "Die Brücke ist gesperrt, sagte der Bürgermeister.\n".encode("latin-1"),
}


def _reason() -> str:
    """Why this cannot be tried here; empty where it can."""
    if shutil.which("strace") is None:
        return "strace is not installed (Debian: apt-get install strace)"
    tried = subprocess.run(["strace", "-f", "-o", os.devnull, "true"], capture_output=True, text=True, check=False)
    return f"strace may not trace here: {tried.stderr.strip()}" if tried.returncode else ""


REASON = _reason()
pytestmark = pytest.mark.skipif(bool(REASON), reason=REASON)


class Traced(NamedTuple):
    """A run of the program under strace: its exit code, what it said, and its calls as strace writes them."""

    code: int
    out: str
    calls: list[str]


def _ingest(archive: Path, durability: str, *inject: str) -> Traced:
    log = archive.with_name("calls")
    strace = ["strace", "-f", "-o", str(log), "-e", f"trace={CALLS}", *inject]
    program = [sys.executable, "-m", "archivist", "--archive", str(archive), "ingest", "--durability", durability]
    words = ["--captured", format_time(WHEN), "--encoding", "latin-1", "one.txt", "two.txt"]
    done = subprocess.run(
        [*strace, *program, *words], cwd=archive.parent, capture_output=True, text=True, check=False, timeout=60
    )
    return Traced(done.returncode, done.stdout, log.read_text(encoding="utf-8", errors="replace").splitlines())


def _places(calls: list[str]) -> list[tuple[str, int]]:
    """The calls that write, each as its name and as which call of that name it is."""
    seen: Counter[str] = Counter()
    found = []
    for line in calls:
        match = re.match(r"[0-9]+ +([a-z0-9]+)\(", line)
        if match is not None:
            seen[match[1]] += 1
            if match[1] != "openat" or "O_CREAT" in line:
                found.append((match[1], seen[match[1]]))
    return found


@pytest.mark.parametrize(("durability", "least"), [("each", 35), ("batch", 15)])
def test_a_writer_killed_at_any_call_leaves_the_old_archive_or_the_new_one(
    archive: Archive, tmp_path: Path, durability: str, least: int
) -> None:
    for name, data in TEXTS.items():
        (tmp_path / f"{name}.txt").write_bytes(data)
    whole = tmp_path / "whole"
    shutil.copytree(archive.path, whole)
    first = _ingest(whole, durability)
    assert first.code == 0
    revisions = {name: Archive.open(whole).get(name) for name in TEXTS}
    places = [place for place in _places(first.calls) if durability == "each" or place[0] in NAMING]
    assert len(places) >= least
    for call, number in places:
        copy = tmp_path / "copy"
        shutil.copytree(archive.path, copy)
        killed = _ingest(copy, durability, "-e", f"inject={call}:signal=KILL:when={number}")
        assert killed.code == -9, (call, number)
        left = Archive.open(copy)
        assert left.verify().damage == (), (call, number)
        there = {article.id for article in left.articles()} & TEXTS.keys()
        assert there >= {line.split("\t")[1] for line in killed.out.splitlines()}
        for name in there:
            assert left.get(name) == revisions[name]
            assert left.read(revisions[name]) == TEXTS[name].decode("latin-1")
        for name, data in TEXTS.items():
            again = left.put(name, decode(data, "latin-1"), captured_at=WHEN, metadata={})
            assert again.revision == left.get(name) == revisions[name]
        assert left.verify().damage == ()
        shutil.rmtree(copy)
