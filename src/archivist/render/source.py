"""Where a text that is reported on came from."""

from __future__ import annotations

from archivist.model.noun import NamedTuple


class SourceInfo(NamedTuple):
    """One text of a report: what it is called and which bytes it was.

    `sha256` and `bytes` are of the text's UTF-8 bytes, `characters` counts code points. `article`, `revision` (the
    record's digest) and `captured_at` are None for a file outside an archive; `published` is the time or day that
    relative dates were resolved against. `path` is where the text lies, relative to the current folder where it lies
    inside of it; None where it has no place (stdin).
    """

    name: str
    sha256: str
    bytes: int
    characters: int
    article: str | None = None
    revision: str | None = None
    captured_at: str | None = None
    published: str | None = None
    path: str | None = None
