"""The house itself: what the pages name exists, and the front door is what it promises."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import archivist

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(
    page
    for page in [
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/**/*.md"),
        *ROOT.glob("examples/*.md"),
        *ROOT.glob("archive/*.md"),
    ]
)
SOURCES = sorted((ROOT / "src").rglob("*.py"))
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
PATH = re.compile(r"`((?:src|docs|schemas|tests|bench|examples|\.ci)/[\w./-]*[\w/])`")
COMMAND = re.compile(r"(?:^ {4}|`|\$ )archivist ((?:[^`\n#]|\\`)+)", re.MULTILINE)


def _id(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=_id)
def test_every_path_that_a_page_names_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    missing = [name for name in LINK.findall(text) if not (page.parent / name).exists()]
    missing += [name for name in PATH.findall(text) if not (ROOT / name).exists()]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=_id)
def test_every_command_and_option_that_a_page_names_exists(page: Path) -> None:
    from archivist.cli.app import COMMANDS

    unknown = []
    for line in COMMAND.findall(page.read_text(encoding="utf-8")):
        words = line.split()
        names = [word for word in words if word in COMMANDS]
        if words[0].startswith("-") and not names:
            continue
        if not names:
            unknown.append(line)
            continue
        known = _options(names[0])
        unknown += [f"{names[0]} {word}" for word in re.findall(r"(?<![\w-])--[a-z][\w-]*", line) if word not in known]
    assert unknown == []


def _options(command: str, _cache: dict[str, str] = {}) -> str:  # noqa: B006  # a cache for this module's run
    if command not in _cache:
        run = subprocess.run(
            [sys.executable, "-m", "archivist", command, "--help"],
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        _cache[command] = run.stdout + "--version"
    return _cache[command]


def test_the_front_door_is_sorted_and_every_name_opens() -> None:
    names = archivist.__all__
    assert names == sorted(names)
    assert [name for name in names if getattr(archivist, name, None) is None] == []
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = archivist.nothing


def test_the_front_door_lists_its_homes_once() -> None:
    assert sorted([*archivist._HOMES, "__version__"]) == archivist.__all__


def test_importing_the_package_loads_none_of_its_floors() -> None:
    code = "import sys, archivist; print([m for m in sys.modules if m.startswith('archivist.')])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout.strip() == "[]"


def test_nobody_inside_imports_the_package_root() -> None:
    guilty = []
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                guilty += [f"{_id(source)}:{node.lineno}" for alias in node.names if alias.name == "archivist"]
            elif isinstance(node, ast.ImportFrom) and node.module == "archivist":
                guilty.append(f"{_id(source)}:{node.lineno}")
    assert guilty == []


def test_every_noun_is_made_the_light_way() -> None:
    heavy = [
        f"{_id(source)}:{node.lineno}"
        for source in SOURCES
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "typing" and source.name != "noun.py"
        if any(alias.name == "NamedTuple" for alias in node.names)
    ]
    assert heavy == []


@pytest.mark.parametrize("source", SOURCES, ids=_id)
def test_no_file_outgrows_one_screenful_of_ideas(source: Path) -> None:
    assert len(source.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("source", SOURCES, ids=_id)
def test_no_function_outgrows_forty_lines(source: Path) -> None:
    long = [
        f"{node.name}: {length}"
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and (length := _body_lines(node)) > 40
    ]
    assert long == []


def _body_lines(function: ast.FunctionDef) -> int:
    """Lines of a function's body without its docstring."""
    first = function.body[1] if ast.get_docstring(function) and len(function.body) > 1 else function.body[0]
    return (function.end_lineno or 0) - first.lineno + 1
