"""The history of an article: its revisions in order, its heads, its reverts (docs/format.md, *Order*)."""

from __future__ import annotations

from heapq import heapify, heappop, heappush

from archivist.model.revision import History
from archivist.model.times import order_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archivist.model.revision import Article, Revision


def history(article: Article, revisions: Iterable[Revision]) -> History:
    """Put the revisions of an article in order and tell heads and reverts."""
    by_time: dict[str, list[Revision]] = {}
    for revision in revisions:
        by_time.setdefault(order_of(revision.captured_at), []).append(revision)
    ordered = [revision for time in sorted(by_time) for revision in _by_descent(by_time[time])]
    parents = {parent for revision in ordered for parent in revision.parents}
    heads = tuple(revision.digest for revision in ordered if revision.digest not in parents)
    return History(article, tuple(ordered), _reverts(ordered), heads)


def _by_descent(group: list[Revision]) -> list[Revision]:
    """Revisions of one time: each after its parents, otherwise by digest."""
    if len(group) == 1:
        return group
    named = {revision.digest: revision for revision in group}
    waiting = {digest: named.keys() & set(revision.parents) for digest, revision in named.items()}
    children: dict[str, list[str]] = {}
    for digest, parents in waiting.items():
        for parent in parents:
            children.setdefault(parent, []).append(digest)
    ready = [digest for digest, parents in waiting.items() if not parents]
    heapify(ready)
    ordered = []
    while ready:
        digest = heappop(ready)
        ordered.append(named[digest])
        for child in children.get(digest, ()):
            waiting[child].discard(digest)
            if not waiting[child]:
                heappush(ready, child)
    return ordered


def _reverts(ordered: Sequence[Revision]) -> dict[str, str]:
    """Revisions whose text stood before with another text in between, and the earliest revision that had it."""
    first: dict[str, str] = {}
    reverts = {}
    last = ""
    for revision in ordered:
        earliest = first.setdefault(revision.text_sha256, revision.digest)
        if earliest != revision.digest and revision.text_sha256 != last:
            reverts[revision.digest] = earliest
        last = revision.text_sha256
    return reverts
