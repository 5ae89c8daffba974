from __future__ import annotations

import pytest

from archivist.claims.certainty import hedges
from archivist.model.claim import Strength


def found(text: str) -> list[tuple[str, str]]:
    return [(hedge.span.of(text), hedge.group) for hedge in hedges(text)]


def groups(text: str) -> list[str]:
    return sorted(hedge.group for hedge in hedges(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam may burst.", [("may", "possible")]),
        ("The dam might burst.", [("might", "possible")]),
        ("Perhaps it could burst.", [("Perhaps", "possible"), ("could", "possible")]),
        ("The dam is expected to burst.", [("expected", "expected")]),
        ("It is likely to burst.", [("likely", "probable")]),
        ("It appears to have burst.", [("appears to", "probable")]),
        ("He is believed to be abroad.", [("believed", "probable")]),
        ("He allegedly fled.", [("allegedly", "unverified")]),
        ("The alleged thief fled.", [("alleged", "unverified")]),
        ("He is said to have fled.", [("said to have", "unverified")]),
        ("Forty people are feared dead.", [("feared", "possible")]),
        ("It is unclear whether he fled.", [("unclear whether", "unverified")]),
        ("Police suspect he fled.", [("suspect", "probable")]),
    ],
)
def test_epistemic_hedges(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sails on May 5.",
        "May was wet.",
        "He could not swim.",
        "They could hear the bell.",
        "The mill will close.",
        "The mill is to close in spring.",
        "The mill is due to close.",
        "The might of the navy is gone.",
        "He spoke about the mill and around the world.",
        "Some people walked over the hill, up to the mill.",
        "She was more than happy.",
        "The suspect was held.",
        "He appeared before the bench.",
        "They came as soon as possible.",
        "The town reached its full potential.",
        "They did better than expected.",
        "Some of the boats sank.",
        "It lies above 14th Street.",
        "He feared the sea.",
        "We believe in luck.",
        "They re-think the build-up to four games and a three-under 69.",
        "Around one of the piers a rope was found.",
        "",
    ],
)
def test_no_hedge(text: str) -> None:
    assert hedges(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 600 boats sank.", [("About", "about")]),
        ("Some 600 boats sank.", [("Some", "about")]),
        ("An estimated 600 boats sank.", [("An estimated", "about")]),
        ("It cost about £4m.", [("about", "about")]),
        ("It cost over US$5m.", [("over", "over")]),
        ("At least twelve boats sank.", [("At least", "at least")]),
        ("No fewer than 12 boats sank.", [("No fewer than", "at least")]),
        ("Nearly half of the boats sank.", [("Nearly", "nearly")]),
        ("Just under a third sank.", [("Just under", "nearly")]),
        ("Almost all of them sank.", [("Almost", "nearly")]),
        ("It lasted more than a year.", [("more than", "over")]),
        ("Losses more than doubled.", [("more than", "over")]),
        ("Up to 40 boats sank.", [("Up to", "at most")]),
        ("As many as 40 boats sank.", [("As many as", "at most")]),
        ("Fewer than 40 boats sank.", [("Fewer than", "under")]),
        ("It lasted an hour or so.", [("or so", "about")]),
        ("Fines of 50 crowns or more.", [("or more", "at least")]),
        ("About twenty-one boats sank.", [("About", "about")]),
        ("It lies roughly 3-4 miles off.", [("roughly", "about")]),
    ],
)
def test_approximators(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("about 40 boats", "roughly 40 boats"),
        ("some 40 boats", "around 40 boats"),
        ("nearly 40 boats", "just under 40 boats"),
        ("more than 40 boats", "over 40 boats"),
        ("at least 40 boats", "no fewer than 40 boats"),
        ("up to 40 boats", "as many as 40 boats"),
        ("It may rain.", "It might rain."),
        ("He allegedly lied.", "He reportedly lied."),
        ("It will close soon.", "It is to close soon."),
    ],
)
def test_equal_hedges_share_a_group(old: str, new: str) -> None:
    assert groups(old) == groups(new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("about 40 boats", "40 boats"),
        ("about 40 boats", "at least 40 boats"),
        ("nearly 40 boats", "over 40 boats"),
        ("It may rain.", "It will rain."),
        ("It may rain.", "It is likely to rain."),
        ("It is expected to rain.", "It will rain."),
        ("He reportedly lied.", "He lied."),
        ("It appears to have sunk.", "It sank."),
    ],
)
def test_other_strength_is_another_group(old: str, new: str) -> None:
    assert groups(old) != groups(new)


def test_epistemic_groups_are_named_for_their_strength() -> None:
    assert [h.strength for h in hedges("It may rain.")] == [Strength.POSSIBLE]
    assert groups("It may rain.") == [str(Strength.POSSIBLE)]


def test_typography_does_not_matter() -> None:
    assert groups("about\u00a040 boats") == ["about"]
