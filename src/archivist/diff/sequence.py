"""What two lists have in common, in order: of words, or of paragraphs."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import pairwise

from archivist.model.noun import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_STRIPE_CELLS = 1 << 27  # rows kept at a time: 16 MiB of bits


class Run(NamedTuple):
    """A run of items that two lists share: `length` of them, from index `old` of one and index `new` of the other."""

    old: int
    new: int
    length: int


def trimmed(old: Sequence[str | int], new: Sequence[str | int]) -> tuple[int, int]:
    """How many items two lists share at their start, and how many of the rest at their end."""
    limit = min(len(old), len(new))
    start = 0
    while start < limit and old[start] == new[start]:
        start += 1
    limit -= start
    end = 0
    while end < limit and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, end


def shared_at(items: Sequence[str | int], others: Iterable[str | int]) -> list[int]:
    """The indexes of the items that also occur among `others`; only these can match."""
    known = set(others)
    return [index for index, item in enumerate(items) if item in known]


def joined(matches: Iterable[tuple[int, int]]) -> list[Run]:
    """Matches of single items, in order, as runs."""
    pairs = list(matches)
    if not pairs:
        return []
    breaks = [at for at, ((i, j), (k, n)) in enumerate(pairwise(pairs), 1) if k != i + 1 or n != j + 1]
    return [Run(*pairs[begin], end - begin) for begin, end in pairwise([0, *breaks, len(pairs)])]


def anchors(old: Sequence[str | int], new: Sequence[str | int]) -> list[tuple[int, int]]:
    """The most items that occur once on each side and stand in the same order, as pairs of indexes (patience diff)."""
    once = Counter(old)
    twice = Counter(new)
    where = {item: index for index, item in enumerate(new) if twice[item] == 1}
    pairs = [(index, where[item]) for index, item in enumerate(old) if once[item] == 1 and item in where]
    if all(one[1] < other[1] for one, other in pairwise(pairs)):
        return pairs
    ends: list[int] = []  # of rising sequences by length: the smallest new index that one ends with
    last: list[int] = []  # the pair that does
    before: list[int] = []
    for number, (_, at) in enumerate(pairs):
        length = bisect_left(ends, at)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [at]
        last[length : length + 1] = [number]
    chain = []
    number = last[-1] if last else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def between(length_old: int, length_new: int, pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[slice, slice]]:
    """The slices of two lists before, between and after matched pairs of items; none where either is empty."""
    for (i, j), (k, n) in pairwise([(-1, -1), *pairs, (length_old, length_new)]):
        if k > i + 1 and n > j + 1:
            yield slice(i + 1, k), slice(j + 1, n)


def longest_common(old: Sequence[str | int], new: Sequence[str | int]) -> list[tuple[int, int]]:
    """A longest common subsequence of two lists, as pairs of indexes in order.

    Bit-parallel (Hyyrö, "Bit-parallel LCS-length computation revisited", 2004): a row of the table is one integer with
    a bit an old item, cleared where the length grows. Rows are kept a stripe at a time and made again on the way back.
    """
    if not old or not new:
        return []
    masks: dict[str | int, int] = {}
    for bit, item in enumerate(old):
        masks[item] = masks.get(item, 0) | 1 << bit
    rows = [masks.get(item, 0) for item in new]
    size = max(1, _STRIPE_CELLS // len(old))
    stripes = [rows[at : at + size] for at in range(0, len(rows), size)]
    full = (1 << len(old)) - 1
    starts = [full]
    for stripe in stripes[:-1]:
        starts.append(_table(starts[-1], stripe, full)[-1])
    matches: list[tuple[int, int]] = []
    left = len(old)
    for number in range(len(stripes) - 1, -1, -1):
        found, left = _traced(_table(starts[number], stripes[number], full), left)
        matches += [(index, number * size + column) for index, column in found]
    return matches[::-1]


def only_common(old: Sequence[str | int], new: Sequence[str | int]) -> list[tuple[int, int]] | None:
    """The longest common subsequence of two short lists, as pairs of indexes in order; None where there are several.

    The table holds, for the rests of both lists, how long theirs is and in how many ways it can be had.
    """
    table = [[(0, 1)] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            (down, ways_down), (right, ways_right), (both, ways_both) = (
                table[i + 1][j],
                table[i][j + 1],
                table[i + 1][j + 1],
            )
            matched = both + 1 if old[i] == new[j] else -1
            longest = max(down, right, matched)
            apart = ways_down * (down == longest) + ways_right * (right == longest) - ways_both * (both == longest)
            table[i][j] = longest, apart + ways_both * (matched == longest)
    if table[0][0][1] > 1:
        return None
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(old) and j < len(new):
        if old[i] == new[j] and table[i][j][0] > table[i + 1][j + 1][0]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif table[i + 1][j][0] == table[i][j][0]:
            i += 1
        else:
            j += 1
    return pairs


def _table(row: int, masks: Sequence[int], full: int) -> list[int]:
    """The row before the first of `masks`, and the row after each."""
    table = [row]
    for mask in masks:
        hit = row & mask
        row = ((row + hit) | (row - hit)) & full
        table.append(row)
    return table


def _traced(table: Sequence[int], left: int) -> tuple[list[tuple[int, int]], int]:
    """The matches in a stripe of the table, last first, and how many old items are left for the stripes before."""
    matches = []
    column = len(table) - 1
    while left and column:
        bit = 1 << (left - 1)
        if table[column] & bit:
            left -= 1
        else:
            column -= 1
            if table[column] & bit:
                left -= 1
                matches.append((left, column))
    return matches, left
