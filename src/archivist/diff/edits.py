"""Small edits told where they stand, as both texts are read side by side.

Many revisions exchange a word or a figure here and there, put some words, a sentence or a paragraph in, or take some
out. Such an edit needs no alignment: behind it both texts go on alike, and its own words tell what it is. It is told
as the long way would tell it, or with fewer words changed, and here is why:

- The lines are in the same order, and each stands for its like: none that was edited, put in or taken out stands in
  the other text among those that were, or among what is left to the long way (`cross`). So paragraphs pair off. One
  that becomes the same as a line which was not edited is told in place, where the long way may tell a move.
- Each line keeps half of its text, and each edit is short, or only puts in or takes out, and far from the next. So the
  words of a paragraph settle it.
- No word is both taken out and put in within a line (`cross`), so matching all others where they stand leaves out as
  few as can be. What is the same between two edits is too long to be so by accident.
- What is put in or taken out could stand nowhere else (`archivist.diff.edit_kinds`), and a word that is replaced is
  not shifted.
- Nothing moved: no sentence is taken out where another is put in, nor are so many words in a row as tell (`cross`).

Any other difference is left to the long way. The work is a few look-ups an edit, and comparing what is the same.
"""

from __future__ import annotations

from itertools import chain

from archivist.diff.edit_kinds import edit_at
from archivist.diff.ends import same_from
from archivist.diff.landmarks import holds_sentence
from archivist.diff.operations import Same
from archivist.diff.strays import SEED, SHORTEST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from archivist.diff.operations import Stretch

_LONGEST = 4096
"""Code points of a line that is edited."""


class _Side:
    """What was edited on one side: what only this text has, and the lines in which it has it."""

    def __init__(self) -> None:
        self.words: set[tuple[int, str]] = set()  # with the line; what is long enough to have moved may be in any
        self.lines: set[str] = set()
        self.phrases: list[str] = []

    def add(self, words: str, line: int) -> None:
        """Note words that only this text has, in the line that begins at a place in the old text."""
        if " " in words:
            self.phrases.append(words)
            words = words.strip()
        if words:
            self.words.add((line if len(words) < SHORTEST else -1, words))

    def holds_sentence(self) -> bool:
        """Whether only this text has a sentence or a line."""
        return any(map(holds_sentence, self.phrases))


class Edits:
    """The small edits of a pair of texts, as they are read."""

    def __init__(self, old: str, new: str) -> None:
        self.old = old
        self.new = new
        self._gone = _Side()
        self._come = _Side()

    def cross(self) -> bool:
        """Whether what was taken out and what was put in may be the same, at another place."""
        gone, come = self._gone, self._come
        if not (gone.words.isdisjoint(come.words) and gone.lines.isdisjoint(come.lines)):
            return True
        if not (gone.phrases and come.phrases):
            return False
        return (gone.holds_sentence() and come.holds_sentence()) or _share(gone.phrases, come.phrases)

    def cross_with(self, deleted: set[str], inserted: set[str]) -> bool:
        """The same for the edits and the paragraphs of either text of which nothing is known."""
        return _may_be(self._come, deleted) or _may_be(self._gone, inserted)

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
            if length == limit and not (old_end - i != new_end - j and limit in {len(old) - i, len(new) - j}):
                break
            at, shift = i + length, j - i
            if begun := old.rfind("\n", i, at) + 1:
                line, new_line, lost = begun, begun + shift, 0
            edit = edit_at(old, new, at, shift, max(i, line))
            if edit is None or edit[1] > old_end or edit[2] > new_end:
                break
            start, old_behind, new_behind = edit
            gone, come = old[start:old_behind], new[start + shift : new_behind]
            if "\n" in gone or "\n" in come:
                line, new_line, lost = old_behind, new_behind, 0
                self._gone.lines.update(_lines(gone))
                self._come.lines.update(_lines(come))
            else:
                lost += len(gone)
                if not self._keeps_half((line, old_behind), (new_line, new_behind), lost):
                    break
            self._gone.add(gone, line)
            self._come.add(come, line)
            shared.append(Same(i, j, start - i))
            i, j = old_behind, new_behind
        shared.append(Same(i, j, length))
        return shared

    def _keeps_half(self, begin: tuple[int, int], new_begin: tuple[int, int], lost: int) -> bool:
        """Whether a line is no book and keeps half of its text, when so much of it is `lost`; if so, it is noted.

        It is told by where it begins and where an edit in it ends, in the old text and in the new one.
        """
        old_line, new_line = _line(self.old, *begin), _line(self.new, *new_begin)
        length, new_length = len(old_line), len(new_line)
        if 2 * (length - lost) < min(length, new_length) or max(length, new_length) > _LONGEST:
            return False
        self._gone.lines.add(old_line.strip())
        self._come.lines.add(new_line.strip())
        return True


def _line(text: str, start: int, at: int) -> str:
    """The line that begins at `start` and goes on at `at`; more than `_LONGEST` of it where it does not end near."""
    end = text.find("\n", at, start + _LONGEST)
    return text[start : end if end >= 0 else start + _LONGEST + 1]


def _lines(text: str) -> list[str]:
    """The lines of a text, without the white space around them, but for blank ones."""
    return [line for part in text.split("\n") if (line := part.strip())]


def _may_be(edited: _Side, paragraphs: set[str]) -> bool:
    """Whether something that only one text has may stand in these paragraphs of the other one."""
    if not paragraphs or not edited.lines:
        return False
    return (
        edited.holds_sentence()
        or not edited.lines.isdisjoint(chain.from_iterable(map(_lines, paragraphs)))
        or _share(edited.phrases, paragraphs)
    )


def _share(phrases: Iterable[str], others: Iterable[str]) -> bool:
    """Whether so many words in a row as tell that they moved are in some of both."""
    seeds = _seeds(phrases)
    return bool(seeds) and not seeds.isdisjoint(_seeds(others))


def _seeds(texts: Iterable[str]) -> set[tuple[str, ...]]:
    """All so many words in a row."""
    found: set[tuple[str, ...]] = set()
    for words in map(str.split, texts):
        found.update(zip(*(words[step:] for step in range(SEED)), strict=False))
    return found
