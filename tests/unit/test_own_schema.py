"""An archive's own stricter schema: it holds beside the published one, fetches nothing and speaks in plain words."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hostile import in_time

from archivist.schema.checker import check_file
from archivist.schema.house import inside, load
from archivist.schema.loader import Kind
from archivist.schema.validators import DIALECT

if TYPE_CHECKING:
    from archivist.model.problem import Problem

RECORD = Path(__file__).parent / "schema_samples" / "revision.good.json"


def _house(**rules: object) -> bytes:
    return json.dumps({"$schema": DIALECT, **rules}, indent=1).encode()


def test_both_schemas_must_hold() -> None:
    house, problems = load(_house(required=["byline"], properties={"headline": {"maxLength": 10}}), "house.json")
    assert problems == ()
    text = RECORD.read_text(encoding="utf-8").replace('"byline"', '"byLine"')
    told = check_file(text.encode(), "record.json", house)
    assert [problem.path for problem in told] == ["$.byline", "$.byLine", "$.headline"]
    assert "at most 10" in told[2].what
    assert told[2].line == text[: text.index('"headline"')].count("\n") + 1


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        ({"$ref": "http://192.0.2.1/x.json"}, "nothing is fetched"),
        ({"$ref": "file:///etc/passwd"}, "nothing is fetched"),
        ({"properties": {"headline": {"$ref": "#/$defs/none"}}}, "#/$defs/none"),
        ({"allOf": [{"$ref": "other.json"}]}, "other.json"),
        ({"$dynamicRef": "#nowhere"}, "#nowhere"),
        ({"properties": {"headline": {"format": "telephone"}}}, "'telephone' cannot be checked"),
        ({"type": "objekt"}, "objekt"),
        ({"properties": {"headline": {"pattern": "("}}}, "("),
        ({"properties": {"headline": {"maxLength": -1}}}, "at least 0"),
        ({"$schema": "http://json-schema.org/draft-07/schema#"}, DIALECT),
    ],
)
def test_an_own_schema_that_cannot_be_used_is_told_in_a_sentence(
    rules: dict[str, object], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("something was fetched")

    monkeypatch.setattr(socket, "socket", refuse)
    house, problems = load(_house(**rules), "house.json")
    assert house is None
    assert any(words in problem.what for problem in problems), problems


def test_an_own_schema_may_refer_to_itself_and_to_the_published_ones() -> None:
    rules = _house(
        **{
            "$ref": f"{Kind.REVISION}#/$defs/own",
            "properties": {"headline": {"$ref": "#/$defs/short"}},
            "$defs": {"short": {"maxLength": 3}},
        }
    )
    house, problems = load(rules, "house.json")
    assert problems == ()
    assert house is not None
    assert [problem.path for problem in house.check({"headline": "long"}, "r")] == ["$.headline"]


def test_a_schema_that_refers_to_itself_without_end_is_a_sentence() -> None:
    house, _ = load(_house(**{"$ref": "#"}), "house.json")
    assert house is not None
    (problem,) = house.check({"headline": "x"}, "r.json")
    assert "without end" in problem.what


def test_an_own_schema_that_leads_out_of_the_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "outside.json").write_bytes(_house(required=["byline"]))
    schemas = tmp_path / "archive" / "schemas"
    schemas.mkdir(parents=True)
    (schemas / "linked.json").symlink_to(tmp_path / "outside.json")
    (schemas / "own.json").write_bytes(_house(required=["byline"]))
    archive = str(tmp_path / "archive")
    assert inside(archive, "schemas/own.json")[0] is not None
    for path, words in (
        ("schemas/linked.json", "leads out"),
        ("schemas/../../outside.json", "leads out"),
        ("schemas/none.json", "No such file"),
    ):
        house, problems = inside(archive, path)
        assert (house, len(problems)) == (None, 1)
        assert words in problems[0].what


def _sentences(house_rules: dict[str, object], value: object) -> list[str]:
    house, problems = load(_house(**house_rules), "house.json")
    assert house is not None, problems
    found: tuple[Problem, ...] = house.check(value, "r.json")
    return [problem.what for problem in found]


@pytest.mark.parametrize(
    ("rules", "value", "sentence"),
    [
        ({"properties": {"a": {"type": ["string", "null"]}}}, {"a": 1}, "Expected a string or null; found 1."),
        ({"properties": {"a": {"const": "x"}}}, {"a": "y"}, 'Expected "x"; found "y".'),
        ({"properties": {"a": {"enum": ["x", 1]}}}, {"a": None}, 'Expected "x", 1; found null.'),
        ({"properties": {"a": False}}, {"a": 1}, "Nothing may stand here."),
        (
            {"properties": {"a": {"anyOf": [{"const": 1}, {"const": 2}]}}},
            {"a": 3},
            "3 has none of the 2 forms that are allowed here.",
        ),
        (
            {"properties": {"a": {"oneOf": [{"const": 1}, {"type": "integer"}]}}},
            {"a": 1},
            "1 does not have exactly one of the 2 forms allowed here.",
        ),
        ({"properties": {"a": {"minLength": 2}}}, {"a": "x"}, "This has 1 characters; at least 2 are needed."),
        ({"minProperties": 2}, {"a": 1}, "This has 1 fields; at least 2 are needed."),
        ({"maxProperties": 1}, {"a": 1, "b": 2}, "This has 2 fields; at most 1 are allowed."),
        (
            {"properties": {"a": {"pattern": "^[a-z]+$"}}},
            {"a": "A\x1b"},
            'Expected what the schema\'s pattern says: "^[a-z]+$"; found "A\\u001b".',
        ),
    ],
)
def test_sentences_for_rules_of_an_own_schema(rules: dict[str, object], value: object, sentence: str) -> None:
    assert _sentences(rules, value) == [sentence]


def test_long_values_are_cut_in_sentences() -> None:
    (sentence,) = _sentences({"properties": {"a": {"const": "x"}}}, {"a": "y" * 100_000})
    assert len(sentence) < 150


def test_distinct_items_are_told_in_linear_time_and_as_json() -> None:
    many = [{"n": number} for number in range(20_000)]
    rules: dict[str, object] = {"properties": {"a": {"uniqueItems": True}, "b": {"uniqueItems": False}}}
    with in_time():
        assert _sentences(rules, {"a": many, "b": [1, 1]}) == []
    assert _sentences(rules, {"a": [1, True, "1", [1], {"x": 1}]}) == []
    assert _sentences(rules, {"a": [{"x": 1, "y": 2}, {"y": 2, "x": 1}]}) == [
        "An item stands here twice; each may stand here once."
    ]
