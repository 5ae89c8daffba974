"""Making matched words read well: no accidental matches, and changes that begin and end where a reader would pause."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from archivist.diff.sequence import Run
from archivist.model.noun import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archivist.diff.words import Words

# English words of closed classes that carry no fact by themselves: articles, prepositions, conjunctions, pronouns and
# the forms of be, have and do. Negations, modals, hedges and number words are none of these.
_CLOSED_CLASSES = """
    the this that these those and but for nor yet than then with from into onto upon over under about after before
    during between among through against without within along across behind beyond toward towards around while when
    where which who whom whose what why how because although though since until unless whether also
    his her hers him its our ours their theirs they them you your yours she
    are was were been being has have had having does did done doing
"""
_FUNCTION_WORDS = frozenset(_CLOSED_CLASSES.split())
_SHORT = 2  # letters of a word that counts as a function word in any alphabet: "of", "de", "la", "на", "и"
_SHORT_FACTS = frozenset({"no", "ne", "ni", "не", "up", "go"})  # short words that are none: negations, directions
_MARKS = ",.;:-–—()[]…、。，；：！？!?"  # other than quotation marks, which are never an accident
_FEW = 3  # words of a match that may be an accident
_PAUSE_FULL = ".!?…。！？"
_PAUSE_CLAUSE = ",;:—–)]、，；："
_CLOSERS = frozenset("\"'”’»›」』")
_OPENING = frozenset("<[({“‘«「『")
_CLOSING = frozenset(">])}”’»」』")  # brackets and marks before and behind which a change may begin without a space
_MOST_CLOSERS = 3  # in a row, behind the mark that makes the pause
_REACH = 64  # words by which a change may be shifted


class _Change(NamedTuple):
    """What is changed in one place: how many letters of words are deleted and inserted, and the last word or mark.

    `last` is empty where nothing but function words and marks is changed: these need no phrase to be whole.
    """

    deleted: int
    inserted: int
    last: str

    @property
    def replaces(self) -> bool:
        """Whether words stand for words, and none are only taken out or put in."""
        return self.deleted > 0 < self.inserted

    def over(self, letters: int, other: _Change) -> _Change:
        """One change made of this one, `letters` that are the same, and the other."""
        return _Change(self.deleted + letters + other.deleted, self.inserted + letters + other.inserted, other.last)


def absorbed(runs: Sequence[Run], old: Sequence[str], new: Sequence[str]) -> list[Run]:
    """The runs of words of `old` and `new` without those that match by accident and only hurt reading.

    A run of function words and marks goes where it stands between two replacements that are larger, in letters, or
    between one and an insertion or deletion that is no whole phrase without it. A run with a figure, a quotation mark
    or a word that carries a fact stays.
    """
    if not any(run.length <= _FEW and _is_slight(run, old) for run in runs):
        return list(runs)

    def told(gap: tuple[Run, Run] | _Change) -> _Change:
        if isinstance(gap, _Change):
            return gap
        before, after = gap
        return _change(old[before.old + before.length : after.old], new[before.new + before.length : after.new])

    gaps = list(pairwise([Run(0, 0, 0), *runs, Run(len(old), len(new), 0)]))
    kept: list[Run] = []
    changes: list[tuple[Run, Run] | _Change] = [gaps[0]]  # before each run that is kept, and behind the last
    for run, after in zip(runs, gaps[1:], strict=True):
        kept.append(run)
        changes.append(after)
        while kept and kept[-1].length <= _FEW and _is_slight(kept[-1], old):
            changes[-2:] = before, last = told(changes[-2]), told(changes[-1])
            if not _is_accident(kept[-1], old, before, last):
                break
            changes[-2:] = [before.over(_size(kept.pop(), old), last)]
    return kept


def _change(old: Sequence[str], new: Sequence[str]) -> _Change:
    forms = old or new
    return _Change(_letters(old), _letters(new), "" if all(map(_empty, forms)) else forms[-1])


def _letters(forms: Iterable[str]) -> int:
    """The length of the words and figures among the forms; marks do not count."""
    return sum([len(form) for form in forms if form.isalnum() or any(map(str.isalnum, form))])


def _size(run: Run, forms: Sequence[str]) -> int:
    return sum(map(len, forms[run.old : run.old + run.length]))


def _is_accident(run: Run, forms: Sequence[str], before: _Change, after: _Change) -> bool:
    """Whether a slight run between two changes is nothing that a reader would miss as common to both sides."""
    if _size(run, forms) >= min(max(before.deleted, before.inserted), max(after.deleted, after.inserted)):
        return False
    if before.replaces:
        return after.replaces or (after.last != "" and _empty(after.last))  # the [-report, -]
    return after.replaces and _function_word(before.last)  # {+the author of +}the


def _is_slight(run: Run, forms: Sequence[str]) -> bool:
    """Whether a run, of a few words, is no more than function words and marks."""
    return all(map(_empty, forms[run.old : run.old + run.length]))


@lru_cache(maxsize=1 << 12)
def _empty(form: str) -> bool:
    """Whether a word carries no fact: a function word, or a mark other than a quotation mark."""
    return _function_word(form) or form[0] in _MARKS


def _function_word(form: str) -> bool:
    return form in _FUNCTION_WORDS or (
        len(form) <= _SHORT and form.isalpha() and form.islower() and form not in _SHORT_FACTS
    )


def shifted(runs: Sequence[Run], old: Words, new: Words) -> list[Run]:
    """The runs with each pure insertion and deletion slid to where it begins and ends at the strongest pauses."""
    slid = [Run(0, 0, 0), *runs, Run(len(old.forms), len(new.forms), 0)]
    for index in range(1, len(slid)):
        before, after = slid[index - 1], slid[index]
        if before.old + before.length == after.old:
            side, start, end = new, before.new + before.length, after.new
        elif before.new + before.length == after.new:
            side, start, end = old, before.old + before.length, after.old
        else:
            continue
        # A run that is not at the edge of the stretch keeps a word: without it two changes would run together.
        left = before.length - (index > 1 and before.length > 0 and (before.old > 0 or before.new > 0))
        right = after.length - (after.length > 0 and index < len(slid) - 2)
        by = _best_shift(side, start, end, left, right) if start < end else 0
        slid[index - 1] = Run(before.old, before.new, before.length + by)
        slid[index] = Run(after.old + by, after.new + by, after.length - by)
    return [run for run in slid if run.length]


def _best_shift(side: Words, start: int, end: int, left: int, right: int) -> int:
    """By how many words to move the changed words `start` to `end`, at most `left` back and `right` on."""
    forms = side.forms
    first = last = 0
    while -first < min(left, _REACH) and forms[start + first - 1] == forms[end + first - 1]:
        first -= 1
    while last < min(right, _REACH) and forms[start + last] == forms[end + last]:
        last += 1
    if first == last:
        return 0
    return max(range(first, last + 1), key=lambda by: (_pause(side, start + by) + _pause(side, end + by), by))


def _pause(side: Words, index: int) -> int:
    """How strong the pause before a word is: 4 end of the stretch, 3 sentence, 2 clause, 1 word or bracket, 0 none."""
    if index in {0, len(side.forms)}:
        return 4
    spaced = bool(side.gap(index))
    last = index - 1
    while last > max(0, index - 1 - _MOST_CLOSERS) and side.forms[last] in _CLOSERS:
        last -= 1
    mark = side.forms[last][-1]
    if not spaced and mark.isascii():
        return int(side.forms[index] in _OPENING or side.forms[index - 1] in _CLOSING)
    if mark in _PAUSE_FULL:
        return 3
    return 2 if mark in _PAUSE_CLAUSE else int(spaced)
