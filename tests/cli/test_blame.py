from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

if TYPE_CHECKING:
    from cli.conftest import Run

SCHEMA = Path(__file__).resolve().parents[2] / "schemas" / "output.v1.schema.json"


def rows(out: str) -> list[tuple[str, str]]:
    """The number and the words of each line below the head."""
    return [(line.split("  ")[0], line.split("  ")[-1]) for line in out.splitlines()[1:]]


def test_a_reverted_text_belongs_to_its_first_revision(run: Run, story: Path) -> None:
    assert story.is_dir()
    done = run("blame", "story")
    assert (done.code, rows(done.out)) == (0, [("1", "The pier is closed.")])


def test_a_selector_picks_the_revision(run: Run, story: Path) -> None:
    assert story.is_dir()
    assert rows(run("blame", "story@2").out) == [("2", "The pier is open.")]


def test_words_are_told_with_their_own_revision(run: Run, story: Path) -> None:
    assert story.is_dir()
    found = rows(run("blame", "story@2", "--words").out)
    assert found == [("1", "The pier is"), ("2", "open"), ("1", ".")]


@pytest.mark.parametrize("words", [(), ("--words",)])
def test_json_keeps_to_its_schema(run: Run, story: Path, words: tuple[str, ...]) -> None:
    assert story.is_dir()
    done = run("blame", "story@2", "--json", *words)
    document = json.loads(done.out)
    assert [
        error.message for error in Draft202012Validator(json.loads(SCHEMA.read_bytes())).iter_errors(document)
    ] == []
    (sentence,) = document["sentences"]
    assert (sentence["origin"], "words" in sentence) == (2, bool(words))


@pytest.mark.parametrize(("operand", "code"), [("stroy", 3), ("story@9", 3), ("story@", 2)])
def test_what_is_not_there_is_said(run: Run, story: Path, operand: str, code: int) -> None:
    assert story.is_dir()
    done = run("blame", operand)
    assert (done.code, done.out) == (code, "")
    assert len(done.err) > 30


def test_a_lost_text_is_damage(run: Run, story: Path) -> None:
    next(path for path in (story / "articles").rglob("*.txt") if b"open" in path.read_bytes()).unlink()
    assert run("blame", "story").code == 4
