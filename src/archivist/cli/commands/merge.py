"""`archivist merge`."""

from __future__ import annotations

from typing import Annotated

import typer

from archivist.cli.options import ArchiveOption, JsonOption


def run(
    context: typer.Context,
    other: Annotated[str, typer.Argument(metavar="OTHER", show_default=False, help="The other archive's folder.")],
    archive: ArchiveOption = None,
    json: JsonOption = False,
) -> None:
    """Add all that another archive holds and this one does not. Nothing is replaced; the other is only read."""
    from archivist.archive.workers import available
    from archivist.cli.console import say, write
    from archivist.cli.places import archive_at
    from archivist.render.upkeep import merge_json, merge_lines, merge_words

    store = archive_at(archive, context.obj)
    merged = store.merge(archive_at(other, None), processes=available())
    write(merge_json(merged) if json else merge_lines(merged))
    say(merge_words(merged))
