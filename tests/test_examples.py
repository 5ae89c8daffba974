"""Pairs of texts and every form of their report, kept as files to be read by eye.

`old.txt` and `new.txt` are invented. `case.json` says when they were published and what else is known of them. All
other files of a folder are written by `python -m pytest tests/test_examples.py --regenerate`.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import subprocess
from functools import cache
from hashlib import sha256
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Any, NamedTuple

import jsonschema
import pytest

from archivist.diff.ignoring import ignoring
from archivist.diff.report import compare
from archivist.model.report import Ignored
from archivist.render.critic import critic
from archivist.render.git_page import file_page
from archivist.render.json_report import report_json
from archivist.render.markdown import report_markdown
from archivist.render.safe import escaped_in_json
from archivist.render.sentences import by_sentence
from archivist.render.source import SourceInfo
from archivist.render.terminal import report_terminal
from archivist.render.unified import unified
from archivist.render.worddiff import word_diff
from archivist.render.words import stat_page

if TYPE_CHECKING:
    from archivist.model.report import Report

FOLDERS = sorted(path.parent for path in Path(__file__).parent.glob("examples/*/old.txt"))
NAMES = [folder.name for folder in FOLDERS]
SCHEMA = Path(__file__).parents[1] / "schemas" / "report.v1.schema.json"
CLAIM_FIELDS = ("kind", "text", "source", "cue")


class Example(NamedTuple):
    """A pair of texts, compared."""

    report: Report
    old: SourceInfo
    new: SourceInfo

    def forms(self) -> dict[str, str]:
        """The expected files: name and content."""
        document = json.loads(report_json(*self))
        names = self.old.name, self.new.name
        view = ignoring(self.report, frozenset(Ignored))
        return {
            "expected.json": trimmed(document),
            "ops.json": by_lines(document),
            "terminal.txt": report_terminal(self.report, *names, width=80, colour=False),
            "colour.txt": report_terminal(self.report, *names, width=60, colour=True, only="text", context=1),
            "ignored.txt": report_terminal(view, *names, width=80, colour=False, only="text"),
            "report.md": report_markdown(*self),
            "unified.patch": unified(self.report, *names),
            "unified-0.patch": unified(self.report, *names, context=0),
            "word.txt": word_diff(self.report, *names),
            "porcelain.txt": word_diff(self.report, *names, style="porcelain"),
            "critic.txt": critic(self.report),
            "stat.txt": stat_page(self.report, *names),
            "git-page.txt": file_page(self.report, "story.txt", width=80, colour=False),
            "git-sentences.txt": by_sentence(self.report.new_text),
        }


@cache
def example(folder: Path) -> Example:
    beside = folder / "case.json"
    case: dict[str, Any] = json.loads(beside.read_text(encoding="utf-8")) if beside.exists() else {}
    data = {side: (folder / f"{side}.txt").read_bytes() for side in ("old", "new")}
    report = compare(
        data["old"].decode(),
        data["new"].decode(),
        published_old=dt.date.fromisoformat(case["published_old"]),
        published_new=dt.date.fromisoformat(case["published_new"]),
        metadata_old=case.get("metadata_old"),
        metadata_new=case.get("metadata_new"),
    )
    old, new = (
        SourceInfo(f"{side}.txt", sha256(content).hexdigest(), len(content), len(content.decode()))
        for side, content in data.items()
    )
    return Example(report, old, new)


def trimmed(document: dict[str, Any]) -> str:
    """What a report says of metadata, furniture and claims, without offsets, so that a person can check it."""
    kept = {
        "metadata": document["metadata"],
        "furniture": [[piece["kind"], piece["text"]] for piece in document["new"]["furniture"]],
        "words": document["summary"]["words"],
        "changes": [_change(change) for change in document["changes"]],
    }
    return json.dumps(kept, ensure_ascii=False, indent=2) + "\n"


def by_lines(document: dict[str, Any]) -> str:
    """The text diff in a report, an operation a line."""
    kept = [json.dumps({"unit": document["unit"]}), *(json.dumps(op, ensure_ascii=False) for op in document["ops"])]
    for move in document["moves"]:
        kept += [json.dumps({"move": move["id"]}), *(json.dumps(op, ensure_ascii=False) for op in move["ops"])]
    return escaped_in_json("\n".join(kept)) + "\n"


def _change(change: dict[str, Any]) -> dict[str, Any]:
    kept = {name: change[name] for name in ("kind", "moved", "disclosed", "weight", "rule")}
    facets = [
        {
            "facet": facet["facet"],
            "old": _evidence(facet["old"]),
            "new": _evidence(facet["new"]),
            "difference": facet["difference"],
        }
        for facet in change["facets"]
    ]
    return kept | {"facets": facets, "old": _claim(change["old"]), "new": _claim(change["new"])}


def _evidence(evidence: dict[str, Any] | None) -> str | None:
    if evidence is None:
        return None
    text, value = str(evidence["text"]), str(evidence["value"])
    return text if value in {"", text} else f"{text} = {value}"


def _claim(claim: dict[str, Any] | None) -> dict[str, Any] | None:
    if claim is None:
        return None
    return {name: part["text"] if isinstance(part := claim[name], dict) else part for name in CLAIM_FIELDS}


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_every_form_is_as_expected(folder: Path, pytestconfig: pytest.Config) -> None:
    for name, content in example(folder).forms().items():
        file = folder / name
        if pytestconfig.getoption("--regenerate"):
            file.write_text(content, encoding="utf-8", newline="")
        assert file.read_bytes().decode() == content, f"{file}: --regenerate writes it anew"


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_the_report_holds_against_its_schema(folder: Path) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    document = json.loads(report_json(*example(folder)))

    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_the_operations_make_up_both_texts(folder: Path) -> None:
    report = example(folder).report

    assert "".join(op.old.of(report.old_text) for op in report.ops) == report.old_text
    assert "".join(op.new.of(report.new_text) for op in report.ops) == report.new_text


@pytest.mark.skipif(which("patch") is None, reason="needs patch")
@pytest.mark.parametrize("patch", ["unified.patch", "unified-0.patch"])
@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_the_patch_makes_the_new_text_of_the_old(folder: Path, patch: str, tmp_path: Path) -> None:
    work = tmp_path / "old.txt"
    work.write_bytes((folder / "old.txt").read_bytes())

    subprocess.run(["patch", "-s", str(work), str(folder / patch)], check=True, capture_output=True)

    assert work.read_bytes() == (folder / "new.txt").read_bytes()


def test_nothing_but_words_reaches_a_terminal() -> None:
    forms = example(Path(__file__).parent / "examples" / "hostile").forms()

    exact = {"expected.json", "unified.patch", "unified-0.patch", "porcelain.txt", "critic.txt"}
    for name in forms.keys() - exact - {"colour.txt"}:
        assert not set("\x1b\x07\r\u202e\u202c\u200b") & set(forms[name]), name
    assert not set("\x07\r\u202e\u202c\u200b") & set(forms["colour.txt"])
    assert "\x1b" not in re.sub(r"\x1b\[[\d;]+m", "", forms["colour.txt"])
