"""A terminal never gets a character from outside that steers it: every command, at a pseudo-terminal.

Outside is everything but the command itself: texts, metadata, file names, ids and words on the command line.
"""

from __future__ import annotations

import json
import os
import pty
import re
import select
import signal
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

import pytest

from archivist.cli.app import COMMANDS
from archivist.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

EVIL = (
    "\x1b[35;45;5m\x1b[2J\x1b]0;owned\x07\x1bP+q\x1b\\\x9b2J\x9d0;x\x9c\x85\b\x0b\x0c\x0e\x7f\x00 "
    "\u202e\u2066\u200f\u2069\u061c\u2028\u2029\ufeff\u200b\U000e0041"
)
"""Colours, clearing, a title, a device control string, C1 forms of the same, and characters that turn or hide text."""
MILD = "".join(char for char in EVIL if char == " " or (ord(char) >= 0xA0 and char not in "\u2028\u2029"))
"""What metadata may hold of it."""
NAME = "evil\x1b[35;45;5m\x9b2J\u202etxt"
OWN = re.compile(
    r"\x1b\[(?:0|1|2|3|4|7|9|22|23|24|27|29|[349][0-7]|[39]9|38;5;[0-9]+|48;5;[0-9]+)?(?:;[0-9]+)*m|\x1b\[K"
)
"""What the program itself sends: colours and weights, and a line taken away."""
STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e0fff]"
)
SECONDS = 60


class Shown(NamedTuple):
    """What a terminal got, and the exit code."""

    code: int
    text: str


def _run(folder: Path, words: tuple[str, ...]) -> int:
    """The program, with the terminal that this process has now."""
    os.chdir(folder)
    os.environ.update(TERM="xterm-256color", PAGER="cat", COLUMNS="100", LINES="2000")
    for name in ("NO_COLOR", "ARCHIVIST_ARCHIVE", "ARCHIVIST_DEBUG"):
        os.environ.pop(name, None)
    sys.stdin, sys.stdout, sys.stderr = (os.fdopen(number, mode) for number, mode in enumerate("rww"))
    code = main(words)
    sys.stdout.flush()
    sys.stderr.flush()
    return code


def _at_terminal(folder: Path, *words: str) -> Shown:
    """Run the program in a child with a terminal for all three streams."""
    child, terminal = pty.fork()
    if child == 0:
        code = 99
        try:
            code = _run(folder, words)
        finally:
            os._exit(code)
    got = bytearray()
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if select.select([terminal], [], [], 1)[0]:
            try:
                got += os.read(terminal, 65536)
            except OSError:  # what Linux says when nobody holds the other end any more
                break
    else:
        os.kill(child, signal.SIGKILL)
    os.close(terminal)
    return Shown(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), got.decode("utf-8", "surrogateescape"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with hostile texts, metadata and names, and an archive of them, with one file damaged."""
    folder = tmp_path_factory.mktemp("terminal")
    story = (
        f'The mayor of Lindow {EVIL} said: "The bridge {EVIL} is closed," on 3 March.\n\n'
        f"About 1,500 people{EVIL}were told, and {EVIL} officials hid it.\n"
    )
    changed = story.replace("closed", f"open{EVIL}").replace("1,500", "2,500")
    (folder / f"{NAME}.txt").write_text(story, encoding="utf-8")
    (folder / "new.txt").write_text(changed, encoding="utf-8")
    (folder / "new\n\x1b[2Jline.txt").write_text(changed, encoding="utf-8")
    (folder / os.fsdecode(b"bytes\xff\x9b2J.txt")).write_text(changed, encoding="utf-8")
    sidecar = {"headline": f"Bridge {MILD} closed", "byline": f"By {MILD} Ida", "x-note": {"a": [EVIL]}}
    (folder / "meta.json").write_text(json.dumps(sidecar), encoding="utf-8")
    wrong = {EVIL: EVIL, "headline": EVIL, "x-a": {EVIL: 1.5}, "url": f"javascript:{EVIL}"}
    (folder / f"{NAME}.json").write_text(json.dumps(wrong, ensure_ascii=False), encoding="utf-8")
    for name in ("bad\x1b[2J.json", "double.json"):
        (folder / name).write_bytes(f'{{"{EVIL}": 1, "{EVIL}": NaN, \x1b[2J\n'.encode())
    for archive in ("archive", "other"):
        assert _at_terminal(folder, "init", archive).code == 0
        words = ["--archive", archive, "ingest", "--meta", "meta.json", "--article", "story", "--captured"]
        for day, text in enumerate((f"{NAME}.txt", "new.txt", f"{NAME}.txt"), start=1):
            when = f"2026-03-0{day + (archive == 'other')}T09:00:00Z"
            assert _at_terminal(folder, *words, when, text).code == 0
    planted = next((folder / "other" / "articles").glob("*/*"))
    (planted / f"{NAME}.txt").write_bytes(b"")
    return folder


FORMS = (
    "|--json|--markdown|--unified|--word|--critic|--stat|--only text|--format github|--format sarif"
    "|--context 2|--explain 1"
)
WORDS: dict[str, list[list[str]]] = {
    "init": [[f"made{NAME}"], ["new.txt"], [f"new.txt/{NAME}"]],
    "ingest": [
        [f"{NAME}.txt"],
        ["--meta", "meta.json", "new\n\x1b[2Jline.txt", os.fsdecode(b"bytes\xff\x9b2J.txt")],
        ["new.txt", "--article", EVIL.replace("\0", "")],
        ["new.txt", "--captured", NAME],
        ["new.txt", "--set", f"{NAME}={NAME}", "--article", "x"],
        ["new.txt", "--encoding", NAME],
        ["new.txt", "--durability", NAME],
        [f"{NAME}*", "--json"],
        [NAME],
    ],
    "list": [[], ["--json"], ["--archive", NAME]],
    "log": [["story"], ["story", "--changes"], ["story", "--json"], [NAME]],
    "show": [["story"], ["story", "--record"], ["story", "--json"], [f"story@{NAME}"]],
    "diff": [
        *(["story@1", "story@2", *form.split()] for form in FORMS.split("|")),
        [f"{NAME}.txt", "new\n\x1b[2Jline.txt"],
        [NAME, f"./{NAME}"],
    ],
    "report": [["story", "-o", "-"], ["story", "-o", f"{NAME}.html"], ["story", "-o", f"{NAME}/b"]],
    "site": [["-o", f"site{NAME}"], ["-o", "new.txt"], ["-o", "a", "--base-url", NAME]],
    "blame": [["story"], ["story", "--words"], ["story", "--json"], [NAME]],
    "claims": [["story"], ["story", "--explain"], ["story", "--json"], [f"{NAME}.txt"]],
    "validate": [
        [f"{NAME}.json", "bad\x1b[2J.json", "double.json", "meta.json", NAME],
        [f"{NAME}.json", "--json"],
    ],
    "verify": [[], ["--archive", "other"], ["--archive", "other", "--json"], ["--seal", NAME]],
    "seal": [[], ["--origin", NAME], ["--archive", NAME]],
    "repair": [["--archive", "other", "--from", "archive"], ["--from", NAME]],
    "merge": [["other"], [NAME]],
    "git-textconv": [["new.txt"], [f"{NAME}.txt"], [NAME]],
    "git-difftool": [[f"{NAME}.txt", "new.txt"], [NAME], [NAME, NAME]],
}
"""What each command is given: hostile texts, metadata, names and words."""


def test_every_command_is_here() -> None:
    assert set(WORDS) == set(COMMANDS)


@pytest.mark.parametrize("command", WORDS)
def test_nothing_from_outside_steers_a_terminal(folder: Path, command: str) -> None:
    for words in WORDS[command]:
        shown = _at_terminal(folder, command, *words)
        rest = OWN.sub("", shown.text.replace("\x1b[35;45;5m", "\x1b?")).replace("\r\n", "\n").replace("\r", "")
        assert STEERING.findall(rest) == [], (words, rest)
        assert "Traceback" not in rest
        assert shown.code in range(5), (words, rest)


def test_a_command_that_does_not_exist(folder: Path) -> None:
    shown = _at_terminal(folder, NAME)
    assert shown.code == 2
    assert STEERING.findall(OWN.sub("", shown.text).replace("\r\n", "\n")) == []


@pytest.mark.parametrize("words", [["ingest", "new.txt", f"--{NAME}"], ["list", NAME], [f"--{NAME}"]])
def test_words_that_do_not_belong(folder: Path, words: list[str]) -> None:
    shown = _at_terminal(folder, *words)
    assert STEERING.findall(OWN.sub("", shown.text).replace("\r\n", "\n")) == []


def test_the_check_would_see_it(folder: Path) -> None:
    text = "\x1b[35;45;5m \u202e"
    seen = OWN.sub("", text.replace("\x1b[35;45;5m", "\x1b?"))
    assert STEERING.findall(seen) == ["\x1b", "\u202e"]
    assert "\\x1b[35;45;5m" in _at_terminal(folder, "show", "story").text
    assert "<U+202E>" in _at_terminal(folder, "show", "story").text
