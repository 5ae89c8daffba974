"""What must hold of any JSON, any record and any history."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archivist.archive.layout import home, is_article_folder, is_outer_folder, read_name
from archivist.archive.store import Archive
from archivist.archive.times import format_time, parse_time
from archivist.model.text import Text
from archivist.model.times import order_of
from archivist.schema.checker import check
from archivist.schema.loader import Kind
from archivist.schema.positions import scan
from archivist.schema.quick import certain
from archivist.schema.strict import loads
from archivist.schema.validators import published

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLES = Path(__file__).parent.parent / "unit" / "schema_samples"
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)

scalars = st.none() | st.booleans() | st.integers(-(2**54), 2**54) | st.text(max_size=8)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
)
pieces = st.sampled_from(
    [
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        '"',
        "\\",
        "\\u",
        "d800",
        "0",
        "-",
        "1.5",
        "1e9",
        "NaN",
        "null",
        "true",
        '"a"',
        " ",
        "\n",
    ]
)


@given(st.lists(pieces, max_size=12).map("".join) | values.map(json.dumps))
def test_the_quick_reading_and_the_scan_agree(text: str) -> None:
    value, problems = loads(text.encode(), "x")
    try:
        standard: object = json.loads(text)
    except ValueError:
        standard = None
    if not problems:
        assert value == standard
        assert scan(text).faults == []
    elif isinstance(standard, dict):
        assert scan(text).faults != []
    if scan(text).complete and not scan(text).faults:
        assert json.loads(text) == standard


@given(st.lists(pieces, max_size=8).map("".join), st.integers(0, 400), st.integers(0, 30))
def test_damaged_json_is_never_read_in_silence(piece: str, at: int, cut: int) -> None:
    sound = (SAMPLES / "revision.good.json").read_text(encoding="utf-8")
    text = sound[:at] + piece + sound[at + cut :]
    value, problems = loads(text.encode(), "x")
    if value is None:
        assert problems
    elif not problems:
        assert json.loads(text) == value


_GOOD = {kind: json.loads((SAMPLES / f"{kind.split(':')[3]}.good.json").read_bytes()) for kind in list(Kind)[:3]}
likely = st.sampled_from(
    [
        "",
        "a",
        "a\n",
        "A b",
        "2026-03-02T09:00:00Z",
        "https://a.example/",
        "a" * 64,
        "usable",
        "text/html",
        "en",
        0,
        1,
        [],
        {},
    ]
)


@given(st.sampled_from(list(_GOOD)), st.data())
def test_the_quick_check_says_what_jsonschema_says(kind: Kind, data: st.DataObject) -> None:
    value: dict[str, Any] = json.loads(json.dumps(_GOOD[kind]))
    for _ in range(data.draw(st.integers(0, 2))):
        place = data.draw(st.sampled_from([value, *(v for v in value.values() if isinstance(v, dict))]))
        key = data.draw(st.sampled_from([*place, "x-new", "x-é", "other"]))
        place[key] = deepcopy(data.draw(likely | values))  # a later turn may write into it
    if data.draw(st.booleans()):
        value.pop(data.draw(st.sampled_from(list(value))))
    holds = not list(published(kind).iter_errors(value))
    assert certain(kind)(value) == holds
    assert (check(value, kind, "x") == ()) == holds


ids = st.from_regex(r"[a-z0-9]{1,10}(?:[._/-][a-z0-9]{1,10}){0,4}", fullmatch=True)


@given(ids, ids)
def test_every_id_has_a_safe_folder_of_its_own(one: str, other: str) -> None:
    place = home(one)
    assert is_outer_folder(place.folders[0])
    assert is_article_folder(*place.folders)
    assert all(name not in {"", ".", ".."} and "/" not in name for name in place.folders)
    name = read_name(place.text("0" * 64))
    assert name is not None
    assert place.folders[1].endswith(name.k[:8])
    assert (place.path == home(other).path) == (one == other)


@given(st.lists(st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=st.just(UTC))))  # noqa: DTZ001  # bounds
def test_times_are_read_as_written_and_sort_as_times(times: list[datetime]) -> None:
    assert [parse_time(format_time(time)) for time in times] == times
    assert sorted(map(format_time, times), key=order_of) == [format_time(time) for time in sorted(times)]


@pytest.fixture(autouse=True, scope="module")
def _no_waiting_for_disks() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


captures = st.lists(
    st.tuples(st.integers(0, 6), st.sampled_from(["A", "B", "é\r\n", ""]), st.sampled_from([None, "H", "I"])),
    max_size=7,
)


def _put_all(archive: Archive, told: list[tuple[int, str, str | None]]) -> None:
    for day, content, headline in told:
        metadata = {} if headline is None else {"headline": headline}
        when = NOW + timedelta(days=day)
        text = Text(content, content.encode())
        before = [revision.digest for revision in archive.revisions("story").revisions] if archive.articles() else []
        put = archive.put("story", text, captured_at=when, metadata=metadata)
        story = archive.revisions("story")
        assert put.added == (put.revision.digest not in before)
        assert len(story.revisions) == len(before) + put.added
        assert archive.read(put.revision) == content
        assert put.revision.metadata == metadata
        assert order_of(put.revision.captured_at) <= order_of(format_time(when))
        assert story.heads


@settings(max_examples=25, deadline=None)
@given(captures, captures)
def test_any_history_is_kept_and_any_two_archives_merge(left: list[Any], right: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        one, two = (Archive.create(Path(folder, name), now=NOW) for name in ("one", "two"))
        _put_all(one, left)
        _put_all(two, right)
        kept = {path.name for archive in (one, two) for path in archive.path.rglob("*.*")}
        shutil.copytree(two.path, one.path, dirs_exist_ok=True)
        assert one.verify().damage == ()
        assert {path.name for path in one.path.rglob("*.*")} == kept
        if left or right:
            story = one.revisions("story")
            times = [order_of(revision.captured_at) for revision in story.revisions]
            assert times == sorted(times)
            places = {revision.digest: place for place, revision in enumerate(story.revisions)}
            for revision in story.revisions:
                for parent in revision.parents:
                    same = story.revisions[places[parent]].captured_at == revision.captured_at
                    assert not same or places[parent] < places[revision.digest]
