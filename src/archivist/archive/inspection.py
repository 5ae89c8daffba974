"""One article's folder, file by file: what is there, and what is wrong with it (docs/format.md, *Damage*)."""

from __future__ import annotations

import codecs
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from archivist.archive.disk import kind_of, printable
from archivist.archive.layout import digest, home, read_name
from archivist.archive.record import stated, to_bytes
from archivist.errors import DamagedError
from archivist.model.revision import Damage
from archivist.schema.checker import check
from archivist.schema.loader import Kind
from archivist.schema.strict import loads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from archivist.archive.disk import Folder
    from archivist.archive.layout import Home, Name
    from archivist.model.problem import Problem
    from archivist.model.revision import Revision

_TOLD = 3
_NOT_ITS_NAME = "Its bytes do not have the digest in its name."
_NOT_THE_FORM = "It is not in the one form of a record: keys and parents sorted, two spaces, one final line end."


class Inspection(NamedTuple):
    """What was found in an article's folder: records and texts, how many; their bytes; damage."""

    revisions: int
    texts: int
    size: int
    damage: list[Damage]


def inspect(folder: Folder, path: str) -> Inspection:
    """Check every file of the article in the open folder, which lies at `path` in the archive.

    Raises UnreadableError where the system refuses to read a file.
    """
    inspector = _Inspector(folder, path)
    inspector.run()
    return Inspection(
        sum(name.is_record for name in inspector.names),
        sum(name.is_text for name in inspector.names),
        inspector.size,
        inspector.damage,
    )


def told(problems: Iterable[Problem]) -> str:
    """Problems of one file as one sentence or a few; the file itself is named elsewhere."""
    lines = [str(problem._replace(where="line", line=problem.line or 1)) for problem in problems]
    more = [f"and {len(lines) - _TOLD} more"] if len(lines) > _TOLD else []
    return "; ".join(lines[:_TOLD] + more)


class _Inspector:
    """The state of one inspection: the files by name, the records that could be read, what is broken."""

    def __init__(self, folder: Folder, path: str) -> None:
        self.names: list[Name] = []
        self.size = 0
        self.damage: list[Damage] = []
        self._folder = folder
        self._path = path
        self._records: dict[str, Revision] = {}
        self._broken: dict[Name, str] = {}
        self._sizes: dict[str, int] = {}

    def run(self) -> None:
        """Look at every file: the records first, since they tell which revisions a broken file touches."""
        self._list()
        for name in self.names:
            if name.is_record:
                self._record(name)
            else:
                self._content(name)
        for name, what in self._broken.items():
            self._report(name.name, what, self._touched(name))
        self._follow()

    def _report(self, file: str, what: str, revisions: Iterable[str] = ()) -> None:
        self.damage.append(Damage(f"{self._path}/{file}", what, tuple(sorted(revisions))))

    def _list(self) -> None:
        for entry in self._folder.entries():
            name = read_name(entry.name)
            if name is None:
                self._report(printable(entry.name), "Nothing of this name belongs here.")
            elif not entry.is_file(follow_symlinks=False):
                kind = kind_of(entry.stat(follow_symlinks=False).st_mode)
                self._broken[name] = f"This is {kind}; a plain file belongs here."
            elif not name.k.startswith(self._path[-8:]):
                self._broken[name] = "The end of its name is that of another article."
            else:
                self.names.append(name)

    def _record(self, name: Name) -> None:
        try:
            data = self._folder.read(name.name)
        except (DamagedError, FileNotFoundError) as error:
            self._broken[name] = str(error)
            return
        self.size += len(data)
        own = digest(data)
        if not own.startswith(name.digest):
            self._broken[name] = _NOT_ITS_NAME
            return
        value, problems = loads(data, name.name)
        problems = problems or check(value, Kind.REVISION, name.name, data)
        if value is None or problems:
            self._broken[name] = told(problems)
            return
        revision = self._records[own] = stated(value, own)
        if to_bytes(value) != data or list(revision.parents) != sorted(revision.parents):
            self._broken[name] = _NOT_THE_FORM
        elif wrong := self._misplaced(name, revision):
            self._broken[name] = wrong

    def _misplaced(self, name: Name, revision: Revision) -> str:
        """What is wrong with the place of a record, as a sentence; "" where it lies where it should."""
        place = home(revision.article)
        if place.path != self._path:
            return f"It is a record of {revision.article}, which belongs in {place.path}."
        first = next(iter(self._records.values())).article
        if revision.article != first:
            return f"It is a record of {revision.article}, in a folder that holds records of {first}."
        right = place.record(revision.digest, revision.captured_at)
        return "" if right == name.name else f"By what it says, its name should be {right}."

    def _content(self, name: Name) -> None:
        """Check a text or received bytes, in pieces."""
        hashed, size, decode = sha256(), 0, codecs.getincrementaldecoder("utf-8")().decode
        readable = name.is_text
        try:
            for chunk in self._folder.chunks(name.name):
                hashed.update(chunk)
                size += len(chunk)
                readable = readable and _decodes(decode, chunk, final=False)
        except (DamagedError, FileNotFoundError) as error:
            self._broken[name] = str(error)
            return
        self.size += size
        self._sizes[name.name] = size
        if hashed.hexdigest() != name.digest:
            self._broken[name] = _NOT_ITS_NAME
        elif name.is_text and not (readable and _decodes(decode, b"", final=True)):
            self._broken[name] = "It is not UTF-8."

    def _touched(self, name: Name) -> list[str]:
        """The revisions that a broken file touches; for a record, the 12 digits of its name if nothing tells more."""
        if not name.is_record:
            return [own for own, revision in self._records.items() if name.digest in _contents(revision)]
        parents = {parent for revision in self._records.values() for parent in revision.parents}
        known = [own for own in {*self._records, *parents} if own.startswith(name.digest)]
        return known or [name.digest]

    def _follow(self) -> None:
        """Look for everything that the records name: texts, received bytes, parents."""
        broken = {name.name for name in self._broken}
        begun = {name.digest for name in self._broken if name.is_record}
        missing: dict[str, list[str]] = {}
        lost: dict[str, list[str]] = {}
        for own, revision in self._records.items():
            place = home(revision.article)
            for file, size in _files(place, revision):
                if file not in self._sizes and file not in broken:
                    missing.setdefault(file, []).append(own)
                elif file not in broken and self._sizes[file] != size:
                    record = place.record(own, revision.captured_at)
                    self._report(record, f"It says that {file} has {size} bytes; it has {self._sizes[file]}.", [own])
            for parent in revision.parents:
                if parent not in self._records and parent[:12] not in begun:
                    lost.setdefault(f"*-{parent[:12]}.{place.k[:10]}.json", [parent]).append(own)
        for file, revisions in missing.items():
            self._report(file, "This file is missing, and a record names it.", revisions)
        for file, revisions in lost.items():
            self._report(file, "This record is missing, and another one names it as its parent.", revisions)


def _decodes(decode: Callable[[bytes, bool], str], chunk: bytes, *, final: bool) -> bool:
    try:
        decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True


def _contents(revision: Revision) -> set[object]:
    """The digests of the files that a record names."""
    received = revision.received or {}
    return {revision.text_sha256, received.get("sha256")}


def _files(place: Home, revision: Revision) -> Iterator[tuple[str, object]]:
    """The files that a record names, with the sizes that it says they have."""
    yield place.text(revision.text_sha256), revision.text_bytes
    received = revision.received
    if received is not None:
        yield place.received(str(received["sha256"]), str(received["mediaType"])), received["bytes"]
