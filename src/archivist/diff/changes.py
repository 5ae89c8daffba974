"""What happened to each claim between two revisions."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from archivist.diff.facet_matter import Elsewhere
from archivist.diff.facet_quote import verbatim
from archivist.diff.facets import compare_passages
from archivist.diff.matching import joined, match
from archivist.model.report import Change, ChangeKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archivist.diff.facets import Compared
    from archivist.diff.matching import Difference, Unit
    from archivist.diff.reading import Reading
    from archivist.model.claim import Claim
    from archivist.model.report import Facet, Pair


def changes(old: Reading, new: Reading, pairs: Sequence[Pair]) -> list[Change]:
    """Every change to a claim, not yet weighed, in no order; `pairs` are the links between the sentences.

    Rules: `no-match-in-old`, `no-match-in-new`, `facets-differ`, `words-differ`, `place-differs`.
    """
    matched = match(old, new, pairs)
    found: list[Change] = []
    for unit in matched.alone:
        if lost := old.starting(unit.old):
            found.append(_change(ChangeKind.REMOVED, joined(lost), None, rule="no-match-in-new"))
        if gained := new.starting(unit.new):
            found.append(_change(ChangeKind.ADDED, None, joined(gained), rule="no-match-in-old"))
    for unit in matched.moved:
        found += _moved(unit, old, new)
    return found + _compared(matched.different)


def _compared(different: Sequence[Difference]) -> list[Change]:
    """The changes within matched passages, each compared in the light of what the others have lost and gained."""
    lost = [Counter(atom.key for gap in one.gaps for atom in gap.old if atom.content) for one in different]
    gained = [Counter(atom.key for gap in one.gaps for atom in gap.new if atom.content) for one in different]
    all_lost, all_gained = _total(lost), _total(gained)
    found: list[Change] = []
    for one, own_lost, own_gained in zip(different, lost, gained, strict=True):
        elsewhere = Elsewhere(
            frozenset(key for key in own_gained if all_lost[key] > own_lost[key]),
            frozenset(key for key in own_lost if all_gained[key] > own_gained[key]),
        )
        for compared in compare_passages(one, elsewhere):
            change = _of_claim(compared, one)
            if change is not None:
                found.append(change)
    return found


def _total(counts: Sequence[Counter[str]]) -> Counter[str]:
    total = Counter[str]()
    for count in counts:
        total.update(count)
    return total


def _of_claim(compared: Compared, where: Difference) -> Change | None:
    """The change that a comparison of claims amounts to, or None where even the words are the same."""
    was, now, facets = compared
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
