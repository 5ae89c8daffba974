"""Every rule of every schema of what is stored has a sample that breaks it, and its problem is told in plain words.

schema_samples/<kind>.good.json uses every field. Each entry of <kind>.bad.json replaces one stretch of it (`§` in the
new one stands for `times` letters) and says at which path, in which line and in which words the problem is told.
"""

from __future__ import annotations

import json
import re
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import pytest
from hostile import in_time
from hypothesis import example, given
from hypothesis import strategies as st
from rfc3339_validator import validate_rfc3339

from archivist.schema.checker import check, check_file, kind_of
from archivist.schema.formats import is_time, is_web_address
from archivist.schema.house import inside, load
from archivist.schema.loader import Kind, schema
from archivist.schema.quick import certain
from archivist.schema.validators import DIALECT, published

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jsonschema.exceptions import ValidationError

    from archivist.model.problem import Problem

SAMPLES = Path(__file__).parent / "schema_samples"
STORED = (Kind.ARCHIVE, Kind.REVISION, Kind.METADATA)
REMARKS = {"$schema", "$id", "$comment", "title", "description"}
WITHOUT_SAMPLE = {
    ("#", "type"): "strict reading refuses it before",
    ("#/$defs/size", "maximum"): "as above",
}
"""Rules that no file can break, because reading it fails first; `test_rules_that_reading_hides` breaks them."""


class Sample(NamedTuple):
    kind: Kind
    text: str
    path: str
    line: int
    words: str


def _name(kind: Kind) -> str:
    return kind.split(":")[3]


def _good(kind: Kind) -> str:
    return (SAMPLES / f"{_name(kind)}.good.json").read_text(encoding="utf-8")


def _samples() -> Iterator[Sample]:
    for kind in STORED:
        good = _good(kind)
        for case in json.loads((SAMPLES / f"{_name(kind)}.bad.json").read_text(encoding="utf-8")):
            assert good.count(case["replace"]) == 1
            by = case["by"].replace("§", "7" * case.get("times", 0))
            text = good.replace(case["replace"], by)
            yield Sample(kind, text, case["path"], case["line"], case["words"])


ALL = list(_samples())


def _file_name(kind: Kind) -> str:
    """A name by which the kind is known even where the `schema` field is what is wrong."""
    return {
        Kind.ARCHIVE: "archive.json",
        Kind.REVISION: "20260302T090000Z-0123456789ab.0123456789.json",
        Kind.METADATA: "story.json",
    }[kind]


@pytest.mark.parametrize("kind", STORED)
def test_a_good_sample_uses_every_field_and_holds(kind: Kind) -> None:
    value = json.loads(_good(kind))
    properties = cast("dict[str, object]", schema(kind)["properties"])
    assert set(properties) <= set(value)
    assert check_file(_good(kind).encode(), _file_name(kind)) == ()
    assert certain(kind)(value)
    assert list(published(kind).iter_errors(value)) == []


@pytest.mark.parametrize("sample", ALL, ids=lambda sample: f"{_name(sample.kind)}-{sample.path}-{sample.words[:20]}")
def test_a_bad_sample_is_told_with_path_line_and_words(sample: Sample) -> None:
    problems = check_file(sample.text.encode(), _file_name(sample.kind))
    told = [(problem.path, problem.line) for problem in problems if sample.words in problem.what]
    assert told == [(sample.path, sample.line)], [str(problem) for problem in problems]
    assert {problem.path for problem in problems} >= {sample.path}
    assert all(problem.what.endswith((".", "?")) and len(problem.what) <= 300 for problem in problems)
    assert all(problem.what.isprintable() and problem.path.isprintable() for problem in problems)


def test_every_rule_of_every_schema_has_a_bad_sample() -> None:
    broken = {
        (id(error.schema), str(error.validator))
        for sample in ALL
        for error in _errors(sample)
        if isinstance(error.schema, dict)
    }
    unbroken = [
        (pointer, keyword)
        for kind in STORED
        for pointer, keyword, part in _rules(schema(kind), "#")
        if (id(part), keyword) not in broken and (pointer, keyword) not in WITHOUT_SAMPLE
    ]
    assert unbroken == []


@pytest.mark.parametrize("kind", STORED)
def test_every_field_has_a_bad_sample(kind: Kind) -> None:
    told = {sample.path.partition(".")[2].partition(".")[0].partition("[")[0] for sample in ALL if sample.kind == kind}
    assert set(cast("dict[str, object]", schema(kind)["properties"])) <= told


@pytest.mark.parametrize("sample", ALL, ids=lambda sample: f"{_name(sample.kind)}-{sample.path}-{sample.words[:20]}")
def test_the_quick_check_never_passes_what_jsonschema_refuses(sample: Sample) -> None:
    value = json.loads(sample.text)
    if list(published(sample.kind).iter_errors(value)):
        assert not certain(sample.kind)(value)


def test_rules_that_reading_hides() -> None:
    for kind in STORED:
        assert [problem.path for problem in check([], kind, "x")] == ["$"]
    value = json.loads(_good(Kind.REVISION))
    value["text"]["bytes"] = 2**53
    assert [problem.path for problem in check(value, Kind.REVISION, "x")] == ["$.text.bytes"]


def _errors(sample: Sample) -> Iterator[ValidationError]:
    return published(sample.kind).iter_errors(json.loads(sample.text))


def _rules(part: object, pointer: str) -> Iterator[tuple[str, str, object]]:
    """Every keyword that can fail by itself: (pointer, keyword, the schema it stands in)."""
    if not isinstance(part, dict):
        return
    for keyword, value in part.items():
        if keyword in {"properties", "patternProperties", "$defs"}:
            for name, sub in value.items():
                yield from _rules(sub, f"{pointer}/{keyword}/{name}")
        elif keyword in {"items", "propertyNames"} or (keyword == "additionalProperties" and value is not False):
            yield from _rules(value, f"{pointer}/{keyword}")
        elif keyword not in REMARKS | {"$ref"}:
            yield pointer, keyword, part


@pytest.mark.parametrize("kind", list(Kind))
def test_a_published_schema_is_a_valid_schema(kind: Kind) -> None:
    from jsonschema import Draft202012Validator, FormatChecker

    assert schema(kind)["$schema"] == DIALECT
    assert schema(kind)["$id"] == kind
    Draft202012Validator.check_schema(schema(kind), format_checker=FormatChecker())


def test_a_sidecar_describes_what_a_record_describes_and_no_rule_is_written_twice() -> None:
    record = cast("dict[str, object]", schema(Kind.REVISION)["properties"])
    sidecar = cast("dict[str, Any]", schema(Kind.METADATA)["properties"])
    own = {"text", "parents", "tool", "received"}
    assert set(sidecar) == set(record) - own
    assert [key for key, rule in sidecar.items() if "$ref" not in rule] == ["schema"]


def test_all_problems_are_told_in_order_of_place() -> None:
    text = '{\n "url": "x",\n "headline": 5,\n "wrong": 1,\n "keywords": ["a", 3, "b", 4],\n "language": "e"\n}\n'
    problems = check_file(text.encode(), "story.json")
    assert [(problem.line, problem.path) for problem in problems] == [
        (2, "$.url"),
        (3, "$.headline"),
        (4, "$.wrong"),
        (5, "$.keywords[1]"),
        (5, "$.keywords[3]"),
        (6, "$.language"),
    ]
    assert str(problems[0]).startswith("story.json:2: $.url: Expected an http or https address")


@pytest.mark.parametrize(
    ("value", "name", "kind"),
    [
        ({"schema": "urn:archivist:schema:revision:v1"}, "x.json", Kind.REVISION),
        ({"schema": "urn:archivist:schema:archive:v1"}, "x.json", Kind.ARCHIVE),
        ({"schema": "urn:archivist:schema:report:v1"}, "x.json", Kind.REPORT),
        ({}, "a/archive.json", Kind.ARCHIVE),
        ({"schema": "https://schema.org"}, "a/archive.json", Kind.ARCHIVE),
        ({}, "articles/6e/x-6e97deb6/20260302T090000Z-9fe3e07ab26d.6e97deb6cf.json", Kind.REVISION),
        ({}, "20260302T090000Z-9fe3e07ab26d.6e97deb6cf.json.bak", Kind.METADATA),
        ({}, "story.json", Kind.METADATA),
        ({"schema": "urn:archivist:schema:revision:v9"}, "story.json", None),
    ],
)
def test_the_kind_of_a_file(value: dict[str, object], name: str, kind: Kind | None) -> None:
    assert kind_of(value, name) is kind


def test_a_schema_of_the_future_is_named_not_guessed_at() -> None:
    (problem,) = check_file(b'{"x": 1,\n "schema": "urn:archivist:schema:revision:v9"}', "r.json")
    assert (problem.path, problem.line) == ("$.schema", 2)
    assert "none of the schemas" in problem.what


def _house(**rules: object) -> bytes:
    return json.dumps({"$schema": DIALECT, **rules}, indent=1).encode()


def test_both_schemas_must_hold() -> None:
    house, problems = load(_house(required=["byline"], properties={"headline": {"maxLength": 10}}), "house.json")
    assert problems == ()
    text = _good(Kind.REVISION).replace('"byline"', '"byLine"')
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


def _patterns(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        for keyword, value in part.items():
            if keyword == "pattern" and isinstance(value, str):
                yield value
            elif keyword == "patternProperties":
                yield from value
            yield from _patterns(value)


HOSTILE = [
    "a",
    "a-",
    "-",
    "1",
    "ab-",
    "a.",
    "x-1-",
    "en-",
    "a1234567-",
    "http://",
    "a/",
    "a b ",
    "é",
    "%41",
    "@:",
    "9:",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_patterns_and_formats_are_linear_on_hostile_strings(piece: str) -> None:
    patterns = [re.compile(pattern) for kind in STORED for pattern in _patterns(schema(kind))]
    assert len(patterns) > 10

    for string in (piece * 32_000 + "\n", f"https://news.example/{piece * 32_000} ", f"https://{piece * 32_000} "):
        for pattern in patterns:
            with in_time():
                pattern.search(string)
        with in_time():
            is_web_address(string)
            is_time(string)


@pytest.mark.parametrize("field", ["authors", "keywords"])
def test_a_list_that_is_too_long_is_told_once_and_at_once(field: str) -> None:
    value = json.loads(_good(Kind.REVISION)) | {field: [{"n": number} for number in range(50_000)]}
    with in_time():
        (problem,) = check(value, Kind.REVISION, "x")
    assert (problem.path, "50000 items" in problem.what) == (f"$.{field}", True)


def test_distinct_items_are_told_in_linear_time_and_as_json() -> None:
    many = [{"n": number} for number in range(20_000)]
    rules: dict[str, object] = {"properties": {"a": {"uniqueItems": True}, "b": {"uniqueItems": False}}}
    with in_time():
        assert _sentences(rules, {"a": many, "b": [1, 1]}) == []
    assert _sentences(rules, {"a": [1, True, "1", [1], {"x": 1}]}) == []
    assert _sentences(rules, {"a": [{"x": 1, "y": 2}, {"y": 2, "x": 1}]}) == [
        "An item stands here twice; each may stand here once."
    ]


@given(st.from_regex(r"[0-9]{3,4}-[01][0-9]-[0-3][0-9]T[0-9]{2}:[0-9]{2}:[0-6][0-9](\.[0-9]{1,7})?(Z|z|\+01:00|)\n?"))
@example("2026-01-01T24:00:00Z")
@example("2026-02-29T00:00:00Z")
@example("0000-01-01T00:00:00Z")
@example("2016-12-31T23:59:60Z")
@example("2026-01-01T00:00:00.123456Z")
@example("\u0662\u0660\u0662\u0666-01-01T00:00:00Z")
def test_a_quick_yes_to_a_time_is_no_other_answer(value: str) -> None:
    assert is_time(value) == (not value.endswith("\n") and bool(validate_rfc3339(value)))
