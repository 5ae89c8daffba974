"""`archivist verify` against `sha256sum` over the same bytes, wall time; and the memory that it takes.

    python bench/verify.py [--versions 5000] [--runs 5]

The archives are synthetic and seeded, and lie in the page cache for both. The two take turns, so that a load on the
machine hits both alike. Cold imports are counted out: the check is timed in a process that has checked before. The
ratio of CPU time is for one processor of those that the check may use, so it tells what a quiet machine would show.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from archivist.archive.layout import home
from archivist.archive.record import compose, to_bytes
from archivist.archive.store import Archive
from archivist.archive.times import format_time
from archivist.model.text import Text

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
LIMIT = 1.3
TIMED = """
import resource, sys, time
from pathlib import Path
from archivist.archive.store import Archive
from archivist.archive.workers import available
archive = Archive.open(Path(sys.argv[1]))
def cpu():
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
archive.verify(processes=available())
wall, used = time.perf_counter(), cpu()
found = archive.verify(processes=available())
print(time.perf_counter() - wall, (cpu() - used) / available(), len(found.damage))
"""
HELD = """
import resource, sys
from archivist.cli.main import main
code = main(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(code)
"""


class Time(NamedTuple):
    """Wall seconds, and CPU seconds for each processor in use."""

    wall: float
    cpu: float


def archive(path: Path, articles: int, versions: int, size: int) -> Path:
    """A synthetic archive; written without waiting for the disk, since only reading is measured."""
    chance = random.Random(articles * versions)  # noqa: S311  # the same archive every time
    Archive.create(path, now=BEGIN)
    words = ["".join(chance.choices("abcdefghijklmnop", k=chance.randint(2, 9))) for _ in range(3000)]
    for number in range(articles):
        article = f"2026/{number % 12 + 1:02}/story-{number}"
        place = home(article)
        folder = path / place.path
        folder.mkdir(parents=True, exist_ok=True)
        sentences = [" ".join(chance.choices(words, k=16)) for _ in range(max(1, size // 110))]
        parents: list[str] = []
        for version in range(versions):
            sentences[chance.randrange(len(sentences))] = " ".join(chance.choices(words, k=15))
            content = ".\n".join(sentences) + ".\n"
            captured_at = format_time(BEGIN + timedelta(hours=version))
            metadata = {"headline": f"A headline of the usual length, number {version}", "byline": "By A. Writer"}
            value = compose(article, Text(content, content.encode()), captured_at, parents, metadata)
            record = to_bytes(value)
            parents = [sha256(record).hexdigest()]
            (folder / place.text(sha256(content.encode()).hexdigest())).write_bytes(content.encode())
            (folder / place.record(parents[0], captured_at)).write_bytes(record)
    return path


def summed(path: Path) -> Time:
    """What `sha256sum` takes over all files, whose names are in a file beside the archive."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    command = ["xargs", "-0", "-a", str(path.parent / "names"), "sha256sum"]
    subprocess.run(command, cwd=path, stdout=subprocess.DEVNULL, check=True)
    wall = time.perf_counter() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Time(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def verified(path: Path) -> Time:
    """What a check takes in a process that has checked before."""
    done = subprocess.run([sys.executable, "-c", TIMED, str(path)], capture_output=True, text=True, check=True)
    wall, cpu, damage = done.stdout.split()
    if damage != "0":
        sys.exit(f"{path} is damaged; nothing can be measured.")
    return Time(float(wall), float(cpu))


def compare(shape: str, path: Path, runs: int) -> None:
    """Print the medians of both, and of their ratios."""
    names = sorted(str(file.relative_to(path)) for file in path.rglob("*") if file.is_file())
    (path.parent / "names").write_text("\0".join(names))
    summed(path)
    pairs = [(summed(path), verified(path)) for _ in range(runs)]
    theirs, own = (statistics.median(pair[place].wall for pair in pairs) for place in (0, 1))
    wall = statistics.median(own.wall / theirs.wall for theirs, own in pairs)
    cpu = statistics.median(own.cpu / theirs.cpu for theirs, own in pairs)
    print(f"  {shape:<44} {theirs:8.3f} s {own:8.3f} s  x{wall:5.2f}  x{cpu:5.2f}  limit {LIMIT}")


def memory(path: Path, *words: str) -> int:
    """The most kibibytes that `archivist verify` held, with the largest process that it started."""
    command = [sys.executable, "-c", HELD, "--archive", str(path), "verify", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return int(done.stdout.split()[-1])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--versions", type=int, default=5000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    if shutil.which("sha256sum") is None:
        sys.exit("There is no sha256sum here to measure against.")
    many = options.versions
    shapes = {
        f"{many // 10} articles with 10 versions of 4 kB": (many // 10, 10, 4_000),
        f"one article with {many} versions of 4 kB": (1, many, 4_000),
        f"{many // 100} articles with 10 versions of 40 kB": (many // 100, 10, 40_000),
    }
    with tempfile.TemporaryDirectory() as name:
        print("                                                sha256sum     verify    wall    CPU")
        for number, (shape, (articles, versions, size)) in enumerate(shapes.items()):
            compare(shape, archive(Path(name) / str(number) / "archive", articles, versions, size), options.runs)
        small = archive(Path(name) / "small" / "archive", many // 100, 10, 4_000)
        print("memory (largest processes), KiB")
        print(f"  {many // 10:>7} versions {memory(small):8}")
        print(f"  {many:>7} versions {memory(Path(name) / '0' / 'archive'):8}")
        Archive.open(Path(name) / "0" / "archive").seal(now=BEGIN)
        print(f"  {many:>7} versions {memory(Path(name) / '0' / 'archive'):8}  with a seal")


if __name__ == "__main__":
    main()
