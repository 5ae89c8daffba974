"""Every rule of every schema of what is stored has a sample that breaks it, and its problem is told in plain words.

schema_samples/<kind>.good.json uses every field. Each entry of <kind>.bad.json replaces one stretch of it (`§` in the
new one stands for `times` letters) and says at which path, in which line and in which words the problem is told.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import pytest
from hostile import in_time
from hypothesis import example, given
from hypothesis import strategies as st
from rfc3339_validator import validate_rfc3339
from rfc3986_validator import validate_rfc3986

from archivist.schema.checker import check, check_file, kind_of
from archivist.schema.formats import is_time, is_web_address
from archivist.schema.loader import Kind, schema
from archivist.schema.quick import certain
from archivist.schema.validators import DIALECT, published

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jsonschema.exceptions import ValidationError

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


@given(st.one_of(st.text(max_size=4), st.text(" \t\n\x85\u2028\u00a0\u3000eEé", max_size=3)))
@example("")
@example(" ")
@example("e" * 1001)
def test_a_plain_line_or_language_is_one_for_the_library_too(value: str) -> None:
    for field in ("headline", "language"):
        metadata = {"schema": Kind.METADATA.value, field: value}
        assert certain(Kind.METADATA)(metadata) == published(Kind.METADATA).is_valid(metadata)


@given(st.from_regex(r"[0-9]{3,4}-[01][0-9]-[0-3][0-9]T[0-9]{2}:[0-9]{2}:[0-6][0-9](\.[0-9]{1,7})?(Z|z|\+01:00|)\n?"))
@example("2026-01-01T24:00:00Z")
@example("2026-02-29T00:00:00Z")
@example("0000-01-01T00:00:00Z")
@example("2016-12-31T23:59:60Z")
@example("2026-01-01T00:00:00.123456Z")
@example("\u0662\u0660\u0662\u0666-01-01T00:00:00Z")
def test_a_quick_yes_to_a_time_is_no_other_answer(value: str) -> None:
    assert is_time(value) == (not value.endswith("\n") and bool(validate_rfc3339(value)))


@given(
    st.from_regex(
        r"https?://[a-z0-9.:@%\[\]-]{1,9}(/[!-~é ]{0,5}){0,2}([?][!-~]{0,5})?(#[!-~]{0,5})?\n?", fullmatch=True
    )
)
@example("https://news.example/2026/10/harbour?a=b/c&d=%20#top")
@example("https://news.example:8080")
@example("https://news.example:port")
@example("https://news.example/a%2")
@example("https://news.example/a#b#c")
@example("https://news.example/[a]")
@example("https://[2001:db8::1]/a")
def test_a_quick_yes_to_an_address_is_no_other_answer(value: str) -> None:
    rest = value.partition("://")[2]
    hosted = rest[:1] not in {"", "/", "?", "#", ":"} and not value.endswith("\n")
    assert is_web_address(value) == (hosted and bool(validate_rfc3986(value)))
