"""Plain calls: `diff OLD NEW`, `validate FILE...` and `ingest PATH...` with nothing that has to be parsed.

Reading a command line through Typer costs more than comparing two stories, or than archiving one. A call that gives
only operands, and at most `--json`, leaves nothing for it to do: every option stands at its default. All other calls
go through Typer (docs/decisions/0015-plain-calls.md).
"""

from __future__ import annotations

from archivist.errors import Exit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_DIFF_OPERANDS = (1, 2)
_PLAIN = frozenset({"diff", "validate", "ingest"})


def plain_call(argv: Sequence[str]) -> Exit | None:
    """Run a plain call; its exit code, or None if this is not one. Raises what the command raises."""
    if not argv or argv[0] not in _PLAIN:
        return None
    operands = [word for word in argv[1:] if word != "--json"]
    is_json = len(operands) < len(argv) - 1
    if not operands or any(not word or word.startswith("-") for word in operands):
        return None
    if argv[0] == "validate":
        from archivist.cli.checking import validate

        return validate(operands, is_json=is_json)
    if argv[0] == "ingest":
        from archivist.cli.ingesting import Wishes, ingest
        from archivist.cli.places import archive_at

        return ingest(operands, archive_at(None, None), Wishes(), is_json=is_json)
    if len(operands) not in _DIFF_OPERANDS:
        return None
    from archivist.cli.comparing import Form, Shape, diff

    diff(operands, None, None, Shape(Form.JSON if is_json else Form.TERMINAL))
    return Exit.OK
