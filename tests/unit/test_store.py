from __future__ import annotations

import json
import os
import stat
import subprocess
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from archivist.archive import layout
from archivist.archive.store import Archive
from archivist.errors import (
    ArchivistError,
    DamagedError,
    Exit,
    InvalidMetadataError,
    NotAnArchiveError,
    NotFoundError,
    UnreadableError,
    UsageError,
    WriteError,
)
from archivist.model.text import Received, Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from archivist.archive.writer import Put

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive.create(tmp_path / "archive", now=NOW)


def _put(
    archive: Archive,
    content: str,
    day: int = 0,
    article: str = "story",
    metadata: Mapping[str, object] | None = None,
) -> Put:
    text = Text(content, content.encode())
    return archive.put(article, text, captured_at=NOW + timedelta(days=day), metadata=metadata or {})


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_new_archive(tmp_path: Path) -> None:
    archive = Archive.create(tmp_path / "deep" / "archive", now=NOW)
    assert archive.fresh
    assert sorted(_files(archive.path)) == [".gitattributes", ".gitignore", "README.md", "archive.json"]
    attributes = (archive.path / ".gitattributes").read_text(encoding="utf-8")
    assert attributes == "** -text -ident -filter -working-tree-encoding\n"
    assert (archive.path / "archive.json").read_text(encoding="utf-8") == (
        '{\n  "createdAt": "2026-03-02T09:00:00Z",\n  "digest": "sha256",\n  "format": 1,\n'
        '  "schema": "urn:archivist:schema:archive:v1"\n}\n'
    )
    assert archive.verify().damage == ()


def test_making_it_again_changes_nothing(archive: Archive) -> None:
    _put(archive, "A\n")
    before = _files(archive.path)
    again = Archive.create(archive.path, now=NOW + timedelta(days=1))
    assert not again.fresh
    assert _files(archive.path) == before


def test_an_interrupted_making_can_be_finished(archive: Archive) -> None:
    (archive.path / "archive.json").unlink()
    assert Archive.create(archive.path, now=NOW).fresh


@pytest.mark.parametrize("name", ["README.md", ".gitignore", "articles/x", "archive.json"])
def test_a_folder_with_other_things_under_our_names_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("{}", encoding="utf-8")
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    before = _files(tmp_path)
    if name == "archive.json":
        with pytest.raises(NotAnArchiveError, match=r"archive\.json"):
            Archive.create(tmp_path, now=NOW)
    else:
        with pytest.raises(NotAnArchiveError, match=name.partition("/")[0]):
            Archive.create(tmp_path, now=NOW)
    assert _files(tmp_path) == before


def test_a_file_is_no_folder_to_make_an_archive_in(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotAnArchiveError, match="file"):
        Archive.create(tmp_path / "file", now=NOW)


def test_a_folder_that_the_system_does_not_let_be_looked_for(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="could not be written"):
        Archive.create(tmp_path / ("x" * 300) / "archive", now=NOW)


def test_other_files_in_the_folder_do_not_disturb(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    assert Archive.create(tmp_path, now=NOW).verify().damage == ()
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_it_is_found_as_git_finds(tmp_path: Path, archive: Archive) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    for start in (tmp_path, deep, archive.path, archive.path / "articles"):
        assert Archive.find(start).path == archive.path
    (tmp_path / "a" / "archive").mkdir()
    (tmp_path / "a" / "archive" / "archive.json").write_text('{"name": "a tarball"}', encoding="utf-8")
    assert Archive.find(deep).path == archive.path


def test_where_there_is_none_it_says_where_it_looked(tmp_path: Path) -> None:
    with pytest.raises(NotAnArchiveError) as error:
        Archive.find(tmp_path)
    assert str(tmp_path) in str(error.value)
    assert "archive/archive.json" in str(error.value)
    for path in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(NotAnArchiveError, match="There is no archive"):
            Archive.open(path)


def test_bytes_come_back_as_they_went_in(archive: Archive) -> None:
    content = "\ufeffno end\r\nnul \0 nfd e\u0301 nfc \xe9 bidi \u202e esc \x1b\u2028"
    put = _put(archive, content)
    assert archive.read(put.revision) == content
    assert archive.read_bytes(archive.get("story")) == content.encode()
    assert archive.get("story") == put.revision
    assert _put(archive, "", day=1).added
    assert archive.read(archive.get("story")) == ""


def test_a_record_is_canonical_and_named_by_its_digest(archive: Archive) -> None:
    put = _put(archive, "A\n", metadata={"headline": "Überschrift — “q”", "x-note": {"b": [], "a": {}}})
    data = archive.read_record(put.revision)
    assert sha256(data).hexdigest() == put.revision.digest
    (path,) = archive.path.rglob(f"20260302T090000Z-{put.revision.digest[:12]}.*.json")
    assert path.read_bytes() == data
    assert data.decode() == json.dumps(json.loads(data), ensure_ascii=False, sort_keys=True, indent=2) + "\n"
    assert "Überschrift — “q”".encode() in data
    assert put.revision.metadata == {"headline": "Überschrift — “q”", "x-note": {"b": [], "a": {}}}


def test_there_and_back_is_three_records_and_two_texts(archive: Archive) -> None:
    first, second, third = (_put(archive, text, day).revision for day, text in enumerate(["A\n", "B\n", "A\n"]))
    story = archive.revisions("story")
    assert story.revisions == (first, second, third)
    assert story.reverts == {third.digest: first.digest}
    assert story.heads == (third.digest,)
    assert third.parents == (second.digest,)
    assert (archive.verify().revisions, archive.verify().texts) == (3, 2)


def test_the_same_again_writes_nothing(archive: Archive) -> None:
    first = _put(archive, "A\n", metadata={"headline": "H"})
    before = _files(archive.path)
    for day in (0, 1, 400):
        again = _put(archive, "A\n", day, metadata={"headline": "H"})
        assert (again.added, again.revision) == (False, first.revision)
    assert _files(archive.path) == before


@pytest.mark.parametrize("other", [{}, {"headline": "h"}, {"headline": "H", "x-a": 1}])
def test_other_metadata_is_a_revision(archive: Archive, other: dict[str, object]) -> None:
    _put(archive, "A\n", metadata={"headline": "H"})
    assert _put(archive, "A\n", 1, metadata=other).added
    assert archive.verify().texts == 1


def test_json_values_are_compared_as_json(archive: Archive) -> None:
    _put(archive, "A\n", metadata={"authors": ("Ida",), "x-a": True})
    assert not _put(archive, "A\n", 1, metadata={"authors": ["Ida"], "x-a": True}).added
    assert _put(archive, "A\n", 2, metadata={"authors": ["Ida"], "x-a": 1}).added


def test_unchanged_is_told_by_place_not_by_the_last(archive: Archive) -> None:
    _put(archive, "A\n", 0)
    _put(archive, "B\n", 10)
    assert not _put(archive, "A\n", 5).added
    assert _put(archive, "A\n", 11).added
    assert _put(archive, "B\n", -1).added
    assert [archive.read(revision) for revision in archive.revisions("story").revisions] == [
        "B\n",
        "A\n",
        "B\n",
        "A\n",
    ]


def test_a_missing_text_is_put_back_by_the_same_capture(archive: Archive) -> None:
    revision = _put(archive, "A\n").revision
    (path,) = archive.path.rglob("*.txt")
    path.unlink()
    with pytest.raises(DamagedError, match="missing"):
        archive.read(revision)
    assert not _put(archive, "A\n", 1).added
    assert archive.verify().damage == ()


def test_received_bytes_are_kept_beside_the_text(archive: Archive) -> None:
    received = Received("Brücke\n".encode("cp1252"), "cp1252", certain=False)
    text = Text("Brücke\n", "Brücke\n".encode(), received)
    revision = archive.put("story", text, captured_at=NOW, metadata={}).revision
    assert archive.received(revision) == received
    assert archive.received(archive.get("story")) == received
    assert revision.received == {
        "sha256": sha256(received.data).hexdigest(),
        "bytes": 7,
        "mediaType": "text/plain",
        "encoding": "cp1252",
        "certain": False,
    }
    assert archive.received(_put(archive, "B\n", 1).revision) is None
    assert archive.verify().damage == ()


@pytest.mark.parametrize(
    ("metadata", "words"),
    [
        ({"headline": 1, "url": "x", "wrong": 1}, ["$.headline", "$.url", "$.wrong"]),
        ({"text": {}, "tool": "x", "schema": "x"}, ["$.schema", "$.text", "$.tool", "writes this field itself"]),
        ({"x-a": 1.5}, ["$['x-a']", "fraction"]),
        ({"x-a": float("nan")}, ["$['x-a']", "NaN"]),
        ({"headline": "\udcff"}, ["$.headline", "surrogate"]),
        ({"x-a": {1, 2}}, ["cannot be written as JSON"]),
        ({"x-a": 2**60}, ["$['x-a']", "too large"]),
        ({"x-a": NOW}, ["cannot be written as JSON"]),
    ],
)
def test_metadata_is_checked_before_anything_is_written(
    archive: Archive, metadata: dict[str, object], words: list[str]
) -> None:
    before = _files(archive.path)
    with pytest.raises(InvalidMetadataError) as error:
        _put(archive, "A\n", metadata=metadata)
    assert [word for word in words if word not in str(error.value)] == []
    assert _files(archive.path) == before
    assert list((archive.path / "articles").iterdir()) == []


def test_nesting_without_end_is_refused(archive: Archive) -> None:
    loop: list[object] = []
    loop.append(loop)
    deep: list[object] = []
    for _ in range(100):
        deep = [deep]
    for value in (loop, deep):
        with pytest.raises(InvalidMetadataError):
            _put(archive, "A\n", metadata={"x-a": value})


def test_requests_that_make_no_sense(archive: Archive) -> None:
    text = Text("A\n", b"A\n")
    with pytest.raises(UsageError, match="article id"):
        archive.put("../story", text, captured_at=NOW, metadata={})
    with pytest.raises(UsageError, match="time zone"):
        archive.put("story", text, captured_at=NOW.replace(tzinfo=None), metadata={})
    with pytest.raises(UsageError, match="UTF-8"):
        archive.put("story", Text("é", b"\xe9"), captured_at=NOW, metadata={})
    with pytest.raises(UsageError, match="article id"):
        archive.revisions("Story")
    assert archive.articles() == ()


def test_articles_are_listed_by_id(archive: Archive) -> None:
    for article in ("b", "a/2", "a-1", "c"):
        _put(archive, "A\n", article=article)
    assert [article.id for article in archive.articles()] == ["a-1", "a/2", "b", "c"]
    assert [article.folder for article in archive.articles()] == [
        layout.home(article).path for article in ("a-1", "a/2", "b", "c")
    ]


def test_what_an_interrupted_writer_leaves_is_no_article(archive: Archive) -> None:
    folder = archive.path / layout.home("half").path
    folder.mkdir(parents=True)
    (folder / layout.home("half").text(sha256(b"A").hexdigest())).write_bytes(b"A")
    assert archive.articles() == ()
    with pytest.raises(NotFoundError, match="archive is empty"):
        archive.revisions("half")
    assert archive.verify().damage == ()


def test_an_unknown_article_names_the_nearest(archive: Archive) -> None:
    for article in ("harbor-bridge", "city-hall"):
        _put(archive, "A\n", article=article)
    with pytest.raises(NotFoundError, match=r"Nearest to it: harbor-bridge\."):
        archive.get("harbour-bridge")
    with pytest.raises(NotFoundError, match="It holds 2 others;"):
        archive.get("zzz")


def test_one_other_article_is_one(archive: Archive) -> None:
    _put(archive, "A\n", article="harbor-bridge")
    with pytest.raises(NotFoundError, match="It holds 1 other;"):
        archive.get("zzz")


def test_a_future_format_is_read_and_not_written(archive: Archive) -> None:
    _put(archive, "A\n")
    description = archive.path / "archive.json"
    description.write_text(description.read_text(encoding="utf-8").replace('"format": 1', '"format": 2'))
    later = Archive.open(archive.path)
    assert later.read(later.get("story")) == "A\n"
    before = _files(archive.path)
    with pytest.raises(NotAnArchiveError, match="format 2"):
        _put(later, "B\n", 1)
    assert _files(archive.path) == before


def test_a_damaged_description_stops_writers_not_readers(archive: Archive) -> None:
    _put(archive, "A\n")
    (archive.path / "archive.json").write_bytes(b"\xff\x00")
    broken = Archive.open(archive.path)
    assert broken.read(broken.get("story")) == "A\n"
    with pytest.raises(DamagedError, match=r"archive\.json"):
        _put(broken, "B\n", 1)


def test_the_archives_own_schema_must_hold_as_well(archive: Archive) -> None:
    (archive.path / "schemas").mkdir()
    (archive.path / "schemas" / "house.json").write_text('{"required": ["headline"]}', encoding="utf-8")
    description = archive.path / "archive.json"
    value = json.loads(description.read_bytes()) | {"revisionSchema": "schemas/house.json"}
    description.write_text(json.dumps(value), encoding="utf-8")
    housed = Archive.open(archive.path)
    with pytest.raises(InvalidMetadataError, match=r"\$\.headline: This field is missing"):
        _put(housed, "A\n", metadata={"byline": "B"})
    assert _put(housed, "A\n", metadata={"headline": "H"}).added
    (archive.path / "schemas" / "house.json").write_text('{"$ref": "x"}', encoding="utf-8")
    with pytest.raises(InvalidMetadataError, match="nothing is fetched"):
        Archive.open(archive.path).house()


def test_two_writers_that_saw_the_same_make_a_fork_that_the_next_one_joins(archive: Archive, tmp_path: Path) -> None:
    _put(archive, "A\n")
    other = tmp_path / "other"
    subprocess.run(["cp", "-R", str(archive.path), str(other)], check=True)
    left = _put(archive, "B\n", 1).revision
    right = _put(Archive.open(other), "C\n", 2).revision
    subprocess.run(["cp", "-R", f"{other}/.", str(archive.path)], check=True)
    assert archive.revisions("story").heads == (left.digest, right.digest)
    joined = _put(archive, "D\n", 3).revision
    assert joined.parents == tuple(sorted((left.digest, right.digest)))
    assert archive.revisions("story").heads == (joined.digest,)
    assert archive.verify().damage == ()


def test_texts_of_one_digest_are_told_apart_or_refused(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def four_bits(data: bytes) -> str:
        return sha256(data).hexdigest()[0] * 64

    texts = [f"text {number}\n" for number in range(100)]
    first = texts[0]
    second = next(text for text in texts[1:] if four_bits(text.encode()) == four_bits(first.encode()))
    for module in ("layout", "record", "reader"):
        monkeypatch.setattr(f"archivist.archive.{module}.digest", four_bits)
    layout.home.cache_clear()
    _put(archive, first)
    before = _files(archive.path)
    with pytest.raises(WriteError, match="other bytes"):
        _put(archive, second, 1)
    assert _files(archive.path) == before
    layout.home.cache_clear()


def test_a_folder_of_another_article_is_refused(archive: Archive) -> None:
    _put(archive, "A\n", article="a.b")
    mine, other = (archive.path / layout.home(article).path for article in ("a-b", "a.b"))
    mine.parent.mkdir(exist_ok=True)
    other.rename(mine)
    with pytest.raises(DamagedError, match=r"a record of a\.b"):
        _put(archive, "B\n", article="a-b")


def test_what_writers_left_more_than_a_day_ago_is_swept(archive: Archive) -> None:
    old, new = archive.path / "tmp" / "old", archive.path / "tmp" / "new"
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (0, 0))
    _put(archive, "A\n")
    assert list((archive.path / "tmp").iterdir()) == [new]


def test_missing_empty_folders_are_made_again(archive: Archive) -> None:
    (archive.path / "tmp").rmdir()
    (archive.path / "articles").rmdir()
    assert archive.articles() == ()
    assert archive.verify().damage == ()
    assert _put(archive, "A\n").added


def test_the_files_of_a_revision_come_in_order_and_each_is_synced(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    link, fsync, unlink = os.link, os.fsync, os.unlink

    def _link(src: str, dst: str, **rest: int) -> None:
        calls.append(f"link {dst.rpartition('.')[2]}")
        link(src, dst, src_dir_fd=rest["src_dir_fd"], dst_dir_fd=rest["dst_dir_fd"], follow_symlinks=False)

    def _fsync(descriptor: int) -> None:
        calls.append("fsync folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "fsync file")
        fsync(descriptor)

    def _unlink(name: str, *, dir_fd: int) -> None:
        calls.append("unlink")
        unlink(name, dir_fd=dir_fd)

    monkeypatch.setattr(os, "link", _link)
    monkeypatch.setattr(os, "fsync", _fsync)
    monkeypatch.setattr(os, "unlink", _unlink)
    text = Text("é", "é".encode(), Received(b"\xe9", "latin-1", certain=True))
    archive.put("story", text, captured_at=NOW, metadata={})
    files = ["fsync file"] * 3
    contents = ["link bin", "unlink", "link txt", "unlink"]
    folders = ["fsync folder"] * 4
    assert calls == [*files, *contents, *folders, "link json", "unlink", "fsync folder"]
    calls.clear()
    _put(archive, "B", 1)
    assert calls.count("fsync folder") == 2


def _git(folder: Path, *words: str) -> bytes:
    settings = ["-c", "core.excludesFile=/dev/null", "-c", "core.attributesFile=/dev/null", "-c", "core.autocrlf=true"]
    return subprocess.run(["git", *settings, *words], cwd=folder, check=True, capture_output=True).stdout


def test_a_repository_around_the_archive_alters_and_drops_nothing(archive: Archive) -> None:
    above = archive.path.parent
    _git(above, "init", "-q")
    (above / ".gitattributes").write_text(
        "* text=auto eol=crlf ident filter=none\n*.txt working-tree-encoding=UTF-16LE\n"
    )
    (above / ".gitignore").write_text("*.bin\n*.json\n*.txt\narticles/\n")
    text = Text("$Id: é$\r\n", "$Id: é$\r\n".encode(), Received(b"$Id: \xe9$\r\n", "latin-1", certain=True))
    archive.put("story", text, captured_at=NOW, metadata={})
    (archive.path / "tmp" / "half").write_bytes(b"half")
    _git(above, "add", ".")
    named = _git(above, "ls-files", "-z", "archive").decode().split("\0")[:-1]
    kept = {name.removeprefix("archive/"): _git(above, "show", f":{name}") for name in named}
    there = _files(archive.path)
    there.pop("tmp/half")
    assert kept == there
    (above / "archive").rename(above / "moved")
    _git(above, "checkout", "-q", "--", "archive")
    assert _files(above / "archive") == there


def test_a_series_of_one_time_can_be_put_twice(archive: Archive) -> None:
    first = [_put(archive, content).revision for content in ("A\n", "B\n", "C\n")]
    again = [_put(archive, content) for content in ("A\n", "B\n", "C\n")]
    assert [(put.added, put.revision) for put in again] == [(False, revision) for revision in first]
    assert _put(archive, "A\n", metadata={"headline": "H"}).added


def _deny(monkeypatch: pytest.MonkeyPatch, denied: str) -> None:
    """Refuse to open what has this name, as the system does for whoever is not root."""
    true = os.open

    def refuse(path: str, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if str(path).endswith(denied):
            raise PermissionError(13, "Permission denied", path)
        return true(path, flags, mode, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", refuse)


def test_an_archive_that_may_not_be_read_is_not_taken_for_none(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = Archive.create(archive.path.parent / "deep" / "archive", now=NOW)
    assert Archive.find(inner.path.parent).path == inner.path
    with monkeypatch.context() as patch:
        _deny(patch, "/deep")  # it may be passed through, and not be listed
        assert Archive.find(inner.path.parent).path == inner.path
        inner.path.rename(inner.path.with_name("moved"))
        assert Archive.find(inner.path.parent).path == archive.path
        inner.path.with_name("moved").rename(inner.path)
    _deny(monkeypatch, "deep/archive")
    with pytest.raises(UnreadableError, match="deep/archive: Permission denied"):
        Archive.open(inner.path)
    with pytest.raises(UnreadableError, match="deep/archive: Permission denied"):
        Archive.find(inner.path.parent)


def test_verifying_what_may_not_be_read_is_no_damage(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    _put(archive, "A\n")
    for path in (path for path in sorted(archive.path.rglob("*")) if "articles" in path.parts):
        with monkeypatch.context() as patch:
            _deny(patch, path.name)
            with pytest.raises(UnreadableError, match=f"{path.name}: Permission denied"):
                archive.verify()


def test_making_an_archive_over_one_of_the_future_is_refused(archive: Archive) -> None:
    description = archive.path / "archive.json"
    description.write_text(description.read_text(encoding="utf-8").replace('"format": 1', '"format": 2'))
    with pytest.raises(NotAnArchiveError, match="format 2"):
        Archive.create(archive.path, now=NOW)
    with pytest.raises(NotAnArchiveError, match="format 2"):
        archive.verify()


@pytest.mark.parametrize("name", ["tmp", "articles", "README.md", ".gitattributes", "archive.json"])
@pytest.mark.parametrize("kind", ["file", "folder", "pipe", "link"])
def test_making_an_archive_where_something_is_in_the_way(tmp_path: Path, name: str, kind: str) -> None:
    if kind == "folder" and name in {"tmp", "articles"}:
        return
    planted = tmp_path / name
    if kind == "file":
        planted.write_bytes(b"mine")
    elif kind == "folder":
        planted.mkdir()
    elif kind == "pipe":
        os.mkfifo(planted)
    else:
        planted.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotAnArchiveError, match=name):
        Archive.create(tmp_path, now=NOW)


def test_ids_that_share_a_folder_are_refused_and_not_found(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archivist.archive.layout.digest", lambda _: "0" * 64)
    layout.home.cache_clear()
    _put(archive, "A\n", article="a.b")
    with pytest.raises(ArchivistError, match=r"that of a\.b") as error:
        _put(archive, "B\n", article="a-b")
    assert error.value.exit_code == Exit.UNMET
    with pytest.raises(NotFoundError, match=r"Nearest to it: a\.b"):
        archive.revisions("a-b")
    layout.home.cache_clear()


def test_one_damaged_article_does_not_hide_the_others(archive: Archive) -> None:
    for article in ("one", "two", "three"):
        _put(archive, "A\n", article=article)
    _put(archive, "B\n", 1, article="three")
    (path,) = (archive.path / layout.home("one").path).glob("*.json")
    path.write_bytes(b"{}")
    last = sorted((archive.path / layout.home("three").path).glob("*.json"))[-1]
    last.write_bytes(b"{}")
    (archive.path / "articles" / "00").symlink_to(archive.path)
    assert [article.id for article in archive.articles()] == ["three", "two"]
    found = archive.listing()
    assert [history.article.id for history in found.histories] == ["two"]
    assert sorted(name in str(error) for error in found.damage for name in (path.name, last.name, "articles/00")) == (
        [False] * 6 + [True] * 3
    )
    with pytest.raises(DamagedError, match=last.name):
        archive.revisions("three")
    with pytest.raises(NotFoundError, match="There is no article none"):
        archive.revisions("none")
