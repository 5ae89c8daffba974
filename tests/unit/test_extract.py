"""Claims: what the article says, who says it, and what each claim carries."""

from __future__ import annotations

import datetime

import pytest

from archivist.claims.extract import extract, outermost
from archivist.model.claim import Claim, ClaimKind, CueClass


def spans(text: str) -> list[str]:
    return [claim.span.of(text) for claim in extract(text)]


def only(text: str) -> Claim:
    (claim,) = extract(text)
    return claim


@pytest.mark.parametrize(
    ("text", "kind", "rule"),
    [
        ("The vote is due on Tuesday.", ClaimKind.ASSERTION, "assertion.sentence"),
        ("Okafor said the firm would not sell.", ClaimKind.STATEMENT, "statement.before"),
        ("According to the ministry, 12 people died.", ClaimKind.STATEMENT, "statement.according-to"),
        ("“We will not sell,” Okafor said.", ClaimKind.QUOTE, "quote.after"),
        ("Okafor said the firm “would never” sell.", ClaimKind.QUOTE, "quote.before"),
        ("“We will,” she said, “not sell.”", ClaimKind.QUOTE, "quote.inside"),
        ("The band played “Low Water” at noon.", ClaimKind.ASSERTION, "assertion.sentence"),
        ("Roe wrote an essay titled “Low Water” last year.", ClaimKind.ASSERTION, "assertion.sentence"),
    ],
)
def test_kinds(text: str, kind: ClaimKind, rule: str) -> None:
    claim = only(text)
    assert (claim.kind, claim.rule) == (kind, rule)
    assert claim.span.of(text) == text


def test_every_sentence_gives_a_claim() -> None:
    text = "The hall burned on Friday. Roe said it was old.\n\nNobody was hurt."
    assert spans(text) == ["The hall burned on Friday.", "Roe said it was old.", "Nobody was hurt."]


def test_furniture_gives_none() -> None:
    text = (
        "Old hall burns in Ames\n\nBy Ann Roe\n\nThe hall burned on Friday.\n\n"
        "Correction: An earlier version misspelled the name of the hall."
    )
    assert spans(text) == ["The hall burned on Friday."]


def test_each_sentence_of_a_quotation_is_a_claim_of_its_speaker() -> None:
    text = "“The hall is old. It will fall,” Roe said."
    claims = extract(text)
    assert [claim.span.of(text) for claim in claims] == ["“The hall is old.", "It will fall,” Roe said."]
    assert [claim.kind for claim in claims] == [ClaimKind.QUOTE, ClaimKind.QUOTE]
    assert [[span.of(text) for span in claim.quoted] for claim in claims] == [["The hall is old."], ["It will fall,"]]
    assert all(claim.source_name == "Roe" for claim in claims)


def test_two_attributions_divide_their_sentence() -> None:
    text = "Roe said the hall was safe, but the union claimed it was not."
    assert spans(text) == ["Roe said the hall was safe, but", "the union claimed it was not."]


def test_an_attribution_in_a_clause_lies_within_the_claim_of_its_sentence() -> None:
    text = "The driver, who said he was tired, left his van on Ford Street, where it burned until noon."
    outer, inner = extract(text)
    assert outer.kind is ClaimKind.ASSERTION
    assert outer.span.covers(inner.span)
    assert inner.span.of(text) == "who said he was tired"
    assert outermost((outer, inner)) == (outer,)


def test_evidence_lies_inside_its_claim() -> None:
    text = "Roe may sell 12 vans on Oct. 27. The firm did not lose 40 percent, Okafor said."
    first, second = extract(text, datetime.date(2024, 10, 12))
    assert [figure.span.of(text) for figure in first.figures] == ["12"]
    assert [date.value for date in first.dates] == ["2024-10-27"]
    assert [hedge.span.of(text) for hedge in first.hedges] == ["may"]
    assert not first.negated
    assert second.negated
    assert [figure.unit for figure in second.figures] == ["percent"]
    assert second.cue_class is CueClass.NEUTRAL


NAMED = "Mayor Ann Roe opened the hall. "


@pytest.mark.parametrize(
    ("text", "name", "anonymous"),
    [
        (NAMED + "Roe said it was safe.", "Ann Roe", False),
        (NAMED + "She said it was safe.", "Ann Roe", False),
        ("The mayor, Ann Roe, said it was safe.", "Ann Roe", False),
        ("Ann Roe, the mayor of Ames, said it was safe.", "Ann Roe", False),
        ("The ministry said it was safe.", "The ministry", False),
        ("Police said it was safe.", "Police", False),
        ("Officials said it was safe.", "Officials", True),
        ("A senior lawmaker of the party said it was safe.", "A senior lawmaker of the party", True),
        ("A person who asked not to be named said it was safe.", "A person who asked not to be named", True),
        ("Two people briefed on the talks said it was safe.", "Two people briefed on the talks", True),
        ("A government source said it was old. The source also said it was safe.", "A government source", True),
        ("“It is safe,” I said.", None, False),
    ],
)
def test_who_a_source_is(text: str, name: str | None, *, anonymous: bool) -> None:
    claim = extract(text)[-1]
    assert (claim.source_name, claim.anonymous) == (name, anonymous)


def test_a_pronoun_takes_up_the_latest_person_who_spoke() -> None:
    text = "Ann Roe said it was safe. The council said it was not. She left early, she said."
    assert extract(text)[-1].source_name == "Ann Roe"


def test_a_relative_clause_belongs_to_the_name_before_its_apposition() -> None:
    text = "Roe heard from the Ames Gazette, a daily in the north, which called the plan “a bad joke.”"
    claim = extract(text)[0]
    assert claim.kind is ClaimKind.QUOTE
    assert claim.source_name == "Ames Gazette"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mayor Rosa Kane left. A spokesman for her, Bo Quist, said it was true. She said it was a lie.", None),
        ("Mr Bo Quist spoke first. She said it was late.", None),
        ("Rosa Kane was looking for her husband. He said it was late.", None),
        ("Rosa Kane was looking for her husband, Bo Quist. He said it was late.", "Bo Quist"),
        ("Bo Quist said no. Mr. Quist left. She said it was late.", None),
        ("Rosa Kane said it was early. She said it was cold. He said it was late.", None),
        ("Mrs Rosa Kane said it was early. She said it was late.", "Rosa Kane"),
        ("A spokeswoman for the mill, Ida Crane, said it was true. She said it was late.", "Ida Crane"),
    ],
)
def test_a_pronoun_does_not_take_up_a_name_that_has_the_other_one(text: str, name: str | None) -> None:
    assert extract(text)[-1].source_name == name


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A spokesman for her, Bo Quist, said the loan was repaid.", "A spokesman for her, Bo Quist,"),
        ("A friend of his, Bo Quist, said the loan was repaid.", "A friend of his, Bo Quist,"),
    ],
)
def test_a_source_can_belong_to_a_pronoun(text: str, source: str) -> None:
    (claim,) = extract(text)
    assert claim.source is not None
    assert (claim.source.of(text), claim.source_name) == (source, "Bo Quist")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kane, 61, is seeking a third term.", ClaimKind.ASSERTION),
        ("The guild was planning a fair.", ClaimKind.ASSERTION),
        ("The guild was planning to hold a fair.", ClaimKind.STATEMENT),
        ("The guild wanted a fair.", ClaimKind.STATEMENT),
    ],
)
def test_what_somebody_is_at_is_no_reporting(text: str, kind: ClaimKind) -> None:
    assert [claim.kind for claim in extract(text)] == [kind]
