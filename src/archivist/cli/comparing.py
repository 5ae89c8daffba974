"""Two texts compared and written in one of the forms, for `archivist diff` however it was called."""

from __future__ import annotations

from enum import StrEnum

from archivist.model.noun import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from archivist.cli.sides import Side
    from archivist.model.report import Ignored, Report


class Half(StrEnum):
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
    GITHUB = "github"
    SARIF = "sarif"


_WORDS_ONLY = frozenset({Form.UNIFIED, Form.WORD, Form.CRITIC, Form.STAT})
"""Forms that show no claims: none are looked for."""

_DOCUMENTS = frozenset({Form.JSON, Form.MARKDOWN, Form.GITHUB, Form.SARIF})
_WITH_CONTEXT = frozenset({Form.TERMINAL, Form.UNIFIED, Form.WORD})
_WITH_HALVES = frozenset({Form.TERMINAL, Form.MARKDOWN})
_LINES_AROUND = 3  # as in git


class Shape(NamedTuple):
    """How a report is written: its form, the half of it, the form of a word diff, and how much context is shown."""

    form: Form = Form.TERMINAL
    only: Half | None = None
    word: WordForm | None = None
    context: int | None = None
    ignore: Sequence[Ignored] = ()
    is_paged: bool = True


def diff(operands: list[str], archive: str | None, top: object, shape: Shape) -> bool:
    """Compare what the one or two operands name and write it to stdout; whether anything differs.

    Raises what `archivist.cli.sides.sides` raises, and UsageError where a form is asked for what it does not have.
    """
    from archivist.cli.console import page
    from archivist.cli.sides import sides

    _check(shape)
    old, new = sides(operands, archive, top)
    report = _compared(old, new, shape)
    shown, exact = _written(report, old, new, shape)
    page(shown, exact=exact, paging=shape.is_paged)
    return report.differs


def _check(shape: Shape) -> None:
    from archivist.errors import UsageError

    if shape.context is not None and shape.form not in _WITH_CONTEXT:
        raise UsageError(f"--context says nothing to {option(shape.form)}, which has no context; leave it out.")
    if shape.only is not None and shape.form not in _WITH_HALVES:
        raise UsageError(f"--only says nothing to {option(shape.form)}, which is always whole; leave it out.")


def option(form: Form) -> str:
    """The option that asks for a form, as it is written."""
    return f"--format {form}" if form in {Form.GITHUB, Form.SARIF} else f"--{form}"


def _compared(old: Side, new: Side, shape: Shape) -> Report:
    """The report, with its claims where the form shows them."""
    if shape.form in _WORDS_ONLY:
        from archivist.diff.text_report import compare_texts

        report = compare_texts(old.content, new.content, metadata_old=old.metadata, metadata_new=new.metadata)
    else:
        from archivist.cli.sides import compare_sides

        report = compare_sides(old, new).report
    if not shape.ignore:
        return report
    from archivist.diff.ignoring import ignoring

    return ignoring(report, shape.ignore)


def _written(report: Report, old: Side, new: Side, shape: Shape) -> tuple[str, bool]:
    """The report in its form, whose renderer is loaded alone, and whether every character of it counts."""
    names = old.name, new.name
    lines = _LINES_AROUND if shape.context is None else shape.context
    if shape.form in _DOCUMENTS:
        return _document(report, old, new, shape), False
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


def _document(report: Report, old: Side, new: Side, shape: Shape) -> str:
    """The report for another program, or as a page."""
    if shape.form is Form.JSON:
        from archivist.render.json_report import report_json

        return report_json(report, old.info, new.info)
    if shape.form is Form.GITHUB:
        from archivist.render.github import report_github

        return report_github(report, new.info)
    if shape.form is Form.SARIF:
        from archivist.render.sarif import report_sarif

        return report_sarif(report, old.info, new.info)
    from archivist.render.markdown import report_markdown

    return report_markdown(report, old.info, new.info, only=None if shape.only is None else str(shape.only))


def _for_terminal(report: Report, old: Side, new: Side, shape: Shape) -> str:
    if shape.form is Form.STAT:
        from archivist.render.words import stat_page

        return stat_page(report, old.name, new.name)
    from archivist.cli.console import colour, width
    from archivist.render.terminal import report_terminal

    return report_terminal(
        report,
        old.name,
        new.name,
        width=width(),
        colour=colour(),
        only=None if shape.only is None else str(shape.only),
        context=shape.context or 0,
    )
