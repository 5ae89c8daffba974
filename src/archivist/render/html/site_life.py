"""The life of a story as a picture, sentences by revisions, and the same as a table."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, groupby

from archivist.diff.life import Turn
from archivist.model.noun import NamedTuple
from archivist.render.columns import columns
from archivist.render.html.escape import NOTHING, Html, element, joined, line, text
from archivist.render.html.site_names import revision_page, sentence_mark
from archivist.render.html.site_shell import minute
from archivist.render.safe import one_line
from archivist.render.words import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from archivist.diff.life import Life, Standing
    from archivist.model.revision import Revision

_ROW = 20
_LABELLED = 120
"""As many sentences are drawn with their words beside them; of more, each row is thinner and has none."""

_TALLEST = 1200
_THINNEST = 2
_COLUMN = 44
_NARROW = 4
_WIDEST = 1000
_APART = 28
"""How far apart the numbers of two columns stand at least, in CSS pixels."""

_HEAD = 20
_LABEL_WIDTH = 660
_LABEL_FROM = 8
_WIDE, _CAPITAL, _LETTER = 12.0, 9.0, 7.2
"""How wide characters are at most on average, in a sans serif of 12 CSS pixels: of East Asia, capitals, others."""


class _Grid(NamedTuple):
    """The measures of a picture: how many rows, their height, how wide a column is, whether words stand beside."""

    rows: int
    row: int
    column: int
    columns: int

    @property
    def labelled(self) -> bool:
        """Whether the words of a sentence stand beside its row."""
        return self.rows <= _LABELLED

    @property
    def width(self) -> int:
        """The width of the whole picture, in CSS pixels."""
        return self.columns * self.column + (_LABEL_WIDTH if self.labelled else 0)

    @property
    def height(self) -> int:
        """The height of the whole picture."""
        return _HEAD + self.rows * self.row


class Thread(NamedTuple):
    """One sentence through all revisions: how it stands in each (None: not there), and its words there."""

    cells: tuple[Standing | None, ...]
    words: tuple[str, ...]

    @property
    def last(self) -> int:
        """The index of the last revision that has it."""
        return max(number for number, cell in enumerate(self.cells) if cell is not None)


def threads(told: Life, texts: Sequence[str]) -> tuple[Thread, ...]:
    """The threads of a story in reading order."""
    cells: list[list[Standing | None]] = [[None] * len(texts) for _ in range(told.threads)]
    for number, standing in enumerate(told.texts):
        for one in standing:
            cells[one.thread][number] = one
    return tuple(
        Thread(
            tuple(row),
            tuple(one_line(one.span.of(text)) if one else "" for one, text in zip(row, texts, strict=True)),
        )
        for row in cells
    )


def life_picture(found: Sequence[Thread], revisions: Sequence[Revision]) -> Html:
    """An inline SVG: a row for each sentence, a column for each revision. Shapes and colours say the same."""
    count = len(revisions)
    row = _ROW if len(found) <= _LABELLED else max(_THINNEST, _TALLEST // len(found))
    grid = _Grid(len(found), row, max(_NARROW, min(_COLUMN, _WIDEST // max(count, 1))), count)
    gone = sum(thread.cells[-1] is None for thread in found)
    description = (
        f"{counted(len(found), 'sentence')} over {counted(count, 'revision')}; {gone:,} of them are gone from the "
        "last. The table below says the same in words."
    )
    picture = element(
        "svg",
        element("title", text("The life of the story")),
        element("desc", text(description)),
        _heads(grid),
        joined(_row(number, thread, grid) for number, thread in enumerate(found)),
        class_="life",
        role="img",
        aria_label=f"The life of the story. {description}",
        width=grid.width,
        height=grid.height,
        viewBox=f"0 0 {grid.width} {grid.height}",
    )
    return element(
        "div", picture, class_="scroll", tabindex=0, role="region", aria_label="Picture of the story's life"
    )


def life_legend() -> Html:
    """What the shapes of the picture mean."""
    return element(
        "ul",
        *(
            element("li", element("svg", shape, width=28, height=_ROW, class_="life", aria_hidden="true"), text(words))
            for shape, words in (
                (joined([_cell("came", 2, 3, 24, 14), _plus(14, 10)]), "came"),
                (_cell("kept", 2, 3, 24, 14), "unchanged"),
                (joined([_cell("edited", 2, 3, 24, 14), _dot(14, 10)]), "edited"),
                (joined([_cell("back", 2, 3, 24, 14), _ring(14, 10)]), "back as it was"),
                (joined([_cell("kept", 2, 3, 24, 14), _arrow(14, 10)]), "moved"),
                (_cross(14, 10), "gone"),
            )
        ),
        class_="legend",
    )


def life_table(found: Sequence[Thread], revisions: Sequence[Revision]) -> Html:
    """The same in words: each sentence with what happened to it and in which revision, linked to where it stands."""
    head = element("tr", *(element("th", text(name), scope="col") for name in ("Sentence", "What happened")))
    rows = joined((_told(thread, revisions) for thread in found), Html("\n"))
    return element("table", element("thead", head), element("tbody", rows), class_="told")


def _heads(grid: _Grid) -> Html:
    """The numbers of the revisions; where columns are narrow, every fifth or every tenth."""
    every = next(step for step in (1, 5, 10) if step * grid.column >= _APART)
    return joined(
        element("text", text(str(number + 1)), x=number * grid.column + 2, y=_HEAD - 6)
        for number in range(0, grid.columns, every)
    )


def _row(number: int, thread: Thread, grid: _Grid) -> Html:
    top = _HEAD + number * grid.row
    thin = 0 if grid.row < _ROW else 3
    shapes: list[Html] = []
    at = 0
    for kind, run in groupby(_kinds(thread)):
        length = len(list(run))
        if kind:
            end = grid.column * length - (2 if grid.column > _APART // 2 else 0)
            shapes.append(_cell(kind, at * grid.column, top + thin, end, grid.row - 2 * thin or 1))
        at += length
    if grid.row == _ROW:
        shapes += _signs(thread, grid, top + _ROW // 2)
        if grid.labelled:
            words = thread.words[thread.last]
            gone = "gone" if thread.cells[-1] is None else None
            shapes.append(
                element("text", text(_cut(words)), class_=gone, x=grid.columns * grid.column + _LABEL_FROM, y=top + 14)
            )
    return element("g", element("title", text(thread.words[thread.last])), *shapes)


def _cut(words: str) -> str:
    """The words as far as there is room beside the picture, with an ellipsis where there is not enough."""
    room = _LABEL_WIDTH - _LABEL_FROM
    ends = list(accumulate(map(_width, words)))
    if not ends or ends[-1] <= room:
        return words
    return words[: bisect_right(ends, room - _WIDE)].rstrip() + "…"


def _width(character: str) -> float:
    if columns(character) > 1:
        return _WIDE
    return _CAPITAL if character.isupper() else _LETTER


def _kinds(thread: Thread) -> list[str]:
    """What is drawn for each revision, "" for nothing. What the first one brought is as plain as what is kept."""
    return [
        "" if cell is None else str(cell.turn if number else Turn.KEPT) for number, cell in enumerate(thread.cells)
    ]


def _signs(thread: Thread, grid: _Grid, middle: int) -> list[Html]:
    """The marks on a row that tell without colour: came, edited, back, moved, gone."""
    signs = []
    for number, cell in enumerate(thread.cells):
        x = number * grid.column + grid.column // 2
        if cell is None:
            if number and thread.cells[number - 1] is not None:
                signs.append(_cross(x, middle))
        elif cell.moved:
            signs.append(_arrow(x, middle))
        elif cell.turn is Turn.CAME and number:
            signs.append(_plus(x, middle))
        elif cell.turn is Turn.EDITED:
            signs.append(_dot(x, middle))
        elif cell.turn is Turn.BACK:
            signs.append(_ring(x, middle))
    return signs


def _cell(kind: str, x: int, y: int, width: int, height: int) -> Html:
    return element("rect", class_=kind, x=x, y=y, width=width, height=height)


def _plus(x: int, y: int) -> Html:
    return element("path", class_="plus", d=f"M{x - 4} {y}h8m-4-4v8")


def _dot(x: int, y: int) -> Html:
    return element("circle", class_="dot", cx=x, cy=y, r=4)


def _ring(x: int, y: int) -> Html:
    return element("circle", class_="ring", cx=x, cy=y, r=4)


def _arrow(x: int, y: int) -> Html:
    return element("path", class_="arrow", d=f"M{x - 5} {y}l5-5 5 5-5 5z")


def _cross(x: int, y: int) -> Html:
    return element("path", class_="cross", d=f"M{x - 4} {y - 4}l8 8m0-8l-8 8")


_HAPPENED = {Turn.CAME: "came", Turn.EDITED: "edited", Turn.BACK: "back as it was"}


def _told(thread: Thread, revisions: Sequence[Revision]) -> Html:
    events = []
    for number, (cell, revision) in enumerate(zip(thread.cells, revisions, strict=True)):
        before = thread.cells[number - 1] if number else None
        if cell is None:
            if before is not None:
                events.append(_event("gone", revision, None))
            continue
        what = [_HAPPENED[cell.turn]] if cell.turn in _HAPPENED else []
        if what or cell.moved:
            events.append(_event(" and ".join([*what, *(["moved"] if cell.moved else [])]), revision, cell))
    words = thread.words[thread.last]
    name = element("del", line(words)) if thread.cells[-1] is None else line(words)
    return element("tr", element("td", name), element("td", element("ul", *events)))


def _event(what: str, revision: Revision, cell: Standing | None) -> Html:
    address = revision_page(revision.digest, revision.captured_at)
    if cell is not None:
        address += f"#{sentence_mark(cell.span.start)}"
    link = element("a", text(minute(revision.captured_at)), href=address)
    return element("li", text(f"{what} ") if what else NOTHING, link)
