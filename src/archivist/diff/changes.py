"""What happened to each claim between two revisions."""

from __future__ import annotations

from collections import Counter

from archivist.diff.facet_matter import Displaced
from archivist.diff.facet_quote import verbatim
from archivist.diff.facets import compare_passages
from archivist.diff.matching import joined, match
from archivist.model.noun import NamedTuple
from archivist.model.report import Change, ChangeKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from archivist.diff.facets import Compared, Trial
    from archivist.diff.matching import Difference, Tried, Unit
    from archivist.diff.reading import Passage, Reading
    from archivist.model.claim import Claim
    from archivist.model.report import Facet, Pair


class Finding(NamedTuple):
    """A change with what it was found by.

    `trial` is the comparison of the passages it stands in, and `compared` what of it this change is. Without a trial
    the sentences of `unit` are the same at another place, or have no match; then `tried` are the pairs of sentences
    that shared too little. `lead` and `named` are known once the change is weighed: whether it stands in the first
    paragraph, and the words of a note that name it.
    """

    change: Change
    unit: Unit | None = None
    tried: Sequence[Tried] = ()
    trial: Trial | None = None
    compared: Compared | None = None
    lead: bool = False
    named: tuple[str, ...] = ()


def changes(old: Reading, new: Reading, pairs: Sequence[Pair]) -> list[Finding]:
    """Every change to a claim, not yet weighed, in no order; `pairs` are the links between the sentences.

    Rules: `no-match-in-old`, `no-match-in-new`, `facets-differ`, `words-differ`, `place-differs`.
    """
    matched = match(old, new, pairs)
    shifts = _Shifts(matched.different)
    found: list[Finding] = []
    for unit in matched.alone:
        lost, gained = old.starting(unit.old), new.starting(unit.new)
        if lost and not _known(old.passage(unit.old), shifts.all_gained):
            change = _change(ChangeKind.REMOVED, joined(lost), None, rule="no-match-in-new")
            found.append(Finding(change, unit, matched.tried))
        if gained and not _known(new.passage(unit.new), shifts.all_lost):
            change = _change(ChangeKind.ADDED, None, joined(gained), rule="no-match-in-old")
            found.append(Finding(change, unit, matched.tried))
    for unit in matched.moved:
        found += (Finding(change, unit) for change in _moved(unit, old, new))
    return found + _compared(matched.different, shifts)


class _Shifts:
    """The content that each of several matched passages has lost and gained."""

    def __init__(self, different: Sequence[Difference]) -> None:
        self.lost = [Counter(atom.key for gap in one.gaps for atom in gap.old if atom.content) for one in different]
        self.gained = [Counter(atom.key for gap in one.gaps for atom in gap.new if atom.content) for one in different]
        self.all_lost, self.all_gained = _total(self.lost), _total(self.gained)

    def elsewhere(self, number: int) -> Displaced:
        """The content of this passage that others have lost or gained."""
        lost, gained = self.lost[number], self.gained[number]
        return Displaced(
            frozenset(key for key in gained if self.all_lost[key] > lost[key]),
            frozenset(key for key in lost if self.all_gained[key] > gained[key]),
        )


def _known(passage: Passage, shifted: Counter[str]) -> bool:
    """Whether matched passages have lost, or gained, all that a sentence says: it was split off, or joined."""
    content = [atom.key for atom in passage.atoms if atom.content]
    return bool(content) and all(key in shifted for key in content)


def _compared(different: Sequence[Difference], shifts: _Shifts) -> list[Finding]:
    """The changes within matched passages, each compared in the light of what the others have lost and gained."""
    found: list[Finding] = []
    for number, one in enumerate(different):
        trial = compare_passages(one, shifts.elsewhere(number))
        for compared in trial.found:
            change = _of_claim(compared, one)
            if change is not None:
                found.append(Finding(change, trial=trial, compared=compared))
    return found


def _total(counts: Sequence[Counter[str]]) -> Counter[str]:
    total = Counter[str]()
    for count in counts:
        total.update(count)
    return total


def _of_claim(compared: Compared, where: Difference) -> Change | None:
    """The change that a comparison of claims amounts to, or None where even the words are the same."""
    was, now, facets = compared.old, compared.new, compared.facets
    if was is None:
        return _change(ChangeKind.ADDED, None, now, rule="no-match-in-old")
    if now is None:
        return _change(ChangeKind.REMOVED, was, None, rule="no-match-in-new")
    if facets:
        return _change(ChangeKind.CHANGED, was, now, facets, moved=where.moved, rule="facets-differ")
    if verbatim(was.span.of(where.old.text)) != verbatim(now.span.of(where.new.text)):
        return _change(ChangeKind.REWORDED, was, now, moved=where.moved, rule="words-differ")
    return None


def _moved(unit: Unit, old: Reading, new: Reading) -> list[Change]:
    return [
        _change(ChangeKind.MOVED, one, other, moved=True, rule="place-differs")
        for one, other in zip(old.starting(unit.old), new.starting(unit.new), strict=False)
    ]


def _change(  # noqa: PLR0913  # the fields of a change
    kind: ChangeKind,
    old: Claim | None,
    new: Claim | None,
    facets: tuple[Facet, ...] = (),
    *,
    moved: bool = False,
    rule: str,
) -> Change:
    return Change(kind, old, new, facets, moved, None, rule, 0)
