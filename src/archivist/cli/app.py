"""The commands and where they live. A command's module is imported when the command is run or asked for help."""

from __future__ import annotations

from archivist.errors import Exit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

COMMANDS = (
    "init", "ingest", "list", "log", "show", "diff", "report", "site", "blame", "claims",
    "validate", "verify", "seal", "repair", "merge",
    "git-textconv", "git-difftool",
)  # fmt: skip
"""Every command, in the order of a story's life. Each is the function `run` of its module."""

_FROM_GIT = ("git-textconv", "git-difftool")
"""Commands that git runs, for every file anew. Their words are paths as they are, also where one begins with a dash;
so nothing is parsed, and Typer, the larger part of a start-up, is not loaded."""


def module(name: str) -> ModuleType:
    """The module of the command `name`, in `archivist.cli.commands`."""
    from importlib import import_module

    return import_module(f"archivist.cli.commands.{name.replace('-', '_')}")


def command(argv: Sequence[str]) -> int:
    """Run one command line; its exit code. Usage errors are told on stderr and return 2."""
    if argv[0:1] and argv[0] in _FROM_GIT and argv[1:] and argv[1] not in {"-h", "--help"}:
        module(argv[0]).run(list(argv[1:]))
        return Exit.OK
    from archivist.cli.plain import plain_call

    code = plain_call(argv)
    if code is not None:
        return code
    from archivist.cli.program import program

    return program(argv)
