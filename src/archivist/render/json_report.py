"""A report as JSON, by schemas/report.v1.schema.json."""

from __future__ import annotations

from archivist.render.claims_json import claim_value, source_value
from archivist.render.json_text import TOOL, UNIT, place, places, to_json
from archivist.render.summary import summarise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.model.report import Change, Evidence, Facet, Op, Report
    from archivist.render.source import SourceInfo

REPORT_SCHEMA = "urn:archivist:schema:report:v1"
"""The `schema` of a report."""


def report_json(report: Report, old: SourceInfo, new: SourceInfo) -> str:
    """The whole report; every span stands with its words, so a reader needs neither of the texts."""
    return to_json(report_value(report, old, new))


def report_value(report: Report, old: SourceInfo, new: SourceInfo) -> dict[str, object]:
    """The document that `report_json` writes, as plain values."""
    return {
        "schema": REPORT_SCHEMA,
        "tool": TOOL,
        "unit": UNIT,
        "old": source_value(old, report.old_text, report.old_furniture),
        "new": source_value(new, report.new_text, report.new_furniture),
        "ignored": [kind.value for kind in report.ignored],
        "summary": _summary(report),
        "metadata": [{"field": item.field, "old": item.old, "new": item.new} for item in report.metadata],
        "changes": [change_value(change, report) for change in report.changes],
        "ops": [op_value(op, report) for op in report.ops],
        "moves": [
            {
                "id": move.id,
                "old": place(move.old, report.old_text),
                "new": place(move.new, report.new_text),
                "ops": [op_value(op, report) for op in move.ops],
            }
            for move in report.diff.moves
        ],
        "coarse": places(report.diff.coarse, report.old_text),
    }


def change_value(change: Change, report: Report) -> dict[str, object]:
    """One change of `report`, with both claims whole."""
    return {
        "kind": change.kind.value,
        "substantive": change.substantive,
        "moved": change.moved,
        "disclosed": change.disclosed.value if change.disclosed else None,
        "weight": change.weight,
        "rule": change.rule,
        "facets": [_facet(facet, report) for facet in change.facets],
        "old": claim_value(change.old, report.old_text) if change.old else None,
        "new": claim_value(change.new, report.new_text) if change.new else None,
    }


def op_value(op: Op, report: Report) -> dict[str, object]:
    """One operation of the text diff of `report`."""
    return {
        "kind": op.kind.value,
        "old": place(op.old, report.old_text),
        "new": place(op.new, report.new_text),
        "move": op.move,
    }


def _facet(facet: Facet, report: Report) -> dict[str, object]:
    return {
        "facet": facet.facet.value,
        "old": _evidence(facet.old, report.old_text),
        "new": _evidence(facet.new, report.new_text),
        "difference": facet.difference,
        "rule": facet.rule,
    }


def _evidence(evidence: Evidence | None, text: str) -> dict[str, object] | None:
    return None if evidence is None else {**place(evidence.span, text), "value": evidence.value}


def _summary(report: Report) -> dict[str, object]:
    summary = summarise(report)
    return {
        "differs": report.differs,
        "changes": summary.changes,
        "substantive": summary.substantive,
        "kinds": {kind.value: count for kind, count in summary.kinds.items()},
        "facets": {facet.value: count for facet, count in summary.facets.items()},
        "words": {
            "added": summary.words.added,
            "removed": summary.words.removed,
            "kept": summary.words.kept,
            "moved": summary.words.moved,
        },
        "shareKept": summary.words.share_kept,
    }
