"""Where, when, to whom and by what means a source said something: what an attribution may lose and be the same.

An adjunct of the reporting verb ("said in a statement on Monday") says nothing about what was said (docs/claims.md:
the same source, longer or shorter). It ends with its clause; a longer one tells more than the occasion.
"""

from __future__ import annotations

import re
from functools import cache

from archivist.claims.en.sources import VENUES
from archivist.model.span import Span
from archivist.text.plain import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Final

    from archivist.model.claim import Claim

_MOST_WORDS: Final = 12
_REACH: Final = 160
"""So many words are the occasion and nothing else, and so many code points are looked at for them."""

_TO_SOMEBODY: Final = frozenset({"tell", "tells", "told", "telling"})
"""Verbs whose object is who was told, before or without a preposition."""

_PREPOSITIONS: Final = frozenset({"at", "by", "during", "from", "in", "on", "over", "through", "to", "via"})
"""What such an adjunct opens with."""

_EDGES: Final = frozenset(
    {"after", "although", "and", "as", "because", "before", "but", "how", "if", "since", "that", "though", "unless"}
    | {"until", "what", "when", "where", "whether", "which", "while", "who", "whose", "why"}
)
"""Words that open a clause or another member, which is more than the occasion."""


def adjuncts(text: str, claims: Iterable[Claim]) -> Iterator[Span]:
    """The adjuncts behind the cues and sources of claims that have both, as stretches of code points."""
    for claim in claims:
        if claim.source is not None and claim.cue is not None and claim.cue_class is not None:
            for place in (_behind(text, claim, claim.source, claim.cue), _fronted(text, claim, claim.source)):
                if place is not None:
                    yield place


def _behind(text: str, claim: Claim, source: Span, cue: Span) -> Span | None:
    """The adjunct behind the cue, or behind a source that follows the cue (said Roe in a statement)."""
    inverted = cue.end <= source.start
    start = source.end if inverted else cue.end
    stops = [one.start for one in (*claim.content, source) if one.start >= start]
    if any(one.start < start < one.end for one in claim.content):
        return None
    stretch = plain(text[start : min([claim.span.end, start + _REACH, *stops])])
    if inverted and "," in source.of(text):  # said Roe, the mayor, in a statement
        stretch = stretch.replace(",", " ", 1) if stretch.lstrip().startswith(",") else stretch
    first = _word().search(stretch)
    told = cue.of(text).casefold() in _TO_SOMEBODY and not inverted
    if first is None or stretch[: first.start()].strip():
        return None
    if not told and first[0].casefold() not in _PREPOSITIONS:
        return None
    end = _end(stretch)
    return Span(start, start + end) if end else None


def _fronted(text: str, claim: Claim, source: Span) -> Span | None:
    """The adjunct that the claim begins with before its source, if it names what was said there: in a statement, ….

    Any other may belong to what was said: in Malmo, Roe said.
    """
    before = [one for one in (claim.cue, *claim.content) if one is not None and one.start < source.start]
    if before or not 0 < source.start - claim.span.start <= _REACH:
        return None
    stretch = plain(text[claim.span.start : source.start])
    first = _word().match(stretch)
    if first is None or first[0].casefold() not in _PREPOSITIONS:
        return None
    end = _end(stretch)
    named = any(word.casefold() in VENUES for word in _word().findall(stretch[:end]))
    return Span(claim.span.start, claim.span.start + end) if named and not stretch[end:].strip(" ,\n") else None


def _end(stretch: str) -> int:
    """Where the clause that the stretch begins with ends; 0 where it is too long for an occasion."""
    end = 0
    for number, match in enumerate(_word().finditer(stretch)):
        if stretch[end : match.start()].strip() or match[0].casefold() in _EDGES:
            break
        if number == _MOST_WORDS:
            return 0
        end = match.end()
    return end


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
