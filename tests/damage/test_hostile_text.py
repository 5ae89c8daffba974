"""Texts that break careless programs: kept byte for byte and shown safely, or refused with the reason."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Run

PROSE = 'The mayor said on 3 March: "The bridge is closed." About 1,500 people were told. Officials denied it.\n'
BRIDGE = "Der Bürgermeister sagte: „Die Brücke bleibt für die nächsten Wochen gesperrt, und das früher als geplant.“\n"
CYRILLIC = "Мэр сказал, что мост закрыт. Жители города узнали об этом третьего марта.\n" * 3
JAPANESE = "市長は「橋は三月三日まで閉鎖される」と述べた。\n" * 4
CHINESE = "市长说，这座桥将关闭到三月三日。\n" * 4
KEPT: dict[str, bytes] = {
    "no line end": PROSE.rstrip().encode(),
    "only line ends": b"\n\n\r\n\r",
    "carriage returns": PROSE.replace(". ", ".\r").encode(),
    "mixed line ends": PROSE.replace(". ", ".\r\n").encode() + b"\x0b\x0c\x1c\x1d\x1e\x85".decode("latin-1").encode(),
    "byte order mark": b"\xef\xbb\xbf" + PROSE.encode(),
    "two byte order marks": b"\xef\xbb\xbf\xef\xbb\xbf" + PROSE.encode(),
    "UTF-16 without a mark that is UTF-8, too": CYRILLIC.encode("utf-16-le"),
    "NUL": PROSE.replace(" ", "\0 ").encode(),
    "all ASCII controls": bytes(range(32)) + PROSE.encode() + b"\x7f",
    "C1 controls": "".join(map(chr, range(0x80, 0xA0))).encode() + PROSE.encode(),
    "escape sequences": PROSE.replace(" ", " \x1b[2J\x1b]0;x\x07").encode(),
    "bidi overrides": PROSE.replace(" ", " \u202e\u2066").encode(),
    "noncharacters": "\ufffe\uffff\U0010ffff\ufdd0 ".encode() + PROSE.encode(),
    "tags and variation selectors": f"{PROSE}\U000e0041\U000e0100\ufe0f".encode(),
    "line separators": PROSE.replace(" ", "\u2028\u2029").encode(),
    "30,000 accents on one letter": b"e" + "\u0301".encode() * 30_000,
    "30,000 quotation marks": b'"' * 30_000,
    "30,000 brackets": b"(" * 30_000,
    "one word of 200,000 letters": b"a" * 200_000,
    "200,000 spaces": b" " * 200_000,
    "Zalgo and emoji": ("👩‍👩‍👧‍👦" * 2000).encode(),
}
"""UTF-8: the text file holds exactly these bytes."""
RECEIVED: dict[str, tuple[bytes, str]] = {
    "UTF-16": (PROSE.encode("utf-16"), PROSE.encode("utf-16").decode("utf-16")),
    "UTF-16 without a mark": (BRIDGE.encode("utf-16-be"), BRIDGE),
    "UTF-32": (PROSE.encode("utf-32"), PROSE),
    "windows-1252": (BRIDGE.encode("cp1252") * 3, BRIDGE * 3),
    "KOI8-R": (CYRILLIC.encode("koi8-r"), CYRILLIC),
    "Shift JIS": (JAPANESE.encode("shift_jis"), JAPANESE),
    "GB18030": (CHINESE.encode("gb18030"), CHINESE),
}
"""Bytes of another encoding, and the text that they are."""
REFUSED: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "this file is empty"),
    "half of a surrogate pair": (PROSE.encode() + "é".encode() * 9 + b"\xed\xa0\x80", "is not valid"),
    "overlong": ("é".encode() * 9 + b"\xc0\xaf\xe0\x80\xaf", "is not valid"),
    "beyond Unicode": ("é".encode() * 9 + b"\xf4\x90\x80\x80", "is not valid"),
    "cut in a character": ("é".encode() * 9 + b"\xe2\x82", "is not valid"),
    "mixed encodings": (BRIDGE.encode() + BRIDGE.encode("cp1252")[:30], "is not valid"),
    "UTF-16 cut in a unit": (CYRILLIC.encode("utf-16") + b"\x00", ""),
    "UTF-16 with half a pair": (b"\xff\xfe" + "mayor".encode("utf-16-le") + b"\x00\xd8", ""),
    "noise": (bytes((n * 7919 + n // 7) % 256 for n in range(4096)), ""),
    "a PDF": (b"%PDF-1.7\n\xe2\xe3\xcf\xd3\n\x00", "a PDF document"),
    "a ZIP": (b"PK\x03\x04\x14\x00\x00\x00\x08\x00\xff", "a ZIP archive"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG image"),
    "gzip": (b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", "a gzip file"),
}
"""What is no text, and a piece of the reason."""


def _readers(run: Run) -> None:
    for words in (["log", "t"], ["diff", "t"], ["diff", "t", "--only", "text"], ["claims", "t"], ["blame", "t"]):
        done = run(*words)
        assert done.code == 0, (words, done.err)
    assert run("verify").code == 0


@pytest.mark.parametrize("name", KEPT)
def test_utf8_is_kept_byte_for_byte(run: Run, here: Path, name: str) -> None:
    data = KEPT[name]
    run("init")
    (here / "t.txt").write_bytes(data)
    (here / "other.txt").write_bytes(b"Words before.\n" + data[: len(data) // 2].decode("utf-8", "ignore").encode())
    assert run("ingest", "other.txt", "--article", "t", "--captured", "2026-03-01T09:00:00Z").code == 0
    done = run("ingest", "t.txt")
    assert done.code == 0
    assert ("control characters" in done.err) == (re.search(rb"[\x00-\x08\x0e-\x1a]", data) is not None)
    assert run("show", "t").out.encode() == data
    texts = {path.read_bytes() for path in (here / "archive" / "articles").rglob("*.txt")}
    assert data in texts
    assert json.loads(run("show", "t", "--json").out)["content"] == data.decode()
    _readers(run)


@pytest.mark.parametrize("name", RECEIVED)
def test_bytes_of_another_encoding_are_kept_beside_their_text(
    run: Run,
    here: Path,
    name: str,
) -> None:
    data, text = RECEIVED[name]
    run("init")
    (here / "other.txt").write_bytes(b"Words before.\n")
    (here / "t.txt").write_bytes(data)
    assert run("ingest", "other.txt", "--article", "t", "--captured", "2026-03-01T09:00:00Z").code == 0
    assert run("ingest", "t.txt").code == 0
    assert run("show", "t").out == text
    (kept,) = (here / "archive" / "articles").rglob("*.bin")
    assert kept.read_bytes() == data
    _readers(run)


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_text_is_refused_with_the_reason(run: Run, here: Path, name: str) -> None:
    data, reason = REFUSED[name]
    run("init")
    before = sorted(here.rglob("*"))
    (here / "t.txt").write_bytes(data)
    done = run("ingest", "t.txt")
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("archivist: t.txt: ")
    assert reason in done.err
    assert done.err.count("\n") == 1
    (here / "t.txt").unlink()
    assert sorted(here.rglob("*")) == before


def test_a_hundred_megabytes_in_one_line(run: Run, here: Path) -> None:
    data = b"The bridge is closed. " * (100_000_000 // 22)
    run("init")
    (here / "t.txt").write_bytes(data)
    assert run("ingest", "t.txt").code == 0
    (text,) = (here / "archive" / "articles").rglob("*.txt")
    assert text.read_bytes() == data
    assert run("verify").code == 0
    assert run("ingest", "t.txt").out.startswith("unchanged")
