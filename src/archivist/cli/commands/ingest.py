"""`archivist ingest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from archivist.archive.durability import Durability
from archivist.cli.options import ArchiveOption, JsonOption

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archivist.archive.capture import Capture, Captures
    from archivist.archive.intake import Source
    from archivist.archive.writer import Put, Writer
    from archivist.errors import ArchivistError
    from archivist.model.text import Text

_CONTROLS = bytes({*range(0x20)} - {*b"\t\n\v\f\r\x1c\x1d\x1e\x1f"})
"""The control characters that Python does not take for white space."""


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
    durability: Annotated[
        Durability,
        typer.Option(
            metavar="each|batch|none",
            help="What waits for the disk: each text; many together, which is faster; or nothing.",
        ),
    ] = Durability.EACH,
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
    found, known = sources(paths), known_encoding(encoding)
    ingest = _Ingest(len(found), json=json)
    try:
        with store.writer(durability) as writer:
            ingest.all(found, writer, captures, known)
    finally:
        ingest.end()
    raise typer.Exit(ingest.worst)


class _Taken(NamedTuple):
    """A text that was put: the name its user gave, what became of it, and what is to be said about it."""

    path: str
    put: Put
    notices: list[str]


class _Ingest:
    """One run of the command: what was taken in, what was told of it, and the worst exit code."""

    def __init__(self, total: int, *, json: bool) -> None:
        from archivist.cli.console import Progress
        from archivist.errors import Exit

        self.worst = Exit.OK
        self._json = json
        self._results: list[tuple[str, Put]] = []
        self._waiting: list[_Taken] = []
        self._progress = Progress(total, "archiving")

    def all(self, found: Iterable[Source], writer: Writer, captures: Captures, encoding: str | None) -> None:
        """Take in one source after the other; a refused one does not stop the rest."""
        from archivist.errors import ArchivistError, ReaderGoneError

        try:
            for done, source in enumerate(found, start=1):
                try:
                    self._waiting.append(_take(source, writer, captures, encoding))
                except ArchivistError as error:
                    self._refuse(_refusal(source.path, error), error)
                if writer.full or not writer.waiting:
                    self._settle(writer)
                self._progress.step(done)
            self._settle(writer)
        except ReaderGoneError:
            self._json = False
            raise

    def end(self) -> None:
        """Tell the whole, if it was to be JSON."""
        from archivist.cli.console import write
        from archivist.render.output_json import ingest_json

        self._progress.end()
        if self._json:
            write(ingest_json(self._results))

    def _settle(self, writer: Writer) -> None:
        """Have the disk hold what waits for it, and only then tell of it."""
        from archivist.cli.console import say, write
        from archivist.errors import WriteError

        waiting, self._waiting = self._waiting, []
        try:
            writer.settle()
        except WriteError as error:
            paths = list(dict.fromkeys(taken.path for taken in waiting))
            self._refuse(f"{error}\nNot archived, and to be given again: {', '.join(paths)}.", error)
            return
        self._progress.end()
        for taken in waiting:
            for notice in taken.notices:
                say(notice)
            self._results.append((taken.path, taken.put))
            if not self._json:
                write(_line(taken.path, taken.put))

    def _refuse(self, words: str, error: ArchivistError) -> None:
        from archivist.cli.console import say

        self._progress.end()
        say(words)
        self.worst = max(self.worst, error.exit_code)


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


def _take(source: Source, writer: Writer, captures: Captures, encoding: str | None) -> _Taken:
    """Put one source into the archive."""
    from archivist.cli.places import read_text
    from archivist.errors import UnreadableError

    text = read_text(source.path, encoding)
    if not text.data:
        raise UnreadableError(f"{source.path}: this file is empty; there is nothing to archive.")
    capture = captures.of(source)
    put = writer.put(capture.article, text, captured_at=capture.captured_at, metadata=capture.metadata)
    return _Taken(source.path, put, _notices(source.path, text, capture, put))


def _notices(path: str, text: Text, capture: Capture, put: Put) -> list[str]:
    """What whoever gave this text may not expect."""
    notices = []
    if text.received is not None and not text.received.certain:
        guess = text.received.encoding
        notices.append(f"{path}: read as {guess}, which is a guess. The bytes are kept; --encoding NAME settles it.")
    controls = len(text.data) - len(text.data.translate(None, _CONTROLS))
    if controls and text.received is None:
        notices.append(
            f"{path}: kept as UTF-8, and it holds control characters ({controls}), as no prose does. If it is UTF-16, "
            "--encoding utf-16-le or utf-16-be reads it."
        )
    if put.later is not None and not capture.timed:
        notices.append(
            f"{path}: captured now, and so it stands before a revision of {capture.article} that says it was captured "
            f"at {put.later.captured_at}. `archivist log {capture.article}` shows both; --captured TIME says when a "
            "text was seen."
        )
    return notices
