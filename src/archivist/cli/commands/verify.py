"""`archivist verify`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from archivist.cli.options import ArchiveOption, JsonOption

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.archive.sample import Sample
    from archivist.model.revision import Verification


def run(
    context: typer.Context,
    seal: Annotated[
        str | None,
        typer.Option(
            metavar="FILE|latest",
            show_default=False,
            help="Hold the archive against a seal that was kept; list what came in since.",
        ),
    ] = None,
    sample: Annotated[
        str | None,
        typer.Option(metavar="N%", show_default=False, help="Read about N% of all files only, and no seals."),
    ] = None,
    seed: Annotated[
        str | None,
        typer.Option(metavar="WORD", show_default=False, help="Which files --sample chooses. Default: today's date."),
    ] = None,
    archive: ArchiveOption = None,
    json: JsonOption = False,
) -> None:
    """Hash the whole archive again; name each bad file and the revisions it touches. Exit 0 clean, 4 damaged."""
    from archivist.archive.workers import available
    from archivist.cli.console import Progress
    from archivist.cli.places import archive_at
    from archivist.errors import Exit, UsageError

    if seal is not None and sample is not None:
        raise UsageError("--seal and --sample exclude each other: a seal is about every record.")
    if seed is not None and sample is None:
        raise UsageError("--seed chooses what --sample reads. Give both, or neither.")
    chosen = _sample(sample, seed) if sample is not None else None
    store = archive_at(archive, context.obj)
    progress = Progress(store.folders() if sys.stderr.isatty() else 0, "verifying article")
    done = 0

    def step(_: str) -> None:
        nonlocal done
        done += 1
        progress.step(done)

    try:
        result = store.verify(step, processes=available(), sample=chosen, seal=seal)
    finally:
        progress.end()
    _tell(result, json=json)
    raise typer.Exit(Exit.DAMAGED if result.damage else Exit.OK)


def _sample(share: str, seed: str | None) -> Sample:
    from datetime import UTC, datetime

    from archivist.archive.sample import read_sample

    return read_sample(share, seed or datetime.now(UTC).date().isoformat())


def _tell(result: Verification, *, json: bool) -> None:
    from archivist.cli.console import say, write
    from archivist.render.output_json import verification_json
    from archivist.render.tables import damage_lines
    from archivist.render.upkeep import added_lines, seal_check_words, verification_words

    if json:
        write(verification_json(result))
        return
    write(damage_lines(result))
    if result.seal is not None:
        write(added_lines(result.seal))
        say(seal_check_words(result.seal))
    say(verification_words(result))
