"""What and whom a claim is about: names and further content that differ between two matched passages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from archivist.claims.en.contrasts import contrasts
from archivist.claims.en.forms import stem
from archivist.claims.en.synonyms import openers
from archivist.claims.names import same_name
from archivist.diff.cover import Cover
from archivist.diff.facet_values import replaced
from archivist.diff.facet_words import Kind
from archivist.model.claim import Name
from archivist.model.report import Evidence, Facet, FacetKind
from archivist.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archivist.diff.facet_gaps import Gap
    from archivist.diff.facet_words import Atom
    from archivist.diff.reading import Passage

    Alone = tuple[list[Atom], list[Atom], Gap]

_CLAUSE: Final = 3
"""So many words of content more on one side are something said on that side only."""
_PHRASE: Final = 2
"""So many are enough where they stand in a phrase of their own with nothing in its place on the other side."""
_REPLACED: Final = 4
_LEAST_SHARE: Final = 0.25
"""What came or went must be this share of all that the longer side says; less is a turn of phrase."""


class Elsewhere(NamedTuple):
    """The content that other passages have lost (`old`) and gained (`new`): it has only changed its place."""

    old: frozenset[str] = frozenset()
    new: frozenset[str] = frozenset()


def names(gaps: Sequence[Gap], *, speech: bool) -> list[Facet]:
    """One facet for each name that another name replaces (rule `name-differs`); those in sources only if `speech`."""
    return [
        Facet(
            FacetKind.NAME,
            Evidence(old.span, old.evidence.key),
            Evidence(new.span, new.evidence.key),
            rule="name-differs",
        )
        for old, new in replaced(gaps, Kind.NAME, _other_name)
        if isinstance(old.evidence, Name)
        and isinstance(new.evidence, Name)
        and (speech or not (old.speech and new.speech))
    ]


def _other_name(old: Atom, new: Atom) -> bool:
    one, other = old.evidence, new.evidence
    return isinstance(one, Name) and isinstance(other, Name) and not same_name(one.key, other.key)


def details(
    old: Passage, new: Passage, gaps: Sequence[Gap], facets: Sequence[Facet], elsewhere: Elsewhere
) -> list[Facet]:
    """At most one facet: content that no other of the `facets` covers came, went or gave way to other content.

    Rules: `detail-added`, `detail-dropped`, `detail-differs`. A word that gives way to another is taken to say the
    same unless the two are known to exclude each other: what a word means is not known otherwise.
    """
    covered = _covered(facets)
    quoted = any(facet.facet is FacetKind.QUOTE for facet in facets)
    spoken = any(facet.facet is FacetKind.SOURCE for facet in facets) or _both_speak(old, new)
    alone = [
        (
            [
                atom
                for atom in gap.old
                if _counts(atom, covered[0], quoted=quoted, spoken=spoken) and atom.key not in elsewhere.new
            ],
            [
                atom
                for atom in gap.new
                if _counts(atom, covered[1], quoted=quoted, spoken=spoken) and atom.key not in elsewhere.old
            ],
            gap,
        )
        for gap in gaps
    ]
    return _exchanged(old, new, alone) or _one_sided(old, new, alone)


def _exchanged(old: Passage, new: Passage, alone: Sequence[Alone]) -> list[Facet]:
    """Words in one place that exclude each other, or a name, figure or date that words took the place of."""
    for was, now, _ in alone:
        if min(len(was), len(now)) >= _REPLACED:
            return [Facet(FacetKind.DETAIL, _evidence(was), _evidence(now), rule="detail-differs")]
        for one in was:
            for other in now:
                if _exclude(one, other) or _stands_for(one, other, new) or _stands_for(other, one, old):
                    return [Facet(FacetKind.DETAIL, _evidence([one]), _evidence([other]), rule="detail-differs")]
    return []


def _exclude(one: Atom, other: Atom) -> bool:
    """Whether two atoms cannot both be true: two values of one attribute, two numbers, two words with a capital."""
    values, others = _values(one), _values(other)
    if values and others:
        lines = dict(values)
        told_apart = [lines[line] != place for line, place in others if line in lines]
        return bool(told_apart) and all(told_apart)
    proper = all(atom.capital or atom.kind is Kind.NAME for atom in (one, other))
    words = Kind.WORD in {one.kind, other.kind}  # two figures that cannot be compared are not said of one thing
    return proper or (words and _has_digit(one) and _has_digit(other))


def _stands_for(name: Atom, words: Atom, other: Passage) -> bool:
    """Whether words took the place of a name that the `other` text does not know, so that they do not refer to it."""
    if name.kind is not Kind.NAME or words.kind is not Kind.WORD or not isinstance(name.evidence, Name):
        return False
    return not other.names.mentions(name.evidence.key)


def _has_digit(atom: Atom) -> bool:
    return any(letter.isdigit() for word in atom.words for letter in word)


def _values(atom: Atom) -> tuple[tuple[int, int], ...]:
    """The values that a word in any form has, by attribute."""
    if len(atom.words) != 1:
        return ()
    table, word = contrasts(), atom.words[0]
    return table.get(word) or table.get(stem(word)) or table.get(stem(word) + "e", ())


def _one_sided(old: Passage, new: Passage, alone: Sequence[Alone]) -> list[Facet]:
    """The largest stretch of content on one side with nothing to stand for it on the other, if it is large enough."""
    net = sum(len(now) - len(was) for was, now, _ in alone)
    least = _LEAST_SHARE * max(sum(atom.content for atom in side.atoms) for side in (old, new))
    best: tuple[int, Facet] | None = None
    for was, now, gap in alone:
        for side, other, every, more, rule in (
            (now, was, gap.new_all, net, "detail-added"),
            (was, now, gap.old_all, -net, "detail-dropped"),
        ):
            size = min(len(side) - len(other), more)
            phrase = not other and any(atom.key in openers() for atom in every)
            if size >= max(_PHRASE if phrase else _CLAUSE, least) and (best is None or size > best[0]):
                best = size, _facet(side, rule)
    return [best[1]] if best else []


def _facet(atoms: Sequence[Atom], rule: str) -> Facet:
    if rule == "detail-added":
        return Facet(FacetKind.DETAIL, None, _evidence(atoms), rule=rule)
    return Facet(FacetKind.DETAIL, _evidence(atoms), None, rule=rule)


def _evidence(atoms: Sequence[Atom]) -> Evidence:
    words = " ".join(word for atom in atoms for word in atom.words)
    return Evidence(Span(atoms[0].span.start, atoms[-1].span.end), words)


def _covered(facets: Sequence[Facet]) -> tuple[Cover, Cover]:
    """What other facets rest on, in the old and in the new text."""
    return Cover(one.old.span for one in facets if one.old), Cover(one.new.span for one in facets if one.new)


def _both_speak(old: Passage, new: Passage) -> bool:
    """Whether both sides give the claim to a source, so that source and cue are compared as such."""
    return all(any(claim.source for claim in side.claims) for side in (old, new))


def _counts(atom: Atom, covered: Cover, *, quoted: bool, spoken: bool) -> bool:
    """Whether an atom is content that no other facet accounts for."""
    if not atom.content or (atom.speech and spoken) or (atom.quoted and quoted):
        return False
    return not covered.touches(atom.span)
