from __future__ import annotations

from fuzz.targets import is_whole
from hypothesis import assume, given
from hypothesis import strategies as st

from archivist.errors import UnreadableError
from archivist.text.decode import decode


@given(st.text())
def test_valid_utf8_comes_back_byte_for_byte(content: str) -> None:
    data = content.encode()
    assume(b"\x00" not in data or not data.startswith((b"PK", b"\x7fELF", b"SQLite", b"%PDF-")))
    text = decode(data)
    assert (text.content, text.data, text.received) == (content, data, None)


@given(st.binary(max_size=200), st.sampled_from([None, "cp1252", "utf-16", "shift_jis", "utf-7", "ascii", "utf-8"]))
def test_any_bytes_are_read_without_loss_or_refused(data: bytes, encoding: str | None) -> None:
    try:
        text = decode(data, encoding)
    except UnreadableError:
        return
    is_whole(text, data)


@given(st.text(st.characters(codec="koi8-r", categories=["L", "N", "P", "Zs"]), min_size=1))
def test_a_declared_encoding_round_trips(content: str) -> None:
    data = content.encode("koi8-r")
    assume(data.isascii() or not is_utf8(data))
    assume(not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xff\xd8\xff", b"%PDF-")))
    assert decode(data, "KOI8-R").content == content


def is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
