"""How one change of a report was found, for `archivist diff --explain N`."""

from __future__ import annotations

from archivist.cli.comparing import Form, option
from archivist.errors import NotFoundError, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.cli.comparing import Shape
    from archivist.cli.sides import Side


def explain_change(operands: list[str], archive: str | None, top: object, number: int, shape: Shape) -> bool:
    """Compare what the operands name and write how change `number` was found; whether anything differs.

    Raises what `archivist.cli.sides.sides` raises, NotFoundError where the report has no such change, and UsageError
    where the shape asks for what an explanation does not have.
    """
    from archivist.cli.console import colour, page, width
    from archivist.cli.sides import compare_sides, sides
    from archivist.diff.explain import explain

    _check(shape)
    old, new = sides(operands, archive, top)
    found = compare_sides(old, new)
    report = found.report
    if number > len(report.changes):
        raise NotFoundError(_missing(number, len(report.changes), old, new))
    explanation = explain(found, number)
    if shape.form is Form.JSON:
        from archivist.render.explain_json import explanation_json

        shown = explanation_json(explanation, report, old.info, new.info)
    else:
        from archivist.render.explain_terminal import explanation_terminal

        shown = explanation_terminal(explanation, report, width=width(), colour=colour())
    page(shown, exact=False, paging=shape.is_paged)
    return report.differs


def _check(shape: Shape) -> None:
    if shape.form not in {Form.TERMINAL, Form.JSON}:
        raise UsageError(f"--explain and {option(shape.form)} exclude each other; give one.")
    for other, given in (("--only", shape.only), ("--context", shape.context), ("--ignore", shape.ignore or None)):
        if given is not None:
            raise UsageError(f"{other} says nothing to --explain, which shows one change; leave it out.")


def _missing(number: int, changes: int, old: Side, new: Side) -> str:
    have = "has no changes of claims" if changes == 0 else f"has {changes} of them" if changes > 1 else "has one"
    return f"There is no change {number}: the report from {old.name} to {new.name} {have}."
