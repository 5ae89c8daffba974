"""Calls that wait for the disk, made by several threads where the disk can take them together."""

from __future__ import annotations

from contextlib import suppress
from time import monotonic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from threading import Condition

    Call = Callable[[], None]

_MANY = 8
"""From so many calls on threads can pay."""

_THREADS = 16
"""The disk gathers what is asked of it while it is busy; more threads gain nothing that could be measured."""

_SLOW = 0.0001
"""Seconds that a call must take for threads to pay: about what it costs to hand it to one."""

_TRIED = 2
"""The calls that tell how long one takes."""


def together(calls: Sequence[Call]) -> None:
    """Make all the calls: one by one while that is quick, else by threads.

    Raises what the first that failed raised, or what interrupted it, as Ctrl-C does; those that had been begun have
    ended then.
    """
    remaining = iter(calls)
    begun = monotonic()
    for made, call in enumerate(remaining, start=1):
        call()
        if len(calls) - made >= _MANY and made >= _TRIED and monotonic() - begun > made * _SLOW:
            _by_threads(remaining)


def _by_threads(calls: Iterator[Call]) -> None:
    from threading import Condition, Thread  # start-up time: only many files need it

    shared = _Shared(calls, Condition())
    threads = [Thread(target=shared.work) for _ in range(_THREADS)]
    try:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    except BaseException:  # Ctrl-C most likely: whoever is told of it may close what the calls work on
        shared.stop()
        raise
    if shared.failed:
        raise shared.failed[0]


class _Shared:
    """Calls that threads make, each the next one that is there. `failed` is what those raised that failed.

    Calls under way are counted: a thread whose `join` was interrupted may pass for ended while it is still at work
    (CPython issue 90882), and one whose `start` was interrupted may not be known yet.
    """

    def __init__(self, calls: Iterator[Call], turn: Condition) -> None:
        self.failed: list[BaseException] = []
        self._calls = calls
        self._turn = turn
        self._is_stopped = False
        self._under_way = 0

    def work(self) -> None:
        """Make calls until there are no more, or it is time to stop."""
        while (call := self._next()) is not None:
            try:
                call()
            except BaseException as error:  # noqa: BLE001  # raised again by whoever waits
                self.failed.append(error)
            finally:
                self._ended()

    def stop(self) -> None:
        """Let no other call begin, and wait until none is under way, whatever interrupts the wait."""
        has_stopped = False
        while not has_stopped:
            with suppress(BaseException), self._turn:
                self._is_stopped = True
                has_stopped = self._turn.wait_for(lambda: not self._under_way)

    def _next(self) -> Call | None:
        with self._turn:
            call = None if self._is_stopped else next(self._calls, None)
            self._under_way += call is not None
            return call

    def _ended(self) -> None:
        with self._turn:
            self._under_way -= 1
            self._turn.notify_all()
