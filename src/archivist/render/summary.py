"""A report in numbers."""

from __future__ import annotations

from collections import Counter

from archivist.model.noun import NamedTuple
from archivist.model.report import ChangeKind, FacetKind, OpKind
from archivist.text.script import is_latin, word_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from archivist.model.report import Op, Report

_JOINERS = "-.,:/'’‐‑&"
"""What may stand within a word: "1,200", "twenty-one", "and/or" and "AT&T" are one each."""


class WordCount(NamedTuple):
    """How many words came, went, stayed in place and moved unchanged."""

    added: int
    removed: int
    kept: int
    moved: int

    @property
    def share_kept(self) -> float | None:
        """The share of the old words that still stand in the new text, moved or not; None where there were none.

        Cut to three digits, not rounded: 1.0 says that none is missing.
        """
        stay = self.kept + self.moved
        return stay * 1000 // (stay + self.removed) / 1000 if stay + self.removed else None


class Summary(NamedTuple):
    """A report in numbers; `kinds` and `facets` name every kind, also those that did not occur."""

    changes: int
    substantive: int
    kinds: Mapping[ChangeKind, int]
    facets: Mapping[FacetKind, int]
    words: WordCount


def summarise(report: Report) -> Summary:
    """Count what a report says. The words are counted over the operations of the text diff."""
    kinds = Counter(change.kind for change in report.changes)
    facets = Counter(facet.facet for change in report.changes for facet in change.facets)
    return Summary(
        changes=len(report.changes),
        substantive=sum(change.substantive for change in report.changes),
        kinds={kind: kinds[kind] for kind in ChangeKind},
        facets={facet: facets[facet] for facet in FacetKind},
        words=_words(report),
    )


def count_words(text: str) -> int:
    """The words of `text`: what stands between spaces, without punctuation; "1,200" and "twenty-one" are one each."""
    if not is_latin(text):
        return len(word_pattern(text, _JOINERS).findall(text))
    chunks = text.split()
    others = [chunk for chunk in chunks if not chunk.isalpha()]  # the rest are a word each
    return len(chunks) - len(others) + len(word_pattern("", _JOINERS).findall(" ".join(others)))


def share_changed(old: str, new: str) -> float:
    """The share of the words of two texts that one of them alone has, from 0 to 1, wherever they stand.

    A glance at how much changed, without aligning anything: a text whose sentences were only moved has 0.
    """
    was, now = (Counter(word_pattern(text, _JOINERS).findall(text)) for text in (old, new))
    total = was.total() + now.total()
    return ((was - now).total() + (now - was).total()) / total if total else 0.0


def _words(report: Report) -> WordCount:
    in_place = _count((op for op in report.ops if op.move is None), report)
    inside = _count((op for move in report.diff.moves for op in move.ops), report)
    return WordCount(
        added=in_place[OpKind.INSERT] + inside[OpKind.INSERT],
        removed=in_place[OpKind.DELETE] + inside[OpKind.DELETE],
        kept=in_place[OpKind.EQUAL],
        moved=inside[OpKind.EQUAL],
    )


def _count(ops: Iterable[Op], report: Report) -> Counter[OpKind]:
    words: Counter[OpKind] = Counter()
    for op in ops:
        words[op.kind] += count_words(op.new.of(report.new_text) or op.old.of(report.old_text))
    return words
