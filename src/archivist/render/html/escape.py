"""Text from outside, made into HTML in which it can only be seen.

`Html` is a type of its own: a string that was not made safe here does not pass the type checker as a part of a page.
"""

from __future__ import annotations

from html import escape
from typing import NewType

from archivist.render.safe import one_line, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

Html = NewType("Html", str)
"""A piece of HTML that may stand in a page as it is."""

NOTHING = Html("")
"""An empty piece of HTML."""

_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})
"""The elements used here that have no end tag (HTML, 13.1.2)."""


def text(words: str) -> Html:
    """`words` as text of a page: markup shows as what it is, and so does what would steer or vanish.

    Control characters, bidirectional overrides, zero-width characters and lone surrogates stand in the visible form
    of `archivist.render.safe.visible`. Tabs and line feeds are kept.
    """
    return Html(escape(visible(words)))


def line(words: str) -> Html:
    """As `text`, in one line: every run of white space is one space, and none is around it."""
    return Html(escape(one_line(words)))


def element(name: str, /, *content: Html, **attributes: str | int | bool | None) -> Html:
    """An element with its content; `name` and the names of attributes are those of HTML.

    In an attribute's name `_` stands for `-`, and one at the end is dropped (`class_`). Values are escaped. An
    attribute that is None or False is left out, one that is True has no value.
    """
    start = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}>"
    return Html(start if name in _VOID else f"{start}{''.join(content)}</{name}>")


def joined(parts: Iterable[Html], between: Html = NOTHING) -> Html:
    """The parts in a row, `between` between any two."""
    return Html(between.join(parts))


def _attribute(key: str, value: str | int | bool | None) -> str:  # noqa: FBT001  # HTML has attributes without value
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(visible(str(value)))}"'
