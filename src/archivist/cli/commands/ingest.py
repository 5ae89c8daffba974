"""`archivist ingest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from archivist.cli.options import ArchiveOption, JsonOption

if TYPE_CHECKING:
    from archivist.archive.capture import Captures
    from archivist.archive.intake import Source
    from archivist.archive.store import Archive, Put
    from archivist.errors import ArchivistError


def run(
    context: typer.Context,
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH... | -", help="Texts, folders of .txt files, patterns; - is stdin.", show_default=False
        ),
    ],
    article: Annotated[
        str | None,
        typer.Option(
            metavar="ID", help="The article. Default: the metadata's, else the file's name.", show_default=False
        ),
    ] = None,
    captured: Annotated[
        str | None,
        typer.Option(
            metavar="TIME",
            help="When it was seen so (RFC 3339). Default: the metadata's, else now.",
            show_default=False,
        ),
    ] = None,
    meta: Annotated[
        str | None,
        typer.Option(
            metavar="FILE.json",
            help="Metadata. Default: NAME.json beside NAME.txt, if there is one.",
            show_default=False,
        ),
    ] = None,
    assign: Annotated[
        list[str] | None,
        typer.Option(
            "--set", metavar="FIELD=VALUE", help="Set a metadata field; may be given often.", show_default=False
        ),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="The texts' encoding, where it is not UTF-8 and the guess is wrong.",
            show_default=False,
        ),
    ] = None,
    archive: ArchiveOption = None,
    json: JsonOption = False,
) -> None:
    """Archive texts as revisions of their articles. What is there already is left as it is."""
    from datetime import UTC, datetime
    from pathlib import Path

    from archivist.archive.capture import Captures
    from archivist.archive.intake import assignments, metadata_file, sources
    from archivist.archive.times import parse_time
    from archivist.cli.places import archive_at, known_encoding

    store = archive_at(archive, context.obj)
    captures = Captures(
        datetime.now(UTC).replace(microsecond=0),
        article=article,
        captured_at=parse_time(captured) if captured else None,
        metadata=metadata_file(Path(meta)) if meta else None,
        fields=assignments(assign or ()),
    )
    raise typer.Exit(_ingest_all(store, sources(paths), captures, known_encoding(encoding), json=json))


def _ingest_all(store: Archive, found: list[Source], captures: Captures, encoding: str | None, *, json: bool) -> int:
    """Take in one source after the other; a refused one does not stop the rest. The worst exit code."""
    from archivist.cli.console import Progress, say, write
    from archivist.errors import ArchivistError, Exit, ReaderGoneError
    from archivist.render.output_json import ingest_json

    results: list[tuple[str, Put]] = []
    worst = Exit.OK
    progress = Progress(len(found), "archiving")
    try:
        for done, source in enumerate(found, start=1):
            try:
                put, notice = _ingest_one(store, source, captures, encoding)
            except ArchivistError as error:
                progress.end()
                say(_refusal(source.path, error))
                worst = max(worst, error.exit_code)
                continue
            progress.end()
            if notice:
                say(notice)
            results.append((source.path, put))
            if not json:
                write(_line(source.path, put))
            progress.step(done)
    except ReaderGoneError:
        json = False
        raise
    finally:
        progress.end()
        if json:
            write(ingest_json(results))
    return worst


def _line(path: str, put: Put) -> str:
    from archivist.render.safe import one_line

    revision = put.revision
    word = "archived" if put.added else "unchanged"
    return f"{word}\t{revision.article}\t{revision.captured_at}\t{revision.digest[:12]}\t{one_line(path)}"


def _refusal(path: str, error: ArchivistError) -> str:
    """What to say of a source that was refused; it names the source once."""
    from archivist.errors import InvalidMetadataError

    if isinstance(error, InvalidMetadataError):
        return f"{path}: not archived, its metadata does not hold.\n{error}"
    return str(error) if path in str(error) else f"{path}: {error}"


def _ingest_one(store: Archive, source: Source, captures: Captures, encoding: str | None) -> tuple[Put, str]:
    """What became of a source, and a notice about it or nothing."""
    from archivist.cli.places import read_text
    from archivist.errors import UnreadableError

    text = read_text(source.path, encoding)
    if not text.data:
        raise UnreadableError(f"{source.path}: this file is empty; there is nothing to archive.")
    notice = ""
    if text.received is not None and not text.received.certain:
        guess = text.received.encoding
        notice = f"{source.path}: read as {guess}, which is a guess. The bytes are kept; --encoding NAME settles it."
    capture = captures.of(source)
    return store.put(capture.article, text, captured_at=capture.captured_at, metadata=capture.metadata), notice
