"""Which sentence of the new text stands for which sentence of the old one.

Sentences of the same letters and digits are the same sentence. The rest is paired by what words it shares: the best
monotone alignment by dynamic programming, then splits and joins, then moves among what is left. Every step is bounded:
a stretch of more than `_FREE_CELLS` is cut at sentences that can stand for no other, and one of more than
`_MOST_CELLS` that cannot be cut is left to the search for moves, which looks at rare words only. So the time grows
with the number of sentences, never with its square.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from functools import cache
from itertools import accumulate, pairwise

from archivist.diff.elsewhere import NEARLY_SAME, Elsewhere
from archivist.diff.likeness import Likeness, words
from archivist.model.report import Pair

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    _Link = tuple[int, int]
    _Gap = tuple[range, range]

PARAGRAPHS = "\n\n"
"""What no sentence ends with, and what stands for many paragraphs of both texts does."""

_FREE_CELLS = 4_096
_MOST_CELLS = 16_384
"""Old times new sentences of a stretch. Up to the first it is aligned whole, up to the second if it cannot be cut."""

_MOST_CUTS = 8
"""How often what lies between two cuts is cut again."""

_SAME = 0.5
_LIKE = 0.3
"""What a pair of the same, or of clearly similar, sentences is worth to the alignment at most."""

_LEAST = 0.28
"""Pairs less alike than this are an addition and a removal, also where the two have one place to themselves: people do
not link two of three such pairs of essay drafts (ArgRewrite), so a lower bound there cost more than it gave."""

_ANCHOR = 0.5
"""How alike sentences must be to cut a stretch that has no same ones to cut it at."""

_PART = 0.5
"""A sentence that weighs less than this share of the other must stand in it by more than this share of its own."""

_SURELY = 0.65
"""Sentences so much alike cannot be that unequal."""

_CONTAINED = 0.45
_GAIN = 0.1
"""A sentence joins a pair, as a part split off, if this share of it stands in the whole and likeness grows by that."""


def align(old_sentences: Sequence[str], new_sentences: Sequence[str]) -> tuple[Pair, ...]:
    """Link every sentence of both texts to the one it stands for, or to None.

    In a split or a join one index stands in several pairs. `moved` marks the fewest letters: the pairs outside the
    heaviest chain that runs through both texts in order. Exchanging old and new exchanges the links and nothing else.

    Returns:
        Pairs in the order of the new text. A removed sentence stands behind the sentence that it followed in the old
        text, before anything added there.
    """
    old, new = list(old_sentences), list(new_sentences)
    # One of the two directions is worked out and the other mirrored, so that no tie can be broken in two ways.
    if mirrored := new < old:
        old, new = new, old
    links = _Alignment(old, new).links()
    moved = _off_chain(links, lambda link: len(old[link[0]]) + len(new[link[1]]))
    if mirrored:
        old, new = new, old
        links = [(j, i) for i, j in links]
        moved = {(j, i) for i, j in moved}
    return _in_order(links, moved, len(old), len(new))


class _Alignment:
    """One pair of texts in the course of being aligned."""

    def __init__(self, old: list[str], new: list[str]) -> None:
        self.old, self.new = _identities(old, new)
        # A sentence that stands as often on both sides has its counterpart, whatever it is like.
        times_old, times_new = Counter(self.old), Counter(self.new)
        self.likeness = Likeness(
            {i: words(text) for i, text in enumerate(old) if times_old[self.old[i]] != times_new[self.old[i]]},
            {j: words(text) for j, text in enumerate(new) if times_old[self.new[j]] != times_new[self.new[j]]},
        )

    def links(self) -> list[_Link]:
        """All links, in the order of the old text."""
        start, end = self._common_ends()
        links = [(i, i) for i in range(start)]
        links += [(len(self.old) - k, len(self.new) - k) for k in range(end, 0, -1)]
        rest = range(start, len(self.old) - end), range(start, len(self.new) - end)
        landmarks = self._landmarks(rest)
        links += landmarks
        todo = [(part, 0) for part in _between(rest, landmarks)]
        while todo:
            gap, cuts = todo.pop()
            cells = len(gap[0]) * len(gap[1])
            anchors = self._anchors(gap, hard=cells > _MOST_CELLS) if cells > _FREE_CELLS and cuts < _MOST_CUTS else []
            if anchors:
                links += anchors
                todo += [(part, cuts + 1) for part in _between(gap, anchors)]
            elif 0 < cells <= _MOST_CELLS:
                links += self._best_chain(gap)
        links = self._with_parts(sorted(links))
        links += Elsewhere(self.old, self.new, self.likeness, links).links(_LEAST)
        return self._with_parts(sorted(links))

    def _common_ends(self) -> tuple[int, int]:
        """How many sentences are the same at the start and at the end of both texts."""
        most = min(len(self.old), len(self.new))
        start = next((k for k in range(most) if self.old[k] != self.new[k]), most)
        most -= start
        return start, next((k for k in range(most) if self.old[-1 - k] != self.new[-1 - k]), most)

    def _landmarks(self, gap: _Gap) -> list[_Link]:
        """Links of what stands for many paragraphs (`PARAGRAPHS`), in order: it is in its place and parts the rest."""
        if not any(self.old[i].endswith(PARAGRAPHS) for i in gap[0]):
            return []
        return [link for link in self._anchors(gap, hard=False) if self.old[link[0]].endswith(PARAGRAPHS)]

    def _anchors(self, gap: _Gap, *, hard: bool) -> list[_Link]:
        """Links at which a stretch can be cut, in order: the same sentence, once on each side, and crossing no other.

        A stretch that must be cut (`hard`) is cut along the heaviest chain of sentences that are the same, the first
        of a kind with the first and so on; where there are none, of those that share words which stand nowhere else.
        """
        old, new = _places(self.old, gap[0]), _places(self.new, gap[1])
        same = {key: list(zip(at, new.get(key, ()), strict=False)) for key, at in old.items()}
        anchors = _crossing_none([at[0] for key, at in same.items() if len(old[key]) == len(new.get(key, ())) == 1])
        if anchors or not hard:
            return anchors
        links = sorted(link for at in same.values() for link in at)
        links = links or [link for link in self.likeness.mutual(*gap) if self.likeness.of(*link) >= _ANCHOR]
        off = _off_chain(links, lambda _: 1)
        return [link for link in links if link not in off]

    def _best_chain(self, gap: _Gap) -> list[_Link]:
        """The monotone alignment of a stretch that is worth most."""
        where = _places(self.new, gap[1])
        scores = self.likeness.table(*gap, _LEAST)
        sure = _sure(scores)
        worth: list[dict[int, float]] = []
        for i in gap[0]:
            row = {
                j: min(score - _LEAST, _LIKE)
                for j, score in scores.get(i, {}).items()
                if score > _LEAST
                and sure.get(i, (i, j)) == sure.get(~j, (i, j))
                and (score > _SURELY or self._stands_for(i, j))
            }
            row |= dict.fromkeys(where.get(self.old[i], ()), _SAME)
            worth.append({j - gap[1].start: value for j, value in row.items()})
        return [(gap[0].start + x, gap[1].start + y) for x, y in _heaviest_path(worth, len(gap[1]))]

    def _stands_for(self, i: int, j: int) -> bool:
        """Whether a sentence can be a later form of another by their lengths: what was cut short is in the longer one.

        One that weighs less than half of the other must stand in it by more than half of its own weight.
        """
        less, more = sorted(self.likeness.held(i, j))
        return less >= _PART * more or more > _PART

    def _with_parts(self, links: list[_Link]) -> list[_Link]:
        """`links`, and those of sentences that were split off their neighbour or joined with it."""
        links = _extended(links, len(self.new), self.likeness.old_holds)
        turned = _extended([(j, i) for i, j in links], len(self.old), self.likeness.new_holds)
        return sorted((i, j) for j, i in turned)


def _identities(old: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    """For each sentence a string that is equal where the sentence is the same but for typography."""
    # Only what does not come out even as it is written needs a look at its letters.
    times_old, times_new = Counter(old), Counter(new)
    keys = {
        text: text if times_old[text] == times_new[text] else "\0" + _letters(text)
        for text in (*times_old, *times_new)
    }
    return [keys[text] for text in old], [keys[text] for text in new]


def _places(keys: list[str], indices: Iterable[int]) -> dict[str, list[int]]:
    """Where each of the sentences with these indices stands."""
    places: dict[str, list[int]] = defaultdict(list)
    for index in indices:
        places[keys[index]].append(index)
    return places


def _letters(text: str) -> str:
    """The letters, their marks and the digits of `text`, without case; `text` itself where it has none."""
    if text.isascii():
        return text.translate(_ascii_letters()) or text
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in folded if c.isalnum() or unicodedata.category(c).startswith("M")) or text


@cache
def _ascii_letters() -> dict[int, str | None]:
    """How ASCII is told without case, and with nothing but letters and digits."""
    return {point: chr(point).lower() if chr(point).isalnum() else None for point in range(128)}


def _sure(scores: dict[int, dict[int, float]]) -> dict[int, _Link]:
    """The links of sentences that are nearly the same, each the likest of the other, by both: i, and ~j for a new one.

    Such a sentence is no later form of any other, also where it moved.
    """
    likest_old: dict[int, tuple[float, int]] = {}
    for i, row in scores.items():
        for j, score in row.items():
            likest_old[j] = max(likest_old.get(j, (0.0, 0)), (score, -i))
    found: dict[int, _Link] = {}
    for j, (best, i) in likest_old.items():
        if best >= NEARLY_SAME and max((score, -other) for other, score in scores[-i].items()) == (best, -j):
            found[-i] = found[~j] = (-i, j)
    return found


def _heaviest_path(worth: list[dict[int, float]], width: int) -> list[_Link]:
    """The links (row, column), both rising, whose worth adds up to most; `worth` gives each row's by column."""
    columns = sorted({y for row in worth for y in row})
    if len(columns) < width:  # those without any link need no cells
        place = {y: k for k, y in enumerate(columns)}
        packed = [{place[y]: value for y, value in row.items()} for row in worth]
        return [(x, columns[k]) for x, k in _heaviest_path(packed, len(columns))]
    table = [[0.0] * (width + 1)]
    for row in reversed(worth):
        below = table[-1]
        if not row:
            table.append(below)
            continue
        best = 0.0
        line = [0.0] * (width + 1)
        for y in range(width - 1, -1, -1):
            best = max(best, below[y], below[y + 1] + row[y] if y in row else 0.0)
            line[y] = best
        table.append(line)
    table.reverse()
    path, x, y = [], 0, 0
    while x < len(worth) and y < width:
        here = table[x][y]
        if here == table[x + 1][y]:
            x += 1
        elif here == table[x][y + 1]:
            y += 1
        else:
            path.append((x, y))
            x, y = x + 1, y + 1
    return path


def _extended(
    links: list[_Link], number: int, holds: Callable[[int, Sequence[int]], tuple[float, float]]
) -> list[_Link]:
    """`links` (whole, part), and those of parts that have none but belong to the whole of the part beside them.

    `number` is the number of parts in the text; `holds` tells how far parts stand in a whole.
    """
    linked = {part for _, part in links}
    free = [part for part in range(number) if part not in linked]
    if not free:
        return links
    wholes: dict[int, list[int]] = defaultdict(list)
    parts: dict[int, list[int]] = defaultdict(list)
    for whole, part in sorted(links):
        wholes[part].append(whole)
        parts[whole].append(part)
    added = []
    for part, beside in [(part, part - 1) for part in free] + [(part, part + 1) for part in reversed(free)]:
        if part in wholes or len(wholes.get(beside, ())) != 1:
            continue
        whole = wholes[beside][0]
        group = parts[whole]
        if holds(whole, [part])[0] < _CONTAINED:
            continue
        share, likeness = holds(whole, group)
        if share >= _CONTAINED and holds(whole, [*group, part])[1] >= likeness + _GAIN:
            wholes[part].append(whole)
            group.append(part)
            added.append((whole, part))
    return links + added


def _crossing_none(links: list[_Link]) -> list[_Link]:
    """Those of `links`, which come in the order of the old text, that all others leave in order."""
    new = [j for _, j in links]
    highest = list(accumulate(new, max, initial=-1))
    lowest = [*accumulate(reversed(new), min)][::-1]
    return [link for k, link in enumerate(links) if highest[k] < link[1] == lowest[k]]


def _between(gap: _Gap, anchors: list[_Link]) -> list[_Gap]:
    """What a stretch leaves between the links at which it is cut."""
    old, new = gap
    edges = [(old.start - 1, new.start - 1), *anchors, (old.stop, new.stop)]
    return [(range(i + 1, k), range(j + 1, n)) for (i, j), (k, n) in pairwise(edges)]


def _off_chain(links: list[_Link], weight: Callable[[_Link], int]) -> set[_Link]:
    """The links outside the heaviest chain in which neither side ever steps back. `links` is in order."""
    if all(one[1] <= other[1] for one, other in pairwise(links)):
        return set()
    runs: list[list[_Link]] = []
    for link in links:
        if runs and link == (runs[-1][-1][0] + 1, runs[-1][-1][1] + 1):
            runs[-1].append(link)
        else:
            runs.append([link])
    kept = set(_heaviest_rise([run[0][1] for run in runs], [sum(map(weight, run)) for run in runs]))
    return {link for k, run in enumerate(runs) if k not in kept for link in run}


def _heaviest_rise(values: list[int], weights: list[int]) -> list[int]:
    """The positions of the heaviest part of `values` that never falls, by a tree of running maxima (Fenwick)."""
    rank = {value: k for k, value in enumerate(sorted(set(values)), start=1)}
    tree = [(0, -1)] * (len(rank) + 1)
    before = []
    for k, value in enumerate(values):
        place, best = rank[value], (0, -1)
        while place:
            best = max(best, tree[place])
            place -= place & -place
        before.append(best[1])
        entry = (best[0] + weights[k], k)
        place = rank[value]
        while place < len(tree):
            tree[place] = max(tree[place], entry)
            place += place & -place
    last = max(tree)[1]
    chain = []
    while last >= 0:
        chain.append(last)
        last = before[last]
    return chain[::-1]


def _in_order(links: list[_Link], moved: set[_Link], old: int, new: int) -> tuple[Pair, ...]:
    """All pairs, in the order of the new text; the numbers of sentences tell which of them have no link."""
    after = [-1] * old
    for i, j in links:
        if (i, j) not in moved:
            after[i] = max(after[i], j)
    stands = list(accumulate(after, max))
    linked_old, linked_new = {i for i, _ in links}, {j for _, j in links}
    placed = [((j, 0, i), Pair(i, j, (i, j) in moved)) for i, j in links]
    placed += [((j, 0, -1), Pair(None, j)) for j in range(new) if j not in linked_new]
    placed += [((stands[i], 1, i), Pair(i, None)) for i in range(old) if i not in linked_old]
    return tuple(pair for _, pair in sorted(placed, key=lambda entry: entry[0]))
