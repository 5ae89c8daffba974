from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reports import NEW, OLD, report

from archivist.render.columns import Piece, columns, wrap
from archivist.render.json_report import report_json
from archivist.render.markdown import report_markdown
from archivist.render.safe import escaped_in_json, visible
from archivist.render.terminal import report_terminal
from archivist.render.unified import unified
from archivist.render.worddiff import word_diff

if TYPE_CHECKING:
    from archivist.model.report import Report

LINES = st.lists(
    st.sampled_from(
        [
            "Rain fell.",
            "Ann left.",
            "12 died.",
            "",
            "\\ No",
            "--- a",
            "+x",
            "@@ -1 +1 @@",
            "a\r",
            "中文",
            "\x1b",
            "Zoë",
        ]
    ),
    max_size=12,
)
TEXTS = st.builds(lambda lines, end: "\n".join(lines) + end, LINES, st.sampled_from(["", "\n"]))
ANYTHING = st.text(max_size=60)


@st.composite
def reports(draw: st.DrawFn, texts: st.SearchStrategy[str] = TEXTS) -> Report:
    return report(draw(texts), draw(texts))


def applied(old: str, patch: str) -> str:
    """The text that a unified diff makes of `old`; raises AssertionError where it does not fit."""
    before = re.findall(r"[^\n]*\n|[^\n]+$", old)
    made: list[str] = []
    at = 0
    for head, body in re.findall(
        r"^@@ -(\S+) \+\S+ @@\n((?:(?!@@ -)[ +\\-].*\n)*)", patch.replace("\r", "\uf8ff"), re.MULTILINE
    ):
        start, _, count = head.partition(",")
        first = int(start) - (count != "0")
        made += before[at:first]
        at = first
        for sign, line, open_end in re.findall(r"^([ +-])(.*\n)(\\ No newline at end of file\n)?", body, re.MULTILINE):
            words = line.replace("\uf8ff", "\r").removesuffix("\n") + ("" if open_end else "\n")
            if sign in " -":
                assert before[at] == words
                at += 1
            if sign in " +":
                made.append(words)
    return "".join(made + before[at:])


@given(reports(), st.integers(0, 4))
def test_a_patch_applied_to_the_old_text_gives_the_new(made: Report, context: int) -> None:
    assert applied(made.old_text, unified(made, "o", "n", context)) == made.new_text


@pytest.mark.parametrize("tool", [["patch", "-s", "-p1", "--posix"], ["git", "apply", "--whitespace=nowarn"]])
@settings(max_examples=25, deadline=None)
@given(made=reports(), name=st.sampled_from(["story.txt", "a story.txt", 'tab\tand "quote".txt', "Zürich"]))
def test_patch_and_git_take_it(tool: list[str], made: Report, name: str) -> None:
    if which(tool[0]) is None:
        pytest.skip(f"{tool[0]} is not installed")
    patch = unified(made, name, name)
    with TemporaryDirectory() as folder:
        file = Path(folder, name)
        file.write_bytes(made.old_text.encode())
        if patch:
            subprocess.run(tool, cwd=folder, input=patch.encode(), check=True, capture_output=True)
        assert (file.read_bytes() if file.exists() else b"") == made.new_text.encode()


@given(reports())
def test_the_porcelain_word_diff_holds_both_texts(made: Report) -> None:
    shown = word_diff(made, "o", "n", style="porcelain", context=99)
    body = shown.partition("@@\n")[2].split("\n")[:-1]
    kept = [line for line in body if line != "~" or not made.differs]
    for signs, text in ((" -", made.old_text), (" +", made.new_text)):
        words = "".join(line[1:] for line in kept if line[0] in signs)
        assert not shown or words == text.replace("\n", "")


@given(reports(ANYTHING))
def test_json_comes_back_and_holds_both_texts(made: Report) -> None:
    document = json.loads(report_json(made, OLD, NEW))

    assert "".join(op["old"]["text"] for op in document["ops"]) == made.old_text
    assert "".join(op["new"]["text"] for op in document["ops"]) == made.new_text


@given(reports(ANYTHING), st.integers(20, 100))
def test_what_people_read_is_safe_and_fits(made: Report, width: int) -> None:
    shown = report_terminal(made, OLD.name, NEW.name, width=width, colour=False)

    assert visible(shown) == shown
    assert max(columns(line) for line in shown.splitlines()) <= width
    page = report_markdown(made, OLD, NEW)
    assert visible(page) == page
    plain = word_diff(made, "o", "n")
    assert visible(plain) == plain


@given(ANYTHING)
def test_making_visible_twice_changes_nothing(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@given(st.dictionaries(ANYTHING, ANYTHING))
def test_json_escapes_never_change_a_value(value: dict[str, str]) -> None:
    assert json.loads(escaped_in_json(json.dumps(value, ensure_ascii=False))) == value


@given(ANYTHING, st.integers(12, 40))
def test_wrapping_loses_no_character(text: str, width: int) -> None:
    lines = wrap([Piece(text)], width, colour=False)

    assert "".join("".join(lines).split()) == "".join(text.split())
