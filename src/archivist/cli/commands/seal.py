"""`archivist seal`."""

from __future__ import annotations

from typing import Annotated

import typer

from archivist.cli.options import ArchiveOption, JsonOption


def run(
    context: typer.Context,
    origin: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            show_default=False,
            help="Whose archive this is, such as news.example/archive. Default: as in the latest seal.",
        ),
    ] = None,
    archive: ArchiveOption = None,
    json: JsonOption = False,
) -> None:
    """Seal all records: a small file that, kept elsewhere, proves any later loss or rewriting (docs/seals.md).

    Prints the path of the seal. Where nothing is new, that is the latest one.
    """
    from datetime import UTC, datetime

    from archivist.cli.console import say, write
    from archivist.cli.places import archive_at
    from archivist.errors import Exit
    from archivist.render.upkeep import seal_json, sealing_words

    store = archive_at(archive, context.obj)
    sealing = store.seal(now=datetime.now(UTC).replace(microsecond=0), origin=origin)
    write(seal_json(sealing) if json else str(store.path / sealing.path))
    say(sealing_words(sealing))
    raise typer.Exit(Exit.DAMAGED if sealing.lost else Exit.OK)
