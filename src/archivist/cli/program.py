"""The command line as Typer reads it."""

from __future__ import annotations

from typing import Annotated

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from archivist.cli.app import COMMANDS, module
from archivist.cli.completion import SCRIPTS, Shell, ready
from archivist.errors import Exit, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

EXIT_CODES = """\b
Exit codes:
  0    done, nothing to report
  1    findings (validate, ingest; diff --exit-code)
  2    usage
  3    the request cannot be met
  4    the archive is damaged
  70   a bug in archivist
  130  interrupted
  141  the reader of stdout is gone"""

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

FIRST = {
    "diff": ("diff OLD NEW", "What changed between two files, or two revisions."),
    "report": ("report OLD NEW", "The same as one HTML page, to look at and to send."),
    "ingest": ("ingest FILE...", "Archive texts as revisions of their articles."),
    "list": ("list", "The articles of the archive."),
    "log": ("log ARTICLE", "Its revisions; with --changes, its story in lines."),
}
"""The commands that people use most, as `archivist --help` leads to them."""

GROUPS = {
    "read": ("show", "blame", "claims", "site"),
    "keep": ("init", "validate", "verify", "seal", "merge", "repair"),
    "in git": ("git-textconv", "git-difftool"),
}
"""The other commands by what they are for; one that stands nowhere is shown as one more."""

_BARE = {"--word": "--word=plain"}
"""Options whose value can be left out, as in git; where it is given, an equals sign goes before it."""

_FEW = 60
"""How many characters say what a completion is."""


class _Command(TyperCommand):
    """A command in which options may stand without the value that they have by default."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401  # Typer's own context type is private
        """Fill in what was left out, up to `--`, and go on as Typer does. Empty words are refused."""
        end = args.index("--") if "--" in args else len(args)
        empty = any(not word or (word.startswith("--") and word.find("=") == len(word) - 1) for word in args[:end])
        if empty and not ctx.resilient_parsing:
            raise UsageError("One of the words given is empty. Leave it and its option out, or give it a value.")
        filled = [_BARE.get(word, word) for word in args[:end]]
        return super().parse_args(ctx, filled + args[end:])

    def collect_usage_pieces(self, ctx: Any) -> list[str]:  # noqa: ANN401  # as above
        """What stands behind the command's name; what must be given stands in no braces, unless it is a choice."""
        pieces = super().collect_usage_pieces(ctx)
        return [piece if "|" in piece or " " in piece else piece.replace("{", "").replace("}", "") for piece in pieces]

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:  # noqa: ANN401  # as above
        """The options that begin as given, each with a few words."""
        return _in_few_words(super().shell_complete(ctx, incomplete))


class _Lazy(TyperGroup):
    """A group that knows its commands by name and loads each on demand."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401  # Typer's own settings
        super().__init__(**settings)
        # Empty ones: their names are what Typer compares a misspelt command with.
        self.commands = {name: TyperCommand(name) for name in COMMANDS}

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

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:  # noqa: ANN401  # as above
        """The commands and options that begin as given, each with a few words."""
        return _in_few_words(super().shell_complete(ctx, incomplete))

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401  # as above
        """One screen: what it is, the commands that people use most, the others by name, the options."""
        self.format_usage(ctx, formatter)
        self.format_help_text(ctx, formatter)
        with formatter.section("Most used"):
            formatter.write_dl([FIRST[name] for name in FIRST if name in COMMANDS])
        with formatter.section("More"):
            formatter.write_dl(list(_others()))
        with formatter.section("Options"):
            formatter.write_dl([record for one in self.get_params(ctx) if (record := one.get_help_record(ctx))])
        formatter.write_paragraph()
        formatter.write_text("archivist COMMAND --help tells the rest.")


def _in_few_words(items: list[Any]) -> list[Any]:
    """Completions with what is said of them on one line: a shell takes each further line for one more of them."""
    from textwrap import shorten

    for item in items:
        item.help = item.help and shorten(item.help, _FEW, placeholder="…")
    return items


def _others() -> Iterator[tuple[str, str]]:
    """The commands that stand not among the first, by groups."""
    known = {name for names in (FIRST, *GROUPS.values()) for name in names}
    for group, names in (GROUPS | {"also": tuple(name for name in COMMANDS if name not in known)}).items():
        if there := [name for name in names if name in COMMANDS]:
            yield group, ", ".join(there)


app = typer.Typer(
    cls=_Lazy,
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    context_settings=SETTINGS,
)


def _show_completion(context: typer.Context, shell: Shell | None) -> None:
    if shell is not None and not context.resilient_parsing:
        print(SCRIPTS[shell], end="")
        raise typer.Exit


def _show_version(context: typer.Context, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        from archivist.model.version import VERSION

        print(f"archivist {VERSION}")
        raise typer.Exit


@app.callback()
def _top(
    context: typer.Context,
    archive: Annotated[
        str | None,
        typer.Option(metavar="DIR", help="The archive's folder, where it is not the nearest.", show_default=False),
    ] = None,
    show_completion: Annotated[  # noqa: ARG001  # its callback does it
        Shell | None,
        typer.Option(
            metavar="SHELL",
            help="Print the script for bash, zsh or fish.",
            show_default=False,
            callback=_show_completion,
            is_eager=True,
        ),
    ] = None,
    version: Annotated[  # noqa: ARG001  # as above
        bool,
        typer.Option("--version", "-V", help="Print the version and exit.", callback=_show_version, is_eager=True),
    ] = False,
) -> None:
    """Archive the versions of news articles; tell what changed: words and claims."""
    context.obj = archive


def program(argv: Sequence[str]) -> int:
    """Run one command line; its exit code. Usage errors are told on stderr and return 2."""
    ready()
    try:
        code = get_command(app).main(list(argv), prog_name="archivist", standalone_mode=False)
    except SystemExit as stop:
        code = stop.code
    except Exception as error:
        if not hasattr(error, "show"):  # as Typer's own usage errors have it, wherever their class is at home
            raise
        code = _told(error)
    if code == Exit.INTERRUPTED:
        # Typer turns Ctrl-C into a bare exit code; the error handler has words for it.
        raise KeyboardInterrupt
    return code if isinstance(code, int) else Exit.OK


def _told(error: Any) -> int:  # noqa: ANN401  # its class is private to Typer
    """Say on stderr what Typer says of a command line, with nothing of what was typed sent as it is."""
    import io
    import sys

    from archivist.render.safe import visible

    words = io.StringIO()
    error.show(file=words)
    sys.stderr.write(visible(words.getvalue()))
    return int(error.exit_code)
