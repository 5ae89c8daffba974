"""Every line of *Damage* in docs/format.md, one by one. tests/damage does the same to every file in turn."""

from __future__ import annotations

import errno
import json
import os
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, cast

import pytest

from archivist.archive.layout import home
from archivist.archive.store import Archive
from archivist.archive.validation import Validation
from archivist.errors import InvalidMetadataError, UnreadableError
from archivist.model.text import Received, Text
from archivist.schema.loader import Kind, schema

if TYPE_CHECKING:
    from pathlib import Path

    from archivist.model.revision import Damage, Revision

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
STORY = home("story")


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """Three revisions of `story` (A, B, A) and one of `other`, which was received in another encoding."""
    archive = Archive.create(tmp_path / "archive", now=NOW)
    for day, content in enumerate(["A\n", "B\n", "A\n"]):
        archive.put("story", Text(content, content.encode()), captured_at=NOW + timedelta(days=day), metadata={})
    text = Text("é\n", "é\n".encode(), Received(b"\xe9\n", "latin-1", certain=True))
    archive.put("other", text, captured_at=NOW, metadata={})
    return archive


def _folder(archive: Archive) -> Path:
    return archive.path / STORY.path


def _story(archive: Archive) -> tuple[Revision, ...]:
    return archive.revisions("story").revisions


def _record(archive: Archive, revision: Revision) -> Path:
    return _folder(archive) / STORY.record(revision.digest, revision.captured_at)


def _only(archive: Archive) -> Damage:
    (damage,) = archive.verify().damage
    return damage


def _rewrite(path: Path, **fields: object) -> Path:
    """Replace a record by one that says something else and is named by its own digest."""
    value = json.loads(path.read_bytes()) | fields
    data = (json.dumps(value, ensure_ascii=False, sort_keys=True, indent=2) + "\n").encode()
    return _replace(path, data)


def _replace(path: Path, data: bytes) -> Path:
    path.unlink()
    time, _, rest = path.name.partition("-")
    renamed = path.with_name(f"{time}-{sha256(data).hexdigest()[:12]}{rest[12:]}")
    renamed.write_bytes(data)
    return renamed


def test_a_sound_archive_is_counted(archive: Archive) -> None:
    seen: list[str] = []
    found = archive.verify(seen.append)
    files = [path for path in (archive.path / "articles").rglob("*") if path.is_file()]
    assert found.damage == ()
    assert (found.articles, found.revisions, found.texts) == (2, 4, 3)
    assert found.size == sum(path.stat().st_size for path in files)
    assert sorted(seen) == sorted([STORY.path, home("other").path])


def test_what_an_interrupted_writer_leaves_is_no_damage(archive: Archive) -> None:
    (archive.path / "tmp" / "half").write_bytes(b"half a text")
    (archive.path / "articles" / "00").mkdir(exist_ok=True)
    (_folder(archive) / STORY.text(sha256(b"C").hexdigest())).write_bytes(b"C")
    assert archive.verify().damage == ()


@pytest.mark.parametrize("name", ["stray", "zz", "6E", ".DS_Store"])
def test_a_stray_name_under_articles(archive: Archive, name: str) -> None:
    (archive.path / "articles" / name).write_bytes(b"")
    assert _only(archive).path == f"articles/{name}"
    assert [article.id for article in archive.articles()] == ["other", "story"]


def test_a_stray_folder_and_a_stray_file_beside_articles(archive: Archive) -> None:
    outer = archive.path / "articles" / STORY.folders[0]
    (outer / "story").mkdir()
    (outer / "story-00000000").write_bytes(b"")
    (_folder(archive) / "notes.txt").write_bytes(b"")
    (_folder(archive) / "sub").mkdir()
    assert [damage.path for damage in archive.verify().damage] == sorted(
        [
            f"articles/{STORY.folders[0]}/story",
            f"articles/{STORY.folders[0]}/story-00000000",
            f"{STORY.path}/notes.txt",
            f"{STORY.path}/sub",
        ]
    )


def test_a_file_name_that_is_no_utf8_can_be_printed(archive: Archive) -> None:
    descriptor = os.open(os.fsencode(_folder(archive)) + b"/\xff\xfe", os.O_CREAT | os.O_WRONLY)
    os.close(descriptor)
    assert _only(archive).path == f"{STORY.path}/\\xff\\xfe"


def test_a_text_names_all_revisions_that_it_touches(archive: Archive) -> None:
    first, _, third = _story(archive)
    path = _folder(archive) / STORY.text(first.text_sha256)
    path.write_bytes(b"a\n")
    damage = _only(archive)
    assert damage.path == f"{STORY.path}/{path.name}"
    assert damage.revisions == tuple(sorted((first.digest, third.digest)))
    assert "digest in its name" in damage.what


def test_a_text_that_is_not_utf8(archive: Archive) -> None:
    for data in (b"\xff", b"cut \xc3", b"A" * (1 << 20) + b"\xed\xa0\x80"):
        path = _folder(archive) / STORY.text(sha256(data).hexdigest())
        path.write_bytes(data)
        assert "UTF-8" in _only(archive).what
        path.unlink()


def test_a_character_across_two_pieces_is_utf8(archive: Archive) -> None:
    data = b"A" * ((1 << 20) - 1) + "é€😀".encode()
    (_folder(archive) / STORY.text(sha256(data).hexdigest())).write_bytes(data)
    assert archive.verify().damage == ()


def test_a_missing_text_and_missing_received_bytes(archive: Archive) -> None:
    first, _, third = _story(archive)
    (_folder(archive) / STORY.text(first.text_sha256)).unlink()
    (other,) = archive.revisions("other").revisions
    next((archive.path / home("other").path).glob("*.bin")).unlink()
    damage = {found.path: found.revisions for found in archive.verify().damage}
    assert other.received is not None
    assert damage == {
        f"{STORY.path}/{STORY.text(first.text_sha256)}": tuple(sorted((first.digest, third.digest))),
        f"{home('other').path}/{home('other').received(str(other.received['sha256']), 'text/plain')}": (other.digest,),
    }


def test_a_record_whose_bytes_are_not_its_name(archive: Archive) -> None:
    _, second, _ = _story(archive)
    path = _record(archive, second)
    path.write_bytes(path.read_bytes().replace(b"2026", b"2025"))
    damage = _only(archive)
    assert (damage.path, damage.revisions) == (f"{STORY.path}/{path.name}", (second.digest,))


def test_a_head_that_is_broken_is_named_by_what_its_name_tells(archive: Archive) -> None:
    head = _story(archive)[-1]
    _record(archive, head).write_bytes(b"")
    assert _only(archive).revisions == (head.digest[:12],)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda data: data.replace(b'  "', b' "'), "one form"),
        (lambda data: data + b"\n", "one form"),
        (lambda data: data.rstrip(), "one form"),
        (lambda data: data.replace(b"archivist 0", b"\\u0061rchivist 0"), "one form"),
        (lambda data: data.replace(b"archivist 0", b"\\uD800rchivist 0"), "surrogate"),
        (lambda data: data.replace(b"archivist 0", b"\\ud800rchivist 0"), "surrogate"),
        (lambda data: data.replace(b'"parents"', b'"parent"'), "$.parents: This field is missing"),
        (lambda data: data.replace(b'"tool"', b'"tool": "x 1", "tool"'), "twice"),
        (lambda _: b"not JSON", "Expected a value"),
        (lambda _: b"[]\n", "JSON object"),
    ],
)
def test_a_record_in_another_form(archive: Archive, change: object, words: str) -> None:
    assert callable(change)
    head = _story(archive)[-1]
    path = _replace(_record(archive, head), change(_record(archive, head).read_bytes()))
    damage = _only(archive)
    assert damage.path == f"{STORY.path}/{path.name}"
    assert words in damage.what


@pytest.mark.parametrize(
    ("field", "value"),
    [("headline", " "), ("language", "no language"), ("x-own", 1.5), ("keywords", [True]), ("y", "")],
)
def test_a_member_that_the_record_before_does_not_have_is_looked_at(
    archive: Archive, field: str, value: object
) -> None:
    head = _story(archive)[-1]
    path = _rewrite(_record(archive, head), **{field: value})
    damage = _only(archive)
    assert damage.path == f"{STORY.path}/{path.name}"
    assert field in damage.what


@pytest.mark.parametrize("field", cast("list[str]", schema(Kind.REVISION)["required"]))
def test_a_member_that_the_record_before_has_may_not_be_missing(archive: Archive, field: str) -> None:
    path = _record(archive, _story(archive)[-1])
    value = json.loads(path.read_bytes())
    del value[field]
    path = _replace(path, (json.dumps(value, sort_keys=True, indent=2) + "\n").encode())
    damage = _only(archive)
    assert damage.path == f"{STORY.path}/{path.name}"
    assert f"$.{field}: This field is missing" in damage.what


def test_parents_must_be_sorted(archive: Archive) -> None:
    first, second, third = _story(archive)
    parents = sorted((first.digest, second.digest), reverse=True)
    _rewrite(_record(archive, third), parents=parents)
    assert "parents sorted" in _only(archive).what


def test_a_record_in_the_wrong_place(archive: Archive) -> None:
    head = _story(archive)[-1]
    path = _record(archive, head)
    moved = _rewrite(path, capturedAt="2026-03-05T09:00:00Z")
    assert "its name should be 20260305T090000Z-" in _only(archive).what
    moved.unlink()
    other = next((archive.path / home("other").path).glob("*.json"))
    (_folder(archive) / f"{other.name[:-16]}{path.name[-16:]}").write_bytes(other.read_bytes())
    assert "It is a record of other, which belongs in" in next(
        damage.what for damage in archive.verify().damage if "record of" in damage.what
    )


def test_a_name_that_ends_as_another_articles(archive: Archive) -> None:
    first = _story(archive)[0]
    path = _folder(archive) / STORY.text(first.text_sha256)
    path.rename(path.with_name(path.name.replace(STORY.k[:11], "0" * 11)))
    assert [damage.what for damage in archive.verify().damage] == [
        "The end of its name is that of another article.",
        "This file is missing, and a record names it.",
    ]


def test_a_size_that_the_record_does_not_say(archive: Archive) -> None:
    head = _story(archive)[-1]
    path = _rewrite(_record(archive, head), text={"sha256": head.text_sha256, "bytes": 3})
    damage = _only(archive)
    assert damage.path == f"{STORY.path}/{path.name}"
    assert "has 3 bytes; it has 2" in damage.what


def test_a_record_lost_from_the_middle_is_missed_and_a_lost_head_is_not(archive: Archive) -> None:
    _, second, third = _story(archive)
    _record(archive, third).rename(archive.path / "kept")
    assert archive.verify().damage == ()
    (archive.path / "kept").rename(_record(archive, third))
    _record(archive, second).unlink()
    damage = _only(archive)
    assert damage.path == f"{STORY.path}/*-{second.digest[:12]}.{STORY.k[:10]}.json"
    assert damage.revisions == tuple(sorted((second.digest, third.digest)))


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("archive.json", b"", "empty"),
        ("archive.json", b"{}", "$.createdAt: This field is missing"),
        ("archive.json", None, "missing"),
        (".gitattributes", b"* text=auto\n", "** -text"),
        (".gitattributes", b"# ** -text\n", "** -text"),
        (".gitattributes", None, "missing"),
    ],
)
def test_the_files_at_the_top(archive: Archive, name: str, data: bytes | None, words: str) -> None:
    (archive.path / name).unlink()
    if data is not None:
        (archive.path / name).write_bytes(data)
    damage = _only(archive)
    assert damage.path == name
    assert words in damage.what


def test_more_lines_in_gitattributes_are_the_owners_affair(archive: Archive) -> None:
    (archive.path / ".gitattributes").write_bytes(b"*.png binary\n** -text\n*.json linguist-generated\n")
    assert archive.verify().damage == ()


def test_damage_is_sorted_and_the_same_every_time(archive: Archive) -> None:
    for path in (archive.path / "articles").rglob("*.*"):
        if path.is_file():
            path.write_bytes(b"x")
    first, second = archive.verify(), archive.verify()
    assert first == second
    assert [damage.path for damage in first.damage] == sorted(damage.path for damage in first.damage)
    assert len(first.damage) == 8


@pytest.mark.parametrize("line", [b"** -text", b"** -text -ident -filter -working-tree-encoding", b"** -text\r"])
def test_whatever_else_the_line_says_is_the_owners_affair(archive: Archive, line: bytes) -> None:
    (archive.path / ".gitattributes").write_bytes(line + b"\n")
    assert archive.verify().damage == ()


@pytest.mark.parametrize("line", [b"** -texture", b" ** -text", b"** text"])
def test_a_line_that_only_looks_so_is_not_enough(archive: Archive, line: bytes) -> None:
    (archive.path / ".gitattributes").write_bytes(line + b"\n")
    assert _only(archive).path == ".gitattributes"


@pytest.mark.parametrize("kind", ["file", "link"])
def test_a_tmp_that_is_no_folder_is_named(archive: Archive, kind: str) -> None:
    (archive.path / "tmp").rmdir()
    if kind == "file":
        (archive.path / "tmp").write_bytes(b"")
    else:
        (archive.path / "tmp").symlink_to(archive.path / "articles")
    assert _only(archive).path == "tmp"


@pytest.mark.parametrize(
    ("content", "words"),
    [(None, "No such file"), ("{", "ends"), ('{"$ref": "x"}', "nothing is fetched"), ("pipe", "no plain file")],
)
def test_an_own_schema_that_cannot_be_used(archive: Archive, content: str | None, words: str) -> None:
    path = archive.path / "archive.json"
    path.write_text(json.dumps(json.loads(path.read_bytes()) | {"revisionSchema": "schemas/own.json"}))
    own = archive.path / "schemas" / "own.json"
    own.parent.mkdir()
    if content == "pipe":
        os.mkfifo(own)
    elif content is not None:
        own.write_text(content)
    damage = _only(archive)
    assert damage.path == "schemas/own.json"
    assert "archive.json names this" in damage.what
    assert words in damage.what
    record = next((archive.path / STORY.path).glob("*.json"))
    with pytest.raises(InvalidMetadataError, match=r"schemas/own\.json"):
        Validation().problems(str(record))
    with pytest.raises(InvalidMetadataError, match=r"schemas/own\.json"):
        Archive.open(archive.path).put("new", Text("N", b"N"), captured_at=NOW, metadata={})


def test_what_the_disk_cannot_give_back_is_damage(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "read", fail)
    assert {"cannot be read from the disk" in damage.what for damage in archive.verify().damage} == {True}


def test_validating_a_pipe_does_not_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    with pytest.raises(UnreadableError, match=r"pipe\.json: this is no plain file"):
        Validation().problems(str(tmp_path / "pipe.json"))
