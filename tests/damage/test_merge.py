"""Two archives, or two git branches, that grew apart are united by the union of their files."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from archivist.archive import batch, layout, merge
from archivist.archive.layout import home
from archivist.archive.store import Archive
from archivist.archive.verify import verify
from archivist.cli.main import main
from archivist.errors import DamagedError, MergeRefusedError, NotAnArchiveError, UsageError, WriteError
from archivist.model.text import Received, Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from archivist.archive.disk import Folder
    from archivist.archive.seal_check import SealAuditor
    from archivist.model.revision import Verification

NOW = datetime(2026, 4, 1, 9, tzinfo=UTC)
HOUSE = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["article"],
}


def put(archive: Archive, article: str, content: str, day: int) -> str:
    """A revision of which the text has carriage returns, so that whoever touches line ends is found."""
    text = Text(content, content.encode())
    return archive.put(article, text, captured_at=NOW + timedelta(days=day), metadata={}).revision.digest


def files(archive: Archive) -> dict[str, bytes]:
    folders = ("articles", "seals")
    return {
        str(path.relative_to(archive.path)): path.read_bytes()
        for folder in folders
        for path in sorted((archive.path / folder).rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def trunk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    archive = Archive.create(tmp_path_factory.mktemp("trunk") / "archive", now=NOW)
    put(archive, "story", "The pier is closed.\r\nFor good.\r\n", 0)
    put(archive, "shared", "The same for both.\n", 0)
    archive.seal(now=NOW)
    return archive.path


@pytest.fixture
def pair(trunk: Path, tmp_path: Path) -> tuple[Archive, Archive]:
    """Two copies of one archive that both grew: `story` in both, an article of its own in each."""
    grown = []
    for day, name in enumerate(("one", "two"), start=1):
        shutil.copytree(trunk, tmp_path / name / "archive")
        grown.append(grow(Archive.open(tmp_path / name / "archive"), name, day))
    return grown[0], grown[1]


def grow(archive: Archive, name: str, day: int) -> Archive:
    put(archive, "story", f"The pier is open,\r\nsays {name}.\r\n", day)
    put(archive, "story", f"The pier is gone, says {name}.\n", day + 10)
    put(archive, "story", "The pier is closed.\r\nFor good.\r\n", day + 20)
    received = Received(f"Brücke {name}\n".encode("latin-1"), "latin-1", certain=True)
    text = Text(f"Brücke {name}\n", f"Brücke {name}\n".encode(), received)
    archive.put(name, text, captured_at=NOW, metadata={})
    archive.seal(now=NOW + timedelta(days=day))
    return archive


def test_everything_of_both_is_there_and_clean(pair: tuple[Archive, Archive]) -> None:
    one, two = pair
    united = files(one) | files(two)
    merged = one.merge(two)
    assert files(one) == united
    assert len({name.lower() for name in united}) == len(united)  # for file systems that fold case
    assert one.verify(seal="latest").damage == ()
    assert (merged.records, merged.texts, merged.received, merged.seals) == (4, 3, 1, 2)
    assert {each.article: (len(each.records), each.heads) for each in merged.articles} == {
        "story": (3, 2), "two": (1, 1)
    }  # fmt: skip
    assert len(one.revisions("story").heads) == 2
    assert len(one.revisions("story").revisions) == 7


def test_it_does_not_matter_who_merges_whom(pair: tuple[Archive, Archive]) -> None:
    one, two = pair
    one.merge(two)
    two.merge(one)
    assert files(one) == files(two)


def test_the_same_again_adds_nothing(pair: tuple[Archive, Archive]) -> None:
    one, two = pair
    one.merge(two)
    before = files(one)
    merged = one.merge(two)
    assert (merged.articles, merged.records, merged.seals) == ((), 0, 0)
    assert files(one) == before


def test_the_other_is_only_read(pair: tuple[Archive, Archive]) -> None:
    one, two = pair
    before = files(two)
    one.merge(two)
    assert files(two) == before


def test_a_fork_is_joined_by_the_next_capture(pair: tuple[Archive, Archive]) -> None:
    one, two = pair
    one.merge(two)
    put(one, "story", "And now for all.\n", 60)
    history = one.revisions("story")
    assert len(history.heads) == 1
    assert len(history.revisions[-1].parents) == 2


def test_a_damaged_archive_is_not_taken_in(pair: tuple[Archive, Archive]) -> None:
    one, two = pair
    before = files(one)
    path = next((two.path / home("two").path).glob("*.txt"))
    path.write_bytes(b"spoilt")
    with pytest.raises(DamagedError, match=path.name):
        one.merge(two)
    assert files(one) == before


def test_one_that_has_lost_what_was_sealed_is_not_taken_in(pair: tuple[Archive, Archive]) -> None:
    one, two = pair
    next((two.path / home("two").path).glob("*.json")).unlink()
    with pytest.raises(DamagedError, match="sealed"):
        one.merge(two)


def test_a_file_here_with_other_bytes_is_refused_and_kept(pair: tuple[Archive, Archive]) -> None:
    one, two = pair
    theirs = next((two.path / home("two").path).glob("*.txt"))
    mine = one.path / theirs.relative_to(two.path)
    mine.parent.mkdir(parents=True)
    mine.write_bytes(b"mine")
    before = files(one)
    with pytest.raises(WriteError, match="other bytes"):
        one.merge(two)
    assert files(one) == before  # no record of `two` came in, and `mine` stayed


def test_a_torn_text_here_that_a_record_to_come_names_is_refused_and_kept(pair: tuple[Archive, Archive]) -> None:
    """Both have `story`, and the text; what is to come is one more record that names it."""
    one, two = pair
    text = sha256(b"The pier is closed.\r\nFor good.\r\n").hexdigest()
    torn = next((one.path / home("story").path).glob(f"{text}.*.txt"))
    torn.write_bytes(b"The pier is")
    before = files(one)
    with pytest.raises(WriteError, match=f"{text}.*other bytes"):
        one.merge(two)
    assert files(one) == before


def test_many_revisions_come_in_several_batches(
    pair: tuple[Archive, Archive], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = pair
    united = files(one) | files(two)
    held: list[int] = []
    settle = batch.Batch.settle

    def counting(self: batch.Batch) -> None:
        held.append(self.count)
        settle(self)

    monkeypatch.setattr(batch, "_FULL", 2)
    monkeypatch.setattr(batch.Batch, "settle", counting)
    assert one.merge(two).records == 4
    assert held == [2, 2]
    assert files(one) == united


@pytest.mark.parametrize("kind", ["seal", "renamed seal", "list", "stranger"])
def test_seals_that_change_after_the_check_are_not_copied(
    pair: tuple[Archive, Archive], monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    one, two = pair
    old = {path.name for path in (one.path / "seals").iterdir()}
    ending = "sha256" if kind == "list" else "seal"
    path = next(path for path in (two.path / "seals").glob(f"*.{ending}") if path.name not in old)
    if kind == "stranger":
        path = path.with_name("notes.txt")

    def then_changed(root: Folder, *, processes: int, auditor: SealAuditor) -> Verification:
        found = verify(root, processes=processes, auditor=auditor)
        known = next((two.path / "seals").glob("*.seal")).read_bytes()
        path.write_bytes(known.replace(b"2026", b"2025") if kind == "renamed seal" else b"spoilt")
        return found

    monkeypatch.setattr(merge, "verify", then_changed)
    with pytest.raises(DamagedError, match=f"{path.name} has changed"):
        one.merge(two)
    assert not (one.path / "seals" / path.name).exists()


def test_records_that_share_twelve_digits_and_no_more_are_refused(
    pair: tuple[Archive, Archive], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = pair
    path = next((one.path / home("shared").path).glob("*.json"))
    real = path.read_bytes()
    forged = real.replace(b"archivist 0", b"archivist 9")
    path.write_bytes(forged)
    digest = sha256(real).hexdigest()[:12] + "0" * 52
    for module in ("reader", "record"):
        name = f"archivist.archive.{module}.digest"
        monkeypatch.setattr(name, lambda data: digest if data == forged else sha256(data).hexdigest())
    with pytest.raises(WriteError, match="holds other bytes"):
        one.merge(two)
    assert path.read_bytes() == forged


def test_a_text_that_only_the_other_has_still_comes_in(pair: tuple[Archive, Archive]) -> None:
    one, two = pair
    path = next((one.path / home("shared").path).glob("*.txt"))
    path.unlink()
    assert one.merge(two).texts == 4
    assert one.verify().damage == ()


def _rules(archive: Archive, schema: object) -> None:
    (archive.path / "schemas").mkdir()
    (archive.path / "schemas" / "house.json").write_text(json.dumps(schema))
    value = json.loads((archive.path / "archive.json").read_bytes()) | {"revisionSchema": "schemas/house.json"}
    (archive.path / "archive.json").write_text(json.dumps(value))


@pytest.mark.parametrize("who", ["one", "two", "both differ", "both same"])
def test_a_schema_of_ones_own_must_be_that_of_both(pair: tuple[Archive, Archive], who: str) -> None:
    for name, archive in zip(("one", "two"), pair, strict=True):
        if who in {name, "both same"}:
            _rules(archive, HOUSE)
        elif who == "both differ":
            _rules(archive, HOUSE | {"title": name})
    before = files(pair[0])
    if who == "both same":
        assert pair[0].merge(pair[1]).records == 4
        return
    with pytest.raises(MergeRefusedError, match="same schema of their own"):
        pair[0].merge(pair[1])
    assert files(pair[0]) == before


def test_formats_that_are_not_known_are_refused(pair: tuple[Archive, Archive]) -> None:
    (pair[1].path / "archive.json").write_text('{"format": 2, "schema": "urn:archivist:schema:archive:v2"}')
    with pytest.raises(NotAnArchiveError, match="format 2"):
        pair[0].merge(pair[1])


def test_an_archive_is_not_merged_with_itself(pair: tuple[Archive, Archive], tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(pair[0].path)
    with pytest.raises(UsageError, match="itself"):
        pair[0].merge(Archive.open(tmp_path / "link"))


def test_two_ids_that_give_one_folder_are_not_mixed(
    pair: tuple[Archive, Archive], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two ids have the same digest here."""
    real = layout.digest
    try:
        with monkeypatch.context() as patch:
            layout.home.cache_clear()
            patch.setattr(layout, "digest", lambda data: "0" * 64 if data in {b"a.b", b"a-b"} else real(data))
            put(pair[0], "a.b", "One article.\n", 0)
            put(pair[1], "a-b", "Another article.\n", 0)
            with pytest.raises(MergeRefusedError, match="Choose another id"):
                pair[0].merge(pair[1])
    finally:
        layout.home.cache_clear()


def test_hostile_folders_lead_nowhere(pair: tuple[Archive, Archive], tmp_path: Path) -> None:
    one, two = pair
    (tmp_path / "outside").mkdir()
    shutil.rmtree(one.path / "seals")
    (one.path / "seals").symlink_to(tmp_path / "outside")
    with pytest.raises(DamagedError, match="symbolic link"):
        one.merge(two)
    assert list((tmp_path / "outside").iterdir()) == []
    secret = next((two.path / home("two").path).glob("*.txt"))
    secret.rename(tmp_path / "secret")
    secret.symlink_to(tmp_path / "secret")
    with pytest.raises(DamagedError, match="symbolic link"):
        one.merge(two)


def test_killed_on_the_way_it_can_be_repeated(pair: tuple[Archive, Archive], monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = pair
    united = files(one) | files(two)
    real, done = os.link, 0

    def dies(*words: Any, **named: Any) -> None:  # noqa: ANN401  # as the system call has them
        nonlocal done
        done += 1
        if done > 3:
            raise KeyboardInterrupt
        real(*words, **named)

    with monkeypatch.context() as patch:
        patch.setattr(os, "link", dies)
        with pytest.raises(KeyboardInterrupt):
            one.merge(two)
    assert one.verify().damage == ()
    one.merge(two)
    assert files(one) == united


def git(folder: Path, *words: str) -> str:
    """Run git without anybody's own settings."""
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "HOME": str(folder)}
    identity = ("-c", "user.name=n", "-c", "user.email=n@news.example", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", *identity, *words], cwd=folder, env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout


def repository(folder: Path, trunk: Path, *settings: str) -> Archive:
    """A git repository with an archive in it, and two branches that both fed and sealed it; on the first of them."""
    git(folder, "init", "-q", "-b", "main")
    for setting in settings:
        git(folder, "config", *setting.split("="))
    shutil.copytree(trunk, folder / "archive")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "trunk")
    archive = Archive.open(folder / "archive")
    for day, name in enumerate(("one", "two"), start=1):
        git(folder, "checkout", "-q", "-b", name, "main")
        grow(archive, name, day)
        git(folder, "add", ".")
        git(folder, "commit", "-q", "-m", name)
    git(folder, "checkout", "-q", "one")
    return archive


@pytest.fixture(params=["", "core.autocrlf=true", "core.autocrlf=input", "core.eol=crlf"])
def merged(request: pytest.FixtureRequest, trunk: Path, tmp_path: Path) -> Iterator[Archive]:
    """An archive in git whose branches were merged, under settings that rewrite line ends where they may."""
    if shutil.which("git") is None:
        pytest.skip("there is no git here")
    settings = [request.param] if request.param else []
    work = tmp_path / "work"
    work.mkdir()
    archive = repository(work, trunk, *settings)
    git(work, "merge", "-q", "-m", "united", "two")
    yield archive
    clone = tmp_path / "clone"
    git(tmp_path, *(word for each in settings for word in ("-c", each)), "clone", "-q", str(work), str(clone))
    assert files(Archive.open(clone / "archive")) == files(archive)
    assert Archive.open(clone / "archive").verify(seal="latest").damage == ()


def test_git_branches_merge_without_a_conflict(merged: Archive) -> None:
    found = merged.verify(seal="latest")
    assert found.damage == ()
    assert found.seal is not None
    assert len(found.seal.seals) == 2
    assert git(merged.path.parent, "status", "--porcelain") == ""
    texts = [path.read_bytes() for path in (merged.path / home("story").path).glob("*.txt")]
    assert sum(b"\r\n" in text for text in texts) == 3


def test_the_fork_is_told_by_log(merged: Archive, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--archive", str(merged.path), "log", "story"]) == 0
    assert "fork: 2 heads" in capsys.readouterr().out
    assert main(["--archive", str(merged.path), "log", "story", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["forked"] is True


def test_without_the_line_in_gitattributes_line_ends_would_be_rewritten(trunk: Path, tmp_path: Path) -> None:
    """The broken control: so the tests above can see."""
    if shutil.which("git") is None:
        pytest.skip("there is no git here")
    shutil.copytree(trunk, tmp_path / "archive")
    (tmp_path / "archive" / ".gitattributes").unlink()
    git(tmp_path, "init", "-q")
    git(tmp_path, "config", "core.autocrlf", "true")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "all")
    git(tmp_path, "-c", "core.autocrlf=true", "clone", "-q", str(tmp_path), str(tmp_path / "clone"))
    damage = Archive.open(tmp_path / "clone" / "archive").verify().damage
    assert len([each for each in damage if each.path.startswith("articles/")]) == 3


def _mounted(folder: Path, kind: str) -> str:
    """Mount a file system that folds case at `folder`; why not, if it cannot be."""
    image = folder.with_suffix(".img")
    with image.open("wb") as file:
        file.truncate(400 << 20)  # of which next to nothing is written
    make = {
        "ext4": ["mkfs.ext4", "-q", "-O", "casefold", "-E", "encoding=utf8", str(image)],
        "xfs": ["mkfs.xfs", "-q", "-n", "version=ci", str(image)],
        "vfat": ["mkfs.vfat", str(image)],
    }[kind]
    for command in (make, ["mount", "-o", "loop", str(image), str(folder)]):
        if shutil.which(command[0]) is None:
            return f"there is no {command[0]} here"
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            return f"{command[0]} failed: {done.stderr.strip()}"
    return ""


@pytest.fixture(params=["ext4", "xfs", "vfat"])
def folding(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A folder in which `A` and `a` are one name."""
    mount = tmp_path / request.param
    mount.mkdir()
    if os.geteuid() != 0:
        pytest.skip("mounting takes root")
    reason = _mounted(mount, request.param)
    if reason:
        pytest.skip(f"no file system that folds case: {reason}")
    try:
        folder = mount / "folding"
        folder.mkdir()
        if request.param == "ext4":
            subprocess.run(["chattr", "+F", str(folder)], check=True)
        (folder / "a").write_bytes(b"")
        assert (folder / "A").exists()
        yield folder
    finally:
        subprocess.run(["umount", str(mount)], check=False)


def test_on_a_file_system_that_folds_case(folding: Path, trunk: Path) -> None:
    try:
        os.link(folding / "a", folding / "b")
    except OSError:
        pytest.skip("this file system has no hard links; archives need them")
    archive = repository(folding, trunk)
    git(folding, "merge", "-q", "-m", "united", "two")
    assert archive.verify(seal="latest").damage == ()
    assert len(archive.revisions("story").heads) == 2
    names = [name.lower() for name in files(archive)]
    assert len(set(names)) == len(names)
