"""Measure how the text diff reads beside git's word diff and wdiff, on the heaviest edits of real histories.

    python bench/textdiff_reading.py [--limit 100] [--show 3] FILE.jsonl[.gz]...

A file holds one version a line, objects with `doc` and `text`, the versions of a document in order. Of each document
the heaviest edit is taken that still keeps a third of its words, and of these the heaviest. All three are measured
alike, by words between white space:

    hunks       stretches of changed words, with none that is the same between
    kept        share of the old words that are told to have stayed, in place or moved
    changed     words told as deleted or inserted; what moved as it was is neither
    ragged      edges of hunks of five words or more that lie inside a clause: no mark and no line end before them
    islands     one or two short words or marks kept between two hunks of three words or more: matches by accident
"""

from __future__ import annotations

import argparse
import gzip
import json
import shutil
import subprocess
import tempfile
from collections import Counter
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from archivist.diff.textdiff import diff
from archivist.model.report import OpKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LEAST_KEPT = 1 / 3
LONGEST = 60_000
"""Code points of a text that is measured."""

LONG_HUNK = 5
WIDE_HUNK = 3
ISLAND = 2
SHORT = 3
"""Words of a hunk whose edges count, of a hunk beside an island, of an island, and letters of a word in one."""

PAUSES = tuple(".!?…,;:—–-)]”\"’'*_`>|")
MARKS = ("\x01", "\x02", "\x03", "\x04")
"""What wdiff is told to put around deleted and inserted words."""


class Piece(NamedTuple):
    """A stretch of text that is the same (" "), deleted ("-") or inserted ("+"); `moved` if it stands elsewhere."""

    sign: str
    text: str
    moved: bool = False


class Measures(NamedTuple):
    """The counts of one diff, as the module says."""

    hunks: int
    kept: float
    changed: int
    ragged: int
    islands: int


def edits(path: Path) -> Iterator[tuple[str, str, str]]:
    """Each document of a history with the texts of its heaviest edit."""
    data = path.read_bytes()
    lines = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    before: dict[str, str] = {}
    heaviest: dict[str, tuple[int, str, str]] = {}
    for line in filter(None, lines.split("\n")):
        version = json.loads(line)
        doc, new = f"{path.name} {version['doc']}", version["text"]
        old = before.get(doc, new)
        before[doc] = new
        if old != new and max(len(old), len(new)) <= LONGEST:
            weight = changed_words(old, new)
            if weight > heaviest.get(doc, (0, "", ""))[0]:
                heaviest[doc] = weight, old, new
    yield from ((doc, old, new) for doc, (_, old, new) in heaviest.items())


def changed_words(old: str, new: str) -> int:
    """How many words the texts do not share, wherever they stand; 0 where they share too few."""
    left, right = Counter(old.split()), Counter(new.split())
    kept = (left & right).total()
    return left.total() + right.total() - 2 * kept if kept >= LEAST_KEPT * left.total() else 0


def ours(old: str, new: str, _: Path) -> list[Piece]:
    """The pieces as archivist tells them."""
    signs = {OpKind.EQUAL: " ", OpKind.DELETE: "-", OpKind.INSERT: "+"}
    found = diff(old, new)
    pieces = [
        Piece(signs[op.kind], op.new.of(new) if op.kind is OpKind.INSERT else op.old.of(old), op.move is not None)
        for op in found.ops
    ]
    within = [op for move in found.moves for op in move.ops if op.kind is not OpKind.EQUAL]
    return [
        *pieces,
        *(Piece("within", op.old.of(old) or op.new.of(new)) for op in within),
    ]


def git(_old: str, _new: str, folder: Path) -> list[Piece]:
    """The pieces as git's word diff tells them."""
    command = ["git", "diff", "--no-index", "--no-color", "--word-diff=porcelain", "-U999999", "old", "new"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    lines = done.stdout.decode("utf-8").split("\n")
    body = lines[next(at for at, line in enumerate(lines) if line.startswith("@@")) + 1 :]
    return [Piece(" ", "\n") if line == "~" else Piece(line[0], line[1:]) for line in body if line]


def wdiff(_old: str, _new: str, folder: Path) -> list[Piece]:
    """The pieces as wdiff tells them."""
    options = [word for pair in zip(("-w", "-x", "-y", "-z"), MARKS, strict=True) for word in pair]
    done = subprocess.run(["wdiff", *options, "old", "new"], cwd=folder, capture_output=True, check=False)
    pieces, text = [], done.stdout.decode("utf-8")
    while text:
        same, mark, text = text.partition(min(MARKS[0], MARKS[2], key=lambda mark: text.find(mark) % (len(text) + 1)))
        pieces.append(Piece(" ", same))
        if mark:
            changed, _, text = text.partition(MARKS[MARKS.index(mark) + 1])
            pieces.append(Piece("-" if mark == MARKS[0] else "+", changed))
    return pieces


def measured(pieces: Sequence[Piece], old: str) -> Measures:
    """What can be counted of a diff."""
    runs = list(runs_of([piece for piece in pieces if piece.sign != "within"]))
    hunks = [run for run in runs if run[0].sign != " "]
    gone = sum(len(piece.text.split()) for piece in pieces if piece.sign == "-" and not piece.moved)
    come = sum(len(piece.text.split()) for piece in pieces if piece.sign == "+" and not piece.moved)
    within = sum(len(piece.text.split()) for piece in pieces if piece.sign == "within")
    return Measures(
        len(hunks),
        1 - gone / max(1, len(old.split())),
        gone + come + within,
        sum(ragged_edges(before, run, after) for before, run, after in around(runs) if size(run) >= LONG_HUNK),
        sum(
            is_island("".join(piece.text for piece in run)) and min(size(before), size(after)) >= WIDE_HUNK
            for before, run, after in around(runs)
            if run[0].sign == " " and before and after
        ),
    )


def runs_of(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Neighbouring pieces that are all the same, or all changed; white space that is the same parts no hunk."""
    held: list[Piece] = []
    for number, piece in enumerate(pieces):
        inner = 0 < number < len(pieces) - 1 and not piece.text.strip()
        if held and (inner or (piece.sign == " ") == (held[0].sign == " ")):
            held.append(piece)
            continue
        if held:
            yield held
        held = [piece]
    if held:
        yield held


def around(runs: Sequence[list[Piece]]) -> Iterator[tuple[list[Piece], list[Piece], list[Piece]]]:
    """Each run with the one before and the one behind it."""
    edges: list[list[Piece]] = [[], *runs, []]
    for (before, run), (_, after) in pairwise(pairwise(edges)):
        yield before, run, after


def size(run: Sequence[Piece]) -> int:
    """How many words a hunk changes; 0 where it is none."""
    return sum(len(piece.text.split()) for piece in run if piece.sign != " ")


def ragged_edges(before: Sequence[Piece], run: Sequence[Piece], after: Sequence[Piece]) -> int:
    """How many of the two edges of a hunk lie inside a clause."""
    ahead, inside = "".join(piece.text for piece in before), "".join(piece.text for piece in run)
    behind = "".join(piece.text for piece in after)
    return int(inside_clause(ahead, inside)) + int(inside_clause(inside, behind))


def inside_clause(left: str, right: str) -> bool:
    """Whether no mark, line end or end of the text stands between two stretches."""
    bare = left.rstrip()
    if not bare or not right.strip() or bare.endswith(PAUSES) or right.lstrip()[:1] in PAUSES:
        return False
    return "\n" not in left[len(bare) :] + right[: len(right) - len(right.lstrip())]


def is_island(text: str) -> bool:
    """Whether a stretch is no more than a few short words or marks."""
    words = text.split()
    return 0 < len(words) <= ISLAND and all(len(word.strip(".,;:")) <= SHORT for word in words)


TOOLS = {"archivist": ours, "git": git, "wdiff": wdiff}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="+", type=Path)
    parser.add_argument("--limit", type=int, default=100, help="edits that are measured")
    parser.add_argument("--show", type=int, default=0, help="print so many on which archivist is the most behind")
    arguments = parser.parse_args()
    found = [edit for source in arguments.sources for edit in edits(source)]
    found.sort(key=lambda edit: (-changed_words(*edit[1:]), edit[0]))
    tools = {name: tool for name, tool in TOOLS.items() if name == "archivist" or shutil.which(name)}
    results: dict[str, list[Measures]] = {name: [] for name in tools}
    chosen = found[: arguments.limit]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for _, old, new in chosen:
            (folder / "old").write_text(old, encoding="utf-8", newline="")
            (folder / "new").write_text(new, encoding="utf-8", newline="")
            for tool, pieces in tools.items():
                results[tool].append(measured(pieces(old, new, folder), old))
    report(results, len(chosen))
    behind = sorted(range(len(chosen)), key=lambda at: results["archivist"][at].islands, reverse=True)
    for at in behind[: arguments.show]:
        print(f"\n{chosen[at][0]}")
        for tool in tools:
            print(f"  {tool:10}{results[tool][at]}")


def report(results: dict[str, list[Measures]], number: int) -> None:
    """Print a row for each tool: totals, and the median share kept."""
    print(f"{number} edits   {'hunks':>8}{'kept':>9}{'changed':>9}{'ragged':>8}{'islands':>9}")
    for tool in TOOLS:
        if tool not in results:
            print(f"{tool:10}   left out: not installed")
            continue
        rows = results[tool]
        kept = 100 * median(row.kept for row in rows)
        print(
            f"{tool:10}{sum(row.hunks for row in rows):11}{kept:8.1f}%{sum(row.changed for row in rows):9}"
            f"{sum(row.ragged for row in rows):8}{sum(row.islands for row in rows):9}"
        )


if __name__ == "__main__":
    main()
