"""The names that a text mentions, and whether it knows somebody by another form of a name."""

from __future__ import annotations

from collections import defaultdict

from archivist.claims.name_identity import SMALL, acronyms, folded, form
from archivist.claims.names import same_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class KnownNames:
    """The names of one text, each in its fullest form."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys = frozenset(keys)
        self._by_clue: dict[str, list[str]] = defaultdict(list)
        self._asked: dict[str, bool] = {}
        for key in sorted(self._keys):
            for clue in _clues(key):
                self._by_clue[clue].append(key)

    def __contains__(self, key: str | None) -> bool:
        return key in self._keys

    def mentions(self, key: str) -> bool:
        """Whether one of the names can be the same one as `key`, as `same_name` tells."""
        known = self._asked.get(key)
        if known is None:
            known = any(same_name(key, one) for clue in _clues(key) for one in self._by_clue.get(clue, ()))
            self._asked[key] = known
        return known


def _clues(key: str) -> list[str]:
    """What any two forms of one name share: a word, or the initials of which one of them is made."""
    words = form(key)
    letters = folded(tuple(sorted(acronyms(words))))
    return list(dict.fromkeys(word for word in (*folded(words), *letters) if word not in SMALL))
