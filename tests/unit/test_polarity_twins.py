"""Words that say the opposite by a prefix or suffix that faces another one."""

from __future__ import annotations

import pytest
from differences import rules


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The pro-quay camp met on the pier.", "The anti-quay camp met on the pier."),
        ("The dye is harmful to eels.", "The dye is harmless to eels."),
        ("The mill overpaid its crew.", "The mill underpaid its crew."),
        ("The prewar barges were sold.", "The postwar barges were sold."),
        ("The claim about the kiln has been verified.", "The claim about the kiln has been debunked."),
        ("The barge survived the gale.", "The barge sank in the gale."),
    ],
)
def test_facing_parts_are_opposites(old: str, new: str) -> None:
    assert rules(old, new) == ["opposite-differs"]
    assert rules(new, old) == ["opposite-differs"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The income of the mill was small.", "The outcome of the mill was small."),
        ("The dye is harmless to eels.", "The dye is not harmful to eels."),
    ],
)
def test_what_only_looks_like_it_is_none(old: str, new: str) -> None:
    assert "opposite-differs" not in rules(old, new)
    assert "opposite-differs" not in rules(new, old)


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("The council plans to close the pool.", "The council is considering closing the pool.", "hedge-added"),
        ("The moss grows only on slate.", "The moss grows also on slate.", "scope-differs"),
    ],
)
def test_consideration_and_scope(old: str, new: str, rule: str) -> None:
    assert rules(old, new) == [rule]
