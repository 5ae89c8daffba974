from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.diff.edits import Edits
from archivist.diff.ends import same_from
from archivist.diff.operations import Same
from archivist.diff.report import compare
from archivist.diff.text_report import compare_texts
from archivist.diff.textdiff import diff
from archivist.model.report import Op, OpKind
from archivist.text.tokens import tokens

if TYPE_CHECKING:
    from archivist.diff.operations import Stretch
    from archivist.model.report import TextDiff

SCRIPTS = {
    "latin": [
        "Zug",
        "cafe\u0301",
        "nai\u0308ve",
        "don’t",
        "U.S.",
        "A-level",
        "o\u0328",
        "12-year-old",
        "$1,200.50",
        "12%",
    ],
    "greek": ["η", "πόλη", "είναι", "μεγάλη", "ΐ", "και", "5–7", "λόγος"],
    "cyrillic": ["мост", "и", "река", "й", "не", "ё", "Київ", "об’єкт", "3,5"],
    "arabic": ["مُحَمَّد", "قال", "في", "١٢", "لا", "بيت", "٪", "كتاب"],
    "hebrew": ["שָׁלוֹם", "לא", "בית", "ספר", "צה״ל", "10:30", "עיר"],
    "devanagari": ["क्षत्रिय", "नमस्ते", "है", "नि", "१२", "।", "श्री", "और"],
    "thai": ["สวัสดี", "น้ำ", "เมือง", "ที่", "ก็", "ไทย", "๕"],
    "chinese": ["中", "文", "人", "二〇二四年", "。", "，", "「", "」", "报"],
    "japanese": ["東京", "は", "か\u3099", "カタカナ", "、", "2024年", "ｶﾞ", "々"],
    "korean": ["한국어", "\u1112\u1161\u11ab", "는", "서울", "말", "5월"],
    "emoji": ["👩\u200d🚒", "👨\u200d👩\u200d👧", "👍🏽", "🇫🇷", "🇩🇪", "❤\ufe0f", "1\ufe0f\u20e3", "🏴\u200d☠\ufe0f"],
}
SPACES = [" ", " ", " ", "  ", "\n", "\n\n", "\r\n", ". ", ", ", " “", "” ", "", "\u00a0", ".\n\n"]


@st.composite
def pairs(draw: st.DrawFn, script: str) -> tuple[str, str]:
    """A text in a script, and a revision of it: words taken out, put in, put elsewhere."""
    piece = st.sampled_from([*SCRIPTS[script], *SPACES, *SPACES[:4]])
    old = draw(st.lists(piece, max_size=40))
    new = list(old)
    for _ in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, len(new)))
        end = draw(st.integers(start, min(len(new), start + 6)))
        taken, new[start:end] = new[start:end], draw(st.lists(piece, max_size=4))
        if draw(st.booleans()):
            at = draw(st.integers(0, len(new)))
            new[at:at] = taken
    return "".join(old), "".join(new)


SENTENCES = [
    "The ferry to the outer islands stayed in port all day.",
    "Nobody at the harbour office could say why it did not sail.",
    "“We will know more tomorrow,” said Ida Moe, who runs the line.",
    "Tickets cost 12.50 crowns, or 40% more than in May.",
    "Snow fell.",
    "Die Fähre fährt heute nicht, sagte der Kapitän am Morgen im Hafen.",
    "渡し船は今日は出ません。",
    "المعدية لن تبحر اليوم بسبب الريح القوية في الميناء.",
    "- A list item about coal, wood and oil",
]
CLAUSES = ["because the wind was far too strong for it", "as the old captain had told them the day before"]


@st.composite
def stories(draw: st.DrawFn) -> tuple[str, str]:
    """A text of sentences and a revision of it: sentences and clauses taken out, put in, put elsewhere, edited."""
    parts = st.tuples(
        st.sampled_from(SENTENCES), st.sampled_from(["", *CLAUSES]), st.sampled_from([" ", "\n", "\n\n"])
    )
    old = draw(st.lists(parts, max_size=9))
    new = list(old)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(new)))
        match draw(st.sampled_from(["move", "out", "in", "edit"])):
            case "move":
                new.insert(draw(st.integers(0, len(new))), new.pop(at) if at < len(new) else draw(parts))
            case "out":
                new[at : at + 1] = []
            case "in":
                new.insert(at, draw(parts))
            case _:
                new[at : at + 1] = [
                    (draw(PIECES).join(one.split("a", 1)), two, gap) for one, two, gap in new[at : at + 1]
                ]
    return told(old), told(new)


PIECES = st.sampled_from(["e", " ", ", ", "-", "\n\n", ". A"])


def told(parts: list[tuple[str, str, str]]) -> str:
    """Sentences with their clauses and what stands behind each."""
    return "".join(f"{one[:-1]}, {two}." + gap if two else one + gap for one, two, gap in parts)


SOME = st.one_of(st.sampled_from(sorted(SCRIPTS)).flatmap(pairs), stories())


def check(old: str, new: str, ops: tuple[Op, ...]) -> None:
    assert "".join(op.old.of(old) for op in ops) == old
    assert "".join(op.new.of(new) for op in ops) == new
    assert all(op.old.of(old) == op.new.of(new) for op in ops if op.kind is OpKind.EQUAL)
    assert all(not op.new if op.kind is OpKind.DELETE else not op.old for op in ops if op.kind is not OpKind.EQUAL)
    assert {op.old.end for op in ops} <= set(tokens(old))
    assert {op.new.end for op in ops} <= set(tokens(new))


@pytest.mark.parametrize("script", sorted(SCRIPTS))
def test_both_texts_come_back_and_no_token_is_parted(script: str) -> None:
    @given(pairs(script))
    def run(pair: tuple[str, str]) -> None:
        check(*pair, diff(*pair).ops)

    run()


NOUNS = ["ferry", "harbour", "captain", "storm", "crew", "lamp", "timber", "bell", "winter", "gull", "net", "tide"]
EDITS = [*NOUNS, "cold", "2,400", "17", "17%", "“cold”", "the", "a", "said,", "said", "Bergen.", "it’s", "half-empty"]


@st.composite
def exchanged(draw: st.DrawFn) -> tuple[str, str]:
    """A text of some lines and a revision of it: words exchanged, now and then words or a line put in or taken out."""
    rng = draw(st.randoms(use_true_random=False))
    lines = []
    for number in range(rng.randint(1, 8)):
        words = [f"{rng.choice(NOUNS)}{rng.choice(['', '', 's', ',', ' of 19'])}" for _ in range(rng.randint(4, 40))]
        lines.append([f"In {number}", *words, "it ended."])
    old = [list(words) for words in lines]
    for _ in range(rng.randint(1, 8)):
        words = rng.choice(lines)
        at = rng.randrange(len(words))
        match rng.randint(0, 12):
            case 0:
                words.insert(at, rng.choice(EDITS))
            case 1:
                words.pop(at)
            case 2:
                lines.insert(rng.randrange(len(lines)), rng.choices(EDITS, k=rng.randint(3, 20)))
            case 3:
                lines.remove(words)
            case _:
                words[at] = rng.choice(EDITS)
        if not lines or not all(lines):
            break
    apart = rng.choice(["\n", "\n\n", "\n\n"])
    return apart.join(map(" ".join, old)), apart.join(map(" ".join, lines))


@given(exchanged())
def test_small_edits_change_no_more_than_the_long_way_tells(pair: tuple[str, str]) -> None:
    old, new = pair
    found = diff(old, new)
    check(old, new, found.ops)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Edits, "read", no_exchange)
        long = diff(old, new)
    assert changed(found) <= changed(long)


def no_exchange(self: Edits, rest: Stretch) -> list[Same]:
    (i, old_end), (j, new_end) = rest
    return [Same(i, j, same_from(self.old, i, self.new, j, min(old_end - i, new_end - j)))]


def changed(found: TextDiff) -> int:
    return sum(len(op.old) + len(op.new) for op in found.ops if op.kind is not OpKind.EQUAL)


@given(exchanged())
def test_exchanging_the_texts_exchanges_the_operations(pair: tuple[str, str]) -> None:
    there, back = diff(*pair), diff(*reversed(pair))
    for one, other in (("old", "new"), ("new", "old")):
        kind = OpKind.DELETE if one == "old" else OpKind.INSERT
        assert [(getattr(op, one), op.move) for op in there.ops if op.kind is kind] == [
            (getattr(op, other), op.move) for op in back.ops if op.kind not in {kind, OpKind.EQUAL}
        ]


@given(SOME)
def test_operations_are_as_few_as_they_can_be(pair: tuple[str, str]) -> None:
    found = diff(*pair)
    for left, right in pairwise(found.ops):
        assert (left.kind, left.move) != (right.kind, right.move) or left.move
        assert (left.kind, right.kind) != (OpKind.INSERT, OpKind.DELETE)
    assert all(op.old or op.new for op in found.ops)


@given(SOME)
def test_a_move_has_two_ends_and_its_own_operations(pair: tuple[str, str]) -> None:
    old, new = pair
    found = diff(old, new)
    for number, move in enumerate(found.moves, 1):
        assert move.id == number
        gone, come = sorted((op for op in found.ops if op.move == move.id), key=lambda op: op.kind)
        assert (gone.kind, gone.old, come.kind, come.new) == (OpKind.DELETE, move.old, OpKind.INSERT, move.new)
        assert "".join(op.old.of(old) for op in move.ops) == move.old.of(old)
        assert "".join(op.new.of(new) for op in move.ops) == move.new.of(new)


@given(stories())
def test_sentences_come_back_with_what_moved_between_them(pair: tuple[str, str]) -> None:
    found = diff(*pair)
    check(*pair, found.ops)
    for move in found.moves:
        assert {op.old.end for op in move.ops} <= set(tokens(pair[0]))
        assert {op.new.end for op in move.ops} <= set(tokens(pair[1]))


@given(SOME)
def test_words_are_the_same_whether_claims_are_asked_for_or_not(pair: tuple[str, str]) -> None:
    assert compare_texts(*pair).diff == compare(*pair).diff == diff(*pair)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_can_be_compared(old: str, new: str) -> None:
    check(old, new, diff(old, new).ops)


@given(SOME)
def test_a_text_equals_itself(pair: tuple[str, str]) -> None:
    found = diff(pair[0], pair[0])
    assert [op.kind for op in found.ops] == [OpKind.EQUAL] * bool(pair[0])
    assert (found.moves, found.coarse) == ((), ())


@given(SOME)
def test_the_same_texts_have_the_same_diff(pair: tuple[str, str]) -> None:
    assert diff(*pair) == diff(*pair)


def totals(old: str, new: str) -> dict[OpKind, int]:
    """Code points deleted, inserted and kept."""
    found = dict.fromkeys(OpKind, 0)
    for op in diff(old, new).ops:
        found[op.kind] += max(len(op.old), len(op.new))
    return found


@given(SOME)
def test_swapped_texts_have_swapped_totals(pair: tuple[str, str]) -> None:
    there, back = totals(*pair), totals(*reversed(pair))
    assert there == {
        OpKind.EQUAL: back[OpKind.EQUAL],
        OpKind.DELETE: back[OpKind.INSERT],
        OpKind.INSERT: back[OpKind.DELETE],
    }


def test_the_hash_seed_does_not_matter() -> None:
    program = (
        "from archivist.diff.textdiff import diff;"
        "old = ' '.join(f'Item {n % 7} costs {n * n % 31} crowns. ' for n in range(60));"
        "new = ' '.join(f'Item {n % 5} costs {n * n % 29} crowns. ' for n in range(55, 0, -1));"
        "print(diff(old, new));"
        f"parts = {SENTENCES};"
        "old = '\\n\\n'.join(' '.join(parts[k:k + 3]) for k in range(7));"
        "new = '\\n\\n'.join(' '.join(parts[k:k + 2]).replace('day', 'night') for k in range(6, -1, -1));"
        "print(diff(old, new))"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(found) == 1
