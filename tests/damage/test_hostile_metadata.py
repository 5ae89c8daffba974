"""Metadata that breaks careless readers: refused with file, line and path; nothing is archived, nothing is fetched."""

from __future__ import annotations

import json
import socket
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Run

DEEP = 100_000
WRONG: dict[str, tuple[bytes, str]] = {
    "lists nested without end": (b'{"x-a": ' + b"[" * DEEP + b"]" * DEEP + b"}", "64"),
    "objects nested without end": (b'{"x-a": ' + b'{"a":' * DEEP + b"1" + b"}" * DEEP + b"}", "64"),
    "nested and never closed": (b"[" * DEEP, ""),
    "a number beyond all": (b'{"x-a": 1e999}', "$['x-a']"),
    "not a number": (b'{"x-a": NaN}', "$['x-a']"),
    "without bounds": (b'{"x-a": -Infinity}', "$['x-a']"),
    "a fraction": (b'{"x-a": 0.1}', "$['x-a']"),
    "a number of 100,000 digits": (b'{"x-a": ' + b"9" * DEEP + b"}", "$['x-a']"),
    "a number with an exponent of 100,000 digits": (b'{"x-a": 1e' + b"9" * DEEP + b"}", "$['x-a']"),
    "a key twice": (b'{\n"headline": "A",\n"headline": "B"}', ":3: $.headline"),
    "a key twice, once in escapes": (b'{"headline": "A", "head\\u006cine": "B"}', "$.headline"),
    "a key twice, deep": (b'{"x-a": [{"b": 1, "b": 1}]}', "$['x-a'][0].b"),
    "half of a surrogate pair": (b'{"headline": "\\ud83d"}', "$.headline"),
    "halves of a surrogate pair, swapped": (b'{"headline": "\\udca9\\ud83d"}', "$.headline"),
    "an unknown field": (b'{"wrong": 1}', "$.wrong"),
    "__proto__": (b'{"__proto__": {"headline": "A"}}', "__proto__"),
    "100,000 unknown fields": (b"{" + b",".join(b'"k%d":1' % n for n in range(DEEP // 20)) + b"}", "$.k0"),
    "a key of 100,000 letters": (b'{"' + b"k" * DEEP + b'": 1}', "kkk"),
    "a headline of 1,000,000 letters": (b'{"headline": "' + b"k" * 1_000_000 + b'"}', "$.headline"),
    "a headline of white space": (b'{"headline": " \\u00a0\\t"}', "$.headline"),
    "a headline with an escape sequence": (b'{"headline": "A\\u001b[2J"}', "$.headline"),
    "a headline with a line end": (b'{"headline": "A\\n"}', "$.headline"),
    "a script for an address": (b'{"url": "javascript:alert(1)"}', "$.url"),
    "an address with a password's place": (b'{"url": "http://a b"}', "$.url"),
    "a day that does not exist": (b'{"datePublished": "2026-02-30T09:00:00Z"}', "$.datePublished"),
    "a time without a zone": (b'{"datePublished": "2026-02-20T09:00:00"}', "$.datePublished"),
    "the archive's own fields": (b'{"parents": [], "tool": "x"}', "$.parents"),
    "an article that leads out": (b'{"article": "../../etc/passwd"}', "$.article"),
    "an article as a list": (b'{"article": ["a"]}', "$.article"),
    "a byte order mark": (b'\xef\xbb\xbf{"headline": "A"}', "byte order mark"),
    "UTF-16": ('{"headline": "A"}'.encode("utf-16"), "UTF-8"),
    "no UTF-8": (b'{"headline": "\xff"}', "UTF-8"),
    "nothing": (b"", ""),
    "a list": (b"[]", "JSON object"),
    "null": (b"null", "JSON object"),
    "a comment": (b'{"headline": "A" /* x */}', ""),
    "a comma too many": (b'{"headline": "A",}', ""),
    "two values": (b'{"headline": "A"} {}', ""),
    "a NUL": (b'{"headline": "A"}\0', ""),
    "a raw control character": (b'{"headline": "A\x1b"}', ""),
    "single quotes": (b"{'headline': 'A'}", ""),
}


@pytest.fixture
def draft(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A text beside which metadata can be laid, and an archive; nothing may reach for the network."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("something reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    (here / "story.txt").write_bytes(b"The bridge is closed.\n")
    assert run("init").code == 0
    return here / "story.json"


@pytest.mark.parametrize("name", WRONG)
def test_it_is_refused_with_the_place(run: Run, draft: Path, name: str) -> None:
    data, reason = WRONG[name]
    draft.write_bytes(data)
    done = run("ingest", "story.txt")
    assert (done.code, done.out) == (1, ""), done.err
    assert "story.json:" in done.err
    assert reason in done.err
    assert "bug in archivist" not in done.err
    assert all(len(line) < 1000 for line in done.err.splitlines())
    assert list((draft.parent / "archive" / "articles").iterdir()) == []
    checked = run("validate", "story.json")
    assert checked.code == 1
    assert reason in checked.out + checked.err


def test_a_reference_is_data_and_is_not_followed(run: Run, draft: Path) -> None:
    value = {"x-a": {"$ref": "https://news.example/schema.json", "$id": "file:///etc/passwd"}}
    draft.write_text(json.dumps(value), encoding="utf-8")
    assert run("ingest", "story.txt").code == 0
    assert json.loads(run("show", "story", "--json").out)["metadata"] == value


@pytest.mark.parametrize(
    "schema",
    [
        '{"$ref": "https://news.example/schema.json"}',
        '{"properties": {"headline": {"$ref": "http://127.0.0.1:9/x"}}}',
        '{"$ref": "file:///etc/passwd"}',
        '{"$ref": "../../../etc/passwd"}',
        '{"$schema": "https://news.example/dialect"}',
        '{"$dynamicRef": "https://news.example/#x"}',
    ],
)
def test_an_archives_own_schema_fetches_nothing(run: Run, draft: Path, schema: str) -> None:
    archive = draft.parent / "archive"
    (archive / "schemas").mkdir()
    (archive / "schemas" / "house.json").write_text(schema, encoding="utf-8")
    description = json.loads((archive / "archive.json").read_bytes()) | {"revisionSchema": "schemas/house.json"}
    (archive / "archive.json").write_text(json.dumps(description), encoding="utf-8")
    done = run("ingest", "story.txt")
    assert (done.code, done.out) == (1, "")
    assert "house.json" in done.err
    assert list((archive / "articles").iterdir()) == []
    assert run("verify").code == 4
