"""English function words that say of how much, how often or under what condition something is so."""

from __future__ import annotations

from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# What belongs here: on each line, function words of which one in the place of another changes of how much of a whole,
# in how many cases, with what obligation, in what relation or of whom the same is said. Words between two bars say the
# same; words that differ only in feeling or style do not belong.
_SCALES: Final = """
    all every each both whole entire | most | many | some several certain | few little | half | any
    always invariably | usually normally often frequently | sometimes occasionally | rarely seldom
    must | should ought
    because | despite although though
    before until | during | after since
    and | or
    first | last | only
    only solely exclusively merely | also
    he him his himself | she her hers herself
"""

# What belongs here: forms of the superlative that do not end in -est.
_SUPERLATIVES: Final = "best worst first last"

# What belongs here: words of five letters or more that end in -est and are no superlatives.
_NO_SUPERLATIVES: Final = """
    alkahest almagest armrest arrest attest backrest behest bequest brest bucharest budapest chest
    conquest contest crest detest digest divest earnest ernest everest forest footrest gabfest guest hackfest harvest
    headrest honest houseguest infest ingest inquest interest invest lovefest manifest midwest modest molest
    northwest oktoberfest palimpsest pretest priest protest quest rainforest reforest reinvest request retest slugfest
    songfest southwest suggest talkfest tempest unrest wrest
"""

# What belongs here: the scale of which a word may stand under a negation in the place of another and say the same, by
# De Morgan's laws: no cars or vans may enter, cars and vans may not enter.
_JOINING: Final = "and or"

# What belongs here: pronouns on a scale, which change with whom they stand for.
_PRONOUNS: Final = "he him his himself she her hers herself"


@cache
def scales() -> dict[str, tuple[tuple[int, int], ...]]:
    """For each word, the lines it stands on and its place there."""
    table: dict[str, list[tuple[int, int]]] = {}
    for line, values in enumerate(_SCALES.strip().splitlines()):
        for place, words in enumerate(values.split("|")):
            for word in words.split():
                table.setdefault(word, []).append((line, place))
    return {word: tuple(places) for word, places in table.items()}


@cache
def superlatives() -> frozenset[str]:
    """The superlatives that do not end in -est."""
    return frozenset(_SUPERLATIVES.split())


@cache
def no_superlatives() -> frozenset[str]:
    """The words in -est that are no superlatives."""
    return frozenset(_NO_SUPERLATIVES.split())


@cache
def joining() -> frozenset[str]:
    """The words of which one says under a negation what another says outside it."""
    return frozenset(_JOINING.split())


@cache
def pronouns() -> frozenset[str]:
    """The pronouns on a scale."""
    return frozenset(_PRONOUNS.split())
