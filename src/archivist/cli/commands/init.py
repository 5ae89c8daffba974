"""`archivist init`."""

from __future__ import annotations

from typing import Annotated

import typer

from archivist.cli.options import JsonOption

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path


def run(
    context: typer.Context,
    folder: Annotated[
        str | None,
        typer.Argument(
            metavar="[DIR]",
            show_default=False,
            help="Where. Default: the program's --archive, else $ARCHIVIST_ARCHIVE, else ./archive.",
        ),
    ] = None,
    json: JsonOption = False,
) -> None:
    """Make an archive. In a folder that is one already, nothing changes."""
    from datetime import UTC, datetime

    from archivist.archive.store import Archive
    from archivist.cli.console import write
    from archivist.cli.places import holds_archive
    from archivist.errors import UsageError
    from archivist.render.output_json import init_json
    from archivist.render.safe import one_line

    path = _place(folder, context.obj)
    if holds_archive(path):
        raise UsageError(f"{path} holds the archive {path / 'archive'}; an archive holds no other one.")
    outer = Archive.around(path)
    if outer is not None:
        raise UsageError(f"{path} lies inside the archive {outer.path}; an archive holds no other one.")
    made = Archive.create(path, now=datetime.now(UTC)).fresh
    if json:
        write(init_json(str(path), created=made))
    else:
        write(one_line(f"{'created' if made else 'exists'} {path}"))


def _place(folder: str | None, top: object) -> Path:
    """Where the archive is to be. `top` is the program's `--archive`; UsageError where it names another place."""
    import os
    from pathlib import Path

    from archivist.cli.places import VARIABLE, archive_named
    from archivist.errors import UsageError

    option = top if isinstance(top, str) else None
    if folder is None:
        named = option or os.environ.get(VARIABLE)
        return archive_named(named) if named else Path("archive")
    if option is not None and Path(option).resolve() != Path(folder).resolve():
        raise UsageError(f"--archive {option} and DIR {folder} name two places for one new archive. Give one of them.")
    return Path(folder)
