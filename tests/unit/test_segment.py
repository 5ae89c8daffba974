from __future__ import annotations

import pytest

from archivist.text.paragraphs import paragraphs
from archivist.text.segment import segment


def split(text: str) -> list[str]:
    return [sentence.span.of(text) for sentence in segment(text)]


def marked(text: str) -> str:
    return " | ".join(split(text))


@pytest.mark.parametrize(
    "expected",
    [
        "The pier closed. | Nobody knew why. | Was it rot? | It was!",
        "Mr. Lund met Dr. Cole and Gen. Abara. | They spoke.",
        "Sen. Pat Doe, D-Calif. and Rep. Jo Roe (R-Ky.) voted no. | The bill died.",
        "Acme Inc. said so. | He sold Acme Inc. | The buyer was Bolt & Co. of Leeds.",
        "The U.S. Senate met. | She lives in the U.S. | Her son lives in the U.K. Midlands.",
        "The train left at 5 p.m. Tuesday. | It came at 9 a.m. | Nobody waited.",
        "It is due at 6 p.m. EST and at 11 p.m. GMT.",
        "A. B. Cole sang. | J. Hale played. | They chose Plan B. | It worked.",
        "Prices rose 3.5 percent to $1.20. | Sales fell.",
        "No. 10 won. | She said no. | He left in Sept. 2019.",
        "He fell ill. | Doctors came. | He sat. | Nurses left.",
        "The Oct. 3 vote is off. | It was in Aug. | Now it is in Dec. 2031.",
        "It sold fruit, nuts, etc. | The shop, e.g. on Main St. near the quay, is gone.",
        "The firm (founded in 1998.) is small. | (It was smaller.) | It grew.",
        "See https://a.example/b.c?d=e. | Then write to jo@b.example. | Go.",
        "Ask at a.example. | Then wait.",
        "It ended.[3] | Then it rained.",
        "Fig. [3] shows the pier. | Eqs. (4) and (5) give its height, as in Ref. [7]. | (It is tall.)",
        "She said no. | [Cole left.] | He drew one more fig. | Lund laughed.",
        "The app was called iRain. | iRain failed. | It cost £3. | $4 was too much.",
        "In 1998. | 300 people came.",
        "The firm (it was once bigger.) is small.",
        "He has left the U.S. | “Good riddance,” said Cole.",
        "Ms. de Lima resigned yesterday. | de Lima did not say why.",
    ],
)
def test_full_stops(expected: str) -> None:
    assert marked(expected.replace(" | ", " ")) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "“Go!” he said. | “We stay. | They go,” she added.",
        "“Go!” Cole said. | “Why?” asked Lund. | Then both left.",
        "“We will win.” | “No, you will not.”",
        '"Stop." | The crowd stopped. | "Why?" Mary Lund asked.',
        "He called it “a farce.” | She agreed.",
        "‘It is late.’ | ‘So it is.’",
        "She said: “The pier is safe. | I walk on it.” | He does not.",
        "He waited ... and waited. | “I thought …” | She stopped.",
        "What?! | No!! | Never.",
        "They left out words [...] and more words. | It ended.",
        "Great! 😀 | Next day it rained. :) | Then not.",
    ],
)
def test_quotations_and_other_marks(expected: str) -> None:
    assert marked(expected.replace(" | ", " ")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "校舎は閉まった。生徒は「帰る。」と言った。次は？",
            ["校舎は閉まった。", "生徒は「帰る。」と言った。", "次は？"],
        ),
        ("पुल बंद है। लोग नाराज़ हैं।", ["पुल बंद है।", "लोग नाराज़ हैं।"]),
        ("هل فُتح الجسر؟ نعم. إنه مفتوح.", ["هل فُتح الجسر؟", "نعم.", "إنه مفتوح."]),
        ("Τι έγινε; Έκλεισε. Ναι!", ["Τι έγινε;", "Έκλεισε.", "Ναι!"]),
        ("Der Steg ist zu; er ist morsch.", ["Der Steg ist zu; er ist morsch."]),
    ],
)
def test_other_scripts(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pier closed.Nobody knew.", ["The pier closed.", "Nobody knew."]),
        ("They met in Leeds.The talks failed.", ["They met in Leeds.", "The talks failed."]),
        ("Go to Booking.Com or node.js now.", ["Go to Booking.Com or node.js now."]),
        ("i came late. they had left. ok", ["i came late.", "they had left.", "ok"]),
        ("It has approx. five rooms.", ["It has approx. five rooms."]),
        ("1. Mend it 2. Paint it 3. Sell it", ["1. Mend it", "2. Paint it", "3. Sell it"]),
        ("a) Mend it b) Paint it", ["a) Mend it", "b) Paint it"]),
        ("• Mend it • Paint it", ["• Mend it", "• Paint it"]),
        ("LEEDS, Oct. 3 (AP) — The pier closed. It is old.", ["LEEDS, Oct. 3 (AP) — The pier closed.", "It is old."]),
    ],
)
def test_where_the_typing_is_unusual(text: str, expected: list[str]) -> None:
    assert split(text) == expected


HEADED = """Old Pier Closes
By Jo Roe

The town has closed its pier after rot was found in eleven of its forty
piles. It had been open since 1887, and was last mended when Mayor Ada
Lund held office.

What next:
- Mend it
- sell it

Reporting by Jo Roe"""


def test_a_line_ended_by_hand_ends_its_sentence_and_a_full_line_does_not() -> None:
    assert split(HEADED) == [
        "Old Pier Closes",
        "By Jo Roe",
        "The town has closed its pier after rot was found in eleven of its forty\npiles.",
        "It had been open since 1887, and was last mended when Mayor Ada\nLund held office.",
        "What next:",
        "- Mend it",
        "- sell it",
        "Reporting by Jo Roe",
    ]


WRAPPED = """The ferry that ran aground on Monday had room for no more people than
112. Its crew sent for help at once, and all of them were brought home
by noon (see
[the harbour chart](/chart), and the log).

What next:
1. Mend the ferry
2. Sell it
"""


def test_a_number_or_bracket_that_a_full_line_is_followed_by_belongs_to_its_sentence() -> None:
    assert [" ".join(sentence.split()) for sentence in split(WRAPPED)] == [
        "The ferry that ran aground on Monday had room for no more people than 112.",
        "Its crew sent for help at once, and all of them were brought home by noon (see [the harbour chart](/chart), "
        "and the log).",
        "What next:",
        "1. Mend the ferry",
        "2. Sell it",
    ]


def test_lines_without_a_margin_are_sentences() -> None:
    text = "Pier closes\nThe town closed its pier on Monday after a storm\nNobody was hurt\n"
    assert split(text) == text.splitlines()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_blank_lines_part_paragraphs_whatever_ends_a_line(end: str) -> None:
    text = f"{end}One.{end} \t{end}Two.{end}Three.{end}{end}{end}Four.{end}"
    assert [span.of(text) for span in paragraphs(text)] == ["One.", f"Two.{end}Three.", "Four."]
    assert [(s.span.of(text), s.paragraph) for s in segment(text)] == [
        ("One.", 0),
        ("Two.", 1),
        ("Three.", 1),
        ("Four.", 2),
    ]


def test_a_paragraph_separator_parts_paragraphs() -> None:
    assert [span.of("One.\u2029Two.") for span in paragraphs("One.\u2029Two.")] == ["One.", "Two."]


@pytest.mark.parametrize("text", ["", " \n\t\r\n "])
def test_nothing_has_no_sentences(text: str) -> None:
    assert (segment(text), paragraphs(text)) == ((), ())


@pytest.mark.parametrize("text", ["\ufeffWords.", "...", "—", "?", "a"])
def test_every_character_belongs_to_a_sentence(text: str) -> None:
    assert split(text) == [text]
