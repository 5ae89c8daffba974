"""Whatever two texts say: phrases and annotations can be shown, fit, and stand where they say."""

from __future__ import annotations

import json
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from archivist.diff.report import compare
from archivist.model.revision import Article, History, Revision
from archivist.render.annotations import RULES, annotated
from archivist.render.columns import columns
from archivist.render.github import report_github
from archivist.render.sarif import report_sarif
from archivist.render.source import SourceInfo
from archivist.render.story import told
from archivist.render.story_page import StoryStep, story_json, story_terminal

SENTENCES = st.sampled_from(
    [
        "Six men left on Monday.", "Nine men left on Friday.", "“We will go,” said Ada Loom.",
        "“We may go,” Loom said.", "Ada Loom said the mill was shut.", "An official said the mill was not shut.",
        "The mill is old.", "It may cost 4 % more 🌾.", "It will cost 5 % more \x1b[2J.", "Correction: It was six.",
        "港の橋は閉鎖された。", "\u202eOdd.",
    ]
)  # fmt: skip
TEXTS = st.lists(st.tuples(SENTENCES, st.sampled_from([" ", "\n", "\n\n", "\r\n"])), max_size=6).map(
    lambda parts: "".join(sentence + gap for sentence, gap in parts)
)
SOURCE = SourceInfo("new.txt", "a" * 64, 1, 1, path="in/new.txt")


def is_safe(shown: str) -> bool:
    return not any(unicodedata.category(one) in {"Cc", "Cf"} and one != "\n" for one in shown)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_every_change_has_a_phrase_that_is_safe_to_show(old: str, new: str) -> None:
    report = compare(old, new)
    for change in report.changes:
        found = told(change, report)
        assert found.phrase
        assert is_safe(found.phrase + found.context)
        assert "\n" not in found.phrase + found.context


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_annotations_stand_in_the_text_and_each_has_a_fingerprint(old: str, new: str) -> None:
    report = compare(old, new)
    found = list(annotated(report, SOURCE))
    lines = max(new.count("\n") + (not new.endswith("\n")), 1)

    assert bool(found) == report.text_differs
    assert len({one.fingerprint for one in found}) == len(found)
    for one in found:
        assert one.rule in RULES
        assert 1 <= one.region.line <= one.region.end_line <= lines
        assert (one.region.line, one.region.column) <= (one.region.end_line, one.region.end_column)
    shown = report_github(report, SOURCE)
    assert is_safe(shown)
    assert all(line.startswith(("::warning file=in/new.txt,line=", "::notice file=")) for line in shown.splitlines())
    (run,) = json.loads(report_sarif(report, SOURCE, SOURCE))["runs"]
    assert len(run["results"]) == len(found)


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS, st.integers(24, 120))
def test_a_story_fits_its_page(old: str, new: str, width: int) -> None:
    revisions = tuple(
        Revision(f"{day:064x}", "a", f"2026-01-0{day}T00:00:00Z", f"{day:064x}", 1, (), "t") for day in (1, 2)
    )
    history = History(Article("a", "f"), revisions, {}, (revisions[1].digest,))
    steps = [StoryStep(1, revisions[0], None), StoryStep(2, revisions[1], compare(old, new))]
    shown = story_terminal(history, steps, width=width, colour=False)

    assert is_safe(shown)
    assert max(map(columns, shown.splitlines())) <= width
    assert len(json.loads(story_json(history, steps))["steps"]) == 2
