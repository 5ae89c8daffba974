"""A text as it came in."""

from __future__ import annotations

from archivist.model.noun import NamedTuple


class Received(NamedTuple):
    """The bytes that were received, where they are not the text's own bytes.

    `encoding` is the name under which Python decodes `data`; `certain` is false when a detector guessed it.
    """

    data: bytes
    encoding: str
    certain: bool


class Text(NamedTuple):
    """A text and the exact UTF-8 bytes that are stored for it.

    `content.encode("utf-8") == data` always holds; a byte order mark or a missing last line end is kept.
    `received` is set only where the bytes came in another encoding.
    """

    content: str
    data: bytes
    received: Received | None = None
