"""The page of one example pair, kept as a file to be read by eye, in a browser or as it is.

`python -m pytest tests/test_report_page.py --regenerate` writes it anew. The style sheet is left out of it.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from archivist.diff.report import compare
from archivist.render.html.report_page import report_main
from archivist.render.html.shown import Shown
from archivist.render.source import SourceInfo

if TYPE_CHECKING:
    import pytest

FOLDER = Path(__file__).parent / "examples" / "furniture-and-correction"
BLOCKS = re.compile(
    r"(</(?:p|li|h\d|d[dlt]|div|section|summary|details|tr|caption|svg|nav|ul|ol|label|legend)>)(?!\n)"
)
"""What a line of the kept file ends with: a page itself has no line ends where none are needed."""


def page() -> str:
    case = json.loads((FOLDER / "case.json").read_text(encoding="utf-8"))
    old, new = ((FOLDER / f"{side}.txt").read_text(encoding="utf-8") for side in ("old", "new"))
    made = compare(
        old,
        new,
        dt.date.fromisoformat(case["published_old"]),
        dt.date.fromisoformat(case["published_new"]),
        metadata_old=case["metadata_old"],
        metadata_new=case["metadata_new"],
    )
    sides = (
        Shown(
            SourceInfo(f"{name}.txt", sha256(text.encode()).hexdigest(), len(text.encode()), len(text)),
            case[f"metadata_{name}"] | {"capturedAt": f"{case[f'published_{name}']}T18:00:00Z", "language": "en"},
        )
        for name, text in (("old", old), ("new", new))
    )
    return BLOCKS.sub(r"\1\n", report_main(made, *sides))


def test_the_page_is_as_expected(pytestconfig: pytest.Config) -> None:
    file = FOLDER / "page.html"
    made = page()
    if pytestconfig.getoption("--regenerate"):
        file.write_text(made, encoding="utf-8", newline="")
    assert file.read_bytes().decode() == made, f"{file}: --regenerate writes it anew"
