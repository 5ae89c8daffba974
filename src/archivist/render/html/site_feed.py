"""What a site's feed says: one entry for each revision that changed what a story says."""

from __future__ import annotations

from archivist.model.noun import NamedTuple
from archivist.render.atom import Entry, Feed, atom, stable_id
from archivist.render.html.site_names import FEED, INDEX, comparison_page
from archivist.render.html.site_shell import step_words
from archivist.render.words import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from archivist.render.html.site_facts import Facts


class Home(NamedTuple):
    """What a site is: its title, when its archive was made, and its address, ending in `/` ("" where it has none)."""

    title: str
    created_at: str
    address: str = ""


def feed(home: Home, articles: Iterable[Facts]) -> str:
    """The feed of a site. Its id is the site's address; where there is none, it is made from the archive's birth."""
    return atom(
        Feed(
            id=home.address or stable_id("site", home.created_at),
            title=f"{home.title}: substantive changes",
            updated=home.created_at,
            home=home.address + INDEX,
            address=home.address + FEED,
        ),
        (entry for found in articles for entry in entries(found, home.address)),
    )


def entries(found: Facts, address: str = "") -> Iterable[Entry]:
    """The substantive steps of an article; their ids are made of its id and of the two revisions' digests."""
    captured = {seen.digest: seen.captured_at for seen in found.revisions}
    for step in found.steps_between_neighbours():
        if step is None or not step.substantive:
            continue
        yield Entry(
            id=stable_id("change", found.article, step.old, step.new),
            title=f"{found.headline}: {counted(step.substantive, 'substantive change')}",
            updated=captured[step.new],
            link=f"{address}{found.folder}/{comparison_page(step.old, step.new)}",
            lines=[*step.lines, step_words(step)],
        )
