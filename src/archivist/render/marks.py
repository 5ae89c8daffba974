"""Old and new words, marked as such: by colour where there is one, else by `[-old-]{+new+}` as git writes them."""

from __future__ import annotations

from itertools import chain

from archivist.model.noun import NamedTuple
from archivist.model.report import FacetKind, OpKind
from archivist.model.span import Span
from archivist.render.columns import Piece, Style
from archivist.render.safe import visible

TYPE_CHECKING = False
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


class Marks(NamedTuple):
    """Stretches of the old and of the new text, each in order."""

    old: list[Span]
    new: list[Span]


def marks(change: Change, report: Report) -> Marks:
    """The words of both claims to mark: in what the change lies, and what else the text diff took away and put in.

    The text diff may know a claim that went elsewhere as deleted and inserted; then only what the change lies in.
    """
    found = evidence(change, report)
    if change.old is None or change.new is None or not change.facets:
        return found
    gone, come = _taken(report, change.old.span), _put_in(report, change.new.span)
    if gone == [change.old.span] or come == [change.new.span]:
        return found
    return Marks(_merged([*found.old, *gone], change.old.span), _merged([*found.new, *come], change.new.span))


def evidence(change: Change, report: Report) -> Marks:
    """What a change lies in: the evidence of its facets, else what the text diff took away and put in.

    A claim that came or went is its own evidence.
    """
    old, new = change.old.span if change.old else None, change.new.span if change.new else None
    if old is None or new is None:
        return Marks([old] if old else [], [new] if new else [])
    if not change.facets:
        return Marks(_taken(report, old), _put_in(report, new))
    of_facets = [facet_marks(facet, report) for facet in change.facets]
    return Marks(
        _merged(chain(*(one.old for one in of_facets)), old), _merged(chain(*(one.new for one in of_facets)), new)
    )


def facet_marks(facet: Facet, report: Report) -> Marks:
    """The evidence of a facet on both sides; of a quotation only the words that differ, where the text diff tells."""
    old = [facet.old.span] if facet.old else []
    new = [facet.new.span] if facet.new else []
    if facet.facet is FacetKind.QUOTE and facet.old and facet.new:
        differing = Marks(_taken(report, facet.old.span), _put_in(report, facet.new.span))
        return differing if any(differing) else Marks(old, new)
    return Marks(old, new)


def _taken(report: Report, whole: Span) -> list[Span]:
    """What the text diff takes from a stretch of the old text."""
    return _merged((op.old for op in _touched(report, OpKind.DELETE)), whole)


def _put_in(report: Report, whole: Span) -> list[Span]:
    """What the text diff puts into a stretch of the new text."""
    return _merged((op.new for op in _touched(report, OpKind.INSERT)), whole)


def _touched(report: Report, kind: OpKind) -> Iterator[Op]:
    """The operations of one kind of the text diff; of a move those in it."""
    every = chain((op for op in report.ops if op.move is None), *(move.ops for move in report.diff.moves))
    return (op for op in every if op.kind is kind)


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
