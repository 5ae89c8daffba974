"""What an alignment of sentences says about the text: stretches that stayed in place, and stretches that moved."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from archivist.diff.cover import Cover
from archivist.diff.operations import Same, Stretch
from archivist.model.noun import NamedTuple
from archivist.model.report import Pair
from archivist.model.span import Span
from archivist.text.tokens import is_edge

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archivist.model.span import Sentence


_JOINED = (1, 0)
_NEXT = {(1, 1), (0, 1), _JOINED}
"""By how many sentences, old and new, a link is further than the one before if it belongs to the same block."""


class Alignment(NamedTuple):
    """The sentences of both texts and the links between them, as `archivist.diff.align.align` gives them."""

    old: Sequence[Sentence]
    new: Sequence[Sentence]
    pairs: Sequence[Pair]

    def turned(self) -> Alignment:
        """The same with old and new exchanged."""
        return Alignment(self.new, self.old, [Pair(pair.new, pair.old, pair.moved) for pair in self.pairs])


class Places(NamedTuple):
    """The linked stretches of two texts: those in place, in the order of both texts, and those that moved."""

    kept: list[Stretch]
    moved: list[Stretch]


class _Block(NamedTuple):
    """Linked sentences by index: the first and last of each side."""

    old: tuple[int, int]
    new: tuple[int, int]


def places(old: str, new: str, alignment: Alignment) -> Places:
    """The linked stretches of `old` and `new`, each beginning and ending at the edge of a token.

    A split or a join is one stretch, and so is a run of sentences that moved together. Links that contradict the
    order of those before them are left out: what they link is then deleted here and inserted there.
    """
    kept = _kept(_links(alignment.pairs, moved=False))
    taken_old = {index for block in kept for index in range(block.old[0], block.old[1] + 1)}
    taken_new = {index for block in kept for index in range(block.new[0], block.new[1] + 1)}
    free = [
        (left, right)
        for left, right in _links(alignment.pairs, moved=True)
        if left not in taken_old and right not in taken_new
    ]
    moved = [
        stretch
        for stretch in _stretches(alignment, _runs(free))
        if len(stretch.old)  # white space that stands alone is no sentence
        and _is_edge(old, new, stretch.old.start, stretch.new.start)
        and _is_edge(old, new, stretch.old.end, stretch.new.end)
    ]
    return Places(_closed(old, new, _stretches(alignment, kept)), moved)


def unplaced(whole: Stretch, where: Places) -> Iterator[Stretch]:
    """What lies between the stretches in place, where there is text on both sides and none of it moved."""
    old_moved = sorted(stretch.old.start for stretch in where.moved)
    new_moved = sorted(stretch.new.start for stretch in where.moved)
    before = Stretch(Span(whole.old.start, whole.old.start), Span(whole.new.start, whole.new.start))
    after = Stretch(Span(whole.old.end, whole.old.end), Span(whole.new.end, whole.new.end))
    for left, right in pairwise([before, *where.kept, after]):
        old, new = Span(left.old.end, right.old.start), Span(left.new.end, right.new.start)
        if len(old) and len(new) and not (_any_in(old_moved, old) or _any_in(new_moved, new)):
            yield Stretch(old, new)


def beside(shared: Sequence[Same], moved: list[Stretch]) -> list[Stretch]:
    """What moved, but for copies of something that turns out to stand where it stood."""
    if not moved:
        return []
    old = Cover(Span(part.old, part.old + part.length) for part in shared)
    new = Cover(Span(part.new, part.new + part.length) for part in shared)
    return [stretch for stretch in moved if not (old.touches(stretch.old) or new.touches(stretch.new))]


def _any_in(places: Sequence[int], span: Span) -> bool:
    """Whether any of `places`, in order, lies in `span`."""
    return bisect_left(places, span.start) < bisect_left(places, span.end)


def _links(pairs: Iterable[Pair], *, moved: bool) -> list[tuple[int, int]]:
    """The links that moved, or those that did not, in the order of the old text."""
    return sorted(
        (pair.old, pair.new) for pair in pairs if pair.old is not None and pair.new is not None and pair.moved is moved
    )


def _kept(links: Iterable[tuple[int, int]]) -> list[_Block]:
    """Links in place, those that share a sentence as one block."""
    blocks: list[_Block] = []
    for old, new in links:
        if not blocks or (old > blocks[-1].old[1] and new > blocks[-1].new[1]):
            blocks.append(_Block((old, old), (new, new)))
        elif blocks[-1].old[1] == old or blocks[-1].new[1] == new:
            last = blocks[-1]
            blocks[-1] = _Block((last.old[0], max(last.old[1], old)), (last.new[0], max(last.new[1], new)))
    return blocks


def _runs(links: Iterable[tuple[int, int]]) -> list[_Block]:
    """Links that moved, those that share a sentence and neighbours on both sides as one block."""
    blocks: list[_Block] = []
    used: set[int] = set()
    for old, new in links:
        last = blocks[-1] if blocks else _Block((-2, -2), (-2, -2))
        step = old - last.old[1], new - last.new[1]
        if step in _NEXT and (step == _JOINED or new not in used):
            blocks[-1] = _Block((last.old[0], old), (last.new[0], new))
        elif step[0] and new not in used:
            blocks.append(_Block((old, old), (new, new)))
        else:
            continue
        used.add(new)
    return blocks


def _stretches(alignment: Alignment, blocks: Iterable[_Block]) -> Iterable[Stretch]:
    for block in blocks:
        yield Stretch(
            Span(alignment.old[block.old[0]].span.start, alignment.old[block.old[1]].span.end),
            Span(alignment.new[block.new[0]].span.start, alignment.new[block.new[1]].span.end),
        )


def _closed(old: str, new: str, stretches: Iterable[Stretch]) -> list[Stretch]:
    """The stretches, joined with the next one where they touch and a token may cross the edge between them."""
    closed: list[Stretch] = []
    held: Stretch | None = None
    for stretch in stretches:
        touching = held and (held.old.end == stretch.old.start or held.new.end == stretch.new.start)
        grown = held.to(stretch) if held and touching else stretch
        held = None
        if _is_edge(old, new, grown.old.end, grown.new.end):
            closed.append(grown)
        else:
            held = grown
    return [stretch for stretch in closed if _is_edge(old, new, stretch.old.start, stretch.new.start)]


def _is_edge(old: str, new: str, old_at: int, new_at: int) -> bool:
    return is_edge(old, old_at) and is_edge(new, new_at)
