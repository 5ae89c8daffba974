"""What an archive holds, and what is wrong with it, for a person at a terminal."""

from __future__ import annotations

from math import sqrt

from archivist.model.noun import NamedTuple
from archivist.render.columns import Piece, Style, columns, fit, styled, wrap
from archivist.render.safe import one_line
from archivist.render.words import metadata_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from archivist.model.revision import History, Revision, Verification

SHORT = 12
"""How many digits of a digest are shown: as many as stand in a record's file name."""

_GAP = "  "
_NARROWEST = 12
"""To what a column is cut that gives way to others."""

_MINUTE = len("2026-03-02T09:00")
_STEPS = " ▏▎▍▌▋▊▉█"
_BAR = 6  # columns of a bar that is full
_LEVELS = "▁▂▃▄▅▆▇█"
_SLICES = 12
"""Into how many slices of time a row of activity is cut."""


class _Column(NamedTuple):
    """A column of a table: its head, its cells, and what may be done to it where the page is narrow.

    Of the columns that can be left out, the one with the lowest `keep` goes first; `cut` ones lose their ends before.
    """

    head: str
    cells: Sequence[str]
    keep: int | None = None
    cut: bool = False
    right: bool = False

    @property
    def width(self) -> int:
        """The columns that it takes in full."""
        return max(columns(cell) for cell in (self.head, *self.cells))

    @property
    def least(self) -> int:
        """The columns that it takes at least."""
        return min(self.width, _NARROWEST) if self.cut else self.width


def history_table(
    history: History, *, width: int | None, colour: bool = False, changed: Sequence[float | None] = ()
) -> str:
    """The revisions of an article, oldest first, numbered as selectors count them; reverts and forks are told.

    `changed` says of each revision which share of its words is other than before, shown as a bar; None where that is
    not known. `width` is that of the page in columns: what does not fit is cut or left out; None leaves all whole.
    """
    numbers = {revision.digest: number for number, revision in enumerate(history.revisions, 1)}
    revisions = history.revisions
    lines = [one_line(history.article.id)]
    if width is not None:
        lines = wrap([Piece(lines[0])], width, colour=False)
    lines += _table(
        [
            _Column("#", [str(number) for number in numbers.values()], right=True),
            _Column("captured", [_time(one, width) for one in revisions]),
            _Column("revision", [one_line(one.digest[:SHORT]) for one in revisions], keep=2),
            _Column("bytes", [f"{one.text_bytes:,}" for one in revisions], keep=1, right=True),
            _Column("change", [_bar(share) for share in changed], keep=3),
            _Column("note", [_note(one, history, numbers) for one in revisions]),
            _Column("headline", [metadata_words(one.metadata.get("headline")) for one in revisions], keep=4, cut=True),
        ],
        width,
        colour=colour,
    )
    if len(history.heads) > 1:
        heads = ", ".join(one_line(head[:SHORT]) for head in history.heads)
        fork = f"fork: {len(history.heads)} heads ({heads})"
        lines += [fork] if width is None else wrap([Piece(fork)], width, colour=colour)
    return "\n".join(lines) + "\n"


def articles_table(histories: Sequence[History], *, width: int | None, colour: bool = False) -> str:
    """The articles in the order given: how many revisions, when the last was captured, its headline.

    A row of bars shows when each article was captured how often: the same stretch of time, from the first capture of
    all to the last, and the same scale for each row. `width` is as in `history_table`.
    """
    if not histories:
        return ""
    latest = [history.revisions[-1] if history.revisions else None for history in histories]
    lines = _table(
        [
            _Column("article", [one_line(history.article.id) for history in histories], cut=True),
            _Column("revisions", [f"{len(history.revisions):,}" for history in histories], keep=2, right=True),
            _Column("last captured", [_time(one, width) if one else "" for one in latest], keep=4),
            _Column("activity", _activity(histories), keep=1),
            _Column("note", ["fork" if len(history.heads) > 1 else "" for history in histories]),
            _Column(
                "headline",
                [metadata_words(one.metadata.get("headline")) if one else "" for one in latest],
                keep=3,
                cut=True,
            ),
        ],
        width,
        colour=colour,
    )
    return "\n".join(lines) + "\n"


def damage_lines(verification: Verification) -> str:
    """One line a damaged file: its path, what is wrong, and the revisions that it touches."""
    lines = []
    for damage in verification.damage:
        touched = ", ".join(one_line(digest[:SHORT]) for digest in damage.revisions)
        suffix = f" (revisions {touched})" if touched else ""
        lines.append(f"{one_line(damage.path)}: {one_line(damage.what)}{suffix}\n")
    return "".join(lines)


def _note(revision: Revision, history: History, numbers: Mapping[str, int]) -> str:
    notes = []
    earlier = history.reverts.get(revision.digest)
    if earlier is not None:
        notes.append(f"reverts to {numbers[earlier]}" if earlier in numbers else "reverts to an earlier text")
    if len(history.heads) > 1 and revision.digest in history.heads:
        notes.append("head")
    return ", ".join(notes)


def _time(revision: Revision, width: int | None) -> str:
    """When it was captured: in full where there is room, else to the minute."""
    at = one_line(revision.captured_at)
    return at if width is None or width >= 80 else at[:_MINUTE].replace("T", " ")  # noqa: PLR2004  # a usual terminal


def _bar(share: float | None) -> str:
    """A share as a bar of at most six columns, in eighths of one; by its root, so that small edits can be seen."""
    if not share:
        return ""
    eighths = max(round(sqrt(min(share, 1.0)) * _BAR * 8), 1)
    return "█" * (eighths // 8) + _STEPS[eighths % 8].strip()


def _activity(histories: Iterable[History]) -> list[str]:
    """How often each article was captured in each slice of time, as rows of bars of one scale."""
    from datetime import datetime

    times = [[datetime.fromisoformat(one.captured_at).timestamp() for one in each.revisions] for each in histories]
    every = [time for row in times for time in row]
    if not every or min(every) == max(every):
        return []
    start, slice_ = min(every), (max(every) - min(every)) / _SLICES
    counts = [[0] * _SLICES for _ in times]
    for row, count in zip(times, counts, strict=True):
        for time in row:
            count[min(int((time - start) / slice_), _SLICES - 1)] += 1
    most = max(max(count) for count in counts)
    return ["".join(_LEVELS[(n * len(_LEVELS) - 1) // most] if n else "·" for n in count) for count in counts]


def _table(found: Iterable[_Column], width: int | None, *, colour: bool) -> list[str]:
    """Rows below their heads; numbers stand to the right, a column with nothing in it is left out."""
    kept = [column for column in found if any(column.cells)]
    while width is not None and _least(kept) > width and (spare := [one for one in kept if one.keep is not None]):
        kept.remove(min(spare, key=lambda column: column.keep or 0))
    sizes = _sizes(kept, width)
    lines = []
    for number, row in enumerate(zip(*((column.head, *column.cells) for column in kept), strict=True)):
        cells = [
            " " * (size - columns(cell)) + cell if column.right and columns(cell) <= size else fit(cell, size)
            for cell, size, column in zip(row, sizes, kept, strict=True)
        ]
        line = _GAP.join(cells).rstrip()
        if width is not None and columns(line) > width:
            line = fit(line, width).rstrip()
        lines.append(styled([Piece(line, Style.HEAD if number == 0 else Style.PLAIN)], colour=colour))
    return lines


def _least(kept: Sequence[_Column]) -> int:
    return sum(column.least for column in kept) + len(_GAP) * (len(kept) - 1)


def _sizes(kept: Sequence[_Column], width: int | None) -> list[int]:
    """How wide each column is: in full, but for those that are cut, the last of them first."""
    sizes = [column.width for column in kept]
    if width is None:
        return sizes
    for index in reversed(range(len(kept))):
        over = sum(sizes) + len(_GAP) * (len(kept) - 1) - width
        if over > 0 and kept[index].cut:
            sizes[index] = max(sizes[index] - over, kept[index].least)
    return sizes
