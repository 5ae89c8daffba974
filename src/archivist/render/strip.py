"""A line that shows where in an article the changes lie."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from math import ceil

from archivist.model.report import OpKind
from archivist.render.as_compared import as_compared

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.model.report import Report

_LEVELS = "·▁▂▃▄▅▆▇█"


def strip(report: Report, cells: int) -> str:
    """The new text from its first to its last character as `cells` bars: the higher, the more of it is new there.

    What is gone counts where it stood, what moved counts where it was and where it is. A text of fewer characters has
    a bar for each. "" where nothing differs, or where there is no new text to show it on.
    """
    report = as_compared(report)
    length = len(report.new_text)
    cells = min(cells, length)
    if not cells or all(op.kind is OpKind.EQUAL for op in report.ops):
        return ""
    edges = [number * length // cells for number in range(cells + 1)]
    touched = [0] * cells
    for span, gone in ((op.new, len(op.old)) for op in report.ops if op.kind is not OpKind.EQUAL):
        first = min(bisect_right(edges, span.start), cells) - 1
        touched[first] += gone
        for cell in range(first, bisect_left(edges, span.end)):
            touched[cell] += min(edges[cell + 1], span.end) - max(edges[cell], span.start)
    top = len(_LEVELS) - 1
    sizes = (end - start for start, end in pairwise(edges))
    return "".join(_LEVELS[min(ceil(count / size * top), top)] for count, size in zip(touched, sizes, strict=True))
