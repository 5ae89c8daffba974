"""How firmly a claim is made, and whether it is affirmed or denied."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from archivist.claims.polarity import polarity_change
from archivist.diff.facet_words import Kind
from archivist.model.claim import Hedge
from archivist.model.report import Evidence, Facet, FacetKind
from archivist.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archivist.diff.facet_gaps import Gap
    from archivist.diff.facet_words import Atom
    from archivist.diff.reading import Passage


def certainty(old: Passage, new: Passage, gaps: Sequence[Gap]) -> list[Facet]:
    """One facet for each hedge that came, went or gave way to one of another group.

    Rules: `hedge-differs`, `hedge-dropped`, `hedge-added`. A hedge counts when what it hedges stands on both sides;
    one within words that came or went is part of these.
    """
    was = _hedges(old, [atom for gap in gaps for atom in gap.old])
    now = _hedges(new, [atom for gap in gaps for atom in gap.new])
    pairs = min(len(was), len(now))
    facets = [_facet(one, other, "hedge-differs") for one, other in zip(was[:pairs], now[:pairs], strict=True)]
    facets += [_facet(one, None, "hedge-dropped") for one in was[pairs:]]
    facets += [_facet(None, other, "hedge-added") for other in now[pairs:]]
    return facets


def _hedges(side: Passage, alone: Sequence[Atom]) -> list[Atom]:
    """The hedges among the atoms that stand on this side alone whose next word of content does not."""
    own = {atom.span for atom in alone}
    found: list[Atom] = []
    hedged: Atom | None = None
    for atom in reversed(side.atoms):
        if atom.kind is Kind.HEDGE and atom.span in own:
            if hedged is None or hedged.span not in own or hedged.kind is Kind.FIGURE:
                found.append(atom)
        elif atom.content:
            hedged = atom
    return found[::-1]


def _facet(old: Atom | None, new: Atom | None, rule: str) -> Facet:
    return Facet(FacetKind.CERTAINTY, _evidence(old), _evidence(new), rule=rule)


def _evidence(atom: Atom | None) -> Evidence | None:
    if atom is None or not isinstance(atom.evidence, Hedge):
        return None
    return Evidence(atom.span, atom.evidence.group)


def polarity(old: Passage, new: Passage) -> list[Facet]:
    """At most one facet: the passages say the opposite (rules `negation-differs`, `opposite-differs`).

    Where both sides have a reporting verb, these verbs are left out: what they say is another facet.
    """
    spoken = all(any(claim.cue_class for claim in side.claims) for side in (old, new))
    change = polarity_change(_view(old, spoken=spoken), _view(new, spoken=spoken))
    if change is None:
        return []
    was, now = (
        Evidence(Span(span.start + side.start, span.end + side.start), " ".join(_own(span, side).split()).casefold())
        for span, side in ((change.old, old), (change.new, new))
    )
    return [Facet(FacetKind.POLARITY, was, now, rule=f"{change.rule}-differs")]


def _own(span: Span, side: Passage) -> str:
    return side.text[side.start + span.start : side.start + span.end]


def _view(side: Passage, *, spoken: bool) -> str:
    """The passage from its first to its last sentence, with blanks for what is not part of it."""
    letters = list(side.text[side.start : side.spans[-1].end])
    for before, after in pairwise(side.spans):
        letters[before.end - side.start : after.start - side.start] = " " * (after.start - before.end)
    for cue in (
        claim.cue for claim in side.claims if spoken and claim.cue_class and claim.cue and side.within(claim.cue)
    ):
        letters[cue.start - side.start : cue.end - side.start] = " " * len(cue)
    return "".join(letters)
