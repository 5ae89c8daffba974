"""Figures and dates that differ between two matched passages."""

from __future__ import annotations

from bisect import bisect_left
from decimal import Context, Decimal
from operator import attrgetter

from archivist.claims.en.numbers import FATES, STEPS_TO
from archivist.diff.facet_akin import akin
from archivist.diff.facet_words import Kind, stage
from archivist.model.claim import Date, DateType, Figure
from archivist.model.report import Evidence, Facet, FacetKind
from archivist.model.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from archivist.diff.facet_gaps import Gap
    from archivist.diff.facet_words import Atom
    from archivist.diff.reading import Passage

    _Sides = tuple[Mapping[Span, list[str]], Mapping[Span, list[str]]]

_PERCENT = frozenset({"percent", "percentage point"})
_FEW = 2
"""So few words of content in its place on both sides, and the place alone tells which figure a figure became."""
_AFTER = 2
"""So many words of content behind a figure, and the one before it, tell what it counts."""
_ALIKE = 0.6
"""The share of what two passages say that they have in common to be alike."""
_MOST_TRIED = 64
"""So many figures or dates are tried as the one that replaces another."""
_EXACT = Context(prec=100_000)
"""Takes one figure from another without rounding: nobody writes so many digits."""
_TIMES = ("times",)
_JOINING = frozenset({"and", "or", "to", "until", "till", "through"})
_START = attrgetter("span.start")
_CURRENCY_CODE = 3
"""The length of an ISO 4217 code, which is how the unit of a sum of money is written."""


def figures(old: Passage, new: Passage, gaps: Sequence[Gap]) -> list[Facet]:
    """One facet for each figure that another figure of the same dimension replaces (rule `figure-differs`)."""
    around = _surroundings(old, Kind.FIGURE), _surroundings(new, Kind.FIGURE)
    counted = _surroundings(old, Kind.FIGURE, Kind.NAME), _surroundings(new, Kind.FIGURE, Kind.NAME)
    heavy = [gap for gap in gaps if _is_heavy(gap)]
    unplaced = {atom.span for gap in heavy for atom in gap.old}, {atom.span for gap in heavy for atom in gap.new}

    def fits(one: Atom, other: Atom) -> bool:
        """Whether one figure can stand for the other: comparable, and in a like place where much was rewritten."""
        placed = one.span not in unplaced[0] and other.span not in unplaced[1]
        return _count_alike(one, other, around) and (placed or _is_beside_akin(one, other, around))

    def apart(one: Atom, other: Atom) -> bool:
        """Whether one can stand for the other elsewhere in the passage: beside akin words, names only of a result."""
        near = around if _is_pair(one) and _is_pair(other) else counted
        return _count_alike(one, other, counted) and _is_beside_akin(one, other, near)

    return [
        Facet(
            FacetKind.FIGURE,
            Evidence(was.span, figure_value(was.evidence)),
            Evidence(now.span, figure_value(now.evidence)),
            difference(was.evidence, now.evidence),
            "figure-differs",
        )
        for was, now in replaced(gaps, Kind.FIGURE, fits, apart)
    ]


def _is_pair(atom: Atom) -> bool:
    return isinstance(atom.evidence, Figure) and atom.evidence.upper is not None


def _is_beside_akin(one: Atom, other: Atom, around: _Sides) -> bool:
    return any(akin(a, b) for a in around[0].get(one.span, ()) for b in around[1].get(other.span, ()))


def _count_alike(one: Atom, other: Atom, around: _Sides) -> bool:
    """Whether two figures are comparable, and not of people whom different things befell: twenty hurt, four killed."""
    was, now = (
        {FATES[word] for word in side.get(atom.span, ()) if word in FATES}
        for side, atom in zip(around, (one, other), strict=True)
    )
    return comparable(one, other) and not (was and now and was.isdisjoint(now))


def same_toll(old: Passage, new: Passage, gaps: Sequence[Gap]) -> bool:
    """Whether both passages count whom the same befell, and share another word of content.

    They tell the toll of one event: *Thirty dead as quake rocks Fara*, *Fara quake toll rises to 41*.
    """
    around = _surroundings(old, Kind.FIGURE), _surroundings(new, Kind.FIGURE)
    was, now = ({FATES[word] for words in side.values() for word in words if word in FATES} for side in around)
    if was.isdisjoint(now):
        return False
    lost = {atom.span for gap in gaps for atom in gap.old}
    kept = (atom for atom in old.atoms if atom.content and atom.span not in lost and atom.kind is not Kind.FIGURE)
    return any(atom.key not in FATES and atom.key not in STEPS_TO for atom in kept)


def _is_heavy(gap: Gap) -> bool:
    """Whether so much differs around a figure that its place alone does not tell which figure it became."""
    return all(sum(atom.content for atom in side) > _FEW for side in (gap.old, gap.new))


def in_place(old: Passage, new: Passage, gaps: Sequence[Gap], kind: Kind) -> Callable[[Atom, Atom], bool]:
    """Tells whether two atoms of a kind stand in one place: a gap where little differs, or beside words that are akin.

    In passages that share most of their content any two do. Else nothing tells that one has replaced the other.
    """
    if _is_alike(old, new, gaps):
        return lambda _one, _other: True
    around = _surroundings(old, kind), _surroundings(new, kind)
    light = [gap for gap in gaps if not _is_heavy(gap)]
    place = (
        {atom.span: at for at, gap in enumerate(light) for atom in gap.old},
        {atom.span: at for at, gap in enumerate(light) for atom in gap.new},
    )

    def fits(one: Atom, other: Atom) -> bool:
        at = place[0].get(one.span)
        if at is not None and at == place[1].get(other.span):
            return True
        return _is_beside_akin(one, other, around)

    return fits


def _is_alike(old: Passage, new: Passage, gaps: Sequence[Gap]) -> bool:
    """Whether two passages share most of what they say."""
    every = sum(atom.content for side in (old, new) for atom in side.atoms)
    alone = sum(atom.content for gap in gaps for side in (gap.old, gap.new) for atom in side)
    return every - alone >= _ALIKE * every


def _surroundings(side: Passage, kind: Kind, *ignored: Kind) -> dict[Span, list[str]]:
    """The words of content next to each atom of a kind that is content itself, but others of the kind.

    Words that only lead up to a figure ("the death toll jumps past 90") are looked past.
    """
    left_out = {kind, *ignored}
    content = [atom for atom in side.atoms if atom.content]
    return {
        atom.span: [key for one in _near(content, at) if one.kind not in left_out for key in _spellings(one)]
        for at, atom in enumerate(content)
        if atom.kind is kind
    }


def _near(content: Sequence[Atom], at: int) -> list[Atom]:
    """The words of content beside the one with this index; a name only where nothing leads up from it."""
    before = at - 1
    while before >= 0 and content[before].key in STEPS_TO:
        before -= 1
    led = before < at - 1
    return [
        *(one for one in content[max(0, before) : before + 1] if not (led and one.kind is Kind.NAME)),
        *content[at + 1 : at + 1 + _AFTER],
    ]


def _spellings(atom: Atom) -> tuple[str, ...]:
    """What may stand for an atom in another passage: its key, and the last word of a name, which may be none there."""
    return (atom.key, atom.words[-1]) if atom.kind is Kind.NAME and atom.words else (atom.key,)


def dates(gaps: Sequence[Gap]) -> list[Facet]:
    """One facet for each date, time, duration or frequency that another replaces (rule `date-differs`).

    Where only the part of it differs that is meant, the values say so: "2019 START".
    """
    return [
        Facet(
            FacetKind.DATE,
            Evidence(old.span, _when(old, new)),
            Evidence(new.span, _when(new, old)),
            rule="date-differs",
        )
        for old, new in replaced(gaps, Kind.DATE, _same_type)
    ]


def extended(old: Passage, new: Passage, gaps: Sequence[Gap], facets: Sequence[Facet]) -> list[Facet]:
    """At most one facet: a date to which the other side has joined another one: 2013, 2013 and 2014."""
    if any(facet.facet is FacetKind.DATE for facet in facets):
        return []
    for gap in gaps:
        for alone, side, other in ((gap.old, old, new), (gap.new, new, old)):
            for atom in _of(alone, Kind.DATE)[:_MOST_TRIED]:
                beside = _joined_to(atom, side)
                shared = next((one for one in other.atoms if beside is not None and one.key == beside.key), None)
                if beside is not None and shared is not None:
                    first, last = sorted((beside, atom), key=_START)
                    both = Evidence(Span(first.span.start, last.span.end), f"{_value(first)}, {_value(last)}")
                    one = Evidence(shared.span, _value(shared))
                    was, now = (both, one) if side is old else (one, both)
                    return [Facet(FacetKind.DATE, was, now, rule="date-differs")]
    return []


def _joined_to(atom: Atom, side: Passage) -> Atom | None:
    """The date to which a date is joined by "and", "to" and the like."""
    if not isinstance(atom.evidence, Date):
        return None
    at = bisect_left(side.atoms, atom.span.start, key=_START)
    for link, other in ((at - 1, at - 2), (at + 1, at + 2)):
        if 0 <= other < len(side.atoms) and side.atoms[link].key in _JOINING:
            beside = side.atoms[other]
            if isinstance(beside.evidence, Date) and beside.evidence.type is atom.evidence.type:
                return beside
    return None


def _value(date: Atom) -> str:
    return date.evidence.value if isinstance(date.evidence, Date) else ""


def with_frequencies(facets: Sequence[Facet], old: Passage, new: Passage) -> list[Facet]:
    """The facets, with how often in a while something happens told as a date: once a month, twice a month."""
    return [
        facet._replace(facet=FacetKind.DATE, difference="", rule="date-differs")
        if _is_rate(facet.old, old) and _is_rate(facet.new, new)
        else facet
        for facet in facets
    ]


def _is_rate(evidence: Evidence | None, side: Passage) -> bool:
    """Whether a count is told of each of some lengths of time: twice | a month, three | times a week."""
    if evidence is None:
        return False
    at = bisect_left(side.atoms, evidence.span.end, key=_START)
    after = side.atoms[at : at + 2]
    if after and after[0].words == _TIMES:
        after = after[1:]
    length = after[0].evidence if after else None
    return isinstance(length, Date) and length.type is DateType.SET


def _when(date: Atom, other: Atom) -> str:
    """The value of a date, with the part of it that is meant where the `other` has the same value."""
    value, against = (one.evidence.value if isinstance(one.evidence, Date) else "" for one in (date, other))
    return f"{value} {stage(date.words)}".rstrip() if value == against else value


def replaced(
    gaps: Sequence[Gap],
    kind: Kind,
    fits: Callable[[Atom, Atom], bool],
    apart: Callable[[Atom, Atom], bool] | None = None,
) -> list[tuple[Atom, Atom]]:
    """Pairs of atoms of one kind of which the new one replaces the old: in the same gap, else anywhere, in order.

    `fits` tells which two of a gap can be such a pair, `apart` (or else `fits`) which of two gaps.
    """
    pairs: list[tuple[Atom, Atom]] = []
    left_old: list[Atom] = []
    left_new: list[Atom] = []
    for gap in gaps:
        rest_old, rest_new = _pair(_of(gap.old, kind), _of(gap.new, kind), fits, pairs)
        left_old += rest_old
        left_new += rest_new
    _pair(left_old, left_new, apart or fits, pairs)
    return sorted(pairs, key=lambda pair: pair[0].span)


def _of(atoms: Sequence[Atom], kind: Kind) -> list[Atom]:
    return [atom for atom in atoms if atom.kind is kind]


def _pair(
    old: list[Atom], new: list[Atom], fits: Callable[[Atom, Atom], bool], pairs: list[tuple[Atom, Atom]]
) -> tuple[list[Atom], list[Atom]]:
    """Pair what fits, in order, into `pairs`; return what is left on each side."""
    rest_new = list(new)
    rest_old = []
    for atom in old:
        match = next((at for at, one in enumerate(rest_new[:_MOST_TRIED]) if fits(atom, one)), None)
        if match is None:
            rest_old.append(atom)
        else:
            pairs.append((atom, rest_new.pop(match)))
    return rest_old, rest_new


def comparable(old: Atom, new: Atom) -> bool:
    """Whether one figure can replace the other: the same dimension, or the same value in another unit."""
    one, other = old.evidence, new.evidence
    if not isinstance(one, Figure) or not isinstance(other, Figure):
        return False
    return dimension(one.unit) == dimension(other.unit) or (one.value is not None and one.value == other.value)


def dimension(unit: str) -> str:
    """What a unit measures, so far as figures in it can replace each other: money, share, else the unit itself."""
    if len(unit) == _CURRENCY_CODE and unit.isupper():
        return "money"
    return "share" if unit in _PERCENT else unit


def _same_type(old: Atom, new: Atom) -> bool:
    one, other = old.evidence, new.evidence
    if not isinstance(one, Date) or not isinstance(other, Date):
        return False
    points = {DateType.DATE, DateType.TIME}
    return one.type == other.type or {one.type, other.type} == points


def difference(old: object, new: object) -> str:
    """By how much a figure differs: "+15", "+11.6 %" of money and measures, "−2 percentage points", or ""."""
    if not isinstance(old, Figure) or not isinstance(new, Figure) or old.unit != new.unit:
        return ""
    if old.value is None or new.value is None or old.upper is not None or new.upper is not None:
        return ""
    change = _EXACT.subtract(new.value, old.value)
    if old.unit == "" and _is_share(old.value) and _is_share(new.value):
        return _points(_rounded(100 * change, 1))
    if old.unit in _PERCENT:
        return _points(change)
    if old.unit in {"", "ordinal", "year old"} or old.value == 0:
        return _signed(change)
    return f"{_signed(_rounded(100 * change / old.value, 1))} %"


def _points(change: Decimal) -> str:
    return f"{_signed(change)} percentage point{'' if abs(change) == 1 else 's'}"


def _is_share(value: Decimal) -> bool:
    """Whether a count without a unit is a part of a whole: a half, two thirds."""
    return 0 < value < 1


def _signed(number: Decimal) -> str:
    return ("−" if number < 0 else "+") + _plain(abs(number))


def _plain(number: Decimal) -> str:
    """A number without exponent or closing zeros, to the sixth decimal place."""
    digits = f"{_rounded(number, 6):f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _rounded(number: Decimal, places: int) -> Decimal:
    """A number to so many decimal places, however many digits it has before them."""
    context = Context(prec=max(number.adjusted(), 0) + places + 2)
    return number.quantize(Decimal(1).scaleb(-places), context=context)


def figure_value(figure: object) -> str:
    """The figure in a comparable notation: value, end of the range, unit."""
    if not isinstance(figure, Figure) or figure.value is None:
        return ""
    parts = [_plain(figure.value)]
    if figure.upper is not None:
        parts.append(_plain(figure.upper))
    return "-".join(parts) + (f" {figure.unit}" if figure.unit else "")
