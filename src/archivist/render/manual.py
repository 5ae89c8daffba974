"""The manual of the command line, as plain data and as Markdown; `archivist.render.roff` makes the man page of it."""

from __future__ import annotations

from archivist.model.noun import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Entry(NamedTuple):
    """Something that can be given, as it is written, and what it means."""

    name: str
    says: str


class Command(NamedTuple):
    """A command: its name, its usage without the program's name, what it does (in paragraphs), and what it takes."""

    name: str
    usage: str
    says: Sequence[str]
    takes: Sequence[Entry]


class Chapter(NamedTuple):
    """A part of the manual that is about no single command: paragraphs, then a list, then lines to copy."""

    title: str
    says: Sequence[str] = ()
    entries: Sequence[Entry] = ()
    lines: Sequence[str] = ()


class Manual(NamedTuple):
    """All there is to say: the program, its options, its commands in order, and the chapters behind them."""

    program: str
    version: str
    summary: str
    options: Sequence[Entry]
    commands: Sequence[Command]
    chapters: Sequence[Chapter]


def manual_markdown(manual: Manual, made_by: str) -> str:
    """The manual as a page in Markdown; `made_by` is the command line that writes it."""
    blocks = [
        "# The command line",
        f"This page and the [man page](man/{manual.program}.1) are made of what `--help` says, by\n\n    {made_by}",
        manual.summary,
        _table(manual.options),
        "\n".join(f"- [{one.name}](#{_anchor(manual, one)}): {_first(one)}" for one in manual.commands),
    ]
    for command in manual.commands:
        blocks += [
            f"## {manual.program} {command.name}",
            _indented([f"{manual.program} {command.usage}"]),
            *command.says,
        ]
        blocks += [_table(command.takes)] if command.takes else []
    for chapter in manual.chapters:
        blocks += list(_chapter(chapter))
    return "\n\n".join(blocks) + "\n"


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield f"## {chapter.title}"
    yield from chapter.says
    if chapter.entries:
        yield _table(chapter.entries)
    if chapter.lines:
        yield _indented(chapter.lines)


def _anchor(manual: Manual, command: Command) -> str:
    return f"{manual.program}-{command.name}"


def _first(command: Command) -> str:
    """What a command does, in its first sentence."""
    return f"{command.says[0].split('. ')[0].rstrip('.')}."


def _table(entries: Sequence[Entry]) -> str:
    rows = [f"| `{_cell(one.name)}` | {_cell(one.says)} |" for one in entries]
    return "\n".join(["| | |", "|---|---|", *rows])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _indented(lines: Sequence[str]) -> str:
    return "\n".join(f"    {line}" for line in lines)
