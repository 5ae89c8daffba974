"""Quotation marks: what stands between them, and what is no quotation mark."""

from __future__ import annotations

import pytest

from archivist.claims.quotes import quotations


def inner(text: str) -> list[str]:
    return [one.inner.of(text) for one in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will not sell,” Okafor said.", ["We will not sell,"]),
        ('"We will not sell," Okafor said.', ["We will not sell,"]),
        ("‘We won’t sell,’ Okafor said.", ["We won’t sell,"]),
        ("'We won't sell,' Okafor said.", ["We won't sell,"]),
        ("„Wir verkaufen nicht“, sagte Okafor.", ["Wir verkaufen nicht"]),
        ("‚Wir verkaufen nicht‘, sagte Okafor.", ["Wir verkaufen nicht"]),
        ("»Wir verkaufen nicht«, sagte Okafor.", ["Wir verkaufen nicht"]),
        ("« Nous ne vendons pas », dit Okafor.", [" Nous ne vendons pas "]),
        ("”Vi säljer inte”, sade Okafor.", ["Vi säljer inte"]),
    ],
)
def test_marks_of_several_languages(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_span_includes_the_marks_and_inner_leaves_them_out() -> None:
    text = "He said “no” twice."
    (one,) = quotations(text)
    assert one.span.of(text) == "“no”"
    assert one.inner.of(text) == "no"
    assert one.closed


@pytest.mark.parametrize(
    "text",
    [
        "The mill's owner won't sell. The workers' union doesn't mind.",
        "The mill’s owner won’t sell. The workers’ union doesn’t mind.",
        "It was a hit in the '90s, and rock 'n' roll was, too.",
        "Give ‘em time; it was the ’80s.",
        'A 5" pipe fits a 6" sleeve.',
        "The first is 5’11” tall and the second 6’2” tall.",
        "Ida Crane is 5’11” tall.",
        "Two workers ' lockers stood open.",
        "",
    ],
)
def test_apostrophes_and_inch_signs_are_no_quotations(text: str) -> None:
    assert quotations(text) == ()


def test_possessives_do_not_close_a_single_quotation() -> None:
    text = "‘The miners’ hall and the boys’ school stay open,’ he said. The girls’ school closes."
    assert inner(text) == ["The miners’ hall and the boys’ school stay open,"]


def test_only_the_outer_one_of_nested_quotations_counts() -> None:
    text = "“They told me ‘never’ and hung up,” she said. ‘And he shouted “stop” at us,’ said Roe."
    assert inner(text) == ["They told me ‘never’ and hung up,", "And he shouted “stop” at us,"]


def test_an_interrupted_quotation_is_two() -> None:
    assert inner("“We will,” she said, “not sell.”") == ["We will,", "not sell."]


def test_a_quotation_over_paragraphs_opens_each_and_closes_the_last() -> None:
    text = "“The first year was hard.\n\n“The second was worse.\n\n“Then came the third,” Roe said.\n\nShe left."
    found = quotations(text)
    assert [one.closed for one in found] == [False, False, True]
    assert inner(text) == ["The first year was hard.", "The second was worse.", "Then came the third,"]


def test_a_forgotten_closing_mark_ends_with_its_paragraph() -> None:
    text = "He said: “We will go.\n\nThe mill is old. It has “no roof” now."
    assert inner(text) == ["We will go.", "no roof"]


def test_a_doubled_opening_mark_does_not_swallow_what_follows() -> None:
    assert inner("She called it “a mess and “a shame” in the paper today.") == ["a shame"]


def test_a_lost_opening_mark_is_taken_to_stand_where_the_paragraph_begins() -> None:
    assert inner("The mill is old.\n\nWe will not sell,” Okafor said.") == ["We will not sell,"]


def test_a_stray_closing_mark_at_the_end_is_none() -> None:
    assert quotations("The mill will not be sold.”") == ()


def test_a_title_is_told_from_speech() -> None:
    text = "In an essay titled “Low Water,” Roe wrote, “We waited.”"
    assert [one.is_title for one in quotations(text)] == [True, False]
