"""Two texts as they are laid out for a comparison: their sentences where they may differ, and their page furniture.

What two texts have in common at their ends is told by comparing them, and most of it is never looked at closer.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from archivist.claims.layout import Layout
from archivist.diff.align import PARAGRAPHS
from archivist.diff.cover import Cover
from archivist.diff.operations import Stretch
from archivist.model.claim import Furniture
from archivist.model.noun import NamedTuple
from archivist.model.report import OpKind
from archivist.model.span import Sentence, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import overload

    from archivist.model.report import Op
    from archivist.text.paragraphs import Excerpt

_LONGEST = 4096
"""Code points of what both texts share that stand for all of it; in the middle, less is looked at by sentence."""


class Page(NamedTuple):
    """One text. The paragraphs with which both texts begin count as one sentence, those with which both end as one.

    So do those of a long stretch between that both share.

    `layout` is that of the part in which the texts may differ, and of more where it is asked for; sentences have the
    number of their paragraph there, or that of the one next to this part. `texts` are the words of the sentences, or
    what stands for them where there are many. `own` is the furniture of the paragraphs which the other text has not.
    """

    text: str
    layout: Layout
    sentences: tuple[Sentence, ...]
    texts: list[str]
    furniture: Aside
    opening: Opening
    own: Aside


class Aside(Sequence[Furniture]):
    """The furniture of a text, or of some paragraphs, looked for when somebody asks.

    It is equal to a tuple of the same pieces.
    """

    def __init__(self, layout: Layout, numbers: range | None = None) -> None:
        self._layout = layout
        self._numbers = numbers

    @cached_property
    def _found(self) -> tuple[Furniture, ...]:
        numbers = self._layout.paragraphs.numbers() if self._numbers is None else self._numbers
        return tuple(one for number in numbers for one in self._layout.furniture(number))

    def __len__(self) -> int:
        """How many pieces there are."""
        return len(self._found)

    if TYPE_CHECKING:

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


class Opening:
    """What a text begins with, up to where prose of more than a line follows its furniture.

    `furniture` is the furniture in it, and `end` where it ends; it is `closed` where such prose follows.
    """

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self.furniture: list[Furniture] = []
        self.end = bare = 0
        number = layout.paragraphs.first
        while layout.paragraphs.has(number) and "\n" not in layout.text[bare : self.end].strip():
            self.furniture += layout.furniture(number)
            bare = self.furniture[-1].span.end if self.furniture else 0
            self.end = layout.paragraphs[number].end
            number += 1
        self.closed = "\n" in layout.text[bare : self.end].strip()

    @cached_property
    def lead_end(self) -> int:
        """Where the first paragraph that is not all furniture ends, in code points; 0 where there is none."""
        number = self._layout.paragraphs.first
        while self._layout.paragraphs.has(number):
            aside = Cover(one.span for one in self._layout.furniture(number))
            if not all(aside.covers(one.span) for one in self._layout.sentences(number)):
                return self._layout.paragraphs[number].end
            number += 1
        return 0


def pages(old: str, new: str, ops: Sequence[Op]) -> tuple[Page, Page]:
    """Both texts, laid out where they may differ; `ops` are the operations of their text diff."""
    head, tail = _shared_ends(old, new, ops)
    before = Layout(old, Span(head.old.end, max(head.old.end, tail.old.start)))
    after = Layout(new, Span(head.new.end, max(head.new.end, tail.new.start)))
    own_old, own_new = _own_paragraphs(before.paragraphs, after.paragraphs, head, tail)
    shared = list(_shared_between(before.paragraphs, after.paragraphs, own_old, own_new, ops))
    was = _sentences(before, own_old, [numbers for numbers, _ in shared])
    now = _sentences(after, own_new, [numbers for _, numbers in shared])
    texts = [_told(old, one.span) for one in was]
    others = [_told(new, one.span) for one in now]
    opening = other = _opening(before)
    same_start = before.paragraphs.has(own_old.start - 1) and was[0].span.start == now[0].span.start
    if not same_start or not opening.closed or opening.end > was[0].span.end:
        other = _opening(after)
    return (
        Page(old, before, was, texts, Aside(before), opening, Aside(before, own_old)),
        Page(new, after, now, others, Aside(after), other, Aside(after, own_new)),
    )


def _shared_ends(old: str, new: str, ops: Sequence[Op]) -> tuple[Stretch, Stretch]:
    """What both texts begin with, and what both end with, but for white space; as much as is plain to see."""
    nothing = Span(0, 0), Span(len(old), len(old)), Span(len(new), len(new))
    head, tail = Stretch(nothing[0], nothing[0]), Stretch(*nothing[1:])
    same = [op for op in (*ops[:2], *ops[-2:]) if op.kind is OpKind.EQUAL]
    for _, was, now, _ in same[:1]:
        if not old[: was.start].strip() and not new[: now.start].strip():
            head = Stretch(was, now)
    for _, was, now, _ in same[-1:]:
        if not old[was.end :].strip() and not new[now.end :].strip():
            tail = Stretch(was, now)
    return head, tail


def _own_paragraphs(before: Excerpt, after: Excerpt, head: Stretch, tail: Stretch) -> tuple[range, range]:
    """The paragraphs that are not shared at the ends of two texts, with the same space between them.

    `head` and `tail` are some of what they share. The first paragraph of a text belongs to no tail, and the only one
    to none: there it can be a headline.
    """
    if not (_has_several(before) and _has_several(after)):
        return before.numbers(), after.numbers()
    first, new_first = _behind(before, after, head)
    least, new_least = first + (not before.has(first - 1)), new_first + (not after.has(new_first - 1))
    stop, new_stop = _ahead(before, after, tail)
    overlap = max(least - stop, new_least - new_stop, 0)
    stop, new_stop = stop + overlap, new_stop + overlap
    while stop > least and new_stop > new_least and _backward(before, stop) == _backward(after, new_stop):
        stop, new_stop = stop - 1, new_stop - 1
    return range(first, stop), range(new_first, new_stop)


def _has_several(paragraphs: Excerpt) -> bool:
    any_one = paragraphs.nearest(0)
    return paragraphs.has(any_one - 1) or paragraphs.has(any_one + 1)


def _behind(before: Excerpt, after: Excerpt, head: Stretch) -> tuple[int, int]:
    """The first paragraphs behind those with which two texts begin that have these in common."""
    # Up to the start of a paragraph, what is shared tells by itself where paragraphs lie.
    first = before.ending_behind(head.old.end)
    if not (before.has(first) and before[first].start < head.old.end):
        first -= 1
    if before.has(first):
        other = after.ending_behind(before[first].start + head.new.start - head.old.start)
    else:
        first, other = before.first, after.first
    while before.has(first) and after.has(other) and _forward(before, first) == _forward(after, other):
        first, other = first + 1, other + 1
    return first, other


def _ahead(before: Excerpt, after: Excerpt, tail: Stretch) -> tuple[int, int]:
    """The first paragraphs that are sure to be the same up to the end, as two texts have this in common there."""
    # From the end of a paragraph on, what is shared tells by itself where paragraphs lie.
    stop = before.ending_behind(max(0, tail.old.start - 1)) + 1
    if not before.has(stop):
        return before.stop, after.stop
    return stop, after.ending_behind(before[stop].start + tail.new.start - tail.old.start)


def _forward(paragraphs: Excerpt, number: int) -> str:
    """A paragraph with the space before it, but for that of the first."""
    start, end = paragraphs[number]
    return paragraphs.text[paragraphs[number - 1].end if paragraphs.has(number - 1) else start : end]


def _backward(paragraphs: Excerpt, number: int) -> str:
    """The paragraph before one with the space behind it, but for that of the last."""
    start, end = paragraphs[number - 1]
    return paragraphs.text[start : paragraphs[number].start if paragraphs.has(number) else end]


def _shared_between(
    before: Excerpt, after: Excerpt, own_old: range, own_new: range, ops: Sequence[Op]
) -> Iterator[tuple[range, range]]:
    """The paragraphs that both texts share between their own ones, run by run, where there are many."""
    if not (own_old and own_new):
        return
    start, new_start = before[own_old.start].start, after[own_new.start].start
    end, new_end = before[own_old.stop - 1].end, after[own_new.stop - 1].end
    for kind, was, now, _ in ops:
        if kind is not OpKind.EQUAL or len(was) <= _LONGEST:
            continue
        if was.start < start or now.start < new_start or was.end > end or now.end > new_end:
            continue
        left, right = _whole_paragraphs(before, was), _whole_paragraphs(after, now)
        by = now.start - was.start
        if (
            len(left) == len(right) > 0
            and before[left[0]].start + by == after[right[0]].start
            and before[left[-1]].end - before[left[0]].start > _LONGEST
        ):
            yield left, right


def _whole_paragraphs(paragraphs: Excerpt, within: Span) -> range:
    """The paragraphs of a stretch, but for the first and the last, of which there may be more beyond it."""
    return range(paragraphs.ending_behind(within.start) + 1, paragraphs.ending_behind(within.end) - 1)


def _sentences(layout: Layout, own: range, shared: Sequence[range]) -> tuple[Sentence, ...]:
    """The sentences of a text, each of its shared ends as one, and each run of `shared` paragraphs between them."""
    text, paragraphs = layout.text, layout.paragraphs
    found: list[Sentence] = []
    if paragraphs.has(own.start - 1):
        indent = len(text) - len(text.lstrip())
        found.append(Sentence(Span(indent, paragraphs[own.start - 1].end), own.start - 1))
    at = own.start
    for run in (*shared, range(own.stop, own.stop)):
        found += [sentence for number in range(at, run.start) for sentence in layout.sentences(number)]
        if run:
            found.append(Sentence(Span(paragraphs[run.start].start, paragraphs[run.stop - 1].end), run.start))
        at = run.stop
    if paragraphs.has(own.stop):
        end = next(at for at in range(len(text), 0, -1) if not text[at - 1].isspace())
        found.append(Sentence(Span(paragraphs[own.stop].start, end), own.stop))
    return tuple(found)


def _told(text: str, span: Span) -> str:
    """The words of a sentence; of what stands for many as much as tells it from any sentence."""
    return span.of(text) if len(span) <= _LONGEST else text[span.start : span.start + _LONGEST] + PARAGRAPHS


def _opening(layout: Layout) -> Opening:
    """What a text begins with, taken from its layout where that begins there."""
    return Opening(layout if layout.paragraphs.opens else Layout(layout.text, Span(0, 0)))
