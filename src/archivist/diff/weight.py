"""How heavily a change weighs: what a reader must see first stands first. The table stands in docs/changes.md too."""

from __future__ import annotations

from archivist.model.claim import ClaimKind
from archivist.model.report import ChangeKind, FacetKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

    from archivist.model.report import Facet

DENIAL_RULE: Final = "denial-differs"
"""The rule of a cue facet of which one side denies."""

DENIAL: Final = "cue, where one side denies"
"""What such a facet is called where a weight is explained."""

FACET_WEIGHT: Final = {
    FacetKind.POLARITY: 90,
    FacetKind.QUOTE: 85,
    FacetKind.FIGURE: 80,
    FacetKind.DATE: 75,
    FacetKind.SOURCE: 70,
    FacetKind.NAME: 65,
    FacetKind.CERTAINTY: 45,
    FacetKind.CUE: 40,
    FacetKind.DETAIL: 30,
}
"""What one facet weighs; a claim that changed in several weighs as its heaviest, and one more for each further."""

DENIAL_WEIGHT: Final = FACET_WEIGHT[FacetKind.POLARITY]
"""What a cue weighs where one side denies what the other says: as much as any other denial turned round."""

KIND_WEIGHT: Final = {
    ChangeKind.ADDED: 35,
    ChangeKind.REMOVED: 35,
    ChangeKind.MOVED: 10,
    ChangeKind.REWORDED: 5,
}
"""What a change weighs that has no facets."""

QUOTE_WEIGHT: Final = 60
"""What a quotation weighs that was added or removed."""

LEAD_WEIGHT: Final = 30
"""What is added to a substantive change in the first paragraph, so that no such change weighs as a light one."""


def facet_weight(facet: Facet) -> int:
    """What this facet weighs."""
    return DENIAL_WEIGHT if facet.rule == DENIAL_RULE else FACET_WEIGHT[facet.facet]


def weigh(kind: ChangeKind, facets: Sequence[Facet], claim: ClaimKind, *, lead: bool) -> int:
    """The weight of a change with these facets to a claim of this kind; `lead` where it is in the first paragraph."""
    return sum(points for _, points in parts(kind, facets, claim, lead=lead))


def parts(kind: ChangeKind, facets: Sequence[Facet], claim: ClaimKind, *, lead: bool) -> tuple[tuple[str, int], ...]:
    """What the weight of a change is made up of: the facet or kind, further facets, the first paragraph."""
    if kind in {ChangeKind.MOVED, ChangeKind.REWORDED}:
        return ((kind.value, KIND_WEIGHT[kind]),)
    found = [(kind.value, KIND_WEIGHT.get(kind, 0))]
    if facets:
        heaviest = max(facets, key=facet_weight)
        name = DENIAL if heaviest.rule == DENIAL_RULE else heaviest.facet.value
        found = [(name, facet_weight(heaviest))]
    elif claim is ClaimKind.QUOTE:
        found = [(f"quotation {kind.value}", QUOTE_WEIGHT)]
    if len(facets) > 1:
        found.append(("further facets", len(facets) - 1))
    return (*found, ("first paragraph", LEAD_WEIGHT)) if lead else tuple(found)
