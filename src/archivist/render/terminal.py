"""A report for a person at a terminal: metadata, then claims, then words."""

from __future__ import annotations

from archivist.model.noun import NamedTuple
from archivist.model.report import ChangeKind
from archivist.render.columns import Piece, Style, columns, wrap
from archivist.render.marks import marked, marks, span_pieces
from archivist.render.safe import one_line
from archivist.render.strip import strip
from archivist.render.terminal_diff import coarse_lines, diff_lines
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
    from collections.abc import Iterable, Iterator, Sequence

    from archivist.model.report import Change, MetadataChange, Report
    from archivist.model.span import Sentence, Span

_FIRST, _LAST = "first word ▕", "▏ last word"
_SHORTEST_STRIP, _LONGEST_STRIP = 20, 50


def report_terminal(  # noqa: PLR0913  # what is shown, then how
    report: Report,
    old_name: str,
    new_name: str,
    *,
    width: int,
    colour: bool,
    only: str | None = None,
    context: int = 0,
) -> str:
    """The report in lines of at most `width` columns: what a reader must see first stands first.

    With `colour`, old words are orange and struck through, new ones blue and underlined; without, they stand in
    `[-old-]{+new+}`. `only` is "claims" or "text" and leaves out the other of the two. `context` is as in
    `diff_lines`.
    """
    if not report.differs:
        return no_differences(report) + "\n"
    page = _Page(report, segment(report.old_text), segment(report.new_text), width, colour)
    blocks = [page.lines([Piece(f"{one_line(old_name)} → {one_line(new_name)}", Style.FAINT)])]
    blocks += [
        [*page.metadata(), *page.notices()],
        [*page.lines([Piece(summary_line(report), Style.HEAD)]), *page.strip()],
    ]
    if only != "text":
        blocks += [list(page.change(change, number)) for number, change in enumerate(report.changes, 1)]
    if only != "claims" and report.text_differs:
        blocks.append(diff_lines(report, page.old, page.new, width, colour=colour, context=context))
        blocks.append(coarse_lines(report, width, colour=colour))
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def change_lines(report: Report, change: Change, number: int, *, width: int, colour: bool) -> list[str]:
    """One change of the report, as `report_terminal` shows it under its number."""
    page = _Page(report, segment(report.old_text), segment(report.new_text), width, colour)
    return list(page.change(change, number))


class _Page(NamedTuple):
    """A report, the sentences of its texts, and the room there is to show it."""

    report: Report
    old: Sequence[Sentence]
    new: Sequence[Sentence]
    width: int
    colour: bool

    def lines(self, pieces: Iterable[Piece], first: str = "", rest: str | None = None) -> list[str]:
        """The pieces wrapped to the page."""
        return wrap(pieces, self.width, colour=self.colour, first=first, rest=rest)

    def metadata(self) -> Iterator[str]:
        """One entry a field: its name, the old value, the new one."""
        for item in self.report.metadata:
            yield from self.lines(self._field(item), rest="    ")

    def notices(self) -> Iterator[str]:
        """The correction and editor's notes that are new in the text, and not told with the metadata."""
        for note in unstated_notices(self.report):
            note_words = marked(note, Style.NEW, colour=self.colour)
            yield from self.lines([Piece("note added", Style.HEAD), Piece(": "), *note_words], rest="    ")

    def strip(self) -> Iterator[str]:
        """Where the changes lie, where the page is wide enough to show it on one line."""
        room = min(self.width - columns(_FIRST + _LAST), _LONGEST_STRIP)
        shown = strip(self.report, room) if room >= _SHORTEST_STRIP else ""
        if shown:
            yield from self.lines([Piece(_FIRST + shown + _LAST, Style.FAINT)])

    def change(self, change: Change, number: int) -> Iterator[str]:
        """One claim change: what, where and by whom, then the old words and the new."""
        lead = f"{number:>2}. "
        indent = " " * len(lead)
        told = disclosure(change)
        yield from self.lines(
            [Piece(title(change, self.report), Style.HEAD), Piece(f" — {told}" if told else "")], lead
        )
        where = f"{paragraph(change, self.old, self.new)}, {speaker(change, self.report)}"
        yield from self.lines([Piece(where, Style.FAINT)], indent)
        if change.kind is ChangeKind.MOVED and change.new:
            yield from self.lines(self._words(change.new.span, (), Style.NEW), indent + "= ")
            return
        old_marks, new_marks = marks(change, self.report)
        if change.old:
            yield from self.lines(self._words(change.old.span, old_marks, Style.OLD), indent + "- ")
        if change.new:
            yield from self.lines(self._words(change.new.span, new_marks, Style.NEW), indent + "+ ")

    def _field(self, item: MetadataChange) -> Iterator[Piece]:
        yield Piece(metadata_words(item.field), Style.HEAD)
        yield Piece(":")
        for value, style in ((item.old, Style.OLD), (item.new, Style.NEW)):
            if value is not None:
                yield Piece(" ")
                yield from marked(metadata_words(value), style, colour=self.colour)

    def _words(self, whole: Span, spans: Iterable[Span], style: Style) -> Iterator[Piece]:
        text = self.report.old_text if style is Style.OLD else self.report.new_text
        return span_pieces(text, whole, spans, style, colour=self.colour)
