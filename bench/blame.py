"""Measure blame over a long history: CPU seconds, and the ratio to the SHA-256 of all its texts.

    python bench/blame.py [--revisions 500] [--size 5000]

The history is made up from a fixed seed: most revisions change words, some replace sentences, bring old ones back or
move a paragraph.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import time
from functools import partial
from typing import TYPE_CHECKING

from archivist.diff.blame import blame

if TYPE_CHECKING:
    from collections.abc import Callable

SEED = 20
EDITS = 3
"""Changes from one revision to the next, at most."""


class Story:
    """An article in the course of its life."""

    def __init__(self, size: int) -> None:
        """Begin with paragraphs of two to five sentences, `size` code points or a little more."""
        self.rng = random.Random(SEED)  # noqa: S311  # made-up texts, no secrets
        self.words = [
            "".join(self.rng.choices("abcdefghijklmnopqrstuvwxyz", k=self.rng.randint(2, 9))) for _ in range(5000)
        ]
        self.gone: list[str] = []
        self.paragraphs: list[list[str]] = []
        while len(self.text()) < size:
            self.paragraphs.append([self.sentence() for _ in range(self.rng.randint(2, 5))])

    def text(self) -> str:
        """The article as it is."""
        return "\n\n".join(" ".join(paragraph) for paragraph in self.paragraphs if paragraph)

    def sentence(self) -> str:
        """A new sentence."""
        return " ".join(self.rng.choices(self.words, k=self.rng.randint(6, 24))).capitalize() + "."

    def edit(self) -> None:
        """Change it once, as often as not by a word."""
        change = self.rng.choice([self._word, self._word, self._word, self._replace, self._revert, self._move])
        change(self.rng.choice([paragraph for paragraph in self.paragraphs if paragraph]))

    def _word(self, paragraph: list[str]) -> None:
        at = self.rng.randrange(len(paragraph))
        words = paragraph[at].split(" ")
        words[self.rng.randrange(len(words))] = self.rng.choice(self.words)
        paragraph[at] = " ".join(words)

    def _replace(self, paragraph: list[str]) -> None:
        at = self.rng.randrange(len(paragraph))
        self.gone.append(paragraph[at])
        paragraph[at] = self.sentence()

    def _revert(self, paragraph: list[str]) -> None:
        if self.gone:
            paragraph[self.rng.randrange(len(paragraph))] = self.gone.pop(self.rng.randrange(len(self.gone)))

    def _move(self, paragraph: list[str]) -> None:
        self.paragraphs.remove(paragraph)
        self.paragraphs.insert(self.rng.randrange(len(self.paragraphs) + 1), paragraph)


def history(revisions: int, size: int) -> list[str]:
    """The texts of a story's revisions."""
    story = Story(size)
    texts = [story.text()]
    while len(texts) < revisions:
        for _ in range(story.rng.randint(1, EDITS)):
            story.edit()
        texts.append(story.text())
    return texts


def cpu(work: Callable[[], object]) -> float:
    """The CPU seconds that `work` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Measure blame by sentence and by word."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--revisions", type=int, default=500)
    parser.add_argument("--size", type=int, default=5_000, help="code points of a text")
    arguments = parser.parse_args()
    texts = history(arguments.revisions, arguments.size)
    least = cpu(lambda: [hashlib.sha256(text.encode()).digest() for text in texts])
    print(f"{len(texts)} revisions of {arguments.size} code points\n  {'sha256 of all':14}{least:8.3f} s")
    for name, by_word in (("by sentence", False), ("by word", True)):
        took = cpu(partial(blame, texts, by_word=by_word))
        print(f"  {name:14}{took:8.3f} s {took / least:8.0f} x")


if __name__ == "__main__":
    main()
