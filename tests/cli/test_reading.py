from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

if TYPE_CHECKING:
    from cli.conftest import Run

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"


def test_log_names_the_revert(run: Run, story: Path) -> None:
    assert story.is_dir()
    lines = run("log", "story").out.splitlines()
    assert [("revert" in line) for line in lines if "2026-03-0" in line] == [False, False, True]


@pytest.mark.parametrize(
    ("selector", "text"),
    [
        ("1", "The pier is closed.\n"),
        ("2", "The pier is open.\n"),
        ("-2", "The pier is open.\n"),
        ("latest", "The pier is closed.\n"),
        ("2026-03-02", "The pier is open.\n"),
        ("2026-03-02T08:59:59Z", "The pier is closed.\n"),
        ("2026-03-02T10:00:00+01:00", "The pier is open.\n"),
    ],
)
def test_show_selects(run: Run, story: Path, selector: str, text: str) -> None:
    assert story.is_dir()
    assert run("show", f"story@{selector}").out == text


def test_show_selects_by_digest_and_prints_the_record_as_it_lies(run: Run, story: Path) -> None:
    from hashlib import sha256

    for path in (story / "articles").rglob("*.json"):
        digest = sha256(path.read_bytes()).hexdigest()
        assert run("show", f"story@{digest[:12]}", "--record").out == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "selector", ["0", "4", "-4", "2026-02-01", "2026-13-01", "ffffffff", "yesterday", "2026-03-02T09:00:00"]
)
def test_an_impossible_selector_says_what_there_is(run: Run, story: Path, selector: str) -> None:
    assert story.is_dir()
    done = run("show", f"story@{selector}")
    assert done.code in {2, 3}
    assert done.out == ""
    assert len(done.err) > 30
    assert "Traceback" not in done.err


def test_an_unknown_article_names_the_nearest(run: Run, story: Path) -> None:
    assert story.is_dir()
    done = run("log", "stroy")
    assert done.code == 3
    assert "story" in done.err


def _problems(document: str, name: str) -> list[str]:
    schema = json.loads((SCHEMAS / f"{name}.v1.schema.json").read_bytes())
    return [error.message for error in Draft202012Validator(schema).iter_errors(json.loads(document))]


@pytest.mark.parametrize(
    "words",
    [("list",), ("log", "story"), ("show", "story"), ("verify",), ("claims", "story"), ("diff", "story"), ("init",)],
)
def test_every_command_speaks_json_that_its_schema_admits(run: Run, story: Path, words: tuple[str, ...]) -> None:
    assert story.is_dir()
    done = run(*words, "--json")
    assert done.code == 0, done.err
    assert _problems(done.out, "report" if words[0] == "diff" else "output") == []


def test_ingest_and_validate_speak_json_too(run: Run, story: Path) -> None:
    record = str(next((story / "articles").rglob("*.json")))
    for done in (run("ingest", "text.txt", "--article", "new", "--json"), run("validate", record, "--json")):
        assert done.code == 0, done.err
        assert _problems(done.out, "output") == []
