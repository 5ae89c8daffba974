"""The kinds of small edits that a look at their own words and at the text behind them tells.

An edit is where in the old text it begins, where it ends there, and where it ends in the new text.
"""

from __future__ import annotations

import re
from functools import cache

from archivist.diff.landmarks import ends_sentence
from archivist.text.tokens import is_edge

TYPE_CHECKING = False
if TYPE_CHECKING:
    _Edit = tuple[int, int, int]

_AGAIN = 40
"""Code points that must be the same behind an edit."""

_MOST = 24
"""Code points of words that are replaced, with the marks beside them."""

_FEW = 3
"""Words that are replaced."""

_FAR = 600
"""Code points that are put in or taken out."""

_MARKS = ".,;:!?…\"'“”‘’()[]"


def edit_at(old: str, new: str, at: int, shift: int, floor: int) -> _Edit | None:
    """The edit that begins where two texts part, at `at` in the old and `shift` further on in the new one.

    `floor` is where the line begins, or where the texts begin to be the same in it. None where the difference is none
    of the kinds below.
    """
    begin = old.rfind(" ", floor, at) + 1 or floor
    return (
        _word(old, begin, new, begin + shift)
        or _words(old, begin, new, begin + shift, floor)
        or _line_end(old, at, new, at + shift)
        or _at_end(old, at, new, at + shift)
        or _lines(old, floor, new, floor + shift)
        or _phrase(old, begin, new, begin + shift)
    )


def _word(old: str, i: int, new: str, j: int) -> _Edit | None:
    """One word for another, between the same white space.

    The pattern takes only words, figures and marks whose tokens are plain to see. What both have of the marks around
    the word is no part of the edit.
    """
    match = _plain().match
    one, other = match(old, i), match(new, j)
    if one is None or other is None:
        return None
    old_end, new_end = one.end(), other.end()
    if old[old_end : old_end + _AGAIN] != new[new_end : new_end + _AGAIN]:
        return None
    opening, core, marks = one.groups()
    new_opening, new_core, new_marks = other.groups()
    start = i + len(opening)
    one_mark = not (marks[1:] or new_marks[1:])
    if core == new_core:  # only a mark behind it differs; at a line end it could be shifted to the next line
        start += len(core)
        plain = one_mark and old.startswith(" ", old_end)
    elif marks == new_marks:
        old_end, new_end = old_end - len(marks), new_end - len(marks)
        plain = True
    else:
        plain = one_mark
    if not plain or opening != new_opening or max(old_end - i, new_end - j) > _MOST:
        return None
    return start, old_end, new_end


@cache
def _plain() -> re.Pattern[str]:
    """A word or figure of ASCII letters and digits up to white space: an opening mark, itself, the marks behind it.

    Curly marks stand apart from the others: a class of both takes long to compile.
    """
    return re.compile(
        r"""(["(\[]?|“|‘)
        ( \$?[0-9]{1,9}(?:[.,][0-9]{1,9}){0,4}%?
        | [A-Za-z0-9]{1,24}(?:['-][A-Za-z0-9]{1,24}|’[A-Za-z0-9]{1,24}){0,3} )
        ([.,;:!?]?(?:["\)\]]?|”|’))(?=[ \n]|\Z)""",
        re.VERBOSE,
    )


def _words(old: str, i: int, new: str, j: int, floor: int) -> _Edit | None:
    """Words put in or taken out within a line, with the space behind them."""
    edit = _one_sided(old, i, new, j)
    if edit is None:
        return None
    text, start, end = _side(old, new, edit, j - i)
    if text[end - 1] != " " or "\n" in text[start:end]:
        return None
    if _is_fixed(text, start, end):
        return edit
    back = start - _sentence(text, start + floor - i, start)
    if not _is_sentence_before(text, start - back, end - back, back):
        return None
    edit = edit[0] - back, edit[1] - back, edit[2] - back
    return edit if _are_edges(old, new, edit, j - i) else None


def _is_sentence_before(text: str, start: int, end: int, same: int) -> bool:
    """Whether a stretch is a sentence that only begins as the one behind it does: {+The sun set. +}The boat sank.

    It is told from its own start then, not from where the two part, so many code points on.
    """
    return (
        text[start : start + same] == text[end : end + same]
        and text[start:end].rstrip().endswith((".", "!", "?"))
        and not text.startswith(text[start:end].rstrip(), end)
        and not _goes_back(text, start, end)
    )


def _sentence(text: str, floor: int, at: int) -> int:
    """Where the sentence begins that goes on at `at`, or the line."""
    ends = [text.rfind(mark, floor, at) + 2 for mark in (". ", "! ", "? ")]
    return max(floor, *ends)


def _line_end(old: str, i: int, new: str, j: int) -> _Edit | None:
    """Words put in or taken out at the end of a line, with the space before them."""
    if {old[i : i + 1], new[j : j + 1]} not in ({" ", "\n"}, {" ", ""}):
        return None
    edit = _one_sided(old, i, new, j)
    if edit is None:
        return None
    text, start, end = _side(old, new, edit, j - i)
    if text[start] != " " or text[end : end + 1] not in {"\n", ""} or "\n" in text[start:end] or text[end - 1] == " ":
        return None
    return edit if _is_fixed(text, start, end) else None


def _at_end(old: str, i: int, new: str, j: int) -> _Edit | None:
    """Lines put in or taken out at the end of the text, with the line ends before them.

    The line ends with which both texts end stay where they are.
    """
    if i < len(old) and j < len(new):
        return None
    text, at = (new, j) if i == len(old) else (old, i)
    end = len(text.rstrip("\n"))
    tail = len(text) - end
    start = at - tail
    before, lines = text[max(0, start - 1) : start], text[start : min(end, start + _FAR)]
    opening = len(lines) - len(lines.lstrip("\n"))
    if not opening or opening == tail or not at < end <= start + _FAR or before.isspace():
        return None
    by = end - start
    edit = (i - tail, i - tail, j - tail + by) if text is new else (i - tail, i - tail + by, j - tail)
    return edit if _are_edges(old, new, edit, j - i) else None


def _lines(old: str, i: int, new: str, j: int) -> _Edit | None:
    """Whole lines or paragraphs put in or taken out, with the line ends behind them.

    Paragraphs are not compared by their words, so it does not matter how they begin and end.
    """
    if i and old[i - 1] != "\n":
        return None
    edit = _one_sided(old, i, new, j)
    if edit is None:
        return None
    text, start, end = _side(old, new, edit, j - i)
    apart = text.endswith("\n\n", start, end)
    if (
        not text.endswith("\n", start, end)
        or text[start].isspace()
        or (i and text.endswith("\n\n", 0, start) != apart)
    ):
        return None
    return edit if apart or _is_fixed(text, start, end) else None


def _one_sided(old: str, i: int, new: str, j: int) -> _Edit | None:
    """What was put in or taken out at these places, if both texts go on alike behind it; the shorter of the two."""
    put_in, taken_out = _goes_on(old, i, new, j), _goes_on(new, j, old, i)
    if put_in and (not taken_out or put_in - j <= taken_out - i):
        edit = i, i, put_in
    elif taken_out:
        edit = i, taken_out, j
    else:
        return None
    return edit if _are_edges(old, new, edit, j - i) else None


def _goes_on(one: str, i: int, other: str, j: int) -> int:
    """Where behind `j`, and not too far, `other` goes on as `one` does at `i`; 0 where it does not."""
    again = one[i : i + _AGAIN]
    at = other.find(again, j + 1, j + _FAR + _AGAIN) if again else len(other)
    if at < 0 or at > j + _FAR or (len(again) < _AGAIN and at + len(again) != len(other)):
        return 0
    return at


def _are_edges(old: str, new: str, edit: _Edit, shift: int) -> bool:
    """Whether an edit begins and ends at edges of tokens on both sides."""
    start, old_end, new_end = edit
    return is_edge(old, start) and is_edge(new, start + shift) and is_edge(old, old_end) and is_edge(new, new_end)


def _side(old: str, new: str, edit: _Edit, shift: int) -> tuple[str, int, int]:
    """The text that has what was put in or taken out, and where it begins and ends there."""
    start, old_end, new_end = edit
    return (new, start + shift, new_end) if old_end == start else (old, start, old_end)


def _is_fixed(text: str, start: int, end: int) -> bool:
    """Whether a stretch of words is no other one with the same effect, further on or further back.

    Marks need not differ: between a word and a mark is no place where a reader would pause.
    """
    if text[start:end].isspace():
        return False
    behind = text[end : end + 2 * _MOST].split(maxsplit=1)
    return not (
        _goes_back(text, start, end) or _alike(text[start:end].split(maxsplit=1)[0], behind[0] if behind else "\n")
    )


def _goes_back(text: str, start: int, end: int) -> bool:
    """Whether a stretch of words may end as what stands before it."""
    before = text[max(0, start - 2 * _MOST) : start].split()
    return _alike(text[start:end].split()[-1], before[-1] if before else "\n")


def _alike(one: str, other: str) -> bool:
    """Whether two words may begin or end with the same token, other than a mark."""
    one, other = one.strip(_MARKS), other.strip(_MARKS)
    return one.startswith(other) or other.startswith(one) or one.endswith(other) or other.endswith(one)


def _phrase(old: str, i: int, new: str, j: int) -> _Edit | None:
    """A few plain words for a few others, between the same spaces; no token is in common but marks at the end."""
    end, near = i, i + 2 * _MOST
    for _ in range(_FEW):
        end = old.find(" ", end + 1, near)
        if end < 0:
            return None
        new_end = _goes_on(old, end, new, j)
        if new_end and new_end - j <= 2 * _MOST and min(end - i, new_end - j) <= _MOST:
            return _replaced(old, (i, end), new, (j, new_end))
    return None


def _replaced(old: str, gone: tuple[int, int], new: str, come: tuple[int, int]) -> _Edit | None:
    """Words that stand for others, without the marks with which both end; None where they have more in common."""
    (start, end), (_, new_end) = gone, come
    left, right = _tokens(old, *gone), _tokens(new, *come)
    while left and right and left[-1] == right[-1] and left[-1] in _MARKS:
        left.pop()
        right.pop()
        end, new_end = end - 1, new_end - 1
    if not left or not right or not set(left).isdisjoint(right):
        return None
    if ends_sentence(old[start:end]) or ends_sentence(new[come[0] : new_end]):
        return None
    return start, end, new_end


def _tokens(text: str, start: int, end: int) -> list[str]:
    """The tokens of a stretch of plain words with a space between them; none where it is no such."""
    found: list[str] = []
    while start < end:
        word = _plain().match(text, start)
        if word is None or not (word.end() == end or (text[word.end()] == " " and word.end() + 1 < end)):
            return []
        opening, core, marks = word.groups()
        found += [*opening, core, *marks]
        start = word.end() + 1
    return found
