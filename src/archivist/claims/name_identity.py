"""Which mentions of names can be mentions of the same one."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from archivist.claims.en import names as en
from archivist.text.plain import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SMALL = frozenset({"of", "the", "and", "for", "on", "in", "&"})
"""The small words inside names that initials and word order pass over."""


_OWNED = 3
"""The fewest letters of an acronym that leaves out whose body it stands for: of two, too many bodies have the same."""


@lru_cache(maxsize=4096)
def same_name(old: str, new: str) -> bool:
    """Whether two mentions, taken from two texts, can be mentions of the same one.

    True for a title, first name, abbreviation or fuller form more or less (Trump, Donald Trump; WHO, World Health
    Organization; the court, the Supreme Court of Norvia); false for another spelling, and for a qualifier that tells
    two places or bodies apart (Korea, South Korea).
    """
    a, b = form(old), form(new)
    if not a or not b:
        return False
    short, full = sorted((folded(a), folded(b)), key=len)
    if short == full:
        return bool(full)
    numbers = {word.lower() for words in (old.split(), new.split()) for word in words[1:] if word in en.NUMERALS}
    if len(numbers) > 1:
        return False
    return _is_acronym_of(a, b) or _is_acronym_of(b, a) or (bool(short) and _is_short_for(short, full))


def keys(surfaces: Sequence[str], introduced: Mapping[str, str]) -> list[str]:
    """For each mention in a text, the fullest form of its name: the last one before it, else the first after it.

    `introduced` maps the acronyms that the text explains to what they stand for.
    """
    first: dict[str, str] = {}
    for surface in dict.fromkeys(surfaces):
        for short in short_forms(surface):
            first.setdefault(short, surface)
    latest: dict[str, str] = {}
    found: list[str] = []
    for surface in surfaces:
        shown = introduced.get(surface, surface)
        for short in short_forms(shown):
            latest[short] = shown
        whole = " ".join(form(shown))
        fuller = latest.get(whole) or first.get(whole)
        found.append(key_of(shown, fuller) if fuller else whole)
    return found


def key_of(shown: str, fuller: str | None) -> str:
    """The key of a name: its form, or that of a fuller one which it may be short for and which can be the same."""
    return " ".join(form(fuller if fuller and same_name(shown, fuller) else shown))


@lru_cache(maxsize=4096)
def form(name: str) -> tuple[str, ...]:
    """The words of a name without article, title, possessive and tail, in its usual form where it has several."""
    words = plain(name).strip().removesuffix("'s").removesuffix("'").replace(",", "").split()
    while words and words[0].lower() == "the":
        words = words[1:]
    usual = aliases().get(" ".join(words))
    if usual or not words:
        return tuple((usual or "").split())
    lows = [w.lower().rstrip(".") for w in words]
    words = words[person_title_end(lows, 0) :] or words
    while len(words) > 1 and words[-1].lower().rstrip(".") in en.NAME_TAILS:
        if words[-1] in en.NUMERALS and words[-2].lower() in en.SERIES:
            break
        words = words[:-1]
    usual = aliases().get(" ".join(words))
    return tuple(usual.split()) if usual else tuple(words)


def title_end(lows: Sequence[str], start: int) -> int:
    """Where the title that begins at word `start` ends, or `start` where none begins: words that widen it, then it."""
    end = start
    for i in range(start, len(lows)):
        if lows[i] in en.TITLES:
            end = i + 1
        elif lows[i] not in en.TITLE_WIDENERS:
            break
    named = end > start and tuple(lows[end : end + 1]) == ("of",)
    return end + 2 if named and en.OFFICES.intersection(lows[end + 1 : end + 2]) else end


def person_title_end(lows: Sequence[str], start: int) -> int:
    """As `title_end`, but "King" and its like are no title where they are a surname or part of a place's name."""
    end = title_end(lows, start)
    if end - start == 1 and lows[start] in en.AMBIGUOUS_TITLES:
        surname = end == len(lows) and start > 0 and not is_demonym(lows[start - 1])
        surname = surname and lows[start - 1] not in _folded_places()
        return start if surname or lows[-1] in en.TYPE_NOUNS else end
    return end


def is_known(word: str) -> bool:
    """Whether a word is a name by itself: a country, a great city, or an acronym that is no common noun."""
    acronym = word.isupper() and len(word) > 1 and word.lower().rstrip(".") not in en.COMMON_ACRONYMS
    return acronym or is_place(word)


def is_place(word: str) -> bool:
    """Whether a word is listed as a name: a country, a great city, a body with several names."""
    return word in _places() or word in aliases()


def begins_listed(words: str) -> bool:
    """Whether words with "and" between them begin a name of the list of those with several forms: "Food and Drug"."""
    return words in _beginnings()


def is_demonym(low: str) -> bool:
    """Whether a lower-case word says that somebody or something belongs to a nation, continent or faith."""
    return low in _demonyms() or low.removesuffix("s") in _demonyms()


def folded(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a form with case, accents, hyphens and spelling variants taken out."""
    spelt = _spellings()
    lows = " ".join(words).replace("-", " ").lower().split()
    plainly = " ".join(spelt.get(w.rstrip("."), w.replace(".", "")) for w in lows)
    if plainly.isascii():
        return tuple(plainly.split())
    return tuple("".join(c for c in unicodedata.normalize("NFKD", plainly) if not unicodedata.combining(c)).split())


@lru_cache(maxsize=4096)
def short_forms(surface: str) -> tuple[str, ...]:
    """What a text may call a name of several words elsewhere: its surname, its first word, its initials."""
    words = form(surface)
    if len(words) == 1:
        return ()
    parts = [word for word in (words[-1:] + words[:1]) if stands_for_whole(word)]
    return tuple(short for short in (*parts, initials(words), _all_initials(words)) if len(short) > 1)


def stands_for_whole(word: str) -> bool:
    """Whether the first or last word of a name can stand for it: "Roe" for Ann Roe, not "China" for Air China."""
    return not is_known(word) and word.lower() not in en.TYPE_NOUNS


def initials(words: tuple[str, ...]) -> str:
    """The first letters of a form's words, small words passed over, in capitals."""
    return "".join(w[0] for w in words if w.lower() not in SMALL).upper()


def _all_initials(words: tuple[str, ...]) -> str:
    return "".join(w[0] for w in words).upper()


def acronyms(words: tuple[str, ...]) -> frozenset[str]:
    """The initials by which a form of several words is known, small words counted or not.

    Those of three letters or more also without whose body it is: the Norwegian Harbour Safety Board is the HSB.
    """
    if len(words) == 1:
        return frozenset()
    whole = {initials(words), _all_initials(words)}
    owned = words[1:] if _is_owner(words[0]) else ()
    return frozenset(whole | {short for short in (initials(owned), _all_initials(owned)) if len(short) >= _OWNED})


def _is_acronym_of(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether the one word `short` consists of the initials of `full`."""
    if len(short) != 1 or len(full) == 1:
        return False
    letters = short[0].replace(".", "")
    return letters.isupper() and len(letters) > 1 and letters in acronyms(full)


def _is_owner(word: str) -> bool:
    """Whether the first word of a name says whose body it is: a nation, or what belongs to one."""
    return is_demonym(word.lower()) or is_place(word)


def _is_short_for(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether `short` is what `full` leaves without a first name, a legal form or a closer description."""
    owned = len(short) > 1 and full[0] in _folded_places()
    if _ordered(short) == _ordered(full) or (owned and _ordered(short) == _ordered(full[1:])):
        return True
    if len(short) == len(full):
        return _differ_in_an_initial(short, full)
    if all(w in en.TYPE_NOUNS or w in SMALL for w in short):
        return set(short) <= set(full)
    if full[: len(short)] == short:
        return _may_follow(full[len(short) :], short)
    if full[-len(short) :] == short:
        return _may_precede(full[: -len(short)], full)
    return len(short) > 1 and _is_person(full) and full[0] == short[0] and full[-1] == short[-1]


def _ordered(words: tuple[str, ...]) -> list[str]:
    """The words of a form in one order: the Department of Fisheries is the Fisheries Department."""
    return sorted(word for word in words if word not in SMALL)


def _differ_in_an_initial(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether two forms of equal length differ only in a first name and its initial."""
    return len(full) > 1 and short[1:] == full[1:] and short[0][0] == full[0][0] and 1 in {len(short[0]), len(full[0])}


def _may_follow(rest: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Whether a name stays the same one with `rest` after it: a surname, a legal form, "of" and whose it is."""
    if all(w in en.CORPORATE for w in rest) or (rest[0] in SMALL and short[-1] in en.OF_HEADS):
        return True
    place = " ".join(short) in _folded_places()
    return not place and rest[0] not in SMALL and rest[-1] not in en.SETTINGS


def _may_precede(rest: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name stays the same one with `rest` before it: first names, or whose body it is."""
    if any(w in en.QUALIFIERS for w in rest) and not _is_own_name(rest[-1]):
        return False
    return _is_person(full) or all(is_demonym(w) or w in _folded_places() for w in rest)


def _is_own_name(word: str) -> bool:
    """Whether the last word before a name is a name itself, to which a qualifier belongs: the New York | Giants."""
    return word not in en.QUALIFIERS and word not in SMALL and word not in en.TYPE_NOUNS


def _is_person(full: tuple[str, ...]) -> bool:
    return full[-1] not in en.TYPE_NOUNS and not SMALL.intersection(full)


@cache
def _places() -> frozenset[str]:
    return frozenset(en.PLACES.split())


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(en.DEMONYMS.split())


@cache
def aliases() -> dict[str, str]:
    """Every form of the names that have several, with the usual one."""
    lines = [line.strip().split("|") for line in en.ALIASES.strip().splitlines()]
    return {variant: variants[0] for variants in lines for variant in variants}


@cache
def _beginnings() -> frozenset[str]:
    """The first three words of each listed name of which the second is "and"."""
    listed = (name.split() for name in aliases())
    return frozenset(" ".join(words[:3]) for words in listed if words[1:2] == ["and"])


@cache
def _folded_places() -> frozenset[str]:
    return frozenset(w.lower() for w in en.PLACES.split()) | {w.lower().replace(".", "") for w in aliases()}


@cache
def _spellings() -> dict[str, str]:
    return dict(pair.split("=") for pair in en.SPELLINGS.split())
