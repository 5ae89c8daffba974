"""`archivist diff`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from archivist.cli.comparing import Form, Half, Shape, WordForm, diff, option
from archivist.cli.options import ArchiveOption, JsonOption, NewArgument, NoPagerOption, OldArgument
from archivist.errors import Exit, UsageError
from archivist.model.report import Ignored


class Annotations(StrEnum):
    """The forms that tools show beside the lines of a file."""

    GITHUB = "github"
    SARIF = "sarif"


def run(
    context: typer.Context,
    old: OldArgument,
    new: NewArgument = None,
    only: Annotated[Half | None, typer.Option(help="One half of the report.", show_default=False)] = None,
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
    form: Annotated[
        Annotations | None,
        typer.Option(
            "--format",
            show_default=False,
            help="Print notes on the lines of the new text: for GitHub's log, or as SARIF 2.1.0 (docs/ci.md).",
        ),
    ] = None,
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
    explain: Annotated[
        int | None,
        typer.Option(
            min=1,
            metavar="N",
            show_default=False,
            help="Show how change N of the claims was found (also with --json).",
        ),
    ] = None,
    no_pager: NoPagerOption = False,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit 1 when there is a change.")] = False,
    archive: ArchiveOption = None,
) -> None:
    """Tell what changed: metadata, then claims (heaviest first), then the words."""
    chosen = _form(
        {
            Form.JSON: json,
            Form.MARKDOWN: markdown,
            Form.UNIFIED: unified,
            Form.WORD: word is not None,
            Form.CRITIC: critic,
            Form.STAT: stat,
            Form.GITHUB: form is Annotations.GITHUB,
            Form.SARIF: form is Annotations.SARIF,
        }
    )
    shape = Shape(chosen, only, word, around, ignore or (), is_paged=not no_pager)
    operands = [old] if new is None else [old, new]
    if explain is None:
        differs = diff(operands, archive, context.obj, shape)
    else:
        from archivist.cli.explaining import explain_change

        differs = explain_change(operands, archive, context.obj, explain, shape)
    raise typer.Exit(Exit.FINDINGS if exit_code and differs else Exit.OK)


def _form(asked: dict[Form, bool]) -> Form:
    chosen = [form for form, is_asked in asked.items() if is_asked]
    if len(chosen) > 1:
        raise UsageError(f"{' and '.join(map(option, chosen))} exclude each other; give one.")
    return chosen[0] if chosen else Form.TERMINAL
