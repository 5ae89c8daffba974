from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from cli.conftest import Run

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
OLD = str(EXAMPLES / "harrow-bridge" / "3.txt")
NEW = str(EXAMPLES / "harrow-bridge" / "4.txt")


def test_two_files_two_revisions_and_one_article_tell_the_same(run: Run) -> None:
    run("init")
    run("ingest", str(EXAMPLES))
    words = [(OLD, NEW), ("harrow-bridge@3", "harrow-bridge@4"), ("harrow-bridge",), ("harrow-bridge@4",)]
    reports = [json.loads(run("diff", *operands, "--json").out) for operands in words]
    assert [report["changes"] == reports[0]["changes"] for report in reports] == [True] * 4
    assert [report["ops"] == reports[0]["ops"] for report in reports] == [True] * 4
    assert reports[0]["changes"]


def test_a_file_and_a_revision_can_be_mixed(run: Run) -> None:
    run("init")
    run("ingest", str(EXAMPLES))
    report = json.loads(run("diff", "harrow-bridge@3", NEW, "--json").out)
    assert report["old"]["article"] == "harrow-bridge"
    assert report["new"]["name"] == NEW


def test_metadata_comes_first_then_claims_then_words(run: Run) -> None:
    out = run("diff", OLD, NEW).out
    headline = out.index("headline")
    claim = out.index("figure")
    words = out.rindex("recorder")
    assert headline < claim < words


def test_only_one_half(run: Run) -> None:
    claims, text = run("diff", OLD, NEW, "--only", "claims").out, run("diff", OLD, NEW, "--only", "text").out
    assert "disclosed" in claims
    assert "disclosed" not in text
    assert len(claims) + len(text) < 2 * len(run("diff", OLD, NEW).out)


def test_exit_code_is_one_only_when_asked_and_only_for_a_difference(run: Run) -> None:
    assert run("diff", OLD, NEW).code == 0
    assert run("diff", OLD, NEW, "--exit-code").code == 1
    assert run("diff", OLD, OLD, "--exit-code").code == 0


def test_spans_are_slices_of_their_texts(run: Run) -> None:
    report = json.loads(run("diff", OLD, NEW, "--json").out)
    texts = {"old": Path(OLD).read_text(encoding="utf-8"), "new": Path(NEW).read_text(encoding="utf-8")}
    seen = 0
    for holder in [*report["changes"], *report["ops"], *(facet for c in report["changes"] for facet in c["facets"])]:
        for side, text in texts.items():
            place = holder[side]
            if place is not None and "text" in place:
                assert text[place["start"] : place["end"]] == place["text"]
                seen += 1
    assert seen > 20
    assert "".join(op["old"]["text"] for op in report["ops"]) == texts["old"]
    assert "".join(op["new"]["text"] for op in report["ops"]) == texts["new"]


def test_the_unified_form_is_a_patch(run: Run, here: Path) -> None:
    import subprocess

    (here / "work.txt").write_bytes(Path(OLD).read_bytes())
    (here / "p.patch").write_text(run("diff", OLD, NEW, "--unified").out, encoding="utf-8")
    subprocess.run(["patch", "work.txt", "p.patch"], cwd=here, check=True, capture_output=True, timeout=60)
    assert (here / "work.txt").read_bytes() == Path(NEW).read_bytes()


def test_the_word_form_marks_words(run: Run) -> None:
    assert "[-$1.4" in run("diff", OLD, NEW, "--word").out


def test_a_first_revision_has_nothing_before_it(run: Run, story: Path) -> None:
    assert story.is_dir()
    done = run("diff", "story@1")
    assert done.code == 3
    assert "nothing stands before" in done.err


def test_claims_lists_what_a_text_asserts(run: Run) -> None:
    out = run("claims", NEW).out
    assert "Paula Reyes" in out
    document = json.loads(run("claims", NEW, "--json").out)
    kinds = {claim["kind"] for claim in document["claims"]}
    assert kinds == {"quote", "statement", "assertion"}


@pytest.mark.parametrize("form", [(), ("--json",), ("--markdown",), ("--word",), ("--unified",)])
def test_the_same_bytes_whatever_the_hash_seed(here: Path, form: tuple[str, ...]) -> None:
    import os
    import subprocess
    import sys

    assert here.is_dir()
    outputs = set()
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": f"Etc/GMT+{seed}", "LC_ALL": "C"}
        command = [sys.executable, "-m", "archivist", "diff", OLD, NEW, *form]
        outputs.add(subprocess.run(command, capture_output=True, check=True, timeout=60, env=environment).stdout)
    assert len(outputs) == 1


@pytest.mark.parametrize("form", ["--json", "--stat", "--unified", "--word", "--critic", "--format=github"])
def test_half_of_a_form_that_is_always_whole_is_refused(run: Run, form: str) -> None:
    done = run("diff", OLD, NEW, form, "--only", "claims")
    assert (done.code, done.out) == (2, "")
    assert "--only says nothing to --" in done.err
