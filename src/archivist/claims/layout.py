"""A text as it is laid out: its plain view, its paragraphs, their sentences and their page furniture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.claims.furniture import furniture_of
from archivist.text.plain import plain
from archivist.text.segment import Paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archivist.model.claim import Furniture
    from archivist.model.span import Sentence, Span


class Layout:
    """A text whose paragraphs are each cut up when they are asked for, and once.

    `text` is the text, `view` its plain view, `spans` are its paragraphs, which are asked for by their number. View
    and paragraphs are worked out if they are not at hand.
    """

    def __init__(self, text: str, view: str | None = None, spans: Sequence[Span] | None = None) -> None:
        self.text = text
        self.view = plain(text) if view is None else view
        self._paragraphs = Paragraphs(text, self.view, spans)
        self.spans = self._paragraphs.spans
        self._sentences: dict[int, tuple[Sentence, ...]] = {}
        self._furniture: dict[int, list[Furniture]] = {}

    def sentences(self, number: int) -> tuple[Sentence, ...]:
        """The sentences of a paragraph, as `archivist.text.segment.segment` gives them."""
        found = self._sentences.get(number)
        if found is None:
            found = self._sentences[number] = self._paragraphs.sentences(number)
        return found

    def furniture(self, number: int) -> list[Furniture]:
        """The page furniture of a paragraph, as `archivist.claims.furniture.furniture` gives it."""
        found = self._furniture.get(number)
        if found is None:
            found = furniture_of(self.view, self.spans[number], opens=number == 0, alone=len(self.spans) == 1)
            self._furniture[number] = found
        return found
