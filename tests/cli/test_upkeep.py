"""`seal`, `verify --seal`, `verify --sample`, `repair` and `merge` as a user runs them."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from terminals import on_a_terminal

if TYPE_CHECKING:
    from cli.conftest import Run

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas" / "output.v1.schema.json").read_text(encoding="utf-8"))


def value(text: str) -> dict[str, Any]:
    """A document, held against the published schema."""
    document: dict[str, Any] = json.loads(text)
    jsonschema.Draft202012Validator(SCHEMA).validate(document)
    return document


def ingest(run: Run, here: Path, content: str, captured: str, article: str = "story") -> None:
    (here / "text.txt").write_text(content, encoding="utf-8")
    done = run("ingest", "text.txt", "--article", article, "--captured", captured)
    assert done.code == 0, done.err


def test_a_seal_is_printed_by_its_path(run: Run, story: Path) -> None:
    first = run("seal")
    assert (first.code, first.out) == (0, f"{next((story / 'seals').glob('*.seal'))}\n")
    assert "sealed 3 records" in first.err
    again = run("seal")
    assert (again.code, again.out) == (0, first.out)
    assert "nothing new to seal" in again.err
    document = value(run("seal", "--json").out)
    assert (document["made"], document["added"], document["seal"]["size"]) == (False, 0, 3)


def test_another_origin_with_nothing_new_is_a_usage_error(run: Run, story: Path) -> None:
    assert run("seal", "--origin", "news.example/a").code == 0
    done = run("seal", "--origin", "news.example/b")
    assert (done.code, done.out) == (2, "")
    assert "nothing new since the seal of news.example/a" in done.err
    assert len(list((story / "seals").glob("*.seal"))) == 1


def test_an_archive_is_held_against_a_kept_seal(run: Run, here: Path, story: Path) -> None:
    kept = str(shutil.copy(run("seal", "--origin", "news.example/a").out.strip(), here / "kept.seal"))
    clean = run("verify", "--seal", kept)
    assert (clean.code, clean.out) == (0, "")
    assert "held against 1 seal (news.example/a, 3 records, " in clean.err
    ingest(run, here, "It was never open.\n", "2026-02-01T09:00:00Z")
    ingest(run, here, "It is gone.\n", "2999-02-01T09:00:00Z")
    since = run("verify", "--seal", kept)
    assert since.code == 0
    assert [line.split("\t")[0] for line in since.out.splitlines()] == ["backfilled", "since"]
    assert "2 records came in since, 1 of them with a time of capture before it." in since.err
    document = value(run("verify", "--seal", kept, "--json").out)
    assert [record["backfilled"] for record in document["seal"]["added"]] == [True, False]
    records = sorted((story / "articles").rglob("2026030*.json"))
    records[0].unlink()
    lost = run("verify", "--seal", kept)
    assert lost.code == 4
    gone = records[0].name.partition("-")[2]
    assert lost.out.startswith(f"articles/{records[0].parent.parent.name}/{records[0].parent.name}/")
    assert gone in lost.out.splitlines()[0]
    assert "This record is missing" in lost.out
    assert value(run("verify", "--json").out)["seal"] is None


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("--seal", "nowhere.seal"), 3, "nowhere.seal: there is no such file"),
        (("--seal", "latest"), 3, "holds no seal yet"),
        (("--seal", "text.txt"), 3, "text.txt is no seal"),
        (("--seal", ""), 2, "empty"),
        (("--seal", "latest", "--sample", "10%"), 2, "exclude each other"),
        (("--sample", "0%"), 2, "is no share"),
        (("--sample", "101%"), 2, "is no share"),
        (("--sample", "-5%"), 2, "is no share"),
        (("--sample", "ten"), 2, "is no share"),
        (("--seed", "x"), 2, "chooses what --sample reads"),
    ],
)
def test_what_cannot_be_asked_is_one_sentence(
    run: Run, story: Path, words: tuple[str, ...], code: int, says: str
) -> None:
    assert story.is_dir()
    done = run("verify", *words)
    assert (done.code, done.out) == (code, "")
    assert says in done.err
    assert "Traceback" not in done.err


def test_a_sample_is_the_same_for_a_seed_and_says_so(run: Run, here: Path, story: Path) -> None:
    for number in range(12):
        ingest(run, here, f"Text {number}.\n", f"2026-04-{number + 1:02}T09:00:00Z")
    first, again = run("verify", "--sample", "30%", "--seed", "a"), run("verify", "--sample", "30%", "--seed", "a")
    assert first == again
    assert first.err.startswith("archivist: sample of 30% with seed a: nothing bad found in the ")
    assert first.err.endswith(" bytes read, of 1 article, 15 revisions, 14 texts.\n")
    sizes = {value(run("verify", "--sample", "30%", "--seed", seed, "--json").out)["bytes"] for seed in "abcdef"}
    whole = value(run("verify", "--json").out)
    assert len(sizes) > 1
    assert all(0 < size < whole["bytes"] for size in sizes)
    assert value(run("verify", "--sample", "100%", "--json").out)["bytes"] == whole["bytes"]
    assert value(run("verify", "--sample", "100%", "--seed", "z", "--json").out)["sample"] == "100% with seed z"
    for path in (story / "articles").rglob("*.txt"):
        path.write_bytes(b"spoilt")
    found = value(run("verify", "--sample", "30%", "--seed", "a", "--json").out)["damage"]
    assert 0 < len(found) < 13
    assert run("verify", "--sample", "30%", "--seed", "a").err.startswith(
        "archivist: sample of 30% with seed a: damaged; "
    )
    assert run("verify").err.startswith("archivist: damaged: 1 article, 15 revisions, ")


def test_a_repair_is_a_plan_first(run: Run, here: Path, story: Path) -> None:
    shutil.copytree(story, here / "copy")
    assert run("repair", "--from", "copy").code == 0
    spoilt = next((story / "articles").rglob("*.txt"))
    spoilt.write_bytes(b"spoilt")
    plan = run("repair", "--from", "copy")
    assert (plan.code, plan.out.split("\t")[0]) == (4, "replace")
    assert "nothing was done" in plan.err
    assert spoilt.read_bytes() == b"spoilt"
    assert value(run("repair", "--from", "copy", "--json").out)["done"] is False
    done = run("repair", "--from", "copy", "--yes", "--json")
    assert done.code == 0
    assert [step["action"] for step in value(done.out)["steps"]] == ["replace"]
    assert done.err == "archivist: repaired 1 file; what was damaged is set aside in damaged/.\n"
    clean = run("verify")
    assert clean.code == 0
    assert clean.err.startswith("archivist: clean: 1 article, 3 revisions, 2 texts, ")
    assert "nothing to repair" in run("repair", "--from", "copy").err


def test_nothing_is_said_to_be_set_aside_where_a_file_was_only_missing(run: Run, here: Path, story: Path) -> None:
    shutil.copytree(story, here / "copy")
    next((story / "articles").rglob("*.txt")).unlink()
    assert run("repair", "--from", "copy", "--yes").err == "archivist: repaired 1 file.\n"
    assert not (story / "damaged").exists()


def test_what_the_copy_does_not_have_remains(run: Run, here: Path, story: Path) -> None:
    shutil.copytree(story, here / "copy")
    for folder in ("archive", "copy"):
        for path in (here / folder / "articles").rglob("*.txt"):
            path.write_bytes(b"spoilt")
    done = run("repair", "--from", "copy", "--yes")
    assert done.code == 4
    assert [line.split("\t")[0] for line in done.out.splitlines()] == ["remains", "remains"]
    assert value(run("repair", "--from", "copy", "--json").out)["remaining"] != []


def test_a_merge_and_the_same_again(run: Run, here: Path, story: Path) -> None:
    shutil.copytree(story, here / "other")
    ingest(run, here, "Open, says one.\n", "2026-03-05T09:00:00Z")
    os.environ["ARCHIVIST_ARCHIVE"] = str(here / "other")
    try:
        ingest(run, here, "Open, says the other.\n", "2026-03-06T09:00:00Z")
        ingest(run, here, "Elsewhere.\n", "2026-03-06T09:00:00Z", "elsewhere")
    finally:
        del os.environ["ARCHIVIST_ARCHIVE"]
    done = run("merge", "other")
    assert done.code == 0
    assert done.out.splitlines() == ["merged\telsewhere\t1 record", "merged\tstory\t1 record\tfork"]
    assert "fork: 2 heads" in run("log", "story").out
    again = run("merge", "other")
    assert (again.code, again.out) == (0, "")
    assert "nothing to merge" in again.err
    assert value(run("merge", "other", "--json").out)["records"] == 0


@pytest.mark.parametrize("how", ["option", "environment", "operand", "both the same", "operand over environment"])
def test_an_archive_is_made_where_it_is_named(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    if "environment" in how:
        monkeypatch.setenv("ARCHIVIST_ARCHIVE", "zz" if how == "environment" else "elsewhere")
    option = ["--archive", str(here / "zz")] if how in {"option", "both the same"} else []
    operand = ["zz"] if "operand" in how or "both" in how else []
    done = run(*option, "init", *operand)
    assert (done.code, done.err) == (0, "")
    assert [path.name for path in here.iterdir()] == ["zz"]
    assert (here / "zz" / "archive.json").is_file()


def test_two_places_for_a_new_archive_are_a_usage_error(run: Run, here: Path) -> None:
    done = run("--archive", "zz", "init", "yy")
    assert (done.code, done.out) == (2, "")
    assert "--archive zz" in done.err
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("words", [("merge", "nowhere"), ("repair", "--from", "nowhere"), ("merge", "archive")])
def test_another_archive_that_is_none(run: Run, story: Path, words: tuple[str, ...]) -> None:
    assert story.is_dir()
    done = run(*words)
    assert done.code in {2, 3}
    assert done.out == ""
    assert "Traceback" not in done.err


def test_progress_is_for_a_terminal_only(here: Path, story: Path, run: Run) -> None:
    for number in range(3):
        ingest(run, here, "Words.\n", "2026-04-01T09:00:00Z", f"a{number}")
    assert "verifying" not in run("verify").err
    shown = on_a_terminal(story.parent, "verify")
    assert "verifying article 4 of 4" in shown
    assert "clean: 4 articles" in shown
