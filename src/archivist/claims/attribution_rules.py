"""The rules that find source, cue and content in one sentence."""

from __future__ import annotations

from functools import cache, cached_property
from itertools import takewhile

from archivist.claims.attribution_cues import agrees, cue_at, triggers
from archivist.claims.attribution_end import given_later, last_word, stands_alone
from archivist.claims.attribution_phrases import is_finite, source_right, subject
from archivist.claims.attribution_start import first_word, fits, is_marked
from archivist.claims.attribution_words import DASH, QUOTATION
from archivist.claims.en.cues import NOUNS, Form, Frame, cues
from archivist.claims.en.sources import (
    AUXILIARIES,
    CLITICS,
    DOCUMENTS,
    NOT_LABELS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
)
from archivist.model.claim import CueClass
from archivist.model.noun import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.claims.attribution_cues import CueWords
    from archivist.claims.attribution_phrases import Phrase
    from archivist.claims.attribution_words import Words

_LINKS = frozenset({",", "and", "but", DASH, ";", "however"})
_NOT_RESUMED = frozenset({"but", "and", "while", "who", "which", "as", "according"})
_BEFORE_PARTICIPLE = frozenset({",", "by", "while", "when", "in", "before", "after", "without", "for"})
_ENDS = frozenset({".", "?", "!"})
_NEAR = 10  # words in which a clause shows its verb
_LONGEST_LABEL = 6  # words before the colon of "Ann Roe: …"
_LONGEST_CLAUSE = 60  # words in which a clause shows its verb, wherever its subject ends
_LONGEST_INVERTED = 20  # words of a source after a cue where no quotation mark shows the inversion


class Found(NamedTuple):
    """An attribution in words: first and last word of each part, and the last word that is read by it."""

    rule: str
    source: Phrase | None
    cue: Phrase
    cue_class: CueClass | None
    content: tuple[Phrase, ...]
    end: int
    form: Form | None = None


class Progress:
    """How far a stretch of words has been read."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.floor = 0  # the first word that belongs to no attribution yet
        self.sentence = 0  # the first word of the sentence
        self.latest: Found | None = None  # the sentence's last attribution that has a source and a finite cue
        self.relative: int | None = None  # the pronoun, if the last attribution was in a relative clause

    @cached_property
    def headline(self) -> bool:
        """Whether most words have capitals, as in a headline; elsewhere a capitalised word is no cue."""
        letters = [at for at, low in enumerate(self.words.low) if low[0].isalpha()]
        return 2 * sum(self.words.capital(at) for at in letters) > len(letters)


@cache
def _stops() -> frozenset[str]:
    """The words at which an attribution can be found, and the marks that end a sentence."""
    return _ENDS | triggers()


def found_in(words: Words) -> list[Found]:
    """The attributions in a stretch of words, in order."""
    found: list[Found] = []
    progress = Progress(words)
    done = 0
    known = _stops()
    for at in [at for at, low in enumerate(words.low) if low in known]:
        if at < done:
            continue
        if words.low[at] in _ENDS:
            progress.floor = progress.sentence = at + 1
            progress.latest = progress.relative = None
            continue
        one = _at(progress, at)
        if one is not None:
            found.append(one)
            progress.relative = None
            if one.source is not None and words.low[one.source[0]] in RELATIVES and one.source[0] > 1:
                progress.relative = one.source[0]
            elif one.form is not None and one.source is not None:
                progress.latest = one
            progress.floor = done = max(one.end, at) + 1
    return found


def _at(progress: Progress, at: int) -> Found | None:
    """The attribution whose cue stands at word `at`."""
    words = progress.words
    low = words.low[at]
    if low == "according" and words.low[at + 1 : at + 2] == ("to",):
        return _according(progress, at)
    if low == ":":
        return _label(progress, at)
    found: Found | None = None
    if low in cues() and (not words.capital(at) or at == progress.sentence or progress.headline):
        found = _verb(progress, at)
    return found or (_noun(progress, at) if low in NOUNS else None)


def _verb(progress: Progress, at: int) -> Found | None:
    """The attribution by the verb at `at`, in whatever order its parts stand."""
    words, floor = progress.words, progress.floor
    cue = cue_at(words, at, floor)
    if cue is None or (not cue.helped and cue.cue.form is Form.PARTICIPLE):
        return None
    if cue.passive:
        return _passive(progress, cue)
    return _inverted(progress, cue) or (_participle(progress, cue) if cue.bare_ing else _with_subject(progress, cue))


def _with_subject(progress: Progress, cue: CueWords) -> Found | None:
    source = subject(progress.words, cue.first - 1, progress.floor) or _owner(progress, cue.first - 1)
    if source is None:
        return _coordinated(progress, cue)
    return _source_first(progress, source, cue) if agrees(progress.words, source, cue) else None


def _owner(progress: Progress, comma: int) -> Phrase | None:
    """The noun phrase before an attribution in its relative clause: Ann Roe, who claims the post, | said."""
    words, relative = progress.words, progress.relative
    if relative is None or comma != progress.floor or words.low[comma] != ",":
        return None
    owner = subject(words, relative - 2, progress.sentence)
    return (owner[0], comma) if owner is not None else None


def _source_first(progress: Progress, source: Phrase, found: CueWords) -> Found | None:
    """X said that … · “…,” X said · …, X said, …."""
    words, last = progress.words, found.last
    behind, start = _sides(progress, source, found)
    end = last
    if start is not None:
        end = last_word(words, start, found.cue, progress.sentence)
        if words.low[source[0]] in RELATIVES and words.low[source[0] - 1] == ",":
            end = next((at - 1 for at in range(start + 1, end) if words.low[at] == ","), end)
        if behind is None and given_later(words, start, end):
            return None
        last += words.low[last + 1] == ":"
    return _spoken(source, (found.first, last), found, behind, (start, end) if start is not None else None)


def _sides(progress: Progress, source: Phrase, found: CueWords) -> tuple[Phrase | None, int | None]:
    """The content before the source, and where content starts after the cue, as far as there is any."""
    words, last = progress.words, found.last
    behind = _behind(progress, source[0] - 1) if found.cue.frame & Frame.SPEECH else None
    start = _content_start(words, found)
    if start is not None and not is_marked(words, start) and _is_no_finding(words, source, start, found):
        start = None
    inserted = words.low[last + 1 : last + 2] == (",",)
    if behind is None:
        return None, start
    if start is None:
        return behind, _resumed(words, last + 1) if inserted else None
    told = found.cue.frame & Frame.ADDRESSEE and words.low[start] not in {QUOTATION, "that"}
    if told or (words.low[start] in PREPOSITIONS and words.low[start] != "to"):
        return behind, None
    if (inserted or words.low[source[0] - 1] == QUOTATION) and stands_alone(words, behind, start):
        return behind, start
    return None, start


def _spoken(source: Phrase, cue: Phrase, found: CueWords, behind: Phrase | None, ahead: Phrase | None) -> Found | None:
    """An attribution with content before, after or on both sides of source and cue."""
    content = tuple(part for part in (behind, ahead) if part is not None)
    if not content:
        return None
    rule = "inside" if len(content) > 1 else "after" if behind is not None else "before"
    end = ahead[1] if ahead is not None else max(source[1], cue[1])
    return Found(rule, source, cue, found.cue_class, content, end, found.cue.form)


def _is_no_finding(words: Words, source: Phrase, start: int, found: CueWords) -> bool:
    """Whether something was found or shown, not found out: officers found | a bell."""
    if not found.cue.frame & Frame.FINDING or not DOCUMENTS.isdisjoint(words.low[source[0] : source[1] + 1]):
        return False
    clause = takewhile(lambda low: low[0].isalnum(), words.low[start : start + _NEAR])
    return AUXILIARIES.isdisjoint(clause)


def _content_start(words: Words, found: CueWords) -> int | None:
    start = first_word(words, found.last + 1, found.cue)
    return start if start is not None and fits(words, start, found.cue) else None


def _behind(progress: Progress, before: int) -> Phrase | None:
    """The content before a source: all of the sentence so far that belongs to no other attribution."""
    words, first = progress.words, progress.floor
    if before < first:
        return None
    last = before
    if words.low[last] == ",":
        last -= 1
    elif words.low[last] != QUOTATION:
        return None
    while first < last and words.low[first] in _LINKS and (first > progress.sentence or words.low[first] == "however"):
        first += 1
    return (first, last) if first <= last else None


def _resumed(words: Words, comma: int) -> int | None:
    """Where content goes on after an insertion: “We will,” she said, | “not sell.”."""
    at = comma + 1
    if at >= words.size or words.low[at] in _NOT_RESUMED or words.low[at].endswith("ing"):
        return None
    return at


def _inverted(progress: Progress, found: CueWords) -> Found | None:
    """“…,” said X · …, said X · Said X: “…”."""
    words, cue = progress.words, found.cue
    told = cue.frame & Frame.ADDRESSEE and cue.frame & Frame.CLAUSE  # nobody writes: “…,” told Ann Roe
    if told or not cue.frame & Frame.SPEECH or cue.form not in {Form.PAST, Form.THIRD}:
        return None
    source = source_right(words, found.last + 1)
    if source is None:
        return None
    after = words.low[source[1] + 1] if source[1] + 1 < words.size else "."
    behind: Phrase | None = None
    if found.first == progress.sentence:
        start = source[1] + 2 if after == ":" else None
    else:
        behind = _behind(progress, found.first - 1)
        if behind is None or not _may_invert(progress, found, source, behind):
            return None
        quoted_again = after == "," and words.low[source[1] + 2 : source[1] + 3] == (QUOTATION,)
        start = source[1] + 2 if quoted_again else None
    ahead = None
    if start is not None and start < words.size:
        ahead = start, last_word(words, start, cue, progress.sentence)
    return _spoken(source, (found.first, found.last), found, behind, ahead)


def _may_invert(progress: Progress, found: CueWords, source: Phrase, behind: Phrase) -> bool:
    """Whether what follows the cue is its source.

    Without a quotation mark before the cue, what precedes must be a clause and what follows nothing but a name.
    """
    words = progress.words
    if words.low[behind[1]] == QUOTATION:
        return True
    clause = any(
        is_finite(words, at) or words.low[at].endswith("ed")
        for at in range(max(behind[0], behind[1] - _LONGEST_CLAUSE), behind[1] + 1)
    )
    if not clause and found.cue.frame & Frame.OBJECT and subject(words, found.first - 1, progress.floor) is not None:
        return False
    before_relative = takewhile(lambda low: low not in RELATIVES, words.low[source[0] : source[1] + 1])
    busy = any(low in AUXILIARIES and low not in CLITICS for low in before_relative)
    after = words.low[source[1] + 1] if source[1] + 1 < words.size else "."
    short = source[1] - source[0] <= _LONGEST_INVERTED
    return not busy and short and after in {".", ","} and words.low[found.last + 1] not in {"that", "it", "there"}


def _participle(progress: Progress, found: CueWords) -> Found | None:
    """…, saying that …: the source is that of the sentence; a statement saying …: it stands before the participle."""
    words, cue = progress.words, found.cue
    start = _content_start(words, found)
    if found.first < 1 or start is None:
        return None
    before = words.low[found.first - 1]
    if cue.frame & Frame.FINDING and not is_marked(words, start):
        return None
    source = progress.latest.source if progress.latest is not None else _first_subject(progress, found.first)
    marked = words.low[start] in {"that", QUOTATION}
    if before in DOCUMENTS or (marked and cue.frame & Frame.SPEECH and words.capital(found.first - 1)):
        source = subject(words, found.first - 1, progress.floor) or source
    elif before not in _BEFORE_PARTICIPLE:
        return None
    end = last_word(words, start, cue, progress.sentence)
    return Found("participle", source, (found.first, found.last), found.cue_class, ((start, end),), end)


def _first_subject(progress: Progress, end: int) -> Phrase | None:
    """The subject of the clause that a participle at `end` hangs on: X filed a complaint, | claiming …."""
    words = progress.words
    for at in range(progress.floor + 1, min(end, progress.floor + _LONGEST_CLAUSE)):
        if is_finite(words, at) or (words.low[at].endswith("ed") and not words.capital(at)):
            return subject(words, at - 1, progress.floor)
    return None


def _coordinated(progress: Progress, found: CueWords) -> Found | None:
    """X called it unfair and vowed …: the source is that of the cue before."""
    words, cue, latest = progress.words, found.cue, progress.latest
    if latest is None or latest.form is not cue.form or words.low[found.first - 1] not in {"and", "but", "then", "or"}:
        return None
    start = _content_start(words, found)
    if start is None:
        return None
    end = last_word(words, start, cue, progress.sentence)
    content = ((start, end),)
    return Found("coordinated", latest.source, (found.first, found.last), found.cue_class, content, end, cue.form)


def _passive(progress: Progress, found: CueWords) -> Found | None:
    """Y was criticized by X."""
    words, last = progress.words, found.last
    if words.low[last + 1 : last + 2] != ("by",):
        return None
    content = subject(words, found.first - 1, progress.floor)
    source = source_right(words, last + 2)
    if content is None or source is None:
        return None
    if words.low[content[1]] == ",":
        content = content[0], content[1] - 1
    return Found("passive", source, (found.first, last), found.cue_class, (content,), source[1])


def _according(progress: Progress, at: int) -> Found | None:
    """According to X, … · …, according to X."""
    words = progress.words
    opens = at in {progress.sentence, progress.floor}
    source = source_right(words, at + 2)
    if source is None:
        return None
    if opens:
        source = source[0], _before_content(words, source)
        first = source[1] + 1
        first += words.low[first : first + 1] == (",",)
        if first >= words.size or words.low[first] in {".", ";"}:
            return None
        content = first, last_word(words, first, cues()["said"], progress.sentence)
        end = content[1]
    else:
        last = at - 1 if words.low[at - 1] != "," else at - 2
        content = progress.floor if last >= progress.floor else progress.sentence, last
        end = source[1]
    if content[0] > content[1]:
        return None
    return Found("according-to", source, (at, at + 1), CueClass.NEUTRAL, (content,), end)


def _before_content(words: Words, source: Phrase) -> int:
    """The last word of a source that content follows: before its first comma, or the one that ends its apposition."""
    commas = [at for at in range(source[0], min(source[1] + 2, words.size)) if words.low[at] == ","]
    if not commas:
        return source[1]
    if len(commas) > 1:
        opening = words.low[commas[0] + 1]
        noun = opening in {"a", "an", "the", "one"} and not any(
            is_finite(words, at) for at in range(commas[0] + 1, commas[1])
        )
        goes_on = words.low[commas[1] + 1 : commas[1] + 2] in ((), ("which",), ("who",), ("and",))
        if (noun or opening in {"who", "which", "whose"}) and not goes_on:
            return commas[1] - 1
    return commas[0] - 1


def _label(progress: Progress, colon: int) -> Found | None:
    """Ann Roe: …, as in headlines and transcripts."""
    words, first = progress.words, progress.sentence
    if progress.floor != first or not 0 < colon - first <= _LONGEST_LABEL or colon + 2 >= words.size:
        return None
    label = words.low[first:colon]
    named = all(words.capital(at) or words.low[at] in {"of", "the", "and"} for at in range(first, colon))
    if not named or label[0] in {"said", "says"} or not NOT_LABELS.isdisjoint(label):
        return None
    if any(low in cues() or not low[0].isalpha() for low in label) and not progress.headline:
        return None
    if words.touches(colon + 1) or not (words.capital(colon + 1) or words.low[colon + 1] == QUOTATION):
        return None
    last = words.size - 1
    while last > colon + 1 and words.low[last] in _ENDS:
        last -= 1
    return Found("label", (first, colon - 1), (colon, colon), CueClass.NEUTRAL, ((colon + 1, last),), last)


def _noun(progress: Progress, at: int) -> Found | None:
    """X's claim that …."""
    words = progress.words
    if words.low[at + 1 : at + 2] != ("that",):
        return None
    for owner in range(at - 1, max(progress.floor, at - 4) - 1, -1):
        low = words.low[owner]
        if low in POSSESSIVES or low in CLITICS:
            source = (owner, owner) if low in POSSESSIVES else subject(words, owner, progress.floor)
            if source is None:
                return None
            end = last_word(words, at + 1, cues()["says"], progress.sentence)
            return Found("noun", source, (owner + 1, at), None, ((at + 1, end),), end)
    return None
