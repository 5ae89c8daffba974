from __future__ import annotations

import json
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from reports import NEW, OLD, change, changed, facet, figure, find, report, statement

from archivist.model.claim import (
    ClaimKind,
    Date,
    DateType,
    Furniture,
    FurnitureKind,
    Hedge,
    Name,
    Strength,
)
from archivist.model.report import (
    ChangeKind,
    Disclosure,
    FacetKind,
    MetadataChange,
    Move,
    Op,
    OpKind,
    Report,
    TextDiff,
)
from archivist.model.span import Span
from archivist.render.json_report import report_json

SCHEMA = Path(__file__).parents[2] / "schemas" / "report.v1.schema.json"
BEFORE = "At least 12 people died on Monday, police said.\n"
AFTER = "At least 15 people died on Tuesday, police said.\n"


@cache
def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def value(made: Report) -> dict[str, Any]:
    """The document of a report, held against its schema."""
    document: dict[str, Any] = json.loads(report_json(made, OLD, NEW))
    problems = [f"{error.json_path}: {error.message}" for error in validator().iter_errors(document)]
    assert problems == []
    return document


def full() -> Report:
    old = statement(BEFORE, BEFORE.strip(), "police", "said")._replace(
        figures=(figure(BEFORE, "12", Decimal(12), "person"),),
        dates=(Date(find(BEFORE, "Monday"), DateType.DATE, "2026-03-02"),),
        hedges=(Hedge(find(BEFORE, "At least"), Strength.POSSIBLE),),
    )
    new = statement(AFTER, AFTER.strip(), "police", "said")._replace(
        figures=(figure(AFTER, "15", Decimal("1.50E+1"))._replace(upper=Decimal("20.5"), approximator="At least"),),
        names=(Name(find(AFTER, "police"), "police"),),
        quoted=(find(AFTER, "died"),),
    )
    facets = (
        facet(FacetKind.FIGURE, (BEFORE, "12"), (AFTER, "15"), "+3"),
        facet(FacetKind.NAME, None, (AFTER, "police")),
    )
    made = report(BEFORE, AFTER, [changed(old, new, *facets)], [MetadataChange("authors", None, ["A. Ruiz"])])
    return made._replace(new_furniture=(Furniture(find(AFTER, "At"), FurnitureKind.CORRECTION),))


def test_a_report_holds_against_its_schema_and_tells_everything() -> None:
    document = value(full())

    first = document["changes"][0]
    assert first["kind"] == "changed"
    assert first["disclosed"] == "undisclosed"
    assert first["facets"][0] == {
        "facet": "figure",
        "old": {"start": 9, "end": 11, "text": "12", "value": "12"},
        "new": {"start": 9, "end": 11, "text": "15", "value": "15"},
        "difference": "+3",
        "rule": "test",
    }
    assert first["facets"][1]["old"] is None
    assert first["old"]["cue"] == {"start": 42, "end": 46, "text": "said"}
    assert first["new"]["figures"][0]["value"] == "15.0"
    assert first["new"]["figures"][0]["upper"] == "20.5"
    assert document["metadata"] == [{"field": "authors", "old": None, "new": ["A. Ruiz"]}]
    assert document["new"]["furniture"] == [{"kind": "correction", "start": 0, "end": 2, "text": "At"}]


def test_the_operations_make_up_both_texts() -> None:
    operations = value(full())["ops"]

    assert "".join(op["old"]["text"] for op in operations) == BEFORE
    assert "".join(op["new"]["text"] for op in operations) == AFTER


def test_the_summary_counts_kinds_facets_and_words() -> None:
    summary = value(full())["summary"]

    assert summary["changes"] == summary["substantive"] == 1
    assert summary["kinds"] == {"added": 0, "removed": 0, "changed": 1, "reworded": 0, "moved": 0}
    assert {name for name, count in summary["facets"].items() if count} == {"figure", "name"}
    assert summary["words"] == {"added": 2, "removed": 2, "kept": 7, "moved": 0}


def test_a_move_counts_its_words_once() -> None:
    old, new = "one two. three four.", "three five. one two."
    moved = Move(
        7,
        Span(9, 20),
        Span(0, 12),
        (
            Op(OpKind.EQUAL, Span(9, 15), Span(0, 6)),
            Op(OpKind.DELETE, Span(15, 19), Span(6, 6)),
            Op(OpKind.INSERT, Span(19, 19), Span(6, 10)),
            Op(OpKind.EQUAL, Span(19, 20), Span(10, 11)),
            Op(OpKind.INSERT, Span(20, 20), Span(11, 12)),
        ),
    )
    ops = (
        Op(OpKind.INSERT, Span(0, 0), Span(0, 12), move=7),
        Op(OpKind.EQUAL, Span(0, 8), Span(12, 20)),
        Op(OpKind.DELETE, Span(8, 9), Span(20, 20)),
        Op(OpKind.DELETE, Span(9, 20), Span(20, 20), move=7),
    )

    document = value(report(old, new, diff=TextDiff(ops, (moved,), (Span(0, 3),))))

    assert document["summary"]["words"] == {"added": 1, "removed": 1, "kept": 2, "moved": 1}
    assert document["moves"][0]["old"]["text"] == "three four."
    assert [op["move"] for op in document["ops"]] == [7, None, None, 7]
    assert document["coarse"] == [{"start": 0, "end": 3, "text": "one"}]


def test_added_and_removed_claims_have_one_side() -> None:
    gone = change(ChangeKind.REMOVED, statement(BEFORE, BEFORE.strip()), None, Disclosure.DISCLOSED)
    came = change(ChangeKind.ADDED, None, statement(AFTER, AFTER.strip()), Disclosure.UNCLEAR)
    moved = change(ChangeKind.MOVED, gone.old, came.new, moved=True)

    changes = value(report(BEFORE, AFTER, [gone, came, moved]))["changes"]

    assert [item["new"] is None for item in changes] == [True, False, False]
    assert [item["disclosed"] for item in changes] == ["disclosed", "unclear", None]
    assert [item["substantive"] for item in changes] == [True, True, False]


def test_equal_texts_make_a_report_that_says_so() -> None:
    assert value(report(BEFORE, BEFORE))["summary"]["differs"] is False


def test_control_characters_are_never_written_as_they_are() -> None:
    hostile = "\x1b[2J \u202e \x9b \u2028 \x7f 中\n"

    text = report_json(report(hostile, hostile + "x"), OLD._replace(name="\x1b]0;x\x07"), NEW)

    assert not set("\x1b\u202e\x9b\u2028\x7f\x07") & set(text)
    assert "中" in text
    assert json.loads(text)["ops"][0]["old"]["text"] == hostile


@pytest.mark.parametrize(
    "spoil",
    [
        {"extra": 1},
        {"unit": "byte"},
        {"old": {"name": "x"}},
        {"ops": [{"kind": "replace"}]},
        {"changes": [{}]},
        {"metadata": [{"field": "headline"}]},
    ],
)
def test_the_schema_refuses_what_is_no_report(spoil: dict[str, Any]) -> None:
    assert not validator().is_valid(value(full()) | spoil)


def test_every_kind_of_claim_is_allowed() -> None:
    claims = [statement(AFTER, AFTER.strip())._replace(kind=kind) for kind in ClaimKind]
    changes = [change(ChangeKind.ADDED, None, claim, Disclosure.UNCLEAR) for claim in claims]

    assert len(value(report(BEFORE, AFTER, changes))["changes"]) == 3
