"""Metadata files checked and their problems written, for `archivist validate` however it was called."""

from __future__ import annotations

from archivist.errors import ArchivistError, Exit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from archivist.model.problem import Problem


def validate(files: Sequence[str], *, is_json: bool) -> Exit:
    """Check every file, write all problems to stdout; FINDINGS if there are any, else the worst failure to read."""
    from archivist.archive.validation import Validation
    from archivist.cli.console import say, write
    from archivist.render.safe import one_line

    validation = Validation()
    problems: list[Problem] = []
    worst = Exit.OK
    for file in files:
        try:
            problems.extend(validation.problems(file))
        except ArchivistError as error:
            say(str(error))
            worst = max(worst, error.exit_code)
    if is_json:
        from archivist.render.output_json import problems_json

        write(problems_json(problems, checked=len(files)))
    else:
        write("".join(f"{one_line(str(problem))}\n" for problem in problems))
    return max(worst, Exit.FINDINGS) if problems else worst
