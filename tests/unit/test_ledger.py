"""What a writer knows of an article is what its folder holds, whatever others do to it, and costs no more with age."""

from __future__ import annotations

import json
import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import count
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.archive.durability import Durability
from archivist.archive.history import history
from archivist.archive.layout import home
from archivist.archive.ledger import Ledger
from archivist.archive.store import Archive
from archivist.errors import InvalidMetadataError, WriteError
from archivist.model.revision import Article, Revision
from archivist.model.text import Text
from archivist.model.times import order_of

if TYPE_CHECKING:
    from pathlib import Path

    from archivist.archive.writer import Put, Writer

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive.create(tmp_path / "archive", now=NOW)


def _put(writer: Archive | Writer, content: str, day: int = 0, article: str = "story") -> Put:
    text = Text(content, content.encode())
    return writer.put(article, text, captured_at=NOW + timedelta(days=day), metadata={})


def _counted(monkeypatch: pytest.MonkeyPatch) -> count[int]:
    """Counts how often a folder is listed, with 1 for the next."""
    calls = count(1)
    true = os.listdir

    def listdir(folder: int) -> list[str]:
        next(calls)
        return true(folder)

    monkeypatch.setattr(os, "listdir", listdir)
    return calls


def test_a_folder_that_nobody_else_touched_is_not_listed_again(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = count()
    monkeypatch.setattr("archivist.archive.ledger.monotonic", clock.__next__)
    _put(archive, "A")
    calls = _counted(monkeypatch)
    for number in range(1, 10):
        _put(archive, f"text {number}", number)
    assert next(calls) == 1 + 1
    for _ in range(100):
        next(clock)
    _put(archive, "Z", 99)
    assert next(calls) == 2 + 2
    _put(Archive.open(archive.path), "other", 100)
    _put(archive, "Y", 101)
    assert next(calls) > 4 + 1


def test_what_another_writer_adds_is_seen(archive: Archive) -> None:
    other = Archive.open(archive.path)
    for day in range(0, 40, 2):
        first = _put(archive, f"text {day}", day).revision
        second = _put(other, f"text {day + 1}", day + 1).revision
        assert second.parents == (first.digest,)
    assert len(archive.revisions("story").heads) == 1


def test_what_somebody_removes_is_forgotten(archive: Archive) -> None:
    first = _put(archive, "A").revision
    second = _put(archive, "B", 1).revision
    (path,) = archive.path.rglob(f"*{second.digest[:12]}*.json")
    path.unlink()
    again = _put(archive, "B", 1)
    assert again.added
    assert again.revision.parents == (first.digest,)
    shutil.rmtree(path.parent)
    assert _put(archive, "B", 1).revision.parents == ()


def test_what_somebody_removes_is_forgotten_in_a_batch(archive: Archive) -> None:
    second = _put(archive, "A").revision
    (path,) = archive.path.rglob(f"*{second.digest[:12]}*.json")
    with archive.writer(Durability.BATCH) as writer:
        coming = _put(writer, "B", 1).revision
        path.unlink()
        assert _put(writer, "C", 2).revision.parents == (coming.digest,)


def test_after_a_batch_that_failed_the_folder_counts(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    first = _put(archive, "A").revision
    with suppress(RuntimeError), archive.writer(Durability.BATCH) as writer:
        _put(writer, "B", 1)
        raise RuntimeError
    assert list((archive.path / "tmp").iterdir()) == []
    with archive.writer(Durability.BATCH) as writer:
        _put(writer, "B", 1)
        with monkeypatch.context() as patch:
            patch.setattr(os, "link", lambda *_, **__: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                writer.settle()
        assert _put(writer, "C", 2).revision.parents == (first.digest,)


def test_a_refused_revision_does_not_take_the_batch_with_it(archive: Archive) -> None:
    with archive.writer(Durability.BATCH) as writer:
        _put(writer, "A")
        with pytest.raises(InvalidMetadataError):
            writer.put("story", Text("B", b"B"), captured_at=NOW, metadata={"headline": 1})
        taken = archive.path / home("story").path / home("story").text(sha256(b"C").hexdigest())
        taken.write_bytes(b"other")
        with pytest.raises(WriteError, match="other bytes"):
            _put(writer, "C")
        assert not _put(writer, "A", 1).added
        _put(writer, "D", 2)
    assert len(archive.revisions("story").revisions) == 2


def test_what_a_caller_does_with_its_metadata_later_changes_nothing(archive: Archive) -> None:
    keywords = ["bridge"]
    inner = {"x-desk": {"names": ["Reyes"]}, "keywords": keywords}
    with archive.writer(Durability.BATCH) as writer:
        put = writer.put("story", Text("A", b"A"), captured_at=NOW, metadata=inner)
        keywords.append("harbor")
        assert writer.put("story", Text("A", b"A"), captured_at=NOW, metadata=inner).added
    assert put.revision.metadata["keywords"] == ["bridge"]
    assert {str(each.metadata["keywords"]) for each in archive.revisions("story").revisions} == {
        "['bridge']",
        "['bridge', 'harbor']",
    }


def test_two_texts_of_one_digest_in_one_batch_are_refused(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archivist.archive.record.digest", lambda _: "0" * 64)
    writer = archive.writer(Durability.BATCH)
    _put(writer, "A")
    with pytest.raises(WriteError, match="two different files have one digest"):
        _put(writer, "B", 1)
    with pytest.raises(WriteError, match="two different files have one digest"):
        _put(writer, "B")


def test_threads_may_share_an_archive(archive: Archive) -> None:
    with ThreadPoolExecutor(4) as threads:
        puts = list(threads.map(lambda day: _put(archive, f"text {day}", day, f"story/{day % 3}"), range(40)))
    assert all(put.added for put in puts)
    assert (archive.verify().revisions, archive.verify().damage) == (40, ())
    assert [len(archive.revisions(f"story/{number}").heads) for number in range(3)] == [1, 1, 1]


def _revision(number: int, time: int, parents: tuple[str, ...], content: str, headline: str) -> Revision:
    captured_at = f"2026-03-02T09:00:{time:02}Z"
    return Revision(f"{number * 7919 % 1000:064}", "a", captured_at, content, 1, parents, "t", {"headline": headline})


revisions = st.tuples(st.integers(0, 3), st.sampled_from("AB"), st.sampled_from("HI"), st.booleans())


class _Counted(dict[str, object]):
    """Metadata that counts how often any of its kind is compared."""

    looks = 0

    def __eq__(self, other: object) -> bool:
        _Counted.looks += 1
        return super().__eq__(other)

    __hash__ = dict.__hash__  # none, as before


def _says_the_same(one: Revision, other: Revision) -> bool:
    return (one.text_sha256, one.metadata) == (other.text_sha256, other.metadata)


@given(st.lists(revisions, max_size=12))
def test_it_tells_what_the_whole_history_tells(told: list[tuple[int, str, str, bool]]) -> None:
    book = Ledger(home("a"))
    known: list[Revision] = []
    for number, (time, content, headline, joins) in enumerate(told):
        seen = history(Article("a", ""), known)
        assert set(book.heads) == set(seen.heads)
        parents = seen.heads if joins else seen.heads[:1]
        new = _revision(number, time, parents, content, headline)
        when = order_of(new.captured_at)
        before = [each for each in seen.revisions if order_of(each.captured_at) <= when]
        candidates = [each for each in before if each is before[-1] or order_of(each.captured_at) == when]
        same = [each for each in candidates if _says_the_same(each, new)]
        assert book.unchanged(new) is (same[-1] if same else None)
        last = seen.revisions[-1] if seen.revisions else None
        assert book.later(new) is (last if last is not None and order_of(last.captured_at) > when else None)
        known.append(new)
        book.add(f"{number}.json", new)


def test_a_text_put_often_at_one_time_costs_each_time_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[object] = []

    def dumps(value: object, *, sort_keys: bool) -> str:
        written.append(value)
        return json.dumps(value, sort_keys=sort_keys)

    monkeypatch.setattr(_Counted, "looks", 0)
    monkeypatch.setattr("archivist.archive.ledger.json", SimpleNamespace(dumps=dumps))
    book = Ledger(home("a"))
    for number in range(200):
        metadata = _Counted(headline=f"Headline {number}")
        new = _revision(number, 0, tuple(book.heads), "A", "")._replace(metadata=metadata)
        assert book.unchanged(new) is None
        book.add(f"{number}.json", new)
    assert _Counted.looks + len(written) <= 3 * 200


def test_a_text_put_once_at_each_time_is_not_written_as_json(monkeypatch: pytest.MonkeyPatch) -> None:
    book = Ledger(home("a"))
    monkeypatch.setattr("archivist.archive.ledger.json", None)
    for number in range(20):
        new = _revision(number, number % 10, tuple(book.heads), f"text {number}", f"Headline {number}")
        assert book.unchanged(new) is None
        book.add(f"{number}.json", new)
