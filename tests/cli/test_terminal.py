"""What a reader sees: on a terminal of a given width, and in a pipe."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from terminals import on_a_terminal

from archivist.render.columns import columns

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Run

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
OLD = "The mill costs six crowns, its owner said.\n\n港の橋は月曜日に閉鎖される見通しだと警察が発表した。"
NEW = "The mill costs nine crowns, its owner said.\n\n港の橋は金曜日に閉鎖される見通しだと警察が発表した。"
FILLER = " ".join(f"Barge {number} lay at the quay all day." for number in range(9))


def seen(here: Path, width: int, *words: str, **environment: str) -> str:
    """What the program prints on a terminal of `width` columns, without a pager."""
    return on_a_terminal(here, *words, width=width, stderr=False, PAGER="cat", **environment)


@pytest.fixture
def mill(run: Run, here: Path) -> str:
    """An article of two revisions with a long headline in wide characters."""
    assert run("init").code == 0
    for day, text in enumerate((OLD, NEW), start=1):
        (here / "text.txt").write_text(f"{text}\n\n{FILLER}\n", encoding="utf-8")
        captured = f"2026-03-0{day}T09:00:00Z"
        headline = f"headline={'水車小屋が燃えた' * 9}{day}"
        done = run("ingest", "text.txt", "--article", "mill", "--captured", captured, "--set", headline)
        assert done.code == 0, done.err
    return "mill"


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(here: Path, mill: str, width: int) -> None:
    for words in (["list"], ["log", mill], ["log", mill, "--changes"], ["diff", mill], ["claims", mill], ["--help"]):
        lines = ESCAPE.sub("", seen(here, width, *words)).splitlines()
        assert len(lines) > 1
        assert max(map(columns, lines)) <= width, words


def test_colours_and_none(here: Path, mill: str) -> None:
    for words in (("list",), ("log", mill, "--changes")):
        assert ESCAPE.search(seen(here, 80, *words))
        assert "\x1b" not in seen(here, 80, *words, NO_COLOR="1")
        assert "\x1b" not in on_a_terminal(here, *words, TERM="dumb", PAGER="cat")


def test_a_pipe_gets_plain_words_and_all_of_them(process: Run, mill: str) -> None:
    headline = "水車小屋が燃えた" * 9
    for words in (("list",), ("log", mill)):
        done = process(*words)
        assert done.code == 0
        assert "\x1b" not in done.out
        assert headline in done.out
        assert done.err == ""
    assert process("log", mill, "--changes").err == ""


def test_unchanged_sentences_are_folded(here: Path, mill: str) -> None:
    shown = seen(here, 80, "diff", mill, "--only", "text", NO_COLOR="1")

    assert "⋯ 9 sentences unchanged ⋯" in shown
    assert "Barge 3" not in shown


def test_log_tells_the_story(run: Run, mill: str) -> None:
    story = run("log", mill, "--changes")

    assert (story.code, story.err) == (0, "")
    assert story.out.startswith("mill — 2 revisions, times in UTC\n\nMar. 1, 2026, 09:00 – first captured: “水車小屋")
    assert "– figure six crowns → nine crowns (+50 %)" in story.out
    assert "— undisclosed" in story.out


def test_a_damaged_text_leaves_its_bar_out_and_the_table_whole(run: Run, here: Path, mill: str) -> None:
    (first, *_) = sorted((here / "archive" / "articles").rglob("*.txt"))
    first.chmod(0o644)
    first.write_bytes(b"rotten")
    table = run("log", mill)

    assert (table.code, len(table.out.splitlines())) == (0, 4)
    assert run("log", mill, "--changes").code == 4
