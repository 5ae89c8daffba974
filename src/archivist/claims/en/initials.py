"""English abbreviations for offices and degrees that have other initials than the words they are known by."""

from __future__ import annotations

from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# What belongs here: titles, offices, callings and degrees that a story gives in initials in one place and in words in
# another, with words that are usual for them but have other initials; in lower case, one line each. Where the
# initials are those of the words (prime minister, PM) nothing needs to be listed.
_OFFICES: Final = """
    ceo chief executive
    cfo finance chief
    cfo finance director
    coo operations chief
    coo operations director
    cto technology chief
    cmo marketing chief
    da district prosecutor
    gp family doctor
    gp local doctor
    mp lawmaker
    mp legislator
    mp parliamentarian
    mep lawmaker
    pm premier
    vp deputy president
    phd doctorate
    phd doctoral degree
    md medical degree
"""


@cache
def offices() -> dict[str, frozenset[tuple[str, ...]]]:
    """For each such abbreviation, the words it stands for."""
    table: dict[str, set[tuple[str, ...]]] = {}
    for line in _OFFICES.strip().splitlines():
        short, *words = line.split()
        table.setdefault(short, set()).add(tuple(words))
    return {short: frozenset(known) for short, known in table.items()}
