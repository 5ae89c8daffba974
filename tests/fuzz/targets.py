"""What each parser must do with any bytes: give a sound result or refuse in words; never crash, never lose anything.

One function a parser. Hypothesis calls them in the normal run (tests/property/test_fuzz.py), atheris for as long as
one likes (tests/fuzz/run.py).
"""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING

from archivist.archive import record
from archivist.archive.history import history
from archivist.archive.selector import select
from archivist.claims.extract import extract
from archivist.errors import ArchivistError, DamagedError, UnreadableError
from archivist.model.revision import Article, Revision
from archivist.schema.strict import loads
from archivist.text.decode import decode
from archivist.text.paragraphs import paragraphs
from archivist.text.segment import segment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from archivist.model.claim import Claim
    from archivist.model.span import Span
    from archivist.model.text import Text

ENCODINGS = (None, "utf-8", "cp1252", "utf-16", "utf-16-le", "utf-32", "shift_jis", "gb18030", "koi8-r", "utf-7")
_STORY = history(
    Article("story", "articles/00/story-00000000"),
    [
        Revision("a1" * 32, "story", "2026-03-02T09:00:00Z", "d1" * 32, 1, (), "t"),
        Revision("a2" * 32, "story", "2026-03-03T09:00:00.5Z", "d2" * 32, 1, ("a1" * 32,), "t"),
        Revision("1234" + "b" * 60, "story", "2026-03-05T00:00:00Z", "d1" * 32, 1, ("a2" * 32,), "t"),
    ],
)


def _refused(error: ArchivistError, beginning: str) -> None:
    assert str(error).startswith(beginning)
    assert str(error)


def fuzz_decode(data: bytes) -> None:
    """The first byte chooses the encoding that is declared, the others are the file."""
    encoding, data = ENCODINGS[data[0] % len(ENCODINGS) if data else 0], data[1:]
    try:
        text = decode(data, encoding)
    except UnreadableError as error:
        _refused(error, "")
        return
    is_whole(text, data)


def is_whole(text: Text, data: bytes) -> None:
    """A text that was decoded from `data` has lost nothing of it."""
    assert text.content.encode() == text.data
    if text.received is None:
        assert text.data == data
    else:
        assert text.received.data == data
        assert data.decode(text.received.encoding) == text.content


def fuzz_json(data: bytes) -> None:
    """What is read without a problem is what every reader of JSON reads."""
    value, problems = loads(data, "x.json")
    assert value is not None or problems
    assert all(problem.where == "x.json" and problem.what for problem in problems)
    if not problems:
        assert value == json.loads(data)
        assert json.loads(json.dumps(value, allow_nan=False).encode("utf-8")) == value


def fuzz_record(data: bytes) -> None:
    """A record that is read can be written, and says the same then."""
    try:
        revision = record.read(data, "x.json")
    except DamagedError as error:
        _refused(error, "x.json")
        return
    again, same = record.written(json.loads(data))
    assert record.read(again, "y.json") == same
    assert same._replace(digest=revision.digest) == revision


def fuzz_selector(data: bytes) -> None:
    """A selector means a revision of the story, or is refused in words."""
    try:
        revision = select(_STORY, data.decode("utf-8", "surrogateescape"))
    except ArchivistError as error:
        _refused(error, "")
        return
    assert revision in _STORY.revisions


def fuzz_segment(data: bytes) -> None:
    """Sentences stand in their paragraphs, in order, and leave out nothing but white space."""
    text = data.decode("utf-8", "replace")
    sentences, blocks = segment(text), paragraphs(text)
    assert all(blocks[sentence.paragraph].covers(sentence.span) for sentence in sentences)
    assert all(one.span.end <= other.span.start for one, other in pairwise(sentences))
    assert "".join("".join(each.span.of(text) for each in sentences).split()) == "".join(text.split())


def fuzz_claims(data: bytes) -> None:
    """Claims stand in the text, in order, and so does all that is said of them."""
    text = data.decode("utf-8", "replace")
    claims = extract(text)
    for span in (span for claim in claims for span in _spans(claim)):
        assert 0 <= span.start <= span.end <= len(text)
    assert all(one.span.start <= other.span.start for one, other in pairwise(claims))


def _spans(claim: Claim) -> Iterator[Span]:
    yield claim.span
    yield from (span for span in (claim.source, claim.cue) if span is not None)
    yield from (*claim.content, *claim.quoted)
    yield from (figure.span for figure in claim.figures)
    yield from (date.span for date in claim.dates)
    yield from (name.span for name in claim.names)
    yield from (hedge.span for hedge in claim.hedges)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "decode": fuzz_decode,
    "json": fuzz_json,
    "record": fuzz_record,
    "selector": fuzz_selector,
    "segment": fuzz_segment,
    "claims": fuzz_claims,
}

_RECORD = record.to_bytes(
    {
        "article": "story",
        "capturedAt": "2026-03-02T09:00:00Z",
        "headline": "Bridge closed",
        "keywords": ["bridge"],
        "parents": [],
        "schema": "urn:archivist:schema:revision:v1",
        "text": {"bytes": 1, "sha256": "a" * 64},
        "tool": "archivist 0",
        "x-note": {"a": [1, True, None]},
    }
)
_PROSE = (
    'HARROW, March 3 (Wire) — "The bridge is closed," Mayor Ida Roe told reporters on Tuesday. "It may open."\n\n'
    "About 1,500 people (12%) were told by Acme Inc., which denied it, according to officials.\n\n"
    "Correction: An earlier version said 1.5 million. It was £2bn, she said at 9 p.m.\n"
)
SEEDS: dict[str, tuple[bytes, ...]] = {
    "decode": (b"\x00Words", b"\x02W\xf6rter\n", b"\x03\xff\xfeW\x00", b"\x00\x8b\x8c\x82\xcd", b"\x01\xef\xbb\xbf"),
    "json": (_RECORD, b'{"a": [1, -0, 1e9, "\\ud83d\\ude00", null, true], "a": NaN}', b"[]", b'{"a": {"b": [{}]}}'),
    "record": (_RECORD, _RECORD.replace(b"[]", b'["' + b"b" * 64 + b'"]')),
    "selector": (b"1", b"-1", b"latest", b"2026-03-03", b"2026-03-03T09:00:00+09:00", b"a1a1", b"1234"),
    "segment": (_PROSE.encode(), "He said: “No.” 1. One\n2. Two\n彼は言った。「いいえ」。".encode()),
    "claims": (_PROSE.encode(), "“We will,” she said, “not sell at $1–2 a share.”".encode()),
}  # fmt: skip
"""What each target starts from."""
