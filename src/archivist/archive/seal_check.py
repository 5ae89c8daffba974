"""Holding an archive against its seals: what was sealed and is gone, and what came in since (docs/format.md)."""

from __future__ import annotations

from enum import Flag, auto
from pathlib import Path

from archivist.archive.checkpoint import (
    SEALS,
    check_list,
    is_companion,
    is_seal_name,
    list_name,
    list_named,
    lists_before,
)
from archivist.archive.disk import kind_of, printable
from archivist.archive.merkle import Tree
from archivist.archive.seal import Seals, kept
from archivist.archive.times import compact
from archivist.errors import DamagedError, NotFoundError
from archivist.model.noun import NamedTuple
from archivist.model.revision import Damage
from archivist.model.seal import SealCheck, SealedRecord

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.archive.disk import Folder
    from archivist.model.seal import Seal

LATEST = "latest"


class _Whose(Flag):
    """Whose seals cover a record: the one that was asked for, the archive's own."""

    ASKED = auto()
    OWN = auto()


class _Held(NamedTuple):
    """A seal that the archive is held against: how messages call it, and whose it is."""

    seal: Seal
    where: str
    whose: _Whose


class SealAuditor:
    """Holds the records of an archive against seals, while a check goes through them (RFC 6962, 5.4: *auditor*).

    Those of the archive itself always; and the one that was `asked` for, a file that was kept elsewhere or `latest`.
    Raises NotFoundError where there is no such seal, UnreadableError for a file that is no seal.
    """

    def __init__(self, root: Folder, asked: str | None = None) -> None:
        self._found: list[Damage] = []
        self._expected: dict[bytes, _Whose] = {}
        self._added: list[tuple[str, str]] = []
        self._roots: dict[str, tuple[int, str]] = {}
        self._is_asked = asked is not None
        beside = None if asked in {None, LATEST} else str(Path(str(asked)).parent)
        self._seals = Seals(root, beside)
        self._lists: set[str] = set()
        self._named: set[str] = set()
        own = dict(self._files(root))
        for sha256 in sorted(self._named - self._lists):
            self._note(f"{SEALS}/{list_name(sha256)}", "This list is missing, and a seal or another list names it.")
        self._held: list[_Held] = []
        for held in self._asked(asked, own):
            self._cover(held)
        for name, seal in self._newest(own).items():
            self._cover(_Held(seal, f"{SEALS}/{name}", _Whose.OWN))
        for name, seal in own.items():
            self._prove(_Held(seal, f"{SEALS}/{name}", _Whose.OWN))

    @property
    def is_needed(self) -> bool:
        """Whether there is a seal at all that records are held against."""
        return bool(self._held)

    def see(self, records: Iterable[tuple[str, str]]) -> None:
        """These records, as digest and path, are in the archive."""
        for sha256, path in records:
            whose = self._expected.pop(bytes.fromhex(sha256), None)
            if self._is_asked and (whose is None or _Whose.ASKED not in whose):
                self._added.append((sha256, path))

    def damage(self, known: Iterable[Damage]) -> list[Damage]:
        """What is wrong by the seals, after all records were seen, and is not `known` already."""
        told = {(damage.path, "") for damage in known}
        told |= {(damage.path, sha256) for damage in known for sha256 in damage.revisions}
        gone: list[Damage] = []
        counts: dict[_Held, int] = {}
        for sha256, path, held in self._gone():
            counts[held] = counts.get(held, 0) + 1
            folder, _, file = path.rpartition("/")
            if (path, "") not in told and (f"{folder}/*-{file.partition('-')[2]}", sha256) not in told:
                when = f"{held.seal.sealed_at} ({held.where})"
                gone.append(
                    Damage(path, f"This record was sealed at {when}; it is missing or was rewritten.", (sha256,))
                )
        for held, count in counts.items():
            if count == held.seal.size:
                what = "None of its records is here: it is another archive's seal, or this archive was made anew."
                self._note(held.where, what)
        return self._found + gone

    def check(self) -> SealCheck | None:
        """What has become of the archive since the seals that were asked for; None where none was."""
        asked = [held.seal for held in self._held if held.whose is _Whose.ASKED]
        if not asked:
            return None
        first = compact(min(seal.sealed_at for seal in asked))
        return SealCheck(
            tuple(asked),
            tuple(
                SealedRecord(path, sha256, path.rpartition("/")[2] < first)
                for sha256, path in sorted(self._added, key=lambda each: each[1])
            ),
        )

    def _files(self, root: Folder) -> Iterator[tuple[str, Seal]]:
        """The seals that lie in the archive, by name. All that is wrong with a file there is noted."""
        try:
            folder = root.folder(SEALS)
        except FileNotFoundError:
            return
        except DamagedError as error:
            self._note(SEALS, str(error))
            return
        with folder:
            for entry in folder.entries():
                where = f"{SEALS}/{printable(entry.name)}"
                if not entry.is_file(follow_symlinks=False):
                    kind = kind_of(entry.stat(follow_symlinks=False).st_mode)
                    self._note(where, f"This is {kind}; a plain file belongs here.")
                elif is_seal_name(entry.name):
                    try:
                        seal = self._seals.read(entry.name)
                    except (DamagedError, FileNotFoundError) as error:
                        self._note(where, str(error))
                        continue
                    self._named.add(seal.list_sha256)
                    yield entry.name, seal
                else:
                    self._list(entry.name, where)

    def _list(self, name: str, where: str) -> None:
        """Look at a file of `seals/` that is no seal."""
        sha256 = list_named(name)
        if sha256 is None:
            if not is_companion(name):
                self._note(where, "Nothing of this name belongs here.")
            return
        self._lists.add(sha256)
        try:
            self._named.update(check_list(self._seals.list_data(sha256, here=True), where))
        except DamagedError as error:
            self._note(where, str(error))

    def _asked(self, asked: str | None, own: dict[str, Seal]) -> list[_Held]:
        if asked is None:
            return []
        if asked != LATEST:
            return [_Held(kept(asked), asked, _Whose.ASKED)]
        newest = self._newest(own)
        if not newest:
            raise NotFoundError("This archive holds no seal yet. Make one: archivist seal")
        return [_Held(seal, f"{SEALS}/{name}", _Whose.ASKED) for name, seal in newest.items()]

    def _newest(self, own: dict[str, Seal]) -> dict[str, Seal]:
        """The archive's seals that no other one of them continues, as far as their lists can be read."""
        continued: set[str] = set()
        waiting = [seal.list_sha256 for seal in own.values()]
        while waiting:
            try:
                before = lists_before(self._seals.list_data(waiting.pop()))
            except DamagedError:  # told where the list is looked for to cover its records
                continue
            waiting += [sha256 for sha256 in before if sha256 not in continued]
            continued.update(before)
        return {name: seal for name, seal in own.items() if seal.list_sha256 not in continued}

    def _cover(self, held: _Held) -> None:
        """Expect all records that a seal covers; keep the roots of the lists that its tree grew over."""
        self._held.append(held)
        tree, leaves = Tree(), set[bytes]()
        top = held.seal.list_sha256
        try:
            spine = self._spine(top)
            for sha256 in self._seals.chain([top]):
                for own, _ in self._seals.records([sha256]):
                    leaf = bytes.fromhex(own)
                    if leaf not in leaves:
                        leaves.add(leaf)
                        tree.add(leaf)
                if sha256 in spine:
                    self._roots[sha256] = (tree.size, tree.root().hex())
        except DamagedError as error:
            self._note(held.where, f"What this seal covers cannot be told. {error}")
            return
        for leaf in leaves:
            self._expected[leaf] = self._expected.get(leaf, held.whose) | held.whose
        self._prove(held)

    def _prove(self, held: _Held) -> None:
        """Note a seal whose number of records or root is not that of its lists."""
        seal = held.seal
        if seal.list_sha256 in self._roots:
            if self._roots[seal.list_sha256] != (seal.size, seal.root):
                self._note(held.where, "This seal does not fit the list that it names: other records or another root.")
        elif held not in self._held:  # continued by a seal of two histories, behind the first of them
            self._cover(held)

    def _spine(self, top: str) -> set[str]:
        """The list `top`, the first one that it continues, and so on: over each of them, the tree has grown."""
        spine = {top}
        while before := lists_before(self._seals.list_data(top)):
            top = before[0]
            spine.add(top)
        return spine

    def _gone(self) -> Iterator[tuple[str, str, _Held]]:
        """The sealed records that were not seen, as digest and path, with the seal that covers them."""
        for held in self._held:
            if not self._expected:
                return
            try:
                for sha256, path in self._seals.records(self._seals.chain([held.seal.list_sha256])):
                    if self._expected.pop(bytes.fromhex(sha256), None) is not None:
                        yield sha256, path, held
            except DamagedError:  # noted when it was looked for first
                continue

    def _note(self, path: str, what: str) -> None:
        damage = Damage(path, what)
        if damage not in self._found:
            self._found.append(damage)
