"""Two texts as they are laid out for a comparison: their sentences where they may differ, and their page furniture."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING

from archivist.claims.layout import Layout
from archivist.model.claim import Furniture
from archivist.model.noun import NamedTuple
from archivist.model.span import Sentence, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Page(NamedTuple):
    """One text. The paragraphs with which both texts begin count as one sentence, those with which both end as one."""

    text: str
    layout: Layout
    sentences: tuple[Sentence, ...]
    furniture: tuple[Furniture, ...]


class _Ends(NamedTuple):
    """How many paragraphs two texts have in common at their beginning, and at their end."""

    head: int
    tail: int


def pages(old: str, new: str) -> tuple[Page, Page]:
    """Both texts; what they have in common at their ends is read once and looked at no closer."""
    before, after = Layout(old), Layout(new)
    ends = _ends(old, new, before.spans, after.spans)
    aside = tuple(one for number in range(len(before.spans)) for one in before.furniture(number))
    return (
        Page(old, before, _sentences(before, ends), aside),
        Page(new, after, _sentences(after, ends), _furniture(after, ends, before.spans, aside)),
    )


def _ends(old: str, new: str, old_spans: Sequence[Span], new_spans: Sequence[Span]) -> _Ends:
    """The paragraphs that both texts have at their ends, with the same space between them.

    The first paragraph of a text belongs to no tail, and the only one to none: there it can be a headline.
    """
    most = min(len(old_spans), len(new_spans))
    if most <= 1:
        return _Ends(0, 0)
    head = _alike(zip(_forward(old, old_spans), _forward(new, new_spans), strict=False))
    rest = zip(_backward(old, old_spans), _backward(new, new_spans), strict=False)
    return _Ends(head, _alike(islice(rest, most - max(head, 1))))


def _alike(pairs: Iterable[tuple[str, str]]) -> int:
    """How many pairs there are before the first whose sides differ."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _forward(text: str, spans: Sequence[Span]) -> Iterator[str]:
    """The paragraphs from the first on, each with the space before it but for the first."""
    edge = spans[0].start
    for span in spans:
        yield text[edge : span.end]
        edge = span.end


def _backward(text: str, spans: Sequence[Span]) -> Iterator[str]:
    """The paragraphs from the last on, each with the space behind it but for the last."""
    edge = spans[-1].end
    for span in reversed(spans):
        yield text[span.start : edge]
        edge = span.start


def _sentences(layout: Layout, ends: _Ends) -> tuple[Sentence, ...]:
    """The sentences of a text, each of its shared ends as one."""
    spans = layout.spans
    last = len(spans) - ends.tail
    found = [Sentence(Span(spans[0].start, spans[ends.head - 1].end), 0)] if ends.head else []
    found += [sentence for number in range(ends.head, last) for sentence in layout.sentences(number)]
    if ends.tail:
        found.append(Sentence(Span(spans[last].start, spans[-1].end), last))
    return tuple(found)


def _furniture(
    layout: Layout, ends: _Ends, others: Sequence[Span], found: Sequence[Furniture]
) -> tuple[Furniture, ...]:
    """The furniture of a text; at the shared ends it is what was `found` in the other one there."""
    spans = layout.spans
    first, last = ends.head, len(spans) - ends.tail
    here: list[Furniture] = []
    if ends.head:
        by = spans[0].start - others[0].start
        here += [_shifted(one, by) for one in found if one.span.start < others[first - 1].end]
    for number in range(first, last):
        here += layout.furniture(number)
    if ends.tail:
        by = spans[-1].start - others[-1].start
        here += [_shifted(one, by) for one in found if one.span.start >= others[-ends.tail].start]
    return tuple(here)


def _shifted(one: Furniture, by: int) -> Furniture:
    return Furniture(Span(one.span.start + by, one.span.end + by), one.kind)
