"""A plain call and the same call read by Typer are one: same data, same words, same exit code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from cli.conftest import Run

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
OLD = str(EXAMPLES / "harrow-bridge" / "3.txt")
NEW = str(EXAMPLES / "harrow-bridge" / "4.txt")


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("diff", [OLD, NEW]),
        ("diff", [OLD, NEW, "--json"]),
        ("diff", ["--json", OLD, NEW]),
        ("diff", ["harrow-bridge"]),
        ("diff", ["harrow-bridge@2", "harrow-bridge@-1"]),
        ("diff", ["harrow-bridge@9", NEW]),
        ("diff", ["no-such-story"]),
        ("diff", [OLD]),
        ("diff", [OLD, NEW, NEW]),
        ("validate", [str(EXAMPLES / "harrow-bridge" / "4.json")]),
        ("validate", ["bad.json", "absent.json", "good.json"]),
        ("validate", ["bad.json", "--json"]),
        ("ingest", [OLD, NEW]),
        ("ingest", ["absent.txt"]),
        ("ingest", ["empty.txt", "bad.txt", OLD, "--json"]),
    ],
)
def test_a_plain_call_is_the_call_that_typer_reads(run: Run, tmp_path: Path, command: str, words: list[str]) -> None:
    run("init")
    run("ingest", str(EXAMPLES))
    (tmp_path / "bad.json").write_text('{"headline": 7, "byline": []}', encoding="utf-8")
    (tmp_path / "bad.txt").write_text("Its metadata does not hold.\n", encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "good.json").write_text('{"headline": "H"}', encoding="utf-8")
    options = [word for word in words if word.startswith("-")]
    operands = [word for word in words if not word.startswith("-")]
    plain = run(command, *words)
    # Two dashes say nothing here, but only Typer knows that.
    assert plain == run(command, *options, "--", *operands)


@pytest.mark.parametrize("words", [[], ["--json"], ["", NEW], ["-"], [OLD, NEW, "--stat"]])
def test_what_is_not_plain_is_left_to_typer(words: list[str]) -> None:
    from archivist.cli.plain import plain_call

    assert plain_call(["diff", *words]) is None
    assert plain_call(["ingest", *words[:1], "--encoding", "utf-8"]) is None
    assert plain_call(["log", OLD]) is None
    assert plain_call([]) is None
