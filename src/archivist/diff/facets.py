"""How two matched passages differ, facet by facet."""

from __future__ import annotations

from bisect import bisect_left

from archivist.diff.cover import Cover
from archivist.diff.facet_initials import with_initials
from archivist.diff.facet_matter import details, names, surplus
from archivist.diff.facet_notation import with_as_many, with_pairs
from archivist.diff.facet_quote import quotes
from archivist.diff.facet_roles import crossed, roles
from archivist.diff.facet_same import with_ages
from archivist.diff.facet_scope import scope
from archivist.diff.facet_speech import cues, negated_cues, sources
from archivist.diff.facet_stance import certainty, compared_stances, polarity
from archivist.diff.facet_symmetric import without_exchanged
from archivist.diff.facet_told import told
from archivist.diff.facet_values import dates, extended, figures, with_frequencies
from archivist.diff.matching import match_claims
from archivist.diff.weight import facet_weight
from archivist.model.noun import NamedTuple
from archivist.model.report import FacetKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from archivist.claims.polarity import Stances
    from archivist.diff.facet_gaps import Gap
    from archivist.diff.facet_matter import Displaced, Surplus
    from archivist.diff.matching import ClaimPair, Difference
    from archivist.diff.reading import Passage
    from archivist.model.claim import Claim
    from archivist.model.report import Facet
    from archivist.model.span import Span


ALONE_SHARE = 0.75
"""The share of a claim's content that must be missing on the other side for the claim to have no match there."""


class Compared(NamedTuple):
    """Two matched claims with the facets they differ in, heaviest first, or a claim of one side that has no match.

    `missing` is how much of such a claim's content the other side does not have.
    """

    old: Claim | None
    new: Claim | None
    facets: tuple[Facet, ...] = ()
    missing: float | None = None


class Trial(NamedTuple):
    """The comparison of two matched passages: what came of it, and all that it rested on.

    `found` has the claims without a match first, then one entry for each of `pairs`, in their order. `gaps` are those
    of the difference without what stands in claims that have no match.
    """

    difference: Difference
    pairs: Sequence[ClaimPair]
    gaps: Sequence[Gap]
    stances: Stances
    surplus: Surplus
    found: Sequence[Compared]


def compare_passages(difference: Difference, elsewhere: Displaced) -> Trial:
    """Compare two matched passages facet by facet."""
    old, new = difference.old, difference.new
    pairs = match_claims(old, new)
    lone = _lone(difference, pairs)
    gaps = _told_alike(without_exchanged(_without(difference.gaps, lone), old), old, new)
    read = compared_stances(old, new)
    when = dates(gaps)
    dated = Cover(one.old.span for one in when if one.old)
    opposed = [one for one in polarity(old, new, read) if one.old and not dated.touches(one.old.span)]
    spoken = [_spoken(pair, old, new, opposed=bool(opposed)) for pair in pairs]
    of_claims = [facet for some in spoken for facet in some]
    facets = [*figures(old, new, gaps), *when, *quotes(old, new), *certainty(old, new, gaps), *opposed]
    facets += (
        names(old, new, gaps, speech=not any(facet.facet is FacetKind.SOURCE for facet in of_claims))
        or crossed(old, new)
        or roles(old, new, told([*facets, *of_claims], old, new))
    )
    facets += extended(old, new, gaps, facets)
    if not opposed:
        facets += scope(old, new, gaps, told([*facets, *of_claims], old, new), read)
    rest = surplus(old, new, gaps, told([*facets, *of_claims], old, new), elsewhere)
    facets = with_frequencies([*facets, *details(old, new, rest)], old, new)
    homes = [_home(facet, pairs) for facet in facets]
    found = [*lone]
    for number, pair in enumerate(pairs):
        own = [*(facet for facet, home in zip(facets, homes, strict=True) if home == number), *spoken[number]]
        ordered = sorted(own, key=facet_weight, reverse=True)
        found.append(Compared(pair.old, pair.new, tuple(ordered)))
    return Trial(difference, pairs, gaps, read, rest, found)


def _told_alike(gaps: Sequence[Gap], old: Passage, new: Passage) -> Sequence[Gap]:
    """The gaps without what the two sides only write in two ways."""
    return with_initials(with_pairs(with_as_many(with_ages(gaps, old, new), old, new)), old, new)


def _spoken(pair: ClaimPair, old: Passage, new: Passage, *, opposed: bool) -> list[Facet]:
    """The facets of who says a claim and how.

    Where the passages are `opposed`, a negation beside the verb has only moved: did not say it was, said it was not.
    """
    facets = [*sources(pair.old, pair.new, old, new), *cues(pair.old, pair.new, old, new)]
    return facets if opposed else [*facets, *negated_cues(pair.old, pair.new, old, new)]


def _lone(difference: Difference, pairs: Sequence[ClaimPair]) -> list[Compared]:
    """Claims with a source of their own that the other side has not, neither as a claim nor by most of its words."""
    lost = {atom.span for gap in difference.gaps for atom in gap.old}
    gained = {atom.span for gap in difference.gaps for atom in gap.new}
    paired = {id(claim) for pair in pairs for claim in (pair.old, pair.new)}
    old = [(one, _missing(one, difference.old, lost)) for one in difference.old.claims if id(one) not in paired]
    new = [(one, _missing(one, difference.new, gained)) for one in difference.new.claims if id(one) not in paired]
    return [
        *(Compared(one, None, missing=share) for one, share in old if share >= ALONE_SHARE),
        *(Compared(None, one, missing=share) for one, share in new if share >= ALONE_SHARE),
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


def _missing(claim: Claim, side: Passage, alone: set[Span]) -> float:
    """The share of a claim's content that the other side does not have; 0 for a claim without a source of its own."""
    if claim.source is None or claim.cue_class is None:
        return 0.0
    first, end = (bisect_left(side.atoms, edge, key=lambda atom: atom.span.start) for edge in claim.span)
    content = [atom for atom in side.atoms[first:end] if atom.content and claim.span.covers(atom.span)]
    return sum(atom.span in alone for atom in content) / len(content) if content else 1.0


def _home(facet: Facet, pairs: Sequence[ClaimPair]) -> int:
    """The pair of claims that a facet belongs to: the shortest claim that its evidence stands in, else the first."""

    def reach(number: int) -> tuple[bool, int]:
        old, new = pairs[number].old.span, pairs[number].new.span
        hit = (facet.old is not None and old.overlaps(facet.old.span)) or (
            facet.new is not None and new.overlaps(facet.new.span)
        )
        return not hit, len(old) + len(new)

    return min(range(len(pairs)), key=reach)
