from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from pages import KNOWN, Taken
from reports import NEW, OLD

from archivist.diff.report import compare
from archivist.diff.text_report import compare_texts
from archivist.render.html.report_page import report_page
from archivist.render.html.shown import Shown
from archivist.render.safe import visible

SENTENCES = st.lists(
    st.sampled_from(
        [
            "Rain fell on the pier.", "Four people were hurt, police said.", "Nine people were hurt, police said.",
            "“We will appeal,” said Ida Crane.", "Tolls may rise in June.", "The dock was not inspected.",
            "<script>x()</script>", "</p>", "&lt;b&gt;", "\x1b[2J", "\u202eabc", "Correction: It is 9, not 4.",
        ]
    ),
    max_size=12,
)  # fmt: skip
TEXTS = st.builds(
    lambda sentences, gaps: "".join(sum(zip(sentences, gaps, strict=False), ())),
    SENTENCES,
    st.lists(st.sampled_from([" ", "\n", "\n\n", "\r\n\r\n", ""]), min_size=12, max_size=12),
)
WILD = st.text(st.characters(exclude_characters="\u200c\u200d"), max_size=80)


def words(text: str) -> str:
    return "".join(visible(text.replace("\r\n", "\n")).split())


def holds(page: str, old: str, new: str) -> None:
    """Both texts are there word for word, every link leads somewhere, and nothing is there that runs or loads."""
    taken = Taken(page)
    assert {one.name for one in taken.elements} <= KNOWN
    assert len(set(taken.ids)) == len(taken.ids)
    assert set(taken.targets) <= set(taken.ids)
    if old != new:
        assert taken.column(new=False) == words(old)
        assert taken.column(new=True) == words(new)


@given(TEXTS, TEXTS)
@settings(max_examples=80, deadline=None)
def test_a_page_holds_both_texts_and_marks_every_change(old: str, new: str) -> None:
    made = compare(old, new)
    page = report_page(made, Shown(OLD, {}), Shown(NEW, {"headline": new or "x"}))
    holds(page, old, new)
    ids = Taken(page).ids
    for number in range(1, len(made.changes) + 1):
        assert {f"change-{number}", f"text-{number}"} <= set(ids)
    for move in made.diff.moves:
        assert {f"move-{move.id}-from", f"move-{move.id}-to"} <= set(ids)


@given(WILD, WILD)
@settings(max_examples=80, deadline=None)
def test_any_text_can_be_shown(old: str, new: str) -> None:
    holds(report_page(compare_texts(old, new), Shown(OLD, {}), Shown(NEW, {"headline": old})), old, new)
