"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

ARCHIVE_HELP = (
    "The archive folder. Default: $ARCHIVIST_ARCHIVE, else the nearest archive/ here or in a folder above, as git "
    "finds a repository."
)

ArchiveOption = Annotated[str | None, typer.Option("--archive", metavar="DIR", help=ARCHIVE_HELP, show_default=False)]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for programs (schema in schemas/).")]
RevisionArgument = Annotated[
    str,
    typer.Argument(
        metavar="ARTICLE[@SEL]",
        show_default=False,
        help="SEL: 1 (the oldest), -1 or latest, a date or time (as it stood then), a digest's first digits.",
    ),
]
