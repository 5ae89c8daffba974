"""A report as SARIF 2.1.0, the OASIS format for the results of tools that look at files.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import re
import string
from functools import cache

from archivist.model.version import VERSION
from archivist.render.annotations import RULES, annotated
from archivist.render.json_text import to_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.model.report import Report
    from archivist.model.span import Span
    from archivist.render.annotations import Annotation, Region
    from archivist.render.source import SourceInfo

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_HOME = "https://github.com/archivist/archivist"
_UNRESERVED = frozenset((string.ascii_letters + string.digits + "-._~/").encode("ascii"))
"""The bytes that stand as themselves in the path of an address (RFC 3986, 2.3), and the slash."""

_HEAVIEST = 100.0  # the top of SARIF's scale of ranks


def report_sarif(report: Report, old: SourceInfo, new: SourceInfo) -> str:
    """The report as one run; each change is a result at its place in the new text, with its old words beside it.

    Columns are UTF-16 code units, as `columnKind` says. A change that the article does not disclose has the level
    warning, all others note. `partialFingerprints` do not depend on where in the text a change stands.
    """
    rules = list(RULES)
    run: dict[str, object] = {
        "tool": {"driver": _driver()},
        "columnKind": "utf16CodeUnits",
        "artifacts": [_artifact(new), _artifact(old)],
        "results": [_result(one, rules, report, old, new) for one in annotated(report, new)],
    }
    if new.article:
        run["automationDetails"] = {"id": f"archivist/{new.article}/"}
    return to_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver() -> dict[str, object]:
    return {
        "name": "archivist",
        "semanticVersion": VERSION,
        "informationUri": _HOME,
        "rules": [
            {"id": name, "shortDescription": {"text": says}, "helpUri": f"{_HOME}/blob/main/docs/changes.md"}
            for name, says in RULES.items()
        ],
    }


def _artifact(source: SourceInfo) -> dict[str, object]:
    return {
        "location": _location(source),
        "length": source.bytes,
        "encoding": "UTF-8",
        "hashes": {"sha-256": source.sha256},
    }


def _result(one: Annotation, rules: list[str], report: Report, old: SourceInfo, new: SourceInfo) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": one.rule,
        "ruleIndex": rules.index(one.rule),
        "level": "note" if one.is_light else "warning",
        "message": {"text": _message(one.message)},
        "locations": [{"physicalLocation": _place(new, 0, one.region, one.words, report.new_text)}],
        "partialFingerprints": {"archivistChange/v1": one.fingerprint},
    }
    if one.old is not None:
        span, region = one.old
        place = _place(old, 1, region, span, report.old_text)
        result["relatedLocations"] = [{"id": 1, "physicalLocation": place, "message": {"text": "The old words."}}]
    if one.change is not None:
        result["rank"] = min(float(one.change.weight), _HEAVIEST)
        result["properties"] = {
            "kind": one.change.kind.value,
            "disclosed": one.change.disclosed.value if one.change.disclosed else None,
            "facets": list(dict.fromkeys(facet.facet.value for facet in one.change.facets)),
        }
    return result


def _place(source: SourceInfo, index: int, region: Region, span: Span, text: str) -> dict[str, object]:
    where: dict[str, object] = {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
    }
    if span.start < span.end:
        where["snippet"] = {"text": span.of(text)}
    return {"artifactLocation": _location(source) | {"index": index}, "region": where}


def _location(source: SourceInfo) -> dict[str, object]:
    """Where a file is: below the root of the sources where it is inside the current folder, else in full."""
    path = source.path or source.name
    address = "".join(
        chr(byte) if byte in _UNRESERVED else f"%{byte:02X}" for byte in path.encode("utf-8", "surrogateescape")
    )
    return {"uri": f"file://{address}"} if path.startswith("/") else {"uri": address, "uriBaseId": "%SRCROOT%"}


def _message(words: str) -> str:
    """The words so that nothing in them is read as a link or a placeholder (3.11.5 and 3.11.6)."""
    return _placeholder().sub(r"{{\1}}", words).replace("](", "] (")


@cache
def _placeholder() -> re.Pattern[str]:
    return re.compile(r"\{([0-9]+)\}")
