"""The manual as a man page: roff with the macros of man(7), in ASCII alone."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.render.manual import Chapter, Entry, Manual

_MARKS = str.maketrans({"\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti"})
"""Characters that roff would set as others, or take for its own: what is to be copied must stay what it is."""


def manual_roff(manual: Manual) -> str:
    """The page; `man -l` shows it. Nothing in it depends on when or where it was made."""
    name = manual.program
    return "\n".join(
        [
            f'.TH {name.upper()} 1 "" "{name} {manual.version}" "User Commands"',
            ".SH NAME",
            f"{_text(name)} \\- {_text(manual.summary)}",
            ".SH SYNOPSIS",
            f".B {name}",
            "[\\fIOPTIONS\\fR] \\fICOMMAND\\fR [\\fIARGS\\fR]...",
            ".SH OPTIONS",
            *_entries(manual.options),
            ".SH COMMANDS",
            *_commands(manual),
            *(line for chapter in manual.chapters for line in _chapter(chapter)),
            "",
        ]
    )


def _commands(manual: Manual) -> Iterator[str]:
    for command in manual.commands:
        yield f".SS {_text(command.name)}"
        yield f"\\fB{_text(manual.program)} {_text(command.usage)}\\fR"
        yield from _paragraphs(command.says)
        yield from _entries(command.takes)


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield f".SH {_text(chapter.title.upper())}"
    paragraphs = list(_paragraphs(chapter.says))
    yield from paragraphs[1:]
    yield from _entries(chapter.entries)
    if chapter.lines:
        yield from (".PP", ".nf", ".RS", *map(_line, chapter.lines), ".RE", ".fi")


def _paragraphs(says: Iterable[str]) -> Iterator[str]:
    for paragraph in says:
        yield ".PP"
        yield _line(paragraph.replace("`", ""))


def _entries(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        yield ".TP"
        yield f"\\fB{_text(entry.name)}\\fR"
        yield _line(entry.says.replace("`", ""))


def _line(text: str) -> str:
    """Words on a line of their own: a full stop or an apostrophe at its start would begin a request."""
    shown = _text(text)
    return f"\\&{shown}" if shown.startswith(".") else shown


def _text(text: str) -> str:
    """The words, with everything beyond ASCII by its code point."""
    shown = text.translate(_MARKS)
    return "".join(char if char.isascii() else f"\\[u{ord(char):04X}]" for char in shown)
