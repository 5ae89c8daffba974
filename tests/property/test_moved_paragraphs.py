from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from archivist.diff.textdiff import diff
from archivist.model.report import OpKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archivist.model.report import Op

WORDS = {
    "latin": (" ", ["the", "ferry", "Café", "o\u0308re", "don’t", "12%", "-", "“so”", "sailed.", "\nmoored", "U.S."]),
    "cyrillic": (" ", ["мост", "и", "не", "река.", "Київ", "3,5", "\nлодка", "ёж"]),
    "arabic": (" ", ["مُحَمَّد", "قال", "في", "١٢", "بيت.", "كتاب"]),
    "hebrew": (" ", ["שָׁלוֹם", "לא", "בית.", "ספר", "צה״ל"]),
    "devanagari": (" ", ["क्षत्रिय", "है", "नि", "१२", "।", "और"]),
    "thai": ("", ["สวัสดี", "น้ำ", "เมือง", "ที่", " ", "ไทย", "๕"]),
    "chinese": ("", ["中", "文", "二〇二四年", "。", "，", "「报」", "人"]),
    "japanese": ("", ["東京", "は", "か\u3099", "カタカナ。", "2024年", "々"]),
}
APART = ["\n\n", "\n\n", "\n\n\n", " \n\n", "\r\n\r\n", "\n \n", "\n\n   ", "\n\n\u00a0", "\u3000\n\n"]


@st.composite
def paragraphs(draw: st.DrawFn) -> list[str]:
    """Paragraphs of one script; many are copies of others, or the same but for a word."""
    space, words = WORDS[draw(st.sampled_from(sorted(WORDS)))]
    made: list[list[str]] = []
    for _ in range(draw(st.integers(4, 14))):
        paragraph: list[str] = draw(st.lists(st.sampled_from(words), min_size=1, max_size=16))
        if draw(st.booleans()) and made:
            paragraph = [*draw(st.sampled_from(made))]
            if draw(st.booleans()):
                paragraph.insert(draw(st.integers(0, len(paragraph))), draw(st.sampled_from(words)))
        made.append(paragraph)
    return [space.join(paragraph).strip() or words[0] for paragraph in made]


@given(st.data())
def test_paragraphs_in_another_order_only_moved(data: st.DataObject) -> None:
    known = data.draw(paragraphs())
    apart = data.draw(st.lists(st.sampled_from(APART), min_size=len(known), max_size=len(known)))
    order = data.draw(st.permutations(known))
    old, new = (
        "".join(one + space for one, space in zip(side, apart, strict=True)).rstrip("\u00a0 ")
        for side in (known, order)
    )
    found = diff(old, new)
    alone = [op for op in found.ops if op.move is None]
    assert changed(old, new, [*alone, *(op for move in found.moves for op in move.ops)]) == ""
    assert sorted(op.move for op in found.ops if op.move) == sorted(2 * [move.id for move in found.moves])


def changed(old: str, new: str, ops: Iterable[Op]) -> str:
    """What is deleted and inserted, but for white space."""
    return "".join((op.old.of(old) + op.new.of(new)).strip() for op in ops if op.kind is not OpKind.EQUAL)
