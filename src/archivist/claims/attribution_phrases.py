"""Where a source begins and ends: the noun phrase before or after a cue."""

from __future__ import annotations

from itertools import pairwise

from archivist.claims.attribution_words import DASH, QUOTATION
from archivist.claims.en.cues import Form, cues
from archivist.claims.en.sources import (
    ADVERBS,
    AUXILIARIES,
    CLAUSE_WORDS,
    CLITICS,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOMINAL,
    PRONOUNS,
    RELATIVES,
    TIME_OPENERS,
    TIME_WORDS,
    VENUES,
)
from archivist.text.kept import kept

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.claims.attribution_words import Words

_SHORTEST_ADVERB = 4  # letters that no adverb in -ly has so few of: fly, only
_LONGEST = 45  # words of a source; a longer one is a misread sentence
_LONGEST_CLAUSE = 14  # words of a relative clause inside a source
_TO_VERB = 16  # words before an "and" among which a verb is looked for
_INNER_MARKS = frozenset({"'", "’", "-", "&", "$", "%", "/", "#", "£", "€"})
_ENDS = frozenset({".", "?", "!", ";", ":"})
_BOUNDS = _ENDS | {DASH, QUOTATION}

RELATIVE_OPENINGS = frozenset({"who", "whose", "which"})

Phrase = tuple[int, int]  # first and last word, both included


def is_adverb(words: Words, index: int) -> bool:
    """Whether the word can stand between a source and its cue."""
    low = words.low[index]
    return low in ADVERBS or (low.endswith("ly") and len(low) > _SHORTEST_ADVERB and not words.capital(index))


def is_time(words: Words, at: int) -> bool:
    """Whether a word for a time stands here, or one that opens such a phrase: Monday, late | Monday."""
    low = words.low[at]
    if low in TIME_OPENERS:
        return at + 1 < words.size and words.low[at + 1] in TIME_WORDS
    return low in TIME_WORDS


def is_finite(words: Words, index: int) -> bool:
    """Whether the word shows that a clause is under way: an auxiliary, or a cue verb in a finite form."""
    return _is_finite(words.low[index])


@kept
def _is_finite(low: str) -> bool:
    if low in CLITICS:
        return False
    if low in AUXILIARIES:
        return True
    cue = cues().get(low)
    return cue is not None and cue.form in {Form.PAST, Form.THIRD}


def subject(words: Words, last: int, floor: int) -> Phrase | None:
    """The noun phrase that ends at word `last`, with its apposition; None where there is none.

    It does not reach below word `floor`.
    """
    if last < floor:
        return None
    low = words.low[last]
    if low in PRONOUNS or (low in RELATIVES and last > floor):
        return last, last
    if low == ",":
        return _with_apposition(words, last, floor)
    if low == DASH:
        opening = _previous(words, last - 1, floor, DASH)
        before = subject(words, opening - 1, floor) if opening is not None and opening > floor else None
        return (before[0], last) if before else None
    return _with_clause(words, last, floor) or _plain(words, last, floor)


def head_of(words: Words, phrase: Phrase) -> int:
    """The word that the noun phrase is about: the last before its first preposition or relative clause."""
    head = phrase[0]
    for at in range(phrase[0], phrase[1] + 1):
        low = words.low[at]
        if at > phrase[0] and (low in PREPOSITIONS or low in RELATIVES or low == ","):
            break
        if low[0].isalnum():
            head = at
    return head


def _with_clause(words: Words, last: int, floor: int) -> Phrase | None:
    """A noun phrase with a relative clause that no comma closes: a woman who asked not to be named | said."""
    for at in range(last - 1, max(floor, last - _LONGEST_CLAUSE), -1):
        low = words.low[at]
        if low in _BOUNDS or low == ",":
            return None
        if low == "who" or (low == "that" and _is_relative(words, at)):
            inner = _plain(words, last, at + 1)
            fresh = inner is not None and (words.capital(inner[0]) or words.low[inner[0]] in DETERMINERS)
            owner = _plain(words, at - 1, floor)
            return (owner[0], last) if owner is not None and not fresh else None
    return None


def _is_relative(words: Words, that: int) -> bool:
    """Whether a verb follows "that", so that it opens a relative clause: the agency that runs the port."""
    low = words.low[that + 1] if that + 1 < words.size else ""
    return is_finite(words, that + 1) or (low.endswith(("ed", "s")) and low not in DETERMINERS) if low else False


def _previous(words: Words, index: int, floor: int, mark: str) -> int | None:
    for at in range(index, max(floor, index - _LONGEST) - 1, -1):
        if words.low[at] == mark:
            return at
    return None


def _plain(words: Words, last: int, floor: int) -> Phrase | None:
    """A noun phrase without apposition."""
    first = last + 1
    lowest = max(floor, last - _LONGEST)
    while first > lowest:
        at = first - 1
        low = words.low[at]
        if low == ")":
            opening = _previous(words, at, lowest, "(")
            if opening is None:
                break
            first = opening
            continue
        if _bounds(words, at):
            break
        first = at
    return _trimmed(words, first, last)


def _bounds(words: Words, at: int) -> bool:
    """Whether no noun phrase reaches over this word, going left."""
    low = words.low[at]
    if low in {"and", "or"}:
        return _joins_clauses(words, at)
    if low in CLAUSE_WORDS or low in PRONOUNS:
        return True
    if low in CLITICS:
        return at > 0 and words.low[at - 1] in PRONOUNS
    if low in AUXILIARIES or low in {QUOTATION, "p.m.", "a.m."}:
        return True
    if not low[0].isalnum():
        return low not in _INNER_MARKS
    return False


def _joins_clauses(words: Words, at: int) -> bool:
    """Whether the "and" joins clauses, not nouns: no verb stands before it in its clause, or names stand around it."""
    if at == 0 or at + 1 >= words.size or not words.low[at - 1][0].isalnum():
        return True
    opens = at == 1 or words.low[at - 2] in {".", ",", "but"}  # a capital there tells nothing
    alike = opens or words.capital(at - 1) == words.capital(at + 1)
    following = words.low[at + 1]
    if alike and (following not in DETERMINERS or following in POSSESSIVES or following == "other"):
        return False
    for before in range(at - 1, max(-1, at - _TO_VERB), -1):
        low = words.low[before]
        if low in _ENDS or low in CLAUSE_WORDS or low in {",", QUOTATION, DASH}:
            return False
        if is_finite(words, before) or low.endswith("ed") or low in PRONOUNS:
            return True
    return at > _TO_VERB


def _trimmed(words: Words, first: int, last: int) -> Phrase | None:
    """The phrase without the adverbs, conjunctions and phrases of time and place before it."""
    while first <= last and (words.low[first] in {"and", "or", "-"} or is_adverb(words, first)) and first < last:
        first += 1
    if first > last or words.low[first] in {"and", "or"}:
        return None
    if words.low[first] in PREPOSITIONS or is_time(words, first) or words.low[first] in {"earlier", "later"}:
        start = _after_adverbial(words, first, last)
        if start is None:
            return None
        first = start
    low = words.low[last]
    ends_badly = low in PREPOSITIONS or (low in DETERMINERS and low not in PRONOMINAL)
    if words.low[last] in {"her", "his"} and last > first:
        ends_badly = words.low[last - 1] not in PREPOSITIONS  # a spokesman for her, a friend of his
    if ends_badly or words.low[first] in CLITICS:
        return None
    return first, last


def _after_adverbial(words: Words, first: int, last: int) -> int | None:
    """Where a subject starts that follows a phrase of time or place without a comma: On Monday | the judge."""
    for at in range(first + 1, last + 1):
        before = words.low[at - 1]
        if before in PREPOSITIONS or before in DETERMINERS or is_time(words, at) or before in TIME_OPENERS:
            continue
        if words.low[at] in DETERMINERS:
            return at
        fresh = words.capital(at) and (before in TIME_WORDS or not words.capital(at - 1))
        if fresh or before in TIME_WORDS:
            return at
    return None


def _with_apposition(words: Words, comma: int, floor: int) -> Phrase | None:
    """The noun phrase before an apposition that ends at the comma: Ann Roe, the mayor, | said."""
    begins = [comma]
    at = comma - 1
    lowest = max(floor, comma - _LONGEST)
    while at >= lowest:
        low = words.low[at]
        if low in _BOUNDS or low in {"but", "because", "although"} or (low == "that" and not _is_relative(words, at)):
            break
        if low == ",":
            begins.append(at)
        at -= 1
    edges = [at, *reversed(begins)]  # each pair of neighbours encloses a segment
    for index, (before, after) in enumerate(pairwise(edges[:-1])):
        first, last = before + 1, after - 1
        if (
            first > last
            or _opens_adverbial(words, first)
            or any(is_finite(words, at) for at in range(first, last + 1))
        ):
            continue
        phrase = _plain(words, last, first)
        if phrase is not None and (phrase[0] == first or index == 0):
            aside = _opens_adverbial(words, after + 1) and words.low[after + 1] not in RELATIVE_OPENINGS
            return phrase if aside else (phrase[0], comma)
    return None


def _opens_adverbial(words: Words, at: int) -> bool:
    """Whether the word opens a phrase or clause that is no noun phrase: on Monday · speaking in Ames · when asked."""
    low = words.low[at]
    joined = (low in CLAUSE_WORDS and low not in {"and", "or"}) or low in PRONOUNS or low in PREPOSITIONS
    return joined or low.endswith("ing") or is_adverb(words, at)


def source_right(words: Words, first: int) -> Phrase | None:
    """The noun phrase that starts at word `first`, with its apposition: said | Ann Roe, the mayor."""
    low = words.low[first] if first < words.size else ""
    if not low or not (low[0].isalnum() or low == "$"):
        return None
    if low in PRONOUNS:
        return first, first
    bound = (low in PREPOSITIONS and low != "about") or low in CLAUSE_WORDS
    if bound or low in AUXILIARIES or is_adverb(words, first):
        return None
    last = first
    for at in range(first, min(words.size, first + _LONGEST)):
        low = words.low[at]
        if low in _BOUNDS:
            break
        if low == "," and not _apposition_follows(words, at):
            break
        if at > first and _ends_source(words, at):
            break
        last = at
    while last > first and words.low[last] == ",":
        last -= 1
    return first, last


def _apposition_follows(words: Words, comma: int) -> bool:
    """Whether the words after the comma go on naming the source: , the mayor; , 43; , who runs the port."""
    if comma + 1 >= words.size:
        return False
    low = words.low[comma + 1]
    if low in RELATIVE_OPENINGS:
        return True
    adverbial = low not in {"of", "including"} and (_opens_adverbial(words, comma + 1) or low in CLAUSE_WORDS)
    compared = low in {"more", "less", "up", "down", "compared"}
    return low[0].isalnum() and not adverbial and not compared and not is_time(words, comma + 1)


def _ends_source(words: Words, at: int) -> bool:
    """Whether an adverbial starts here: said Ann Roe | on Monday, | in a statement, | after the vote."""
    low = words.low[at]
    if low in {"after", "before", "during", "when", "while", "as", "because", "following", "via"}:
        return True
    if low in {"on", "in", "at", "to", "late", "earlier", "last", "this"}:
        following = words.low[at + 1 : at + 6]
        timed = at + 1 < words.size and is_time(words, at + 1)
        return timed or is_time(words, at) or any(word in VENUES for word in following[:4])
    counted = words.low[at - 1][0].isdigit() and words.low[at - 2] in PREPOSITIONS  # for 19 years
    return is_time(words, at) and words.low[at - 1] not in PREPOSITIONS and not counted
