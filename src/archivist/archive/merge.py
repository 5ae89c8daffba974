"""Uniting another archive with this one: every file that is not here yet, each proven, in the order of a writer.

A name alone proves nothing of a file here, which may be torn: all that a record to come names is compared.
"""

from __future__ import annotations

from archivist.archive import description, reader
from archivist.archive.batch import Batch
from archivist.archive.checkpoint import SEALS, is_companion, is_seal_name, list_named, read_seal, seal_name
from archivist.archive.disk import Folder, add, other_bytes
from archivist.archive.history import history
from archivist.archive.layout import DESCRIPTION, TEMPORARY, digest, home, read_name
from archivist.archive.seal_check import SealAuditor
from archivist.archive.verify import verify
from archivist.archive.verify_folders import folder_at
from archivist.errors import DamagedError, MergeRefusedError, NotAnArchiveError, TakenError
from archivist.model.noun import NamedTuple
from archivist.model.revision import Article
from archivist.model.upkeep import Merged, MergedArticle

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.archive.layout import Home
    from archivist.model.revision import History, Revision

_TOLD = 5


class _Coming(NamedTuple):
    """What is to come into one article: its records here, those to come by file name, what records name and lack."""

    place: Home
    here: dict[str, Revision]
    records: dict[str, Revision]
    missing: set[str]


class _Unit(NamedTuple):
    """A record to come and all that it names, or one that is here and what of that is missing: copied together."""

    coming: _Coming
    record: str
    revision: Revision
    contents: list[str]

    @property
    def is_new(self) -> bool:
        """Whether the record is still to come."""
        return self.record in self.coming.records


def merge(root: Folder, other: Folder, *, processes: int = 1) -> Merged:
    """Add to the archive in `root` every article's file, and every seal, of the one in `other` that is not there yet.

    The other archive is checked whole before, and every file once more when it is copied. When this returns, all of
    it is durable. Raises, before anything is written: NotAnArchiveError for a format that this version does not know,
    DamagedError where the other archive is damaged or a record here of an article that both have, MergeRefusedError
    where they do not have the same schema of their own, or one's article has the other's folder. Raises on the way:
    WriteError where the system refuses, or a file here has the name of one there and other bytes; DamagedError where
    the other archive changes meanwhile. What came in before is whole, and merging again adds the rest.
    """
    for archive in (root, other):
        description.refuse_other_formats(_description(archive), f"{archive.path}/{DESCRIPTION}")
    _refuse_other_rules(root, other)
    _refuse_damage(other, processes)
    articles = reader.articles(other)[0]
    coming = [each for article in articles if (each := _compare(root, other, article)) is not None]
    endings = [name.rpartition(".")[2] for name in _copy_all(root, other, coming)]
    records, texts = endings.count("json"), endings.count("txt")
    merged = tuple(_merged(each) for each in coming)
    return Merged(merged, records, texts, len(endings) - records - texts, _copy_seals(root, other))


def _description(archive: Folder) -> bytes:
    try:
        return archive.read(DESCRIPTION)
    except FileNotFoundError:
        raise NotAnArchiveError(f"{archive.path}/{DESCRIPTION} is missing.") from None


def _refuse_other_rules(root: Folder, other: Folder) -> None:
    """Raise MergeRefusedError unless both archives have the same schema of their own, or neither has one."""
    if _rules(root) != _rules(other):
        raise MergeRefusedError(
            f"{root.path} and {other.path} do not have the same schema of their own (revisionSchema in {DESCRIPTION})."
            " Records of one need not hold in the other, so nothing was merged. Give both the same schema first."
        )


def _rules(archive: Folder) -> bytes | None:
    """The bytes of the archive's own schema; None where it names none."""
    name = description.read(_description(archive), f"{archive.path}/{DESCRIPTION}").revision_schema
    if name is None:
        return None
    folder, _, file = name.rpartition("/")
    try:
        with folder_at(archive, folder) as schemas:
            return schemas.read(file)
    except FileNotFoundError:
        raise DamagedError(f"{archive.path}/{name} is missing, and {DESCRIPTION} names it.") from None


def _refuse_damage(other: Folder, processes: int) -> None:
    damage = verify(other, processes=processes, auditor=SealAuditor(other)).damage
    if damage:
        named = "\n".join(f"{each.path}: {each.what}" for each in damage[:_TOLD])
        more = f"\nand {len(damage) - _TOLD} more" if len(damage) > _TOLD else ""
        raise DamagedError(f"{other.path} is damaged; nothing was merged. Repair it first.\n{named}{more}")


def _compare(root: Folder, other: Folder, article: Article) -> _Coming | None:
    """What is to come into an article of the other archive; None where nothing is."""
    place = home(article.id)
    with folder_at(other, article.folder) as folder:
        there = reader.records_in(folder, place, folder.names(), used=False)
        try:
            here = reader.records(root, place)
        except TakenError as error:
            raise MergeRefusedError(f"{error} Nothing was merged.") from error
        for name in sorted(there.keys() & here.keys()):
            if there[name].digest != here[name].digest:
                raise other_bytes(folder, name)
    records = {name: there[name] for name in there if name not in here}
    named = {file for revision in there.values() for file in _contents(place, revision)}
    missing = named - _present(root, place)
    return _Coming(place, here, records, missing) if records or missing else None


def _present(root: Folder, place: Home) -> set[str]:
    """The names in an article's folder."""
    try:
        with reader.article_folder(root, place) as folder:
            return set(folder.names())
    except FileNotFoundError:
        return set()


def _contents(place: Home, revision: Revision) -> Iterator[str]:
    """The files that a record names."""
    yield place.text(revision.text_sha256)
    if revision.received is not None:
        yield place.received(str(revision.received["sha256"]), str(revision.received["mediaType"]))


def _history(coming: _Coming) -> History:
    """The history of an article as it will be."""
    known = (coming.here | coming.records).values()
    return history(Article(coming.place.id, coming.place.path), known)


def _units(coming: _Coming) -> Iterator[_Unit]:
    """What is to be copied, a record after its parents."""
    names = {revision.digest: name for name, revision in (coming.here | coming.records).items()}
    for revision in _history(coming).revisions:
        unit = _Unit(coming, names[revision.digest], revision, list(_contents(coming.place, revision)))
        if not unit.is_new:
            unit = unit._replace(contents=[name for name in unit.contents if name in coming.missing])
        if unit.contents:
            yield unit


def _copy_all(root: Folder, other: Folder, coming: Iterable[_Coming]) -> list[str]:
    """Copy what is to come, as much at a time as a batch should hold; the names of the files that were not here."""
    copied: list[str] = []
    units = (unit for each in coming for unit in _units(each))
    unit = next(units, None)
    while unit is not None:
        with Batch(root.path, durable=True, sweeping=not copied) as batch:
            while unit is not None and not batch.full:
                copied += _copy(batch, other, unit)
                unit = next(units, None)
            batch.settle()
    return copied


def _copy(batch: Batch, other: Folder, unit: _Unit) -> list[str]:
    """Add the files of a unit to the batch; the names of those that were not here."""
    place = unit.coming.place
    with folder_at(other, place.path) as folder:
        contents = [(name, _proven(folder, name)) for name in unit.contents]
        if not unit.is_new:
            return batch.add(place, contents, unit.record, young=False)
        data = _proven(folder, unit.record)
        if digest(data) != unit.revision.digest:
            raise _changed(folder, unit.record)
        return batch.add(place, contents, (unit.record, data), young=not unit.coming.here)


def _proven(folder: Folder, name: str) -> bytes:
    """The bytes of a file of the other archive, which was sound when it was checked."""
    known = read_name(name)
    data = folder.read(name)
    if known is None or not digest(data).startswith(known.digest):
        raise _changed(folder, name)
    return data


def _changed(folder: Folder, name: str) -> DamagedError:
    return DamagedError(f"{folder.path}/{name} has changed while it was being merged. It was not copied.")


def _merged(coming: _Coming) -> MergedArticle:
    whole = _history(coming)
    new = {revision.digest for revision in coming.records.values()}
    records = tuple(revision.digest for revision in whole.revisions if revision.digest in new)
    return MergedArticle(coming.place.id, coming.place.path, records, len(whole.heads))


def _copy_seals(root: Folder, other: Folder) -> int:
    """Add the other archive's seals, each after its list; how many files came in.

    A seal's companion is not copied where there is one of that name: that is the affair of whoever put it there.
    Raises DamagedError for a file that is not what its name says: so it has changed since it was checked.
    """
    try:
        theirs = other.folder(SEALS)
    except FileNotFoundError:
        return 0
    with theirs:
        names = theirs.names()
        if not names:
            return 0
        with root.make(SEALS, durable=True) as ours, root.make(TEMPORARY, durable=False) as staging:
            there = set(ours.names())
            new = [name for name in names if not (is_companion(name) and name in there)]
            for name in sorted(new, key=lambda name: (list_named(name) is None, is_seal_name(name) is False, name)):
                data = theirs.read(name)
                if not _fits(name, data):
                    raise _changed(theirs, name)
                add(staging, ours, name, data)
    return len(set(names) - there)


def _fits(name: str, data: bytes) -> bool:
    """Whether a file of seals/ is what its name says; of a seal's companion, the name is all that can be told."""
    listed = list_named(name)
    if listed is not None:
        return digest(data) == listed
    if not is_seal_name(name):
        return is_companion(name)
    try:
        return seal_name(read_seal(data, name)) == name
    except DamagedError:
        return False
