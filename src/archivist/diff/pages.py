"""Two texts as they are laid out for a comparison: their sentences where they may differ, and their page furniture.

What two texts have in common at their ends is told by comparing them, and most of it is never looked at closer.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import islice, takewhile
from typing import TYPE_CHECKING, overload

from archivist.claims.layout import Layout
from archivist.diff.ends import same_from, same_until
from archivist.model.claim import Furniture
from archivist.model.noun import NamedTuple
from archivist.model.span import Sentence, Span
from archivist.text.paragraphs import paragraph_edges
from archivist.text.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Page(NamedTuple):
    """One text. The paragraphs with which both texts begin count as one sentence, those with which both end as one.

    `texts` are the words of its sentences. `head` is the furniture that the text begins with, as far as nothing but
    furniture and a line of prose stands before it; `own` that of the paragraphs which the other text has not.
    """

    text: str
    layout: Layout
    sentences: tuple[Sentence, ...]
    texts: list[str]
    furniture: Aside
    head: list[Furniture]
    own: list[Furniture]


class Aside(Sequence[Furniture]):
    """The furniture of a text, looked for when somebody asks. It is equal to a tuple of the same pieces."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout

    @cached_property
    def _found(self) -> tuple[Furniture, ...]:
        return tuple(one for number in range(len(self._layout.spans)) for one in self._layout.furniture(number))

    def __len__(self) -> int:
        """How many pieces there are."""
        return len(self._found)

    @overload
    def __getitem__(self, index: int) -> Furniture: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Furniture, ...]: ...
    def __getitem__(self, index: int | slice) -> Furniture | tuple[Furniture, ...]:
        """One piece, or some."""
        return self._found[index]

    def __eq__(self, other: object) -> bool:
        """Whether the other is a sequence of the same pieces."""
        return self._found == (other._found if isinstance(other, Aside) else other)

    def __hash__(self) -> int:
        """That of the tuple."""
        return hash(self._found)

    def __repr__(self) -> str:
        """That of the tuple."""
        return repr(self._found)

    def __reduce__(self) -> tuple[type[tuple[Furniture, ...]], tuple[tuple[Furniture, ...]]]:
        """The tuple itself is what is copied and stored."""
        return tuple, (self._found,)


class Spans(Sequence[Span]):
    """Spans by their edges, in order and apart, of which few are ever asked for."""

    def __init__(self, starts: list[int], ends: list[int]) -> None:
        self.starts = starts
        self.ends = ends

    def __len__(self) -> int:
        """How many they are."""
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> Spans: ...
    def __getitem__(self, index: int | slice) -> Span | Spans:
        """One of them, or some."""
        if isinstance(index, slice):
            return Spans(self.starts[index], self.ends[index])
        return Span(self.starts[index], self.ends[index])


class _Ends(NamedTuple):
    """How many paragraphs two texts have in common at their beginning, and at their end."""

    head: int
    tail: int


def pages(old: str, new: str) -> tuple[Page, Page]:
    """Both texts, laid out; what they have in common is laid out once."""
    spans = Spans(*paragraph_edges(old))
    before = Layout(old, spans=spans)
    after, least = _beside(before, spans, new)
    ends = _ends(before, after, least)
    was, now = _sentences(before, ends), _sentences(after, ends)
    texts = [one.span.of(old) for one in was]
    others = [one.span.of(new) for one in now]
    if ends.head:
        others[0] = texts[0]  # the very same string, which is not read again to see that it is the same
    if ends.tail:
        others[-1] = texts[-1]
    head, size = _head(before)
    shared = 0 < size <= ends.head and before.spans[0] == after.spans[0]
    other = head if shared else _head(after)[0]
    return (
        Page(old, before, was, texts, Aside(before), head, _own(before, ends)),
        Page(new, after, now, others, Aside(after), other, _own(after, ends)),
    )


def _beside(before: Layout, spans: Spans, new: str) -> tuple[Layout, _Ends]:
    """The other text, what it shares with the first taken from there, and how many paragraphs they share at least."""
    old, by = before.text, len(new) - len(before.text)
    shorter = min(len(old), len(new))
    start = same_from(old, 0, new, 0, shorter)
    end = same_until(old, len(old), new, len(new), shorter - start)
    view = before.view[:start] + plain(new[start : len(new) - end]) + before.view[len(old) - end :]
    # Up to the start of a paragraph, and from the end of one on, what is shared tells by itself where paragraphs lie.
    first = max(0, bisect_left(spans.starts, start) - 1)
    last = max(first, min(len(spans), bisect_left(spans.ends, len(old) - end) + 1))
    left = spans.starts[first] if first else 0
    right = spans.starts[last] + by if last < len(spans) else len(new)
    starts, ends = paragraph_edges(new[left:right])
    around = Spans(
        [*spans.starts[:first], *(left + edge for edge in starts), *(edge + by for edge in spans.starts[last:])],
        [*spans.ends[:first], *(left + edge for edge in ends), *(edge + by for edge in spans.ends[last:])],
    )
    return Layout(new, view, around), _Ends(first, len(spans) - last)


def _ends(before: Layout, after: Layout, least: _Ends) -> _Ends:
    """The paragraphs that both texts have at their ends, with the same space between them; known are at least some.

    The first paragraph of a text belongs to no tail, and the only one to none: there it can be a headline.
    """
    old, new, old_spans, new_spans = before.text, after.text, before.spans, after.spans
    most = min(len(old_spans), len(new_spans))
    if most <= 1:
        return _Ends(0, 0)
    known = min(most, least.head)
    head = known + _alike(zip(_forward(old, old_spans, known), _forward(new, new_spans, known), strict=False))
    most -= max(head, 1)
    known = min(most, least.tail)
    rest = zip(_backward(old, old_spans, known), _backward(new, new_spans, known), strict=False)
    return _Ends(head, known + _alike(islice(rest, most - known)))


def _alike(pairs: Iterable[tuple[str, str]]) -> int:
    """How many pairs there are before the first whose sides differ."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _forward(text: str, spans: Sequence[Span], known: int) -> Iterator[str]:
    """The paragraphs after the first `known` ones, each with the space before it but for the first of all."""
    edge = spans[known - 1].end if known else spans[0].start
    for number in range(known, len(spans)):
        end = spans[number].end
        yield text[edge:end]
        edge = end


def _backward(text: str, spans: Sequence[Span], known: int) -> Iterator[str]:
    """The paragraphs before the last `known`, backwards, each with the space behind it but for the last of all."""
    edge = spans[-known].start if known else spans[-1].end
    for number in range(len(spans) - 1 - known, -1, -1):
        start = spans[number].start
        yield text[start:edge]
        edge = start


def _sentences(layout: Layout, ends: _Ends) -> tuple[Sentence, ...]:
    """The sentences of a text, each of its shared ends as one."""
    spans = layout.spans
    last = len(spans) - ends.tail
    found = [Sentence(Span(spans[0].start, spans[ends.head - 1].end), 0)] if ends.head else []
    found += [sentence for number in range(ends.head, last) for sentence in layout.sentences(number)]
    if ends.tail:
        found.append(Sentence(Span(spans[last].start, spans[-1].end), last))
    return tuple(found)


def _own(layout: Layout, ends: _Ends) -> list[Furniture]:
    """The furniture of the paragraphs that are not shared."""
    return [one for number in range(ends.head, len(layout.spans) - ends.tail) for one in layout.furniture(number)]


def _head(layout: Layout) -> tuple[list[Furniture], int]:
    """The furniture with which a text begins, up to where prose of more than a line follows it, and the paragraphs."""
    found: list[Furniture] = []
    end = 0
    for number, span in enumerate(layout.spans):
        here = layout.furniture(number)
        found += here
        end = here[-1].span.end if here else end
        if "\n" in layout.text[end : span.end].strip():
            return found, number + 1
    return found, len(layout.spans)
