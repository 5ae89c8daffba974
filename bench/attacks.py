"""Look for a text that the search for claims, and with it one of its regular expressions, reads in quadratic time.

    python bench/attacks.py [--limit 400]

Collects every pattern that `archivist.claims` and `archivist.text` hold, and makes texts of what they look for: each
word of a pattern, and letters, digits and marks two by two, repeated thousands of times. Reading twice the text must
not take much more than twice the CPU time; four times would be quadratic. Prints the worst texts, and exits with 1 if
one grows faster.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import random
import re
import sys
import time
from itertools import permutations
from typing import TYPE_CHECKING

from archivist.claims.extract import extract

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

PACKAGES = ("archivist.claims", "archivist.claims.en", "archivist.text")
MARKS = ("a", "A", "1", " ", ".", ",", "-", "'", "“", "(", "$", "\n")
LENGTH = 4_000
ALLOWED = 3.0
SEED = 6
SHOWN = 8


def pattern_texts(module: ModuleType) -> Iterator[str]:
    """The patterns that a module lists by name, as text."""
    for name, listed in vars(module).items():
        if name.endswith("PATTERNS") and isinstance(listed, dict):
            yield from (pattern for pattern in listed.values() if isinstance(pattern, str))


def pieces() -> list[str]:
    """What to repeat: words of the patterns, alone and joined, and marks two by two."""
    words: dict[str, None] = {}
    for package in PACKAGES:
        for found in pkgutil.iter_modules(importlib.import_module(package).__path__, f"{package}."):
            for pattern in pattern_texts(importlib.import_module(found.name)):
                words |= dict.fromkeys(re.findall(r"[A-Za-z]{2,}", pattern))
    made = [word + joint for word in words for joint in (" ", "-", ", ")]
    return [*MARKS, *("".join(pair) for pair in permutations(MARKS, 2)), *made]


def spent(text: str, runs: int) -> float:
    """The least CPU time of some readings."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        extract(text)
        times.append(time.process_time() - start)
    return max(min(times), 1e-9)


def growth(piece: str) -> float:
    """How many times as long twice the text takes; measured again where it looks bad."""
    texts = [piece * (length // len(piece)) for length in (LENGTH, 2 * LENGTH)]
    ratio = spent(texts[1], 1) / spent(texts[0], 1)
    return ratio if ratio < ALLOWED else spent(texts[1], 3) / spent(texts[0], 3)


def main() -> int:
    """Attack and print the worst."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=int, default=400, help="texts tried, at random; 0 for all")
    limit = parser.parse_args().limit
    every = pieces()
    chosen = random.Random(SEED).sample(every, limit) if 0 < limit < len(every) else every  # noqa: S311  # no secrets
    extract("A first text. ")
    worst = sorted(((growth(piece), piece) for piece in chosen), reverse=True)
    print(f"{len(chosen)} of {len(every)} texts, {LENGTH:,} and {2 * LENGTH:,} characters")
    for ratio, piece in worst[:SHOWN]:
        print(f"  x{ratio:5.2f}  {piece!r}")
    return int(worst[0][0] > ALLOWED)


if __name__ == "__main__":
    sys.exit(main())
