"""The order of a report, as docs/changes.md has it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from archivist.diff.weight import (
    DENIAL,
    DENIAL_RULE,
    DENIAL_WEIGHT,
    FACET_WEIGHT,
    KIND_WEIGHT,
    LEAD_WEIGHT,
    QUOTE_WEIGHT,
    parts,
    weigh,
)
from archivist.model.claim import ClaimKind
from archivist.model.report import ChangeKind, Facet, FacetKind

PAGE = Path(__file__).resolve().parents[2] / "docs" / "changes.md"


def test_the_page_and_the_code_have_the_same_weights() -> None:
    section = PAGE.read_text(encoding="utf-8").split("## Weight")[1].split("\n## ")[0]
    table = {what: int(weight) for what, weight in re.findall(r"\| ([^|]+) \| (\d+) \|", section)}
    expected = {str(facet): weight for facet, weight in FACET_WEIGHT.items()}
    expected |= {str(kind): weight for kind, weight in KIND_WEIGHT.items()}
    expected[DENIAL] = DENIAL_WEIGHT
    expected["quotation added or removed"] = QUOTE_WEIGHT
    expected["in the first paragraph, if substantive: added to the above"] = LEAD_WEIGHT
    assert table == expected


def test_every_facet_and_kind_has_a_weight() -> None:
    assert set(FACET_WEIGHT) == set(FacetKind)
    assert set(KIND_WEIGHT) | {ChangeKind.CHANGED} == set(ChangeKind)


def test_several_facets_weigh_as_the_heaviest_and_one_more_each() -> None:
    facets = [Facet(kind, None, None) for kind in (FacetKind.CUE, FacetKind.FIGURE, FacetKind.DATE)]
    assert weigh(ChangeKind.CHANGED, facets, ClaimKind.STATEMENT, lead=False) == FACET_WEIGHT[FacetKind.FIGURE] + 2


def test_a_denial_that_gives_way_to_an_admission_weighs_as_polarity() -> None:
    denial = [Facet(FacetKind.CUE, None, None, rule=DENIAL_RULE), Facet(FacetKind.NAME, None, None)]
    found = parts(ChangeKind.CHANGED, denial, ClaimKind.STATEMENT, lead=False)
    assert found == ((DENIAL, FACET_WEIGHT[FacetKind.POLARITY]), ("further facets", 1))


@pytest.mark.parametrize("kind", [ChangeKind.ADDED, ChangeKind.REMOVED])
def test_a_quotation_added_or_removed_weighs_more_than_other_claims(kind: ChangeKind) -> None:
    assert weigh(kind, (), ClaimKind.QUOTE, lead=False) > weigh(kind, (), ClaimKind.ASSERTION, lead=False)


def test_the_lead_lifts_every_substantive_change_over_the_light_facets() -> None:
    light = max(FACET_WEIGHT[facet] for facet in (FacetKind.CERTAINTY, FacetKind.CUE, FacetKind.DETAIL))
    detail = [Facet(FacetKind.DETAIL, None, None)]
    assert weigh(ChangeKind.CHANGED, detail, ClaimKind.ASSERTION, lead=True) > light


@pytest.mark.parametrize("kind", [ChangeKind.MOVED, ChangeKind.REWORDED])
def test_what_says_nothing_new_stays_light_even_in_the_lead(kind: ChangeKind) -> None:
    assert weigh(kind, (), ClaimKind.QUOTE, lead=True) < min(FACET_WEIGHT.values())
