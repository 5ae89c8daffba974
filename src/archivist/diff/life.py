"""The life of a story, sentence by sentence: when each came, was edited, moved, went and came back.

A *thread* is a sentence followed through its edits. Two neighbouring texts are aligned; a sentence that stands in both
goes on, one that stands for another one edited goes on as edited, one whose words stood in an earlier text is back.
The origins are those of `archivist.diff.blame.blame`: a sentence is the same as long as its words are, white space
aside.
"""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from heapq import heappop, heappush

from archivist.diff.align import align
from archivist.diff.words import words
from archivist.model.noun import NamedTuple
from archivist.model.span import Span
from archivist.text.segment import segment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Turn(StrEnum):
    """What a text did to a sentence that stands in it."""

    CAME = "came"
    KEPT = "kept"
    EDITED = "edited"
    BACK = "back"


class Standing(NamedTuple):
    """A sentence as it stands in one text.

    `span` is its place there, in code points. `thread` is the index in `Life.threads` of the sentence that it carries
    on. `origin` is the index of the text that first had it in these words. `turn` is what this text did to it, and
    `moved` is true where it stands at another place among its neighbours than in the text before.
    """

    span: Span
    thread: int
    origin: int
    turn: Turn
    moved: bool = False


class Life(NamedTuple):
    """The sentences of a story's texts.

    `texts` holds those of each text in order. `threads` is the number of threads, numbered from 0 in reading order: a
    new sentence stands behind the one that it came after.
    """

    texts: tuple[tuple[Standing, ...], ...]
    threads: int


def life(texts: Iterable[str]) -> Life:
    """The life of the story whose revisions in order are `texts`.

    Where a sentence was split, its first part goes on and the others come; where some were joined, the first goes on
    and the others go. The time grows with the number of texts and with what changes between neighbours.
    """
    past = _Past()
    last = None
    told: list[tuple[_Sentence, ...]] = []
    for number, text in enumerate(texts):
        if text == last:
            past.now = [one._replace(turn=Turn.KEPT, moved=False) for one in past.now]
        else:
            past.read(number, text)
        told.append(tuple(past.now))
        last = text
    place = past.reading_order()
    return Life(
        tuple(
            tuple(Standing(one.span, place[one.thread], one.origin, one.turn, one.moved) for one in sentences)
            for sentences in told
        ),
        len(place),
    )


class _Sentence(NamedTuple):
    """A sentence of the text read last; `form` is what is the same on other lines."""

    text: str
    form: str
    span: Span
    thread: int
    origin: int
    turn: Turn
    moved: bool = False


class _Past:
    """What all texts read so far tell; `now` holds the sentences of the last one."""

    def __init__(self) -> None:
        self.now: list[_Sentence] = []
        self._gone: dict[str, list[tuple[int, int]]] = defaultdict(list)  # heaps of origin and thread, by form
        self._behind: list[int] = []  # by thread: the one that stands behind it, -1 for none
        self._first = -1

    def read(self, number: int, text: str) -> None:
        """Take in the text of that number."""
        spans = [sentence.span for sentence in segment(text)]
        came = [span.of(text) for span in spans]
        forms = [_form(sentence) for sentence in came]
        links = _Links(self.now, came, forms)
        for index, sentence in enumerate(self.now):
            if index not in links.carried:
                heappush(self._gone[sentence.form], (sentence.origin, sentence.thread))
        taken = {self.now[index].thread for index in links.kept.values()}
        standing: list[_Sentence] = []
        for index, (span, content, form) in enumerate(zip(spans, came, forms, strict=True)):
            before = standing[-1].thread if standing else -1
            moved = index in links.moved
            if index in links.kept:
                old = self.now[links.kept[index]]
                standing.append(_Sentence(content, form, span, old.thread, old.origin, Turn.KEPT, moved))
                continue
            source = self.now[links.sources[index]].thread if index in links.sources else None
            origin, thread, turn = self._came(number, form, source, taken)
            if thread is None:
                thread = self._new_thread(before)
            taken.add(thread)
            standing.append(_Sentence(content, form, span, thread, origin, turn, moved))
        self.now = standing

    def reading_order(self) -> list[int]:
        """By thread: its place among all."""
        place = [0] * len(self._behind)
        thread = self._first
        for number in range(len(place)):
            place[thread] = number
            thread = self._behind[thread]
        return place

    def _came(self, number: int, form: str, source: int | None, taken: set[int]) -> tuple[int, int | None, Turn]:
        """The origin of a sentence that the text before did not have, its thread (None: a new one), and its turn."""
        if self._gone.get(form):
            origin, thread = heappop(self._gone[form])
            thread = source if source is not None else thread
            return origin, None if thread in taken else thread, Turn.BACK
        if source is not None and source not in taken:
            return number, source, Turn.EDITED
        return number, None, Turn.CAME

    def _new_thread(self, before: int) -> int:
        """A thread that stands behind the thread `before`, or first of all."""
        thread = len(self._behind)
        if before < 0:
            self._behind.append(self._first)
            self._first = thread
        else:
            self._behind.append(self._behind[before])
            self._behind[before] = thread
        return thread


class _Links:
    """What an alignment says of two texts.

    By index of a new sentence: `kept` is the index of the standing one that it is, `sources` that of the first one it
    was made from. `carried` are the indexes of the standing ones that go on as they are, `moved` those of the new ones
    that stand elsewhere.
    """

    def __init__(self, now: Sequence[_Sentence], came: Sequence[str], forms: Sequence[str]) -> None:
        self.kept: dict[int, int] = {}
        self.sources: dict[int, int] = {}
        self.carried: set[int] = set()
        self.moved: set[int] = set()
        for old, new, moved in align([sentence.text for sentence in now], came):
            if old is None or new is None:
                continue
            if moved:
                self.moved.add(new)
            if now[old].form == forms[new] and new not in self.kept and old not in self.carried:
                self.kept[new] = old
                self.carried.add(old)
            self.sources.setdefault(new, old)


def _form(sentence: str) -> str:
    """The words of a sentence, by which it is the same whatever white space stands between them."""
    return " ".join(words(sentence, Span(0, len(sentence))).forms)
