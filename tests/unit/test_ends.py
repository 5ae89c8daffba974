from __future__ import annotations

import pytest

from archivist.diff.ends import same_from, same_until

LENGTHS = [0, 1, 2, 15, 16, 255, 256, 257, 767, 768, 1000, 5_000, 70_000]


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("behind", [0, 1, 300, 40_000])
def test_what_is_the_same_is_found_to_the_code_point(length: int, behind: int) -> None:
    same = "añb" * (length // 3) + "c" * (length % 3)
    old, new = f"12{same}x{'y' * behind}", f"3{same}z{'y' * behind}"
    assert same_from(old, 2, new, 1, min(len(old) - 2, len(new) - 1)) == length
    old, new = f"{'y' * behind}x{same}12", f"{'y' * behind}z{same}3"
    assert same_until(old, len(old) - 2, new, len(new) - 1, min(len(old) - 2, len(new) - 1)) == length


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("limit", [0, 1, 100, 256, 300, 70_000])
def test_nothing_is_the_same_beyond_the_limit_or_the_end_of_a_text(length: int, limit: int) -> None:
    text = "ab" * length
    limit = min(limit, len(text))
    assert same_from(text, 0, f"{text}x", 0, limit) == limit
    assert same_until(text, len(text), f"x{text}", len(text) + 1, limit) == limit
