"""What the pages of a site share: their frame, and how they write times and amounts."""

from __future__ import annotations

from archivist.render.html.asset import asset
from archivist.render.html.escape import NOTHING, Html, element, joined, line, text
from archivist.render.html.page import Page, Policy, document
from archivist.render.html.report_page import report_style
from archivist.render.html.site_names import FEED, INDEX, REPORT_STYLE, SCRIPT, STYLE, upward
from archivist.render.words import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

    from archivist.render.html.site_facts import Step

POLICY: Final = Policy(style=("'self'", "file:"), script=("'self'", "file:"))
"""Style and scripts of the site's own folder; `file:` is what a folder opened from disk counts as, where 'self' does
not say so, and names nothing that a page fetched over a network could load."""

_UNSEEN: Final = frozenset({"dateModified", "archivedAt"})
"""Metadata that differs between nearly any two revisions and that no reader of the story sees."""

_MINUTE = len("2026-03-02T09:00")


def framed(  # noqa: PLR0913  # a page's address, title and parts
    address: str,
    title: str,
    main: Html,
    *,
    crumbs: Sequence[tuple[str, str]] = (),
    description: str = "",
    style: str = STYLE,
) -> str:
    """The page at `address`; `crumbs` are the pages above it as (address from here, name), the nearest last.

    `style` is the address of the style sheet that its content needs.
    """
    up = upward(address)
    links = [
        element("link", rel="stylesheet", href=up + style),
        element("link", rel="alternate", type="application/atom+xml", title="Substantive changes", href=up + FEED),
        element("script", src=up + SCRIPT, defer=True),
    ]
    footer = element(
        "p",
        element("a", text("All articles"), href=up + INDEX),
        text(" · "),
        element("a", text("Feed of substantive changes"), href=up + FEED),
        text(" · Made by archivist from an archive of texts. Times are in UTC."),
    )
    return document(
        Page(
            title=title,
            main=main,
            header=_crumbs(crumbs),
            footer=footer,
            head=links,
            description=description,
            policy=POLICY,
        )
    )


def assets() -> dict[str, str]:
    """The style sheets and the script that the pages share, by address. Only search and choosing need the script."""
    return {
        STYLE: asset("base.css", "site_frame.css", "site.css"),
        REPORT_STYLE: report_style() + asset("site_frame.css"),
        SCRIPT: asset("site.js"),
    }


def minute(captured_at: str) -> str:
    """A time to the minute: "2026-03-02 09:00"."""
    return captured_at[:_MINUTE].replace("T", " ")


def step_words(step: Step) -> str:
    """What a step says in one line: "3 claim changes, 2 substantive (figure, date) · 12 words added"."""
    if step.changes:
        facets = f" ({', '.join(name for name, _ in step.facets)})" if step.facets else ""
        claims = f"{counted(step.changes, 'claim change')}, {step.substantive:,} substantive{facets}"
    else:
        claims = "no claim changed"
    words = [
        f"{counted(number, 'word')} {what}"
        for number, what in ((step.added, "added"), (step.removed, "removed"), (step.moved, "moved"))
        if number
    ]
    seen = [field for field in step.metadata if field not in _UNSEEN]
    fields = [f"{', '.join(seen)} changed"] if seen else []
    return " · ".join([claims, *([", ".join(words)] if words else []), *fields])


def _crumbs(crumbs: Sequence[tuple[str, str]]) -> Html:
    if not crumbs:
        return NOTHING
    items = joined(element("li", element("a", line(name), href=address)) for address, name in crumbs)
    return element("nav", element("ol", items), class_="crumbs", aria_label="Where you are")
