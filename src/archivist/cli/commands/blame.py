"""`archivist blame`."""

from __future__ import annotations

from typing import Annotated

import typer

from archivist.cli.options import ArchiveOption, JsonOption, RevisionArgument


def run(
    context: typer.Context,
    revision: RevisionArgument,
    words: Annotated[bool, typer.Option("--words", help="Tell it of each word.")] = False,
    archive: ArchiveOption = None,
    json: JsonOption = False,
) -> None:
    """Tell which revision first brought each sentence, through moves and reverts."""
    from archivist.archive.selector import select
    from archivist.cli.console import width, write
    from archivist.cli.places import archive_at, split_selector
    from archivist.diff.blame import blame
    from archivist.render.blame import blame_lines
    from archivist.render.blame_json import blame_json

    store = archive_at(archive, context.obj)
    article, selector = split_selector(revision)
    history = store.revisions(article)
    selected = select(history, selector or "latest")
    revisions = history.revisions[: history.revisions.index(selected) + 1]
    contents = {one.text_sha256: one for one in revisions}
    texts = {digest: store.read(one) for digest, one in contents.items()}
    text = texts[selected.text_sha256]
    found = blame((texts[one.text_sha256] for one in revisions), by_word=words)
    if json:
        write(blame_json(found, text, revisions, by_word=words))
    else:
        write(blame_lines(found, text, revisions, width=width(), by_word=words))
