"""One revision as it is read for a comparison: its sentences, its claims, and the atoms that are compared."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from archivist.claims.date_values import length_key
from archivist.claims.en.numbers import SAME_AMOUNTS
from archivist.claims.extract import extract_from
from archivist.claims.names import is_placeholder, names
from archivist.diff.cover import Cover
from archivist.diff.facet_adjunct import adjuncts
from archivist.diff.facet_words import Atom, Kind, fold, is_content, stage, words
from archivist.diff.known_names import KnownNames
from archivist.model.claim import Claim, ClaimKind, Date, Figure, Hedge
from archivist.model.span import Span
from archivist.text.unspoken import item_mark, markup

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

    from archivist.diff.pages import Page
    from archivist.model.claim import Furniture, Name

    Found = Date | Figure | Hedge | Name


class Reading:
    """One revision's text, its sentences, and what was found in those that were looked at (`look_at`)."""

    def __init__(self, page: Page, published: datetime.date | None) -> None:
        self.text = page.text
        self.sentences = page.sentences
        self.texts = page.texts
        self._layout = page.layout
        self._opening = page.opening
        self._furniture = page.furniture
        self._named = _Named(page.text, page.furniture)
        self._published = published
        self._claims: tuple[Claim, ...] = ()
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._passages: dict[tuple[int, ...], Passage] = {}

    def look_at(self, indices: Iterable[int]) -> None:
        """Find the claims of these sentences; the passages that are asked for must be made of them."""
        within = [self.sentences[index].span for index in indices]
        self._claims = extract_from(self._layout, self._published, within) if within else ()
        self._starts = [claim.span.start for claim in self._claims]
        self._ends = [claim.span.end for claim in self._claims]

    @property
    def lead_end(self) -> int:
        """Where the first paragraph that is not all furniture ends, in code points; 0 where there is none."""
        return self._opening.lead_end

    def _aside_in(self, index: int) -> Cover:
        """What in a sentence says nothing: page furniture, markup, and the number that opens an item of a list."""
        sentence = self.sentences[index]
        furniture: Sequence[Furniture] = self._furniture
        if self._layout.paragraphs[sentence.paragraph].covers(sentence.span):  # else what both texts begin or end with
            furniture = self._layout.furniture(sentence.paragraph)
        mark = item_mark(self.text, sentence.span)
        marks = [] if mark is None else [mark]
        return Cover([*(one.span for one in furniture), *markup(self.text, sentence.span), *marks])

    def starting(self, indices: Sequence[int]) -> list[Claim]:
        """The claims that start in these sentences and have words."""
        spans = [self.sentences[index].span for index in indices]
        claims = [one for span in spans for one in self._touching(span) if span.start <= one.span.start]
        return [one for one in claims if self._has_words(one.span)]

    def _has_words(self, span: Span) -> bool:
        """Whether there is a word in the span that is no markup."""
        aside = Cover(markup(self.text, span))
        return any(not aside.touches(place) for place, _, _ in words(self.text, span))

    def passage(self, indices: tuple[int, ...]) -> Passage:
        """The passage that these sentences make up, without the furniture in them."""
        passage = self._passages.get(indices)
        if passage is None:
            passage = self._passages[indices] = self._passage(indices)
        return passage

    def _passage(self, indices: Sequence[int]) -> Passage:
        spans = [self.sentences[index].span for index in indices]
        claims = [one for span in spans for one in self._touching(span)]
        places = [(span, self._aside_in(index)) for span, index in zip(spans, indices, strict=True)]
        atoms = tuple(atom for span, aside in places for atom in _atoms(self.text, span, claims, aside))
        return Passage(self.text, self._named, tuple(spans), tuple(claims), atoms)

    def _touching(self, span: Span) -> Sequence[Claim]:
        """The claims that share a code point with the span of a sentence; no claim goes beyond its sentence."""
        return self._claims[bisect_right(self._ends, span.start) : bisect_left(self._starts, span.end)]


class _Named:
    """The names of a text but for its furniture, found when they are asked for."""

    def __init__(self, text: str, furniture: Sequence[Furniture]) -> None:
        self._text = text
        self._furniture = furniture

    @cached_property
    def names(self) -> KnownNames:
        aside = Cover(one.span for one in self._furniture)
        return KnownNames(one.key for one in names(self._text) if not aside.touches(one.span))


class Passage:
    """One side of a comparison: sentences of a text, the claims that touch them, and their atoms in order.

    It does not hold the reading that holds it: what holds itself stays in memory until it is looked for.
    """

    def __init__(
        self, text: str, named: _Named, spans: tuple[Span, ...], claims: tuple[Claim, ...], atoms: tuple[Atom, ...]
    ) -> None:
        self.text = text
        self.spans = spans
        self.claims = claims
        self.atoms = atoms
        self._named = named

    @property
    def start(self) -> int:
        """Where the passage starts in its text."""
        return self.spans[0].start

    @property
    def names(self) -> KnownNames:
        """The names of the whole text."""
        return self._named.names

    @cached_property
    def words(self) -> frozenset[str]:
        """The folded words of its sentences."""
        return frozenset(word for span in self.spans for word in fold(span.of(self.text)))

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """The stretches between quotation marks, in order."""
        aside = Cover(self.markup)
        quoted = {span for claim in self.claims for span in claim.quoted if self.within(span)}
        return tuple(sorted(span for span in quoted if not aside.covers(span)))

    @cached_property
    def markup(self) -> tuple[Span, ...]:
        """The markup in its sentences (`archivist.text.unspoken`)."""
        return tuple(place for span in self.spans for place in markup(self.text, span))

    def within(self, span: Span) -> bool:
        """Whether the span touches the passage."""
        return any(span.overlaps(own) for own in self.spans)

    @property
    def whole(self) -> Claim:
        """The passage as one assertion, for where no claim was found in it."""
        return Claim(ClaimKind.ASSERTION, Span(self.start, self.spans[-1].end), "whole-passage")


def _atoms(text: str, span: Span, claims: Sequence[Claim], aside: Cover) -> list[Atom]:
    """The words of a sentence, those of one figure, date, name or hedge as one atom, without what stands `aside`."""
    quoted = Cover(one for claim in claims for one in claim.quoted)
    speech = Cover(one for claim in claims for one in (claim.source, claim.cue) if one is not None)
    occasion = Cover(adjuncts(text, (claim for claim in claims if claim.span.overlaps(span))))
    furnished = aside.touches(span)
    atoms: list[Atom] = []
    rest = iter([*_evidence(span, claims), None])
    following = next(rest)
    for place, word, capital in words(text, span):
        while following is not None and following.span.end <= place.start:
            following = next(rest)
        if furnished and aside.touches(place):
            continue
        spoken, marked = bool(speech) and speech.touches(place), bool(quoted) and quoted.touches(place)
        if following is None or following.span.start >= place.end:
            telling = (
                is_content(word) and not (capital and is_placeholder(text, *place)) and not occasion.touches(place)
            )
            atoms.append(Atom(place, Kind.WORD, word, (word,), telling, None, spoken, marked, telling and capital))
        elif not atoms or atoms[-1].evidence is not following:
            kind, key = _keyed(following, text)
            said = fold(following.span.of(text))
            telling = kind is not Kind.HEDGE and not (kind is Kind.NAME and occasion.touches(place))
            atoms.append(Atom(following.span, kind, key, said, telling, following, spoken, marked))
    return atoms


def _evidence(span: Span, claims: Sequence[Claim]) -> list[Found]:
    """The evidence within a sentence, in order and without overlap: dates go before figures, these before the rest."""
    every: list[Iterable[Found]] = [claim.dates for claim in claims]
    every += [claim.figures for claim in claims]
    every += [claim.hedges for claim in claims]
    every += [claim.names for claim in claims]
    kept: list[Found] = []
    starts: list[int] = []
    for found in every:
        for one in found:
            at = bisect_left(starts, one.span.end)
            free = at == 0 or kept[at - 1].span.end <= one.span.start
            if free and span.covers(one.span):
                kept.insert(at, one)
                starts.insert(at, one.span.start)
    return kept


def _keyed(evidence: Found, text: str) -> tuple[Kind, str]:
    if isinstance(evidence, Date):
        return Kind.DATE, f"date {length_key(evidence.value)} {stage(fold(evidence.span.of(text)))}".rstrip()
    if isinstance(evidence, Figure):
        said = " ".join(_value(evidence) or fold(evidence.span.of(text)))
        return Kind.FIGURE, f"figure {SAME_AMOUNTS.get(said, said)}"
    if isinstance(evidence, Hedge):
        return Kind.HEDGE, f"hedge {evidence.group}"
    return Kind.NAME, f"name {evidence.key.casefold()}"


def _value(figure: Figure) -> tuple[str, ...]:
    """Value, end of the range and unit in one notation: a fraction and its percentage are the same share."""
    values = [value for value in (figure.value, figure.upper) if value is not None]
    unit = figure.unit
    if unit == "percent":
        values, unit = [value / 100 for value in values], ""
    return (*(f"{value.normalize():f}" for value in values), unit) if values else ()
