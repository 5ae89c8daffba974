"""Verifying: every file of an archive against its name, its record and the format (docs/format.md, *Damage*)."""

from __future__ import annotations

from functools import partial

from archivist.archive import description
from archivist.archive.disk import kind_of, printable
from archivist.archive.inspection import told
from archivist.archive.layout import ARTICLES, DESCRIPTION, TEMPORARY, is_article_folder, is_outer_folder
from archivist.archive.verify_folders import Order, inspections
from archivist.archive.workers import Workers
from archivist.errors import DamagedError
from archivist.model.revision import Damage, Verification

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from archivist.archive.disk import Folder
    from archivist.archive.sample import Sample
    from archivist.archive.seal_check import SealAuditor


def verify(
    root: Folder,
    progress: Callable[[str], None] | None = None,
    *,
    processes: int = 1,
    sample: Sample | None = None,
    auditor: SealAuditor | None = None,
) -> Verification:
    """Check the archive in the open folder `root`. Reads everything once; texts in pieces, whatever their size.

    `progress` is called with the path of each article's folder when it is done. With `sample` only the files that it
    chooses are read. `auditor` holds the records against seals; without it, seals are not looked at.
    Raises UnreadableError where the system refuses to read a file, NotAnArchiveError for a format that this version
    does not know.
    """
    damage = [*_top(root)]
    articles = revisions = texts = size = 0
    order = Order(root.path, sample, with_records=auditor is not None and auditor.is_needed)
    with Workers(processes) as workers:
        for path, found in inspections(article_paths(root, damage), order, workers):
            articles += found.revisions > 0
            revisions += found.revisions
            texts += found.texts
            size += found.size
            damage += found.damage
            if auditor is not None:
                auditor.see(found.records)
            if progress is not None:
                progress(path)
    seal = None
    if auditor is not None:
        damage += auditor.damage(damage)
        seal = auditor.check()
    damage.sort(key=lambda each: (each.path, each.what))
    return Verification(articles, revisions, texts, size, tuple(damage), seal, sample and str(sample))


def _top(root: Folder) -> Iterator[Damage]:
    """Damage of the files that stand at the top of every archive."""
    try:
        yield from _description(root, root.read(DESCRIPTION))
    except FileNotFoundError:
        yield Damage(DESCRIPTION, "This file is missing.")
    except DamagedError as error:
        yield Damage(DESCRIPTION, str(error))
    try:
        with root.folder(TEMPORARY):
            pass
    except FileNotFoundError:
        pass  # git does not keep it
    except DamagedError as error:
        yield Damage(TEMPORARY, str(error))
    try:
        if not description.keeps_verbatim(root.read(description.ATTRIBUTES)):
            yield Damage(description.ATTRIBUTES, "The line `** -text` is missing; without it git may rewrite texts.")
    except FileNotFoundError:
        yield Damage(description.ATTRIBUTES, "This file is missing; without it git may rewrite texts.")
    except DamagedError as error:
        yield Damage(description.ATTRIBUTES, str(error))


def _description(root: Folder, data: bytes) -> Iterator[Damage]:
    """Damage of archive.json, and of the archive's own schema that it names."""
    description.refuse_other_formats(data, f"{root.path}/{DESCRIPTION}")
    problems = description.problems(data, DESCRIPTION)
    if problems:
        yield Damage(DESCRIPTION, told(problems))
        return
    name = description.read(data, DESCRIPTION).revision_schema
    if name is not None:
        from archivist.schema.house import inside  # loads jsonschema: only for archives with a schema of their own

        unusable = inside(root.path, name)[1]
        if unusable:
            yield Damage(name, f"{DESCRIPTION} names this as the archive's own schema: {told(unusable)}")


def article_paths(root: Folder, damage: list[Damage]) -> Iterator[str]:
    """The paths of all articles' folders. What stands beside such folders goes to `damage`."""
    try:
        top = root.folder(ARTICLES)
    except FileNotFoundError:
        return  # git keeps no empty folder
    except DamagedError as error:
        damage.append(Damage(ARTICLES, str(error)))
        return
    with top:
        for outer in _below(top, ARTICLES, is_outer_folder, damage):
            path = f"{ARTICLES}/{outer}"
            try:
                middle = top.folder(outer)
            except DamagedError as error:
                damage.append(Damage(path, str(error)))
                continue
            with middle:
                inner = [*_below(middle, path, partial(is_article_folder, outer), damage)]
            yield from (f"{path}/{name}" for name in inner)


def _below(folder: Folder, path: str, fits: Callable[[str], bool], damage: list[Damage]) -> Iterator[str]:
    """The names of the folders in `folder` that fit; all else goes to `damage`."""
    for entry in folder.entries():
        where = f"{path}/{printable(entry.name)}"
        if not fits(entry.name):
            damage.append(Damage(where, "Nothing of this name belongs here."))
        elif not entry.is_dir(follow_symlinks=False):
            kind = kind_of(entry.stat(follow_symlinks=False).st_mode)
            damage.append(Damage(where, f"This is {kind}; a folder belongs here."))
        else:
            yield entry.name
