from __future__ import annotations

import pytest

from archivist.errors import UnreadableError, UsageError
from archivist.text.decode import decode

FRENCH = "Le maire a répété que l’école fermée en février serait réparée : « Nous n’avons pas cédé. »"
CZECH = "Starosta prohlásil, že škola bude otevřena příští týden. Říká, že dělníci práci dokončí včas."
RUSSIAN = "Мэр сообщил, что школу откроют на следующей неделе, когда рабочие закончат ремонт крыши."
GREEK = "Ο δήμαρχος δήλωσε ότι το σχολείο θα ανοίξει ξανά την επόμενη εβδομάδα."
JAPANESE = "市長は学校が来週再開すると述べた。屋根の修理は月曜日までに終わる見通しだという。"
CHINESE = "市长说学校下周将重新开放。工人们预计在星期一之前完成屋顶的修理工作。"
KOREAN = "시장은 학교가 다음 주에 다시 문을 연다고 밝혔다. 지붕 수리는 월요일까지 끝난다."
ENGLISH = "The mayor said the school’s roof – patched at a cost of £9,000 – “will hold”. Naïve, said a café owner."


@pytest.mark.parametrize(
    "content",
    [
        "",
        "The pier is open.\n",
        "no line end",
        "\ufeffA mark at the start",
        "cafe\u0301 and café",
        "a\r\nb\rc\u2028d",
        "\x1b[31mred\x1b[0m \u202eright to left\u202c",
        "one \x00 NUL among " + "many letters " * 20,
        "\x00" * 64,
        "many\x00NULs\x00é\x00",
        "%PDF- is how such a file begins, é",
        "JIS \x1b$B and \x1b(J back",
        FRENCH + RUSSIAN + JAPANESE,
    ],
)
def test_valid_utf8_is_kept_exactly(content: str) -> None:
    text = decode(content.encode())
    assert (text.content, text.data, text.received) == (content, content.encode(), None)


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (FRENCH, "cp1252"),
        (ENGLISH, "cp1252"),
        (CZECH, "cp1250"),
        (CZECH, "iso8859-2"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "iso8859-5"),
        (GREEK, "cp1253"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (CHINESE, "gbk"),
        (KOREAN, "euc_kr"),
        (ENGLISH, "utf-16-le"),
    ],
)
def test_another_encoding_is_told_by_its_bytes(content: str, encoding: str) -> None:
    data = content.encode(encoding)
    text = decode(data)
    assert text.content == content
    assert text.received is not None
    assert text.received.data == data
    assert data.decode(text.received.encoding) == content


@pytest.mark.parametrize(
    "content", ["Café", "don’t", "It cost £3.", "naïve", "BMW cut 9 jobs – so far.", "GIF89a – a name"]
)
def test_a_few_characters_are_read_as_the_webs_default_and_marked_uncertain(content: str) -> None:
    text = decode(content.encode("cp1252"))
    assert text.received is not None
    assert (text.content, text.received.encoding, text.received.certain) == (content, "cp1252", False)


def test_a_text_may_begin_like_another_kind_of_file() -> None:
    assert decode(f"BMW. {RUSSIAN}".encode("cp1251")).content == f"BMW. {RUSSIAN}"


def test_a_guess_is_certain_only_where_no_other_reading_comes_near() -> None:
    certain, uncertain = decode(JAPANESE.encode("shift_jis")).received, decode(FRENCH.encode("cp1252")).received
    assert certain is not None
    assert uncertain is not None
    assert (certain.certain, uncertain.certain) == (True, False)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
@pytest.mark.parametrize("declared", [None, "cp1252"])
def test_a_byte_order_mark_settles_the_encoding(encoding: str, declared: str | None) -> None:
    text = decode(RUSSIAN.encode(encoding), declared)
    assert text.content == RUSSIAN
    assert text.received is not None
    assert (text.received.encoding, text.received.certain) == (encoding, True)


@pytest.mark.parametrize(
    ("declared", "canonical"),
    [("windows-1252", "cp1252"), ("Latin-1", "iso8859-1"), ("CP850", "cp850"), ("mac-roman", "mac-roman")],
)
def test_a_declared_encoding_is_used_under_its_canonical_name(declared: str, canonical: str) -> None:
    data = "né à Lié".encode(declared)
    text = decode(data, declared)
    assert text.content == "né à Lié"
    assert text.received is not None
    assert (text.received.encoding, text.received.certain) == (canonical, True)


def test_a_declared_encoding_of_seven_bits_is_used() -> None:
    assert decode(JAPANESE.encode("iso2022_jp"), "iso2022_jp").content == JAPANESE


@pytest.mark.parametrize("declared", ["ascii", "cp1252", "utf-8", "utf-8-sig", "shift_jis"])
def test_bytes_that_are_the_texts_own_are_not_received(declared: str) -> None:
    assert decode(b"The pier is open.", declared).received is None


@pytest.mark.parametrize("declared", ["cp1252", "utf-8-sig"])
def test_what_can_only_be_utf8_is_read_so_whatever_is_declared(declared: str) -> None:
    content = "\ufeffnaïve café"
    text = decode(content.encode(), declared)
    assert (text.content, text.received) == (content, None)


@pytest.mark.parametrize("name", ["", "nope", "rot13", "base64", "idna", "unicode_escape", "undefined", "a\x00b", "é"])
def test_an_unknown_encoding_is_a_usage_error(name: str) -> None:
    with pytest.raises(UsageError, match="no known character encoding"):
        decode(b"words", name)


@pytest.mark.parametrize(
    ("data", "declared", "offset"),
    [(b"ab\xff", "ascii", 2), (b"caf\xe9", "utf-8", 3), (b"a\x81", "cp1252", 1), (b"a\x00b", "utf-16-le", 2)],
)
def test_bytes_that_are_not_valid_as_declared_are_refused_with_their_place(
    data: bytes, declared: str, offset: int
) -> None:
    with pytest.raises(UnreadableError, match=rf"^Byte {offset} \(0x"):
        decode(data, declared)


@pytest.mark.parametrize(
    ("data", "offset"),
    [
        ("naïve café €".encode() + b" \xff", 17),
        (b"na\xc3\xafve caf\xe9", 10),
        (b"\xef\xbb\xbfwords \xe9", 9),
        (b"half \xed\xa0\x80 a pair", 5),
        (b"overlong \xc0\xaf slash", 9),
        ("“Yes”".encode()[:-1], 6),
    ],
)
def test_damaged_utf8_is_refused_with_the_place_and_not_read_as_gibberish(data: bytes, offset: int) -> None:
    with pytest.raises(UnreadableError, match=rf"^Byte {offset} \(0x.*--encoding"):
        decode(data)


@pytest.mark.parametrize(
    ("data", "look"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG image"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF document"),
        (b"%PDF-1.7\nstream \x00", "a PDF document"),
        (b"PK\x03\x04\x14\x00\x06\x00", "a ZIP archive"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
        (b"\x1f\x8b\x08\x00", "a gzip file"),
    ],
)
@pytest.mark.parametrize("declared", [None, "utf-8", "cp1252"])
def test_other_files_are_refused_by_their_signature(data: bytes, look: str, declared: str | None) -> None:
    with pytest.raises(UnreadableError, match=f"{look}.*Extract its text"):
        decode(data, declared)


@pytest.mark.parametrize(
    ("data", "look"),
    [
        (bytes(range(256)) * 4, "NUL"),
        (b"\xfd\xfc\x80\x81", "no known"),
        (b"caf\xe9 \x01\x02 bar", "no known"),
    ],
)
def test_what_is_no_text_is_refused_with_what_it_looks_like(data: bytes, look: str) -> None:
    with pytest.raises(UnreadableError, match=look):
        decode(data)


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(UnreadableError, match="surrogate"):
        decode(b"+2AA-", "utf-7")


def test_what_is_declared_goes_before_utf8_where_many_bytes_are_nul() -> None:
    assert decode(RUSSIAN.encode("utf-16-le"), "utf-16-le").content == RUSSIAN
    assert decode(RUSSIAN.encode("utf-16-le")).received is None
