"""Page furniture: headline, captions, credits, datelines, bylines, notes, stamps and calls to read on.

Precision comes first: a claim that is taken for furniture is lost to the reader of a report.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from archivist.claims.en import furniture as en
from archivist.claims.en.calendar import MONTHS
from archivist.model.claim import Furniture, FurnitureKind
from archivist.model.noun import NamedTuple
from archivist.model.span import Span
from archivist.text.kept import kept
from archivist.text.paragraphs import paragraphs
from archivist.text.plain import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADLINE_LENGTH = 200
_HEADING_LEVELS = 6
_LINE_LENGTH = 320
_LABEL_REACH = 80
_CREDIT_LENGTH = 120
_SLASHES = 2  # a photographer, an agency, a picture service; more of them stand in the address of a picture
_DAY_DIGITS, _YEAR_DIGITS = 2, 4
_CAPTION_SENTENCES = 3
_PROMOTION_SENTENCES = 2
_SENTENCE_ENDS = (".", "!", "?", "…")
_ENDS = (*_SENTENCE_ENDS, ":", ";", ",")
_CLOSERS = "\"')]"
_WRAPPING = "*_[]()- "


class _Rule(NamedTuple):
    """A pattern for a line or block, and what it must begin with or contain to be worth trying.

    It is worth it after one of `openers`, and where one of `marks` stands near the start. Of an opener that is two
    words joined by "_" both must be there. Nothing that is longer than `longest` code points fits. What begins with
    one of `whole`, in lower case, fits, whatever follows.
    """

    kind: FurnitureKind
    pattern: str
    flags: int
    openers: str
    marks: tuple[str, ...]
    longest: int | None = None
    whole: tuple[str, ...] = ()


_NOTES = (
    _Rule(
        FurnitureKind.CORRECTION,
        en.NOTE_LABEL,
        re.IGNORECASE,
        en.NOTE_LABEL_OPENERS,
        (),
        whole=en.NOTE_LABEL_WHOLE,
    ),
    _Rule(FurnitureKind.CORRECTION, en.NOTE_SENTENCE, re.IGNORECASE, en.NOTE_SENTENCE_OPENERS, ()),
)
_LINES = (
    _Rule(FurnitureKind.BYLINE, en.BYLINE, 0, en.BYLINE_OPENERS, en.BYLINE_MARKS),
    _Rule(FurnitureKind.CREDIT, en.CREDIT_LINE, re.IGNORECASE, en.CREDIT_LINE_OPENERS, en.CREDIT_LINE_MARKS),
    _Rule(FurnitureKind.STAMP, en.STAMP_LINE, re.IGNORECASE, en.STAMP_LINE_OPENERS, (), en.STAMP_LINE_LENGTH),
    _Rule(FurnitureKind.PROMOTION, en.PROMOTION, re.IGNORECASE, en.PROMOTION_OPENERS, ()),
)


def furniture(text: str) -> tuple[Furniture, ...]:
    """The page furniture of `text`, in order and without overlap.

    A span covers a whole line or block without the white space around it, except for datelines, the stamps of live
    blogs that prose follows on the same line, and credits at the end of prose: those cover only themselves.
    """
    view = plain(text)
    spans = paragraphs(text)
    alone = len(spans) == 1
    return tuple(one for span in spans for one in furniture_of(view, span, opens=span == spans[0], alone=alone))


def furniture_of(view: str, paragraph: Span, *, opens: bool, alone: bool) -> list[Furniture]:
    """The page furniture of one paragraph of the plain view of a text, as `furniture` gives it.

    `opens` says that the text begins with this paragraph, `alone` that it has no other one.
    """
    if not opens and _is_prose(paragraph.of(view)):
        return []
    return _furniture_of(view, paragraph, opens=opens, alone=alone)


def _is_prose(words: str) -> bool:
    """Whether a paragraph is sure to hold no furniture, as most are: none of the signs of any pattern is there."""
    return all(map(_is_prose_line, words.splitlines()))


def _is_prose_line(words: str) -> bool:
    """Whether a line is sure to be no furniture, nor to begin or end with any, nor to begin a block that is some."""
    words = words.strip()
    bare = words.strip(_WRAPPING)
    if not bare or bare.isspace() or words[0] == "#" or (words[:3].isupper() and " " not in words[:3]):
        return False
    start = bare[:_LABEL_REACH]
    if _credit_tail(words) is not None or ("(" in start and _is_signed(start)):
        return False
    first, *rest = start.split(None, 2)
    single = _bare(first)
    known, leading = _openers()
    if single in known or (single in leading and f"{single}_{_bare(rest[0]) if rest else ''}" in known):
        return False
    return not _holds(start, en.CAPTION_MARKS) and not _holds(bare[:_LINE_LENGTH], _signs_nearby())


def _furniture_of(view: str, paragraph: Span, *, opens: bool, alone: bool) -> list[Furniture]:
    found: list[Furniture] = []
    blocks = _blocks(view, paragraph)
    alone = alone and len(blocks) == 1
    for block in blocks:
        words = block.of(view)
        if kind := _kind_of_block(words):
            found.append(Furniture(block, kind))
            continue
        lines = list(_lines(words, block))
        first = opens and block == blocks[0] and not alone
        if len(lines) == 1 and _is_headline(words, first=first):
            found.append(Furniture(block, FurnitureKind.HEADLINE))
            continue
        for line in lines:
            if len(lines) == 1 or not _is_prose_line(line.of(view)):
                found += _in_line(view, line, opens=line.start == block.start)
    return [] if alone and found == [Furniture(blocks[0], FurnitureKind.PROMOTION)] else found  # a headline


def _blocks(view: str, paragraph: Span) -> list[Span]:
    """The stretches of a paragraph up to a line that ends a sentence, without white space around them.

    Texts come with a paragraph a line as well as with wrapped lines and blank ones between; ending a block too early
    loses the tail of a wrapped note, ending it too late would take prose for a part of the note before it.
    """
    lines = paragraph.of(view).splitlines(keepends=True)
    if len(lines) == 1 and lines[0].strip():
        return [paragraph]
    spans: list[Span] = []
    start = end = -1
    for line in _lines(paragraph.of(view), paragraph):
        start = line.start if start < 0 else start
        end = line.end
        if line.of(view).rstrip(_CLOSERS).endswith(_SENTENCE_ENDS):
            spans.append(Span(start, end))
            start = -1
    return [*spans, Span(start, end)] if start >= 0 else spans


def _lines(words: str, block: Span) -> Iterator[Span]:
    """The lines of a stretch with these `words`, but for those that only marks without a width fill."""
    at = block.start
    for line in words.splitlines(keepends=True):
        if stripped := line.strip():
            first = at + line.index(stripped)
            yield Span(first, first + len(stripped))
        at += len(line)


# --- blocks


def _kind_of_block(block: str) -> FurnitureKind | None:
    """The kind of a block that is furniture as a whole, however many lines it has."""
    bare = block.lstrip(_WRAPPING)
    news = _at_start(en.NEWS_LABEL, bare) if _may_announce(bare) else None
    said = bare[news.end() :] if news else bare
    if _first_fitting(_NOTES, said):
        return FurnitureKind.CORRECTION
    return FurnitureKind.CAPTION if _is_caption(bare) else None


def _is_caption(block: str) -> bool:
    """Whether a block describes a picture: it says so, or it ends in a credit and shows what somebody does."""
    tail = _credit_tail(block)
    labelled = _holds(block[:_LABEL_REACH], en.CAPTION_MARKS)
    if not (tail or labelled) or _sentences(block) > _CAPTION_SENTENCES:
        return False
    label = _at_start(en.CAPTION_LABEL, block) if labelled else None
    if label:
        return tail is not None or " " in block[label.end() :].strip()
    if not tail:
        return False
    credit, words = block[tail:], _words(block[:tail])
    pictured = en.PICTURE_MARK in credit or not _set(en.PICTURE_WORDS).isdisjoint(_words(credit.lower()))
    return (pictured or _holds_full_date(words)) and _shows(words)


def _shows(words: list[str]) -> bool:
    """Whether somebody does something in the present, or is seen."""
    phrases = (f"{one} {two}" for one, two in pairwise(words))
    return not _set(en.CAPTION_VERBS).isdisjoint(words) or any(phrase in en.CAPTION_PHRASES for phrase in phrases)


def _holds_full_date(words: list[str]) -> bool:
    """Whether a day stands with its month and year, as captions give it."""
    return any(
        year.isdigit() and len(year) == _YEAR_DIGITS and (_is_day(one, two) or _is_day(two, one))
        for one, two, year in zip(words, words[1:], words[2:], strict=False)
    )


def _is_day(month: str, day: str) -> bool:
    return day.isdigit() and len(day) <= _DAY_DIGITS and month[:1].isupper() and month.lower() in MONTHS


def _is_headline(line: str, *, first: bool) -> bool:
    """Whether a block of one line is a heading: the first of the text without a full stop, or marked as one."""
    marks = len(line) - len(line.lstrip("#"))
    if 0 < marks <= _HEADING_LEVELS and line[marks : marks + 1] == " ":
        return True
    bare = line.rstrip(_CLOSERS)
    if not first or len(line.split()) == 1 or len(line) > _HEADLINE_LENGTH or bare.endswith(_ENDS):
        return False
    return _kind_of_line(line) is not FurnitureKind.BYLINE


# --- lines


def _in_line(view: str, line: Span, *, opens: bool) -> list[Furniture]:
    """The furniture in one line: the line as a whole, or what stands at its start and end."""
    words = line.of(view)
    kind = _kind_of_line(words)
    if kind:
        return [Furniture(line, kind)]
    found: list[Furniture] = []
    head = _head(words) if opens else None
    if head:
        found.append(Furniture(Span(line.start, line.start + head[0]), head[1]))
    tail = _credit_tail(words)
    if tail:
        found.append(Furniture(Span(line.start + tail, line.end), FurnitureKind.CREDIT))
    return found


def _kind_of_line(words: str) -> FurnitureKind | None:
    if len(words) > _LINE_LENGTH:
        return None
    if _credit_tail(words) == 0:
        return FurnitureKind.CREDIT
    if _is_dateline(words):
        return FurnitureKind.DATELINE
    bare = words.strip(_WRAPPING)
    rule = _first_fitting(_LINES, bare)
    prose = rule is not None and rule.kind is FurnitureKind.PROMOTION and _sentences(bare) > _PROMOTION_SENTENCES
    return None if rule is None or prose else rule.kind


def _is_dateline(words: str) -> bool:
    """Whether a line is a dateline that nothing follows."""
    capitals = words[:2].isupper()
    marked = words.endswith((")", "—", "-")) and (capitals or _is_signed(words))
    if len(words) > _LABEL_REACH or not (marked or (capitals and words[-1].isdigit())):
        return False
    return _at_start(en.DATELINE_ALONE, words) is not None


def _head(words: str) -> tuple[int, FurnitureKind] | None:
    """The length and kind of the furniture that prose follows on the same line."""
    start = words[:_LABEL_REACH]
    tries: list[tuple[str, FurnitureKind]] = []
    dash = ("-" in start or "—" in start) and _holds(words[:_LINE_LENGTH], en.DATELINE_MARKS)
    if dash and (words[:2].isupper() or "(" in start):
        tries.append((en.DATELINE if _is_signed(words) else en.DATELINE_WITHOUT_AGENCY, FurnitureKind.DATELINE))
    if words[0].isdigit() and (":" in words[:3] or "." in words[:3]):
        tries.append((en.STAMP_HEAD, FurnitureKind.STAMP))
    if _may_announce(words):
        tries.append((en.NEWS_LABEL, FurnitureKind.STAMP))
    matches = ((_at_start(pattern, words), kind) for pattern, kind in tries)
    return next(((len(match.group().rstrip()), kind) for match, kind in matches if match), None)


def _is_signed(words: str) -> bool:
    """Whether an agency opens a bracket, as it does in a dateline."""
    return _holds(words, _bracketed_agencies())


def _may_announce(words: str) -> bool:
    return words[:4].isupper() and _bare(words[:_LABEL_REACH].split(None, 1)[0]) in _set(en.NEWS_LABEL_OPENERS)


def _credit_tail(block: str) -> int | None:
    """Where the credits at the end of `block` begin, or None."""
    near = max(0, len(block) - _LINE_LENGTH)
    end = len(block.rstrip(" ."))
    start = None
    while end > near and (at := _credit_start(block, near, end)) is not None:
        start, end = at, at - 1
    return start


def _credit_start(block: str, near: int, end: int) -> int | None:
    """Where the credit that ends at `end` begins, in brackets or after equals signs."""
    if block[end - 1] == ")":
        start = block.rfind("(", near, end)
        return start if start >= 0 and _is_credit(block[start + 1 : end - 1]) else None
    start = block.rfind("==", near, end)
    if start < 0 or block[start + 2 : end].removeprefix(" ") not in en.AGENCIES:
        return None
    return start - 1 if block[:start].endswith("=") else start


def _is_credit(words: str) -> bool:
    """Whether what stands in brackets says whose picture or report it is."""
    if len(words) > _CREDIT_LENGTH or words.count("/") > _SLASHES or ")" in words or "\n" in words:
        return False
    sides = words.partition("/")[0], words.rpartition("/")[2]
    said, pictures, verbs = set(_words(words)), _set(en.CREDIT_WORDS), _set(en.NO_CREDIT_WORDS)
    return any(side in en.AGENCIES for side in sides) or bool(pictures & said and not verbs & said)


def _words(text: str) -> list[str]:
    return _pattern(r"\w+").findall(text)


def _sentences(block: str) -> int:
    return len(_pattern(r"[a-z)][.!?][\"')]? ").findall(block)) + 1


# --- patterns, compiled on first use


def _first_fitting(rules: tuple[_Rule, ...], words: str) -> _Rule | None:
    """The first of the rules as which `words` begin; the cheap signs come first, so that few patterns are compiled."""
    single, pair = _opening(words)
    near = words[:_LINE_LENGTH]
    for rule in rules:
        if rule.longest is not None and len(words) > rule.longest:
            continue
        openers = _set(rule.openers)
        hopeful = single in openers or pair in openers or _holds(near, rule.marks)
        if hopeful and (near.lower().startswith(rule.whole) or _at_start(rule.pattern, words, rule.flags)):
            return rule
    return None


def _opening(words: str) -> tuple[str, str]:
    """The first word, and the first two joined by "_", as the openers have them."""
    first = words[:_LABEL_REACH].split(None, 2)[:2]
    single = _bare(first[0]) if first else ""
    return single, f"{single}_{_bare(first[1]) if len(first) > 1 else ''}"


def _holds(words: str, marks: tuple[str, ...]) -> bool:
    """Whether one of the marks stands in `words`."""
    for mark in marks:  # noqa: SIM110  # every line is asked many times, and a generator takes twice as long
        if mark in words:
            return True
    return False


@kept
def _bare(word: str) -> str:
    """A word as the openers have it."""
    bare = word.strip('.,:;|()[]!?"').lower()
    return "0" if bare[:1].isdigit() else bare


def _at_start(pattern: str, words: str, flags: int = 0) -> re.Match[str] | None:
    return _pattern(pattern, flags).match(words)


@cache
def _openers() -> tuple[frozenset[str], frozenset[str]]:
    """What furniture begins with, and the first words of those of them that are two."""
    lists = (en.NEWS_LABEL_OPENERS, *(rule.openers for rule in (*_NOTES, *_LINES)))
    known = frozenset(word for words in lists for word in words.split())
    return known, frozenset(word.partition("_")[0] for word in known if "_" in word)


@cache
def _bracketed_agencies() -> tuple[str, ...]:
    return tuple(f"({agency}" for agency in en.AGENCIES)


@cache
def _signs_nearby() -> tuple[str, ...]:
    """What stands near the start of furniture, whatever it begins with."""
    return tuple(mark for rule in (*_NOTES, *_LINES) for mark in rule.marks)


@cache
def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


@cache
def _pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(pattern, flags)
