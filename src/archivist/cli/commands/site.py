"""`archivist site`."""

from __future__ import annotations

import re
from pathlib import Path
from string import ascii_letters, digits
from typing import Annotated

import typer

from archivist.cli.options import ArchiveOption, JsonOption

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.archive.store import Archive
    from archivist.render.html.site_feed import Home

_IN_ADDRESSES = frozenset(ascii_letters + digits + "-._~:/?#[]@!$&'()*+,;=%")
"""The characters of an address (RFC 3986, 2)."""


def run(
    context: typer.Context,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="DIR", help="The site's folder: new, empty, or made by this command."),
    ],
    title: Annotated[str, typer.Option(metavar="TEXT", help="What the site calls itself.")] = "Archived news articles",
    base_url: Annotated[
        str | None,
        typer.Option(
            metavar="URL", show_default=False, help="Where the site will stand. Makes the links of its feed absolute."
        ),
    ] = None,
    jobs: Annotated[
        int,
        typer.Option("--jobs", "-j", min=0, metavar="N", help="Processes; 0: as many as there are processors."),
    ] = 0,
    archive: ArchiveOption = None,
    json: JsonOption = False,
) -> None:
    """Make a static site of the archive, or bring it up to date: only what changed is written.

    Timelines, comparisons, blame, search and a feed. It needs no server: open DIR/index.html.
    """
    from archivist.archive.workers import available
    from archivist.cli.console import say, write
    from archivist.cli.output_place import refuse_in_archive
    from archivist.cli.places import archive_at
    from archivist.cli.site_build import build
    from archivist.errors import Exit
    from archivist.render.site_done import site_json, site_line

    store = archive_at(archive, context.obj)
    refuse_in_archive(output)
    done = build(store, output, _home(store, title, base_url), processes=jobs or available())
    for damaged in done.damage:
        say(damaged)
    if json:
        write(site_json(done, str(output)))
    else:
        say(site_line(done, str(output)))
    raise typer.Exit(Exit.DAMAGED if done.damage else Exit.OK)


def _home(store: Archive, title: str, base_url: str | None) -> Home:
    from archivist.archive.description import read
    from archivist.archive.layout import DESCRIPTION
    from archivist.cli.places import read_bytes
    from archivist.errors import UsageError
    from archivist.render.html.site_feed import Home

    if not title.strip() or any("\ud800" <= letter <= "\udfff" for letter in title):
        raise UsageError("--title: no title that can be read. Leave it out, or give it words.")
    if base_url and not _is_address(base_url):
        raise UsageError(f"{base_url}: not the address of a site. Write it as https://news.example/archive/.")
    where = str(store.path / DESCRIPTION)
    created_at = read(read_bytes(where), where).created_at
    return Home(title, created_at, f"{base_url.rstrip('/')}/" if base_url else "")


def _is_address(text: str) -> bool:
    """Whether a text is the address of a folder on the web (RFC 3986): http or https, a host, perhaps a path."""
    from urllib.parse import urlsplit

    if not _IN_ADDRESSES.issuperset(text) or re.search(r"%(?![0-9A-Fa-f]{2})", text):
        return False
    try:
        parts = urlsplit(text)
        port_is_sound = parts.port is None or parts.port > 0
    except ValueError:
        return False
    is_folder = not parts.query and not parts.fragment and "?" not in text and "#" not in text
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and port_is_sound and is_folder
