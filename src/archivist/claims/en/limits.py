"""English words that by themselves change what is said of whom: one that comes or goes is news."""

from __future__ import annotations

from functools import cache
from typing import Final

# What belongs here: words before a noun that take something away from what it says (a former minister is none, a mock
# trial is none), or that say in which capacity or by which tie somebody is what the noun says.
_TAKING_AWAY: Final = """
    former ex late retired acting interim caretaker deputy vice assistant associate junior trainee apprentice honorary
    adoptive adopted foster half step estranged surrogate unborn
    would-be aspiring prospective self-styled self-proclaimed so-called unofficial fake false forged counterfeit mock
    bogus dummy replica imitation artificial
    unsuccessful aborted abortive attempted botched thwarted foiled
    unmarried unarmed unlicensed unregistered uninsured unpaid unwritten unsigned
    off-duty part-time
"""

# What belongs here: words that say how much, how often or in how many cases something is so, short of all of it.
_LIMITING: Final = """
    mostly mainly largely partly partially generally usually predominantly primarily chiefly
    loosely temporarily provisionally conditionally exclusively solely unanimously narrowly
    partial temporary provisional conditional
    almost nearly virtually practically
"""


@cache
def limits() -> frozenset[str]:
    """All such words."""
    return frozenset(f"{_TAKING_AWAY} {_LIMITING}".split())
