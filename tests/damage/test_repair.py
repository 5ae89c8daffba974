"""Repair: every damage that a good copy can mend is mended, and nothing good is ever touched."""

from __future__ import annotations

import json
import os
import shutil
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from archivist.archive.layout import home
from archivist.archive.store import Archive
from archivist.errors import NotAnArchiveError, UsageError, WriteError
from archivist.model.text import Received, Text

if TYPE_CHECKING:
    from pathlib import Path

    from archivist.model.upkeep import Repair

NOW = datetime(2026, 4, 1, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sealed archive with every kind of file."""
    archive = Archive.create(tmp_path_factory.mktemp("whole") / "archive", now=NOW)
    for day, content in enumerate(["A: shut.\n", "B: open.\n", "A: shut.\n", "C: gone.\n"]):
        archive.put("story", Text(content, content.encode()), captured_at=NOW + timedelta(days=day), metadata={})
    bridge = Text("Brücke\n", "Brücke\n".encode(), Received("Brücke\n".encode("latin-1"), "latin-1", certain=True))
    archive.put("other", bridge, captured_at=NOW, metadata={})
    archive.seal(now=NOW)
    return archive.path


@pytest.fixture
def good(whole: Path, tmp_path: Path) -> Archive:
    shutil.copytree(whole, tmp_path / "good")
    return Archive.open(tmp_path / "good")


@pytest.fixture
def archive(whole: Path, tmp_path: Path) -> Archive:
    shutil.copytree(whole, tmp_path / "archive")
    return Archive.open(tmp_path / "archive")


def files(archive: Archive) -> dict[str, bytes]:
    """All files of an archive but for what was set aside."""
    return {
        str(path.relative_to(archive.path)): path.read_bytes()
        for path in sorted(archive.path.rglob("*"))
        if path.is_file() and "damaged" not in path.parts
    }


def _spoil(path: Path, way: str) -> None:
    data = path.read_bytes()
    path.unlink()
    if way == "flip":
        path.write_bytes(bytes([data[0] ^ 1]) + data[1:])
    elif way == "empty":
        path.write_bytes(b"")
    elif way == "folder":
        path.mkdir()
        (path / "inside").write_bytes(b"kept")
    elif way == "pipe":
        os.mkfifo(path)
    elif way == "link":
        path.symlink_to("/etc/hostname")


@pytest.mark.parametrize("way", ["flip", "empty", "delete", "folder", "pipe", "link"])
def test_every_file_is_mended_however_it_is_damaged(archive: Archive, good: Archive, way: str) -> None:
    sound = files(archive)
    names = [name for name in sound if name.startswith(("articles/", "seals/")) or name == ".gitattributes"]
    assert {name.rpartition(".")[2] for name in names} == {"txt", "bin", "json", "seal", "sha256", "gitattributes"}
    for name in names:
        _spoil(archive.path / name, way)
        done = archive.repair(good, act=True)
        if way == "delete" and name.endswith(".seal"):  # nothing names a seal
            shutil.copy(good.path / name, archive.path / name)
        else:
            assert [step.path for step in done.steps] == [name]
            assert [str(step.action) for step in done.steps] == ["add" if way == "delete" else "replace"]
        assert done.remaining == ()
        assert files(archive) == sound
    assert archive.verify(seal="latest").damage == ()
    assert files(good) == sound


@pytest.mark.parametrize("way", ["flip", "folder"])
def test_what_is_replaced_is_set_aside_and_not_deleted(archive: Archive, good: Archive, way: str) -> None:
    path = next((archive.path / home("other").path).glob("*.txt"))
    _spoil(path, way)
    spoilt = path.read_bytes() if way == "flip" else b"kept"
    archive.repair(good, act=True)
    (aside,) = (archive.path / "damaged").iterdir()
    assert (aside if way == "flip" else aside / "inside").read_bytes() == spoilt


def test_a_plan_writes_nothing(archive: Archive, good: Archive) -> None:
    next((archive.path / home("other").path).glob("*.txt")).write_bytes(b"spoilt")
    before = files(archive)
    plan = archive.repair(good, act=False)
    assert (len(plan.steps), plan.done) == (1, False)
    assert files(archive) == before
    assert not (archive.path / "damaged").exists()
    assert [step.path for step in archive.repair(good, act=True).steps] == [step.path for step in plan.steps]


def test_a_clean_archive_is_left_alone(archive: Archive, good: Archive) -> None:
    shutil.rmtree(good.path / "articles")
    assert archive.repair(good, act=True) == archive.repair(good, act=True)
    assert archive.verify().damage == ()


def _everything_gone(archive: Archive) -> None:
    for path in (archive.path / home("story").path).iterdir():
        if "20260404" not in path.name:  # the last record stays
            path.unlink()


def test_what_only_the_copy_can_tell_is_followed(archive: Archive, good: Archive) -> None:
    sound = files(archive)
    shutil.rmtree(archive.path / "seals")
    _everything_gone(archive)
    plan = archive.repair(good, act=False)
    assert len(plan.steps) == 6
    assert archive.repair(good, act=True).remaining == ()
    assert files(archive) == {name: data for name, data in sound.items() if not name.startswith("seals/")}


def test_a_copy_that_is_damaged_in_the_same_place_gives_nothing(archive: Archive, good: Archive) -> None:
    for each in (archive, good):
        next((each.path / home("other").path).glob("*.txt")).write_bytes(b"spoilt")
    before = files(archive)
    done = archive.repair(good, act=True)
    assert (done.steps, len(done.remaining)) == ((), 1)
    assert files(archive) == before


def test_two_damaged_copies_mend_each_other(archive: Archive, good: Archive) -> None:
    next((archive.path / home("other").path).glob("*.txt")).write_bytes(b"spoilt")
    next((good.path / home("story").path).glob("*.json")).unlink()
    assert archive.repair(good, act=True).remaining == ()
    assert good.repair(archive, act=True).remaining == ()
    assert files(archive) == files(good)


def _forge(good: Archive) -> tuple[str, str]:
    """Another record of `story` in the copy, under the name of one of ours; its name, and the digest of ours."""
    path = sorted((good.path / home("story").path).glob("*.json"))[1]
    real = sha256(path.read_bytes()).hexdigest()
    value = json.loads(path.read_bytes()) | {"headline": "Forged"}
    path.write_text(json.dumps(value, ensure_ascii=False, sort_keys=True, indent=2) + "\n", encoding="utf-8")
    return path.name, real


@pytest.mark.parametrize("collides", [False, True])
def test_a_forged_record_is_not_copied(
    archive: Archive, good: Archive, monkeypatch: pytest.MonkeyPatch, *, collides: bool
) -> None:
    """Also where it has the twelve digits of the name: the next record knows all 64."""
    name, real = _forge(good)
    (archive.path / home("story").path / name).unlink()
    if collides:
        forged = real[:12] + "0" * 52
        genuine = archive_digest
        for module in ("repair", "record"):
            monkeypatch.setattr(
                f"archivist.archive.{module}.digest", lambda data: forged if b"Forged" in data else genuine(data)
            )
    done = archive.repair(good, act=True)
    assert (done.steps, len(done.remaining)) == ((), 1)
    assert not (archive.path / home("story").path / name).exists()


def archive_digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def test_a_text_that_is_not_utf8_is_not_copied(archive: Archive, good: Archive) -> None:
    data = b"\xff\xfe"
    for each in (archive, good):
        record = sorted((each.path / home("story").path).glob("*.json"))[-1]
        text = {"sha256": sha256(data).hexdigest(), "bytes": 2}
        value = json.loads(record.read_bytes()) | {"text": text}
        new = (json.dumps(value, sort_keys=True, indent=2) + "\n").encode()
        named = f"{record.name[:17]}{sha256(new).hexdigest()[:12]}{record.name[29:]}"
        record.unlink()
        (record.parent / named).write_bytes(new)
    (good.path / home("story").path / home("story").text(sha256(data).hexdigest())).write_bytes(data)
    done = archive.repair(good, act=True)
    name = home("story").text(sha256(data).hexdigest())
    assert name in {each.path.rpartition("/")[2] for each in done.remaining}
    assert not (archive.path / home("story").path / name).exists()


def test_hostile_copies_are_only_read(archive: Archive, good: Archive, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    path = next((archive.path / home("other").path).glob("*.txt"))
    secret.write_bytes(path.read_bytes())
    path.unlink()
    theirs = good.path / path.relative_to(archive.path)
    theirs.unlink()
    theirs.symlink_to(secret)
    assert archive.repair(good, act=True).steps == ()
    theirs.unlink()
    os.mkfifo(theirs)
    assert archive.repair(good, act=True).steps == ()
    shutil.rmtree(theirs.parent)
    theirs.parent.symlink_to(tmp_path)
    assert archive.repair(good, act=True).steps == ()


def test_a_folder_that_leads_elsewhere_is_left_to_a_person(archive: Archive, good: Archive, tmp_path: Path) -> None:
    folder = archive.path / home("other").path
    folder.rename(tmp_path / "elsewhere")
    folder.symlink_to(tmp_path / "elsewhere")
    done = archive.repair(good, act=True)
    assert done.steps == ()
    assert home("other").path in {damage.path for damage in done.remaining}
    assert len(list((tmp_path / "elsewhere").iterdir())) == 3


def test_archive_json_cannot_be_proven(archive: Archive, good: Archive) -> None:
    (archive.path / "archive.json").write_bytes(b"{}")
    done = archive.repair(good, act=True)
    assert (done.steps, [damage.path for damage in done.remaining]) == ((), ["archive.json"])


def test_strangers_stay(archive: Archive, good: Archive) -> None:
    stray = archive.path / home("other").path / "notes.txt"
    stray.write_bytes(b"mine")
    shutil.copy(stray, good.path / home("other").path)
    done = archive.repair(good, act=True)
    assert (done.steps, len(done.remaining)) == ((), 1)
    assert stray.read_bytes() == b"mine"


def test_its_own_folder_is_no_copy(archive: Archive, good: Archive, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(archive.path)
    with pytest.raises(UsageError, match="itself"):
        archive.repair(Archive.open(tmp_path / "link"), act=True)
    (good.path / "archive.json").write_text('{"format": 2, "schema": "urn:archivist:schema:archive:v2"}')
    with pytest.raises(NotAnArchiveError, match="format 2"):
        archive.repair(good, act=True)


def test_a_full_disk_leaves_what_was_there(archive: Archive, good: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    path = next((archive.path / home("other").path).glob("*.txt"))
    path.write_bytes(b"spoilt")

    def fail(*_: object) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", fail)
        with pytest.raises(WriteError, match="No space left"):
            archive.repair(good, act=True)
    assert path.read_bytes() == b"spoilt"
    assert archive.repair(good, act=True).remaining == ()


def test_killed_between_any_two_steps_it_can_be_repeated(
    archive: Archive, good: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = files(archive)
    path = next((archive.path / home("other").path).glob("*.txt"))
    for name in ("rename", "link", "fsync", "unlink"):
        path.write_bytes(b"spoilt")
        real = getattr(os, name)

        with monkeypatch.context() as patch:
            patch.setattr(os, name, _die)
            with pytest.raises(KeyboardInterrupt):
                archive.repair(good, act=True)
        assert getattr(os, name) is real
        assert (not path.exists()) or path.read_bytes() in {b"spoilt", sound[str(path.relative_to(archive.path))]}
        assert _again(archive, good).remaining == ()
        assert path.read_bytes() == sound[str(path.relative_to(archive.path))]
        assert b"spoilt" in {each.read_bytes() for each in (archive.path / "damaged").iterdir()}


def _die(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def _again(archive: Archive, good: Archive) -> Repair:
    return archive.repair(good, act=True)
