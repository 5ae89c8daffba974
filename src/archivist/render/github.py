"""A report as workflow commands, which GitHub shows beside the lines of a pull request.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from archivist.model.report import ChangeKind
from archivist.render.annotations import annotated
from archivist.render.safe import one_line, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.model.report import Report
    from archivist.render.annotations import Annotation
    from archivist.render.source import SourceInfo

_SILENT = frozenset({ChangeKind.REWORDED, ChangeKind.MOVED})
"""What a reviewer need not be told: GitHub shows ten warnings and ten notices of a step and drops the rest."""

_IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_DATA | str.maketrans({":": "%3A", ",": "%2C"})
"""What would end a message or a property: as GitHub's own toolkit escapes it."""


def report_github(report: Report, new: SourceInfo) -> str:
    """A line for each change: a warning for what is not disclosed, a notice for the rest; "" where there is nothing.

    Lines are those of the new text. Claims that were only reworded or moved are left out.
    """
    found = annotated(report, new)
    lines = [_line(one, new) for one in found if one.change is None or one.change.kind not in _SILENT]
    return "".join(f"{line}\n" for line in lines)


def _line(one: Annotation, new: SourceInfo) -> str:
    region = one.region
    properties = {"file": new.path or new.name, "line": str(region.line), "endLine": str(region.end_line)}
    if region.line == region.end_line:  # GitHub takes columns within one line only
        properties |= {"col": str(region.column), "endColumn": str(region.end_column)}
    properties["title"] = one_line(one.title)
    told = ",".join(f"{name}={visible(value.translate(_IN_PROPERTY))}" for name, value in properties.items())
    return f"::{'notice' if one.is_light else 'warning'} {told}::{one_line(one.message).translate(_IN_DATA)}"
