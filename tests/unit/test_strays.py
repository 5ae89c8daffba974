from __future__ import annotations

import pytest

from archivist.diff.operations import Stretch
from archivist.diff.sequence import joined
from archivist.diff.strays import strays
from archivist.diff.words import same_text, words
from archivist.model.span import Span

CLAUSE = "the ferry to the islands stayed in port all day"


def found(old: str, new: str) -> list[tuple[str, str]]:
    """What moved between two texts that share nothing else."""
    whole = Stretch(Span(0, len(old)), Span(0, len(new)))
    return [(one.old.of(old), one.new.of(new)) for one in strays(old, new, whole, [], [])]


def test_a_clause_that_went_to_another_sentence() -> None:
    assert found(f"Storm! {CLAUSE}.", f"Nobody sailed, {CLAUSE}.") == [(f"{CLAUSE}.", f"{CLAUSE}.")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A gale blew, the ferry sailed.", "Calm: the ferry sailed."),  # too few words to tell
        (
            f"Gales made it so that {CLAUSE} as in old times",
            f"They now say in town that {CLAUSE} but not the next",
        ),  # no clause on either side
        (f"{CLAUSE}. {CLAUSE}.", f"{CLAUSE}!"),  # which of the two?
    ],
)
def test_what_is_like_by_accident_stays_deleted_and_inserted(old: str, new: str) -> None:
    assert found(old, new) == []


def test_a_few_words_may_differ_within_and_at_the_ends() -> None:
    later = CLAUSE.replace("the islands", "both islands")
    assert found(f"Storm. {CLAUSE}. So.", f"Calm. {later}. No.") == [(f"{CLAUSE}.", f"{later}.")]
    later = CLAUSE.replace("the ferry", "one ferry")
    assert found(f"Storm. {CLAUSE}. So.", f"Calm. {later}. No.") == [(f"{CLAUSE}.", f"{later}.")]
    assert found(f"Storm. {CLAUSE}. So.", "Calm. the ferry to an island left the port all day. No.") == []


def test_a_short_sentence_counts_where_it_is_all_that_changed_there() -> None:
    assert found(" Wet snow fell.  ", "\nWet snow fell.") == [("Wet snow fell.", "Wet snow fell.")]
    assert found(" Wet snow fell ", "\nWet snow fell") == []


def test_what_moved_already_or_stayed_is_no_part_of_it() -> None:
    old, new = f"Storm. {CLAUSE}.", f"Calm. {CLAUSE}."
    whole = Stretch(Span(0, len(old)), Span(0, len(new)))
    clause = Stretch(Span(7, len(old)), Span(6, len(new)))
    assert strays(old, new, whole, [], [clause]) == []
    left, right = words(old, whole.old), words(new, whole.new)
    tail = [(index, index) for index in range(2, len(left.forms))]
    assert strays(old, new, whole, list(same_text(left, right, joined(tail))), []) == []


def test_no_two_share_a_place() -> None:
    old = "a b c d e f g h i j k l."
    new = "a b c d e f g h i. Then g h i j k l."
    stretches = strays(old, new, Stretch(Span(0, len(old)), Span(0, len(new))), [], [])
    for place, one in enumerate(stretches):
        assert not any(one.old.overlaps(other.old) or one.new.overlaps(other.new) for other in stretches[:place])


def test_no_end_lies_within_a_token() -> None:
    old, new = f"Storm.\n \u0301{CLAUSE}.", f"Calm. {CLAUSE}."
    assert found(old, new) == []
