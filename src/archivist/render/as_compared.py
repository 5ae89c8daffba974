"""A report's words as they were compared, for the forms that show words and no places."""

from __future__ import annotations

from itertools import groupby

from archivist.model.report import Move, Op, OpKind, TextDiff
from archivist.model.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.model.report import Report


def as_compared(report: Report) -> Report:
    """`report` with the new text as it would read had nothing changed that is ignored; without its claims.

    What applies to the old text still applies, and gives the new text but for what is ignored. Where nothing is
    ignored it is the report itself.
    """
    if not report.ignored:
        return report
    moves = {move.id: move for move in report.diff.moves}
    places: dict[int, int] = {}
    words: list[str] = []
    ops: list[Op] = []
    at = 0
    for op in report.ops:
        move = moves.get(op.move) if op.move is not None and op.kind is OpKind.INSERT else None
        if move is not None:
            places[move.id] = at
        text = "".join(_words(move.ops if move else [op], report))
        words.append(text)
        ops.append(Op(op.kind, op.old, Span(at, at + len(text)), op.move))
        at += len(text)
    placed = tuple(_placed(move, places[move.id], report) for move in report.diff.moves)
    diff = TextDiff(tuple(_joined(ops)), placed, report.diff.coarse)
    return report._replace(new_text="".join(words), diff=diff, changes=(), new_furniture=(), ignored=())


def _words(ops: Iterable[Op], report: Report) -> Iterator[str]:
    """What stands in the new text, with the old words where nothing counts as changed."""
    for op in ops:
        if op.kind is not OpKind.DELETE:
            yield op.old.of(report.old_text) if op.kind is OpKind.EQUAL else op.new.of(report.new_text)


def _placed(move: Move, at: int, report: Report) -> Move:
    """A move whose new end begins at `at`."""
    start, ops = at, []
    for op in move.ops:
        size = sum(map(len, _words([op], report)))
        ops.append(op._replace(new=Span(at, at + size)))
        at += size
    return Move(move.id, move.old, Span(start, at), tuple(_joined(ops)))


def _joined(ops: Iterable[Op]) -> Iterator[Op]:
    """The operations, equal neighbours made one."""
    for equal, run in groupby(ops, lambda op: op.kind is OpKind.EQUAL):
        if not equal:
            yield from run
            continue
        parts = list(run)
        yield Op(
            OpKind.EQUAL, Span(parts[0].old.start, parts[-1].old.end), Span(parts[0].new.start, parts[-1].new.end)
        )
