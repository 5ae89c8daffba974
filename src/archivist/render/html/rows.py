"""The text diff in rows: paragraphs as the new text has them, with what was taken away where it stood.

Every row has its place in both texts, so that the same rows serve a view with both in one and a view side by side.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from enum import StrEnum
from functools import cache

from archivist.model.noun import NamedTuple
from archivist.model.report import OpKind
from archivist.model.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archivist.model.report import Report
    from archivist.model.span import Sentence
    from archivist.render.html.anchors import Anchors

_LONG = 6
"""From so many sentences on, an unchanged stretch inside a paragraph is a row of its own, so that it can be folded."""


class Gap(StrEnum):
    """What stands between a row and the row before it."""

    PARAGRAPH = "paragraph"
    LINE = "line"
    SENTENCE = "sentence"


class Space(StrEnum):
    """White space that came or went."""

    ALONE = "alone"
    ALONG = "along"


class RowPiece(NamedTuple):
    """A stretch of the text diff inside a row: as `Op`, with the ends of moves told apart.

    `moved_from` is the number of the move that took it away from here, `moved_to` of the one that brought it here.
    `opens` is true for the first piece of such an end. `space` says of white space whether it came or went alone, and
    so is a difference to be shown, or with what stands beside it; it is None for all else. `anchors` are the numbers
    of the changes marked behind it.
    """

    kind: OpKind
    old: Span
    new: Span
    moved_from: int | None = None
    moved_to: int | None = None
    opens: bool = False
    space: Space | None = None
    anchors: tuple[int, ...] = ()

    def words(self, report: Report) -> str:
        """What it shows: of an equal stretch the new words."""
        return self.old.of(report.old_text) if self.kind is OpKind.DELETE else self.new.of(report.new_text)

    @property
    def plain(self) -> bool:
        """Whether nothing happened here that a reader would look for."""
        same = self.kind is OpKind.EQUAL and self.moved_to is None
        return (same or self.space is Space.ALONG) and not self.anchors

    def part(self, start: int, end: int) -> RowPiece:
        """The part between two offsets into its words, without anchors."""
        old, new = self.old, self.new
        if self.kind is not OpKind.INSERT:
            old = Span(min(old.start + start, old.end), min(old.start + end, old.end))
        if self.kind is not OpKind.DELETE:
            new = Span(new.start + start, new.start + end)
        return self._replace(old=old, new=new, anchors=())


class Row(NamedTuple):
    """A paragraph, a line, or a long unchanged stretch of one."""

    gap: Gap
    pieces: tuple[RowPiece, ...]

    @property
    def changed(self) -> bool:
        """Whether anything in it changed or is marked."""
        return not all(piece.plain for piece in self.pieces)


class _Break(NamedTuple):
    """White space in a piece, by offsets into its words, at which a row ends."""

    start: int
    end: int
    gap: Gap


def rows(report: Report, old: Sequence[Sentence], new: Sequence[Sentence], anchors: Anchors) -> list[Row]:
    """The text diff of `report` in rows. `old` and `new` are the sentences of its texts.

    A row ends at a blank line and at a line end between two sentences, but not where either was taken away alone; a
    line end inside a sentence is a space.
    """
    made: list[Row] = []
    gap = Gap.PARAGRAPH
    current: list[RowPiece] = []
    for piece, found in _broken(report, old, new, anchors):
        if piece.anchors or piece.words(report):
            current.append(piece)
        if found is None:
            continue
        if current:
            made.append(Row(gap, tuple(current)))
            gap, current = found, []
        elif found is Gap.PARAGRAPH:
            gap = found
    if current:
        made.append(Row(gap, tuple(current)))
    return _opened(_rejoined(made))


def _broken(
    report: Report, old: Sequence[Sentence], new: Sequence[Sentence], anchors: Anchors
) -> Iterator[tuple[RowPiece, Gap | None]]:
    """All pieces in order, each with the gap behind it where a row ends there."""
    for whole in anchors.placed(_pieces(report)):
        words = whole.words(report)
        along = words.isspace() and whole.kind is not OpKind.EQUAL and whole.space is None
        piece = whole._replace(space=Space.ALONG) if along else whole
        at = 0
        for here in _breaks(piece, words, old if piece.kind is OpKind.DELETE else new):
            yield piece.part(at, here.end if piece.space is Space.ALONE else here.start), here.gap
            at = here.end
        yield piece.part(at, len(words))._replace(anchors=piece.anchors), None


def _pieces(report: Report) -> Iterator[RowPiece]:
    """The operations, those inside a move at the place where it is now."""
    moves = {move.id: move for move in report.diff.moves}
    for number, op in enumerate(report.ops):
        move = None if op.move is None else moves.get(op.move)
        if op.kind is OpKind.INSERT and move is not None and move.new == op.new and move.ops:
            for inner in move.ops:
                yield _spaced(RowPiece(inner.kind, inner.old, inner.new, moved_to=op.move), report)
        elif op.kind is OpKind.INSERT and move is not None:
            yield RowPiece(OpKind.EQUAL, op.old, op.new, moved_to=op.move)
        else:
            piece = RowPiece(op.kind, op.old, op.new, moved_from=op.move)
            beside = report.ops[max(number - 1, 0) : number] + report.ops[number + 1 : number + 2]
            yield piece if any(other.move is not None for other in beside) else _spaced(piece, report)


def _spaced(piece: RowPiece, report: Report) -> RowPiece:
    """A whole operation; if it is all white space, no words came or went with it."""
    alone = piece.kind is not OpKind.EQUAL and piece.words(report).isspace()
    return piece._replace(space=Space.ALONE) if alone else piece


def _breaks(piece: RowPiece, words: str, sentences: Sequence[Sentence]) -> Iterator[_Break]:
    """Where rows end inside a piece."""
    if piece.kind is OpKind.DELETE and piece.space is Space.ALONE:
        return
    start = piece.old.start if piece.kind is OpKind.DELETE else piece.new.start
    long = _long_stretch(piece, sentences)
    for space in _white().finditer(words):
        begin, end = space.span()
        ends = words.count("\n", begin, end)
        if ends > 1:
            yield _Break(begin, end, Gap.PARAGRAPH)
        elif ends and not _is_inside(Span(start + begin, start + end), sentences):
            yield _Break(begin, end, Gap.LINE)
        elif start + begin in long:
            yield _Break(end, end, Gap.SENTENCE)


def _long_stretch(piece: RowPiece, sentences: Sequence[Sentence]) -> tuple[int, ...]:
    """Where the first whole sentence of a long unchanged piece ends, and where its last but one does."""
    if piece.kind is not OpKind.EQUAL:
        return ()
    first = bisect_left(sentences, piece.new.start, key=lambda sentence: sentence.span.start)
    last = bisect_right(sentences, piece.new.end, key=lambda sentence: sentence.span.end)
    if last - first < _LONG:
        return ()
    return sentences[first].span.end, sentences[last - 2].span.end


def _is_inside(space: Span, sentences: Sequence[Sentence]) -> bool:
    """Whether white space lies inside a sentence."""
    index = bisect_right(sentences, space.start, key=lambda sentence: sentence.span.start) - 1
    return index >= 0 and space.end < sentences[index].span.end


def _rejoined(made: Iterable[Row]) -> Iterator[Row]:
    """The rows, those of one paragraph joined again where nothing in either changed."""
    held: Row | None = None
    for row in made:
        if held and row.gap is Gap.SENTENCE and not row.changed and not held.changed:
            held = Row(held.gap, held.pieces + row.pieces)
            continue
        if held:
            yield held
        held = row
    if held:
        yield held


def _opened(made: Iterable[Row]) -> list[Row]:
    """The rows, with the first piece of each end of a move marked as such."""
    seen: set[tuple[int | None, int | None]] = {(None, None)}
    opened = []
    for row in made:
        pieces = []
        for piece in row.pieces:
            end = piece.moved_from, piece.moved_to
            pieces.append(piece._replace(opens=end not in seen))
            seen.add(end)
        opened.append(row._replace(pieces=tuple(pieces)))
    return opened


@cache
def _white() -> re.Pattern[str]:
    """White space without the control characters that count as such: those are shown and not left out."""
    return re.compile(r"(?:\r\n|[^\S\r\v\f\x1c-\x1f\x85\u2028\u2029])+")
