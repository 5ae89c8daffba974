"""kill -9 at every call that writes: the archive is the old one or the new one, and the next writer goes on."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from archivist.archive.store import Archive
from archivist.model.text import Received, Text

if TYPE_CHECKING:
    from pathlib import Path

LATER = datetime(2026, 4, 1, tzinfo=UTC)
TEXT = Text("Brücke\n", "Brücke\n".encode(), Received("Brücke\n".encode("latin-1"), "latin-1", certain=True))
WRITER = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from archivist.archive.store import Archive
from archivist.model.text import Received, Text

fatal, before, calls = int(sys.argv[2]), sys.argv[3] == "before", 0

def deadly(name):
    true = getattr(os, name)
    def call(*args, **rest):
        global calls
        calls += 1
        if calls == fatal and before:
            os.kill(os.getpid(), signal.SIGKILL)
        try:
            return true(*args, **rest)
        finally:
            if calls == fatal:
                os.kill(os.getpid(), signal.SIGKILL)
    setattr(os, name, call)

archive = Archive.open(Path(sys.argv[1]))
for name in ("mkdir", "write", "fsync", "link", "unlink"):
    deadly(name)
data = "Brücke\\n"
text = Text(data, data.encode(), Received(data.encode("latin-1"), "latin-1", certain=True))
archive.put("new/story", text, captured_at=datetime(2026, 4, 1, tzinfo=UTC), metadata={})
print(calls)
"""


def _run(archive: Path, fatal: int, side: str) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "-c", WRITER, str(archive), str(fatal), side]
    return subprocess.run(program, capture_output=True, text=True, check=False, timeout=60)


def test_a_killed_writer_leaves_the_old_archive_or_the_new_one(archive: Archive, tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    shutil.copytree(archive.path, whole)
    done = _run(whole, 0, "before")
    assert done.returncode == 0, done.stderr
    calls = int(done.stdout)
    assert calls >= 15
    revision = Archive.open(whole).get("new/story")
    for fatal in range(1, calls + 1):
        side = "before" if fatal % 2 else "after"
        copy = tmp_path / str(fatal)
        shutil.copytree(archive.path, copy)
        assert _run(copy, fatal, side).returncode == -9
        killed = Archive.open(copy)
        assert killed.verify().damage == (), fatal
        ids = [article.id for article in killed.articles()]
        if "new/story" in ids:
            assert killed.get("new/story") == revision
            assert killed.read(revision) == TEXT.content
        assert killed.put("new/story", TEXT, captured_at=LATER, metadata={}).revision == revision
        assert killed.received(revision) == TEXT.received
        assert killed.verify().damage == ()
        shutil.rmtree(copy)
