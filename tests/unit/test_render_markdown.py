from __future__ import annotations

import re
from html import unescape

import pytest
from reports import NEW, OLD, change, changed, facet, find, report, statement

from archivist.model.claim import Furniture, FurnitureKind
from archivist.model.report import ChangeKind, Disclosure, FacetKind, MetadataChange, Op, OpKind, Report, TextDiff
from archivist.model.span import Span
from archivist.render.markdown import report_markdown

BEFORE = "Police said 12 died.\n\nNothing else happened.\n"
AFTER = "Police said 15 died.\n\nNothing else happened.\n\nThe search goes on.\n"


def made() -> Report:
    old = statement(BEFORE, "Police said 12 died.", "Police", "said")
    new = statement(AFTER, "Police said 15 died.", "Police", "said")
    changes = [
        changed(old, new, facet(FacetKind.FIGURE, (BEFORE, "12"), (AFTER, "15"), "+3")),
        change(ChangeKind.ADDED, None, statement(AFTER, "The search goes on."), Disclosure.UNDISCLOSED),
    ]
    return report(BEFORE, AFTER, changes, [MetadataChange("headline", "12 *die*", "15 *die*")])


def test_a_report_is_a_page() -> None:
    assert report_markdown(made(), OLD, NEW) == (
        r"""# old.txt → new.txt

- headline: <del>12 \*die\*</del> <ins>15 \*die\*</ins>

2 claim changes (2 substantive), 5 words added, 1 removed

## Claims

1. **figure changed (+3)** — undisclosed\
   paragraph 1, Police

   - old: Police said <del>12</del> died.
   - new: Police said <ins>15</ins> died.

2. **assertion added** — undisclosed\
   paragraph 3, in the article's own voice

   - new: <ins>The search goes on.</ins>

## Text

Police said <del>12</del><ins>15</ins> died.

Nothing else happened. <ins>The search goes on.</ins>
"""
    )


def test_only_one_part() -> None:
    assert "## Text" not in report_markdown(made(), OLD, NEW, only="claims")
    assert "## Claims" not in report_markdown(made(), OLD, NEW, only="text")


def test_nothing_to_report() -> None:
    assert report_markdown(report(BEFORE, BEFORE), OLD, NEW) == "# old.txt → new.txt\n\nNo differences.\n"


@pytest.mark.parametrize("start", ["# no heading", "- no item", "+ no item", "12. no list", "1) no list", "= no line"])
def test_a_paragraph_never_starts_a_block(start: str) -> None:
    last = report_markdown(report(start + " old.", start + " new."), OLD, NEW).splitlines()[-1]

    assert re.match(r"\\[#+=-]|\d+\\[.)]", last)


def test_a_moved_claim_is_shown_once() -> None:
    old, new = "First one.\n\nSecond one.", "Second one.\n\nFirst one."
    moved = change(ChangeKind.MOVED, statement(old, "First one."), statement(new, "First one."), moved=True)

    page = report_markdown(report(old, new, [moved]), OLD, NEW, only="claims")

    assert page.count("First one.") == 1
    assert "paragraph 1 → 2" in page


def test_the_ends_of_a_move_carry_its_number() -> None:
    ops = (
        Op(OpKind.INSERT, Span(0, 0), Span(0, 2), move=4),
        Op(OpKind.EQUAL, Span(0, 2), Span(2, 4)),
        Op(OpKind.DELETE, Span(2, 4), Span(4, 4), move=4),
    )

    page = report_markdown(report("A B ", "B A ", diff=TextDiff(ops, ())), OLD, NEW, only="text")

    assert page.endswith("<ins>B</ins> (move 4, to here) A <del>B</del> (move 4, from here)\n")


HOSTILE = (
    "<script>alert(1)</script> **bold** [link](javascript:x) `code` &lt; ~~gone~~ $x$ a | b ![i](u) \x1b[2J \u202e "
    "_x_ \\ <!-- "
)


def test_what_comes_from_outside_is_no_markup() -> None:
    markdown_it = pytest.importorskip("markdown_it")
    claim = statement(HOSTILE, HOSTILE.strip())._replace(source_name=HOSTILE)
    note = Furniture(find(HOSTILE, HOSTILE.strip()), FurnitureKind.CORRECTION)
    whole = report("", HOSTILE, [change(ChangeKind.ADDED, None, claim)], [MetadataChange(HOSTILE, HOSTILE, [HOSTILE])])

    page = report_markdown(whole._replace(new_furniture=(note,)), OLD._replace(name=HOSTILE), NEW)
    html = markdown_it.MarkdownIt("commonmark").render(page)

    tags = set(re.findall(r"<(/?\w+)", html))
    assert {tag.strip("/") for tag in tags} <= {"h1", "h2", "p", "ul", "ol", "li", "strong", "br", "del", "ins"}
    assert "<!--" not in html
    assert unescape(html).count("<script>alert(1)</script> **bold** [link](javascript:x)") == 8
    assert not {"\x1b", "\u202e"} & set(page)


def test_paragraphs_that_came_stand_apart_and_what_is_left_out_is_told() -> None:
    old, new = "A.\n\nB.\n\nC.\n", "A.\n\nB.\n\nOne came.\n\nTwo came.\n\nC.\n"
    words = report_markdown(report(old, new), OLD, NEW).split("## Text\n\n")[1]
    assert words == "⋯\n\n<ins>One came.</ins>\n\n<ins>Two came.</ins>\n\n⋯\n"


def with_note(note: str, metadata: list[MetadataChange]) -> str:
    new = f"{AFTER}\n{note}\n"
    notes = (Furniture(find(new, note), FurnitureKind.CORRECTION),)
    return report_markdown(report(BEFORE, new, metadata=metadata)._replace(new_furniture=notes), OLD, NEW)


def test_a_note_that_repeats_the_correction_of_the_metadata_is_told_once() -> None:
    stated = [MetadataChange("correction", None, "The toll was 15, not 12.")]
    note = "Correction, March 5: The toll was 15, not 12."
    assert "note added" not in with_note(note, stated)
    assert "note added" in with_note(note, [])
    assert "note added" in with_note(f"{note} The mayor was misnamed.", stated)
    assert "note added" in with_note(f"Correction: The mayor was misnamed in an earlier version. {note}", stated)
