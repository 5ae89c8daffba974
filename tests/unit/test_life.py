from __future__ import annotations

from archivist.diff.life import Turn, life

PIER = "The pier was closed on Monday."
COST = "Repairs will cost 40,000 pounds."
CREW = "A crew of nine is at work."
GULL = "Gulls have taken over the tea room."


def _text(*sentences: str) -> str:
    return "\n\n".join(sentences) + "\n"


def _turns(*texts: str) -> list[list[tuple[int, Turn]]]:
    return [[(one.thread, one.turn) for one in sentences] for sentences in life(texts).texts]


def test_the_first_text_brings_all_its_sentences() -> None:
    assert _turns(_text(PIER, COST)) == [[(0, Turn.CAME), (1, Turn.CAME)]]


def test_no_text_has_no_sentences() -> None:
    assert life(()) == ((), 0)
    assert life(("", "")) == (((), ()), 0)


def test_a_sentence_that_stays_is_kept_also_on_other_lines() -> None:
    told = life((_text(PIER, COST), _text("The pier was\nclosed on Monday.", COST)))
    assert [(one.turn, one.origin) for one in told.texts[1]] == [(Turn.KEPT, 0), (Turn.KEPT, 0)]


def test_an_edited_sentence_goes_on_in_its_thread() -> None:
    told = life((_text(PIER, COST), _text(PIER, COST.replace("40", "55"))))
    assert [(one.thread, one.turn, one.origin) for one in told.texts[1]] == [(0, Turn.KEPT, 0), (1, Turn.EDITED, 1)]


def test_a_new_sentence_stands_behind_the_one_it_came_after() -> None:
    assert _turns(_text(PIER, COST), _text(PIER, CREW, COST))[1] == [
        (0, Turn.KEPT),
        (1, Turn.CAME),
        (2, Turn.KEPT),
    ]


def test_a_new_first_sentence_is_the_first_thread() -> None:
    assert _turns(_text(PIER), _text(GULL, PIER))[1] == [(0, Turn.CAME), (1, Turn.KEPT)]


def test_a_sentence_that_went_comes_back_in_its_thread_with_its_origin() -> None:
    told = life((_text(PIER, COST, CREW), _text(PIER, CREW), _text(PIER, COST, CREW)))
    assert [one.thread for one in told.texts[1]] == [0, 2]
    back = told.texts[2][1]
    assert (back.thread, back.turn, back.origin) == (1, Turn.BACK, 0)


def test_words_that_return_after_an_edit_are_back_in_the_same_thread() -> None:
    told = life((_text(PIER, COST), _text(PIER, COST.replace("40", "55")), _text(PIER, COST)))
    assert told.threads == 2
    assert (told.texts[2][1].turn, told.texts[2][1].origin) == (Turn.BACK, 0)


def test_a_moved_sentence_says_so_and_keeps_its_thread() -> None:
    told = life((_text(PIER, COST, CREW), _text(CREW, PIER, COST)))
    assert [(one.thread, one.moved) for one in told.texts[1]] == [(2, True), (0, False), (1, False)]


def test_the_same_text_again_keeps_everything() -> None:
    told = life((_text(PIER), _text(PIER, COST), _text(PIER, COST)))
    assert {one.turn for one in told.texts[2]} == {Turn.KEPT}


def test_a_split_goes_on_in_its_first_part_and_the_other_comes() -> None:
    whole = "The harbour master closed the east pier on Monday and the council opened an inquiry into the delay."
    parts = ("The harbour master closed the east pier on Monday.", "The council opened an inquiry into the delay.")
    told = life((_text(GULL, whole), _text(GULL, " ".join(parts))))
    assert [(one.thread, one.turn) for one in told.texts[1][1:]] == [(1, Turn.EDITED), (2, Turn.CAME)]


def test_two_copies_are_two_threads() -> None:
    assert [one.thread for one in life((_text(PIER, PIER),)).texts[0]] == [0, 1]
