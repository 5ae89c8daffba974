from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from archivist.diff.blame import blame
from archivist.model.span import Span
from archivist.text.segment import segment
from archivist.text.tokens import tokens

NOUNS = st.sampled_from(["pier", "mayor", "storm", "ferry", "bridge", "school", "fire", "vote"])
VERBS = st.sampled_from(["opened", "closed", "burned", "failed", "moved", "stood"])
SENTENCES = st.builds("The {} {} near the {} on day {}.".format, NOUNS, VERBS, NOUNS, st.integers(1, 5))
UNIQUE = st.lists(SENTENCES, max_size=7, unique=True).flatmap(
    lambda found: st.sampled_from([" ", "\n\n", "\n"]).map(lambda space: space.join(found))
)
HISTORIES = st.lists(UNIQUE, min_size=1, max_size=6)
ANY = st.lists(st.text(max_size=40), min_size=1, max_size=5)


def forms(text: str) -> list[str]:
    return [sentence.span.of(text) for sentence in segment(text)]


@given(HISTORIES)
def test_a_sentence_belongs_to_the_first_text_that_had_it(texts: list[str]) -> None:
    known = [forms(text) for text in texts]
    expected = [next(k for k, found in enumerate(known) if form in found) for form in known[-1]]
    assert [sentence.origin for sentence in blame(texts)] == expected


@given(HISTORIES)
def test_a_word_is_no_younger_than_its_sentence_and_stood_in_the_text_it_belongs_to(texts: list[str]) -> None:
    for sentence in blame(texts, by_word=True):
        for word in sentence.words:
            assert word.origin <= sentence.origin
            assert word.span.of(texts[-1]) in texts[word.origin]


@given(ANY)
def test_every_sentence_and_every_word_is_told_once(texts: list[str]) -> None:
    text = texts[-1]
    found = blame(texts, by_word=True)
    assert [sentence.span for sentence in found] == [sentence.span for sentence in segment(text)]
    for sentence in found:
        pairs = [Span(start, end) for start, end in pairwise(tokens(text, sentence.span))]
        assert [word.span for word in sentence.words] == [pair for pair in pairs if not text[pair.start].isspace()]


@given(ANY)
def test_words_do_not_change_what_is_said_of_sentences(texts: list[str]) -> None:
    plain, close = blame(texts), blame(texts, by_word=True)
    assert [(one.span, one.origin) for one in plain] == [(one.span, one.origin) for one in close]


@given(HISTORIES, st.integers(0, 5))
def test_a_reverted_text_is_what_it_was(texts: list[str], at: int) -> None:
    back = texts[: at % len(texts) + 1]
    assert blame([*texts, back[-1]], by_word=True) == blame(back, by_word=True)


@given(HISTORIES)
def test_a_text_twice_in_a_row_changes_nothing_but_the_numbers(texts: list[str]) -> None:
    twice = [text for text in texts for _ in range(2)]
    once, again = blame(texts, by_word=True), blame(twice, by_word=True)
    assert [[2 * word.origin for word in one.words] for one in once] == [
        [word.origin for word in one.words] for one in again
    ]
