"""Texts taken in as revisions, and told of, for `archivist ingest` however it was called."""

from __future__ import annotations

from archivist.archive.durability import Durability
from archivist.model.noun import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archivist.archive.capture import Capture, Captures
    from archivist.archive.intake import Source
    from archivist.archive.store import Archive
    from archivist.archive.writer import Put, Writer
    from archivist.errors import ArchivistError, Exit
    from archivist.model.text import Text

_CONTROLS = bytes({*range(0x20)} - {*b"\t\n\v\f\r\x1c\x1d\x1e\x1f"})
"""The control characters that Python does not take for white space."""


class Wishes(NamedTuple):
    """The options of `archivist ingest`, as they were typed."""

    article: str | None = None
    captured: str | None = None
    meta: str | None = None
    assign: Sequence[str] = ()
    encoding: str | None = None
    durability: Durability = Durability.EACH


def ingest(paths: Sequence[str], store: Archive, wishes: Wishes, *, is_json: bool) -> Exit:
    """Archive all texts that the paths stand for; the worst exit code of those that were refused.

    A reader of stdout that goes away, or a stdout that is full, stops nothing: what was to be archived counts for
    more than the words about it. Its error is raised when all is done.
    """
    from datetime import UTC, datetime

    from archivist.archive.capture import Captures
    from archivist.archive.intake import assignments, sources
    from archivist.archive.sidecar import metadata_file
    from archivist.archive.times import parse_time
    from archivist.cli.places import known_encoding

    captures = Captures(
        datetime.now(UTC).replace(microsecond=0),
        article=wishes.article,
        captured_at=parse_time(wishes.captured) if wishes.captured else None,
        metadata=metadata_file(wishes.meta) if wishes.meta else None,
        fields=assignments(wishes.assign),
    )
    found, known = sources(paths), known_encoding(wishes.encoding)
    run = _Ingest(len(found), is_json=is_json)
    try:
        with store.writer(wishes.durability) as writer:
            run.all(found, writer, captures, known)
    finally:
        run.end()
    if run.unheard is not None:
        raise run.unheard
    return run.worst


class Refused(NamedTuple):
    """A source that was not archived: the name its user gave, why, and the exit code that says so."""

    source: str
    why: str
    exit_code: int


class _Taken(NamedTuple):
    """A text that was put: the name its user gave, what became of it, and what is to be said about it."""

    path: str
    put: Put
    notices: list[str]


class _Ingest:
    """One run of the command: what was taken in and refused, what was told of it, and the worst exit code.

    `unheard` is what kept stdout from being written to.
    """

    def __init__(self, total: int, *, is_json: bool) -> None:
        from archivist.cli.console import Progress
        from archivist.errors import Exit

        self.worst = Exit.OK
        self.unheard: ArchivistError | None = None
        self._is_json = is_json
        self._results: list[tuple[str, Put]] = []
        self._refused: list[Refused] = []
        self._waiting: list[_Taken] = []
        self._progress = Progress(total, "archiving")

    def all(self, found: Iterable[Source], writer: Writer, captures: Captures, encoding: str | None) -> None:
        """Take in one source after the other; a refused one does not stop the rest."""
        from archivist.errors import ArchivistError

        for done, source in enumerate(found, start=1):
            try:
                self._waiting.append(_take(source, writer, captures, encoding))
            except ArchivistError as error:
                self._refuse([source.path], _refusal(source.path, error), error)
            if writer.full or not writer.waiting:
                self._settle(writer)
            self._progress.step(done)
        self._settle(writer)

    def end(self) -> None:
        """Tell the whole, if it was to be JSON."""
        self._progress.end()
        if self._is_json:
            from archivist.render.output_json import ingest_json

            self._write(ingest_json(self._results, self._refused))

    def _settle(self, writer: Writer) -> None:
        """Have the disk hold what waits for it, and only then tell of it."""
        from archivist.cli.console import say
        from archivist.errors import WriteError

        waiting, self._waiting = self._waiting, []
        try:
            writer.settle()
        except WriteError as error:
            paths = list(dict.fromkeys(taken.path for taken in waiting))
            self._refuse(paths, f"{error}\nNot archived, and to be given again: {', '.join(paths)}.", error)
            return
        self._progress.end()
        for taken in waiting:
            for notice in taken.notices:
                say(notice)
            self._results.append((taken.path, taken.put))
            if not self._is_json:
                self._write(_line(taken.path, taken.put))

    def _write(self, words: str) -> None:
        from archivist.cli.console import write
        from archivist.errors import ReaderGoneError, WriteError

        if self.unheard is None:
            try:
                write(words)
            except (ReaderGoneError, WriteError) as error:
                self.unheard = error

    def _refuse(self, paths: Iterable[str], words: str, error: ArchivistError) -> None:
        from archivist.cli.console import say

        self._progress.end()
        say(words)
        self._refused.extend(Refused(path, str(error), error.exit_code) for path in paths)
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
    from archivist.text.markup import markup

    notices = []
    if kind := markup(text.content):
        notices.append(f"{path}: kept as it is, and it looks like {kind}, not like the words of an article.")
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
