"""What users install: the built wheel and the source distribution, away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCHEMAS = sorted(path.name for path in (ROOT / "schemas").glob("*.json"))


def _run(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "PIP_REQUIRE"))}
    run = subprocess.run(words, cwd=cwd, capture_output=True, text=True, check=False, timeout=600, env=environment)
    assert run.returncode == 0, f"{' '.join(words)}\n{run.stdout}\n{run.stderr}"
    return run


@pytest.fixture(scope="session")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A source distribution, and the wheel that is built from it and not from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "build", "--outdir", str(folder), str(ROOT), cwd=folder)
    return folder


def _only(folder: Path, pattern: str) -> Path:
    (path,) = folder.glob(pattern)
    return path


def test_the_wheel_holds_the_schemas_and_the_type_marker(distributions: Path) -> None:
    names = set(zipfile.ZipFile(_only(distributions, "*.whl")).namelist())
    assert {f"archivist/schemas/{name}" for name in SCHEMAS} <= names
    assert "archivist/py.typed" in names
    assert "archivist/render/html/assets/base.css" in names
    assert [name for name in names if name.endswith("share/man/man1/archivist.1")]
    assert not [name for name in names if name.startswith(("tests/", "examples/"))]


def test_the_installed_wheel_archives_diffs_and_validates(distributions: Path, tmp_path: Path) -> None:
    _run(sys.executable, "-m", "venv", str(tmp_path / "env"), cwd=tmp_path)
    binary = tmp_path / "env" / "bin"
    wheel = _only(distributions, "*.whl")
    _run(str(binary / "python"), "-m", "pip", "install", "--quiet", str(wheel), cwd=tmp_path)
    program = str(binary / "archivist")
    _run(program, "init", cwd=tmp_path)
    _run(program, "ingest", str(ROOT / "examples" / "harrow-bridge"), cwd=tmp_path)
    records = sorted(str(path) for path in (tmp_path / "archive" / "articles").rglob("*.json"))
    assert len(records) == 4
    _run(program, "validate", *records, str(tmp_path / "archive" / "archive.json"), cwd=tmp_path)
    _run(program, "verify", cwd=tmp_path)
    assert "14 million" in _run(program, "diff", "harrow-bridge", cwd=tmp_path).stdout
    _run(program, "report", "harrow-bridge", "-o", "report.html", cwd=tmp_path)
    assert "14 million" in (tmp_path / "report.html").read_text(encoding="utf-8")
    where = _run(str(binary / "python"), "-c", "import archivist; print(archivist.__file__)", cwd=tmp_path).stdout
    assert str(tmp_path) in where
