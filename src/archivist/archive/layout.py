"""Names: which file of an archive lies where (docs/format.md, *Names*). Touches no disk."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from hashlib import sha256

from archivist.archive.times import compact
from archivist.errors import UsageError
from archivist.model.noun import NamedTuple

ARTICLES = "articles"
TEMPORARY = "tmp"
DESCRIPTION = "archive.json"
RECORD_ENDING = ".json"
MAX_ID = 120
_MAX_SLUG = 48
_SHOWN = 60


def digest(data: bytes) -> str:
    """SHA-256 as 64 lower-case hexadecimal digits: the one digest of format 1."""
    return sha256(data).hexdigest()


class Home(NamedTuple):
    """Where an article lives: its id, the digest `k` of the id, and its folder below `articles/`."""

    id: str
    k: str
    folders: tuple[str, str]

    @property
    def path(self) -> str:
        """The article's folder, relative to the archive."""
        return f"{ARTICLES}/{self.folders[0]}/{self.folders[1]}"

    def text(self, sha256: str) -> str:
        """The file name of a text."""
        return f"{sha256}.{self.k[:11]}.txt"

    def received(self, sha256: str, media_type: str) -> str:
        """The file name of received bytes."""
        return f"{sha256}.{self.k[:11]}.{'html' if media_type == 'text/html' else 'bin'}"

    def record(self, sha256: str, captured_at: str) -> str:
        """The file name of a record."""
        return f"{compact(captured_at)}-{sha256[:12]}.{self.k[:10]}{RECORD_ENDING}"


class Name(NamedTuple):
    """What the name of a file in an article's folder says: `digest` has 12 digits for a record, else all 64."""

    name: str
    digest: str
    k: str
    ending: str

    @property
    def is_record(self) -> bool:
        """Whether this is the name of a record."""
        return self.ending == "json"

    @property
    def is_text(self) -> bool:
        """Whether this is the name of a text; what is neither a record nor a text is received bytes."""
        return self.ending == "txt"


@lru_cache(maxsize=64)
def home(article: str) -> Home:
    """Where an article lives. Raises UsageError for what is not an article id."""
    if len(article) > MAX_ID or _id().fullmatch(article) is None:
        raise UsageError(
            f"{article[:_SHOWN]!r} is not an article id. Use lower-case letters a-z and digits, with single . _ - "
            f"or / between them, at most {MAX_ID} characters, such as 2026/03/harbor-bridge.",
        )
    k = digest(article.encode("ascii"))
    slug = re.sub(r"[^a-z0-9]", "-", article)[:_MAX_SLUG].rstrip("-")
    return Home(article, k, (k[:2], f"{slug}-{k[:8]}"))


def read_name(name: str) -> Name | None:
    """What a file name in an article's folder says, or None for one that does not belong there."""
    match = _file().fullmatch(name)
    if match is None:
        return None
    record, record_k, other, other_k, ending = match.groups()
    return Name(name, record or other, record_k or other_k, ending or "json")


def is_outer_folder(name: str) -> bool:
    """Whether `articles/<name>` has the form of a folder of articles' folders."""
    return re.fullmatch(r"[0-9a-f]{2}", name) is not None


def is_article_folder(outer: str, name: str) -> bool:
    """Whether `articles/<outer>/<name>` has the form of an article's folder."""
    match = _folder().fullmatch(name)
    return match is not None and match[1] == outer


@cache
def _id() -> re.Pattern[str]:
    return re.compile(r"[a-z0-9]+(?:[._/-][a-z0-9]+)*")


@cache
def _folder() -> re.Pattern[str]:
    return re.compile(r"[a-z0-9][a-z0-9-]{0,47}-([0-9a-f]{2})[0-9a-f]{6}")


@cache
def _file() -> re.Pattern[str]:
    return re.compile(
        r"[0-9]{8}T[0-9]{6}Z-([0-9a-f]{12})\.([0-9a-f]{10})\.json"
        r"|([0-9a-f]{64})\.([0-9a-f]{11})\.(txt|bin|html)",
    )
