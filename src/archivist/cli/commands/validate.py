"""`archivist validate`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from archivist.cli.options import JsonOption

if TYPE_CHECKING:
    from archivist.model.problem import Problem


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
    from archivist.archive.validation import Validation
    from archivist.cli.console import say, write
    from archivist.errors import ArchivistError, Exit
    from archivist.render.safe import visible

    validation = Validation()
    problems: list[Problem] = []
    worst = Exit.OK
    for file in files:
        try:
            problems.extend(validation.problems(file))
        except ArchivistError as error:
            say(str(error))
            worst = max(worst, error.exit_code)
    if json:
        from archivist.render.output_json import problems_json

        write(problems_json(problems, checked=len(files)))
    else:
        write("".join(f"{visible(str(problem))}\n" for problem in problems))
    raise typer.Exit(max(worst, Exit.FINDINGS) if problems else worst)
