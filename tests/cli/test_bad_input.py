"""Bad input ends as a sentence and a documented exit code; nothing is lost or half written."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cli.conftest import Result, Run


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def _refused(done: Result, code: int, *words: str) -> None:
    assert done.code == code, done
    assert done.out == ""
    assert done.err.startswith("archivist: ")
    assert "Traceback" not in done.err
    for word in words:
        assert word in done.err


def test_a_missing_file(run: Run, story: Path) -> None:
    assert story.is_dir()
    _refused(run("ingest", "nowhere.txt"), 3, "nowhere.txt", "no such file")
    _refused(run("diff", "nowhere.txt", "text.txt"), 3, "nowhere.txt")
    _refused(run("validate", "nowhere.json"), 3, "nowhere.json")


def test_a_folder_without_texts(run: Run, story: Path, here: Path) -> None:
    assert story.is_dir()
    (here / "empty").mkdir()
    _refused(run("ingest", "empty"), 3, "empty", "holds no .txt files")


def test_an_empty_file(run: Run, story: Path, here: Path) -> None:
    before = _files(story)
    (here / "empty.txt").write_bytes(b"")
    _refused(run("ingest", "empty.txt"), 3, "empty.txt", "empty")
    assert _files(story) == before


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)),
        bytes(500) + b"\xff\xfe\x80",
    ],
    ids=["png", "pdf", "nul"],
)
def test_a_binary_file(run: Run, story: Path, here: Path, content: bytes) -> None:
    before = _files(story)
    (here / "picture.txt").write_bytes(content)
    _refused(run("ingest", "picture.txt"), 3, "picture.txt")
    assert _files(story) == before


def test_fifty_megabytes_are_kept(run: Run, story: Path, here: Path) -> None:
    assert story.is_dir()
    line = "The harbour authority said the channel would stay closed for another day.\n"
    (here / "long.txt").write_text(line * (50_000_000 // len(line)), encoding="utf-8")
    assert run("ingest", "long.txt", "--article", "long").code == 0
    assert run("verify").code == 0


@pytest.mark.parametrize(
    "article",
    ["../escape", "/etc/passwd", "a//b", "Upper", "a\0b", "a b", ".hidden", "x" * 121, "ünïcode", "a/../b", "-"],
)
def test_an_article_id_that_is_none(run: Run, story: Path, here: Path, article: str) -> None:
    before = _files(here)
    done = run("ingest", "text.txt", "--article", article)
    _refused(done, 2, "article id")
    assert "\0" not in done.err
    assert story.is_dir()
    assert _files(here) == before


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'{"headline": "A", "headline": "B"}', ("twice",)),
        (b'{"headline": "A",\n "byline": }', ("story.json:2",)),
        (b'{"headline": 7}', ("$.headline",)),
        (b'{"unknown": "x"}', ("unknown",)),
        (b'{"headline": "A", "x-n": NaN}', ("NaN",)),
        (b"[]", ("object",)),
        (b"", ("empty",)),
        (b'{"url": "javascript:alert(1)"}', ("$.url",)),
        (b'{"datePublished": "2026-02-30T09:00:00Z"}', ("$.datePublished",)),
        (b"[" * 100_000, ("story.json",)),
    ],
    ids=["duplicate", "malformed", "type", "unknown", "nan", "array", "empty", "javascript", "impossible", "deep"],
)
def test_metadata_that_does_not_hold(
    run: Run, story: Path, here: Path, content: bytes, words: tuple[str, ...]
) -> None:
    before = _files(story)
    (here / "story.txt").write_text("Other words.\n", encoding="utf-8")
    (here / "story.json").write_bytes(content)
    done = run("ingest", "story.txt")
    assert done.code in {1, 3}
    _refused(done, done.code, "story.json", *words)
    assert _files(story) == before


def test_a_format_of_the_future_is_not_written_to(run: Run, story: Path) -> None:
    manifest = story / "archive.json"
    value = json.loads(manifest.read_bytes())
    manifest.write_text(json.dumps(value | {"format": 2}), encoding="utf-8")
    before = _files(story)
    _refused(run("ingest", "text.txt", "--article", "other"), 3, "format", "2")
    assert _files(story) == before


def test_no_archive_at_all(run: Run, here: Path) -> None:
    (here / "text.txt").write_text("Words.\n", encoding="utf-8")
    _refused(run("ingest", "text.txt"), 3, "archive", "init")
    _refused(run("list", "--archive", "text.txt"), 3, "text.txt")
    _refused(run("list", "--archive", "nowhere"), 3, "nowhere")
    assert [path.name for path in here.iterdir()] == ["text.txt"]


@pytest.mark.skipif(
    os.geteuid() == 0, reason="root may write everywhere; the failing calls in tests/damage cover this"
)
def test_a_read_only_archive(run: Run, story: Path) -> None:
    before = _files(story)
    folders = [story, *(path for path in story.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    try:
        _refused(run("ingest", "text.txt", "--article", "other"), 3, "ermission")
    finally:
        for folder in folders:
            folder.chmod(0o755)
    assert _files(story) == before


def test_a_malformed_time_or_assignment(run: Run, story: Path) -> None:
    assert story.is_dir()
    _refused(run("ingest", "text.txt", "--captured", "yesterday"), 2, "yesterday")
    _refused(run("ingest", "text.txt", "--captured", "2026-03-01T09:00:00"), 2, "offset")
    _refused(run("ingest", "text.txt", "--set", "headline"), 2, "field=value")
    _refused(run("ingest", "text.txt", "--set", "text=x"), 1, "text")


def test_options_that_exclude_each_other(run: Run, story: Path) -> None:
    assert story.is_dir()
    _refused(run("diff", "story", "--json", "--word"), 2, "--json", "--word")
    assert run("diff").code == 2
    assert run("unknown").code == 2


def test_control_characters_of_a_text_are_shown_and_not_sent(run: Run, here: Path) -> None:
    for name, tail in (("old", ""), ("new", " \x1b[31m\u202eevil\x07\u2066")):
        (here / f"{name}.txt").write_text(f"The mayor spoke on Monday{tail}.\n", encoding="utf-8")
    for words in ((), ("--word",), ("--markdown",)):
        out = run("diff", "old.txt", "new.txt", *words).out
        assert "evil" in out
        assert not [character for character in out if character in "\x1b\x07\u202e\u2066"]
    err = run("ingest", "no\x1bfile.txt").err
    assert "\x1b" not in err


@pytest.fixture
def interruptible() -> Iterator[None]:
    """A shell lets its background jobs ignore Ctrl-C, and they hand that on to what they start."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_in_a_long_ingest_keeps_what_was_acknowledged(run: Run, story: Path, here: Path) -> None:
    assert story.is_dir()
    (here / "many").mkdir()
    for number in range(3000):
        (here / "many" / f"{number}.txt").write_text(f"Story {number}.\n", encoding="utf-8")
    program = [sys.executable, "-m", "archivist", "ingest", "many"]
    with subprocess.Popen(program, cwd=here, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(0.05)
        child.send_signal(signal.SIGINT)
        rest, err = child.communicate(timeout=60)
    assert child.returncode == 130, err
    assert "interrupted" in err
    assert "Traceback" not in err
    acknowledged = (first + rest).count("archived\t")
    assert 0 < acknowledged < 3000
    assert run("verify").code == 0
    assert len(run("list").out.splitlines()) >= acknowledged


def test_a_reader_that_closes_the_pipe_ends_it_quietly(story: Path, here: Path) -> None:
    assert story.is_dir()
    (here / "old.txt").write_text("One old line.\n\n" * 3000, encoding="utf-8")
    (here / "new.txt").write_text("One new line.\n\n" * 3000, encoding="utf-8")
    script = f"{sys.executable} -m archivist diff --unified old.txt new.txt | head -n 1 >/dev/null"
    done = subprocess.run(["sh", "-c", script], cwd=here, capture_output=True, text=True, check=False, timeout=120)
    assert done.stderr == ""


@pytest.mark.parametrize("words", [("--article", ""), ("--captured", ""), ("--meta=",), ("--archive", "")])
def test_an_empty_value_is_not_taken_for_none(run: Run, story: Path, words: tuple[str, ...]) -> None:
    before = _files(story)
    _refused(run("ingest", "text.txt", *words), 2, "empty")
    assert _files(story) == before


def test_two_stories_do_not_become_one_by_their_names(run: Run, here: Path) -> None:
    assert run("init").code == 0
    for name in ("march/lead.txt", "april/lead.txt", "\u6771\u4eac-1.txt", "Troms\u00f8.txt"):
        (here / name).parent.mkdir(exist_ok=True)
        (here / name).write_text(f"{name}\n", encoding="utf-8")
    done = run("ingest", "march/lead.txt", "april/lead.txt")
    assert (done.code, done.out.count("archived")) == (2, 1)
    assert "april/lead.txt: its name gives the article id lead, and so did march/lead.txt" in done.err
    _refused(run("ingest", "\u6771\u4eac-1.txt"), 2, "no article id can be made", "--article")
    _refused(run("ingest", "Troms\u00f8.txt"), 2, "no article id can be made")


def test_a_bad_id_or_encoding_is_told_once_for_many_files(run: Run, story: Path, here: Path) -> None:
    assert story.is_dir()
    (here / "b.txt").write_text("b\n", encoding="utf-8")
    for words in (("--article", "BAD"), ("--encoding", "nosuch")):
        done = run("ingest", "text.txt", "b.txt", *words)
        assert (done.code, done.err.count("archivist: ")) == (2, 1)


def test_no_archive_is_made_inside_another(run: Run, story: Path) -> None:
    _refused(run("init", str(story / "inner")), 2, "inside the archive")


def test_no_archive_is_made_around_another(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("init", "shelf/archive").code == 0
    before = _files(here / "shelf")
    _refused(run("init", "shelf"), 2, "shelf holds the archive shelf/archive")
    found = run("--archive", "shelf", "init")
    assert (found.code, found.out) == (0, "exists shelf/archive\n")
    monkeypatch.setenv("ARCHIVIST_ARCHIVE", "shelf")
    assert run("init").out == "exists shelf/archive\n"
    assert _files(here / "shelf") == before


def test_a_folder_that_is_gone(story: Path, here: Path) -> None:
    assert story.is_dir()
    script = f"mkdir gone && cd gone && rmdir ../gone && {sys.executable} -m archivist list"
    done = subprocess.run(["sh", "-c", script], cwd=here, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, "does not exist any more" in done.stderr) == (3, True)


def test_a_line_end_in_a_file_name_forges_no_line(run: Run, story: Path, here: Path) -> None:
    assert story.is_dir()
    name = "arch\nived\tx.txt"
    (here / name).write_text("Words.\n", encoding="utf-8")
    assert run("ingest", name, "--article", "new").out.count("\n") == 1


def test_stdin_is_one_side_only(run: Run) -> None:
    _refused(run("diff", "-", "-", stdin=b"Six."), 2, "stdin", "one side")


def test_a_device_without_end_is_no_text(run: Run, story: Path) -> None:
    assert story.is_dir()
    _refused(run("diff", "/dev/zero", "text.txt"), 3, "/dev/zero", "device")


@pytest.mark.parametrize("name", ["draft.md", "some/where.txt.bak"])
def test_a_mistyped_file_is_told_as_one_where_there_is_no_archive(run: Run, here: Path, name: str) -> None:
    (here / "text.txt").write_text("Six.", encoding="utf-8")
    _refused(run("diff", name, "text.txt"), 3, f"{name} is no file here", "no archive")


def test_a_folder_is_told_as_one(run: Run, story: Path, here: Path) -> None:
    assert story.is_dir()
    (here / "drafts").mkdir()
    (here / "text.txt").write_text("Six.", encoding="utf-8")
    _refused(run("diff", "drafts", "text.txt"), 3, "drafts is a folder, not a file")


def test_a_text_too_large_for_the_memory_is_a_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("archivist.cli.comparing.diff", full)
    _refused(run("diff", "one", "two"), 3, "not enough memory")


def test_an_encoding_that_is_no_word_is_refused(run: Run, story: Path) -> None:
    assert story.is_dir()
    _refused(run("ingest", "text.txt", "--encoding", "\udcff"), 2, "no encoding")


def test_the_name_of_a_file_forges_no_line_of_a_list_of_problems(run: Run, here: Path) -> None:
    (here / "a\nb.json").write_text('{"headline": 7}', encoding="utf-8")
    shown = run("validate", "a\nb.json").out
    assert len(shown.splitlines()) == 1


def test_a_seed_may_be_any_bytes(run: Run, story: Path) -> None:
    assert story.is_dir()
    assert run("verify", "--sample", "100%", "--seed", "\udcff").code == 0
