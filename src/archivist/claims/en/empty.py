"""English words that beside certain others tell nothing that these do not."""

from __future__ import annotations

from functools import cache

from archivist.claims.en.forms import stem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

NUMBER: Final = "#"
"""Stands for a figure among the words beside which another is empty."""

# What belongs here: before the bar, words that say again what a word or figure after the bar says when they stand
# right before or after it, so that the sentence tells the same without them (pleonasms: H. W. Fowler, "A Dictionary of
# Modern English Usage", 1926).
_EMPTY: Final = """
    aged age total time vote | #
    present | at
    fellow | pilot officer soldier worker student passenger player member lawmaker prisoner inmate villager resident
    officer | executive operating financial
    government | state province
    port | city town
    condition | weather
    situation | crisis emergency hostage
    activity | shower thunderstorm
    advance | warning notice planning
    added | bonus
    armed | gunman gunmen
    dead | corpse
    close | proximity
    end | result
    free | gift
    future | plan prospect
    general | public
    invited | guest
    joint mutual | collaboration cooperation
    local | resident inhabitant
    mass | exodus
    natural | instinct
    past previous prior | history experience
    personal | belonging opinion
    safe | haven
    sudden | explosion blast
    unexpected | surprise
    usual | custom habit
"""


@cache
def empty() -> dict[str, frozenset[str]]:
    """For the stem of each such word, the stems of those beside which it is empty; `NUMBER` for a figure."""
    table: dict[str, frozenset[str]] = {}
    for line in _EMPTY.strip().splitlines():
        words, _, beside = line.partition("|")
        for word in words.split():
            table[stem(word)] = table.get(stem(word), frozenset()) | {stem(one) for one in beside.split()}
    return table
