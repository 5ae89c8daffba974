"""Seals under attack: whatever is taken out, rewritten or slipped in is found by a seal that was kept."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from archivist.archive import seal_check
from archivist.archive.checkpoint import read_list
from archivist.archive.layout import home
from archivist.archive.store import Archive
from archivist.errors import ArchivistError, DamagedError, NotFoundError, UnreadableError, UsageError
from archivist.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from archivist.model.revision import Verification

NOW = datetime(2026, 4, 1, 9, tzinfo=UTC)
PAGE = Path(__file__).resolve().parents[2] / "docs" / "seals.md"


def put(archive: Archive, article: str, content: str, day: int) -> str:
    text = Text(content, content.encode())
    done = archive.put(article, text, captured_at=NOW + timedelta(days=day), metadata={})
    return done.revision.digest


def record(archive: Archive, article: str, digest: str) -> Path:
    return next((archive.path / home(article).path).glob(f"*-{digest[:12]}.*.json"))


def seal(archive: Archive, day: int = 0) -> Path:
    return archive.path / archive.seal(now=NOW + timedelta(days=day)).path


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive that every test here gets a copy of."""
    archive = Archive.create(tmp_path_factory.mktemp("whole") / "archive", now=NOW)
    for day, content in enumerate(["A: the pier is closed.\n", "B: the pier is open.\n", "A: the pier is closed.\n"]):
        put(archive, "story", content, day - 30)
    put(archive, "story", "The pier is gone.\n", -20)
    put(archive, "other", "C\n", -30)
    return archive.path


@pytest.fixture
def archive(whole: Path, tmp_path: Path) -> Archive:
    """`story` with four revisions, `other` with one."""
    shutil.copytree(whole, tmp_path / "archive")
    return Archive.open(tmp_path / "archive")


@pytest.fixture
def kept(archive: Archive, tmp_path: Path) -> Path:
    """The folder of seals as it was when the archive was sealed, kept elsewhere."""
    seal(archive)
    shutil.copytree(archive.path / "seals", tmp_path / "kept")
    return tmp_path / "kept"


@pytest.fixture
def one(kept: Path) -> str:
    return str(next(kept.glob("*.seal")))


def test_a_sealed_archive_is_clean_and_nothing_came_in(archive: Archive, one: str) -> None:
    found = archive.verify(seal=one)
    assert found.damage == ()
    assert found.seal is not None
    assert (found.seal.seals[0].size, found.seal.added) == (5, ())
    assert archive.verify().damage == ()


def test_sealing_twice_writes_nothing(archive: Archive) -> None:
    first = archive.seal(now=NOW)
    before = sorted((archive.path / "seals").iterdir())
    again = archive.seal(now=NOW + timedelta(days=1))
    assert (again.made, again.path, again.seal) == (False, first.path, first.seal)
    assert sorted((archive.path / "seals").iterdir()) == before


def test_every_record_that_is_taken_out_is_missed(archive: Archive, one: str) -> None:
    for path in sorted((archive.path / "articles").rglob("*.json")):
        data = path.read_bytes()
        path.unlink()
        damage = archive.verify(seal=one).damage
        assert any(path.name.partition("-")[2] in each.path for each in damage), path
        assert sha256(data).hexdigest() in {digest for each in damage for digest in each.revisions}
        path.write_bytes(data)
    assert archive.verify(seal=one).damage == ()


def test_a_whole_article_that_is_taken_out_is_missed(archive: Archive, one: str) -> None:
    folder = archive.path / home("other").path
    names = {f"{home('other').path}/{path.name}" for path in folder.glob("*.json")}
    shutil.rmtree(folder)
    assert {damage.path for damage in archive.verify(seal=one).damage} == names
    shutil.rmtree(archive.path / "seals")
    assert archive.verify().damage == ()  # by itself the archive cannot know
    assert {damage.path for damage in archive.verify(seal=one).damage} == names


def _rewritten(archive: Archive) -> Path:
    """Another history of `other`, whose digests all fit."""
    (old,) = (archive.path / home("other").path).glob("*.json")
    old.unlink()
    return record(archive, "other", put(archive, "other", "D: never happened.\n", -30))


def test_a_rewritten_record_is_found_and_its_successor_listed(archive: Archive, one: str) -> None:
    forged = _rewritten(archive)
    assert [damage.path for damage in archive.verify().damage] != []
    found = archive.verify(seal=one)
    assert [damage.path.rpartition("/")[0] for damage in found.damage] == [
        home("other").path
    ]  # and no other archive's
    assert "missing or was rewritten" in found.damage[0].what
    assert found.seal is not None
    assert [(added.path.rpartition("/")[2], added.backfilled) for added in found.seal.added] == [(forged.name, True)]


def test_a_record_with_the_same_twelve_digits_is_not_the_sealed_one(
    archive: Archive, one: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """48 bits can be forged; here by a digest of which the rest is another."""
    (path,) = (archive.path / home("other").path).glob("*.json")
    real = sha256(path.read_bytes()).hexdigest()
    forged = real[:12] + sha256(b"forged").hexdigest()[:52]
    monkeypatch.setattr(
        "archivist.archive.inspection.digest", lambda data: forged if data == path.read_bytes() else _hex(data)
    )
    assert [damage.revisions for damage in archive.verify(seal=one).damage] == [(real,)]


def _hex(data: bytes) -> str:
    return sha256(data).hexdigest()


def test_a_backfilled_capture_is_listed_and_a_later_one_is_told_apart(archive: Archive, one: str) -> None:
    backfilled, later = put(archive, "other", "It was so before.\n", -300), put(archive, "other", "And now.\n", 3)
    seal(archive, 4)
    found = archive.verify(seal=one)
    assert found.damage == ()
    assert found.seal is not None
    assert {(added.sha256, added.backfilled) for added in found.seal.added} == {(backfilled, True), (later, False)}


def test_a_verifier_that_ignores_the_seal_is_caught(
    archive: Archive, one: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The broken control: with nothing expected of the records, these attacks would pass. So the tests can see."""
    (path,) = (archive.path / home("other").path).glob("*.json")
    path.unlink()
    shutil.rmtree(archive.path / "seals")
    assert archive.verify(seal=one).damage != ()
    monkeypatch.setattr(seal_check.SealAuditor, "_cover", lambda self, held: self._held.append(held))
    assert archive.verify(seal=one).damage == ()


def test_one_that_trusts_a_seals_list_without_its_root_is_caught(archive: Archive, kept: Path) -> None:
    path = next(kept.glob("*.seal"))
    lines = path.read_text().splitlines(keepends=True)
    for changed in (
        [lines[0], "4\n", *lines[2:]],
        [*lines[:2], f"{'A' * 43}=\n", *lines[3:]],
    ):
        path.write_text("".join(changed))
        (damage,) = archive.verify(seal=str(path)).damage
        assert "does not fit the list" in damage.what


def test_a_seal_whose_list_was_taken_away(archive: Archive, kept: Path, tmp_path: Path) -> None:
    alone = tmp_path / "alone" / next(kept.glob("*.seal")).name
    alone.parent.mkdir()
    shutil.copy(next(kept.glob("*.seal")), alone)
    next((archive.path / "seals").glob("*.sha256")).unlink()
    what = [damage.what for damage in archive.verify(seal=str(alone)).damage]
    assert any("What this seal covers cannot be told" in each and "is missing" in each for each in what)
    assert archive.verify().damage != ()
    beside = archive.verify(seal=str(next(kept.glob("*.seal"))))
    assert {damage.path.rpartition("/")[0] for damage in beside.damage} == {"seals"}  # the archive lost its own list


def test_the_seal_of_another_archive(archive: Archive, one: str, tmp_path: Path) -> None:
    other = Archive.create(tmp_path / "second", now=NOW)
    put(other, "elsewhere", "Something else.\n", 0)
    found = other.verify(seal=one)
    assert len(found.damage) == archive.seal(now=NOW).seal.size + 1
    assert any("another archive's seal" in damage.what for damage in found.damage)
    alone = tmp_path / "alone.seal"
    shutil.copy(one, alone)
    (damage,) = other.verify(seal=str(alone)).damage
    assert "cannot be told" in damage.what
    assert found.seal is not None
    assert len(found.seal.added) == 1


CHANGES: dict[str, Callable[[str], str]] = {
    "empty": lambda _: "",
    "cut": lambda text: text[:-1],
    "a line more": lambda text: text + "more\n",
    "line ends": lambda text: text.replace("\n", "\r\n"),
    "no time": lambda text: re.sub(r"sealed .*Z", "sealed 2026-02-30T09:00:00Z", text),
    "another form of the time": lambda text: text.replace("00Z", "00.000Z"),
    "leading zero": lambda text: text.replace("\n5\n", "\n05\n"),
    "negative": lambda text: text.replace("\n5\n", "\n-5\n"),
    "origin": lambda text: text.replace("archive-", "archive "),
    "two lists": lambda text: re.sub(r"seals/[0-9a-f]{4}", "seals/0000", text),
    "outside": lambda text: text.replace("seals/", "../../"),
    "loose base64": lambda text: re.sub(r"(?m)^(.{42})(.)=$", r"\1+=", text),
    "huge": lambda text: text * 10_000,
    "terminal": lambda text: text.replace("archive-", "\x1b[31m"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_no_seal_is_refused_with_a_sentence(archive: Archive, one: str, change: str) -> None:
    Path(one).write_bytes(CHANGES[change](Path(one).read_text()).encode())
    with pytest.raises(UnreadableError, match="is no seal"):
        archive.verify(seal=one)


@pytest.mark.parametrize("change", CHANGES)
def test_a_damaged_seal_in_the_archive_is_named(archive: Archive, change: str) -> None:
    path = seal(archive)
    path.write_bytes(CHANGES[change](path.read_text()).encode())
    assert f"seals/{path.name}" in {damage.path for damage in archive.verify().damage}
    with pytest.raises(DamagedError, match=path.name):
        archive.seal(now=NOW)


@pytest.mark.parametrize(
    "change",
    [
        lambda lines: lines[:-1],
        lambda lines: [*lines, lines[-1]],
        lambda lines: lines[::-1],
        lambda lines: [*lines, "0" * 64 + "  /etc/passwd\n"],
        lambda lines: [*lines, "0" * 64 + "  articles/../../x.json\n"],
        lambda lines: [line.replace("  ", " *") for line in lines],
        lambda _: [],
    ],
)
def test_a_damaged_list_in_the_archive_is_named_and_not_sealed_upon(
    archive: Archive, change: Callable[[list[str]], list[str]]
) -> None:
    seal(archive)
    path = next((archive.path / "seals").glob("*.sha256"))
    path.write_text("".join(change(path.read_text().splitlines(keepends=True))))
    assert f"seals/{path.name}" in {damage.path for damage in archive.verify().damage}
    with pytest.raises(DamagedError, match=path.name):
        archive.seal(now=NOW)


def test_a_seal_under_another_seals_name_is_named(archive: Archive) -> None:
    path = seal(archive)
    for name in (f"20250101T000000Z{path.name[16:]}", f"{path.name[:17]}{'0' * 12}.seal"):
        path.rename(path.with_name(name))
        assert [damage.path for damage in archive.verify().damage] == [f"seals/{name}"]
        path.with_name(name).rename(path)


RECORD = f"{'a' * 64}  articles/0e/x-0e000000/20260101T000000Z-{'a' * 12}.0e00000000.json\n"
LATER = f"{'a' * 64}  articles/0e/x-0e000000/20260102T000000Z-{'a' * 12}.0e00000000.json\n"
BEFORE = f"{'b' * 64}  seals/{'b' * 64}.sha256\n"


@pytest.mark.parametrize(
    "text",
    [
        RECORD + RECORD,
        LATER + RECORD,
        RECORD + BEFORE,
        BEFORE + BEFORE,
        RECORD.replace("articles", "elsewhere"),
        RECORD.replace("x-0e", "x-0f"),
        RECORD.replace("0e/", "../"),
        RECORD.replace("a" * 64, "c" * 64),
        RECORD.replace("json", "txt"),
        RECORD.replace("  ", " *"),
        RECORD.rstrip("\n"),
        RECORD.replace("\n", "\r\n"),
        RECORD.replace("\n", "\x0b"),
        BEFORE.replace("seals/b", "seals/c"),
        "\n",
        "\x00",
        "é" * 100,
    ],
)
def test_what_is_no_list_is_refused_whatever_its_name(text: str) -> None:
    assert read_list((BEFORE + RECORD + LATER).encode(), "x").before == ("b" * 64,)
    with pytest.raises(DamagedError, match="is no list"):
        read_list(text.encode(), "x")


@pytest.mark.parametrize("kind", ["pipe", "folder", "link", "loop"])
@pytest.mark.parametrize("pattern", ["*.seal", "*.sha256"])
def test_hostile_kinds_of_files_among_the_seals(archive: Archive, tmp_path: Path, kind: str, pattern: str) -> None:
    seal(archive)
    path = next((archive.path / "seals").glob(pattern))
    path.rename(tmp_path / "real")
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to(tmp_path / "real" if kind == "link" else path.name)
    assert f"seals/{path.name}" in {damage.path for damage in archive.verify().damage}
    with pytest.raises(ArchivistError, match=path.name):
        archive.seal(now=NOW)


def test_a_folder_of_seals_that_leads_elsewhere(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (archive.path / "seals").symlink_to(tmp_path / "elsewhere")
    assert [damage.path for damage in archive.verify().damage] == ["seals"]
    with pytest.raises(DamagedError, match="symbolic link"):
        archive.seal(now=NOW)
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("kind", ["none", "pipe", "folder", "link"])
def test_a_kept_seal_that_is_no_file(archive: Archive, one: str, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "here.seal"
    if kind == "link":
        path.symlink_to(one)  # a person's own link outside the archive is the person's affair
        assert archive.verify(seal=str(path)).damage == ()
        return
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    with pytest.raises(NotFoundError if kind == "none" else UnreadableError, match=r"here\.seal"):
        archive.verify(seal=str(path))


def test_strangers_among_the_seals_are_named_and_companions_are_not(archive: Archive) -> None:
    path = seal(archive)
    for name in (f"{path.name}.sig", f"{path.name}.me.sig", f"{path.name}.ots"):
        (path.parent / name).write_bytes(b"")
    assert archive.verify().damage == ()
    for name in ("notes.txt", ".DS_Store", "0" * 63 + ".sha256"):
        (path.parent / name).write_bytes(b"")
    assert {damage.path for damage in archive.verify().damage} == {
        "seals/notes.txt", "seals/.DS_Store", f"seals/{'0' * 63}.sha256"
    }  # fmt: skip


def test_what_an_interrupted_sealing_leaves_is_no_damage(archive: Archive) -> None:
    path = seal(archive)
    path.unlink()
    assert archive.verify().damage == ()
    assert archive.seal(now=NOW).made


def test_an_empty_archive_cannot_be_sealed(tmp_path: Path) -> None:
    archive = Archive.create(tmp_path / "empty", now=NOW)
    with pytest.raises(NotFoundError, match="no records"):
        archive.seal(now=NOW)
    with pytest.raises(NotFoundError, match="no seal yet"):
        archive.verify(seal="latest")
    assert not (archive.path / "seals").exists()


@pytest.mark.parametrize("origin", ["", "a b", "a+b", "é", "a\nb", "x" * 121, "\x1b[0m"])
def test_what_cannot_be_an_origin(archive: Archive, origin: str) -> None:
    with pytest.raises(UsageError, match="cannot be an origin"):
        archive.seal(now=NOW, origin=origin)


def test_an_origin_is_kept_until_another_is_given(archive: Archive) -> None:
    assert archive.seal(now=NOW, origin="news.example/a").seal.origin == "news.example/a"
    put(archive, "other", "More.\n", 5)
    assert archive.seal(now=NOW).seal.origin == "news.example/a"


def test_another_origin_with_nothing_new_is_refused(archive: Archive) -> None:
    archive.seal(now=NOW, origin="news.example/a")
    before = sorted((archive.path / "seals").iterdir())
    with pytest.raises(UsageError, match=r"nothing new since the seal of news\.example/a"):
        archive.seal(now=NOW, origin="news.example/b")
    assert sorted((archive.path / "seals").iterdir()) == before
    assert archive.seal(now=NOW, origin="news.example/a").made is False
    put(archive, "other", "More.\n", 5)
    assert archive.seal(now=NOW, origin="news.example/b").seal.origin == "news.example/b"


def test_a_damaged_record_is_not_sealed(archive: Archive) -> None:
    path = next((archive.path / home("other").path).glob("*.json"))
    path.write_bytes(b"{}")
    with pytest.raises(DamagedError, match=path.name):
        archive.seal(now=NOW)
    assert not (archive.path / "seals").exists()


def test_what_was_lost_stays_lost_however_often_it_is_sealed_again(archive: Archive) -> None:
    seal(archive)
    path = next((archive.path / home("other").path).glob("*.json"))
    path.unlink()
    put(archive, "story", "E: more.\n", 9)
    sealing = archive.seal(now=NOW + timedelta(days=9))
    assert (sealing.made, sealing.seal.size) == (True, 6)
    assert sealing.lost == (f"{home('other').path}/{path.name}",)
    assert [damage.path for damage in archive.verify(seal="latest").damage] == list(sealing.lost)


def _branches(archive: Archive, tmp_path: Path) -> tuple[Archive, Archive]:
    """Two copies of a sealed archive that were fed and sealed apart, `story` in both."""
    seal(archive)
    branches = []
    for name in ("old", "new"):
        shutil.copytree(archive.path, tmp_path / name)
        branch = Archive.open(tmp_path / name)
        put(branch, "story", f"{name}: told here only.\n", 10)
        put(branch, name, "Its own article.\n", 10)
        seal(branch, 11)
        put(branch, "story", f"{name}: told here again.\n", 12)
        seal(branch, 13)
        branches.append(branch)
    return branches[0], branches[1]


def _unite(into: Archive, other: Archive) -> None:
    shutil.copytree(other.path, into.path, dirs_exist_ok=True)


def test_seals_of_two_branches_hold_after_a_merge_and_are_joined_by_the_next(archive: Archive, tmp_path: Path) -> None:
    one, two = _branches(archive, tmp_path)
    seals = {path.name for branch in (one, two) for path in (branch.path / "seals").glob("*.seal")}
    assert len(seals) == 5
    _unite(one, two)
    found = one.verify(seal="latest")
    assert found.damage == ()
    assert found.seal is not None
    assert ([seal.size for seal in found.seal.seals], found.seal.added) == ([8, 8], ())
    joined = one.seal(now=NOW + timedelta(days=20))
    assert (joined.made, joined.added, joined.seal.size) == (True, 0, 11)
    assert not one.seal(now=NOW + timedelta(days=21)).made
    for name in seals:
        held = one.verify(seal=str(one.path / "seals" / name))
        assert held.damage == ()
        assert held.seal is not None
        assert len(held.seal.added) == 11 - held.seal.seals[0].size


def test_a_record_of_either_branch_is_missed_by_the_joined_seal(archive: Archive, tmp_path: Path) -> None:
    one, two = _branches(archive, tmp_path)
    _unite(one, two)
    path = seal(one, 20)
    shutil.copytree(one.path / "seals", tmp_path / "kept")
    for article in ("old", "new"):
        file = next((one.path / home(article).path).glob("*.json"))
        data = file.read_bytes()
        file.unlink()
        assert [damage.path for damage in one.verify(seal=str(tmp_path / "kept" / path.name)).damage] == [
            f"{home(article).path}/{file.name}"
        ]
        file.write_bytes(data)


def test_a_seal_behind_a_merge_that_was_tampered_with_is_found(archive: Archive, tmp_path: Path) -> None:
    one, two = _branches(archive, tmp_path)
    _unite(one, two)
    seal(one, 20)
    for path in sorted((one.path / "seals").glob("*.seal")):
        text = path.read_text()
        lines = text.splitlines(keepends=True)
        data = "".join([lines[0], f"{int(lines[1]) + 1}\n", *lines[2:]]).encode()
        forged = path.with_name(f"{path.name[:17]}{_hex(data)[:12]}.seal")
        path.rename(forged)
        forged.write_bytes(data)
        assert [(damage.path, "does not fit" in damage.what) for damage in one.verify().damage] == [
            (f"seals/{forged.name}", True)
        ]
        forged.rename(path)
        path.write_text(text)


def test_each_tree_is_the_beginning_of_the_next(archive: Archive) -> None:
    """So RFC 6962's consistency proofs hold between the seals of one history."""
    from archivist.archive.disk import Folder
    from archivist.archive.merkle import Tree
    from archivist.archive.seal import Seals

    sizes = []
    for day in range(4):
        put(archive, "other", f"day {day}\n", 10 + day)
        seal(archive, 20 + day)
    with Folder.at(str(archive.path)) as root:
        seals = Seals(root)
        (latest,) = seals.latest()
        leaves = [bytes.fromhex(sha) for sha, _ in seals.records(seals.chain([latest.list_sha256]))]
        for name in seals.names():
            tree = Tree()
            one = seals.read(name)
            for leaf in leaves[: one.size]:
                tree.add(leaf)
            assert tree.root().hex() == one.root
            sizes.append(one.size)
    assert sizes == [6, 7, 8, 9]


def _lines() -> list[str]:
    """The shell lines of docs/seals.md, as they stand there."""
    page = PAGE.read_text(encoding="utf-8")
    block = page.partition("## Without this program")[2].partition("\nThe first line")[0]
    return [line.strip() for line in block.splitlines() if line.startswith("    ")]


def _run(archive: Archive, kept: Path, line: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "kept": str(kept), "LC_ALL": "C"}
    command = ["sh", "-c", line]
    return subprocess.run(command, cwd=archive.path, env=environment, capture_output=True, text=True, check=False)


def _shell(archive: Archive, kept: Path) -> list[subprocess.CompletedProcess[str]]:
    assert len(_lines()) == 3
    return [_run(archive, kept, line) for line in _lines()]


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="there is no sha256sum here")
def test_the_three_shell_lines_do_what_the_page_says(archive: Archive, kept: Path) -> None:
    assert [(done.returncode, done.stdout, done.stderr) for done in _shell(archive, kept)[:2]] == [(0, "", "")] * 2
    assert _shell(archive, kept)[2].stdout == ""
    later = record(archive, "other", put(archive, "other", "Later.\n", 30))
    assert _shell(archive, kept)[2].stdout == f"{home('other').path}/{later.name}\n"
    seal(archive, 31)
    assert _shell(archive, kept)[2].stdout == f"{home('other').path}/{later.name}\n"
    later.write_bytes(later.read_bytes() + b" ")
    assert [done.returncode for done in _shell(archive, kept)[:2]] == [0, 0]
    assert _shell(archive, archive.path / "seals")[1].returncode == 1
    for path in sorted((archive.path / "articles").rglob("*.json")):
        if path != later:
            data = path.read_bytes()
            path.write_bytes(data.replace(b"archivist", b"Archivist"))
            assert _shell(archive, kept)[1].returncode == 1
            path.unlink()
            assert _shell(archive, kept)[1].returncode == 1
            path.write_bytes(data)
    next((archive.path / "seals").glob("*.sha256")).write_text("")
    assert _shell(archive, kept)[0].returncode in {0, 1}
    for path in (archive.path / "seals").glob("*.sha256"):
        path.unlink()
    assert _shell(archive, kept)[0].returncode == 1


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="there is no sha256sum here")
def test_the_shell_lines_with_only_a_seal_kept_and_after_a_merge(archive: Archive, tmp_path: Path) -> None:
    one, two = _branches(archive, tmp_path)
    kept = tmp_path / "kept"
    kept.mkdir()
    for path in (one.path / "seals").glob("*.seal"):
        shutil.copy(path, kept)
    _unite(one, two)
    first, second, third = _lines()
    own = one.path / "seals"
    assert [_run(one, kept, first).returncode, _run(one, own, second).returncode] == [0, 0]
    assert _run(one, own, third).stdout == ""
    assert _run(two, kept, first).returncode == 1  # the lists of the other branch are not there
    record(one, "new", one.revisions("new").heads[0]).unlink()
    assert [_run(one, kept, first).returncode, _run(one, own, second).returncode] == [0, 1]


def _of_readme(archive: Archive) -> dict[str, subprocess.CompletedProcess[str]]:
    """What the blocks of shell lines in the archive's own README.md print, each by what it is for."""
    text = (archive.path / "README.md").read_text(encoding="utf-8").replace("harbor-bridge", "story")
    blocks = re.findall(r"(?:^ {4}.*\n)+", text.replace("Harbor Bridge", "pier is open"), re.MULTILINE)
    uses = ("look", "texts", "records", "lost", "seals")
    return {use: _run(archive, archive.path, block) for use, block in zip(uses, blocks, strict=True)}


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="there is no sha256sum here")
def test_whoever_has_only_the_readme_finds_what_was_done_to_an_archive(archive: Archive) -> None:
    seal(archive)
    done = _of_readme(archive)
    text = home("story").text(sha256(b"B: the pier is open.\n").hexdigest())
    assert done["look"].stdout.splitlines()[-1] == f"{home('story').path}/{text}"
    assert '"capturedAt"' in done["look"].stdout
    assert (done["texts"].returncode, done["seals"].returncode) == (0, 0)
    assert [(done[use].stdout, done[use].stderr) for use in ("records", "lost")] == [("", "")] * 2
    (archive.path / home("story").path / text).unlink()
    (altered,) = (archive.path / home("other").path).glob("*.json")
    altered.write_bytes(altered.read_bytes().replace(b"archivist", b"Archivist"))
    next((archive.path / home("other").path).glob("*.txt")).write_bytes(b"spoilt")
    done = _of_readme(archive)
    assert (done["texts"].returncode, done["seals"].returncode) == (1, 1)
    assert done["records"].stdout == f"{home('other').path}/{altered.name}\n"
    assert [text.partition(".")[0] in line for line in done["lost"].stderr.splitlines()] == [True]


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="there is no ssh-keygen here")
def test_a_signature_by_ssh_keygen(archive: Archive, tmp_path: Path) -> None:
    """The two lines of docs/seals.md, with a real key; another seal does not pass."""
    path = seal(archive)
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(key)], check=True)
    sign, check = (
        line.strip() for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("    ssh-keygen")
    )
    (tmp_path / "allowed_signers").write_text(f"archive@news.example {key.with_suffix('.pub').read_text()}")

    def run(line: str) -> int:
        line = line.replace("~/.ssh/id_ed25519", str(key)).replace("NAME.seal", path.name)
        line = line.replace("allowed_signers", str(tmp_path / "allowed_signers"))
        return subprocess.run(["sh", "-c", line], cwd=archive.path, capture_output=True, check=False).returncode

    assert run(sign) == 0
    assert run(check) == 0
    assert archive.verify(seal=str(path)).damage == ()
    path.write_text(path.read_text().replace("\n5\n", "\n4\n"))
    assert run(check) != 0


def test_the_same_verdict_from_one_process_and_from_several(archive: Archive, one: str) -> None:
    for number in range(40):
        put(archive, f"a{number}", "The same words.\n", number)
    for path in sorted((archive.path / "articles").rglob("*.txt"))[::3]:
        path.write_bytes(b"gone")
    assert _with(archive, one, 1) == _with(archive, one, 3)


def _with(archive: Archive, one: str, processes: int) -> Verification:
    return archive.verify(seal=one, processes=processes)
