"""What one side of a place has and that tells nothing: that an age is one, a word that says another one again."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from archivist.claims.en.empty import NUMBER, empty
from archivist.claims.en.forms import stem
from archivist.diff.facet_words import Kind
from archivist.model.claim import Figure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

    from archivist.diff.facet_gaps import Gap
    from archivist.diff.facet_words import Atom
    from archivist.diff.reading import Passage
    from archivist.model.span import Span

_AGE: Final = "year old"
_OLDEST: Final = 130
_MOST: Final = 64
"""So many ages are tried as the one that a number is."""
_OF: Final = "of"
_START: Final = attrgetter("span.start")


def with_ages(gaps: Sequence[Gap], old: Passage, new: Passage) -> Sequence[Gap]:
    """The gaps, with a number that counts nothing read as an age where the other side has an age in its place.

    An equal one is the same age and is left out: "a man, 30", "a 30-year-old man". One that differs is read as an age
    where each side has only the one figure.
    """
    was = [atom for gap in gaps for atom in gap.old if atom.kind is Kind.FIGURE]
    now = [atom for gap in gaps for atom in gap.new if atom.kind is Kind.FIGURE]
    idle: list[set[Span]] = [set(), set()]
    read: dict[Atom, Atom] = {}
    for at, numbers, others, side in ((0, was, now, old), (1, now, was, new)):
        ages = [atom for atom in others if _unit(atom) == _AGE][:_MOST]
        for atom in numbers if ages else ():
            age = _as_age(atom, side)
            same = next((one for one in ages if one.key == age.key and one.span not in idle[1 - at]), None)
            if age is not atom and same is not None:
                idle[at].add(atom.span)
                idle[1 - at].add(same.span)
            elif len(numbers) == len(others) == 1:
                read[atom] = age
    return (
        [
            gap._replace(
                old=tuple(read.get(atom, atom) for atom in gap.old if atom.span not in idle[0]),
                new=tuple(read.get(atom, atom) for atom in gap.new if atom.span not in idle[1]),
            )
            for gap in gaps
        ]
        if read or any(idle)
        else gaps
    )


def _unit(atom: Atom) -> str:
    return atom.evidence.unit if isinstance(atom.evidence, Figure) else ""


def _as_age(atom: Atom, side: Passage) -> Atom:
    """A figure as an age, if it can be one: a count of nothing that stands there; else as it is."""
    figure = atom.evidence
    if not isinstance(figure, Figure) or figure.unit or figure.upper or figure.value is None:
        return atom
    if not 0 < figure.value <= _OLDEST or not atom.span.of(side.text).isdigit() or _counts(atom, side):
        return atom
    return atom._replace(key=f"figure {figure.value.normalize():f} {_AGE}", evidence=figure._replace(unit=_AGE))


def _counts(atom: Atom, side: Passage) -> bool:
    """Whether a word that a figure can count follows it."""
    after = _beside(side, atom)[1]
    return after is not None and after.content and not side.text[atom.span.end : after.span.start].strip()


def is_empty(atom: Atom, side: Passage) -> bool:
    """Whether a word only says again what the word or figure beside it says: present at, aged 12."""
    if atom.kind is not Kind.WORD or (words := empty().get(stem(atom.key))) is None:
        return False
    beside = [one for one in _beside(side, atom) if one is not None]
    if beside and beside[-1].words == (_OF,):
        beside += [one for one in _beside(side, beside[-1])[1:] if one is not None]
    return any(NUMBER in words if one.kind is Kind.FIGURE else stem(one.key) in words for one in beside)


def _beside(side: Passage, atom: Atom) -> tuple[Atom | None, Atom | None]:
    """The atoms right before and after one."""
    at = bisect_left(side.atoms, atom.span.start, key=_START)
    before = side.atoms[at - 1] if at else None
    return before, side.atoms[at + 1] if at + 1 < len(side.atoms) else None
