"""Measure the text diff: medians on usual pairs beside named peers in the same run, CPU and memory on the worst pairs.

    python bench/textdiff.py            all pairs
    python bench/textdiff.py NAME...    these only

Texts are made up from a fixed seed. A ratio is against the SHA-256 of both texts, the least that any work on them
costs.
"""

from __future__ import annotations

import difflib
import hashlib
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from archivist.diff.textdiff import diff

if TYPE_CHECKING:
    from collections.abc import Callable

    Pair = tuple[str, str]

SEED = 20
ROUNDS = 9
SLOW = 100_000
"""Code points beyond which difflib, quadratic at best, would take minutes."""


def dice(seed: int) -> random.Random:
    """Chance that falls the same every time."""
    return random.Random(seed)  # noqa: S311  # made-up texts, no secrets


def vocabulary() -> list[str]:
    """Words of two to nine letters."""
    rng = dice(SEED)
    return ["".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=rng.randint(2, 9))) for _ in range(5000)]


WORDS = vocabulary()


def prose(size: int, seed: int, ends: tuple[str, ...] = (" ", " ", " ", "\n\n")) -> str:
    """Sentences of random words, `size` code points or a little more."""
    rng = dice(seed)
    parts: list[str] = []
    length = 0
    while length < size:
        parts.append(" ".join(rng.choices(WORDS, k=rng.randint(6, 24))).capitalize() + "." + rng.choice(ends))
        length += len(parts[-1])
    return "".join(parts)


def edited(text: str, times: int) -> Pair:
    """A text and the same with words exchanged."""
    rng = dice(SEED)
    parts = text.split(" ")
    for _ in range(times):
        parts[rng.randrange(len(parts))] = rng.choice(WORDS)
    return text, " ".join(parts)


def extended(text: str, times: int) -> Pair:
    """A text and the same with paragraphs put in."""
    rng = dice(SEED)
    parts = text.split("\n\n")
    for number in range(times):
        parts.insert(rng.randrange(len(parts)), prose(300, number, (" ",)).strip())
    return text, "\n\n".join(parts)


def backwards(text: str) -> Pair:
    """A text and the same from its end to its start."""
    return text, text[::-1]


def adjacent(times: int) -> Pair:
    """Every second word differs."""
    old, new = (" ".join(f"{letter}{number} same" for number in range(times)) for letter in "xy")
    return old, new


USUAL: dict[str, Callable[[], Pair]] = {
    "6kB-few-edits": lambda: edited(prose(6_000, 1), 4),
    "7kB-rewrite": lambda: edited(prose(7_000, 1), 700),
    "200kB-50-insertions": lambda: extended(prose(200_000, 1), 50),
    "5MB-one-edit": lambda: edited(prose(5_000_000, 1), 1),
}
WORST: dict[str, Callable[[], Pair]] = {
    "all-tokens-differ": lambda: (prose(200_000, 1), " ".join(f"z{number}." for number in range(30_000))),
    "repetitive-words": lambda: ("ab " * 66_000, "ab " * 30_000 + "cd " + "ba " * 36_000),
    "repetitive-sentences": lambda: (
        "The cat sat. " * 15_000,
        "The cat sat. " * 7_000 + "No. " + "The cat sat. " * 8_100,
    ),
    "10MB-line-50-edits": lambda: edited(prose(10_000_000, 1, (" ",)), 50),
    "10MB-line-differs": lambda: (prose(10_000_000, 1, (" ",)), prose(10_000_000, 2, (" ",))),
    "10MB-without-spaces": lambda: ("a" * 10_000_000, "a" * 5_000_000 + "b" + "a" * 5_000_000),
    "20000-adjacent-edits": lambda: adjacent(20_000),
    "200kB-reversed": lambda: backwards(prose(200_000, 1)),
}


def timed(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median of several rounds, in milliseconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return median(times) * 1000


def hashed(old: str, new: str) -> None:
    """Hash both texts."""
    for text in (old, new):
        hashlib.sha256(text.encode()).digest()


def peers(old: str, new: str, folder: Path) -> dict[str, Callable[[], object] | str]:
    """What others take for the same pair; a word instead where they are left out."""
    files = [folder / "old.txt", folder / "new.txt"]
    for file, text in zip(files, (old, new), strict=True):
        file.write_text(text)
    found: dict[str, Callable[[], object] | str] = {"difflib words": "left out: too long"}
    if len(old) <= SLOW:
        found["difflib words"] = lambda: difflib.SequenceMatcher(
            None, old.split(), new.split(), autojunk=False
        ).get_opcodes()
    for name, command in {
        "git --word-diff": ["git", "diff", "--no-index", "--word-diff", "--no-color"],
        "wdiff": ["wdiff", "-s"],
    }.items():
        if shutil.which(command[0]):
            found[name] = partial(subprocess.run, [*command, *map(str, files)], capture_output=True, check=False)
        else:
            found[name] = "left out: not installed"
    return found


def usual(name: str) -> None:
    """Print the medians for one pair."""
    old, new = USUAL[name]()
    least = timed(lambda: hashed(old, new))
    print(f"{name}\n  {'sha256 of both':18}{least:10.3f} ms")
    with tempfile.TemporaryDirectory() as folder:
        for who, work in {"archivist": lambda: diff(old, new), **peers(old, new, Path(folder))}.items():
            if isinstance(work, str):
                print(f"  {who:18}{work:>10}")
            else:
                took = timed(work)
                print(f"  {who:18}{took:10.3f} ms {took / least:8.1f} x")


def worst(name: str) -> None:
    """Print CPU time and peak memory for one pair, in this process."""
    old, new = WORST[name]()
    start = time.process_time()
    found = diff(old, new)
    took = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    coarse = ", coarse" if found.coarse else ""
    print(f"{name:22}{took:8.2f} s {peak:6} MiB, {len(found.ops)} operations{coarse}")


def main(names: list[str]) -> None:
    """Measure the named pairs, or all."""
    # The worst first: a process begins with the peak memory of the one that starts it.
    for name in names or [*WORST, *USUAL]:
        if name in USUAL:
            usual(name)
        elif names == [name]:
            worst(name)
        else:  # each in its own process, so that the peak is its own
            subprocess.run([sys.executable, __file__, name], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
