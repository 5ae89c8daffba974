"""What was made for a text is gone with it: nothing holds itself, and waits until it is looked for."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from archivist.claims.extract import extract
from archivist.diff.report import compare
from archivist.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

OLD = """Weir gives way

Ann Roe, head of the Lindow Harbour Board (LHB), said on Monday that 40 boats may have sunk.

“We did not see it,” she said. “Nobody did.”

A spokesman for the LHB said the weir was built in 1962. The spokesman added that he had no plans. He blamed rain.
"""
NEW = OLD.replace("40", "45").replace("Monday", "Tuesday").replace("did not see", "saw").replace("no plans", "plans")


@pytest.mark.parametrize(
    "work",
    [
        pytest.param(lambda: extract(OLD), id="extract"),
        pytest.param(lambda: extract(OLD, within=[Span(120, 160), Span(300, 310)]), id="extract a part"),
        pytest.param(lambda: compare(OLD, NEW), id="compare"),
    ],
)
def test_nothing_is_left_for_the_collector(work: Callable[[], object]) -> None:
    work()  # so that all tables are made
    gc.collect()
    gc.disable()
    try:
        work()
        assert gc.collect() == 0
    finally:
        gc.enable()
