"""Old and new words, marked as such: by colour where there is one, else by `[-old-]{+new+}` as git writes them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from archivist.model.report import FacetKind, OpKind
from archivist.model.span import Span
from archivist.render.columns import Piece, Style
from archivist.render.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.model.report import Change, Facet, Op, Report

_SIGNS = {Style.OLD: ("[-", "-]"), Style.NEW: ("{+", "+}")}
_WHITE = {" ": "␣", "\t": "⇥", "\n": "⏎"}


def marked(text: str, style: Style, *, colour: bool) -> Iterator[Piece]:
    """Words that are old or new (`style`), marked line by line, without the white space around them.

    White space that came or went alone is shown as signs: ␣ for a space, ⇥ for a tab, ⏎ for a line end.
    """
    if not text.strip():
        yield from _signed("".join(map(_white, text)), style, colour)
        yield Piece("\n" * text.count("\n") if style is Style.NEW else "")
        return
    for number, line in enumerate(text.split("\n")):
        if number:
            yield Piece("\n")
        core = line.strip()
        before, _, after = line.partition(core) if core else (line, "", "")
        yield Piece(visible(before))
        yield from _signed(visible(core), style, colour)
        yield Piece(visible(after))


def op_pieces(ops: Iterable[Op], old_text: str, new_text: str, *, colour: bool) -> Iterator[Piece]:
    """Both sides of a stretch of operations in one line of words."""
    for op in ops:
        if op.kind is OpKind.EQUAL:
            yield Piece(visible(op.new.of(new_text)))
        elif op.kind is OpKind.DELETE:
            yield from marked(op.old.of(old_text), Style.OLD, colour=colour)
        else:
            yield from marked(op.new.of(new_text), Style.NEW, colour=colour)


def span_pieces(text: str, whole: Span, spans: Iterable[Span], style: Style, *, colour: bool) -> Iterator[Piece]:
    """The words of `whole` with those of `spans`, which lie in it in order, marked; line ends become spaces."""
    place = whole.start
    for span in spans:
        yield Piece(_flat(text[place : span.start]))
        yield from marked(span.of(text).replace("\n", " "), style, colour=colour)
        place = span.end
    yield Piece(_flat(text[place : whole.end]))


def old_marks(change: Change, report: Report) -> list[Span]:
    """The stretches of the old claim to mark, in order: the facets' evidence, else what the text diff takes away."""
    if change.old is None:
        return []
    if change.new is None:
        return [change.old.span]
    evidence = [facet_marks(facet, report)[0] for facet in change.facets]
    return _merged(chain(*evidence) if evidence else _touched(report, OpKind.DELETE), change.old.span)


def new_marks(change: Change, report: Report) -> list[Span]:
    """The stretches of the new claim to mark, in order: the facets' evidence, else what the text diff puts in."""
    if change.new is None:
        return []
    if change.old is None:
        return [change.new.span]
    evidence = [facet_marks(facet, report)[1] for facet in change.facets]
    return _merged(chain(*evidence) if evidence else _touched(report, OpKind.INSERT), change.new.span)


def facet_marks(facet: Facet, report: Report) -> tuple[list[Span], list[Span]]:
    """The evidence of a facet on both sides; of a quotation only the words that differ, where the text diff tells."""
    old = [facet.old.span] if facet.old else []
    new = [facet.new.span] if facet.new else []
    if facet.facet is FacetKind.QUOTE and facet.old and facet.new:
        gone = _merged(_touched(report, OpKind.DELETE), facet.old.span)
        come = _merged(_touched(report, OpKind.INSERT), facet.new.span)
        return (gone, come) if gone or come else (old, new)
    return old, new


def _touched(report: Report, kind: OpKind) -> list[Span]:
    """What the text diff takes from the old text or puts into the new; of a move only what changed in it."""
    ops = chain((op for op in report.ops if op.move is None), *(move.ops for move in report.diff.moves))
    return [op.new if kind is OpKind.INSERT else op.old for op in ops if op.kind is kind]


def _signed(text: str, style: Style, colour: bool) -> Iterator[Piece]:  # noqa: FBT001  # private
    if not text:
        return
    before, after = ("", "") if colour else _SIGNS[style]
    yield Piece(f"{before}{text}{after}", style)


def _white(character: str) -> str:
    """A sign for a white space character, so that it can be seen where it stands alone."""
    shown = visible(character)
    return _WHITE.get(character, f"<U+{ord(character):04X}>" if shown == character else shown)


def _flat(text: str) -> str:
    return visible(text.replace("\n", " "))


def _merged(spans: Iterable[Span], whole: Span) -> list[Span]:
    """The parts of the spans inside `whole`, in order, overlapping ones made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        part = Span(max(span.start, whole.start), min(span.end, whole.end))
        if part.start >= part.end:
            continue
        if merged and part.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, part.end))
        else:
            merged.append(part)
    return merged
