"""Reading one number: digits, words, or both, with its scale, fraction and ordinal ending.

Works on the plain view of a text (`archivist.text.plain`), so that dashes and spaces have one spelling.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache

from archivist.claims.date_years import is_year
from archivist.claims.en import calendar
from archivist.claims.en import numbers as en
from archivist.claims.figure_context import approximator, begins_sentence, word_before
from archivist.claims.figure_words import MOST_KEPT, Number, divided, grown, link, of_scale

_MOST_DIGITS = 40
_FEW_PARTS = 10
"""In so many parts a share is told by saying how many of them."""
GLYPHS = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
    "⅘": (4, 5),
    "⅙": (1, 6),
    "⅚": (5, 6),
}
"""Fractions of one character: numerator and denominator."""
_RAISED = str.maketrans("⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "+-0123456789")
"""Raised digits and signs, and what they stand for."""
_TIMES = frozenset("x×*")
"""Signs of multiplication before a power of ten."""
_DIVISORS = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 16, 20, 32, 64, 100, 1000))
"""What digits may stand under a fraction bar: "9/11" and "24/7" are no fractions."""


# Spaces around the separators ("6 . 2", "10 , 000") are how tokenised text writes them.
_PATTERNS = {
    "literal": (
        r"(?:\d{1,3}(?:,\d{3}| , \d{3}){1,12}(?!,?\d)"
        r"|\d{1,3}(?:\.\d{3}){2,12}(?!\.?\d)"
        r"|\d{1,3}(?:\.\d{3}){1,12},\d{1,2}(?!\d)"
        r"|\d{1,3}(?:'\d{3}){1,12}(?!\d)(?:\.\d+)?"
        r"|[1-9]\d{0,2}(?: \d{3}){1,4}(?!,?\d)"
        r"|\d{1,2}(?:,\d{2}){1,4},\d{3}(?!,?\d)"
        r"|\d+(?:,\d{1,2}(?!,?\d|(?:\.| \. )\d))?)(?:(?:\.| \. )\d+)?|\.\d+"
    ),
    "ending": (
        r"(?: (?P<top>\d{1,2}))?(?:/| / )(?P<under>\d{1,4})(?![\d/]| /)|(?P<glyph>[^\W\dA-Za-z_])"
        r"|[eE](?P<ten>[+-]?\d{1,2})\b|\^(?P<power>[+-]?\d{1,2})\b|(?P<ordinal>st|nd|rd|th)\b"
    ),
    "times_power": r" ?[x×*] ?(10|2)(?:\^ ?([+-]?\d{1,3})\b|([^\w\s]?[^\W\dA-Za-z_]{1,3}))",
    "sign": r"( {0,2})([A-Za-z]{1,3})\b|()([A-Za-z]{4,11})\b",
    "word": r"[A-Za-z]+",
    "ratio": en.RATIO,
}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name])


@lru_cache(maxsize=MOST_KEPT)
def read_number(view: str, start: int, *, money: bool = False) -> Number | None:
    """The number that starts at `start` of the plain view `view`, as far as it reaches, or None.

    `money` says that a currency stands before it, after which "m" and "t" are scales. Neither sign nor unit is read.
    """
    number = _read(view, start, money=money)
    return number and (_as_ratio(view, number) or number)


def _read(view: str, start: int, *, money: bool = False) -> Number | None:
    literal = _pattern("literal").match(view, start)
    if literal:
        return _with_digits(view, literal, money=money)
    if view[start] in GLYPHS:
        return Number(start, start + 1, divided(*GLYPHS[view[start]]), fraction=True)
    word = _pattern("word").match(view, start)
    return _with_words(view, Number(start, word.end(), None, spelt=word[0].lower())) if word else None


def _literal_value(literal: str) -> Decimal:
    digits = literal.replace(" ", "").replace("'", "")
    if digits.count(".") > 1 or digits.find(".") < digits.find(","):
        digits = digits.replace(".", "")
    head, comma, tail = digits.rpartition(",")
    if comma:
        thousands = len(tail.partition(".")[0]) == len("000")
        digits = head.replace(",", "") + ("" if thousands else ".") + tail
    return Decimal(digits)


def _with_digits(view: str, literal: re.Match[str], *, money: bool) -> Number | None:
    start, end = literal.span()
    if end - start > _MOST_DIGITS:
        return None
    number = Number(start, end, _literal_value(literal[0]), bare=literal[0].isdecimal())
    ending = _pattern("ending").match(view, end)
    if view[end : end + 2].strip(" ")[:1] in _TIMES and (scientific := _times_power(view, number)):
        number = scientific
    elif ending:
        number = _with_ending(number, ending) or number
        if number.ordinal:
            return number
    sign = _pattern("sign").match(view, number.end)
    scale = _scale_sign(sign, view, start, money=money) if sign else 0
    if sign and scale and number.value is not None:
        return number._replace(end=sign.end(), value=number.value * scale, scale=scale, bare=False)
    return grown(view, number)


def _times_power(view: str, number: Number) -> Number | None:
    """The number times a power of ten or two, as in scientific notation: "6.02 x 10^23", "3×10⁸"; or None."""
    found = _pattern("times_power").match(view, number.end)
    power = (found[2] or found[3].translate(_RAISED)) if found else ""
    if not found or not power.lstrip("+-").isdecimal():
        return None
    value = (number.value or Decimal(0)) * Decimal(found[1]) ** int(power)
    return number._replace(end=found.end(), value=value, bare=False)


def _with_ending(number: Number, ending: re.Match[str]) -> Number | None:
    """The number with the fraction, exponent or ordinal ending that touches it; None where it is none of them."""
    value = number.value or Decimal(0)
    fraction = ordinal = False
    if ending["under"]:
        top, under = int(ending["top"] or value), int(ending["under"])
        if under not in _DIVISORS or not number.bare or top >= under:
            return None
        fraction = not ending["top"]
        value = divided(top, under) + (0 if fraction else value)
    elif ending["glyph"]:
        if ending["glyph"] not in GLYPHS:
            return None
        value += divided(*GLYPHS[ending["glyph"]])
    elif ending["ten"]:
        value = value.scaleb(int(ending["ten"]))
    elif ending["power"]:
        value = value ** int(ending["power"]) if value else value
    else:
        ordinal = True
    return number._replace(end=ending.end(), value=value, bare=False, fraction=fraction, ordinal=ordinal)


def _scale_sign(sign: re.Match[str], view: str, start: int, *, money: bool) -> int:
    """What the abbreviation after digits from `start` multiplies by, 0 where it is no scale ("5G" is a generation)."""
    space, letters = sign[1] or "", sign[2] or sign[4]
    if sign[4]:
        return en.SCALES.get(letters.lower(), 0)
    scale = en.SCALE_SIGNS.get(letters) or en.SCALE_SIGNS.get(letters.lower()) or 0
    if space and not money and letters in en.SPACED_UNITS:
        return 0
    if not scale and (not space or letters in en.SPACED_SCALE_LETTERS):
        generation = letters == "G" and not space and sign.start() - start == 1
        scale = 0 if generation else en.SCALE_LETTERS.get(letters, 0)
    if scale or space or letters not in en.SCALE_OR_UNIT:
        return scale
    counted = link(view, sign.end())
    millions = letters == "m" and counted and counted.direct and en.is_plural(counted.word)
    return en.SCALE_OR_UNIT[letters] if money or millions else 0


def _with_words(view: str, number: Number) -> Number | None:
    """The number that begins with the word `number.spelt`; None where it is no number word."""
    word = number.spelt
    if word in en.ARTICLES:
        return _after_article(view, number)
    if word in en.VAGUE:
        return _vague(view, number)
    if word in en.UNCOUNTED:
        return _without_article(view, number)
    if word in en.DENOMINATORS or word in en.ORDINALS:
        return _part_or_place(view, number)
    if word in en.TENS:
        return grown(view, number._replace(value=Decimal(en.TENS[word])), room=10)
    small = en.SMALL.get(word, en.MULTIPLES.get(word))
    return None if small is None else grown(view, number._replace(value=Decimal(small)))


def _part_or_place(view: str, number: Number) -> Number | None:
    """A part of a whole, or a place in a row, by the word `number.spelt`."""
    word = number.spelt
    if word == en.HALF or (word in en.DENOMINATORS and _is_part(view, number)):
        return of_scale(view, number._replace(value=divided(1, en.DENOMINATORS[word]), fraction=True))
    place = en.ORDINALS.get(word) or en.LARGE_ORDINALS.get(word)
    return number._replace(value=Decimal(place), ordinal=True) if place else None


def _after_article(view: str, number: Number) -> Number | None:
    """What an article makes of the word after it: "a hundred", "a dozen", "a third", "a few"."""
    following = link(view, number.end)
    if not following or not following.direct:
        return None
    word = following.word
    if word in en.VAGUE_AFTER_A:
        return _vague(view, number._replace(end=following.end, spelt=word))
    if word in en.ORDINALS and _names_place(view, following.end):
        return None
    if word == en.HUNDRED or word in en.SCALES or word in en.DENOMINATORS:
        return grown(view, number._replace(value=Decimal(1), spelt=en.A))
    return None


def _without_article(view: str, number: Number) -> Number | None:
    """What a scale counts without "a" before it, as in headlines: "Million told to stay in", "nearly hundred"."""
    following = link(view, number.end)
    named = following is not None and view[following.start].isupper()
    if (named or not _opens(view, number)) and not _is_counting(view, number):
        return None
    value = en.UNCOUNTED[number.spelt]
    return grown(view, number._replace(value=Decimal(value)), room=value)


def _is_counting(view: str, number: Number) -> bool:
    """Whether "the" stands before a scale and a plural noun behind it: "the million people", "the million gulls"."""
    if word_before(view, number.start).lower() not in en.COUNTING_BEFORE:
        return False
    first = link(view, number.end)
    second = link(view, first.end) if first and first.direct else None
    return any(one is not None and one.direct and en.is_plural(one.word) for one in (first, second))


def _is_part(view: str, number: Number) -> bool:
    """Whether a part of a whole stands without its article, as in headlines: "Third of cod stocks gone"."""
    whole = link(view, number.end)
    if not whole or not whole.of or view[whole.start].isupper() or whole.word in calendar.PERIODS:
        return False
    return whole.word not in en.SMALL and not whole.word.isdecimal() and _opens(view, number)


def _opens(view: str, number: Number) -> bool:
    """Whether a number stands where an article can be left out: first in its sentence, or loosened."""
    return begins_sentence(view, number.start) or bool(approximator(view, number.start))


def _names_place(view: str, end: int) -> bool:
    """Whether "a third", ending at `end`, is a place in a row ("a third day"), not a part ("a third of", "… more")."""
    noun = link(view, end)
    return noun is not None and noun.direct and noun.word not in en.FUNCTION_WORDS and not noun.word.endswith("er")


def _vague(view: str, number: Number) -> Number:
    """A vague number with the scale that follows it: "tens of thousands", "several hundred", "a few million"."""
    following = link(view, number.end)
    if following and not following.conjunction and not following.article:
        word = following.word
        if word == en.HUNDRED or word in en.SCALES or word in en.VAGUE:
            return number._replace(end=following.end)
    return number


def _as_ratio(view: str, number: Number) -> Number | None:
    """The share that "one in five", "nine out of ten" or "one over three" tells, or None.

    "in" mostly says where or when: it makes a ratio only of one, of some in ten, a hundred, a thousand, or of a few
    where nothing is before them that they could be the object of ("Two in five voters").
    """
    found = _pattern("ratio").match(view, number.end)
    top = number.value
    if not found or not top or number.scale > 1 or number.ordinal or not (number.spelt or number.bare):
        return None
    whole = _read(view, found.end())
    if not whole or not whole.value or whole.ordinal or whole.spelt == en.A or whole.value <= top:
        return None
    after = link(view, whole.end)
    timed = after is not None and after.direct and after.word in calendar.PERIODS
    if timed or (whole.bare and is_year(view, whole.start, whole.end)):
        return None
    round_whole = whole.value.normalize().as_tuple().digits == (1,)
    share = round_whole or (whole.value <= _FEW_PARTS and _opens(view, number))
    if found[1] == en.OUT_OF or top == 1 or (found[1] == en.IN and share):
        return number._replace(end=whole.end, value=divided(top, whole.value), fraction=True, bare=False)
    return None
