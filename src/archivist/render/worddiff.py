"""A report as a word diff, in the two forms of `git diff --word-diff`."""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile
from typing import Literal

from archivist.model.report import OpKind
from archivist.model.span import Span
from archivist.render.as_compared import as_compared
from archivist.render.lines import hunk_header, hunks, line_diff, line_starts
from archivist.render.patch_names import file_header
from archivist.render.safe import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archivist.model.report import Report
    from archivist.render.lines import Hunk

WordStyle = Literal["plain", "porcelain"]
"""The forms: `[-old-]{+new+}` for people, a line for each stretch for programs."""

_FORMS = {
    "plain": {OpKind.EQUAL: ("", ""), OpKind.DELETE: ("[-", "-]"), OpKind.INSERT: ("{+", "+}")},
    "porcelain": {OpKind.EQUAL: (" ", "\n"), OpKind.DELETE: ("-", "\n"), OpKind.INSERT: ("+", "\n")},
}
_LINE_END = {"plain": "\n", "porcelain": "~\n"}


def word_diff(
    report: Report, old_name: str = "old", new_name: str = "new", style: WordStyle = "plain", context: int = 3
) -> str:
    """The text diff by words with `context` unchanged lines around each change; "" where the texts are equal.

    As git has it, marks end at a line's end and start anew on the next line, and a line end that came or went is
    shown as a line end only. The plain form is made visible for people; the porcelain form is exact.
    """
    report = as_compared(report)
    starts = line_starts(report.old_text), line_starts(report.new_text)
    body = [
        line
        for hunk in hunks(line_diff(report, trim=False), context)
        for line in (hunk_header(hunk), _words(_stretches(hunk, report, *starts), style))
    ]
    return file_header(old_name, new_name) + "".join(body) if body else ""


def _words(stretches: Iterable[tuple[OpKind, str]], style: WordStyle) -> str:
    forms, line_end = _FORMS[style], _LINE_END[style]
    out = []
    for kind, text in stretches:
        before, after = forms[kind]
        for number, line in enumerate(text.split("\n")):
            if number:
                out.append(line_end)
            if line:
                out.append(f"{before}{visible(line) if style == 'plain' else line}{after}")
    body = "".join(out)
    return body if body.endswith(line_end) else body + line_end


def _stretches(
    hunk: Hunk, report: Report, old_starts: Sequence[int], new_starts: Sequence[int]
) -> Iterator[tuple[OpKind, str]]:
    """The operations within the lines of a hunk, with their words."""
    old = Span(old_starts[hunk.old_start], old_starts[hunk.old_start + hunk.old_count])
    new = Span(new_starts[hunk.new_start], new_starts[hunk.new_start + hunk.new_count])
    first = bisect_left(report.ops, old.start, key=lambda op: op.old.end)
    for op in takewhile(lambda op: op.old.start <= old.end, report.ops[first:]):
        inserted = op.kind is OpKind.INSERT
        whole, span = (new, op.new) if inserted else (old, op.old)
        clipped = Span(max(span.start, whole.start), min(span.end, whole.end))
        if clipped.start < clipped.end:
            yield op.kind, clipped.of(report.new_text if inserted else report.old_text)
