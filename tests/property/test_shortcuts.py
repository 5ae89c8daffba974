"""What is told by a quick look is what a close look tells: each shortcut of reading against the long way round."""

from __future__ import annotations

import re
import tracemalloc
from unittest.mock import patch

from hypothesis import example, given
from hypothesis import strategies as st

from archivist.claims import (
    attribution_cues,
    attribution_rules,
    attribution_words,
    certainty,
    dates,
    figures,
    names,
    quotes,
)
from archivist.claims.glance import Glance, phrase_table
from archivist.claims.name_identity import SMALL
from archivist.claims.name_identity import initials as initials_of
from archivist.claims.name_search import _Places, _spelt_out
from archivist.claims.name_tables import InitialsTable, WordTable
from archivist.claims.name_words import capitals, surely_opens, words_of
from archivist.claims.places import Places, touching
from archivist.model.span import Span
from archivist.text import segment
from archivist.text.paragraphs import Excerpt, paragraphs
from archivist.text.plain import is_as_written, plain

PARTS = [
    *(
        "The",
        "the",
        "weir",
        "Weir",
        "broke",
        "year",
        "a",
        "an",
        "A",
        "AN",
        "that",
        "this",
        "This",
        "week",
        "dozen",
        "few",
    ),
    *(
        "may",
        "May",
        "may not",
        "about",
        "nearly",
        "half",
        "one",
        "of",
        "said",
        "Roe",
        "U.S.",
        "Mr.",
        "no.",
        "p.m.",
        "Inc.",
    ),
    *(
        "5",
        "5th",
        "x_2",
        "G7",
        "1,200",
        "$5m",
        "½",
        "²",
        "İz",
        "ΣΑΣ",
        "élan",
        "don't",
        "n't",
        "’s",
        "—",
        "–",
        "-",
        "--",
    ),
    *(
        ".",
        ". ",
        ".)",
        "(a) ",
        "2. ",
        "…",
        ",",
        ":",
        "?",
        "“",
        "”",
        "'",
        "(",
        ")",
        "\n",
        "\n\n",
        " ",
        "  ",
        "\u2029",
        "\r",
    ),
]
TEXTS = st.one_of(
    st.lists(st.sampled_from(PARTS), max_size=25).map(" ".join),
    st.lists(st.sampled_from(PARTS), max_size=25).map("".join),
    st.text(max_size=40),
)


def placed(pattern: str, text: str) -> list[tuple[str, int]]:
    return [(match[0], match.start()) for match in re.finditer(pattern, text)]


@given(TEXTS, st.sets(st.integers(0, 60)))
def test_a_glance_sees_the_words_and_where_they_stand(text: str, numbers: set[int]) -> None:
    glance = Glance(text, 0, len(text))
    assert glance.words == [word for word, _ in placed(r"\w+", text)]
    joined = re.search(r"_|\d[^\W\d]|[^\W\d]\d", text) is not None
    lows = placed(r"[^\W\d_]+|\d+" if joined else r"\w+", text)
    assert glance.lows == [low.lower() for low, _ in lows]
    asked = sorted(number for number in numbers if number < len(lows))
    assert glance.starts_of(asked) == [lows[number][1] for number in asked]


@given(TEXTS, st.lists(st.lists(st.sampled_from(["a", "may", "the", "year", "half"]), min_size=1, max_size=3)))
@example("the year may, the year a", [["the", "year", "a"], ["may"], ["year", "year"]])
def test_a_glance_sees_where_phrases_stand(text: str, phrases: list[list[str]]) -> None:
    glance = Glance(text, 0, len(text))
    stand = [
        at for at in range(len(glance.lows)) if any(glance.lows[at : at + len(phrase)] == phrase for phrase in phrases)
    ]
    assert glance.holding(phrase_table(map(" ".join, phrases))) == stand


@given(TEXTS, st.sets(st.sampled_from(PARTS)))
def test_a_glance_finds_each_word_that_may_open_something(text: str, openers: set[str]) -> None:
    found = list(Glance(text, 0, len(text)).opening(openers, {}))
    assert found == [(word, at) for word, at in placed(r"\w+", text) if word in openers or word < ":"]


@given(TEXTS)
@example("a few days, an x_2 a dozen")
@example("that same week, this May, this week")
@example("It cost a few million, a dozen times an eighth of it.")
@example("5 p.m., 5 o'clock, 5 in the morning, 5 of March, 5 May, 5 years, 5 more days, 5 m years, the 90's, 5 a.m.")
@example("5 or 6 days, 5 to six hours, 5 million years, 5 hundred and one weeks, 5 and a half years, 5 & 6 days")
def test_what_is_left_out_by_the_next_word_opens_nothing(text: str) -> None:
    figured, dated = figures.figures(text), dates.dates(text)
    with patch.object(figures, "_followed", dict), patch.object(dates, "_followed", dict):
        assert (figures.figures(text), dates.dates(text)) == (figured, dated)


@given(TEXTS)
@example("It — may — be half.may of a-may.")
@example(f"He said it cost {'x' * 50} may about 5, or {'- ' * 30} about 5 or so.")
@example(f"about {'-'.join(['5'] * 30)} or so may rise")
def test_hedges_are_sought_where_their_words_are_seen(text: str) -> None:
    found = certainty.hedges(text)
    with (
        patch.object(certainty, "_hits", lambda glance: range(len(glance.lows))),
        patch.object(certainty, "_words_around", lambda _, __: None),
    ):
        assert certainty.hedges(text) == found


@given(TEXTS, st.sets(st.integers(min_value=0, max_value=60)))
@example("He met Mr. ", set())
@example("It was — he said - Mr. Roe.", set())
def test_words_of_a_sentence_are_the_same_read_quickly_and_closely(text: str, ends: set[int]) -> None:
    unit = Span(0, len(text))
    quick = attribution_words.read(text, unit, (), frozenset(ends))
    close = attribution_words._read_closely(text, unit, (), frozenset(ends))
    assert quick is not None
    assert quick.low == close.low
    for at in range(quick.size):
        assert quick.span(at, at) == close.span(at, at)
        assert quick.capital(at) == close.capital(at)


@given(TEXTS, st.sets(st.integers(min_value=0, max_value=60)))
@example("“We will,” he said.", set())
@example("The fair-minded aim.", set())
def test_a_sentence_without_a_word_for_it_attributes_nothing(text: str, ends: set[int]) -> None:
    arguments = text, Span(0, len(text)), quotes.quotations_of(text, Span(0, len(text))), frozenset(ends)
    words = attribution_words.read(*arguments)
    assert words is not None
    if attribution_words.read(*arguments, attribution_cues.triggers()) is None:
        assert attribution_rules.found_in(words) == []


@given(TEXTS)
@example("They met Gen. Roe.")
@example("It was in. It is ii. It is 1). It was (seen). It was in 1a. It met Bldgs. It met GSATEN's. It is a)seen. So")
def test_a_sentence_that_ends_plainly_ends(text: str) -> None:
    folded, rest = plain(text), Span(0, len(text))
    for at in range(len(text)):
        if segment._ends_plainly(folded, 0, at, len(text)) and at + 1 < len(text):
            match = segment._candidate().match(text, at)
            assert match is not None
            assert segment._end(folded, rest, match, casual=False) == match.end() == at + 1


@given(TEXTS, st.integers(min_value=0, max_value=20))
@example("He saw 1) one", 0)
@example(" (1) one", 0)
@example(" (1) one", 1)
@example(" (123.) one", 0)
@example(" a) one", 1)
@example(" a) one", 2)
@example("(seen) a a)", 0)
def test_an_item_of_a_list_is_seen_at_its_bracket(text: str, start: int) -> None:
    assert segment._has_item(text, start) == (segment._candidate("item").search(text, start) is not None)


@given(TEXTS)
@example("1. one 2.two 3.5 ab.example")
def test_a_full_stop_inside_a_word_ends_nothing(text: str) -> None:
    folded, rest = plain(text), Span(0, len(text))
    for at in range(len(text)):
        if segment._stands_inside(folded, 0, at):
            match = segment._candidate().match(text, at)
            assert match is None or (match.end() == at + 1 and segment._end(folded, rest, match, casual=True) == -1)


@given(TEXTS)
def test_a_sentence_ends_nowhere_but_at_a_spot(text: str) -> None:
    spots = {spot.start() for spot in segment._spot().finditer(text)}
    assert spots >= {at for at in range(len(text)) if segment._kind(text, at)}


@given(TEXTS)
def test_paragraphs_are_what_blank_lines_leave(text: str) -> None:
    blocks: list[list[int]] = []
    start, apart = 0, True
    for line in text.splitlines(keepends=True):
        if line.strip():
            blocks += [[]] if apart else []
            blocks[-1] += [at for at in range(start, start + len(line)) if not text[at].isspace()]
        start += len(line)
        apart = not line.strip() or line[-1] == "\u2029"
    assert [tuple(span) for span in paragraphs(text)] == [(block[0], block[-1] + 1) for block in blocks]


@given(TEXTS, st.sampled_from(PARTS))
def test_a_word_is_seen_without_a_capital_where_the_text_has_it_so(text: str, word: str) -> None:
    read = [capitals(text, span) for span in paragraphs(text)]
    seen = names._SeenInAll(text, read)
    asked = [seen.without_capital(word) for _ in range(names._SOUGHT + 1)]
    assert asked == [word in words_of(text)] * len(asked)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 9))))
def test_paragraphs_that_are_touched_are_found_in_order(text: str, places: list[tuple[int, int]]) -> None:
    stretches = [Span(start, start + length) for start, length in places]
    whole = Places(stretches)
    touched = [number for number, span in enumerate(paragraphs(text)) if whole.touch(span)]
    assert touching(Excerpt(text), stretches) == touched


@given(TEXTS, st.integers(1, 9))
@example("Roe left.Ash came", 60)
def test_a_word_that_surely_opens_a_sentence_opens_one(text: str, reach: int) -> None:
    view = plain(text)
    for paragraph in paragraphs(text):
        for word in capitals(view, paragraph).words:
            assert word.opens or not surely_opens(view[max(0, word.start - reach) : word.start])


def test_a_capital_behind_a_full_stop_surely_opens_a_sentence() -> None:
    assert surely_opens("the weir broke. ")
    assert surely_opens("the weir broke.\n\n")
    assert not surely_opens("the weir broke by St. ")
    assert not surely_opens("broke. ")


@given(TEXTS, st.sampled_from(["WT", "AW", "KS", "İE", "éa", "TTWB"]))
@example("a\u00a0the\ufeffweir of Kö\u2003ſ 5", "KS")
@example("Ax Weir", "XW")
def test_initials_are_spelt_out_in_the_text_where_they_are_in_its_plain_view(text: str, initials: str) -> None:
    small = rf"(?: (?:{'|'.join(sorted(SMALL))})(?= )){{0,3}}+"
    rows = "|".join("".join(rf"\S{{0,60}}{between} {letter}" for letter in initials[1:]) for between in ("", small))
    spelt = re.compile(rf"(?<![^\W_]){initials[0]}(?:{rows})", re.IGNORECASE)
    there = [match.span() for match in spelt.finditer(plain(text))]
    assert [match.span() for match in _spelt_out(initials).finditer(text)] == there


@given(TEXTS, st.sampled_from(["WT", "AW", "MT", "TW", "WO", "TTWB"]))
@example("the Weir of (The Old-Town) of the weir", "WOTT")
def test_a_table_of_initials_has_each_row_of_words_with_them(text: str, short: str) -> None:
    found = InitialsTable(text, len(short)).of(short)
    words = [(match.start(), match[0]) for match in re.finditer(r"\S+", text)]
    for first, (start, opening) in enumerate(words):
        for end in range(first + 2, min(len(words), first + 8) + 1):
            row = words[first:end]
            told = {initials_of(tuple(word for _, word in row)), "".join(word[0] for _, word in row).upper()}
            ends_small = SMALL.intersection((opening.lower(), row[-1][1].lower()))
            if short in told and opening[0].isalnum() and not ends_small:
                assert (start, row[-1][0]) in found


def test_a_table_of_initials_takes_no_more_room_for_initials_of_other_lengths() -> None:
    table = InitialsTable(" ".join(map("{:x}".format, range(4_000))), 40)
    table.of("AB")
    tracemalloc.start()
    for length in range(3, 40):
        table.of("ABC"[length % 3] * length)
    room = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert room < 100_000


@given(TEXTS, st.sampled_from(["weir", "a", "don't", "a-a", "a-a-a", "U.S", "U.S.", "5"]), st.data())
@example("a-a a-a-a, a-a", "a-a", None)
def test_a_table_of_words_has_each_where_a_search_finds_it(text: str, word: str, data: st.DataObject | None) -> None:
    edge = st.integers(0, len(text))
    start, end = sorted((data.draw(edge), data.draw(edge))) if data else (0, len(text))
    alone = rf"(?<![^\W_])(?={re.escape(word)}(?![^\W_]))"
    assert list(WordTable(text, 40).of(word, start, end)) == [
        one.start() for one in re.finditer(alone, text) if start <= one.start() < end
    ]
    assert set(_Places(text).of(word, start, end)) <= set(WordTable(text, 40).of(word, start, end))


@given(TEXTS, st.sampled_from(["weir", "don't", "a b", "x_2", "-"]))
@example("“don’t”", "don't")
def test_a_word_that_is_as_written_stands_in_the_text_where_it_stands_in_its_plain_view(text: str, word: str) -> None:
    assert is_as_written(word) == (not set(word) & set("'- "))
    if is_as_written(word):
        assert [one.start() for one in re.finditer(word, text)] == [
            one.start() for one in re.finditer(word, plain(text))
        ]
