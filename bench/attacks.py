"""Look for a text that the search for claims, and with it one of its regular expressions, reads in quadratic time.

    python bench/attacks.py [--limit 400]

Collects every pattern that `archivist.claims` and `archivist.text` hold, and makes texts of what they look for: each
word of a pattern, and letters, digits and marks two by two, repeated thousands of times; and pieces of news with
another word in each. They are read as a whole, as a part of a text that a comparison asks for, and beside a text with
other words. Twice the text must not take much more than twice the CPU time; four times would be quadratic. Prints the
worst texts, and exits with 1 if one grows faster.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import random
import re
import sys
import time
from itertools import islice, permutations, product
from string import ascii_lowercase
from typing import TYPE_CHECKING

from archivist.claims.extract import extract
from archivist.diff.report import compare
from archivist.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

PACKAGES = ("archivist.claims", "archivist.claims.en", "archivist.text")
MARKS = ("a", "A", "1", " ", ".", ",", "-", "'", "“", "(", "$", "\n")
PIECES = (
    *(
        "{name} said no. ",
        "{name} ",
        "Al-{name}. ",
        "{name}, the {word}, ",
        "New {name} of {name} ",
        "{capitals} won ",
    ),
    *("Bo {name} ({capitals}) ", "({capitals}) ", "the {word} said so. ", "He said {word}. ", "Roe said {word}, and "),
    *("“{word},” she said. ", "‘{word}’ ", "“{word} ", "{name}: no\n", "{name} Harbour Bridge Falls Today\n"),
    *("{number} people ", "{number} to {number}, ", "${number}m ", "March {number} ", "{number} days ago, "),
    *("not {word} ", "may {word} ", "no {word} nor {word}, ", "{word}.\n\n", "* {word}\n", "{word} {word}-{word} "),
    *("[{word}](http://{word}) ", "By {name}\n\n", "Photo: {name}\n\n", "Correction: not {number}.\n\n"),
)
"""Pieces that are repeated with another word, name, number or word in capitals in each."""

LENGTH = 16_000
LEAST = 0.03
"""Seconds of CPU time. What takes less is not judged: clocks are too coarse for it."""
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


def filled(piece: str, length: int, first: int = 0) -> str:
    """The piece over and over, with other words in it each time, from the word with this number on."""
    if "{" not in piece:
        return piece * (length // len(piece))
    words = enumerate(map("".join, islice(product(ascii_lowercase, repeat=3), first, None)), first)
    made = (piece.format(word=word, name=word.title(), capitals=word.upper(), number=at) for at, word in words)
    return "".join(islice(made, length // len(piece)))


def seconds(work: Callable[[], object], runs: int) -> float:
    """The least CPU time of some runs."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return max(min(times), 1e-9)


def works(piece: str, length: int) -> dict[str, Callable[[], object]]:
    """What is done with a text made of a piece."""
    text = filled(piece, length)
    if "{" not in piece:
        return {"read": lambda: extract(text)}
    other = filled(piece, length, first=9_000)
    return {
        "read": lambda: extract(text),
        "read as a part": lambda: extract(text, within=[Span(0, len(text))]),
        "compare": lambda: compare(text, other),
    }


def growth(piece: str) -> tuple[float, str]:
    """How many times as long twice the text takes, and to do what; measured again where it looks bad."""
    found = []
    for name, work in works(piece, LENGTH).items():
        twice = works(piece, 2 * LENGTH)[name]
        ratio = 0.0
        for runs in (1, 3):
            long = seconds(twice, runs)
            ratio = long / seconds(work, runs) if long > LEAST else 0.0
            if ratio < ALLOWED:
                break
        found.append((ratio, name))
    return max(found)


def main() -> int:
    """Attack and print the worst."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=int, default=400, help="texts tried, at random; 0 for all")
    limit = parser.parse_args().limit
    every = pieces()
    chosen = random.Random(SEED).sample(every, limit) if 0 < limit < len(every) else every  # noqa: S311  # no secrets
    compare("A first text, said Roe.", "A second text, said Roe.")
    worst = sorted(((*growth(piece), piece) for piece in (*PIECES, *chosen)), reverse=True)
    print(f"{len(PIECES)} pieces of news and {len(chosen)} of {len(every)} of patterns, twice the text")
    for ratio, name, piece in worst[:SHOWN]:
        print(f"  x{ratio:5.2f}  {name:16}{piece!r}")
    return int(worst[0][0] > ALLOWED)


if __name__ == "__main__":
    sys.exit(main())
