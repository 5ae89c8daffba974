"""Where each sentence of a revision comes from, for a person at a terminal."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from archivist.model.span import Span
from archivist.render.columns import Piece, wrap
from archivist.render.safe import one_line
from archivist.render.tables import SHORT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archivist.diff.blame import BlamedSentence
    from archivist.model.revision import Revision

_DAY = len("2026-03-02")
_GAP = "  "


def blame_lines(
    sentences: Iterable[BlamedSentence], text: str, revisions: Sequence[Revision], *, width: int, by_word: bool = False
) -> str:
    """The sentences of `text`, each behind the number, day and digest of the revision of `revisions` that brought it.

    With `by_word`, neighbouring words of a sentence that came together stand together, behind their own revision.
    """
    digits = len(str(len(revisions)))
    lines: list[str] = []
    for sentence in sentences:
        for origin, span in _stretches(sentence) if by_word else [(sentence.origin, sentence.span)]:
            revision = revisions[origin]
            number, day, digest = str(origin + 1).rjust(digits), revision.captured_at[:_DAY], revision.digest[:SHORT]
            first = _GAP.join((number, one_line(day), one_line(digest), ""))
            lines += wrap([Piece(one_line(span.of(text)))], width, colour=False, first=first)
    return "\n".join(lines) + "\n" if lines else ""


def _stretches(sentence: BlamedSentence) -> Iterator[tuple[int, Span]]:
    """The words of a sentence, neighbours of one origin together."""
    for origin, run in groupby(sentence.words, lambda word: word.origin):
        words = list(run)
        yield origin, Span(words[0].span.start, words[-1].span.end)
