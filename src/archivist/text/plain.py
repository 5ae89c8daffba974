"""One spelling for typography: the view in which texts are read and compared, never the one that is stored."""

from __future__ import annotations

_CLASSES = {
    '"': "“”„‟«»＂",
    "'": "‘’‚‛＇",
    "-": "‐‑‒–−－",
    " ": "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\ufeff",
}
SPACES = " " + _CLASSES[" "]
"""The ordinary space, and all that the plain view has as one."""

_USUAL = frozenset(_CLASSES)
_SPELLINGS = tuple((variant, usual) for usual, variants in _CLASSES.items() for variant in variants)


def plain(text: str) -> str:
    """`text` with straight quotation marks, hyphens for short dashes and minus signs, and ordinary spaces.

    Every code point stays one code point, so a span of the result is the same span of `text`. Em dashes and line ends
    are kept: they separate where the others join.
    """
    if text.isascii():
        return text.replace("\t", " ")
    for variant, usual in _SPELLINGS:  # most are not there, and looking for one is far cheaper than a table for all
        if variant in text:
            text = text.replace(variant, usual)
    return text


def is_as_written(words: str) -> bool:
    """Whether `words`, which are plain, stand in the plain view of a text only where they stand in the text."""
    return _USUAL.isdisjoint(words)
