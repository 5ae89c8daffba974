"""Where each sentence of a revision comes from, for a person at a terminal."""

from __future__ import annotations

from itertools import groupby

from archivist.model.span import Span
from archivist.render.columns import Piece, wrap
from archivist.render.safe import one_line
from archivist.render.tables import SHORT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archivist.diff.blame import BlamedSentence
    from archivist.model.revision import Revision

_MINUTE = len("2026-03-02T09:00")
_GAP = "  "


def blame_lines(
    sentences: Iterable[BlamedSentence], text: str, revisions: Sequence[Revision], *, width: int, by_word: bool = False
) -> str:
    """The sentences of `text`, each behind number, time and digest of the one of `revisions` that brought it.

    Times are to the minute, in UTC. With `by_word`, neighbouring words of a sentence that came together stand
    together, behind their own revision.
    """
    digits = len(str(len(revisions)))
    heads = ("#".rjust(digits), "captured (UTC)".ljust(_MINUTE), "revision".ljust(SHORT), "words")
    lines = [_GAP.join(heads)]
    for sentence in sentences:
        for origin, span in _stretches(sentence) if by_word else [(sentence.origin, sentence.span)]:
            revision = revisions[origin]
            captured = revision.captured_at[:_MINUTE].replace("T", " ")
            first = _GAP.join(
                (str(origin + 1).rjust(digits), one_line(captured), one_line(revision.digest[:SHORT]), "")
            )
            lines += wrap([Piece(one_line(span.of(text)))], width, colour=False, first=first)
    return "\n".join(lines) + "\n" if len(lines) > 1 else ""


def _stretches(sentence: BlamedSentence) -> Iterator[tuple[int, Span]]:
    """The words of a sentence, neighbours of one origin together."""
    for origin, run in groupby(sentence.words, lambda word: word.origin):
        words = list(run)
        yield origin, Span(words[0].span.start, words[-1].span.end)
