"""Inspecting all articles' folders of an archive, in several processes where that is faster."""

from __future__ import annotations

from functools import partial
from itertools import islice

from archivist.archive.disk import Folder
from archivist.archive.inspection import Inspection, Listing, conclude, list_files, look
from archivist.archive.layout import read_name
from archivist.errors import DamagedError
from archivist.model.noun import NamedTuple
from archivist.model.revision import Damage, Revision

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from archivist.archive.inspection import Facts
    from archivist.archive.layout import Name
    from archivist.archive.sample import Sample
    from archivist.archive.workers import Workers

_ALONE = 500
"""How many files are checked before processes are started: with fewer, starting them takes longer than they save."""

_BATCH = 16
_LARGE = 2_000
_SLICE = 500


class Order(NamedTuple):
    """What is to be inspected: the archive at a path, of its files a sample or all; whether its records are listed."""

    archive: str
    sample: Sample | None
    with_records: bool

    def chosen(self, listing: Listing) -> list[Name]:
        """The files to look at."""
        sample = self.sample
        return listing.names if sample is None else [name for name in listing.names if sample.has(name.digest)]


def inspections(paths: Iterable[str], order: Order, workers: Workers) -> Iterator[tuple[str, Inspection]]:
    """What is found in each of the articles' folders at `paths`, in order.

    A folder with very many files is inspected in slices, so that one long story is spread as many short ones are.
    Raises UnreadableError where the system refuses to read a file.
    """
    batches = _batched(paths)
    files = 0
    for results in map(partial(_inspect, order), batches):
        yield from _finished(results, order, workers)
        files += sum(result.files for result in results)
        if files > _ALONE:
            break
    for results in workers.map(partial(_inspect, order), batches):
        yield from _finished(results, order, workers)


def folder_at(root: Folder, path: str) -> Folder:
    """The open folder at a path below `root`, opened name by name. Errors as in `Folder.folder`."""
    folder = root
    for name in path.split("/"):
        try:
            inner = folder.folder(name)
        finally:
            if folder is not root:
                folder.__exit__()
        folder = inner
    return folder


def _batched(paths: Iterable[str]) -> Iterator[list[str]]:
    remaining = iter(paths)
    while batch := list(islice(remaining, _BATCH)):
        yield batch


def _inspect(order: Order, paths: list[str]) -> list[_Result]:
    """What was found in the articles' folders at `paths`; of one with very many files, their names only."""
    results = []
    with Folder.at(order.archive) as root:
        for path in paths:
            try:
                with folder_at(root, path) as folder:
                    listing = list_files(folder, path)
                    if len(listing.names) > _LARGE:
                        results.append(_Result(path, len(listing.names), listing))
                        continue
                    found = conclude(listing, [look(folder, path, order.chosen(listing))])
            except FileNotFoundError:
                continue
            except DamagedError as error:
                found = Inspection(0, 0, 0, [Damage(path, str(error))], [])
            files = found.revisions + found.texts
            results.append(_Result(path, files, found if order.with_records else found._replace(records=[])))
    return results


class _Result(NamedTuple):
    """What was found at a path with so many files; or its files, where they are too many for one process."""

    path: str
    files: int
    found: Inspection | Listing


def _finished(results: list[_Result], order: Order, workers: Workers) -> Iterator[tuple[str, Inspection]]:
    """The same, the large folders inspected as well."""
    for path, _, found in results:
        if isinstance(found, Inspection):
            yield path, found
        else:
            names = [name.name for name in order.chosen(found)]
            slices = (names[at : at + _SLICE] for at in range(0, len(names), _SLICE))
            yield path, conclude(found, map(_unpacked, workers.map(partial(_look, order.archive, path), slices)))


class _Packed(NamedTuple):
    """Facts on their way from one process to another, their records as plain tuples: these pass five times faster."""

    facts: Facts
    records: dict[str, tuple[Any, ...]]


def _look(archive: str, path: str, names: list[str]) -> _Packed:
    with Folder.at(archive) as root, folder_at(root, path) as folder:
        facts = look(folder, path, filter(None, map(read_name, names)))
    return _Packed(facts._replace(records={}), {name: tuple(each) for name, each in facts.records.items()})


def _unpacked(packed: _Packed) -> Facts:
    return packed.facts._replace(records={name: Revision(*each) for name, each in packed.records.items()})
