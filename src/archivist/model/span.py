"""Places in a text."""

from __future__ import annotations

from archivist.model.noun import NamedTuple


class Span(NamedTuple):
    """A half-open stretch `[start, end)` of a text, counted in Unicode code points.

    The W3C Web Annotation *TextPositionSelector* (https://www.w3.org/TR/annotation-model/#text-position-selector).
    Spans order by start, then end.
    """

    start: int
    end: int

    def __len__(self) -> int:
        """The number of code points covered."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """The stretch of `text` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


class Sentence(NamedTuple):
    """A sentence: its place, without the white space around it, and the index of its paragraph, from 0."""

    span: Span
    paragraph: int
