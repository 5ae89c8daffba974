"""English word formation: which words are forms of one root."""

from __future__ import annotations

from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_SHORTEST_ROOT = 4
_SHORTEST_STEM = 3
_ROOT_SHARE = 0.6
"""A root has at least so many letters, and this share of the shorter word's."""

# Endings that a root takes to inflect a word or to be used as another part of speech.
_ENDINGS: Final = """
    e s es d ed er ers r rs est st ing ings y ies ied ier iest ily ly al ally ic ical ically ion ions ation ations
    ition itions ment ments ance ances ence ences ant ants ent ents ive ively ity ities able ible ness ful fully or ors
    n en ened ening ern i ial ially ian ians ist ists ise ised ises ising ize ized izes izing isation ization th
"""

_INFLECTIONS: Final = (
    ("sses", "ss"),
    ("ss", "ss"),
    ("us", "us"),
    ("is", "is"),
    ("ies", "y"),
    ("ied", "y"),
    ("ing", ""),
    ("ed", ""),
    ("es", "e"),
    ("s", ""),
)
"""Endings of plurals and verbs, and what stands in their place in the stem; the first that fits is taken."""

_LAST_LETTERS: Final = ("s", "d", "g")
"""The letters that these endings end in."""


# What belongs here: endings of a root in British spelling, with the American ones.
_SPELLINGS: Final = (("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("our", "or"), ("tre", "ter"),
    ("ogue", "og"), ("amme", "am"), ("ence", "ense"), ("elling", "eling"), ("elled", "eled"))  # fmt: skip


def same_spelt(one: str, other: str) -> bool:
    """Whether two lower-case words are one in British and in American spelling, in the same or another form."""
    start = shared_start(one, other)
    return any(
        first[at:].startswith(british) and second[at:] == american + first[at + len(british) :]
        for british, american in _SPELLINGS
        for first, second in ((one, other), (other, one))
        for at in range(max(_SHORTEST_STEM, start - len(american)), start + 1)
    )


def stem(word: str) -> str:
    """A lower-case word without plural and verb endings, by rule: equal for the regular forms of one word."""
    for ending, put in _INFLECTIONS if word.endswith(_LAST_LETTERS) else ():
        if word.endswith(ending) and len(word) - len(ending) + len(put) >= _SHORTEST_STEM:
            word = word[: len(word) - len(ending)] + put
            break
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > _SHORTEST_STEM else word


def same_root(one: str, other: str) -> bool:
    """Whether two lower-case words are one root with two endings: drive and driver, close and closure."""
    root = shared_start(one, other)
    if root < max(_SHORTEST_ROOT, _ROOT_SHARE * min(len(one), len(other))):
        return False
    return any(
        one[at:] in _endings() and other[at:] in _endings()
        for at in (root, root - 1)  # the last letter that both have can belong to both endings: dri-ver, dri-ving
    )


def shared_start(one: str, other: str) -> int:
    """With how many of the same letters two words begin."""
    short = min(len(one), len(other))
    return next((at for at in range(short) if one[at] != other[at]), short)


@cache
def _endings() -> frozenset[str]:
    return frozenset(["", *_ENDINGS.split()])
