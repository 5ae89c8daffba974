"""One article's folder, file by file: what is there, and what is wrong with it (docs/format.md, *Damage*)."""

from __future__ import annotations

import codecs
from hashlib import sha256
from itertools import chain

from archivist.archive.disk import kind_of, printable
from archivist.archive.form import in_form
from archivist.archive.layout import digest, home, read_name
from archivist.archive.record import stated, to_bytes
from archivist.errors import DamagedError
from archivist.model.noun import NamedTuple
from archivist.model.revision import Damage
from archivist.schema.checker import check
from archivist.schema.loader import Kind
from archivist.schema.quick import certain_members
from archivist.schema.strict import loads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.archive.disk import Folder
    from archivist.archive.layout import Home, Name
    from archivist.model.problem import Problem
    from archivist.model.revision import Revision

_REQUIRED = frozenset({"schema", "article", "capturedAt", "text", "parents", "tool"})
"""The members that every record must have; of the others, each may be missing."""

_TOLD = 3
_NOT_ITS_NAME = "Its bytes do not have the digest in its name."
_NOT_THE_FORM = "It is not in the one form of a record: keys and parents sorted, two spaces, one final line end."


class Inspection(NamedTuple):
    """What was found in an article's folder: records and texts, how many; their bytes; damage.

    `records` are the sound records, as digest and path in the archive.
    """

    revisions: int
    texts: int
    size: int
    damage: list[Damage]
    records: list[tuple[str, str]]


class Listing(NamedTuple):
    """The files of an article's folder by name: those to look at, and what is wrong with others."""

    path: str
    names: list[Name]
    broken: dict[Name, str]
    damage: list[Damage]


class Facts(NamedTuple):
    """What some files of an article's folder are, each by itself.

    Records by file name, without their metadata; the sizes of the other files; what is broken and how; all bytes.
    """

    records: dict[str, Revision]
    sizes: dict[str, int]
    broken: dict[Name, str]
    size: int


def list_files(folder: Folder, path: str) -> Listing:
    """The files of the article in the open folder, which lies at `path` in the archive; none of them is opened."""
    listing = Listing(path, [], {}, [])
    for entry in folder.entries():
        name = read_name(entry.name)
        if name is None:
            listing.damage.append(Damage(f"{path}/{printable(entry.name)}", "Nothing of this name belongs here."))
        elif not entry.is_file(follow_symlinks=False):
            kind = kind_of(entry.stat(follow_symlinks=False).st_mode)
            listing.broken[name] = f"This is {kind}; a plain file belongs here."
        elif not name.k.startswith(path[-8:]):
            listing.broken[name] = "The end of its name is that of another article."
        else:
            listing.names.append(name)
    return listing


def look(folder: Folder, path: str, names: Iterable[Name]) -> Facts:
    """Read these files and tell what each is by itself.

    Raises UnreadableError where the system refuses to read a file.
    """
    looker = _Looker(folder, path)
    for name in names:
        try:
            if name.is_record:
                looker.record(name)
            else:
                looker.content(name)
        except (DamagedError, FileNotFoundError) as error:
            looker.facts.broken[name] = str(error)
    return looker.facts._replace(size=looker.size)


def conclude(listing: Listing, looked: Iterable[Facts]) -> Inspection:
    """What all files of an article's folder are together: those listed, and the facts about those looked at."""
    facts = Facts({}, {}, dict(listing.broken), 0)
    size = 0
    for each in looked:
        facts.records.update(each.records)
        facts.sizes.update(each.sizes)
        facts.broken.update(each.broken)
        size += each.size
    whole = _Whole(listing, facts)
    whole.run()
    return Inspection(
        sum(name.is_record for name in listing.names),
        sum(name.is_text for name in listing.names),
        size,
        whole.damage,
        [
            (facts.records[name.name].digest, f"{listing.path}/{name.name}")
            for name in listing.names
            if name.name in facts.records and name not in facts.broken
        ],
    )


def told(problems: Iterable[Problem]) -> str:
    """Problems of one file as one sentence or a few; the file itself is named elsewhere."""
    lines = [str(problem._replace(where="line", line=problem.line or 1)) for problem in problems]
    more = [f"and {len(lines) - _TOLD} more"] if len(lines) > _TOLD else []
    return "; ".join(lines[:_TOLD] + more)


class _Looker:
    """Looks at one file after the other."""

    def __init__(self, folder: Folder, path: str) -> None:
        self.facts = Facts({}, {}, {}, 0)
        self.size = 0
        self._folder = folder
        self._path = path
        self._last: dict[str, object] = {}

    def record(self, name: Name) -> None:
        """Look at a record. Raises as `Folder.read`."""
        broken = self.facts.broken
        data = self._folder.read(name.name)
        self.size += len(data)
        own = digest(data)
        if not own.startswith(name.digest):
            broken[name] = _NOT_ITS_NAME
            return
        formal = in_form(data)
        value, problems = loads(data, name.name) if formal is None else (formal, ())
        if value is not None and not problems and not self._holds(value):
            problems = check(value, Kind.REVISION, name.name, data)
        if value is None or problems:
            broken[name] = told(problems)
            return
        revision = self.facts.records[name.name] = stated(value, own, described=False)
        is_formal = formal is not None or to_bytes(value) == data
        if not is_formal or list(revision.parents) != sorted(revision.parents):
            broken[name] = _NOT_THE_FORM
        elif wrong := self._misplaced(name, revision):
            broken[name] = wrong

    def _holds(self, value: dict[str, object]) -> bool:
        """Whether a record certainly holds against the schema.

        The schema judges each member by itself, and one story's records have most of them in common: a string that the
        record before had as well is not looked at again.
        """
        last = self._last
        fresh = {key: item for key, item in value.items() if type(item) is not str or last.get(key) != item}
        if not (value.keys() >= _REQUIRED and certain_members(Kind.REVISION)(fresh)):
            return False
        self._last = value
        return True

    def _misplaced(self, name: Name, revision: Revision) -> str:
        """What is wrong with the place of a record, as a sentence; "" where it lies where it should."""
        place = home(revision.article)
        if place.path != self._path:
            return f"It is a record of {revision.article}, which belongs in {place.path}."
        right = place.record(revision.digest, revision.captured_at)
        return "" if right == name.name else f"By what it says, its name should be {right}."

    def content(self, name: Name) -> None:
        """Look at a text or received bytes, in pieces. Raises as `Folder.chunks`."""
        chunks = self._folder.chunks(name.name)
        first, second = next(chunks, b""), next(chunks, None)
        if second is None:  # as nearly every text is, in one piece
            own, size, readable = digest(first), len(first), not name.is_text or _is_utf8(first)
        else:
            own, size, readable = _summed(chain((first, second), chunks), is_text=name.is_text)
        self.size += size
        self.facts.sizes[name.name] = size
        if own != name.digest:
            self.facts.broken[name] = _NOT_ITS_NAME
        elif not readable:
            self.facts.broken[name] = "It is not UTF-8."


class _Whole:
    """A folder as a whole: what its files say of each other."""

    def __init__(self, listing: Listing, facts: Facts) -> None:
        self.damage = listing.damage
        self._path = listing.path
        self._sizes = facts.sizes
        self._broken = facts.broken
        self._names = [*listing.names, *listing.broken]
        self._by_file = facts.records
        self._records = {revision.digest: revision for revision in facts.records.values()}
        self._named: dict[str, list[str]] = {}  # who is or names a file with this digest, or a record with its start

    def run(self) -> None:
        """Find all damage: the records first, since they tell which revisions a broken file touches."""
        self._strangers()
        for name, what in self._broken.items():
            self._report(name.name, what, self._touched(name))
        self._follow()

    def _strangers(self) -> None:
        """Records of an article that is not the folder's: two ids may give one folder, and the first one has it."""
        first = next(iter(self._records.values())).article if self._records else ""
        for name in self._names:
            revision = self._by_file.get(name.name)
            if revision is not None and revision.article != first and name not in self._broken:
                what = f"It is a record of {revision.article}, in a folder that holds records of {first}."
                self._broken[name] = what

    def _report(self, file: str, what: str, revisions: Iterable[str] = ()) -> None:
        self.damage.append(Damage(f"{self._path}/{file}", what, tuple(sorted(revisions))))

    def _touched(self, name: Name) -> list[str]:
        """The revisions that a broken file touches; for a record, the 12 digits of its name if nothing tells more."""
        if not self._named:
            for own, revision in self._records.items():
                for digits in (own[:12], *(parent[:12] for parent in revision.parents), *_contents(revision)):
                    self._named.setdefault(digits, []).append(own)
        if not name.is_record:
            return self._named.get(name.digest, [])
        known = {own for own in self._named.get(name.digest, ()) if own.startswith(name.digest)}
        for child in self._named.get(name.digest, ()):
            known.update(parent for parent in self._records[child].parents if parent.startswith(name.digest))
        return sorted(known) or [name.digest]

    def _follow(self) -> None:
        """Look for everything that the records name: texts, received bytes, parents."""
        there = {name.name for name in self._names}
        broken = {name.name for name in self._broken}
        begun = {name.digest for name in self._names if name.is_record and name.name not in self._by_file}
        missing: dict[str, list[str]] = {}
        lost: dict[str, list[str]] = {}
        for own, revision in self._records.items():
            place = home(revision.article)
            for file, size in _files(place, revision):
                if file not in there:
                    missing.setdefault(file, []).append(own)
                elif file not in broken and self._sizes.get(file, size) != size:
                    record = place.record(own, revision.captured_at)
                    self._report(record, f"It says that {file} has {size} bytes; it has {self._sizes[file]}.", [own])
            for parent in revision.parents:
                if parent not in self._records and parent[:12] not in begun:
                    lost.setdefault(f"*-{parent[:12]}.{place.k[:10]}.json", [parent]).append(own)
        for file, revisions in missing.items():
            self._report(file, "This file is missing, and a record names it.", revisions)
        for file, revisions in lost.items():
            self._report(file, "This record is missing, and another one names it as its parent.", revisions)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _summed(chunks: Iterable[bytes], *, is_text: bool) -> tuple[str, int, bool]:
    """The digest and size of a large file, and whether it is UTF-8 where it should be."""
    hashed, size, decoder = sha256(), 0, codecs.getincrementaldecoder("utf-8")()
    readable = True
    for chunk in chunks:
        hashed.update(chunk)
        size += len(chunk)
        readable = readable and (not is_text or _decodes(decoder, chunk, final=False))
    return hashed.hexdigest(), size, readable and (not is_text or _decodes(decoder, b"", final=True))


def _decodes(decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool) -> bool:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True


def _contents(revision: Revision) -> set[str]:
    """The digests of the files that a record names."""
    received = revision.received or {}
    return {revision.text_sha256, str(received.get("sha256"))}


def _files(place: Home, revision: Revision) -> Iterator[tuple[str, object]]:
    """The files that a record names, with the sizes that it says they have."""
    yield place.text(revision.text_sha256), revision.text_bytes
    received = revision.received
    if received is not None:
        yield place.received(str(received["sha256"]), str(received["mediaType"])), received["bytes"]
