"""Measure the search for claims and their comparison in a long-lived process, and that the work is linear.

    python bench/claims.py [--rounds 5]

Texts are made of the stories in `examples/`, two to a text, in revisions that a fixed seed chooses; a pair is such a
text and the same in the revisions after those. Times are CPU times, the median of some rounds. Ratios are to the text
diff of the same pairs and to the SHA-256 of the same texts, the least that any work on them costs.

One edited sentence in a long text is held against two things. The first is the text diff of the pair, which does
little but find how far both texts go on alike. At most three times as long was asked for and is not reached: to read
two sentences for all that a claim carries, and to compare them, takes ten times as long as comparing 200,000 code
points in memory. The second is the comparison of the edited paragraph as a text of its own, which is what would be
left if the length cost nothing. It is near one where a claim asks the text for its neighbours only, and more where it
asks for a name, since that is looked for by its letters in the whole text.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import time
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from archivist.claims.extract import extract
from archivist.diff.report import compare
from archivist.diff.textdiff import diff

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Pair = tuple[str, str]

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
SEED = 4
SIZE = 5_000
TEXTS = 60
LENGTHS = (62_500, 125_000, 250_000, 500_000, 1_000_000)
ONE_EDIT = (50_000, 200_000, 1_000_000)
EDITS = {
    "a word": ("It was entry ", "It was not entry "),
    "a word of a quotation": ("But we would rather be careful", "But we would rather be quick"),
    "a figure beside names": ("Some 12,000 households", "Some 14,000 households"),
}
"""What is edited in the middle of the text, by what its claim carries."""


def revisions() -> list[list[Pair]]:
    """For each example story, its revisions with the one after each."""
    stories = sorted(path for path in EXAMPLES.iterdir() if path.is_dir())
    texts = [[path.read_text(encoding="utf-8") for path in sorted(story.glob("*.txt"))] for story in stories]
    return [list(pairwise(versions)) for versions in texts]


def stories(size: int, count: int) -> list[Pair]:
    """Pairs of stories of at least `size` code points, each with words of its own."""
    rng = random.Random(SEED)  # noqa: S311  # made-up texts, no secrets
    every = revisions()
    found: list[Pair] = []
    for number in range(count):
        chosen: list[Pair] = []
        while sum(len(old) for old, _ in chosen) < size:
            old, new = rng.choice(every[len(chosen) % len(every)])
            mark = f"\n\nIt was entry {number}-{len(chosen)} of the day.\n\n"
            chosen.append((old + mark, new + mark))
        found.append(("".join(old for old, _ in chosen), "".join(new for _, new in chosen)))
    return found


def seconds(work: Callable[[], object], rounds: int) -> float:
    """The median CPU time of several rounds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return median(times)


def hashed(texts: Iterable[str]) -> None:
    """Hash every text."""
    for text in texts:
        hashlib.sha256(text.encode()).digest()


def speed(rounds: int) -> None:
    """Documents and pairs a second, beside the text diff and the hash."""
    pairs = stories(SIZE, TEXTS)
    texts = [old for old, _ in pairs]
    compare(*pairs[0])  # what is built once and kept
    rows: dict[str, Callable[[], object]] = {
        "extract": lambda: [extract(text) for text in texts],
        "compare": lambda: [compare(*pair) for pair in pairs],
        "text diff alone": lambda: [diff(*pair) for pair in pairs],
        "sha256 of the old texts": lambda: hashed(texts),
    }
    took = {name: seconds(work, rounds) for name, work in rows.items()}
    print(f"{TEXTS} stories of {sum(map(len, texts)) // TEXTS} code points")
    for name, spent in took.items():
        ratios = (took["text diff alone"], took["sha256 of the old texts"])
        print(
            f"  {name:24}{TEXTS / spent:10.0f} a second{spent / ratios[0]:8.2f} x text diff"
            f"{spent / ratios[1]:10.0f} x sha256"
        )


def one_edit(rounds: int) -> None:
    """What claims add to the text diff where one sentence of a long text was edited, and to its paragraph alone."""
    print("one edited sentence")
    for length in ONE_EDIT:
        ((text, _),) = stories(length, 1)
        for name, (old, new) in EDITS.items():
            at = text.index(old, len(text) // 2)
            other = text[:at] + new + text[at + len(old) :]
            paragraph = text[text.rindex("\n\n", 0, at) + 2 : text.index("\n\n", at)]
            times = [
                seconds(work, rounds * 20)
                for work in (
                    lambda: diff(text, other),  # noqa: B023  # called at once
                    lambda: compare(text, other),  # noqa: B023
                    lambda: compare(paragraph, paragraph.replace(old, new)),  # noqa: B023
                )
            ]
            words, whole, alone = (time * 1000 for time in times)
            print(
                f"  {len(text):>9,} {name:24}text diff {words:5.2f} ms, compare {whole:5.2f} ms:{whole / words:6.1f} x"
                f"{whole / alone:7.1f} x its paragraph alone"
            )


def growth() -> None:
    """Time a code point by length: the same for all lengths where the work is linear."""
    print("extract, and compare with a revision, by length")
    for length in LENGTHS:
        (pair,) = stories(length, 1)
        read, compared = seconds(lambda: extract(pair[0]), 1), seconds(lambda: compare(*pair), 1)  # noqa: B023  # called at once
        print(f"  {length:>9,}{read / length * 1e6:10.2f} µs{compared / length * 1e6:10.2f} µs a code point")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    speed(rounds)
    one_edit(rounds)
    growth()


if __name__ == "__main__":
    main()
