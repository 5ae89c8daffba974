"""Whether a revision says that it made a change."""

from __future__ import annotations

import pytest

from archivist.diff.report import compare
from archivist.model.report import Disclosure

OLD = "The mill at Odd Harbour employs 40 people.\n\nIts owner, Ida Crane, bought it in 1990."
NEW = "The mill at Odd Harbour employs 60 people.\n\nIts owner, Ida Crane, bought it in 1990."


def disclosed(old: str, new: str, note: str = "") -> list[Disclosure | None]:
    metadata = {"correction": note} if note else None
    return [change.disclosed for change in compare(old, new, metadata_new=metadata).changes]


def test_without_a_note_a_change_is_undisclosed() -> None:
    assert disclosed(OLD, NEW) == [Disclosure.UNDISCLOSED]


@pytest.mark.parametrize(
    "note",
    [
        "Correction: An earlier version of this article said the mill has 40 workers.",
        "Correction: The mill has 60 workers. An earlier version misstated the number.",
        "Correction: An earlier version of this article put the workforce at forty.",
        "Editor's note: This article was updated to say that the mill employs 60 people.",
    ],
)
def test_a_note_in_the_text_that_names_a_side_discloses(note: str) -> None:
    assert disclosed(OLD, f"{NEW}\n\n{note}") == [Disclosure.DISCLOSED]


def test_a_note_in_the_metadata_discloses() -> None:
    assert disclosed(OLD, NEW, "The mill has 60 workers, not 40.") == [Disclosure.DISCLOSED]


def test_a_note_on_something_else_leaves_it_unclear() -> None:
    assert disclosed(OLD, NEW, "An earlier version misspelled the owner's name.") == [Disclosure.UNCLEAR]


def test_a_note_that_the_old_revision_had_discloses_nothing() -> None:
    note = "\n\nCorrection: An earlier version of this article said the mill has 40 workers."
    assert disclosed(OLD + note, NEW + note) == [Disclosure.UNDISCLOSED]


def test_a_name_in_a_note_discloses_a_changed_name() -> None:
    old, new = "The ferry sank off Port Alder.", "The ferry sank off Port Elmer."
    assert disclosed(old, new, "The ferry sank off Port Elmer.") == [Disclosure.DISCLOSED]
    assert disclosed(old, new, "The port was named wrongly.") == [Disclosure.UNCLEAR]


def test_a_note_names_a_removed_claim_by_several_of_its_words() -> None:
    old = f"{OLD}\n\nThe roof of the dye house collapsed in a storm."
    note = "A sentence on the collapsed roof of the dye house was removed."
    assert disclosed(old, OLD, note) == [Disclosure.DISCLOSED]
    assert disclosed(old, OLD, "A sentence on the roof was removed.") == [Disclosure.UNCLEAR]


def test_a_rewording_needs_no_disclosure() -> None:
    assert disclosed("Fog delayed the match.", "The match was delayed by fog.") == [None]


def test_a_note_that_stands_elsewhere_in_both_texts_is_no_new_one() -> None:
    note = "Correction: The mill employs 60 people."
    old = f"The mill employs 40 people.\n\nThe weir was opened.\n\nFrost came.\n\n{note}\n\nIt was wet."
    told = [
        compare(old, old.replace("40", "60").replace("The weir", f"{added}\n\nThe weir")).changes[0].disclosed
        for added in (note.upper(), note.replace("60", "sixty"))
    ]
    assert told == [Disclosure.UNDISCLOSED, Disclosure.DISCLOSED]
