"""The text diff for a person at a terminal, with the unchanged stretches folded."""

from __future__ import annotations

from bisect import bisect_left

from archivist.model.report import OpKind
from archivist.model.span import Span
from archivist.render.as_compared import as_compared
from archivist.render.columns import Piece, Style, wrap
from archivist.render.marks import op_pieces
from archivist.render.safe import one_line, visible
from archivist.render.words import counted
from archivist.text.segment import segment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archivist.model.report import Move, Op, Report
    from archivist.model.span import Sentence

_FEWEST_FOLDED = 2
"""A single unchanged sentence is shown: it takes little more room than saying so, and gives context."""

_GLIMPSE = 8
"""How many words of a moved stretch are shown where it was; it stands in full where it is."""


def diff_lines(  # noqa: PLR0913  # what is shown, then how
    report: Report, old: Sequence[Sentence], new: Sequence[Sentence], width: int, *, colour: bool, context: int = 0
) -> list[str]:
    """The text diff in lines of at most `width` columns. `old` and `new` are the sentences of the two texts.

    Only sentences that changed are shown, with `context` unchanged sentences before and after them, and single ones
    between those. A move is marked at both ends with its number.
    """
    if report.ignored:
        report = as_compared(report)
        new = segment(report.new_text)
    lines: list[str] = []
    run: list[Piece] = []
    whole = frozenset(sentence.span for sentence in new)
    moves = {move.id: move for move in report.diff.moves}
    for number, op in enumerate(report.ops):
        if op.kind is not OpKind.EQUAL:
            if _joins_a_move(number, report):
                run.append(Piece(visible(_words(op, report))))
            else:
                run += _changed(op, moves, report, colour=colour)
            continue
        around = context if number else 0, context if number + 1 < len(report.ops) else 0
        fold = _fold(op, old, whole, around)
        if fold is None:
            run.append(Piece(visible(op.old.of(report.old_text))))
            continue
        stretch, count = fold
        run.append(Piece(visible(report.old_text[op.old.start : stretch.start])))
        lines += _laid_out(run, width, colour=colour)
        run = [Piece(visible(report.old_text[stretch.end : op.old.end]))]
        lines += wrap([Piece(f"⋯ {counted(count, 'sentence')} unchanged ⋯", Style.FAINT)], width, colour=colour)
    return lines + _laid_out(run, width, colour=colour)


def coarse_lines(report: Report, width: int, *, colour: bool) -> list[str]:
    """A note that the text diff is larger than need be, where it is; else nothing."""
    if not report.diff.coarse:
        return []
    where = counted(len(report.diff.coarse), "stretch", "stretches")
    note = f"In {where} the texts differ so much that the text diff is correct, but larger than need be."
    return wrap([Piece(note, Style.FAINT)], width, colour=colour)


def _fold(op: Op, old: Sequence[Sentence], new: frozenset[Span], context: tuple[int, int]) -> tuple[Span, int] | None:
    """The stretch of the old text to fold away in an equal operation, and how many sentences it holds.

    Only what is a whole sentence of both texts is folded: a sentence at the edge can have gained or lost words.
    `context` sentences are kept at the start and at the end.
    """
    shift = op.new.start - op.old.start
    first = bisect_left(old, op.old.start, key=lambda sentence: sentence.span.start)
    last = bisect_left(old, op.old.end + 1, key=lambda sentence: sentence.span.end)
    kept = [
        sentence.span
        for sentence in old[first:last]
        if Span(sentence.span.start + shift, sentence.span.end + shift) in new
    ]
    kept = kept[context[0] : len(kept) - context[1]]
    if len(kept) < _FEWEST_FOLDED:
        return None
    return Span(kept[0].start, kept[-1].end), len(kept)


def _joins_a_move(number: int, report: Report) -> bool:
    """Whether an operation is the white space that came or went with a move beside it: nothing to be told apart."""
    beside = report.ops[max(number - 1, 0) : number] + report.ops[number + 1 : number + 2]
    return any(op.move is not None for op in beside) and not _words(report.ops[number], report).strip()


def _words(op: Op, report: Report) -> str:
    return op.new.of(report.new_text) if op.kind is OpKind.INSERT else op.old.of(report.old_text)


def _changed(op: Op, moves: dict[int, Move], report: Report, *, colour: bool) -> Iterator[Piece]:
    move = None if op.move is None else moves.get(op.move)
    if move is None:
        yield from op_pieces([op], report.old_text, report.new_text, colour=colour)
    elif op.kind is OpKind.DELETE:
        yield from _moved_away(op, report)
    else:
        yield from _moved_here(op, move, report, colour=colour)


def _moved_away(op: Op, report: Report) -> Iterator[Piece]:
    text = op.old.of(report.old_text)
    words = one_line(text).split(" ")
    glimpse = " ".join(words[:_GLIMPSE]) + (" …" if len(words) > _GLIMPSE else "")
    yield Piece(_edge(text, end=False))
    yield Piece(f"‹move {op.move}, from here: {glimpse}›", Style.MOVED)
    yield Piece(_edge(text, end=True))


def _moved_here(op: Op, move: Move, report: Report, *, colour: bool) -> Iterator[Piece]:
    text = op.new.of(report.new_text)
    yield Piece(_edge(text, end=False))
    yield Piece(f"‹move {op.move}, to here: ", Style.MOVED)
    if move.new == op.new and move.ops:
        pieces = list(op_pieces(move.ops, report.old_text, report.new_text, colour=colour))
        yield from _stripped(pieces)
    else:
        yield Piece(visible(text.strip()))
    yield Piece("›", Style.MOVED)
    yield Piece(_edge(text, end=True))


def _edge(text: str, *, end: bool) -> str:
    """The white space at the start or the end of `text`."""
    core = text.rstrip() if end else text.lstrip()
    return visible(text[len(core) :] if end else text[: len(text) - len(core)])


def _stripped(pieces: list[Piece]) -> list[Piece]:
    """The pieces without the white space before the first word and after the last."""
    while pieces and not pieces[0].text.strip():
        pieces.pop(0)
    while pieces and not pieces[-1].text.strip():
        pieces.pop()
    if pieces:
        pieces[0] = Piece(pieces[0].text.lstrip(), pieces[0].style)
        pieces[-1] = Piece(pieces[-1].text.rstrip(), pieces[-1].style)
    return pieces


def _laid_out(run: list[Piece], width: int, *, colour: bool) -> list[str]:
    """The lines of one stretch between two folds, without empty lines around them and never two in a row."""
    lines: list[str] = []
    for line in wrap(run, width, colour=colour) if any(piece.text.strip() for piece in run) else []:
        if line or (lines and lines[-1]):
            lines.append(line)
    while lines and not lines[-1]:
        lines.pop()
    return lines
