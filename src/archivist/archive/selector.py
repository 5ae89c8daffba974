"""Selectors: which revision of an article is meant (docs/terms.md)."""

from __future__ import annotations

import re
from datetime import date

from archivist.archive.times import format_time, parse_time
from archivist.errors import AmbiguousError, NotFoundError, UsageError
from archivist.model.times import order_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from archivist.model.revision import History, Revision

_LISTED = 8
_LAST_OF_DAY = "T23:59:59.999999Z"


def select(history: History, selector: str) -> Revision:
    """The revision that `selector` means.

    `1` is the oldest and `-1` the newest; `latest` is the newest; a date or time means the article as it stood at the
    end of that day (UTC) or at that moment; four or more hexadecimal digits are the start of the digest of a record,
    or of a text (the first revision with it). Digits that are no place in the history are tried as a digest.

    Raises NotFoundError or AmbiguousError, which list what there is, and UsageError for what is no selector.
    """
    if selector == "latest":
        return history.revisions[-1]
    if re.fullmatch(r"-?[0-9]{1,20}", selector):
        return _by_place(history, selector)
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", selector):
        return _by_time(history, selector, _end_of_day(selector))
    if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt]", selector):
        return _by_time(history, selector, format_time(parse_time(selector)))
    if re.fullmatch(r"[0-9A-Fa-f]{4,64}", selector):
        return _by_digest(history, selector)
    raise UsageError(
        f"{selector[:80]!r} names no revision. Use a place (1 for the oldest, -1 for the newest), latest, a date such "
        "as 2026-03-02, a time such as 2026-03-02T09:00:00Z, or four or more digits of a digest.",
    )


def _by_place(history: History, selector: str) -> Revision:
    place, count = int(selector), len(history.revisions)
    if 1 <= abs(place) <= count:
        return history.revisions[place - 1 if place > 0 else place]
    if re.fullmatch(r"[0-9]{4,}", selector) and _matches(history, selector):
        return _by_digest(history, selector)
    raise NotFoundError(
        f"{history.article.id} has no revision {selector}: places run from 1 (the oldest) to {count}, or from -1 (the "
        f"newest) to -{count}. {_listed(history, history.revisions)}",
    )


def _by_time(history: History, selector: str, time: str) -> Revision:
    moment = order_of(time)
    found = [revision for revision in history.revisions if order_of(revision.captured_at) <= moment]
    if not found:
        raise NotFoundError(
            f"{history.article.id} was not captured yet at {selector}. {_listed(history, history.revisions)}",
        )
    return found[-1]


def _end_of_day(day: str) -> str:
    try:
        date.fromisoformat(day)
    except ValueError:
        raise UsageError(f"{day!r} is not a day that exists. Check the month and the day.") from None
    return day + _LAST_OF_DAY


def _by_digest(history: History, selector: str) -> Revision:
    found = _matches(history, selector)
    if not found:
        raise NotFoundError(
            f"No record or text of {history.article.id} has a digest that starts with {selector}. "
            f"{_listed(history, history.revisions)}",
        )
    texts = {revision.text_sha256 for revision in found}
    if len(found) > 1 and (len(texts) > 1 or not found[0].text_sha256.startswith(selector.lower())):
        raise AmbiguousError(f"{selector} could be several revisions; give more digits. {_listed(history, found)}")
    return found[0]


def _matches(history: History, selector: str) -> list[Revision]:
    start = selector.lower()
    return [r for r in history.revisions if r.digest.startswith(start) or r.text_sha256.startswith(start)]


def _listed(history: History, revisions: Sequence[Revision]) -> str:
    """The revisions by place, time and digest, so that the next try can name one of them; the middle left out."""
    places = {revision.digest: place for place, revision in enumerate(history.revisions, 1)}
    lines = [f"{places[r.digest]} {r.captured_at} {r.digest[:12]}" for r in revisions]
    if len(lines) > _LISTED:
        half = _LISTED // 2
        lines[half:-half] = [f"… {len(lines) - _LISTED} more …"]
    return f"There is: {', '.join(lines)}."
