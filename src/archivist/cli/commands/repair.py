"""`archivist repair`."""

from __future__ import annotations

from typing import Annotated

import typer

from archivist.cli.options import ArchiveOption, JsonOption


def run(
    context: typer.Context,
    source: Annotated[
        str, typer.Option("--from", metavar="DIR", show_default=False, help="Another copy of this archive.")
    ],
    yes: Annotated[bool, typer.Option("--yes", help="Do it. Without, say only what would be done.")] = False,
    archive: ArchiveOption = None,
    json: JsonOption = False,
) -> None:
    """Take damaged and missing files from another copy, each proven by its digest. First a plan; --yes does it.

    Nothing is deleted: what was damaged is set aside in damaged/. Exit 0 if nothing is damaged any more, else 4.
    """
    from archivist.archive.workers import available
    from archivist.cli.console import say, write
    from archivist.cli.places import archive_at
    from archivist.errors import Exit
    from archivist.render.upkeep import repair_json, repair_lines, repair_words

    store = archive_at(archive, context.obj)
    result = store.repair(archive_at(source, None), act=yes, processes=available())
    write(repair_json(result) if json else repair_lines(result))
    say(repair_words(result))
    raise typer.Exit(Exit.DAMAGED if result.remaining or (result.steps and not result.done) else Exit.OK)
