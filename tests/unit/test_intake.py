"""What words on the command line stand for: which texts are taken in, and which never."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archivist.archive.intake import sources
from archivist.archive.sidecar import metadata_file
from archivist.archive.store import Archive
from archivist.errors import UnreadableError, UsageError
from archivist.model.text import Text

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """A folder with a text at two levels, and an archive that holds one more."""
    (tmp_path / "deep").mkdir()
    for name in ("a.txt", "deep/b.txt"):
        (tmp_path / name).write_bytes(b"words")
    archive = Archive.create(tmp_path / "kept", now=NOW)
    archive.put("story", Text("N", b"N"), captured_at=NOW, metadata={})
    return tmp_path


def _taken(folder: Path) -> list[str]:
    return [str(Path(source.path).relative_to(folder)) for source in sources([str(folder)])]


def test_archives_are_left_out_of_a_folder(drafts: Path) -> None:
    assert _taken(drafts) == ["a.txt", "deep/b.txt"]


def test_a_folder_with_an_archive_json_of_others_is_no_archive(drafts: Path) -> None:
    (drafts / "deep" / "archive.json").write_bytes(b"{}")
    assert _taken(drafts) == ["a.txt", "deep/b.txt"]


def test_the_archive_itself_is_nothing_to_take_in(drafts: Path) -> None:
    with pytest.raises(UsageError, match="kept: this folder is an archive"):
        sources([str(drafts / "kept")])


def test_only_plain_files_are_taken_from_a_folder(drafts: Path) -> None:
    os.mkfifo(drafts / "pipe.txt")
    (drafts / "link.txt").symlink_to(drafts / "a.txt")
    (drafts / "linked").symlink_to(drafts / "deep")
    (drafts / "folder.txt").mkdir()
    assert _taken(drafts) == ["a.txt", "deep/b.txt"]
    assert [source.path for source in sources([str(drafts / "link.txt")])] == [str(drafts / "link.txt")]


def test_a_folder_that_may_not_be_read_is_told(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    true = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("deep"):
            raise PermissionError(13, "Permission denied", path)
        return true(path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(UnreadableError, match="deep: Permission denied"):
        sources([str(drafts)])


def test_metadata_in_a_pipe_is_not_waited_for(drafts: Path) -> None:
    os.mkfifo(drafts / "a.json")
    with pytest.raises(UnreadableError, match=r"a\.json: this is no plain file"):
        metadata_file(str(drafts / "a.json"))
