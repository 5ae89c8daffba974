"""The pre-commit hooks: their entries run as written, and through pre-commit itself."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cli.conftest import Run

ROOT = Path(__file__).resolve().parents[2]


def _hooks() -> dict[str, Mapping[str, object]]:
    yaml = pytest.importorskip("yaml", reason="PyYAML comes with pre-commit")
    return {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}


def _entry(hook: Mapping[str, object], *files: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [*shlex.split(str(hook["entry"])), *files],
        cwd=cwd, capture_output=True, text=True, check=False, timeout=120, env=os.environ | {"PATH": path},
    )  # fmt: skip


def _matching(hook: Mapping[str, object], folder: Path) -> list[str]:
    names = [str(path.relative_to(folder)) for path in sorted(folder.rglob("*")) if path.is_file()]
    return [name for name in names if re.search(str(hook["files"]), name)]


def test_validate_checks_the_changed_files(story: Path, here: Path) -> None:
    hook = _hooks()["archivist-validate"]
    files = _matching(hook, here)
    assert len(files) == 4
    assert _entry(hook, *files, cwd=here).returncode == 0
    record = next((story / "articles").rglob("*.json"))
    record.write_bytes(record.read_bytes().replace(b'"tool"', b'"fool"'))
    done = _entry(hook, *files, cwd=here)
    assert done.returncode == 1
    assert "fool" in done.stdout


def test_verify_checks_the_whole_archive(story: Path, here: Path) -> None:
    hook = _hooks()["archivist-verify"]
    assert (hook["pass_filenames"], hook["require_serial"]) == (False, True)
    assert _entry(hook, cwd=here).returncode == 0
    next((story / "articles").rglob("*.txt")).unlink()
    assert _entry(hook, cwd=here).returncode == 4


def _git(*words: str, cwd: Path) -> str:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(
        ["git", *identity, *words], cwd=cwd, capture_output=True, text=True, check=True, timeout=120
    ).stdout


@pytest.fixture
def hook_repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as a repository of its own, as it stands in the working tree."""
    folder = tmp_path_factory.mktemp("hooks") / "archivist"
    kept = ["src", "schemas", "docs/man", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"]
    folder.mkdir()
    for name in [*kept, ".pre-commit-hooks.yaml"]:
        source = ROOT / name
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(source, folder / name, ignore=ignore) if source.is_dir() else shutil.copy(
            source, folder / name
        )
    _git("init", "--quiet", cwd=folder)
    _git("add", "--all", cwd=folder)
    _git("commit", "--quiet", "--message", "hooks", cwd=folder)
    return folder


def test_through_pre_commit(run: Run, story: Path, here: Path, hook_repository: Path) -> None:
    assert run("verify").code == 0
    _git("init", "--quiet", cwd=here)
    _git("add", "--all", cwd=here)
    environment = os.environ | {"PRE_COMMIT_HOME": str(hook_repository.parent / "cache")}

    def try_repo() -> subprocess.CompletedProcess[str]:
        program = [sys.executable, "-m", "pre_commit", "try-repo", str(hook_repository), "--all-files", "--verbose"]
        return subprocess.run(
            program, cwd=here, capture_output=True, text=True, check=False, timeout=600, env=environment
        )

    clean = try_repo()
    assert clean.returncode == 0, clean.stdout + clean.stderr
    assert len(re.findall(r"archivist \w+\.+Passed", clean.stdout)) == 2, clean.stdout
    record = next((story / "articles").rglob("*.json"))
    record.write_bytes(record.read_bytes().replace(b'"tool"', b'"fool"'))
    _git("add", "--all", cwd=here)
    damaged = try_repo()
    assert damaged.returncode == 1
    assert len(re.findall(r"archivist \w+\.+Failed", damaged.stdout)) == 2, damaged.stdout
