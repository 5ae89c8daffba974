"""Sentences that tell of something that happened, though nobody and nothing is named: they entered through the roof.

Such a sentence is told in the past tense, of others than writer and reader, and of what was and not of what may be or
ought to be; one that argues or states a rule is in the present or has a modal (C. S. Smith, "Modes of Discourse",
2003: narrative against information and argument).
"""

from __future__ import annotations

from functools import cache

from archivist.claims.en.negation import IRREGULAR
from archivist.claims.en.phrases import determiners, general, present, third_persons
from archivist.diff.facet_words import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

    from archivist.diff.facet_words import Atom
    from archivist.diff.reading import Passage

_PAST_ENDING: Final = "ed"
_PAST_AUXILIARIES: Final = frozenset({"was", "were", "had", "did"})
_LONGEST_SUBJECT: Final = 3
"""So many words after its article the subject that opens a passage has at most."""
_SUBJECTS: Final = frozenset({"it", "they", "he", "she", "who", "which", "that"})


def tells_an_episode(side: Passage) -> bool:
    """Whether a passage tells of something that happened.

    Where it speaks of persons by pronoun, a word in the past is enough; else a verb must have the place of one, and
    none that is known as such may be in the present.
    """
    if argues(side):
        return False
    words = _words(side)
    if not words.isdisjoint(third_persons()):
        return any(_has_past(atom) for atom in side.atoms)
    return words.isdisjoint(present()) and any(_is_past_verb(side, at) for at in range(len(side.atoms)))


def argues(side: Passage) -> bool:
    """Whether a passage is about more than what happened: writer, reader, or what may or ought to be."""
    return not _words(side).isdisjoint(general())


def _words(side: Passage) -> set[str]:
    return {word for atom in side.atoms for word in atom.words}


def is_past(word: str) -> bool:
    """Whether a word has the form of a verb in the past, which may be that of a participle."""
    return word.endswith(_PAST_ENDING) or word in _irregular()


def _has_past(atom: Atom) -> bool:
    return atom.key in _PAST_AUXILIARIES or is_past(atom.key)


def _is_past_verb(side: Passage, at: int) -> bool:
    """Whether an atom is a verb in the past, and no participle.

    It is an auxiliary, or stands between its subject and object, or after the subject that opens the passage.
    """
    atom = side.atoms[at]
    if atom.key in _PAST_AUXILIARIES:
        return True
    if at == 0 or not is_past(atom.key):
        return False
    before, after = side.atoms[at - 1], side.atoms[at + 1] if at + 1 < len(side.atoms) else None
    if before.key in _SUBJECTS:
        return True
    counted = after is not None and (after.key in determiners() or after.kind in {Kind.FIGURE, Kind.DATE})
    return before.content and (counted or _follows_subject(side, at))


def _follows_subject(side: Passage, at: int) -> bool:
    """Whether all that stands before an atom is an article and the noun phrase that it opens."""
    opening = side.atoms[0].key in determiners() and at <= 1 + _LONGEST_SUBJECT
    return opening and all(atom.content for atom in side.atoms[1:at])


@cache
def _irregular() -> frozenset[str]:
    """The irregular forms of verbs."""
    return frozenset(pair.partition("=")[0] for pair in IRREGULAR.split())
