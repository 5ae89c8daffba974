"""What two lists have in common is the same by whichever way it is found, where there is one alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archivist.diff.sequence import longest_common, only_common
from archivist.diff.textdiff import _library

_ITEMS = st.lists(st.sampled_from("abcde"), min_size=1, max_size=10)


@given(_ITEMS, _ITEMS)
def test_the_only_way_is_that_of_the_library(old: list[str], new: list[str]) -> None:
    only = only_common(old, new)

    assert only is None or only == longest_common(old, new) == _library(old, new)[0]


@given(_ITEMS)
def test_all_of_two_lists_that_are_alike_is_found_in_one_way(items: list[str]) -> None:
    assert only_common(items, items) == [(index, index) for index in range(len(items))]
    assert _library(items, items) == ([(index, index) for index in range(len(items))], True)
