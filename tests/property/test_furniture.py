"""What is passed over as prose at a glance is what a closer look finds no furniture in."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archivist.claims import furniture
from archivist.claims.en import furniture as en
from archivist.model.claim import FurnitureKind
from archivist.model.span import Span
from archivist.text.paragraphs import paragraphs
from archivist.text.plain import plain

_OPENERS = sorted({word for rule in (*furniture._NOTES, *furniture._LINES) for word in rule.openers.split()})
_MARKS = sorted({mark for rule in (*furniture._NOTES, *furniture._LINES) for mark in rule.marks})
_PIECES = [
    *(opener.replace("_", " ") for opener in _OPENERS),
    *_MARKS,
    *en.CAPTION_MARKS,
    *en.DATELINE_MARKS,
    *en.NEWS_LABEL_OPENERS.upper().split(),
    *("PORT HALE", "Port Hale", "(AP)", "(Kyodo)", "== AP", "9:30 a.m.", "Oct. 3, 2024", "is seen", "By Ida Crane"),
    *("the ferry", "A crew", "sank.", "version of this article", "has been corrected", ":", "-", "—", "|", "#", "*"),
    *("(", ")", "[", "\n", "\u2028", "\x0b", ".", ","),
]

_lines = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=7).map(" ".join)


@settings(max_examples=500)
@given(_lines.filter(lambda line: len(paragraphs(line)) == 1), st.booleans())
def test_a_glance_and_a_closer_look_agree(line: str, capital: bool) -> None:  # noqa: FBT001  # drawn by hypothesis
    stripped = line.strip()
    view = plain(stripped[:1].upper() + stripped[1:] if capital else stripped)
    found = furniture._furniture_of(view, Span(0, len(view)), opens=False, alone=False)
    assert not (found and furniture._is_prose(view))


_PROSE = "The ferry went down in the bay with nobody on board, the harbour master of Port Hale said on Monday night."


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        (f"{_PROSE} (Kyodo)", FurnitureKind.CREDIT),
        (f"{_PROSE}\nADVERTISEMENT", FurnitureKind.PROMOTION),
        (f"{_PROSE}\nRead more: The tides", FurnitureKind.PROMOTION),
        (f"PORT HALE — {_PROSE}", FurnitureKind.DATELINE),
        (f"UPDATE: {_PROSE}", FurnitureKind.STAMP),
        (f"Port Hale (AP) — {_PROSE}", FurnitureKind.DATELINE),
    ],
)
def test_what_a_long_paragraph_holds_is_not_passed_over(paragraph: str, kind: FurnitureKind) -> None:
    text = f"{_PROSE}\n\n{paragraph}\n\n{_PROSE}"
    assert [one.kind for one in furniture.furniture(text)] == [kind]
