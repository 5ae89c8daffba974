"""Many brackets are no damage: a record may nest 64 deep, and have any number of them beside one another."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from archivist.archive.layout import home
from archivist.archive.store import Archive
from archivist.errors import InvalidMetadataError
from archivist.model.text import Text

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
TEXT = Text("The weir holds.\n", b"The weir holds.\n")
MANY: dict[str, dict[str, object]] = {
    "small objects": {"x-sources": [{"name": f"desk {number}"} for number in range(63)]},
    "a headline of brackets": {"headline": "[" * 65},
}


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive.create(tmp_path / "archive", now=NOW)


@pytest.mark.parametrize("metadata", MANY.values(), ids=MANY)
def test_a_record_with_many_brackets_is_sound(archive: Archive, metadata: dict[str, object]) -> None:
    archive.put("story", TEXT, captured_at=NOW, metadata=metadata)
    assert archive.verify().damage == ()


@pytest.mark.parametrize("metadata", MANY.values(), ids=MANY)
def test_it_can_be_united_and_mended(archive: Archive, tmp_path: Path, metadata: dict[str, object]) -> None:
    digest = archive.put("story", TEXT, captured_at=NOW, metadata=metadata).revision.digest
    other = Archive.create(tmp_path / "other", now=NOW)
    assert other.merge(archive).records == 1
    place = home("story")
    record = other.path / place.path / place.record(digest, "2026-03-02T09:00:00Z")
    record.write_bytes(b"{}\n")
    assert other.repair(archive, act=True).remaining == ()
    assert other.verify().damage == ()


@pytest.mark.parametrize("metadata", MANY.values(), ids=MANY)
def test_another_form_of_it_is_damage_as_before(archive: Archive, metadata: dict[str, object]) -> None:
    """Many brackets take the strict reading, which is content with spaces that are not in the form."""
    digest = archive.put("story", TEXT, captured_at=NOW, metadata=metadata).revision.digest
    place = home("story")
    record = archive.path / place.path / place.record(digest, "2026-03-02T09:00:00Z")
    data = record.read_bytes().replace(b": ", b":  ", 1)
    record.unlink()
    (record.parent / place.record(sha256(data).hexdigest(), "2026-03-02T09:00:00Z")).write_bytes(data)
    assert ["not in the one form" in each.what for each in archive.verify().damage] == [True]


def _nested(depth: int) -> object:
    """So many lists, each in the other."""
    value: list[object] = []
    for _ in range(depth - 1):
        value = [value]
    return value


def test_as_deep_as_a_record_may_be_is_written_and_read(archive: Archive) -> None:
    """The record itself is the first of the 64 levels."""
    archive.put("story", TEXT, captured_at=NOW, metadata={"x-n": _nested(63)})
    (revision,) = archive.revisions("story").revisions
    assert revision.metadata == {"x-n": _nested(63)}
    assert archive.verify().damage == ()


@pytest.mark.parametrize("depth", [64, 65])
@pytest.mark.parametrize("kind", ["lists", "objects"])
def test_what_no_reader_could_read_is_not_written(archive: Archive, depth: int, kind: str) -> None:
    inner = {"x-n": _nested(depth)} if kind == "lists" else {"x-n": {"a": _nested(depth - 1)}}
    with pytest.raises(InvalidMetadataError, match="nested more than 64 deep"):
        archive.put("story", TEXT, captured_at=NOW, metadata=inner)
    assert archive.articles() == ()
    assert archive.verify().damage == ()
