"""Seals and lists: what is written is read back, and whatever else comes in is refused with a sentence."""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.archive.checkpoint import list_bytes, lists_before, read_list, read_seal, seal_bytes, seal_name
from archivist.archive.layout import home
from archivist.errors import DamagedError
from archivist.model.seal import Seal

_DIGESTS = st.binary(max_size=6).map(lambda data: sha256(data).hexdigest())
_RECORDS = st.builds(lambda *parts: _record(*parts), _DIGESTS, st.integers(0, 50))
_SEALS = st.builds(
    Seal,
    st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E, exclude_characters="+"), min_size=1, max_size=120),
    st.integers(1, 10**15 - 1),
    _DIGESTS,
    st.sampled_from(["2026-03-02T09:00:00Z", "0001-01-01T00:00:00.000001Z", "9999-12-31T23:59:59Z"]),
    _DIGESTS,
    st.just(""),
)


def _record(sha256: str, number: int) -> tuple[str, str]:
    place = home(f"a{number}")
    return sha256, f"{place.path}/{place.record(sha256, '2026-03-02T09:00:00Z')}"


@given(_SEALS)
def test_a_seal_is_read_back(seal: Seal) -> None:
    data = seal_bytes(seal)
    assert read_seal(data, "x") == seal._replace(sha256=sha256(data).hexdigest())
    assert seal_name(read_seal(data, "x")).endswith(f"-{sha256(data).hexdigest()[:12]}.seal")


@given(st.sets(_DIGESTS, max_size=4), st.sets(_RECORDS, max_size=6))
def test_a_list_is_read_back(before: set[str], records: set[tuple[str, str]]) -> None:
    data = list_bytes(before, records)
    found = read_list(data, "x")
    assert (set(found.before), set(found.records)) == (before, records)
    assert lists_before(data) == found.before


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_what_is_neither_a_seal_nor_a_list_is_refused(data: bytes) -> None:
    """A list has lines of digest and path; a seal has five lines, which no chance makes. Nothing is a list of none."""
    lists_before(data)
    with pytest.raises(DamagedError):
        read_seal(data, "x")
    if data:
        with pytest.raises(DamagedError):
            read_list(data, "x")
    else:
        assert list_bytes(*read_list(data, "x")) == data


@given(_SEALS, st.integers(0, 400), st.binary(max_size=2), st.integers(0, 2))
def test_no_two_seals_mean_the_same(seal: Seal, place: int, put: bytes, taken: int) -> None:
    """A changed seal is refused, or says something else."""
    data = seal_bytes(seal)
    changed = data[:place] + put + data[place + taken :]
    with suppress(DamagedError):
        assert seal_bytes(read_seal(changed, "x")) == changed
