"""Which letters a text is written in, as far as that decides what a word is."""

from __future__ import annotations

import re
from functools import cache

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese, as in a character class: written without spaces, so each letter
stands for a word."""


def is_latin(text: str) -> bool:
    """Whether `text` has only Latin letters, and signs and currencies: no marks that combine, no unspaced script.

    Its words are then runs of letters and digits, for which a pattern is quick to compile and to run.
    """
    return text.isascii() or all(letter < "\u0300" or "\u2010" <= letter < "\u20d0" for letter in set(text))


def word_pattern(text: str, joiners: str) -> re.Pattern[str]:
    """What a word of `text` is: a run of letters and digits, or several with one of `joiners` between two of them.

    `joiners` is written as in a character class. In an unspaced script each letter is a word.
    """
    return _latin_word(joiners) if is_latin(text) else _any_word(joiners)


@cache
def _latin_word(joiners: str) -> re.Pattern[str]:
    # Characters beyond ASCII stand each for itself: a class of them takes long to compile.
    common = "".join(joiner for joiner in joiners if joiner.isascii())
    others = (joiner for joiner in joiners if not joiner.isascii())
    inner = "|".join(rf"{joiner}[^\W_]+" for joiner in (f"[{common}]", *others))
    return re.compile(rf"[^\W_]+(?:{inner})*")


@cache
def _any_word(joiners: str) -> re.Pattern[str]:
    letter = rf"[^\W_{UNSPACED}]"
    return re.compile(rf"[{UNSPACED}]|{letter}+(?:[{joiners}]{letter}+)*")
