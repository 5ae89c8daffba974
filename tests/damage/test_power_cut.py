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
from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from archivist.archive.durability import Durability
from archivist.archive.store import Archive
from archivist.errors import ArchivistError
from archivist.model.text import Received, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from archivist.model.revision import Revision

LATER = datetime(2026, 4, 1, tzinfo=UTC)
FEW = 8
"""Up to so many names that are not durable, every choice of them is tried; of more, some."""
LEAST = 1000
"""The states that a check must have seen."""


class Event(NamedTuple):
    """What was done: `name` (mkdir, add, bytes, sync-file, sync-folder, acknowledge), to which path or inode.

    Of an acknowledgement, `inode` is the number of revisions that are acknowledged by then.
    """

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

    def acknowledge(self, count: int) -> None:
        """Note that the writer has told its user that so many revisions are safe."""
        self.events.append(Event("acknowledge", inode=count))

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

    def key(self) -> tuple[object, ...]:
        """Equal for remainders that cannot be told apart."""
        return tuple((path, inode and self.data[inode]) for path, inode in sorted(self.names.items()))

    def lay_out(self) -> list[Path]:
        """Write it into the folder that the recorded writer started from; what was written, in that order."""
        written = []
        for name, inode in sorted(self.names.items()):
            path = Path(name)
            if not path.parent.is_dir() or path.exists():
                continue  # the folder above was lost, and all in it; or it had been there before
            if inode is None:
                path.mkdir()
            else:
                path.write_bytes(self.data[inode])
            written.append(path)
        return written


def remains(events: list[Event]) -> Iterator[Remains]:
    """What may be left after these events."""
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
    folders = {path for path, inode in (certain | pending).items() if inode is None}
    for kept in _choices(list(pending)):
        names = certain | {path: pending[path] for path in kept}
        lost = folders - names.keys()
        names = {path: inode for path, inode in names.items() if lost.isdisjoint(map(str, Path(path).parents))}
        loose = [inode for inode in names.values() if inode is not None and inode not in durable]
        for cut in _choices(loose):
            for share in (2, len(written) + 1) if cut else (1,):
                data = {i: written[i][: len(written[i]) // share] if i in cut else written[i] for i in written}
                yield Remains(names, data)


def _choices(items: list[Any]) -> Iterator[tuple[Any, ...]]:
    """Every choice of a few; of many: none, each alone, all but each, all, and as many at random."""
    if len(items) <= FEW:
        for size in range(len(items) + 1):
            yield from combinations(items, size)
        return
    for size in (0, 1, len(items) - 1, len(items)):
        yield from combinations(items, size)
    dice = Random(len(items))  # noqa: S311  # no secret
    for _ in range(2**FEW):
        yield tuple(item for item in items if dice.random() < 0.5)


class Run(NamedTuple):
    """A recorded run of a writer: what it did to the disk, and what it was given, in that order."""

    archive: Archive
    base: Path
    events: list[Event]
    given: list[tuple[Revision, Text]]


def _given() -> Iterator[tuple[str, Text]]:
    """Articles that are there and articles that are not, several revisions of one, bytes in another encoding."""
    for number, article in enumerate(["story", "new", "story", "story", "newer", "other", "newest"]):
        content = f"A text of some length, number {number}.\n"
        yield article, Text(content, content.encode())
    content = "Brücke\n"
    yield "new", Text(content, content.encode(), Received(content.encode("latin-1"), "latin-1", certain=True))


def _recorded(archive: Archive, durability: Durability) -> Run:
    base = archive.path.with_name(f"base-{durability}")
    shutil.copytree(archive.path, base)
    given = []
    with pytest.MonkeyPatch.context() as patch, archive.writer(durability) as writer:
        recorder = Recorder(patch)
        for day, (article, text) in enumerate(_given()):
            put = writer.put(article, text, captured_at=LATER + timedelta(days=day), metadata={})
            given.append((put.revision, text))
            if durability is not Durability.BATCH:
                recorder.acknowledge(len(given))
        writer.settle()
        if durability is Durability.BATCH:
            recorder.acknowledge(len(given))
    staging = str(archive.path / "tmp")
    events = [event for event in recorder.events if event.path != staging]
    return Run(archive, base, events, given)


class Check:
    """Tries every remainder of every moment of a run, with its events as `change` makes them."""

    def __init__(self, run: Run, change: Callable[[list[Event]], list[Event]]) -> None:
        self.states = 0
        self._run = run
        self._events = change(run.events)
        shutil.rmtree(run.archive.path)
        shutil.copytree(run.base, run.archive.path)

    def losses(self) -> Iterator[str]:
        """Everything that is corrupt, or lost though it was acknowledged; the last moments come first."""
        seen = set()
        for moment in range(len(self._events), 0, -1):
            events = self._events[:moment]
            event = events[-1]
            safe = max((each.inode for each in events if each.name == "acknowledge"), default=0)
            for left in remains(events):
                if (safe, left.key()) in seen:
                    continue
                seen.add((safe, left.key()))
                self.states += 1
                written = left.lay_out()
                yield from (f"after {event.name} {event.path}: {loss}" for loss in self._found(safe))
                for path in reversed(written):
                    path.rmdir() if path.is_dir() else path.unlink()

    def _found(self, safe: int) -> Iterator[str]:
        archive = Archive.open(self._run.archive.path)
        yield from (f"{damage.path} {damage.what}" for damage in archive.verify().damage)
        for revision, text in self._run.given[:safe]:
            try:
                assert revision in archive.revisions(revision.article).revisions
                assert archive.read(revision) == text.content
                assert archive.received(revision) == text.received
            except (ArchivistError, AssertionError) as error:
                yield f"acknowledged, and lost: {error}"


def _as_it_is(events: list[Event]) -> list[Event]:
    return events


def test_nothing_is_corrupt_and_nothing_acknowledged_is_lost(archive: Archive) -> None:
    states = 0
    for durability in (Durability.EACH, Durability.BATCH):
        check = Check(_recorded(archive, durability), _as_it_is)
        assert list(check.losses()) == []
        states += check.states
    assert states >= LEAST


def _short(events: list[Event]) -> list[str]:
    return [f"{event.name} {event.path.rpartition('.')[2]}" if event.name == "add" else event.name for event in events]


def test_the_recorder_sees_every_step(archive: Archive) -> None:
    names = _short(_recorded(archive, Durability.EACH).events)
    plain = [*["bytes"] * 2, *["sync-file"] * 2, "add txt", "sync-folder", "add json", "sync-folder", "acknowledge"]
    young = ["mkdir", "mkdir", *plain[:5], *["sync-folder"] * 3, *plain[5:]]
    last = [*["bytes"] * 3, *["sync-file"] * 3, "add bin", *plain[4:]]
    assert names == [*plain, *young, *plain, *plain, *young, *plain, *young, *last]


def test_a_batch_has_one_barrier_a_stage(archive: Archive) -> None:
    names = _short(_recorded(archive, Durability.BATCH).events)
    contents = [*["add txt"] * 4, "add bin", *["add txt"] * 4]
    folders = ["sync-folder"] * (2 + 3 + 5)
    waves = [*["add json"] * 5, *["sync-folder"] * 5, *["add json"] * 2, *["sync-folder"] * 2]
    settling = [*["sync-file"] * 17, *contents, *folders, *waves, "add json", "sync-folder", "acknowledge"]
    assert [name for name in names if name not in {"bytes", "mkdir"}] == settling


def _without(step: str) -> Callable[[list[Event]], list[Event]]:
    return lambda events: [event for event in events if event.name != step]


def _shallow(events: list[Event]) -> list[Event]:
    """The folders above a new article's are not synced."""
    made = {os.path.dirname(event.path) for event in events if event.name == "mkdir"}  # noqa: PTH120  # names, no paths
    return [event for event in events if event.name != "sync-folder" or event.path not in made]


def _record_first(events: list[Event]) -> list[Event]:
    """Every text changes places with the record that comes next."""
    changed = list(events)
    texts: list[int] = []
    for number, event in enumerate(events):
        if event.name == "add" and event.path.endswith(".txt"):
            texts.append(number)
        elif event.name == "add" and event.path.endswith(".json"):
            text = texts.pop(0)
            changed[text], changed[number] = event, events[text]
    return changed


def _all_records_at_once(events: list[Event]) -> list[Event]:
    """The records of one article do not wait for each other."""
    adds = [number for number, event in enumerate(events) if event.name == "add" and event.path.endswith(".json")]
    return [
        event
        for number, event in enumerate(events)
        if not (event.name == "sync-folder" and adds[0] < number < adds[-1])
    ]


@pytest.mark.parametrize("durability", [Durability.EACH, Durability.BATCH])
def test_what_was_put_without_waiting_is_safe_once_it_is_acknowledged(
    archive: Archive, durability: Durability
) -> None:
    base = archive.path.with_name("base")
    shutil.copytree(archive.path, base)
    with pytest.MonkeyPatch.context() as patch:
        recorder = Recorder(patch)
        text = Text("Twice.\n", b"Twice.\n")
        for each in (Durability.NONE, durability):
            with archive.writer(each) as writer:
                put = writer.put("story", text, captured_at=LATER, metadata={})
        assert not put.added
        recorder.acknowledge(1)
    staging = str(archive.path / "tmp")
    events = [event for event in recorder.events if event.path != staging]
    losses = list(Check(Run(archive, base, events, [(put.revision, text)]), _as_it_is).losses())
    assert losses != []
    assert [loss for loss in losses if "after acknowledge" in loss] == []


@pytest.mark.parametrize("durability", [Durability.EACH, Durability.BATCH])
@pytest.mark.parametrize("change", [_without("sync-file"), _without("sync-folder"), _shallow, _record_first])
def test_a_writer_that_leaves_out_a_step_is_caught(
    archive: Archive, durability: Durability, change: Callable[[list[Event]], list[Event]]
) -> None:
    assert next(Check(_recorded(archive, durability), change).losses(), None) is not None


def test_a_batch_whose_records_do_not_wait_for_each_other_is_caught(archive: Archive) -> None:
    assert next(Check(_recorded(archive, Durability.BATCH), _all_records_at_once).losses(), None) is not None


def test_a_writer_that_waits_for_nothing_is_caught(archive: Archive) -> None:
    assert next(Check(_recorded(archive, Durability.NONE), _as_it_is).losses(), None) is not None
