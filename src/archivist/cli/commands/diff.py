"""`archivist diff`."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from archivist.cli.options import ArchiveOption, JsonOption
from archivist.model.report import Ignored

if TYPE_CHECKING:
    from archivist.cli.sides import Side
    from archivist.model.report import Report


class Part(StrEnum):
    """The halves of a report."""

    CLAIMS = "claims"
    TEXT = "text"


class WordForm(StrEnum):
    """The forms of a word diff."""

    PLAIN = "plain"
    PORCELAIN = "porcelain"


class Form(StrEnum):
    """The forms a report can be written in."""

    TERMINAL = "terminal"
    JSON = "json"
    MARKDOWN = "markdown"
    UNIFIED = "unified"
    WORD = "word"
    CRITIC = "critic"
    STAT = "stat"


_WORDS_ONLY = frozenset({Form.UNIFIED, Form.WORD, Form.CRITIC, Form.STAT})
"""Forms that show no claims: none are looked for."""

_WITH_CONTEXT = frozenset({Form.TERMINAL, Form.UNIFIED, Form.WORD})
_LINES_AROUND = 3  # as in git


class _Shape(NamedTuple):
    """How a report is written."""

    form: Form
    only: Part | None
    word: WordForm | None
    context: int | None


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
    from archivist.cli.console import page
    from archivist.cli.sides import sides
    from archivist.errors import Exit

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
    _check_context(form, around)
    before, after = sides([old] if new is None else [old, new], archive, context.obj)
    report = _compared(before, after, form, ignore or [])
    shown, exact = _written(report, before, after, _Shape(form, only, word, around))
    page(shown, exact=exact, paging=not no_pager)
    raise typer.Exit(Exit.FINDINGS if exit_code and report.differs else Exit.OK)


def _form(asked: dict[Form, bool]) -> Form:
    from archivist.errors import UsageError

    chosen = [form for form, is_asked in asked.items() if is_asked]
    if len(chosen) > 1:
        raise UsageError(f"{' and '.join(f'--{form}' for form in chosen)} exclude each other; give one.")
    return chosen[0] if chosen else Form.TERMINAL


def _check_context(form: Form, around: int | None) -> None:
    from archivist.errors import UsageError

    if around is not None and form not in _WITH_CONTEXT:
        raise UsageError(f"--context says nothing to --{form}, which has no context; leave it out.")


def _compared(old: Side, new: Side, form: Form, ignore: list[Ignored]) -> Report:
    """The report, with its claims where the form shows them."""
    if form in _WORDS_ONLY:
        from archivist.diff.text_report import compare_texts

        report = compare_texts(old.content, new.content, metadata_old=old.metadata, metadata_new=new.metadata)
    else:
        from archivist.diff.report import compare

        report = compare(
            old.content,
            new.content,
            published_old=old.published,
            published_new=new.published,
            metadata_old=old.metadata,
            metadata_new=new.metadata,
        )
    if not ignore:
        return report
    from archivist.diff.ignoring import ignoring

    return ignoring(report, ignore)


def _written(report: Report, old: Side, new: Side, shape: _Shape) -> tuple[str, bool]:
    """The report in its form, whose renderer is loaded alone, and whether every character of it counts."""
    part = None if shape.only is None else str(shape.only)
    names = old.info.name, new.info.name
    lines = _LINES_AROUND if shape.context is None else shape.context
    if shape.form is Form.JSON:
        from archivist.render.json_report import report_json

        return report_json(report, old.info, new.info), False
    if shape.form is Form.MARKDOWN:
        from archivist.render.markdown import report_markdown

        return report_markdown(report, old.info, new.info, only=part), False
    if shape.form is Form.UNIFIED:
        from archivist.render.unified import unified

        return unified(report, *names, lines), True
    if shape.word:
        from archivist.render.worddiff import word_diff

        return word_diff(report, *names, shape.word.value, lines), shape.word is WordForm.PORCELAIN
    if shape.form is Form.CRITIC:
        from archivist.render.critic import critic

        return critic(report), True
    return _for_terminal(report, old, new, shape), False


def _for_terminal(report: Report, old: Side, new: Side, shape: _Shape) -> str:
    if shape.form is Form.STAT:
        from archivist.render.words import stat_page

        return stat_page(report, old.info.name, new.info.name)
    from archivist.cli.console import colour, width
    from archivist.render.terminal import report_terminal

    return report_terminal(
        report,
        old.info,
        new.info,
        width=width(),
        colour=colour(),
        only=None if shape.only is None else str(shape.only),
        context=shape.context or 0,
    )
