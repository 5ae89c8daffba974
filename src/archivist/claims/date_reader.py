"""What the parts of date reading share: the text, the day of writing, and what was mentioned before."""

from __future__ import annotations

import re
from functools import cache

from archivist.claims.date_values import Anchor
from archivist.claims.en import calendar
from archivist.model.noun import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime

    from archivist.model.claim import DateType

_WINDOW = 100
_AHEAD = 60
_SENTENCE = 300
_NEAR = 300
"""Code points within which "a year ago" is said of the quarter mentioned before."""


class Found(NamedTuple):
    """A date expression: its place, its TIMEX3 type and value."""

    start: int
    end: int
    type: DateType
    value: str


class Word(NamedTuple):
    """A word that follows, in lower case: where it begins and ends, and whether a hyphen joins it."""

    start: int
    end: int
    text: str
    hyphen: bool


_PATTERNS = {
    "next": r"( ?- ?| {1,2})([A-Za-z]+|\d+)",
    "before": r"\n?(?: ,|[ -])([\w'.$]+)",
    "cue": calendar.CUE,
    "sentence": r"(?<=[a-z\d]{2})[.!?][\"')]* +(?=[A-Z\"'(])|\n",
}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name])


class Reader:
    """A text being read for dates.

    `view` is its plain view, `anchor` the day of writing. `quarter` and `year` are the last ones mentioned ("1989-Q3",
    "1988"), or "": "a year ago" after a quarter means that quarter of the year before. `day` is the last day that the
    paragraph mentions, `day_at` where: a time of day in the same sentence belongs to it.

    `recalled` says whether the quarter or the year was asked for before any was mentioned, so that only who has read
    the whole text from its beginning can tell.
    """

    __slots__ = ("_quarter", "_year", "anchor", "day", "day_at", "quarter_at", "recalled", "view")

    def __init__(self, view: str, published: datetime.date | None) -> None:
        """Begin with nothing mentioned."""
        self.view = view
        self.anchor = Anchor(published)
        self.recalled = False
        self._quarter = ""
        self.quarter_at = 0
        self._year = ""
        self.begin_paragraph()

    def begin_paragraph(self) -> None:
        """Go on with another paragraph, in which no day was mentioned yet."""
        self.day = ""
        self.day_at = 0

    @property
    def quarter(self) -> str:
        """The quarter mentioned last, or ""."""
        self.recalled |= not self._quarter
        return self._quarter

    @quarter.setter
    def quarter(self, value: str) -> None:
        self._quarter = value

    @property
    def year(self) -> str:
        """The year mentioned last, or ""."""
        self.recalled |= not self._year
        return self._year

    @year.setter
    def year(self, value: str) -> None:
        self._year = value

    def just_mentioned_quarter(self, at: int) -> bool:
        """Whether a quarter was mentioned shortly before `at`."""
        return self.quarter[:4].isdigit() and at - self.quarter_at < _NEAR

    def next(self, at: int) -> Word | None:
        """The word after `at`, one space or hyphen away, or None."""
        found = _pattern("next").match(self.view, at)
        return Word(found.start(2), found.end(), found[2].lower(), "-" in found[1]) if found else None

    def before(self, at: int) -> str:
        """The word before `at`, in lower case, or ""."""
        backwards = self.view[max(0, at - _WINDOW // 4) : at][::-1]  # a pattern is quick where it begins at the start
        found = _pattern("before").match(backwards)
        return found[1][::-1].lower() if found else ""

    def mention_day(self, value: str, at: int) -> None:
        """Remember a day that the text mentions at `at`."""
        self.day, self.day_at = value, at

    def day_of_sentence(self, at: int) -> str:
        """The day that was mentioned earlier in the sentence around `at`, or ""."""
        near = at - self.day_at < _SENTENCE and not _pattern("sentence").search(self.view, self.day_at, at)
        return self.day if near else ""

    def year_before(self) -> str:
        """The quarter mentioned last, of the year before."""
        return f"{int(self.quarter[:4]) - 1:04}{self.quarter[4:]}" if self.quarter[:4].isdigit() else "PAST_REF"

    def leaning(self, at: int) -> int:
        """Whether the sentence speaks of the past (-1) or of the future (1) around `at`; 0 where nothing tells."""
        behind = _pattern("sentence").split(self.view[max(0, at - _WINDOW) : at])[-1]
        ahead = _pattern("sentence").split(self.view[at : at + _AHEAD], maxsplit=1)[0]
        cues = [cue[0] for cue in _pattern("cue").finditer(behind)]
        cues.reverse()
        cues += _pattern("cue").findall(ahead)
        return next((leaning for word in cues if (leaning := _cue(word))), 0)


def _cue(phrase: str) -> int:
    """Whether a word, or a verb with what stands before it, is of the future (1), of the past (-1) or neither (0)."""
    head, _, verb = phrase.partition(" ")
    if verb:
        return int(head in calendar.FUTURE_CUES or verb.startswith("be "))
    if head in calendar.SCHEDULE_CUES:
        return 1
    return -int(head in calendar.PAST_CUES or (head.endswith("ed") and len(head) > len("need")))
