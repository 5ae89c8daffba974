"""The first screen, and what a shell is offered behind the cursor."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from archivist.cli.app import COMMANDS
from archivist.cli.completion import SCRIPTS, Shell

if TYPE_CHECKING:
    from cli.conftest import Run


def test_help_fits_a_screen_and_leads_to_five_commands(run: Run) -> None:
    shown = run("--help").out
    lines = shown.splitlines()

    assert len(lines) < 24
    assert max(map(len, lines)) <= 80
    used = shown.split("Most used:")[1].split("More:")[0].split("\n")
    assert [line.split()[0] for line in used if line.strip()] == ["diff", "report", "ingest", "list", "log"]
    assert [name for name in COMMANDS if f" {name}" not in shown] == []


def test_a_command_without_a_group_is_shown_all_the_same(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archivist.cli.program.GROUPS", {"read": ("show",)})

    assert "also  init, site, blame" in run("--help").out.replace("\n          ", " ")


def test_nothing_at_all_is_a_question_for_help(run: Run) -> None:
    done = run()

    assert done.code == 2
    assert "Most used:" in done.out + done.err


def test_a_misspelt_command_is_told_the_nearest(run: Run) -> None:
    done = run("lgo", "story")

    assert done.code == 2
    assert "Did you mean 'log'?" in done.err


def test_the_version_behind_another_option(run: Run) -> None:
    assert run("--archive", "x", "-V").out == run("--version").out


def offered(here: Path, line: str) -> list[str]:
    """What the program tells a shell that asks for `line`, by the protocol that fish uses; without the help."""
    asked = {"_ARCHIVIST_COMPLETE": "complete_fish", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    done = subprocess.run(
        [sys.executable, "-m", "archivist"],
        cwd=here, env=os.environ | asked | {"_TYPER_COMPLETE_ARGS": line},
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    return [one.split("\t")[0] for one in done.stdout.splitlines() if one]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("archivist lo", ["log"]),
        ("archivist log ", ["story"]),
        ("archivist show st", ["story"]),
        ("archivist diff story@", ["1", "2", "3", "latest", "2026-03-01", "2026-03-02", "2026-03-03"]),
        ("archivist blame story@2", ["2", "2026-03-01", "2026-03-02", "2026-03-03"]),
        ("archivist report story@l", ["latest"]),
        ("archivist claims st", ["story"]),
        ("archivist --archive nowhere show st", []),
        ("archivist show other@", []),
        ("archivist diff --format ", ["github", "sarif"]),
        ("archivist diff --form", ["--format"]),
        ("archivist --show-completion ", ["bash", "zsh", "fish"]),
    ],
)
def test_a_shell_is_offered_commands_articles_and_selectors(
    here: Path, story: Path, line: str, expected: list[str]
) -> None:
    assert story.is_dir()
    found = offered(here, line)

    assert found == [f"story@{one}" if "@" in line else one for one in expected]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_there_is_a_script_for_each_shell(run: Run, here: Path, shell: str) -> None:
    script = run("--show-completion", shell).out

    assert f"_ARCHIVIST_COMPLETE=complete_{shell}" in script
    (here / "script").write_text(script, encoding="utf-8")
    if shutil.which(shell):
        subprocess.run([shell, "-n", "script"], cwd=here, check=True, timeout=60)
    assert run("--show-completion", "tcsh").code == 2


_TRY = """
source ./script
COMP_LINE="$1" COMP_POINT=${#1}
_archivist_completion archivist
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.mark.parametrize(
    ("line", "breaks", "expected"),
    [
        ("archivist show sto", "@:=", ["story"]),
        ("archivist show story@", "@:=", ["1", "2", "3", "latest", "2026-03-01", "2026-03-02", "2026-03-03"]),
        ("archivist show story@l", "", ["story@latest"]),
        ("archivist diff story --format=", "@:=", ["github", "sarif"]),
        ("archivist diff nothing", "@:=", [""]),
    ],
)
def test_bash_completes_behind_an_at_sign(
    here: Path, story: Path, line: str, breaks: str, expected: list[str]
) -> None:
    assert story.is_dir()
    (here / "script").write_text(SCRIPTS[Shell.BASH], encoding="utf-8")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-c", f"COMP_WORDBREAKS='{breaks} '\n{_TRY}", "bash", line],
        cwd=here, env=os.environ | {"PATH": path}, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip

    assert done.stdout.splitlines() == expected


@pytest.mark.parametrize("command", COMMANDS)
def test_no_usage_line_has_braces_that_nobody_types(run: Run, command: str) -> None:
    usage = run(command, "--help").out.split("\n\n")[0]
    assert usage.startswith(f"Usage: archivist {command}")
    assert usage.count("{") == usage.count("}") == ("|" in usage)
