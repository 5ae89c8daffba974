"""English words that by themselves change what is said of whom: one that comes or goes is news."""

from __future__ import annotations

from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# What belongs here: words before a noun that take something away from what it says (a former minister is none, a mock
# trial is none), or that say in which capacity or by which tie somebody is what the noun says. Words between two bars
# mean the same.
_TAKING_AWAY: Final = """
    former ex formerly once used | late | retired | acting interim caretaker | deputy vice | assistant associate |
    junior | trainee apprentice | honorary |
    adoptive adopted | foster | half | step | estranged | surrogate | unborn |
    would-be aspiring prospective | self-styled self-proclaimed so-called | unofficial |
    fake false forged counterfeit mock bogus dummy replica imitation artificial |
    unsuccessful aborted abortive attempted botched thwarted foiled |
    unmarried | unarmed | unlicensed | unregistered | uninsured | unpaid | unwritten | unsigned |
    off-duty | part-time
"""

# What belongs here: words that say how much, how often or in how many cases something is so, short of all of it, in
# the same way.
_LIMITING: Final = """
    mostly mainly largely predominantly primarily chiefly | generally usually | partly partially | loosely |
    temporarily provisionally | conditionally | exclusively solely | unanimously | narrowly |
    partial | temporary provisional | conditional |
    almost nearly virtually practically
"""

# What belongs here: words above that limit nothing by themselves, and only stand for others that do.
_STANDING_IN: Final = frozenset({"formerly", "once", "used"})


@cache
def limits() -> dict[str, int]:
    """All such words, each with the number of its meaning."""
    groups = f"{_TAKING_AWAY}|{_LIMITING}".split("|")
    return {word: number for number, group in enumerate(groups) for word in group.split()}


def is_limit(word: str) -> bool:
    """Whether a word by itself changes what is said of whom."""
    return word in limits() and word not in _STANDING_IN
