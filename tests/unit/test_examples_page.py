"""The page that compares how diffs read shows what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from archivist.diff.textdiff import diff
from archivist.model.report import OpKind

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "text-diff-examples.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```text\nold {8}(.*)\nnew {8}(.*)\narchivist {2}(.*)\n", PAGE)
FORMS = {OpKind.EQUAL: "{}", OpKind.DELETE: "[-{}-]", OpKind.INSERT: "{{+{}+}}"}


def shown(old: str, new: str) -> str:
    """The diff in the marks of the page."""
    parts = []
    for op in diff(old, new).ops:
        text = op.new.of(new) if op.kind is OpKind.INSERT else op.old.of(old)
        parts.append(FORMS[op.kind].format(f"{op.move}:{text}" if op.move else text))
    return "".join(parts)


def test_there_are_a_dozen_examples() -> None:
    assert len(EXAMPLES) >= 12
    assert PAGE.count("```text") == len(EXAMPLES)


@pytest.mark.parametrize(("old", "new", "expected"), EXAMPLES)
def test_the_page_is_true(old: str, new: str, expected: str) -> None:
    assert shown(old.replace("⏎", "\n"), new.replace("⏎", "\n")).replace("\n", "⏎") == expected
