"""`archivist show`."""

from __future__ import annotations

from typing import Annotated

import typer

from archivist.cli.options import ArchiveOption, JsonOption, RevisionArgument


def run(
    context: typer.Context,
    revision: RevisionArgument,
    record: Annotated[
        bool, typer.Option("--record", help="The record, as it lies in the archive, in place of the text.")
    ] = False,
    archive: ArchiveOption = None,
    json: JsonOption = False,
) -> None:
    """Print the text of a revision, byte for byte; on a terminal, control characters are shown and not sent."""
    from archivist.cli.console import write, write_exactly
    from archivist.cli.places import archive_at, split_selector
    from archivist.render.output_json import revision_json

    store = archive_at(archive, context.obj)
    article, selector = split_selector(revision)
    found = store.get(article, selector or "latest")
    if json:
        write(revision_json(found, store.read(found)))
        return
    data = store.read_record(found) if record else store.read_bytes(found)
    write_exactly(data.decode("utf-8"))
