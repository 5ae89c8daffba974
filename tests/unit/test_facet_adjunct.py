"""The occasion on which something was said is no detail of what was said."""

from __future__ import annotations

import pytest

from archivist.diff.report import compare
from archivist.model.report import ChangeKind

SAID = "“The quay in Fara will close,” "


@pytest.mark.parametrize(
    ("long", "short"),
    [
        (SAID + "Ida Roe said in a statement on Monday.", SAID + "Ida Roe said."),
        (SAID + "said Ida Roe, the mayor, in an interview.", SAID + "said Ida Roe, the mayor."),
        (SAID + "said Ida Roe at a news conference.", SAID + "said Ida Roe."),
        (SAID + "Ida Roe told the Quillport Gazette by phone.", SAID + "Ida Roe said."),
        (SAID + "Ida Roe said on Twitter, “but not now.”", SAID + "Ida Roe said, “but not now.”"),
        (
            "Ida Roe said in an interview that the quay in Fara will close.",
            "Ida Roe said that the quay in Fara will close.",
        ),
        ("The quay in Fara will close, Ida Roe said by e-mail.", "The quay in Fara will close, Ida Roe said."),
        ("In a statement, Ida Roe said the quay in Fara will close.", "Ida Roe said the quay in Fara will close."),
    ],
)
def test_an_attribution_may_lose_its_occasion(long: str, short: str) -> None:
    for old, new in ((long, short), (short, long)):
        assert [change.kind for change in compare(old, new).changes] == [ChangeKind.REWORDED]


@pytest.mark.parametrize(
    ("old", "new", "facet"),
    [
        (SAID + "Ida Roe said.", SAID + "Ida Roe said as she opened a mill in Quillport.", "detail"),
        (
            SAID + "Ida Roe said.",
            SAID + "Ida Roe said in a speech, and left the hall for a mill in Odd Bay.",
            "detail",
        ),
        (
            "Ida Roe said the quay in Fara will close.",
            "Ida Roe said the quay in Fara will close in a storm.",
            "detail",
        ),
        ("Ida Roe said on Monday the quay will close.", "Ida Roe said on Tuesday the quay will close.", "date"),
        (SAID + "Ida Roe said to 500 people.", SAID + "Ida Roe said to 700 people.", "figure"),
        (SAID + "Ida Roe said in Quillport.", SAID + "Ida Roe said in Malmo.", "name"),
        ("In Quillport, Ida Roe said the quay will close.", "Ida Roe said the quay will close.", "detail"),
        ("The quay in Fara will close, Ida Roe said by phone.", "The quay in Fara will close.", "source"),
    ],
)
def test_what_is_more_than_the_occasion_is_told(old: str, new: str, facet: str) -> None:
    (change,) = compare(old, new).changes
    assert [str(one.facet) for one in change.facets] == [facet]
