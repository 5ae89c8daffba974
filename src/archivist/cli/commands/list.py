"""`archivist list`."""

from __future__ import annotations

import typer

from archivist.cli.options import ArchiveOption, JsonOption, NoPagerOption


def run(
    context: typer.Context,
    no_pager: NoPagerOption = False,
    archive: ArchiveOption = None,
    json: JsonOption = False,
) -> None:
    """List the articles: how many revisions, when the last was captured, when how many, and its headline."""
    from archivist.cli.console import colour, page, say, table_width
    from archivist.cli.places import archive_at
    from archivist.errors import Exit
    from archivist.render.output_json import articles_json
    from archivist.render.tables import articles_table

    store = archive_at(archive, context.obj)
    found = store.listing()
    if json:
        page(articles_json(found.histories), exact=False, paging=False)
    elif found.histories:
        shown = articles_table(found.histories, width=table_width(), colour=colour())
        page(shown, exact=False, paging=not no_pager)
    elif not found.damage:
        say("this archive holds no articles yet. Archive one: archivist ingest FILE.txt --article ID")
    for damaged in found.damage:
        say(str(damaged))
    raise typer.Exit(Exit.DAMAGED if found.damage else Exit.OK)
