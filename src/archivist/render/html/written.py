"""What `archivist report --json` prints, by schemas/page.v1.schema.json: the page that was written, and its texts."""

from __future__ import annotations

from archivist.render.json_text import TOOL, to_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.render.html.shown import Shown

PAGE_SCHEMA = "urn:archivist:schema:page:v1"
"""The `schema` of such a document."""


def page_json(path: str, page: bytes, sha256: str, old: Shown, new: Shown) -> str:
    """Where a page was written, its size in bytes and its digest, and which texts it is about."""
    return to_json(
        {
            "schema": PAGE_SCHEMA,
            "output": "report",
            "tool": TOOL,
            "path": path,
            "bytes": len(page),
            "sha256": sha256,
            "old": _text(old),
            "new": _text(new),
        }
    )


def _text(shown: Shown) -> dict[str, object]:
    info = shown.info
    known = {"article": info.article, "revision": info.revision, "capturedAt": shown.captured_at or None}
    return {
        "name": info.name,
        "sha256": info.sha256,
        "bytes": info.bytes,
        "characters": info.characters,
        **{name: value for name, value in known.items() if value is not None},
    }
