from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archivist.diff.blame import blame
from archivist.diff.life import Turn, life
from archivist.text.segment import segment

NOUNS = st.sampled_from(["pier", "mayor", "storm", "ferry", "bridge", "school", "fire", "vote"])
VERBS = st.sampled_from(["opened", "closed", "burned", "failed", "moved", "stood"])
SENTENCES = st.builds("The {} {} near the {} on day {}.".format, NOUNS, VERBS, NOUNS, st.integers(1, 5))
TEXTS = st.lists(SENTENCES, max_size=7).flatmap(
    lambda found: st.sampled_from([" ", "\n\n", "\n"]).map(lambda space: space.join(found))
)
HISTORIES = st.lists(TEXTS | st.text(max_size=40), min_size=1, max_size=6)


@given(HISTORIES)
def test_the_origins_of_the_last_text_are_those_of_blame(texts: list[str]) -> None:
    told = [(one.span, one.origin) for one in life(texts).texts[-1]]
    assert told == [(one.span, one.origin) for one in blame(texts)]


@given(HISTORIES)
def test_every_sentence_of_every_text_is_told_once_and_has_a_thread_of_its_own(texts: list[str]) -> None:
    told = life(texts)
    for text, sentences in zip(texts, told.texts, strict=True):
        assert [one.span for one in sentences] == [sentence.span for sentence in segment(text)]
        assert len({one.thread for one in sentences}) == len(sentences)


@given(HISTORIES)
def test_every_thread_comes_once_and_only_then(texts: list[str]) -> None:
    told = life(texts)
    seen: set[int] = set()
    for sentences in told.texts:
        for one in sentences:
            assert (one.thread in seen) or one.turn in {Turn.CAME, Turn.BACK}
            assert not (one.thread in seen and one.turn is Turn.CAME)
        seen |= {one.thread for one in sentences}
    assert seen == set(range(told.threads))


@given(HISTORIES, TEXTS)
def test_what_is_told_of_a_text_does_not_depend_on_what_comes_later(texts: list[str], later: str) -> None:
    before, after = life(texts), life([*texts, later])
    assert [[one.span for one in sentences] for sentences in before.texts] == [
        [one.span for one in sentences] for sentences in after.texts[:-1]
    ]
    assert [[(one.origin, one.turn, one.moved) for one in sentences] for sentences in before.texts] == [
        [(one.origin, one.turn, one.moved) for one in sentences] for sentences in after.texts[:-1]
    ]
