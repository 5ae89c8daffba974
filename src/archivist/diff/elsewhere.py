"""Which sentences that have no counterpart in their place have one elsewhere."""

from __future__ import annotations

from collections import defaultdict
from functools import partial

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archivist.diff.likeness import Likeness

NEARLY_SAME = 0.8
"""How alike sentences must be to be one that moved alone: no neighbour speaks for such a pair."""

_SAME = 2
"""More than any two sentences are alike: only the same will do."""


class Elsewhere:
    """Sentences without a link, by index, and the links found between them.

    `old` and `new` hold for every sentence of both texts what is equal where the sentence is the same.
    """

    def __init__(
        self, old: Sequence[str], new: Sequence[str], likeness: Likeness, linked: Iterable[tuple[int, int]]
    ) -> None:
        self._old, self._new, self._likeness = old, new, likeness
        linked = list(linked)
        linked_old, linked_new = {i for i, _ in linked}, {j for _, j in linked}
        # Dictionaries, not sets: what is left is gone through in order.
        self._free_old = {i: old[i] for i in range(len(old)) if i not in linked_old}
        self._free_new = {j: new[j] for j in range(len(new)) if j not in linked_new}
        self._found: list[tuple[int, int]] = []

    def links(self, least: float) -> list[tuple[int, int]]:
        """Links between the same or nearly the same sentences, and between their neighbours.

        A neighbour that was edited went with them if it is more than `least` alike.
        """
        if not self._free_old or not self._free_new:
            return []
        # Copies of a sentence belong where their neighbours went, so what stands nowhere else comes first.
        for find in (partial(self._same, 1), self._nearest, partial(self._same, None)):
            begin = len(self._found)
            find()
            self._beside(begin, _SAME)
        if len(self._found) > begin:  # copies, and what is left of them can now be near to something
            self._nearest()
        self._beside(0, least)
        return self._found

    def _same(self, times: int | None) -> None:
        """Link sentences that are the same, the first copy with the first; those left so many `times` on each side."""
        old, new = _places(self._free_old), _places(self._free_new)
        for key, at in old.items():
            others = new.get(key, ())
            if times in {None, max(len(at), len(others))}:
                for i, j in zip(at, others, strict=False):
                    self._link(i, j)

    def _nearest(self) -> None:
        """Link sentences that are nearly the same, of those that are left nowhere as they are, the likest first."""
        both = set(self._free_old.values()) & set(self._free_new.values())
        old = [i for i, key in self._free_old.items() if key not in both]
        new = [j for j, key in self._free_new.items() if key not in both]
        for i, j in self._likeness.nearest(old, new, NEARLY_SAME):
            if i in self._free_old and j in self._free_new:
                self._link(i, j)

    def _beside(self, begin: int, least: float) -> None:
        """Link the neighbours of what is linked from number `begin` on, if they are the same or so much alike."""
        todo = self._found[begin:]
        while todo:
            i, j = todo.pop()
            for one, other in ((i - 1, j - 1), (i + 1, j + 1)):
                if (
                    one in self._free_old
                    and other in self._free_new
                    and (self._old[one] == self._new[other] or self._likeness.of(one, other) > least)
                ):
                    self._link(one, other)
                    todo.append((one, other))

    def _link(self, i: int, j: int) -> None:
        del self._free_old[i], self._free_new[j]
        self._found.append((i, j))


def _places(keys: dict[int, str]) -> dict[str, list[int]]:
    """Where each sentence stands."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, key in keys.items():
        places[key].append(index)
    return places
