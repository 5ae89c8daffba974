"""How a change was found: the values that the comparison used, as they stood when it used them."""

from __future__ import annotations

from archivist.diff.explain_facets import FacetTrial, facet_trials
from archivist.diff.facets import ALONE_SHARE
from archivist.diff.matching import UNRELATED, needed
from archivist.diff.weight import parts
from archivist.model.noun import NamedTuple
from archivist.model.report import ChangeKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archivist.diff.changes import Finding
    from archivist.diff.facets import Trial
    from archivist.diff.matching import Tried
    from archivist.diff.report import Comparison
    from archivist.model.report import Change
    from archivist.model.span import Sentence, Span


class Rejected(NamedTuple):
    """Two sentences that were held beside each other and share less than the `least` that two forms of one do."""

    old: Span
    new: Span
    likeness: float
    least: float


class Match(NamedTuple):
    """Why the two sides of a change were taken to say something about the same thing, or why a side has no match.

    `rule` is one of

    - `linked`: the alignment of the sentences linked them,
    - `split-or-joined`: it linked one of them to several,
    - `retold`: left over in the same place, and half of what they say is the same, or the same toll is counted,
    - `same-words`: the same words, linked out of order,
    - `claim-unmatched`: the sentences are matched, and this claim of one of them has no counterpart in the other,
    - `parted`: linked, and then taken for two matters, because they share too little,
    - `unlinked`: nothing on the other side is like it.

    `old` and `new` are the sentences. `likeness` is the share, from 0 to 1, of what they say that they have in common
    (figures that replace each other included), at `least` as much as the rule asks for; None where nothing was
    measured. `shared` are the words of content that both sides have, where they stand in the old text; `alone_old` and
    `alone_new` those that only one has.
    `claim_likeness` is the share of their words that the two claims have in common, where there were several to
    choose from. `missing` is the share of an unmatched claim's content that the other side does not have.
    """

    rule: str
    old: tuple[Span, ...] = ()
    new: tuple[Span, ...] = ()
    likeness: float | None = None
    least: float | None = None
    shared: tuple[Span, ...] = ()
    alone_old: tuple[Span, ...] = ()
    alone_new: tuple[Span, ...] = ()
    claim_likeness: float | None = None
    missing: float | None = None
    rejected: tuple[Rejected, ...] = ()


class Explanation(NamedTuple):
    """How one change of a report was found.

    `number` counts from 1 in the order of the report. `facets` are empty unless two claims were compared. `weight` is
    what the change's weight is made up of, `named` the words of a note that disclose it.
    """

    number: int
    change: Change
    match: Match
    facets: tuple[FacetTrial, ...]
    weight: tuple[tuple[str, int], ...]
    named: tuple[str, ...]


def explain(comparison: Comparison, number: int) -> Explanation:
    """How change `number`, counted from 1, of the comparison's report was found. Raises IndexError for no such one."""
    if not 1 <= number <= len(comparison.findings):
        raise IndexError(number)
    finding = comparison.findings[number - 1]
    change = finding.change
    claim = change.new or change.old
    weight = () if claim is None else parts(change.kind, change.facets, claim.kind, lead=finding.lead)
    matched = _match_alone(finding, comparison) if finding.trial is None else _match_in(finding.trial, finding)
    compared = finding.trial is not None and change.old is not None and change.new is not None
    facets = facet_trials(finding) if compared else ()
    return Explanation(number, change, matched, facets, weight, finding.named)


def _match_in(trial: Trial, finding: Finding) -> Match:
    """The match of a change that was found by comparing two passages."""
    difference = trial.difference
    gaps = [atom for gap in difference.gaps for atom in gap.old], [atom for gap in difference.gaps for atom in gap.new]
    lost = {atom.span for atom in gaps[0]}
    match = Match(
        "linked",
        difference.old.spans,
        difference.new.spans,
        difference.likeness,
        shared=tuple(atom.span for atom in difference.old.atoms if atom.content and atom.span not in lost),
        alone_old=tuple(atom.span for atom in gaps[0] if atom.content),
        alone_new=tuple(atom.span for atom in gaps[1] if atom.content),
    )
    change = finding.change
    if change.old is None or change.new is None:
        missing = None if finding.compared is None else finding.compared.missing
        return match._replace(rule="claim-unmatched", missing=missing, least=ALONE_SHARE)
    likeness = next((pair.likeness for pair in trial.pairs if pair.old is change.old), None)
    match = match._replace(claim_likeness=likeness)
    if difference.retold:
        return match._replace(rule="retold", least=needed(difference))
    if difference.likeness is None:
        return match._replace(rule="split-or-joined")
    return match._replace(least=UNRELATED)


def _match_alone(finding: Finding, comparison: Comparison) -> Match:
    """The match of sentences that are the same elsewhere, or that have none."""
    if finding.unit is None:
        return Match("unlinked")
    old = tuple(comparison.old[index].span for index in finding.unit.old)
    new = tuple(comparison.new[index].span for index in finding.unit.new)
    if finding.change.kind is ChangeKind.MOVED:
        return Match("same-words", old, new)
    near = [one for one in finding.tried if one.old in finding.unit.old or one.new in finding.unit.new]
    rejected = tuple(_rejected(near, comparison.old, comparison.new))
    linked = any(one.linked for one in near)
    return Match("parted" if linked else "unlinked", old, new, rejected=rejected)


def _rejected(tried: Iterable[Tried], old: Sequence[Sentence], new: Sequence[Sentence]) -> Iterator[Rejected]:
    """The pairs that were tried, the most alike first."""
    for one in sorted(tried, key=lambda pair: (-pair.likeness, pair.old, pair.new)):
        yield Rejected(old[one.old].span, new[one.new].span, one.likeness, one.least)
