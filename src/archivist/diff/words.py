"""The words of a stretch, and what two texts share where their words match.

White space is no word here: it never anchors a match, so that a reflowed text is the same words on other lines.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, chain, compress, pairwise
from operator import itemgetter

from archivist.diff.operations import Same
from archivist.model.noun import NamedTuple
from archivist.model.span import Span
from archivist.text.tokens import spelling, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.diff.sequence import Run

    _Piece = tuple[tuple[str, ...], tuple[int, ...]]

_MARKS = frozenset(".,;:!?)")
"""Marks that are tokens of their own behind a word of letters and before a space."""

_CROSSING = frozenset("nmjvp")
"""Classes of what may join with what stands on the other side of a space (see `spelling`)."""

_MOST_PIECES = 1 << 13
_LONGEST_PIECE = 32
"""How many pieces between two spaces are remembered, and how many code points such a piece has at most."""

_LONGEST_REGION = 1 << 16
_SHARE = 0.3
"""Code points of a region that is cut as a whole at most; the share of it that must have been asked for."""


class Words(NamedTuple):
    """The words of a stretch: `text` is the whole text; where each word starts in it; each as written."""

    text: str
    starts: list[int]
    forms: list[str]

    def end(self, index: int) -> int:
        """Where the word at `index` ends in the whole text."""
        return self.starts[index] + len(self.forms[index])

    def gap(self, index: int) -> str:
        """The white space between the word before `index` and the word at `index`."""
        return self.text[self.end(index - 1) : self.starts[index]]


class Wording:
    """The words of a text, each of its regions cut as a whole once enough of it has been asked for.

    Regions do not overlap and come in order; each begins and ends at the edge of a token. Neighbours are one.
    """

    def __init__(self, text: str, regions: Iterable[Span]) -> None:
        self.text = text
        self._regions: list[Span] = []
        for region in regions:
            last = self._regions[-1] if self._regions else None
            if last and last.end == region.start and region.end - last.start <= _LONGEST_REGION:
                self._regions[-1] = Span(last.start, region.end)
            elif 0 < len(region) <= _LONGEST_REGION:
                self._regions.append(region)
        self._starts = [region.start for region in self._regions]
        self._asked = [0] * len(self._regions)
        self._cut: dict[int, Words] = {}

    def within(self, span: Span) -> Words:
        """The words of a stretch, as `words` gives them."""
        at = bisect_left(self._starts, span.start + 1) - 1
        if at < 0 or not self._regions[at].covers(span):
            return words(self.text, span)
        cut = self._cut.get(at)
        if cut is None:
            self._asked[at] += len(span)
            if self._asked[at] < _SHARE * len(self._regions[at]):
                return words(self.text, span)
            cut = self._cut[at] = words(self.text, self._regions[at])
        first, after = bisect_left(cut.starts, span.start), bisect_left(cut.starts, span.end)
        if (first and cut.end(first - 1) > span.start) or (after and cut.end(after - 1) > span.end):
            return words(self.text, span)
        return Words(self.text, cut.starts[first:after], cut.forms[first:after])


def words(text: str, span: Span) -> Words:
    """The tokens in a stretch of `text` that are not white space, with or without a combining mark on it."""
    try:
        # No token reaches over these spaces, so what stands between two of them can be cut alone, and most is known.
        found = list(map(_PIECES.__getitem__, span.of(text).split(" ")))
    except _CrossingError:
        found = [_piece(_cut(text, span))]
    forms = list(chain.from_iterable(map(_forms_of, found)))
    starts = list(accumulate(chain.from_iterable(map(_steps_of, found)), initial=span.start))
    del starts[-1]  # the end
    if "" in forms:
        starts, forms = list(compress(starts, forms)), list(filter(None, forms))
    return Words(text, starts, forms)


class _CrossingError(ValueError):
    """A token may reach over a space."""


_forms_of, _steps_of = itemgetter(0), itemgetter(1)


class _Pieces(dict[str, "_Piece"]):
    """Pieces of text that stand between two spaces, each with the space behind it; the last ones are kept.

    Of each the words, and from the start of each how far it is to the next one. White space belongs to the step of the
    word before it; what a piece begins with, to an empty word.

    Raises:
        _CrossingError: it may join with what stands on the other side of a space.
    """

    def __missing__(self, piece: str) -> _Piece:
        if not piece.isascii():
            if not _CROSSING.isdisjoint(spelling(piece)):
                raise _CrossingError
            found = _piece([*_cut(piece), " "])
        elif piece.isalpha():
            found = (piece,), (len(piece) + 1,)
        elif piece[:-1].isalpha() and piece[-1] in _MARKS:
            found = (piece[:-1], piece[-1]), (len(piece) - 1, 2)
        else:
            found = _piece([*_cut(piece), " "])
        if len(piece) <= _LONGEST_PIECE:
            if len(self) >= _MOST_PIECES:
                self.clear()
            self[piece] = found
        return found


_PIECES = _Pieces()


def _cut(text: str, span: Span | None = None) -> list[str]:
    """The tokens of a text or a stretch of it."""
    return [text[start:end] for start, end in pairwise(tokens(text, span))]


def _piece(found: Iterable[str]) -> _Piece:
    """The piece that these tokens make up."""
    forms: list[str] = []
    steps: list[int] = []
    for token in found:
        if not token[0].isspace():
            forms.append(token)
            steps.append(len(token))
        elif steps:
            steps[-1] += len(token)
        else:
            forms.append("")
            steps.append(len(token))
    return tuple(forms), tuple(steps)


def is_one_word(text: str) -> bool:
    """Whether `text` plainly is a single word: it may be one, too, where the answer is no."""
    return text.isalpha() and text.isascii()


def same_text(old: Words, new: Words, runs: Iterable[Run]) -> Iterator[Same]:
    """What the texts share in runs of words: a run is parted where the white space within it differs."""
    for run in runs:
        i, j = old.starts[run.old], new.starts[run.new]
        length = old.end(run.old + run.length - 1) - i
        if old.text[i : i + length] == new.text[j : j + length]:
            yield Same(i, j, length)
        else:
            yield from _parted(old, new, run)


def _parted(old: Words, new: Words, run: Run) -> Iterator[Same]:
    """A run of words, parted where the white space between two of them differs."""
    breaks = [at for at in range(1, run.length) if old.gap(run.old + at) != new.gap(run.new + at)]
    for begin, end in pairwise([0, *breaks, run.length]):
        start = old.starts[run.old + begin]
        yield Same(start, new.starts[run.new + begin], old.end(run.old + end - 1) - start)
