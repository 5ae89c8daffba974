"""Which words of a sentence are a cue, with its auxiliaries and particles, and whether they can be one."""

from __future__ import annotations

from functools import cache

from archivist.claims.attribution_phrases import head_of, is_adverb
from archivist.claims.attribution_words import QUOTATION
from archivist.claims.en.cues import ALSO_NOUNS, NOUNS, Cue, Form, Frame, cue_class, cues
from archivist.claims.en.sources import (
    AUXILIARIES,
    BE,
    CLITICS,
    DETERMINERS,
    MEANS,
    NAMING,
    NOT_SINGULAR,
    OBJECT_PRONOUNS,
    PLURALS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SEVERAL,
    WITHHELD,
    WITHHOLDING,
)
from archivist.model.noun import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.claims.attribution_phrases import Phrase
    from archivist.claims.attribution_words import Words
    from archivist.model.claim import CueClass

_AS_SAYING = ("as", "saying")
_TO_NAMING = 6  # words in which "not to be named" or "on condition of anonymity" shows itself
_GOING = frozenset({"go", "goes", "went", "going", "gone"})
_AWAY = frozenset({"up", "off", "down", "back", "away"})  # particles that make another verb of a cue: showed up
_COMPLEMENTS = frozenset({"that", "to", "how", "what", "why", "whether", "there", "not", "only", "in", "on", "$"})
_NO_COMPLEMENTS = frozenset({"of", "by", "are", "is", "was", "were"})


class CueWords(NamedTuple):
    """A cue in a sentence: its first and last word, its entry, and how it is put.

    `helped` is true with an auxiliary or a chain ("refused to") before it, `passive` where that is a form of "be"
    before a participle.
    """

    first: int
    last: int
    cue: Cue
    cue_class: CueClass | None
    helped: bool
    passive: bool

    @property
    def bare_ing(self) -> bool:
        """Whether it is a form such as "saying", without "is" before it."""
        return not self.helped and self.cue.form is Form.ING


@cache
def triggers() -> frozenset[str]:
    """The words at which an attribution can be found."""
    return NOUNS.union(("according", ":"), cues().words())


def cue_at(words: Words, at: int, floor: int) -> CueWords | None:
    """The cue whose verb stands at `at`; None where the verb is none here. It does not reach below word `floor`."""
    cue = cues()[words.low[at]]
    if cue.frame == Frame.CHAIN or _opens_chain(words, at, cue):
        return None
    last = at
    if at + 1 < words.size and words.low[at + 1] in cue.particles:
        last = at + 1
    elif cue.needs_particle:
        return None
    first = _first(words, at, floor)
    if first is None or _withholds_a_name(words, last, cue):
        return None
    before = words.low[first:at]
    passive = cue.form in {Form.PAST, Form.PARTICIPLE} and not BE.isdisjoint(before)
    if passive and words.low[last + 1 : last + 3] == _AS_SAYING:  # was quoted as saying: speaks, as "said" does
        at, last, cue, passive = last + 2, last + 2, cues()[_AS_SAYING[1]], False
    spoken = " ".join(words.low[at : last + 1])
    return CueWords(
        first,
        last,
        cue,
        cue_class(spoken),
        helped=not AUXILIARIES.isdisjoint(before) or "to" in before,
        passive=passive,
    )


def _withholds_a_name(words: Words, last: int, cue: Cue) -> bool:
    """Whether the verb only says that somebody is not to be named: asked not to be identified."""
    if cue.lemma not in WITHHOLDING:
        return False
    near = words.low[last + 1 : last + _TO_NAMING]
    return not (NAMING.isdisjoint(near) and WITHHELD.isdisjoint(near))


def _opens_chain(words: Words, at: int, cue: Cue) -> bool:
    """Whether the verb only opens a chain that ends in a cue: refused to | say."""
    if not cue.frame & Frame.CHAIN or words.low[at + 1 : at + 2] != ("to",) or at + 2 >= words.size:
        return False
    following = cues().get(words.low[at + 2])
    return following is not None and following.form is Form.BASE and following.frame != Frame.CHAIN


def _first(words: Words, at: int, floor: int) -> int | None:
    """The first word of the cue, with its auxiliaries, adverbs and chain; None for an infinitive of its own."""
    first = at
    while first > floor:
        low = words.low[first - 1]
        if low == "to":
            opener = _chain_opener(words, first - 2, floor)
            if opener is None:
                return None
            first = opener
        elif low in CLITICS:
            if not _is_shortened_verb(words, first - 1, floor):
                break
            first -= 1
        elif low in AUXILIARIES or is_adverb(words, first - 1):
            first -= 1
        else:
            break
    while first == floor and first < at and is_adverb(words, first):
        first += 1
        floor += 1
    return first


def _chain_opener(words: Words, at: int, floor: int) -> int | None:
    """Where the verb stands that opens a chain before "to": went on | to, went so far as | to, refused | to."""
    if words.low[max(floor, at - 2) : at + 1] == ("so", "far", "as"):
        at -= 2
        return at - 1 if at > floor and words.low[at - 1] in _GOING else None
    if at >= floor and words.low[at] == "on":
        at -= 1
        return at if at >= floor and words.low[at] in _GOING else None
    cue = cues().get(words.low[at]) if at >= floor else None
    return at if cue is not None and cue.frame & Frame.CHAIN else None


def _is_shortened_verb(words: Words, clitic: int, floor: int) -> bool:
    """Whether 's is short for "is" or "has", and no genitive."""
    owner = words.low[clitic - 1] if clitic > floor else ""
    return owner in PRONOUNS or owner in RELATIVES or words.low[clitic + 1].endswith("ing")


def agrees(words: Words, source: Phrase, found: CueWords) -> bool:
    """Whether the cue can be the verb of this subject, and is not a noun or part of a shortened clause."""
    cue = found.cue
    following = words.low[found.last + 1] if found.last + 1 < words.size else "."
    agent = following == "by" and "".join(words.low[found.last + 2 : found.last + 3]) not in MEANS
    shortened = cue.form is Form.PAST and agent
    briefed = cue.form is Form.PAST and cue.frame & Frame.ADDRESSEE and following in PREPOSITIONS
    away = following in _AWAY and words.low[found.last + 2 : found.last + 3] != ("to",)  # said up to 40 …
    if shortened or briefed or away or words.low[source[1]] in CLITICS:
        return False
    bare = cue.form in {Form.BASE, Form.THIRD} and not found.helped
    if bare and not _takes(words, found.last + 1, cue):
        return False
    return _fits(words, source, cue.form, helped=found.helped)


def _takes(words: Words, at: int, cue: Cue) -> bool:
    """Whether what stands at `at` can follow a verb, so that the word before it is no noun."""
    low = words.low[at] if at < words.size else "."
    if low in {",", ".", ":", QUOTATION}:
        return bool(cue.frame & Frame.SPEECH)
    if cue.lemma not in ALSO_NOUNS:
        return low not in _NO_COMPLEMENTS
    if words.low[at - 1] in cue.particles:
        return True
    noun = low in DETERMINERS or low in PRONOUNS or low in OBJECT_PRONOUNS
    return noun or low in _COMPLEMENTS or words.capital(at)


def _fits(words: Words, source: Phrase, form: Form, *, helped: bool) -> bool:
    """Whether the noun phrase can be the subject of this form: number, and a beginning that nouns have."""
    first, last = source
    while last > first and not words.low[last][0].isalnum():
        last -= 1
    opening, head = words.low[first], words.low[head_of(words, source)]
    if opening.endswith(("ed", "ing")) and not words.capital(first):
        return False
    inside = words.low[first:last]
    opens = opening in DETERMINERS or opening in PRONOUNS or opening in RELATIVES
    named = opens or words.capital(first) or words.capital(last)
    joined = "and" in inside and "to" not in inside
    plural = joined or any(
        low in PLURALS or (low.endswith("s") and not low.endswith("ss")) for low in (head, words.low[last])
    )
    if form is Form.THIRD:
        counted = words.low[last].isdigit() or (words.low[last] in SEVERAL and not words.capital(last))
        return named and not counted and words.low[last] not in NOT_SINGULAR
    if form is Form.BASE and not helped:
        return plural
    return named or plural
