"""Which revision first brought each sentence of a text, or each of its words.

Every text is compared with the one before it. A sentence that stands there too, wherever, keeps its origin; one that
stood in some earlier text and comes back has its old one again; any other was brought by this revision. Its words are
traced through the sentences it was made from, and through the one among all earlier ones that has most of the rest.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from heapq import heappop, heappush
from itertools import pairwise

from archivist.diff.align import align
from archivist.diff.textdiff import shared_words
from archivist.diff.words import Words, words
from archivist.model.noun import NamedTuple
from archivist.model.span import Span
from archivist.text.segment import segment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_RUN = 4
"""Words in a row by which an earlier sentence is remembered."""

_SHARE = 0.5
"""A remembered sentence counts if this share of the words of the longer of the two stands in both."""


class BlamedWord(NamedTuple):
    """A token of the text that does not begin with white space, and the index of the text that first brought it."""

    span: Span
    origin: int


class BlamedSentence(NamedTuple):
    """A sentence of the text, the index of the text that first brought it as it is, and its words if asked for."""

    span: Span
    origin: int
    words: tuple[BlamedWord, ...] = ()


def blame(texts: Iterable[str], *, by_word: bool = False) -> tuple[BlamedSentence, ...]:
    """The sentences of the last of `texts`, each with the index (from 0) of the text that first had it.

    `texts` are the revisions of one article in order. A sentence is the same as long as its words are, white space
    aside; of several copies the first brought is the oldest. The time grows with the number of texts and with what
    changes between neighbours.
    """
    past = _Past(by_word=by_word)
    spans: list[Span] = []
    last = None
    for number, text in enumerate(texts):
        if text != last:
            spans = past.read(number, text)
            last = text
    return tuple(_blamed(*found) for found in zip(spans, past.now, strict=True))


class _State(NamedTuple):
    """The origin of a sentence and, if asked for, of each of its words."""

    origin: int
    words: tuple[int, ...] = ()


class _Standing(NamedTuple):
    """A sentence of the text read last."""

    words: Words
    form: str
    state: _State


class _Past:
    """What all texts read so far tell; `now` holds the sentences of the last one."""

    def __init__(self, *, by_word: bool) -> None:
        self.now: list[_Standing] = []
        self._by_word = by_word
        self._gone: dict[str, list[_State]] = defaultdict(list)  # heaps by form: the oldest comes back first
        self._lines: dict[str, list[Span]] = {}
        self._known: dict[str, tuple[Words, str]] = {}
        self._made: list[_Standing] = []
        self._runs: dict[tuple[str, ...], int] = {}  # by words in a row: the number of the first sentence made of them

    def read(self, number: int, text: str) -> list[Span]:
        """Take in the text of that number; where its sentences stand in it."""
        spans = self._segment(text)
        came = [self._words(span.of(text)) for span in spans]
        kept, sources = self._linked([found for found, _ in came], [form for _, form in came])
        carried = set(kept.values())
        for index, standing in enumerate(self.now):
            if index not in carried:
                heappush(self._gone[standing.form], standing.state)
        self.now = [
            self.now[kept[index]]._replace(words=found)
            if index in kept
            else self._came(number, found, form, sources.get(index, ()))
            for index, (found, form) in enumerate(came)
        ]
        return spans

    def _segment(self, text: str) -> list[Span]:
        """The sentences of a text. Where each paragraph is one line, each distinct one is looked at once."""
        lines = text.splitlines(keepends=True)
        blank = [not line.strip() for line in lines]
        if any(not (one or other) for one, other in pairwise(blank)):
            return [sentence.span for sentence in segment(text)]
        spans: list[Span] = []
        start = 0
        for line in lines:
            if line not in self._lines:
                self._lines[line] = [sentence.span for sentence in segment(line)]
            spans += [Span(start + span.start, start + span.end) for span in self._lines[line]]
            start += len(line)
        return spans

    def _words(self, sentence: str) -> tuple[Words, str]:
        """The words of a sentence, and the form by which it is the same on other lines."""
        if sentence not in self._known:
            found = words(sentence, Span(0, len(sentence)))
            self._known[sentence] = found, " ".join(found.forms)
        return self._known[sentence]

    def _linked(
        self, came: Sequence[Words], forms: Sequence[str]
    ) -> tuple[dict[int, int], dict[int, list[_Standing]]]:
        """By index of a new sentence: the index of the standing one that it is, or those that it was made from."""
        kept: dict[int, int] = {}
        sources: dict[int, list[_Standing]] = defaultdict(list)
        carried: set[int] = set()
        for old, new, _ in align([standing.words.text for standing in self.now], [found.text for found in came]):
            if old is None or new is None:
                continue
            if self.now[old].form == forms[new] and new not in kept and old not in carried:
                kept[new] = old
                carried.add(old)
            sources[new].append(self.now[old])
        return kept, sources

    def _came(self, number: int, found: Words, form: str, sources: Sequence[_Standing]) -> _Standing:
        """A sentence that the text before did not have: back again, edited, or new."""
        if self._gone.get(form):
            return _Standing(found, form, heappop(self._gone[form]))
        if not self._by_word:
            return _Standing(found, form, _State(number))
        standing = _Standing(found, form, _State(number, self._traced(number, found.forms, sources)))
        for run in _runs(found.forms, range(len(found.forms))):
            self._runs.setdefault(run, len(self._made))
        self._made.append(standing)
        return standing

    def _traced(self, number: int, forms: Sequence[str], sources: Sequence[_Standing]) -> tuple[int, ...]:
        """The origin of each word of a sentence that `number` brought and that was made from `sources`."""
        origins = _shared(sources, forms)
        missing = [index for index in range(len(forms)) if index not in origins]
        votes = Counter(self._runs[run] for run in _runs(forms, missing) if run in self._runs)
        if votes:
            likest = self._made[max(votes, key=lambda made: (votes[made], -made))]
            again = _shared([likest], forms)
            if len(again) >= _SHARE * max(len(forms), len(likest.words.forms)):
                origins = again | origins
        return tuple(origins.get(index, number) for index in range(len(forms)))


def _runs(forms: Sequence[str], around: Iterable[int]) -> Iterator[tuple[str, ...]]:
    """The runs of words that have one of those with the indexes `around`, which rise, in it; each once."""
    start = 0
    for index in around:
        for at in range(max(start, index - _RUN + 1), min(index, max(0, len(forms) - _RUN)) + 1):
            yield tuple(forms[at : at + _RUN])
            start = at + 1


def _shared(sources: Sequence[_Standing], forms: Sequence[str]) -> dict[int, int]:
    """By index of each word of a sentence that its sources, one behind the other, have: its origin there."""
    words = [form for source in sources for form in source.words.forms]
    origins = [origin for source in sources for origin in source.state.words]
    return {
        run.new + step: origins[run.old + step] for run in shared_words(words, forms) for step in range(run.length)
    }


def _blamed(span: Span, standing: _Standing) -> BlamedSentence:
    found, _, state = standing
    return BlamedSentence(
        span,
        state.origin,
        tuple(
            BlamedWord(Span(span.start + start, span.start + start + len(form)), origin)
            for start, form, origin in zip(found.starts, found.forms, state.words, strict=False)
        ),
    )
