"""The command line as Typer reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from archivist.cli.app import COMMANDS, module
from archivist.cli.options import ARCHIVE_HELP
from archivist.errors import Exit, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

EXIT_CODES = """\b
Exit codes:
  0    done, nothing to report
  1    findings (validate; diff --exit-code)
  2    usage
  3    the request cannot be met
  4    the archive is damaged
  70   a bug in archivist
  130  interrupted
  141  the reader of stdout is gone"""

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

_BARE = {"--word": "--word=plain"}
"""Options whose value can be left out, as in git; where it is given, an equals sign goes before it."""


class _Command(TyperCommand):
    """A command in which options may stand without the value that they have by default."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401  # Typer's own context type is private
        """Fill in what was left out, up to `--`, and go on as Typer does. Empty words are refused."""
        end = args.index("--") if "--" in args else len(args)
        if any(not word or (word.startswith("--") and word.find("=") == len(word) - 1) for word in args[:end]):
            raise UsageError("One of the words given is empty. Leave it and its option out, or give it a value.")
        filled = [_BARE.get(word, word) for word in args[:end]]
        return super().parse_args(ctx, filled + args[end:])


class _Lazy(TyperGroup):
    """A group that knows its commands by name and loads each on demand."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002  # Typer's own context type is private
        """The names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002  # as above
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        single = typer.Typer(add_completion=False, rich_markup_mode=None)
        run = module(cmd_name).run
        single.command(cmd_name, cls=_Command, epilog=EXIT_CODES, context_settings=SETTINGS, no_args_is_help=False)(
            run
        )
        return get_command(single)


app = typer.Typer(
    cls=_Lazy,
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    context_settings=SETTINGS,
    epilog=EXIT_CODES,
)


@app.callback()
def _top(
    context: typer.Context,
    archive: Annotated[str | None, typer.Option(metavar="DIR", help=ARCHIVE_HELP, show_default=False)] = None,
    version: Annotated[bool, typer.Option("--version", "-V", help="Print the version and exit.")] = False,
) -> None:
    """Archive the successive versions of news articles and tell what changed between them: words and claims.

    Two saved copies of a story: archivist diff OLD.txt NEW.txt
    """
    if version:
        from archivist.model.version import VERSION

        print(f"archivist {VERSION}")
        raise typer.Exit
    context.obj = archive


def program(argv: Sequence[str]) -> int:
    """Run one command line; its exit code. Usage errors are told on stderr and return 2."""
    try:
        code = get_command(app).main(list(argv), prog_name="archivist", standalone_mode=True)
    except SystemExit as stop:
        code = stop.code
    if code == Exit.INTERRUPTED:
        # Typer turns Ctrl-C into a bare exit code; the error handler has words for it.
        raise KeyboardInterrupt
    return code if isinstance(code, int) else Exit.OK
