"""What holds of names, hedges, negations and furniture in any text whatever."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from archivist.claims.certainty import hedges
from archivist.claims.furniture import furniture
from archivist.claims.names import names, same_name
from archivist.claims.polarity import negations, stances
from archivist.text.plain import plain

if TYPE_CHECKING:
    from archivist.model.span import Span

WORDS = st.sampled_from(
    [
        *(
            "Quill",
            "Mara",
            "Mr.",
            "Dr",
            "Prime",
            "Minister",
            "U.S.",
            "NATO",
            "Bank",
            "of",
            "England",
            "the",
            "The",
            "and",
        ),
        *("von", "Tae-ho", "Japan-U.S.", "May", "may", "Tuesday", "not", "n't", "failed", "to", "no", "more", "than"),
        *("about", "some", "40", "$5m", "rose", "fell", "unknown", "known", "until", "before", "after", "or so", "’s"),
        *(
            "“",
            "”",
            "(",
            ")",
            ".",
            ",",
            "!",
            ":",
            "—",
            "-",
            "\n",
            "\n\n",
            "By",
            "Updated",
            "14:32",
            "GMT",
            "(Reuters)",
        ),
        *(
            "Correction:",
            "Photo:",
            "Read more",
            "LONDON",
            "==Kyodo",
            "\u00a0",
            "é",
            "İ",
            "ß",
            "\u2028",
            "#",
            "Editor's note:",
        ),
    ],
)
TEXTS = st.one_of(
    st.text(max_size=80), st.lists(WORDS, max_size=40).map(" ".join), st.lists(WORDS, max_size=40).map("".join)
)


def spans_of(text: str) -> dict[str, list[Span]]:
    return {
        "names": [name.span for name in names(text)],
        "hedges": [hedge.span for hedge in hedges(text)],
        "negations": list(negations(text)),
        "furniture": [piece.span for piece in furniture(text)],
    }


@given(TEXTS)
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    for spans in spans_of(text).values():
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))


@given(TEXTS)
def test_typography_changes_nothing(text: str) -> None:
    assert spans_of(plain(text)) == spans_of(text)


@given(TEXTS)
def test_spans_have_no_white_space_around_them(text: str) -> None:
    for spans in spans_of(text).values():
        assert all(span.of(text) == span.of(text).strip() for span in spans)


@given(TEXTS)
def test_a_name_is_the_same_as_its_key(text: str) -> None:
    for name in names(text):
        assert name.key
        assert same_name(name.key, name.key)


@given(TEXTS, TEXTS)
def test_same_name_is_symmetric(old: str, new: str) -> None:
    assert same_name(old, new) == same_name(new, old)


@given(TEXTS)
def test_no_text_contradicts_itself(text: str) -> None:
    assert stances(text, text).change is None


@given(TEXTS, TEXTS)
def test_a_polarity_change_points_into_both_texts(old: str, new: str) -> None:
    change = stances(old, new).change
    if change is not None:
        assert 0 <= change.old.start < change.old.end <= len(old)
        assert 0 <= change.new.start < change.new.end <= len(new)


@settings(max_examples=30)
@given(st.lists(WORDS, min_size=1, max_size=4), st.integers(min_value=500, max_value=1500))
def test_a_long_monotonous_text_is_read_whole(words: list[str], times: int) -> None:
    text = " ".join(words) * times
    assert all(spans == sorted(spans) for spans in spans_of(text).values())
