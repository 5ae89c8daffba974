"""English words of content that by themselves tell no fact: they wrap, weigh or point to what other words tell."""

from __future__ import annotations

from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# What belongs here: shell nouns (H.-J. Schmid, "English Abstract Nouns as Conceptual Shells", 2000): nouns for what a
# clause beside them says, and nouns for anybody or anything.
_NOUNS: Final = """
    ability advantage aspect attempt benefit chance choice circumstance concern consequence consideration decision
    detail difference difficulty disadvantage effect effort factor feature goal idea issue matter means moment
    necessity need notion number amount opportunity option outcome part point possibility potential problem process
    prospect purpose question range role scenario sense side situation solution step subject sake basis degree extent
    level task tendency topic trend truth use value view area field manner
    person people everyone society world life lot today
"""

# What belongs here: adjectives and adverbs that weigh what another word tells and could stand before almost any.
_WEIGHING: Final = """
    able bad best better big certain common current different difficult easy fairly general good great greatly high
    highly important interesting large likely low main major minor modern necessary new overall possible real right
    serious significant significantly small specific strong valid various whole worse worst greatest highest simple
    useful helpful necessarily completely totally entirely absolutely definitely
    huge massive enormous vast immense dramatic stunning incredible remarkable extraordinary spectacular amazing epic
    shocking powerful profound notable astonishing astounding breathtaking captivating fascinating impressive
    striking memorable unforgettable brilliant landmark key crucial vital
"""

# What belongs here: verbs that say no more than that there is, is wanted or comes about what their object names.
_VERBS: Final = """
    allow cause concern consider create enable ensure exist feel happen help include involve mean need occur offer
    provide relate require result serve tend try want
"""


@cache
def shells() -> frozenset[str]:
    """The base forms of all such words."""
    return frozenset(f"{_NOUNS} {_WEIGHING} {_VERBS}".split())
