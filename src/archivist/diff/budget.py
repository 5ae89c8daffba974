"""How much work one text diff may take, counted and never clocked: the same texts get the same diff everywhere."""

from __future__ import annotations

# Together these keep the worst pair of texts under two seconds on a slow core; no news article comes near any of them.
_FOR_SENTENCES = 1_000_000
_FOR_WORDS = 2_000_000
_CELLS = 2_000_000_000


class Budget:
    """What is left to spend on one pair of texts. What is not granted must be done more coarsely.

    `for_sentences` and `for_words` count code points of both texts, `cells` the places of tables that are filled to
    match words: tokens of one side times tokens of the other.
    """

    def __init__(self, for_sentences: int = _FOR_SENTENCES, for_words: int = _FOR_WORDS, cells: int = _CELLS) -> None:
        self._for_sentences = for_sentences
        self._for_words = for_words
        self._cells = cells

    def sentences(self, code_points: int) -> bool:
        """Whether so much more text may be cut into sentences and these aligned; if so, it is spent."""
        if granted := code_points <= self._for_sentences:
            self._for_sentences -= code_points
        return granted

    def words(self, code_points: int) -> bool:
        """Whether so much more text may be cut into words; if so, it is spent."""
        if granted := code_points <= self._for_words:
            self._for_words -= code_points
        return granted

    def match(self, cells: int) -> bool:
        """Whether a table of so many cells may be filled; if so, they are spent."""
        if granted := cells <= self._cells:
            self._cells -= cells
        return granted


class Steps:
    """A deadline for diff-match-patch that comes after a number of rounds instead of at a time of day.

    The library asks `time.time() > deadline` once a round of its search. A float does not know this class, so Python
    asks the deadline instead, and it counts.
    """

    def __init__(self, rounds: int) -> None:
        self._left = rounds

    def __lt__(self, now: float) -> bool:
        """Whether the rounds are used up; `now` does not matter."""
        self._left -= 1
        return self._left < 0

    @property
    def spent(self) -> bool:
        """Whether the library was told to stop, so that its answer is correct and larger than need be."""
        return self._left < 0
