"""Ids and file names that lead elsewhere, mean something to a system, or cannot be printed."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Run

REFUSED = [
    ".", "..", "../x", "../../etc/passwd", "/etc/passwd", "a/../b", "a/..", "a//b", "a/", "/a", ".hidden", "a.",
    "a..b",
    "a/.b", "~", "~root/x", "$HOME", "`id`", "a;b", "a b", " a", "a\n", "a\tb", "a\x1b[2J", "\x7f", "A", "Con", "é",
    "e\u0301", "ａ", "\u202ea", "a\u200b", "a\\b", "c:", "c:\\x", "\\\\host\\share", "a:b", "a*", "a?", "a|b", "<a>",
    "'a'", '"a"', "a%2e%2e", "%00", "a_-b", "a@1", "@", "a" * 121, "a/" * 60 + "ab", "\udcff", "-", "_a", "a_",
]  # fmt: skip
"""What is no article id."""
KEPT = [
    "con", "nul", "aux", "com1", "lpt9.txt", "prn/nul", "a" * 120, "1", "0/0/0", "a.b-c_d/e", "index.html", "git",
    "tmp",
]  # fmt: skip
"""What systems reserve, or nearly did; as an article's folder ends in digits of a digest, none of them arises."""
FILES = [
    b"new\nline.txt", b"\x1b[2J.txt", b"\xff\xfe.txt", "\u202eexe.txt".encode(), b"*.txt", b"[a].txt", b"'.txt",
    b" .txt",
]  # fmt: skip
"""Names that a text file may have."""


def _all(folder: Path) -> list[str]:
    return sorted(os.fsdecode(path) for path in folder.rglob("*"))


@pytest.mark.parametrize("article", REFUSED)
def test_what_is_no_id_is_refused_and_nothing_is_touched(run: Run, here: Path, article: str) -> None:
    (here / "deep").mkdir()
    run("init", "deep/archive")
    (here / "t.txt").write_bytes(b"Words.\n")
    before = _all(here)
    for command in (["ingest", "t.txt", f"--article={article}"], ["log", "--", article], ["show", "--", article]):
        done = run("--archive", "deep/archive", *command)
        assert done.code in {2, 3}, (command, done)
        assert done.out == ""
        assert done.err.count("\n") == 1, done.err
        assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u200b]", done.err) is None
    assert _all(here) == before


@pytest.mark.parametrize("article", KEPT)
def test_a_reserved_name_is_an_id_like_others(run: Run, here: Path, article: str) -> None:
    run("init")
    (here / "t.txt").write_bytes(b"Words.\n")
    assert run("ingest", "t.txt", "--article", article).code == 0
    assert run("show", article).out == "Words.\n"
    (folder,) = (here / "archive" / "articles").glob("*/*")
    assert re.fullmatch("[a-z0-9][a-z0-9-]{0,47}-[0-9a-f]{8}", folder.name)
    assert run("verify").code == 0


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_any_name_can_be_archived(run: Run, here: Path, name: bytes) -> None:
    run("init")
    (here / "texts").mkdir()
    (here / "texts" / os.fsdecode(name)).write_bytes(b"Words.\n")
    for words in (["texts"], [f"texts/{os.fsdecode(name)}"]):
        done = run("ingest", *words, "--article", "a")
        assert done.code == 0, done.err
        assert done.out.count("\n") == 1
        assert re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", done.out + done.err) is None
    unnamed = run("ingest", "texts")
    assert unnamed.code in {0, 2}
    assert "Traceback" not in unnamed.err


def test_a_source_may_be_a_link_a_folder_or_a_pipe_but_never_hangs(run: Run, here: Path) -> None:
    run("init")
    (here / "secret").write_bytes(b"Secret.\n")
    (here / "texts").mkdir()
    (here / "texts" / "link.txt").symlink_to(here / "secret")
    (here / "texts" / "loop").symlink_to(here / "texts")
    os.mkfifo(here / "texts" / "pipe.txt")
    (here / "texts" / "plain.txt").write_bytes(b"Plain.\n")
    done = run("ingest", "texts")
    assert (done.code, done.out.count("\n")) == (0, 1)
    assert "plain.txt" in done.out
    for words in ([str(here)], ["/dev/null"], ["/proc/self/mem"], ["loop"]):
        assert run("ingest", "--article", "x", *words).code in {0, 2, 3}
