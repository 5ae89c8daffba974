from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from cli.conftest import Run

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def _files(archive: Path) -> dict[str, bytes]:
    return {str(path.relative_to(archive)): path.read_bytes() for path in archive.rglob("*") if path.is_file()}


def _records(archive: Path) -> list[dict[str, object]]:
    return [json.loads(path.read_bytes()) for path in sorted((archive / "articles").rglob("*.json"))]


def test_a_text_is_stored_byte_for_byte(run: Run, here: Path) -> None:
    exact = "\ufeffNo line end, a CR\r\nand a combining e\u0301".encode()
    (here / "a.txt").write_bytes(exact)
    run("init")
    assert run("ingest", "a.txt").code == 0
    (text,) = (here / "archive" / "articles").rglob("*.txt")
    assert text.read_bytes() == exact


def test_the_same_text_and_metadata_again_writes_nothing(run: Run, story: Path, here: Path) -> None:
    before = _files(story)
    done = run("ingest", "text.txt", "--article", "story", "--captured", "2026-04-01T00:00:00Z")
    assert (done.code, done.out.split("\t")[0]) == (0, "unchanged")
    assert _files(story) == before
    assert (here / "text.txt").exists()


def test_the_same_text_with_other_metadata_is_a_revision(run: Run, story: Path) -> None:
    done = run(
        "ingest", "text.txt", "--article", "story", "--captured", "2026-04-01T00:00:00Z", "--set", "headline=Pier"
    )
    assert done.out.startswith("archived")
    assert len(_records(story)) == 4
    assert len(list((story / "articles").rglob("*.txt"))) == 2


def test_an_older_capture_can_be_added_later(run: Run, story: Path, here: Path) -> None:
    (here / "older.txt").write_text("The pier may close.\n", encoding="utf-8")
    assert run("ingest", "older.txt", "--article", "story", "--captured", "2026-02-01T00:00:00+01:00").code == 0
    assert run("show", "story@1").out == "The pier may close.\n"
    assert run("verify").code == 0
    assert len(_records(story)) == 4


def test_a_sidecar_is_found_and_set_and_meta_override_it(run: Run, here: Path) -> None:
    (here / "a.txt").write_text("Words.\n", encoding="utf-8")
    (here / "a.json").write_text('{"article": "from/sidecar", "headline": "H", "byline": "B"}', encoding="utf-8")
    (here / "other.json").write_text('{"headline": "Meta"}', encoding="utf-8")
    run("init")
    assert run("ingest", "a.txt", "--set", "headline=Set", "--set", "keywords=x", "--set", "keywords=y").code == 0
    assert run("ingest", "a.txt", "--meta", "other.json", "--article", "meta").code == 0
    by_article = {record["article"]: record for record in _records(here / "archive")}
    assert by_article["from/sidecar"]["headline"] == "Set"
    assert by_article["from/sidecar"]["byline"] == "B"
    assert by_article["from/sidecar"]["keywords"] == ["x", "y"]
    assert by_article["meta"]["headline"] == "Meta"
    assert "byline" not in by_article["meta"]


@pytest.mark.parametrize("kind", ["folder", "link to nowhere"])
def test_a_sidecar_that_cannot_be_read_is_told_and_its_text_not_archived_without_it(
    run: Run, here: Path, kind: str
) -> None:
    (here / "a.txt").write_text("Words.\n", encoding="utf-8")
    (here / "b.txt").write_text("Other words.\n", encoding="utf-8")
    _put_what_cannot_be_read(here / "a.json", kind)
    run("init")
    result = run("ingest", "a.txt", "b.txt")
    assert result.code == 3
    assert "a.json: " in result.err
    assert [record["article"] for record in _records(here / "archive")] == ["b"]


@pytest.mark.parametrize("kind", ["folder", "link to nowhere"])
def test_a_sidecar_that_cannot_be_read_is_told_and_left_aside_by_a_comparison(run: Run, here: Path, kind: str) -> None:
    (here / "a.txt").write_text("Six goats died.\n", encoding="utf-8")
    (here / "b.txt").write_text("Nine goats died.\n", encoding="utf-8")
    _put_what_cannot_be_read(here / "a.json", kind)
    result = run("diff", "a.txt", "b.txt")
    assert result.code == 0
    assert "The metadata in a.json is left aside." in result.err
    assert "figure" in result.out


def _put_what_cannot_be_read(path: Path, kind: str) -> None:
    if kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("nowhere")


def test_folders_patterns_and_stdin(run: Run, here: Path) -> None:
    run("init")
    assert run("ingest", str(EXAMPLES)).out.count("archived") == 7
    for name in ("p1.txt", "p2.txt"):
        (here / name).write_text(name, encoding="utf-8")
    assert run("ingest", "p*.txt", "--article", "p").out.count("archived") == 2
    assert run("ingest", "-", "--article", "in", stdin=b"From stdin.\n").code == 0
    assert run("show", "in").out == "From stdin.\n"


def test_revisions_of_one_second_stay_in_the_order_given(run: Run, here: Path) -> None:
    run("init")
    for number in range(1, 12):
        (here / f"rev{number}.txt").write_text(f"Text {number}.\n", encoding="utf-8")
    assert run("ingest", "rev*.txt", "--article", "a", "--captured", "2026-01-01T00:00:00Z").code == 0
    assert [run("show", f"a@{number}").out for number in (1, 2, 10, 11)] == [
        f"Text {number}.\n" for number in (1, 2, 10, 11)
    ]


def test_another_encoding_is_kept_as_received_and_recorded(run: Run, here: Path) -> None:
    text = "Der Bürgermeister sagte: „Wir prüfen die Brücke für die Züge über den Fluß.“\n" * 5
    (here / "a.txt").write_bytes(text.encode("cp1252"))
    run("init")
    assert run("ingest", "a.txt", "--encoding", "windows-1252").code == 0
    (record,) = _records(here / "archive")
    received = record["received"]
    assert isinstance(received, dict)
    assert (received["encoding"], received["certain"]) == ("cp1252", True)
    assert run("show", "a").out == text
    (kept,) = (here / "archive" / "articles").rglob("*.bin")
    assert kept.read_bytes() == text.encode("cp1252")
    assert run("verify").code == 0


def test_the_archive_is_found_upwards_by_option_and_by_environment(
    run: Run, story: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("--archive", str(story), "list").code == 0
    assert run("list", "--archive", str(here)).code == 0
    deep = here / "x" / "y"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    assert "story" in run("list").out
    monkeypatch.chdir(here.parent)
    assert run("list").code == 3
    monkeypatch.setenv("ARCHIVIST_ARCHIVE", str(story))
    assert "story" in run("list").out


def test_one_refused_file_does_not_stop_the_rest(run: Run, here: Path) -> None:
    run("init")
    (here / "a.txt").write_text("Good.\n", encoding="utf-8")
    (here / "b.txt").write_bytes(b"")
    (here / "c.txt").write_text("Good too.\n", encoding="utf-8")
    done = run("ingest", "a.txt", "b.txt", "c.txt")
    assert done.code == 3
    assert done.out.count("archived") == 2
    assert "b.txt: this file is empty" in done.err


def test_json_names_what_was_refused_and_why(run: Run, here: Path) -> None:
    run("init")
    (here / "a.txt").write_text("Good.\n", encoding="utf-8")
    (here / "b.txt").write_bytes(b"")
    (here / "c.txt").write_text("Its metadata does not hold.\n", encoding="utf-8")
    (here / "c.json").write_text('{"headline": 7}', encoding="utf-8")
    done = run("ingest", "a.txt", "b.txt", "c.txt", "--json")
    told = json.loads(done.out)
    assert done.code == 3
    assert [result["source"] for result in told["results"]] == ["a.txt"]
    assert [(each["source"], each["exitCode"]) for each in told["refused"]] == [("b.txt", 3), ("c.txt", 1)]
    assert "empty" in told["refused"][0]["why"]
    assert "headline" in told["refused"][1]["why"]
    assert json.loads(run("ingest", "a.txt", "--json").out)["refused"] == []
    nothing = run("ingest", "a.txt", "absent.txt", "--json")
    assert (nothing.code, nothing.out) == (3, "")
    assert "absent.txt" in nothing.err


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("<!doctype html>\n<title>Pier</title>", "HTML"),
        ("\ufeff \n<DIV class='story'>The pier.</DIV>", "HTML"),
        ("<?xml version='1.0'?><story/>", "XML"),
        ('{"headline": "Pier", "body": "It closed."}\n', "JSON"),
        ('[{"body": "It closed."}]', "JSON"),
        ("[Updated at noon] The pier is closed.\n", ""),
        ("{The pier} is closed.\n", ""),
        ("<3 the pier, they said. <p>It closed.</p>\n", ""),
        ("[" * 100_000, ""),
    ],
)
def test_markup_and_data_are_kept_and_said(run: Run, here: Path, content: str, kind: str) -> None:
    run("init")
    (here / "story.txt").write_text(content, encoding="utf-8", newline="")
    done = run("ingest", "story.txt")
    assert (done.code, done.out.split("\t")[0]) == (0, "archived")
    assert done.err == (
        kind and f"archivist: story.txt: kept as it is, and it looks like {kind}, not like the words of an article.\n"
    )
    (text,) = (here / "archive" / "articles").rglob("*.txt")
    assert text.read_bytes() == content.encode()


def test_a_repeated_run_over_a_folder_with_times_changes_nothing(run: Run, here: Path) -> None:
    run("init")
    run("ingest", str(EXAMPLES))
    before = _files(here / "archive")
    assert run("ingest", str(EXAMPLES)).out.count("unchanged") == 7
    assert _files(here / "archive") == before


def test_a_text_that_falls_behind_a_record_of_the_future_is_told(run: Run, story: Path, here: Path) -> None:
    (here / "text.txt").write_text("The pier will be gone.\n", encoding="utf-8")
    assert run("ingest", "text.txt", "--article", "story", "--captured", "2999-01-01T00:00:00Z").err == ""
    (here / "text.txt").write_text("The pier is gone.\n", encoding="utf-8")
    done = run("ingest", "text.txt", "--article", "story")
    assert (done.code, done.out.split("\t")[0]) == (0, "archived")
    assert "stands before a revision of story that says it was captured at 2999-01-01T00:00:00Z" in done.err
    (here / "text.txt").write_text("The pier was gone.\n", encoding="utf-8")
    assert run("ingest", "text.txt", "--article", "story", "--captured", "2026-03-02T10:00:00Z").err == ""
    assert story.is_dir()


def test_control_characters_are_said(run: Run, here: Path) -> None:
    run("init")
    (here / "a.txt").write_bytes("The bridge is closed.\n".encode("utf-16-le"))
    done = run("ingest", "a.txt")
    assert done.code == 0
    assert "a.txt: kept as UTF-8, and it holds control characters (22)" in done.err
    again = run("ingest", "a.txt", "--encoding", "utf-16-le", "--article", "b")
    assert (again.code, again.err) == (0, "")
    assert run("show", "b").out == "The bridge is closed.\n"


@pytest.mark.parametrize("durability", ["each", "batch", "none"])
def test_every_durability_archives_the_same(run: Run, here: Path, durability: str) -> None:
    run("init")
    (here / "texts").mkdir()
    for number in range(90):
        (here / "texts" / f"{number}.txt").write_text(f"Text {number % 85}.\n", encoding="utf-8")
    (here / "texts" / "77.txt").write_bytes(b"")
    when = "2026-03-02T09:00:00Z"
    done = run("ingest", "texts", "--article", "a", "--captured", when, "--durability", durability)
    assert done.code == 3
    assert "77.txt: this file is empty" in done.err
    lines = [line.split("\t") for line in done.out.splitlines()]
    assert [line[0] for line in lines] == ["archived"] * 84 + ["unchanged"] * 5
    assert [line[4] for line in lines] == [f"texts/{number}.txt" for number in range(90) if number != 77]
    assert run("verify").code == 0
    assert len(json.loads(run("log", "a", "--json").out)["revisions"]) == 84
    assert json.loads(run("log", "a", "--json").out)["forked"] is False


def test_a_batch_that_fails_is_not_reported(
    run: Run, story: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _files(story)
    (here / "new.txt").write_text("New.\n", encoding="utf-8")

    def refuse(_: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refuse)
        done = run("ingest", "new.txt", "text.txt", "--article", "story", "--durability", "batch")
    assert (done.code, done.out) == (3, "")
    assert "Input/output error" in done.err
    assert "Not archived, and to be given again: new.txt, text.txt." in done.err
    assert _files(story) == before
    assert run("ingest", "new.txt", "--article", "story", "--durability", "batch").out.startswith("archived")
