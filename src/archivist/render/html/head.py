"""The top of a report: what the article is called, when it changed, and how much."""

from __future__ import annotations

from archivist.model.report import ChangeKind, Disclosure
from archivist.render.html.escape import Html, element, line, text
from archivist.render.html.headline import headline, headlines
from archivist.render.html.shown import length_of_time, time
from archivist.render.html.strip_svg import strip
from archivist.render.summary import summarise
from archivist.render.words import new_notices, percent

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.render.html.reading import Reading
    from archivist.render.summary import Summary


def head_section(page: Reading) -> Html:
    """Headline, window of time, numbers, new notes and the picture of where the changes lie."""
    parts = [*_headline(page), *_when(page), *_notes(page)]
    if page.report.differs:
        parts += [_numbers(page)]
    else:
        parts += [element("p", text("Nothing differs: the words are the same, and so is what is known of them."))]
    if page.report.text_differs:
        parts.append(strip(page))
    return element("section", *parts, class_="head", id="top")


def _headline(page: Reading) -> Iterator[Html]:
    old, new = page.old, page.new
    kicker = [part for part in (new.field("publisher"), new.field("section")) if part]
    yield element("p", text(" · ".join([*kicker, "what changed"])), class_="kicker sans")
    name = headline(page.report, old, new)
    yield element("h1", line(name), lang=new.language, dir="auto")
    before, _ = headlines(page.report, old, new)
    if before and before != name:
        was = element("del", line(before), lang=old.language, dir="auto")
        yield element("p", text("Headline before: "), was, class_="was")


def _when(page: Reading) -> Iterator[Html]:
    """The window in which the article was changed, and a table of the times that are known of both states."""
    old, new = page.old.captured_at, page.new.captured_at
    length = length_of_time(old, new)
    if length:
        window = [text("Changed between "), element("strong", time(old)), text(" and "), element("strong", time(new))]
        yield element("p", *window, text(f", within {length}."), class_="when")
    elif old and new:
        yield element("p", text("Old seen "), time(old), text(", new seen "), time(new), text("."), class_="when")
    else:
        words = "It is not known when the article changed: at least one of the two texts has no capture time."
        yield element("p", text(words), class_="when")
    yield from _times(page)


def _times(page: Reading) -> Iterator[Html]:
    """A table of the times that are known of at least one state; nothing where there are none."""
    rows = {
        "seen (captured)": (page.old.captured_at, page.new.captured_at),
        "published": (page.old.field("datePublished"), page.new.field("datePublished")),
        "modified, says the publisher": (page.old.field("dateModified"), page.new.field("dateModified")),
    }
    heads = [element("td"), *(element("th", text(name), scope="col") for name in ("Old", "New"))]
    body = [
        element("tr", element("th", text(name), scope="row"), *(element("td", _stamp(stamp)) for stamp in stamps))
        for name, stamps in rows.items()
        if any(stamps)
    ]
    caption = element("caption", text("Times of the two states"), class_="unseen")
    if body:
        yield element("table", caption, element("tr", *heads), *body, class_="times sans")


def _stamp(stamp: str) -> Html:
    return time(stamp) if stamp else element("span", text("not known"), class_="faint")


def _notes(page: Reading) -> Iterator[Html]:
    """The correction and editor's notes that the new text has and the old one has not."""
    for note in new_notices(page.report):
        words = element("ins", line(note), lang=page.new.language, dir="auto")
        yield element("p", element("strong", text("A note was added: ")), words, class_="note")


def _numbers(page: Reading) -> Html:
    summary = summarise(page.report)
    cells = [_claims(summary), _words(summary), *_disclosure(page)]
    return element("dl", *cells, class_="numbers")


def _cell(name: str, number: str, *more: Html) -> Html:
    return element("div", element("dt", text(name), class_="sans"), element("dd", element("b", text(number)), *more))


def _claims(summary: Summary) -> Html:
    """How many claims changed their meaning, and in what."""
    what = [(count, facet.value) for facet, count in summary.facets.items() if count]
    kinds = (ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.REWORDED, ChangeKind.MOVED)
    what += [(summary.kinds[kind], kind.value) for kind in kinds if summary.kinds[kind]]
    items = [element("li", element("b", text(f"{count:,}")), text(f" {name}")) for count, name in what]
    parts = [element("p", text(_BY), class_="faint sans small"), element("ul", *items, class_="sans")] if items else []
    return _cell("claims changed", f"{summary.substantive:,}", *parts)


_BY = "By facet and kind; one claim can count more than once:"


def _words(summary: Summary) -> Html:
    words = summary.words
    counts = (("kept", words.kept), ("added", words.added), ("removed", words.removed), ("moved", words.moved))
    items = [element("li", element("b", text(f"{count:,}")), text(f" {name}")) for name, count in counts if count]
    share = words.share_kept
    number = percent(share) if share is not None else "none"
    return _cell("of the old words kept", number, element("ul", *items, class_="sans"))


def _disclosure(page: Reading) -> Iterator[Html]:
    """How many of the changes in meaning a note names; nothing where there are none."""
    found = [change.disclosed for change in page.report.changes if change.disclosed]
    if not found:
        return
    items = [
        element("li", element("b", text(f"{found.count(kind):,}")), text(f" {kind.value}"))
        for kind in Disclosure
        if kind in found
    ]
    told = f"{found.count(Disclosure.DISCLOSED):,} of {len(found):,}"
    yield _cell("changes disclosed", told, element("ul", *items, class_="sans"))
