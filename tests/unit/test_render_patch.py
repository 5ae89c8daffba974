from __future__ import annotations

import pytest
from reports import ops, report

from archivist.model.report import Op, OpKind, TextDiff
from archivist.model.span import Span
from archivist.render.unified import unified
from archivist.render.worddiff import word_diff

BEFORE = "One.\nTwo.\nThree.\nFour.\nFive.\nSix.\nSeven.\nEight.\nNine.\n"
AFTER = BEFORE.replace("Two", "Zwei").replace("Nine", "Neun")


def test_hunks_have_context_and_ranges() -> None:
    assert unified(report(BEFORE, AFTER), "old.txt", "new.txt", context=1) == (
        "--- a/old.txt\n+++ b/new.txt\n"
        "@@ -1,3 +1,3 @@\n One.\n-Two.\n+Zwei.\n Three.\n"
        "@@ -8,2 +8,2 @@\n Eight.\n-Nine.\n+Neun.\n"
    )


def test_hunks_whose_contexts_touch_are_one() -> None:
    assert unified(report(BEFORE, AFTER), "o", "n").count("@@ -") == 1
    assert unified(report(BEFORE, AFTER), "o", "n", context=2).count("@@ -") == 2


def test_equal_texts_make_an_empty_patch() -> None:
    assert unified(report(BEFORE, BEFORE), "o", "n") == ""
    assert word_diff(report(BEFORE, BEFORE), "o", "n") == ""


@pytest.mark.parametrize(
    ("old", "new", "body"),
    [
        ("", "a\n", "@@ -0,0 +1 @@\n+a\n"),
        ("a\n", "", "@@ -1 +0,0 @@\n-a\n"),
        ("a", "a\n", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"),
        ("a\n", "a", "@@ -1 +1 @@\n-a\n+a\n\\ No newline at end of file\n"),
        ("a\nb", "x\nb", "@@ -1,2 +1,2 @@\n-a\n+x\n b\n\\ No newline at end of file\n"),
        ("a\r\n", "a\n", "@@ -1 +1 @@\n-a\r\n+a\n"),
        ("a\x0bb\x0c\u2028c\n", "a\n", "@@ -1 +1 @@\n-a\x0bb\x0c\u2028c\n+a\n"),
        ("a", "ab", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+ab\n\\ No newline at end of file\n"),
        ("a\n", "a\n\n", "@@ -1 +1,2 @@\n a\n+\n"),
    ],
)
def test_line_ends_are_told_exactly(old: str, new: str, body: str) -> None:
    assert unified(report(old, new), "o", "n") == f"--- a/o\n+++ b/n\n{body}"


def test_an_insertion_that_starts_within_a_line_costs_no_line() -> None:
    within = (
        Op(OpKind.EQUAL, Span(0, 1), Span(0, 1)),
        Op(OpKind.INSERT, Span(1, 1), Span(1, 3)),
        Op(OpKind.EQUAL, Span(1, 4), Span(3, 6)),
    )

    patch = unified(report("a\nb\n", "a\nx\nb\n", diff=TextDiff(within, ())), "o", "n")

    assert patch == "--- a/o\n+++ b/n\n@@ -1,2 +1,3 @@\n a\n+x\n b\n"


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("story.txt", "a/story.txt"),
        ("/tmp/story.txt", "a/tmp/story.txt"),  # noqa: S108  # a name in a header, no file
        ("my story.txt", "a/my story.txt\t"),
        ("tab\tname", '"a/tab\\tname"'),
        ('quo"te\\', '"a/quo\\"te\\\\"'),
        ("line\nfeed", '"a/line\\nfeed"'),
        ("esc\x1b", '"a/esc\\033"'),
        ("bidi\u202e", '"a/bidi\\342\\200\\256"'),
        ("Zürich", "a/Zürich"),
        ("bad\udcff", '"a/bad\\377"'),
    ],
)
def test_names_are_quoted_as_git_quotes_them(name: str, header: str) -> None:
    assert unified(report("a\n", "b\n"), name, "n").splitlines()[0] == f"--- {header}"


def test_the_word_diff_is_in_gits_plain_form() -> None:
    old, new = "A b c\nD e f\nG h\n", "A b c\nD x y f\nnew\nG h\n"

    assert word_diff(report(old, new), "o", "n") == (
        "--- a/o\n+++ b/n\n@@ -1,3 +1,4 @@\nA b c\nD [-e-]{+x y+} f\n{+new+}\nG h\n"
    )


def test_the_word_diff_is_in_gits_porcelain_form() -> None:
    old, new = "A b c\nD e f\nG h\n", "A b c\nD x f\nnew\nG h\n"

    assert word_diff(report(old, new), "o", "n", style="porcelain") == (
        "--- a/o\n+++ b/n\n@@ -1,3 +1,4 @@\n A b c\n~\n D \n-e\n+x\n  f\n~\n+new\n~\n G h\n~\n"
    )


def test_a_word_diff_shows_only_its_hunks() -> None:
    shown = word_diff(report(BEFORE, AFTER), "o", "n", context=1)

    assert shown == (
        "--- a/o\n+++ b/n\n@@ -1,3 +1,3 @@\nOne.\n[-Two-]{+Zwei+}.\nThree.\n"
        "@@ -8,2 +8,2 @@\nEight.\n[-Nine-]{+Neun+}.\n"
    )


def test_marks_end_with_each_line_and_a_last_line_end_is_added() -> None:
    assert word_diff(report("a\nb", ""), "o", "n") == "--- a/o\n+++ b/n\n@@ -1,2 +0,0 @@\n[-a-]\n[-b-]\n"


def test_the_plain_word_diff_is_safe_and_the_porcelain_one_exact() -> None:
    made = report("a\n", "a \x1b[2J\n")

    assert "\\x1b[2J" in word_diff(made, "o", "n")
    assert "\x1b" in word_diff(made, "o", "n", style="porcelain")


def test_the_test_diff_is_one() -> None:
    made = ops(BEFORE, AFTER)

    assert "".join(op.old.of(BEFORE) for op in made) == BEFORE
    assert "".join(op.new.of(AFTER) for op in made) == AFTER
