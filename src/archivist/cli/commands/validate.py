"""`archivist validate`."""

from __future__ import annotations

from typing import Annotated

import typer

from archivist.cli.checking import validate
from archivist.cli.options import JsonOption


def run(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...", show_default=False, help="Records, archive.json files, metadata beside texts."
        ),
    ],
    json: JsonOption = False,
) -> None:
    """Check metadata files against their schemas and show every problem. Exit 0 if all hold, 1 if not."""
    raise typer.Exit(validate(files, is_json=json))
