"""Work spread over processes, for what is bound by Python itself and not by the disk."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections import deque
from typing import TypeVar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.context import BaseContext
    from typing import Self

Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 4
"""How many items are handed out for each process, so that memory does not grow with the work."""


class Workers:
    """Up to `count` processes, started when first needed; with one, or where none can start, all is done here.

    Use it in a `with` statement.
    """

    def __init__(self, count: int) -> None:
        self._count = count
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """What `work` makes of each item, in order. `work` must be importable; its errors are raised here.

        Items are taken as results are asked for. What a process that is killed had in hand is done here.
        """
        if not self._start():
            yield from map(work, items)
            return
        handed: deque[tuple[Item, Future[Result] | None]] = deque()
        for item in items:
            handed.append((item, self._submit(work, item)))
            if len(handed) > _AHEAD * self._count:
                yield _result(work, *handed.popleft())
        while handed:
            yield _result(work, *handed.popleft())

    def _start(self) -> bool:
        if self._pool is None and self._count > 1:
            from concurrent.futures import ProcessPoolExecutor

            try:
                self._pool = ProcessPoolExecutor(self._count, _context(), _begin)
            except (OSError, ImportError, NotImplementedError):  # a system without semaphores
                self._count = 1
        return self._pool is not None

    def _submit(self, work: Callable[[Item], Result], item: Item) -> Future[Result] | None:
        from concurrent.futures import BrokenExecutor

        try:
            return None if self._pool is None else self._pool.submit(work, item)
        except (OSError, BrokenExecutor):
            return None


def available() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin() -> None:
    """What each process begins with."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all of a terminal; the first process ends the others
    gc.disable()  # nothing here makes cycles, and looking for them would copy what the fork shares
    threading.Thread(target=_end_with_the_first, daemon=True).start()


def _end_with_the_first() -> None:
    """End this process when the first one has ended without a word, killed: it would wait for work for ever."""
    from multiprocessing import connection, parent_process

    first = parent_process()
    if first is not None:
        connection.wait([first.sentinel])
        os._exit(1)


def _result(work: Callable[[Item], Result], item: Item, future: Future[Result] | None) -> Result:
    from concurrent.futures import BrokenExecutor

    try:
        return work(item) if future is None else future.result()
    except BrokenExecutor:
        return work(item)


def _context() -> BaseContext:
    """Forked processes need no imports of their own; but a process with threads must not be forked."""
    from multiprocessing import get_context

    return get_context("fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn")
