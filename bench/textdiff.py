"""Measure the text diff: medians on usual pairs beside named peers in the same run, CPU and memory on the worst pairs.

    python bench/textdiff.py            all pairs
    python bench/textdiff.py NAME...    these only

Texts are made up from a fixed seed; `growth` compares texts from 5 KB to 5 MB with one edit each 10 KB. Times are CPU
times, of this process and those that it starts. A ratio is against the SHA-256 of both texts, the least that any work
on them costs. Peers that are not installed are left out with a word: git, wdiff, rapidfuzz, pygit2 (libgit2).
"""

from __future__ import annotations

import difflib
import hashlib
import importlib
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import tracemalloc
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from diff_match_patch import diff_match_patch

from archivist.diff.textdiff import diff

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    Pair = tuple[str, str]

SEED = 20
ROUNDS = 9
SLOW = 100_000
"""Code points beyond which what is quadratic would take minutes."""

SHORTEST = 0.02
"""Seconds that a round takes at least."""


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


def mixed(text: str) -> Pair:
    """A text and the same with a word put in, one exchanged, two taken out and a sentence put in."""
    rng = dice(SEED)
    parts = text.split(" ")
    second, fourth, sixth, eighth = (len(parts) * part // 10 for part in (2, 4, 6, 8))
    behind = next(at for at in range(eighth, len(parts)) if parts[at].endswith("."))
    parts.insert(behind + 1, prose(60, SEED, ("",)))
    del parts[sixth : sixth + 2]
    parts[fourth] = rng.choice(WORDS)
    parts.insert(second, rng.choice(WORDS))
    return text, " ".join(parts)


def backwards(text: str) -> Pair:
    """A text and the same from its end to its start."""
    return text, text[::-1]


def adjacent(times: int) -> Pair:
    """Every second word differs."""
    old, new = (" ".join(f"{letter}{number} same" for number in range(times)) for letter in "xy")
    return old, new


USUAL: dict[str, Callable[[], Pair]] = {
    "6kB-few-edits": lambda: edited(prose(6_000, 1), 4),
    "6kB-mixed-edits": lambda: mixed(prose(6_000, 1)),
    "7kB-120-edits": lambda: edited(prose(7_000, 1), 120),
    "7kB-rewrite": lambda: edited(prose(7_000, 1), 700),
    "200kB-50-insertions": lambda: extended(prose(200_000, 1), 50),
    "5MB-one-edit": lambda: edited(prose(5_000_000, 1), 1),
    "5MB-500-edits": lambda: edited(prose(5_000_000, 1), 500),
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


def cpu() -> float:
    """Seconds of CPU that this process and those it started and waited for have taken."""
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def timed(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median of several rounds, in milliseconds; short work is repeated within each, since the clock is coarse."""
    work()
    start = cpu()
    work()
    times = max(1, int(SHORTEST / max(cpu() - start, 1e-6)))
    found = []
    for _ in range(rounds):
        start = cpu()
        for _ in range(times):
            work()
        found.append((cpu() - start) / times)
    return median(found) * 1000


def hashed(old: str, new: str) -> None:
    """Hash both texts."""
    for text in (old, new):
        hashlib.sha256(text.encode()).digest()


def peers(old: str, new: str, folder: Path) -> dict[str, Callable[[], object] | str]:
    """What others take for the same pair; a word instead where they are left out."""
    files = [folder / "old.txt", folder / "new.txt"]
    for file, text in zip(files, (old, new), strict=True):
        file.write_text(text, encoding="utf-8")
    found: dict[str, Callable[[], object] | str] = {}
    for name, command in {
        "git --word-diff": ["git", "diff", "--no-index", "--word-diff", "--no-color"],
        "wdiff": ["wdiff", "-s"],
    }.items():
        if shutil.which(command[0]):
            found[name] = partial(subprocess.run, [*command, *map(str, files)], capture_output=True, check=False)
        else:
            found[name] = "left out: not installed"
    return found | libraries(old, new)


def libraries(old: str, new: str) -> dict[str, Callable[[], object] | str]:
    """The same for what runs in this process."""
    long = "left out: too long" if len(old) > SLOW else ""
    found: dict[str, Callable[[], object] | str] = {
        "difflib words": long
        or (lambda: difflib.SequenceMatcher(None, old.split(), new.split(), autojunk=False).get_opcodes()),
        "diff-match-patch": long or (lambda: diff_match_patch().diff_main(old, new)),
    }
    for name, module in (("rapidfuzz words", "rapidfuzz.distance"), ("libgit2 lines", "pygit2")):
        try:
            library = importlib.import_module(module)
        except ImportError:
            found[name] = "left out: not installed"
            continue
        if module == "pygit2":
            found[name] = partial(by_line, library, old, new)
        else:
            found[name] = long or partial(by_word, library, old, new)
    return found


def by_word(rapidfuzz: ModuleType, old: str, new: str) -> object:
    """What rapidfuzz tells of the words of two texts."""
    return rapidfuzz.LCSseq.opcodes(old.split(), new.split())


def by_line(pygit2: ModuleType, old: str, new: str) -> object:
    """The patch that libgit2 makes of two texts."""
    left, right = old.encode(), new.encode()  # kept until the patch is read, which does not copy them
    patch = pygit2.Patch.create_from(left, right)
    return patch.data


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


def growth() -> None:
    """Print CPU time a code point, and peak memory above that of the texts, as texts grow at a constant edit rate."""
    print(f"growth{'code points':>18}{'ms':>10}{'ns each':>10}{'memory':>10}")
    for size in (5_000, 50_000, 500_000, 5_000_000):
        old, new = edited(prose(size, 1), max(1, size // 10_000))
        took = timed(partial(diff, old, new), 5)
        tracemalloc.start()
        diff(old, new)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        print(f"{len(old):24}{took:10.2f}{took * 1e6 / len(old):10.1f}{peak / len(old):9.1f}x")


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
    for name in names or [*WORST, *USUAL, "growth"]:
        if name == "growth":
            growth()
        elif name in USUAL:
            usual(name)
        elif names == [name]:
            worst(name)
        else:  # each in its own process, so that the peak is its own
            subprocess.run([sys.executable, __file__, name], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
