"""`archivist list`."""

from __future__ import annotations

import typer

from archivist.cli.options import ArchiveOption, JsonOption


def run(context: typer.Context, archive: ArchiveOption = None, json: JsonOption = False) -> None:
    """List the articles of the archive, each with its revisions and its last headline."""
    from archivist.cli.console import say, width, write
    from archivist.cli.places import archive_at
    from archivist.errors import Exit
    from archivist.render.output_json import articles_json
    from archivist.render.tables import articles_table

    store = archive_at(archive, context.obj)
    found = store.listing()
    if json:
        write(articles_json(found.histories))
    elif found.histories:
        write(articles_table(found.histories, width=width()))
    elif not found.damage:
        say("this archive holds no articles yet. Archive one: archivist ingest FILE.txt --article ID")
    for damaged in found.damage:
        say(str(damaged))
    raise typer.Exit(Exit.DAMAGED if found.damage else Exit.OK)
