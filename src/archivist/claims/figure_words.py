"""The grammar of number words: how the words of a cardinal add up, and which fraction follows.

Works on the plain view of a text (`archivist.text.plain`), so that dashes and spaces have one spelling.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal
from functools import cache, lru_cache

from archivist.claims.en import numbers as en
from archivist.model.noun import NamedTuple

_EXACT = Context(prec=28)
_HUNDRED = 100
_TEN = 10
_LARGEST = 10**40
"""Beyond this, words are repeated for effect, and count nothing."""

MOST_KEPT = 64
"""Of how many places it is kept what stands there: it is asked for as a date and as a figure, and for each rule."""


class Number(NamedTuple):
    """A number as read: its place, and what it is.

    `value` is None where the words are vague. `scale` is what the last scale word multiplied by (1 if none): the two
    ends of a range share it ("5 to 7 million"). `bare` says that it was nothing but one run of digits (years, labels
    and page numbers look like that), `ordinal` and `fraction` that it was written as one. `spelt` is its first word,
    in lower case, or "" for digits.
    """

    start: int
    end: int
    value: Decimal | None
    scale: int = 1
    ordinal: bool = False
    fraction: bool = False
    bare: bool = False
    spelt: str = ""


class Link(NamedTuple):
    """The next word, in lower case, and what joins it: a hyphen, "and", "of", an article, or just a space."""

    start: int
    end: int
    word: str
    hyphen: bool
    conjunction: bool
    of: bool
    article: bool

    @property
    def direct(self) -> bool:
        """Whether nothing but a space or a hyphen stands between."""
        return not (self.conjunction or self.of or self.article)


@cache
def _link_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:( {0,3}- {0,3})(?!and-)|(?: {1,3}|-)(and +|& |(?<=-)and-)?(of )?(an? |(?<=-and-)an?-)?)"
        r"([A-Za-z]+|\d{1,3}(?![.,]?\d))"
    )


@lru_cache(maxsize=MOST_KEPT)
def link(view: str, at: int) -> Link | None:
    """What follows at `at`: the next word and how it is joined, or None where no word follows."""
    found = _link_pattern().match(view, at)
    if not found:
        return None
    hyphen, conjunction, of, article, word = found.groups()
    return Link(found.start(5), found.end(), word.lower(), bool(hyphen), bool(conjunction), bool(of), bool(article))


def divided(top: Decimal | int, under: Decimal | int) -> Decimal:
    """`top` over `under`, to 28 digits whatever the decimal context of the caller."""
    return _EXACT.divide(Decimal(top), Decimal(under))


class _Sum:
    """A cardinal while its words come in.

    `closed` is what scales have already multiplied, `group` what the next one would multiply (None right after a
    scale), `room` the bound under which a further word may still be added: 100 after "hundred", 10 after "twenty".
    """

    __slots__ = ("closed", "end", "group", "room", "scale", "spelt")

    def __init__(self, number: Number, room: int) -> None:
        self.closed = Decimal(0)
        self.group = number.value
        self.room = room
        self.scale = 1
        self.end = number.end
        self.spelt = bool(number.spelt)

    @property
    def value(self) -> Decimal:
        return self.closed + (self.group or 0)

    def take(self, view: str, following: Link) -> bool:
        """Add the next word; False where the number has ended before it."""
        if following.of or following.article or self.value > _LARGEST:
            return False
        if following.word == en.HUNDRED:
            taken = not following.conjunction and self._times_hundred()
        elif following.word in en.SCALES:
            taken = not following.conjunction and self._times(en.SCALES[following.word])
        else:
            taken = self._plus(view, following)
        if taken:
            self.end = following.end
        return taken

    def _times_hundred(self) -> bool:
        if self.group is None:
            return False
        self.group *= _HUNDRED
        self.room = _HUNDRED
        return True

    def _times(self, scale: int) -> bool:
        """Multiply by a scale word; a dozen never counts hundreds ("three hundred and two dozen" is 324)."""
        if self.group is None:
            self.closed *= scale
        elif self.scale > 1 and scale >= self.scale:
            return False
        else:
            kept = self.group - self.group % _HUNDRED if scale == en.DOZEN else 0
            self.closed += kept + (self.group - kept) * scale
            self.group = None
        self.scale = scale
        self.room = scale if self.spelt else 0
        return True

    def _plus(self, view: str, following: Link) -> bool:
        word = following.word
        tens = en.TENS.get(word, 0)
        value = tens or en.SMALL.get(word, 0)
        if word.isdecimal() and following.conjunction and self.room == _HUNDRED:
            value = int(word)
        if not 0 < value < self.room:
            return False
        if following.conjunction and (
            self.room == _TEN or (not tens and denominator(view, following.end, alone=value == 1))
        ):
            return False
        self.group = value + (self.group or Decimal(0))
        self.room = _TEN if tens else 0
        return True


def grown(view: str, number: Number, *, room: int = 0) -> Number:
    """`number` with all the words that go on with it: further digits' words, scales, an ordinal ending, a fraction.

    `room` is the bound under which a word may still be added: 10 after "twenty".
    """
    following = link(view, number.end)
    if not following or not (following.conjunction or following.word in en.CONTINUING):
        return number
    total = _Sum(number, room)
    while following and total.take(view, following):
        following = link(view, total.end)
    bare = number.bare and total.end == number.end
    found = number._replace(end=total.end, value=total.value, scale=total.scale, bare=bare)
    if following and following.direct and total.room <= _HUNDRED:
        last = en.ORDINALS.get(following.word, 0)
        if 0 < last < total.room:
            return found._replace(end=following.end, value=total.value + last, ordinal=True)
    return _over(view, found) or _plus_fraction(view, found) or _with_point(view, found)


def denominator(view: str, at: int, *, alone: bool) -> tuple[int, int] | None:
    """The parts that a numerator before `at` counts ("thirds") and where they end; also singular ones if `alone`."""
    following = link(view, at)
    if not following or not following.direct:
        return None
    word = following.word
    if alone and word in en.DENOMINATORS:
        return en.DENOMINATORS[word], following.end
    if word in en.PARTS:
        return en.PARTS[word], following.end
    last = link(view, following.end) if word in en.TENS else None
    if last and last.direct and last.word.removesuffix("s") in en.ORDINALS and last.word.endswith("s"):
        return en.TENS[word] + en.ORDINALS[last.word.removesuffix("s")], last.end
    return None


def _over(view: str, number: Number) -> Number | None:
    """The number over the denominator that follows it: "three quarters", "one fifth of a million"."""
    value = number.value or Decimal(0)
    parts = denominator(view, number.end, alone=value == 1)
    if not parts:
        return None
    under, end = parts
    return of_scale(view, number._replace(end=end, value=divided(value, under), fraction=True, bare=False))


def _plus_fraction(view: str, number: Number) -> Number | None:
    """The number with a fraction added: "two and a half million", "two million and one half", "six and two thirds"."""
    value = number.value or Decimal(0)
    added = _added_fraction(view, number.end)
    if not added:
        return None
    part, end = added
    scaled = link(view, end)
    if scaled and scaled.direct and scaled.word in en.SCALES:
        scale = en.SCALES[scaled.word]
        whole = value if number.scale > scale else value * scale
        return number._replace(end=scaled.end, value=whole + part * scale, scale=scale, bare=False)
    return number._replace(end=end, value=value + part * number.scale, bare=False)


def _added_fraction(view: str, at: int) -> tuple[Decimal, int] | None:
    """The fraction that "and" adds at `at`, and where it ends."""
    following = link(view, at)
    if not following or not following.conjunction:
        return None
    if following.article:
        under = en.DENOMINATORS.get(following.word)
        return (divided(1, under), following.end) if under else None
    top = en.SMALL.get(following.word) or en.TENS.get(following.word)
    parts = denominator(view, following.end, alone=top == 1) if top else None
    return (divided(top, parts[0]), parts[1]) if top and parts else None


def _with_point(view: str, number: Number) -> Number:
    """The number with the decimals spelt after "point", and its scale: "two point five million"."""
    following = link(view, number.end)
    if not number.spelt or not following or not following.direct or following.word != en.POINT:
        return number
    digits = ""
    end = following.end
    while (digit := link(view, end)) and digit.direct and en.SMALL.get(digit.word, _TEN) < _TEN:
        digits += str(en.SMALL[digit.word])
        end = digit.end
    return of_scale(view, number._replace(end=end, value=Decimal(f"{number.value}.{digits}"))) if digits else number


def of_scale(view: str, number: Number) -> Number:
    """A part with the scale that it is a part of: "half a million", "a quarter of a million"."""
    following = link(view, number.end)
    scale = en.SCALES.get(following.word) if following and not following.conjunction else None
    if not following or not scale or not number.value:
        return number
    return number._replace(end=following.end, value=number.value * scale, scale=scale, fraction=False)
