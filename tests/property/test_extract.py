"""What holds for the claims of any text."""

from __future__ import annotations

import datetime
from itertools import islice, pairwise, product
from unittest.mock import patch

import pytest
from hostile import in_time, read_in_time
from hypothesis import given, settings
from hypothesis import strategies as st

from archivist.claims import name_search
from archivist.claims.extract import extract, outermost
from archivist.claims.pronouns import Talk
from archivist.claims.quotes import quotations
from archivist.claims.sources import Sources
from archivist.model.span import Span
from archivist.text import paragraphs as paragraphs_module
from archivist.text.paragraphs import paragraphs

LENGTH = 150_000

WORDS = st.sampled_from(
    [
        *(
            "Roe",
            "Okafor",
            "the",
            "union",
            "said",
            "that",
            "claims",
            "told",
            "reporters",
            "according",
            "to",
            "who",
            "which",
        ),
        *(
            "and",
            "but",
            "refused",
            "say",
            "adding",
            "was",
            "condemned",
            "by",
            "it",
            "she",
            "not",
            "12",
            "percent",
            "titled",
        ),
        *(
            "“",
            "”",
            '"',
            "'",
            "‘",
            "’",
            "„",
            "«",
            "»",
            ",",
            ".",
            "?",
            ":",
            ";",
            "—",
            "--",
            "(",
            ")",
            "\n",
            "\n\n",
            "’s",
        ),
    ]
)
TEXTS = st.one_of(
    st.lists(WORDS, max_size=60).map(" ".join), st.lists(WORDS, max_size=60).map("".join), st.text(max_size=80)
)


@settings(deadline=None)
@given(TEXTS)
def test_claims_lie_in_the_text_in_order(text: str) -> None:
    claims = extract(text)
    keys = [(claim.span.start, -claim.span.end) for claim in claims]
    assert keys == sorted(keys)
    for claim in claims:
        assert claim.span.of(text) == claim.span.of(text).strip() != ""
        for part in (*claim.content, *claim.quoted, *(one for one in (claim.source, claim.cue) if one)):
            assert 0 <= part.start < part.end <= len(text)


@settings(deadline=None)
@given(TEXTS)
def test_outermost_claims_do_not_overlap_and_hold_all_evidence(text: str) -> None:
    claims = extract(text)
    outer = outermost(claims)
    assert all(one.span.end <= two.span.start for one, two in pairwise(outer))
    for claim in claims:
        assert any(one.span.covers(claim.span) for one in outer)
        places = [
            *(figure.span for figure in claim.figures),
            *(date.span for date in claim.dates),
            *(name.span for name in claim.names),
            *(hedge.span for hedge in claim.hedges),
        ]
        assert all(claim.span.start <= place.start < claim.span.end for place in places)
        assert all(claim.span.covers(part) for part in claim.quoted)


@settings(deadline=None)
@given(TEXTS)
def test_quotations_do_not_leave_their_paragraph_or_overlap(text: str) -> None:
    found = quotations(text)
    blocks = paragraphs(text)
    assert all(any(block.covers(one.span) for block in blocks) for one in found)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))
    assert all(one.span.covers(one.inner) for one in found)


PARAGRAPHS = st.sampled_from(
    [
        "Mayor Ilse Okafor said the quay would stay shut.",
        "Okafor said on Tuesday that 12 ferries were late.",
        "Mara Okafor, a retired pilot, told reporters she had seen nothing.",
        "“We were not told,” she said. “Nobody called.”",
        "“It may never open again.”",
        "“Two of them left at noon,",
        "“and three at about 5 p.m.”",
        "The Harbour Safety Board (HSB) refused to say how many.",
        "HSB inspectors found a crack, according to the board.",
        "He said that the ministry, which denies it, could not be reached.",
        "A spokesman said the ministry was aware.",
        "The spokesman added that they were sorry.",
        "They said it was not their fault.",
        "Sales rose 4.1 percent in the third quarter of 2023.",
        "The quarter was better than a year ago, the company said.",
        "That year the same quarter brought a loss.",
        "Q3 2019 was worse, the U.S. Treasury said. The United States had warned of it.",
        "Harrow Falls Council Votes Down Plan For Second Bridge",
        "HARROW FALLS (AP) — A bridge closed on Friday, officials said.",
        "(Photo: Bram Lund)",
        "Correction: An earlier version of this article said 14 ferries.",
        "1) Police said no. 2) Police in Norvia said maybe.",
        "Police were there. What the Police saw, who claimed it, remains unclear",
        "at least 40 people, she said, “not more",
        "World Trade Forum members met; WTF delegates left.",
        "# Where they went",
        "Okafor’s office — the one in Norvia — declined to comment.",
        "İzmir was calm, a woman who asked not to be named said.",
    ]
)
SEPARATORS = st.sampled_from(["\n\n", "\n", "\n\n\n", "\r\r", "\u2029", " "])
MIXTURES = st.lists(st.tuples(PARAGRAPHS, SEPARATORS), max_size=24).map(
    lambda pairs: "".join(part for pair in pairs for part in pair)
)
DAYS = st.sampled_from([None, datetime.date(2024, 10, 12)])


@settings(deadline=None, max_examples=200)
@given(st.one_of(MIXTURES, TEXTS), DAYS, st.data())
def test_the_claims_within_are_those_of_the_whole_text_there(
    text: str, day: datetime.date | None, data: st.DataObject
) -> None:
    place = st.tuples(st.integers(0, len(text)), st.integers(0, 40)).map(lambda pair: Span(pair[0], sum(pair)))
    for within in data.draw(st.lists(st.lists(place, max_size=3), min_size=1, max_size=4)):
        there = [claim for claim in extract(text, day) if any(claim.span.overlaps(one) for one in within)]
        assert list(extract(text, day, within=within)) == there
        with patch.object(paragraphs_module, "_REACH", 1):
            assert list(extract(text, day, within=within)) == there
            with patch.multiple(name_search, _LOOKED_THROUGH=0, _ROWS_SOUGHT=0):
                assert list(extract(text, day, within=within)) == there


@pytest.mark.parametrize(
    "piece",
    [
        "Roe said that ",
        "Roe believes it, ",
        "who says she, ",
        "Roe and ",
        "“a ",
        "» “",
        "” ",
        "a ” b ",
        "‘a ’s ",
        "a: ",
        "told the ",
        "the 's ",
        "— ",
        ", said the, ",
        "he, saying ",
        "A. ",
        ")",
        "(",
    ],
)
def test_time_grows_with_the_length_of_the_text_and_not_faster(piece: str) -> None:
    read_in_time("archivist.claims.extract", "extract", piece * (LENGTH // len(piece)))


def test_claims_within_a_whole_text_take_no_longer_for_what_they_take_up() -> None:
    paragraph = "They said it had rained in Ames {}."
    text = "\n\n".join(paragraph.format(number) for number in range(2 * LENGTH // len(paragraph)))
    with in_time():
        extract(text, within=[Span(0, len(text))])
        extract(text, within=[Span(len(text) - 2, len(text))])


def test_a_pronoun_looks_no_farther_back_for_a_name_the_longer_its_paragraph_is() -> None:
    piece = "Roe ran. He said no. "
    with in_time():
        extract(piece * (2 * LENGTH // len(piece)))


def many(pattern: str, number: int, between: str = " ") -> str:
    """A pattern with another word in it each time, as it is, with a capital ({word}) or in capitals ({letters})."""
    letters = "abcdefghijklmnopqrst"
    words = ("".join(one) for one in islice(product(letters, repeat=4), number))
    return between.join(pattern.format(low=word, word=word.capitalize(), letters=word.upper()) for word in words)


@pytest.mark.parametrize(
    "text",
    [
        many("Bo Z{low} ({letters}), in Z{low} it rained.", 3_000),
        many("{letters} won", 36_000),
        many("We saw W{word}x.", 32_000),
        many("Al-{word}.", 12_000),
        "We went " + "of " * 400 + "so " + "O" * 39 + "X won.",
        "Roe met. " + ("x-roe-" + "y" * 70 + " ") * 12_000,
        "Roe ran. " * 16_000 + "Ann Roe ran.",
        "Great Harbour Bridge Falls Today\n" * 11_000,
        "İ" + many("{word} met.", 9_000, "\n\n"),
    ],
    ids=["explained", "acronyms", "names", "joined", "initials", "compounds", "surnames", "headlines", "dotted"],
)
def test_the_names_of_a_part_of_a_text_are_told_in_time(text: str) -> None:
    with in_time():
        extract(text, within=[Span(0, len(text))])


def test_what_describes_a_source_is_told_once_however_many_stand_in_its_paragraph() -> None:
    def asked(times: int) -> int:
        text = " ".join(f"The m{number} said no." for number in range(times))
        with patch.object(Sources, "words", autospec=True, side_effect=Sources.words) as spy:
            extract(text, within=[Span(0, len(text))])
        return spy.call_count

    assert asked(60) < 3 * asked(30)


@pytest.mark.parametrize("often", [1, 6])
@pytest.mark.parametrize("cls", [Sources, Talk])
def test_whom_a_pronoun_takes_up_costs_no_more_the_more_was_said_before(cls: type, often: int) -> None:
    def asked(times: int) -> int:
        said = "Ann Roe, spokeswoman, said it." + "\n\nIt rained." * often + "\n\nHe said no."
        text = "\n\n".join([said] * times)
        method = "of" if cls is Sources else "_hear"
        with patch.object(cls, method, autospec=True, side_effect=getattr(cls, method)) as spy:
            extract(text)
            extract(text, within=[Span(0, len(text))])
        return spy.call_count

    assert asked(60) < 3 * asked(30)
