from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from archivist.cli.site_folder import Folder, read, write
from archivist.cli.site_manifest import MANIFEST, Manifest, Part, Written, bytes_of, manifest_of
from archivist.errors import WriteError

if TYPE_CHECKING:
    from pathlib import Path


def _part(folder: Path, *addresses: str) -> Part:
    return Part("made", {address: write(folder, address, b"words", None)[0] for address in addresses})


def test_a_manifest_comes_back_as_it_was() -> None:
    part = Part("x", {"a/b.html": Written("0" * 64, 3)}, (("o", "n"),))
    manifest = Manifest("r", Part("s", {}), {"story": part}, ("c.html",))
    assert manifest_of(bytes_of(manifest)) == manifest


@pytest.mark.parametrize("address", ["../x", "/x", "a//b", "a/./b", "", "a/../../x", "a\0b"])
def test_an_address_that_leads_out_is_not_taken(address: str) -> None:
    manifest = Manifest("r", Part("s", {address: Written("0", 1)}), {}, (address,))
    found = manifest_of(bytes_of(manifest))
    assert found is not None
    assert (dict(found.shared.files), found.pending) == ({}, ())


def test_what_is_written_is_whole_and_what_is_the_same_is_left(tmp_path: Path) -> None:
    written, touched = write(tmp_path, "a/b.txt", b"words", None)
    assert touched
    before = (tmp_path / "a/b.txt").stat().st_mtime_ns
    assert write(tmp_path, "a/b.txt", b"words", written) == (written, False)
    assert (tmp_path / "a/b.txt").stat().st_mtime_ns == before
    assert read(tmp_path, "a/b.txt", written) == b"words"
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.txt"]


def test_a_link_in_the_place_of_an_unfinished_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "mine.txt").write_bytes(b"mine")
    (tmp_path / "site/.b.txt.tmp").symlink_to(tmp_path / "mine.txt")
    write(tmp_path / "site", "b.txt", b"words", None)
    assert (tmp_path / "mine.txt").read_bytes() == b"mine"
    assert (tmp_path / "site/b.txt").read_bytes() == b"words"


def test_a_file_that_holds_something_else_is_not_read(tmp_path: Path) -> None:
    written, _ = write(tmp_path, "b.txt", b"words", None)
    (tmp_path / "b.txt").write_bytes(b"other")
    assert read(tmp_path, "b.txt", written) is None
    assert read(tmp_path, "c.txt", written) is None
    assert read(tmp_path, "b.txt", None) is None


def test_what_is_claimed_and_never_written_is_known_to_the_next_run(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with Folder(site, "r") as folder:
        folder.claim(["a/b.html", "a/c.html"])
        folder.save()
        write(site, "a/b.html", b"half of a site", None)
    with Folder(site, "r") as folder:
        assert folder.sweep() == 1
        folder.save()
    assert [path.name for path in site.iterdir()] == [MANIFEST]


def test_what_no_part_holds_any_more_is_swept(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with Folder(site, "r") as folder:
        folder.replace("one", _part(site, "a/1.html", "a/2.html"))
        folder.replace("two", _part(site, "b/1.html"))
        folder.save()
    with Folder(site, "r") as folder:
        folder.replace("one", Part("other", {"a/2.html": folder.parts["one"].files["a/2.html"]}))
        folder.forget("two")
        assert folder.sweep() == 2
    assert sorted(str(path.relative_to(site)) for path in site.rglob("*.html")) == ["a/2.html"]
    assert not (site / "b").exists()


def test_another_recipe_trusts_no_file_and_keeps_what_is_ours(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with Folder(site, "r") as folder:
        folder.replace("one", _part(site, "a/1.html")._replace(pairs=(("o", "n"),)))
        folder.save()
    with Folder(site, "other") as folder:
        part = folder.parts["one"]
        assert (part.made_from, part.pairs, list(part.files)) == ("", (("o", "n"),), ["a/1.html"])
        assert not folder.is_whole(part)
        folder.claim(["a/1.html"])
        assert folder.sweep() == 0
        assert write(site, "a/1.html", b"words", part.files["a/1.html"])[1]


def test_the_rest_of_a_manifest_that_was_never_finished_is_ours(tmp_path: Path) -> None:
    (tmp_path / ".archivist-site.json.tmp").write_text("{", encoding="utf-8")
    with Folder(tmp_path, "r") as folder:
        folder.save()
    assert [path.name for path in tmp_path.iterdir()] == [MANIFEST]


def test_a_stranger_in_the_way_is_named(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with Folder(site, "r") as folder:
        folder.save()
    (site / "b.html").write_text("mine", encoding="utf-8")
    with Folder(site, "r") as folder, pytest.raises(WriteError, match="is in the way"):
        folder.claim(["a.html", "b.html"])


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine", encoding="utf-8")
    with pytest.raises(WriteError, match="Nothing was written"), Folder(tmp_path / "site", "r"):
        pass
