"""Each facet by its rules: docs/changes.md holds the examples, and what the page cannot show stands here."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from archivist.diff.report import compare
from archivist.model.report import ChangeKind, FacetKind

if TYPE_CHECKING:
    from archivist.model.report import Facet, Report

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "changes.md"
ROW = re.compile(r"\| `?(?P<rule>[\w-]+)`? \| (?P<old>.+) \| (?P<new>.+) \|")
RULE = re.compile(r'"((?:[a-z]+-)+(?:differs?|dropped|added|old|new|withheld|named|paraphrase|quote|crossed))"')


class Example(NamedTuple):
    """A row of the page: the facet or kind it stands under, its rule, and the pair."""

    heading: str
    rule: str
    old: str
    new: str


def _examples() -> list[Example]:
    found, heading = [], ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            heading = line.strip("# ")
        elif (row := ROW.fullmatch(line)) and row["rule"] != "rule":
            found.append(Example(heading, *row.groups()))
    return found


EXAMPLES = _examples()


def facets(old: str, new: str, day_old: dt.date | None = None, day_new: dt.date | None = None) -> list[Facet]:
    report = compare(old, new, day_old, day_new)
    return [facet for change in report.changes for facet in change.facets]


def rules(report: Report) -> set[tuple[str, str]]:
    """Every kind and facet of a report with the rule that found it."""
    kinds = {(str(change.kind), change.rule) for change in report.changes}
    return kinds | {(str(facet.facet), facet.rule) for change in report.changes for facet in change.facets}


def test_the_page_has_an_example_of_every_facet_and_kind() -> None:
    headings = {example.heading for example in EXAMPLES}
    assert headings == {str(facet) for facet in FacetKind} | {str(kind) for kind in ChangeKind}


def test_the_page_has_an_example_of_every_rule() -> None:
    sources = (ROOT / "src" / "archivist" / "diff").glob("*.py")
    named = {rule for source in sources for rule in RULE.findall(source.read_text(encoding="utf-8"))}
    assert named <= {example.rule for example in EXAMPLES}
    assert "figure-differs" in named


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.heading}-{example.rule}")
def test_every_example_of_the_page_is_true(example: Example) -> None:
    report = compare(example.old, example.new)
    if example.rule == "equal":
        assert not [change for change in report.changes if change.substantive]
    else:
        assert (example.heading, example.rule) in rules(report)


@pytest.mark.parametrize(
    ("old", "new", "difference"),
    [
        ("The flood drowned 30 sheep.", "The flood drowned 45 sheep.", "+15"),
        ("The flood drowned 45 sheep.", "The flood drowned 30 sheep.", "−15"),
        ("The dyke cost 43 million euros.", "The dyke cost 48 million euros.", "+11.6 %"),
        ("Rents rose 6 percent.", "Rents rose 4 percent.", "−2 percentage points"),
        ("Rents rose 3 percent.", "Rents rose 4 percent.", "+1 percentage point"),
        ("Hundreds of sheep drowned.", "Thousands of sheep drowned.", ""),
        ("The dyke cost 43 million euros.", "The dyke cost 43 million dollars.", ""),
    ],
)
def test_a_figure_tells_by_how_much_it_differs(old: str, new: str, difference: str) -> None:
    (facet,) = facets(old, new)
    assert (facet.facet, facet.difference) == (FacetKind.FIGURE, difference)


def test_each_of_several_figures_is_paired_with_its_own() -> None:
    found = facets("The quake killed 120 and injured 82.", "The quake killed 146 and injured 150.")
    pairs = [(facet.old.value, facet.new.value) for facet in found if facet.old and facet.new]
    assert pairs == [("120", "146"), ("82", "150")]


def test_a_figure_with_nothing_in_its_place_is_no_figure_change() -> None:
    found = facets("The quake killed 120.", "The quake killed 120, injured 82.")
    assert FacetKind.FIGURE not in {facet.facet for facet in found}


def test_figures_that_change_places_between_two_statements_are_told() -> None:
    old = "The north pier drew 300 visitors on Sunday and the south pier drew 500 visitors."
    new = "The north pier drew 500 visitors on Sunday and the south pier drew 300 visitors."
    assert [facet.facet for facet in facets(old, new)] == [FacetKind.FIGURE, FacetKind.FIGURE]


def test_two_names_of_a_list_may_change_places() -> None:
    assert facets("The mayor thanked Ann Orme and Bo Quist.", "The mayor thanked Bo Quist and Ann Orme.") == []


def test_a_relative_date_is_resolved_before_it_is_compared() -> None:
    monday, tuesday = dt.date(2025, 3, 3), dt.date(2025, 3, 4)
    old, same, other = (f"The tower fell {when}." for when in ("today", "yesterday", "on Saturday"))
    assert facets(old, same, monday, tuesday) == []
    assert [facet.facet for facet in facets(old, other, monday, tuesday)] == [FacetKind.DATE]


def test_one_publication_date_serves_both_sides() -> None:
    (facet,) = facets("The tower fell today.", "The tower fell yesterday.", dt.date(2025, 3, 3))
    assert facet.new is not None
    assert facet.new.value == "2025-03-02"


def test_a_figure_in_a_quotation_is_figure_and_quote() -> None:
    found = facets("“We lost 40 hives,” said Ida Crane.", "“We lost 60 hives,” said Ida Crane.")
    assert {facet.facet for facet in found} == {FacetKind.FIGURE, FacetKind.QUOTE}


def test_a_quotation_split_around_its_source_is_the_same_quotation() -> None:
    old = "“We will go, and we will not come back,” said Ida Crane."
    assert facets(old, "“We will go,” said Ida Crane, “and we will not come back.”") == []


def test_the_facets_of_a_change_stand_heaviest_first() -> None:
    old = "Rosa Quint said on 3 March 2025 that about 40 hives had been lost."
    new = "Rosa Quint claimed on 9 March 2025 that at least 60 hives had been lost."
    report = compare(old, new)
    assert [facet.facet for facet in report.changes[0].facets] == [
        FacetKind.FIGURE,
        FacetKind.DATE,
        FacetKind.CERTAINTY,
        FacetKind.CUE,
    ]


def test_a_pronoun_and_the_one_it_stands_for_are_one_source() -> None:
    opening = "Rosa Quint opened the vault on Monday.\n\n"
    assert facets(f"{opening}Quint said it was empty.", f"{opening}She said it was empty.") == []


def test_content_that_moves_to_the_neighbouring_sentence_is_no_detail() -> None:
    old = "The bell, cast in Lund from old cannon, is cracked. It weighs two tonnes and hangs in the north tower."
    new = "The bell is cracked. It weighs two tonnes, hangs in the north tower and was cast in Lund from old cannon."
    assert [facet.facet for facet in facets(old, new)] == []


def test_a_hedge_within_an_added_clause_is_part_of_the_detail() -> None:
    old = "The bell is cracked."
    new = "The bell is cracked because the frost of last winter may have reached the iron yoke."
    assert [facet.facet for facet in facets(old, new)] == [FacetKind.DETAIL]


def test_evidence_is_the_stretch_of_the_text_itself() -> None:
    old, new = "«Ruhig», said Ida Crane – 40 hives.", "«Ruhig», said Ida Crane – 60 hives."
    (facet,) = facets(old, new)
    assert facet.old is not None
    assert facet.new is not None
    assert (facet.old.span.of(old), facet.new.span.of(new)) == ("40", "60")
