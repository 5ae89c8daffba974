from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256

import pytest

from archivist.archive.layout import home, is_article_folder, is_outer_folder, read_name
from archivist.archive.times import compact, format_time, order_of, parse_time
from archivist.errors import UsageError

A = "a" * 64


def test_an_articles_home_follows_from_its_id() -> None:
    k = sha256(b"2026/03/harbor-bridge").hexdigest()
    place = home("2026/03/harbor-bridge")
    assert place.path == f"articles/{k[:2]}/2026-03-harbor-bridge-{k[:8]}"
    assert place.text(A) == f"{A}.{k[:11]}.txt"
    assert place.received(A, "text/html") == f"{A}.{k[:11]}.html"
    assert place.received(A, "text/plain") == f"{A}.{k[:11]}.bin"
    assert place.record(A, "2024-10-11T23:15:00.25Z") == f"20241011T231500Z-{A[:12]}.{k[:10]}.json"


def test_the_last_sixteen_characters_of_a_path_are_the_same_for_all_files_of_a_kind() -> None:
    place = home("story")
    for ends in (
        {place.text(digest * 64)[-16:] for digest in "abc"},
        {place.record(digest * 64, f"2026-03-0{digest}T09:00:00Z")[-16:] for digest in "123"},
    ):
        assert len(ends) == 1


def test_a_slug_is_cut_and_never_ends_in_a_hyphen() -> None:
    folder = home("x" * 47 + "-" + "y" * 20).folders[1]
    assert folder[:-9] == "x" * 47
    assert home("a.b_c/d-e").folders[1].startswith("a-b-c-d-e-")


def test_ids_with_one_slug_have_folders_of_their_own() -> None:
    assert home("2026/03").path != home("2026-03").path


@pytest.mark.parametrize("article", ["a", "0", "a.b_c/d-e", "x" * 120])
def test_an_article_id(article: str) -> None:
    place = home(article)
    assert is_outer_folder(place.folders[0])
    assert is_article_folder(*place.folders)


@pytest.mark.parametrize(
    "article",
    ["", "A", "a b", "../a", "/a", "a/", "a//b", "a..b", ".a", "a.", "-a", "a-", "a\n", "a\0", "é", "x" * 121, "con:"],
)
def test_what_is_no_article_id(article: str) -> None:
    with pytest.raises(UsageError, match="is not an article id"):
        home(article)


def test_names_are_read_back() -> None:
    place = home("story")
    for name in (place.text(A), place.received(A, "text/html"), place.received(A, "x/y")):
        read = read_name(name)
        assert read is not None
        assert (read.digest, read.k, read.is_record) == (A, place.k[:11], False)
    record = read_name(place.record(A, "2024-10-11T23:15:00Z"))
    assert record is not None
    assert (record.digest, record.k, record.is_record) == (A[:12], place.k[:10], True)


@pytest.mark.parametrize(
    "name",
    [
        "",
        f"{A}.txt",
        f"{A}.12345678901.txt\n",
        f"{A[1:]}.12345678901.txt",
        f"{A.upper()}.12345678901.txt",
        f"{A}.12345678901.md",
        f"20241011T231500Z-{A[:11]}.1234567890.json",
        f"20241011T231500-{A[:12]}.1234567890.json",
        f"20241011T231500Z-{A[:12]}.12345678901.json",
        ".DS_Store",
    ],
)
def test_names_that_do_not_belong(name: str) -> None:
    assert read_name(name) is None


def test_folders_that_do_not_belong() -> None:
    assert not is_outer_folder("6E")
    assert not is_outer_folder("6e\n")
    assert not is_article_folder("00", "story-0112345\n")
    assert not is_article_folder("00", "story-01123456")
    assert not is_article_folder("01", "-01123456")


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2026-03-02T09:00:00Z", datetime(2026, 3, 2, 9, tzinfo=UTC)),
        ("2026-03-02t09:00:00z", datetime(2026, 3, 2, 9, tzinfo=UTC)),
        ("2026-03-02T09:00:00+09:00", datetime(2026, 3, 2, tzinfo=UTC)),
        ("2026-03-02T09:00:00.5-00:30", datetime(2026, 3, 2, 9, 30, 0, 500000, tzinfo=UTC)),
        ("2026-03-02T09:00:00.1234569Z", datetime(2026, 3, 2, 9, 0, 0, 123456, tzinfo=UTC)),
        ("2024-02-29T23:59:59Z", datetime(2024, 2, 29, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_times_are_read(text: str, time: datetime) -> None:
    assert parse_time(text) == time
    assert parse_time(text).tzinfo is UTC


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("yesterday", "is not a time"),
        ("2026-03-02", "is not a time"),
        ("2026-03-02 09:00:00Z", "is not a time"),
        ("2026-03-02T09:00Z", "is not a time"),
        ("20260302T090000Z", "is not a time"),
        ("2026-03-02T09:00:00Z\n", "is not a time"),
        ("２０２６-03-02T09:00:00Z", "is not a time"),
        ("2026-03-02T09:00:00", "time zone"),
        ("2026-02-29T09:00:00Z", "exists"),
        ("2026-03-02T24:00:01Z", "exists"),
        ("2026-03-02T09:00:60Z", "exists"),
        ("2026-03-02T09:00:00+24:00", "exists"),
        ("0001-01-01T00:00:00+09:00", "exists"),
        ("9" * 10_000, "is not a time"),
    ],
)
def test_what_is_no_time(text: str, words: str) -> None:
    with pytest.raises(UsageError, match=words) as error:
        parse_time(text)
    assert len(str(error.value)) < 250


def test_times_are_written_in_utc_with_a_fraction_only_where_there_is_one() -> None:
    tokyo = timezone(timedelta(hours=9))
    assert format_time(datetime(2026, 3, 2, 9, tzinfo=tokyo)) == "2026-03-02T00:00:00Z"
    assert format_time(datetime(2026, 3, 2, 9, 0, 0, 250000, tzinfo=UTC)) == "2026-03-02T09:00:00.250000Z"
    assert compact("2026-03-02T09:00:00.250000Z") == "20260302T090000Z"
    with pytest.raises(UsageError, match="time zone"):
        format_time(datetime(2026, 3, 2, 9))  # noqa: DTZ001  # that it has no zone is the point


def test_times_sort_whatever_their_fractions() -> None:
    times = [
        "2026-03-02T09:00:00Z",
        "2026-03-02T09:00:00.000001Z",
        "2026-03-02T09:00:00.2Z",
        "2026-03-02T09:00:00.25Z",
        "2026-03-02T09:00:01Z",
    ]
    assert sorted(times, key=order_of) == times
    assert order_of("2026-03-02T09:00:00Z") == order_of("2026-03-02T09:00:00.000Z")
