"""A power cut while archives are merged or sealed: all is clean at any moment, and what was reported is there."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from damage.test_power_cut import Check, Event, Recorder, Run

from archivist.archive.store import Archive
from archivist.model.text import Received, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from archivist.model.revision import Revision

NOW = datetime(2026, 4, 1, tzinfo=UTC)


class SealCheck(Check):
    """As `Check`; what is acknowledged is the seal that the run has made."""

    seal = ""

    def _found(self, safe: int) -> Iterator[str]:
        archive = Archive.open(self._run.archive.path)
        yield from (f"{damage.path} {damage.what}" for damage in archive.verify().damage)
        path = archive.path / self.seal
        if safe and not path.is_file():
            yield "the seal is lost"
        elif safe:
            yield from (damage.what for damage in archive.verify(seal=str(path)).damage)


def put(archive: Archive, article: str, content: str, day: int) -> tuple[Revision, Text]:
    received = Received(content.encode("utf-16"), "utf-16", certain=True) if day == 2 else None
    text = Text(content, content.encode(), received)
    return archive.put(article, text, captured_at=NOW + timedelta(days=day), metadata={}).revision, text


@pytest.fixture
def one(tmp_path: Path) -> Archive:
    archive = Archive.create(tmp_path / "one", now=NOW)
    put(archive, "story", "The pier is closed.\n", 0)
    return archive


def _recorded(one: Archive, act: Callable[[], object], given: list[tuple[Revision, Text]]) -> Run:
    base = one.path.with_name("base")
    shutil.copytree(one.path, base)
    with pytest.MonkeyPatch.context() as patch:
        recorder = Recorder(patch)
        act()
        recorder.acknowledge(max(1, len(given)))
    # A hint of the system's own caches aside, only what lies in the archive counts; nothing in tmp/ does.
    events = [event for event in recorder.events if event.path != str(one.path / "tmp")]
    return Run(one, base, events, given)


def _merging(one: Archive) -> Run:
    two = Archive.open(shutil.copytree(one.path, one.path.with_name("two")))
    given = [put(two, "story", "The pier is open.\n", day) for day in (1, 3)]
    given.append(put(two, "new", "Elsewhere.\n", 2))
    two.seal(now=NOW)
    return _recorded(one, lambda: one.merge(two), given)


def _as_it_is(events: list[Event]) -> list[Event]:
    return events


def _without(step: str) -> Callable[[list[Event]], list[Event]]:
    return lambda events: [event for event in events if event.name != step]


def _seal_first(events: list[Event]) -> list[Event]:
    """The seal's name comes before its list's, and both are synced together."""
    (at,) = [number for number, event in enumerate(events) if event.name == "add" and event.path.endswith(".sha256")]
    rest = [event for number, event in enumerate(events) if number != at]
    (seal,) = [number for number, event in enumerate(rest) if event.name == "add" and event.path.endswith(".seal")]
    return [*rest[: seal + 1], events[at], *rest[seal + 1 :]]


def test_a_merge_loses_nothing(one: Archive) -> None:
    check = Check(_merging(one), _as_it_is)
    assert list(check.losses()) == []
    assert check.states >= 19


def test_sealing_leaves_a_sound_archive_and_the_seal_it_reported(one: Archive) -> None:
    run = _recorded(one, lambda: one.seal(now=NOW), [])
    check = SealCheck(run, _as_it_is)
    check.seal = next(event.path for event in run.events if event.path.endswith(".seal"))[len(str(one.path)) + 1 :]
    assert list(check.losses()) == []
    assert check.states >= 5


@pytest.mark.parametrize("change", [_without("sync-file"), _without("sync-folder")])
def test_a_merge_that_leaves_out_a_step_is_caught(one: Archive, change: Callable[[list[Event]], list[Event]]) -> None:
    assert next(Check(_merging(one), change).losses(), None) is not None


@pytest.mark.parametrize("change", [_without("sync-file"), _without("sync-folder"), _seal_first])
def test_a_sealing_that_leaves_out_a_step_is_caught(
    one: Archive, change: Callable[[list[Event]], list[Event]]
) -> None:
    run = _recorded(one, lambda: one.seal(now=NOW), [])
    check = SealCheck(run, change)
    check.seal = next(event.path for event in run.events if event.path.endswith(".seal"))[len(str(one.path)) + 1 :]
    assert next(check.losses(), None) is not None
