"""The evidence of a text, each paragraph read when it is asked for.

Most of it is a matter of the paragraph alone. What is not (who is meant by "he", which quarter by "the quarter", the
full form of a name) is looked for only as far as the paragraphs asked for need it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Protocol, TypeVar

from archivist.claims.attribution import Talk, read_units
from archivist.claims.certainty import hedges_of
from archivist.claims.date_reader import Reader
from archivist.claims.dates import dates_of
from archivist.claims.figures import figures_of
from archivist.claims.glance import Glance
from archivist.claims.name_search import NameSearch
from archivist.claims.names import names_of
from archivist.claims.polarity import negations_of
from archivist.claims.quotes import quotations_of
from archivist.claims.sources import Scene, Sources, Titles
from archivist.model.claim import Name
from archivist.model.noun import NamedTuple
from archivist.model.span import Sentence, Span

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Sequence

    from archivist.claims.attribution import Attribution, Unit
    from archivist.claims.layout import Layout
    from archivist.claims.quotes import Quotation
    from archivist.model.claim import Date, Figure, Furniture, Hedge

_FIRST_LOOK_BACK = 4
"""How many paragraphs are looked through first for whom a source takes up; then twice as many, and so on."""


class _Placed(Protocol):
    """Anything with a place in the text."""

    @property
    def span(self) -> Span: ...


_P = TypeVar("_P", bound=_Placed)
_START = attrgetter("span.start")
_BEGINNING = attrgetter("start")


def starting_in(span: Span, items: Sequence[_P]) -> tuple[_P, ...]:
    """Those of the items, which are in order, that start inside `span`."""
    if not items:
        return ()
    if span.start <= items[0].span.start and items[-1].span.start < span.end:
        return tuple(items)
    return tuple(items[bisect_left(items, span.start, key=_START) : bisect_left(items, span.end, key=_START)])


def any_starting_in(span: Span, places: Sequence[Span]) -> bool:
    """Whether one of the places, which are in order, starts inside `span`."""
    first = bisect_left(places, span.start, key=_BEGINNING) if places else 0
    return first < len(places) and places[first].start < span.end


class Found(NamedTuple):
    """What divides a paragraph: the sentences that are not page furniture, its quotations, and who speaks in it."""

    sentences: tuple[Sentence, ...]
    quotations: list[Quotation]
    units: list[Unit]

    def quoted(self, span: Span) -> Iterator[Span]:
        """The words between quotation marks inside `span`, also of quotations that reach over its edges."""
        for one in self._touching(span):
            if one.inner.overlaps(span):
                yield Span(max(one.inner.start, span.start), min(one.inner.end, span.end))

    def is_spoken(self, content: Sequence[Span], span: Span) -> bool:
        """Whether the content has words in quotation marks inside `span`, other than a title."""
        return any(part.overlaps(one.inner) and not one.is_title for one in self._touching(span) for part in content)

    def _touching(self, span: Span) -> Sequence[Quotation]:
        """The quotations that start inside `span`, and the one before them if it reaches into it."""
        first = bisect_left(self.quotations, span.start, key=_START)
        if first and self.quotations[first - 1].span.end > span.start:
            first -= 1
        return self.quotations[first : bisect_left(self.quotations, span.end, key=_START)]


class Marks(NamedTuple):
    """What a paragraph holds that claims carry."""

    figures: list[Figure]
    dates: list[Date]
    names: list[Name]
    hedges: list[Hedge]
    negations: list[Span]


class Evidence:
    """The evidence of a text.

    `spans` are its paragraphs, which are asked for by their number, in order and each once. `everything` says that all
    of them will be.
    """

    def __init__(self, layout: Layout, published: datetime.date | None, *, everything: bool) -> None:
        self.text = layout.text
        self.spans = layout.spans
        self._layout = layout
        self._view = layout.view
        self._published = published
        self._everything = everything
        self._found: dict[int, Found] = {}
        self._reader = Reader(self._view, published)
        self._dated = 0  # the paragraphs before have been read for dates

    def found(self, number: int) -> Found:
        """What divides the paragraph."""
        if number not in self._found:
            self._found[number] = self._find(number)
        return self._found[number]

    def _find(self, number: int) -> Found:
        sentences = _claiming(self._layout.sentences(number), self._layout.furniture(number))
        quotations = quotations_of(self.text, self.spans, number)
        return Found(sentences, quotations, read_units(self.text, sentences, quotations))

    # --- figures, dates, names, hedges, negations

    def marks(self, number: int) -> Marks:
        """What claims of the paragraph carry."""
        glance = Glance(self._view, *self.spans[number])
        dates = self._dates(number, glance)
        taken = [date.span for date in dates]
        names = [Name(mention, self.key(mention)) for mention in self.mentions(number)]
        return Marks(figures_of(glance, taken), dates, names, hedges_of(glance), negations_of(glance))

    def _dates(self, number: int, glance: Glance) -> list[Date]:
        """The dates of a paragraph; the ones between the last asked for and it are read only where it recalls them."""
        if number > self._dated:
            reader = Reader(self._view, self._published)
            found = dates_of(reader, glance)
            if not reader.recalled:
                return found
            for between in range(self._dated, number):
                dates_of(self._reader, Glance(self._view, *self.spans[between]))
        self._dated = number + 1
        return dates_of(self._reader, glance)

    # --- who speaks

    def attributions(self, numbers: Sequence[int]) -> dict[int, list[Attribution]]:
        """The attributions of these paragraphs, and of others beside them, by paragraph."""
        given: dict[int, list[Attribution]] = {}
        for first, last in self._stretches(numbers):
            talk = Talk()
            begins: dict[int, int] = {}
            at = first
            while at <= last or (talk.waiting and at < len(self.spans)):
                begins[at] = len(talk.found)
                for unit in self.found(at).units:
                    talk.hear(unit)
                at += 1
            edges = pairwise([*begins.values(), len(talk.found)])
            given |= {at: talk.found[start:end] for at, (start, end) in zip(begins, edges, strict=True)}
        return given

    def _stretches(self, numbers: Sequence[int]) -> list[tuple[int, int]]:
        """First and last of the paragraphs that have to be heard; each stretch begins where nobody speaks on."""
        stretches: list[tuple[int, int]] = []
        for number in numbers:
            floor = stretches[-1][1] + 1 if stretches else 0
            first = number
            while first > floor and self._goes_on(first):
                first -= 1
            if stretches and first == floor:
                first = stretches.pop()[0]
            stretches.append((first, number))
        return stretches

    def _goes_on(self, number: int) -> bool:
        """Whether the paragraph may open with words of a speaker who was named before."""
        units = self.found(number).units
        return not units or units[0].orphan is not None

    def sources(self, given: Iterable[Attribution]) -> Sources:
        """The sources of these attributions, read in the light of as much of the text as they need."""
        wanted = sorted({one.source for one in given if one.source is not None})
        first, last = 0, len(self.spans) - 1
        if not wanted:
            last = -1
        elif not self._everything:
            first, last = self._number(wanted[0]), self._number(wanted[-1])
        look_back = _FIRST_LOOK_BACK
        sources = Sources(self._scene(first, last))
        while any(sources.of(one).open for one in wanted):
            last = last if first else len(self.spans) - 1
            first, look_back = max(0, first - look_back), 2 * look_back
            sources = Sources(self._scene(first, last))
        return sources

    def _number(self, span: Span) -> int:
        return bisect_right(self.spans, span.start, key=_BEGINNING) - 1

    def _scene(self, first: int, last: int) -> Scene:
        """The paragraphs from `first` to `last`, with the names in the one before, which a relative can take up."""
        found = [self.found(number) for number in range(first, last + 1)]
        return Scene(
            self.text,
            sentences=[sentence for one in found for sentence in one.sentences],
            mentions=[span for number in range(max(0, first - 1), last + 1) for span in self.mentions(number)],
            key=self.key,
            sources=[
                given.source for one in found for unit in one.units for given in unit.here if given.source is not None
            ],
            titles=self._titles,
            before=self._text_before(first),
            whole=first == 0 and last == len(self.spans) - 1,
        )

    def _text_before(self, number: int) -> str:
        """The text before a paragraph in lower case, or all of it where the lower case is longer than the text."""
        if number == 0:
            return ""
        fits = len(self._lowered) == len(self.text)
        return self._lowered[: self.spans[number].start] if fits else self._lowered

    @cached_property
    def _titles(self) -> Titles:
        return Titles(self.text)

    @cached_property
    def _lowered(self) -> str:
        return self.text.lower()

    # --- names

    def mentions(self, number: int) -> Sequence[Span]:
        """Where names stand in the paragraph, in order."""
        if self._name_search is not None:
            return self._name_search.mentions(number)
        span = self.spans[number]
        first = bisect_left(self._all_mentions, span.start, key=_BEGINNING)
        return self._all_mentions[first : bisect_left(self._all_mentions, span.end, key=_BEGINNING)]

    def key(self, mention: Span) -> str:
        """The key of the name that stands at `mention`."""
        return self._all_names[mention] if self._name_search is None else self._name_search.key(mention)

    @cached_property
    def _name_search(self) -> NameSearch | None:
        """The way to some of the names; None where all are asked for, or places would shift in lower case."""
        shifts = "\u0130" in self._view  # İ is the only letter that becomes two in lower case
        return None if self._everything or shifts else NameSearch(self._view, self.spans)

    @cached_property
    def _all_names(self) -> dict[Span, str]:
        return dict(names_of(self._view, self.spans))

    @cached_property
    def _all_mentions(self) -> list[Span]:
        return list(self._all_names)


def _claiming(sentences: tuple[Sentence, ...], found: Sequence[Furniture]) -> tuple[Sentence, ...]:
    """The sentences, or what is left of them, that are not page furniture."""
    kept: list[Sentence] = []
    index = 0
    for sentence in sentences:
        start, end = sentence.span.start, sentence.span.end
        while index < len(found) and found[index].span.end <= start:
            index += 1
        following = index
        while following < len(found) and found[following].span.start < end:
            piece = found[following].span
            start, end = (piece.end, end) if piece.start <= start else (start, piece.start)
            following += 1
        if start < end:
            kept.append(Sentence(Span(start, end), sentence.paragraph))
    return tuple(kept)
