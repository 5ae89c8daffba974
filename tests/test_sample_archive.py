"""The archive at the top of the repository: whole, and made of the example stories."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from archivist.archive.store import Archive

ROOT = Path(__file__).resolve().parent.parent


def test_it_is_clean() -> None:
    assert Archive.open(ROOT / "archive").verify().damage == ()


def test_it_holds_every_example_in_order_and_nothing_else() -> None:
    archive = Archive.open(ROOT / "archive")
    held = {
        article.id: [revision.text_sha256 for revision in archive.revisions(article.id).revisions]
        for article in archive.articles()
    }
    examples: dict[str, list[str]] = {}
    for path in sorted((ROOT / "examples").glob("*/*.txt")):
        examples.setdefault(path.parent.name, []).append(sha256(path.read_bytes()).hexdigest())
    assert held == examples
