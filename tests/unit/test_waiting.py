"""Calls that wait for the disk: each is made once, by threads where they are slow, and what failed is told."""

from __future__ import annotations

from functools import partial
from itertools import count
from threading import Barrier, get_ident
from typing import TYPE_CHECKING

import pytest

from archivist.archive.waiting import together

if TYPE_CHECKING:
    from collections.abc import Callable


def _clock(monkeypatch: pytest.MonkeyPatch, step: float) -> None:
    """Every look at the clock is `step` seconds after the one before."""
    ticks = count()
    monkeypatch.setattr("archivist.archive.waiting.monotonic", lambda: next(ticks) * step)


def _made(calls: int) -> tuple[list[Callable[[], None]], list[tuple[int, int]]]:
    """So many calls, and a list that will tell which was made by which thread."""
    made: list[tuple[int, int]] = []
    return [partial(lambda number: made.append((number, get_ident())), number) for number in range(calls)], made


def test_quick_calls_are_made_one_by_one_by_whoever_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    _clock(monkeypatch, 0.0001)
    calls, made = _made(100)
    together(calls)
    assert made == [(number, get_ident()) for number in range(100)]


def test_slow_calls_are_made_by_threads_at_the_same_time(monkeypatch: pytest.MonkeyPatch) -> None:
    _clock(monkeypatch, 0.01)
    meeting = Barrier(8, timeout=10)

    def meet() -> None:
        meeting.wait()

    calls, made = _made(20)
    together([*calls[:12], *[meet] * 8, *calls[12:]])
    assert sorted(number for number, _ in made) == list(range(20))
    assert [thread for _, thread in made[:2]] == [get_ident()] * 2
    assert get_ident() not in {thread for _, thread in made[2:]}


def test_a_few_slow_calls_need_no_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    _clock(monkeypatch, 0.01)
    calls, made = _made(9)
    together(calls)
    assert made == [(number, get_ident()) for number in range(9)]


@pytest.mark.parametrize("place", [0, 1, 5, 30])
@pytest.mark.parametrize("step", [0.0, 0.01])
def test_what_failed_is_raised(monkeypatch: pytest.MonkeyPatch, place: int, step: float) -> None:
    def fail() -> None:
        raise OSError("the disk is gone")

    _clock(monkeypatch, step)
    calls, made = _made(30)
    with pytest.raises(OSError, match="the disk is gone"):
        together([*calls[:place], fail, *calls[place:]])
    by_threads = step > 0 and place > 1
    assert len(made) == (30 if by_threads else place)
