"""How each claim of a text was found, as JSON."""

from __future__ import annotations

from archivist.render.claim_rules import SOURCE_RULES, rule_meaning
from archivist.render.claims_json import claim_value, source_value
from archivist.render.explain_json import EXPLANATION_SCHEMA
from archivist.render.json_text import TOOL, UNIT, to_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from archivist.model.claim import Claim, Furniture
    from archivist.render.source import SourceInfo


def explained_claims_json(
    claims: Iterable[Claim], text: str, source: SourceInfo, furniture: Iterable[Furniture] = ()
) -> str:
    """The claims in the order given, each with what its rules mean; every span comes with its words."""
    return to_json(
        {
            "schema": EXPLANATION_SCHEMA,
            "explains": "claims",
            "tool": TOOL,
            "unit": UNIT,
            "source": source_value(source, text, furniture),
            "claims": [_explained(claim, text) for claim in claims],
        }
    )


def _explained(claim: Claim, text: str) -> dict[str, object]:
    return {
        "claim": claim_value(claim, text),
        "ruleMeans": rule_meaning(claim),
        "sourceRule": claim.source_rule,
        "sourceRuleMeans": SOURCE_RULES.get(claim.source_rule, ""),
    }
