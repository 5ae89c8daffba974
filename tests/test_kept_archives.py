"""Archives that earlier versions wrote stay readable for ever: one of each format, with every kind of file in it."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import Counter
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from archivist.archive.description import FORMAT
from archivist.archive.store import Archive
from archivist.model.text import Text

KEPT = Path(__file__).parent / "archives"
FORMATS = [f"v{number}" for number in range(1, FORMAT + 1)]
FERRY = "2026/03/sandholm-ferry"
ENDINGS = {"v1": {"txt": 8, "json": 11, "bin": 1, "html": 1, "seal": 4, "sha256": 4, "sig": 1}}
"""Every kind of file that a format knows, and how many of each; two of the JSON files are no records."""


@pytest.fixture(params=FORMATS)
def kept(request: pytest.FixtureRequest) -> Path:
    return KEPT / str(request.param)


def test_every_format_there_has_been_is_kept_and_tested() -> None:
    assert sorted(path.name for path in KEPT.iterdir() if path.is_dir()) == FORMATS
    assert sorted(path.stem for path in KEPT.glob("*.sha256")) == FORMATS
    assert sorted(ENDINGS) == FORMATS


def test_no_byte_of_it_has_changed(kept: Path) -> None:
    files = sorted(str(path.relative_to(KEPT)) for path in kept.rglob("*") if path.is_file())
    found = "".join(f"{sha256((KEPT / file).read_bytes()).hexdigest()}  {file}\n" for file in files)
    assert found == (KEPT / f"{kept.name}.sha256").read_text(encoding="ascii")


def test_every_kind_of_file_is_there(kept: Path) -> None:
    endings = Counter(path.suffix[1:] for path in kept.rglob("*") if path.is_file() and path.suffix)
    assert {ending: count for ending, count in endings.items() if ending != "md"} == ENDINGS[kept.name]
    assert (kept / "schemas" / "house.schema.json").is_file()


def test_it_is_clean_by_each_of_its_seals(kept: Path) -> None:
    archive = Archive.open(kept)
    sizes = []
    for path in sorted((kept / "seals").glob("*.seal")):
        found = archive.verify(seal=str(path))
        assert found.damage == ()
        assert found.seal is not None
        sizes.append((found.seal.seals[0].size, len(found.seal.added), sum(r.backfilled for r in found.seal.added)))
    assert sizes == [(6, 3, 1), (7, 2, 2), (7, 2, 2), (8, 1, 1)]
    assert archive.verify(seal="latest").damage == ()


def test_it_says_what_it_said(kept: Path) -> None:
    archive = Archive.open(kept)
    assert [article.id for article in archive.articles()] == [
        FERRY, "byte-order-mark", "grain-prices", "tide-tables"
    ]  # fmt: skip
    ferry = archive.revisions(FERRY)
    assert [revision.captured_at for revision in ferry.revisions] == [
        "2026-03-02T09:00:00Z",
        "2026-03-03T09:00:00.250000Z",
        "2026-03-04T09:00:00Z",
        "2026-03-06T09:00:00Z",
        "2026-03-07T09:00:00Z",
    ]
    assert len(ferry.heads) == 2  # a fork
    assert ferry.reverts == {ferry.revisions[2].digest: ferry.revisions[0].digest}
    assert "Six boats" in archive.read(ferry.revisions[0])
    assert ferry.revisions[0].metadata["x-desk"] == {"shift": 2, "tags": ["a", None, True, "ü😀"]}
    assert ferry.revisions[1].metadata["correction"] == (
        "An earlier version gave the wrong number of boats.\nIt was nine."
    )
    assert archive.read(archive.get("byte-order-mark")).startswith("\ufeffStarts with a mark")
    grain = archive.get("grain-prices")
    assert archive.read(grain).endswith("hieß es.\r\n")
    received = archive.received(grain)
    assert received is not None
    assert (received.encoding, received.certain, received.data[-5:]) == ("cp1252", False, b"es.\r\n")
    page = archive.received(archive.get("tide-tables"))
    assert page is not None
    assert page.data.startswith(b"<!doctype html>")


def test_it_can_be_added_to_sealed_repaired_and_merged(kept: Path, tmp_path: Path) -> None:
    shutil.copytree(kept, tmp_path / "grown")
    grown = Archive.open(tmp_path / "grown")
    now = datetime(2026, 4, 1, tzinfo=UTC)
    grown.put(FERRY, Text("The ferry is sold.\n", b"The ferry is sold.\n"), captured_at=now, metadata={})
    assert len(grown.revisions(FERRY).heads) == 1
    assert grown.seal(now=now).seal.size == 10
    assert grown.verify(seal="latest").damage == ()
    shutil.copytree(kept, tmp_path / "old")
    old = Archive.open(tmp_path / "old")
    assert old.merge(grown).records == 1
    next((tmp_path / "old" / "articles").glob("*/grain-prices-*/*.txt")).write_bytes(b"spoilt")
    assert old.repair(Archive.open(kept), act=True).remaining == ()
    assert old.verify(seal="latest").damage == ()


def test_its_own_schema_still_rules(kept: Path, tmp_path: Path) -> None:
    from archivist.errors import InvalidMetadataError

    shutil.copytree(kept, tmp_path / "copy")
    described = json.loads((tmp_path / "copy" / "archive.json").read_bytes())
    assert described["revisionSchema"] == "schemas/house.schema.json"
    with pytest.raises(InvalidMetadataError, match="language"):
        Archive.open(tmp_path / "copy").put(
            "new", Text("N\n", b"N\n"), captured_at=datetime(2026, 4, 1, tzinfo=UTC), metadata={"language": "fr"}
        )


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="there is no ssh-keygen here")
def test_its_seal_is_still_signed() -> None:
    seal = KEPT / "v1" / "seals" / "20260309T090000Z-70c1eda0d6c6.seal"
    who = "archive@sandholm-post.example"
    command = ["ssh-keygen", "-Y", "verify", "-f", str(KEPT / "allowed_signers"), "-I", who, "-n", "archivist-seal"]
    done = subprocess.run(
        [*command, "-s", f"{seal}.sig"], input=seal.read_bytes(), capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
