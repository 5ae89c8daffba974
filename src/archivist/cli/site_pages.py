"""All pages of one article of a site, read from the archive, made and written. Runs in a process of its own."""

from __future__ import annotations

import gc
import json
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from archivist.archive.store import Archive
from archivist.cli.sides import compare_sides, revision_side
from archivist.cli.site_folder import read, write
from archivist.cli.site_manifest import Part, Written
from archivist.diff.life import life
from archivist.errors import DamagedError, NotFoundError
from archivist.model.noun import NamedTuple
from archivist.render.html.shown import Shown
from archivist.render.html.site_article import article_page
from archivist.render.html.site_compare import comparison
from archivist.render.html.site_facts import Facts, facts, facts_of, facts_value, step
from archivist.render.html.site_names import FACTS, INDEX, WHOLE, comparison_page, has_whole, revision_page
from archivist.render.html.site_revision import revision_page_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from archivist.cli.sides import Side
    from archivist.model.revision import History, Revision
    from archivist.render.html.site_facts import Step


class Job(NamedTuple):
    """An article that is to be made.

    `archive` and `site` are paths of folders, `recipe` is the digest of this program, `before` is what there is.
    """

    archive: str
    article: str
    site: str
    recipe: str
    before: Part


class Made(NamedTuple):
    """What came of a job: the article's new part and how many of its files were written, or why there is none."""

    article: str
    part: Part | None
    written: int = 0
    damage: str = ""


def made_from(history: History, recipe: str) -> str:
    """The digest of what an article's pages are made from: the program, and the revisions in their order."""
    named = [recipe, history.article.id, *(revision.digest for revision in history.revisions), *history.heads]
    return sha256("\n".join(named).encode("utf-8")).hexdigest()


def addresses(history: History, before: Part) -> list[str]:
    """The addresses of an article's pages, which follow from its history and what has had an address before."""
    names = [INDEX, FACTS, *([WHOLE] if has_whole(len(history.revisions)) else [])]
    names += [revision_page(one.digest, one.captured_at) for one in history.revisions]
    names += [comparison_page(old.digest, new.digest) for old, new in pairs(history, before)]
    return [f"{history.article.folder}/{name}" for name in names]


def pairs(history: History, before: Part) -> list[tuple[Revision, Revision]]:
    """The revisions that are compared, by the place of the new one.

    Each with the one before it, and every pair that has had a page: also when a revision was added between the two,
    their address stays.
    """
    order = {revision.digest: number for number, revision in enumerate(history.revisions)}
    wanted = {(old.digest, new.digest) for old, new in pairwise(history.revisions)}
    wanted |= {(old, new) for old, new in before.pairs if old in order and new in order}
    places = sorted((order[new], order[old]) for old, new in wanted)
    return [(history.revisions[old], history.revisions[new]) for new, old in places]


def make(job: Job) -> Made:
    """Make and write the pages of an article.

    Comparisons that were made before are not made again. An article that cannot be read is told, and its pages stay.
    Raises WriteError.
    """
    gc.enable()  # processes begin without it, and a text that was read for its claims goes in no other way
    store = Archive.open(Path(job.archive))
    try:
        history = store.revisions(job.article)
        sides = [revision_side(store, one) for one in history.revisions]
    except (DamagedError, NotFoundError) as error:
        return Made(job.article, None, damage=str(error))
    return _Making(job, history, sides).made()


class _Making:
    """One article in the course of being made."""

    def __init__(self, job: Job, history: History, sides: Sequence[Side]) -> None:
        self._job, self._history = job, history
        self._texts = [side.content for side in sides]
        self._sides = {one.digest: side for one, side in zip(history.revisions, sides, strict=True)}
        self._files: dict[str, Written] = {}
        self._written = 0

    def made(self) -> Made:
        """Everything, the page that links to the others last."""
        steps = self._steps()
        told = life(self._texts)
        for number, standing in enumerate(told.texts):
            revision = self._history.revisions[number]
            name = revision_page(revision.digest, revision.captured_at)
            self._write(name, revision_page_of(self._history, number, self._texts[number], standing))
        if has_whole(len(self._texts)):
            self._compared(self._history.revisions[0], self._history.revisions[-1], WHOLE)
        found = facts(self._history, steps, self._texts, told)
        self._write(FACTS, json.dumps(facts_value(found), separators=(",", ":")) + "\n")
        self._write(INDEX, article_page(self._history, found, self._texts, told))
        kept = tuple((one.old, one.new) for one in steps)
        source = made_from(self._history, self._job.recipe)
        return Made(self._job.article, Part(source, self._files, kept), self._written)

    def _steps(self) -> Sequence[Step]:
        """What changed in each pair; their pages are written, or known from before and there."""
        known = self._known()
        steps = []
        for old, new in pairs(self._history, self._job.before):
            name = comparison_page(old.digest, new.digest)
            before = self._job.before.files.get(self._address(name))
            if before is not None and (old.digest, new.digest) in known and self._is_there(name, before):
                self._files[self._address(name)] = before
                steps.append(known[old.digest, new.digest])
            else:
                steps.append(self._compared(old, new, name))
        return steps

    def _known(self) -> dict[tuple[str, str], Step]:
        """The steps that were told before."""
        found = facts_in(Path(self._job.site), self._job.before)
        return {(one.old, one.new): one for one in found.steps} if found else {}

    def _compared(self, old: Revision, new: Revision, name: str) -> Step:
        """Compare two revisions on the page of that name."""
        old_side, new_side = self._sides[old.digest], self._sides[new.digest]
        report = compare_sides(old_side, new_side).report
        self._write(name, comparison(self._history.article, _shown(old_side), _shown(new_side), report, name))
        return step(report, old.digest, new.digest)

    def _is_there(self, name: str, before: Written) -> bool:
        path = Path(self._job.site) / self._address(name)
        return path.is_file() and path.stat().st_size == before.size

    def _write(self, name: str, content: str) -> None:
        address = self._address(name)
        before = self._job.before.files.get(address)
        written, touched = write(Path(self._job.site), address, content.encode("utf-8"), before)
        self._files[address] = written
        self._written += touched

    def _address(self, name: str) -> str:
        return f"{self._history.article.folder}/{name}"


def facts_in(site: Path, part: Part) -> Facts | None:
    """The facts in an article's part of a site; None where they are not what this program wrote."""
    return kept_facts(site, part) if part.made_from else None


def kept_facts(site: Path, part: Part) -> Facts | None:
    """As `facts_in`, also of a part that is not trusted: None where another version wrote them in another form."""
    address = next((address for address in part.files if address.endswith(f"/{FACTS}")), "")
    data = read(site, address, part.files.get(address))
    try:
        return facts_of(json.loads(data)) if data is not None else None
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _shown(side: Side) -> Shown:
    """A side as its page shows it: where the archive lies on this machine is nobody's business."""
    return Shown(side.info._replace(path=None), side.metadata)
