"""Bytes to text, without losing or inventing a character.

The order of trust: valid UTF-8, a byte order mark, what the caller declares, and last the detector (chardet, whose one
door this is). What fits none of them is refused with the reason; no byte is ever replaced or skipped.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter

from archivist.errors import UnreadableError, UsageError
from archivist.model.text import Received, Text

_ADVICE = "If you know the encoding, name it with --encoding."

_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x1f\x8b\x08", "a gzip file"),
    (b"\xfd7zXZ\x00", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
"""What files begin with that are given for text by mistake. Valid UTF-8 without NUL bytes may begin so, too."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks, the longer first: that of UTF-32-LE begins with that of UTF-16-LE."""

_NOT_CHARSETS = frozenset({"idna", "mbcs", "oem", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"})
"""Text codecs of Python that are no encoding of files, or mean another one on every machine."""

_NUL_SHARE = 0.01
"""Above this share of NUL bytes, what is not valid UTF-8 was not meant as such, and a declared encoding goes before
UTF-8: prose has none, UTF-16 of Latin script has a half."""

_RELIABLE = 0.15
"""Below this confidence the detector has seen too few characters to tell one Latin code page from another."""

_RIVAL = 0.9
"""A guess is uncertain while another reading of the same bytes scores at least this share of its confidence."""

_DEFAULT = "cp1252"
"""What the web takes a text for that declares nothing (https://encoding.spec.whatwg.org/#legacy-single-byte-encodings)."""

_FOREIGN_SHARE = 0.3
"""Too few characters to tell are taken for the default if at most this share is not ASCII: Latin script, that is."""

_FEWEST = 8
"""No guess is certain that rests on fewer bytes beyond ASCII than this."""

_LEAST = 0.03
"""Noise scores below this; two characters of Chinese or Japanese score above."""

_UTF8_PATTERN = (
    rb"(?P<whole>[\xC0-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF7][\x80-\xBF]{3})"
    rb"|[\xE0-\xEF][\x80-\xBF]|[\xF0-\xF7][\x80-\xBF]{1,2}|[\x80-\xFF]"
)
_ASCII = bytes(range(0x80))
_CONTROL = "[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f\ufffe\uffff]"
"""Characters that a wrong reading brings about and no prose holds."""


def decode(data: bytes, encoding: str | None = None) -> Text:
    """The text that `data` holds.

    Valid UTF-8 is kept exactly: its byte order mark, line ends, Unicode form and control characters, also NUL, unless
    it begins as another kind of file does. Bytes in another
    encoding come back with `received` set, and decode under `received.encoding` to exactly `content`. No bytes are an
    empty text.

    Args:
        data: the bytes of a whole file or message.
        encoding: the encoding that the caller knows `data` to be in, by any name that Python knows; None finds out.
            What can only be UTF-8, or has a byte order mark, is read as that all the same: the one file among many
            that is not in the encoding of the rest is not turned into gibberish.

    Raises:
        UsageError: `encoding` is no known character encoding.
        UnreadableError: `data` is no text, or no text in `encoding`; the message says what it looks like, or which
            byte is the first that does not fit, counted from 0.
    """
    declared = None if encoding is None else _codec(encoding)
    if b"\x00" in data:
        _refuse_other_files(data)
    if declared and data.isascii():
        return _text(data, declared, certain=True)
    damage = None
    if not (declared and data.count(0) > _NUL_SHARE * len(data)):
        try:
            return Text(data.decode("utf-8"), data)
        except UnicodeDecodeError as error:
            damage = error
    _refuse_other_files(data)
    if marked := next((name for mark, name in _MARKS if data.startswith(mark)), None):
        return _text(data, marked, certain=True)
    if declared:
        return _text(data, declared, certain=True)
    if damage is not None and data.count(0) <= _NUL_SHARE * len(data):
        _refuse_damaged(data, damage)
    return _guessed(data)


def _codec(encoding: str) -> str:
    """Python's name for an encoding that a caller named."""
    try:
        name = codecs.lookup(encoding).name
        b" ".decode(name, errors="ignore")  # codecs from bytes to bytes show themselves only in use
    except (LookupError, ValueError):
        name = ""
    if not name or name.replace("_", "-") in _NOT_CHARSETS:
        raise UsageError(
            f"{encoding!r} is no known character encoding. Name one such as utf-8, windows-1252, shift_jis or koi8-r."
        )
    # The codec with the signature would take the mark away, and the stored bytes with it.
    return "utf-8" if name == "utf-8-sig" else name


def _text(data: bytes, encoding: str, *, certain: bool) -> Text:
    """`data` decoded strictly. `received` stays None where the bytes are the text's UTF-8 all the same."""
    try:
        content = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"Byte {error.start} (0x{data[error.start]:02X}) is not valid in {encoding}. {_ADVICE}"
        ) from error
    try:
        stored = content.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnreadableError(
            f"Read as {encoding}, character {error.start} is half of a surrogate pair, which no text holds. {_ADVICE}"
        ) from error
    return Text(content, stored, None if stored == data else Received(data, encoding, certain))


def _refuse_other_files(data: bytes) -> None:
    """Refuse what its first bytes show to be another kind of file."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableError(f"The bytes are {kind}, not plain text. Extract its text and give that.")


def _refuse_damaged(data: bytes, error: UnicodeDecodeError) -> None:
    """Refuse what was meant as UTF-8 but is not valid: another reading would be gibberish that nobody notices.

    Other encodings form the byte patterns of UTF-8 only by chance. Bytes were meant as UTF-8 if at least half of what
    they hold beyond ASCII has those patterns. Half surrogates and overlong forms have them, too.
    """
    units = Counter(match["whole"] is not None for match in re.finditer(_UTF8_PATTERN, data))
    if data.startswith(codecs.BOM_UTF8) or units[True] >= units[False]:
        raise UnreadableError(
            f"Byte {error.start} (0x{data[error.start]:02X}) is not valid in a text that is otherwise UTF-8. "
            f"The text is damaged or mixes encodings: mend it. {_ADVICE}"
        ) from error


def _guessed(data: bytes) -> Text:
    """`data` as the detector reads it, where that makes a text."""
    for name, certain in _candidates(data):
        try:
            text = _text(data, name, certain=certain)
        except UnreadableError:
            continue
        if not re.search(_CONTROL, text.content):
            return text
    look = "NUL bytes, as in a program or a picture" if b"\x00" in data else "no known encoding of a text"
    raise UnreadableError(f"The bytes look like no text: {look}. {_ADVICE}")


def _candidates(data: bytes) -> list[tuple[str, bool]]:
    """The encodings worth trying, best first, as names of Python codecs, and whether each is certain."""
    from chardet import EncodingEra, detect_all  # costs 50 ms, and most texts are UTF-8

    # The detector takes short words at the very beginning ("BM", "GIF89a") for other kinds of file. A line end there
    # tells it otherwise, and has no part in what it weighs; it would shift the units of UTF-16, which NULs give away.
    sample = data if b"\x00" in data else b"\n" + data
    eras = EncodingEra.ALL & ~EncodingEra.MAINFRAME
    scores = [
        (codecs.lookup(found["encoding"]).name, found["confidence"])
        for found in detect_all(sample, encoding_era=eras, compat_names=False, no_match_encoding="utf-8")
        if found["encoding"] is not None
    ]
    high = len(data.translate(None, _ASCII))
    if not scores or scores[0][1] < _RELIABLE:
        default = [(_DEFAULT, False)] if 0 < high <= _FOREIGN_SHARE * len(data) else []
        return default + [(name, False) for name, score in scores[:1] if score >= _LEAST]
    best, confidence = scores[0]
    rivals = [name for name, score in scores[1:] if score >= _RIVAL * confidence]
    return [(best, high >= _FEWEST and not any(_reads_otherwise(data, best, rival) for rival in rivals))]


def _reads_otherwise(data: bytes, encoding: str, rival: str) -> bool:
    """Whether `rival` makes another text of `data` than `encoding` does."""
    try:
        return data.decode(rival) != data.decode(encoding)
    except UnicodeDecodeError:
        return False
