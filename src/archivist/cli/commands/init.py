"""`archivist init`."""

from __future__ import annotations

from typing import Annotated

import typer

from archivist.cli.options import JsonOption


def run(
    folder: Annotated[
        str, typer.Argument(metavar="[DIR]", show_default=False, help="Where. Default: ./archive.")
    ] = "archive",
    json: JsonOption = False,
) -> None:
    """Make an archive. In a folder that is one already, nothing changes."""
    from datetime import UTC, datetime
    from pathlib import Path

    from archivist.archive.store import Archive
    from archivist.cli.console import write
    from archivist.errors import UsageError
    from archivist.render.output_json import init_json
    from archivist.render.safe import one_line

    path = Path(folder)
    outer = Archive.around(path)
    if outer is not None:
        raise UsageError(f"{path} lies inside the archive {outer.path}; an archive holds no other one.")
    made = Archive.create(path, now=datetime.now(UTC)).fresh
    if json:
        write(init_json(str(path), created=made))
    else:
        write(one_line(f"{'created' if made else 'exists'} {path}"))
