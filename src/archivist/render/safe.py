"""Text that came from outside, made safe to show.

Characters that steer a terminal, turn the direction of a line or leave no trace on it are never sent as they are:
a report is where somebody looks for what was slipped in.
"""

from __future__ import annotations

import re
from functools import cache

_UNSEEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but for tab and line feed, DEL, C1
    "\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\ud800-\udfff"  # lone surrogates: a str holds no others
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
_FILLERS = frozenset("\u3164\uffa0")
_JOINERS = "\u200c\u200d"
_FIRST_JOINED = 0x0600
"""From Arabic on: scripts that are spelled with joiners, and emoji. Latin, Greek and Cyrillic are not."""


@cache
def _unseen() -> re.Pattern[str]:
    return re.compile(f"[{_UNSEEN}]")


def visible(text: str) -> str:
    r"""`text` with every character that would act instead of being seen in a visible form.

    `\r` for a carriage return, `\x1b` for other characters below U+0100, `<U+202E>` above. Tab and line feed are kept.
    So is a joiner between two characters that such a joiner can join (Persian and Indic spelling, emoji).
    """
    if _is_plainly_seen(text):
        return text
    return _unseen().sub(_form, text)


def _is_plainly_seen(text: str) -> bool:
    """Whether nothing in `text` has to be looked for: all of it prints but for tabs and line feeds (str.isprintable).

    The two fillers of Hangul count as letters there.
    """
    return text.replace("\n", "").replace("\t", "").isprintable() and not _FILLERS.intersection(text)


def one_line(text: str) -> str:
    """`text` made visible, with every run of white space as one space and none around it."""
    return " ".join(visible(text).split())


def escaped_in_json(document: str) -> str:
    r"""`document`, JSON already, with the characters that `visible` would show as JSON escapes (`\u202e`).

    It still means the same: inside JSON such characters can stand in strings only.
    """
    if document.isascii() and "\x7f" not in document:
        return document
    return _unseen().sub(_json_form, document)


def _form(match: re.Match[str]) -> str:
    character = match.group()
    if character in _JOINERS and _joins(match.string, match.start()):
        return character
    if character == "\r":
        return "\\r"
    code = ord(character)
    return f"\\x{code:02x}" if code <= 0xFF else f"<U+{code:04X}>"  # noqa: PLR2004  # the last of Latin-1


def _joins(text: str, place: int) -> bool:
    around = text[place - 1 : place] + text[place + 1 : place + 2]
    return len(around) == 2 and all(  # noqa: PLR2004  # one on each side
        ord(character) >= _FIRST_JOINED and not _unseen().match(character) for character in around
    )


def _json_form(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code <= 0xFFFF:  # noqa: PLR2004  # the last code point that JSON escapes in one piece (RFC 8259, 7)
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
