"""Words and the initials they are known by: the chief executive is the CEO, and "(MAP)" after its words is nothing."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from archivist.claims.en.initials import offices
from archivist.diff.facet_words import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Final

    from archivist.diff.facet_gaps import Gap
    from archivist.diff.facet_words import Atom
    from archivist.diff.reading import Passage
    from archivist.model.span import Span

_SHORTEST, _LONGEST = 2, 6
"""The fewest and most letters of initials that are looked for, and so the fewest and most words they stand for."""
_MOST: Final = 64
"""So many words of one place are looked at for initials, and for what these stand for."""
_SMALL: Final = frozenset({"of", "the", "and", "for", "on", "in", "to"})
"""Words that initials pass over."""
_START: Final = attrgetter("span.start")


def with_initials(gaps: Sequence[Gap], old: Passage, new: Passage) -> Sequence[Gap]:
    """The gaps without words that initials replace, and without either where the other stands right beside it."""
    if not any(_may_spell(gap) for gap in gaps):
        return gaps
    found = (_spelt(gap.old, gap.new) | _spelt(gap.new, gap.old) | _beside(gap, old, new) for gap in gaps)
    return [_without(gap, idle) for gap, idle in zip(gaps, found, strict=True)]


def _may_spell(gap: Gap) -> bool:
    """Whether initials can stand in a gap or their words be left out there; most gaps are one word for another."""
    short = any(_is_short(atom) for atom in (*gap.old, *gap.new))
    return short or (len(gap.old) >= _SHORTEST and not gap.new) or (len(gap.new) >= _SHORTEST and not gap.old)


def _without(gap: Gap, idle: set[Span]) -> Gap:
    """A gap without the atoms at these places."""
    if not idle:
        return gap
    old, new = (tuple(atom for atom in side if atom.span not in idle) for side in (gap.old, gap.new))
    return gap._replace(old=old, new=new)


def _is_short(atom: Atom) -> bool:
    """Whether an atom has the look of initials: a short word with a capital."""
    return (
        (atom.capital or atom.kind is Kind.NAME)
        and len(atom.words) == 1
        and _SHORTEST <= len(atom.words[0]) <= _LONGEST
        and atom.words[0].isalpha()
    )


def _spelt(shorts: Sequence[Atom], longs: Sequence[Atom]) -> set[Span]:
    """The initials among the atoms of one side, and the words of the other side that they stand for."""
    idle: set[Span] = set()
    for short in filter(_is_short, shorts[:_MOST]):
        run = next((run for run in _runs(longs[:_MOST]) if stands_for(short.words[0], run)), ())
        if run:
            idle |= {short.span, *(atom.span for atom in run)}
    return idle


def _runs(atoms: Sequence[Atom]) -> Iterator[Sequence[Atom]]:
    """The stretches of atoms that initials can stand for, the longest first."""
    for size in range(min(_LONGEST, len(atoms)), 0, -1):
        for at in range(len(atoms) - size + 1):
            yield atoms[at : at + size]


def stands_for(short: str, run: Sequence[Atom]) -> bool:
    """Whether folded initials stand for words, by their first letters or as the abbreviation of an office."""
    words = tuple(word for atom in run for word in atom.words)
    if words in offices().get(short, ()):
        return True
    telling = "".join(word[0] for word in words if word not in _SMALL)
    return len(words) > 1 and short in {"".join(word[0] for word in words), telling}


def _beside(gap: Gap, old: Passage, new: Passage) -> set[Span]:
    """What only one side has in a gap: initials of the words right beside them, or the words of initials there."""
    if gap.old and gap.new:
        return set()
    atoms, side = (gap.old, old) if gap.old else (gap.new, new)
    if not atoms:
        return set()
    first, last = (bisect_left(side.atoms, atom.span.start, key=_START) for atom in (atoms[0], atoms[-1]))
    before, after = side.atoms[max(0, first - _LONGEST) : first], side.atoms[last + 1 : last + 1 + _LONGEST]
    if len(atoms) == 1 and _is_short(atoms[0]):
        runs = (before[at:] for at in range(len(before))), (after[:end] for end in range(1, len(after) + 1))
        known = any(stands_for(atoms[0].words[0], run) for some in runs for run in some)
    else:
        known = any(_is_short(one) and stands_for(one.words[0], atoms) for one in (*before[-1:], *after[:1]))
    return {atom.span for atom in atoms} if known else set()
