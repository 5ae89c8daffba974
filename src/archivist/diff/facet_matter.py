"""What and whom a claim is about: names and further content that differ between two matched passages."""

from __future__ import annotations

from functools import lru_cache

from archivist.claims.en.forms import stem
from archivist.claims.en.limits import is_limit, limits
from archivist.claims.en.names import KINDS_OF_NAMES
from archivist.claims.en.shells import shells
from archivist.claims.en.synonyms import openers
from archivist.claims.names import same_name
from archivist.diff.facet_case import argue, is_plain, replaces, tells, tells_a_case, tells_when
from archivist.diff.facet_exclude import exclude, is_denied, values
from archivist.diff.facet_same import is_empty
from archivist.diff.facet_values import in_place, replaced
from archivist.diff.facet_words import Kind
from archivist.model.claim import Figure, Name
from archivist.model.noun import NamedTuple
from archivist.model.report import Evidence, Facet, FacetKind
from archivist.model.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Final

    from archivist.diff.cover import Cover
    from archivist.diff.facet_gaps import Gap
    from archivist.diff.facet_told import Told
    from archivist.diff.facet_words import Atom
    from archivist.diff.reading import Passage

CLAUSE: Final = 3
"""So many words of content more on one side are something said on that side only."""
PHRASE: Final = 2
"""So many are enough where they stand in a phrase of their own with nothing in its place on the other side."""
REPLACED: Final = 4
REPLACED_ALONE: Final = 2
"""So many that take the place of as many are another statement; fewer are enough where nothing else differs."""
LEAST_SHARE: Final = 0.25
LEAST_SHARE_ARGUED: Final = 0.34
"""What came or went must be this share of all that the longer side says; less is a turn of phrase.

It must be more where other words differ too and something is argued: who argues polishes all over.
"""

_BESIDE: Final = 2
"""So many words before or after another are beside it."""
_GENITIVE: Final = 3


class Alone(NamedTuple):
    """Content of one place that only one side has and that no other facet covers."""

    old: Sequence[Atom]
    new: Sequence[Atom]
    gap: Gap


class Amount(NamedTuple):
    """Content that came or went in one place: by how many words one side has more, and how many make a detail."""

    atoms: Sequence[Atom]
    size: int
    needed: float
    rule: str


class Surplus(NamedTuple):
    """All such content of two matched passages, by place, and what of it came or went.

    `covered` is what other facets rest on, in the old and in the new text.
    """

    places: Sequence[Alone]
    amounts: Sequence[Amount]
    covered: tuple[Cover, Cover]


class Displaced(NamedTuple):
    """The content that other passages have lost (`old`) and gained (`new`): it has only changed its place."""

    old: frozenset[str] = frozenset()
    new: frozenset[str] = frozenset()


def names(old: Passage, new: Passage, gaps: Sequence[Gap], *, speech: bool) -> list[Facet]:
    """One facet for each name that another name replaces (rule `name-differs`); those in sources only if `speech`."""
    placed = in_place(old, new, gaps, Kind.NAME)

    def fits(one: Atom, other: Atom) -> bool:
        return _other_name(one, other) and placed(one, other)

    return [
        Facet(
            FacetKind.NAME,
            Evidence(was.span, was.evidence.key),
            Evidence(now.span, now.evidence.key),
            rule="name-differs",
        )
        for was, now in replaced(gaps, Kind.NAME, fits)
        if isinstance(was.evidence, Name)
        and isinstance(now.evidence, Name)
        and (speech or not (was.speech and now.speech))
    ]


def _other_name(old: Atom, new: Atom) -> bool:
    one, other = old.evidence, new.evidence
    return isinstance(one, Name) and isinstance(other, Name) and not same_name(one.key, other.key)


def surplus(old: Passage, new: Passage, gaps: Sequence[Gap], told: Told, elsewhere: Displaced) -> Surplus:
    """The content of the gaps that no other facet covers and that has not only changed its place."""

    def left(
        atoms: Sequence[Atom], cover: Cover, known: frozenset[str], side: Passage, other: Sequence[Atom]
    ) -> list[Atom]:
        alone = [atom for atom in atoms if atom.content and told.leaves(atom, cover) and atom.key not in known]
        return alone if any(atom.content for atom in other) else [atom for atom in alone if not is_empty(atom, side)]

    places = [
        Alone(
            left(gap.old, told.old, elsewhere.new, old, gap.new),
            left(gap.new, told.new, elsewhere.old, new, gap.old),
            gap,
        )
        for gap in gaps
    ]
    share = LEAST_SHARE_ARGUED if len(gaps) > 1 and argue(old, new) else LEAST_SHARE
    amounts = tuple(_amounts(places, share * max(_content(old), _content(new))))
    return Surplus(places, amounts, (told.old, told.new))


def _told(atoms: Sequence[Atom]) -> int:
    """How many of the words of content tell a fact by themselves."""
    return sum(atom.kind is not Kind.WORD or not _is_shell(atom.key) for atom in atoms)


@lru_cache(maxsize=1 << 12)
def _is_shell(word: str) -> bool:
    root = stem(word)
    return any(form in shells() for form in (word, root, f"{root}e"))


def _content(side: Passage) -> int:
    return sum(atom.content for atom in side.atoms)


def _amounts(places: Sequence[Alone], least: float) -> Iterator[Amount]:
    """Where one side has more, net of what the passage lost or gained elsewhere; less than `least` is no detail.

    Where other words gave way to others too, the passage was recast, and each of them takes one from what is more.
    """
    net = sum(len(place.new) - len(place.old) for place in places)
    every = sum(len(place.new) + len(place.old) for place in places)
    for was, now, gap in places:
        for side, other, whole, more, rule in (
            (now, was, gap.new_all, net, "detail-added"),
            (was, now, gap.old_all, -net, "detail-dropped"),
        ):
            told = _told(side)
            size = min(told - len(other), more, told - (every - len(side)))
            if size > 0:
                phrase = not other and any(atom.key in openers() for atom in whole)
                yield Amount(side, size, max(PHRASE if phrase else CLAUSE, least), rule)


def details(old: Passage, new: Passage, found: Surplus) -> list[Facet]:
    """At most one facet: content that no other facet covers came, went or gave way to other content.

    Rules: `detail-added`, `detail-dropped`, `detail-differs`. A word that gives way to another is taken to say the
    same unless the two are known to exclude each other: what a word means is not known otherwise.
    """
    return (
        _exchanged(old, new, found.places)
        or _one_sided(found)
        or _telling(old, new, found)
        or _of_a_case(old, new, found.places)
    )


def _of_a_case(old: Passage, new: Passage, places: Sequence[Alone]) -> list[Facet]:
    """At most one facet: in a sentence about a particular case, nouns that give way to others, or come, or go.

    Most places that differ must be plain; and for what comes or goes, every one without content of its own: a clause
    that was cast anew moves words, and puts in such as move them.
    """
    if not (tells_a_case(old) and tells_a_case(new)):
        return []
    sorted_out: tuple[list[Alone], list[Alone]] = ([], [])
    for place in places:
        sorted_out[is_plain(place.gap, place.old, place.new)].append(place)
    mixed, plain = sorted_out
    if len(plain) <= len(mixed):
        return []
    recast = any(not (place.old or place.new) for place in mixed)
    for was, now, gap in plain:
        if was and now and _told(was) and _told(now) and replaces(old, was, new, now):
            if tells_when(was, now) or tells_when(now, was):
                return [Facet(FacetKind.DATE, _evidence(was), _evidence(now), rule="date-differs")]
            return [Facet(FacetKind.DETAIL, _evidence(was), _evidence(now), rule="detail-differs")]
        for side, atoms, other, facing, rule in (
            (old, was, now, gap.new_all, "detail-dropped"),
            (new, now, was, gap.old_all, "detail-added"),
        ):
            if atoms and not (other or recast) and _told(atoms) and tells(side, atoms, facing):
                return [_facet(atoms, rule)]
    return []


def _telling(old: Passage, new: Passage, found: Surplus) -> list[Facet]:
    """A single word that came or went and says much, where nothing else of content did.

    It is a name that the other text does not know, a word that limits what is said, or a further value of what the
    word beside it tells too (a punk rock band).
    """
    places, covered = found.places, found.covered
    if sum(bool(place.old or place.new) for place in places) > 1 or any(place.old and place.new for place in places):
        return []
    was = _limited(one for place in places for one in place.gap.old_all)
    now = _limited(one for place in places for one in place.gap.new_all)
    for place in places:
        for left, whole, facing, side, other, cover, rule in (
            (place.new, place.gap.new, was, new, old, covered[1], "detail-added"),
            (place.old, place.gap.old, now, old, new, covered[0], "detail-dropped"),
        ):
            for atom in whole:
                limiting = _limits(atom, other, facing) and not cover.touches(atom.span)
                if limiting or (atom in left and _says_much(atom, side, other)):
                    return [_facet([atom], rule)]
    return []


def _says_much(atom: Atom, side: Passage, other: Passage) -> bool:
    """Whether a word of content alone makes news."""
    if atom.kind is Kind.NAME:
        return _is_unknown(atom, other) and (len(atom.words) > 1 or not _opens(atom, side))
    if isinstance(atom.evidence, Figure):
        return atom.evidence.value not in {None, 1}  # "one" is as often an article, "several" tells nothing
    return atom.kind is Kind.WORD and (_adds_a_value(atom, side) or _is_owned(atom, side))


def _limited(atoms: Iterable[Atom]) -> frozenset[int]:
    """In which ways words limit what is said."""
    return frozenset(limits()[word] for atom in atoms for word in atom.words if word in limits())


def _limits(atom: Atom, other: Passage, facing: frozenset[int]) -> bool:
    """Whether the word limits what is said, and no word of the other side does so in the same way (`facing`).

    One that is part of who says it or of what is quoted is compared as such.
    """
    free = atom.kind is Kind.WORD and not atom.speech and not atom.quoted
    if not free or not is_limit(atom.key) or atom.key in other.words:
        return False
    return limits()[atom.key] not in facing


def _adds_a_value(atom: Atom, side: Passage) -> bool:
    """Whether the word beside it tells the same attribute, so that there are two values now: punk rock."""
    lines = {line for line, _ in values(atom)}
    if not lines:
        return False
    at = next(place for place, one in enumerate(side.atoms) if one is atom)
    beside = side.atoms[max(0, at - _BESIDE) : at] + side.atoms[at + 1 : at + 1 + _BESIDE]
    return any(line in lines for one in beside for line, _ in values(one))


def _is_owned(atom: Atom, side: Passage) -> bool:
    """Whether somebody's relation or thing now does what the name before it did: Roe's brother died."""
    before = side.text[max(0, atom.span.start - _GENITIVE) : atom.span.start].replace("’", "'")
    if not before.endswith("'s "):
        return False
    at = next(place for place, one in enumerate(side.atoms) if one is atom)
    return at > 0 and side.atoms[at - 1].kind is Kind.NAME


def _opens(atom: Atom, side: Passage) -> bool:
    """Whether an atom opens a sentence, where any word has a capital."""
    return any(len(side.text[span.start : atom.span.start].strip("\"'“‘(")) == 0 for span in side.spans)


def _is_unknown(atom: Atom, other: Passage) -> bool:
    return isinstance(atom.evidence, Name) and not other.names.mentions(atom.evidence.key)


def _exchanged(old: Passage, new: Passage, places: Sequence[Alone]) -> list[Facet]:
    """Words in one place that exclude each other, or a name, figure or date that words took the place of."""
    alone = sum(bool(was or now) for was, now, _ in places) == 1
    for was, now, _ in places:
        if min(_told(was), _told(now)) >= (REPLACED_ALONE if alone else REPLACED):
            return [Facet(FacetKind.DETAIL, _evidence(was), _evidence(now), rule="detail-differs")]
        for one in was:
            for other in now:
                apart = exclude(one, other) and is_denied(one, old) == is_denied(other, new)
                if apart or _stands_for(one, other, new) or _stands_for(other, one, old):
                    return [Facet(FacetKind.DETAIL, _evidence([one]), _evidence([other]), rule="detail-differs")]
    return []


def _stands_for(name: Atom, words: Atom, other: Passage) -> bool:
    """Whether words took the place of a name that the `other` text does not know, so that they do not refer to it."""
    if name.kind is not Kind.NAME or words.kind is not Kind.WORD or not isinstance(name.evidence, Name):
        return False
    return words.key not in KINDS_OF_NAMES and not other.names.mentions(name.evidence.key)


def _one_sided(found: Surplus) -> list[Facet]:
    """The largest stretch of content on one side with nothing to stand for it on the other, if it is large enough."""
    enough = [one for one in found.amounts if one.size >= one.needed]
    return [_facet(largest.atoms, largest.rule)] if (largest := max(enough, key=_size, default=None)) else []


def _size(amount: Amount) -> int:
    return amount.size


def _facet(atoms: Sequence[Atom], rule: str) -> Facet:
    if rule == "detail-added":
        return Facet(FacetKind.DETAIL, None, _evidence(atoms), rule=rule)
    return Facet(FacetKind.DETAIL, _evidence(atoms), None, rule=rule)


def _evidence(atoms: Sequence[Atom]) -> Evidence:
    words = " ".join(word for atom in atoms for word in atom.words)
    return Evidence(Span(atoms[0].span.start, atoms[-1].span.end), words)
