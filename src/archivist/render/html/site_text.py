"""The text of a revision with the origin of its words: all of it, each sentence in a place of its own."""

from __future__ import annotations

from archivist.diff.life import Turn
from archivist.render.html.escape import Html, element, text
from archivist.render.html.site_names import revision_page, sentence_mark
from archivist.render.html.site_shell import minute

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from archivist.diff.life import Standing
    from archivist.model.revision import Revision

_PARAGRAPH = 2
"""Line ends between two sentences from which on a new paragraph begins."""


def text_with_origins(content: str, standing: Sequence[Standing], origins: Sequence[Revision]) -> Html:
    """`content` with its sentences (`standing`), each run of one origin behind the number of its revision.

    `origins` are the revisions up to this one, which is the last. What it brought itself is marked, but for the first.
    """
    paragraphs: list[list[Html]] = []
    at, origin = 0, -1
    for one in standing:
        gap = content[at : one.span.start]
        if not paragraphs or gap.count("\n") >= _PARAGRAPH:
            paragraphs += [_between(gap), []]
            origin = -1
        else:
            paragraphs[-1].append(_seen(gap))
        if one.origin != origin:
            paragraphs[-1].append(_number(one.origin, origins[one.origin]))
            origin = one.origin
        paragraphs[-1].append(_sentence(content, one, is_new=0 < one.origin == len(origins) - 1))
        at = one.span.end
    paragraphs.append(_between(content[at:]))
    return element("div", *(element("p", *parts) for parts in paragraphs if parts), class_="text")


def _between(gap: str) -> list[Html]:
    """What can be seen of what stands between two paragraphs: nothing, as a rule."""
    seen = _seen(gap)
    return [seen] if seen.strip() else []


def _seen(words: str) -> Html:
    """Words of the text; the line end of another system is a line end."""
    return text(words.replace("\r\n", "\n"))


def _number(origin: int, revision: Revision) -> Html:
    told = f"Since revision {origin + 1}, {minute(revision.captured_at)}"
    return element(
        "a",
        text(str(origin + 1)),
        class_="origin",
        href=revision_page(revision.digest, revision.captured_at),
        aria_label=f"{told}:",
        title=told,
    )


def _sentence(content: str, one: Standing, *, is_new: bool) -> Html:
    moved = "moved" if one.moved and one.turn is Turn.KEPT else None
    mark = sentence_mark(one.span.start)
    return element("ins" if is_new else "span", _seen(one.span.of(content)), id=mark, class_=moved)
