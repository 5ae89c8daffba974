"""What stands around a number: whether it is a quantity at all, whose age it is, and what loosens it.

Works on the plain view of a text (`archivist.text.plain`).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from archivist.claims.en import calendar
from archivist.claims.en import numbers as en
from archivist.claims.figure_words import MOST_KEPT, link

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.claims.figure_units import Unit
    from archivist.claims.figure_words import Link, Number

_WINDOW = 40
_LINE = 120
_MARGIN = 6
_OLDEST = 120
_SECOND = 2
_HIGHEST_STEP = 10


_PATTERNS = {
    "listed": r"\d{1,3}[.)] ",
    "marked": r"\d{1,2} ?\) ",
    "scoring": en.SCORING,
    "apposed": r"([A-Z][A-Za-z'.-]*), $",
    "apposed_end": r"[,.;:)\"'\n]|$| and ",
    "aged": en.AGED,
    "person": en.PERSON_IS,
    "singular": en.SINGULAR,
    "street": r"(?: [A-Z][a-z]+){1,3}? ([A-Z][a-z]+)\b(?! [A-Z])",
    "version": r"\d{1,2}\.\d{1,2}$",
    "further": en.FURTHER_ORDINAL,
    "of_life": en.OF_LIFE,
    "result": r"(?:\d{1,2}-\d{1,2}(?![\w%-]|[.,]\d)|\d{2,3}-(?!\d00)\d{2,3}(?= [A-Z]))",
    "sentence_start": r"(?:^|\n|[.!?:;][\"')]* |[\"'(]|- )$",
    "alone": r"[\d.,/]+(?: {1,2}[\d./]*[a-zA-Z]*)? *(?:\n|$)",
}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name])


@lru_cache(maxsize=MOST_KEPT)
def word_before(view: str, at: int) -> str:
    """The word that stands right before `at`, with its punctuation, or ""."""
    left = view[max(0, at - _WINDOW) : at]
    if left[-1:] in {"(", '"'}:
        left = f"{left[:-1].removesuffix(' ')} "
    if not left.endswith(" ") or not left[-2:-1].strip():
        return ""
    return left.rsplit(None, 1)[-1].lstrip('("')


def approximator(view: str, start: int) -> str:
    """The phrase right before `start` that loosens a number, in lower case, or ""."""
    if view[start - 1 : start] != " ":
        return ""
    words = view[max(0, start - _WINDOW) : start].lower().split()[-en.LONGEST_APPROXIMATOR :]
    phrases = (" ".join(words[first:]).lstrip("(\"'") for first in range(len(words)))
    return next((phrase for phrase in phrases if phrase in en.APPROXIMATORS), "")


def is_age(view: str, number: Number) -> bool:
    """Whether the surroundings make a number an age: ", 52,", "aged 52", "He was 91."."""
    if number.value is None or not 0 < number.value <= _OLDEST:
        return False
    window = view[max(0, number.start - _WINDOW) : number.start]
    if _pattern("aged").search(window):
        return True
    if not _pattern("apposed_end").match(view, number.end):
        return False
    apposed = _pattern("apposed").search(window) if number.bare else None
    if apposed:
        name = apposed[1].rstrip(".").lower()
        return name not in calendar.MONTHS and name not in calendar.WEEKDAYS
    return _pattern("person").search(window) is not None


def is_rank(view: str, number: Number) -> bool:
    """Whether the number is a place in an order: "No. 4", "number one", "a Category 4 storm"."""
    before = word_before(view, number.start).lower()
    return before in en.RANKS or (before in en.STEPS and number.value is not None and number.value <= _HIGHEST_STEP)


def is_of_life(view: str, at: int) -> bool:
    """Whether somebody's is said before `at`, so that "forties" are ages."""
    return _pattern("of_life").search(view, max(0, at - _WINDOW), at) is not None


def is_label(view: str, number: Number, unit: Unit) -> bool:
    """Whether the number says which one, not how many: "Article 9", "Boeing 737", "Formula One", "Oct. 11", "1. "."""
    before = word_before(view, number.start)
    if _is_day(view, number, before):
        return True
    if unit.name or number.scale > 1 or number.fraction or (before.lower() in en.STEPS and is_rank(view, number)):
        return False
    if number.bare and (_is_list_mark(view, number.start) or _is_house(view, number)):
        return True
    if _is_of_series(view, number, before.lower()):
        return True
    if (before.lower() in en.LABELS and not number.ordinal) or _names_one(view, number, before.lower()):
        return True
    lower = number.spelt and not view[number.start].isupper()
    return not lower and before != "" and not _in_title(view, number.start) and _names_with(view, number, before)


def _is_of_series(view: str, number: Number, before: str) -> bool:
    """Whether the number tells which of a series is meant: "on day two", but not "that day two died"."""
    if before not in en.SERIES or number.ordinal:
        return False
    earlier = word_before(view, number.start - len(before) - 1).lower()
    after = link(view, number.end)
    counts = after is not None and after.direct and (en.is_plural(after.word) or after.word in en.COUNTED)
    return not counts and (earlier in en.BEFORE_SERIES or not earlier)


def _names_with(view: str, number: Number, before: str) -> bool:
    """Whether a number makes a name with the word `before` it, or by its capital: "Boeing 737", "Group of Seven"."""
    capital = view[number.start].isupper()
    if not (capital or number.bare):
        return _is_version(view, number, before)
    return _is_name_part(view, number, before) or (capital and not begins_sentence(view, number.start))


def _is_version(view: str, number: Number, before: str) -> bool:
    """Whether a decimal number is the version of what a name before it names: "the release of Perl 5.38"."""
    if not _pattern("version").match(view, number.start, number.end):
        return False
    begins = number.start - len(before) - 1
    return _is_name_part(view, number, before) and not begins_sentence(view, begins)


def _names_one(view: str, number: Number, before: str) -> bool:
    """Whether the number names one thing or its kind: "the 486 is slow", "zero-coupon"."""
    if number.spelt == en.ZERO:
        after = link(view, number.end)
        return after is not None and after.hyphen
    return number.bare and before == en.THE and _pattern("singular").match(view, number.end) is not None


def _is_day(view: str, number: Number, before: str) -> bool:
    """Whether a month stands before or after the number, which then is a day of it."""
    if not (number.bare or number.ordinal):
        return False
    if before == ".":  # text that was cut into tokens: "nov . 6"
        month = word_before(view, view.rfind(".", 0, number.start))
        return month.lower() in calendar.MONTHS
    if before[:1].isupper() and before.rstrip(".,").lower() in calendar.MONTHS:
        return True
    after = link(view, number.end)
    return after is not None and after.word in calendar.MONTHS and _is_capital(view, after)


def _is_capital(view: str, word: Link) -> bool:
    return view[word.start].isupper()


def _is_list_mark(view: str, at: int) -> bool:
    _, newline, margin = view[max(0, at - _MARGIN) : at].rpartition("\n")
    begins = (newline or at <= _MARGIN) and not margin.strip(" -*(")
    opened = "(" in view[max(0, at - _WINDOW) : at]
    if _pattern("marked").match(view, at) and (begins if margin.strip() == "(" else not opened):
        return True
    return bool(begins) and _pattern("listed").match(view, at) is not None


def _is_house(view: str, number: Number) -> bool:
    """Whether the name of a street follows, so that the number is a house's: "221 Baker Street"."""
    capital = view[number.end : number.end + 1] == " " and view[number.end + 1 : number.end + 2].isupper()
    street = _pattern("street").match(view, number.end) if capital else None
    if not street or street[1].lower() not in en.STREETS:
        return False
    after = link(view, street.end())
    return not (after and after.direct and en.is_plural(after.word) and not _is_capital(view, after))


def begins_sentence(view: str, at: int) -> bool:
    """Whether a sentence begins at `at`: its first word has a capital whatever it is."""
    return _pattern("sentence_start").search(view[max(0, at - len('." ')) : at]) is not None


def _in_title(view: str, at: int) -> bool:
    """Whether the line is in title case, where capitals say nothing."""
    begin = view.rfind("\n", max(0, at - _LINE), at) + 1 or max(0, at - _LINE)
    end = view.find("\n", at, at + _LINE)
    words = view[begin : end if end >= 0 else at + _LINE].split()
    long = [word for word in words if len(word) > len("with") and word.isalpha()]
    return len(long) >= len(("Two", "Long", "Words")) and all(word[0].isupper() for word in long)


def _is_name_part(view: str, number: Number, before: str) -> bool:
    """Whether a word with a capital before the number makes a name with it."""
    word = before.lower()
    if word == before or not before[-1].isalnum() or word in en.FUNCTION_WORDS or word in calendar.WEEKDAYS:
        return False
    if word in en.OPENERS and begins_sentence(view, number.start - len(before) - 1):
        return False
    after = link(view, number.end)
    return not (after and after.direct and not after.hyphen and after.word in en.COUNTED)


def sign_start(view: str, start: int) -> int:
    """Where the minus before the figure at `start` begins, -1 if there is none."""
    if view[start - 1 : start] == "-" and (start == 1 or view[start - 2] in " \n(["):
        return start - 1
    line = view.rfind("\n", max(0, start - _MARGIN), start) + 1
    if start <= _MARGIN + line and view[line:start].strip() == "-" and _pattern("alone").match(view, start):
        return start - len("- ")
    before = word_before(view, start)
    return start - 1 - len(before) if before.lower() in en.MINUS else -1


def ordinal_counts(view: str, number: Number) -> bool:
    """Whether an ordinal tells a place in a row, rather than a date ("third quarter") or an idiom ("at first")."""
    further = _pattern("further").match(view, number.end)  # "the 9th and 5th centuries"
    noun = link(view, further.end() if further else number.end)
    if noun and not noun.direct:
        noun = None
    if noun and (noun.word in en.NOT_ORDERED or noun.word in en.NOT_COUNTED):
        return False
    if not number.spelt:
        return not (noun and _is_capital(view, noun))
    if number.value is None or number.value > _SECOND:
        return True
    before = word_before(view, number.start).lower()
    orders = noun is not None and noun.word.isalpha() and noun.word not in en.NOT_NOUNS
    if before in en.DETERMINERS or before.endswith(("'s", "s'")):
        return orders
    if number.value == _SECOND and before in en.PLACED:
        return True
    headed = begins_sentence(view, number.start) or (number.value == _SECOND and before not in en.NOT_SECOND_AFTER)
    return orders and headed and noun is not None and not noun.word.endswith(("ed", "ly"))


def is_score(view: str, at: int) -> bool:
    """Whether a verb of winning or losing stands before two numbers, so that they are no label of a name."""
    return _pattern("scoring").search(view, max(0, at - _LINE), at) is not None


def is_result(view: str, at: int) -> bool:
    """Whether two numbers behind a name are a result: "City 2-1 Rovers", but not "Boeing 737-800", "Pages 4-6"."""
    before = word_before(view, at)
    name = before.lower()
    if not _pattern("result").match(view, at) or not before[:1].isupper() or not before[-1].isalnum():
        return False
    known = name in calendar.MONTHS or name in calendar.WEEKDAYS or name in en.FUNCTION_WORDS
    return not known and name not in en.LABELS and name.removesuffix("s") not in en.LABELS


def one_counts(view: str, number: Number) -> bool:
    """Whether "one" counts something, rather than standing for someone."""
    after = link(view, number.end)
    if not after or word_before(view, number.start).lower() in en.NOT_ONE_AFTER:
        return False
    if after.hyphen:
        return after.word not in en.NOT_ONE_HYPHEN
    noun = after.word not in en.FUNCTION_WORDS and not after.word.endswith(("ly", "ed"))
    return after.direct and (noun or after.word in en.FATES)


def scores_count(view: str, number: Number) -> bool:
    """Whether "scores" is a number of people or things, rather than what a player does."""
    after = link(view, number.end)
    if after and (after.of or after.word in en.FATES or after.word in en.AFTER_SCORES):
        return True
    before = word_before(view, number.start).lower()
    return before in en.FATES or before in en.BEFORE_SCORES or begins_sentence(view, number.start)


def half_counts(view: str, number: Number) -> bool:
    """Whether "half" is a part of something, rather than a stretch of a game."""
    before = word_before(view, number.start).lower()
    after = link(view, number.end)
    if before in en.ORDINALS or before in en.NOT_HALF_AFTER:
        return False
    names_whole = after is not None and (after.of or after.article or after.word in en.HALF_BEFORE)
    return names_whole or before in en.HALF_AFTER
