"""Of how much, how often or in what relation two matched passages say something."""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile
from operator import attrgetter

from archivist.claims.en.scope import joining, no_superlatives, pronouns, scales, superlatives
from archivist.diff.facet_exclude import is_denied
from archivist.diff.facet_words import fold
from archivist.model.noun import NamedTuple
from archivist.model.report import Evidence, Facet, FacetKind
from archivist.model.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Final

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
_CLAUSE_OPENERS: Final = frozenset({"but", "while", "whereas", "although", "though", "because"})
_CLAUSE_MARKS: Final = ";", ":", "—"
_CLAUSE: Final = 32
"""So many words before or after another are in its clause at most."""
_NEAR: Final = 400
"""So many code points before a passage are looked at for the sentence before it."""
_ENDS: Final = ".", "!", "?", "\n"
_CLOSING: Final = " \n.!?\"'”’)"
_START: Final = attrgetter("span.start")


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
        if was and now and _another_before(old, new):
            was, now = ([atom for atom in side if atom.words[0] not in pronouns()] for side in (was, now))
        denied = {atom for atom in was if _denied(atom, old, read.old)} if now else set()
        denied |= {atom for atom in now if _denied(atom, new, read.new)} if was else set()
        for one in was:
            for other in now:
                if _differ(one.words[0], other.words[0]) and denied.isdisjoint((one, other)):
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
            if not is_denied(atom, side) and not (told.renamed and atom.words[0] in pronouns()):
                found.append(atom)
        elif atom.content:
            return []
    return found[:_MOST]


def _another_before(old: Passage, new: Passage) -> bool:
    """Whether the sentences before differ, so that a pronoun may only follow whom they are about."""
    return _sentence_before(old) != _sentence_before(new)


def _sentence_before(side: Passage) -> tuple[str, ...]:
    """The words of the sentence before a passage, as far as they are near."""
    near = side.text[max(0, side.start - _NEAR) : side.start].rstrip(_CLOSING)
    return fold(near[max(near.rfind(mark) for mark in _ENDS) + 1 :])


def _denied(atom: Atom, side: Passage, read: Side) -> bool:
    """Whether "and" or "or" stands in a clause with a negation."""
    if atom.words[0] not in joining():
        return False
    at = bisect_left(side.atoms, atom.span.start, key=_START)
    before = takewhile(_goes_on, side.atoms[max(0, at - _CLAUSE) : at][::-1])
    after = takewhile(_goes_on, side.atoms[at : at + _CLAUSE])
    first, last = min((one.span.start for one in before), default=atom.span.start), max(one.span.end for one in after)
    near = bisect_left(read.negators, first - side.start, key=_START)
    for negator in read.negators[near : near + _CLAUSE]:
        start, end = sorted((atom.span.start, negator.span.start + side.start))
        if start < first or end >= last:
            return False
        if not any(mark in side.text[start:end] for mark in _CLAUSE_MARKS):
            return True
    return False


def _goes_on(atom: Atom) -> bool:
    return atom.key not in _CLAUSE_OPENERS


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
