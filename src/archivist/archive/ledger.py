"""What a writer knows of the records of an article, kept up at a cost that does not grow with their number."""

from __future__ import annotations

import json
from bisect import bisect_left, insort
from time import monotonic

from archivist.archive.history import history
from archivist.archive.layout import RECORD_ENDING
from archivist.archive.reader import records_in
from archivist.model.revision import Article
from archivist.model.times import order_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from archivist.archive.disk import Folder
    from archivist.archive.layout import Home
    from archivist.model.revision import Revision

_PATIENCE = 20
"""A folder that seems untouched is listed again after so many times what listing it took: 5 % of the time at most."""

_MOST = 1_000
"""The articles whose ledgers are kept."""


class _SameText:
    """The records of one text at one `capturedAt`, found by their metadata.

    Nearly always it is a single one; so metadata becomes JSON only when there is more than one to tell apart.
    """

    def __init__(self) -> None:
        self._fresh: list[Revision] = []
        self._by_metadata: dict[str, list[Revision]] = {}

    def add(self, revision: Revision) -> None:
        self._fresh.append(revision)

    def same(self, revision: Revision) -> Sequence[Revision]:
        """Those with the metadata of `revision`."""
        if len(self._fresh) == 1 and not self._by_metadata:
            return self._fresh if _is_same(self._fresh[0], revision) else ()
        for each in self._fresh:
            self._by_metadata.setdefault(_as_json(each), []).append(each)
        self._fresh.clear()
        return self._by_metadata.get(_as_json(revision), ())


class _Moment:
    """The records of one `capturedAt`."""

    def __init__(self) -> None:
        self.revisions: list[Revision] = []
        self._by_text: dict[str, _SameText] = {}
        self._last: Revision | None = None

    def add(self, revision: Revision) -> None:
        self.revisions.append(revision)
        known = self._by_text.get(revision.text_sha256)
        if known is None:
            known = self._by_text[revision.text_sha256] = _SameText()
        known.add(revision)
        follows = len(self.revisions) == 1 or (self._last is not None and self._last.digest in revision.parents)
        self._last = revision if follows else None

    def last(self) -> Revision:
        """The one that stands last in the order of the history."""
        if self._last is None:
            self._last = _in_order(self.revisions)[-1]
        return self._last

    def same(self, revision: Revision) -> Revision | None:
        """The last one with the text and the metadata of `revision`."""
        known = self._by_text.get(revision.text_sha256)
        found = known.same(revision) if known is not None else ()
        if len(found) > 1:
            digests = {each.digest for each in found}
            found = [each for each in _in_order(self.revisions) if each.digest in digests]
        return found[-1] if found else None


class Ledger:
    """The records of one article, as a writer has to know them."""

    def __init__(self, place: Home) -> None:
        self._place = place
        self._forget()

    def _forget(self) -> None:
        self._names: dict[str, Revision] = {}
        self._times: list[str] = []
        self._moments: dict[str, _Moment] = {}
        self._parents: set[str] = set()
        self._heads: dict[str, None] = {}
        self._stamp = -1
        self._due = 0.0

    def __len__(self) -> int:
        return len(self._names)

    @property
    def heads(self) -> Sequence[str]:
        """The digests of the revisions that are no other's parent."""
        return tuple(self._heads)

    def refresh(self, folder: Folder | None, coming: Mapping[str, Revision]) -> None:
        """Learn what others have done to the article's open folder; None where there is no such folder.

        `coming` has the records that this writer has added and that have not got there yet, by name. A folder whose
        time stamp is still that of `settled` is trusted, but not for long: the stamps of file systems are coarse.
        Raises as `records_in` does.
        """
        if folder is None:
            self._forget()
            return
        stamp, start = folder.stamp(), monotonic()
        if stamp == self._stamp and start < self._due:
            return
        names = [name for name in folder.names() if name.endswith(RECORD_ENDING)]
        if not self._names.keys() <= coming.keys() | set(names):  # somebody removed a record
            self._forget()
            for name, revision in coming.items():
                self.add(name, revision)
        new = [name for name in names if name not in self._names]
        for name, revision in records_in(folder, self._place, new, used=bool(self._names)).items():
            self.add(name, revision)
        took = monotonic() - start
        self._stamp, self._due = stamp, start + took + took * _PATIENCE

    def settled(self, folder: Folder, before: int) -> None:
        """Learn that this writer itself has changed the folder, whose stamp had been `before` when it began."""
        self._stamp = folder.stamp() if before == self._stamp else -1

    def add(self, name: str, revision: Revision) -> None:
        """Learn of a record, by its file name."""
        self._names[name] = revision
        when = order_of(revision.captured_at)
        moment = self._moments.get(when)
        if moment is None:
            moment = self._moments[when] = _Moment()
            insort(self._times, when)
        moment.add(revision)
        self._parents.update(revision.parents)
        for parent in revision.parents:
            self._heads.pop(parent, None)
        if revision.digest not in self._parents:
            self._heads[revision.digest] = None

    def unchanged(self, revision: Revision) -> Revision | None:
        """The revision that makes a new one needless (docs/format.md, *Unchanged*), or None."""
        when = order_of(revision.captured_at)
        moment = self._moments.get(when)
        if moment is not None:
            return moment.same(revision)
        place = bisect_left(self._times, when)
        before = self._moments[self._times[place - 1]].last() if place else None
        return before if before is not None and _is_same(before, revision) else None

    def later(self, revision: Revision) -> Revision | None:
        """The last revision of all, if it was captured after this one."""
        last = self._times[-1] if self._times else ""
        return self._moments[last].last() if last > order_of(revision.captured_at) else None


class Ledgers:
    """The ledgers of the articles that were written to last."""

    def __init__(self) -> None:
        self._by_place: dict[Home, Ledger] = {}

    def of(self, place: Home) -> Ledger:
        """The ledger of an article, new if need be."""
        ledger = self._by_place.pop(place, None)
        if ledger is None:
            ledger = Ledger(place)
        if len(self._by_place) >= _MOST:
            del self._by_place[next(iter(self._by_place))]
        self._by_place[place] = ledger
        return ledger

    def forget(self, place: Home) -> None:
        """Start anew with an article: what was thought of it may not be so."""
        self._by_place.pop(place, None)


def _is_same(one: Revision, other: Revision) -> bool:
    """Whether text and metadata are equal; these as JSON, where true is not 1."""
    return one.text_sha256 == other.text_sha256 and one.metadata == other.metadata and _as_json(one) == _as_json(other)


def _as_json(revision: Revision) -> str:
    """The metadata of a revision, the same for the same metadata."""
    return json.dumps(revision.metadata, sort_keys=True)


def _in_order(revisions: list[Revision]) -> tuple[Revision, ...]:
    return history(Article(revisions[0].article, ""), revisions).revisions
