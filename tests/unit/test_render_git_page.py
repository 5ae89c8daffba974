from __future__ import annotations

from reports import report

from archivist.model.report import TextDiff
from archivist.model.span import Span
from archivist.render.columns import columns
from archivist.render.git_page import bare_page, file_page

OLD = "One stays. Two goes.\n\nThree stays. Four stays.\n"
NEW = OLD.replace("goes", "went")


def test_a_page_has_a_title_numbers_and_the_changed_sentences() -> None:
    assert file_page(report(OLD, NEW), "story.txt", width=80, colour=False) == (
        "story.txt — words: 1 added, 1 removed; 87.5 % of the old text kept\n\n"
        "One stays. Two [-goes-]{+went+}.\n"
        "⋯ 2 sentences unchanged ⋯\n\n"
    )


def test_a_new_and_a_deleted_file_are_shown_whole() -> None:
    assert file_page(report("", "One. Two.\n"), "s", ["new file"], width=80, colour=False) == (
        "s — new file; words: 2 added\n\n{+One. Two.+}\n\n"
    )
    assert file_page(report("One.\n", ""), "s", ["deleted"], width=80, colour=False) == (
        "s — deleted; words: 1 removed\n\n[-One.-]\n\n"
    )


def test_spacing_alone() -> None:
    assert file_page(report("One. Two.", "One.  Two."), "s", width=80, colour=False) == (
        "s — no other words\n\nOne. {+␣+}Two.\n\n"
    )


def test_nothing_but_the_name_or_the_mode() -> None:
    assert file_page(report(OLD, OLD), "a.txt → b.txt", width=80, colour=False) == "a.txt → b.txt\n\n"
    assert file_page(report(OLD, OLD), "a", ["mode 1 → 2"], width=80, colour=False) == "a — mode 1 → 2\n\n"
    assert bare_page("a\x1b\n", ["new file", "no text"]) == "a\\x1b — new file; no text\n\n"


def test_colour_and_width() -> None:
    page = file_page(report(OLD * 9, NEW * 9), "story.txt", width=30, colour=True)

    assert "\x1b[1mstory.txt\x1b[0m" in page
    assert "\x1b[9;38;5;166mgoes\x1b[0m\x1b[4;38;5;32mwent\x1b[0m" in page
    plain = file_page(report(OLD * 9, NEW * 9), "story.txt", width=30, colour=False)
    assert max(columns(line) for line in plain.splitlines()) <= 30


def test_a_coarse_diff_is_told() -> None:
    made = report(OLD, NEW)
    coarse = made._replace(diff=TextDiff(made.ops, (), (Span(0, 5),)))

    assert "the text diff is correct, but larger" in file_page(coarse, "s", width=80, colour=False)
