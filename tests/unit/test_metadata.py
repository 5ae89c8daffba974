"""What is told of the metadata, and of the lines at the head of a text that say the same."""

from __future__ import annotations

import pytest

from archivist.diff.report import compare
from archivist.model.report import MetadataChange

BODY = "The ferry ran aground on a sandbank.\n\nDivers went down at noon and found no leak.\n"
PAGE = f"Ferry runs aground off Quillport\n\nBy Ida Crane\n\nQUILLPORT, June 4 (Reuters) — {BODY}"


def told(old: str, new: str) -> list[MetadataChange]:
    return list(compare(old, new).metadata)


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        ("headline", "Ferry runs aground off Quillport", "Ferry sinks off Quillport"),
        ("byline", "By Ida Crane", "By Ida Crane and Bo Quist"),
        ("dateline", "QUILLPORT, June 4 (Reuters)", "ODD HARBOUR, June 4 (Reuters)"),
    ],
)
def test_a_line_at_the_head_is_compared_as_metadata(field: str, old: str, new: str) -> None:
    assert told(PAGE, PAGE.replace(old, new)) == [MetadataChange(field, old, new)]


def test_all_three_stand_in_the_order_of_the_page() -> None:
    new = f"Ferry sinks\n\nBy Bo Quist\n\nODD HARBOUR — {BODY}"
    assert [change.field for change in told(PAGE, new)] == ["headline", "byline", "dateline"]


def test_marks_and_capitals_are_no_difference() -> None:
    assert told(PAGE, PAGE.replace("Ferry runs", "# Ferry Runs").replace("By Ida", "BY IDA")) == []


def test_a_standfirst_may_stand_before_the_byline() -> None:
    old = PAGE.replace("\n\nBy", "\n\nForty passengers were taken off by boat.\n\nBy")
    assert [change.field for change in told(old, old.replace("Ida Crane", "Bo Quist"))] == ["byline"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (PAGE, f"By Ida Crane\n\nQUILLPORT, June 4 (Reuters) — {BODY}"),
        (PAGE.replace("By Ida Crane", "By Ida Crane\n\nBy Bo Quist"), PAGE.replace("Ida Crane", "Rosa Quint")),
        (f"{BODY}\nBy Ida Crane\n", f"{BODY}\nBy Bo Quist\n"),
        (f"{BODY}\n## What is known\n\nThe hull held.\n", f"{BODY}\n## What is not known\n\nThe hull held.\n"),
    ],
)
def test_a_line_without_one_counterpart_at_the_head_is_not_compared(old: str, new: str) -> None:
    assert told(old, new) == []


def test_metadata_of_both_revisions_decides() -> None:
    new = PAGE.replace("runs aground", "sinks")
    same = {"headline": "Ferry in trouble"}
    assert compare(PAGE, new, metadata_old=same, metadata_new=same).metadata == ()
    assert [one.field for one in compare(PAGE, new, metadata_old=same, metadata_new={}).metadata] == ["headline"]
    other = {"headline": "Ferry lost"}
    assert compare(PAGE, new, metadata_old=same, metadata_new=other).metadata == (
        MetadataChange("headline", "Ferry in trouble", "Ferry lost"),
    )
