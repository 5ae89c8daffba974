"""What `archivist site` says when it is done: a sentence for people, JSON by schemas/site.v1.schema.json."""

from __future__ import annotations

from archivist.model.noun import NamedTuple
from archivist.render.json_text import TOOL, to_json
from archivist.render.words import counted

SCHEMA = "urn:archivist:schema:site:v1"


class Done(NamedTuple):
    """What a run did.

    The site now holds so many `articles`, `revisions` and `comparisons`; so many of its files were `written`,
    `unchanged` and `removed`; `damage` has a sentence for everything in the archive that could not be read.
    """

    articles: int
    revisions: int
    comparisons: int
    written: int
    unchanged: int
    removed: int
    damage: tuple[str, ...]


def site_json(done: Done, site: str) -> str:
    """What a run did to the site in the folder `site`."""
    return to_json({"schema": SCHEMA, "tool": TOOL, "site": site, **done._asdict()})


def site_line(done: Done, site: str) -> str:
    """The same in a sentence."""
    held = ", ".join(
        (
            counted(done.articles, "article"),
            counted(done.revisions, "revision"),
            counted(done.comparisons, "comparison"),
        )
    )
    files = f"{counted(done.written, 'file')} written, {done.unchanged:,} unchanged, {done.removed:,} removed"
    return f"{held}: {files}. Open {site}/index.html."
