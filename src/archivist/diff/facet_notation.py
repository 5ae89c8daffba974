"""Counts and lengths of time that the two sides of a place write in two ways: 51 votes to 49, 51-49."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from archivist.diff.facet_words import Kind
from archivist.model.claim import Date, DateType, Figure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

    from archivist.diff.facet_gaps import Gap
    from archivist.diff.facet_words import Atom
    from archivist.diff.reading import Passage

_PAIR: Final = 2
_SHARED: Final = frozenset({"", "percent"})
"""The units of votes that are set against each other: 54 per cent to 46."""
_VAGUE: Final = "PX"
"""How the value of a length of time begins that is told without its number."""
_AS_MANY: Final = ("as", "many")
_NEAR: Final = 32
"""So many words before "as many" can tell how many."""
_MOST: Final = 64
"""So many words of a gap are tried as the length that "as many years" is."""
_START: Final = attrgetter("span.start")


def with_pairs(gaps: Sequence[Gap]) -> Sequence[Gap]:
    """The gaps without two counts that are set against each other on both sides, as a pair or one by one."""
    return [_without_pair(gap) for gap in gaps]


def _without_pair(gap: Gap) -> Gap:
    old, new = ([atom for atom in side if _numbers(atom)] for side in (gap.old, gap.new))
    if not old or not new or [atom.kind for atom in old] == [atom.kind for atom in new]:
        return gap
    counts = [[number for atom in side for number in _numbers(atom)] for side in (old, new)]
    if counts[0] != counts[1] or len(counts[0]) != _PAIR:
        return gap
    return gap._replace(
        old=tuple(atom for atom in gap.old if atom not in old), new=tuple(atom for atom in gap.new if atom not in new)
    )


def _numbers(atom: Atom) -> list[str]:
    """The counts that an atom gives: none, one, or the two ends of a range or result."""
    if atom.kind is Kind.WORD and atom.key.isdecimal():
        return [atom.key]
    figure = atom.evidence
    if not isinstance(figure, Figure) or figure.unit not in _SHARED:
        return []
    return [f"{value.normalize():f}" for value in (figure.value, figure.upper) if value is not None]


def with_as_many(gaps: Sequence[Gap], old: Passage, new: Passage) -> Sequence[Gap]:
    """The gaps without a length of time that one side tells by a number given before: two wins in as many weeks."""
    return [
        _without_length(_without_length(gap, gap.old, gap.new, old), gap.new, gap.old, new)
        if gap.old and gap.new
        else gap
        for gap in gaps
    ]


def _without_length(gap: Gap, vague: Sequence[Atom], exact: Sequence[Atom], side: Passage) -> Gap:
    for atom in vague:
        told = _as_many(atom, side)
        near = exact[:_MOST] if told else ()
        same = next((one for one in near if isinstance(one.evidence, Date) and one.evidence.value in told), None)
        if same is not None:
            idle = {atom, same}
            return gap._replace(
                old=tuple(one for one in gap.old if one not in idle),
                new=tuple(one for one in gap.new if one not in idle),
            )
    return gap


def _as_many(atom: Atom, side: Passage) -> set[str]:
    """The values that "as many years" can have: as many as a figure before it."""
    length = atom.evidence
    if not isinstance(length, Date) or length.type is not DateType.DURATION or not length.value.startswith(_VAGUE):
        return set()
    at = bisect_left(side.atoms, atom.span.start, key=_START)
    if (*(side.atoms[at - 1].words if at else ()), atom.words[0]) != _AS_MANY:
        return set()
    before = side.atoms[max(0, at - _NEAR) : at]
    return {length.value.replace("X", number) for one in before for number in _counted(one)}


def _counted(atom: Atom) -> list[str]:
    """The number of a count or ordinal."""
    figure = atom.evidence
    if not isinstance(figure, Figure) or figure.value is None or figure.unit not in {"", "ordinal"}:
        return []
    return [f"{figure.value.normalize():f}"]
