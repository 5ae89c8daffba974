"""From what two texts share to the operations that lead from one to the other, and the proof that they do."""

from __future__ import annotations

from archivist.diff.ends import same_from
from archivist.model.noun import NamedTuple
from archivist.model.report import Op, OpKind
from archivist.model.span import Span
from archivist.text.tokens import is_edge

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archivist.model.report import Move

    _Part = tuple[int, int, int]  # as Same

# To look up a member of an enumeration takes half as long as to make an operation.
_EQUAL, _DELETE, _INSERT = OpKind.EQUAL, OpKind.DELETE, OpKind.INSERT
_COPIED = 1 << 14  # code points up to which a copy of both sides is sooner compared than pieces of them


class Stretch(NamedTuple):
    """A stretch of the old text and the stretch of the new text that stands for it."""

    old: Span
    new: Span

    def to(self, other: Stretch) -> Stretch:
        """From the start of this stretch to the end of `other`."""
        return Stretch(Span(self.old.start, other.old.end), Span(self.new.start, other.new.end))

    def before(self, other: Stretch) -> Stretch:
        """What of this stretch lies before `other`."""
        return Stretch(Span(self.old.start, other.old.start), Span(self.new.start, other.new.start))

    def rest(self, whole: Stretch) -> Stretch:
        """What of `whole` lies behind this stretch."""
        return Stretch(Span(self.old.end, whole.old.end), Span(self.new.end, whole.new.end))

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


class Shared(NamedTuple):
    """What two texts share: in place, in order; within each stretch that moved; and what was not looked at closely."""

    same: list[Same]
    moved: list[tuple[Stretch, list[Same]]]
    coarse: list[Stretch]

    def turned(self) -> Shared:
        """The same with old and new exchanged."""
        moved = [(stretch.turned(), [part.turned() for part in same]) for stretch, same in self.moved]
        return Shared([part.turned() for part in self.same], moved, [stretch.turned() for stretch in self.coarse])


def gaps(whole: Stretch, shared: Sequence[Same]) -> Iterator[Stretch]:
    """What lies before, between and after the shared parts of a stretch; a gap may be empty on one side or both."""
    make = tuple.__new__  # see _plain
    i, j = whole.old.start, whole.new.start
    for old, new, length in (*shared, (whole.old.end, whole.new.end, 0)):
        yield make(Stretch, (make(Span, (i, old)), make(Span, (j, new))))
        i, j = old + length, new + length


def with_spaces(old: str, new: str, whole: Stretch, shared: Sequence[Same]) -> list[Same]:
    """The shared parts of a stretch, with the white space next to them that is shared too; neighbours become one."""
    joined: list[Same] = []
    start, new_start, end, new_end = whole.old.start, whole.new.start, whole.old.start, whole.new.start
    for at, new_at, length in _with_spaces(old, new, whole, shared):
        if at != end or new_at != new_end:
            if start < end:
                joined.append(Same(start, new_start, end - start))
            start, new_start = at, new_at
        end, new_end = at + length, new_at + length
    return [*joined, Same(start, new_start, end - start)] if start < end else joined


def with_ends(old: str, new: str, first: Sequence[Same], middle: Sequence[Same], last: Sequence[Same]) -> list[Same]:
    """What two texts share at their ends and in the `middle`, as `with_spaces` gives it.

    The white space within the middle is told already.
    """
    whole = Stretch(Span(0, len(old)), Span(0, len(new)))
    if not middle[1:]:
        return with_spaces(old, new, whole, [*first, *middle, *last])
    (i, j, length), (k, n, _) = middle[0], middle[-1]
    head = Stretch(Span(0, i + length), Span(0, j + length))
    tail = Stretch(Span(k, len(old)), Span(n, len(new)))
    return [
        *with_spaces(old, new, head, [*first, middle[0]]),
        *middle[1:-1],
        *with_spaces(old, new, tail, [middle[-1], *last]),
    ]


def _with_spaces(old: str, new: str, whole: Stretch, shared: Sequence[Same]) -> Iterator[_Part]:
    i, j = whole.old.start, whole.new.start
    for at, new_at, length in (*shared, (whole.old.end, whole.new.end, 0)):
        if i < at and j < new_at:
            if at - i == new_at - j and old[i:at] == new[j:new_at]:
                yield i, j, at - i
            elif (old[i] == new[j] and old[i].isspace()) or (old[at - 1] == new[new_at - 1] and old[at - 1].isspace()):
                if _is_plain(left := old[i:at]) and _is_plain(right := new[j:new_at]):
                    # words between single spaces, or with one on one side, which is by far the most frequent
                    if left[0] == right[0] == " ":
                        yield i, j, 1
                    if left[-1] == right[-1] == " ":
                        yield at - 1, new_at - 1, 1
                else:
                    yield from _shared_space(old, (i, at), new, (j, new_at))
        if length:
            yield at, new_at, length
        i, j = at + length, new_at + length


def _is_plain(gap: str) -> bool:
    """Whether a gap is one ASCII word or mark, or more, with no more than a single space at each end."""
    words = gap.strip()
    return len(words) > 0 and len(gap) - len(words) <= (gap[0] == " ") + (gap[-1] == " ") and gap.isascii()


def _shared_space(old: str, gap: tuple[int, int], new: str, new_gap: tuple[int, int]) -> Iterator[_Part]:
    """The white space that both sides of a gap begin with, and the white space that both end with."""
    (i, at), (j, new_at) = gap, new_gap
    left, right = old[i:at], new[j:new_at]
    start = len(left) - len(left.lstrip())
    if (
        start == len(right) - len(right.lstrip()) > 0
        and left[:start] == right[:start]
        and is_edge(old, i + start)
        and is_edge(new, j + start)
    ):
        yield i, j, start
        left, right = left[start:], right[start:]
    end = len(left) - len(left.rstrip())
    if (
        end == len(right) - len(right.rstrip()) > 0
        and left[-end:] == right[-end:]
        and is_edge(old, at - end)
        and is_edge(new, new_at - end)
    ):
        yield at - end, new_at - end, end


def operations(whole: Stretch, shared: Iterable[Same], moves: Sequence[Move] = ()) -> Iterator[Op]:
    """The operations over a stretch: what is shared is equal, the rest deleted, then inserted.

    The two ends of each of `moves` are operations of their own.
    """
    plain = _plain(whole, shared)
    return _parted(plain, moves) if moves else plain


def _plain(whole: Stretch, shared: Iterable[Same]) -> Iterator[Op]:
    """The operations over a stretch in which nothing moved."""
    make = tuple.__new__  # what the constructors of named tuples call, which would be half of the work here
    i, j = whole.old.start, whole.new.start
    for old, new, length in (*shared, (whole.old.end, whole.new.end, 0)):
        if i < old:
            yield make(Op, (_DELETE, make(Span, (i, old)), make(Span, (j, j)), None))
        if j < new:
            yield make(Op, (_INSERT, make(Span, (old, old)), make(Span, (j, new)), None))
        i, j = old + length, new + length
        if length:
            yield make(Op, (_EQUAL, make(Span, (old, i)), make(Span, (new, j)), None))


def _parted(ops: Iterable[Op], moves: Sequence[Move]) -> Iterator[Op]:
    """The operations, with the two ends of each of `moves` as operations of their own."""
    old_ends = sorted((move.old, move.id) for move in moves)
    new_ends = sorted((move.new, move.id) for move in moves)
    old_at = new_at = 0
    for op in ops:
        if op.kind is _DELETE:
            pieces, old_at = _pieces(op.old, old_ends, old_at)
            yield from (Op(_DELETE, span, op.new, move) for span, move in pieces)
        elif op.kind is _INSERT:
            pieces, new_at = _pieces(op.new, new_ends, new_at)
            yield from (Op(_INSERT, op.old, span, move) for span, move in pieces)
        else:
            yield op


def _pieces(span: Span, ends: Sequence[tuple[Span, int]], at: int) -> tuple[list[tuple[Span, int | None]], int]:
    """A changed span, cut at the ends of moves from number `at` on that lie in it, and the number of the next end."""
    if at == len(ends):
        return [(span, None)], at
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
        kind, (old_start, old_end), (new_start, new_end), _ = op
        if kind is _EQUAL:
            length = old_end - old_start
            holds = length == new_end - new_start and (
                old[old_start:old_end] == new[new_start:new_end]
                if length <= _COPIED
                else same_from(old, old_start, new, new_start, length) == length
            )
        else:
            holds = new_start == new_end if kind is _DELETE else old_start == old_end
        if not holds or old_start != old_at or new_start != new_at:
            raise AssertionError(f"The text diff went wrong at {op}.")
        old_at, new_at = old_end, new_end
    if (old_at, new_at) != (len(old), len(new)):
        raise AssertionError(f"The text diff ends at {old_at} and {new_at} of {len(old)} and {len(new)}.")
