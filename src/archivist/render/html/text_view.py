"""The text of a report: in one column with old and new words marked in place, or side by side, as its reader chooses.

Each row holds both forms. The first, with all marks, shows the old text once its new words are left out; the second is
the new text and is shown beside it. The style sheet shows one or both: no script is needed.
"""

from __future__ import annotations

from itertools import groupby

from archivist.model.report import OpKind
from archivist.render.columns import Style
from archivist.render.html.escape import NOTHING, Html, element, joined, line, text
from archivist.render.html.rows import Space
from archivist.render.marks import marked
from archivist.render.safe import one_line, visible
from archivist.render.words import counted, paragraph_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archivist.render.html.reading import Reading
    from archivist.render.html.rows import Row, RowPiece
    from archivist.render.html.shown import Shown

_FEWEST_FOLDED = 2
"""A single unchanged sentence is shown: it takes little more room than saying so, and gives context."""

_GLIMPSE = 9
"""How many words of a folded stretch its summary shows."""


def text_section(page: Reading) -> Html:
    """The section with the whole text, its switch and its folds."""
    if not page.report.text_differs:
        words = "The two texts are the same, to the byte." if page.report.old_text == page.report.new_text else ""
        body = [element("p", text(words or "The two texts differ in nothing but what was to be left out of account."))]
    else:
        body = [_switch(), _legend(), _columns(page), *_coarse(page)]
    return element(
        "section", element("h2", text("The text"), id="text-title"), *body, id="text", aria_labelledby="text-title"
    )


def _switch() -> Html:
    def choice(name: str, label: str, *, checked: bool) -> Html:
        field = element("input", type="radio", name="view", id=name, checked=checked, autocomplete="off")
        return element("label", field, text(f" {label}"))

    unfold = element("input", type="checkbox", id="unfold", autocomplete="off")
    return element(
        "fieldset",
        element("legend", text("Show old and new")),
        choice("inline", "in one text", checked=True),
        choice("side", "side by side", checked=False),
        element("label", unfold, text(" with everything unchanged"), class_="unfold"),
        class_="switch",
    )


def _legend() -> Html:
    return element(
        "p",
        element("del", text("taken away")),
        text(" "),
        element("ins", text("put in")),
        text(" "),
        element("ins", text("moved here"), class_="moved"),
        text(" "),
        element("del", text("moved away"), class_="moved"),
        text(" A raised number leads to the change of that number above, and the change leads back."),
        class_="legend sans faint",
    )


def _coarse(page: Reading) -> list[Html]:
    if not page.report.diff.coarse:
        return []
    where = counted(len(page.report.diff.coarse), "stretch", "stretches")
    words = f"In {where} the texts differ so much that what is marked here is correct, but larger than need be."
    return [element("p", text(words), class_="faint")]


def _columns(page: Reading) -> Html:
    heads = element(
        "div", element("p", text("Old")), element("p", text("New")), class_="row heads sans", aria_hidden="true"
    )
    parts = [heads]
    for changed, group in groupby(page.rows, lambda row: row.changed):
        run = list(group)
        parts += [_changed(row, page) for row in run] if changed else _unchanged(run, page)
    return element("div", *parts, class_="columns")


def _unchanged(run: Sequence[Row], page: Reading) -> list[Html]:
    """Rows in which nothing happened, folded where they are more than a sentence."""
    shown = [_same(row, page) for row in run]
    count = page.sentences_in(run)
    if count < _FEWEST_FOLDED:
        return shown
    words = one_line("".join(piece.words(page.report) for piece in run[0].pieces)).split(" ")
    glimpse = " ".join(words[:_GLIMPSE])
    summary = element(
        "summary",
        text(f"{counted(count, 'sentence')} unchanged"),
        text(" "),
        element("span", line(f"{glimpse} …"), class_="glimpse", dir="auto", lang=page.new.language),
    )
    return [element("details", summary, *shown, class_="fold")]


def _same(row: Row, page: Reading) -> Html:
    words = joined(line_of_words(piece.words(page.report)) for piece in row.pieces)
    return _row(row, "same", words, words, page)


def line_of_words(words: str) -> Html:
    """Words inside a paragraph: every run of white space is one space, also at the edges."""
    seen = _seen(words)
    if not seen.strip():
        return text(" ") if seen else NOTHING
    return joined([text(" " * seen[0].isspace()), line(seen), text(" " * seen[-1].isspace())])


def _seen(words: str) -> str:
    """`words` made visible; the carriage return of a line end is part of the line end."""
    return visible(words.replace("\r\n", "\n"))


def _changed(row: Row, page: Reading) -> Html:
    both, new = (joined(_marked(row, page, with_old=with_old)) for with_old in (True, False))
    return _row(row, "changed", both, new, page)


def _row(row: Row, name: str, both: Html, new: Html, page: Reading) -> Html:
    return element(
        "div",
        _paragraph(page.new, both, name="both"),
        _paragraph(page.new, new, name="new", hidden=True),
        class_=f"row {name} {row.gap.value}",
    )


def _paragraph(shown: Shown, content: Html, *, name: str, hidden: bool = False) -> Html:
    return element("p", content, class_=name, hidden=hidden, lang=shown.language, dir="auto")


def _marked(row: Row, page: Reading, *, with_old: bool) -> Iterator[Html]:
    """The words of a changed row; without the old ones, and without ids, for the column of the new text.

    Numbers and links stand outside of what is new: they are where links lead, also where new words are left out.
    """
    here: list[Html] = []
    for piece, after in zip(row.pieces, [*row.pieces[1:], None], strict=True):
        numbers = joined(_numbers(piece, with_old=with_old))
        if piece.moved_to is None:
            yield joined([_piece(piece, page, with_old=with_old), numbers])
            continue
        if piece.opens:
            yield _jump_back(piece, page, with_old=with_old)
        here.append(_piece(piece, page, with_old=with_old))
        if numbers or after is None or after.moved_to != piece.moved_to:
            first = Html(here[0].lstrip(" "))
            yield _space(" " if first != here[0] else "", Style.NEW)
            yield joined([element("ins", first, *here[1:], class_="moved"), numbers])
            here = []


def _piece(piece: RowPiece, page: Reading, *, with_old: bool) -> Html:
    words = piece.words(page.report)
    if piece.kind is OpKind.EQUAL:
        shown = line_of_words(words)
    elif piece.kind is OpKind.INSERT:
        shown = _mark("ins", words, Style.NEW, alone=piece.space is Space.ALONE)
    elif with_old:
        moved = piece.moved_from is not None
        shown = _mark("del", words, Style.OLD, alone=piece.space is Space.ALONE, name="moved" if moved else None)
        shown = joined([shown, _jump(piece, page) if moved and piece.opens else NOTHING])
    else:
        shown = NOTHING
    return shown


def _mark(tag: str, words: str, style: Style, *, alone: bool, name: str | None = None) -> Html:
    """Old or new words as such, without the white space around them; signs for white space that came or went alone."""
    seen = _seen(words)
    core = seen.strip()
    if core:
        before, _, after = seen.partition(core)
        return joined([_space(before, style), element(tag, line(core), class_=name), _space(after, style)])
    if not alone:
        return _space(words, style)
    signs = "".join(piece.text for piece in marked(words, style, colour=True)).strip("\n")
    return joined([element(tag, text(signs), class_="space"), _space(words, style)])


def _space(words: str, style: Style) -> Html:
    """White space around old or new words; that of new ones goes with them where they are left out."""
    if not words:
        return NOTHING
    return element("span", text(" "), class_="gap") if style is Style.NEW else text(" ")


def _numbers(piece: RowPiece, *, with_old: bool) -> Iterable[Html]:
    """The links behind a piece to the changes that it is part of."""
    is_old = piece.kind is OpKind.DELETE
    for number in piece.anchors if with_old or not is_old else ():
        link = element(
            "a",
            element("span", text("change "), class_="unseen"),
            text(str(number)),
            href=f"#change-{number}",
            id=f"text-{number}" if with_old else None,
        )
        yield element("sup", link, class_=None if is_old else "of-new")


def _jump(piece: RowPiece, page: Reading) -> Html:
    """The link from where a stretch was to where it is."""
    move = piece.moved_from or 0
    number = paragraph_number(page.moves[move].new, page.new_sentences)
    return element(
        "a",
        text(f"moved to paragraph {number}"),
        class_="jump",
        id=f"move-{move}-from",
        href=f"#move-{move}-to",
    )


def _jump_back(piece: RowPiece, page: Reading, *, with_old: bool) -> Html:
    """The link from where a stretch is to where it was."""
    move = piece.moved_to or 0
    number = paragraph_number(page.moves[move].old, page.old_sentences)
    return element(
        "a",
        text(f"moved from paragraph {number}"),
        class_="jump of-new",
        id=f"move-{move}-to" if with_old else None,
        href=f"#move-{move}-from",
    )
