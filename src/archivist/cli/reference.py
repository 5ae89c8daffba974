"""The manual of the command line, taken from the commands themselves.

    python -m archivist.cli.reference markdown > docs/cli.md
    python -m archivist.cli.reference man > docs/man/archivist.1

A test says when the files are not what this prints.
"""

from __future__ import annotations

import inspect
import sys
from typing import Any

from typer.main import get_command

from archivist.cli.app import COMMANDS
from archivist.cli.program import EXIT_CODES, app
from archivist.model.version import VERSION
from archivist.render.manual import Chapter, Command, Entry, Manual, manual_markdown
from archivist.render.roff import manual_roff

FILES = {"markdown": "docs/cli.md", "man": "docs/man/archivist.1"}
"""The forms of the manual, each with its file."""

_HELP = "-h, --help"
_MADE_BY = "python -m archivist.cli.reference markdown > docs/cli.md"

_SELECTORS = Chapter(
    "Which revision",
    ("Where a command takes ARTICLE[@SEL], SEL says which revision of the article is meant; without it, the latest.",),
    (
        Entry("1, 2, …", "The first captured, the second, and so on."),
        Entry("-1, -2, …", "The last captured, the last but one, and so on."),
        Entry("latest", "The last captured."),
        Entry("2026-03-02", "The article as it stood at the end of that day, in UTC."),
        Entry("2026-03-02T09:00:00Z", "The article as it stood then."),
        Entry("4b182735ec23", "Four or more digits that a record's digest begins with, or a text's."),
    ),
)
_ENVIRONMENT = Chapter(
    "Environment",
    (),
    (
        Entry("ARCHIVIST_ARCHIVE", "The archive folder, where --archive does not name one."),
        Entry(
            "PAGER", "What shows output that is longer than the terminal; `less` by default. Empty or cat: nothing."
        ),
        Entry("NO_COLOR", "Set to anything: no colours."),
        Entry("ARCHIVIST_DEBUG", "Set to anything: a bug shows where in the program it happened."),
    ),
)
_COMPLETION = Chapter(
    "Completion",
    (
        "A shell completes commands, options, article ids and, behind an @, revisions, once it has read the script "
        "that `archivist --show-completion` prints. In the settings of bash, zsh or fish:",
    ),
    (),
    (
        'eval "$(archivist --show-completion bash)"',
        'eval "$(archivist --show-completion zsh)"',
        "archivist --show-completion fish | source",
    ),
)


def manual() -> Manual:
    """The manual of the commands as they are."""
    program: Any = get_command(app)
    context = program.make_context("archivist", [], resilient_parsing=True)
    return Manual(
        "archivist",
        VERSION,
        _paragraphs(program.help)[0],
        _entries(program, context),
        [_command(name, program.get_command(context, name), context) for name in COMMANDS],
        (_SELECTORS, _exit_codes(), _ENVIRONMENT, _COMPLETION),
    )


def _command(name: str, command: Any, above: Any) -> Command:  # noqa: ANN401  # Typer's own types are private
    context = command.make_context(name, [], parent=above, resilient_parsing=True)
    usage = " ".join([name, *command.collect_usage_pieces(context)])
    takes = [entry for entry in _entries(command, context) if entry.name != _HELP]
    return Command(name, usage, _paragraphs(command.help), takes)


def _entries(command: Any, context: Any) -> list[Entry]:  # noqa: ANN401  # as above
    """What a command takes, as its `--help` has it."""
    records = (one.get_help_record(context) for one in command.get_params(context))
    return [Entry(name, " ".join(says.removesuffix("[required]").split())) for name, says in filter(None, records)]


def _paragraphs(text: str) -> list[str]:
    """The paragraphs of a docstring, each in one line."""
    return [" ".join(part.split()) for part in inspect.cleandoc(text).split("\n\n")]


def _exit_codes() -> Chapter:
    """The exit codes, as they stand below the help of each command."""
    rows = (line.split(maxsplit=1) for line in EXIT_CODES.splitlines() if line.startswith("  "))
    return Chapter("Exit codes", (), [Entry(code, f"{says[0].upper()}{says[1:]}.") for code, says in rows])


def page(form: str) -> str:
    """The manual in one of its forms (a key of FILES)."""
    return manual_roff(manual()) if form == "man" else manual_markdown(manual(), _MADE_BY)


def main() -> None:
    """Print the form of the manual that is asked for."""
    if sys.argv[1:] not in [[form] for form in FILES]:
        sys.exit(__doc__)
    print(page(sys.argv[1]), end="")


if __name__ == "__main__":
    main()
