"""Whether a claim and its successor say the opposite: negation, and words turned into their opposites."""

from __future__ import annotations

from collections import Counter

from archivist.claims.en import negation, opposites
from archivist.claims.glance import Glance
from archivist.claims.polarity_lists import goes_on, is_denied_in_list
from archivist.claims.polarity_words import (
    REACH,
    Axes,
    Negator,
    Side,
    agreed,
    axes_of,
    clauses_that_may_deny,
    denials,
    framed_axes_of,
    is_content,
    opposed,
    read,
    stem_of,
    twins,
    word_set,
)
from archivist.model.noun import NamedTuple
from archivist.model.span import Span
from archivist.text.paragraphs import paragraphs
from archivist.text.plain import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    _Fits = Callable[[Side, int, Side, int], bool]  # whether two words, by index, stand in the same frame

_WINDOW = 6
_MOST = 64  # negators and opposites of one claim that are compared: it has a few, and so the work stays bounded
_NEAREST = 3
_SHORTEST_REST = 3

_ALIKE = 0.6
"""The share of their words of content that two texts have in common to be alike."""

_Placed = tuple[int, int, Axes]  # a word's index, its sign and its axes
_Own = tuple[list[int], list[int]]  # the words that only one side has, by index


class PolarityChange(NamedTuple):
    """Where two texts say the opposite: the words in each, and the rule that told ("negation" or "opposite")."""

    old: Span
    new: Span
    rule: str


def negations(text: str) -> tuple[Span, ...]:
    """The negators of `text` ("not", "never", "failed to"), in order; phrases that deny nothing are left out."""
    view = plain(text)
    return tuple(one for span in paragraphs(text) for one in negations_of(Glance(view, *span)))


def negations_of(glance: Glance) -> list[Span]:
    """The negators of one paragraph of the plain view of a text, as `negations` gives them."""
    found: list[Span] = []
    for start, end in clauses_that_may_deny(glance):
        found += [Span(start + one.start, start + one.end) for one in denials(glance.view[start:end])]
    return found


class Stances(NamedTuple):
    """Two texts as they were read to tell whether they say the opposite, and how they do (None where they do not)."""

    old: Side
    new: Side
    change: PolarityChange | None


def stances(old: str, new: str) -> Stances:
    """Two texts that say something about the same thing, and how they say the opposite of each other.

    A negator that has come or gone counts when what it denied is asserted on the other side ("did not win", "won");
    "did not win" and "failed to win", or "not found" and "missing", say the same. Opposites count when they stand in
    the same frame with the same sign.
    """
    a, b = read(old), read(new)
    if old <= new:
        return Stances(a, b, _change(a, b))
    change = _change(b, a)  # one of the two directions is worked out, so that of several the same one is told in both
    return Stances(a, b, change and PolarityChange(change.new, change.old, change.rule))


def _change(old: Side, new: Side) -> PolarityChange | None:
    fits = _frame if _alike(old, new) else _beside
    change = _by_negation(old, new, fits)
    if change:
        return change
    own = _own_words(old, new), _own_words(new, old)
    if not all(own):
        return None
    return _by_opposite(old, new, own, fits) or _by_prefix(old, new, own, fits) or _by_twin(old, new, own, fits)


# --- a negator without a counterpart, whose word the other side asserts


def _by_negation(old: Side, new: Side, fits: _Fits) -> PolarityChange | None:
    spare_old, spare_new = _unpaired(old, new)
    for negator in spare_old:
        place = _asserted(old, negator, new, fits)
        if place is not None:
            return PolarityChange(*_told(old, negator, new, place), "negation")
    for negator in spare_new:
        place = _asserted(new, negator, old, fits)
        if place is not None:
            denial, assertion = _told(new, negator, old, place)
            return PolarityChange(assertion, denial, "negation")
    return None


def _told(side: Side, negator: Negator, other: Side, place: int) -> tuple[Span, Span]:
    """The denial and what asserts it: "cannot", "can" where the auxiliary tells both, else "not won", "won"."""
    low = side.words[negator.scope[0] - 1].low if negator.scope[0] else ""
    auxiliary = negation.AUXILIARIES.get(low, low.removesuffix("n't"))
    if auxiliary != low:
        for word in reversed(other.words[max(0, place - _NEAREST) : place]):
            if word.low == auxiliary:
                return negator.span, word.span
    return Span(negator.span.start, side.words[negator.scope[0]].span.end), other.words[place].span


def _unpaired(old: Side, new: Side) -> tuple[list[Negator], list[Negator]]:
    """The negators of each side that deny nothing which a negator of the other side may deny as well."""
    mine = [n for n in old.negators if n.scope][:_MOST]
    theirs = [n for n in new.negators if n.scope][:_MOST]
    for reach_old, reach_new in ((1, 1), (REACH, 1), (1, REACH)):
        for negator in list(mine):
            stems = {old.words[i].stem for i in negator.scope[:reach_old]}
            match = next((n for n in theirs if stems & {new.words[i].stem for i in n.scope[:reach_new]}), None)
            if match:
                mine.remove(negator)
                theirs.remove(match)
    return [n for n in mine if not n.timing], [n for n in theirs if not n.timing]


def _asserted(side: Side, negator: Negator, other: Side, fits: _Fits) -> int | None:
    """The word of `other` that asserts what `negator` denies: the same word, or one that points the same way."""
    head = negator.scope[0]
    if side.sign(head) > 0 or _same_by_timing(side, negator, other):
        return None
    stem, axes = side.words[head].stem, axes_of(side.words[head].low)
    shared = goes_on(side, negator)

    def holds(i: int) -> bool:
        return other.sign(i) > 0 and not (shared and is_denied_in_list(other, i))

    same = [i for i, w in enumerate(other.words) if w.stem == stem and holds(i)]
    if same:
        here = sum(w.stem == stem and side.sign(i) > 0 for i, w in enumerate(side.words))
        placed = [i for i in same if fits(side, head, other, i)] if _around(side, head) != (set(), set()) else same
        return placed[0] if placed and len(same) > here else None
    for i, word in enumerate(other.words) if axes else ():
        if agreed(axes, axes_of(word.low)) and holds(i) and fits(side, head, other, i):
            return i
    return None


def _same_by_timing(side: Side, negator: Negator, other: Side) -> bool:
    """Whether the other side says the same by when: "not seen for a week", "last seen a week ago"; "wait until"."""
    lows = {w.low for w in other.words}
    own = {w.low for w in side.words[negator.scope[0] :]}
    waits = bool(lows & word_set(negation.WAITING)) and bool(own & {"before", "until", "till"})
    return waits or ("last" in lows and bool(own & {"for", "since", "in"}))


# --- opposites in the same frame


def _by_opposite(old: Side, new: Side, own: _Own, fits: _Fits) -> PolarityChange | None:
    """Opposites among the words that only one side has, with the same sign and in the same frame."""
    return _opposites(old, new, own, axes_of, fits) or _opposites(old, new, own, framed_axes_of, _beside)


def _opposites(old: Side, new: Side, own: _Own, find: Callable[[str], Axes], fits: _Fits) -> PolarityChange | None:
    """The first opposites that `find` knows and that `fits` sees in the same frame."""
    mine, theirs = own
    left = [(i, old.sign(i), axes) for i in mine if (axes := find(old.words[i].low))][:_MOST]
    right = [(j, new.sign(j), axes) for j in theirs if (axes := find(new.words[j].low))][:_MOST]
    for i, sign, axes in _unmatched(left, right):
        for j, their_sign, their_axes in _unmatched(right, left):
            facing = sign == their_sign and opposed(axes, their_axes)
            if facing and fits(old, i, new, j) and not _conversed(old, i, new, j):
                return PolarityChange(old.words[i].span, new.words[j].span, "opposite")
    return None


def _unmatched(entries: list[_Placed], others: list[_Placed]) -> list[_Placed]:
    """The words to which no word of the other text says as much by another name ("rose", "climbed")."""
    return [e for e in entries if not any(e[1] == o[1] and agreed(e[2], o[2]) for o in others)]


def _by_prefix(old: Side, new: Side, own: _Own, fits: _Fits) -> PolarityChange | None:
    """A word on one side and the same with a denying prefix on the other: "known", "unknown"."""
    mine, theirs = own
    places = _prefixed(old, mine, new, theirs, fits)
    if places:
        return PolarityChange(old.words[places[0]].span, new.words[places[1]].span, "opposite")
    places = _prefixed(new, theirs, old, mine, fits)
    return PolarityChange(old.words[places[1]].span, new.words[places[0]].span, "opposite") if places else None


def _prefixed(side: Side, own: list[int], other: Side, others: list[int], fits: _Fits) -> tuple[int, int] | None:
    """A word of `side` with a denying prefix, and the word of `other` without it, among what only one side has."""
    theirs = {other.words[j].stem: j for j in reversed(others) if other.sign(j) > 0}
    for i in own:
        low = side.words[i].low
        rests = (low[len(p) :] for p in negation.PREFIXES if low.startswith(p) and len(low) >= len(p) + _SHORTEST_REST)
        j = next((theirs[stem] for rest in rests if (stem := stem_of(rest)) in theirs), None)
        if j is not None and side.sign(i) > 0 and fits(side, i, other, j):
            return i, j
    return None


def _by_twin(old: Side, new: Side, own: _Own, fits: _Fits) -> PolarityChange | None:
    """Two words with the same rest after, or before, parts that face each other: "pro-war", "anti-war"."""
    mine, theirs = own
    places = {new.words[j].low: j for j in reversed(theirs)}
    for i in mine:
        j = next((places[twin] for twin in twins(old.words[i].low) if twin in places), None)
        if j is not None and old.sign(i) == new.sign(j) and fits(old, i, new, j):
            return PolarityChange(old.words[i].span, new.words[j].span, "opposite")
    return None


# --- frames


def _own_words(side: Side, other: Side) -> list[int]:
    """The words of `side` that stand there oftener than in `other`, sign and all: every place where they stand."""
    mine, theirs = ([(stem_of(word.low), one.sign(i)) for i, word in enumerate(one.words)] for one in (side, other))
    surplus = Counter(mine) - Counter(theirs)
    return [i for i, signed in enumerate(mine) if signed in surplus and side.words[i].low[0].isalnum()]


def _around(side: Side, i: int) -> tuple[set[str], set[str]]:
    """The stems of the content words near word `i`, before and after it."""
    before = {w.stem for w in side.words[max(0, i - _WINDOW) : i] if is_content(w.low)}
    after = {w.stem for w in side.words[i + 1 : i + 1 + _WINDOW] if is_content(w.low)}
    return before, after


def _alike(old: Side, new: Side) -> bool:
    """Whether two texts share so much that a word in common near two others shows them in the same frame."""
    one, other = ({word.stem for word in side.words if is_content(word.low)} for side in (old, new))
    return len(one & other) >= _ALIKE * max(len(one), len(other))


def _frame(old: Side, i: int, new: Side, j: int) -> bool:
    """Whether the words around are partly the same."""
    a, b = _around(old, i), _around(new, j)
    return bool((a[0] | a[1]) & (b[0] | b[1]))


def _beside(old: Side, i: int, new: Side, j: int) -> bool:
    """Whether the nearest content word before, or the one after, is the same; "for" needs the one it hangs on."""
    a, b = _nearest(old, i), _nearest(new, j)
    after = a[1] == b[1] != "" and old.words[i].low not in word_set(opposites.HANGING)
    return (a[0] == b[0] != "") or after


def _nearest(side: Side, i: int) -> tuple[str, str]:
    before = (w.stem for w in reversed(side.words[max(0, i - _NEAREST) : i]) if is_content(w.low))
    after = (w.stem for w in side.words[i + 1 : i + 1 + _NEAREST] if is_content(w.low))
    return next(before, ""), next(after, "")


def _conversed(old: Side, i: int, new: Side, j: int) -> bool:
    """Whether the two things that a word relates have changed places with it: "A beat B", "B lost to A"."""
    if not {old.words[i].low, new.words[j].low} & word_set(opposites.CONVERSES):
        return False
    a, b = _around(old, i), _around(new, j)
    kept = len(a[0] & b[0]) + len(a[1] & b[1])
    crossed = len(a[0] & b[1]) + len(a[1] & b[0])
    return crossed > 0 and crossed >= kept
