"""Things planted in an archive: nothing leads out of it, nothing hangs, and each is refused with the reason."""

from __future__ import annotations

import os
import socket
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from archivist.archive.layout import home
from archivist.errors import ArchivistError, DamagedError, WriteError
from archivist.model.text import Text

if TYPE_CHECKING:
    from pathlib import Path

    from archivist.archive.store import Archive

LATER = datetime(2026, 4, 1, tzinfo=UTC)
NEW = Text("New.\n", b"New.\n")


def _outside(tmp_path: Path) -> Path:
    outside = tmp_path / "outside"
    outside.mkdir()
    return outside


@pytest.mark.parametrize("level", ["articles", "outer", "inner", "tmp"])
def test_a_folder_that_is_a_symbolic_link_is_not_followed(
    archive: Archive, story: Path, tmp_path: Path, level: str
) -> None:
    planted = {"articles": story.parent.parent, "outer": story.parent, "inner": story, "tmp": archive.path / "tmp"}[
        level
    ]
    outside = _outside(tmp_path) / "moved"
    planted.rename(outside)
    planted.symlink_to(outside)
    before = sorted(outside.rglob("*"))
    with pytest.raises(DamagedError, match="symbolic link"):
        archive.put("story", NEW, captured_at=LATER, metadata={})
    assert sorted(outside.rglob("*")) == before
    if level == "tmp":
        return
    with pytest.raises(DamagedError, match="symbolic link"):
        archive.revisions("story")
    assert ["symbolic link" in damage.what for damage in archive.verify().damage] == [True]


def test_a_new_articles_folder_planted_as_a_link_is_not_written_to(archive: Archive, tmp_path: Path) -> None:
    outside = _outside(tmp_path)
    folder = archive.path / home("new").path
    folder.parent.mkdir(exist_ok=True)
    folder.symlink_to(outside)
    with pytest.raises(DamagedError, match="symbolic link"):
        archive.put("new", NEW, captured_at=LATER, metadata={})
    assert list(outside.iterdir()) == []


def test_a_text_planted_as_a_link_is_not_read_and_not_replaced(archive: Archive, story: Path, tmp_path: Path) -> None:
    first = archive.get("story", "1")
    path = story / home("story").text(first.text_sha256)
    secret = tmp_path / "secret"
    path.rename(secret)
    path.symlink_to(secret)
    with pytest.raises(DamagedError, match="symbolic link"):
        archive.read(first)
    with pytest.raises(ArchivistError, match="symbolic link"):
        archive.put("story", Text(secret.read_text(), secret.read_bytes()), captured_at=LATER, metadata={})
    assert path.is_symlink()
    (damage,) = archive.verify().damage
    assert "symbolic link" in damage.what
    assert len(damage.revisions) == 2


@pytest.mark.parametrize("kind", ["pipe", "socket", "folder"])
def test_what_is_no_plain_file_neither_hangs_nor_passes(
    archive: Archive, story: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, third = archive.get("story", "1"), archive.get("story", "3")
    for path in (story / home("story").text(first.text_sha256), next(story.glob("20260302*.json"))):
        path.unlink()
        if kind == "pipe":
            os.mkfifo(path)
        elif kind == "folder":
            path.mkdir()
        else:
            monkeypatch.chdir(path.parent)  # the path of a socket has a short limit
            with socket.socket(socket.AF_UNIX) as planted:
                planted.bind(f"../{path.parent.name}/s")
            (path.parent / "s").rename(path)
    with pytest.raises(DamagedError, match=f"is a {kind}; a plain file belongs there"):
        archive.read(first)
    with pytest.raises(DamagedError, match=f"is a {kind}; a plain file belongs there"):
        archive.revisions("story")
    damage = archive.verify().damage
    assert [kind in each.what for each in damage] == [True, True]
    assert {each.path[-4:]: each.revisions for each in damage} == {"json": (first.digest,), ".txt": (third.digest,)}


@pytest.mark.parametrize("content", [b"something else", b"", b"New.\nand more"])
def test_a_name_taken_by_other_bytes_is_refused_and_kept(archive: Archive, story: Path, content: bytes) -> None:
    taken = story / home("story").text(sha256(NEW.data).hexdigest())
    taken.write_bytes(content)
    records = sorted(story.glob("*.json"))
    with pytest.raises(WriteError, match="other bytes") as error:
        archive.put("story", NEW, captured_at=LATER, metadata={})
    assert taken.name in str(error.value)
    assert taken.read_bytes() == content
    assert sorted(story.glob("*.json")) == records
