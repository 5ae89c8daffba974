"""What two texts plainly have in common, and what lies between: so that only that is looked at closely."""

from __future__ import annotations

from archivist.diff.ends import same_from
from archivist.diff.landmarks import shared_end, shared_start
from archivist.diff.operations import Same, Stretch
from archivist.model.noun import NamedTuple
from archivist.model.span import Span
from archivist.text.tokens import is_edge

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.diff.edits import Edits

_WINDOW = 4096  # code points in which a paragraph is sought in the old text; four times as many in the new one
_BLANK = "\n\n"
_AHEAD = 6  # paragraphs behind a difference that are sought
_TELLING = 40  # code points of one that is not likely to be repeated


class Passage(NamedTuple):
    """A stretch that stands in both texts but for small edits in it, and what of it is the same, in order."""

    stretch: Stretch
    same: list[Same]


def passages(old: str, new: str, edits: Edits | None = None) -> Iterator[Passage]:
    """What two texts plainly share, in order: beginning, whole paragraphs found again behind each difference, and end.

    There are small edits within a passage only if `edits` is given, which reads them. Behind a difference behind which
    nothing is found again only the end is told, so it may pass over much that is shared.
    """
    whole = Stretch(Span(0, len(old)), Span(0, len(new)))
    passage = _beginning(old, new, whole, edits)
    yield passage
    if passage.stretch == whole:
        return
    rest = passage.stretch.rest(whole)
    end = shared_end(old, new, rest)
    last = Stretch(Span(len(old) - end, len(old)), Span(len(new) - end, len(new)))
    middle = Stretch(Span(rest.old.start, last.old.start), Span(rest.new.start, last.new.start))
    yield from between(old, new, middle, edits)
    yield Passage(last, [Same(last.old.start, last.new.start, end)])


def _beginning(old: str, new: str, whole: Stretch, edits: Edits | None) -> Passage:
    """The passage with which both texts begin; it may be empty."""
    same = _read(old, new, whole, edits)
    stop = same[-1].old + same[-1].length
    passage = _paragraphs(old, new, whole, same)
    if passage:
        old_end, new_end = passage.stretch.old.end, passage.stretch.new.end
        cut = old_end < len(old) and new_end < len(new)
        if (cut and stop - old_end <= _WINDOW) or passage.stretch == whole:
            return passage
    start = shared_start(old, new)
    return Passage(Stretch(Span(0, start), Span(0, start)), [Same(0, 0, start)])


def between(old: str, new: str, middle: Stretch, edits: Edits | None = None) -> Iterator[Passage]:
    """The passages of a stretch that begin with a paragraph that is found again close behind a difference, in order.

    It ends at the first difference behind which nothing is found again.
    """
    rest = middle
    while again := _found_again(old, new, rest):
        passage = _paragraphs(old, new, again, _read(old, new, again, edits))
        if passage is None:
            return
        yield passage
        rest = passage.stretch.rest(middle)


def _found_again(old: str, new: str, rest: Stretch) -> Stretch | None:
    """A stretch from where the first of the next paragraphs of `old` that `new` has close by begins on both sides."""
    (start, old_end), (new_start, new_end) = rest
    for _ in range(_AHEAD):
        end = old.find(_BLANK, start, min(old_end, start + _WINDOW)) + len(_BLANK)
        if end < len(_BLANK):
            return None
        if end - start >= _TELLING:
            at = new.find(old[start:end], new_start, min(new_end, new_start + 4 * _WINDOW))
            opens = at == new_start or (at > 0 and new.startswith(_BLANK, at - len(_BLANK)))
            if opens and is_edge(old, start) and is_edge(new, at):
                return Stretch(Span(start, old_end), Span(at, new_end))
        start = end
    return None


def _read(old: str, new: str, rest: Stretch, edits: Edits | None) -> list[Same]:
    """What the texts share from the start of a stretch on."""
    if edits:
        return edits.read(rest)
    i, j = rest.old.start, rest.new.start
    return [Same(i, j, same_from(old, i, new, j, min(len(rest.old), len(rest.new))))]


def _paragraphs(old: str, new: str, rest: Stretch, same: list[Same]) -> Passage | None:
    """What is the `same` from the start of `rest` on, to the end of a side or back to where a paragraph begins."""
    first, last = same[0], same[-1]
    end = last.old + last.length
    if end < rest.old.end and last.new + last.length < rest.new.end:
        end = old.rfind(_BLANK, first.old, end) + len(_BLANK)
        if end <= first.old + len(_BLANK):
            return None
        while same[-1].old >= end:  # edits in a paragraph that is not whole
            same.pop()
        last = same[-1]
        same[-1] = last = Same(last.old, last.new, min(last.length, end - last.old))
    new_end = last.new + last.length
    if end == first.old or not (is_edge(old, end) and is_edge(new, new_end)):
        return None
    return Passage(Stretch(Span(first.old, end), Span(first.new, new_end)), same)
