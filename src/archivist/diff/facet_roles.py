"""Who does what to whom: two names or nouns that have changed places around what relates them."""

from __future__ import annotations

from itertools import pairwise

from archivist.claims.en.phrases import be, conjunctions
from archivist.claims.en.symmetric import labile
from archivist.diff.facet_episode import is_past
from archivist.diff.facet_symmetric import relates_both_ways
from archivist.diff.facet_words import Kind
from archivist.model.claim import Name
from archivist.model.report import Evidence, Facet, FacetKind
from archivist.model.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Final

    from archivist.diff.facet_told import Told
    from archivist.diff.facet_words import Atom
    from archivist.diff.reading import Passage

_MOST_BETWEEN: Final = 3
"""So many words may stand between two names that a verb relates."""
_LONGEST: Final = 6
_MOST_RELATING: Final = 6
"""So many words a noun phrase has at most that changes places, and so many may stand between two such."""
_OF_PASSIVE: Final = 2
"""By so many words a passive is longer: "was" and "by"."""
_BY: Final = ("by",)
_WAYS: Final = frozenset({"to", "for", "over", "than", "from"})
"""Prepositions that alone say which of two things is which: from Leeds to Hull."""


def crossed(old: Passage, new: Passage) -> list[Facet]:
    """At most one facet: two names have changed places around the same words ("A beat B"; rule `names-crossed`)."""
    there = {(last.key, between, first.key): first for first, between, last in _around_verbs(new)}
    for first, between, last in _around_verbs(old):
        other = there.get((first.key, between, last.key))
        if other is not None and first.key != last.key:
            was, now = Evidence(first.span, _key(first)), Evidence(other.span, _key(other))
            return [Facet(FacetKind.NAME, was, now, rule="names-crossed")]
    return []


def roles(old: Passage, new: Passage, told: Told) -> list[Facet]:
    """At most one facet: what is related by a verb has changed places with what it is related to (`roles-crossed`).

    All else is word for word the same: the dog bit the man, the man bit the dog; the firm was bought by the bank, the
    firm bought the bank. In a list the order says nothing. A source changes places with whom it speaks of, which is
    told as no other source where both sides have both, but not with what it says.
    """
    places = _exchanged(old, new) or _turned(old, new) or _turned(new, old)[::-1]
    if not places:
        return []
    moved = ((old, places[0], told.old), (new, places[1], told.new))
    atoms = [(atom, cover) for side, at, cover in moved for atom in side.atoms[at.start : at.stop]]
    spoken = len({atom.speech for atom, _ in atoms}) == 1
    if not spoken or any(cover.touches(atom.span) or (atom.quoted and told.quoted) for atom, cover in atoms):
        return []
    was, now = (_evidence(side.atoms[at.start : at.stop]) for side, at, _ in moved)
    return [Facet(FacetKind.DETAIL, was, now, rule="roles-crossed")]


def _exchanged(old: Passage, new: Passage) -> tuple[range, ...]:
    """The first of two noun phrases on each side, where they have exchanged their places and nothing else differs."""
    a, b = ([atom.key for atom in side.atoms] for side in (old, new))
    if len(a) != len(b) or a == b:
        return ()
    start = next(at for at, (one, other) in enumerate(zip(a, b, strict=True)) if one != other)
    end = len(a) - next(at for at, (one, other) in enumerate(zip(a[::-1], b[::-1], strict=True)) if one != other)
    one, other = a[start:end], b[start:end]
    for first in range(1, min(_LONGEST, len(one) - 2) + 1):
        for last in range(1, min(_LONGEST, len(one) - first - 1) + 1):
            between = range(start + first, end - last)
            if (
                one[:first] == other[-first:]
                and one[-last:] == other[:last]
                and one[first:-last] == other[last:-first]
                and _relates(old, between)
                and _relates(new, range(start + last, end - first))
            ):
                return range(start, start + first), range(start, start + last)
    return ()


def _relates(side: Passage, between: range) -> bool:
    """Whether the words between two phrases relate one to the other, and not each to each."""
    atoms = side.atoms[between.start : between.stop]
    if len(atoms) > _MOST_RELATING or any(atom.key in conjunctions() for atom in atoms):
        return False
    told = any(atom.content for atom in atoms) or not _WAYS.isdisjoint(atom.key for atom in atoms)
    return told and not relates_both_ways(side, between.start - 1, between.stop)


def _turned(passive: Passage, active: Passage) -> tuple[range, ...]:
    """The verb on each side, where one says by whom something was done and the other, otherwise alike, who did it."""
    if len(passive.atoms) != len(active.atoms) + _OF_PASSIVE:
        return ()
    at = next((at for at in range(2, len(passive.atoms) - 1) if _is_passive(passive, at)), None)
    if at is None:
        return ()
    rest = [atom.key for number, atom in enumerate(passive.atoms) if number not in {at - 1, at + 1}]
    if rest != [atom.key for atom in active.atoms]:
        return ()
    return range(at, at + 1), range(at - 1, at)


def _is_passive(side: Passage, at: int) -> bool:
    """Whether a word is a participle between a form of "be" and "by", with a noun before: it was bought by."""
    before, verb, after = side.atoms[at - 1 : at + 2]
    agent = side.atoms[at + 2] if at + 2 < len(side.atoms) else None
    told = agent is not None and agent.kind not in {Kind.FIGURE, Kind.DATE}
    done = is_past(verb.key) and verb.key not in labile()
    return before.key in be() and done and after.words == _BY and told


def _around_verbs(side: Passage) -> Iterator[tuple[Atom, tuple[str, ...], Atom]]:
    """Names with a few words between them, more than those of a list and of what holds both ways."""
    at = [number for number, atom in enumerate(side.atoms) if atom.kind is Kind.NAME]
    for i, j in pairwise(at):
        between = side.atoms[i + 1 : j]
        told = 0 < len(between) <= _MOST_BETWEEN and any(one.content for one in between)
        if told and not relates_both_ways(side, i, j):
            yield side.atoms[i], tuple(one.key for one in between), side.atoms[j]


def _key(atom: Atom) -> str:
    return atom.evidence.key if isinstance(atom.evidence, Name) else ""


def _evidence(atoms: Sequence[Atom]) -> Evidence:
    words = " ".join(word for atom in atoms for word in atom.words)
    return Evidence(Span(atoms[0].span.start, atoms[-1].span.end), words)
