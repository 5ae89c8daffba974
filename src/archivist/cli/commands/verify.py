"""`archivist verify`."""

from __future__ import annotations

import typer

from archivist.cli.options import ArchiveOption, JsonOption


def run(context: typer.Context, archive: ArchiveOption = None, json: JsonOption = False) -> None:
    """Hash the whole archive again; name each bad file and the revisions it touches. Exit 0 clean, 4 damaged."""
    from archivist.cli.console import say, write
    from archivist.cli.places import archive_at
    from archivist.errors import Exit
    from archivist.render.output_json import verification_json
    from archivist.render.tables import damage_lines

    result = archive_at(archive, context.obj).verify()
    if json:
        write(verification_json(result))
    else:
        write(damage_lines(result))
        counted = (
            f"{result.articles} articles, {result.revisions} revisions, {result.texts} texts, {result.size} bytes"
        )
        say(f"{'damaged' if result.damage else 'clean'}: {counted}.")
    raise typer.Exit(Exit.DAMAGED if result.damage else Exit.OK)
