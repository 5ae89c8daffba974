"""Words exchanged one for one where they stand: settled as both texts are read side by side.

Most revisions exchange a word or a figure here and there. Such an edit needs no alignment: where the texts part, one
word stands for one word between the same white space, and behind it both go on alike for `_AGAIN` code points. What is
told of it is what the long way would tell:

- No white space is edited, so both texts have the same paragraphs in the same order, and each stands for its like: no
  line that was edited stands elsewhere in the other text, edited or in what the long way is left to look at (`cross`).
- Each line keeps half of its text, and each change is short and far from the next: so words settle a paragraph.
- No word is both taken out and put in within a line (`cross`), so matching all others where they stand leaves out as
  few as can be. What is the same between two changes is too long to be so by accident, and a word that is replaced is
  neither shifted nor, alone, a clause that may have moved.
- White space ends a token, and the pattern takes only words, figures and marks whose tokens are plain to see.

Any other difference is left to the long way. The work is a few look-ups an edit, and comparing what is the same.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from archivist.diff.ends import same_from
from archivist.diff.operations import Same
from archivist.diff.strays import SHORTEST

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archivist.diff.operations import Stretch

_AGAIN = 40
"""Code points that must be the same behind an exchange."""

_MOST = 24
"""Code points of a word that is exchanged, with the marks beside it."""

_LONGEST = 4096
"""Code points of a line in which words are exchanged."""


class Exchanges:
    """The words exchanged in a pair of texts, as they are read."""

    def __init__(self, old: str, new: str) -> None:
        self.old = old
        self.new = new
        # Words with the line they stand in; one that is long enough to be told as moved may stand in any.
        self._deleted: set[tuple[int, str]] = set()
        self._inserted: set[tuple[int, str]] = set()
        self._old_lines: set[str] = set()
        self._new_lines: set[str] = set()

    def cross(self, deleted: Iterable[str] = (), inserted: Iterable[str] = ()) -> bool:
        """Whether a word or a line was both edited from and to, or such a line is among those of other paragraphs.

        `deleted` and `inserted` are those paragraphs. What was read may then stand for something else.
        """
        return not (
            self._deleted.isdisjoint(self._inserted)
            and self._old_lines.isdisjoint(self._new_lines)
            and self._new_lines.isdisjoint(_lines(deleted))
            and self._old_lines.isdisjoint(_lines(inserted))
        )

    def read(self, rest: Stretch) -> list[Same]:
        """What the texts share from the start of a stretch on, up to its end or to a difference of another kind.

        The stretch begins a line on both sides.
        """
        old, new = self.old, self.new
        (i, old_end), (j, new_end) = rest
        shared: list[Same] = []
        line, new_line, lost = i, j, 0
        while True:
            limit = min(old_end - i, new_end - j)
            length = same_from(old, i, new, j, limit)
            if length == limit:
                break
            at, shift = i + length, j - i
            begin = i
            if begun := old.rfind("\n", i, at) + 1:
                line = begin = begun
                new_line, lost = begun + shift, 0
            begin = old.rfind(" ", begin, at) + 1 or begin
            word = _exchanged(old, begin, new, begin + shift)
            if word is None or word[1] > old_end or word[2] > new_end:
                break
            start, old_behind, new_behind = word
            end = _line_end(old, line, old_behind)
            lost += old_behind - start
            if not 2 * lost <= end - line <= _LONGEST:
                break
            deleted, inserted = old[start:old_behind], new[start + shift : new_behind]
            self._deleted.add((line if len(deleted) < SHORTEST else -1, deleted))
            self._inserted.add((line if len(inserted) < SHORTEST else -1, inserted))
            self._old_lines.add(old[line:end].strip())
            self._new_lines.add(new[new_line : _line_end(new, new_line, new_behind)].strip())
            shared.append(Same(i, j, start - i))
            i, j = old_behind, new_behind
        shared.append(Same(i, j, length))
        return shared


def _lines(paragraphs: Iterable[str]) -> Iterable[str]:
    """The lines of some paragraphs, without the white space around them."""
    return (line.strip() for paragraph in paragraphs for line in paragraph.split("\n"))


def _line_end(text: str, line: int, at: int) -> int:
    """Where a line ends that goes on at `at`; more than `_LONGEST` behind its start where that is not near."""
    near = line + _LONGEST
    end = text.find("\n", at, near)
    return end if end >= 0 else min(len(text), near + 1)


def _exchanged(old: str, i: int, new: str, j: int) -> tuple[int, int, int] | None:
    """Where in `old` a word begins that was exchanged, where it ends, and where the word for it ends in `new`.

    `i` and `j` are places behind the same white space. None where they do not begin a word each, with the same text
    behind it, or where the words are the same.
    """
    match = _word().match
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
def _word() -> re.Pattern[str]:
    """A word or figure of ASCII letters and digits up to white space: an opening mark, itself, the marks behind it."""
    return re.compile(
        r"""(["“‘(\[]?)
        ( \$?[0-9]{1,9}(?:[.,][0-9]{1,9}){0,4}%? | [A-Za-z0-9]{1,24}(?:['’-][A-Za-z0-9]{1,24}){0,3} )
        ([.,;:!?]?["”’)\]]?)(?=[ \n]|\Z)""",
        re.VERBOSE,
    )
