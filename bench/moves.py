"""Measure whether what moved is told as moved, on shuffles of real texts.

    python bench/moves.py [--limit 300] [--seed 20] [FILE.jsonl[.gz] | FOLDER]...

A file holds objects with a `text`, a folder texts in `*.txt`; without either, the example stories are used. In each
text one to three paragraphs, or as many sentences, are put elsewhere: once as they are, once with a word exchanged in
each. What is told of a piece that moved is one of

    moved         it has both ends, joined by an id
    in place      what it passed is told as moved instead, since that is shorter
    split         some of it is told as moved, some as deleted and inserted
    lost          it is deleted at one place and inserted at the other
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from archivist.diff.textdiff import diff
from archivist.model.report import OpKind
from archivist.model.span import Span
from archivist.text.paragraphs import paragraphs
from archivist.text.segment import segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archivist.model.report import Op, TextDiff

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
MOST = 3
"""Pieces of a text that move."""

FEWEST = 6
"""Pieces of a text that is shuffled, and words of a piece in which one is exchanged."""

LONGEST = 60_000
"""Code points of a text that is shuffled."""


class Piece(NamedTuple):
    """What moved: where it was, where it is, and the edit in it, if any: the span of the old word and of the new."""

    old: Span
    new: Span
    edit: tuple[Span, Span] | None


class Shuffled(NamedTuple):
    """A text, the same with pieces elsewhere, and these."""

    old: str
    new: str
    pieces: list[Piece]


def texts(sources: Sequence[Path]) -> Iterator[str]:
    """All texts of the files and folders."""
    for source in sources:
        if source.is_dir():
            yield from (path.read_text(encoding="utf-8") for path in sorted(source.rglob("*.txt")))
        else:
            data = source.read_bytes()
            lines = (gzip.decompress(data) if source.suffix == ".gz" else data).decode("utf-8")
            yield from (json.loads(line)["text"] for line in lines.split("\n") if line)


def cut(text: str, *, by_sentence: bool) -> list[Span]:
    """The paragraphs or the sentences of a text."""
    return [sentence.span for sentence in segment(text)] if by_sentence else list(paragraphs(text))


def shuffled(text: str, rng: random.Random, *, by_sentence: bool, edited: bool) -> Shuffled | None:
    """The text with pieces elsewhere; None where it has too few that stand in it once.

    A piece that is no sentence at its new place, because of what it stands beside there, is none of `pieces`.
    """
    spans = cut(text, by_sentence=by_sentence)
    times = Counter(span.of(text) for span in spans)
    single = [k for k, span in enumerate(spans) if times[span.of(text)] == 1 and (not edited or words(text, span))]
    if len(single) < FEWEST or len(text) > LONGEST:
        return None
    moved = rng.sample(single, rng.randint(1, min(MOST, len(single) // 2 - 1)))
    order = [k for k in range(len(spans)) if k not in moved]
    for k in moved:
        places = [at for at in range(len(order) + 1) if (order[at - 1] if at else -1) != k - 1]
        order.insert(rng.choice(places), k)
    # The white space stays where it was: only what stands between changes its place.
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    gaps = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    new, pieces = gaps[0], []
    for k, gap in zip(order, gaps[1:], strict=True):
        form, edit = spans[k].of(text), None
        if k in moved and edited:
            form, edit = with_edit(text, spans[k], len(new), rng)
        if k in moved:
            pieces.append(Piece(spans[k], Span(len(new), len(new) + len(form)), edit))
        new += form + gap
    stand = set(cut(new, by_sentence=by_sentence))
    return Shuffled(text, new, [piece for piece in pieces if piece.new in stand])


def words(text: str, span: Span) -> list[Span]:
    """The words of a piece that has at least so many as one may be exchanged."""
    found, at = [], span.start
    for word in span.of(text).split():
        at = text.index(word, at)
        if word.isalpha() and word.islower():  # a capital may begin a sentence
            found.append(Span(at, at + len(word)))
        at += len(word)
    return found if len(found) >= FEWEST else []


def with_edit(text: str, span: Span, at: int, rng: random.Random) -> tuple[str, tuple[Span, Span]]:
    """A piece with one word exchanged, and where that word was in the old and is, as the piece begins at `at`, now."""
    word = rng.choice(words(text, span))
    other = rng.choice(["cormorant", "lantern", "sevenfold", "quietly"])
    start = at + word.start - span.start
    form = text[span.start : word.start] + other + text[word.end : span.end]
    return form, (word, Span(start, start + len(other)))


def same_letters(ops: Iterable[Op], piece: Piece) -> int:
    """How many code points of a piece are the same in `ops`, at their old place in it and at their new one."""
    total = 0
    for op in ops:
        if op.kind is OpKind.EQUAL:
            start = max(op.old.start, piece.old.start, op.old.start + piece.new.start - op.new.start)
            end = min(op.old.end, piece.old.end, op.old.start + piece.new.end - op.new.start)
            total += max(0, end - start)
    return total


def told(found: TextDiff, piece: Piece) -> str:
    """What the diff tells of a piece (see above)."""
    due = 0.9 * (len(piece.old) - (len(piece.edit[0]) if piece.edit else 0))
    moved = sum(same_letters(move.ops, piece) for move in found.moves)
    kept = same_letters(found.ops, piece)
    if moved >= due:
        return "moved"
    if moved + kept >= due:
        return "in place"
    return "split" if moved + kept > len(piece.old) / 2 else "lost"


def shows_edit(found: TextDiff, piece: Piece) -> bool:
    """Whether the edit in a piece is told as a deletion and an insertion not much longer than it is."""
    if piece.edit is None:
        return False
    ops = [op for move in found.moves if move.old.overlaps(piece.old) for op in move.ops] or list(found.ops)
    gone = [op.old for op in ops if op.kind is OpKind.DELETE and op.old.covers(piece.edit[0])]
    come = [op.new for op in ops if op.kind is OpKind.INSERT and op.new.covers(piece.edit[1])]
    return any(len(span) <= 4 * len(piece.edit[0]) + 8 for span in gone) and bool(come)


def main() -> None:
    """Shuffle and count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="*", type=Path, default=[EXAMPLES])
    parser.add_argument("--limit", type=int, default=300, help="texts taken from the sources, at random")
    parser.add_argument("--seed", type=int, default=20, help="which texts are taken, and what moves in them")
    parser.add_argument("--show", action="store_true", help="print the pieces that are not told as moved")
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)  # noqa: S311  # which texts, and what moves
    known = list(texts(arguments.sources))
    sample = rng.sample(known, min(arguments.limit, len(known)))
    print(f"{'':24}{'pieces':>8}{'moved':>9}{'in place':>9}{'split':>9}{'lost':>9}{'edit shown':>12}")
    for by_sentence in (False, True):
        for edited in (False, True):
            counts: Counter[str] = Counter()
            shown = 0
            for text in sample:
                pair = shuffled(text, rng, by_sentence=by_sentence, edited=edited)
                if pair is None:
                    continue
                found = diff(pair.old, pair.new)
                for piece in pair.pieces:
                    verdict = told(found, piece)
                    counts[verdict] += 1
                    shown += shows_edit(found, piece)
                    if arguments.show and verdict in {"split", "lost"}:
                        print(f"  {verdict}: {piece.old.of(pair.old)!r}")
            report(f"{'sentences' if by_sentence else 'paragraphs'}{', edited' if edited else ''}", counts, shown)


def report(name: str, counts: Counter[str], shown: int) -> None:
    """Print one row: shares in percent."""
    total = counts.total()
    shares = "".join(f"{100 * counts[kind] / max(total, 1):8.1f}%" for kind in ("moved", "in place", "split", "lost"))
    edits = f"{100 * shown / total:11.1f}%" if name.endswith("edited") and total else ""
    print(f"{name:24}{total:8}{shares}{edits}")


if __name__ == "__main__":
    main()
