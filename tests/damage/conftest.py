"""An archive to be broken: two articles, every kind of file."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from cli.conftest import here, run  # noqa: F401  # the program as a user runs it: fixtures for the tests here

from archivist.archive.layout import home
from archivist.archive.store import Archive
from archivist.model.text import Received, Text

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """In this process fsync does nothing: no power is cut but in a simulation, which counts the calls.

    The programs that tests start wait for the disk as they always do.
    """
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """`story` with the texts A, B, A and one received in another encoding; `other` with one text."""
    archive = Archive.create(tmp_path / "archive", now=NOW)
    for day, content in enumerate(["A: the pier is closed.\n", "B: the pier is open.\n", "A: the pier is closed.\n"]):
        text = Text(content, content.encode())
        archive.put("story", text, captured_at=NOW + timedelta(days=day), metadata={"headline": "Pier"})
    received = Received("Brücke\n".encode("latin-1"), "latin-1", certain=True)
    bridge = Text("Brücke\n", "Brücke\n".encode(), received)
    archive.put("story", bridge, captured_at=NOW + timedelta(days=3), metadata={})
    archive.put("other", Text("C\n", b"C\n"), captured_at=NOW, metadata={})
    return archive


@pytest.fixture
def story(archive: Archive) -> Path:
    """The folder of `story`."""
    return archive.path / home("story").path
