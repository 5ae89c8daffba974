"""What `git diff` shows of one file in place of its lines: the sentences that changed."""

from __future__ import annotations

from archivist.render.columns import Piece, Style, wrap
from archivist.render.safe import one_line
from archivist.render.summary import summarise
from archivist.render.terminal_diff import coarse_lines, diff_lines
from archivist.render.words import percent
from archivist.text.segment import segment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.model.report import Report


def file_page(report: Report, title: str, notes: Iterable[str] = (), *, width: int, colour: bool) -> str:
    """The file's title with what happened to it, then its words as a report shows them; an empty line at the end.

    `title` names the file; `notes` are what git knows of it besides the text ("new file", "renamed from …").
    """
    known = [*notes, *_counts(report)]
    head = [Piece(one_line(title), Style.HEAD), Piece(f" — {one_line('; '.join(known))}" if known else "")]
    blocks = [wrap(head, width, colour=colour, rest="    ")]
    if report.text_differs:
        sides = segment(report.old_text), segment(report.new_text)
        blocks += [diff_lines(report, *sides, width, colour=colour), coarse_lines(report, width, colour=colour)]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n\n"


def _counts(report: Report) -> Iterator[str]:
    """What changed in numbers: only what there is, and what was kept only where there was something to keep."""
    words = summarise(report).words
    counts = {"added": words.added, "removed": words.removed, "moved": words.moved}
    told = [f"{number:,} {what}" for what, number in counts.items() if number]
    if report.text_differs:
        yield f"words: {', '.join(told)}" if told else "no other words"
    if report.old_text and report.new_text and told and words.share_kept is not None:
        yield f"{percent(words.share_kept)} of the old text kept"


def bare_page(title: str, notes: Iterable[str]) -> str:
    """What is said of a file whose words cannot be shown."""
    return one_line(f"{title} — {'; '.join(notes)}") + "\n\n"
