"""The text diff: which words were deleted and inserted between two texts, and what moved.

It looks closely only where something changed: small edits are told where they stand; else what both texts begin and
end with is set aside, then the paragraphs they share, then the sentences that stand for each other; only within those
are words compared. All limits are counted, none clocked, so the same texts always get the same operations. This is
the only door to diff-match-patch.
"""

from __future__ import annotations

from functools import cached_property

from archivist.diff.align import align
from archivist.diff.budget import Budget, Steps
from archivist.diff.cleanup import absorbed, shifted
from archivist.diff.cover import Cover
from archivist.diff.edits import Edits
from archivist.diff.landmarks import breaks, ends_sentence, shared_sentences
from archivist.diff.movable import Movable
from archivist.diff.moves import Alignment, beside, places, unplaced
from archivist.diff.operations import Same, Shared, Stretch, gaps, operations, prove, with_ends, with_spaces
from archivist.diff.paragraphs import Paragraphs, bare, slots, unmatched
from archivist.diff.passages import passages
from archivist.diff.sequence import Run, anchors, between, joined, longest_common, only_common, shared_at, trimmed
from archivist.diff.strays import strays
from archivist.diff.words import Wording, is_one_word, same_text
from archivist.model.report import Move, TextDiff
from archivist.model.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from archivist.diff.paragraphs import Slot
    from archivist.diff.passages import Passage
    from archivist.diff.words import Words

_ROUNDS = 64  # of the library's search: about as many changes as it can find; its cost grows with their square
_STEPS = 4_000_000  # of the library's search, which takes at most two a round for each item
_SHORT = 256  # cells of a table that is filled sooner than the library is loaded
_PARTED = 1 << 16  # cells of a table above which lists are first parted at what they share once
_LIKE = 0.4  # share of words that sentences without a counterpart must have in common to be compared word by word
_SETTLED = 0.5  # share of the shorter of two paragraphs that stands in both if these are the same, edited
_SLIGHT = 24  # code points at an end of two stretches that make them alike at first sight
_LOOKED_AT = 1 << 16  # code points of a stretch beyond which the quick look is none
_SEVERAL = 6  # words between white space that a quick look needs
_REWRITTEN = 24  # code points deleted and inserted close to each other that may be a sentence for another one
_APART = 8  # code points between two changes that are not close to each other, unless these are larger
_LONG = 1 << 12  # code points of a passage that is not compared with other paragraphs
_WEIGHT = 1 << 13  # code points that stand for paragraphs which are known to be in place
_SURROGATES = range(0xD800, 0xE000)


def diff(old: str, new: str) -> TextDiff:
    """The operations that lead from `old` to `new`, over whole tokens, and the stretches that moved.

    Spans count code points.

    Raises:
        AssertionError: the operations do not give back both texts. It is a bug of this program.
    """
    # One of the two directions is worked out and the other turned, so that no tie is broken in two ways.
    shared = _shared(new, old).turned() if new < old else _shared(old, new)
    moves = [
        Move(number, *stretch, tuple(operations(stretch, with_spaces(old, new, stretch, same))))
        for number, (stretch, same) in enumerate(sorted(shared.moved), 1)
    ]
    whole = Stretch(Span(0, len(old)), Span(0, len(new)))
    ops = tuple(operations(whole, shared.same, moves))
    prove(old, new, ops)
    return TextDiff(ops, tuple(moves), tuple(sorted(stretch.old for stretch in shared.coarse)))


def shared_words(old: Sequence[str], new: Sequence[str]) -> list[Run]:
    """The runs of words that a sentence and a later form of it share, as the text diff tells; accidents are none."""
    runs, _ = _Work("", "").match(old, new)
    return absorbed(runs, old, new)


def _shared(old: str, new: str) -> Shared:
    """What two texts share."""
    if old == new:
        return Shared([Same(0, 0, len(old))], [], [])
    return _Work(old, new).shared(Edits(old, new))


class _Work:
    """One pair of texts, and what may still be spent on it."""

    def __init__(self, old: str, new: str) -> None:
        self.old = old
        self.new = new
        self.budget = Budget()
        self.coarse: list[Stretch] = []
        self._unlike: list[Stretch] = []

    @cached_property
    def _wordings(self) -> tuple[Wording, Wording]:
        """The words of both texts, where they are not the same paragraph by paragraph."""
        old, new = zip(*self._unlike, strict=True) if self._unlike else ((), ())
        return Wording(self.old, old), Wording(self.new, new)

    def _cut(self, stretch: Stretch) -> tuple[Words, Words]:
        """The words of both sides of a stretch."""
        old, new = self._wordings
        return old.within(stretch.old), new.within(stretch.new)

    def shared(self, edits: Edits | None) -> Shared:
        """What both texts share; small edits are told where they stand if `edits` is given, which reads them."""
        first, *others = passages(self.old, self.new, edits)
        if edits and edits.cross():
            return _Work(self.old, self.new).shared(None)
        if not others:
            return Shared(first.same, [], [])
        *blocks, last = others
        whole = Stretch(Span(0, len(self.old)), Span(0, len(self.new)))
        shared = self._between(first.stretch.rest(whole).before(last.stretch), blocks, edits)
        if shared is None:
            return _Work(self.old, self.new).shared(None)
        same = with_ends(self.old, self.new, first.same, shared.same, last.same)
        return shared._replace(same=same)

    def _between(self, middle: Stretch, blocks: Sequence[Passage], edits: Edits | None) -> Shared | None:
        """What a stretch with some passages in it shares, told by its paragraphs and, where need be, its sentences.

        None where `edits` may be wrong.
        """
        # A long passage is worth a number rather than a look at all of it.
        numbers = [
            number if len(block.same) > 1 or len(block.stretch.old) > _LONG else None
            for number, block in enumerate(blocks)
        ]
        old = Paragraphs(self.old, middle.old, [*zip((block.stretch.old for block in blocks), numbers, strict=True)])
        new = Paragraphs(self.new, middle.new, [*zip((block.stretch.new for block in blocks), numbers, strict=True)])
        runs, _ = self.match(old.forms, new.forms)
        lost, gained = unmatched(old, new, runs)
        if edits and edits.cross_with(lost, gained):
            return None
        where = list(slots(old, new, runs, blocks, lost & gained))
        self._unlike = [slot.stretch for slot in where if not slot.same]
        known, any_others = self._settled(where)
        if not any_others and lost.isdisjoint(gained):
            return self._with_strays(middle, [part for same in known.values() for part in same], [])
        known = self._blocks(known)
        return self._by_sentence(middle, self._sentences(old, new, list(known)), known)

    def _settled(self, places: Iterable[Slot]) -> tuple[dict[Stretch, Sequence[Same]], bool]:
        """What is shared in those places whose sentences need not be asked, and whether there are any others."""
        known: dict[Stretch, Sequence[Same]] = {}
        movable = Movable()
        others = False
        for stretch, paired, alike in places:
            if alike:
                known[stretch] = alike
                continue
            same = self.same(stretch) if paired and self._may_be_like(stretch, _SETTLED) else []
            changed = [(gap.old.of(self.old), gap.new.of(self.new)) for gap in gaps(stretch, same)]
            if same and self._is_settled(stretch, same, changed):
                known[stretch] = same
            elif len(stretch.old) and len(stretch.new):
                self.coarse = []  # its sentences are asked first
                others = True
            movable.look(stretch, stretch.old.of(self.old), stretch.new.of(self.new), changed)
        moved = movable.places()
        for stretch in moved:
            known.pop(stretch, None)
        return known, others or bool(moved)

    def _blocks(self, known: Mapping[Stretch, Sequence[Same]]) -> dict[Stretch, Sequence[Same]]:
        """What is known of paragraphs, those that follow each other as one, without white space at their end."""
        joined: list[tuple[Stretch, Sequence[Same]]] = []
        for stretch, same in known.items():
            if joined and joined[-1][0].old.end == stretch.old.start and joined[-1][0].new.end == stretch.new.start:
                joined[-1] = joined[-1][0].to(stretch), [*joined[-1][1], *same]
            else:
                joined.append((stretch, same))
        return {Stretch(bare(self.old, stretch.old), bare(self.new, stretch.new)): same for stretch, same in joined}

    def _is_settled(self, stretch: Stretch, same: Sequence[Same], changed: Iterable[tuple[str, str]]) -> bool:
        """Whether paragraphs were edited so lightly that their sentences need not be asked.

        That is so where they share the larger part, and no stretch of them was written anew. `changed` is the text
        before, between and behind what is the `same`.
        """
        if self.coarse or sum(part.length for part in same) < _SETTLED * min(len(stretch.old), len(stretch.new)):
            return False
        deleted = inserted = 0
        for texts, part in zip(changed, [None, *same], strict=True):
            old, new = map(str.strip, texts)
            if part and part.length >= max(_APART, min(deleted, inserted)):
                deleted = inserted = 0
            deleted += len(old)
            inserted += len(new)
            if min(deleted, inserted) > _REWRITTEN:
                return False
            if old and new and (ends_sentence(old) or ends_sentence(new)):
                return False
        return True

    def _sentences(self, old: Paragraphs, new: Paragraphs, known: Sequence[Stretch]) -> Alignment:
        """The sentences of both sides and the links between them.

        Paragraphs that both sides have count as a sentence each, and so does each side of the pairs that are `known`.
        """
        both = set(old.forms) & set(new.forms)
        closely = self.budget.sentences(
            old.length_without([pair.old for pair in known], both)
            + new.length_without([pair.new for pair in known], both)
        )
        if not closely:
            self.coarse = [Stretch(Span(old.edges[0], old.edges[-1]), Span(new.edges[0], new.edges[-1]))]
        olds = list(old.sentences([pair.old for pair in known], both, closely=closely))
        news = list(new.sentences([pair.new for pair in known], both, closely=closely))
        # A pair that is known is the same sentence on both sides, and no other is; enough of it to outweigh others.
        names = [
            f"{self.old[pair.old.start : min(pair.old.end, pair.old.start + _WEIGHT)]}\0{number}"
            for number, pair in enumerate(known)
        ]
        old_names = {pair.old: name for pair, name in zip(known, names, strict=True)}
        new_names = {pair.new: name for pair, name in zip(known, names, strict=True)}
        old_forms = [old_names.get(sentence.span) or sentence.span.of(self.old) for sentence in olds]
        new_forms = [new_names.get(sentence.span) or sentence.span.of(self.new) for sentence in news]
        return Alignment(olds, news, align(old_forms, new_forms) if olds and news else ())

    def _by_sentence(self, middle: Stretch, alignment: Alignment, known: Mapping[Stretch, Sequence[Same]]) -> Shared:
        """What is shared within a stretch, told by the links between its sentences, and by what is known already."""
        where = places(self.old, self.new, alignment)
        shared: list[Same] = []
        for stretch in where.kept:
            shared += known.get(stretch) or self.same(stretch)
        for stretch in unplaced(middle, where):
            shared += self.same_after_all(stretch)
        for stretch in self._across(gaps(middle, sorted(shared)), where.moved):
            shared += self.same_after_all(stretch)
        return self._with_strays(middle, sorted(shared), where.moved)

    def _across(self, changed: Iterable[Stretch], moved: Sequence[Stretch]) -> Iterator[Stretch]:
        """Those changes that replace parts of several sentences, and are no place that something left or came to."""
        old_moved, new_moved = (
            (Cover(spans) for spans in zip(*moved, strict=True)) if moved else (Cover(()), Cover(()))
        )
        find = breaks()[2].search
        for stretch in changed:
            (i, old_end), (j, new_end) = stretch
            if i == old_end or j == new_end or max(old_end - i, new_end - j) > _LOOKED_AT:
                continue
            if not find(self.old, i, old_end) and not find(self.new, j, new_end):
                continue
            old, new = self.old[i:old_end].strip(), self.new[j:new_end].strip()
            if (
                (old and new)
                and (ends_sentence(old) or ends_sentence(new))
                and not (old_moved.touches(stretch.old) or new_moved.touches(stretch.new))
            ):
                yield stretch

    def _with_strays(self, middle: Stretch, shared: list[Same], moved: list[Stretch]) -> Shared:
        """What is shared in place, and what within all that moved: sentences, and words that stand in no sentence."""
        shared = with_spaces(self.old, self.new, middle, shared)
        moved = beside(shared, moved)
        kept = sum(part.length for part in shared)
        if self.budget.words(len(middle.old) + len(middle.new) - 2 * kept):
            moved = [*moved, *strays(self.old, self.new, middle, shared, moved)]
        stayed = self._stayed(middle, shared, moved) if moved else set()
        if stayed:
            within = (part for stretch in sorted(stayed) for part in self.same(stretch))
            shared = with_spaces(self.old, self.new, middle, sorted([*shared, *within]))
            moved = [stretch for stretch in moved if stretch not in stayed]
        return Shared(shared, [(stretch, self.same(stretch)) for stretch in moved], self.coarse)

    def _stayed(self, middle: Stretch, shared: Sequence[Same], moved: Sequence[Stretch]) -> set[Stretch]:
        """What seems to have moved and is all that stands, on both sides, between what is shared: it was edited."""
        places = {(gap.old.of(self.old).strip(), gap.new.of(self.new).strip()): gap for gap in gaps(middle, shared)}
        texts = ((stretch, (stretch.old.of(self.old), stretch.new.of(self.new))) for stretch in moved)
        return {
            stretch
            for stretch, both in texts
            if (gap := places.get(both)) and gap.old.covers(stretch.old) and gap.new.covers(stretch.new)
        }

    def same(self, stretch: Stretch) -> list[Same]:
        """What the two sides of a stretch share, over whole words."""
        (old_start, old_end), (new_start, new_end) = stretch
        old, new = self.old[old_start:old_end], self.new[new_start:new_end]
        if old == new:
            return [Same(old_start, new_start, len(old))]
        start, end = shared_sentences(old, new)
        head, tail = Same(old_start, new_start, start), Same(old_end - end, new_end - end, end)
        if is_one_word(old[start : len(old) - end]) and is_one_word(new[start : len(new) - end]):
            return [head, tail]
        old_end, new_end = old_end - end, new_end - end
        inner = Stretch(Span(old_start + start, old_end), Span(new_start + start, new_end))
        return [part for part in (head, *self._words(inner), tail) if part.length]

    def _words(self, stretch: Stretch) -> list[Same]:
        """As `same`, for a stretch whose sides differ from the first sentence on to the last."""
        if not self.budget.words(len(stretch.old) + len(stretch.new)):
            self.coarse.append(stretch)
            return []
        old, new = self._cut(stretch)
        runs, complete = self.match(old.forms, new.forms)
        if not complete:
            self.coarse.append(stretch)
        return list(same_text(old, new, shifted(absorbed(runs, old.forms, new.forms), old, new)))

    def same_after_all(self, stretch: Stretch) -> list[Same]:
        """As `same`, for sentences that stand for no other: nothing, unless they have much in common nevertheless."""
        if not self._may_be_like(stretch, _LIKE) or not self.budget.words(len(stretch.old) + len(stretch.new)):
            return []
        old, new = self._cut(stretch)
        least = _LIKE * (len(old.forms) + len(new.forms)) / 2
        if min(len(shared_at(old.forms, new.forms)), len(shared_at(new.forms, old.forms))) < least:
            return []
        runs = absorbed(self.match(old.forms, new.forms)[0], old.forms, new.forms)
        if sum(run.length for run in runs) < least:
            return []
        return list(same_text(old, new, shifted(runs, old, new)))

    def _may_be_like(self, stretch: Stretch, share: float) -> bool:
        """Whether two sides can have so much in common: a quick look, in which marks are part of the word before."""
        left, right = stretch.old.of(self.old), stretch.new.of(self.new)
        if max(len(left), len(right)) > _LOOKED_AT:
            return True
        if left[:_SLIGHT] == right[:_SLIGHT] or left[-_SLIGHT:] == right[-_SLIGHT:]:
            return True
        old, new = left.split(), right.split()
        if len(old) > len(new):
            old, new = new, old
        return len(old) < _SEVERAL or sum(map(set(new).__contains__, old)) >= share * len(old) / 2

    def match(self, old: Sequence[str | int], new: Sequence[str | int]) -> tuple[list[Run], bool]:
        """Which items two lists have in common, and whether the budget sufficed to find all."""
        head, tail = trimmed(old, new)
        old_rest, new_rest = old[head : len(old) - tail], new[head : len(new) - tail]
        ends = [Run(0, 0, head)] if head else [], [Run(len(old) - tail, len(new) - tail, tail)] if tail else []
        if not old_rest or not new_rest:
            return [*ends[0], *ends[1]], True
        old_at, new_at = shared_at(old_rest, new_rest), shared_at(new_rest, old_rest)
        pairs, complete = self._pairs([old_rest[index] for index in old_at], [new_rest[index] for index in new_at])
        middle = joined((head + old_at[i], head + new_at[j]) for i, j in pairs)
        return [*ends[0], *middle, *ends[1]], complete

    def _pairs(self, old: Sequence[str | int], new: Sequence[str | int]) -> tuple[list[tuple[int, int]], bool]:
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

    def _common(self, old: Sequence[str | int], new: Sequence[str | int]) -> tuple[list[tuple[int, int]], bool]:
        """As `_pairs`, for lists that are not parted further: by diff-match-patch, or a table where its rounds end.

        It is not loaded for what it would find in any case: all of two lists that are alike, and of short ones the
        longest that they share, if no other is as long.
        """
        if old == new:
            return [(index, index) for index in range(len(old))], True
        if not old or not new:
            return [], True
        if len(old) * len(new) <= _SHORT and (only := only_common(old, new)) is not None:
            return only, True
        pairs, complete = _library(old, new)
        if not complete and self.budget.match(len(old) * len(new)):
            return longest_common(old, new), True
        return pairs, complete


def _library(old: Sequence[str | int], new: Sequence[str | int]) -> tuple[list[tuple[int, int]], bool]:
    """Which items two lists have in common, by diff-match-patch, and whether it found all in its rounds.

    Each item is encoded as one code point, anew for each pair of lists, so the library cannot cut one in two. Its cost
    grows with the square of the number of differences, that of a table with the product of the lengths.
    """
    from diff_match_patch import diff_match_patch  # start-up time: only texts that differ need it

    ids: dict[str | int, str] = {}
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
