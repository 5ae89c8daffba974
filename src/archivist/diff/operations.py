"""From what two texts share to the operations that lead from one to the other, and the proof that they do."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from archivist.model.report import Op, OpKind
from archivist.model.span import Span
from archivist.text.tokens import is_edge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archivist.model.report import Move


class Stretch(NamedTuple):
    """A stretch of the old text and the stretch of the new text that stands for it."""

    old: Span
    new: Span

    def to(self, other: Stretch) -> Stretch:
        """From the start of this stretch to the end of `other`."""
        return Stretch(Span(self.old.start, other.old.end), Span(self.new.start, other.new.end))

    def turned(self) -> Stretch:
        """The same with old and new exchanged."""
        return Stretch(self.new, self.old)


class Same(NamedTuple):
    """What both texts share: where it starts in the old and in the new text, and its length in code points."""

    old: int
    new: int
    length: int

    def turned(self) -> Same:
        """The same with old and new exchanged."""
        return Same(self.new, self.old, self.length)


def gaps(whole: Stretch, shared: Sequence[Same]) -> Iterator[Stretch]:
    """What lies before, between and after the shared parts of a stretch; a gap may be empty on one side or both."""
    edges = [
        Same(whole.old.start, whole.new.start, 0),
        *shared,
        Same(whole.old.end, whole.new.end, 0),
    ]
    for left, right in pairwise(edges):
        yield Stretch(Span(left.old + left.length, right.old), Span(left.new + left.length, right.new))


def with_spaces(old: str, new: str, whole: Stretch, shared: Sequence[Same]) -> list[Same]:
    """The shared parts of a stretch, with the white space next to them that is shared too; neighbours become one."""
    parts: list[Same] = []
    for gap, part in zip(gaps(whole, shared), [*shared, None], strict=True):
        parts += _shared_space(old, new, gap)
        if part:
            parts.append(part)
    joined: list[Same] = []
    for part in parts:
        if joined and (last := joined[-1]).old + last.length == part.old and last.new + last.length == part.new:
            joined[-1] = Same(last.old, last.new, last.length + part.length)
        else:
            joined.append(part)
    return joined


def _shared_space(old: str, new: str, gap: Stretch) -> Iterator[Same]:
    """The white space that both sides of a gap begin with, and the white space that both end with."""
    left, right = gap.old.of(old), gap.new.of(new)
    if left == right:
        if left:
            yield Same(gap.old.start, gap.new.start, len(left))
        return
    head = left[: len(left) - len(left.lstrip())]
    start = len(head)
    if (
        start
        and head == right[: len(right) - len(right.lstrip())]
        and is_edge(old, gap.old.start + start)
        and is_edge(new, gap.new.start + start)
    ):
        yield Same(gap.old.start, gap.new.start, start)
        left, right = left[start:], right[start:]
    tail = left[len(left.rstrip()) :]
    end = len(tail)
    if (
        end
        and tail == right[len(right.rstrip()) :]
        and is_edge(old, gap.old.end - end)
        and is_edge(new, gap.new.end - end)
    ):
        yield Same(gap.old.end - end, gap.new.end - end, end)


def operations(whole: Stretch, shared: Sequence[Same], moves: Sequence[Move] = ()) -> Iterator[Op]:
    """The operations over a stretch: what is shared is equal, the rest deleted, then inserted.

    The two ends of each of `moves` are operations of their own.
    """
    old_ends = sorted((move.old, move.id) for move in moves)
    new_ends = sorted((move.new, move.id) for move in moves)
    old_at = new_at = 0
    for gap, part in zip(gaps(whole, shared), [*shared, None], strict=True):
        here = Span(gap.new.start, gap.new.start)
        pieces, old_at = _pieces(gap.old, old_ends, old_at)
        for span, move in pieces:
            yield Op(OpKind.DELETE, span, here, move)
        here = Span(gap.old.end, gap.old.end)
        pieces, new_at = _pieces(gap.new, new_ends, new_at)
        for span, move in pieces:
            yield Op(OpKind.INSERT, here, span, move)
        if part and part.length:
            yield Op(OpKind.EQUAL, Span(part.old, part.old + part.length), Span(part.new, part.new + part.length))


def _pieces(span: Span, ends: Sequence[tuple[Span, int]], at: int) -> tuple[list[tuple[Span, int | None]], int]:
    """A changed span, cut at the ends of moves from number `at` on that lie in it, and the number of the next end."""
    pieces: list[tuple[Span, int | None]] = []
    start = span.start
    while at < len(ends) and ends[at][0].end <= span.end:
        moved, move = ends[at]
        at += 1
        if start <= moved.start:
            pieces += [(Span(start, moved.start), None), (moved, move)]
            start = moved.end
    pieces.append((Span(start, span.end), None))
    return [(piece, move) for piece, move in pieces if len(piece)], at


def prove(old: str, new: str, ops: Iterable[Op]) -> None:
    """Check that operations give back both texts.

    Raises:
        AssertionError: they do not; the text diff has a bug.
    """
    old_at = new_at = 0
    for op in ops:
        whole = {
            OpKind.EQUAL: op.old.of(old) == op.new.of(new),
            OpKind.DELETE: not len(op.new),
            OpKind.INSERT: not len(op.old),
        }
        if op.old.start != old_at or op.new.start != new_at or not whole[op.kind]:
            raise AssertionError(f"The text diff went wrong at {op}.")
        old_at, new_at = op.old.end, op.new.end
    if (old_at, new_at) != (len(old), len(new)):
        raise AssertionError(f"The text diff ends at {old_at} and {new_at} of {len(old)} and {len(new)}.")
