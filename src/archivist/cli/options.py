"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

from archivist.cli.completion import article_ids, revisions

ARCHIVE_HELP = (
    "The archive folder. Default: $ARCHIVIST_ARCHIVE, else the nearest archive/ here or in a folder above, as git "
    "finds a repository."
)

ArchiveOption = Annotated[str | None, typer.Option("--archive", metavar="DIR", help=ARCHIVE_HELP, show_default=False)]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for programs (schema in schemas/).")]
NoPagerOption = Annotated[bool, typer.Option("--no-pager", help="Never send long output through $PAGER.")]
ArticleArgument = Annotated[
    str,
    typer.Argument(metavar="ARTICLE", show_default=False, help="An article's id.", autocompletion=article_ids),
]
RevisionArgument = Annotated[
    str,
    typer.Argument(
        metavar="ARTICLE[@SEL]",
        show_default=False,
        help="SEL: 1 (the oldest), -1 or latest, a date or time (as it stood then), a digest's first digits.",
        autocompletion=revisions,
    ),
]
OldArgument = Annotated[
    str,
    typer.Argument(metavar="OLD", help="A file, or ARTICLE[@SEL].", show_default=False, autocompletion=revisions),
]
NewArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[NEW]",
        help="A file, or ARTICLE[@SEL]. Left out: OLD is an article; its last two revisions.",
        show_default=False,
        autocompletion=revisions,
    ),
]
