"""The forms of `diff` and their options, and its pager, on a terminal that is one."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from terminals import on_a_terminal

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Run

OLD = "One stays. Two goes. Three stays.\n\nFour stays. Five stays.\nSix stays. It costs 7 crowns.\n"
NEW = "One stays. Two went. Three stays.\n\nFour stays. Five stays.\nSix stays. It costs 8 crowns.\n"


@pytest.fixture
def pair(here: Path) -> tuple[str, str]:
    """Two files that differ in two words."""
    (here / "old.txt").write_text(OLD, encoding="utf-8")
    (here / "new.txt").write_text(NEW, encoding="utf-8")
    return "old.txt", "new.txt"


def test_word_alone_is_plain_and_takes_a_form_after_an_equals_sign(run: Run, pair: tuple[str, str]) -> None:
    plain = run("diff", "--word", *pair).out

    assert "Two [-goes-]{+went+}. Three stays.\n" in plain
    assert run("diff", *pair, "--word").out == run("diff", *pair, "--word=plain").out == plain
    assert "\n-goes\n+went\n" in run("diff", *pair, "--word=porcelain").out


def test_a_form_of_words_that_is_none_is_told(run: Run, pair: tuple[str, str]) -> None:
    done = run("diff", *pair, "--word=fancy")

    assert done.code == 2
    assert "'plain', 'porcelain'" in done.err


def test_word_before_two_dashes_and_files_behind(run: Run, here: Path, pair: tuple[str, str]) -> None:
    (here / "--word").write_text(OLD, encoding="utf-8")

    assert "[-goes-]" in run("diff", "--word", "--", "./--word", pair[1]).out


def test_criticmarkup_holds_both_texts(run: Run, pair: tuple[str, str]) -> None:
    marked = run("diff", *pair, "--critic").out

    assert marked == OLD.replace("goes", "{~~goes~>went~~}").replace("7", "{~~7~>8~~}")


def test_criticmarkup_refuses_texts_that_hold_it(run: Run, here: Path, pair: tuple[str, str]) -> None:
    (here / "new.txt").write_text("One {++stays++}.\n", encoding="utf-8")
    done = run("diff", *pair, "--critic")

    assert (done.code, done.out) == (3, "")
    assert "'{++' at character 4" in done.err


@pytest.mark.parametrize(
    ("context", "folded"), [((), [4]), (("--context", "0"), [4]), (("--context", "1"), [2]), (("--context=2",), [])]
)
def test_context_counts_sentences_on_a_terminal(
    run: Run, pair: tuple[str, str], context: tuple[str, ...], folded: list[int]
) -> None:
    import re

    shown = run("diff", *pair, "--only", "text", *context).out

    assert [int(number) for number in re.findall(r"⋯ (\d+) sentences", shown)] == folded


def test_context_counts_lines_elsewhere(run: Run, pair: tuple[str, str]) -> None:
    assert run("diff", *pair, "--unified").out.count("@@ -") == 1
    assert run("diff", *pair, "--unified", "--context", "0").out.count("@@ -") == 2
    assert run("diff", *pair, "--word", "--context", "0").out.count("@@ -") == 2


@pytest.mark.parametrize("form", ["--json", "--markdown", "--critic", "--stat"])
def test_context_where_there_is_none_is_told(run: Run, pair: tuple[str, str], form: str) -> None:
    done = run("diff", *pair, form, "--context", "0")

    assert (done.code, done.out) == (2, "")
    assert form in done.err


def test_one_form_at_a_time(run: Run, pair: tuple[str, str]) -> None:
    done = run("diff", *pair, "--stat", "--critic")

    assert done.code == 2
    assert "--critic and --stat exclude each other" in done.err


def test_stat_is_one_line(run: Run, pair: tuple[str, str]) -> None:
    kept = "87.5 % of the old text kept"

    assert run("diff", *pair, "--stat").out == f"old.txt → new.txt: 2 words added, 2 removed, 0 moved, {kept}\n"
    summary = json.loads(run("diff", *pair, "--json").out)["summary"]
    assert summary["shareKept"] == 0.875


@pytest.mark.parametrize(
    ("texts", "ignored", "differs"),
    [
        (("Ann left.\nBo stayed.\n", "Ann  left. Bo stayed."), ("space",), False),
        (("Ann left.\n\nBo stayed.\n", "Ann left. Bo stayed.\n"), ("space",), False),
        (("Ann left.\n", "Ann left.\n"), ("space",), False),
        (("Ann left.\n", "Ann stayed.\n"), ("space", "typography"), True),
        (("Ann left.\n", "Ann left!\n"), ("space", "typography"), True),
        (("“I can’t…” – so he said.\n", '"I can\'t..." - so he said.\n'), ("typography",), False),
        (("Ten boats — old ones — sank.\n", "Ten boats -- old ones -- sank.\n"), ("typography",), False),
        (("5\u00a0%, 10–12\n", "5 %, 10-12\n"), ("typography",), False),
        (("Ann left.\nBo stayed.\n", "Ann left. Bo stayed.\n"), ("typography",), True),
        (("“Go.”\n", '"Go."\n'), ("space",), True),
        (("Ten boats—old ones.\nSank.\n", "Ten boats -- old ones. Sank.\n"), ("space", "typography"), False),
        (("Ten boats—old ones.\nSank.\n", "Ten boats -- old ones. Sank.\n"), ("typography",), True),
    ],
)
def test_what_is_ignored_is_no_change(
    run: Run, here: Path, texts: tuple[str, str], ignored: tuple[str, ...], *, differs: bool
) -> None:
    for name, text in zip(("a.txt", "b.txt"), texts, strict=True):
        (here / name).write_text(text, encoding="utf-8")
    options = [word for kind in ignored for word in ("--ignore", kind)]
    done = run("diff", "a.txt", "b.txt", "--exit-code", *options)

    assert done.code == int(differs)
    assert done.out.startswith("No differences") is not differs
    for form in ("--unified", "--word", "--word=porcelain"):
        assert bool(run("diff", "a.txt", "b.txt", form, *options).out) is differs


def test_places_stay_those_of_the_texts(run: Run, here: Path) -> None:
    old, new = "“Wait…”\n\nAnn said no.\n", '"Wait..." Ann said yes.\n'
    (here / "a.txt").write_text(old, encoding="utf-8")
    (here / "b.txt").write_text(new, encoding="utf-8")
    report = json.loads(run("diff", "a.txt", "b.txt", "--json", "--ignore=space", "--ignore=typography").out)

    assert report["ignored"] == ["space", "typography"]
    assert [(op["kind"], op["old"]["text"] or op["new"]["text"]) for op in report["ops"] if op["kind"] != "equal"] == [
        ("delete", "no"),
        ("insert", "yes"),
    ]
    for op in report["ops"]:
        assert old[op["old"]["start"] : op["old"]["end"]] == op["old"]["text"]
        assert new[op["new"]["start"] : op["new"]["end"]] == op["new"]["text"]


def test_no_differences_but_those_that_are_ignored_are_told(run: Run, here: Path, pair: tuple[str, str]) -> None:
    (here / "new.txt").write_text(OLD.replace("\n", " "), encoding="utf-8")

    assert run("diff", *pair, "--ignore", "space").out == "No differences but in space.\n"
    assert run("diff", *pair[:1], *pair[:1], "--ignore", "space").out == "No differences.\n"


def test_forms_of_words_look_for_no_claims(here: Path, pair: tuple[str, str]) -> None:
    probe = "import sys; from archivist.cli.main import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    for form in ("--word", "--unified", "--critic", "--stat"):
        run = subprocess.run(
            [sys.executable, "-c", probe, "diff", *pair, form],
            cwd=here, capture_output=True, text=True, check=True, timeout=60,
        )  # fmt: skip
        assert "archivist.claims.extract" not in run.stderr.split()


@pytest.fixture
def pager(here: Path) -> str:
    """A pager that shows what it is given between two marks."""
    program = here / "pager"
    program.write_text("#!/bin/sh\necho \"<<$LESS\"\ncat\necho '>>'\n", encoding="utf-8")
    program.chmod(0o755)
    return str(program)


@pytest.fixture
def long_pair(here: Path) -> tuple[str, str]:
    """Two files with a report that is longer than a terminal."""
    lines = [f"Boat {number} left the harbour at dawn.\n\n" for number in range(40)]
    (here / "long.txt").write_text("".join(lines), encoding="utf-8")
    (here / "longer.txt").write_text("".join(lines).replace("dawn", "noon \x1b[2J"), encoding="utf-8")
    return "long.txt", "longer.txt"


def test_long_output_goes_through_the_pager(here: Path, long_pair: tuple[str, str], pager: str) -> None:
    shown = on_a_terminal(here, "diff", *long_pair, PAGER=f"{pager} -x")

    assert shown.startswith("<<FRX\n")
    assert shown.endswith(">>\n")
    assert "\x1b[9;38;5;166mdawn" in shown
    assert on_a_terminal(here, "diff", *long_pair, PAGER=pager, LESS="S").startswith("<<S\n")


@pytest.mark.parametrize(
    ("words", "program"),
    [(("--no-pager",), None), ((), ""), ((), "cat"), ((), "no-such-program"), ((), "'")],
)
def test_without_a_pager_all_the_same(
    here: Path, long_pair: tuple[str, str], pager: str, words: tuple[str, ...], program: str | None
) -> None:
    shown = on_a_terminal(here, "diff", *long_pair, *words, PAGER=pager if program is None else program)

    assert "<<" not in shown
    assert shown.count("noon") > 40


def test_short_output_needs_no_pager(here: Path, pair: tuple[str, str], pager: str) -> None:
    assert "<<" not in on_a_terminal(here, "diff", *pair, "--word", PAGER=pager)


def test_nothing_is_paged_where_nobody_looks(process: Run, here: Path, long_pair: tuple[str, str]) -> None:
    assert here.is_dir()
    assert process("diff", *long_pair).out.count("noon") > 40


@pytest.mark.parametrize("form", ["--unified", "--critic", "--word=porcelain", "--word", "--only=text"])
def test_what_is_exact_is_still_safe_on_a_terminal(here: Path, long_pair: tuple[str, str], form: str) -> None:
    shown = on_a_terminal(here, "diff", *long_pair, form, "--no-pager", NO_COLOR="1")

    assert "\\x1b[2J" in shown
    assert "\x1b" not in shown


def test_a_pager_that_stops_early_is_no_error(here: Path, long_pair: tuple[str, str]) -> None:
    assert on_a_terminal(here, "diff", *long_pair, PAGER="true") == ""
