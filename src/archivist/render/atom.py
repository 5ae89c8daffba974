"""The substantive changes of an archive as an Atom feed (RFC 4287)."""

from __future__ import annotations

from hashlib import sha256
from html import escape

from archivist.model.noun import NamedTuple
from archivist.model.times import order_of
from archivist.model.version import VERSION
from archivist.render.safe import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NEWEST = 200
"""How many entries a feed holds: the newest."""


class Entry(NamedTuple):
    """One entry. `id` is a URI that is the same whenever the entry is written, `updated` a time as records have it.

    `link` is relative to the feed. `lines` are the paragraphs of its plain-text summary.
    """

    id: str
    title: str
    updated: str
    link: str
    lines: Sequence[str]


class Feed(NamedTuple):
    """What stands above the entries. `home` and `address` are absolute, or relative to where the feed lies."""

    id: str
    title: str
    updated: str
    home: str
    address: str


def stable_id(*names: str) -> str:
    """A URI that depends on nothing but `names`: a UUID made from their SHA-256 (RFC 9562, version 8)."""
    raw = bytearray(sha256("\n".join(names).encode("utf-8")).digest()[:16])
    raw[6] = raw[6] & 0x0F | 0x80
    raw[8] = raw[8] & 0x3F | 0x80
    digits = raw.hex()
    return f"urn:uuid:{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def atom(feed: Feed, entries: Iterable[Entry]) -> str:
    """The document: the newest of the entries first, at most `NEWEST`.

    It is updated when its newest entry is, so that the same archive gives the same bytes.
    """
    found = sorted(entries, key=lambda entry: entry.id)
    found.sort(key=lambda entry: order_of(entry.updated), reverse=True)
    shown = found[:NEWEST]
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        _element("id", feed.id),
        _element("title", feed.title),
        _element("updated", shown[0].updated if shown else feed.updated),
        "<author><name>archivist</name></author>",
        f'<generator version="{VERSION}">archivist</generator>',
        f'<link rel="self" type="application/atom+xml" href="{_safe(feed.address)}"/>',
        f'<link rel="alternate" type="text/html" href="{_safe(feed.home)}"/>',
    ]
    for entry in shown:
        lines += _entry(entry)
    return "\n".join([*lines, "</feed>", ""])


def _entry(entry: Entry) -> list[str]:
    return [
        "<entry>",
        _element("id", entry.id),
        _element("title", entry.title),
        _element("updated", entry.updated),
        f'<link rel="alternate" type="text/html" href="{_safe(entry.link)}"/>',
        _element("summary", "\n".join(one_line(text) for text in entry.lines)),
        "</entry>",
    ]


def _element(name: str, content: str) -> str:
    return f"<{name}>{_safe(content)}</{name}>"


def _safe(content: str) -> str:
    """Content as XML 1.0 allows it: escaped, characters that it forbids in their visible form."""
    return escape("\n".join(one_line(text) for text in content.split("\n")))
