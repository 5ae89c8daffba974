"""Words between quotation marks that differ between two matched passages."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from archivist.diff.cover import Cover
from archivist.diff.facet_words import fold
from archivist.model.report import Evidence, Facet, FacetKind
from archivist.text.plain import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from archivist.diff.reading import Passage
    from archivist.model.span import Span

_PARAPHRASED = 0.6
"""The share of a quotation's words that must stand on the other side for it to count as paraphrased there."""


def verbatim(text: str) -> tuple[str, ...]:
    """The words of a quotation as said: without marks, spacing, punctuation and case."""
    return tuple(word.casefold() for word in _word().findall(plain(text)))


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+(?:'[^\W_]+)*|[%$£¥]|€")


@cache
def _address() -> re.Pattern[str]:
    """Signs without a space among which a slash or a full stop joins two words."""
    return re.compile(r"[^\s/.]*[/.][\w#?][\w/.#?=&%:-]*")


def quotes(old: Passage, new: Passage) -> list[Facet]:
    """One facet for each quotation that differs.

    Rules: `quote-words-differ`; `quote-became-paraphrase` and `paraphrase-became-quote` where the words stand without
    marks on the other side; `quote-dropped` and `quote-added` where they do not.
    """
    said = [_said(side) for side in (old, new)]
    if [word for _, one in said[0] for word in one] == [word for _, one in said[1] for word in one]:
        return []
    left_old = _without(said[0], said[1])
    left_new = _without(said[1], said[0])
    pairs = min(len(left_old), len(left_new))
    facets = [
        Facet(FacetKind.QUOTE, _evidence(was, old.text), _evidence(now, new.text), rule="quote-words-differ")
        for was, now in zip(left_old[:pairs], left_new[:pairs], strict=True)
    ]
    for span in left_old[pairs:]:
        rule = "quote-became-paraphrase" if _paraphrased(span, old, new) else "quote-dropped"
        facets.append(Facet(FacetKind.QUOTE, _evidence(span, old.text), None, rule=rule))
    for span in left_new[pairs:]:
        rule = "paraphrase-became-quote" if _paraphrased(span, new, old) else "quote-added"
        facets.append(Facet(FacetKind.QUOTE, None, _evidence(span, new.text), rule=rule))
    return facets


def _said(side: Passage) -> list[tuple[Span, tuple[str, ...]]]:
    """The quotations with their words.

    A single word that is given to nobody is a term, and an address or the name of a file is none either.
    """
    given = Cover(span for claim in side.claims if claim.source for span in claim.quoted)
    spans = [span for span in side.quoted if given.touches(span) or _says_something(span.of(side.text))]
    return [(span, verbatim(span.of(side.text))) for span in spans]


def _says_something(quoted: str) -> bool:
    return len(fold(quoted)) > 1 and _address().fullmatch(quoted) is None


def _without(
    said: Sequence[tuple[Span, tuple[str, ...]]], other: Sequence[tuple[Span, tuple[str, ...]]]
) -> list[Span]:
    """The quotations that the other side does not have word for word."""
    left = Counter(words for _, words in other)
    kept = []
    for span, words in said:
        if left[words]:
            left[words] -= 1
        elif words:
            kept.append(span)
    return kept


def _paraphrased(span: Span, side: Passage, other: Passage) -> bool:
    quoted = fold(span.of(side.text))
    return sum(word in other.words for word in quoted) >= _PARAPHRASED * len(quoted)


def _evidence(span: Span, text: str) -> Evidence:
    return Evidence(span, " ".join(span.of(text).split()))
