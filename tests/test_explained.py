"""How every change of the example pairs was found: kept as files to be read by eye, and true of the report.

`python -m pytest tests/test_explained.py --regenerate` writes `explained.txt` and `claims.txt` in each folder anew.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from archivist.claims.extract import extract
from archivist.claims.furniture import furniture
from archivist.diff.explain import explain
from archivist.diff.report import compare, compared
from archivist.diff.weight import weigh
from archivist.model.report import ChangeKind, FacetKind
from archivist.render.claim_rules import RULES, SOURCE_RULES
from archivist.render.explain_claims_json import explained_claims_json
from archivist.render.explain_claims_terminal import explained_claims_terminal
from archivist.render.explain_json import explanation_json
from archivist.render.explain_terminal import explanation_terminal
from archivist.render.source import SourceInfo

if TYPE_CHECKING:
    from archivist.diff.explain import Explanation
    from archivist.diff.report import Comparison

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = sorted(path.parent for path in Path(__file__).parent.glob("examples/*/old.txt"))
NAMES = [folder.name for folder in FOLDERS]
ITEMS = [json.loads(line) for line in (ROOT / "tests/examples/changes.jsonl").read_text(encoding="utf-8").splitlines()]
MATCHED = {"linked", "split-or-joined", "retold"}


@cache
def comparison(folder: Path) -> Comparison:
    case = json.loads((folder / "case.json").read_text(encoding="utf-8"))
    old, new = ((folder / f"{side}.txt").read_bytes().decode() for side in ("old", "new"))
    return compared(
        old,
        new,
        dt.date.fromisoformat(case["published_old"]),
        dt.date.fromisoformat(case["published_new"]),
        metadata_old=case.get("metadata_old"),
        metadata_new=case.get("metadata_new"),
    )


@cache
def of_item(number: int) -> Comparison:
    item = ITEMS[number]
    days = [dt.date.fromisoformat(item[key]) if item.get(key) else None for key in ("published_old", "published_new")]
    return compared(item["old"], item["new"], *days)


def explanations(made: Comparison) -> list[Explanation]:
    return [explain(made, number) for number in range(1, len(made.report.changes) + 1)]


def info(name: str, text: str) -> SourceInfo:
    data = text.encode()
    return SourceInfo(name, sha256(data).hexdigest(), len(data), len(text))


@cache
def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads((ROOT / "schemas" / "explanation.v1.schema.json").read_text(encoding="utf-8"))
    return jsonschema.Draft202012Validator(schema)


def problems(document: str) -> list[str]:
    value: dict[str, Any] = json.loads(document)
    return [f"{error.json_path}: {error.message}" for error in validator().iter_errors(value)]


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_every_explanation_is_as_expected(folder: Path, pytestconfig: pytest.Config) -> None:
    made = comparison(folder)
    new = made.report.new_text
    changes = [explanation_terminal(one, made.report, width=80, colour=False) for one in explanations(made)]
    forms = {
        "explained.txt": "\n".join(changes),
        "claims.txt": explained_claims_terminal(extract(new), new, width=80, colour=False),
    }
    for name, content in forms.items():
        file = folder / name
        if pytestconfig.getoption("--regenerate"):
            file.write_text(content, encoding="utf-8", newline="")
        assert file.read_bytes().decode() == content, f"{file}: --regenerate writes it anew"


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_every_explanation_holds_against_its_schema(folder: Path) -> None:
    made = comparison(folder)
    sides = info("old.txt", made.report.old_text), info("new.txt", made.report.new_text)
    for one in explanations(made):
        assert problems(explanation_json(one, made.report, *sides)) == []
    text = made.report.new_text
    assert problems(explained_claims_json(extract(text), text, sides[1], furniture(text))) == []


@pytest.mark.parametrize("number", range(len(ITEMS)))
def test_an_explanation_says_what_the_report_says(number: int) -> None:
    made = of_item(number)
    for one in explanations(made):
        change = one.change
        assert change == made.report.changes[one.number - 1]
        assert sum(points for _, points in one.weight) == change.weight
        told = [facet for trial in one.facets for facet in trial.found]
        assert sorted(map(repr, told)) == sorted(map(repr, change.facets))
        compares = change.kind in {ChangeKind.CHANGED, ChangeKind.REWORDED}
        assert [trial.facet for trial in one.facets] == (list(FacetKind) if compares else [])
        assert (one.match.rule in MATCHED) == compares
        if one.match.likeness is not None and one.match.least is not None:
            assert one.match.likeness >= one.match.least
        assert all(pair.likeness < pair.least for pair in one.match.rejected)


@pytest.mark.parametrize("number", range(len(ITEMS)))
def test_what_was_compared_stands_where_it_is_said_to_stand(number: int) -> None:
    made = of_item(number)
    texts = made.report.old_text, made.report.new_text
    for one in explanations(made):
        for trial in one.facets:
            for parts, text in zip((trial.old, trial.new), texts, strict=True):
                spans = [part.evidence.span for part in parts]
                assert all(0 <= span.start < span.end <= len(text) for span in spans)
            assert trial.outcome != "nothing" or not (trial.old or trial.new or trial.found)


def test_the_report_is_the_same_with_and_without_what_it_was_found_by() -> None:
    item = ITEMS[0]
    assert compare(item["old"], item["new"]) == compared(item["old"], item["new"]).report


def one(old: str, new: str) -> Explanation:
    """The first change of two passages, explained."""
    return explain(compared(old, new), 1)


def outcomes(explanation: Explanation) -> dict[FacetKind, str]:
    return {trial.facet: trial.outcome for trial in explanation.facets}


def test_each_facet_has_its_outcome() -> None:
    found = outcomes(one("Ida Crane said 40 goats died in May.", "Ida Crane said 60 goats died in May."))
    assert found[FacetKind.FIGURE] == "differs"
    assert found[FacetKind.DATE] == found[FacetKind.SOURCE] == found[FacetKind.CUE] == "same"
    assert found[FacetKind.POLARITY] == found[FacetKind.QUOTE] == "nothing"


def test_a_facet_of_another_claim_of_the_sentence_is_told_as_such() -> None:
    made = compared(
        "Roe said the hall was safe for 90 guests, but the union claimed it was not.",
        "Roe said the hall was safe for 70 guests, but the union insisted that it burns.",
    )
    every = [outcomes(one)[FacetKind.FIGURE] for one in explanations(made)]
    assert sorted(every) == ["differs", "other-claim"]


def test_too_little_for_a_detail_is_told_with_how_much_is_needed() -> None:
    explanation = one(
        "The old ferry leaves the harbour with forty sheep on board.",
        "The old ferry leaves the windy harbour with forty sheep on board.",
    )
    trial = next(trial for trial in explanation.facets if trial.facet is FacetKind.DETAIL)
    assert (trial.outcome, trial.size) == ("too-little", 1)
    assert trial.needed > 1


def test_sentences_that_share_too_little_are_told_with_how_much_they_share() -> None:
    explanation = one(
        "The mill is shut. Cows graze on the hill. Rain fell.", "The mill is shut. Weavers found work. Rain fell."
    )
    assert explanation.match.rule == "unlinked"
    (pair,) = explanation.match.rejected
    assert pair.likeness < pair.least


def test_a_note_that_names_the_change_is_told_by_its_words() -> None:
    explanation = one(
        "The tower is 40 metres tall.",
        "The tower is 60 metres tall.\n\nCorrection: An earlier version said the tower was 40 metres tall.",
    )
    assert explanation.named == ("40 metre",)


def test_a_number_that_is_none_is_an_error() -> None:
    made = compared("One cow left.", "Two cows left.")
    for number in (0, 2):
        with pytest.raises(IndexError):
            explain(made, number)


def test_the_parts_of_a_weight_are_the_weight() -> None:
    change = one("The landslide buried six houses.", "The landslide buried nine houses in May.").change
    assert change.new is not None
    assert change.weight == weigh(change.kind, change.facets, change.new.kind, lead=True)


def test_the_page_and_the_program_give_a_rule_the_same_meaning() -> None:
    page = (ROOT / "docs" / "claims.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([\w-]+)` \| ([^|]+?) \|", page, flags=re.MULTILINE))
    for rules in (RULES, SOURCE_RULES):
        assert {name: rows[name].replace("*", "") for name in rules} == rules


def test_the_page_names_every_rule_of_matching_and_every_outcome() -> None:
    section = (ROOT / "docs" / "changes.md").read_text(encoding="utf-8").split("## How a change was found")[1]
    named = set(re.findall(r"^  \| `([\w-]+)` \|", section, flags=re.MULTILINE))
    definitions = json.loads((ROOT / "schemas" / "explanation.v1.schema.json").read_text(encoding="utf-8"))["$defs"]
    rules = definitions["match"]["properties"]["rule"]["enum"]
    assert named == {*rules, *definitions["facetTrial"]["properties"]["outcome"]["enum"]}
