"""A report as a unified diff that `patch` and `git apply` accept."""

from __future__ import annotations

from archivist.render.as_compared import as_compared
from archivist.render.lines import hunk_header, hunks, line_diff
from archivist.render.patch_names import file_header

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.model.report import Report
    from archivist.render.lines import Hunk

_NO_END = "\\ No newline at end of file\n"


def unified(report: Report, old_name: str, new_name: str, context: int = 3) -> str:
    """The text diff by lines with `context` unchanged lines around each change; "" where the texts are equal.

    The lines are the texts' own, character by character, so applying the result to the old text gives the new one.
    Where something is ignored, it gives the new text but for that. It is meant for programs: whoever shows it on a
    terminal makes it visible first.
    """
    blocks = line_diff(as_compared(report), trim=True)
    body = [line for hunk in hunks(blocks, context) for line in (hunk_header(hunk), *_lines(hunk))]
    return file_header(old_name, new_name) + "".join(body) if body else ""


def _lines(hunk: Hunk) -> Iterator[str]:
    for block in hunk.blocks:
        if block.kept:
            yield from (_line(" ", line) for line in block.old)
            continue
        yield from (_line("-", line) for line in block.old)
        yield from (_line("+", line) for line in block.new)


def _line(sign: str, line: str) -> str:
    return sign + line if line.endswith("\n") else f"{sign}{line}\n{_NO_END}"
