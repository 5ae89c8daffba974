"""A text diff in which differences of white space or typography do not count.

It is a view of the texts: what differs in nothing else counts as equal, and all spans stay those of the texts as they
are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import groupby

from archivist.diff.text_report import compare_texts
from archivist.model.noun import NamedTuple
from archivist.model.report import Ignored, Move, Op, OpKind, TextDiff
from archivist.model.span import Span
from archivist.text.plain import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from archivist.model.report import Report

_SPELLINGS = {"…": "...", "—": "--"}
"""Signs that are typed as several characters where a keyboard has no such sign."""


def ignoring(report: Report, ignored: Collection[Ignored]) -> Report:
    """`report`, whose text diff leaves out of account what is `ignored`.

    Space: how much white space there is, of which kind, and whether there is any between two words or signs.
    Typography: the shape of quotation marks, apostrophes and dashes, an ellipsis in one sign or in points, and spaces
    that do not break. Equal operations then cover stretches whose two sides can differ in that.
    """
    found = _without_typography(report) if Ignored.TYPOGRAPHY in ignored else report.diff
    if Ignored.SPACE in ignored:
        found = _without_space(found, report)
    return report._replace(diff=found, ignored=tuple(kind for kind in Ignored if kind in ignored))


def _without_typography(report: Report) -> TextDiff:
    """The diff of the texts in one spelling of typography, with the places of the texts as they are."""
    old, new = _spelt(report.old_text), _spelt(report.new_text)
    found = compare_texts(old.text, new.text).diff

    def placed(ops: Iterable[Op]) -> tuple[Op, ...]:
        return tuple(Op(op.kind, old.place(op.old), new.place(op.new), op.move) for op in ops)

    moves = tuple(Move(move.id, old.place(move.old), new.place(move.new), placed(move.ops)) for move in found.moves)
    return TextDiff(placed(found.ops), moves, tuple(map(old.place, found.coarse)))


def _without_space(found: TextDiff, report: Report) -> TextDiff:
    """The diff with changes of nothing but white space made equal."""
    moves = tuple(move._replace(ops=tuple(_respaced(move.ops, report))) for move in found.moves)
    return TextDiff(tuple(_respaced(found.ops, report)), moves, found.coarse)


def _respaced(ops: Iterable[Op], report: Report) -> Iterator[Op]:
    for settled, run in groupby(ops, lambda op: op.kind is OpKind.EQUAL or op.move is not None):
        if settled:
            yield from run
            continue
        parts = list(run)
        old = Span(parts[0].old.start, parts[-1].old.end)
        new = Span(parts[0].new.start, parts[-1].new.end)
        yield from _trimmed(old, new, old.of(report.old_text), new.of(report.new_text))


def _trimmed(old: Span, new: Span, left: str, right: str) -> Iterator[Op]:
    """A changed stretch, without the white space that both sides have at an edge or that is all there is."""
    if not (left + right).strip():
        yield Op(OpKind.EQUAL, old, new)
        return
    head = _shared(left, right, left.lstrip(), right.lstrip())
    left, right = left[head[0] :], right[head[1] :]
    tail = _shared(left, right, left.rstrip(), right.rstrip())
    inner_old, inner_new = Span(old.start + head[0], old.end - tail[0]), Span(new.start + head[1], new.end - tail[1])
    if any(head):
        yield Op(OpKind.EQUAL, Span(old.start, inner_old.start), Span(new.start, inner_new.start))
    if len(inner_old):
        yield Op(OpKind.DELETE, inner_old, Span(inner_new.start, inner_new.start))
    if len(inner_new):
        yield Op(OpKind.INSERT, Span(inner_old.end, inner_old.end), inner_new)
    if any(tail):
        yield Op(OpKind.EQUAL, Span(inner_old.end, old.end), Span(inner_new.end, new.end))


def _shared(old: str, new: str, old_core: str, new_core: str) -> tuple[int, int]:
    """How much white space each side has at an edge, if both have some: next to a word it parts, so it must stay."""
    sizes = len(old) - len(old_core), len(new) - len(new_core)
    return sizes if all(sizes) else (0, 0)


class _Spelt(NamedTuple):
    """A text in one spelling. `edges` of signs that were spelt otherwise stand at `origins` in the text as it is."""

    text: str
    edges: list[int]
    origins: list[int]

    def place(self, span: Span) -> Span:
        """The stretch of the text as it is that `span` stands for."""
        return Span(self._origin(span.start), self._origin(span.end))

    def _origin(self, edge: int) -> int:
        number = bisect_right(self.edges, edge)
        origin = self.origins[number - 1] + edge - self.edges[number - 1]
        return min([origin, *self.origins[number : number + 1]])


def _spelt(text: str) -> _Spelt:
    """`text` in one spelling of typography."""
    folded = plain(text)
    parts: list[str] = []
    edges, origins = [0], [0]
    for match in _sign().finditer(folded):
        spelling = _SPELLINGS.get(match.group(), "--")
        start = edges[-1] + match.start() - origins[-1]
        parts += [folded[origins[-1] : match.start()], spelling]
        edges += [start, start + len(spelling)]
        origins += [match.start(), match.end()]
    return _Spelt("".join([*parts, folded[origins[-1] :]]), edges, origins)


@cache
def _sign() -> re.Pattern[str]:
    """An ellipsis, and a dash however it is typed: long, as hyphens in a row, or alone between spaces."""
    return re.compile(r"…|—|-{2,3}(?!-)|(?<!\S)-(?!\S)")
