"""What an archive holds, and what is wrong with it, for a person at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.render.columns import Piece, Style, columns, fit, styled, wrap
from archivist.render.safe import one_line
from archivist.render.words import metadata_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from archivist.model.revision import History, Revision, Verification

SHORT = 12
"""How many digits of a digest are shown: as many as stand in a record's file name."""

_GAP = "  "
_NARROWEST_HEADLINE = 12


def history_table(history: History, *, width: int, colour: bool = False) -> str:
    """The revisions of an article, oldest first, numbered as selectors count them; reverts and forks are told."""
    numbers = {revision.digest: number for number, revision in enumerate(history.revisions, 1)}
    rows = [
        (
            str(number),
            one_line(revision.captured_at),
            one_line(revision.digest[:SHORT]),
            f"{revision.text_bytes:,}",
            _note(revision, history, numbers),
            metadata_words(revision.metadata.get("headline")),
        )
        for number, revision in enumerate(history.revisions, 1)
    ]
    lines = [one_line(history.article.id)]
    lines += _table(("#", "captured", "revision", "bytes", "note", "headline"), rows, width, colour=colour)
    if len(history.heads) > 1:
        heads = ", ".join(one_line(head[:SHORT]) for head in history.heads)
        lines += wrap([Piece(f"fork: {len(history.heads)} heads ({heads})")], width, colour=colour)
    return "\n".join(lines) + "\n"


def articles_table(histories: Iterable[History], *, width: int, colour: bool = False) -> str:
    """The articles in the order given: how many revisions, when the last was captured, its headline."""
    rows = []
    for history in histories:
        latest = history.revisions[-1] if history.revisions else None
        rows.append(
            (
                one_line(history.article.id),
                f"{len(history.revisions):,}",
                one_line(latest.captured_at) if latest else "",
                "fork" if len(history.heads) > 1 else "",
                metadata_words(latest.metadata.get("headline")) if latest else "",
            )
        )
    lines = _table(("article", "revisions", "last captured", "note", "headline"), rows, width, colour=colour)
    return "\n".join(lines) + "\n" if rows else ""


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


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], width: int, *, colour: bool) -> list[str]:
    """Rows below their heads; numbers stand to the right, a column with nothing in it is left out, the last is cut."""
    filled = [index for index in range(len(head)) if any(row[index] for row in rows)]
    table = [[row[index] for index in filled] for row in (head, *rows)]
    sizes = [max(columns(row[place]) for row in table) for place in range(len(filled))]
    if filled and filled[-1] == len(head) - 1:
        others = sum(sizes[:-1]) + len(_GAP) * (len(sizes) - 1)
        sizes[-1] = min(sizes[-1], max(width - others, _NARROWEST_HEADLINE))
    lines = []
    for number, row in enumerate(table):
        cells = [
            cell.rjust(size) if _counts(head[index]) else fit(cell, size)
            for cell, size, index in zip(row, sizes, filled, strict=True)
        ]
        line = _GAP.join(cells).rstrip()
        lines.append(styled([Piece(line, Style.HEAD if number == 0 else Style.PLAIN)], colour=colour))
    return lines


def _counts(head: str) -> bool:
    return head in {"#", "bytes", "revisions"}
