from __future__ import annotations

from itertools import pairwise

from archivist.diff.pages import pages
from archivist.diff.report import compare
from archivist.diff.textdiff import diff
from archivist.model.report import ChangeKind
from archivist.text.segment import segment


def story(paragraphs: int, *, begin: int = 0) -> list[str]:
    """Paragraphs of two sentences, each of which stands nowhere else."""
    return [
        f"Boat {number} came into port at dusk. Its crew of {number + 3} slept."
        for number in range(begin, begin + paragraphs)
    ]


def laid_out(old: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    """The first words of what the two texts are compared by."""
    texts = "\n\n".join(old), "\n\n".join(new)
    both = pages(*texts, diff(*texts).ops)
    for text, page in zip(texts, both, strict=True):
        assert all(
            one.span.of(text).startswith(told[:80]) for one, told in zip(page.sentences, page.texts, strict=True)
        )
    first, second = ([told[:12] for told in page.texts] for page in both)
    return first, second


def test_what_both_texts_share_at_length_between_two_edits_is_one_sentence() -> None:
    old = story(300)
    new = [*old[:9], "Boat 9 sank.", *old[10:289], "Boat 289 sank.", *old[290:]]

    was, now = laid_out(old, new)

    assert len(was) < 12
    assert len(was) == len(now) + 2
    assert now[1] == "Boat 9 sank."


def test_what_both_texts_share_in_few_words_is_told_by_sentence() -> None:
    old = story(30)
    new = [*old[:9], "Boat 9 sank.", *old[10:20], "Boat 20 sank.", *old[21:]]

    was, _ = laid_out(old, new)

    assert [told for told in was if told.startswith("Boat 15")]


def test_the_changes_around_a_long_shared_stretch_are_those_of_the_sentences() -> None:
    old = story(300)
    new = [*old[:9], old[9].replace("dusk", "dawn"), *old[10:150], *old[151:289], "Boat 289 sank.", *old[290:]]

    found = compare("\n\n".join(old), "\n\n".join(new)).changes

    told = sorted((change.kind, change.moved) for change in found)
    assert told.count((ChangeKind.REMOVED, False)) >= 2
    assert not any(change.moved for change in found)
    assert any(change.old and change.old.span.of("\n\n".join(old)).startswith("Boat 150 ") for change in found)


def test_an_edited_sentence_is_no_copy_of_it_on_the_other_side_of_what_is_shared() -> None:
    lead = "The council voted on Monday to close the north pier for the winter."
    old = [*story(4), "A note.", *story(100, begin=20), lead, *story(4, begin=400)]
    short = lead.replace(" on Monday", "")
    new = [*story(4), short, *story(100, begin=20), short, *story(4, begin=400)]
    texts = "\n\n".join(old), "\n\n".join(new)

    found = compare(*texts).changes

    (changed,) = [change for change in found if change.old and change.old.span.of(texts[0]) == lead]
    assert changed.new is not None
    assert changed.new.span.start > len(texts[1]) // 2


def test_sentences_of_what_is_laid_out_are_those_of_the_whole_text() -> None:
    old = story(300)
    text = "\n\n".join([*old[:9], "Boat 9 sank.", *old[10:289], "Boat 289 sank.", *old[290:]])
    before = "\n\n".join(old)
    _, now = pages(before, text, diff(before, text).ops)
    every = {one.span for one in segment(text)}
    long = [one for one in now.sentences if one.span not in every]
    assert len(long) <= 3
    covered = sorted([one.span for one in now.sentences])
    assert all(one.end <= other.start for one, other in pairwise(covered))
    assert "".join(text.split()) == "".join("".join(span.of(text).split()) for span in covered)
