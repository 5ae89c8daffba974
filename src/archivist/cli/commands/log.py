"""`archivist log`."""

from __future__ import annotations

from typing import Annotated

import typer

from archivist.cli.options import ArchiveOption, ArticleArgument, JsonOption, NoPagerOption

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.archive.store import Archive
    from archivist.model.revision import History
    from archivist.render.story_page import StoryStep

_MOST_MEASURED = 1000
"""How many revisions are read to show how much each changed; of an article with more, the records have to do."""


def run(
    context: typer.Context,
    article: ArticleArgument,
    changes: Annotated[
        bool, typer.Option("--changes", help="Tell what each revision changed, a line a change: the article's story.")
    ] = False,
    no_pager: NoPagerOption = False,
    archive: ArchiveOption = None,
    json: JsonOption = False,
) -> None:
    """Show the revisions of an article, oldest first, with reverts and forks; with --changes, what each changed."""
    from archivist.cli.console import page
    from archivist.cli.places import archive_at

    store = archive_at(archive, context.obj)
    history = store.revisions(article)
    shown = _story(store, history, is_json=json) if changes else _table(store, history, is_json=json)
    page(shown, exact=False, paging=not (no_pager or json))


def _table(store: Archive, history: History, *, is_json: bool) -> str:
    if is_json:
        from archivist.render.output_json import history_json

        return history_json(history)
    from archivist.cli.console import colour, table_width
    from archivist.render.tables import history_table

    changed = list(_shares(store, history)) if len(history.revisions) <= _MOST_MEASURED else ()
    return history_table(history, width=table_width(), colour=colour(), changed=changed)


def _shares(store: Archive, history: History) -> Iterator[float | None]:
    """Which share of the words of each revision is other than before; None where a text cannot be read."""
    from archivist.errors import DamagedError
    from archivist.render.summary import share_changed

    before: str | None = None
    for revision in history.revisions:
        try:
            text: str | None = store.read(revision)
        except DamagedError:
            text = None
        yield None if before is None or text is None else share_changed(before, text)
        before = text


def _story(store: Archive, history: History, *, is_json: bool) -> str:
    from archivist.render.story_page import story_json, story_terminal

    steps = _steps(store, history)
    if is_json:
        return story_json(history, steps)
    from archivist.cli.console import colour, width

    return story_terminal(history, steps, width=width(), colour=colour())


def _steps(store: Archive, history: History) -> Iterator[StoryStep]:
    """Each revision with what changed since the one before it; the texts are read as they are needed."""
    from archivist.cli.console import Progress
    from archivist.cli.sides import compare_sides, revision_side
    from archivist.render.story_page import StoryStep

    progress = Progress(len(history.revisions), "compared")
    old = None
    try:
        for number, revision in enumerate(history.revisions, 1):
            new = revision_side(store, revision)
            report = old and compare_sides(old, new).report
            progress.step(number)
            yield StoryStep(number, revision, report)
            old = new
    finally:
        progress.end()
