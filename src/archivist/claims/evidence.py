"""The evidence of a text, each paragraph read when it is asked for.

Most of it is a matter of the paragraph alone. What is not (who is meant by "he", which quarter by "the quarter", the
full form of a name) is looked for only as far as the paragraphs asked for need it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import pairwise
from operator import attrgetter

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
from archivist.model.noun import NamedTuple
from archivist.model.span import Sentence, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence
    from typing import Protocol, TypeVar

    from archivist.claims.attribution import Attribution, Unit
    from archivist.claims.layout import Layout
    from archivist.claims.quotes import Quotation
    from archivist.model.claim import Date, Figure, Furniture, Hedge

    class _Placed(Protocol):
        """Anything with a place in the text."""

        @property
        def span(self) -> Span: ...

    _P = TypeVar("_P", bound=_Placed)

_MOST_TOGETHER = 64
"""How many paragraphs of a whole text are read together; of more, what is kept meanwhile would only take room."""

_START = attrgetter("span.start")
_BEGINNING, _ENDING = attrgetter("start"), attrgetter("end")


def starting_in(span: Span, items: Sequence[_P]) -> tuple[_P, ...]:
    """Those of the items, which are in order, that start inside `span`."""
    if not items:
        return ()
    if span.start <= items[0].span.start and items[-1].span.start < span.end:
        return tuple(items)
    return tuple(items[bisect_left(items, span.start, key=_START) : bisect_left(items, span.end, key=_START)])


def places_in(span: Span, places: Sequence[Span]) -> Sequence[Span]:
    """Those of the places, which are in order, that start inside `span`."""
    if not places:
        return ()
    return places[bisect_left(places, span.start, key=_BEGINNING) : bisect_left(places, span.end, key=_BEGINNING)]


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
    """What a paragraph holds that claims carry; `mentions` are those of names."""

    figures: list[Figure]
    dates: list[Date]
    mentions: Sequence[Span]
    hedges: list[Hedge]
    negations: list[Span]


class Evidence:
    """The evidence of a text.

    Its `paragraphs` are asked for by their number, in order and each once. `everything` says that all of them will be.
    It is the scene in whose light its sources are read (`archivist.claims.sources.Scene`).
    """

    def __init__(self, layout: Layout, published: datetime.date | None, *, everything: bool) -> None:
        self.text = layout.text
        self.paragraphs = layout.paragraphs
        self._layout = layout
        self._published = published
        self.everything = everything
        self._found: dict[int, Found] = {}
        self._marks: dict[int, Marks] = {}
        self._sources: dict[int, list[Span]] = {}
        self._reader = Reader("", published)
        self._dated: int | None = None  # the paragraphs before have been read for dates

    def found(self, number: int) -> Found:
        """What divides the paragraph."""
        if number not in self._found:
            self._found |= self._find(self._together(number))
        return self._found[number]

    def _find(self, numbers: Sequence[int]) -> dict[int, Found]:
        sentences = [self._layout.sentences(number) for number in numbers]
        furniture = [self._layout.furniture(number) for number in numbers]
        claiming = list(map(_claiming, sentences, furniture))
        quotations = [quotations_of(self.text, self.paragraphs[number]) for number in numbers]
        units = [read_units(self.text, *divided) for divided in zip(claiming, quotations, strict=True)]
        return dict(zip(numbers, map(Found, claiming, quotations, units), strict=True))

    def _together(self, number: int) -> Sequence[int]:
        """The paragraphs that are read with this one, kind after kind: code that is run again at once runs faster."""
        return range(number, min(number + _MOST_TOGETHER, self.paragraphs.stop)) if self.everything else (number,)

    # --- figures, dates, names, hedges, negations

    def marks(self, number: int) -> Marks:
        """What claims of the paragraph carry."""
        if number not in self._marks:
            self._marks |= self._mark(self._together(number))
        return self._marks[number]

    def _mark(self, numbers: Sequence[int]) -> dict[int, Marks]:
        glances = [self._glance(number) for number in numbers]
        dates = list(map(self._dates, numbers, glances))
        figures = [
            figures_of(glance, [date.span for date in dated]) for glance, dated in zip(glances, dates, strict=True)
        ]
        mentions = list(map(self.mentions, numbers))
        hedges, negations = list(map(hedges_of, glances)), list(map(negations_of, glances))
        return dict(zip(numbers, map(Marks, figures, dates, mentions, hedges, negations), strict=True))

    def _dates(self, number: int, glance: Glance) -> list[Date]:
        """The dates of a paragraph; the ones between the last asked for and it are read only where it recalls them."""
        first = self._dated
        if first is None and not self.paragraphs.has(number - 1):
            first = number
        if first is None or number > first:
            reader = Reader(glance.view, self._published)
            found = dates_of(reader, glance)
            if not reader.recalled:
                return found
            for between in range(self.paragraphs.first if first is None else first, number):
                self._read_on(self._glance(between))
        self._dated = number + 1
        return self._read_on(glance)

    def _read_on(self, glance: Glance) -> list[Date]:
        """The dates of the next paragraph."""
        self._reader.view = glance.view
        return dates_of(self._reader, glance)

    def _glance(self, number: int) -> Glance:
        span = self.paragraphs[number]
        return Glance(self.paragraphs.view, *span)

    # --- who speaks

    def attributions(self, numbers: Sequence[int]) -> dict[int, list[Attribution]]:
        """The attributions of these paragraphs, and of others beside them, by paragraph."""
        given: dict[int, list[Attribution]] = {}
        for first, last in self._stretches(numbers):
            talk = Talk()
            begins: dict[int, int] = {}
            at = first
            while at <= last or (talk.waiting and self.paragraphs.has(at)):
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
            floor = stretches[-1][1] + 1 if stretches else None
            first = number
            while first != floor and self._goes_on(first) and self.paragraphs.has(first - 1):
                first -= 1
            if first == floor:
                first = stretches.pop()[0]
            stretches.append((first, number))
        return stretches

    def _goes_on(self, number: int) -> bool:
        """Whether the paragraph may open with words of a speaker who was named before."""
        units = self.found(number).units
        return not units or units[0].orphan is not None

    def number(self, place: Span) -> int:
        """The number of the paragraph in which a place lies."""
        return self.paragraphs.ending_behind(place.start)

    def sources_in(self, number: int) -> Sequence[Span]:
        """The sources in a paragraph, each once, in order."""
        found = self._sources.get(number)
        if found is None:
            given = (one.source for unit in self.found(number).units for one in unit.here if one.source is not None)
            found = self._sources[number] = sorted(set(given))
        return found

    def having(self, noun: str, source: Span) -> Iterator[int]:
        """The numbers of the paragraphs, up to that of a source, in which a noun can stand, the last one first."""
        number = self.number(source)
        if len(self._lowered) != len(self.text):  # a letter that becomes two in lower case shifts what follows it
            yield from range(number, self.paragraphs.first - 1, -1)
            return
        end = self.paragraphs[number].end
        while (at := self._lowered.rfind(noun, 0, end)) >= 0:
            number = self.paragraphs.ending_behind(at)
            yield number
            end = self.paragraphs[number].start

    @cached_property
    def _lowered(self) -> str:
        return self.text.lower()

    # --- names

    def mentions(self, number: int) -> Sequence[Span]:
        """Where names stand in the paragraph, in order."""
        if self._name_search is not None:
            return self._name_search.mentions(number)
        return places_in(self.paragraphs[number], self._all_mentions)

    def names_between(self, start: int, end: int, *, reaching_in: bool = False) -> list[Span]:
        """The mentions of names that start there, or also those that only end there, in order."""
        near: list[Span] = []
        number = self.paragraphs.ending_behind(max(0, start - 1))
        while self.paragraphs.has(number) and self.paragraphs[number].start < end:
            mentions = self.mentions(number)
            first = bisect_left(mentions, start, key=_ENDING if reaching_in else _BEGINNING)
            near += mentions[first : bisect_left(mentions, end, key=_BEGINNING)]
            number += 1
        return near

    def names_before(self, source: Span) -> list[Span]:
        """The mentions of names in its sentence before a source; failing that, those from the one before on."""
        starts: list[int] = []
        number = self.number(source)
        while len(starts) < 2 and self.paragraphs.has(number):  # noqa: PLR2004  # its sentence and the one before
            sentences = self.found(number).sentences
            behind = bisect_right(sentences, source.start, key=_START)
            starts += [one.span.start for one in reversed(sentences[max(0, behind - 2) : behind])]
            number -= 1
        for start in starts[:2]:
            if before := self.names_between(start, source.start):
                return before
        return []

    def key(self, mention: Span) -> str:
        """The key of the name that stands at `mention`."""
        return self._all_names[mention] if self._name_search is None else self._name_search.key(mention)

    @cached_property
    def _name_search(self) -> NameSearch | None:
        """The way to some of the names; None where all are asked for."""
        return None if self.everything else NameSearch(self.paragraphs)

    @cached_property
    def _all_names(self) -> dict[Span, str]:
        return names_of(self.paragraphs.view, list(self.paragraphs))

    @cached_property
    def _all_mentions(self) -> list[Span]:
        return list(self._all_names)


def _claiming(sentences: tuple[Sentence, ...], found: Sequence[Furniture]) -> tuple[Sentence, ...]:
    """The sentences, or what is left of them, that are not page furniture."""
    if not found:
        return sentences
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
