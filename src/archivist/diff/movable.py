"""Between which paragraphs a sentence may have moved, told at a glance: only their sentences need be looked at."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from archivist.diff.landmarks import holds_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from archivist.diff.operations import Stretch


_MOST = 1 << 16
"""Code points of a place that is looked at; in a longer one anything may have moved."""


class Movable:
    """The places that sentences left or came to, as they are looked at one after the other."""

    def __init__(self) -> None:
        self._gone: list[Stretch] = []
        self._come: list[Stretch] = []
        self._texts: list[tuple[Stretch, str, str]] = []

    def look(self, stretch: Stretch, old: str, new: str, changed: Sequence[tuple[str, str]]) -> None:
        """Look at a place of both texts, `old` and `new`, in which `changed` was deleted and inserted."""
        long = max(len(old), len(new)) > _MOST
        if long or any(holds_sentence(deleted) for deleted, _ in changed):
            self._gone.append(stretch)
        if long or any(holds_sentence(inserted) for _, inserted in changed):
            self._come.append(stretch)
        if not long and (len(changed) == 1 or any(" " in text.strip() for pair in changed for text in pair)):
            self._texts.append((stretch, old, new))  # else it is only a word here and there

    def places(self) -> list[Stretch]:
        """The places that something may have left or come to, from another one or within."""
        found = [*self._gone, *self._come] if self._gone and self._come else []
        if not (any(old for _, old, _ in self._texts) and any(new for _, _, new in self._texts)):
            return found
        lost: dict[str, list[Stretch]] = {}
        gained: dict[str, list[Stretch]] = {}
        for stretch, old, new in self._texts:
            left, right = _roughly(old), _roughly(new)
            both = set(left) & set(right)
            if [piece for piece in left if piece in both] != [piece for piece in right if piece in both]:
                found.append(stretch)
            for pieces, where in ((left, lost), (right, gained)):
                for piece in pieces:
                    if piece not in both:
                        where.setdefault(piece, []).append(stretch)
        for piece, places in lost.items():
            if piece in gained:
                found += [*places, *gained[piece]]
        return found


def _roughly(text: str) -> list[str]:
    """The lines and sentences of a text, as a full stop or its like and a space tell."""
    cuts = [0, *(match.start() + 1 for match in _edge().finditer(text)), len(text)]
    return [piece for start, end in pairwise(cuts) if (piece := text[start:end].strip())]


@cache
def _edge() -> re.Pattern[str]:
    return re.compile(r"[.!?](?=\s)|\n|。|！|？")
