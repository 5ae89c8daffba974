from __future__ import annotations

import json

import pytest
from hostile import in_time

from archivist.schema.positions import MAX_DEPTH, scan
from archivist.schema.strict import json_path, loads


def _deep(depth: int) -> bytes:
    return b'{"a":' + b"[" * (depth - 1) + b"]" * (depth - 1) + b"}"


@pytest.mark.parametrize(
    ("data", "path", "line", "words"),
    [
        (b"", "$", 1, "empty"),
        (b"\n \n", "$", 3, "empty"),
        (b"\xef\xbb\xbf{}", "", 1, "byte order mark"),
        ("{}".encode("utf-16"), "", 1, "not UTF-8"),
        (b'{"a":\n"\xff"}', "", 2, "not UTF-8"),
        (b'{"a":\n"\xed\xa0\x80"}', "", 2, "not UTF-8"),
        (b"[]", "", 1, "JSON object"),
        (b"\n\n7", "", 3, "JSON object"),
        (b"null", "", 1, "JSON object"),
        (b'{"a": 1}\n{}', "$", 2, "after the end"),
        (b'{"a": 1}x', "$", 1, "after the end"),
        (b'{"a": 1,\n"a": 2}', "$.a", 2, "twice; the first is in line 1"),
        (b'{"b": [{}, {"a": 1,\n"\\u0061": 2}]}', "$.b[1].a", 2, "twice"),
        (b'{"a": NaN}', "$.a", 1, "NaN"),
        (b'{"a": [1,\n-Infinity]}', "$.a[1]", 2, "-Infinity"),
        (b'{"a": 1.0}', "$.a", 1, "fraction"),
        (b'{"a": 1e999}', "$.a", 1, "exponent"),
        (b'{"a": 9007199254740992}', "$.a", 1, "too large"),
        (b'{"a": -9007199254740992}', "$.a", 1, "too large"),
        (b'{"a": ' + b"9" * 100_000 + b"}", "$.a", 1, "too large"),
        (b'{"a": "\\ud800"}', "$.a", 1, "half of a surrogate pair"),
        (b'{"a": "\\uDC00\\ud800"}', "$.a", 1, "half of a surrogate pair"),
        (b'{"\\udfff": 1}', "$['\\udfff']", 1, "half of a surrogate pair"),
        (b'{"a": 1,}', "$.a", 1, "comma before }"),
        (b'{"a": [1,\n]}', "$.a[0]", 2, "comma before ]"),
        (b'{"a": 1 "b": 2}', "$.a", 1, "comma or }"),
        (b'{"a": [1 2]}', "$.a[0]", 1, "comma or ]"),
        (b'{"a" 1}', "$.a", 1, "colon"),
        (b'{"a":\n}', "$.a", 2, "Expected a value"),
        (b'{"a": 01}', "$.a", 1, "comma or }"),
        (b'{"a": +1}', "$.a", 1, "Expected a value"),
        (b'{"a": .5}', "$.a", 1, "Expected a value"),
        (b'{"a": True}', "$.a", 1, "Expected a value"),
        (b"{'a': 1}", "$", 1, "double quotation marks"),
        (b"{a: 1}", "$", 1, "key in double quotation marks"),
        (b"{1: 1}", "$", 1, "key in double quotation marks"),
        (b'{"a": 1, // note\n"b": 2}', "$.a", 1, "no comments"),
        (b'{"a": "tab\there"}', "$.a", 1, "control character"),
        (b'{"a": "line\nend"}', "$.a", 1, "control character"),
        (b'{"a": "\\x"}', "$.a", 1, "escape"),
        (b'{"a": "open}', "$.a", 1, "no end"),
        (b'{"a": 1', "$.a", 1, "The file ends"),
        (b'{"a":', "$.a", 1, "The file ends"),
        (b"{", "$", 1, "The file ends"),
        (b'{"a": [1', "$.a[0]", 1, "The file ends"),
        (b"{]", "$", 1, "Expected a key"),
        (b'{"a": [1}', "$.a[0]", 1, "comma or ]"),
        (b'{"a":\x0c1}', "$.a", 1, "Expected a value"),
    ],
)
def test_what_is_refused(data: bytes, path: str, line: int, words: str) -> None:
    problems = loads(data, "x.json").problems
    assert problems, "nothing was told"
    assert (problems[0].where, problems[0].path, problems[0].line) == ("x.json", path, line), problems
    assert words in problems[0].what
    assert all(problem.what.isprintable() and problem.path.isprintable() for problem in problems)


@pytest.mark.parametrize("opening", [b"[", b'{"a":', b'[{"a":'])
def test_any_nesting_ends_in_a_sentence(opening: bytes) -> None:
    for data in (opening * 100_000, b'{"a":' + opening * 100_000):
        value, problems = loads(data, "x.json")
        assert value is None
        assert len(problems) == 1
        assert "nested more than 64 deep" in problems[0].what


def test_the_limit_of_nesting_is_exact_and_counts_no_brackets_in_strings() -> None:
    assert loads(_deep(MAX_DEPTH), "x").problems == ()
    assert len(loads(_deep(MAX_DEPTH + 1), "x").problems) == 1
    many = json.dumps({"a": "[{" * 200, "b": [[], {}] * 100}).encode()
    assert loads(many, "x") == (json.loads(many), ())


def test_all_faults_are_told_and_the_value_is_still_given() -> None:
    value, problems = loads(b'{"a": 1.5,\n"b": NaN,\n"a": 2,\n"c": "\\udead"}', "x")
    assert [(problem.line, problem.path) for problem in problems] == [(1, "$.a"), (2, "$.b"), (3, "$.a"), (4, "$.c")]
    assert value is not None
    assert value["a"] == 2


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        ' \r\n\t{ "a" : [ ] } \n',
        '{"a": -0, "b": 9007199254740991, "c": -9007199254740991}',
        '{"": {"": 1}}',
        '{"a": "\\ud83d\\ude00 \\\\ud800 \\"[{\\" \\u0000"}',
        '{"a": [true, false, null, "ü\u2028"]}',
    ],
)
def test_what_is_read(text: str) -> None:
    assert loads(text.encode(), "x") == (json.loads(text), ())
    assert scan(text).faults == []


def test_positions_are_the_lines_of_keys_and_items() -> None:
    text = '{\n "a":\n 1,\n "b": [\n  {"c": 2},\n  3\n ]\n}'
    assert scan(text).lines == {
        (): 1,
        ("a",): 2,
        ("b",): 4,
        ("b", 0): 5,
        ("b", 0, "c"): 5,
        ("b", 1): 6,
    }


def test_paths_are_rfc_9535() -> None:
    assert json_path(("text", "sha256")) == "$.text.sha256"
    assert json_path(("keywords", 2)) == "$.keywords[2]"
    assert json_path(("x-desk",)) == "$['x-desk']"
    assert json_path(("it's", "\x1b\u202e")) == "$['it\\'s']['\\u001b\\u202e']"
    assert len(json_path(("k" * 100_000,))) < 100


@pytest.mark.parametrize(
    "piece", ['"', "\\", '"\\', "[", "1", "-", "9.", "1e", " ", "\n", '"a":', "{", ",", "tru", "\x00", "é"]
)
def test_reading_is_linear_on_hostile_text(piece: str) -> None:
    with in_time():
        assert loads(('{"a":' + piece * 160_000).encode(), "x").problems
