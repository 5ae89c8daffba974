"""Addresses within a site. They are made of ids, times and digests, never of positions: none moves when one is added.

An article's folder bears the name that it has in the archive, a revision's page the name of its record.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final


INDEX: Final = "index.html"
"""The page of the site in its folder, and that of an article in its own."""

WHOLE: Final = "since-first.html"
"""The comparison of an article's first revision with its latest, where others stand between: it moves with them."""

FEED: Final = "feed.atom"
FACTS: Final = "facts.json"
STYLE: Final = "assets/site.css"
REPORT_STYLE: Final = "assets/report.css"
SCRIPT: Final = "assets/site.js"

_SHORT = 12
_SECONDS = len("2026-03-02T09:00:00")


def revision_page(digest: str, captured_at: str) -> str:
    """The page of a revision, in its article's folder: `20260302T090000Z-4b182735ec23.html`."""
    time = captured_at[:_SECONDS].replace("-", "").replace(":", "")
    return f"{time}Z-{digest[:_SHORT]}.html"


def comparison_page(old: str, new: str) -> str:
    """The page that compares two revisions (by digest), in their article's folder."""
    return f"changes-{old[:_SHORT]}-{new[:_SHORT]}.html"


def has_whole(revisions: int) -> bool:
    """Whether an article of so many revisions has a page for the first and the latest: others stand between them."""
    return revisions > 2  # noqa: PLR2004  # those two


def timeline_mark(digest: str) -> str:
    """The fragment of a revision in the timeline of its article's page."""
    return f"r-{digest[:_SHORT]}"


def sentence_mark(start: int) -> str:
    """The fragment of a sentence in a revision's page: its first code point in the text, which never changes."""
    return f"c{start}"


def shard(folder: str) -> str:
    """The part of the search index that an article belongs to, by the first digit of its folder's name."""
    return f"search/{folder.split('/')[-2][:1]}.js"


def upward(address: str) -> str:
    """What leads from the page at `address` to the folder of the site: "" or "../../../"."""
    return "../" * address.count("/")
