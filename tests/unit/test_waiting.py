"""Calls that wait for the disk: each is made once, by threads where they are slow, and what failed is told."""

from __future__ import annotations

import signal
from functools import partial
from itertools import count
from threading import Barrier, Condition, Event, Thread, get_ident
from typing import TYPE_CHECKING

import pytest

from archivist.archive.waiting import together

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


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


class _InterruptedError(Exception):
    """What Ctrl-C raises here: KeyboardInterrupt itself would end the run of the tests."""


class _Interrupted:
    """Slow calls. The one with the number `last` interrupts by a signal, as Ctrl-C does, whoever waits for them all.

    The calls that threads make end only when it is waited for their end, and not for all the others.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch, last: int, *, again: bool) -> None:
        self.last = last
        self.begun: list[int] = []
        self.ended: list[int] = []
        self.waits = 0
        self.released = Event()
        self._waiter = get_ident()
        true = Condition.wait_for

        def wait_for(condition: Condition, predicate: Callable[[], bool], timeout: float | None = None) -> bool:
            self.waits += 1
            if again and self.waits == 1:
                raise _InterruptedError
            self.released.set()
            return true(condition, predicate, timeout)

        monkeypatch.setattr(Condition, "wait_for", wait_for)

    def call(self, number: int) -> None:
        self.begun.append(number)
        if get_ident() != self._waiter:
            if number == self.last:
                signal.pthread_kill(self._waiter, signal.SIGINT)
            self.released.wait(10)
            self.released.set()
        self.ended.append(number)


@pytest.fixture
def interruptible() -> Iterator[None]:
    """SIGINT raises _InterruptedError."""

    def interrupt(*_: object) -> None:
        raise _InterruptedError

    before = signal.signal(signal.SIGINT, interrupt)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("last", [2, 17])  # of the first thread, and of the last one
@pytest.mark.parametrize("again", [False, True])
def test_an_interrupt_or_two_leave_no_call_at_work(monkeypatch: pytest.MonkeyPatch, last: int, *, again: bool) -> None:
    _clock(monkeypatch, 0.01)
    calls = _Interrupted(monkeypatch, last, again=again)
    with pytest.raises(_InterruptedError):
        together([partial(calls.call, number) for number in range(1000)])
    begun, ended = sorted(calls.begun), sorted(calls.ended)
    calls.released.set()
    assert begun == ended
    assert len(begun) <= 2 + 16
    assert calls.waits == 1 + again


def test_where_no_thread_can_be_had_no_call_is_left_at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Thread) -> None:
        raise RuntimeError("can't start new thread")

    _clock(monkeypatch, 0.01)
    monkeypatch.setattr(Thread, "start", refuse)
    calls, made = _made(100)
    with pytest.raises(RuntimeError, match="can't start"):
        together(calls)
    assert len(made) == 2
