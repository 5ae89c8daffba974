"""HTML pages taken apart, for tests of what is in them."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import NamedTuple

VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}
KNOWN = {
    "html", "head", "body", "title", "meta", "style", "main", "header", "footer", "section", "nav", "details",
    "summary", "h1", "h2", "h3", "p", "a", "b", "bdi", "strong", "code", "span", "sup", "ins", "del", "time", "ul",
    "ol", "li", "dl", "dt", "dd", "div", "table", "caption", "tr", "th", "td", "figure", "figcaption", "svg", "rect",
    "text", "fieldset", "legend", "label", "input",
}  # fmt: skip
"""The elements that a report is made of: nothing that runs, loads or sends."""

INLINE = {"a", "b", "bdi", "strong", "code", "span", "sup", "ins", "del", "time", "label", "input"}
"""Elements that do not end a line."""

SIGNS = {"sup", "space", "jump"}
"""Elements, by name or class, whose words are the report's own and not the text's."""


class Element(NamedTuple):
    """An element as it was opened."""

    name: str
    attributes: dict[str, str]


class Taken(HTMLParser):
    """A page read strictly: every element closed in its turn, each word with the elements it stands in."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[Element] = []
        self.elements: list[Element] = []
        self.words: list[tuple[tuple[Element, ...], str]] = []
        self.feed(page)
        self.close()
        assert self.open == [], "elements that were never closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute twice: {attrs}"
        self._edge(tag)
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1].name == tag, f"</{tag}> closes {self.open[-1]}"
        self.open.pop()
        self._edge(tag)

    def handle_data(self, data: str) -> None:
        self.words.append((tuple(self.open), data))

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def _edge(self, tag: str) -> None:
        if tag not in INLINE:
            self.words.append(((), " "))

    @property
    def seen(self) -> str:
        """All words, as a reader comes upon them, in one line."""
        return " ".join("".join(data for _, data in self.words).split())

    @property
    def ids(self) -> list[str]:
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]

    @property
    def targets(self) -> list[str]:
        """What links inside the page lead to."""
        links = [element.attributes["href"] for element in self.elements if element.name == "a"]
        return [link[1:] for link in links if link.startswith("#")]

    def column(self, *, new: bool) -> str:
        """The words of one side as the view side by side shows them, without white space."""
        return "".join("".join(data.split()) for within, data in self.words if _stands_in(within, new=new))


def _stands_in(within: tuple[Element, ...], *, new: bool) -> bool:
    """Whether words are in the column of the new text, or of the old one."""
    kinds = [{one.name, *one.attributes.get("class", "").split()} for one in within]
    names = set[str]().union(*kinds)
    if "row" not in names or names & {*SIGNS, "heads"}:
        return False
    return "new" in names if new else "both" in names and "ins" not in names
