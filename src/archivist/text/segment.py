"""Text to paragraphs and sentences, with offsets.

Rules of our own for English, and the sentence marks of other scripts. A mark is only a candidate: what stands before
and behind it decides, and no more than a bounded stretch of either is looked at, so the time grows with the text.
"""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache
from itertools import pairwise

from archivist.model.noun import NamedTuple
from archivist.model.span import Sentence, Span
from archivist.text import en_abbreviations as en
from archivist.text.paragraphs import Excerpt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BEHIND, _AHEAD = 60, 120
"""How many code points before and behind a mark are looked at."""

_NARROWEST, _WIDEST = 40, 120
"""A line broken because it reached the margin, not because its writer ended it, is at least and at most this long."""

_FEWEST_LETTERS = 4
"""A small word this long is no abbreviation, whatever follows its full stop: those of that length are on the lists."""

_LONGEST_KEPT = 2000
"""Code points of a run whose sentences are kept for when it is read again; almost all are shorter."""

_BULLETS = "•‣⁃▪●◦·"

_OPENING = " \n\"'([{-—–¿¡*" + _BULLETS
"""What may stand between a mark and the first word of the next sentence, with typography folded."""

_STRONG = "。！？｡।॥؟۔։።။។៕"
"""Marks of other scripts that end a sentence wherever they stand, with a space behind them or without."""

_GREEK_QUESTION = ";\u037e"
"""The Greek question mark: a semicolon by its look."""

_GREEK = "\u0370"
"""The first character of the Greek blocks."""

_PARTICLES = "とっなのはがをにでも、，"
"""What follows a quotation that goes on as part of a Japanese or Chinese sentence."""


def segment(text: str) -> tuple[Sentence, ...]:
    """The sentences of `text`, in order.

    They lie inside one paragraph each, do not overlap, have no white space at their ends, and cover every character
    that is not white space. A line that its writer ended by hand (a headline, a list item) ends its sentence; one that
    merely reached the margin does not. The sentences of a quotation are sentences of their own, but a quotation and
    the words that say whose it is are one (“Go!” he said).
    """
    paragraphs = Excerpt(text)
    read = Paragraphs(paragraphs)
    return tuple(sentence for number in paragraphs.numbers() for sentence in read.sentences(number))


class Paragraphs:
    """The paragraphs of a text, each of which is cut into sentences when it is asked for."""

    def __init__(self, paragraphs: Excerpt) -> None:
        self._text = paragraphs.text
        self._paragraphs = paragraphs

    def sentences(self, number: int) -> tuple[Sentence, ...]:
        """The sentences of the paragraph with this number, as `segment` gives them."""
        lines = _lines(self._text, self._paragraphs[number])
        runs = _runs(self._text, lines, self._margin) if len(lines) > 1 else lines
        view = self._paragraphs.view
        return tuple(Sentence(span, number) for run in runs for span in _sentences(self._text, view, run))

    @cached_property
    def _margin(self) -> int:
        return _margin(self._text, (_lines(self._text, span) for span in self._paragraphs))


def _lines(text: str, paragraph: Span) -> list[Span]:
    """The lines of a paragraph, without the white space around them."""
    lines = paragraph.of(text).splitlines(keepends=True)
    if len(lines) == 1:
        return [paragraph]
    found: list[Span] = []
    start = paragraph.start
    for line in lines:
        bare = line.strip()
        first = start + line.index(bare)
        found.append(Span(first, first + len(bare)))
        start += len(line)
    return found


def _margin(text: str, blocks: Iterable[list[Span]]) -> int:
    """The length to which lines are filled before they are broken; 0 where no sentence runs over several lines."""
    filled = (
        len(line)
        for lines in blocks
        for line, following in pairwise(lines)
        if _NARROWEST <= len(line) <= _WIDEST and text[following.start].islower()
    )
    return max(filled, default=0)


def _runs(text: str, lines: list[Span], margin: int) -> Iterator[Span]:
    """The stretches of a paragraph's lines that belong together: also "He was", and "77." that had no room there."""
    start = lines[0].start
    for line, following in pairwise(lines):
        word = text[following.start : min(following.end, following.start + _WIDEST)].split(maxsplit=1)[0]
        last = text[line.end - 1]
        goes_on = word.lstrip("[(\"'“‘«_")[:1].islower() or last in ",-–—("
        full = margin > 0 and len(line) + 1 + len(word) > margin
        pushed = full and word[0].isdigit() and (last.isalnum() or last == ",")
        item = not pushed and _list_mark().match(text, following.start, following.end)
        if item or not (goes_on or full):
            yield Span(start, line.end)
            start = following.start
    yield Span(start, lines[-1].end)


@cache
def _list_mark() -> re.Pattern[str]:
    """What a line begins with that is an item of a list."""
    return re.compile(rf"[-*+>#{_BULLETS}]\s|[{_BULLETS}]?\s?\(?(?:\d{{1,3}}|[a-z])(?:\.\)|[.)])\s")


def _number(text: str, at: int = 0) -> re.Match[str] | None:
    """The number or letter that stands there, behind a bullet or not, if it can be that of an item of a list."""
    return _numeral().match(text, at + text.startswith(tuple(_BULLETS), at))


@cache
def _numeral() -> re.Pattern[str]:
    return re.compile(r"\s?\(?(?P<number>\d{1,3}|[A-Za-z]|[IVXivx]{2,4})(?=[.)]|$)")


class _Mark(NamedTuple):
    """A mark that may end a sentence, and what surrounds it, with typography folded."""

    mark: str
    closers: str
    word: str
    ahead: str
    casual: bool


_KINDS = {
    **dict.fromkeys(".!?…‼⁇⁈⁉", "mark"),
    **dict.fromkeys(_BULLETS, "bullet"),
    **dict.fromkeys(_STRONG + _GREEK_QUESTION, "strong"),
}
"""The kind of a candidate that begins with a character; an item with a bracket behind it begins with its number."""


@cache
def _spot() -> re.Pattern[str]:
    """The characters of `_KINDS`: the full stop and four others of Latin-1, and what is no word beyond it.

    A class of what they are not compiles fast; a few others beyond Latin-1 belong to it too.
    """
    return re.compile(r"[^\0- \"-\-/-:<->@-\u00b6\u00b8-\u00ff\w\s]")


@cache
def _candidate(kind: str | None = None) -> re.Pattern[str]:
    """A candidate of one kind, or of any. Its last group tells which: `around`, `bullet`, `item` or `closers`.

    Characters beyond Latin-1 stand each for itself: a class of them takes longer to compile than a page to be read.
    """
    closing = "|".join(map(re.escape, "”’»›)]}」』】〉》）＂"))
    closers = rf"(?:{closing}|[\"'](?![^\W_])|[“„](?![^\W_])){{0,6}}(?:\[\w{{1,3}}\]){{0,4}}"
    smileys = r"(?:[ ]?(?:[\U0001F300-\U0001FAFF]\ufe0f?|[\u2600-\u27bf]\ufe0f?|[:;=]-?[()DP](?!\w))){0,9}"
    kinds = {
        "strong": rf"(?:[{_STRONG}]+[!?]*|(?<=[\u0370-\u03ff\u1f00-\u1fff])[;\u037e](?=\s))(?P<around>{closers})",
        "bullet": rf"(?P<bullet>(?<=\s)[{_BULLETS}](?=\s?\w))",
        "item": r"(?P<item>(?<=\s)\(?(?:\d{1,3}|[a-z])(?:\.\)|\))(?=\s))",
        "mark": rf"(?P<mark>\.(?:[ ]\.)+|(?:[.!?]++|…++|[‼⁇-⁉]++)++(?:[ ][!?]+)*)(?P<closers>{closers}){smileys}",
    }
    return re.compile("|".join(kinds.values()) if kind is None else kinds[kind])


def _kind(text: str, at: int) -> str | None:
    """The kind of the candidate that may begin there."""
    if text[at] in _GREEK_QUESTION and text[at - 1 : at] < _GREEK:
        return None
    return _KINDS.get(text[at])


def _sentences(text: str, folded: str, run: Span) -> Iterator[Span]:
    """The sentences of one run."""
    if _spot().search(text, run.start, run.end - 1) is None and text.find(")", run.start, run.end) < 0:
        yield run  # nothing in it ends a sentence before the run does
        return
    before = max(run.start - 1, 0)  # an item of a list begins behind white space
    cut = _cut if len(run) <= _LONGEST_KEPT else _cut.__wrapped__
    for start, end in cut(text[before : run.end], folded[before : run.end], run.start - before):
        yield Span(before + start, before + end)


@lru_cache(maxsize=1024)
def _cut(text: str, folded: str, start: int) -> tuple[tuple[int, int], ...]:
    """Where the sentences of a run that begins at `start` and ends with `text` start and end.

    They are kept: most of what is read is read in two revisions, for its claims and for the page that shows them.
    """
    found: list[tuple[int, int]] = []
    run = Span(start, len(text))
    done = start
    casual: bool | None = None
    items = _has_item(text, start)
    spots = _candidate() if items else _spot()  # the latter is ten times as fast as the whole pattern at every place
    for at in [spot.start() for spot in spots.finditer(text, start)]:
        if at < done or _stands_inside(folded, start, at):
            continue
        if _ends_plainly(folded, start, at, run.end):
            end = done = at + 1
        else:
            kind = None if items else _kind(text, at)
            match = _candidate(kind).match(text, at) if items or kind else None
            if match is None:
                continue
            done = match.end()
            casual = _is_casual(run.of(folded)) if casual is None else casual
            end = _end(folded, Span(start, run.end), match, casual=casual)
        if start < end < run.end:
            found.append((start, start + len(text[start:end].rstrip())))
            start = end
            while text[start].isspace():
                start += 1
    return (*found, (start, run.end))


def _has_item(text: str, start: int) -> bool:
    """Whether an item of a list stands behind `start`, told by looking at each bracket that white space follows."""
    at = text.find(")", start)
    while at >= 0:
        if text[at + 1 : at + 2].isspace():
            near = max(start, at - len("(123."))
            if _candidate("item").search(text, near, at + len(") ")) is not None:
                return True
        at = text.find(")", at + 1)
    return False


def _stands_inside(folded: str, start: int, at: int) -> bool:
    """Whether what stands at `at` is a full stop inside a word or number, as `_end` would tell: 3.5, ab.example."""
    following = folded[at + 1 : at + 2]
    return (
        folded[at] == "."
        and ("a" <= following <= "z" or "0" <= following <= "9")
        and _number(folded, start) is None  # else it may be the number of the next item of a list
    )


def _ends_plainly(folded: str, start: int, at: int, stop: int) -> bool:
    """Whether at `at` the sentence from `start` ends as most do, and so as `_end` would tell: in a full stop.

    It stands after a word that is no abbreviation nor a number, before a space and a capital or where the run stops.
    """
    following = folded[at + 1 : at + 3]
    if folded[at] != "." or not ((following[:1] == " " and "A" <= following[1:] <= "Z") or at + 1 == stop):
        return False
    space = folded.rfind(" ", max(start, at - _BEHIND), at)
    word = folded[space + 1 : at]
    return space >= 0 and en.is_spoken(word)


def _is_casual(run: str) -> bool:
    """Whether the writer does without capitals, so that a small letter may begin a sentence."""
    return run[0].islower() or _small_i().search(run) is not None


@cache
def _small_i() -> re.Pattern[str]:
    """The word "I" without its capital; its letter comes first, because a pattern is sought by its first letter."""
    return re.compile(r"i(?<=\si)(?:'?m|'?ve)?\s")


def _end(folded: str, rest: Span, match: re.Match[str], *, casual: bool) -> int:
    """Where the sentence that begins at `rest.start` ends if it ends at this candidate, else -1."""
    if match.lastgroup == "around":
        goes_on = match["around"] and folded[match.end() : match.end() + 1] in _PARTICLES
        return -1 if goes_on else match.end()
    if match.lastgroup == "bullet":
        return match.start()
    if match.lastgroup == "item":
        return match.start() if _is_next_item(_number(folded, rest.start), match["item"]) else -1
    before = folded[max(rest.start, match.start() - _BEHIND) : match.start()]
    word = before.split()[-1].lstrip("\"'([{") if before.strip() else ""
    if match["mark"] == "." and (opening := _number(folded, rest.start)):
        if _is_next_item(opening, word):
            return match.start() - len(word)
        if opening.end() == match.start():
            return -1
    at = _Mark(
        mark=match["mark"],
        closers=folded[match.start("closers") : match.end("closers")],
        word=word,
        ahead=folded[match.end() : min(rest.end, match.end() + _AHEAD)],
        casual=casual,
    )
    return match.end() if _ends(at) else -1


def _is_next_item(opening: re.Match[str] | None, item: str) -> bool:
    """Whether a sentence that opens with this number is the item of a list that comes before `item`."""
    following = _number(item) if opening else None
    if opening is None or following is None:
        return False
    before, after = opening["number"], following["number"]
    if before.isdigit() and after.isdigit():
        return int(after) == int(before) + 1
    small = len(before) == len(after) == 1 and before.islower()  # capitals are initials: J. K. Lund
    return small and ord(after) == ord(before) + 1


def _ends(at: _Mark) -> bool:
    """Whether the sentence ends at this mark and the closing marks behind it."""
    if at.mark[0] in ".…" and at.closers.startswith("]") and at.word == "":
        return _opens(at)  # [...] stands for words left out
    if not at.ahead[:1].isspace():
        return _ends_unspaced(at)
    following = at.ahead.lstrip(_OPENING)
    word = _first_word(following)
    quoted = '"' in at.closers or "'" in at.closers
    if word[:1].islower() and word.islower() and not following.startswith(("http:", "https:", "www.")):
        return _ends_before_small_letter(at)
    if quoted:
        return en.speaker().match(following) is None
    return at.mark != "." or _ends_after_word(at, word)


def _ends_unspaced(at: _Mark) -> bool:
    """Whether a sentence ends at a mark with no space behind, as in "…the end.Then"."""
    follows = _capitalised().match(at.ahead)
    if follows is None or _is_ellipsis(at.mark) or not at.word.isalpha():
        return False
    return (at.word.islower() and len(at.word) > 1) or follows[1].lower() in en.OPENERS


def _is_ellipsis(mark: str) -> bool:
    return mark[0] == "…" or (mark[0] == "." and len(mark) > 1)


def _ends_before_small_letter(at: _Mark) -> bool:
    """Whether a sentence ends although the next word has a small initial: "de Lima", or a writer without capitals."""
    if at.closers or _is_ellipsis(at.mark) or not at.word.isalpha():
        return False
    if at.mark != ".":
        return at.casual or at.word.islower()
    lists = (en.MAYBE_LAST, en.MAYBE_LAST_NAMES, en.BEFORE_NAME, en.BEFORE_MORE, en.BEFORE_NUMBER)
    if any(at.word.lower() in known for known in lists):
        return False
    return at.casual or (at.word.islower() and len(at.word) >= _FEWEST_LETTERS)


def _ends_after_word(at: _Mark, following: str) -> bool:
    """Whether a full stop ends a sentence where the next word has no small initial."""
    bare = at.word.lower().rsplit("-")[-1]  # D-Calif.
    capital = at.word[:1].isupper()
    pointing = bare in en.BEFORE_BRACKET and at.ahead.lstrip().startswith(("(", "["))
    if pointing or (capital and bare in en.BEFORE_NAME) or bare in en.BEFORE_MORE:
        return False
    if bare in en.BEFORE_NUMBER:
        return not following[:1].isdigit()
    if bare in {"a.m", "p.m"}:
        return following.lower() not in en.AFTER_HOUR
    if bare in en.MAYBE_LAST or (capital and bare in en.MAYBE_LAST_NAMES) or en.abbreviated().fullmatch(at.word):
        return _opens(at)
    return True


def _opens(at: _Mark) -> bool:
    """Whether what follows begins a sentence by its look: a word that is no name but has a capital, or a quotation."""
    following = at.ahead.lstrip(_OPENING)
    quotation = '"' in at.ahead[: len(at.ahead) - len(following)]
    return following[:1].isupper() and (quotation or _first_word(following).lower() in en.OPENERS)


def _first_word(ahead: str) -> str:
    """The word that `ahead` begins with, or nothing."""
    found = _word().match(ahead)
    return found[0] if found else ""


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[\w'&]{1,40}")


@cache
def _capitalised() -> re.Pattern[str]:
    return re.compile(r"\"?([A-Z][a-z]{1,20}|I|A)(?=[\s,'])")
