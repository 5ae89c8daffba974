"""How the text diff bounds its work, and what it does where a bound is reached."""

from __future__ import annotations

import pytest

from archivist.diff import textdiff
from archivist.diff.budget import Budget, Steps
from archivist.diff.operations import prove
from archivist.diff.textdiff import diff
from archivist.model.report import OpKind


def long_texts() -> tuple[str, str]:
    """Two sentences too long for a table at once, with five differences and no word that occurs once."""
    numbers = [number * number % 97 for number in range(4000)]
    old = [f"w{number}" for number in numbers + numbers]
    new = list(old)
    for at in range(500, 7500, 1400):
        new[at] = "w100"
    return " ".join(old), " ".join(new)


def test_a_very_long_sentence_is_left_to_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = long_texts()
    monkeypatch.setattr(Budget, "match", lambda _self, _cells: False)
    found = diff(old, new)
    assert found.coarse == ()
    assert sum(op.kind is OpKind.DELETE for op in found.ops) == 5


def test_a_spent_budget_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = long_texts()
    monkeypatch.setattr(Budget, "match", lambda _self, _cells: False)
    monkeypatch.setattr(textdiff, "_ROUNDS", 2)
    found = diff(old, new)
    assert len(found.coarse) == 1
    prove(old, new, found.ops)


def test_a_table_does_what_the_library_cannot(monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = long_texts()
    monkeypatch.setattr(textdiff, "_ROUNDS", 2)
    found = diff(old, new)
    assert found.coarse == ()
    assert sum(op.kind is OpKind.DELETE for op in found.ops) == 5


def test_texts_too_long_to_read_are_compared_by_paragraph() -> None:
    old = "\n\n".join(f"{number} " + "lorem ipsum dolor " * 5000 for number in range(40))
    new = old.replace("ipsum", "amet").replace("7 lorem", "7 LOREM")
    new = new[:-200_000] + old[-200_000:]
    found = diff(old, new)
    assert found.coarse
    assert found.ops[-1].kind is OpKind.EQUAL
    prove(old, new, found.ops)


def test_a_deadline_counts() -> None:
    steps, now = Steps(2), 1e9
    assert [now > steps for _ in range(2)] == [False, False]
    assert not steps.spent
    assert now > steps
    assert steps.spent


def test_a_budget_is_spent_once() -> None:
    budget = Budget(for_sentences=4, for_words=10, cells=5)
    assert budget.words(7)
    assert not budget.words(7)
    assert budget.words(3)
    assert budget.sentences(4)
    assert not budget.sentences(1)
    assert budget.match(5)
    assert not budget.match(1)


def test_one_change_in_a_long_line_leaves_the_rest_alone() -> None:
    old = "Waves roll in and gulls cry. " * 20_000
    at = len(old) // 2
    new = old[:at] + "loudly " + old[at:]
    changed = [op for op in diff(old, new).ops if op.kind is not OpKind.EQUAL]
    assert sum(len(op.old) + len(op.new) for op in changed) < 100


@pytest.mark.parametrize("text", ["啊" * 30_000, "ab" * 15_000, " " * 30_000, "\u0301" * 30_000, "🇫🇷" * 15_000])
def test_texts_without_a_place_to_cut_are_compared(text: str) -> None:
    new = text[:15_000] + "x" + text[15_000:]
    prove(text, new, diff(text, new).ops)
