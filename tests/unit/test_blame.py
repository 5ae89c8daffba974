from __future__ import annotations

import json

import pytest

from archivist.diff.blame import blame
from archivist.model.revision import Revision
from archivist.render.blame import blame_lines
from archivist.render.blame_json import blame_json

PIER = "The pier is shut."
ROT = "Divers found rot in eleven of its forty piles."
COST = "The mayor put the cost of the work at 90,000 crowns."
RAIN = "Heavy rain is expected on Friday."


def by_sentence(*texts: str) -> list[tuple[str, int]]:
    return [(sentence.span.of(texts[-1]), sentence.origin) for sentence in blame(texts)]


def by_word(*texts: str) -> list[list[tuple[str, int]]]:
    found = blame(texts, by_word=True)
    return [[(word.span.of(texts[-1]), word.origin) for word in sentence.words] for sentence in found]


def origins(*texts: str) -> str:
    """The origin of each word, a digit each, in the last text."""
    return " ".join("".join(str(origin) for _, origin in sentence) for sentence in by_word(*texts))


def story(*sentences: str) -> str:
    return "\n\n".join(sentences) + "\n"


def test_no_text_and_an_empty_one_have_no_sentence() -> None:
    assert blame([]) == ()
    assert blame([PIER, ""]) == ()


def test_a_sentence_that_stays_keeps_its_origin() -> None:
    assert by_sentence(PIER, story(PIER, ROT), story(PIER, ROT, COST)) == [(PIER, 0), (ROT, 1), (COST, 2)]


def test_words_are_told_when_asked_for() -> None:
    assert all(not sentence.words for sentence in blame([story(PIER, ROT)]))
    assert by_word(PIER) == [[("The", 0), ("pier", 0), ("is", 0), ("shut", 0), (".", 0)]]


def test_an_edited_sentence_belongs_to_its_last_edit_and_its_words_to_theirs() -> None:
    texts = ("The pier is shut.", "The old pier is shut.", "The old pier is open.")
    assert by_sentence(*texts) == [("The old pier is open.", 2)]
    assert origins(*texts) == "010020"


def test_a_moved_sentence_keeps_its_origin() -> None:
    texts = (story(PIER, ROT), story(PIER, ROT, COST), story(COST, RAIN, PIER, ROT))
    assert by_sentence(*texts) == [(COST, 1), (RAIN, 2), (PIER, 0), (ROT, 0)]


def test_a_sentence_that_moved_and_was_edited_keeps_its_words() -> None:
    edited = ROT.replace("eleven", "twelve")
    texts = (story(ROT, PIER, COST, RAIN), story(PIER, COST, RAIN, edited))
    assert by_sentence(*texts)[-1] == (edited, 1)
    assert by_word(*texts)[-1] == [(word, int(word == "twelve")) for word, _ in by_word(edited)[0]]


def test_a_sentence_taken_out_and_put_back_has_its_old_origin() -> None:
    texts = (PIER, story(PIER, ROT), PIER, story(COST, PIER), story(ROT, COST, PIER))
    assert by_sentence(*texts) == [(ROT, 1), (COST, 3), (PIER, 0)]


def test_an_edit_that_is_taken_back_leaves_no_trace() -> None:
    other = PIER.replace("shut", "open")
    assert by_sentence(story(PIER, ROT), story(other, ROT), story(PIER, ROT)) == [(PIER, 0), (ROT, 0)]
    assert origins(PIER, other, PIER) == "00000"


def test_a_sentence_put_back_in_other_words_keeps_those_it_had() -> None:
    edited = ROT.replace("eleven", "twelve")
    texts = (story(PIER, ROT), PIER, story(PIER, COST), story(PIER, COST, edited))
    assert by_word(*texts)[-1] == [(word, 3 * (word == "twelve")) for word, _ in by_word(edited)[0]]


def test_a_word_put_back_into_an_edited_sentence_has_its_old_origin() -> None:
    texts = (
        "The red cart of the miller broke on the hill.",
        "The cart of the miller broke on the hill.",
        "The red cart of the miller broke on the bridge.",
    )
    assert origins(*texts) == "00000000020"


def test_a_few_words_in_a_row_do_not_make_a_new_sentence_an_old_one() -> None:
    new = "The cost of the work at the church is not known to its parish council yet."
    assert set(origins(story(PIER, COST), story(PIER, COST, new)).split()[-1]) == {"1"}


def test_the_parts_of_a_split_and_the_whole_of_a_join_keep_their_words() -> None:
    whole = "Divers found rot in eleven piles, and the mayor put the cost at 90,000 crowns."
    parts = "Divers found rot in eleven piles. The mayor put the cost at 90,000 crowns."
    split = [word for sentence in by_word(whole, parts) for word, origin in sentence if origin]
    join = [word for sentence in by_word(parts, whole) for word, origin in sentence if origin]
    assert (split, join) == (["The"], [",", "and", "the"])


def test_copies_come_one_after_the_other() -> None:
    texts = ("Yes. No.", "Yes. No. Yes.", "No.", "Yes. No. Yes.")
    assert [origin for _, origin in by_sentence(*texts[:2])] == [0, 0, 1]
    assert sorted(origin for sentence, origin in by_sentence(*texts) if sentence == "Yes.") == [0, 1]
    assert by_sentence(*texts[:3], "Yes. No.")[0] == ("Yes.", 0)


def test_a_reflow_is_no_edit_but_a_changed_mark_is_one() -> None:
    assert by_sentence(ROT, ROT.replace("rot in", "rot\nin")) == [(ROT.replace("rot in", "rot\nin"), 0)]
    assert by_sentence("It cost 1.5 million.", "It cost 15 million.")[0][1] == 1
    assert origins('He said "no".', "He said “no”.") == "001010"


def test_spans_are_of_the_last_text() -> None:
    text = story(f"  {PIER} {ROT}", COST)
    assert [sentence.span.of(text) for sentence in blame([RAIN, text])] == [PIER, ROT, COST]


def test_lines_broken_at_the_margin_are_one_sentence() -> None:
    broken = (
        "The harbour froze over in the first week of the year, and boats were\nhauled out by hand. Nobody was hurt."
    )
    assert [sentence for sentence, _ in by_sentence(broken)] == [broken[:88], "Nobody was hurt."]


def revision(number: int, **fields: str) -> Revision:
    known = {"captured_at": f"2026-03-0{number}T09:00:00Z", **fields}
    return Revision(str(number) * 64, "pier", known["captured_at"], "0" * 64, 9, (), "archivist 0")


REVISIONS = [revision(number) for number in (1, 2, 3)]
TEXTS = (
    story(PIER, ROT),
    story(PIER, ROT.replace("eleven", "nine")),
    story(PIER, ROT.replace("eleven", "nine"), RAIN),
)


def test_lines_name_number_day_and_digest_and_are_wrapped() -> None:
    found = blame_lines(blame(TEXTS), TEXTS[-1], REVISIONS, width=60)
    assert found.splitlines() == [
        "#  captured (UTC)    revision      words",
        "1  2026-03-01 09:00  111111111111  The pier is shut.",
        "2  2026-03-02 09:00  222222222222  Divers found rot in nine",
        "                                   of its forty piles.",
        "3  2026-03-03 09:00  333333333333  Heavy rain is expected on",
        "                                   Friday.",
    ]


def test_words_that_came_together_stand_together() -> None:
    found = blame_lines(blame(TEXTS, by_word=True), TEXTS[-1], REVISIONS, width=80, by_word=True)
    assert [line.split("  ") for line in found.splitlines()[1:]] == [
        ["1", "2026-03-01 09:00", "1" * 12, "The pier is shut."],
        ["1", "2026-03-01 09:00", "1" * 12, "Divers found rot in"],
        ["2", "2026-03-02 09:00", "2" * 12, "nine"],
        ["1", "2026-03-01 09:00", "1" * 12, "of its forty piles."],
        ["3", "2026-03-03 09:00", "3" * 12, "Heavy rain is expected on Friday."],
    ]


@pytest.mark.parametrize("by_word", [False, True])
def test_hostile_text_is_shown_and_not_sent(*, by_word: bool) -> None:
    text = "Red \x1b[31m\u202eand\rback.\n"
    hostile = [revision(1, captured_at="2026\x1b[2J03-01T09:00:00Z")]
    shown = blame_lines(blame([text], by_word=by_word), text, hostile, width=80, by_word=by_word)
    assert not {"\x1b", "\u202e", "\r"} & set(shown)
    assert "\\x1b" in shown


def test_an_empty_text_has_no_lines() -> None:
    assert blame_lines((), "", REVISIONS, width=80) == ""


def test_json_names_the_revisions_that_it_speaks_of() -> None:
    document = json.loads(blame_json(blame(TEXTS[:2]), TEXTS[1], REVISIONS[:2]))
    assert (document["number"], document["revision"]) == (2, "2" * 64)
    assert document["origins"] == [
        {"number": number, "revision": str(number) * 64, "capturedAt": f"2026-03-0{number}T09:00:00Z"}
        for number in (1, 2)
    ]
    first, _ = document["sentences"]
    assert first == {"start": 0, "end": 17, "text": PIER, "origin": 1}


def test_json_tells_words_when_asked() -> None:
    document = json.loads(blame_json(blame(TEXTS, by_word=True), TEXTS[-1], REVISIONS, by_word=True))
    nine = document["sentences"][1]["words"][4]
    assert (nine["text"], nine["origin"]) == ("nine", 2)
    assert json.loads(blame_json((), "", REVISIONS[:1], by_word=True))["sentences"] == []
