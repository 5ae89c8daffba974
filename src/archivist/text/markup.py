"""What is no article's text though it is text: a page's markup, data."""

from __future__ import annotations

import json
import re
from functools import cache

_LONGEST = 1 << 24
"""Code points beyond which nobody asks whether a text is JSON: reading it takes ten times its memory."""


def markup(content: str) -> str:
    """`HTML`, `XML` or `JSON`, if a text certainly is that by its beginning or as a whole; else an empty string.

    HTML and XML by the first characters after white space, as browsers tell a page that nobody named (WHATWG MIME
    Sniffing, 7.1); JSON by being a whole array or object of it.
    """
    start = content.removeprefix("\ufeff").lstrip("\t\n\x0c\r ")
    if start.startswith("<?xml"):
        return "XML"
    if _tag().match(start):
        return "HTML"
    if start[:1] in {"{", "["} and len(content) <= _LONGEST:
        try:
            json.loads(start)
        except (ValueError, RecursionError):
            return ""
        return "JSON"
    return ""


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(
        r"<!--|<(?:!DOCTYPE HTML|HTML|HEAD|SCRIPT|IFRAME|H1|DIV|FONT|TABLE|A|STYLE|TITLE|B|BODY|BR|P)[ >]",
        re.IGNORECASE | re.ASCII,
    )
