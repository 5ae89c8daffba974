"""Measure `archivist site`: from scratch, again, and after one new revision, in seconds of the clock and of CPU.

    python bench/site.py [--articles 1000] [--revisions 5] [--jobs 2] [--keep DIR]

The archive is made up from a fixed seed: news-like articles of 3 to 5 KB with figures, dates, quotes and sources, of
which each revision changes some, adds some and takes some away.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from archivist.archive.store import Archive
from archivist.model.text import Text

SEED = 6
EDITS = 5
"""Changes from one revision to the next, at most."""

_PLACES = ("Tarrow", "Millsend", "Upper Wick", "Cray Point", "Osmere", "Holt Quay", "Danby", "Lowick")
_NAMES = ("Vera Holm", "Idris Kane", "Marta Quill", "Jon Ashby", "Lena Orr", "Peter Vance", "Ruth Sayer", "Omar Dell")
_BODIES = ("the council", "the harbour authority", "police", "the water company", "the ministry", "the fire service")
_THINGS = ("bridge", "school", "ferry", "hospital", "market", "pier", "library", "reservoir", "tram line", "stadium")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_FORMS = (
    "The {thing} in {place} was closed on {day} after {count} people were hurt, {body} said.",
    "“We will not reopen the {thing} before {day},” said {name}, who speaks for {body}.",
    "Repairs could cost about ${count} million, according to {body}.",
    "{name} told reporters that the {thing} had failed {count} inspections since {year}.",
    "Some {count} families in {place} were without water until {day}.",
    "{name}, a teacher from {place}, denied that anybody had been warned.",
    "The vote on the {thing} is due on {day}, and {body} expects a narrow result.",
    "Traffic on the road to {place} rose by {count} percent in {year}.",
    "The {thing} opened in {year} and carries {count},000 people a week.",
    "{body_} may appeal, {name} said, but not before {day}.",
    "It was the second such case in {place} this year.",
    "“Nobody asked us,” {name} said.",
)


class Story:
    """One made-up article in the course of its life."""

    def __init__(self, rng: random.Random) -> None:
        """A first version, of 3 to 5 KB."""
        self.rng = rng
        self.sentences: list[str] = []
        size = rng.randint(3_000, 5_000)
        while sum(map(len, self.sentences)) < size:
            self.sentences.append(self.sentence())

    def sentence(self) -> str:
        """A new sentence."""
        rng = self.rng
        body = rng.choice(_BODIES)
        return rng.choice(_FORMS).format(
            thing=rng.choice(_THINGS),
            place=rng.choice(_PLACES),
            day=rng.choice(_DAYS),
            name=rng.choice(_NAMES),
            body=body,
            body_=body.capitalize(),
            count=rng.randint(2, 90),
            year=rng.randint(1950, 2025),
        )

    def text(self) -> str:
        """The article as it stands, three sentences to a paragraph."""
        rows = [" ".join(self.sentences[start : start + 3]) for start in range(0, len(self.sentences), 3)]
        return "\n\n".join(rows) + "\n"

    def headline(self) -> str:
        """Its first words."""
        return self.sentences[0][:70].rsplit(" ", 1)[0]

    def revise(self) -> None:
        """The next revision, which differs from this one."""
        before = self.text()
        for _ in range(self.rng.randint(1, EDITS)):
            self.edit()
        while self.text() == before:
            self.edit()

    def edit(self) -> None:
        """Change it once: another figure, another sentence, one more, one less, one elsewhere."""
        rng = self.rng
        at = rng.randrange(len(self.sentences))
        what = rng.randrange(5)
        if what == 0:
            self.sentences[at] = re.sub("[0-9]+", lambda _: str(rng.randint(2, 90)), self.sentences[at])
        elif what == 1:
            self.sentences[at] = self.sentence()
        elif what == 2:  # noqa: PLR2004  # the third kind
            self.sentences.insert(at, self.sentence())
        elif what == 3:  # noqa: PLR2004  # the fourth
            del self.sentences[at]
        else:
            self.sentences.insert(rng.randrange(len(self.sentences)), self.sentences.pop(at))


def fill(archive: Archive, articles: int, revisions: int) -> None:
    """Put made-up articles in an archive, an hour between two revisions."""
    start = datetime(2026, 1, 5, 6, tzinfo=UTC)
    for number in range(articles):
        story = Story(random.Random(SEED * 1_000_003 + number))  # noqa: S311  # made-up data, not a secret
        for revision in range(revisions):
            if revision:
                story.revise()
            put(archive, f"2026/story-{number:04}", story, start + timedelta(minutes=number, hours=revision))


def put(archive: Archive, article: str, story: Story, captured: datetime) -> None:
    """Archive a story as it stands."""
    data = story.text().encode("utf-8")
    archive.put(
        article, Text(data.decode("utf-8"), data), captured_at=captured, metadata={"headline": story.headline()}
    )


def run(name: str, archive: Path, site: Path, jobs: int) -> None:
    """Run the command once and print what it took."""
    command = [sys.executable, "-m", "archivist", "--archive", str(archive), "site", "-o", str(site), "-j", str(jobs)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    clock = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"  {name:20} {clock:8.1f} s of the clock, {cpu:8.1f} s of CPU   {done.stderr.strip()}", flush=True)


def measure(folder: Path, articles: int, revisions: int, jobs: int) -> None:
    """Make an archive in `folder` if there is none, and a site of it three times."""
    place, site = folder / "archive", folder / "site"
    if not place.exists():
        fill(Archive.create(place, now=datetime(2026, 1, 5, tzinfo=UTC)), articles, revisions)
    print(f"{articles} articles of {revisions} revisions, {jobs} processes on {os.cpu_count()} processors")
    run("from scratch", place, site, jobs)
    run("again", place, site, jobs)
    story = Story(random.Random(SEED))  # noqa: S311  # as above
    put(Archive.open(place), "2026/story-0000", story, datetime(2026, 3, 1, tzinfo=UTC))
    run("one more revision", place, site, jobs)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--revisions", type=int, default=5)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="a folder to make both in, and leave them there")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = arguments.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        measure(folder, arguments.articles, arguments.revisions, arguments.jobs)


if __name__ == "__main__":
    main()
