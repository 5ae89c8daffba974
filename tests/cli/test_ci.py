"""Annotations for continuous integration: the options, and the ready workflow as GitHub would run its steps."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft4Validator

from archivist.render.annotations import RULES

if TYPE_CHECKING:
    from cli.conftest import Run

ROOT = Path(__file__).resolve().parents[2]
WORKFLOW = ROOT / "docs" / "workflows" / "annotate.yml"
SCHEMA = ROOT / "tests" / "sarif" / "sarif-2.1.0-rtm.4.schema.json"


@pytest.fixture
def pair(here: Path) -> tuple[str, str]:
    """Two files that differ in a figure, one of them in a folder."""
    (here / "in").mkdir()
    (here / "in" / "old.txt").write_text("Dawn.\n\nSix mills burned, police said.\n", encoding="utf-8")
    (here / "new.txt").write_text("Dawn.\n\nNine mills burned, police said.\n", encoding="utf-8")
    return "in/old.txt", "new.txt"


def test_github_annotations_name_file_line_and_column(run: Run, pair: tuple[str, str]) -> None:
    done = run("diff", *pair, "--format", "github")

    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "::warning file=new.txt,line=3,endLine=3,col=1,endColumn=5,title=figure changed (+3) (undisclosed)::"
        "figure Six → Nine (+3) in “Nine mills burned, police said.” (undisclosed)\n"
    )
    assert run("diff", *pair, "--format", "github", "--exit-code").code == 1
    assert run("diff", "new.txt", "new.txt", "--format", "github").out == ""


def test_sarif_of_files_and_of_an_archive_holds_against_its_schema(
    run: Run, pair: tuple[str, str], story: Path
) -> None:
    check = Draft4Validator(json.loads(SCHEMA.read_bytes()))
    files, archived = (json.loads(run("diff", *words, "--format=sarif").out) for words in (pair, ("story",)))

    assert [error.message for error in [*check.iter_errors(files), *check.iter_errors(archived)]] == []
    (run_,) = archived["runs"]
    new, old = (one["location"]["uri"] for one in run_["artifacts"])
    assert {(story.parent / new).read_text(), (story.parent / old).read_text()} == {
        "The pier is closed.\n",
        "The pier is open.\n",
    }
    assert run_["automationDetails"]["id"] == "archivist/story/"


def test_a_form_of_annotations_excludes_the_others(run: Run, pair: tuple[str, str]) -> None:
    for other, said in (("--json", "--json and --format sarif"), ("--stat", "--stat and --format sarif")):
        done = run("diff", *pair, "--format", "sarif", other)
        assert (done.code, done.out) == (2, "")
        assert f"{said} exclude each other" in done.err
    assert "--format github" in run("diff", *pair, "--format", "github", "--context", "1").err
    assert "'github', 'sarif'" in run("diff", *pair, "--format", "gitlab").err


def test_the_page_on_ci_names_every_rule_in_order() -> None:
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8").partition("The rules, in the order")[2]

    assert [word.strip(",.") for word in page.split() if word.strip(",.") in RULES] == list(RULES)


def git(*words: str, cwd: Path) -> str:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(
        ["git", *identity, *words], cwd=cwd, capture_output=True, text=True, check=True, timeout=60
    ).stdout.strip()


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed; GitHub's machines have it")
def test_the_workflow_annotates_what_a_pull_request_adds(run: Run, story: Path, here: Path) -> None:
    yaml = pytest.importorskip("yaml", reason="PyYAML comes with pre-commit")
    steps = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"]["annotate"]["steps"]
    scripts = [step["run"] for step in steps if step.get("run", "").startswith(("archivist", "git"))]
    assert len(scripts) == 2
    git("init", "--quiet", cwd=here)
    git("add", "archive", cwd=here)
    git("commit", "--quiet", "--message", "base", cwd=here)
    base = git("rev-parse", "HEAD", cwd=here)
    for article, text in (("story", "The pier is closed. Nine men waited.\n"), ("other", "A first one.\n")):
        (here / "text.txt").write_text(text, encoding="utf-8")
        assert run("ingest", "text.txt", "--article", article, "--captured", "2026-03-09T09:00:00Z").code == 0
    git("add", "archive", cwd=here)
    git("commit", "--quiet", "--message", "more", cwd=here)
    environment = os.environ | {
        "BASE": base,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    told = ""
    for script in scripts:
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=here, env=environment, capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        told += done.stdout

    (warning,) = [line for line in told.splitlines() if line.startswith("::")]
    assert warning.startswith(f"::warning file={story.relative_to(here)}/articles/")
    assert "assertion added: “Nine men waited.”" in warning


def test_the_workflow_is_one(here: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(WORKFLOW)],
        cwd=here, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
