"""`archivist ingest`."""

from __future__ import annotations

from typing import Annotated

import typer

from archivist.archive.durability import Durability
from archivist.cli.options import ArchiveOption, JsonOption


def run(
    context: typer.Context,
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH... | -",
            help="Texts, folders of .txt files, patterns; - is stdin. A pipe is waited for and read to its end.",
            show_default=False,
        ),
    ],
    article: Annotated[
        str | None,
        typer.Option(
            metavar="ID", help="The article. Default: the metadata's, else the file's name.", show_default=False
        ),
    ] = None,
    captured: Annotated[
        str | None,
        typer.Option(
            metavar="TIME",
            help="When it was seen so (RFC 3339). Default: the metadata's, else now.",
            show_default=False,
        ),
    ] = None,
    meta: Annotated[
        str | None,
        typer.Option(
            metavar="FILE.json",
            help="Metadata. Default: NAME.json beside NAME.txt, if there is one.",
            show_default=False,
        ),
    ] = None,
    assign: Annotated[
        list[str] | None,
        typer.Option(
            "--set", metavar="FIELD=VALUE", help="Set a metadata field; may be given often.", show_default=False
        ),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="The texts' encoding, where it is not UTF-8 and the guess is wrong.",
            show_default=False,
        ),
    ] = None,
    durability: Annotated[
        Durability,
        typer.Option(
            metavar="each|batch|none",
            help="What waits for the disk: each text; many together, which is faster; or nothing.",
        ),
    ] = Durability.EACH,
    archive: ArchiveOption = None,
    json: JsonOption = False,
) -> None:
    """Archive texts as revisions of their articles. What is there already is left as it is.

    A text that is refused stops no other, nor does a reader of stdout that goes away: then the exit code is 141 when
    all is done.
    """
    from archivist.cli.ingesting import Wishes, ingest
    from archivist.cli.places import archive_at

    wishes = Wishes(article, captured, meta, assign or (), encoding, durability)
    raise typer.Exit(ingest(paths, archive_at(archive, context.obj), wishes, is_json=json))
