"""A text by paragraph, and by sentence only where a paragraph is not found in the other text."""

from __future__ import annotations

from itertools import islice, pairwise

from archivist.diff.landmarks import breaks
from archivist.diff.operations import Same, Stretch
from archivist.diff.sequence import Run
from archivist.model.noun import NamedTuple
from archivist.model.span import Sentence, Span
from archivist.text.segment import segment
from archivist.text.tokens import is_edge

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Container, Iterable, Iterator, Sequence

    from archivist.diff.passages import Passage

_LONG = 8192  # code points of a paragraph that is cut further
_MOST = 150_000  # paragraphs that a text is cut into
_AHEAD = 4  # paragraphs among which the counterpart of one is sought
_LOOKED_AT = 1 << 18  # code points of a gap in which they are sought
_SEVERAL = 6  # words that paragraphs must share to be alike, and ...
_ALIKE = 0.5  # ... the share of the words of the longer one


class Paragraphs:
    """The paragraphs of a stretch of `text`: `forms` are their texts, without the white space around them.

    Very long paragraphs are cut at lines, then at sentences. A text of very many paragraphs is cut no further. Each of
    `blocks`, in order, counts as one paragraph; its form is its text, or the number that comes with it.
    """

    def __init__(self, text: str, stretch: Span, blocks: Sequence[tuple[Span, int | None]] = ()) -> None:
        self.text = text
        self.edges = [stretch.start]
        self.forms: list[str | int] = []
        for block, number in (*blocks, (Span(stretch.end, stretch.end), None)):
            cuts = _cuts(text, self.edges[-1], block.start)
            self.edges += cuts[1:]
            self.forms += [_form(text, start, end) for start, end in pairwise(cuts)]
            if len(block):
                self.edges.append(block.end)
                self.forms.append(_form(text, *block) if number is None else number)

    def span(self, first: int, after: int) -> Span:
        """The span of the paragraphs from number `first` to before number `after`."""
        return Span(self.edges[first], self.edges[after])

    def bare(self, index: int) -> Span:
        """The span of what the form of the paragraph with this number tells."""
        form = self.forms[index]
        if isinstance(form, int):
            return bare(self.text, self.span(index, index + 1))
        start = self.text.index(form, self.edges[index])
        return Span(start, start + len(form))

    def of(self, index: int) -> str:
        """The text of the paragraph with this number, with the white space behind it."""
        return self.text[self.edges[index] : self.edges[index + 1]]

    def length_without(self, whole: Sequence[Span], known: Container[str | int]) -> int:
        """The length in code points of the paragraphs that neither lie in `whole` nor are in `known`."""
        return sum(
            self.edges[index + 1] - self.edges[index]
            for index, form, stretch in self._parts(whole)
            if stretch is None and form not in known
        )

    def sentences(self, whole: Sequence[Span], known: Container[str | int], *, closely: bool) -> Iterator[Sentence]:
        """The sentences, where each stretch of `whole` and each paragraph of `known` is one; all in order.

        Only if `closely` is true are those of the other paragraphs among them.
        """
        for index, form, stretch in self._parts(whole):
            start = self.edges[index]
            if stretch is not None:
                yield Sentence(stretch, index)
            elif form in known:
                yield Sentence(self.bare(index), index)
            elif closely:
                for sentence in segment(self.of(index)):
                    yield Sentence(Span(start + sentence.span.start, start + sentence.span.end), index)

    def _parts(self, whole: Sequence[Span]) -> Iterator[tuple[int, str | int, Span | None]]:
        """Each paragraph's number and text, and the stretch of `whole` that begins with it; none within one."""
        ahead = iter((*whole, Span(self.edges[-1] + 1, self.edges[-1] + 1)))
        stretch, done = next(ahead), self.edges[0]
        for index, (start, form) in enumerate(zip(self.edges, self.forms, strict=False)):
            if start < done:
                continue
            if start == stretch.start:
                yield index, form, stretch
                stretch, done = next(ahead), stretch.end
            else:
                yield index, form, None


def bare(text: str, span: Span) -> Span:
    """A stretch without the white space at its end."""
    end = span.end
    while end > span.start and text[end - 1].isspace():
        end -= 1
    return Span(span.start, end)


def _form(text: str, start: int, end: int) -> str:
    """A paragraph without the white space around it; with it where it may be part of a token, or is all there is."""
    whole = text[start:end]
    form = whole.strip()
    begin = start + len(whole) - len(whole.lstrip())
    return form if form and is_edge(text, begin) and is_edge(text, begin + len(form)) else whole


def _cuts(text: str, start: int, end: int) -> list[int]:
    """Where the paragraphs begin, and where the last one ends."""
    found, limit = [start, end] if start < end else [start], 0
    for pattern in breaks()[:3]:
        finer = [start]
        for left, right in pairwise(found):
            if right - left > limit:
                finer += islice(_inner_cuts(text, left, right, pattern), max(0, _MOST - len(finer)))
            finer.append(right)
        found, limit = finer, _LONG
    return found


def _inner_cuts(text: str, start: int, end: int, pattern: re.Pattern[str]) -> Iterator[int]:
    ends = [match.end() for match in pattern.finditer(text, start, end)]
    # A letter behind a line end is an edge: most cuts are of this kind, and there can be very many.
    return (
        at
        for at in ends
        if start < at < end and ((text[at - 1] == "\n" and _is_ascii_letter(text[at])) or is_edge(text, at))
    )


class Slot(NamedTuple):
    """A place in both texts; whether one paragraph on each side fills it; what is the same in it, if that is known."""

    stretch: Stretch
    paired: bool = False
    same: Sequence[Same] = ()


def slots(
    old: Paragraphs, new: Paragraphs, runs: Iterable[Run], blocks: Sequence[Passage], moved: Container[str | int]
) -> Iterator[Slot]:
    """The places of two texts, in order: each run of paragraphs that both share, and what lies between.

    Where as many paragraphs lie between on both sides, each has its place; else those that are alike have, and what
    lies between them has one together. A paragraph that `moved` stands for none but itself. A number among the
    paragraphs is that of one of the `blocks`.
    """
    old_at = new_at = 0
    for run in (*runs, Run(len(old.forms), len(new.forms), 0)):
        left = [index for index in range(old_at, run.old) if old.forms[index] not in moved]
        right = [index for index in range(new_at, run.new) if new.forms[index] not in moved]
        for i, j in zip(left, right, strict=True) if len(left) == len(right) else _alike(old, new, left, right):
            if i > old_at or j > new_at:
                yield Slot(Stretch(old.span(old_at, i), new.span(new_at, j)))
            yield Slot(Stretch(old.span(i, i + 1), new.span(j, j + 1)), paired=True)
            old_at, new_at = i + 1, j + 1
        if run.old > old_at or run.new > new_at:
            yield Slot(Stretch(old.span(old_at, run.old), new.span(new_at, run.new)))
        old_at, new_at = run.old + run.length, run.new + run.length
        if run.length:
            stretch = Stretch(old.span(run.old, old_at), new.span(run.new, new_at))
            yield Slot(stretch, same=_same(old, new, run, blocks))


def _same(old: Paragraphs, new: Paragraphs, run: Run, blocks: Sequence[Passage]) -> list[Same]:
    """What is the same in a run of paragraphs: all but small edits in the `blocks` and the white space between."""
    found: list[Same] = []
    for i, j in zip(range(run.old, run.old + run.length), range(run.new, run.new + run.length), strict=True):
        form = old.forms[i]
        if isinstance(form, int):
            found += blocks[form].same
            continue
        was, now = (old.span(i, i + 1), new.span(j, j + 1)) if old.of(i) == new.of(j) else (old.bare(i), new.bare(j))
        found.append(Same(was.start, now.start, len(was)))
    return found


def _alike(old: Paragraphs, new: Paragraphs, left: Sequence[int], right: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Paragraphs of two gaps that share most words, in order: of the next few, the one that shares most."""
    lengths = [sum(len(side.of(index)) for index in gap) for side, gap in ((old, left), (new, right))]
    if not min(lengths) or max(lengths) > _LOOKED_AT:
        return
    words = [set(new.of(j).split()) for j in right]
    at = 0
    for i in left:
        form = set(old.of(i).split())
        near = range(at, min(len(right), at + _AHEAD))
        shared, k = max(((len(form & words[k]), -k) for k in near), default=(0, 0))
        if shared >= max(_SEVERAL, _ALIKE * max(len(form), len(words[-k]))):
            yield i, right[-k]
            at = -k + 1


def unmatched(old: Paragraphs, new: Paragraphs, runs: Iterable[Run]) -> tuple[set[str], set[str]]:
    """The paragraphs of either side that are in none of the runs that both share, without white space around them."""
    left_old: set[str] = set()
    left_new: set[str] = set()
    old_at = new_at = 0
    for run in (*runs, Run(len(old.forms), len(new.forms), 0)):
        left_old.update(old.of(index).strip() for index in range(old_at, run.old))
        left_new.update(new.of(index).strip() for index in range(new_at, run.new))
        old_at, new_at = run.old + run.length, run.new + run.length
    return left_old - {""}, left_new - {""}


def _is_ascii_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()
