"""Of how much, how often or in what relation two matched passages say something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from archivist.claims.en.scope import joining, no_superlatives, pronouns, scales, superlatives
from archivist.model.noun import NamedTuple
from archivist.model.report import Evidence, Facet, FacetKind
from archivist.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archivist.claims.polarity import Stances
    from archivist.claims.polarity_words import Side
    from archivist.diff.cover import Cover
    from archivist.diff.facet_gaps import Gap
    from archivist.diff.facet_told import Told
    from archivist.diff.facet_words import Atom
    from archivist.diff.reading import Passage

_OF_MORE: Final = "most", "least"
_ENDING: Final = "est"
_SHORTEST: Final = 5
_AMONG: Final = frozenset({"one", "among"})
_BEFORE: Final = 3
_MOST: Final = 64
_WINDOW: Final = 8
_NEGATORS: Final = "not", "n't", "n’t"
_CLAUSE_OPENERS: Final = frozenset({"but", "while", "whereas", "although", "though", "because"})
_CLAUSE_MARKS: Final = ";", ":", "—"


class _Superlative(NamedTuple):
    """A superlative, and whether it is said of one among several."""

    evidence: Evidence
    among: bool


def scope(old: Passage, new: Passage, gaps: Sequence[Gap], told: Told, read: Stances) -> list[Facet]:
    """At most one facet: a word of scope gave way to another one of the same scale (rule `scope-differs`).

    So did "the largest" and "one of the largest". Other content must stay where the words stand, and nothing else may
    have `told` of them already. In a clause with a negation "and" and "or" say the same.
    """
    for gap in gaps:
        was, now = _scoping(gap.old, old, told, told.old), _scoping(gap.new, new, told, told.new)
        for one in was:
            for other in now:
                if _differ(one.words[0], other.words[0]) and not (
                    _joins(one) and (_denies(one, old, read.old) or _denies(other, new, read.new))
                ):
                    return [_facet(Evidence(one.span, one.words[0]), Evidence(other.span, other.words[0]))]
    opened = any(_AMONG.intersection(atom.words) for gap in gaps for atom in (*gap.old_all, *gap.new_all))
    before, after = (
        dict(_superlatives(side, told, cover)) if opened else {} for side, cover in ((old, told.old), (new, told.new))
    )
    crossed = [key for key in before if key in after and before[key].among != after[key].among]
    return [_facet(before[key].evidence, after[key].evidence) for key in crossed[:1]]


def _scoping(atoms: Sequence[Atom], side: Passage, told: Told, cover: Cover) -> list[Atom]:
    """The words of scope of one side of a gap that nothing negates; none where other content stands there.

    A pronoun only follows whom it stands for where that is another one.
    """
    found: list[Atom] = []
    for atom in atoms:
        if len(atom.words) == 1 and atom.words[0] in scales() and not atom.speech and told.leaves(atom, cover):
            if not _is_negated(atom, side) and not (told.renamed and atom.words[0] in pronouns()):
                found.append(atom)
        elif atom.content:
            return []
    return found[:_MOST]


def _joins(atom: Atom) -> bool:
    return atom.words[0] in joining()


def _denies(atom: Atom, side: Passage, read: Side) -> bool:
    """Whether the clause that an atom stands in has a negation."""
    for negator in read.negators:
        place = Span(negator.span.start + side.start, negator.span.end + side.start)
        first, last = sorted((place, atom.span))
        between = Span(first.end, max(first.end, last.start))
        if not any(mark in between.of(side.text) for mark in _CLAUSE_MARKS) and not any(
            between.overlaps(one.span) and one.key in _CLAUSE_OPENERS for one in side.atoms
        ):
            return True
    return False


def _is_negated(atom: Atom, side: Passage) -> bool:
    before = side.text[max(0, atom.span.start - _WINDOW) : atom.span.start]
    return before.rstrip().casefold().endswith(_NEGATORS)


def _differ(one: str, other: str) -> bool:
    """Whether two words of scope stand at different places of a scale, and at the same place of none."""
    places = dict(scales()[one])
    shared = [(place, places[line]) for line, place in scales()[other] if line in places]
    return bool(shared) and all(place != own for place, own in shared)


def _facet(old: Evidence, new: Evidence) -> Facet:
    return Facet(FacetKind.DETAIL, old, new, rule="scope-differs")


def _superlatives(side: Passage, told: Told, cover: Cover) -> Iterator[tuple[str, _Superlative]]:
    """The superlatives after "the", by the word that tells which."""
    words = [(atom, word) for atom in side.atoms for word in atom.words]
    for at, (atom, word) in enumerate(words):
        before = [one for _, one in words[max(0, at - _BEFORE) : at]]
        if before[-1:] != ["the"]:
            continue
        more = word in _OF_MORE and at + 1 < len(words)
        if not (more or _is_superlative(word)) or not told.leaves(atom, cover):
            continue
        among = before[-2:] == ["among", "the"] or before == ["one", "of", "the"]
        first = words[at - (len(before) if before[0] == "one" else 2)][0] if among else atom
        place = Span(first.span.start, (words[at + 1][0] if more else atom).span.end)
        said = " ".join(place.of(side.text).split()).casefold()
        yield f"{word} {words[at + 1][1]}" if more else word, _Superlative(Evidence(place, said), among)


def _is_superlative(word: str) -> bool:
    regular = word.endswith(_ENDING) and len(word) >= _SHORTEST and word not in no_superlatives()
    return regular or word in superlatives()
