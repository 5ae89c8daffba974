"""The two sides of a comparison, or the one text of a listing, read from files or from the archive."""

from __future__ import annotations

import os

from archivist.errors import InvalidMetadataError, NotAnArchiveError, NotFoundError, UnreadableError, UsageError
from archivist.model.noun import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from pathlib import Path

    from archivist.archive.store import Archive
    from archivist.diff.report import Comparison
    from archivist.model.revision import Revision
    from archivist.render.source import SourceInfo


class Side(NamedTuple):
    """A text with what is known of it. `published` is the publisher's calendar day that relative dates refer to.

    `describe` gives `info`, which takes digests and paths that not every form of a report shows.
    """

    content: str
    name: str
    metadata: Mapping[str, object]
    published: date | None
    describe: Callable[[], SourceInfo]

    @property
    def info(self) -> SourceInfo:
        """Where the text came from."""
        return self.describe()


def sides(operands: list[str], archive: str | None, top: object) -> tuple[Side, Side]:
    """The two sides that one or two operands of `diff` name.

    One operand is an article: its last two revisions, or `ARTICLE@SEL`: that revision and the one before it.
    """
    from archivist.cli.places import archive_at, is_file, split_selector

    if operands.count("-") > 1:
        raise UsageError("stdin can be one side of a comparison only. Name a file for the other.")
    if len(operands) == 2:  # noqa: PLR2004  # old and new
        return side(operands[0], archive, top), side(operands[1], archive, top)
    (operand,) = operands
    if is_file(operand):
        raise UsageError(f"{operand}: one file alone has nothing to be compared with. Name two files, or an article.")
    store = archive_at(archive, top)
    article, selector = split_selector(operand)
    new = store.get(article, selector or "latest")
    order = store.revisions(article).revisions
    place = next(number for number, revision in enumerate(order) if revision.digest == new.digest)
    if place == 0:
        raise NotFoundError(
            f"{operand}: nothing stands before this revision; there is nothing to compare it with. "
            f"`archivist log {article}` lists what there is."
        )
    return revision_side(store, order[place - 1]), revision_side(store, new)


def compare_sides(old: Side, new: Side) -> Comparison:
    """What changed from one side to the other, by their texts, days of publication and metadata."""
    from archivist.diff.report import compared

    return compared(
        old.content,
        new.content,
        published_old=old.published,
        published_new=new.published,
        metadata_old=old.metadata,
        metadata_new=new.metadata,
    )


def side(operand: str, archive: str | None, top: object) -> Side:
    """The text that a file's path or `ARTICLE[@SEL]` names."""
    from archivist.cli.places import archive_at, is_file, split_selector

    if is_file(operand):
        return _file_side(operand)
    try:
        store = archive_at(archive, top)
        article, selector = split_selector(operand)
        return revision_side(store, store.get(article, selector or "latest"))
    except NotAnArchiveError as error:
        raise NotAnArchiveError(f"{operand} {_not_a_file(operand)} {error}") from error
    except NotFoundError as error:
        raise NotFoundError(f"{error} ({operand} {_not_a_file(operand)})") from error


def _not_a_file(operand: str) -> str:
    from pathlib import Path

    path = Path(operand)
    if path.is_dir():
        return "is a folder, not a file."
    return "is not a file." if path.exists() else "is no file here."


def _file_side(path: str) -> Side:
    from archivist.cli.places import read_text

    text = read_text(path)
    name = "stdin" if path == "-" else path
    metadata = _metadata_beside(path)

    def info() -> SourceInfo:
        from hashlib import sha256
        from pathlib import Path

        from archivist.render.source import SourceInfo

        return SourceInfo(
            name=name,
            sha256=sha256(text.data).hexdigest(),
            bytes=len(text.data),
            characters=len(text.content),
            published=_stated(metadata),
            path=None if path == "-" else _from_here(Path(path)),
        )

    return Side(text.content, name, metadata, _local_day(metadata), info)


def _metadata_beside(path: str) -> Mapping[str, object]:
    """The sidecar of a file, if it has one that holds; one that is broken or cannot be read is told and left aside."""
    beside = os.path.splitext(path)[0] + ".json"  # noqa: PTH122  # without pathlib: start-up time
    if path in {"-", beside} or not os.path.lexists(beside):  # also a link that leads nowhere
        return {}
    from archivist.archive.sidecar import metadata_file
    from archivist.cli.console import say

    try:
        return metadata_file(beside)
    except (InvalidMetadataError, UnreadableError) as error:
        say(f"{error}\nThe metadata in {beside} is left aside.")
        return {}


def revision_side(store: Archive, revision: Revision) -> Side:
    """A revision's text and what its record says of it. Raises DamagedError where the text is not what it was."""
    content = store.read(revision)
    name = f"{revision.article}@{revision.digest[:12]}"

    def info() -> SourceInfo:
        from archivist.archive.layout import home
        from archivist.render.source import SourceInfo

        place = home(revision.article)
        return SourceInfo(
            name=name,
            sha256=revision.text_sha256,
            bytes=revision.text_bytes,
            characters=len(content),
            article=revision.article,
            revision=revision.digest,
            captured_at=revision.captured_at,
            published=_stated(revision.metadata),
            path=_from_here(store.path / place.path / place.text(revision.text_sha256)),
        )

    return Side(content, name, revision.metadata, _local_day(revision.metadata), info)


def _from_here(path: Path) -> str:
    """The path of a file as the current folder has it, where it lies inside of that; else in full."""
    from pathlib import Path

    try:
        here = Path.cwd()
    except FileNotFoundError:  # the current folder was removed
        return path.as_posix()
    full = Path(os.path.normpath(here / path))
    return (full.relative_to(here) if full.is_relative_to(here) else full).as_posix()


def _stated(metadata: Mapping[str, object]) -> str | None:
    """When the publisher says that this state was published."""
    stated = metadata.get("dateModified") or metadata.get("datePublished")
    return str(stated) if stated else None


def _local_day(metadata: Mapping[str, object]) -> date | None:
    stated = _stated(metadata)
    if stated is None:
        return None
    from datetime import date

    return date.fromisoformat(stated[:10])
