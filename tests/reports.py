"""Reports made by hand, for tests of what is made of a report."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from archivist.model.claim import Claim, ClaimKind, CueClass, Figure
from archivist.model.report import (
    Change,
    ChangeKind,
    Disclosure,
    Evidence,
    Facet,
    FacetKind,
    MetadataChange,
    Op,
    OpKind,
    Report,
    TextDiff,
)
from archivist.model.span import Span
from archivist.render.source import SourceInfo

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

OLD = SourceInfo("old.txt", "a" * 64, 10, 10)
NEW = SourceInfo("new.txt", "b" * 64, 12, 12)


def words(text: str) -> list[str]:
    return re.findall(r"\s|\w+|[^\w\s]", text)


def ops(old: str, new: str) -> tuple[Op, ...]:
    """A text diff over words, by the standard library."""
    a, b = words(old), words(new)
    made: list[Op] = []
    at_old = at_new = 0
    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        old_end, new_end = at_old + sum(map(len, a[i:j])), at_new + sum(map(len, b[k:m]))
        if tag == "equal":
            made.append(Op(OpKind.EQUAL, Span(at_old, old_end), Span(at_new, new_end)))
        else:
            if old_end > at_old:
                made.append(Op(OpKind.DELETE, Span(at_old, old_end), Span(at_new, at_new)))
            if new_end > at_new:
                made.append(Op(OpKind.INSERT, Span(old_end, old_end), Span(at_new, new_end)))
        at_old, at_new = old_end, new_end
    return tuple(made)


def report(
    old: str,
    new: str,
    changes: Sequence[Change] = (),
    metadata: Sequence[MetadataChange] = (),
    diff: TextDiff | None = None,
) -> Report:
    return Report(old, new, tuple(metadata), tuple(changes), diff or TextDiff(ops(old, new), ()))


def find(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def statement(text: str, whole: str, source: str | None = None, cue: str | None = None) -> Claim:
    """A claim over the words `whole` of `text`."""
    return Claim(
        ClaimKind.STATEMENT if source else ClaimKind.ASSERTION,
        find(text, whole),
        "test",
        source=find(text, source) if source else None,
        cue=find(text, cue) if cue else None,
        cue_class=CueClass.NEUTRAL if cue else None,
        source_name=source,
    )


def figure(text: str, words_of_it: str, value: Decimal, unit: str = "") -> Figure:
    return Figure(find(text, words_of_it), value, unit)


def changed(old: Claim, new: Claim, *facets: Facet, moved: bool = False) -> Change:
    return Change(ChangeKind.CHANGED, old, new, facets, moved, Disclosure.UNDISCLOSED, "test", 80)


def change(
    kind: ChangeKind, old: Claim | None, new: Claim | None, disclosed: Disclosure | None = None, *, moved: bool = False
) -> Change:
    """A change without facets."""
    return Change(kind, old, new, (), moved, disclosed, "test", 35)


def facet(kind: FacetKind, old: tuple[str, str] | None, new: tuple[str, str] | None, difference: str = "") -> Facet:
    """A facet from (text, words in it) on both sides."""
    return Facet(
        kind,
        Evidence(find(*old), old[1]) if old else None,
        Evidence(find(*new), new[1]) if new else None,
        difference,
        "test",
    )
