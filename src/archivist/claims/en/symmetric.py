"""English verbs that say the same when the two things they relate change places."""

from __future__ import annotations

from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# What belongs here: verbs, in every form, for a relation that holds both ways whenever it holds one way (symmetric
# predicates: L. Gleitman et al., "Similar, and similar concepts", 1996): if A married B, B married A.
_VERBS: Final = """
    marry marries married marrying wed weds wedded wedding meet meets met meeting date dates dated dating
    border borders bordered bordering adjoin adjoins adjoined adjoining abut abuts abutted abutting
    neighbour neighbours neighboured neighbouring neighbor neighbors neighbored neighboring
    resemble resembles resembled resembling equal equals equalled equaled equalling equaling
    intersect intersects intersected intersecting overlap overlaps overlapped overlapping
    play plays played playing face faces faced facing
"""

# What belongs here: verbs that are such only with "with", "from", "to" or "against" before what they relate to: if A
# merged with B, B merged with A.
_JOINED: Final = """
    agree agrees agreed ally allies allied argue argues argued battle battles battled bicker bickers bickered
    chat chats chatted clash clashes clashed coexist coexists coexisted cohabit cohabits cohabited
    coincide coincides coincided collaborate collaborates collaborated collide collides collided colliding
    compete competes competed confer confers conferred connect connects connected converge converges converged
    converse converses conversed cooperate cooperates cooperated correspond corresponds corresponded
    differ differs differed draw draws drew drawn duel duels duelled dueled
    duet duets duetted feud feuds feuded fight fights fought haggle haggles haggled intermarry intermarries
    intermarried
    merge merges merged merging mingle mingles mingled negotiate negotiates negotiated
    quarrel quarrels quarrelled quarreled rhyme rhymes rhymed spar spars sparred speak speaks spoke
    squabble squabbles squabbled talk talks talked tie ties tied trade trades traded tussle tussles tussled
    unite unites united vie vies vied wrangle wrangles wrangled wrestle wrestles wrestled
"""

# What belongs here: verbs in the past of which subject and agent say the same: the bill passed the house, the bill was
# passed by the house.
_LABILE: Final = "passed cleared"
_LINKS: Final = "with from to against"


@cache
def _verbs() -> frozenset[str]:
    return frozenset(_VERBS.split())


@cache
def _joined() -> frozenset[str]:
    return frozenset(_JOINED.split())


@cache
def labile() -> frozenset[str]:
    """The verbs that say the same in the active and in the passive, whoever the subject is."""
    return frozenset(_LABILE.split())


@cache
def _links() -> frozenset[str]:
    return frozenset(_LINKS.split())


def is_symmetric(verb: str, others: tuple[str, ...]) -> bool:
    """Whether a verb, with the `others` beside it, relates two things each to the other; all folded."""
    return verb in _verbs() or (verb in _joined() and not _links().isdisjoint(others))
