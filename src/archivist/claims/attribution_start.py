"""Where the content after a cue begins."""

from __future__ import annotations

from archivist.claims.attribution_phrases import is_finite, is_time
from archivist.claims.attribution_words import DASH, QUOTATION
from archivist.claims.en.cues import Form, Frame
from archivist.claims.en.hedges import QUANTITY_WORDS
from archivist.claims.en.sources import (
    AUXILIARIES,
    CLITICS,
    DETERMINERS,
    LOOSENING,
    LOOSENING_PAIRS,
    MARKING,
    MEANS,
    NO_CONTENT,
    OBJECT_PRONOUNS,
    OF_THE_CLOCK,
    PREPOSITIONS,
    PRONOUNS,
    QUESTIONS,
    TIMING,
    VENUES,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.claims.attribution_words import Words
    from archivist.claims.en.cues import Cue

STOPS = frozenset({".", "?", "!", ";", DASH})
_MARKS = MARKING | {QUOTATION}
_OPENING = frozenset({"$", "£", "€", "(", "[", "#", "@", "‘", "'", "-"})

# How many words are looked at, so that no sentence is read again and again.
_ASIDE = 14
_LONG_ASIDE = 36
_ADDRESSEE = 16
_TO_VENUE = 7


def first_word(words: Words, at: int, cue: Cue) -> int | None:
    """The first word of the content that follows a cue whose last word stands before `at`; None if none follows."""
    if at >= words.size or words.low[at] in STOPS:
        return None
    if words.low[at] == ",":
        return _after_comma(words, at) or _after_aside(words, at)
    if words.low[at] in {QUOTATION, "that", ":"}:
        return at + (words.low[at] == ":")
    if words.low[at] == "of":
        return _after_topic(words, at)
    start: int | None = at
    if cue.frame & Frame.ADDRESSEE:
        start = _after_addressee(words, at)
    return _after_adverbials(words, start, cue) if start is not None else None


def is_marked(words: Words, start: int) -> bool:
    """Whether a word or a quotation mark shows that content starts here."""
    return words.low[start] in _MARKS


def fits(words: Words, start: int, cue: Cue) -> bool:
    """Whether what starts at word `start` can be content of this cue."""
    if start >= words.size or is_marked(words, start):
        return start < words.size
    low = words.low[start]
    if low != "to" and _is_undertaken(cue):
        return False
    if low == "to":
        return bool(cue.frame & (Frame.INFINITIVE | Frame.ADDRESSEE))
    unmarked = Frame.CLAUSE | Frame.OBJECT | Frame.FINDING
    return (low[0].isalnum() or low in _OPENING) and bool(cue.frame & unmarked)


def _is_undertaken(cue: Cue) -> bool:
    """Whether the verb tells what somebody is at, where no "to" follows: is seeking a permit, is planning a fair."""
    willed = cue.frame & Frame.INFINITIVE and cue.frame & Frame.OBJECT
    return cue.form is Form.ING and cue.cue_class is None and bool(willed)


def _after_comma(words: Words, comma: int) -> int | None:
    """The word after the comma where it is content: said, | “…” · said, | that …."""
    return comma + 1 if words.low[comma + 1 : comma + 2] in ((QUOTATION,), ("that",)) else None


def _after_topic(words: Words, at: int) -> int | None:
    """The quotation after whom or what it is about: said of his successor, | “…”."""
    for comma in range(at + 1, min(words.size, at + _ASIDE)):
        if words.low[comma] == ",":
            return _after_comma(words, comma)
        if words.low[comma] in STOPS:
            return None
    return None


def _after_aside(words: Words, comma: int) -> int | None:
    """Content after a phrase between commas: said, on Monday, | that …."""
    if words.low[comma + 1 : comma + 2] == () or words.low[comma + 1] not in PREPOSITIONS:
        return None
    for at in range(comma + 2, min(words.size, comma + _ASIDE)):
        low = words.low[at]
        if low in STOPS or low == QUOTATION:
            return None
        if low == "," and (start := _after_comma(words, at)) is not None:
            return start
    return None


def _after_addressee(words: Words, at: int) -> int | None:
    """The word after the one who is told: told reporters in Ames | that …."""
    if words.low[at] in OBJECT_PRONOUNS:
        return at + 1
    start = _that_after_aside(words, at) or _that_ahead(words, at)
    if start is not None:
        return start
    for there in range(at, min(words.size, at + _ADDRESSEE)):
        low = words.low[there]
        if low in STOPS or low == ",":
            return _after_comma(words, there) if low == "," else None
        if low in {":", "about"}:
            return there + 1
        if low in QUESTIONS or low in {QUOTATION, "that", "to"} or (there > at and _starts_clause(words, there)):
            return there
    return None


def _that_after_aside(words: Words, at: int) -> int | None:
    """The "that" after a clause of time: told reporters as he left Ames, | that …."""
    timed = False
    for there in range(at, min(words.size, at + _LONG_ASIDE)):
        low = words.low[there]
        if low in STOPS or low == QUOTATION:
            return None
        timed |= low in TIMING
        if low == "that" and timed and words.low[there - 1] == "," and not _is_relative(words, there):
            return there
    return None


def _that_ahead(words: Words, at: int) -> int | None:
    """The "that" which ends an addressee of several words: told the younger of his two sons | that …."""
    for there in range(at, min(words.size, at + _ASIDE)):
        low = words.low[there]
        if low == "that" and words.low[there - 1] not in PREPOSITIONS and not _is_relative(words, there):
            return there
        if low in STOPS or low in {",", ":", QUOTATION, "to"} or (low in AUXILIARIES and low not in CLITICS):
            return None
    return None


def _is_relative(words: Words, that: int) -> bool:
    """Whether "that" is the subject of a relative clause: the meeting | that was held."""
    return that + 1 < words.size and is_finite(words, that + 1)


def _starts_clause(words: Words, at: int) -> bool:
    """Whether a new noun phrase starts here: told reporters | the plan …."""
    low, before = words.low[at], words.low[at - 1]
    if low in PRONOUNS or low == "there":
        return True
    if before in PREPOSITIONS or before in DETERMINERS or not before[0].isalnum():
        return False
    return low in DETERMINERS or (words.capital(at) and not words.capital(at - 1) and not is_time(words, at))


def _after_adverbials(words: Words, at: int, cue: Cue) -> int | None:
    """The first content word after words of time and venue: said | Monday in an interview | the plan …."""
    while at < words.size:
        low = words.low[at]
        if _opens_quantity(words, at):
            return at
        unfit = low in NO_CONTENT and not cue.frame & Frame.OBJECT and _after_means(words, at) is None
        if low in STOPS or low == "of" or unfit:
            return None
        if low == ",":
            return _after_comma(words, at)
        if low == ":":
            return at + 1
        after = _after_means(words, at) or _after_time(words, at) or _after_phrase(words, at, cue)
        if after is None:
            speech = cue.frame & Frame.SPEECH and not cue.frame & Frame.OBJECT
            bound = speech and low in PREPOSITIONS and low != "to"
            return None if bound else at
        at = after
    return None


def _opens_quantity(words: Words, at: int) -> bool:
    """Whether a word here loosens a quantity that content opens with: said | about 40 families had left."""
    amount = at + (2 if words.low[at : at + 2] in LOOSENING_PAIRS else words.low[at] in LOOSENING)
    if amount == at or amount >= words.size:
        return False
    low = words.low[amount]
    quantity = low[0].isdigit() or low in {"$", "£", "€"} or low in QUANTITY_WORDS
    return quantity and OF_THE_CLOCK.isdisjoint(words.low[amount : amount + 2])


def _after_means(words: Words, at: int) -> int | None:
    """The word after the means by which it is said: by phone | the plan. None where none is named here."""
    return at + 2 if words.low[at] == "by" and words.low[at + 1 : at + 2] and words.low[at + 1] in MEANS else None


def _after_time(words: Words, at: int) -> int | None:
    """The word after a time with its numbers: Oct. 12 | the plan. None where no time stands here."""
    if not is_time(words, at) or words.low[at + 1 : at + 2] == ("of",):
        return None
    at += 1
    while at < words.size and words.low[at].isdigit():
        at += 1
    return at


def _after_phrase(words: Words, at: int, cue: Cue) -> int | None:
    """The word after a prepositional phrase of time or venue, None where no such phrase stands here."""
    if words.low[at] not in PREPOSITIONS or (
        words.low[at] == "to" and cue.frame & (Frame.INFINITIVE | Frame.ADDRESSEE)
    ):
        return None
    for there in range(at + 1, min(words.size, at + _ADDRESSEE)):
        low = words.low[there]
        if low == QUOTATION or (low == "that" and not _is_relative(words, there)):
            return there
        if low == "," and _after_comma(words, there) is not None:
            return there
        if low in STOPS or low == "," or low in AUXILIARIES:
            break
    if at + 1 < words.size and is_time(words, at + 1):
        return at + 1
    venues = (there for there in range(at + 1, min(words.size, at + _TO_VENUE)) if words.low[there] in VENUES)
    return next((there + 1 for there in venues), None)
