"""The page of a site that compares two revisions: the body of a report in the site's frame."""

from __future__ import annotations

from archivist.render.html.headline import headline
from archivist.render.html.report_page import report_main
from archivist.render.html.site_names import INDEX, REPORT_STYLE, timeline_mark, upward
from archivist.render.html.site_shell import framed
from archivist.render.words import summary_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.model.report import Report
    from archivist.model.revision import Article
    from archivist.render.html.shown import Shown


def comparison(article: Article, old: Shown, new: Shown, report: Report, page: str) -> str:
    """The page of a report on two revisions of `article`, to stand under the name `page` in its folder.

    It says nothing of the revisions around them, so that it stays the same when others are added.
    """
    address = f"{article.folder}/{page}"
    name = headline(report, old, new)
    return framed(
        address,
        f"What changed: {name}",
        report_main(report, old, new),
        crumbs=(
            (upward(address) + INDEX, "All articles"),
            (f"{INDEX}#{timeline_mark(new.info.revision or '')}", name),
        ),
        description=summary_line(report),
        style=REPORT_STYLE,
    )
