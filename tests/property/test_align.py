from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from archivist.diff.align import align
from archivist.diff.likeness import Likeness, words

WORDS = st.sampled_from(["pier", "rot", "mayor", "storm", "closed", "opened", "on", "in", "the", "a", "Lund", "said"])
SENTENCES = st.one_of(st.text(max_size=12), st.lists(WORDS, min_size=1, max_size=9).map(" ".join))
TEXTS = st.lists(SENTENCES, max_size=12)


@given(TEXTS, TEXTS)
def test_every_sentence_occurs(old: list[str], new: list[str]) -> None:
    pairs = align(old, new)
    assert {pair.old for pair in pairs} - {None} == set(range(len(old)))
    assert {pair.new for pair in pairs} - {None} == set(range(len(new)))
    assert len(set(pairs)) == len(pairs)
    assert all(pair.old is not None or pair.new is not None for pair in pairs)


@given(TEXTS, TEXTS)
def test_what_has_a_link_is_neither_added_nor_removed(old: list[str], new: list[str]) -> None:
    pairs = align(old, new)
    linked = [pair for pair in pairs if pair.old is not None and pair.new is not None]
    assert not {p.old for p in pairs if p.new is None} & {p.old for p in linked}
    assert not {p.new for p in pairs if p.old is None} & {p.new for p in linked}


@given(TEXTS, TEXTS)
def test_exchanging_the_texts_mirrors_the_links(old: list[str], new: list[str]) -> None:
    there = {(pair.old, pair.new, pair.moved) for pair in align(old, new)}
    back = {(pair.new, pair.old, pair.moved) for pair in align(new, old)}
    assert there == back


@given(TEXTS, TEXTS)
def test_pairs_that_did_not_move_do_not_cross_and_stand_in_order(old: list[str], new: list[str]) -> None:
    pairs = align(old, new)
    order = [pair.new for pair in pairs if pair.new is not None]
    assert order == sorted(order)
    kept = [pair.old for pair in pairs if pair.old is not None and not pair.moved]
    assert kept == sorted(kept)


@given(TEXTS)
def test_a_text_is_itself(text: list[str]) -> None:
    assert [(pair.old, pair.new) for pair in align(text, text)] == [(k, k) for k in range(len(text))]


@given(st.permutations([f"Sentence of kind {letter * 3}." for letter in "abcdefgh"]))
def test_a_shuffled_text_keeps_every_sentence(new: list[str]) -> None:
    old = sorted(new)
    pairs = align(old, new)
    assert all(pair.old is not None and pair.new is not None and old[pair.old] == new[pair.new] for pair in pairs)
    assert any(pair.moved for pair in pairs) == (old != new)


@given(TEXTS, TEXTS)
def test_sentences_of_the_same_letters_are_never_left_unpaired_on_both_sides(old: list[str], new: list[str]) -> None:
    pairs = align(old, new)
    removed = Counter(old[pair.old] for pair in pairs if pair.new is None and pair.old is not None)
    added = Counter(new[pair.new] for pair in pairs if pair.old is None and pair.new is not None)
    assert not removed & added


@given(st.lists(SENTENCES, max_size=6), st.lists(SENTENCES, max_size=6), st.sampled_from([0.6, 0.8, 0.95]))
def test_the_search_for_what_moved_passes_over_no_pair_that_is_alike(
    old: list[str], new: list[str], least: float
) -> None:
    olds, news = ({k: words(text) for k, text in enumerate(side)} for side in (old, new))
    likeness = Likeness(olds, news)
    alike = {
        (i, j)
        for i in olds
        for j in news
        if min(len(olds[i]), len(news[j])) >= 4 and likeness.of(i, j) >= least + 1e-9
    }
    assert alike <= set(likeness.nearest(olds, news, least))
