"""How a change or a claim was found, as JSON, by schemas/explanation.v1.schema.json."""

from __future__ import annotations

from archivist.render.claims_json import source_value
from archivist.render.json_report import change_value
from archivist.render.json_text import TOOL, UNIT, place, places, to_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from archivist.diff.explain import Explanation, Match
    from archivist.diff.explain_facets import FacetTrial, Item
    from archivist.model.report import Facet, Report
    from archivist.render.source import SourceInfo

EXPLANATION_SCHEMA = "urn:archivist:schema:explanation:v1"
"""The `schema` of every document here."""

_DIGITS = 4
"""How many decimal places a share is told with."""


def explanation_json(explanation: Explanation, report: Report, old: SourceInfo, new: SourceInfo) -> str:
    """How one change of the report was found; every span comes with its words."""
    return to_json(
        {
            "schema": EXPLANATION_SCHEMA,
            "explains": "change",
            "tool": TOOL,
            "unit": UNIT,
            "old": source_value(old, report.old_text, report.old_furniture),
            "new": source_value(new, report.new_text, report.new_furniture),
            "number": explanation.number,
            "changes": len(report.changes),
            "change": change_value(explanation.change, report),
            "match": _match(explanation.match, report),
            "facets": [_facet(trial, report) for trial in explanation.facets],
            "weight": [{"what": what, "points": points} for what, points in explanation.weight],
            "namedBy": list(explanation.named),
        }
    )


def _match(match: Match, report: Report) -> dict[str, object]:
    return {
        "rule": match.rule,
        "old": places(match.old, report.old_text),
        "new": places(match.new, report.new_text),
        "likeness": _share(match.likeness),
        "least": _share(match.least),
        "shared": places(match.shared, report.old_text),
        "aloneOld": places(match.alone_old, report.old_text),
        "aloneNew": places(match.alone_new, report.new_text),
        "claimLikeness": _share(match.claim_likeness),
        "missing": _share(match.missing),
        "rejected": [
            {
                "old": place(one.old, report.old_text),
                "new": place(one.new, report.new_text),
                "likeness": _share(one.likeness),
                "least": _share(one.least),
            }
            for one in match.rejected
        ],
    }


def _share(share: float | None) -> float | None:
    return None if share is None else round(share, _DIGITS)


def _facet(trial: FacetTrial, report: Report) -> dict[str, object]:
    return {
        "facet": trial.facet.value,
        "outcome": trial.outcome,
        "old": _compared(trial.old, report.old_text),
        "new": _compared(trial.new, report.new_text),
        "found": [_difference(facet, report) for facet in trial.found],
        "elsewhere": [_difference(facet, report) for facet in trial.elsewhere],
        "size": trial.size,
        "needed": _share(float(trial.needed)),
    }


def _compared(compared: Sequence[Item], text: str) -> list[dict[str, object]]:
    return [{**place(one.evidence.span, text), "value": one.evidence.value, "alone": one.alone} for one in compared]


def _difference(facet: Facet, report: Report) -> dict[str, object]:
    return {
        "rule": facet.rule,
        "difference": facet.difference,
        "old": None if facet.old is None else {**place(facet.old.span, report.old_text), "value": facet.old.value},
        "new": None if facet.new is None else {**place(facet.new.span, report.new_text), "value": facet.new.value},
    }
