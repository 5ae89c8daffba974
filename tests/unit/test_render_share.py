"""How much two texts differ, at a glance."""

from __future__ import annotations

import pytest

from archivist.render.summary import share_changed


@pytest.mark.parametrize(
    ("old", "new", "share"),
    [
        ("", "", 0.0),
        ("One two.", "One two.", 0.0),
        ("one two", "two one", 0.0),
        ("one two three four", "one two three five", 0.25),
        ("one", "one one one", 0.5),
        ("one one one", "one", 0.5),
        ("", "one", 1.0),
        ("one", "two", 1.0),
        ("港橋", "港町", 0.5),
    ],
)
def test_the_share_of_words_that_one_side_alone_has(old: str, new: str, share: float) -> None:
    assert share_changed(old, new) == share
