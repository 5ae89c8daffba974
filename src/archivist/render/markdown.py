"""A report as Markdown (CommonMark).

Old words stand in `<del>`, new ones in `<ins>`: Markdown's own marks do not hold next to a quotation mark.
"""

from __future__ import annotations

import re
from functools import cache

from archivist.model.report import ChangeKind, OpKind
from archivist.render.marks import marks
from archivist.render.safe import one_line
from archivist.render.words import (
    disclosure,
    metadata_words,
    no_differences,
    paragraph,
    speaker,
    summary_line,
    title,
    unstated_notices,
)
from archivist.text.segment import segment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archivist.model.report import Change, Op, Report
    from archivist.model.span import Sentence, Span
    from archivist.render.source import SourceInfo

_MARKUP = str.maketrans(
    {character: "\\" + character for character in "\\`*_{}[]~$|"} | {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
)
"""What begins markup in the middle of a line. HTML is escaped as HTML has it: not every reader knows `\\<`."""


def report_markdown(report: Report, old: SourceInfo, new: SourceInfo, *, only: str | None = None) -> str:
    """The report as a Markdown page: metadata, summary, claim changes, then the paragraphs with other words.

    Every character of the texts that Markdown or HTML would read as markup is escaped. `only` is "claims" or "text"
    and leaves out the other of the two.
    """
    blocks = [f"# {_plain(old.name)} → {_plain(new.name)}"]
    if not report.differs:
        return "\n\n".join([*blocks, no_differences(report)]) + "\n"
    head = [*_metadata(report), *(f"- note added: {_new(note)}" for note in unstated_notices(report))]
    blocks += ["\n".join(head)] if head else []
    blocks.append(_plain(summary_line(report)))
    if report.changes and only != "text":
        sides = segment(report.old_text), segment(report.new_text)
        changes = [_change(change, f"{n}. ", report, *sides) for n, change in enumerate(report.changes, 1)]
        blocks += ["## Claims", *changes]
    paragraphs = list(_paragraphs(report)) if only != "claims" else []
    blocks += ["## Text", *paragraphs] if paragraphs else []
    return "\n\n".join(blocks) + "\n"


def _metadata(report: Report) -> Iterator[str]:
    for item in report.metadata:
        old, new = _old(metadata_words(item.old)), _new(metadata_words(item.new))
        yield f"- {_plain(item.field)}: {' '.join(value for value in (old, new) if value)}"


def _change(change: Change, lead: str, report: Report, old: Sequence[Sentence], new: Sequence[Sentence]) -> str:
    indent = " " * len(lead)
    disclosed = f" — {disclosure(change)}" if change.disclosed else ""
    where = f"{paragraph(change, old, new)}, {speaker(change, report)}"
    lines = [f"{lead}**{_plain(title(change, report))}**{disclosed}\\", f"{indent}{_plain(where)}", ""]
    if change.kind is ChangeKind.MOVED and change.new:
        lines.append(f"{indent}- {_plain(change.new.span.of(report.new_text))}")
        return "\n".join(lines)
    old_marks, new_marks = marks(change, report)
    if change.old:
        lines.append(f"{indent}- old: {_marked(report.old_text, change.old.span, old_marks, 'del')}")
    if change.new:
        lines.append(f"{indent}- new: {_marked(report.new_text, change.new.span, new_marks, 'ins')}")
    return "\n".join(lines)


def _marked(text: str, whole: Span, spans: Sequence[Span], tag: str) -> str:
    """The words of `whole`, those of `spans` between tags."""
    out, place = [], whole.start
    for span in spans:
        out += [_spaced(text[place : span.start]), _spaced(span.of(text), tag)]
        place = span.end
    return "".join([*out, _spaced(text[place : whole.end])]).strip()


def _paragraphs(report: Report) -> Iterator[str]:
    """The stretches between blank lines that hold a difference, one line each; "⋯" where others were left out."""
    shown = skipped = False
    for stretch in _stretches(report):
        line = " ".join("".join(_inline(op, text) for op, text in stretch).split())
        if line and any(op.kind is not OpKind.EQUAL for op, _ in stretch):
            if skipped:
                yield "⋯"
            yield _not_a_block(line)
            shown, skipped = True, False
        elif line:
            skipped = True
    if shown and skipped:
        yield "⋯"


def _stretches(report: Report) -> Iterator[list[tuple[Op, str]]]:
    """The operations with their words, apart wherever one holds a blank line and words."""
    stretch: list[tuple[Op, str]] = []
    for op in report.ops:
        text = op.new.of(report.new_text) if op.kind is OpKind.INSERT else op.old.of(report.old_text)
        apart = op.kind is OpKind.EQUAL or not text.isspace()
        for number, part in enumerate(_blank_line().split(text) if apart else [text]):
            if number:
                yield stretch
                stretch = []
            if part or not apart:
                stretch.append((op, part))
    yield stretch


def _inline(op: Op, text: str) -> str:
    """A piece of the text diff; the ends of a move carry its number."""
    if op.kind is OpKind.EQUAL:
        return _spaced(text)
    shown = _spaced(text, "del" if op.kind is OpKind.DELETE else "ins")
    if op.move is None:
        return shown
    return f"{shown} (move {op.move}, {'from' if op.kind is OpKind.DELETE else 'to'} here) "


def _spaced(text: str, tag: str = "") -> str:
    """`text` made plain, between tags if there is a `tag`, with a space where it has white space at an edge."""
    plain = _plain(text)
    if not plain:
        return " " if text else ""
    core = f"<{tag}>{plain}</{tag}>" if tag else plain
    return f"{' ' if text[0].isspace() else ''}{core}{' ' if text[-1].isspace() else ''}"


def _old(text: str) -> str:
    return _spaced(text, "del")


def _new(text: str) -> str:
    return _spaced(text, "ins")


def _plain(text: str) -> str:
    """`text` in one line, with nothing in it that Markdown or HTML would read as markup inside a line."""
    return one_line(text).translate(_MARKUP)


def _not_a_block(line: str) -> str:
    """`line` so that its beginning starts no heading, list or rule: "# 1", "- so", "+ so", "1. so", "==="."""
    number = _list_number().match(line)
    if number:
        return f"{number.group(1)}\\{line[number.end(1) :]}"
    return f"\\{line}" if line[0] in "#-+=" else line


@cache
def _list_number() -> re.Pattern[str]:
    return re.compile(r"([0-9]{1,9})[.)]")


@cache
def _blank_line() -> re.Pattern[str]:
    return re.compile(r"\n[^\S\n]*\n")
