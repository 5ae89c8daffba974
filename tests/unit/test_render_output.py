from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema
import pytest
from reports import OLD, find, statement

from archivist.model.claim import Furniture, FurnitureKind
from archivist.model.problem import Problem
from archivist.model.revision import Article, Damage, History, Revision, Verification
from archivist.render.columns import columns
from archivist.render.output_json import (
    articles_json,
    claims_json,
    history_json,
    ingest_json,
    init_json,
    problems_json,
    revision_json,
    verification_json,
)
from archivist.render.tables import articles_table, damage_lines, history_table

SCHEMAS = Path(__file__).parents[2] / "schemas"
ONE, TWO, THREE = ("1" * 64, "2" * 64, "3" * 64)


class Put(NamedTuple):
    revision: Revision
    added: bool


def revision(digest: str, text: str, captured: str, *parents: str, headline: str = "") -> Revision:
    metadata = {"headline": headline} if headline else {}
    return Revision(digest, "harbor-bridge", captured, text * 64, 1200, parents, "archivist 0.1.0", metadata)


def history(heads: tuple[str, ...] = (THREE,)) -> History:
    revisions = (
        revision(ONE, "a", "2026-03-02T09:00:00Z", headline="Bridge to close"),
        revision(TWO, "b", "2026-03-02T10:00:00Z", ONE, headline="Bridge \x1b[31mto stay open"),
        revision(THREE, "a", "2026-03-02T11:00:00Z", TWO, headline="Bridge to close"),
    )
    return History(Article("harbor-bridge", "articles/9c/harbor-bridge-9c6e1f0a"), revisions, {THREE: ONE}, heads)


@cache
def schema(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((SCHEMAS / f"{name}.v1.schema.json").read_text(encoding="utf-8"))
    return loaded


def value(text: str) -> dict[str, Any]:
    """A document, held against the schema of its command."""
    document: dict[str, Any] = json.loads(text)
    whole = jsonschema.Draft202012Validator(schema("output"))
    one = whole.evolve(schema=schema("output") | {"oneOf": [{"$ref": f"#/$defs/{document['output']}"}]})
    assert [f"{error.json_path}: {error.message}" for error in one.iter_errors(document)] == []
    assert whole.is_valid(document)
    return document


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema("output"))


@pytest.mark.parametrize("name", ["claim", "source", "place", "figure", "date", "name", "hedge", "furniture"])
def test_what_both_schemas_define_is_the_same(name: str) -> None:
    assert schema("output")["$defs"][name] == schema("report")["$defs"][name]


def test_init() -> None:
    assert value(init_json("archive", created=True))["created"] is True


def test_ingest_tells_what_became_of_every_file() -> None:
    first = revision(ONE, "a", "2026-03-02T09:00:00Z")

    document = value(ingest_json([("x.txt", Put(first, added=True)), ("y.txt", Put(first, added=False))]))

    assert (document["added"], document["unchanged"]) == (1, 1)
    assert [(item["source"], item["added"]) for item in document["results"]] == [("x.txt", True), ("y.txt", False)]
    assert document["results"][0]["revision"] == ONE


def test_list_names_the_latest_revision() -> None:
    empty = History(Article("empty", "articles/00/empty-00000000"), (), {}, ())

    articles = value(articles_json([history(), empty]))["articles"]

    assert articles[0]["latest"]["revision"] == THREE
    assert articles[1] == {
        "article": "empty",
        "folder": "articles/00/empty-00000000",
        "revisions": 0,
        "heads": 0,
        "latest": None,
    }


def test_log_numbers_revisions_and_tells_reverts_and_heads() -> None:
    document = value(history_json(history((TWO, THREE))))

    assert document["forked"] is True
    assert [item["number"] for item in document["revisions"]] == [1, 2, 3]
    assert [item["revertOf"] for item in document["revisions"]] == [None, None, ONE]
    assert [item["head"] for item in document["revisions"]] == [False, True, True]


def test_show_has_the_words() -> None:
    document = value(revision_json(revision(ONE, "a", "2026-03-02T09:00:00Z"), "Words.\n"))

    assert (document["article"], document["content"]) == ("harbor-bridge", "Words.\n")


def test_claims() -> None:
    text = "HARBOUR — The bridge will close, officials said.\n"
    claim = statement(text, "The bridge will close, officials said.", "officials", "said")
    furniture = [Furniture(find(text, "HARBOUR"), FurnitureKind.DATELINE)]

    document = value(claims_json([claim], text, OLD, furniture))

    assert document["claims"][0]["source"]["text"] == "officials"
    assert document["source"]["furniture"][0]["kind"] == "dateline"


def test_validate_shows_every_problem() -> None:
    problems = [Problem("x.json", "$.text", 3, "is missing"), Problem("y.json", "", None, "is no JSON")]

    document = value(problems_json(problems, checked=5))

    assert (document["valid"], document["checked"]) == (False, 5)
    assert document["problems"][0] == {"where": "x.json", "path": "$.text", "line": 3, "what": "is missing"}
    assert value(problems_json([], checked=1))["valid"] is True


def test_verify_names_damage() -> None:
    found = Verification(1, 3, 2, 4096, (Damage("articles/x.txt", "has another digest", (ONE, TWO)),))

    document = value(verification_json(found))

    assert (document["sound"], document["bytes"]) == (False, 4096)
    assert document["damage"][0]["revisions"] == [ONE, TWO]
    assert damage_lines(found) == "articles/x.txt: has another digest (revisions 111111111111, 222222222222)\n"
    assert value(verification_json(Verification(0, 0, 0, 0, ())))["sound"] is True


def test_a_document_of_another_command_is_refused() -> None:
    document = json.loads(init_json("archive", created=True)) | {"output": "verify"}

    assert not jsonschema.Draft202012Validator(schema("output")).is_valid(document)


def test_the_history_stands_in_a_table() -> None:
    assert history_table(history((TWO, THREE)), width=None, changed=(None, 0.0025, 0.25)) == (
        "harbor-bridge\n"
        "#  captured              revision      bytes  change  note                headline\n"
        "1  2026-03-02T09:00:00Z  111111111111  1,200                              Bridge to close\n"
        "2  2026-03-02T10:00:00Z  222222222222  1,200  ▎       head                Bridge \\x1b[31mto stay open\n"
        "3  2026-03-02T11:00:00Z  333333333333  1,200  ███     reverts to 1, head  Bridge to close\n"
        "fork: 2 heads (222222222222, 333333333333)\n"
    )


@pytest.mark.parametrize(
    ("width", "heads"),
    [
        (120, ["#", "captured", "revision", "bytes", "change", "note", "headline"]),
        (80, ["#", "captured", "revision", "change", "note", "headline"]),
        (60, ["#", "captured", "note", "headline"]),
        (40, ["#", "captured", "note"]),
    ],
)
def test_a_narrow_page_drops_what_matters_least(width: int, heads: list[str]) -> None:
    table = history_table(history((TWO, THREE)), width=width, changed=(None, 0.5, 0.5)).splitlines()

    assert table[1].split() == heads
    assert max(map(columns, table)) <= width


@pytest.mark.parametrize("width", [34, 60, 80, 120])
def test_wide_characters_do_not_push_a_table_over_its_width(width: int) -> None:
    headline = "港の橋が閉鎖される見通し" * 8
    found = History(
        Article("harbor-bridge" * 6, "f"), (revision(ONE, "a", "2026-03-02T09:00:00Z", headline=headline),), {}, (ONE,)
    )

    for table in (history_table(found, width=width), articles_table([found, history()], width=width)):
        assert max(map(columns, table.splitlines())) <= width


def test_a_column_with_nothing_in_it_is_left_out() -> None:
    one = History(Article("a", "f"), (revision(ONE, "a", "2026-03-02T09:00:00Z"),), {}, (ONE,))

    assert history_table(one, width=80) == (
        "a\n#  captured              revision      bytes\n1  2026-03-02T09:00:00Z  111111111111  1,200\n"
    )


def test_the_articles_stand_in_a_table_with_their_activity() -> None:
    late = History(Article("b", "f"), (revision(ONE, "a", "2026-03-02T21:00:00Z"),), {}, (ONE,))

    assert articles_table([history(), late], width=None) == (
        "article        revisions  last captured         activity      headline\n"
        "harbor-bridge          3  2026-03-02T11:00:00Z  ███·········  Bridge to close\n"
        "b                      1  2026-03-02T21:00:00Z  ···········█\n"
    )
    assert articles_table([], width=80) == ""


def test_activity_has_one_scale_for_all_rows() -> None:
    times = [f"2026-03-02T09:{minute:02}:00Z" for minute in range(8)]
    busy = History(Article("a", "f"), tuple(revision(ONE, "a", time) for time in times), {}, (ONE,))
    calm = History(Article("b", "f"), (revision(ONE, "a", "2026-03-02T21:00:00Z"),), {}, (ONE,))
    rows = articles_table([busy, calm], width=None).splitlines()[1:]

    assert [row.split()[3] for row in rows] == ["█···········", "···········▁"]
