"""What a report says happened: kinds, matching, order and metadata."""

from __future__ import annotations

from archivist.diff.metadata import metadata_changes
from archivist.diff.report import compare
from archivist.model.claim import ClaimKind
from archivist.model.report import ChangeKind, MetadataChange

LEAD = "The reservoir above Tarn Edge is half empty."
TAIL = "Boats lie on the mud below the old quay."


def kinds(old: str, new: str) -> list[ChangeKind]:
    return [change.kind for change in compare(old, new).changes]


def test_the_same_text_has_no_changes() -> None:
    report = compare(LEAD, LEAD)
    assert report.changes == ()
    assert not report.differs


def test_typography_spacing_and_reflow_are_no_change() -> None:
    old = '"It\'s dry," said Ida Crane -- twice. The lake... is gone.\n\nBoats lie on the mud.'
    new = "“It’s dry”, said Ida Crane — twice.  The lake… is gone. Boats lie on the mud."
    assert compare(old, new).changes == ()


def test_quotation_marks_around_other_words_are_a_change() -> None:
    assert kinds("He called it a mean trick.", "He called it a “mean” trick.") == [ChangeKind.CHANGED]


def test_a_new_sentence_is_added_and_a_missing_one_removed() -> None:
    extra = "Two farms have sold their cattle at a loss."
    (added,) = compare(f"{LEAD} {TAIL}", f"{LEAD} {extra} {TAIL}").changes
    assert (added.kind, added.old, added.rule) == (ChangeKind.ADDED, None, "no-match-in-old")
    assert added.new is not None
    assert added.new.span.of(f"{LEAD} {extra} {TAIL}") == extra
    assert kinds(f"{LEAD} {extra} {TAIL}", f"{LEAD} {TAIL}") == [ChangeKind.REMOVED]


def test_a_new_sentence_with_two_sources_is_one_addition() -> None:
    extra = "The water board said the pumps were sound, and Ida Crane told reporters that the board had lied."
    (added,) = compare(f"{LEAD}\n\n{TAIL}", f"{LEAD}\n\n{extra}\n\n{TAIL}").changes
    assert added.new is not None
    assert added.new.span.of(f"{LEAD}\n\n{extra}\n\n{TAIL}") == extra


def test_a_claim_of_another_source_that_joins_a_sentence_is_added() -> None:
    old = "Police put the crowd at 18,000."
    new = "Police put the crowd at 18,000, while organisers said the whole valley had walked to the dam."
    assert ChangeKind.ADDED in kinds(old, new)


def test_unrelated_neighbours_stay_a_removal_and_an_addition() -> None:
    old = f"{LEAD}\n\nA petition gathered 2,200 names.\n\n{TAIL}"
    new = f"{LEAD}\n\nFrost killed the apricot blossom.\n\n{TAIL}"
    assert sorted(kinds(old, new)) == [ChangeKind.ADDED, ChangeKind.REMOVED]


def test_a_sentence_told_in_other_words_is_matched_by_what_they_mean() -> None:
    old = f"{LEAD} No one was hurt. {TAIL}"
    new = f"{LEAD} Nobody was injured. Two farms have sold their cattle at a loss. {TAIL}"
    assert sorted(kinds(old, new)) == [ChangeKind.ADDED, ChangeKind.REWORDED]


def test_a_sentence_split_in_two_is_reworded() -> None:
    old = "The reservoir, which was dug in 1931, is half empty."
    assert kinds(old, "The reservoir is half empty. It was dug in 1931.") == [ChangeKind.REWORDED]


def test_a_paragraph_that_moves_is_moved() -> None:
    parts = [LEAD, "Farmers have sold their cattle.", TAIL]
    changes = compare("\n\n".join(parts), "\n\n".join([parts[0], parts[2], parts[1]])).changes
    assert {(change.kind, change.moved) for change in changes} == {(ChangeKind.MOVED, True)}


def test_furniture_is_no_claim() -> None:
    story = f"{LEAD}\n\n{TAIL}"
    assert kinds(f"By Ida Crane\n\n{story}", f"By Ida Crane and Bo Quist\n\n{story}") == []


def test_the_heaviest_change_stands_first_and_then_the_text_decides() -> None:
    old = f"{LEAD}\n\nThe dam may leak. The pier drew 300 visitors. The weir was opened."
    new = f"{LEAD}\n\nThe dam leaks. The pier drew 500 visitors. The weir was not opened."
    found = [change.facets[0].facet.value for change in compare(old, new).changes]
    assert found == ["polarity", "figure", "certainty"]


def test_a_question_is_compared_although_it_claims_nothing() -> None:
    assert kinds("Was the mayor told on 3 March 2025?", "Was the mayor told on 9 March 2025?") == [ChangeKind.CHANGED]


def test_an_added_quotation_is_a_quotation() -> None:
    (change,) = compare(LEAD, f"{LEAD}\n\n“The fish are dying,” said Ida Crane.").changes
    assert change.new is not None
    assert change.new.kind is ClaimKind.QUOTE


def test_empty_texts() -> None:
    assert kinds("", "") == []
    assert kinds("", LEAD) == [ChangeKind.ADDED]
    assert kinds(LEAD, "\n") == [ChangeKind.REMOVED]


def test_texts_without_a_single_letter() -> None:
    assert kinds("— … !", "…") == []


def test_metadata_a_field_of_one_side_is_unknown_not_changed() -> None:
    assert metadata_changes({"headline": "A"}, {"headline": "A", "section": "Water"}) == ()
    assert metadata_changes(None, {"headline": "A", "correction": "B"}) == ()


def test_metadata_a_correction_that_appears_is_a_change() -> None:
    assert metadata_changes({}, {"correction": "It is 40."}) == (MetadataChange("correction", None, "It is 40."),)


def test_metadata_stands_in_the_order_of_the_page_without_bookkeeping() -> None:
    fields = ["url", "dateline", "byline", "capturedAt", "keywords", "headline", "text"]
    changed = metadata_changes(dict.fromkeys(fields, 1), dict.fromkeys(fields, 2))
    assert [change.field for change in changed] == ["headline", "byline", "dateline", "keywords", "url"]


def test_metadata_is_part_of_the_report() -> None:
    report = compare(LEAD, LEAD, metadata_old={"headline": "Dry"}, metadata_new={"headline": "Drought"})
    assert report.metadata == (MetadataChange("headline", "Dry", "Drought"),)
    assert report.differs


def test_a_new_sentence_with_a_claim_inside_another_is_told_whole_and_once() -> None:
    old = "The bridge is closed.\n"
    added = "The report, which the mayor said named 12 firms, will be published by the county in March."
    (change,) = [one for one in compare(old, f"{old}\n{added}\n").changes if one.kind == "added"]
    assert change.new is not None
    assert change.new.span.of(f"{old}\n{added}\n") == added
    assert len({figure.span for figure in change.new.figures}) == len(change.new.figures)
