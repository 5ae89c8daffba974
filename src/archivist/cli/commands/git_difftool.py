"""`archivist git-difftool`."""

from __future__ import annotations

import os

from archivist.cli.console import colour, width, write
from archivist.cli.places import read_bytes
from archivist.errors import UnreadableError, UsageError
from archivist.model.noun import NamedTuple

_UNMERGED, _TWO_PATHS, _DRIVER, _RENAMED = 1, 2, 7, 9
"""How many words git gives, by what it wants (gitdiff, GIT_EXTERNAL_DIFF): a path in conflict, two files, a file's
path with name, digest and mode of both sides, and the same with the new path of a file that was renamed or copied."""


class _File(NamedTuple):
    """What git says of a file that differs: what to call it, where both sides lie, and what happened besides."""

    title: str
    old: str
    new: str
    notes: tuple[str, ...]


def run(arguments: list[str]) -> None:
    """Show the sentences that changed in a file, as git's external diff driver or difftool (docs/git.md).

    The words are those that git gives: seven for a driver, nine for a renamed file, or OLD and NEW.
    """
    if len(arguments) == _UNMERGED:
        from archivist.render.git_page import bare_page

        write(bare_page(arguments[0], ["in conflict"]))
    elif len(arguments) == _TWO_PATHS:
        old, new = arguments
        _show(_File(os.environ.get("BASE") or f"{old} → {new}", old, new, ()))
    elif len(arguments) in {_DRIVER, _RENAMED}:
        _show(_driven(arguments))
    else:
        raise UsageError(
            "git-difftool takes the words that git gives to an external diff driver, or two files: OLD and NEW. "
            "docs/git.md has the lines that make git do so."
        )


def _driven(arguments: list[str]) -> _File:
    path, old, _, old_mode, new, _, new_mode, *renamed = arguments
    notes = []
    if old == os.devnull:
        notes.append("new file")
    elif new == os.devnull:
        notes.append("deleted")
    elif old_mode != new_mode:
        notes.append(f"mode {old_mode} → {new_mode}")
    return _File(f"{path} → {renamed[0]}" if renamed else path, old, new, tuple(notes))


def _show(file: _File) -> None:
    """Write the page of one file; what is no text is said to be none, since git takes any failure for its end."""
    from archivist.diff.text_report import compare_texts
    from archivist.render.git_page import bare_page, file_page
    from archivist.text.decode import decode

    sides = read_bytes(file.old), read_bytes(file.new)
    try:
        old, new = (decode(data).content for data in sides)
    except UnreadableError:
        notes = [*file.notes, "no text", *(["both sides the same"] if sides[0] == sides[1] else [])]
        write(bare_page(file.title, notes))
        return
    write(file_page(compare_texts(old, new), file.title, file.notes, width=width(), colour=colour()))
