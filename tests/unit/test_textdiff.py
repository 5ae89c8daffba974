from __future__ import annotations

import pytest

from archivist.diff import textdiff
from archivist.diff.align import align
from archivist.diff.moves import Places
from archivist.diff.operations import Same, Stretch, operations, prove
from archivist.diff.sequence import anchors, longest_common, only_common
from archivist.diff.textdiff import diff
from archivist.model.report import Op, OpKind, Pair
from archivist.model.span import Span


def marked(old: str, new: str) -> str:
    """The diff as one string: [-deleted-]{+inserted+}, with the number of a move before a colon."""
    parts = []
    for op in diff(old, new).ops:
        move = f"{op.move}:" if op.move else ""
        if op.kind is OpKind.EQUAL:
            parts.append(op.old.of(old))
        elif op.kind is OpKind.DELETE:
            parts.append(f"[-{move}{op.old.of(old)}-]")
        else:
            parts.append(f"{{+{move}{op.new.of(new)}+}}")
    return "".join(parts)


def sides(text: str) -> tuple[str, str]:
    """The old and the new text that a marked text without moves stands for."""
    old = new = ""
    while text:
        cut = min((at for at in (text.find("[-"), text.find("{+")) if at >= 0), default=len(text))
        old, new, text = old + text[:cut], new + text[:cut], text[cut:]
        if text.startswith("[-"):
            changed, _, text = text[2:].partition("-]")
            old += changed
        elif text:
            changed, _, text = text[2:].partition("+}")
            new += changed
    return old, new


@pytest.mark.parametrize(
    "expected",
    [
        "",
        "{+New.+}",
        "[-Old.-]",
        "Same.",
        "Some [-1,200-]{+1,250+} people came.",
        "It rose [-4.1%-]{+4.2%+} in May.",
        "Prices fell by [-$3bn-]{+€3bn+} then.",
        "It is [-5–7-]{+6–7+} miles.",
        "A [-12-year-old-]{+13-year-old+} girl won.",
        'He said [-“-]{+"+}no[-”-]{+"+} twice.',
        "She [-didn't-]{+did not+} sing.",
        "The [-small -]boat sank.",
        "The boat sank{+ slowly+}.",
        "Apples, {+pears, +}plums and figs are in season.",
        "He rose. {+He sat. +}He rose. He left the room.",
        "It was very {+very +}late.",
        "The coach[-, a former sailor,-] resigned.",
        "Rain came from the [-north-]{+south+}. It [-stayed-]{+left+} early.",
        "東京は[-2024-]{+2025+}年に開く。",
        "Ο δρόμος είναι [-μακρύς-]{+κλειστός+} σήμερα.",
        "العدد [-١٢-]{+١٥+} اليوم.",
        "The dam held[-, but-]{+. But+} water stood knee-deep in forty cellars along the river.",
        "See the <b>[-<i>-]<a href>guide[-</i>-]</a> here.",
        "Go 👩\u200d🚒[-👨\u200d👩\u200d👧-]{+👨\u200d👩\u200d👦+} go.",
    ],
)  # fmt: skip
def test_changes_stand_where_a_reader_expects_them(expected: str) -> None:
    assert marked(*sides(expected)) == expected


def test_a_reflow_changes_white_space_only() -> None:
    old = "The ferry left at dawn\nand crossed the bay\nin an hour. Nobody\nwaved."
    new = "The ferry left at dawn and crossed\nthe bay in an hour.\n\nNobody waved."
    changed = [op for op in diff(old, new).ops if op.kind is not OpKind.EQUAL]
    assert changed
    assert all(not (op.old.of(old) + op.new.of(new)).strip() for op in changed)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (  # a function word between two replacements
            "The mayors of both towns spoke in Lisbon on Monday.",
            "The mayors of both towns met at Porto on Sunday.",
            "The mayors of both towns [-spoke in Lisbon on Monday-]{+met at Porto on Sunday+}.",
        ),
        (  # a comma
            "We saw red tents, blue flags here.",
            "We saw old carts, new horses here.",
            "We saw [-red tents, blue flags-]{+old carts, new horses+} here.",
        ),
        (  # a figure is never dropped
            "The group spent 40 crowns twice weekly.",
            "The group earned 40 shillings every month.",
            "The group [-spent-]{+earned+} 40 [-crowns twice weekly-]{+shillings every month+}.",
        ),
        (  # nor a word that carries a fact
            "The council cut school budgets hard.",
            "The mayor raised school fees again.",
            "The [-council cut-]{+mayor raised+} school [-budgets hard-]{+fees again+}.",
        ),
        (  # nor a quotation mark
            "He called it “plain” and left town.",
            "He named her “stout” and left town.",
            "He [-called it-]{+named her+} “[-plain-]{+stout+}” and left town.",
        ),
        (  # nor a negation
            "The panel found no fault there.",
            "The judges saw no error anywhere.",
            "The [-panel found-]{+judges saw+} no [-fault there-]{+error anywhere+}.",
        ),
        (  # nor anything between other marks than before
            "They sang ‘on we go’ all night.",
            "They sang “on we go” all night.",
            "They sang [-‘-]{+“+}on we go[-’-]{+”+} all night.",
        ),
        (  # a word that an insertion hangs on, before a replacement
            "The source also said so.",
            "A senior member of the party said so.",
            "[-The source also-]{+A senior member of the party+} said so.",
        ),
        (  # but not one before which a whole phrase was put in
            "She drives a car to work.",
            "She owns and drives a lorry to work.",
            "She {+owns and +}drives a [-car-]{+lorry+} to work.",
        ),
        (  # nor one as long as what is replaced around it
            "They ate in the pub again.",
            "They sat in the inn again.",
            "They [-ate-]{+sat+} in the [-pub-]{+inn+} again.",
        ),
        (  # nor what stands between an insertion and a deletion
            "The red cart of the old miller broke.",
            "The cart of the miller broke.",
            "The [-red -]cart of the [-old -]miller broke.",
        ),
    ],
)
def test_accidental_matches_are_absorbed(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected


def test_a_moved_sentence_is_a_pair_of_ends_with_an_id() -> None:
    old = "The mill burned down in a night. Nobody was inside when it happened. The owner lives abroad these days."
    new = "Nobody was inside when it happened. The owner lives abroad these days. The mill burned down in one night."
    found = diff(old, new)
    (move,) = found.moves
    assert move.old.of(old) == "The mill burned down in a night."
    assert move.new.of(new) == "The mill burned down in one night."
    ends = [op for op in found.ops if op.move == move.id]
    assert [(op.kind, op.old if op.kind is OpKind.DELETE else op.new) for op in ends] == [
        (OpKind.DELETE, move.old),
        (OpKind.INSERT, move.new),
    ]
    assert [op.old.of(old) for op in move.ops if op.kind is OpKind.DELETE] == ["a"]
    assert [op.new.of(new) for op in move.ops if op.kind is OpKind.INSERT] == ["one"]
    assert move.ops[0].old.start == move.old.start
    assert move.ops[-1].new.end == move.new.end


def test_a_moved_paragraph_keeps_its_sentences_together() -> None:
    block = "Geese came back to the marsh in March. They nest on the three small islands."
    rest = [f"Paragraph number {number} is about something else, namely item {number * 7}." for number in range(6)]
    old = "\n\n".join([block, *rest])
    new = "\n\n".join([*rest, block])
    (move,) = diff(old, new).moves
    assert move.old.of(old) == block == move.new.of(new)


PARAGRAPHS = (
    "The harbour froze over in the first week of the year. Boats were hauled out by hand.",
    "The school on Mill Street stayed shut. Parents took turns to teach the youngest.",
    "Coal ran short by the tenth. A train with 40 wagons was stuck in the snow.",
)


def test_slight_edits_are_found_without_asking_for_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(textdiff, "align", None)
    old = "\n\n".join(PARAGRAPHS)
    new = old.replace("first", "second").replace("Boats", "All boats").replace("40", "60").replace(" youngest", "")
    assert marked(old, new).count("{+") == 3
    longer = old.replace("by hand.", "by hand. Nobody had seen the like since the great frost of their childhood.")
    assert marked(old, longer) == marked(longer, old).replace("[-", "{+").replace("-]", "+}")


def test_exchanged_words_are_found_without_asking_for_paragraphs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(textdiff, "Paragraphs", None)
    old = "\n\n".join(PARAGRAPHS)
    new = old.replace("Boats", "Barges").replace("40", "60")
    assert marked(old, new) == old.replace("Boats", "[-Boats-]{+Barges+}").replace("40", "[-40-]{+60+}")


DAYS = [f"On {day} the ferry to the outer islands did not sail from the harbour." for day in ("Monday", "Tuesday")]
ENTRY = "**{}**\nThe part on storms and on what to do in them was brought up to date."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["A title.", *DAYS, *PARAGRAPHS], ["A title.", *DAYS[1:], *PARAGRAPHS]),
        (["A title.", *DAYS], ["A title.", *DAYS[1:]]),
        (
            ["A title.", ENTRY.format("10 June"), ENTRY.format("2 May"), "An end."],
            ["A title.", ENTRY.format("10 July"), ENTRY.format("10 June"), ENTRY.format("2 May"), "An end."],
        ),
        (["A title.", *DAYS, *DAYS], ["A title.", DAYS[0].replace("Mon", "Sun"), *DAYS, *DAYS]),
    ],
)
def test_a_line_like_its_neighbours_is_put_in_and_taken_out_whole(old: list[str], new: list[str]) -> None:
    """No word of it is exchanged for that of the next line, and so on to the last."""
    for one, other in ((old, new), (new, old)):
        ops = diff("\n\n".join(one), "\n\n".join(other)).ops
        (change,) = [op for op in ops if op.kind is not OpKind.EQUAL]
        (line,) = [line for line in one if line not in other] or [line for line in other if line not in one]
        assert (change.old.of("\n\n".join(one)) or change.new.of("\n\n".join(other))).strip() == line


def test_lines_that_each_become_the_next_one_stay_where_they_are() -> None:
    days = [*DAYS, DAYS[1].replace("Tue", "Wednes")]
    old, new = ("\n\n".join([*some, *PARAGRAPHS]) for some in (days[:2], days[1:]))
    (move,) = diff(old, new).moves
    assert (move.old.of(old), move.new.of(new)) == (days[0], days[2])


def test_a_sentence_that_moved_into_another_edited_paragraph_is_a_move() -> None:
    old = "\n\n".join(PARAGRAPHS)
    sentence = "Boats were hauled out by hand."
    new = old.replace(f" {sentence}", "").replace("by the tenth.", f"by the tenth. {sentence}")
    (move,) = diff(old, new).moves
    assert move.old.of(old) == move.new.of(new) == sentence


def test_a_sentence_taken_out_before_an_edited_one_is_taken_out_whole() -> None:
    old = "\n\n".join(PARAGRAPHS)
    new = old.replace("Boats were hauled out by hand.", "Most boats were hauled out by many hands.")
    new = new.replace("The harbour froze over in the first week of the year. ", "")
    assert marked(old, new).startswith("[-The harbour froze over in the first week of the year. ")


def test_short_paragraphs_that_changed_places_are_a_move() -> None:
    heads = ("What do we do?", "How do we do it?")
    old, new = (
        "\n\n".join([PARAGRAPHS[0], one, PARAGRAPHS[1], other, PARAGRAPHS[2]]) for one, other in (heads, heads[::-1])
    )
    assert {move.old.of(old) for move in diff(old, new).moves} <= set(heads) | set(PARAGRAPHS)
    assert diff(old, new).moves


def test_a_short_sentence_that_moved_is_no_slight_edit() -> None:
    old = "\n\n".join(PARAGRAPHS)
    new = f"{old.replace('Boats', 'Ships')} It snowed on."
    moved = new.replace(" It snowed on.", "").replace("of the year.", "of the year. It snowed on.")
    (move,) = diff(new, moved).moves
    assert move.old.of(new) == "It snowed on."


def test_a_split_sentence_is_compared_with_the_whole() -> None:
    old, new = "Hens lay eggs and ducks swim well.", "Hens lay eggs. And ducks swim well."
    assert marked(old, new) == "Hens lay eggs[- and-]{+. And+} ducks swim well."


def test_sentences_without_a_counterpart_share_words_if_they_share_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(textdiff, "align", lambda _old, _new: (Pair(0, None), Pair(None, 0)))
    old, new = "Nine red boats left\n\nport early. All.", "Nine red boats left port at noon."
    assert marked(old, new).startswith("Nine red boats left[-\n\n-]{+ +}port ")
    assert (
        marked("Two dogs.\n\nOne cat ran.", "Nine boats left.") == "[-Two dogs.\n\nOne cat ran.-]{+Nine boats left.+}"
    )


def test_a_sentence_that_became_part_of_another_is_a_move() -> None:
    clause = "the grain that was stored under the old bridge got wet"
    old = f"It rained for nine days. {clause.capitalize()}. Prices rose.\n\nThe mill at Sund stood still."
    new = f"It rained for nine days. Prices rose.\n\nThe mill at Sund stood still, because {clause}."
    (move,) = diff(old, new).moves
    assert move.old.of(old) == f"{clause.capitalize()}."
    assert move.new.of(new).startswith(clause)
    assert [op.old.of(old) for op in move.ops if op.kind is OpKind.DELETE][:1] == ["The"]


def test_what_is_the_same_after_all_is_no_move(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, third = "They met in the town.", "Council hall stood empty.", "Wet snow fell on Sund."
    old, new = f"{first} {second} {third}", f"{first.replace('met', 'sat')} {second} {third.replace('Sund', 'Moss')}"
    one, two = len(first), len(first) + 1 + len(second)
    kept = [Stretch(Span(0, one), Span(0, two)), Stretch(Span(two + 1, len(old)), Span(two + 1, len(new)))]
    monkeypatch.setattr("archivist.diff.textdiff._Work._is_settled", lambda *_: False)
    for moved in ([], [Stretch(Span(one + 1, two), Span(len(new) - 1, len(new)))]):
        monkeypatch.setattr(textdiff, "places", lambda *_, moved=moved: Places(kept, moved))
        assert f" {second} " in marked(old, new).split("+}")[1]
        assert diff(old, new).moves == ()


def test_sentences_of_paragraphs_that_need_no_closer_look_are_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def spy(old: list[str], new: list[str]) -> tuple[Pair, ...]:
        seen.extend([*old, *new])
        return align(old, new)

    monkeypatch.setattr(textdiff, "align", spy)
    old = "\n\n".join(PARAGRAPHS)
    new = old.replace("first", "second").replace(PARAGRAPHS[2], "Snow fell.\n\nNobody came to the market hall at all.")
    diff(old, new)
    assert "Snow fell." in seen
    assert not any(text.startswith("Boats were") for text in seen)


def test_the_wrong_operations_are_refused() -> None:
    with pytest.raises(AssertionError, match="went wrong"):
        prove("ab", "ac", [Op(OpKind.EQUAL, Span(0, 2), Span(0, 2))])
    with pytest.raises(AssertionError, match="went wrong"):
        prove("ab", "ab", [Op(OpKind.EQUAL, Span(1, 2), Span(1, 2))])
    with pytest.raises(AssertionError, match="ends at"):
        prove("ab", "ab", [Op(OpKind.EQUAL, Span(0, 1), Span(0, 1))])


def test_operations_cut_at_the_ends_of_a_stretch() -> None:
    whole = Stretch(Span(2, 6), Span(1, 4))
    found = list(operations(whole, [Same(3, 1, 2)]))
    assert found == [
        Op(OpKind.DELETE, Span(2, 3), Span(1, 1)),
        Op(OpKind.EQUAL, Span(3, 5), Span(1, 3)),
        Op(OpKind.DELETE, Span(5, 6), Span(3, 3)),
        Op(OpKind.INSERT, Span(6, 6), Span(3, 4)),
    ]


@pytest.mark.parametrize(
    ("old", "new", "length"),
    [("", "abc", 0), ("abc", "abc", 3), ("abcbdab", "bdcaba", 4), ("xaxbx", "ab", 2), ("aaaa", "aa", 2)],
)
def test_the_longest_common_part_is_found(old: str, new: str, length: int) -> None:
    pairs = longest_common(list(old), list(new))
    assert len(pairs) == length
    assert all(old[i] == new[j] for i, j in pairs)
    assert pairs == sorted(pairs)


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ("abcd", "bcda", [(1, 0), (2, 1), (3, 2)]),
        ("abc", "xbz", [(1, 1)]),
        ("abc", "xyz", []),
        ("aa", "aa", [(0, 0), (1, 1)]),
        ("ab", "ba", None),
        ("aa", "a", None),
    ],
)
def test_what_two_lists_share_in_one_way_alone(old: str, new: str, pairs: list[tuple[int, int]] | None) -> None:
    assert only_common(list(old), list(new)) == pairs


def test_the_table_in_stripes_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = list("the quick brown fox jumps"), list("over the lazy brown dogs")
    whole = longest_common(old, new)
    monkeypatch.setattr("archivist.diff.sequence._STRIPE_CELLS", 60)
    assert longest_common(old, new) == whole


def test_anchors_stand_once_and_in_order() -> None:
    assert anchors(list("axbxc"), list("cxaxb")) == [(0, 2), (2, 4)]
    assert anchors(list("aa"), list("aa")) == []
