"""Every file, damaged in every way: found, named, and with the revisions that it touches."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from archivist.archive.layout import read_name
from archivist.archive.store import Archive
from archivist.errors import ArchivistError, DamagedError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def _flip_high(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-2] ^= 0x80
    path.write_bytes(data)


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _append(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n")


def _zero(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def _crlf(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


WAYS = {
    "flip": _flip,
    "flip-high": _flip_high,
    "truncate": _truncate,
    "append": _append,
    "zero": _zero,
    "line-ends": _crlf,
    "empty": lambda path: path.write_bytes(b""),
    "delete": lambda path: path.unlink(),
    "folder": lambda path: (path.unlink(), path.mkdir()),
}


def _damaged_copy(archive: Archive, path: Path, way: Callable[[Path], object], to: Path) -> Archive:
    shutil.copytree(archive.path, to)
    way(to / path.relative_to(archive.path))
    return Archive(to)


def _touched(path: Path) -> set[str]:
    """The revisions whose record is this file or names it, by 12 digits."""
    name = read_name(path.name)
    assert name is not None
    if name.is_record:
        return {name.digest}
    records = [record for record in path.parent.glob("*.json") if name.digest in record.read_text(encoding="utf-8")]
    return {digest.digest for record in records if (digest := read_name(record.name)) is not None}


@pytest.mark.parametrize("way", WAYS)
def test_every_damaged_file_is_found_and_named(archive: Archive, tmp_path: Path, way: str) -> None:
    head = archive.get("story").digest[:12]
    other = archive.get("other").digest[:12]
    for number, path in enumerate(sorted((archive.path / "articles").rglob("*.*"))):
        if path.is_dir():
            continue
        broken = _damaged_copy(archive, path, WAYS[way], tmp_path / str(number))
        name = read_name(path.name)
        assert name is not None
        if way == "delete" and name.digest in {head, other}:
            continue  # a lost head is not missed by anything inside the folder
        damage = [each for each in broken.verify().damage if name.digest[:12] in each.path]
        assert len(damage) == 1, (path, broken.verify().damage)
        touched = {digest[:12] for digest in damage[0].revisions}
        assert touched >= _touched(path), path
        shutil.rmtree(broken.path)


@pytest.mark.parametrize("way", WAYS)
def test_a_reader_never_gets_damaged_text(archive: Archive, tmp_path: Path, way: str) -> None:
    sound = {revision.digest: archive.read(revision) for revision in archive.revisions("story").revisions}
    for number, path in enumerate(sorted((archive.path / "articles").rglob("*.*"))):
        if path.is_dir():
            continue
        broken = _damaged_copy(archive, path, WAYS[way], tmp_path / str(number))
        try:
            for revision in broken.revisions("story").revisions:
                assert broken.read(revision) == sound[revision.digest]
                broken.received(revision)
        except DamagedError as error:
            assert path.name in str(error)  # noqa: PT017  # not every damage is on this reader's way
        shutil.rmtree(broken.path)


@pytest.mark.parametrize("way", WAYS)
def test_a_damaged_description_is_told_by_a_writer_or_by_verify(archive: Archive, tmp_path: Path, way: str) -> None:
    (archive.path / ".gitattributes").write_bytes(b"** -text\n")  # all of the line that counts
    for name in ("archive.json", ".gitattributes"):
        broken = _damaged_copy(archive, archive.path / name, WAYS[way], tmp_path / name)
        if way == "line-ends" or (name == "archive.json" and way in {"append", "truncate"}):
            assert broken.verify().damage == ()  # white space says nothing there
        elif way == "append" or (name == ".gitattributes" and way == "truncate"):
            assert broken.verify().damage == ()
        else:
            assert [damage.path for damage in broken.verify().damage] == [name]


def test_a_copy_through_git_with_rewritten_line_ends_is_found(archive: Archive) -> None:
    for path in (archive.path / "articles").rglob("*.*"):
        if path.is_file():
            _crlf(path)
    found = archive.verify()
    texts = [path for path in (archive.path / "articles").rglob("*.*") if path.is_file()]
    assert len(found.damage) == len(texts)


def test_damaged_records_never_end_in_a_traceback(archive: Archive, story: Path) -> None:
    record = sorted(story.glob("*.json"))[0]
    data = record.read_bytes()
    value = json.loads(data)
    for key in value:
        others: list[object] = [None, 1, "", [], {}, "\ud800"]
        for other in others:
            record.write_text(json.dumps(value | {key: other}), encoding="utf-8")
            assert archive.verify().damage
            with pytest.raises(ArchivistError):
                archive.revisions("story")
