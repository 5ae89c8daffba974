"""Checking in several processes finds what one process finds, however the work is cut."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from archivist.archive import verify_folders
from archivist.archive.sample import Sample, read_sample
from archivist.archive.store import Archive
from archivist.archive.workers import Workers
from archivist.errors import UnreadableError
from archivist.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

NOW = datetime(2026, 4, 1, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Ten articles with two revisions, one with twenty; a third of all files damaged."""
    archive = Archive.create(tmp_path_factory.mktemp("parallel") / "archive", now=NOW)
    for article, count in [*((f"a{number}", 2) for number in range(10)), ("long", 20)]:
        for day in range(count):
            content = f"{article} on day {day}.\n"
            time = NOW + timedelta(days=day)
            archive.put(article, Text(content, content.encode()), captured_at=time, metadata={})
    archive.seal(now=NOW)
    for path in sorted((archive.path / "articles").rglob("*.*"))[::3]:
        if path.is_file():
            path.write_bytes(b"spoilt")
    return archive


@pytest.mark.parametrize("cut", [(0, 1, 10, 3), (0, 4, 10, 7), (10, 2, 1000, 5)])
def test_however_it_is_cut_the_verdict_is_the_same(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, cut: tuple[int, ...]
) -> None:
    expected = archive.verify()
    assert len(expected.damage) > 20
    for name, number in zip(("_ALONE", "_BATCH", "_LARGE", "_SLICE"), cut, strict=True):
        monkeypatch.setattr(verify_folders, name, number)
    for processes in (1, 3):
        seen: list[str] = []
        assert archive.verify(seen.append, processes=processes) == expected
        assert len(seen) == 11


def test_few_files_are_checked_without_processes_and_many_with(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    spread: list[object] = []

    def take(_: Workers, work: Callable[[object], object], items: Iterable[object]) -> Iterator[object]:
        for item in items:
            spread.append(item)
            yield work(item)

    monkeypatch.setattr(Workers, "map", take)
    monkeypatch.setattr(verify_folders, "_BATCH", 1)
    for alone, share in ((0, 10), (1000, 0)):
        spread.clear()
        monkeypatch.setattr(verify_folders, "_ALONE", alone)
        archive.verify(processes=2)
        assert len(spread) == share


def _double(number: int) -> int:
    return number * 2


def _die(number: int) -> int:
    if number == 3 and os.getpid() != _PARENT:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * 2


def _fail(number: int) -> int:
    if number == 3:
        raise UnreadableError(f"{number}: cannot be read.")
    return number


_PARENT = os.getpid()


@pytest.mark.parametrize("count", [1, 2])
def test_results_come_in_order(count: int) -> None:
    with Workers(count) as workers:
        assert list(workers.map(_double, range(50))) == list(range(0, 100, 2))


def test_what_a_killed_process_had_in_hand_is_done_here() -> None:
    with Workers(2) as workers:
        assert list(workers.map(_die, range(20))) == list(range(0, 40, 2))


ORPHANS = """
import os, signal, sys
from archivist.archive.workers import Workers
def pid(_):
    return os.getpid()
with Workers(2) as workers:
    print(*sorted(set(workers.map(pid, range(50)))), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_no_process_outlives_the_first_one() -> None:
    """One that did would hold stdout open, and there would be no end to read."""
    done = subprocess.run([sys.executable, "-c", ORPHANS], capture_output=True, text=True, check=False, timeout=30)
    assert done.returncode == -signal.SIGKILL
    assert 0 < len(done.stdout.split()) <= 2


@pytest.mark.parametrize("count", [1, 2])
def test_an_error_is_raised_here(count: int) -> None:
    with Workers(count) as workers, pytest.raises(UnreadableError, match="3: cannot be read"):
        list(workers.map(_fail, range(20)))


def test_where_no_process_can_start_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(38, "no semaphores")

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", refuse)
    with Workers(4) as workers:
        assert list(workers.map(_double, range(5))) == [0, 2, 4, 6, 8]


def test_items_are_not_taken_long_before_they_are_needed() -> None:
    taken = []

    def items() -> object:
        for number in range(1000):
            taken.append(number)
            yield number

    with Workers(2) as workers:
        results = workers.map(_double, items())  # type: ignore[arg-type]
        assert next(results) == 0
        assert len(taken) < 20
        results.close()  # type: ignore[attr-defined]


def test_a_sample_has_about_its_share_of_the_files() -> None:
    names = [f"{number:064x}" for number in range(4000)]
    for percent in (1, 10, 50):
        sample = read_sample(f"{percent}%", "seed")
        share = sum(sample.has(name) for name in names) / len(names)
        assert abs(share - percent / 100) < 0.03
    assert all(read_sample("100%", "x").has(name) for name in names)
    one, other = Sample(10_000, "one"), Sample(10_000, "other")
    assert [name for name in names if one.has(name)] != [name for name in names if other.has(name)]


@pytest.mark.parametrize(("text", "shown"), [("10%", "10%"), ("10", "10%"), ("0.5%", "0.5%"), ("99.999", "99.999%")])
def test_shares_are_read_and_shown(text: str, shown: str) -> None:
    assert str(read_sample(text, "s")) == f"{shown} with seed s"


def test_an_article_that_cannot_be_read_ends_the_check(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    if os.geteuid() == 0:
        real = os.open

        def refuse(path: str, *words: int, **named: int) -> int:
            if str(path).endswith(".txt"):
                raise PermissionError(13, "Permission denied")
            return real(path, *words, **named)

        monkeypatch.setattr(os, "open", refuse)
    else:
        Path(next((archive.path / "articles").rglob("*.txt"))).chmod(0)
    monkeypatch.setattr(verify_folders, "_ALONE", 0)
    for processes in (1, 2):
        with pytest.raises(UnreadableError, match="Permission denied"):
            archive.verify(processes=processes)
