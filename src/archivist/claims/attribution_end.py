"""Where content ends, and whether it is content at all or belongs to somebody else."""

from __future__ import annotations

from archivist.claims.attribution_phrases import is_finite, is_time, source_right, subject
from archivist.claims.attribution_start import STOPS, first_word
from archivist.claims.attribution_words import DASH, QUOTATION
from archivist.claims.en.cues import Form, Frame, cues
from archivist.claims.en.sources import (
    AUXILIARIES,
    CLAUSE_WORDS,
    CLITICS,
    DETERMINERS,
    FRONTED,
    PREPOSITIONS,
    PRONOUNS,
    TIME_WORDS,
    TITLING,
    VENUES,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.claims.attribution_phrases import Phrase
    from archivist.claims.attribution_words import Words
    from archivist.claims.en.cues import Cue

_CLAUSE_OPENINGS = frozenset({"that", "to", "how", "what", "why", "whether", "where", "who", "if"})
_JOINING = frozenset({"but", "and", "while", "though", "although", "yet"})
_TAIL = frozenset({",", ".", "-", "?", "!"})
_ENDING = frozenset({".", ";", DASH})

# How many words are looked at, so that no sentence is read again and again.
_LONGEST_CONTENT = 400
_LONGEST_CLOSING = 16
_LONGEST_INTRODUCTION = 60
_TO_VERB = 8


def last_word(words: Words, first: int, cue: Cue, sentence: int) -> int:
    """The last word of the content that starts at `first`, in the sentence that starts at word `sentence`."""
    clause = bool(cue.frame & Frame.CLAUSE) or words.low[first] in _CLAUSE_OPENINGS
    last = first
    has_verb = is_finite(words, first)
    for at in range(first + 1, min(words.size, first + _LONGEST_CONTENT)):
        low = words.low[at]
        if low in _ENDING or (words.low[at - 1] == QUOTATION and _is_participle(low)):
            break
        if low == "," and (at + 1 == words.size or _ends_at_comma(words, at, cue, sentence, clause=clause)):
            break
        if low in {"and", "but"} and _new_verb(words, at + 1, cue, has_verb=has_verb):
            break
        if not clause and _ends_object(words, at):
            break
        has_verb |= is_finite(words, at)
        last = at
    while last > first and words.low[last] in _TAIL:
        last -= 1
    return last


def _ends_at_comma(words: Words, comma: int, cue: Cue, sentence: int, *, clause: bool) -> bool:
    """Whether what follows the comma is no longer content."""
    low = words.low[comma + 1]
    if low in {"which", "according"} or _is_participle(low):
        return True
    if not clause and (low in PREPOSITIONS or low in {"who", "whose"} or low.endswith("ing")):
        return True
    if low in _JOINING:
        return _new_verb(words, comma + 2, cue, has_verb=True) or _own_cue(words, comma + 2)
    opening = words.low[sentence + (words.low[sentence] in {"and", "but"})]
    return opening in FRONTED and (_main_clause(words, comma + 1) or _own_cue(words, comma + 1))


def _main_clause(words: Words, start: int) -> bool:
    """Whether a main clause starts here, after a subordinate one: When the court ruled, | he had left."""
    if words.low[start] in PRONOUNS:
        return True
    if words.low[start] not in DETERMINERS and not words.capital(start):
        return False
    for low in words.low[start + 1 : start + _TO_VERB]:
        if low in {",", "and", "or"} or low in STOPS:
            return False
        if low in AUXILIARIES and low not in CLITICS:
            return True
    return False


def _is_participle(low: str) -> bool:
    """Whether the word opens a clause such as: adding that …."""
    cue = cues().get(low)
    return cue is not None and cue.form is Form.ING


def _own_cue(words: Words, start: int) -> bool:
    """Whether a source with a cue of its own starts here."""
    for at in range(start + 1, min(words.size, start + _TO_VERB + 1)):
        low = words.low[at]
        if low in {",", QUOTATION} or low in STOPS or (low in CLAUSE_WORDS and low not in {"and", "or"}):
            return False
        following = cues().get(low)
        if following is None or following.frame == Frame.CHAIN:
            continue
        first = at
        while first > start and words.low[first - 1] in AUXILIARIES:
            first -= 1
        if first < at or following.form in {Form.PAST, Form.THIRD}:
            found = subject(words, first - 1, start)
            return found is not None and found[0] <= start + 1
    return False


def _new_verb(words: Words, at: int, cue: Cue, *, has_verb: bool) -> bool:
    """Whether the source of `cue` goes on here with another cue: called it unfair and | vowed ….

    Content that has a verb of its own can go on with another; there only a verb of speech is a new cue.
    """
    following = cues().get(words.low[at]) if at < words.size else None
    if following is None or following.form is not cue.form or following.form in {Form.BASE, Form.ING}:
        return False
    return not has_verb or bool(following.frame & Frame.SPEECH)


def _ends_object(words: Words, at: int) -> bool:
    """Whether an adverbial starts here that tells when or where the cue happened, not what it was about."""
    low = words.low[at]
    if low in {"during", "when", "while", "because", "after"} or is_time(words, at):
        return True
    if low not in {"on", "in", "at"} or at + 1 >= words.size:
        return False
    return is_time(words, at + 1) or (low != "on" and not VENUES.isdisjoint(words.low[at + 1 : at + 5]))


def given_later(words: Words, start: int, end: int) -> bool:
    """Whether content that seems to run from `start` to `end` closes by giving all of it to another source.

    …, according to the group · …, the group said · …, said the group.
    """
    if "according" in words.low[end + 1 : end + 3]:
        return True
    for comma in range(end - 1, max(start, end - _LONGEST_CLOSING), -1):
        if words.low[comma] == ",":
            return _closes(words, comma + 1, end)
    return False


def _closes(words: Words, first: int, end: int) -> bool:
    """Whether the words from `first` to `end` are a source and a cue without content of its own."""
    table = cues()
    opening = table.get(words.low[first])
    if opening is not None and opening.frame & Frame.SPEECH and opening.form is Form.PAST:
        source = source_right(words, first + 1)
        return source is not None and source[1] >= end
    for at in range(first + 1, min(end, first + _TO_VERB) + 1):
        cue = table.get(words.low[at])
        if cue is not None and cue.frame & Frame.SPEECH and cue.form in {Form.PAST, Form.THIRD}:
            source = subject(words, at - 1, first)
            return source is not None and source[0] == first and first_word(words, at + 1, cue) is None
    return False


def stands_alone(words: Words, behind: Phrase, start: int) -> bool:
    """Whether what stands before a source is content although content follows it too, and no introduction to it."""
    first, last = behind
    if words.low[first] == QUOTATION:
        return True
    if words.low[start] != QUOTATION:
        return False
    inner = range(first + 1, min(last, first + _LONGEST_INTRODUCTION) + 1)
    opens = words.low[first].endswith("ing") or words.low[first] in PREPOSITIONS
    if any(words.low[at] == QUOTATION and words.low[at - 1] not in TITLING for at in inner):
        return not opens
    introduces = opens or words.low[first] in CLAUSE_WORDS or words.low[first] in TIME_WORDS
    return not introduces and any(is_finite(words, at) for at in inner)
