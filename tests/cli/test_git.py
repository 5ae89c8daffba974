"""git itself, with the very lines that docs/git.md and the README give."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from cli.conftest import Run

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "git.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
ATTRIBUTES = re.findall(r"^ {4}(\S+ diff=archivist)$", PAGE, re.MULTILINE)
CONFIG = re.findall(r"^ {4}(git config .*)$", PAGE, re.MULTILINE)

OLD = """The pier is closed. It was built in 1961 and cost 4,000 crowns.

“Nobody was hurt,” said the harbour master, Ida Moe. The ferry sails at noon.

Those who wait can do so in the fish hall, where there is coffee. Nobody knows yet when the pier opens again.

A diver will look at the piles on Friday. He comes from the yard at Sund, which built them.
"""
NEW = OLD.replace("4,000", "40,000").replace("at noon", "at one o’clock")

pytestmark = pytest.mark.skipif(which("git") is None, reason="needs git")


def git(*words: str, cwd: Path, **environment: str) -> str:
    """What git says; it must succeed and have nothing to say against it."""
    found = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    here = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "HOME": str(cwd), "LC_ALL": "C"}
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", *identity, *words],
        cwd=cwd,
        env=found | here | environment,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b""), done.stderr.decode()
    return done.stdout.decode("utf-8")


def commit(folder: Path) -> None:
    git("add", "--all", cwd=folder)
    git("commit", "--quiet", "--message", "next", cwd=folder)


def configure(folder: Path, lines: list[str]) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for line in lines:
        subprocess.run(["sh", "-c", line], cwd=folder, env=os.environ | {"PATH": path}, check=True, timeout=60)


def make(here: Path) -> Path:
    """A repository set up by the page, with a commit, then changed, new, deleted, renamed and hostile files."""
    git("init", "--quiet", cwd=here)
    configure(here, CONFIG)
    (here / ".gitattributes").write_text("\n".join(ATTRIBUTES) + "\n", encoding="utf-8")
    files = {
        "story.txt": OLD,
        "gone.txt": "This goes away. All of it.\n",
        "draft.md": OLD,
        "control.txt": "A \x1b[2Jred boat.\r\nThe \u202eend.\n",
        "-dash.txt": "One dash.\n",
        "a space.txt": "One space.\n",
    }
    for name, text in files.items():
        (here / name).write_text(text, encoding="utf-8", newline="")
    (here / "latin.txt").write_bytes(b"Caf\xe9 one.\n")
    (here / "noise.txt").write_bytes(bytes(range(256)))
    commit(here)
    (here / "story.txt").write_text(NEW, encoding="utf-8")
    (here / "gone.txt").unlink()
    (here / "fresh.txt").write_text("A new file. With two sentences.\n", encoding="utf-8")
    (here / "draft.md").rename(here / "final.md")
    (here / "final.md").write_text(NEW, encoding="utf-8")
    (here / "control.txt").write_text("A \x1b[3Jred ship.\r\nThe \u202eend.\n", encoding="utf-8", newline="")
    (here / "-dash.txt").write_text("Two dashes.\n", encoding="utf-8")
    (here / "a space.txt").write_text("Two spaces.\n", encoding="utf-8")
    (here / "latin.txt").write_bytes(b"Caf\xe9 two.\n")
    (here / "noise.txt").write_bytes(bytes(range(255, -1, -1)))
    return here


@pytest.fixture
def repository(here: Path) -> Path:
    return make(here)


class Shown(NamedTuple):
    """What git shows of the same change as lines of sentences and as pages."""

    lines: list[str]
    pages: str


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """One change, by all commands that show it."""
    folder = make(tmp_path_factory.mktemp("shown"))
    git("add", "--all", cwd=folder)
    pages = [git("diff", "--cached", cwd=folder)]
    commit(folder)
    pages += [git(*words, "--ext-diff", "--format=", cwd=folder) for words in (("log", "-p", "-1"), ("show",))]
    lines = [
        git("log", "-p", "-1", "--format=", cwd=folder),
        git("show", "--format=", cwd=folder),
        git("diff", "--no-ext-diff", "HEAD~1", cwd=folder),
    ]
    assert len({output.strip() for output in lines}) == 1
    assert len({output.strip() for output in pages}) == 1
    return Shown(lines[0].splitlines(), pages[0])


def test_the_page_has_the_lines(repository: Path) -> None:
    assert repository.is_dir()
    assert len(ATTRIBUTES) == 3
    assert len(CONFIG) == 3
    assert set(re.findall(r"^ {4}(git config .*)$", README, re.MULTILINE)) < set(CONFIG)


def test_log_show_and_diff_compare_sentences(shown: Shown) -> None:
    lines = shown.lines

    assert "-It was built in 1961 and cost 4,000 crowns." in lines
    assert "+It was built in 1961 and cost 40,000 crowns." in lines
    assert " The pier is closed." in lines
    assert "-The ferry sails at noon." in lines
    assert " “Nobody was hurt,” said the harbour master, Ida Moe." in lines


def test_new_deleted_and_renamed_files_are_sentences_too(shown: Shown) -> None:
    lines = shown.lines

    assert [line for line in lines if line.startswith("+") and "file" in line] == ["+A new file."]
    assert "+With two sentences." in lines
    assert "-This goes away." in lines
    assert "-All of it." in lines
    assert "rename from draft.md" in lines
    assert lines.count("+The ferry sails at one o’clock.") == 2


def test_no_file_stops_git_and_nothing_acts_on_a_terminal(shown: Shown) -> None:
    lines = shown.lines

    assert "-A \\x1b[2Jred boat." in lines
    assert " The <U+202E>end." in lines
    assert "-Caf\\xe9 one." in lines
    assert "+Caf\\xe9 two." in lines
    assert "+Two dashes." in lines
    assert "+Two spaces." in lines
    assert not set("\x1b\x07\r\u202e") & set("".join(lines))
    assert any("noise.txt" in line for line in lines)


def test_pages_show_the_words_that_changed(shown: Shown) -> None:
    pages = shown.pages

    assert "story.txt — words: 3 added, 2 removed; " in pages
    assert "It was built in 1961 and cost [-4,000-]{+40,000+}" in pages
    assert "[-noon-]{+one o’clock+}." in pages
    assert "⋯ 4 sentences unchanged ⋯" in pages
    assert "@@" not in pages


def test_pages_of_new_deleted_renamed_and_odd_files(shown: Shown) -> None:
    pages = shown.pages

    assert "fresh.txt — new file; words: 6 added\n\n{+A new file. With two sentences.+}" in pages
    assert "gone.txt — deleted; words: 6 removed\n\n[-This goes away. All of it.-]" in pages
    assert "draft.md → final.md — words:" in pages
    assert "-dash.txt — words:" in pages
    assert "a space.txt — words:" in pages
    assert "noise.txt — no text\n" in pages
    assert "\\x1b" in pages
    assert not set("\x1b\x07\r\u202e") & set(pages)


def test_a_mode_and_a_name_can_be_all_that_changed(repository: Path) -> None:
    commit(repository)
    (repository / "story.txt").chmod(0o755)
    git("mv", "final.md", "last.md", cwd=repository)

    assert "story.txt — mode 100644 → 100755\n" in git("diff", cwd=repository)
    assert "final.md → last.md\n" in git("diff", "--cached", cwd=repository)


def test_a_file_in_conflict_does_not_stop_git(repository: Path) -> None:
    commit(repository)
    git("checkout", "--quiet", "-b", "other", "HEAD~1", cwd=repository)
    (repository / "story.txt").write_text(OLD.replace("4,000", "7"), encoding="utf-8")
    commit(repository)
    with pytest.raises(AssertionError):
        git("merge", "--quiet", "-", cwd=repository)

    assert "story.txt" in git("diff", cwd=repository)
    assert "<<<<<<<" in git("diff", "--no-ext-diff", "--no-textconv", cwd=repository)
    assert "story.txt" in git("diff", "--ours", "--", "story.txt", cwd=repository)


def test_pages_are_coloured_and_as_wide_as_the_terminal_where_git_pages(repository: Path) -> None:
    in_pager = {"GIT_PAGER_IN_USE": "1", "TERM": "xterm"}
    coloured = git("diff", "--", "story.txt", cwd=repository, COLUMNS="40", **in_pager)

    assert "\x1b[9;38;5;166m4,000\x1b[0m\x1b[4;38;5;32m40,000\x1b[0m" in coloured
    plain = re.sub(r"\x1b\[[\d;]*m", "", coloured)
    assert 30 < max(map(len, plain.splitlines())) <= 40
    assert "\x1b" not in git("diff", "--", "story.txt", cwd=repository, NO_COLOR="1", **in_pager)


def test_difftool_takes_two_paths(repository: Path) -> None:
    commit(repository)
    (line,) = re.findall(r"^ {4}git (difftool .*?) -- story.txt$", PAGE, re.MULTILINE)
    words = re.findall(r'"([^"]*)"|(\S+)', line)
    shown = git(*[quoted or bare for quoted, bare in words], "--", "story.txt", cwd=repository)

    assert shown.startswith("story.txt — words: 3 added, 2 removed; ")
    assert "[-4,000-]{+40,000+}" in shown


def test_in_an_archive_each_revision_is_shown_against_the_one_before(repository: Path, run: Run) -> None:
    assert run("init").code == 0
    for day, name, text in ((1, "a.txt", OLD), (2, "b.txt", NEW)):
        (repository / name).write_text(text, encoding="utf-8")
        run("ingest", name, "--article", "pier", "--captured", f"2026-03-0{day}T09:00:00Z")
        commit(repository)
    (line,) = re.findall(r"^ {4}git (log .*)$", PAGE[PAGE.index("## In an archive") :], re.MULTILINE)
    words = line.replace('"', "").replace("harbor-bridge", "pier").split()
    shown = git(words[0], "-1", *words[1:], cwd=repository)

    assert "[-4,000-]{+40,000+}" in shown
    assert "new file" not in shown


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"%PDF-1.7\n", bytes(range(256)) * 9, b"\xef\xbb\xbfA. B.\n"])
def test_textconv_takes_any_bytes(run: Run, here: Path, data: bytes) -> None:
    (here / "file").write_bytes(data)
    done = run("git-textconv", "file")

    assert (done.code, done.err) == (0, "")
    assert bool(done.out) == bool(data.strip())
    assert run("git-difftool", "file", "file").code == 0


def test_textconv_reads_other_encodings_where_they_are_sure(run: Run, here: Path) -> None:
    (here / "wide.txt").write_bytes("Ål. Øl går.\n".encode("utf-16"))

    assert run("git-textconv", "wide.txt").out == "Ål.\nØl går.\n"


def test_thousands_of_sentences_in_one_line(run: Run, here: Path) -> None:
    (here / "long.txt").write_text("The pier is closed. " * 20_000, encoding="utf-8")

    assert run("git-textconv", "long.txt").out.count("\n") == 20_000


@pytest.mark.parametrize("words", [(), ("a", "b", "c")])
def test_difftool_says_what_it_takes(run: Run, words: tuple[str, ...]) -> None:
    done = run("git-difftool", *words)

    assert done.code == 2
    assert not done.out


def test_a_path_in_conflict_is_all_that_git_gives(run: Run) -> None:
    assert run("git-difftool", "story.txt").out == "story.txt — in conflict\n\n"


def test_what_git_runs_loads_neither_typer_nor_claims(here: Path) -> None:
    (here / "a.txt").write_text(OLD, encoding="utf-8")
    (here / "b.txt").write_text(NEW, encoding="utf-8")
    probe = "import sys; from archivist.cli.main import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"

    def loaded(*words: str) -> set[str]:
        run = subprocess.run(
            [sys.executable, "-c", probe, *words], cwd=here, capture_output=True, text=True, check=True, timeout=60
        )
        return set(run.stderr.split())

    floors: Callable[[set[str]], set[str]] = lambda names: {  # noqa: E731  # used twice, here only
        name.split(".")[1] for name in names if name.startswith("archivist.")
    }
    textconv, difftool = loaded("git-textconv", "a.txt"), loaded("git-difftool", "a.txt", "b.txt")
    assert floors(textconv) == {"cli", "errors", "model", "render", "text"}
    assert not {"typer", "pathlib", "chardet", "diff_match_patch", "jsonschema"} & textconv
    assert not {"typer", "chardet", "jsonschema"} & difftool
    assert not {name for name in difftool if name.startswith("archivist.claims.") and "furniture" not in name}
