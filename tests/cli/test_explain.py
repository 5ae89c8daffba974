"""`diff --explain N` and `claims --explain`, as a user runs them."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

if TYPE_CHECKING:
    from cli.conftest import Run

ROOT = Path(__file__).resolve().parents[2]
OLD = str(ROOT / "examples" / "harrow-bridge" / "3.txt")
NEW = str(ROOT / "examples" / "harrow-bridge" / "4.txt")


@cache
def schema() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((ROOT / "schemas" / "explanation.v1.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(loaded)
    return loaded


def value(text: str) -> dict[str, Any]:
    """A document, held against the schema of its kind."""
    document: dict[str, Any] = json.loads(text)
    names = {"change": "changeExplanation", "claims": "claimsExplanation"}
    one = jsonschema.Draft202012Validator(schema() | {"oneOf": [{"$ref": f"#/$defs/{names[document['explains']]}"}]})
    assert [f"{error.json_path}: {error.message}" for error in one.iter_errors(document)] == []
    return document


def test_every_change_of_a_report_is_explained_as_the_report_has_it(run: Run) -> None:
    report = json.loads(run("diff", OLD, NEW, "--json").out)
    for number, change in enumerate(report["changes"], 1):
        explained = value(run("diff", OLD, NEW, "--explain", str(number), "--json").out)
        assert explained["change"] == change
        assert explained["number"] == number
        assert explained["changes"] == len(report["changes"])
        assert sum(part["points"] for part in explained["weight"]) == change["weight"]


def test_a_person_is_told_the_match_each_facet_the_rule_and_the_weight(run: Run) -> None:
    out = run("diff", OLD, NEW, "--explain", "3").out
    for words in (" 3. figure changed", "matched", "Shared: ", "figure: differs", "date: the same", "facets-differ"):
        assert words in out
    assert "80: figure 80" in out
    assert "a note has" in out


def test_two_revisions_of_an_archive_are_explained_as_two_files_are(run: Run) -> None:
    run("init")
    run("ingest", str(ROOT / "examples"))
    assert run("diff", "harrow-bridge@4", "--explain", "1").out == run("diff", OLD, NEW, "--explain", "1").out


def test_a_change_that_is_not_there_is_said_to_be_none(run: Run) -> None:
    done = run("diff", OLD, NEW, "--explain", "99")
    assert done.code == 3
    assert done.out == ""
    assert "There is no change 99" in done.err
    assert "7 of them" in done.err
    assert "no changes of claims" in run("diff", OLD, OLD, "--explain", "1").err


@pytest.mark.parametrize("number", ["0", "-1", "x"])
def test_a_number_that_is_none_is_a_usage_error(run: Run, number: str) -> None:
    assert run("diff", OLD, NEW, "--explain", number).code == 2


@pytest.mark.parametrize("option", ["--markdown", "--unified", "--stat", "--only=claims", "--context=1"])
def test_an_explanation_has_no_other_form_and_no_other_half(run: Run, option: str) -> None:
    done = run("diff", OLD, NEW, "--explain", "1", option)
    assert done.code == 2
    assert "--explain" in done.err


def test_exit_code_goes_with_an_explanation(run: Run) -> None:
    assert run("diff", OLD, NEW, "--explain", "1", "--exit-code").code == 1


def test_claims_are_explained_one_by_one(run: Run) -> None:
    listed = json.loads(run("claims", NEW, "--json").out)
    explained = value(run("claims", NEW, "--explain", "--json").out)
    assert [one["claim"] for one in explained["claims"]] == listed["claims"]
    assert all(one["ruleMeans"] for one in explained["claims"])


def test_the_rule_and_the_evidence_of_a_claim_are_told(run: Run, here: Path) -> None:
    text = "Ada Roe said about 300 sheds burned on 4 March 2025. She said it may rain.\n"
    (here / "a.txt").write_text(text, "utf-8")
    out = run("claims", "a.txt", "--explain").out
    for words in (
        "statement.before: source and cue before the content",
        "Ada Roe (name: ",
        "Ada Roe (pronoun-source: ",
        "said (8–12): neutral",
        "300 (19–22): 300",
        "loosened by “about”",
        "DATE 2025-03-04",
        "possible",
    ):
        assert words in " ".join(out.split()), words


def test_a_text_without_claims_is_said_to_have_none(run: Run, here: Path) -> None:
    (here / "a.txt").write_text("\n", "utf-8")
    assert run("claims", "a.txt", "--explain").out == "No claims.\n"


def test_a_report_without_an_explanation_loads_nothing_of_it() -> None:
    program = (
        "import sys\nfrom archivist.cli.main import main\nmain(sys.argv[1:])\n"
        "print([name for name in sys.modules if 'explain' in name], file=sys.stderr)"
    )
    words = [sys.executable, "-c", program, "diff", OLD, NEW]
    assert subprocess.run(words, capture_output=True, text=True, check=True, timeout=60).stderr == "[]\n"
