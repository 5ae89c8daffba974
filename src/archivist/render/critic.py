"""A report as CriticMarkup (https://github.com/CriticMarkup/CriticMarkup-toolkit): both texts in one, for editors."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby

from archivist.errors import ArchivistError
from archivist.model.report import OpKind
from archivist.render.as_compared import as_compared

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archivist.model.report import Report


def critic(report: Report) -> str:
    """The whole text with `{++new++}`, `{--old--}` and `{~~old~>new~~}`.

    Accepting every mark gives the new text, rejecting every mark the old one, character by character. Line
    ends are marked alone, as the definition asks, so that no mark runs over two paragraphs. It is meant for programs:
    whoever shows it on a terminal makes it visible first.

    Raises:
        ArchivistError: a text holds a sign of CriticMarkup. There is no escape for them, so what was marked and what
            was there already could not be told apart.
    """
    report = as_compared(report)
    for name, text in (("old", report.old_text), ("new", report.new_text)):
        if found := _sign().search(text):
            raise ArchivistError(
                f"The {name} text holds {found.group()!r} at character {found.start()}, a sign of CriticMarkup: "
                "what is marked could not be told from what was there. --word and --json tell them apart."
            )
    return "".join(_marked(report))


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(r"\{(?:\+\+|--|~~|==|>>)|(?:\+\+|--|~~|==|<<)\}|~>")


@cache
def _break() -> re.Pattern[str]:
    """Line ends in a row."""
    return re.compile(r"((?:\r?\n)+)")


def _marked(report: Report) -> Iterator[str]:
    for equal, run in groupby(report.ops, lambda op: op.kind is OpKind.EQUAL):
        ops = list(run)
        old = "".join(op.old.of(report.old_text) for op in ops)
        if equal:
            yield old
            continue
        new = "".join(op.new.of(report.new_text) for op in ops)
        if old and new and "\n" not in old + new:
            yield f"{{~~{old}~>{new}~~}}"
        else:
            yield from (f"{{--{part}--}}" for part in _parts(old))
            yield from (f"{{++{part}++}}" for part in _parts(new))


def _parts(text: str) -> Iterable[str]:
    """The lines of a changed stretch and the breaks between them."""
    return (part for part in _break().split(text) if part)
