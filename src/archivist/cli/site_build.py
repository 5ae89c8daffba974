"""A site of an archive, made or brought up to date: what is to be done, and the doing of it, in several processes."""

from __future__ import annotations

from hashlib import sha256

from archivist.archive.workers import Workers
from archivist.cli.console import Progress
from archivist.cli.site_folder import Folder, read, write
from archivist.cli.site_manifest import Part
from archivist.cli.site_pages import Job, addresses, facts_in, kept_facts, made_from, make
from archivist.diff.life import life
from archivist.model.version import VERSION
from archivist.render.html.site_facts import facts
from archivist.render.html.site_feed import feed
from archivist.render.html.site_index import index_page
from archivist.render.html.site_names import FEED, INDEX, shard
from archivist.render.html.site_search import shards
from archivist.render.html.site_shell import assets
from archivist.render.site_done import Done

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from archivist.archive.store import Archive
    from archivist.cli.site_pages import Made
    from archivist.model.revision import History
    from archivist.render.html.site_facts import Facts
    from archivist.render.html.site_feed import Home

_CHECKPOINT = 100
"""Articles after which the manifest is saved, so that an interrupted run is taken up and not begun again."""

_FEW = 4
"""So many articles are made in this process: others would take longer to start."""


def build(store: Archive, site: Path, home: Home, *, processes: int) -> Done:
    """Bring the site in the folder `site` up to date with the archive.

    Raises UsageError for a folder that is not a site's, WriteError where the system refuses. Whatever ends it, the
    folder holds whole pages only, and the next run goes on where this one was.
    """
    listing = store.listing()
    recipe = sha256("\n".join((VERSION, *assets().values())).encode("utf-8")).hexdigest()
    with Folder(site, recipe) as folder:
        building = _Building(store, folder, recipe, listing.histories)
        building.articles(processes)
        building.together(home, are_all_known=not listing.damage)
        damage = [*(str(error) for error in listing.damage), *building.damage]
        removed = folder.sweep()
        folder.save()
        files = [folder.shared, *folder.parts.values()]
        return Done(
            articles=len(folder.parts),
            revisions=sum(len(history.revisions) for history in listing.histories),
            comparisons=sum(len(part.pairs) for part in folder.parts.values()),
            written=building.written,
            unchanged=sum(len(part.files) for part in files) - building.written,
            removed=removed,
            damage=tuple(dict.fromkeys(damage)),
        )


class _Building:
    """One run."""

    def __init__(self, store: Archive, folder: Folder, recipe: str, histories: Sequence[History]) -> None:
        self._store, self._folder, self._recipe = store, folder, recipe
        self._histories = {history.article.id: history for history in histories}
        self.written = 0
        self.damage: list[str] = []

    def articles(self, processes: int) -> None:
        """Make every article of which something changed or is missing."""
        folder = self._folder
        todo = [history for history in self._histories.values() if not self._is_fresh(history)]
        claimed = [address for one in todo for address in addresses(one, folder.parts.get(one.article.id, Part()))]
        names = {shard(history.article.folder) for history in self._histories.values()}
        folder.claim([INDEX, FEED, *assets(), *names, *claimed])
        if todo:
            folder.save()
        jobs = (self._job(history.article.id) for history in todo)
        progress = Progress(len(todo), "articles made:")
        with Workers(1 if len(todo) <= _FEW else processes) as workers:
            try:
                for number, made in enumerate(workers.map(make, jobs), 1):
                    self._take(made)
                    progress.step(number)
                    if number % _CHECKPOINT == 0:
                        folder.save()
            except BaseException:
                folder.save()
                raise
            finally:
                progress.end()

    def together(self, home: Home, *, are_all_known: bool) -> None:
        """The pages of the site as a whole, where anything in them can have changed; articles that went are given up.

        Where the archive could not tell all its articles, those that it did not tell stay.
        """
        folder = self._folder
        for article in sorted(folder.parts.keys() - self._histories.keys()) if are_all_known else ():
            folder.forget(article)
        named = [self._recipe, *home]
        named += [f"{article} {part.made_from} {len(part.pairs)}" for article, part in sorted(folder.parts.items())]
        digest = sha256("\n".join(named).encode("utf-8")).hexdigest()
        if folder.shared.made_from == digest and folder.is_whole(folder.shared):
            return
        folder.replace_shared(folder.shared._replace(made_from=""))
        folder.save()
        found = [one for article in list(folder.parts) if (one := self._facts(article))]
        pages = {**assets(), **shards(found), FEED: feed(home, found)}
        pages[INDEX] = index_page(found, home.title)
        files = {}
        for address, content in pages.items():
            before = folder.shared.files.get(address)
            if read(folder.path, address, before) is None:
                before = None
            files[address], touched = write(folder.path, address, content.encode("utf-8"), before)
            self.written += touched
        folder.replace_shared(Part(digest, files))

    def _is_fresh(self, history: History) -> bool:
        part = self._folder.parts.get(history.article.id)
        if part is None or part.made_from != made_from(history, self._recipe):
            return False
        return self._folder.is_whole(part)

    def _job(self, article: str) -> Job:
        before = self._folder.parts.get(article, Part())
        # A plain dict: the job goes to another process, which a read-only view does not.
        sent = before._replace(files=dict(before.files))
        return Job(str(self._store.path), article, str(self._folder.path), self._recipe, sent)

    def _take(self, made: Made) -> None:
        """Take in what became of an article. One that is damaged is told and stays as it is."""
        if made.part is None:
            self.damage.append(made.damage)
            return
        self._folder.replace(made.article, made.part)
        self.written += made.written

    def _facts(self, article: str) -> Facts | None:
        """The facts of an article, which are made again if somebody changed them.

        Of an article that cannot be made again, those that were written before, by another version perhaps, else what
        its records say; None where these are damaged too.
        """
        folder = self._folder
        part = folder.parts[article]
        found = facts_in(folder.path, part)
        if found is None and part.made_from:
            folder.replace(article, part.distrusted())
            self._take(make(self._job(article)))
            found = facts_in(folder.path, folder.parts[article])
        found = found or kept_facts(folder.path, folder.parts[article])
        if found is None and article in self._histories:
            found = facts(self._histories[article], (), (), life(()))
        return found
