"""Archive the successive versions of news articles and tell what changed between them.

The public names are loaded when first used, so that importing this package costs next to nothing (PEP 562).
"""

from __future__ import annotations

TYPE_CHECKING = False  # as typing has it, without importing typing: `archivist --version` loads nothing that heavy
if TYPE_CHECKING:
    from archivist.archive.store import Archive
    from archivist.claims.dates import dates
    from archivist.claims.extract import extract
    from archivist.claims.figures import figures
    from archivist.diff.align import align
    from archivist.diff.report import compare
    from archivist.model.claim import Claim, Date, Figure
    from archivist.model.problem import Problem
    from archivist.model.report import Change, Facet, Op, Pair, Report
    from archivist.model.revision import Article, Revision
    from archivist.model.span import Sentence, Span
    from archivist.model.text import Text
    from archivist.model.version import VERSION as __version__  # noqa: N811  # the customary name
    from archivist.text.segment import segment

_HOMES = {
    "Archive": "archive.store",
    "Article": "model.revision",
    "Change": "model.report",
    "Claim": "model.claim",
    "Date": "model.claim",
    "Facet": "model.report",
    "Figure": "model.claim",
    "Op": "model.report",
    "Pair": "model.report",
    "Problem": "model.problem",
    "Report": "model.report",
    "Revision": "model.revision",
    "Sentence": "model.span",
    "Span": "model.span",
    "Text": "model.text",
    "align": "diff.align",
    "compare": "diff.report",
    "dates": "claims.dates",
    "extract": "claims.extract",
    "figures": "claims.figures",
    "segment": "text.segment",
}

__all__ = [
    "Archive",
    "Article",
    "Change",
    "Claim",
    "Date",
    "Facet",
    "Figure",
    "Op",
    "Pair",
    "Problem",
    "Report",
    "Revision",
    "Sentence",
    "Span",
    "Text",
    "__version__",
    "align",
    "compare",
    "dates",
    "extract",
    "figures",
    "segment",
]


def __getattr__(name: str) -> object:
    """Load a public name from its home module."""
    from importlib import import_module  # nothing is loaded before it is asked for

    if name == "__version__":
        value: object = import_module("archivist.model.version").VERSION
    elif name in _HOMES:
        value = getattr(import_module(f"archivist.{_HOMES[name]}"), name)
    else:
        raise AttributeError(f"module 'archivist' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names."""
    return __all__
