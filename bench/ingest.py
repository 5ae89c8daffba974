"""What it costs to archive: against bare files, against git, as versions grow, and in a packed repository.

    python bench/ingest.py [--rounds 5] [--versions 10000] [--most 0] [--folder .]

Disks differ and are shared, so everything is measured in turns and told as a ratio of medians. `--most 100000` adds a
series of that many versions. `--folder` says on which disk.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from archivist.archive.durability import Durability
from archivist.archive.store import Archive
from archivist.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

START = datetime(2026, 1, 1, tzinfo=UTC)
SEED = 11
SENTENCES, WORDS = 24, 14
ROUND = 256
"""The versions of one round: four full batches."""


class Version(NamedTuple):
    """One capture: of which article, when, and what it says."""

    article: str
    when: datetime
    text: str


def versions(articles: int) -> Iterator[Version]:
    """Captures of so many articles in turn, as a crawler sees them, without end. Each differs in a sentence or two."""
    dice = Random(SEED)  # noqa: S311  # no secret
    words = ["".join(dice.choices("abcdefghilmnoprstu", k=dice.randint(2, 10))) for _ in range(4000)]

    def sentence() -> str:
        return " ".join(dice.choices(words, k=dice.randint(WORDS // 2, WORDS * 2))).capitalize() + ".\n"

    state = [[sentence() for _ in range(SENTENCES)] for _ in range(articles)]
    number = 0
    while True:
        for article, text in enumerate(state):
            text[dice.randrange(len(text))] = sentence()
            if dice.random() < 0.1:  # noqa: PLR2004  # now and then a story grows
                text.insert(dice.randrange(len(text)), sentence())
            yield Version(f"bench/story-{article}", START + timedelta(seconds=number), "".join(text))
            number += 1


def archived(folder: Path, given: Iterable[Version], durability: Durability) -> Archive:
    """The archive in a folder, made if need be, with these versions as well."""
    archive = Archive.create(folder, now=START)
    with archive.writer(durability) as writer:
        for article, when, text in given:
            content = Text(text, text.encode())
            writer.put(article, content, captured_at=when, metadata={"headline": "Bench", "language": "en"})
            if writer.full:
                writer.settle()
    return archive


def floor(folder: Path, given: Iterable[Version]) -> None:
    """Two files a version, written and fsynced by hand, and nothing else."""
    folder.mkdir()
    for number, (_, _, text) in enumerate(given):
        for ending, data in (("txt", text.encode()), ("json", b"x" * 400)):
            descriptor = os.open(folder / f"{number}.{ending}", os.O_CREAT | os.O_EXCL | os.O_WRONLY)
            os.write(descriptor, data)
            os.fsync(descriptor)
            os.close(descriptor)


def git(folder: Path, *words: str) -> bytes:
    """What git prints."""
    settings = ["-c", "user.name=bench", "-c", "user.email=bench@news.example", "-c", "commit.gpgSign=false"]
    return subprocess.run(["git", *settings, *words], cwd=folder, check=True, capture_output=True).stdout


def committed(folder: Path, given: Iterable[Version]) -> None:
    """Each version written over the one before, added and committed."""
    folder.mkdir()
    git(folder, "init", "-q")
    for article, when, text in given:
        (folder / f"{article.rpartition('/')[2]}.txt").write_text(text, encoding="utf-8")
        git(folder, "add", "-A")
        git(folder, "commit", "-q", "-m", str(when))


def by_process(folder: Path, given: Iterable[Version]) -> None:
    """Each version by a run of the program of its own."""
    Archive.create(folder, now=START)
    command = [sys.executable, "-m", "archivist", "--archive", str(folder), "ingest", "-"]
    for article, when, text in given:
        words = ["--article", article, "--captured", when.strftime("%Y-%m-%dT%H:%M:%SZ")]
        subprocess.run([*command, *words], input=text.encode(), check=True, capture_output=True)


def seconds(work: Callable[[], object]) -> float:
    """Wall-clock time of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ways(given: list[Version]) -> dict[str, tuple[Callable[[Path], object], int]]:
    """What is compared: each takes a folder, and stores so many of the versions in it."""
    few = given[: ROUND // 16]
    return {
        "two bare files": (partial(floor, given=given), len(given)),
        "git add, git commit": (partial(committed, given=few), len(few)),
        "archivist ingest, a process each": (partial(by_process, given=few), len(few)),
        **{str(mode): (partial(archived, given=given, durability=mode), len(given)) for mode in Durability},
    }


def durabilities(rounds: int, folder: Path) -> None:
    """Milliseconds a version for each way, in turns, and the ratios that are asked for.

    In archives in which each article has a version already.
    """
    for shape, articles in (("one article", 1), ("64 articles in turn", 64)):
        endless = versions(articles)
        known, given = list(islice(endless, articles)), list(islice(endless, ROUND))
        found: dict[str, list[float]] = {}
        for _ in range(rounds):
            for way, (work, count) in ways(given).items():
                place = folder / "measured"
                if way in {*Durability, "archivist ingest, a process each"}:
                    archived(place, known, Durability.NONE)
                    os.sync()
                found.setdefault(way, []).append(seconds(partial(work, place)) / count)
                shutil.rmtree(place)
        middle = {way: statistics.median(values) for way, values in found.items()}
        print(f"\n{shape}, milliseconds a version, median of {rounds}")
        for way, value in middle.items():
            print(f"  {way:<34} {value * 1000:8.2f}")
        print(f"  floor / each     {middle['two bare files'] / middle['each']:6.2f}   at least 0.5")
        print(f"  each / batch     {middle['each'] / middle['batch']:6.2f}   at least 2")
        print(f"  git / each       {middle['git add, git commit'] / middle['each']:6.2f}   at least 3")


def growth(most: int, folder: Path) -> None:
    """CPU time a version as versions grow, without waiting for the disk, all in one article and in many."""
    print("\nCPU milliseconds a version, --durability none (linear is x1, at most x1.3)")
    for shape in ("one article", "100 versions an article"):
        first = 0.0
        size = 1000
        while size <= most:
            articles = 1 if shape == "one article" else size // 100
            given = versions(articles)
            place = folder / "growth"
            made = time.process_time()
            for _ in islice(versions(articles), size):
                pass
            made = time.process_time() - made
            start = time.process_time()
            archive = archived(place, islice(given, size), Durability.NONE)
            took = (time.process_time() - start - made) / size
            first = first or took
            files = sum(len(names) for _, _, names in os.walk(archive.path / "articles"))
            told = f"{took * 1000:6.3f}  x{took / first:5.2f}  files a version {files / size:.2f}"
            print(f"  {shape:<26} {size:>7}  {told}")
            shutil.rmtree(place)
            size *= 10


def packed(count: int, folder: Path) -> None:
    """The size of a packed repository of the archive, and of the same files under other names."""
    archive = archived(folder / "packed", islice(versions(count // 100), count), Durability.NONE)
    top = archive.path / "articles"
    files = {str(path.relative_to(top)): path.read_bytes() for path in sorted(top.rglob("*.*")) if path.is_file()}
    numbers = {name: f"{number:06}" for number, name in enumerate(files)}
    namings: dict[str, Callable[[str], str]] = {
        "as it is": lambda name: name,
        "by digest, in articles' folders": lambda n: f"{n.rpartition('/')[0]}/{_digest(files[n])}.{_ending(n)}",
        "by digest, all in one folder": lambda name: f"{_digest(files[name])}.{_ending(name)}",
        "by number, in articles' folders": lambda n: f"{n.rpartition('/')[0]}/{numbers[n]}.{_ending(n)}",
        "a folder a file, one name an article": lambda n: f"{numbers[n]}/{n.split('/')[1]}.{_ending(n)}",
    }
    print(f"\n{count} versions in a packed git repository")
    sizes = {naming: _packed_size(folder / "repository", files, name) for naming, name in namings.items()}
    best = min(sizes.values())
    raw = sum(map(len, files.values()))
    for naming, size in sizes.items():
        print(f"  {naming:<38} {size / 1e6:8.2f} MB  x{size / best:5.2f}")
    print(f"  raw {raw / 1e6:.1f} MB; as it is, at most x1.2 of the best")


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def _ending(name: str) -> str:
    return name.rpartition(".")[2]


def _packed_size(repository: Path, files: dict[str, bytes], name: Callable[[str], str]) -> int:
    """The bytes of the one pack of a repository whose one commit holds these files under these names."""
    stream = bytearray(b"commit refs/heads/main\ncommitter b <b@news.example> 0 +0000\ndata 0\n")
    for old, data in files.items():
        stream += f"M 100644 inline {name(old)}\ndata {len(data)}\n".encode() + data + b"\n"
    repository.mkdir()
    git(repository, "init", "-q", "--bare")
    subprocess.run(["git", "fast-import", "--quiet"], cwd=repository, input=stream, check=True, capture_output=True)
    git(repository, "repack", "-adfq")
    size = sum(path.stat().st_size for path in repository.glob("objects/pack/*.pack"))
    shutil.rmtree(repository)
    return size


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--versions", type=int, default=10_000)
    parser.add_argument("--most", type=int, default=0)
    parser.add_argument("--folder", type=Path, default=Path())
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=chosen.folder) as name:
        durabilities(chosen.rounds, Path(name))
        growth(max(chosen.versions, chosen.most), Path(name))
        packed(chosen.versions, Path(name))


if __name__ == "__main__":
    main()
