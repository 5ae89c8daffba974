"""A report as one HTML file that needs no network, no build step and no JavaScript."""

from __future__ import annotations

from archivist.render.html.asset import asset
from archivist.render.html.change_cards import changes_section
from archivist.render.html.escape import Html, element, joined, text
from archivist.render.html.foot import colophon, metadata_section, sources_section
from archivist.render.html.head import head_section
from archivist.render.html.headline import headline
from archivist.render.html.page import Page, document
from archivist.render.html.reading import reading
from archivist.render.html.text_view import text_section
from archivist.render.words import summary_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.model.report import Report
    from archivist.render.html.reading import Reading
    from archivist.render.html.shown import Shown


def report_page(report: Report, old: Shown, new: Shown) -> str:
    """The whole document: what and when, the numbers, the claim changes, the text, metadata, sources."""
    return document(
        Page(
            title=f"What changed: {headline(report, old, new)}",
            main=report_main(report, old, new),
            style=report_style(),
            footer=colophon(),
            description=summary_line(report),
            skip="Skip to the report",
        )
    )


def report_main(report: Report, old: Shown, new: Shown) -> Html:
    """What stands in the main landmark of a report's page, for a page that has another frame around it."""
    page = reading(report, old, new)
    parts = [head_section(page)]
    if report.differs:
        parts += [_contents(page), changes_section(page), text_section(page), metadata_section(page)]
    return joined([*parts, sources_section(page)])


def report_style() -> str:
    """The style sheet that `report_main` needs, the one that all pages share included."""
    return asset("base.css", "report.css")


def _contents(page: Reading) -> Html:
    """The way to each section: a page on a phone is long."""
    sections = {"changes": "What changed", "text": "The text", "metadata": "Metadata", "sources": "Sources"}
    if not page.report.metadata:
        del sections["metadata"]
    items = [element("li", element("a", text(name), href=f"#{place}")) for place, name in sections.items()]
    return element("nav", element("ul", *items), class_="contents sans", aria_label="Sections of this report")
