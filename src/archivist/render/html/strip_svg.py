"""A picture of where in an article its words changed, drawn as SVG, and the same in a sentence."""

from __future__ import annotations

from archivist.model.noun import NamedTuple
from archivist.model.report import OpKind
from archivist.model.span import Span
from archivist.render.html.escape import Html, element, text
from archivist.render.words import paragraph_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archivist.model.report import Op
    from archivist.render.html.reading import Reading
    from archivist.render.html.rows import RowPiece

_LABELS = 16
_HALF = 24
"""Heights in CSS pixels: of the row of numbers, and of the bars above and below the line."""

_NARROWEST = 3
"""In thousandths of the picture's width: a single word of a long article is seen as well."""

_DIGIT = 15
"""In thousandths: as wide as a digit is on a phone. Numbers keep that much apart."""


class _Bar(NamedTuple):
    """A stretch of the picture, in characters of both texts laid into one."""

    name: str
    start: int
    end: int


class _Picture(NamedTuple):
    """What the picture shows: changed stretches, the place of each change by its number, and how long the whole is."""

    bars: list[_Bar]
    places: dict[int, int]
    total: int


def strip(page: Reading) -> Html:
    """The picture with its caption: what was put in stands above the line, what was taken away below it.

    From left to right is from the first word to the last; colours only repeat what the place tells. The numbers are
    those of the claim changes, as far as there is room, the heaviest first.
    """
    where = where_words(page)
    drawn = _drawn(page)
    picture = element(
        "svg",
        element("title", text(f"Where the changes lie. {where}"), id="strip-title"),
        element("rect", class_="paper", y=_LABELS, width="100%", height=2 * _HALF),
        element("rect", class_="line", y=_LABELS + _HALF - 1, width="100%", height=2),
        *_bars(drawn),
        *_numbers(drawn, page),
        role="img",
        aria_labelledby="strip-title",
        class_="strip",
        height=_LABELS + 2 * _HALF,
    )
    ends = [element("span", text(words)) for words in ("first word", "last word")]
    told = text(f"{where} Above the line stands what came, below it what went.")
    return element(
        "figure",
        picture,
        element("p", *ends, class_="ends sans faint", aria_hidden="true"),
        element("figcaption", told, class_="sans faint"),
        class_="where",
    )


def where_words(page: Reading) -> str:
    """The paragraphs in which words changed: "The text changed in paragraphs 2, 5 and 7–9 of 18."."""
    total = page.new_sentences[-1].paragraph + 1 if page.new_sentences else 0
    touched = sorted({number for op in page.report.ops for number in _paragraphs(op, page)})
    if not total:
        return "The new text is empty."
    if not touched:
        return "No words changed, only the space between them."
    ranges = list(_ranges(touched))
    told = ranges[0] if len(ranges) == 1 else f"{', '.join(ranges[:-1])} and {ranges[-1]}"
    noun = "paragraph" if len(touched) == 1 else "paragraphs"
    return f"The text changed in {noun} {told} of {total}."


def _paragraphs(op: Op, page: Reading) -> Sequence[int]:
    """The paragraphs of the new text that an operation touches; what was taken away touches where it stood."""
    words = op.new.of(page.report.new_text) or op.old.of(page.report.old_text)
    core = words.strip()
    if op.kind is OpKind.EQUAL or not core:
        return ()
    start = op.new.start
    end = start
    if op.kind is OpKind.INSERT:
        start += words.index(core)
        end = start + len(core) - 1
    first = paragraph_number(Span(start, start), page.new_sentences)
    return range(first, paragraph_number(Span(end, end), page.new_sentences) + 1)


def _ranges(numbers: Sequence[int]) -> Iterator[str]:
    """Numbers in order, those that follow each other as "7–9"."""
    start = before = numbers[0]
    for number in [*numbers[1:], None]:
        if number == before + 1:
            before = number
            continue
        yield str(start) if start == before else f"{start}–{before}"
        if number is not None:
            start = before = number


def _drawn(page: Reading) -> _Picture:
    at, bars, places = 0, [], {}
    for piece in (piece for row in page.rows for piece in row.pieces):
        end = at + len(piece.words(page.report))
        name = _name(piece)
        if name:
            bars.append(_Bar(name, at, end))
        places.update(dict.fromkeys(piece.anchors, end))
        at = end
    return _Picture(bars, places, max(at, 1))


def _name(piece: RowPiece) -> str:
    """The side a piece stands on, and whether it moved; "" for what is neither old nor new."""
    if piece.kind is OpKind.EQUAL:
        return "new shifted" if piece.moved_to is not None else ""
    if piece.kind is OpKind.INSERT:
        return "new"
    return "old shifted" if piece.moved_from is not None else "old"


def _bars(drawn: _Picture) -> Iterator[Html]:
    """The changed stretches as rectangles, those that cannot be told apart at this size as one."""
    held: dict[str, _Bar] = {}
    for bar in drawn.bars:
        last = held.get(bar.name)
        if last and (bar.start - last.end) * 500 < drawn.total:
            held[bar.name] = last._replace(end=bar.end)
            continue
        if last:
            yield _rectangle(last, drawn.total)
        held[bar.name] = bar
    for name in sorted(held):
        yield _rectangle(held[name], drawn.total)


def _rectangle(bar: _Bar, total: int) -> Html:
    width = max((bar.end - bar.start) * 1000 // total, _NARROWEST)
    start = min(bar.start * 1000 // total, 1000 - width)
    top = _LABELS if bar.name.startswith("new") else _LABELS + _HALF
    return element("rect", class_=bar.name, x=_percent(start), y=top, width=_percent(width), height=_HALF)


def _numbers(drawn: _Picture, page: Reading) -> Iterator[Html]:
    """The numbers of the substantive changes above their places."""
    taken: list[int] = []
    for number, change in enumerate(page.report.changes, 1):
        place = min(max(drawn.places[number] * 1000 // drawn.total, 12), 988)
        apart = _DIGIT * (len(str(number)) + 1)
        if change.substantive and all(abs(place - other) >= apart for other in taken):
            taken.append(place)
            yield element("text", text(str(number)), x=_percent(place), y=_LABELS - 5, text_anchor="middle")


def _percent(thousandths: int) -> str:
    return f"{thousandths // 10}.{thousandths % 10}%"
