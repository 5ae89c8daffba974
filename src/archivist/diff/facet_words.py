"""The words of a passage, each figure, date and name as one."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from archivist.claims.en.calendar import STAGES
from archivist.claims.en.synonyms import light
from archivist.model.noun import NamedTuple
from archivist.model.span import Span
from archivist.text.plain import plain
from archivist.text.script import word_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from archivist.model.claim import Date, Figure, Hedge, Name

_JOINER = "'"
"""What may stand within a word: "didn't" is one, "self-made" is two."""


class Kind(Enum):
    """What an atom is."""

    WORD = "word"
    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    HEDGE = "hedge"


class Atom(NamedTuple):
    """The smallest thing that is compared: a word, or a figure, date, name or hedge as a whole.

    `key` is equal for atoms that say the same, `words` are the folded words as they stand. `content` is true where it
    says something by itself, `speech` within the source or the cue of a claim, `quoted` between quotation marks,
    `capital` for a word with a capital letter that no beginning of a sentence calls for.
    """

    span: Span
    kind: Kind
    key: str
    words: tuple[str, ...]
    content: bool
    evidence: Figure | Date | Name | Hedge | None = None
    speech: bool = False
    quoted: bool = False
    capital: bool = False


@lru_cache(maxsize=1 << 14)
def is_content(word: str) -> bool:
    """Whether a folded word says something by itself: no function word, light verb, contraction or Latin letter."""
    return word not in light() and "'" not in word and (len(word) > 1 or not word.isascii() or word.isdigit())


def fold(text: str) -> tuple[str, ...]:
    """The words of `text` without typography: no marks, spacing, case or possessive endings."""
    view = plain(text)
    return tuple(map(_folded, word_pattern(view, _JOINER).findall(view)))


def stage(date: Iterable[str]) -> str:
    """Which part of it the folded words of a date mean, as TIMEX3 has it (the end of "the late 1970s"), or ""."""
    return next((STAGES[word] for word in date if word in STAGES), "")


def words(text: str, span: Span) -> list[tuple[Span, str, bool]]:
    """The words within a span: each one's place and folded form, and whether it has a capital without opening it."""
    found: list[tuple[Span, str, bool]] = []
    view, offset = plain(span.of(text)), span.start
    for match in word_pattern(view, _JOINER).finditer(view):
        start, end = match.span()
        word = view[start:end]
        if word[0].isdigit() and _JOINER in word and (feet := word.split(_JOINER)) and all(map(str.isdigit, feet)):
            inches = start + len(feet[0]) + 1
            found.append((Span(offset + start, offset + inches - 1), feet[0], False))
            start, word = inches, view[inches:end]
        found.append((Span(offset + start, offset + end), _folded(word), bool(found) and word[0].isupper()))
    return found


def _folded(word: str) -> str:
    lowered = word.casefold()
    return lowered.removesuffix("'s").removesuffix("'") if "'" in lowered else lowered
