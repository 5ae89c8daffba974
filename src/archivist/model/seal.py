"""Seals: what was there at one time, and what became of it."""

from __future__ import annotations

from archivist.model.noun import NamedTuple


class Seal(NamedTuple):
    """A statement over all records of an archive at one time.

    `origin` says whose archive it is, `size` how many records it covers, `root` is the RFC 6962 tree hash over their
    digests, in hexadecimal, `sealed_at` an RFC 3339 time in UTC, `list_sha256` the digest of the list of what was new.
    `sha256` is the digest of the seal's own bytes.
    """

    origin: str
    size: int
    root: str
    sealed_at: str
    list_sha256: str
    sha256: str


class SealedRecord(NamedTuple):
    """A record by its path in the archive and the digest of its bytes.

    `backfilled` says that it states a capture before the seal's time and is not in the seal.
    """

    path: str
    sha256: str
    backfilled: bool = False


class Sealing(NamedTuple):
    """What sealing an archive did: the seal that holds now, its path, how many records are new in it.

    `made` is false where the latest seal covers all there is. `lost` are records that an earlier seal covers and that
    are not there any more.
    """

    seal: Seal
    path: str
    added: int
    made: bool
    lost: tuple[str, ...] = ()


class SealCheck(NamedTuple):
    """An archive held against seals: which, and the records that are there and that none of them covers, by path.

    Records that a seal covers and that are missing, or that were rewritten, are damage.
    """

    seals: tuple[Seal, ...]
    added: tuple[SealedRecord, ...]
