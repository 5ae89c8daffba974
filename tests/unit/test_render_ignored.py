from __future__ import annotations

import pytest

from archivist.diff.ignoring import ignoring
from archivist.diff.text_report import compare_texts
from archivist.model.report import Ignored, OpKind
from archivist.render.as_compared import as_compared
from archivist.render.critic import critic
from archivist.render.unified import unified
from archivist.render.words import no_differences, stat_line, summary_line

OLD = "“Rain fell – all day…” said Ann.\n\nIt  was wet. The boat sank.\n"
NEW = '"Rain fell -- all day..." said Ann.\nIt was dry. The boat sank.\n'
BOTH = frozenset(Ignored)


def changed(old: str, new: str, *ignored: Ignored) -> list[tuple[str, str]]:
    report = ignoring(compare_texts(old, new), ignored)
    return [(op.kind.value, op.old.of(old) or op.new.of(new)) for op in report.ops if op.kind is not OpKind.EQUAL]


def test_only_the_word_is_left() -> None:
    assert changed(OLD, NEW, *BOTH) == [("delete", "wet"), ("insert", "dry")]


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ("a b", "a x b", [("insert", "x ")]),
        ("a \n b", "a x b", [("insert", "x")]),
        ("a b", "ab", [("delete", "a b"), ("insert", "ab")]),
        ("a -b", "a - b", []),
        ("a\n", "a", []),
        ("", " \n", []),
        ("", " a", [("insert", " a")]),
    ],
)
def test_space_that_parts_a_word_from_its_neighbour_goes_with_the_word(
    old: str, new: str, left: list[tuple[str, str]]
) -> None:
    found = changed(old, new, Ignored.SPACE)

    assert [(kind, text.strip()) for kind, text in found] == [(kind, text.strip()) for kind, text in left]


@pytest.mark.parametrize(
    ("old", "new"),
    [("’", "'"), ("„a“", '"a"'), ("«a»", "“a”"), ("a—b", "a--b"), ("a – b", "a — b"), ("1–2", "1-2"), ("…", "..."),
     ("−5", "-5")],
)  # fmt: skip
def test_typography_is_the_shape_of_a_sign(old: str, new: str) -> None:
    assert changed(old, new, Ignored.TYPOGRAPHY) == []
    assert changed(new, old, Ignored.TYPOGRAPHY) == []
    assert changed(old, new, Ignored.SPACE) != []


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("a b", "a x b", "a x b"),
        ("a b", "x b", "x b"),
        ("a x b", "a b", "a b"),
        ("a\nb\n", "a  x\n\nb", "a  x\nb\n"),
        ("a\n\nb", "c d", "c d"),
    ],
)
def test_ignored_space_never_joins_words(old: str, new: str, shown: str) -> None:
    assert as_compared(ignoring(compare_texts(old, new), {Ignored.SPACE})).new_text == shown


def test_signs_that_are_equal_by_chance_do_not_hide_the_rest() -> None:
    assert changed('“no”“no”"no"“no”', '"no""no""no""no"', Ignored.TYPOGRAPHY) == []


def test_a_space_that_does_not_break_is_space_and_typography() -> None:
    assert changed("5\u00a0km", "5 km") != []
    assert changed("5\u00a0km", "5 km", Ignored.SPACE) == changed("5\u00a0km", "5 km", Ignored.TYPOGRAPHY) == []


@pytest.mark.parametrize(
    ("old", "new"), [("‘a’", '"a"'), ("re-sign", "resign"), ("a.", "a..."), ("A", "a"), ("a,", "a")]
)
def test_what_can_mean_another_thing_is_no_typography(old: str, new: str) -> None:
    assert changed(old, new, Ignored.TYPOGRAPHY) != []


def test_a_sentence_that_moved_and_was_typed_anew_is_a_move_without_edits() -> None:
    one, two, three = "“Rain fell all day long,” Ann Moe said.", "The boat sank in the bay.", "Nobody saw it happen."
    old, new = f"{one} {two} {three}\n", f'{two} {three} "Rain fell all day long," Ann Moe said.\n'
    report = ignoring(compare_texts(old, new), {Ignored.TYPOGRAPHY})

    assert report.diff.moves
    assert all(op.kind is OpKind.EQUAL for move in report.diff.moves for op in move.ops)
    shown = as_compared(report)
    assert shown.new_text == f"{two} {three} {one}\n"
    assert [move.new.of(shown.new_text) for move in shown.diff.moves] == [one]


def test_forms_show_the_old_text_where_nothing_counts_as_changed() -> None:
    report = ignoring(compare_texts(OLD, NEW), BOTH)

    assert as_compared(report).new_text == OLD.replace("wet", "dry")
    assert critic(report) == OLD.replace("wet", "{~~wet~>dry~~}")
    assert unified(report, "o", "n", 0).count("\n+") == 2
    assert stat_line(report) == "1 word added, 1 removed, 0 moved, 91.6 % of the old text kept"


def test_a_report_of_nothing_but_what_is_ignored_says_so() -> None:
    report = ignoring(compare_texts("a b", "a  b"), {Ignored.SPACE})

    assert not report.differs
    assert no_differences(report) == "No differences but in space."
    assert "only spacing" not in summary_line(report)


def test_a_report_that_ignores_nothing_is_the_report() -> None:
    report = compare_texts(OLD, NEW)

    assert as_compared(report) is report
    assert ignoring(report, ()) == report
