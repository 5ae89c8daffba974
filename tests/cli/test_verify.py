from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Run


def test_a_clean_archive(run: Run, story: Path) -> None:
    assert story.is_dir()
    done = run("verify")
    assert (done.code, done.out) == (0, "")
    assert "3 revisions, 2 texts" in done.err


def test_each_bad_file_is_named_with_the_revisions_it_touches(run: Run, story: Path) -> None:
    text = next(path for path in (story / "articles").rglob("*.txt") if b"closed" in path.read_bytes())
    text.write_bytes(text.read_bytes().replace(b"closed", b"opened"))
    done = run("verify")
    assert done.code == 4
    assert text.name in done.out
    damage = json.loads(run("verify", "--json").out)["damage"]
    assert [len(entry["revisions"]) for entry in damage] == [2]
    shown = run("show", "story")
    assert (shown.code, shown.out) == (4, "")


def test_a_record_lost_from_the_middle_is_missed(run: Run, story: Path) -> None:
    middle = sorted((story / "articles").rglob("*.json"))[1]
    middle.unlink()
    assert run("verify").code == 4
