"""The line that shows where the changes lie."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports import report

from archivist.diff.text_report import compare_texts
from archivist.render.strip import strip


def test_a_bar_stands_where_something_came_or_went() -> None:
    kept = "word " * 20
    assert strip(compare_texts(f"{kept}old {kept}", f"{kept}new {kept}"), 10) == "····▂▁····"
    assert strip(compare_texts(f"{kept}gone {kept}", f"{kept}{kept}"), 10).strip("·") != ""
    assert strip(compare_texts(kept, f"{kept}{kept.upper()}"), 10) == "·····█████"


def test_nothing_differs_or_nothing_is_left() -> None:
    assert strip(report("Same.", "Same."), 10) == ""
    assert strip(compare_texts("Gone.", ""), 10) == ""


@given(st.text("ab .\n", max_size=30), st.text("ab .\n", max_size=30), st.integers(1, 50))
def test_a_strip_has_its_width_and_shows_every_difference(old: str, new: str, cells: int) -> None:
    shown = strip(compare_texts(old, new), cells)

    assert len(shown) in {0, min(cells, len(new))}
    if new:
        assert (set(shown) - {"·"} == set()) == (old == new)


@pytest.mark.parametrize("cells", [1, 3, 7, 11])
def test_a_new_text_is_new_everywhere(cells: int) -> None:
    assert strip(compare_texts("", "One two three four."), cells) == "█" * cells
