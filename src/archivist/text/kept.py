"""What was told of a word once, kept for when it is met again: most words of a text have been met before."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    V = TypeVar("V")

_MOST = 20_000
"""How many words are kept; when there are more, all are forgotten, and the usual ones soon are there again."""

_LONGEST = 100
"""Code points of a word that is kept; hardly any word is longer, and a longer one would only take room."""


class _Table(dict[str, object]):
    """What `find` gives for each word that was asked for."""

    __slots__ = ("_find",)

    def __init__(self, find: Callable[[str], object]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, word: str) -> object:
        found = self._find(word)
        if len(word) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[word] = found
        return found


def kept(find: Callable[[str], V]) -> Callable[[str], V]:
    """`find`, which gives the same for the same word, as a look into a table of what it gave before.

    That takes a third of the time of `functools.lru_cache`, so that it pays for all words of a text. What `find` gives
    must not be changed.
    """
    look: Callable[[str], Any] = _Table(find).__getitem__
    return look
