"""The comparison of two texts by their words alone."""

from __future__ import annotations

from archivist.diff.metadata import metadata_changes
from archivist.diff.textdiff import diff
from archivist.model.report import Report

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


def compare_texts(
    old: str,
    new: str,
    *,
    metadata_old: Mapping[str, object] | None = None,
    metadata_new: Mapping[str, object] | None = None,
) -> Report:
    """What `archivist.diff.report.compare` gives, without claims and furniture: for forms that show the words only."""
    return Report(old, new, metadata_changes(metadata_old, metadata_new), (), diff(old, new))
