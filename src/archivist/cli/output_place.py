"""Where a command may write what it makes: not into an archive, and not over what it reads."""

from __future__ import annotations

import os
from pathlib import Path

from archivist.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def refuse_in_archive(output: Path) -> None:
    """Raises UsageError for a file or folder that is an archive's folder or lies inside one, also through links."""
    from archivist.archive.store import Archive

    # What would stand in the folder `output`, so that the folder itself counts.
    if Archive.around(Path(os.path.realpath(output)) / "_"):
        raise UsageError(
            f"{output} is inside the archive, which holds texts and their records only. Name a place outside of it."
        )


def refuse_over_input(output: Path, operands: Iterable[str]) -> None:
    """Raises UsageError where `output` is one of the files that `operands` name, or the metadata beside one."""
    from archivist.cli.places import is_file

    for operand in operands:
        if operand == "-" or not is_file(operand) or not output.is_file():
            continue
        for read in (Path(operand), Path(operand).with_suffix(".json")):
            if _is_same(output, read):
                raise UsageError(f"{output} is a file that this page is made from. Name another one for the page.")


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
