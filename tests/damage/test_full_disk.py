"""No room, no inodes, nothing may be written: told in a sentence, nothing half written, what was acknowledged is safe.

On real file systems, small ones in memory, which only root may mount.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

import pytest

from archivist.archive.durability import Durability
from archivist.archive.store import Archive
from archivist.errors import WriteError
from archivist.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Mount = Callable[[str], Path]

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def _mounted(folder: Path, options: str) -> str:
    """Mount a file system in memory; why it cannot be done, empty where it was."""
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "archivist-test", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stderr.strip()


@pytest.fixture
def mount(tmp_path: Path) -> Iterator[Mount]:
    """Mounts small file systems; away with them in the end."""
    if sys.platform != "linux" or shutil.which("mount") is None:
        pytest.skip("this mounts a tmpfs, as Linux has it")
    mounted: list[Path] = []

    def mount(options: str) -> Path:
        folder = tmp_path / f"disk{len(mounted)}"
        folder.mkdir()
        refusal = _mounted(folder, options)
        if refusal:
            pytest.skip(f"only root may mount, and not everywhere: {refusal}")
        mounted.append(folder)
        return folder

    yield mount
    for folder in mounted:
        subprocess.run(["umount", str(folder)], check=True)


class Done(NamedTuple):
    """What the program left: exit code, stdout, stderr."""

    code: int
    out: str
    err: str


def _program(*words: str, stdin: str = "") -> Done:
    done = subprocess.run(
        [sys.executable, "-m", "archivist", *words],
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return Done(done.returncode, done.stdout, done.stderr)


def _ingest(archive: Archive, content: str) -> Done:
    return _program("--archive", str(archive.path), "ingest", "-", "--article", "story", stdin=content)


def _filled(archive: Archive, durability: Durability) -> tuple[list[str], WriteError | None]:
    """Write until it is refused: what was acknowledged, and the refusal."""
    told: list[str] = []
    waiting: list[str] = []
    try:
        with archive.writer(durability) as writer:
            for number in range(300):
                content = f"Text {number}.\n" * 40
                when = NOW + timedelta(minutes=number)
                writer.put(f"story/{number % 3}", Text(content, content.encode()), captured_at=when, metadata={})
                waiting.append(content)
                if durability is not Durability.BATCH or number % 5 == 4:
                    writer.settle()
                    told += waiting
                    waiting.clear()
    except WriteError as error:
        return told, error
    return told, None


def _kept(archive: Archive) -> set[str]:
    return {archive.read(revision) for history in archive.listing().histories for revision in history.revisions}


def _take(disk: Path, first: int, last: int) -> None:
    """Fill the disk with files of a page each as long as there is room."""
    with suppress(OSError):
        for number in range(first, last):
            (disk / f"ballast{number}").write_bytes(bytes(4096))


@pytest.mark.parametrize("durability", list(Durability))
@pytest.mark.parametrize("options", ["size=512k", "nr_inodes=120"])
def test_a_disk_that_fills_up(mount: Mount, options: str, durability: Durability) -> None:
    disk = mount(options)
    archive = Archive.create(disk / "archive", now=NOW)
    _take(disk, 0, 8)
    told, refusal = _filled(archive, durability)
    assert len(told) >= 20
    assert "No space left on device. Nothing was acknowledged." in str(refusal)
    assert str(disk) in str(refusal)
    assert archive.verify().damage == ()
    assert _kept(archive) >= set(told)
    _take(disk, 8, 999)  # a batch that was given up has left some
    done = _ingest(archive, "One more.\n")
    assert (done.code, done.out) == (3, "")
    assert done.err.count("\n") == 1
    assert "No space left on device" in done.err
    assert _program("--archive", str(archive.path), "verify").code == 0
    for path in disk.glob("ballast*"):
        path.unlink()
    assert _ingest(archive, "One more.\n").code == 0
    assert archive.verify().damage == ()
    assert _kept(archive) >= {*told, "One more.\n"}


@pytest.mark.parametrize("kind", ["size", "inodes"])
def test_each_step_of_one_revision_may_be_the_one_for_which_there_is_no_room(mount: Mount, kind: str) -> None:
    content = "x" * 5000
    refused = 0
    for room in range(10):
        disk = mount("size=96k" if kind == "size" else f"nr_inodes={9 + room}")
        archive = Archive.create(disk / "archive", now=NOW)
        if kind == "size":
            _leave_pages(disk, room)
        try:
            archive.put("story", Text(content, content.encode()), captured_at=NOW, metadata={})
        except WriteError as error:
            refused += 1
            assert "No space left" in str(error)  # noqa: PT017  # with enough room it is not raised
            assert archive.articles() == ()
            assert list((archive.path / "tmp").iterdir()) == []
        else:
            assert archive.read(archive.get("story")) == content
        assert archive.verify().damage == ()
    assert 0 < refused < 10


def _leave_pages(disk: Path, pages: int) -> None:
    """Take all the room but for so many pages."""
    with (disk / "ballast").open("wb", buffering=0) as ballast:
        while shutil.disk_usage(disk).free > pages * 4096:
            ballast.write(bytes(4096))


def test_a_disk_that_became_read_only(mount: Mount, tmp_path: Path) -> None:
    disk = mount("size=1m")
    archive = Archive.create(disk / "archive", now=NOW)
    kept = Text("Kept.\n", b"Kept.\n")
    archive.put("story", kept, captured_at=NOW, metadata={})
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    before = sorted(path.name for path in disk.rglob("*"))
    done = _ingest(archive, "One more.\n")
    assert (done.code, done.out) == (3, "")
    assert done.err.count("\n") == 1
    assert "Read-only file system" in done.err
    made = _program("init", str(disk / "new"))
    assert (made.code, made.out) == (3, "")
    assert "Read-only file system" in made.err
    assert sorted(path.name for path in disk.rglob("*")) == before
    assert _program("--archive", str(archive.path), "verify").code == 0
    assert _program("--archive", str(archive.path), "show", "story").out == "Kept.\n"
    assert not archive.put("story", kept, captured_at=NOW, metadata={}).added
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
    assert _ingest(archive, "One more.\n").code == 0
    assert archive.verify().damage == ()
    assert tmp_path.is_dir()
