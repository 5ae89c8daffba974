"""A power cut at any moment: nothing corrupt, nothing acknowledged lost. And the check is checked: writers that leave
out a step must fail it.

The disk makes the weakest promises that POSIX gives: a name is durable once its folder was fsynced, bytes once their
file was. Until then each may be there or not, whatever came before or after it, and a file may hold all, half or none
of its bytes. Names in tmp/ are left out: nothing in it counts.
"""

from __future__ import annotations

import os
import shutil
import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from archivist.archive import writer
from archivist.archive.store import Archive
from archivist.errors import ArchivistError
from archivist.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from archivist.archive.store import Put
    from archivist.model.revision import Revision

LATER = datetime(2026, 4, 1, tzinfo=UTC)
TEXT = Text("A text of some length.\n", b"A text of some length.\n")


class Event(NamedTuple):
    """What was done: `name` (mkdir, add, bytes, sync-file, sync-folder, acknowledge), to which path or inode."""

    name: str
    path: str = ""
    inode: int = 0
    data: bytes = b""


class Recorder:
    """Stands in for the functions of os that change a disk, does what they do, and writes it down."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.events: list[Event] = []
        self._paths: dict[int, str] = {}
        for name in ("open", "mkdir", "write", "fsync", "link"):
            patch.setattr(os, name, self._wrap(getattr(os, name), getattr(self, f"_{name}")))

    def acknowledge(self) -> None:
        """Note that the writer has told its user that all is safe."""
        self.events.append(Event("acknowledge"))

    def _wrap(self, true: Callable[..., Any], note: Callable[..., None]) -> Callable[..., Any]:
        def call(*args: Any, **rest: Any) -> Any:  # noqa: ANN401  # stands for any function of os
            result = true(*args, **rest)
            note(result, *args, **rest)
            return result

        return call

    def _full(self, name: str, dir_fd: int | None) -> str:
        return str(name) if dir_fd is None else f"{self._paths[dir_fd]}/{name}"

    def _open(self, result: int, name: str, *_: object, dir_fd: int | None = None) -> None:
        self._paths[result] = self._full(name, dir_fd)

    def _mkdir(self, _: None, name: str, *__: object, dir_fd: int | None = None) -> None:
        self.events.append(Event("mkdir", self._full(name, dir_fd)))

    def _write(self, result: int, descriptor: int, data: bytes) -> None:
        self.events.append(Event("bytes", "", os.fstat(descriptor).st_ino, bytes(data[:result])))

    def _fsync(self, _: None, descriptor: int) -> None:
        status = os.fstat(descriptor)
        name = "sync-folder" if stat.S_ISDIR(status.st_mode) else "sync-file"
        self.events.append(Event(name, self._paths[descriptor], status.st_ino))

    def _link(self, _: None, __: str, name: str, *, dst_dir_fd: int, **___: object) -> None:
        status = os.stat(name, dir_fd=dst_dir_fd)
        self.events.append(Event("add", self._full(name, dst_dir_fd), status.st_ino))


class Remains(NamedTuple):
    """What may be left: names that are there (with the inode of a file, None for a folder), and bytes by inode."""

    names: dict[str, int | None]
    data: dict[int, bytes]

    def lay_out(self) -> None:
        """Write it over the folder that the recorded writer started from."""
        for path, inode in sorted(self.names.items()):
            if not Path(path).parent.is_dir():
                continue  # the folder above was lost, and all in it
            if inode is None:
                Path(path).mkdir(exist_ok=True)
            elif not Path(path).exists():
                Path(path).write_bytes(self.data[inode])


def remains(events: list[Event]) -> Iterator[Remains]:
    """What may be left after these events: all of what is not durable, none, each alone, all but each."""
    certain: dict[str, int | None] = {}
    pending: dict[str, int | None] = {}
    written: dict[int, bytes] = {}
    durable: set[int] = set()
    for event in events:
        if event.name == "bytes":
            written[event.inode] = written.get(event.inode, b"") + event.data
            durable.discard(event.inode)
        elif event.name == "sync-file":
            durable.add(event.inode)
        elif event.name == "sync-folder":
            settled = [path for path in pending if os.path.dirname(path) == event.path]  # noqa: PTH120  # names, no paths
            certain |= {path: pending.pop(path) for path in settled}
        elif event.name in {"mkdir", "add"}:
            pending[event.path] = event.inode if event.name == "add" else None
    for kept in _choices(list(pending)):
        for share in (1.0, 0.5, 0.0):
            data = {
                inode: content if inode in durable else content[: int(len(content) * share)]
                for inode, content in written.items()
            }
            yield Remains(certain | {path: pending[path] for path in kept}, data)


def _choices(pending: list[str]) -> list[list[str]]:
    alone = [[path] for path in pending]
    without = [[other for other in pending if other != path] for path in pending]
    found = [[], pending, *alone, *without]
    return [choice for number, choice in enumerate(found) if choice not in found[:number]]


def _recorded(archive: Archive, article: str) -> tuple[list[Event], Put]:
    with pytest.MonkeyPatch.context() as patch:
        recorder = Recorder(patch)
        put = archive.put(article, TEXT, captured_at=LATER, metadata={})
        recorder.acknowledge()
    staging = str(archive.path / "tmp")
    return [event for event in recorder.events if event.path != staging], put


def _losses(archive: Archive, article: str, change: Callable[[list[Event]], list[Event]]) -> Iterator[str]:
    """Every moment and remainder in which something is corrupt, or lost though it was acknowledged."""
    base = archive.path.with_name("base")
    shutil.copytree(archive.path, base)
    events, put = _recorded(archive, article)
    events = change(events)
    for moment in range(1, len(events) + 1):
        for left in remains(events[:moment]):
            shutil.rmtree(archive.path)
            shutil.copytree(base, archive.path)
            left.lay_out()
            reopened = Archive.open(archive.path)
            damage = reopened.verify().damage
            if damage:
                yield f"{events[moment - 1].name}: {damage[0].path} {damage[0].what}"
            elif events[moment - 1].name == "acknowledge":
                try:
                    assert reopened.read(reopened.get(article)) == TEXT.content
                    assert reopened.get(article) == put.revision
                except (ArchivistError, AssertionError) as error:
                    yield f"acknowledged, and lost: {error}"


def _as_it_is(events: list[Event]) -> list[Event]:
    return events


@pytest.fixture(params=["story", "new"])
def article(request: pytest.FixtureRequest) -> str:
    """An article that is there already, and one that is not."""
    return str(request.param)


def test_nothing_is_corrupt_and_nothing_acknowledged_is_lost(archive: Archive, article: str) -> None:
    assert list(_losses(archive, article, _as_it_is)) == []


def test_the_recorder_sees_every_step(archive: Archive, article: str) -> None:
    events, _ = _recorded(archive, article)
    names = [event.name for event in events]
    young = ["sync-folder", "mkdir", "sync-folder", "mkdir", "sync-folder"] if article == "new" else []
    assert names == [*young, *["bytes", "sync-file", "add", "sync-folder"] * 2, "acknowledge"]


@pytest.mark.parametrize("step", ["sync-file", "sync-folder"])
def test_a_writer_without_a_sync_is_caught(archive: Archive, article: str, step: str) -> None:
    def without(events: list[Event]) -> list[Event]:
        return [event for event in events if event.name != step]

    assert next(_losses(archive, article, without), None) is not None


def test_a_writer_that_does_not_sync_the_folders_above_a_new_one_is_caught(archive: Archive) -> None:
    def without(events: list[Event]) -> list[Event]:
        last = max(number for number, event in enumerate(events) if event.name == "mkdir")
        return [event for number, event in enumerate(events) if event.name != "sync-folder" or number > last + 1]

    assert next(_losses(archive, "new", without), None) is not None


def test_a_writer_that_puts_the_record_first_is_caught(
    archive: Archive, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, record = writer.Writer.text, writer.Writer.record
    held: list[tuple[bytes, str]] = []
    monkeypatch.setattr(writer.Writer, "text", lambda _, data, sha256: held.append((data, sha256)))

    def swapped(self: writer.Writer, data: bytes, revision: Revision) -> None:
        record(self, data, revision)
        text(self, *held[-1])

    monkeypatch.setattr(writer.Writer, "record", swapped)
    assert next(_losses(archive, article, _as_it_is), None) is not None
