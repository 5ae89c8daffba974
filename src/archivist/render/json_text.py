"""Values to JSON text that is safe to show and the same on every machine."""

from __future__ import annotations

import json

from archivist.model.version import VERSION
from archivist.render.safe import escaped_in_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from archivist.model.span import Span

UNIT = "code point"
"""What every offset in every document counts."""

TOOL = f"archivist {VERSION}"
"""The program that wrote a document, as in a record."""


def to_json(document: Mapping[str, object]) -> str:
    """`document` as indented JSON with a final line end; keys keep their order, non-ASCII letters stay themselves."""
    return escaped_in_json(json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2)) + "\n"


def place(span: Span, text: str) -> dict[str, object]:
    """A span of `text`, with the words it covers."""
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def places(spans: Iterable[Span], text: str) -> list[dict[str, object]]:
    """Several spans of `text`, with the words they cover."""
    return [place(span, text) for span in spans]


def place_or_none(span: Span | None, text: str) -> dict[str, object] | None:
    """As `place`, for a span that may be missing."""
    return None if span is None else place(span, text)
