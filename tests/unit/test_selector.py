from __future__ import annotations

from hashlib import sha256

import pytest

from archivist.archive.history import history
from archivist.archive.selector import select
from archivist.errors import AmbiguousError, NotFoundError, UsageError
from archivist.model.revision import Article, History, Revision


def _revision(digest: str, text: str, captured_at: str, *parents: str) -> Revision:
    return Revision(digest, "story", captured_at, text, 1, parents, "archivist 0")


def _history(*revisions: Revision) -> History:
    return history(Article("story", "articles/00/story-00000000"), revisions)


R1 = _revision("a1" * 32, "d1" * 32, "2026-03-02T09:00:00Z")
R2 = _revision("a2" * 32, "d2" * 32, "2026-03-03T09:00:00Z", R1.digest)
R3 = _revision("a3" * 32, "d1" * 32, "2026-03-03T23:59:59.999999Z", R2.digest)
R4 = _revision("1234" + "b" * 60, "a345" + "0" * 60, "2026-03-05T00:00:00Z", R3.digest)
STORY = _history(R4, R2, R3, R1)


@pytest.mark.parametrize(
    ("selector", "revision"),
    [
        ("1", R1),
        ("4", R4),
        ("-1", R4),
        ("-4", R1),
        ("01", R1),
        ("latest", R4),
        ("2026-03-02", R1),
        ("2026-03-03", R3),
        ("2026-03-04", R3),
        ("2030-01-01", R4),
        ("2026-03-03T09:00:00Z", R2),
        ("2026-03-03T08:59:59.999999Z", R1),
        ("2026-03-03T18:00:00+09:00", R2),
        ("a2a2", R2),
        ("A2A2", R2),
        ("a2" * 32, R2),
        ("d2d2", R2),
        ("d1d1d1", R1),
        ("1234", R4),
        ("1234b", R4),
    ],
)
def test_what_a_selector_means(selector: str, revision: Revision) -> None:
    assert select(STORY, selector) is revision


@pytest.mark.parametrize(
    ("selector", "words"),
    [
        ("0", "run from 1 .* to 4"),
        ("5", "run from 1 .* to 4"),
        ("-5", "run from 1 .* to 4"),
        ("9999", "run from 1 .* to 4"),
        ("2026-03-01", "not captured yet"),
        ("2026-03-02T08:59:59Z", "not captured yet"),
        ("ffff", "starts with ffff"),
    ],
)
def test_what_is_not_there(selector: str, words: str) -> None:
    with pytest.raises(NotFoundError, match=words) as error:
        select(STORY, selector)
    assert f"1 2026-03-02T09:00:00Z {R1.digest[:12]}" in str(error.value)
    assert not isinstance(error.value, AmbiguousError)


@pytest.mark.parametrize(
    "selector", ["", "first", "a1a", "-", "--1", "1.0", "2026-3-2", "a1a1 ", "a1a1\n", "١", "g" * 10_000]
)
def test_what_is_no_selector(selector: str) -> None:
    with pytest.raises(UsageError, match="names no revision") as error:
        select(STORY, selector)
    assert len(str(error.value)) < 400


@pytest.mark.parametrize("selector", ["2026-02-29", "2026-13-01", "2026-03-02T09:00:00", "2026-03-02T99:00:00Z"])
def test_impossible_times(selector: str) -> None:
    with pytest.raises(UsageError):
        select(STORY, selector)


def test_digits_that_fit_a_record_and_another_text_are_ambiguous() -> None:
    other = _revision("a345" + "1" * 60, "ee" * 32, "2026-03-06T00:00:00Z", R4.digest)
    with pytest.raises(AmbiguousError, match="several") as error:
        select(_history(R4, other), "a345")
    assert R4.digest[:12] in str(error.value)
    assert other.digest[:12] in str(error.value)


def test_records_that_begin_alike_are_ambiguous() -> None:
    twins = [_revision("abcd" + str(n) * 60, str(n) * 64, f"2026-03-0{n}T00:00:00Z") for n in (1, 2)]
    with pytest.raises(AmbiguousError):
        select(_history(*twins), "abcd")
    assert select(_history(*twins), "abcd2") is twins[1]


def test_what_there_is_is_listed_in_short() -> None:
    many = [_revision(f"{n:064x}", f"{n:064x}", f"2026-03-02T09:{n // 60:02}:{n % 60:02}Z") for n in range(1, 3000)]
    with pytest.raises(NotFoundError, match=r"2991 more") as error:
        select(_history(*many), "3000")
    assert len(str(error.value)) < 700


def test_order_is_by_time_then_descent_then_digest() -> None:
    time = "2026-03-02T09:00:00Z"
    root = _revision("f" * 64, "1" * 64, time)
    child = _revision("e" * 64, "2" * 64, time, root.digest)
    grandchild = _revision("d" * 64, "3" * 64, time, child.digest)
    stranger = _revision("c" * 64, "4" * 64, time)
    later = _revision("0" * 64, "5" * 64, "2026-03-02T09:00:00.5Z")
    found = _history(later, stranger, grandchild, child, root)
    assert found.revisions == (stranger, root, child, grandchild, later)
    assert found.heads == (stranger.digest, grandchild.digest, later.digest)


def test_reverts_name_the_earliest_revision_with_the_text() -> None:
    texts = [sha256(letter.encode()).hexdigest() for letter in "ABAACBA"]
    line = [_revision(f"{n:064x}", text, f"2026-03-0{n}T00:00:00Z") for n, text in enumerate(texts, 1)]
    digests = [revision.digest for revision in line]
    assert _history(*line).reverts == {digests[2]: digests[0], digests[5]: digests[1], digests[6]: digests[0]}
