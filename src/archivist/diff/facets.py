"""How two matched passages differ, facet by facet."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from archivist.diff.cover import Cover
from archivist.diff.facet_matter import details, names
from archivist.diff.facet_quote import quotes
from archivist.diff.facet_speech import cues, sources
from archivist.diff.facet_stance import certainty, polarity
from archivist.diff.facet_values import dates, figures
from archivist.diff.matching import match_claims
from archivist.diff.weight import FACET_WEIGHT
from archivist.model.report import FacetKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archivist.diff.facet_gaps import Gap
    from archivist.diff.facet_matter import Elsewhere
    from archivist.diff.matching import Difference
    from archivist.diff.reading import Passage
    from archivist.model.claim import Claim
    from archivist.model.report import Facet
    from archivist.model.span import Span


_ALONE_SHARE = 0.75
"""The share of a claim's content that must be missing on the other side for the claim to have no match there."""


class Compared(NamedTuple):
    """Two matched claims with the facets they differ in, heaviest first, or a claim of one side that has no match."""

    old: Claim | None
    new: Claim | None
    facets: tuple[Facet, ...] = ()


def compare_passages(difference: Difference, elsewhere: Elsewhere) -> list[Compared]:
    """Compare two matched passages facet by facet."""
    old, new = difference.old, difference.new
    claims = match_claims(old, new)
    lone = _lone(difference, claims)
    gaps = _without(difference.gaps, lone)
    spoken = [[*sources(*pair, old, new), *cues(*pair)] for pair in claims]
    of_claims = [facet for some in spoken for facet in some]
    facets = [*figures(old, new, gaps), *dates(gaps), *quotes(old, new), *certainty(old, new, gaps)]
    facets += polarity(old, new)
    facets += names(gaps, speech=not any(facet.facet is FacetKind.SOURCE for facet in of_claims))
    facets += details(old, new, gaps, [*facets, *of_claims], elsewhere)
    homes = [_home(facet, claims) for facet in facets]
    found = [*lone]
    for number, pair in enumerate(claims):
        own = [*(facet for facet, home in zip(facets, homes, strict=True) if home == number), *spoken[number]]
        found.append(Compared(*pair, tuple(sorted(own, key=lambda facet: -FACET_WEIGHT[facet.facet]))))
    return found


def _lone(difference: Difference, pairs: Sequence[tuple[Claim, Claim]]) -> list[Compared]:
    """Claims with a source of their own that the other side has not, neither as a claim nor by most of its words."""
    lost = {atom.span for gap in difference.gaps for atom in gap.old}
    gained = {atom.span for gap in difference.gaps for atom in gap.new}
    paired = {id(claim) for pair in pairs for claim in pair}
    old = [one for one in difference.old.claims if id(one) not in paired]
    new = [one for one in difference.new.claims if id(one) not in paired]
    return [
        *(Compared(one, None) for one in old if _is_alone(one, difference.old, lost)),
        *(Compared(None, one) for one in new if _is_alone(one, difference.new, gained)),
    ]


def _without(gaps: Sequence[Gap], lone: Sequence[Compared]) -> Sequence[Gap]:
    """The gaps without what stands in claims that have no match."""
    if not lone:
        return gaps
    old = Cover(one.old.span for one in lone if one.old is not None)
    new = Cover(one.new.span for one in lone if one.new is not None)
    return [
        gap._replace(
            old=tuple(atom for atom in gap.old if not old.touches(atom.span)),
            new=tuple(atom for atom in gap.new if not new.touches(atom.span)),
        )
        for gap in gaps
    ]


def _is_alone(claim: Claim, side: Passage, alone: set[Span]) -> bool:
    if claim.source is None or claim.cue_class is None:
        return False
    first, end = (bisect_left(side.atoms, edge, key=lambda atom: atom.span.start) for edge in claim.span)
    content = [atom for atom in side.atoms[first:end] if atom.content and claim.span.covers(atom.span)]
    return sum(atom.span in alone for atom in content) >= _ALONE_SHARE * len(content)


def _home(facet: Facet, claims: Sequence[tuple[Claim, Claim]]) -> int:
    """The pair of claims that a facet belongs to: the shortest claim that its evidence stands in, else the first."""

    def reach(number: int) -> tuple[bool, int]:
        old, new = claims[number]
        hit = (facet.old is not None and old.span.overlaps(facet.old.span)) or (
            facet.new is not None and new.span.overlaps(facet.new.span)
        )
        return not hit, len(old.span) + len(new.span)

    return min(range(len(claims)), key=reach)
