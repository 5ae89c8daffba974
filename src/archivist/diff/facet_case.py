"""Content in sentences that tell of a particular case: there a single word that comes, goes or is replaced is news.

A sentence that names somebody or something, or gives a day, month or year of the calendar, tells of one case
("episodic" against "generic" sentences: Krifka et al., "Genericity: An Introduction", 1995). Its nouns stand for what
was there, and another noun stands for another thing. In a sentence that argues or states a rule one word as often
gives way to another for style.
"""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from archivist.claims.en.calendar import TIME_NOUNS
from archivist.claims.en.forms import stem
from archivist.claims.en.names import KINDS_OF_NAMES, TITLE_WIDENERS, TITLES
from archivist.claims.en.phrases import (
    conjunctions,
    determiners,
    labels,
    prepositions,
    verb_openers,
)
from archivist.claims.name_identity import is_demonym, is_place
from archivist.diff.facet_episode import argues, is_past, tells_an_episode
from archivist.diff.facet_exclude import same_value
from archivist.diff.facet_words import Kind
from archivist.model.claim import Date, DateType, Figure, Name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

    from archivist.diff.facet_gaps import Gap
    from archivist.diff.facet_words import Atom
    from archivist.diff.reading import Passage

_YEAR: Final = 4
"""A date of the calendar begins with a year in so many digits; a decade or a century tells of no case."""

_EPONYM: Final = "ian", "ean"
_SHORTEST_EPONYM: Final = 7
"""The endings of names that are used as adjectives (Gaussian), and how long these are at least."""

_SHORTEST_NAME: Final = 3
_PARTICIPLES: Final = ("ed", "ing")
_ARTICLES: Final = frozenset({"a", "an", "the"})
_START: Final = attrgetter("span.start")


def tells_a_case(side: Passage) -> bool:
    """Whether a passage tells of a particular case: one that is named or dated, or something that happened."""
    return _names_a_case(side) or tells_an_episode(side)


def argue(old: Passage, new: Passage) -> bool:
    """Whether two passages argue, about no particular case."""
    return (argues(old) or argues(new)) and not (tells_a_case(old) or tells_a_case(new))


def _names_a_case(side: Passage) -> bool:
    """Whether a passage names or dates what it tells of."""
    return any(_is_particular(side, at) for at, atom in enumerate(side.atoms) if atom.evidence is not None)


def _is_particular(side: Passage, at: int) -> bool:
    """Whether an atom names somebody or something, or a day, month or year of the calendar."""
    evidence = side.atoms[at].evidence
    if isinstance(evidence, Date):
        point = evidence.type in {DateType.DATE, DateType.TIME}
        return point and evidence.value[:_YEAR].isdigit() and len(evidence.value) >= _YEAR
    if not isinstance(evidence, Name):
        return False
    words = evidence.key.split()
    if words[0].casefold() in labels() or not any(_is_spelt_out(word) for word in words):
        return False
    return len(words) > 1 or is_place(words[0]) or _stands_alone(side, at)


def _is_spelt_out(word: str) -> bool:
    """Whether a word of a name is no acronym, initial or mark."""
    return len(word) >= _SHORTEST_NAME and word[1:].islower()


def _stands_alone(side: Passage, at: int) -> bool:
    """Whether a name of one word is no attribute of the noun after it, as in "a Gaussian field".

    After a preposition the name ends its phrase before a verb in the past: "divers in Malmo found".
    """
    word = side.atoms[at].span.of(side.text)
    after = side.atoms[at + 1] if at + 1 < len(side.atoms) else None
    eponym = word.endswith(_EPONYM) and len(word) >= _SHORTEST_EPONYM
    if not word.isalpha() or eponym:
        return False
    return after is None or not after.content or (_follows_preposition(side, at) and is_past(after.key))


def _follows_preposition(side: Passage, at: int) -> bool:
    return at > 0 and side.atoms[at - 1].key in prepositions()


def is_plain(gap: Gap, was: Sequence[Atom], now: Sequence[Atom]) -> bool:
    """Whether a place differs in nothing but the content that came, went or was replaced (`was`, `now`).

    Words that open a noun phrase may come and go with it, and any may within a phrase that is put in as a whole.
    Reporting verbs and sources are compared as such.
    """
    own = {atom.span for atom in (*was, *now)}
    rest = [[atom for atom in side if atom.span not in own] for side in (gap.old_all, gap.new_all)]
    if any(atom.speech for side in rest for atom in side):
        return False
    small = [frozenset(word for atom in side if not atom.content for word in atom.words) for side in rest]
    if own and gap.old_all and gap.new_all:
        allowed = determiners() | prepositions() | conjunctions()
    elif own:
        allowed = small[0] | small[1]
    else:
        allowed = determiners()
    return small[0] ^ small[1] <= allowed and _same_content(rest[0], rest[1], loose=not own)


def _same_content(old: Sequence[Atom], new: Sequence[Atom], *, loose: bool) -> bool:
    """Whether as many words of content are left on both sides, the same ones unless `loose`; names may be longer."""
    one, other = ([atom for atom in side if atom.content] for side in (old, new))
    if loose:
        return len(one) == len(other)
    keys = [sorted("" if atom.kind is Kind.NAME else stem(atom.key) for atom in side) for side in (one, other)]
    return keys[0] == keys[1]


def tells(side: Passage, atoms: Sequence[Atom], facing: Sequence[Atom]) -> bool:
    """Whether words that only one side has tell something by themselves.

    A title before a name, the noun for what is named, and an adverb of manner do not, nor does a verb for words
    `facing` it that say the same with a light one (sank, went down).
    """
    if facing and is_verb(side, atoms):
        return False
    after = _after(side, atoms[-1])
    named = after is not None and (after.kind is Kind.NAME or after.capital)
    return any(
        atom.kind is Kind.WORD
        and atom.key not in KINDS_OF_NAMES
        and not atom.key.endswith("ly")
        and not (named and (atom.key in TITLES or atom.key in TITLE_WIDENERS))
        for atom in atoms
    )


def replaces(old: Passage, was: Sequence[Atom], new: Passage, now: Sequence[Atom]) -> bool:
    """Whether words that give way to others stand where a noun or its attribute does, and can be compared."""
    if any(_is_vague(atom) for atom in (*was, *now)) or (len(was) == len(now) == 1 and same_value(was[0], now[0])):
        return False
    if (_digits(was) and _digits(was) == _digits(now)) or _words(was) == _words(now):
        return False
    if (_is_kind_of(was, now) or _is_kind_of(now, was)) and not (_names_a_case(old) and _names_a_case(new)):
        return False
    figures = [any(isinstance(atom.evidence, Figure) for atom in side) for side in (was, now)]
    return not all(figures) and not is_verb(old, was) and not is_verb(new, now)


def _is_kind_of(words: Sequence[Atom], names: Sequence[Atom]) -> bool:
    """Whether words stand for a name of which they tell the kind: the country."""
    kinds = all(atom.key in KINDS_OF_NAMES for atom in words)
    return kinds and all(atom.kind is Kind.NAME for atom in names)


def _words(atoms: Sequence[Atom]) -> list[str]:
    """The words without articles: a billion, billion."""
    return [word for atom in atoms for word in atom.words if word not in _ARTICLES]


def _digits(atoms: Sequence[Atom]) -> str:
    """The digits of words: the same ones are the same number in another notation."""
    return "".join(sign for atom in atoms for word in atom.words for sign in word if sign.isdigit())


def tells_when(dated: Sequence[Atom], words: Sequence[Atom]) -> bool:
    """Whether a date gives way to words that say when in another way: Sunday, New Year's Eve."""
    return any(atom.kind is Kind.DATE for atom in dated) and words[-1].words[-1] in TIME_NOUNS


def _is_vague(atom: Atom) -> bool:
    """Whether a date has no place in the calendar: recently."""
    return isinstance(atom.evidence, Date) and not any(sign.isdigit() for sign in atom.evidence.value)


def is_verb(side: Passage, words: Sequence[Atom]) -> bool:
    """Whether words stand where a verb does: after its subject or auxiliary, or before its object."""
    if words[0].kind is not Kind.WORD:
        return False
    before = _before(side, words[0])
    if before is None or before.key in determiners() or before.kind is Kind.FIGURE or is_demonym(before.key):
        return False
    word = words[0].key
    if before.key in verb_openers():
        return True
    after = _after(side, words[0])
    if before.content and after is not None and after.key in determiners():
        return True
    return word.endswith(_PARTICIPLES) or is_past(word)


def _before(side: Passage, atom: Atom) -> Atom | None:
    at = _place(side, atom)
    return side.atoms[at - 1] if at else None


def _after(side: Passage, atom: Atom) -> Atom | None:
    at = _place(side, atom) + 1
    return side.atoms[at] if at < len(side.atoms) else None


def _place(side: Passage, atom: Atom) -> int:
    """Where an atom stands among those of its passage, which are in order."""
    return bisect_left(side.atoms, atom.span.start, key=_START)
