"""`archivist diff`."""

from __future__ import annotations

from typing import Annotated

import typer

from archivist.cli.comparing import Form, Part, Shape, WordForm, diff
from archivist.cli.options import ArchiveOption, JsonOption
from archivist.errors import Exit, UsageError
from archivist.model.report import Ignored


def run(
    context: typer.Context,
    old: Annotated[str, typer.Argument(metavar="OLD", help="A file, or ARTICLE[@SEL].", show_default=False)],
    new: Annotated[
        str | None,
        typer.Argument(
            metavar="[NEW]",
            help="A file, or ARTICLE[@SEL]. Left out: OLD is an article; its last two revisions.",
            show_default=False,
        ),
    ] = None,
    only: Annotated[Part | None, typer.Option(help="One half of the report.", show_default=False)] = None,
    json: JsonOption = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print Markdown.")] = False,
    unified: Annotated[
        bool, typer.Option("--unified", help="Print a unified diff of the texts, as `patch` reads it.")
    ] = False,
    word: Annotated[
        WordForm | None,
        typer.Option(
            metavar="[=plain|porcelain]",
            show_default=False,
            help="Print a word diff, as git writes it; plain if bare.",
        ),
    ] = None,
    critic: Annotated[bool, typer.Option("--critic", help="Print the text with CriticMarkup.")] = False,
    stat: Annotated[
        bool, typer.Option("--stat", help="Print one line: words added, removed, moved, share of the old text kept.")
    ] = False,
    around: Annotated[
        int | None,
        typer.Option(
            "--context",
            min=0,
            metavar="N",
            show_default=False,
            help="Unchanged sentences to show around a change (default 0); lines with --unified, --word (default 3).",
        ),
    ] = None,
    ignore: Annotated[
        list[Ignored] | None, typer.Option(show_default=False, help="What counts as no change; can be given twice.")
    ] = None,
    no_pager: Annotated[bool, typer.Option("--no-pager", help="Never send long output through $PAGER.")] = False,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit 1 when there is a change.")] = False,
    archive: ArchiveOption = None,
) -> None:
    """Tell what changed: metadata, then claims (heaviest first), then the words."""
    form = _form(
        {
            Form.JSON: json,
            Form.MARKDOWN: markdown,
            Form.UNIFIED: unified,
            Form.WORD: word is not None,
            Form.CRITIC: critic,
            Form.STAT: stat,
        }
    )
    shape = Shape(form, only, word, around, ignore or (), is_paged=not no_pager)
    differs = diff([old] if new is None else [old, new], archive, context.obj, shape)
    raise typer.Exit(Exit.FINDINGS if exit_code and differs else Exit.OK)


def _form(asked: dict[Form, bool]) -> Form:
    chosen = [form for form, is_asked in asked.items() if is_asked]
    if len(chosen) > 1:
        raise UsageError(f"{' and '.join(f'--{form}' for form in chosen)} exclude each other; give one.")
    return chosen[0] if chosen else Form.TERMINAL
