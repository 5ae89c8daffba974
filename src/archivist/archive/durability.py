"""How much of a power cut a writer is proof against."""

from __future__ import annotations

from enum import StrEnum


class Durability(StrEnum):
    """When a revision that was put is safe (docs/format.md, *Durability*)."""

    EACH = "each"
    """When `put` returns."""
    BATCH = "batch"
    """When `settle` returns: the files of many revisions are made durable together."""
    NONE = "none"
    """When the system gets round to it. A power cut before that may lose or damage what was put."""
