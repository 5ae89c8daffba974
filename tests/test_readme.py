"""The first page, tried as a new user would: each command is copied from it and run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"(?:^ {4}.*\n)+", re.MULTILINE)
RUN_ELSEWHERE = {
    "make demo": "tests the commands that this test runs",
    "make test": "would run this test",
    ". .venv/bin/activate": "the tests run in an environment already",
}
"""Commands of the page that are not run here, and why."""


def blocks() -> list[str]:
    """The indented blocks, without their indentation."""
    outside = re.sub(r"```.*?```", "", README, flags=re.DOTALL)
    return [re.sub(r"^ {4}", "", block, flags=re.MULTILINE) for block in BLOCK.findall(outside)]


def commands() -> list[str]:
    """Every command line of the page, in order, but those that run elsewhere."""
    lines = [line for block in blocks() if not block.startswith("repos:") for line in block.splitlines()]
    return [line for line in lines if line.split("  ")[0] not in RUN_ELSEWHERE]


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What all commands of the page print, run one after the other in a fresh clone."""
    here = tmp_path_factory.mktemp("clone")
    shutil.copytree(ROOT / "examples", here / "examples")
    shutil.copytree(ROOT / "archive", here / "archive")
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("ARCHIVIST", "GIT_"))}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    subprocess.run(["git", "init", "--quiet"], cwd=here, check=True, timeout=60)
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-c", "\n".join(commands())],
        cwd=here, env=environment, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (here / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert (here / "walk" / "site" / "index.html").is_file()
    return done.stdout


def test_every_command_of_the_page_runs(said: str) -> None:
    assert len(commands()) > 20
    assert "$14 million" in said


def test_the_page_shows_what_the_commands_print(said: str) -> None:
    (shown,) = re.findall(r"```text\n(.*?)```", README, re.DOTALL)

    assert shown in said


def test_the_commands_that_run_elsewhere_are_there() -> None:
    first = [line.split("  ")[0] for block in blocks() for line in block.splitlines()]
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)

    assert set(RUN_ELSEWHERE) <= set(first)
    assert {command.split()[1] for command in RUN_ELSEWHERE if command.startswith("make")} <= set(targets)


def test_the_python_of_the_page_runs() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)

    assert done.stdout == "changed [(<FacetKind.FIGURE: 'figure'>, '+3')]\n"


def test_the_ten_lines_for_pre_commit_name_hooks_that_exist() -> None:
    yaml = pytest.importorskip("yaml", reason="PyYAML comes with pre-commit")
    (block,) = [block for block in blocks() if block.startswith("repos:")]
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

    assert len(block.splitlines()) == 10
    assert [hook["id"] for hook in yaml.safe_load(block)["repos"][0]["hooks"]] == [hook["id"] for hook in hooks]
