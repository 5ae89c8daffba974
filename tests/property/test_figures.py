from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import example, given
from hypothesis import strategies as st

from archivist.claims.figures import figures
from archivist.model.span import Span

if TYPE_CHECKING:
    from decimal import Decimal

SMALL_WORDS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
"""
SMALL = SMALL_WORDS.split()
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WORDS = """
    a an half one two twenty third second first hundred million dozen few quarter points percent of and to or between
    about aged years old said Article May 9 12 1,200 .5 -3 2016 17:00 5-7 9/11 $ £ % m km Rs No. ( ) , . – ½ ² ٣ İ
"""
PIECES = [*WORDS.split(), "\n", " "]


def spelt(number: int) -> str:
    """The number in words, as British English writes it."""
    for size, name in ((10**6, "million"), (10**3, "thousand")):
        if number >= size:
            rest = number % size
            joint = " and " if 0 < rest < 100 else " " if rest else ""
            return f"{spelt(number // size)} {name}{joint}{spelt(rest) if rest else ''}"
    if number >= 100:
        rest = number % 100
        return f"{SMALL[number // 100]} hundred" + (f" and {spelt(rest)}" if rest else "")
    if number < 20:
        return SMALL[number]
    return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")


@given(st.integers(min_value=2, max_value=10**9 - 1))
def test_digits_and_words_of_one_number_are_equal(number: int) -> None:
    texts = (f"They sold {number:,} pans.", f"They sold {spelt(number)} pans.", f"They sold {number} kg.")
    for text in texts:
        (figure,) = figures(text)
        assert figure.value == number


@given(st.decimals(min_value="0.01", max_value="999", places=2), st.sampled_from(["million", "billion", "m", "bn"]))
def test_scales_of_money_are_equal_in_every_notation(amount: Decimal, scale: str) -> None:
    factor = 10**9 if scale.startswith("b") else 10**6
    space = " " if len(scale) > 2 else ""
    for text in (f"It cost ${amount}{space}{scale}.", f"It cost US${amount}{space}{scale}."):
        (figure,) = figures(text)
        assert (figure.value, figure.unit) == (amount * factor, "USD")


@example(["9", "$", "-3"], "")
@given(st.lists(st.sampled_from(PIECES), max_size=30), st.sampled_from(["", " "]))
def test_any_text_gives_ordered_spans_of_itself(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    found = figures(text)
    assert all(0 <= figure.span.start < figure.span.end <= len(text) for figure in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert all(figure.value is not None or figure.upper is None for figure in found)


@given(st.text(max_size=60))
def test_any_characters_are_survived(text: str) -> None:
    assert isinstance(figures(text), tuple)


@given(st.lists(st.sampled_from(PIECES), max_size=20), st.integers(0, 40), st.integers(1, 20))
def test_taken_stretches_are_left_alone(pieces: list[str], start: int, length: int) -> None:
    taken = Span(start, start + length)
    assert not any(figure.span.overlaps(taken) for figure in figures(" ".join(pieces), (taken,)))
