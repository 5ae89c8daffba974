"""What an archive holds."""

from __future__ import annotations

from types import MappingProxyType

from archivist.model.noun import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from archivist.model.seal import SealCheck


class Revision(NamedTuple):
    """One captured state of an article, as its record says.

    `digest` is the SHA-256 of the record's bytes, `captured_at` an RFC 3339 time in UTC, `text_sha256` and
    `text_bytes` describe the text's bytes, `parents` the digests of the heads that the writer saw. `metadata` holds
    the descriptive fields (headline, byline, …) under their names in the record. `received` is the record's own
    entry about the bytes received, or None.
    """

    digest: str
    article: str
    captured_at: str
    text_sha256: str
    text_bytes: int
    parents: tuple[str, ...]
    tool: str
    metadata: Mapping[str, object] = MappingProxyType({})
    received: Mapping[str, object] | None = None


class Article(NamedTuple):
    """An article of an archive: its id and its folder, relative to the archive."""

    id: str
    folder: str


class History(NamedTuple):
    """All revisions of an article in order of capture.

    `reverts` maps a revision's digest to the digest of the earliest revision with the same text, where other texts
    stood in between. `heads` are the revisions that are nobody's parent; more than one is a fork, and legal.
    """

    article: Article
    revisions: tuple[Revision, ...]
    reverts: Mapping[str, str]
    heads: tuple[str, ...]


class Damage(NamedTuple):
    """A file of an archive that is not what it should be, and the revisions (by digest) that it touches."""

    path: str
    what: str
    revisions: tuple[str, ...] = ()


class Verification(NamedTuple):
    """What a check of a whole archive found. Sizes are in bytes, of what was read.

    `seal` tells what became of the archive since it was sealed; None where no seal was looked at. `sample` says how
    the files that were read were chosen; None where all were.
    """

    articles: int
    revisions: int
    texts: int
    size: int
    damage: tuple[Damage, ...]
    seal: SealCheck | None = None
    sample: str | None = None
