"""Several processes write at once, without locks, each with its own durability: every text once, every record."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from archivist.archive.store import Archive

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
PROCESSES, ROUNDS = 8, 30
WRITER = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from archivist.archive.durability import Durability
from archivist.archive.store import Archive
from archivist.model.text import Text

path, number, rounds = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
archive = Archive.open(path)
sys.stdin.readline()
with archive.writer(list(Durability)[number % 3]) as writer:
    for round in range(rounds):
        when = datetime(2026, 3, 2, tzinfo=UTC) + timedelta(minutes=round)
        for article, content in (
            ("same", f"the same text {round}"),
            ("shared", f"text {round} of writer {number}"),
            (f"own/{number}", f"own text {round}"),
        ):
            put = writer.put(article, Text(content, content.encode()), captured_at=when, metadata={})
            if round % 7 == 0:
                writer.settle()
                assert archive.read(put.revision) == content or not put.added
"""


def test_no_writer_disturbs_another(tmp_path: Path) -> None:
    archive = Archive.create(tmp_path / "archive", now=NOW)
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(archive.path), str(number), str(ROUNDS)],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(PROCESSES)
    ]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    told = [writer.communicate(timeout=120)[1] for writer in writers]
    assert told == [""] * PROCESSES
    assert [writer.returncode for writer in writers] == [0] * PROCESSES

    assert archive.verify().damage == ()
    assert list((archive.path / "tmp").iterdir()) == []
    assert [article.id for article in archive.articles()] == [
        *(f"own/{number}" for number in range(PROCESSES)),
        "same",
        "shared",
    ]
    for number in range(PROCESSES):
        assert len(archive.revisions(f"own/{number}").revisions) == ROUNDS
    shared = archive.revisions("shared").revisions
    assert {archive.read(revision) for revision in shared} == {
        f"text {round_} of writer {number}" for number in range(PROCESSES) for round_ in range(ROUNDS)
    }
    same = archive.revisions("same").revisions
    assert {archive.read(revision) for revision in same} == {f"the same text {round_}" for round_ in range(ROUNDS)}
    assert len({revision.text_sha256 for revision in same}) == ROUNDS


def test_several_make_the_same_archive_at_once(tmp_path: Path) -> None:
    code = (
        "import sys; from datetime import UTC, datetime; from pathlib import Path;"
        "from archivist.archive.store import Archive; sys.stdin.readline();"
        "print(Archive.create(Path(sys.argv[1]), now=datetime.now(UTC)).fresh)"
    )
    makers = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path / "new" / "archive")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(6)
    ]
    for maker in makers:
        assert maker.stdin is not None
        maker.stdin.write("go\n")
        maker.stdin.flush()
    told = [maker.communicate(timeout=60) for maker in makers]
    assert [err for _, err in told] == [""] * 6
    assert [out for out, _ in told].count("True\n") == 1
    assert Archive.open(tmp_path / "new" / "archive").verify().damage == ()
