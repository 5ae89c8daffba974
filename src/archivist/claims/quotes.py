"""Quotation marks: which words of a text stand between them."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cache

from archivist.claims.en.sources import TITLED
from archivist.model.noun import NamedTuple
from archivist.model.span import Span
from archivist.text.paragraphs import paragraphs


class Quotation(NamedTuple):
    """Words between quotation marks.

    `span` includes the marks, `inner` leaves them out. `closed` is false where the closing mark is missing before the
    paragraph ends: the quotation goes on in the next paragraph, which opens with a mark again, or the mark was
    forgotten. `is_title` is true where the word before says that the marks hold a title or a name.
    """

    span: Span
    inner: Span
    closed: bool = True
    is_title: bool = False


# Each opening mark with the marks that may close it: English, German and French ones, and the straight ones.
_CLOSERS = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‘": "’",
    "‚": "‘’",
    "‹": "›",
    '"': '"',
    "＂": "＂",
    "'": "'",
}
_SINGLE = frozenset("‘’'")
_AMBIGUOUS = frozenset("\"＂»«'")
_BEFORE_OPENING = frozenset("([{—–-/“„«‘\"'")
_LONGEST_WORD = 16
_DEEPEST = 4  # quotations nested deeper are stray marks; it also bounds the search for an opening mark


_MARKS = "“”„«»‹›‘’‚\"＂'"
_ASCII_MARKS = "\"'"
_APOSTROPHES = "'’"


@cache
def _elision() -> re.Pattern[str]:
    """What may follow an apostrophe that begins a word: a decade, or a word whose first letters are left out."""
    return re.compile(r"(?:\d\ds?|em|til|cause|tis|twas|bout|round|n)(?![^\W_])", re.IGNORECASE)


class _Role(Enum):
    """What a single mark can be, by the characters around it."""

    OPENS = auto()
    CLOSES = auto()
    PLURAL = auto()


def quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of `text`, in order, in code points.

    Apostrophes and inch signs are no quotation marks. A quotation inside another one is part of it. No quotation
    reaches over the end of its paragraph: one that runs over several paragraphs, each opened by a mark of its own and
    only the last one closed, gives one `Quotation` a paragraph.
    """
    if not any(mark in text for mark in _MARKS):
        return ()
    return tuple(one for paragraph in paragraphs(text) for one in quotations_of(text, paragraph))


def quotations_of(text: str, paragraph: Span) -> list[Quotation]:
    """The quotations of one of the paragraphs of `text`, as `quotations` gives them."""
    marks = _marks(text, paragraph)
    if not marks:
        return []
    if _only_closers(text, marks):
        return _alternating(text, paragraph, [at for at in marks if text[at] == "”" and not _is_inches(text, at)])
    single = [at for at in marks if text[at] in _SINGLE]
    singles = _singles(text, paragraph, single)
    if len(single) == len(marks) and not singles:  # nothing but apostrophes
        return []
    stack: list[int] = []
    pairs: list[tuple[int, int]] = []
    for at in marks:
        mark = text[at]
        if mark in _SINGLE and at not in singles and not _german_close(text, at, stack):
            continue
        depth = _opening_of(text, at, stack, singles)
        if depth is not None:
            pairs.append((stack[depth], at))
            del stack[depth:]
        elif _may_open(text, at, paragraph, singles):
            stack.append(at)
    closed = _outermost(pairs)
    signs_behind = map(text.__getitem__, range(paragraph.end, len(text)))
    following = next((sign for sign in signs_behind if not sign.isspace()), "")
    return _with_unclosed(text, paragraph, closed, stack, following)


def _marks(text: str, paragraph: Span) -> list[int]:
    """Where marks that may be quotation marks stand in a paragraph: an apostrophe inside a word is none."""
    stretch = paragraph.of(text)
    found: list[int] = []
    for mark in _ASCII_MARKS if stretch.isascii() else _MARKS:  # a pattern would stop at every other mark too
        at = stretch.find(mark)
        while at >= 0:
            apostrophe = mark in _APOSTROPHES and stretch[at + 1 : at + 2].isalnum() and stretch[at - 1 : at].isalnum()
            if not apostrophe:
                found.append(paragraph.start + at)
            at = stretch.find(mark, at + 1)
    return sorted(found)


def _only_closers(text: str, marks: list[int]) -> bool:
    doubles = {text[at] for at in marks} - _SINGLE
    return doubles == {"”"}


def _is_inches(text: str, at: int) -> bool:
    """Whether a mark ends a height in feet and inches: 5’11”."""
    feet, foot, inches = text[max(0, at - 4) : at].replace("'", "’").rpartition("’")
    return bool(foot) and feet[-1:].isdigit() and inches.isdigit()


def _alternating(text: str, paragraph: Span, marks: list[int]) -> list[Quotation]:
    """The quotations of a paragraph that has no other double mark than ”.

    Swedish and Finnish use it on both sides. With an odd number, the first one closes a quotation that began with the
    paragraph and whose opening mark was lost; where nothing follows it, it is a stray mark.
    """
    found: list[Quotation] = []
    if len(marks) % 2 and text[marks[0] + 1 : paragraph.end].strip():
        found.append(Quotation(Span(paragraph.start, marks[0] + 1), Span(paragraph.start, marks[0])))
    pairs = iter(marks[len(marks) % 2 :])
    for opening, closing in zip(pairs, pairs, strict=True):
        titled = _is_titled(text, opening)
        found.append(Quotation(Span(opening, closing + 1), Span(opening + 1, closing), is_title=titled))
    return found


def _singles(text: str, paragraph: Span, marks: list[int]) -> dict[int, _Role]:
    """The role of each single mark that is not an apostrophe.

    An opening one needs a closing one before the next opening one. A mark after a plural ("the workers’ union") closes
    only where no better one follows.
    """
    seen = [(at, role) for at in marks if (role := _single_role(text, at, paragraph)) is not None]
    kept: dict[int, _Role] = {}
    for index, (at, role) in enumerate(seen):
        following = seen[index + 1][1] if index + 1 < len(seen) else None
        closed_next = following in {_Role.CLOSES, _Role.PLURAL}
        opens_paragraph = at == paragraph.start
        if (role is _Role.OPENS and (closed_next or opens_paragraph)) or role is _Role.CLOSES:
            kept[at] = role
        elif role is _Role.PLURAL and not closed_next:
            kept[at] = _Role.CLOSES
    return kept


def _single_role(text: str, at: int, paragraph: Span) -> _Role | None:
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    if text[at] != "’" and _is_edge(before) and not after.isspace() and not _elision().match(text, at + 1):
        return _Role.OPENS
    if text[at] == "‘" or before.isspace() or after.isalnum():
        return None
    plural = before in "sS" and after.isspace() and text[at + 2 : at + 3].isalnum()
    return _Role.PLURAL if plural else _Role.CLOSES


def _is_edge(before: str) -> bool:
    """Whether an opening mark may stand after this character."""
    return before.isspace() or before in _BEFORE_OPENING


def _german_close(text: str, at: int, stack: list[int]) -> bool:
    return text[at] == "‘" and bool(stack) and text[stack[-1]] == "‚"


def _opening_of(text: str, at: int, stack: list[int], singles: dict[int, _Role]) -> int | None:
    """The depth of the open mark that the mark at `at` closes, None where it closes none."""
    mark = text[at]
    if singles.get(at) is _Role.OPENS:
        return None
    if mark in _AMBIGUOUS and at > 0 and _is_edge(text[at - 1]) and text[at + 1 : at + 2].isalnum():
        return None
    for depth in range(len(stack) - 1, max(-1, len(stack) - 1 - _DEEPEST), -1):
        if mark in _CLOSERS[text[stack[depth]]]:
            return depth
    return None


def _may_open(text: str, at: int, paragraph: Span, singles: dict[int, _Role]) -> bool:
    mark = text[at]
    if mark in _SINGLE:
        return singles.get(at) is _Role.OPENS
    after = text[at + 1] if at + 1 < paragraph.end else " "
    if mark not in _CLOSERS or (after.isspace() and mark != "«"):
        return False
    return mark not in _AMBIGUOUS or at == paragraph.start or _is_edge(text[at - 1])


def _outermost(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pairs of marks that stand in no other pair, in order. `pairs` comes in the order of the closing marks."""
    kept: list[tuple[int, int]] = []
    for pair in pairs:
        while kept and kept[-1][0] > pair[0]:
            kept.pop()
        kept.append(pair)
    return kept


def _with_unclosed(
    text: str, paragraph: Span, closed: list[tuple[int, int]], stack: list[int], following: str
) -> list[Quotation]:
    """The closed quotations, and the one that is open when the paragraph ends, if there is one.

    A mark that is never closed, but after which the same mark opens a closed quotation, was one too many.
    """
    reopened = {text[opening]: opening for opening, _ in closed}
    left_open = [
        at for at in stack if reopened.get(text[at], -1) < at and (text[at] not in _SINGLE or following == text[at])
    ]
    found = [
        Quotation(Span(opening, closing + 1), Span(opening + 1, closing), is_title=_is_titled(text, opening))
        for opening, closing in closed
    ]
    if not left_open:
        return found
    at = left_open[0]
    end = at + 1 + len(text[at + 1 : paragraph.end].rstrip())
    found = [one for one in found if one.span.start < at]
    return [*found, Quotation(Span(at, end), Span(at + 1, end), closed=False)]


def _is_titled(text: str, opening: int) -> bool:
    before = text[max(0, opening - _LONGEST_WORD) : opening].lower().split()
    return bool(before) and before[-1] in TITLED
