"""Stretches of words that stand elsewhere, where no sentence tells so.

A sentence became part of another, or a clause went from one to another, or the paragraph that a sentence left was
settled without a look at its sentences. Such stretches are sought among the words that would otherwise be told as
deleted here and inserted there: by runs of words that stand once on each side, grown to where a reader would pause.
"""

from __future__ import annotations

import re
from functools import cache
from operator import eq

from archivist.diff.operations import Same, Stretch
from archivist.model.noun import NamedTuple
from archivist.model.span import Span
from archivist.text.tokens import is_edge

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

SEED = 4
"""Words in a row that must stand once among the deleted and once among the inserted words."""

_FEWEST = 6
"""Words of a stretch that moved but is no sentence: shorter phrases recur by accident."""

SHORTEST = 12
"""Code points of a deleted or inserted stretch in which another can be that moved."""

_EDITED = 5
"""Words in a row that may differ within a stretch that moved, or at its ends."""

_ALIKE = 0.75
"""Share of the words of a stretch that moved that are the same."""

_MOST_PAUSE = 2
"""The strongest pause there is."""

_FULL = tuple(".!?…。！？")
_CLAUSE = tuple(",;:—–)]、，；：")
_CLOSERS = "\"'”’»›」』*_"
"""Marks of a pause, and what may stand between one and the space behind it."""


class _Words:
    """The words of one side that changed: each as written, with its span and the changed stretch it stands in."""

    def __init__(self, text: str, stretches: Iterable[Span]) -> None:
        self.text = text
        self.stretches = list(stretches)
        self.forms: list[str] = []
        self._inside: list[Span] = []
        self._firsts: dict[Span, int] = {}
        self._spans: dict[Span, list[tuple[int, int]]] = {}
        for stretch in self.stretches:
            self._firsts[stretch] = len(self.forms)
            found = text[stretch.start : stretch.end].split()
            self.forms += found
            self._inside += [stretch] * len(found)

    def _span(self, index: int) -> tuple[int, int]:
        """Where a word stands; of most nobody asks."""
        stretch = self._inside[index]
        if stretch not in self._spans:
            self._spans[stretch] = [match.span() for match in _word().finditer(self.text, *stretch)]
        return self._spans[stretch][index - self._firsts[stretch]]

    def seeds(self) -> Iterator[tuple[str, ...]]:
        """So many words in a row each, in order, also where they are not all in one stretch."""
        return zip(*(self.forms[step:] for step in range(SEED)), strict=False)

    def places(self, seeds: Container[tuple[str, ...]]) -> dict[tuple[str, ...], int]:
        """Where each of some seeds that stands once begins, in order; those that stand more often have -1."""
        places: dict[tuple[str, ...], int] = {}
        for index, seed in enumerate(self.seeds()):
            if seed in seeds and self._inside[index] is self._inside[index + SEED - 1]:
                places[seed] = -1 if seed in places else index
        return places

    def together(self, start: int, length: int) -> bool:
        """Whether there are so many words from this number on, all in one stretch."""
        end = start + length - 1
        return start >= 0 and end < len(self._inside) and self._inside[start] is self._inside[end]

    def pause(self, index: int) -> int:
        """How strong the pause before a word is: 2 sentence, line or edge of what was changed, 1 clause, 0 none."""
        if not 0 < index < len(self.forms) or self._inside[index - 1] is not self._inside[index]:
            return _MOST_PAUSE
        if self.text.find("\n", self._span(index - 1)[1], self._span(index)[0]) >= 0:
            return _MOST_PAUSE
        mark = self.forms[index - 1].rstrip(_CLOSERS)[-1:]
        return _MOST_PAUSE if mark in _FULL else int(mark in _CLAUSE)

    def span(self, start: int, length: int) -> Span | None:
        """Where these words stand; None where an end may lie within a token."""
        span = Span(self._span(start)[0], self._span(start + length - 1)[1])
        stretch = self._inside[start]  # its ends are edges
        return span if all(at in (stretch.start, stretch.end) or is_edge(self.text, at) for at in span) else None


class _Found(NamedTuple):
    """Words from number `old` and `new` on that are the same but for a few: how many on each side, how many alike."""

    old: int
    new: int
    old_length: int
    new_length: int
    same: int


def strays(old: str, new: str, middle: Stretch, shared: Sequence[Same], moved: Sequence[Stretch]) -> list[Stretch]:
    """What was deleted in one place and inserted in another, beside what is known to have `moved`.

    Such a stretch begins and ends, on one side at least, where a clause does or where the change does.
    """
    was = _Words(old, _changed(middle.old, shared, sorted(stretch.old for stretch in moved)))
    if not was.forms:
        return []
    turned = [(new_at, at, length) for at, new_at, length in shared]
    now = _Words(new, _changed(middle.new, turned, sorted(stretch.new for stretch in moved)))
    return _apart([*_whole(was, now), *_parts(was, now)])


def _changed(side: Span, shared: Iterable[tuple[int, int, int]], taken: Sequence[Span]) -> Iterator[Span]:
    """What lies between the shared parts of a side, which comes first in them, and is not `taken`; all in order.

    What is too short to hold a stretch that moved is left out.
    """
    at = 0
    start = side.start
    for part, _, length in (*shared, (side.end, 0, 0)):
        while at < len(taken) and taken[at].start < part:
            if taken[at].start - start >= SHORTEST:
                yield Span(start, taken[at].start)
            start = max(start, taken[at].end)
            at += 1
        if part - start >= SHORTEST:
            yield Span(start, part)
        start = part + length


def _apart(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The stretches but for those that share a place with one before them."""
    kept: list[Stretch] = []
    for stretch in stretches:
        if not any(stretch.old.overlaps(other.old) or stretch.new.overlaps(other.new) for other in kept):
            kept.append(stretch)
    return kept


def _whole(was: _Words, now: _Words) -> Iterator[Stretch]:
    """The changed stretches that end a sentence and are the same on both sides, once each, but for space around."""
    old, new = _bare(was), _bare(now)
    for form, at in old.items():
        others = new.get(form, [])
        if len(at) == len(others) == 1:
            stretch = Stretch(at[0], others[0])
            if all(is_edge(was.text, edge) for edge in at[0]) and all(is_edge(now.text, edge) for edge in others[0]):
                yield stretch


def _bare(words: _Words) -> dict[str, list[Span]]:
    """Where each changed stretch stands that ends a sentence, without the white space around it."""
    places: dict[str, list[Span]] = {}
    for stretch in words.stretches:
        text = stretch.of(words.text)
        if text.rstrip().rstrip(_CLOSERS).endswith(_FULL):
            start = stretch.start + len(text) - len(text.lstrip())
            bare = text.strip()
            places.setdefault(bare, []).append(Span(start, start + len(bare)))
    return places


def _parts(was: _Words, now: _Words) -> Iterator[Stretch]:
    """The stretches of words that are the same on both sides but for a few."""
    for found in _joined(_runs(was, now), was, now):
        grown = _grown(found, was, now)
        if grown:
            old, new = was.span(grown.old, grown.old_length), now.span(grown.new, grown.new_length)
            if old and new:
                yield Stretch(old, new)


def _runs(was: _Words, now: _Words) -> Iterator[_Found]:
    """The longest runs of the same words around seeds, in the order of the new text."""
    both = set(was.seeds()).intersection(now.seeds())
    if not both:
        return
    places = was.places(both)
    done = 0
    for seed, new in now.places(both).items():
        old = places.get(seed, -1)
        if old < 0 or new < done:
            continue
        before = 0
        while new - before > done and _goes_on(was, old - before, now, new - before, -1):
            before += 1
        length = before + SEED
        while _goes_on(was, old - before + length - 1, now, new - before + length - 1, 1):
            length += 1
        done = new - before + length
        yield _Found(old - before, new - before, length, length, length)


def _goes_on(was: _Words, old: int, now: _Words, new: int, step: int) -> bool:
    """Whether the words behind (step 1) or before (step -1) two words in a run of the same belong to it."""
    first = min(step, 0)
    return (
        was.together(old + first, 2)
        and now.together(new + first, 2)
        and was.forms[old + step] == now.forms[new + step]
    )


def _joined(runs: Iterable[_Found], was: _Words, now: _Words) -> Iterator[_Found]:
    """The runs, neighbours with a few other words between them as one."""
    held: _Found | None = None
    for run in runs:
        if held:
            old_length, new_length = run.old + run.old_length - held.old, run.new + run.new_length - held.new
            if (
                0 <= run.old - held.old - held.old_length <= _EDITED
                and 0 <= run.new - held.new - held.new_length <= _EDITED
                and was.together(held.old, old_length)
                and now.together(held.new, new_length)
            ):
                held = _Found(held.old, held.new, old_length, new_length, held.same + run.same)
                continue
            yield held
        held = run
    if held:
        yield held


def _grown(found: _Found, was: _Words, now: _Words) -> _Found | None:
    """The words, and the few that were edited at their ends; None where they are no clause of either side."""
    for words, start, length in ((now, found.new, found.new_length), (was, found.old, found.old_length)):
        before = _to_pause(words, start, -1)
        behind = _to_pause(words, start + length, 1)
        if before is None or behind is None:
            continue
        by = before + behind
        grown = _Found(
            found.old - before, found.new - before, found.old_length + by, found.new_length + by, found.same
        )
        if not (was.together(grown.old, grown.old_length) and now.together(grown.new, grown.new_length)):
            continue
        same = (
            found.same
            + _alike(was, grown.old, now, grown.new, before)
            + _alike(was, found.old + found.old_length, now, found.new + found.new_length, behind)
        )
        if same >= max(_fewest(grown, was, now), _ALIKE * max(grown.old_length, grown.new_length)):
            return grown
    return None


def _to_pause(words: _Words, index: int, step: int) -> int | None:
    """How many words away, within reach, the strongest pause is, or the nearest of these; None if there is none."""
    strongest, nearest = 0, None
    for by in range(_EDITED + 1):
        found = words.pause(index + step * by)
        if found > strongest:
            strongest, nearest = found, by
            if found == _MOST_PAUSE:
                break
    return nearest


def _alike(was: _Words, old: int, now: _Words, new: int, length: int) -> int:
    """How many of so many words from number `old` and `new` on are the same."""
    return sum(map(eq, was.forms[old : old + length], now.forms[new : new + length]))


def _fewest(found: _Found, was: _Words, now: _Words) -> int:
    """How many words must be the same: fewer where they are a whole sentence or line of both texts."""
    edges = (
        was.pause(found.old),
        was.pause(found.old + found.old_length),
        now.pause(found.new),
        now.pause(found.new + found.new_length),
    )
    return SEED if min(edges) > 1 else _FEWEST


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\S+")
