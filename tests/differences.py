"""What a comparison of two short texts finds, as tests of single rules ask for it."""

from __future__ import annotations

from archivist.diff.report import compare


def rules(old: str, new: str) -> list[str]:
    """The rules of all facets that differ, sorted."""
    return sorted(facet.rule for change in compare(old, new).changes for facet in change.facets)
