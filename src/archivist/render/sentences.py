"""A text with a line for each sentence, so that tools that compare lines compare sentences."""

from __future__ import annotations

from itertools import groupby

from archivist.render.safe import visible
from archivist.text.segment import segment


def by_sentence(text: str) -> str:
    """The sentences of `text`, one a line, with a blank line between paragraphs; made visible, for people to read.

    A sentence that runs over several lines becomes one line. White space within a line stays as it is.
    """
    blocks = groupby(segment(text), lambda sentence: sentence.paragraph)
    return "\n".join(
        "".join(f"{_line(sentence.span.of(text))}\n" for sentence in sentences) for _, sentences in blocks
    )


def _line(sentence: str) -> str:
    return " ".join(visible(part.strip()) for part in sentence.split("\n"))
