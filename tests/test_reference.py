"""The manual: current, complete, and a man page that man can read."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from archivist.cli.app import COMMANDS
from archivist.cli.reference import FILES, manual, page
from archivist.render.manual import Chapter, Command, Entry, Manual, manual_markdown
from archivist.render.roff import manual_roff

ROOT = Path(__file__).resolve().parent.parent
ODD = Manual(
    "tool",
    "1.0",
    "Does — it's so.",
    [Entry("--a|-b", "Back\\slash, `code`.")],
    [Command("go", "go [=x|y]", [".begins with a full stop"], [Entry("-x", "'quoted'")])],
    [Chapter("Codes", ["One.", "Two."], [Entry("0", "done")], ["eval x", ".y"])],
)


@pytest.mark.parametrize("form", FILES)
def test_the_pages_are_what_the_commands_say(form: str) -> None:
    shown = (ROOT / FILES[form]).read_text(encoding="utf-8")

    assert shown == page(form), f"make it again: python -m archivist.cli.reference {form} > {FILES[form]}"


def test_every_command_and_option_is_there() -> None:
    told = manual()

    assert [command.name for command in told.commands] == list(COMMANDS)
    options = {entry.name.split()[0] for command in told.commands if command.name == "diff" for entry in command.takes}
    assert {"OLD", "--only", "--json", "--format", "--exit-code", "--archive"} <= options
    assert [entry.name for entry in told.options if entry.name.startswith("-")][-2:] == ["-V, --version", "-h, --help"]
    codes = next(chapter for chapter in told.chapters if chapter.title == "Exit codes")
    assert [entry.name for entry in codes.entries] == ["0", "1", "2", "3", "4", "70", "130", "141"]


def test_what_means_something_to_markdown_or_roff_is_escaped() -> None:
    markdown, roff = manual_markdown(ODD, "make it"), manual_roff(ODD)

    assert "| `--a\\|-b` | Back\\slash, `code`. |" in markdown
    assert "    tool go [=x|y]" in markdown
    assert "Back\\eslash, code." in roff
    assert "\n\\&.begins with a full stop\n" in roff
    assert "\\[u2014] it\\(aqs so." in roff
    assert "\n\\&.y\n" in roff
    assert roff.isascii()


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
@pytest.mark.parametrize("source", [manual_roff(ODD), (ROOT / FILES["man"]).read_text(encoding="utf-8")])
def test_the_man_page_has_no_fault(source: str) -> None:
    words = ["groff", "-man", "-Tutf8", "-ww", "-P-cbou"]
    done = subprocess.run(words, input=source, capture_output=True, text=True, check=True, timeout=60)

    assert done.stderr == ""
    assert "SYNOPSIS" in done.stdout
