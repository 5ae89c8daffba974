"""`archivist report`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from archivist.cli.options import ArchiveOption, JsonOption, NewArgument, OldArgument

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.cli.sides import Side


def run(
    context: typer.Context,
    old: OldArgument,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="The page to write; - is stdout.", show_default=False)
    ],
    new: NewArgument = None,
    archive: ArchiveOption = None,
    json: JsonOption = False,
) -> None:
    """Write what changed as one HTML page, for a browser or for paper."""
    from hashlib import sha256

    from archivist.cli.console import write, write_exactly
    from archivist.cli.output_place import refuse_in_archive, refuse_over_input
    from archivist.cli.sides import sides
    from archivist.errors import UsageError
    from archivist.render.html.shown import Shown
    from archivist.render.html.written import page_json
    from archivist.render.safe import one_line

    if output == "-" and json:
        raise UsageError("--json and the page would both go to stdout; name a file with -o.")
    operands = [old] if new is None else [old, new]
    if output != "-":
        refuse_over_input(Path(output), operands)
        refuse_in_archive(Path(output))
    before, after = sides(operands, archive, context.obj)
    page = _page(before, after)
    if output == "-":
        write_exactly(page)
        return
    data = page.encode("utf-8")
    _put(data, output)
    if json:
        shown = Shown(before.info, before.metadata), Shown(after.info, after.metadata)
        write(page_json(output, data, sha256(data).hexdigest(), *shown))
    else:
        write(f"{one_line(output)}: {len(data):,} bytes, SHA-256 {sha256(data).hexdigest()}")


def _page(old: Side, new: Side) -> str:
    from archivist.cli.sides import compare_sides
    from archivist.render.html.report_page import report_page
    from archivist.render.html.shown import Shown

    return report_page(compare_sides(old, new).report, Shown(old.info, old.metadata), Shown(new.info, new.metadata))


def _put(data: bytes, output: str) -> None:
    """Write a file whole or not at all: beside its place first, then into it. A device or a pipe takes it as it comes.

    A link stays a link: what it leads to is written. Raises WriteError, NotFoundError; UsageError for a folder.
    """
    from tempfile import NamedTemporaryFile

    from archivist.errors import NotFoundError, UsageError, WriteError

    named = Path(output)
    if named.is_dir():
        raise UsageError(f"{output} is a folder; name a file: {named / 'report.html'}.")
    place = Path(os.path.realpath(named)) if named.is_symlink() else named
    if not place.parent.is_dir():
        raise NotFoundError(f"{output}: there is no folder {place.parent}. Make it, or name another place.")
    beside: Path | None = None
    try:
        if named.exists() and not named.is_file():
            named.write_bytes(data)
            return
        with NamedTemporaryFile(dir=place.parent, prefix=f".{place.name}.", delete=False) as file:
            beside = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(0o666 & ~_mask())
        beside.replace(place)
    except OSError as error:
        raise WriteError(f"{output}: {error.strerror or error}. Nothing was written.") from error
    finally:
        if beside is not None:
            beside.unlink(missing_ok=True)


def _mask() -> int:
    """The mask of permissions that new files are made with; the system tells it only by setting another."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
