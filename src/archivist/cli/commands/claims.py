"""`archivist claims`."""

from __future__ import annotations

from typing import Annotated

import typer

from archivist.cli.completion import revisions
from archivist.cli.options import ArchiveOption, JsonOption


def run(
    context: typer.Context,
    text: Annotated[
        str,
        typer.Argument(
            metavar="FILE|ARTICLE[@SEL]",
            show_default=False,
            help="A text file, or a revision.",
            autocompletion=revisions,
        ),
    ],
    archive: ArchiveOption = None,
    json: JsonOption = False,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Show for each claim which rule found it, and by what (also with --json)."),
    ] = False,
) -> None:
    """List what a text claims: quotes, statements and assertions, with sources, figures, dates and names."""
    from archivist.claims.extract import extract
    from archivist.cli.console import colour, width, write
    from archivist.cli.sides import side

    read = side(text, archive, context.obj)
    claims = extract(read.content, published=read.published)
    if json:
        from archivist.claims.furniture import furniture

        aside = furniture(read.content)
        if explain:
            from archivist.render.explain_claims_json import explained_claims_json

            write(explained_claims_json(claims, read.content, read.info, aside))
        else:
            from archivist.render.output_json import claims_json

            write(claims_json(claims, read.content, read.info, aside))
    elif explain:
        from archivist.render.explain_claims_terminal import explained_claims_terminal

        write(explained_claims_terminal(claims, read.content, width=width(), colour=colour()))
    else:
        from archivist.render.claims_terminal import claims_terminal

        write(claims_terminal(claims, read.content, width=width(), colour=colour()))
