"""Which modules a command may load. Times are measured in bench/; this is why they stay where they are."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "harrow-bridge"
HEAVY = ("typer", "jsonschema", "diff_match_patch", "chardet", "rich", "pydantic", "difflib", "hypothesis")
PROBE = """
import sys
from archivist.cli.main import main
main(sys.argv[1:])
print("\\n".join(sorted(sys.modules)), file=sys.stderr)
"""


def _loaded(*words: str, cwd: Path) -> set[str]:
    run = subprocess.run(
        [sys.executable, "-c", PROBE, *words], cwd=cwd, capture_output=True, text=True, check=True, timeout=60
    )
    return set(run.stderr.splitlines())


@pytest.mark.parametrize(
    ("words", "heavy", "floors"),
    [
        (("--version",), set(), {"cli", "errors", "model"}),
        (("diff", str(EXAMPLES / "3.txt"), str(EXAMPLES / "4.txt"), "--json"), set(), None),
        (("diff", str(EXAMPLES / "3.txt"), str(EXAMPLES / "4.txt"), "--stat"), {"typer"}, None),
        (("diff", "plain.txt", "turned.txt"), {"diff_match_patch"}, None),
        (("validate", "meta.json"), set(), {"archive", "cli", "errors", "model", "render", "schema"}),
        (("validate", "bad.json"), {"jsonschema"}, {"archive", "cli", "errors", "model", "render", "schema"}),
        (("ingest", "plain.txt"), set(), {"archive", "cli", "errors", "model", "render", "schema", "text"}),
        (("list",), {"typer"}, {"archive", "cli", "diff", "errors", "model", "render", "schema", "text"}),
        (("claims", "plain.txt"), {"typer"}, {"claims", "cli", "diff", "errors", "model", "render", "text"}),
    ],
    ids=["version", "diff", "diff-stat", "diff-library", "validate", "validate-bad", "ingest", "list", "claims"],
)
def test_a_command_loads_only_what_it_needs(
    tmp_path: Path, words: tuple[str, ...], heavy: set[str], floors: set[str] | None
) -> None:
    (tmp_path / "meta.json").write_text('{"headline": "H"}', encoding="utf-8")
    (tmp_path / "bad.json").write_text('{"headline": 7}', encoding="utf-8")
    (tmp_path / "plain.txt").write_text("Six people died, police said.\n", encoding="utf-8")
    (tmp_path / "turned.txt").write_text("People died six, said police.\n", encoding="utf-8")
    _loaded("init", cwd=tmp_path)
    loaded = _loaded(*words, cwd=tmp_path)
    assert {name for name in HEAVY if name in loaded} - {"difflib"} == heavy
    if floors is not None:
        assert {name.split(".")[1] for name in loaded if name.startswith("archivist.")} <= floors


def test_a_plain_comparison_does_without_paths_and_digests(tmp_path: Path) -> None:
    for number in ("3", "4"):
        shutil.copy(EXAMPLES / f"{number}.txt", tmp_path)
    loaded = _loaded("diff", "3.txt", "4.txt", cwd=tmp_path)
    assert loaded.isdisjoint({"hashlib", "heapq", "pathlib", "typing", "urllib.parse"})


def test_metadata_beside_a_text_costs_no_paths_and_no_validators(tmp_path: Path) -> None:
    for number in ("3", "4"):
        shutil.copy(EXAMPLES / f"{number}.txt", tmp_path)
    stated = '{"datePublished": "2026-03-02T09:00:00+09:00", "url": "https://news.example/bridge?a=1"}'
    (tmp_path / "3.json").write_text(stated, encoding="utf-8")
    loaded = _loaded("diff", "3.txt", "4.txt", cwd=tmp_path)
    assert loaded.isdisjoint({"jsonschema", "pathlib", "typing", "rfc3339_validator", "rfc3986_validator"})
