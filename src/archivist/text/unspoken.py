"""What in a text is no language: link targets, addresses, template braces, tags, entities, and numbers of list items.

After CommonMark 0.31 (links, raw HTML, entity references), RFC 3986 (`scheme://`), RFC 5321 (at most 64 characters
before the `@`) and the braces of Liquid and Jinja. What is told loosely here is only left out of what a text says.
"""

from __future__ import annotations

import re
from functools import cache

from archivist.model.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_IN_ADDRESS: Final = "[!#-;=?-~]"
"""A character of an address: any of ASCII that can be seen, but for the marks that enclose one."""

_PATTERNS: Final = {
    "](": r"\]\((?:[^(){}\s]|\{[{%][^{}]*\}\}?|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\s*\)",
    "{{": r"\{\{[^{}]*\}\}",
    "{%": r"\{%[^{}]*%\}",
    "<": r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>=]*=[^<>]*)?\s*/?>|<!--[^<>]*-->",
    "://": rf"\b[A-Za-z][A-Za-z0-9+.-]{{0,30}}://{_IN_ADDRESS}*",
    "www.": rf"\bwww\.{_IN_ADDRESS}+",
    "&": r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});",
    "@": r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+",
}
"""What markup looks like, by a sign that it cannot do without: most texts hold none, and then nothing is compiled."""


_LONGEST_MARK: Final = 12
"""Code points of the number of an item, however deep the list ("(3)", "2.10.4.")."""


def markup(text: str, span: Span) -> list[Span]:
    """The stretches of markup within a span of `text`, in code points of it; not in order, and they may overlap.

    The text of a link is no markup, nor is what stands between two tags. A less-than sign is no tag.
    """
    words = span.of(text)
    return [
        Span(span.start + match.start(), span.start + match.end())
        for sign in _PATTERNS
        if sign in words
        for match in _pattern(sign).finditer(words)
    ]


def item_mark(text: str, sentence: Span) -> Span | None:
    """The number that opens an item of a list: a sentence that opens a line with it and goes on after it, else None.

    A full stop or a bracket closes it ("1.", "(2)"). A number that a broken line happens to begin with opens no
    sentence.
    """
    first, *rest = sentence.of(text)[: _LONGEST_MARK + 2].split(None, 1)
    marked = first.lstrip("(")
    number = marked.rstrip(".)")
    if not rest or number == marked or not number.replace(".", "").isdecimal():
        return None
    indent = text[max(0, sentence.start - _LONGEST_MARK) : sentence.start].rpartition("\n")[2]
    return None if indent.strip() else Span(sentence.start, sentence.start + len(first))


@cache
def _pattern(sign: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[sign])
