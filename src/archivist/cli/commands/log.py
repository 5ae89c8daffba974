"""`archivist log`."""

from __future__ import annotations

from typing import Annotated

import typer

from archivist.cli.options import ArchiveOption, JsonOption


def run(
    context: typer.Context,
    article: Annotated[str, typer.Argument(metavar="ARTICLE", show_default=False, help="An article's id.")],
    archive: ArchiveOption = None,
    json: JsonOption = False,
) -> None:
    """Show the revisions of an article, oldest first, with reverts and forks."""
    from archivist.cli.console import width, write
    from archivist.cli.places import archive_at
    from archivist.render.output_json import history_json
    from archivist.render.tables import history_table

    history = archive_at(archive, context.obj).revisions(article)
    write(history_json(history) if json else history_table(history, width=width()))
