"""Where two matched passages differ."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict

from archivist.claims.name_identity import is_demonym
from archivist.claims.names import same_name
from archivist.diff.facet_akin import akin
from archivist.diff.facet_words import Kind, stage
from archivist.model.claim import Name
from archivist.model.noun import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from archivist.diff.facet_words import Atom

_STEPS_A_WORD = 128
"""How many pairs of equal words are looked at to align two passages, for each word that they have; the rest is a gap.
Two unrelated texts of 2,000 words take 75 a word."""

_MOST_COMPARED = 1 << 16
"""Words left over in two passages, old times new, that are compared with each other to find forms of one word."""

_LISTING = frozenset({"and", "or", "as", "well"})
"""Words between the members of a list."""


class Gap(NamedTuple):
    """A place where two passages differ.

    `old` and `new` are the atoms there that the other side has nowhere, in order; `old_all` and `new_all` are all
    atoms that stand there, also those that the other side has elsewhere.
    """

    old: tuple[Atom, ...]
    new: tuple[Atom, ...]
    old_all: tuple[Atom, ...]
    new_all: tuple[Atom, ...]


class _Place(NamedTuple):
    """A stretch that differs: where it starts in the old passage, and what stands there on both sides."""

    start: int
    old: Sequence[Atom]
    new: Sequence[Atom]


def gaps(old: Sequence[Atom], new: Sequence[Atom]) -> tuple[Gap, ...]:
    """Where two passages differ, in order.

    What stands on both sides, at whatever place and in whatever form, is left out; so is a word that a synonym
    replaces.
    """
    places = _places(old, new)
    left = [[list(place.old), list(place.new)] for place in places]
    free = [gap for gap, swapped in zip(left, _swapped(places, old), strict=True) if not swapped]
    _cancel_equal(free)
    _cancel_forms(free)
    return tuple(
        Gap(tuple(one), tuple(other), tuple(place.old), tuple(place.new))
        for (one, other), place in zip(left, places, strict=True)
        if one or other
    )


# --- where the words differ


def _places(old: Sequence[Atom], new: Sequence[Atom]) -> list[_Place]:
    """The stretches that differ, in order; exchanging old and new exchanges their sides and nothing else."""
    keys = [atom.key for atom in old], [atom.key for atom in new]
    mirrored = keys[1] < keys[0]  # one of the two directions is worked out, so that no tie is broken in two ways
    places: list[_Place] = []
    i = k = 0
    for first, second, size in _blocks(keys[1], keys[0]) if mirrored else _blocks(*keys):
        j, m = (second, first) if mirrored else (first, second)
        if (i < j or k < m) and _joined(old[i:j]) != _joined(new[k:m]):
            places.append(_Place(i, old[i:j], new[k:m]))
        i, k = j + size, m + size
    return places


def _joined(atoms: Sequence[Atom]) -> str:
    return "".join(atom.key for atom in atoms)


def _blocks(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int, int]]:
    """The stretches that both have (start, start, length), in order, and an empty one at the end.

    The longest one first, then the longest on either side of it, and so on (Ratcliff and Obershelp); of equal ones,
    the first.
    """
    where: dict[str, list[int]] = defaultdict(list)
    for j, key in enumerate(other):
        where[key].append(j)
    shared = [i for i, key in enumerate(one) if key in where]  # what only one has is not looked at again and again
    steps = iter(range(_STEPS_A_WORD * (len(one) + len(other))))
    found = [(len(one), len(other), 0)]
    todo = [(range(len(one)), range(len(other)))]
    while todo:
        left, right = todo.pop()
        within = shared[bisect_left(shared, left.start) : bisect_left(shared, left.stop)]
        i, j, size = _longest(one, where, within, right, steps)
        if size:
            found.append((i, j, size))
            todo.append((range(left.start, i), range(right.start, j)))
            todo.append((range(i + size, left.stop), range(j + size, right.stop)))
    return sorted(found)


def _longest(
    one: Sequence[str], where: Mapping[str, Sequence[int]], left: Sequence[int], right: range, steps: Iterator[int]
) -> tuple[int, int, int]:
    """The longest stretch that both parts have: its start in each, and its length, 0 where there is none.

    `left` are the places of `one` in the first part with a word that the other has somewhere.
    """
    best = 0, right.start, 0
    ending: dict[int, int] = {}
    before = -1
    for i in left:
        if i != before + 1:
            ending = {}
        before = i
        continued: dict[int, int] = {}
        for j in where[one[i]]:
            if j >= right.stop or next(steps, None) is None:
                break
            if j >= right.start:
                size = continued[j] = ending.get(j - 1, 0) + 1
                if size > best[2]:
                    best = i - size + 1, j - size + 1, size
        ending = continued
    return best


def _swapped(places: Sequence[_Place], old: Sequence[Atom]) -> list[bool]:
    """Which gaps are the two halves of a swap: two names, figures or dates that have taken each other's place.

    In a list ("Ann and Bob") such a swap says nothing.
    """
    single = {
        (place.old[0].words, place.new[0].words): (number, place.start)
        for number, place in enumerate(places)
        if len(place.old) == len(place.new) == 1
        and any(one.evidence is not None or one.capital for one in (*place.old, *place.new))
    }
    swapped = [False] * len(places)
    for (was, now), (number, start) in single.items():
        other = single.get((now, was))
        if other is not None:
            between = range(min(start, other[1]) + 1, max(start, other[1]))
            swapped[number] = any(old[at].key not in _LISTING for at in between)
    return swapped


# --- what only stands elsewhere or in another form


def _cancel_equal(found: list[list[list[Atom]]]) -> None:
    """Take out, in place, what the other side has at another place."""
    counts = [Counter(atom.key for gap in found for atom in gap[side]) for side in (0, 1)]
    both = counts[0] & counts[1]
    if not both:
        return
    for side in (0, 1):
        left = Counter(both)
        for gap in found:
            kept = []
            for atom in gap[side]:
                if left[atom.key] > 0:
                    left[atom.key] -= 1
                else:
                    kept.append(atom)
            gap[side] = kept


def _cancel_forms(found: list[list[list[Atom]]]) -> None:
    """Take out, in place, what the other side has in another form: first in the same gap, then anywhere."""
    for gap in found:
        _cancel_akin(gap, gap)
    old, new = [gap for gap in found if gap[0]], [gap for gap in found if gap[1]]
    if sum(len(gap[0]) for gap in old) * sum(len(gap[1]) for gap in new) > _MOST_COMPARED:
        return
    for gap in old:
        for other in new:
            if gap is not other and gap[0]:
                _cancel_akin(gap, other)


def _cancel_akin(gap: list[list[Atom]], other: list[list[Atom]]) -> None:
    if not gap[0] or not other[1] or len(gap[0]) * len(other[1]) > _MOST_COMPARED:
        return
    kept = []
    free = other[1]
    for atom in gap[0]:
        match = next((at for at, one in enumerate(free) if _same(atom, one)), None)
        if match is None:
            kept.append(atom)
        else:
            free = free[:match] + free[match + 1 :]
    gap[0], other[1] = kept, free


def _same(one: Atom, other: Atom) -> bool:
    """Whether two atoms say the same in other words.

    A date in the same words is the same date: only the day of publication differs, in whose light it was read. So is
    one of which only one side tells which part is meant: the other can tell it in words of its own ("at the end of").
    """
    if one.kind is Kind.WORD and other.kind is Kind.WORD:
        return akin(one.key, other.key)
    if one.kind is Kind.DATE and other.kind is Kind.DATE:
        return one.words == other.words or _partly(one, other) or _partly(other, one)
    if isinstance(one.evidence, Name) and isinstance(other.evidence, Name):
        return same_name(one.evidence.key, other.evidence.key)
    if Kind.NAME in {one.kind, other.kind} and Kind.WORD in {one.kind, other.kind}:
        word, name = (one, other) if one.kind is Kind.WORD else (other, one)
        return word.key in name.words and not is_demonym(word.key)
    return False


def _partly(part: Atom, whole: Atom) -> bool:
    """Whether one date is a part of the other, which is told without saying which part."""
    return bool(stage(part.words)) and part.key == f"{whole.key} {stage(part.words)}"
