"""Calls that wait for the disk, made by several threads where the disk can take them together."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

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

    Raises what the first that failed raised; those that had been begun have ended then.
    """
    remaining = iter(calls)
    begun = monotonic()
    for made, call in enumerate(remaining, start=1):
        call()
        if len(calls) - made >= _MANY and made >= _TRIED and monotonic() - begun > made * _SLOW:
            _by_threads(remaining)


def _by_threads(calls: Iterator[Call]) -> None:
    from threading import Thread  # start-up time: only many files need it

    failed: list[BaseException] = []

    def work() -> None:
        for call in calls:  # threads take turns at one iterator, so each call is made once
            try:
                call()
            except BaseException as error:  # noqa: BLE001  # raised again by whoever waits
                failed.append(error)

    threads = [Thread(target=work) for _ in range(_THREADS)]
    try:
        for thread in threads:
            thread.start()
    finally:
        for thread in threads:
            if thread.ident is not None:
                thread.join()
    if failed:
        raise failed[0]
