from __future__ import annotations

import pytest

from archivist.diff import align as alignment
from archivist.diff.align import align
from archivist.diff.likeness import Likeness
from archivist.model.report import Pair

STORY = [
    "The town of Orrin closed its pier on Monday.",
    "Divers had found rot in eleven of the forty piles.",
    "Mayor Ada Lund said the work would cost £90,000.",
    "The pier opened in 1887 and draws 30,000 visitors a year.",
    "Traders on the quay fear for their summer.",
    "Nobody was hurt.",
]


def rows(old: list[str], new: list[str]) -> list[tuple[int | None, int | None, bool]]:
    return [(pair.old, pair.new, pair.moved) for pair in align(old, new)]


def links(old: list[str], new: list[str]) -> set[tuple[int, int]]:
    return {(i, j) for i, j, _ in rows(old, new) if i is not None and j is not None}


def test_equal_texts_pair_one_to_one() -> None:
    assert align(STORY, STORY) == tuple(Pair(k, k) for k in range(len(STORY)))


@pytest.mark.parametrize(("old", "new"), [([], []), ([], STORY), (STORY, [])])
def test_an_empty_side(old: list[str], new: list[str]) -> None:
    assert rows(old, new) == [(i, None, False) for i in range(len(old))] + [(None, j, False) for j in range(len(new))]


def test_typography_and_case_of_the_first_letter_make_no_other_sentence() -> None:
    old = ["“We’ll stay”, she said — firmly.", "Then it rained.", "Then it rained."]
    new = ['"we\'ll stay," she said – firmly.', "Then it rained.", "Then it rained!"]
    assert rows(old, new) == [(0, 0, False), (1, 1, False), (2, 2, False)]


def test_marks_of_vowels_are_letters() -> None:
    assert links(["काला"], ["कील"]) == set()


def test_rewritten_sentences_pair_in_place() -> None:
    new = [
        "The town of Orrin shut its pier on Monday.",
        STORY[1],
        "The mayor, Ada Lund, put the cost of the work at £120,000.",
        *STORY[3:],
    ]
    assert rows(STORY, new) == [(k, k, False) for k in range(6)]


def test_a_removed_sentence_stands_where_it_was_and_before_what_was_added_there() -> None:
    new = [*STORY[:2], "A concert planned for Saturday will be held in church.", *STORY[3:]]
    assert rows(STORY, new)[1:5] == [(1, 1, False), (2, None, False), (None, 2, False), (3, 3, False)]


def test_unrelated_neighbours_do_not_pair_for_their_common_words() -> None:
    old = ["It rained.", "The cause of the fire is not known.", "Traffic was diverted."]
    new = ["It rained.", "The singer is on a tour of the islands.", "Traffic was diverted."]
    assert links(old, new) == {(0, 0), (2, 2)}


def test_a_sentence_alone_in_its_place_still_has_to_share_words() -> None:
    old = ["It burned for hours.", "Nobody had been hurt, firemen said.", "It began in a shed."]
    new = [old[0], "The shed belongs to a firm of boat builders.", old[2]]
    assert links(old, new) == {(0, 0), (2, 2)}
    new[1] = "Nobody was hurt, firemen said on Sunday."
    assert links(old, new) == {(0, 0), (1, 1), (2, 2)}


SPLIT = [
    STORY[0],
    "Divers had found rot in eleven of the forty piles, and Mayor Ada Lund said the work would cost £90,000.",
    STORY[4],
]
JOINED = [STORY[0], STORY[1], STORY[2], STORY[4]]


def test_a_split_and_a_join() -> None:
    assert rows(SPLIT, JOINED) == [(0, 0, False), (1, 1, False), (1, 2, False), (2, 3, False)]
    assert rows(JOINED, SPLIT) == [(0, 0, False), (1, 1, False), (2, 1, False), (3, 2, False)]


def test_a_split_in_three() -> None:
    whole = "The pier opened in 1887, draws 30,000 visitors a year, and is lit by gas lamps from a foundry in Leith."
    parts = [
        "The pier opened in 1887.",
        "It draws 30,000 visitors a year.",
        "It is lit by gas lamps from a foundry in Leith.",
    ]
    assert links([STORY[0], whole], [STORY[0], *parts]) == {(0, 0), (1, 1), (1, 2), (1, 3)}


def test_an_addition_beside_a_rewritten_sentence_is_no_split() -> None:
    new = [STORY[0], "Divers found rot in twelve of the forty piles.", "A concert was called off.", *STORY[2:]]
    assert (None, 2, False) in rows(STORY, new)


def test_a_repetition_beside_a_whole_sentence_is_no_split() -> None:
    new = [SPLIT[0], SPLIT[1].replace("eleven", "twelve"), "Divers had found rot.", SPLIT[2]]
    assert (None, 2, False) in rows(SPLIT, new)


def test_the_fewest_letters_are_marked_as_moved() -> None:
    new = [STORY[5], *STORY[:5]]
    assert rows(STORY, new) == [(5, 0, True), *((k, k + 1, False) for k in range(5))]


def test_a_block_moves_together() -> None:
    new = [*STORY[:1], *STORY[4:], *STORY[1:4]]
    assert [(i, j) for i, j, moved in rows(STORY, new) if moved] == [(4, 1), (5, 2)]


def test_a_moved_sentence_may_be_edited_a_little_but_not_much() -> None:
    little = [*STORY[1:], "The town of Orrin closed its old pier on Monday."]
    much = [*STORY[1:], "The town has closed a swimming bath."]
    assert (0, 5, True) in rows(STORY, little)
    assert rows(STORY, much)[0] == (0, None, False)


def test_a_short_sentence_that_moved_may_have_one_word_exchanged() -> None:
    old = [*STORY, "Dogs are not let onto the pier."]
    assert (6, 0, True) in rows(old, ["Cats are not let onto the pier.", *STORY])


def test_neighbours_that_moved_together_may_be_edited_more() -> None:
    block = ["A band from Leith played on the quay until the small hours.", "It had come by sea, on the mail boat."]
    edited = [block[0], "It had come by road, on a hired coach."]
    assert {(6, 0, True), (7, 1, True)} <= set(rows([*STORY, *block], [*edited, *STORY]))
    assert (7, None, False) in rows([*STORY, *block], [edited[1], *STORY, block[0]])


def test_repeated_sentences_keep_their_order() -> None:
    assert rows(["Yes.", "No.", "Yes."], ["Yes.", "Yes."]) == [(0, 0, False), (1, None, False), (2, 1, False)]


def test_scripts_without_spaces_are_compared_by_letter() -> None:
    old = ["市長は桟橋を月曜日に閉鎖した。", "雨が降った。"]
    new = ["市長は古い桟橋を火曜日に閉鎖した。", "雨が降った。"]
    assert links(old, new) == {(0, 0), (1, 1)}


def sentence(number: int) -> str:
    return " ".join(f"w{number * step % 4093}" for step in range(3, 21))


@pytest.mark.parametrize("keep", [0, 2, 20])
def test_large_texts_are_cut_where_they_agree(keep: int) -> None:
    old = [sentence(k) for k in range(1, 600)]
    new = [text if keep and k % keep == 0 else text.replace("w", "v", 5) for k, text in enumerate(old)]
    new[300:300] = ["Something wholly other was added here."]
    expected = {(k, k + (k >= 300)) for k in range(len(old))}
    assert links(old, new) == expected


def test_a_long_text_of_a_few_kinds_of_sentence_is_not_all_moved() -> None:
    old = [f"Kind {k % 5}." for k in range(1000)]
    result = rows(old, [*old[1:], "The end."])
    assert sum(moved for *_, moved in result) == 0
    assert sum(i is not None and j is not None for i, j, _ in result) == 999


@pytest.mark.parametrize("shared", ["the same words over and over", ""])
def test_large_texts_with_nothing_to_cut_at_stay_cheap(monkeypatch: pytest.MonkeyPatch, shared: str) -> None:
    old = [f"{shared} {sentence(k)} a" if not shared else f"{shared} {k % 7}" for k in range(1, 700)]
    new = [
        f"{shared} {sentence(-k - 5)} b".replace("w", "x") if not shared else f"{shared} b{k % 5}" for k in range(700)
    ]
    steps = 0
    score, path = Likeness._scored, alignment._heaviest_path

    def scored(self: Likeness, i: int, j: int, weight: float) -> float:
        nonlocal steps
        steps += 1
        return score(self, i, j, weight)

    def heaviest_path(worth: list[dict[int, float]], width: int) -> list[tuple[int, int]]:
        nonlocal steps
        steps += len(worth) * width
        return path(worth, width)

    monkeypatch.setattr(Likeness, "_scored", scored)
    monkeypatch.setattr(alignment, "_heaviest_path", heaviest_path)
    align(old, new)
    assert steps <= 20 * (len(old) + len(new))


def test_a_short_sentence_beside_a_long_one_is_a_form_of_it_only_if_it_stands_in_it() -> None:
    long = (
        "The council of Orrin closed the pier on the quay for a year because divers had found deep rot in eleven "
        "piles, broken planks on the deck and a crack in the stone steps that lead down to the boats."
    )
    part = "The council of Orrin closed the pier on the quay."
    other = "The council of Orrin found eleven of the boats on Friday and moved them to Sund with a crane."
    assert links([STORY[3], long, STORY[4]], [STORY[3], part, STORY[4]]) == {(0, 0), (1, 1), (2, 2)}
    assert links([STORY[3], long, STORY[4]], [STORY[3], other, STORY[4]]) == {(0, 0), (2, 2)}


def test_copies_of_a_sentence_go_where_their_neighbours_went() -> None:
    old = ["Rust eats iron.", "See below.", "Moths eat wool.", "See below.", *STORY]
    new = [*STORY, "Moths eat wool.", "See below.", "Rust eats iron.", "See below."]
    assert {(0, 8), (1, 9), (2, 6), (3, 7)} <= links(old, new)


def test_copies_of_a_sentence_go_with_a_neighbour_that_was_edited() -> None:
    one, two = "The keeper of the old lighthouse paints boats.", "The cook of the new ferry collects rare stamps."
    old = ["Top.", one, "End.", "Top.", two, "End.", *STORY]
    new = [*STORY, "Top.", two.replace("rare", "old"), "End.", "Top.", one.replace("boats", "ships"), "End."]
    assert {(0, 9), (1, 10), (2, 11), (3, 6), (4, 7), (5, 8)} <= links(old, new)


def test_what_has_its_like_elsewhere_is_no_form_of_what_stands_in_its_place() -> None:
    one = "Mayor Ada Lund said the work on the old pier of Orrin would cost £90,000 and take a year."
    two = "Mayor Ada Lund said the work on the new school of Sund would cost £70,000 and take a month."
    middle = STORY[:4]
    old = [one, *middle, two]
    new = [two.replace("a month", "two months"), *middle, one.replace("a year", "two years")]
    assert links(old, new) == {(0, 5), (1, 1), (2, 2), (3, 3), (4, 4), (5, 0)}


def test_a_copy_that_was_edited_and_moved_is_found_though_others_stay() -> None:
    note = "This advice was read again in full and is published without any change."
    old = [note, *STORY[:3], note, *STORY[3:]]
    new = [note, *STORY[:3], *STORY[3:], note.replace("in full", "in part")]
    assert (4, 7) in links(old, new)
