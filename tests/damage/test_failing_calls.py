"""The system refuses, or lies: the writer says so, names the file, and leaves nothing half written under a name."""

from __future__ import annotations

import errno
import os
from datetime import UTC, datetime
from threading import Lock
from typing import TYPE_CHECKING, Any

import pytest

from archivist.archive.durability import Durability
from archivist.archive.store import Archive
from archivist.errors import WriteError
from archivist.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LATER = datetime(2026, 4, 1, tzinfo=UTC)
NEW = Text(
    "A longer text, so that a short write can be shorter.\n", b"A longer text, so that a short write can be shorter.\n"
)
REASONS = [errno.EIO, errno.ENOSPC, errno.EPERM, errno.EROFS]


def _final(archive: Archive) -> dict[str, bytes]:
    """Everything that counts: all files but those in tmp/."""
    return {
        str(path.relative_to(archive.path)): path.read_bytes()
        for path in sorted(archive.path.rglob("*"))
        if path.is_file() and path.parent.name != "tmp"
    }


def _failing(monkeypatch: pytest.MonkeyPatch, name: str, number: int, reason: int) -> Callable[[], int]:
    """Let the call number `number` of an os function fail; the returned function tells how many there were."""
    true: Callable[..., Any] = getattr(os, name)
    calls = 0
    one_by_one = Lock()  # a batch has threads that wait for the disk

    def call(*args: Any, **rest: Any) -> Any:  # noqa: ANN401  # stands for any function of os
        nonlocal calls
        with one_by_one:
            calls += 1
            mine = calls
        if mine == number:
            raise OSError(reason, os.strerror(reason), "file", None, "other")
        return true(*args, **rest)

    monkeypatch.setattr(os, name, call)
    return lambda: calls


def _calls_of_one_put(tmp_path: Path, name: str) -> int:
    with pytest.MonkeyPatch.context() as patch:
        archive = Archive.create(tmp_path / f"count-{name}", now=LATER)
        count = _failing(patch, name, -1, 0)
        archive.put("story", NEW, captured_at=LATER, metadata={})
        return count()


@pytest.mark.parametrize("reason", REASONS, ids=errno.errorcode.__getitem__)
@pytest.mark.parametrize("name", ["write", "fsync", "link", "mkdir", "unlink", "pread"])
def test_a_refused_call_ends_in_a_sentence_and_leaves_nothing_half_written(
    tmp_path: Path, name: str, reason: int
) -> None:
    total = _calls_of_one_put(tmp_path, name)
    assert total > 0
    for number in range(1, total + 1):
        archive = Archive.create(tmp_path / str(number), now=LATER)
        before = _final(archive)
        with pytest.MonkeyPatch.context() as patch:
            _failing(patch, name, number, reason)
            with pytest.raises(WriteError) as error:
                archive.put("story", NEW, captured_at=LATER, metadata={})
        assert os.strerror(reason) in str(error.value)
        assert str(archive.path) in str(error.value)
        assert _final(archive).items() >= before.items()
        assert archive.verify().damage == ()
        assert archive.put("story", NEW, captured_at=LATER, metadata={}).revision == archive.get("story")
        assert archive.verify().damage == ()


@pytest.mark.parametrize("name", ["write", "fsync", "link", "mkdir", "unlink", "pread"])
def test_a_refused_call_in_a_batch_acknowledges_nothing_of_it(tmp_path: Path, name: str) -> None:
    texts = {f"story/{number}": Text(f"{number}\n", f"{number}\n".encode()) for number in range(5)}
    for number in range(1, 60):
        archive = Archive.create(tmp_path / str(number), now=LATER)
        failed = False
        with pytest.MonkeyPatch.context() as patch, archive.writer(Durability.BATCH) as writer:
            count = _failing(patch, name, number, errno.EIO)
            for article, text in texts.items():
                try:
                    writer.put(article, text, captured_at=LATER, metadata={})
                except WriteError as error:
                    failed = True
                    assert str(archive.path) in str(error)  # noqa: PT017  # not every call is one of a put
            try:
                writer.settle()
            except WriteError as error:
                failed = True
                assert str(archive.path) in str(error)  # noqa: PT017  # nor of settling
        assert archive.verify().damage == ()
        if count() < number:
            assert not failed
            assert number > 1
            return
        assert failed
        for article, text in texts.items():
            assert archive.read(archive.put(article, text, captured_at=LATER, metadata={}).revision) == text.content
            assert len(archive.revisions(article).revisions) == 1
        assert archive.verify().damage == ()
    pytest.fail("there was no end of calls")


@pytest.mark.parametrize("name", ["write", "fsync", "link", "mkdir"])
def test_a_refused_call_while_an_archive_is_made(tmp_path: Path, name: str) -> None:
    for number in range(1, 30):
        path = tmp_path / str(number)
        with pytest.MonkeyPatch.context() as patch:
            count = _failing(patch, name, number, errno.ENOSPC)
            try:
                Archive.create(path, now=LATER)
            except WriteError as error:
                assert "No space left" in str(error)  # noqa: PT017  # past the last call nothing fails
            if count() < number:
                return
        assert Archive.create(path, now=LATER).verify().damage == ()
    pytest.fail("there was no end of calls")


def test_a_failed_fsync_is_not_tried_again(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    count = _failing(monkeypatch, "fsync", 1, errno.EIO)
    with pytest.raises(WriteError):
        archive.put("story", NEW, captured_at=LATER, metadata={})
    assert count() == 1


def test_short_writes_are_gone_on_with(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    true = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: true(descriptor, data[:7]))
    revision = archive.put("story", NEW, captured_at=LATER, metadata={}).revision
    assert archive.read(revision) == NEW.content
    assert archive.verify().damage == ()


@pytest.mark.parametrize("lie", ["short", "other"])
def test_writes_that_lie_are_found_out(archive: Archive, monkeypatch: pytest.MonkeyPatch, lie: str) -> None:
    true = os.write

    def write(descriptor: int, data: bytes) -> int:
        true(descriptor, data[:-1] if lie == "short" else b"?" * len(data))
        return len(data)

    before = _final(archive)
    monkeypatch.setattr(os, "write", write)
    with pytest.raises(WriteError, match="arrived"):
        archive.put("story", NEW, captured_at=LATER, metadata={})
    assert _final(archive) == before


def test_a_write_that_writes_nothing_ends(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "write", lambda *_: 0)
    with pytest.raises(WriteError, match="nothing could be written"):
        archive.put("story", NEW, captured_at=LATER, metadata={})


def test_file_systems_without_hard_links_are_told(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    _failing(monkeypatch, "link", 1, errno.EPERM)
    with pytest.raises(WriteError, match="must allow hard links"):
        archive.put("story", NEW, captured_at=LATER, metadata={})
    assert list((archive.path / "tmp").iterdir()) == []


def test_an_interrupt_leaves_nothing_behind(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    before = _final(archive)
    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        archive.put("story", NEW, captured_at=LATER, metadata={})
    assert _final(archive) == before
    assert list((archive.path / "tmp").iterdir()) == []
