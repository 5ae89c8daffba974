"""The text diff: which words were deleted and inserted between two texts, and what moved.

It looks closely only where something changed: what both texts begin and end with is set aside, then the paragraphs
they share, then the sentences that stand for each other; only within those are words compared. All limits are counted,
none clocked, so the same texts always get the same operations. This is the only door to diff-match-patch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from archivist.diff.align import align
from archivist.diff.budget import Budget, Steps
from archivist.diff.cleanup import absorbed, shifted
from archivist.diff.landmarks import ends_sentence, shared_end, shared_start
from archivist.diff.moves import Alignment, places, unplaced
from archivist.diff.operations import Same, Stretch, gaps, operations, prove, with_spaces
from archivist.diff.paragraphs import Paragraphs, any_moved, slots
from archivist.diff.sequence import Run, anchors, between, joined, longest_common, shared_at, trimmed
from archivist.diff.words import same_text, words
from archivist.model.report import Move, TextDiff
from archivist.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ROUNDS = 64  # of the library's search: about as many changes as it can find; its cost grows with their square
_STEPS = 4_000_000  # of the library's search, which takes at most two a round for each item
_PARTED = 1 << 16  # cells of a table above which lists are first parted at what they share once
_LIKE = 0.4  # share of words that sentences without a counterpart must have in common to be compared word by word
_SLIGHT = 24  # code points in which no sentence can hide that has moved
_SURROGATES = range(0xD800, 0xE000)


def diff(old: str, new: str, alignment: Alignment | None = None) -> TextDiff:
    """The operations that lead from `old` to `new`, over whole tokens, and the stretches that moved.

    `alignment` holds the sentences of both texts and their links, where the caller has them; without it they are found
    here, between the paragraphs that both texts share. Spans count code points.

    Raises:
        AssertionError: the operations do not give back both texts. It is a bug of this program.
    """
    if old == new:
        shared = _Shared([Same(0, 0, len(old))], [], [])
    elif new < old:
        # One of the two directions is worked out and the other turned, so that no tie is broken in two ways.
        shared = _shared(new, old, alignment and alignment.turned()).turned()
    else:
        shared = _shared(old, new, alignment)
    moves = [
        Move(number, *stretch, tuple(operations(stretch, with_spaces(old, new, stretch, same))))
        for number, (stretch, same) in enumerate(sorted(shared.moved), 1)
    ]
    whole = Stretch(Span(0, len(old)), Span(0, len(new)))
    ops = tuple(operations(whole, with_spaces(old, new, whole, shared.same), moves))
    prove(old, new, ops)
    return TextDiff(ops, tuple(moves), tuple(sorted(stretch.old for stretch in shared.coarse)))


def shared_words(old: Sequence[str], new: Sequence[str]) -> list[Run]:
    """The runs of words that a sentence and a later form of it share, as the text diff tells; accidents are none."""
    runs, _ = _Work("", "").match(old, new)
    return absorbed(runs, old, new)


class _Shared(NamedTuple):
    """What two texts share: in place, in order; within each stretch that moved; and what was not looked at closely."""

    same: list[Same]
    moved: list[tuple[Stretch, list[Same]]]
    coarse: list[Stretch]

    def turned(self) -> _Shared:
        """The same with old and new exchanged."""
        moved = [(stretch.turned(), [part.turned() for part in same]) for stretch, same in self.moved]
        return _Shared([part.turned() for part in self.same], moved, [stretch.turned() for stretch in self.coarse])


def _shared(old: str, new: str, alignment: Alignment | None) -> _Shared:
    """What two different texts share."""
    work = _Work(old, new)
    if alignment is not None:
        return work.by_sentence(alignment, Stretch(Span(0, len(old)), Span(0, len(new))))
    start = shared_start(old, new)
    end = shared_end(old, new, start)
    shared = work.by_paragraph(Stretch(Span(start, len(old) - end), Span(start, len(new) - end)))
    same = [Same(0, 0, start), *shared.same, Same(len(old) - end, len(new) - end, end)]
    return shared._replace(same=same)


class _Work:
    """One pair of texts, and what may still be spent on it."""

    def __init__(self, old: str, new: str) -> None:
        self.old = old
        self.new = new
        self.budget = Budget()
        self.coarse: list[Stretch] = []

    def by_paragraph(self, middle: Stretch) -> _Shared:
        """What is shared within a stretch, told by its paragraphs and, where that is not enough, its sentences.

        Paragraphs that both sides have count as a sentence each, and so does a run of them that both sides have.
        """
        old, new = Paragraphs(self.old, middle.old), Paragraphs(self.new, middle.new)
        runs, _ = self.match(old.forms, new.forms)
        slight = None if any_moved(old, new, runs) else self._slight_edits(old, new, runs)
        if slight is not None:
            return _Shared(slight, [], [])
        known = set(old.forms) & set(new.forms)
        closely = self.budget.sentences(old.length_without(known) + new.length_without(known))
        self.coarse = [] if closely else [middle]
        olds = list(old.sentences({run.old: run.length for run in runs}, known, closely=closely))
        news = list(new.sentences({run.new: run.length for run in runs}, known, closely=closely))
        old_forms = [sentence.span.of(self.old) for sentence in olds]
        new_forms = [sentence.span.of(self.new) for sentence in news]
        pairs = align(old_forms, new_forms) if olds and news else ()
        return self.by_sentence(Alignment(olds, news, pairs), middle)

    def _slight_edits(self, old: Paragraphs, new: Paragraphs, runs: Sequence[Run]) -> list[Same] | None:
        """What is shared, if paragraphs were edited so slightly that their sentences need not be asked; else None.

        That is so where what was deleted or what was inserted is too short, wherever it stands, to be a sentence that
        moved, or would have moved as it is; where no sentence was replaced, and edited paragraphs still share the
        larger part with their counterpart.
        """
        shared: list[Same] = []
        gone: set[str] = set()
        come: set[str] = set()
        most_deleted = most_inserted = 0
        for slot in slots(old, new, runs):
            same = self.same(slot.stretch) if slot.paired else []
            if slot.paired and (self.coarse or not _alike(slot.stretch, same)):
                return None
            for gap in gaps(slot.stretch, same):
                deleted, inserted = gap.old.of(self.old).strip(), gap.new.of(self.new).strip()
                if deleted and inserted and (ends_sentence(deleted) or ends_sentence(inserted)):
                    return None
                most_deleted, most_inserted = max(most_deleted, len(deleted)), max(most_inserted, len(inserted))
                gone.add(deleted)
                come.add(inserted)
            if min(most_deleted, most_inserted) > _SLIGHT:
                return None
            shared += same
        return None if any(" " in text for text in gone & come) else shared

    def by_sentence(self, alignment: Alignment, middle: Stretch) -> _Shared:
        """What is shared within a stretch, told by the links between its sentences."""
        where = places(self.old, self.new, alignment)
        shared: list[Same] = []
        for stretch in where.kept:
            shared += self.same(stretch)
        for stretch in unplaced(middle, where):
            shared += self.same_after_all(stretch)
        moved = [(stretch, self.same(stretch)) for stretch in where.moved]
        return _Shared(sorted(shared), moved, self.coarse)

    def same(self, stretch: Stretch) -> list[Same]:
        """What the two sides of a stretch share, over whole words."""
        start, end = stretch.old.start, stretch.new.start
        if stretch.old.of(self.old) == stretch.new.of(self.new):
            return [Same(start, end, len(stretch.old))]
        if not self.budget.words(len(stretch.old) + len(stretch.new)):
            self.coarse.append(stretch)
            return []
        old, new = words(self.old, stretch.old), words(self.new, stretch.new)
        runs, complete = self.match(old.forms, new.forms)
        if not complete:
            self.coarse.append(stretch)
        return list(same_text(old, new, shifted(absorbed(runs, old.forms, new.forms), old, new)))

    def same_after_all(self, stretch: Stretch) -> list[Same]:
        """As `same`, for sentences that stand for no other: nothing, unless they have much in common nevertheless."""
        if not self.budget.words(len(stretch.old) + len(stretch.new)):
            return []
        old, new = words(self.old, stretch.old), words(self.new, stretch.new)
        runs = absorbed(self.match(old.forms, new.forms)[0], old.forms, new.forms)
        if 2 * sum(run.length for run in runs) < _LIKE * (len(old.forms) + len(new.forms)):
            return []
        return list(same_text(old, new, shifted(runs, old, new)))

    def match(self, old: Sequence[str], new: Sequence[str]) -> tuple[list[Run], bool]:
        """Which items two lists have in common, and whether the budget sufficed to find all."""
        head, tail = trimmed(old, new)
        old_rest, new_rest = old[head : len(old) - tail], new[head : len(new) - tail]
        old_at, new_at = shared_at(old_rest, new_rest), shared_at(new_rest, old_rest)
        pairs, complete = self._pairs([old_rest[index] for index in old_at], [new_rest[index] for index in new_at])
        first = [(index, index) for index in range(head)]
        middle = [(head + old_at[i], head + new_at[j]) for i, j in pairs]
        last = [(len(old) - index, len(new) - index) for index in range(tail, 0, -1)]
        return joined([*first, *middle, *last]), complete

    def _pairs(self, old: Sequence[str], new: Sequence[str]) -> tuple[list[tuple[int, int]], bool]:
        """As `match`, item by item. Long lists are parted first at the items that occur once on each side."""
        if len(old) * len(new) <= _PARTED:
            return self._common(old, new)
        parts = anchors(old, new)
        pairs = list(parts)
        complete = True
        for old_part, new_part in between(len(old), len(new), parts):
            found, all_found = self._common(old[old_part], new[new_part])
            pairs += [(old_part.start + i, new_part.start + j) for i, j in found]
            complete = complete and all_found
        return sorted(pairs), complete

    def _common(self, old: Sequence[str], new: Sequence[str]) -> tuple[list[tuple[int, int]], bool]:
        """As `_pairs`, for lists that are not parted further: by diff-match-patch, or a table where its rounds end."""
        if not old or not new:
            return [], True
        pairs, complete = _library(old, new)
        if not complete and self.budget.match(len(old) * len(new)):
            return longest_common(old, new), True
        return pairs, complete


def _alike(stretch: Stretch, same: Iterable[Same]) -> bool:
    """Whether the two sides of a stretch have the larger part of the shorter one in common."""
    return 2 * sum(part.length for part in same) >= min(len(stretch.old), len(stretch.new))


def _library(old: Sequence[str], new: Sequence[str]) -> tuple[list[tuple[int, int]], bool]:
    """Which items two lists have in common, by diff-match-patch, and whether it found all in its rounds.

    Each item is encoded as one code point, anew for each pair of lists, so the library cannot cut one in two. Its cost
    grows with the square of the number of differences, that of a table with the product of the lengths.
    """
    from diff_match_patch import diff_match_patch  # start-up time: only texts that differ need it

    ids: dict[str, str] = {}
    for item in (*old, *new):
        number = len(ids)
        ids.setdefault(item, chr(number if number < _SURROGATES.start else number + len(_SURROGATES)))
    old_chars, new_chars = ("".join(map(ids.__getitem__, items)) for items in (old, new))
    library = diff_match_patch()
    library.Diff_Timeout = 0  # turns off a shortcut that is not bounded; the deadline below stays in force
    steps = Steps(min(_ROUNDS, _STEPS // (len(old) + len(new))))
    pairs: list[tuple[int, int]] = []
    i = j = 0
    for kind, chars in library.diff_main(old_chars, new_chars, checklines=False, deadline=steps):
        if kind == library.DIFF_EQUAL:
            pairs += zip(range(i, i + len(chars)), range(j, j + len(chars)), strict=True)
        i += len(chars) if kind != library.DIFF_INSERT else 0
        j += len(chars) if kind != library.DIFF_DELETE else 0
    return pairs, not steps.spent
