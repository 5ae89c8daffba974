from __future__ import annotations

from decimal import Decimal

import pytest
from reports import NEW, OLD, change, changed, facet, figure, find, report, statement

from archivist.model.claim import ClaimKind, Furniture, FurnitureKind, Hedge, Strength
from archivist.model.report import (
    ChangeKind,
    Disclosure,
    FacetKind,
    MetadataChange,
    Move,
    Op,
    OpKind,
    Report,
    TextDiff,
)
from archivist.model.span import Span
from archivist.render.claims_terminal import claims_terminal
from archivist.render.columns import columns
from archivist.render.terminal import report_terminal

BEFORE = """At least 12 people died on Monday, the harbour police said.

The boat left at dawn. It carried 80 guests. Nobody else was hurt.

The search ends today.
"""
AFTER = """At least 15 people died on Monday, the harbour police said.

The boat left at dawn. It carried 80 guests. Nobody else was hurt.

The search goes on.
"""
CLAIM = "people died on Monday, the harbour police said."


def made(metadata: tuple[MetadataChange, ...] = ()) -> Report:
    old = statement(BEFORE, f"At least 12 {CLAIM}", "the harbour police", "said")
    new = statement(AFTER, f"At least 15 {CLAIM}", "the harbour police", "said")
    changes = [
        changed(old, new, facet(FacetKind.FIGURE, (BEFORE, "12"), (AFTER, "15"), "+3")),
        change(ChangeKind.REMOVED, statement(BEFORE, "The search ends today."), None, Disclosure.UNCLEAR),
        change(ChangeKind.ADDED, None, statement(AFTER, "The search goes on."), Disclosure.UNCLEAR),
    ]
    return report(BEFORE, AFTER, changes, metadata)


def plain(shown: Report, width: int = 80, only: str | None = None) -> str:
    return report_terminal(shown, OLD.name, NEW.name, width=width, colour=False, only=only)


def test_a_report_leads_with_metadata_then_summary_claims_and_words() -> None:
    assert plain(made((MetadataChange("headline", "Boat sinks", "Ferry sinks"),))) == (
        """old.txt → new.txt

headline: [-Boat sinks-] {+Ferry sinks+}

3 claim changes (3 substantive), 3 words added, 3 removed
first word ▕···█···········································██▃▏ last word

 1. figure changed (+3) — undisclosed
    paragraph 1, the harbour police
    - At least [-12-] people died on Monday, the harbour police said.
    + At least {+15+} people died on Monday, the harbour police said.

 2. assertion removed — not named in the note
    paragraph 3 of the old text, in the article's own voice
    - [-The search ends today.-]

 3. assertion added — not named in the note
    paragraph 3, in the article's own voice
    + {+The search goes on.+}

At least [-12-]{+15+} people died on Monday, the harbour police said.
⋯ 3 sentences unchanged ⋯
The search [-ends-]{+goes+} [-today-]{+on+}.
"""
    )


def test_only_claims_or_only_text() -> None:
    claims, text = plain(made(), only="claims"), plain(made(), only="text")

    assert "figure changed" in claims
    assert "⋯" not in claims
    assert "figure changed" not in text
    assert "⋯ 3 sentences unchanged ⋯" in text
    assert "3 claim changes" in claims
    assert "3 claim changes" in text


def test_nothing_to_report() -> None:
    assert plain(report(BEFORE, BEFORE)) == "No differences.\n"


def test_metadata_alone() -> None:
    shown = plain(report(BEFORE, BEFORE, metadata=[MetadataChange("keywords", None, ["sea", "ferry"])]))

    assert "keywords: {+sea, ferry+}" in shown
    assert "No claim changes" in shown
    assert "⋯" not in shown


@pytest.mark.parametrize("width", [20, 33, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    wide = report(
        BEFORE + "遊覧船が沈没し、乗客が行方不明になった。", AFTER + "遊覧船が転覆し、十五人が死亡した。" + "x" * 90
    )

    for shown in (plain(made(), width), plain(wide, width)):
        assert max(columns(line) for line in shown.splitlines()) <= width


def test_colour_marks_old_and_new_apart_without_signs() -> None:
    shown = report_terminal(made(), OLD.name, NEW.name, width=80, colour=True)

    assert "At least \x1b[9;38;5;166m12\x1b[0m people" in shown
    assert "At least \x1b[4;38;5;32m15\x1b[0m people" in shown
    assert "[-" not in shown


def test_text_from_outside_steers_nothing() -> None:
    hostile = "\x1b]0;owned\x07 Mayor \u202edetpecca\u202c\r a bribe.\n"
    claim = statement(hostile, hostile.strip(), "Mayor")._replace(source_name="\x1b[8mMayor\u200b")
    shown = plain(
        report(
            "", hostile, [change(ChangeKind.ADDED, None, claim)], [MetadataChange("\x1b[x", "\x9b", "\u2028")]
        )._replace(
            new_furniture=(Furniture(Span(0, len(hostile)), FurnitureKind.CORRECTION),),
        )
    )

    assert not set("\x1b\x07\r\x9b\u202e\u202c\u200b\u2028") & set(shown)
    assert "<U+202E>detpecca" in shown
    assert "\\x1b]0;owned" in shown


def test_a_new_correction_note_is_told_and_an_old_one_is_not() -> None:
    note = "Correction: the toll is 15."
    fresh = report(BEFORE, AFTER + note)._replace(
        new_furniture=(Furniture(Span(len(AFTER), len(AFTER + note)), FurnitureKind.CORRECTION),),
    )
    kept = report(BEFORE + note, AFTER + note)._replace(
        old_furniture=(Furniture(find(BEFORE + note, note), FurnitureKind.CORRECTION),),
        new_furniture=fresh.new_furniture,
    )

    assert "note added: {+Correction: the toll is 15.+}" in plain(fresh)
    assert "note added" not in plain(kept)


def test_white_space_alone_is_shown_as_signs() -> None:
    shown = plain(report("a  b.\n", "a\tb.\n"))

    assert "a[-␣␣-]{+⇥+}b." in shown
    assert "No claim changes and no other words: only spacing or punctuation differs" in shown


def test_another_speaker_is_told_from_old_to_new() -> None:
    old, new = "The minister said no.", "An aide said no."
    claims = statement(old, old, "The minister"), statement(new, new, "An aide")._replace(anonymous=True)
    source = facet(FacetKind.SOURCE, (old, "The minister"), (new, "An aide"))

    shown = plain(report(old, new, [changed(*claims, source)]))

    assert " 1. source changed — undisclosed\n    paragraph 1, The minister → An aide (not named)\n" in shown


def test_the_same_words_for_another_day_show_both_days() -> None:
    text = "He left on Friday."
    day = facet(FacetKind.DATE, (text, "Friday"), (text, "Friday"))
    assert day.old is not None
    assert day.new is not None
    dated = day._replace(old=day.old._replace(value="2026-03-06"), new=day.new._replace(value="2026-03-13"))

    shown = plain(report(text, text + " ", [changed(statement(text, text), statement(text, text), dated)]))

    assert "date changed (2026-03-06 → 2026-03-13)" in shown


def test_of_a_quotation_only_the_words_that_differ_are_marked() -> None:
    old, new = "“We will never sell it,” she said.", "“We will not sell it,” she said."
    words = facet(FacetKind.QUOTE, (old, "We will never sell it"), (new, "We will not sell it"))
    claims = statement(old, old, "she"), statement(new, new, "she")

    shown = plain(report(old, new, [changed(*claims, words)]), only="claims")

    assert "- “We will [-never-] sell it,” she said.\n    + “We will {+not+} sell it,” she said.\n" in shown


def test_a_quotation_that_lost_words_has_nothing_marked_on_the_new_side() -> None:
    old, new = "“We will never ever sell it,” she said.", "“We will never sell it,” she said."
    words = facet(FacetKind.QUOTE, (old, "We will never ever sell it"), (new, "We will never sell it"))

    shown = plain(report(old, new, [changed(statement(old, old), statement(new, new), words)]), only="claims")

    assert "+ “We will never sell it,” she said.\n" in shown


def test_two_facets_of_one_kind_are_told_once_with_both_differences() -> None:
    old, new = "It has 12 rooms and 3 doors.", "It has 14 rooms and 4 doors."
    facets = (
        facet(FacetKind.FIGURE, (old, "12"), (new, "14"), "+2"),
        facet(FacetKind.FIGURE, (old, "3"), (new, "4"), "+1"),
    )

    shown = plain(report(old, new, [changed(statement(old, old), statement(new, new), *facets)]))

    assert " 1. figure changed (+2, +1) — undisclosed\n" in shown


def test_several_facets_are_told_in_their_order() -> None:
    old, new = "About 12 left.", "Perhaps 14 left."
    facets = (
        facet(FacetKind.FIGURE, (old, "12"), (new, "14"), "+2"),
        facet(FacetKind.CERTAINTY, (old, "About"), (new, "Perhaps")),
    )

    shown = plain(report(old, new, [changed(statement(old, old), statement(new, new), *facets)]))

    assert " 1. figure changed (+2), certainty changed — undisclosed\n" in shown


@pytest.mark.parametrize(
    ("kind", "told"), [(ClaimKind.QUOTE, "source not named"), (ClaimKind.ASSERTION, "in the article's own voice")]
)
def test_a_claim_without_a_source_says_so(kind: ClaimKind, told: str) -> None:
    claim = statement(AFTER, "The search goes on.")._replace(kind=kind)

    assert f"paragraph 3, {told}\n" in plain(report(BEFORE, AFTER, [change(ChangeKind.ADDED, None, claim)]))


def test_a_source_is_told_without_the_comma_behind_it() -> None:
    text = "The owner, Sarn Lines, said so."
    claim = statement(text, text, "The owner, Sarn Lines,")

    assert "paragraph 1, The owner, Sarn Lines\n" in plain(
        report("", text, [change(ChangeKind.ADDED, None, claim._replace(source_name=None))])
    )


def test_a_moved_claim_is_shown_once_with_both_paragraphs() -> None:
    old, new = "First one.\n\nSecond one.", "Second one.\n\nFirst one."
    claims = statement(old, "First one."), statement(new, "First one.")

    shown = plain(report(old, new, [change(ChangeKind.MOVED, *claims, moved=True)]), only="claims")

    assert " 1. assertion moved\n    paragraph 1 → 2, in the article's own voice\n    = First one.\n" in shown


def test_a_reworded_claim_is_marked_where_words_differ() -> None:
    old, new = "The firm bought it.", "The firm purchased it."

    shown = plain(
        report(old, new, [change(ChangeKind.REWORDED, statement(old, old), statement(new, new), moved=True)])
    )

    assert " 1. assertion reworded and moved\n" in shown
    assert "    - The firm [-bought-] it.\n    + The firm {+purchased+} it.\n" in shown


def test_a_move_is_marked_at_both_ends_with_what_changed_in_it() -> None:
    old, new = "One stays here.\n\nTwo moved.\n", "Two went.\n\nOne stays here.\n"
    inner = (
        Op(OpKind.EQUAL, Span(17, 21), Span(0, 4)),
        Op(OpKind.DELETE, Span(21, 26), Span(4, 4)),
        Op(OpKind.INSERT, Span(26, 26), Span(4, 8)),
        Op(OpKind.EQUAL, Span(26, 28), Span(8, 10)),
    )
    ops = (
        Op(OpKind.INSERT, Span(0, 0), Span(0, 10), move=1),
        Op(OpKind.INSERT, Span(0, 0), Span(10, 11)),
        Op(OpKind.EQUAL, Span(0, 16), Span(11, 27)),
        Op(OpKind.DELETE, Span(16, 17), Span(27, 27)),
        Op(OpKind.DELETE, Span(17, 28), Span(27, 27), move=1),
    )
    diff = TextDiff(ops, (Move(1, Span(17, 28), Span(0, 10), inner),))

    shown = plain(report(old, new, diff=diff), only="text")

    assert "‹move 1, to here: Two [-moved-]{+went+}.›" in shown
    assert "‹move 1, from here: Two moved.›" in shown


def test_a_sentence_that_gained_words_at_its_edge_is_not_folded() -> None:
    same = "The boat left. It was dark. Rain fell."

    shown = plain(report(same, f"Officially, {same}"))

    assert "{+Officially,+} The boat left.\n⋯ 2 sentences unchanged ⋯\n" in shown


def test_a_single_unchanged_sentence_is_shown() -> None:
    assert "The boat left." in plain(report("Ann came. The boat left. Bo ate.", "Amy came. The boat left. Bo sat."))


def test_a_coarse_diff_is_told() -> None:
    shown = plain(report("a b", "c d", diff=report("a b", "c d").diff._replace(coarse=(Span(0, 3),))))

    assert "In 1 stretch the texts differ so much" in shown


def test_claims_are_listed_with_their_evidence() -> None:
    claim = statement(BEFORE, f"At least 12 {CLAIM}", "the harbour police", "said")._replace(
        figures=(figure(BEFORE, "12", Decimal(12), "person")._replace(upper=Decimal(14)),),
        hedges=(Hedge(find(BEFORE, "At least"), Strength.POSSIBLE),),
        negated=True,
    )

    assert claims_terminal([claim], BEFORE, width=80, colour=False) == (
        " 1. Statement — paragraph 1, the harbour police\n"
        "    At least 12 people died on Monday, the harbour police said.\n"
        "    cue: said (neutral); figure: 12 = 12–14 person; hedge: At least (possible);\n"
        "    negated\n"
    )
    assert claims_terminal([], BEFORE, width=80, colour=False) == "No claims.\n"
