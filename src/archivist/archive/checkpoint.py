"""Seals and their lists as bytes: written in their one form, read strictly (docs/format.md, *Seals*). No disk."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from functools import cache

from archivist.archive.layout import ARTICLES, digest, is_article_folder, is_outer_folder, read_name
from archivist.archive.times import compact, format_time, parse_time
from archivist.errors import DamagedError, UsageError
from archivist.model.noun import NamedTuple
from archivist.model.seal import Seal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SEALS = "seals"
LARGEST = 1 << 12
"""No seal has more bytes; whatever has more need not be read."""

_SEALED = "sealed "
_SEAL_NAME = r"[0-9]{8}T[0-9]{6}Z-[0-9a-f]{12}\.seal"


class SealList(NamedTuple):
    """What a list says: the lists that it continues, by digest, and the records that it adds.

    Both are sorted. A record is the digest of its bytes and its path in the archive.
    """

    before: tuple[str, ...]
    records: tuple[tuple[str, str], ...]


def seal_bytes(seal: Seal) -> bytes:
    """The bytes of a seal: the text of a C2SP checkpoint, with two more lines (https://c2sp.org/tlog-checkpoint)."""
    root = b64encode(bytes.fromhex(seal.root)).decode("ascii")
    lines = (seal.origin, str(seal.size), root, _SEALED + seal.sealed_at, _named(seal.list_sha256))
    return "".join(f"{line}\n" for line in lines).encode("ascii")


def read_seal(data: bytes, where: str) -> Seal:
    """The seal that these bytes are. Raises DamagedError with a sentence for anything that is not exactly a seal."""
    if len(data) > LARGEST:
        raise DamagedError(f"{where} is no seal: it is longer than any seal.")
    match = _seal().fullmatch(data.decode("latin-1"))
    if match is None:
        raise DamagedError(
            f"{where} is no seal: it must have five lines, which are origin, number of records, root, time and list."
        )
    origin, size, root, sealed_at, list_sha256, path = match.groups()
    hashed = b64decode(root)
    seal = Seal(origin, int(size), hashed.hex(), sealed_at, list_sha256, digest(data))
    if seal_bytes(seal) != data or not _is_canonical_time(sealed_at) or path != list_name(list_sha256):
        raise DamagedError(f"{where} is no seal: one of its lines is not in the one form that it may have.")
    return seal


def seal_name(seal: Seal) -> str:
    """The file name of a seal in `seals/`."""
    return f"{compact(seal.sealed_at)}-{seal.sha256[:12]}.seal"


def is_seal_name(name: str) -> bool:
    """Whether a file of this name in `seals/` is a seal."""
    return re.fullmatch(_SEAL_NAME, name) is not None


def is_companion(name: str) -> bool:
    """Whether a file of this name belongs to a seal: its name and more, as `<seal>.sig`. It is its owner's affair."""
    return re.fullmatch(rf"{_SEAL_NAME}\.[0-9a-z.-]{{1,60}}", name) is not None


def list_named(name: str) -> str | None:
    """The digest of the list in a file of this name in `seals/`; None where it is no list's name."""
    match = re.fullmatch(r"([0-9a-f]{64})\.sha256", name)
    return match and match[1]


def list_name(sha256: str) -> str:
    """The file name, in `seals/`, of the list with that digest."""
    return f"{sha256}.sha256"


def is_origin(text: str) -> bool:
    """Whether a seal may have this origin: printable ASCII without spaces and `+`, as C2SP has key names."""
    return re.fullmatch(r"[!-*,-~]{1,120}", text) is not None


def refuse_other_origins(text: str) -> None:
    """Raise UsageError for what a seal may not have as its origin."""
    if not is_origin(text):
        raise UsageError(
            f"{text[:80]!r} cannot be an origin. Use 1 to 120 printable ASCII characters without spaces and +, such "
            "as news.example/archive."
        )


def list_bytes(before: Iterable[str], records: Iterable[tuple[str, str]]) -> bytes:
    """The bytes of a list, in the form that `sha256sum -c` reads in the archive's folder."""
    lines = [_named(sha256) for sha256 in sorted(before)]
    lines += [f"{sha256}  {path}" for sha256, path in sorted(records, key=lambda record: record[1])]
    return "".join(f"{line}\n" for line in lines).encode("ascii")


def read_list(data: bytes, where: str) -> SealList:
    """The list that these bytes are. Raises DamagedError with a sentence for anything that is not exactly one."""
    before = check_list(data, where)
    return SealList(before, tuple(read_records(data, where)))


def check_list(data: bytes, where: str) -> tuple[str, ...]:
    """The lists that the list with these bytes continues. Raises as `read_list`; no more than a line is kept."""
    return tuple(sha256 for sha256, path in _entries(data, where) if path.startswith(SEALS))


def read_records(data: bytes, where: str) -> Iterator[tuple[str, str]]:
    """The records of the list with these bytes, one by one, as digest and path. Raises as `read_list`, at the line."""
    return ((sha256, path) for sha256, path in _entries(data, where) if not path.startswith(SEALS))


def _entries(data: bytes, where: str) -> Iterator[tuple[str, str]]:
    """The lines of a list as digest and path, each checked, and in order."""
    at, number, last = 0, 0, ("", "")
    while at < len(data):
        number += 1
        match = _line().match(data, at)
        if match is None:
            raise DamagedError(f"{where} is no list of sealed records: line {number} is not a digest and a path.")
        sha256, path = match[1].decode("ascii"), match[2].decode("ascii")
        if _is_record(path, sha256):
            place = ("records", path)
        elif path == f"{SEALS}/{list_name(sha256)}":
            place = ("lists", sha256)
        else:
            raise DamagedError(f"{where} is no list of sealed records: line {number} names neither record nor list.")
        if place <= last:
            raise DamagedError(f"{where} is no list of sealed records: line {number} stands in the wrong place.")
        yield sha256, path
        at, last = match.end(), place


def lists_before(data: bytes) -> tuple[str, ...]:
    """The lists that the list with these bytes continues, by digest, without a look at the rest of it."""
    before = []
    at = 0
    while match := _before().match(data, at):
        before.append(match[1].decode("ascii"))
        at = match.end()
    return tuple(before)


def _is_record(path: str, sha256: str) -> bool:
    """Whether a record of this digest may lie at `path`."""
    folders, _, file = path.rpartition("/")
    top, _, inner = folders.partition("/")
    outer, _, inner = inner.partition("/")
    name = read_name(file)
    return (
        top == ARTICLES
        and is_outer_folder(outer)
        and is_article_folder(outer, inner)
        and name is not None
        and name.is_record
        and name.k.startswith(inner[-8:])
        and sha256.startswith(name.digest)
    )


def _named(list_sha256: str) -> str:
    return f"{list_sha256}  {SEALS}/{list_name(list_sha256)}"


def _is_canonical_time(text: str) -> bool:
    try:
        return format_time(parse_time(text)) == text
    except UsageError:
        return False


@cache
def _line() -> re.Pattern[bytes]:
    return re.compile(rb"([0-9a-f]{64})  ([!-~]{1,200})\n")


@cache
def _before() -> re.Pattern[bytes]:
    return re.compile(rb"([0-9a-f]{64})  seals/\1\.sha256\n")


@cache
def _seal() -> re.Pattern[str]:
    return re.compile(
        r"([!-*,-~]{1,120})\n"
        r"([1-9][0-9]{0,14})\n"
        r"([A-Za-z0-9+/]{43}=)\n"
        r"sealed ([0-9T:.-]{19,26}Z)\n"
        rf"([0-9a-f]{{64}})  {SEALS}/([0-9a-f]{{64}}\.sha256)\n",
        re.ASCII,
    )
