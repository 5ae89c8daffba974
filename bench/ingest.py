"""What it costs to archive: against bare files, against git, as versions grow, and in a packed repository.

    python bench/ingest.py [--rounds 5] [--versions 10000] [--most 0] [--growth none] [--folder .]

Disks differ and are shared, so everything is measured in turns and told as a median of ratios. `--most 100000` adds a
series of that many versions, `--growth` says with which durability. `--folder` says on which disk.

Nothing is deleted before the end: ext4 without a journal, making a new file, looks through those that were deleted in
the last minutes, and the bench would measure itself. So a figure counts only where nobody else has just deleted many
files on that disk; the bare files beside it show whether somebody has.
"""

from __future__ import annotations

import argparse
import json
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
LONGEST = 2 * SENTENCES
"""No story grows without end: with its bytes, everything would."""
ROUND = 256
"""The versions of one round: four full batches."""
FLOOR, GIT, PROCESS = "two bare files", "git add, git commit", "archivist ingest, a process each"


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
            if len(text) < LONGEST and dice.random() < 0.1:  # noqa: PLR2004  # now and then a story grows
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


def floor(folder: Path, given: Iterable[Version], *, durable: bool = True) -> None:
    """Two files a version, written (and fsynced) by hand in a folder an article, and nothing else."""
    folder.mkdir()
    for number, (article, _, text) in enumerate(given):
        place = folder / article.rpartition("/")[2]
        place.mkdir(exist_ok=True)
        for ending, data in (("txt", text.encode()), ("json", b"x" * 600)):
            descriptor = os.open(place / f"{number:064}.{ending}", os.O_CREAT | os.O_EXCL | os.O_WRONLY)
            os.write(descriptor, data)
            if durable:
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
    """Each version, with its sidecar, by a run of the program of its own."""
    archive = Archive.create(folder / "archive", now=START).path
    for article, when, text in given:
        name = f"{article.rpartition('/')[2]}.txt"
        (folder / name).write_text(text, encoding="utf-8")
        sidecar = {"article": article, "capturedAt": when.isoformat(), "headline": "Bench", "language": "en"}
        (folder / name).with_suffix(".json").write_text(json.dumps(sidecar), encoding="utf-8")
        command = [sys.executable, "-m", "archivist", "ingest", name]
        environment = os.environ | {"ARCHIVIST_ARCHIVE": str(archive)}
        subprocess.run(command, cwd=folder, check=True, capture_output=True, env=environment)


def seconds(work: Callable[[], object]) -> float:
    """Wall-clock time of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ways(given: list[Version]) -> dict[str, tuple[Callable[[Path], object], int]]:
    """What is compared: each takes a folder, and stores so many of the versions in it."""
    few = given[: ROUND // 16]
    return {
        FLOOR: (partial(floor, given=given), len(given)),
        GIT: (partial(committed, given=few), len(few)),
        PROCESS: (partial(by_process, given=few), len(few)),
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
        for number in range(rounds):
            for way, (work, count) in ways(given).items():
                place = folder / f"{articles}-{number}-{way.partition(',')[0].replace(' ', '-')}"
                if way in {*Durability, PROCESS}:
                    archived(place / "archive" if way == PROCESS else place, known, Durability.NONE)
                    os.sync()
                found.setdefault(way, []).append(seconds(partial(work, place)) / count)
        print(f"\n{shape}, milliseconds a version, median of {rounds}")
        for way, values in found.items():
            print(f"  {way:<34} {statistics.median(values) * 1000:8.2f}")
        for told, above, below, least in (
            ("floor / each", FLOOR, "each", "at least 0.5"),
            ("each / batch", "each", "batch", "at least 2"),
            ("git / each", GIT, "each", "at least 3"),
            ("git / a process each", GIT, PROCESS, ""),
        ):
            ratio = statistics.median(one / other for one, other in zip(found[above], found[below], strict=True))
            print(f"  {told:<34} {ratio:8.2f}   {least}")


def growth(most: int, folder: Path, mode: Durability) -> None:
    """CPU and wall time a version as versions grow, beside the bare files of the same layout on the same disk."""
    print(f"\nmilliseconds a version, --durability {mode}; x: of 1000 versions (linear is x1, at most x1.3)")
    print(f"  {'':<31}    CPU           floor's CPU   CPU/floor     wall          floor's wall  wall/floor")
    for articles in (1, 100):
        first: list[float] = []
        size = 1000
        while size <= most:
            stories = 1 if articles == 1 else size // articles
            place = folder / f"growth-{mode}-{stories}-{size}"
            bare = place.with_name(f"{place.name}-bare")
            took = _timed(stories, size, partial(archived, place, durability=mode))
            least = _timed(stories, size, partial(floor, bare, durable=mode is not Durability.NONE))
            values = [took.cpu, least.cpu, took.cpu / least.cpu, took.wall, least.wall, took.wall / least.wall]
            first = first or values
            told = "  ".join(f"{value:6.3f} x{value / begin:4.2f}" for value, begin in zip(values, first, strict=True))
            shape = "one article" if articles == 1 else "100 versions an article"
            print(f"  {shape:<23} {size:>7}   {told}", flush=True)
            size *= 10
    files = sum(len(names) for path, _, names in os.walk(place / "articles"))
    print(f"  files a version {files / size * 10:.2f}")


class Cost(NamedTuple):
    """Milliseconds a version: of the processor, and of the clock."""

    cpu: float
    wall: float


def _timed(articles: int, size: int, work: Callable[[Iterator[Version]], object]) -> Cost:
    """What `work` costs on so many versions, without what it costs to invent them."""
    cpu, wall = time.process_time(), time.perf_counter()
    for _ in islice(versions(articles), size):
        pass
    invented = Cost(time.process_time() - cpu, time.perf_counter() - wall)
    os.sync()
    cpu, wall = time.process_time(), time.perf_counter()
    work(islice(versions(articles), size))
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    return Cost((cpu - invented.cpu) / size * 1000, (wall - invented.wall) / size * 1000)


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
    parser.add_argument("--growth", type=Durability, choices=list(Durability), default=Durability.NONE)
    parser.add_argument("--folder", type=Path, default=Path())
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=chosen.folder) as name:
        durabilities(chosen.rounds, Path(name))
        growth(max(chosen.versions, chosen.most), Path(name), chosen.growth)
        packed(chosen.versions, Path(name))


if __name__ == "__main__":
    main()
