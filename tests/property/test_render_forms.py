from __future__ import annotations

import re
import subprocess
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from reports import report

from archivist.diff.ignoring import ignoring
from archivist.diff.text_report import compare_texts
from archivist.errors import ArchivistError
from archivist.model.report import Ignored, OpKind, Report
from archivist.render.as_compared import as_compared
from archivist.render.critic import critic
from archivist.render.git_page import file_page
from archivist.render.safe import visible
from archivist.render.sentences import by_sentence
from archivist.render.terminal import report_terminal
from archivist.render.unified import unified
from archivist.render.worddiff import word_diff

MARKS = "{}+-~=<>"
PIECES = st.sampled_from(
    ["Rain fell.", " ", "\n", "\n\n", "\r\n", "12 %", "Zoë", "“no”", '"no"', "—", " - ", "…", "...", "\u00a0", "中",
     "\x1b"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=12).map("".join)
CHARACTERS = st.characters(exclude_characters="\u200c\u200d").filter(lambda one: not one.isspace() or one in " \n")
"""Joiners are shown or not by what stands beside them."""
SIGNED = st.lists(st.one_of(PIECES, st.sampled_from(list(MARKS))), max_size=10).map("".join)
IGNORED = st.sets(st.sampled_from(list(Ignored)))
CRITIC = re.compile(
    r"\{\+\+(?P<new>.*?)\+\+\}|\{--(?P<old>.*?)--\}|\{~~(?P<before>.*?)~>(?P<after>.*?)~~\}", re.DOTALL
)


def accepted(marked: str) -> str:
    return CRITIC.sub(lambda mark: (mark["new"] or "") + (mark["after"] or ""), marked)


def rejected(marked: str) -> str:
    return CRITIC.sub(lambda mark: (mark["old"] or "") + (mark["before"] or ""), marked)


@settings(max_examples=300)
@given(SIGNED, SIGNED)
def test_criticmarkup_accepted_is_the_new_text_and_rejected_the_old(old: str, new: str) -> None:
    try:
        marked = critic(report(old, new))
    except ArchivistError:
        assert re.search(r"\{(\+\+|--|~~|==|>>)|(\+\+|--|~~|==|<<)\}|~>", f"{old}\0{new}")
        return
    assert accepted(marked) == new
    assert rejected(marked) == old


@given(TEXTS, TEXTS)
def test_criticmarkup_marks_keep_to_one_line(old: str, new: str) -> None:
    for mark in CRITIC.finditer(critic(compare_texts(old, new))):
        assert not re.search(r"[^\r\n]\n|\n[^\r\n]", mark.group()[3:-3])


@settings(max_examples=200)
@given(TEXTS, TEXTS, st.integers(0, 3))
def test_the_porcelain_form_holds_both_texts_with_their_line_ends(old: str, new: str, context: int) -> None:
    shown = word_diff(compare_texts(old, new), "o", "n", "porcelain", context + 99)
    assume(shown)
    body = shown.partition("@@\n")[2].split("\n")[:-1]
    for signs, text in ((" -", old), (" +", new)):
        words = "".join(line[1:] for line in body if line[0] in signs)
        assert words == text.replace("\n", "")
    assert sum(line == "~" for line in body) >= max(old.count("\n"), new.count("\n"))


@pytest.mark.parametrize("tool", [["patch", "-s", "-p1", "--posix"], ["git", "apply", "--whitespace=nowarn"]])
@pytest.mark.parametrize("context", range(6))
@settings(max_examples=8, deadline=None)
@given(old=TEXTS, new=TEXTS, ignored=IGNORED)
def test_patch_and_git_take_every_context(
    tool: list[str], context: int, old: str, new: str, ignored: set[Ignored]
) -> None:
    if which(tool[0]) is None:
        pytest.skip(f"{tool[0]} is not installed")
    made = ignoring(compare_texts(old, new), ignored)
    patch = unified(made, "t", "t", context)
    options = ["--unidiff-zero"] if tool[0] == "git" and context == 0 else []
    with TemporaryDirectory() as folder:
        file = Path(folder, "t")
        file.write_bytes(old.encode())
        if patch:
            subprocess.run([*tool, *options], cwd=folder, input=patch.encode(), check=True, capture_output=True)
        assert (file.read_bytes() if file.exists() else b"").decode() == as_compared(made).new_text


def _bare(text: str, ignored: set[Ignored]) -> str:
    """`text` without what is ignored, by another way than the program's."""
    if Ignored.TYPOGRAPHY in ignored:
        text = re.sub("[“”]", '"', text).replace("\u00a0", " ").replace("…", "...")
        text = re.sub(r"—|-+", "-", text)
    return "".join(text.split()) if Ignored.SPACE in ignored else text


@settings(max_examples=300)
@given(TEXTS, TEXTS, IGNORED)
def test_what_is_ignored_is_all_that_is_lost_and_places_stay(old: str, new: str, ignored: set[Ignored]) -> None:
    made = ignoring(compare_texts(old, new), ignored)

    for side, text in (("old", old), ("new", new)):
        assert "".join(getattr(op, side).of(text) for op in made.ops) == text
    for op in made.ops:
        if op.kind is OpKind.EQUAL:
            assert _bare(op.old.of(old), ignored) == _bare(op.new.of(new), ignored)
    if not ignored:
        assert made.ops == compare_texts(old, new).ops
    assert _bare(as_compared(made).new_text, ignored) == _bare(new, ignored)


@given(TEXTS, TEXTS, IGNORED)
def test_the_words_as_they_were_compared_make_a_report_of_their_own(old: str, new: str, ignored: set[Ignored]) -> None:
    made = as_compared(ignoring(compare_texts(old, new), ignored))

    assert "".join(op.old.of(made.old_text) for op in made.ops) == old
    assert "".join(op.new.of(made.new_text) for op in made.ops) == made.new_text
    for op in (*made.ops, *(op for move in made.diff.moves for op in move.ops)):
        assert op.kind is not OpKind.EQUAL or op.old.of(made.old_text) == op.new.of(made.new_text)
    for move in made.diff.moves:
        assert [op.new for op in made.ops if op.move == move.id and op.kind is OpKind.INSERT] == [move.new]


@given(TEXTS)
def test_a_text_whose_typography_alone_differs_has_no_differences(text: str) -> None:
    typed = text.replace("“", '"').replace("”", '"').replace("…", "...").replace("\u00a0", " ")
    made = ignoring(compare_texts(text, typed), {Ignored.TYPOGRAPHY})

    assert not made.text_differs


@given(st.text(CHARACTERS, max_size=80))
def test_a_text_by_sentences_is_safe_and_loses_no_word(text: str) -> None:
    shown = by_sentence(text)

    assert visible(shown) == shown
    assert "".join(shown.split()) == visible("".join(text.split()))


@given(st.text(max_size=60), st.text(max_size=60), st.integers(0, 3), st.integers(20, 100))
def test_what_people_read_is_safe_with_any_context(old: str, new: str, context: int, width: int) -> None:
    made = report(old, new)
    shown = report_terminal(made, "o", "n", width=width, colour=False, context=context)
    page = file_page(made, "a\x1b\nb", ["new file"], width=width, colour=False)

    assert visible(shown) == shown
    assert visible(page) == page


@given(TEXTS, TEXTS)
def test_more_context_never_shows_less(old: str, new: str) -> None:
    made: Report = compare_texts(old, new)
    shown = [report_terminal(made, "o", "n", width=80, colour=False, context=context) for context in range(4)]
    folded = [sum(map(int, re.findall(r"⋯ (\d+) sentences", page))) for page in shown]

    assert folded == sorted(folded, reverse=True)
