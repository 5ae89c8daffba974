"""Names of people, places, bodies and events, told by capitals and by the words they are built with."""

from __future__ import annotations

import re
from functools import cache, cached_property
from itertools import dropwhile

from archivist.claims.en import names as en
from archivist.claims.name_identity import (
    SMALL,
    begins_listed,
    is_demonym,
    is_known,
    is_place,
    keys,
    person_title_end,
    same_name,
)
from archivist.claims.name_words import Capital, capitals, words_of
from archivist.model.claim import Name
from archivist.model.span import Span
from archivist.text.kept import kept
from archivist.text.paragraphs import paragraphs
from archivist.text.plain import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Protocol

    from archivist.claims.name_words import Capitals

    class Seen(Protocol):
        """What a text as a whole shows of a word, in lower case."""

        def with_capital(self, low: str) -> bool:
            """Whether it has a capital inside a sentence somewhere."""

        def without_capital(self, low: str) -> bool:
            """Whether it stands somewhere without a capital."""


__all__ = ["names", "same_name"]

_SOUGHT = 16
"""Words that are sought one by one in a text; where more are asked for, it is cut into words once."""

_BESIDE = 60
"""Code points around a word among which a space is looked for."""

_PATTERNS = {
    "number": r" \d{1,4}\b(?![.,]\d)",
    "introduced": r" ?\(\"?(?:the )?([A-Z][A-Za-z.&-]{1,9})\"?[);,]",
    "next": r"(?P<ends>'s\b|,)| ([a-z]+)",
}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name])


class _SeenInAll:
    """What the text shows whose capitalised words these are."""

    def __init__(self, view: str, read: Iterable[Capitals]) -> None:
        self._view = view
        self._capital = frozenset(word.low for one in read for word in one.proven())
        self._asked = 0

    @cached_property
    def _words(self) -> set[str]:
        return words_of(self._view)

    def with_capital(self, low: str) -> bool:
        return low in self._capital

    def without_capital(self, low: str) -> bool:
        if low not in self._view:
            return False
        if low.isalpha() and f" {low} " in self._view:
            return True
        self._asked += 1
        return low in self._words if self._asked > _SOUGHT else self._stands(low)

    def _stands(self, low: str) -> bool:
        """Whether it is a word in the text, told by what stands around each of its places up to the next spaces."""
        view, at = self._view, self._view.find(low)
        while at >= 0:
            end = at + len(low)
            if not view[end : end + 1].isalnum() or low[-1] == ".":
                before, after = view.rfind(" ", max(0, at - _BESIDE), at), view.find(" ", end, end + _BESIDE)
                if (before < 0 and at > _BESIDE) or (after < 0 and end + _BESIDE < len(view)):
                    return low in self._words
                if low in words_of(view[before + 1 : after if after >= 0 else len(view)]):
                    return True
            at = view.find(low, end)
        return False


def names(text: str) -> tuple[Name, ...]:
    """The mentions of people, places, organisations and events in `text`, in order and without overlap.

    A span leaves out titles before a name and a possessive ending. Words of belonging to a nation (Japanese), days,
    months, and titles alone name nobody. The key is the fullest form in the text of the same name, or its usual form
    where it has several ("United States"), and is fit for `same_name`.
    """
    return tuple(Name(span, key) for span, key in names_of(plain(text), paragraphs(text)).items())


def names_of(view: str, paragraphs: Sequence[Span]) -> dict[Span, str]:
    """The keys of the names of a text whose plain view has these paragraphs, by where they stand, as `names` does."""
    read = [capitals(view, paragraph) for paragraph in paragraphs]
    seen = _SeenInAll(view, read)
    spans = [span for one in read for span in mentions(view, one, seen)]
    found = keys([span.of(view) for span in spans], introductions(view, spans))
    return dict(zip(spans, found, strict=True))


def mentions(
    view: str, read: Capitals, seen: Seen, passed_over: Callable[[Capital], bool] | None = None
) -> list[Span]:
    """Where the names stand in the paragraph whose capitalised words these are.

    A word that stands alone is left out where it is `passed_over`, and what the text shows of it is not looked for.
    """
    spans: list[Span] = []
    for found in _runs(read.words):
        first = found[0]
        if passed_over is not None and len(found) == 1 and passed_over(first):
            continue
        if view.startswith("[", first.start - 1) and is_placeholder(view, first.start, found[-1].end):
            continue
        shouted = read.shouting and read.shouted(first)
        if shouted and not all(seen.with_capital(w.low) or is_place(w.text) for w in found):
            continue
        run = _without_opener(found, seen, view) if first.opens or _is_function_word(first) else found
        if len(run) == 1 and run[0].low not in en.NUMBERED:
            start = run[0].start
            spans += [Span(start + begin, start + end) for begin, end in _alone(run[0].text)]
        else:
            for part in _parts(run):
                spans += _spans(part, view)
    return spans


@kept
def _alone(word: str) -> tuple[Span, ...]:
    """Where in a capitalised word by itself, which no number follows, names stand: mostly it is one or none."""
    run = [Capital(word, 0, len(word), word.lower().rstrip("."), "", opens=False)]
    return tuple(span for part in _parts(run) for span in _spans(part, word))


def is_placeholder(text: str, start: int, end: int) -> bool:
    """Whether words in capitals fill square brackets, and so hold the place of something that is not text: [PHOTO]."""
    return text[start - 1 : start] == "[" and text[end : end + 1] == "]" and text[start:end].isupper()


def _runs(words: list[Capital]) -> list[list[Capital]]:
    """The capitalised words that belong together by what stands between them."""
    runs: list[list[Capital]] = []
    run: list[Capital] = []
    chained = False
    for word in words:
        if _calendar(word) or (word.text[0] == "I" and _is_pronoun(word, run)):
            run = []
        elif word.link and run and not word.opens and run[-1].text != "I" and _joins(run, word, chained=chained):
            run.append(word)
            chained = chained or word.link in {"of", "for"}
        else:
            run = [word]
            runs.append(run)
            chained = False
    return runs


def _is_pronoun(word: Capital, run: list[Capital]) -> bool:
    """Whether a word is "I", which is a number behind a run such as "World War"."""
    counted = len(run) > 1 and run[-1].low in en.SERIES
    return word.text.split("'")[0] == "I" and not counted


def _calendar(word: Capital) -> bool:
    """Whether a word is a day or a month, alone or as in "mid-June"."""
    return (word.low.rpartition("-")[2] if "-" in word.low else word.low) in en.CALENDAR


def _joins(run: list[Capital], word: Capital, *, chained: bool) -> bool:
    """Whether `word` continues the name that `run` began. `chained` says that "of" or "for" stood in it already."""
    if word.link == " " or word.link in en.PARTICLES:
        return True
    left = run[-1]
    if word.link == "'":
        whose = left.low in en.BENEFICIARIES
        return whose or (word.low in en.TYPE_NOUNS and not is_known(left.text))
    if word.link == "and":
        return (chained and not is_known(word.text)) or begins_listed(f"{left.text} and {word.text}")
    if word.link in {"of", "for"}:
        office = left.low in en.TITLES and word.low in en.OFFICES
        return office or left.low in en.OF_HEADS
    return word.link == "on" and left.low in en.DELIBERATIONS


def _without_opener(run: list[Capital], seen: Seen, view: str) -> list[Capital]:
    """`run` without a first word that has its capital only from its place, and without function words at its start."""
    if _is_function_word(run[0]):
        run = list(dropwhile(_is_function_word, run))
    if not run or not run[0].opens or run[0].acronym:
        return run
    first = run[0]
    if is_known(first.text) or seen.with_capital(first.low):
        return run
    if len(run) == 1:
        return run if not seen.without_capital(first.text.lower()) and _is_subject(first, view) else []
    proper = run[1].link != " " or (run[-1] is run[1] and run[1].low in en.TYPE_NOUNS)
    common = seen.without_capital(first.text.lower()) or (_looks_common(first.low) and is_known(run[1].text))
    return run[1:] if common and not proper else run


def _is_function_word(word: Capital) -> bool:
    low = word.low
    return (low.partition("-")[0] if "-" in low else low) in en.FUNCTION_WORDS and not word.acronym


def _is_subject(word: Capital, view: str) -> bool:
    """Whether a word that opens a sentence alone and is seen nowhere else reads as a name with its predicate."""
    if _looks_common(word.low):
        return False
    match = _pattern("next").match(view, word.end)
    if match is None or match["ends"]:
        return match is not None
    return match[2] in en.PREDICATES or match[2].endswith("ed")


def _looks_common(low: str) -> bool:
    """Whether a word that opens a sentence alone is more likely a common word than a name."""
    known = low in en.OPENERS or low in en.TITLES or low in en.TYPE_NOUNS
    return known or low in en.TITLE_WIDENERS or low.endswith(en.COMMON_ENDINGS)


def _parts(run: list[Capital]) -> list[list[Capital]]:
    """`run` cut where titles stand: "Bank of England Governor Ann Oduya" is two names."""
    if en.TITLES.isdisjoint([word.low for word in run]):
        part = [word for word in run if word.low not in SMALL]
        return [part] if part else []
    lows: list[str] = []
    places: list[int] = []
    for i, word in enumerate(run):
        if word.link in SMALL and i:
            lows.append(word.link)
            places.append(i)
        lows.append(word.low)
        places.append(i)
    parts: list[list[Capital]] = [[]]
    at = 0
    while at < len(lows):
        end = at if at and lows[at - 1] in SMALL else person_title_end(lows, at)
        if end > at:
            parts.append([])
        elif lows[at] not in SMALL:
            parts[-1].append(run[places[at]])
        at = max(end, at + 1)
    return [part for part in parts if part]


def _spans(part: list[Capital], view: str) -> list[Span]:
    """Where the names in one part of a run stand."""
    first, last = part[0], part[-1]
    if is_demonym(last.low) and all(is_demonym(w.low) or w.low in en.QUALIFIERS for w in part):
        return []
    if len(part) == 1 and last.low in en.NUMBERED and (number := _pattern("number").match(view, last.end)):
        return [Span(first.start, number.end())]
    if len(part) == 1:
        return [span for span in _pieces(first) if _names_somebody(span.of(view))]
    stem, _, ending = last.text.rpartition("-")
    end = last.end - len(ending) - 1 if stem and ending in en.HYPHEN_SUFFIXES else last.end
    number = _pattern("number").match(view, end) if last.low in en.NUMBERED else None
    prefix = first.text.partition("-")[0]
    start = first.start + (len(prefix) + 1 if prefix in en.HYPHEN_PREFIXES and prefix != first.text else 0)
    return [Span(start, number.end() if number else end)]


def _pieces(word: Capital) -> list[Span]:
    """The names in a compound: two countries joined, or a name with an adjective's ending; else the whole."""
    if "-" not in word.text:
        return [Span(word.start, word.end)]
    pieces = word.text.split("-")
    capital = [p[:1].isupper() for p in pieces]
    adjective = pieces[-1] in en.HYPHEN_SUFFIXES or pieces[0] in en.HYPHEN_PREFIXES
    nations = all(c and (is_known(p) or is_demonym(p.lower())) for p, c in zip(pieces, capital, strict=True))
    if not (adjective or nations):
        return [Span(word.start, word.end)]
    spans: list[Span] = []
    at = word.start
    for piece, is_name in zip(pieces, capital, strict=True):
        if is_name:
            spans.append(Span(at, at + len(piece)))
        at += len(piece) + 1
    return spans


def _names_somebody(word: str) -> bool:
    """Whether a single capitalised word can be a name."""
    low = word.lower().rstrip(".")
    nobody = is_demonym(low) or low in en.CALENDAR or low in en.TITLES or low in en.UNITS
    return len(low) > 1 and not low.isdigit() and not nobody and not (word.isupper() and low in en.COMMON_ACRONYMS)


def introductions(view: str, spans: Sequence[Span]) -> dict[str, str]:
    """The acronyms that the text itself explains: "the Harbour Safety Board (HSB)"."""
    found: dict[str, str] = {}
    for span in spans:
        if "(" not in view[span.end : span.end + len(" (")] or " " not in span.of(view):
            continue
        if match := _pattern("introduced").match(view, span.end):
            found.setdefault(match[1], span.of(view))
    return found
