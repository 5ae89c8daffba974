"""A text as it is laid out: its plain view, its paragraphs, their sentences and their page furniture."""

from __future__ import annotations

from archivist.claims.furniture import furniture_of
from archivist.text.paragraphs import Excerpt
from archivist.text.segment import Paragraphs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.model.claim import Furniture
    from archivist.model.span import Sentence, Span


class Layout:
    """A text whose paragraphs are each cut up when they are asked for by their number, and once.

    `text` is the text; `paragraphs` are those of all of it, or of what stands around a stretch of it, and the others
    where they are asked for.
    """

    def __init__(self, text: str, around: Span | None = None) -> None:
        self.text = text
        self.paragraphs = Excerpt(text, around)
        self._cut = Paragraphs(self.paragraphs)
        self._sentences: dict[int, tuple[Sentence, ...]] = {}
        self._furniture: dict[int, list[Furniture]] = {}

    def sentences(self, number: int) -> tuple[Sentence, ...]:
        """The sentences of a paragraph, as `archivist.text.segment.segment` gives them."""
        found = self._sentences.get(number)
        if found is None:
            found = self._sentences[number] = self._cut.sentences(number)
        return found

    def furniture(self, number: int) -> list[Furniture]:
        """The page furniture of a paragraph, as `archivist.claims.furniture.furniture` gives it."""
        found = self._furniture.get(number)
        if found is None:
            span = self.paragraphs[number]
            opens = not self.paragraphs.has(number - 1)
            alone = opens and not self.paragraphs.has(number + 1)
            found = furniture_of(self.paragraphs.view, span, opens=opens, alone=alone)
            self._furniture[number] = found
        return found
