"""How firmly a claim is made, and whether it is affirmed or denied."""

from __future__ import annotations

from itertools import pairwise, takewhile

from archivist.claims.en.hedges import APPROXIMATORS
from archivist.claims.polarity import stances
from archivist.diff.cover import Cover
from archivist.diff.facet_case import argue
from archivist.diff.facet_words import Kind
from archivist.model.claim import CueClass, Hedge
from archivist.model.report import Evidence, Facet, FacetKind
from archivist.model.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from archivist.claims.polarity import Stances
    from archivist.diff.facet_gaps import Gap
    from archivist.diff.facet_words import Atom
    from archivist.diff.reading import Passage

_CLOSING = " \n\"'”’)"
"""What may stand after the mark that ends a sentence."""
_RECAST = 2
"""In so many places other words of content come, go or give way where a sentence is recast."""
_BESIDE = 8
"""So many words before or after a hedge are beside it at most."""
_CLAUSE_OPENERS = frozenset({"and", "but", "or", "who", "which", "that", "if", "while", "when", "because", "although"})


def certainty(old: Passage, new: Passage, gaps: Sequence[Gap]) -> list[Facet]:
    """One facet for each hedge that came, went or gave way to one of another group.

    Rules: `hedge-differs`, `hedge-dropped`, `hedge-added`. A hedge counts when what it hedges stands on both sides;
    one within words that came or went is part of these. Where an argument was recast in several places, only one that
    loosens a figure counts.
    """
    recast = sum(any(atom.content for atom in (*gap.old, *gap.new)) for gap in gaps) >= _RECAST and argue(old, new)
    was = _hedges(old, [atom for gap in gaps for atom in gap.old if not _says_can(atom, gap.new_all)])
    now = _hedges(new, [atom for gap in gaps for atom in gap.new if not _says_can(atom, gap.old_all)])
    if recast:
        was, now = ([atom for atom in side if _loosens(atom)] for side in (was, now))
    pairs = min(len(was), len(now))
    facets = [_facet(one, other, "hedge-differs") for one, other in zip(was[:pairs], now[:pairs], strict=True)]
    facets += [_facet(one, None, "hedge-dropped") for one in was[pairs:]]
    facets += [_facet(None, other, "hedge-added") for other in now[pairs:]]
    return facets


def _hedges(side: Passage, alone: Sequence[Atom]) -> list[Atom]:
    """The hedges that stand on this side alone, between words of content that do not.

    Left out are those within a reporting verb ("alleged"), which is compared as its class, and those that stand beside
    a hedge of the same strength, which they only repeat ("could potentially").
    """
    own = {atom.span for atom in alone}
    cues = Cover(claim.cue for claim in side.claims if claim.cue and claim.cue_class)
    found: list[Atom] = []
    hedged: Atom | None = None
    waiting: list[Atom] = []  # those whose word of content before them is not known yet
    for at, atom in reversed(list(enumerate(side.atoms))):
        if atom.content:
            found += [] if _is_recast(atom, own) else waiting
            waiting = []
            hedged = atom
        elif atom.kind is Kind.HEDGE and atom.span in own and not cues.touches(atom.span):
            stays = hedged is None or hedged.span not in own or hedged.kind is Kind.FIGURE
            if stays and not _repeats(side.atoms, at):
                waiting.append(atom)
    return [*found, *waiting][::-1]


def _loosens(atom: Atom) -> bool:
    """Whether a hedge loosens a figure: at most 40."""
    return isinstance(atom.evidence, Hedge) and atom.evidence.group in APPROXIMATORS


def _says_can(atom: Atom, other: Sequence[Atom]) -> bool:
    """Whether a "could" stands in the place of "can", which leaves as much open."""
    return atom.kind is Kind.HEDGE and atom.words == ("could",) and any(one.key == "can" for one in other)


def _is_recast(before: Atom, own: set[Span]) -> bool:
    """Whether the word before a hedge is another one on the other side, so that the clause was written anew."""
    return before.kind is Kind.WORD and before.span in own


def _repeats(atoms: Sequence[Atom], at: int) -> bool:
    """Whether a hedge of the same strength stands beside the one at this place, in the same clause."""
    here = atoms[at].evidence
    sides = atoms[max(0, at - _BESIDE) : at][::-1], atoms[at + 1 : at + 1 + _BESIDE]
    beside = (one for side in sides for one in takewhile(_goes_on, side))
    return isinstance(here, Hedge) and any(
        isinstance(one.evidence, Hedge) and one.evidence.strength is here.strength for one in beside
    )


def _goes_on(atom: Atom) -> bool:
    """Whether a clause goes on with an atom: no conjunction, relative pronoun or figure parts it."""
    return atom.kind is not Kind.FIGURE and atom.key not in _CLAUSE_OPENERS


def _facet(old: Atom | None, new: Atom | None, rule: str) -> Facet:
    return Facet(FacetKind.CERTAINTY, _evidence(old), _evidence(new), rule=rule)


def _evidence(atom: Atom | None) -> Evidence | None:
    if atom is None or not isinstance(atom.evidence, Hedge):
        return None
    return Evidence(atom.span, atom.evidence.group)


def compared_stances(old: Passage, new: Passage) -> Stances:
    """The two passages read for whether they say the opposite; places count from where each passage starts.

    Where both sides have a reporting verb, these verbs are left out: what they say is another facet.
    """
    spoken = all(any(claim.cue_class for claim in side.claims) for side in (old, new))
    return stances(_view(old, spoken=spoken), _view(new, spoken=spoken))


def polarity(old: Passage, new: Passage, read: Stances) -> list[Facet]:
    """At most one facet: the passages say the opposite (rules `negation-differs`, `opposite-differs`)."""
    change = read.change
    if change is None or _asks(old) != _asks(new):
        return []
    if change.rule == "negation" and _denies(old) != _denies(new):
        return []
    was, now = (
        Evidence(Span(span.start + side.start, span.end + side.start), " ".join(_own(span, side).split()).casefold())
        for span, side in ((change.old, old), (change.new, new))
    )
    return [Facet(FacetKind.POLARITY, was, now, rule=f"{change.rule}-differs")]


def _asks(side: Passage) -> bool:
    """Whether it is a question, which asserts nothing that could be denied: "who could pay" is "nobody could"."""
    return side.text[side.start : side.spans[-1].end].rstrip(_CLOSING).endswith("?")


def _denies(side: Passage) -> bool:
    """Whether somebody denies something there: "denied missing tests" is "said he had not missed tests"."""
    return any(claim.cue_class is CueClass.DENYING for claim in side.claims)


def _own(span: Span, side: Passage) -> str:
    return side.text[side.start + span.start : side.start + span.end]


def _view(side: Passage, *, spoken: bool) -> str:
    """The passage from its first to its last sentence, with blanks for what is not part of it."""
    letters = list(side.text[side.start : side.spans[-1].end])
    for before, after in pairwise(side.spans):
        letters[before.end - side.start : after.start - side.start] = " " * (after.start - before.end)
    for cue in (
        claim.cue for claim in side.claims if spoken and claim.cue_class and claim.cue and side.within(claim.cue)
    ):
        letters[cue.start - side.start : cue.end - side.start] = " " * len(cue)
    for place in side.markup:
        letters[place.start - side.start : place.end - side.start] = " " * len(place)
    return "".join(letters)
