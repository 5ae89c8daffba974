"""Which sentences and claims of two revisions say something about the same thing."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict

from archivist.claims.extract import outermost
from archivist.diff.facet_gaps import gaps
from archivist.diff.facet_quote import verbatim
from archivist.diff.facet_values import comparable, replaced, same_toll
from archivist.diff.facet_words import Kind, fold
from archivist.model.claim import ClaimKind
from archivist.model.noun import NamedTuple
from archivist.model.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from archivist.diff.facet_gaps import Gap
    from archivist.diff.facet_words import Atom
    from archivist.diff.reading import Passage, Reading
    from archivist.model.claim import Claim
    from archivist.model.report import Pair

UNRELATED = 0.25
RELATED = 0.5
SAME_TOLL = 0.35
"""How much of their content two sentences share. Linked ones that share less than the first are two matters; two left
over in the same place that share the second are one, told in other words; the third is enough for the same toll."""

_MOST_PAIRS = 64
"""Sentences left over in one place, old times new, that are compared with each other."""

_MOST_CLAIMS = 32
"""The claims of a passage, from its first on, that are matched with those of another."""

_FUNCTION_WORTH = 0.25
"""What a function word counts against a word of content as 1."""

SAME_KIND = 0.1
"""What it adds to the likeness of two claims that they are of one kind."""


class Unit(NamedTuple):
    """Sentences that tell the same, by index: one on each side, more in a split or a join, none where one is new."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    moved: bool = False


class Difference(NamedTuple):
    """Two matched passages whose words differ, and where they do.

    `likeness` is the share of what they say that they have in common, where it was asked for to match them; `retold`
    is true where the alignment had not linked them.
    """

    old: Passage
    new: Passage
    gaps: tuple[Gap, ...]
    moved: bool
    likeness: float | None = None
    retold: bool = False


class Tried(NamedTuple):
    """Two sentences, by index, that were held beside each other and found to share too little, and how much.

    `linked` is true where the alignment had linked them, `least` how much they would have had to share.
    """

    old: int
    new: int
    likeness: float
    linked: bool
    least: float


class Matched(NamedTuple):
    """Sentences of two revisions: matched, the same and moved; matched and different; and without a match.

    `tried` are pairs of those without a match that were not alike enough.
    """

    moved: list[Unit]
    different: list[Difference]
    alone: list[Unit]
    tried: list[Tried]


class ClaimPair(NamedTuple):
    """Two claims that say something about the same thing.

    `likeness` is the share of their words that they have in common, and a little more where they are of one kind; None
    where their passages have no other claims.
    """

    old: Claim
    new: Claim
    likeness: float | None = None


def units(pairs: Sequence[Pair]) -> tuple[Unit, ...]:
    """The links of an alignment, those that share a sentence put together."""
    home: dict[tuple[str, int], list[int]] = {}
    for number, pair in enumerate(pairs):
        known = [home[end] for end in _ends(pair) if end in home]
        group = max(known, key=len, default=[])
        for other in known:
            if other is not group:
                group += other
                home.update((end, group) for one in other for end in _ends(pairs[one]))
        group.append(number)
        home.update((end, group) for end in _ends(pair))
    groups = sorted({id(group): group for group in home.values()}.values(), key=max)
    return tuple(_unit([pairs[number] for number in group]) for group in groups)


def _ends(pair: Pair) -> list[tuple[str, int]]:
    """The sentences of a link, with their side."""
    return [(side, index) for side, index in (("old", pair.old), ("new", pair.new)) if index is not None]


def _unit(group: Sequence[Pair]) -> Unit:
    return Unit(
        tuple(sorted({pair.old for pair in group if pair.old is not None})),
        tuple(sorted({pair.new for pair in group if pair.new is not None})),
        any(pair.moved for pair in group),
    )


def match(old: Reading, new: Reading, pairs: Sequence[Pair]) -> Matched:
    """Match the sentences of two revisions in which something differs, beginning from the links of an alignment."""
    linked = units(pairs)
    edits = [unit for unit in linked if unit.moved or not _same_words(unit, old, new)]
    old.look_at([index for unit in edits for index in unit.old])
    new.look_at([index for unit in edits for index in unit.new])
    found = Matched([], [], [unit for unit in edits if not unit.old or not unit.new], [])
    for unit in edits:
        if not unit.old or not unit.new:
            continue
        difference = _difference(unit, old, new)
        if difference is None:
            if unit.moved:
                found.moved.append(unit)
        elif len(unit.old) == len(unit.new) == 1:
            _keep_or_part(difference, unit, found)
        else:
            found.different.append(difference)
    return _retold(found, linked, old, new) if found.alone else found


def _keep_or_part(difference: Difference, unit: Unit, found: Matched) -> None:
    """Keep two linked sentences together, or take them for two matters where they share too little."""
    likeness = _likeness(difference)
    if likeness < UNRELATED:
        found.alone.extend((Unit(unit.old, ()), Unit((), unit.new)))
        found.tried.append(Tried(unit.old[0], unit.new[0], likeness, linked=True, least=UNRELATED))
    else:
        found.different.append(difference._replace(likeness=likeness))


def _difference(unit: Unit, old: Reading, new: Reading) -> Difference | None:
    """How the words of matched sentences differ, or None where only typography does."""
    if _same_words(unit, old, new):
        return None
    before, after = old.passage(unit.old), new.passage(unit.new)
    if _same_folded(before, after) and _said(before) == _said(after) and _figures(before) == _figures(after):
        return None
    return Difference(before, after, gaps(before.atoms, after.atoms), unit.moved)


def _same_words(unit: Unit, old: Reading, new: Reading) -> bool:
    """Whether sentences are the same but for white space."""
    was, now = [old.texts[index] for index in unit.old], [new.texts[index] for index in unit.new]
    return was == now or " ".join(was).split() == " ".join(now).split()


def _same_folded(old: Passage, new: Passage) -> bool:
    """Whether two passages have the same folded words: if not, they say other words; if so, they may."""
    one, other = ([word for atom in side.atoms for word in atom.words] for side in (old, new))
    return one == other


def _figures(passage: Passage) -> list[str]:
    """What the figures of a passage amount to: a sign or a capital may tell two apart (-5 and 5, mW and MW)."""
    return [atom.key for atom in passage.atoms if atom.kind is Kind.FIGURE]


def _said(passage: Passage) -> tuple[list[str], list[str]]:
    """The words of a passage outside its furniture, and those between quotation marks."""
    return (
        [word for atom in passage.atoms for word in verbatim(atom.span.of(passage.text))],
        [word for span in passage.quoted for word in verbatim(span.of(passage.text))],
    )


def _likeness(difference: Difference) -> float:
    """The share of what they say that two passages have in common, from 0 to 1, figures that changed included."""
    total = sum(_worth(atom) for side in (difference.old, difference.new) for atom in side.atoms)
    alone = sum(_worth(atom) for gap in difference.gaps for side in (gap.old, gap.new) for atom in side)
    changed = len(replaced(difference.gaps, Kind.FIGURE, comparable))
    return 1 - (alone - 2 * changed) / total if total else 1.0


def _worth(atom: Atom) -> float:
    return 1 if atom.content else _FUNCTION_WORTH


def _retold(found: Matched, linked: Sequence[Unit], old: Reading, new: Reading) -> Matched:
    """Pair what is left over in one place and tells the same in other words."""
    kept = [unit for unit in linked if unit.old and unit.new and not unit.moved]
    edges = sorted(unit.old[0] for unit in kept), sorted(unit.new[0] for unit in kept)
    places: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for unit in found.alone:
        for index in unit.old:
            places[bisect_left(edges[0], index)][0].append(index)
        for index in unit.new:
            places[bisect_left(edges[1], index)][1].append(index)
    different, tried = list(found.different), list(found.tried)
    paired: set[Unit] = set()
    for was, now in places.values():
        if len(was) * len(now) <= _MOST_PAIRS:
            for i, j, difference in _best_pairs(was, now, old, new, tried):
                paired |= {Unit((i,), ()), Unit((), (j,))}
                different.append(difference)
    return Matched(found.moved, different, [unit for unit in found.alone if unit not in paired], tried)


def _best_pairs(
    was: Sequence[int], now: Sequence[int], old: Reading, new: Reading, tried: list[Tried]
) -> list[tuple[int, int, Difference]]:
    """The pairs of sentences that share enough, the most alike first, each sentence once; the others are `tried`."""
    candidates: list[tuple[float, int, int, int, Difference]] = []
    for i in was:
        for j in now:
            difference = _difference(Unit((i,), (j,)), old, new)
            if difference is not None and difference.old.claims and difference.new.claims:
                likeness = _likeness(difference)
                candidates.append((-likeness, i + j, i, j, difference._replace(likeness=likeness, retold=True)))
    pairs: list[tuple[int, int, Difference]] = []
    for likeness, _, i, j, difference in sorted(candidates, key=lambda one: one[:3]):
        if -likeness < (least := needed(difference)):
            tried.append(Tried(i, j, -likeness, linked=False, least=least))
        elif all(i != one[0] and j != one[1] for one in pairs):
            pairs.append((i, j, difference))
    return pairs


def needed(difference: Difference) -> float:
    """How much two sentences that no link joins must share to say something about the same thing."""
    return SAME_TOLL if same_toll(difference.old, difference.new, difference.gaps) else RELATED


def joined(claims: Sequence[Claim]) -> Claim:
    """The claims of one sentence as one: the source of the first, all that they say, a quote if one of them is."""
    claims = outermost(claims)
    first = claims[0]
    if len(claims) == 1:
        return first
    return first._replace(
        kind=ClaimKind.QUOTE if any(one.kind is ClaimKind.QUOTE for one in claims) else first.kind,
        span=Span(first.span.start, claims[-1].span.end),
        content=tuple(span for one in claims for span in one.content),
        quoted=tuple(span for one in claims for span in one.quoted),
        figures=tuple(figure for one in claims for figure in one.figures),
        dates=tuple(date for one in claims for date in one.dates),
        names=tuple(name for one in claims for name in one.names),
        hedges=tuple(hedge for one in claims for hedge in one.hedges),
    )


def match_claims(old: Passage, new: Passage) -> list[ClaimPair]:
    """Pairs of claims of two matched passages that say something about the same thing, in the order of the old text.

    The most alike are paired first; a claim that is left over stands in no pair.
    """
    before, after = (side.claims[:_MOST_CLAIMS] or (side.whole,) for side in (old, new))
    if len(before) == len(after) == 1:
        return [ClaimPair(before[0], after[0])]
    bags = [[Counter(fold(claim.span.of(side.text))) for claim in own] for side, own in ((old, before), (new, after))]
    scored = sorted(
        (-_shared_words(bags[0][i], bags[1][j]) - (SAME_KIND if one.kind is other.kind else 0.0), i + j, i, j)
        for i, one in enumerate(before)
        for j, other in enumerate(after)
    )
    pairs: dict[int, ClaimPair] = {}
    taken: set[int] = set()
    for likeness, _, i, j in scored:
        if i not in pairs and j not in taken:
            pairs[i] = ClaimPair(before[i], after[j], -likeness)
            taken.add(j)
    return [pair for _, pair in sorted(pairs.items())]


def _shared_words(old: Counter[str], new: Counter[str]) -> float:
    """The share of their words that two claims have in common (Dice)."""
    total = old.total() + new.total()
    return 2 * (old & new).total() / total if total else 0.0
