"""The text diff by lines: which lines of the two texts are the same, and the hunks around the others.

A line ends with a line feed and nothing else, as `patch` and git have it; a carriage return is part of the line.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate, groupby

from archivist.model.noun import NamedTuple
from archivist.model.report import OpKind
from archivist.model.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archivist.model.report import Report


class Block(NamedTuple):
    """Lines that follow each other, all kept or all changed; kept lines are the same on both sides.

    `old_start` and `new_start` are indexes of lines, from 0.
    """

    old_start: int
    new_start: int
    old: Sequence[str]
    new: Sequence[str]
    kept: bool


class Hunk(NamedTuple):
    """Changed blocks and the kept lines around and between them."""

    blocks: tuple[Block, ...]

    @property
    def old_start(self) -> int:
        """The index of the first old line, from 0."""
        return self.blocks[0].old_start

    @property
    def new_start(self) -> int:
        """The index of the first new line, from 0."""
        return self.blocks[0].new_start

    @property
    def old_count(self) -> int:
        """The number of old lines."""
        return sum(len(block.old) for block in self.blocks)

    @property
    def new_count(self) -> int:
        """The number of new lines."""
        return sum(len(block.new) for block in self.blocks)


class _Side(NamedTuple):
    """The lines of one text and where each starts, with the length of the text at the end."""

    lines: list[str]
    starts: list[int]

    @classmethod
    def of(cls, text: str) -> _Side:
        lines = _lines(text)
        return cls(lines, _starts(lines))

    def has_start(self, place: int) -> bool:
        """Whether a line starts at `place`."""
        index = bisect_left(self.starts, place)
        return index < len(self.lines) and self.starts[index] == place


def line_diff(report: Report, *, trim: bool) -> list[Block]:
    """Both texts as kept and changed blocks in turn, as the operations of the text diff have them.

    A line is kept where one equal stretch covers all of it. With `trim`, lines that are the same at the edges of a
    changed block count as kept as well: an operation may start in the middle of a line where a line's edge would do.
    """
    old, new = _Side.of(report.old_text), _Side.of(report.new_text)
    blocks: list[Block] = []
    at_old = at_new = 0
    for start_old, start_new, count in [*_kept(report, old, new), (len(old.lines), len(new.lines), 0)]:
        changed = Block(at_old, at_new, old.lines[at_old:start_old], new.lines[at_new:start_new], kept=False)
        blocks += _trimmed(changed) if trim else [changed]
        at_old, at_new = start_old + count, start_new + count
        blocks.append(_block(start_old, start_new, old.lines[start_old:at_old]))
    return _joined(blocks)


def hunks(blocks: Sequence[Block], context: int) -> Iterator[Hunk]:
    """The changed blocks with up to `context` kept lines around them; two whose contexts touch are one hunk."""
    current: list[Block] = []
    for number, block in enumerate(blocks, 1):
        if not block.kept:
            current.append(block)
            continue
        count = len(block.old)
        if current and not current[-1].kept:
            if count <= 2 * context and number < len(blocks):
                current.append(block)
                continue
            yield _hunk([*current, _part(block, 0, min(context, count))])
        current = [_part(block, max(count - context, 0), count)]
    if current and not current[-1].kept:
        yield _hunk(current)


def hunk_header(hunk: Hunk) -> str:
    """The `@@` line: where the hunk stands in both texts. An empty side is named by the line before it."""
    old, new = _range(hunk.old_start, hunk.old_count), _range(hunk.new_start, hunk.new_count)
    return f"@@ -{old} +{new} @@\n"


def line_starts(text: str) -> list[int]:
    """Where each line of `text` starts, with the length of the text at the end."""
    return _starts(_lines(text))


def _lines(text: str) -> list[str]:
    """The lines of `text` with their line feeds; only the last can lack one."""
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _starts(lines: Sequence[str]) -> list[int]:
    return [0, *accumulate(map(len, lines))]


def _kept(report: Report, old: _Side, new: _Side) -> Iterator[tuple[int, int, int]]:
    """Runs of kept lines: index of the first old line, of the first new line, and how many."""
    for stretch, shift in _equal_stretches(report):
        first = bisect_left(old.starts, stretch.start)
        last = bisect_right(old.starts, stretch.end) - 1
        if first < last and not new.has_start(old.starts[first] + shift):
            first += 1
        open_end = first < last and not old.lines[last - 1].endswith("\n")
        if open_end and stretch.end + shift != len(report.new_text):
            last -= 1
        if first < last:
            yield first, bisect_left(new.starts, old.starts[first] + shift), last - first


def _equal_stretches(report: Report) -> Iterator[tuple[Span, int]]:
    """The stretches of the old text that equal operations cover, and how much further on they stand in the new."""
    for kind, run in groupby(report.ops, lambda op: op.kind):
        if kind is OpKind.EQUAL:
            ops = list(run)
            yield Span(ops[0].old.start, ops[-1].old.end), ops[0].new.start - ops[0].old.start


def _trimmed(block: Block) -> Iterator[Block]:
    """A changed block without the lines that are the same at its edges, and these lines as kept blocks."""
    shorter = min(len(block.old), len(block.new))
    head = next((i for i in range(shorter) if block.old[i] != block.new[i]), shorter)
    shorter -= head
    tail = next((i for i in range(shorter) if block.old[-1 - i] != block.new[-1 - i]), shorter)
    old_end, new_end = len(block.old) - tail, len(block.new) - tail
    yield _block(block.old_start, block.new_start, block.old[:head])
    old, new = block.old[head:old_end], block.new[head:new_end]
    yield Block(block.old_start + head, block.new_start + head, old, new, kept=False)
    yield _block(block.old_start + old_end, block.new_start + new_end, block.old[old_end:])


def _block(old_start: int, new_start: int, lines: Sequence[str]) -> Block:
    return Block(old_start, new_start, lines, lines, kept=True)


def _joined(blocks: Iterable[Block]) -> list[Block]:
    """The blocks without empty ones, neighbours of one sort made one."""
    joined = []
    for kept, run in groupby((block for block in blocks if block.old or block.new), lambda block: block.kept):
        parts = list(run)
        old = [line for part in parts for line in part.old]
        new = old if kept else [line for part in parts for line in part.new]
        joined.append(Block(parts[0].old_start, parts[0].new_start, old, new, kept=kept))
    return joined


def _part(block: Block, start: int, end: int) -> Block:
    """Some lines of a kept block."""
    return _block(block.old_start + start, block.new_start + start, block.old[start:end])


def _hunk(blocks: Iterable[Block]) -> Hunk:
    return Hunk(tuple(block for block in blocks if block.old or block.new))


def _range(start: int, count: int) -> str:
    if count == 0:
        return f"{start},0"
    return f"{start + 1}" if count == 1 else f"{start + 1},{count}"
