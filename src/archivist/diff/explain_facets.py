"""What each facet of a change was compared by, and what came of it."""

from __future__ import annotations

from archivist.diff.facet_values import figure_value
from archivist.diff.facet_words import Kind
from archivist.model.claim import Date, Figure, Hedge, Name
from archivist.model.noun import NamedTuple
from archivist.model.report import Evidence, FacetKind
from archivist.model.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archivist.claims.polarity_words import Side
    from archivist.diff.changes import Finding
    from archivist.diff.facet_words import Atom
    from archivist.diff.facets import Trial
    from archivist.diff.reading import Passage
    from archivist.model.claim import Claim
    from archivist.model.report import Facet

_KINDS = {
    FacetKind.FIGURE: Kind.FIGURE,
    FacetKind.DATE: Kind.DATE,
    FacetKind.NAME: Kind.NAME,
    FacetKind.CERTAINTY: Kind.HEDGE,
}


class Item(NamedTuple):
    """One thing that was compared on one side; `alone` is true where the other side has nothing that says the same."""

    evidence: Evidence
    alone: bool


class FacetTrial(NamedTuple):
    """One facet of two matched passages as it was compared.

    `old` and `new` are what the passages have of the kind: for `detail`, the content that no other facet covers.
    `found` are the facets of this change, `elsewhere` those that were given to another claim of the same passages.
    `outcome` is

    - `differs`: this change has it,
    - `other-claim`: it differs, in another claim of the same sentences,
    - `nothing`: neither side has anything of the kind,
    - `same`: both sides have the same,
    - `unanswered`: something stands on one side with nothing on the other to compare it with, which is no change of
      this facet; it can be part of a detail,
    - `too-little`: content stands on one side only, and less than makes a detail.

    Of the largest stretch of such content, `size` is by how many words one side has more, `needed` how many would have
    made a detail; both are 0 where content only gave way to other content.
    """

    facet: FacetKind
    outcome: str
    old: tuple[Item, ...]
    new: tuple[Item, ...]
    found: tuple[Facet, ...] = ()
    elsewhere: tuple[Facet, ...] = ()
    size: int = 0
    needed: float = 0


def facet_trials(finding: Finding) -> tuple[FacetTrial, ...]:
    """Every facet that was compared for a change of two matched claims, in the order of `FacetKind`."""
    trial, own = finding.trial, finding.compared
    if trial is None or own is None or own.old is None or own.new is None:
        return ()
    return tuple(_trial(kind, trial, own.old, own.new, own.facets) for kind in FacetKind)


def _trial(kind: FacetKind, trial: Trial, old: Claim, new: Claim, facets: Sequence[Facet]) -> FacetTrial:
    sides = _compared(kind, trial, old, new)
    found = tuple(one for one in facets if one.facet is kind)
    every = [one for compared in trial.found for one in compared.facets if one.facet is kind]
    elsewhere = tuple(one for one in every if all(one is not own for own in found))
    outcome = _outcome(kind, sides)
    if found:
        outcome = "differs"
    elif elsewhere:
        outcome = "other-claim"
    told = FacetTrial(kind, outcome, *sides, found, elsewhere)
    largest = max(trial.surplus.amounts, key=lambda amount: amount.size, default=None)
    if kind is not FacetKind.DETAIL or largest is None:
        return told
    return told._replace(size=largest.size, needed=largest.needed)


def _outcome(kind: FacetKind, sides: tuple[tuple[Item, ...], tuple[Item, ...]]) -> str:
    """What came of a facet in which no difference was found."""
    if not any(sides):
        return "nothing"
    if kind is FacetKind.DETAIL:
        return "too-little"
    one_sided = not all(sides) or any(one.alone for side in sides for one in side)
    return "unanswered" if one_sided else "same"


def _compared(kind: FacetKind, trial: Trial, old: Claim, new: Claim) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """What was compared on both sides."""
    before, after = trial.difference.old, trial.difference.new
    match kind:
        case FacetKind.SOURCE:
            return _source(old, before), _source(new, after)
        case FacetKind.CUE:
            return _cue(old, before), _cue(new, after)
        case FacetKind.QUOTE:
            return _quoted(before), _quoted(after)
        case FacetKind.POLARITY:
            return _negators(trial.stances.old, before), _negators(trial.stances.new, after)
        case FacetKind.DETAIL:
            places = trial.surplus.places
            return (
                tuple(Item(_of(atom), alone=True) for place in places for atom in place.old),
                tuple(Item(_of(atom), alone=True) for place in places for atom in place.new),
            )
        case _:
            lost = {atom.span for gap in trial.gaps for atom in gap.old}
            gained = {atom.span for gap in trial.gaps for atom in gap.new}
            return _atoms(before.atoms, _KINDS[kind], lost), _atoms(after.atoms, _KINDS[kind], gained)


def _atoms(atoms: Iterable[Atom], kind: Kind, alone: set[Span]) -> tuple[Item, ...]:
    return tuple(Item(_of(atom), atom.span in alone) for atom in atoms if atom.kind is kind)


def _of(atom: Atom) -> Evidence:
    """An atom with its value in the notation in which it was compared."""
    match atom.evidence:
        case Figure():
            value = figure_value(atom.evidence)
        case Date():
            value = atom.evidence.value
        case Name():
            value = atom.evidence.key
        case Hedge():
            value = atom.evidence.group
        case _:
            value = atom.key
    return Evidence(atom.span, value)


def _source(claim: Claim, side: Passage) -> tuple[Item, ...]:
    if claim.source is None:
        return ()
    value = claim.source_name or " ".join(claim.source.of(side.text).split())
    return (Item(Evidence(claim.source, value), alone=False),)


def _cue(claim: Claim, side: Passage) -> tuple[Item, ...]:
    """The cue with its class; one without a class is a verb of attitude and is not compared."""
    if claim.cue is None or not side.within(claim.cue):
        return ()
    value = "no class" if claim.cue_class is None else claim.cue_class.value
    return (Item(Evidence(claim.cue, value), alone=False),)


def _quoted(side: Passage) -> tuple[Item, ...]:
    return tuple(Item(Evidence(span, " ".join(span.of(side.text).split())), alone=False) for span in side.quoted)


def _negators(read: Side, side: Passage) -> tuple[Item, ...]:
    spans = (Span(one.span.start + side.start, one.span.end + side.start) for one in read.negators)
    return tuple(Item(Evidence(span, " ".join(span.of(side.text).split()).casefold()), alone=False) for span in spans)
