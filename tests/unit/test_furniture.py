from __future__ import annotations

import re

import pytest

from archivist.claims.en import furniture as en
from archivist.claims.furniture import furniture
from archivist.model.claim import FurnitureKind

PROSE = "The ferry sank off Port Hale on Monday."


def found(text: str) -> list[tuple[FurnitureKind, str]]:
    return [(piece.kind, piece.span.of(text)) for piece in furniture(text)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Mara Quill", FurnitureKind.BYLINE),
        ("By Mara Quill, Staff Writer", FurnitureKind.BYLINE),
        ("By Mara Quill and Tom de Vries", FurnitureKind.BYLINE),
        ("Mara Quill, Political Correspondent", FurnitureKind.BYLINE),
        ("Updated at 3:15 p.m.", FurnitureKind.STAMP),
        ("Last updated: 12 March 2025", FurnitureKind.STAMP),
        ("Published March 12, 2025 at 9:04 a.m. ET", FurnitureKind.STAMP),
        ("14:32 GMT", FurnitureKind.STAMP),
        ("2 hours ago", FurnitureKind.STAMP),
        ("Reporting by Mara Quill in Hale; Editing by Tom Roe", FurnitureKind.CREDIT),
        ("(AP Photo/Mara Quill)", FurnitureKind.CREDIT),
        ("==Kyodo", FurnitureKind.CREDIT),
        ("Mara Quill/Getty Images", FurnitureKind.CREDIT),
        ("© 2025 The Hale Courier", FurnitureKind.CREDIT),
        ("Tom Roe contributed to this report.", FurnitureKind.CREDIT),
        ("Read more: How the ferry sank", FurnitureKind.PROMOTION),
        ("Subscribe to our newsletter.", FurnitureKind.PROMOTION),
        ("Sign up for the Hale Courier's evening briefing.", FurnitureKind.PROMOTION),
        ("Follow us on every channel", FurnitureKind.PROMOTION),
        ("ADVERTISEMENT", FurnitureKind.PROMOTION),
        ("Correction: The ferry was built in 1974, not 1947.", FurnitureKind.CORRECTION),
        ("Correction (Oct. 12): The ferry was built in 1974.", FurnitureKind.CORRECTION),
        ("Editor’s note: This account has been shortened.", FurnitureKind.CORRECTION),
        ("An earlier version of this article misstated the ferry's age.", FurnitureKind.CORRECTION),
        ("This story has been corrected to show that the ferry was new.", FurnitureKind.CORRECTION),
        ("A previous version of our report gave another date.", FurnitureKind.CORRECTION),
        ("Our live blog was updated with the name of the ferry.", FurnitureKind.CORRECTION),
        ("The headline originally said that the ferry sank.", FurnitureKind.CORRECTION),
        ("Because of an editing error, the ferry was said to be old.", FurnitureKind.CORRECTION),
        ("Corrects the spelling of the ferry's name.", FurnitureKind.CORRECTION),
        ("UPDATE: This story has been updated with the ferry's age.", FurnitureKind.CORRECTION),
        ("(This story was corrected to fix the ferry's age.)", FurnitureKind.CORRECTION),
        ("File photo of the ferry at Port Hale", FurnitureKind.CAPTION),
        ("Divers are seen near the wreck. (Mara Quill/AFP)", FurnitureKind.CAPTION),
        ("Divers stand near the wreck. (Photo by Mara Quill)", FurnitureKind.CAPTION),
        ("A diver holds a bell in Hale on Oct. 11, 2024. (Kyodo)", FurnitureKind.CAPTION),
        ("## What we know", FurnitureKind.HEADLINE),
        ("PORT HALE, Oct. 11 (Reuters)", FurnitureKind.DATELINE),
        ("PORT HALE, Orland, Oct. 11, 2024", FurnitureKind.DATELINE),
        ("PORT HALE (AP)", FurnitureKind.DATELINE),
        ("PORT HALE —", FurnitureKind.DATELINE),
        ("Port Hale, Oct. 11 (AP) --", FurnitureKind.DATELINE),
    ],
)
def test_lines_of_furniture(line: str, kind: FurnitureKind) -> None:
    text = f"{PROSE}\n\n{line}\n\n{PROSE}"
    assert [piece[0] for piece in found(text)] == [kind]


@pytest.mark.parametrize(
    "line",
    [
        PROSE,
        "By Monday the ferry had sunk.",
        "By the time divers came, nothing was left",
        "Reporting by the Courier showed that the ferry was old.",
        "Rain contributed to the crash.",
        "Copyright law is due for reform.",
        "Corrections officers were called to the pier.",
        "Amendments to the bill were rejected on Friday.",
        "The report was updated in May to include ferries.",
        "An earlier version of the bill was rejected.",
        "Read the letter, she told the court.",
        "“Follow us,” the skipper shouted.",
        "Share prices fell after the sinking.",
        "The committee meets on Friday and hears the skipper.",
        "NATO - a defence alliance - sent a tug.",
        "12 dead after ferry sinks off Port Hale",
        "Pictures, plates and rugs were lost in the wreck.",
        "Watch keepers on the pier saw nothing.",
        "He earns 14:1 of what they earn.",
        "Update your charts, skippers were told.",
        "-\x1f-",
    ],
)
def test_prose_is_no_furniture(line: str) -> None:
    assert found(f"{PROSE}\n\n{line}\n\n{PROSE}") == []


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        ("LONDON (Reuters) — The ferry sank.", "LONDON (Reuters) —"),
        ("PORT HALE, Oct. 12 — The ferry sank.", "PORT HALE, Oct. 12 —"),
        ("PORT HALE, Ruritania (AP) - The ferry sank.", "PORT HALE, Ruritania (AP) -"),
        ("Port Hale (Reuters) - The ferry sank.", "Port Hale (Reuters) -"),
        ("TOKYO -- The ferry sank.", "TOKYO --"),
    ],
)
def test_a_dateline_leaves_its_sentence(paragraph: str, dateline: str) -> None:
    assert found(f"{paragraph}\n\n{PROSE}") == [(FurnitureKind.DATELINE, dateline)]


def test_a_credit_after_prose_leaves_the_prose() -> None:
    assert found(f"{PROSE} (Reuters)") == [(FurnitureKind.CREDIT, "(Reuters)")]


def test_stamp_of_a_live_blog_leaves_the_entry() -> None:
    assert found("14:32 GMT — The ferry has sunk.") == [(FurnitureKind.STAMP, "14:32 GMT —")]


def test_label_of_news_leaves_the_news() -> None:
    assert found("UPDATE: The ferry has sunk.") == [(FurnitureKind.STAMP, "UPDATE:")]


def test_the_first_line_without_a_full_stop_is_the_headline() -> None:
    text = f"Ferry sinks off Port Hale\n\n{PROSE}"
    assert found(text) == [(FurnitureKind.HEADLINE, "Ferry sinks off Port Hale")]


def test_a_lone_line_is_a_claim_and_no_headline() -> None:
    assert found("Ferry sinks off Port Hale") == []


def test_a_later_line_without_a_full_stop_is_no_headline() -> None:
    assert found(f"{PROSE}\n\nFerry sinks off Port Hale\n\n{PROSE}") == []


def test_a_wrapped_first_paragraph_is_no_headline() -> None:
    assert found(f"The ferry sank off\nPort Hale on Monday.\n\n{PROSE}") == []


def test_a_note_of_two_lines_is_one_span() -> None:
    text = f"{PROSE}\n\nCorrection: The ferry was\nbuilt in 1974."
    assert found(text) == [(FurnitureKind.CORRECTION, "Correction: The ferry was\nbuilt in 1974.")]


def test_a_note_does_not_swallow_the_paragraph_on_the_next_line() -> None:
    note = "Correction: The ferry was built in 1974."
    assert found(f"{note}\n{PROSE}") == [(FurnitureKind.CORRECTION, note)]


def test_lines_of_one_block_are_told_apart() -> None:
    text = f"Ferry sinks off Port Hale\n\nBy Mara Quill\nUpdated 2:10 p.m.\n\n{PROSE}"
    kinds = [FurnitureKind.HEADLINE, FurnitureKind.BYLINE, FurnitureKind.STAMP]
    assert [kind for kind, _ in found(text)] == kinds


def test_spans_leave_out_white_space() -> None:
    assert found(f"{PROSE}\n\n   By Mara Quill  \n\n{PROSE}") == [(FurnitureKind.BYLINE, "By Mara Quill")]


def test_nothing_in_nothing() -> None:
    assert furniture("") == ()
    assert furniture(" \n\n \n") == ()


@pytest.mark.parametrize("label", en.NOTE_LABEL_WHOLE)
def test_what_need_not_be_tried_would_fit(label: str) -> None:
    assert label == label.lower()
    assert label.rstrip(":") in en.NOTE_LABEL_OPENERS.split()
    assert re.match(en.NOTE_LABEL, label, re.IGNORECASE)


@pytest.mark.parametrize("line", ["PORT HALE — The ferry sank.", "PORT HALE, Me., Oct. 3 -- The ferry sank."])
def test_a_dateline_needs_no_agency(line: str) -> None:
    assert re.match(en.DATELINE_WITHOUT_AGENCY, line)
    assert found(f"{line}\n\n{PROSE}")[0][0] is FurnitureKind.DATELINE


@pytest.mark.parametrize("agency", ["Kyodo News", "dpa", "The Associated Press", "Agence France-Presse", "PA Media"])
def test_each_agency_may_sign_a_dateline(agency: str) -> None:
    assert found(f"Port Hale ({agency}) — The ferry sank.\n\n{PROSE}")[0][0] is FurnitureKind.DATELINE


def test_a_longer_name_of_an_agency_stands_before_the_one_it_begins_with() -> None:
    names = en.AGENCIES
    assert not [(one, two) for at, one in enumerate(names) for two in names[at:] if two != one and two.startswith(one)]


@pytest.mark.parametrize(
    ("block", "credit"),
    [
        ("Divers found the mast. (Photo by Mara Quill)", "(Photo by Mara Quill)"),
        (
            "Divers found the mast. (Mara Quill/AP) (Courtesy of Hale Museum).",
            "(Mara Quill/AP) (Courtesy of Hale Museum).",
        ),
        ("Divers found the mast. (AP/Mara Quill)", "(AP/Mara Quill)"),
        ("Divers found the mast. ===Kyodo", "===Kyodo"),
        ("Divers found the mast. == AP", "== AP"),
        ("Divers found the mast (in June) (AP)", "(AP)"),
    ],
)
def test_credits_end_a_block(block: str, credit: str) -> None:
    assert found(f"{PROSE}\n\n{block}") == [(FurnitureKind.CREDIT, credit)]


@pytest.mark.parametrize(
    "block",
    [
        "Divers found the mast (in June).",
        "Divers found the mast (photographs)) .",
        "Divers found the mast ==",
        "Divers found the mast == Roe",
        f"Divers found the mast ({'x ' * 60}photo)",
        "Divers found the mast (https://quay.example/images/mast.png)",
    ],
)
def test_other_endings_are_no_credits(block: str) -> None:
    assert found(f"{PROSE}\n\n{block}") == []


@pytest.mark.parametrize(
    ("block", "is_caption"),
    [
        ("Divers inspect the mast on June 3, 2024. (AP)", True),
        ("Divers inspect the mast on 3 June 2024. (AP)", True),
        ("The mast is seen on Sept. 3, 2024. (AP)", True),
        ("Divers inspect the mast on the quay. (Handout via AP)", True),
        ("Divers inspected the mast on June 3, 2024. (AP)", False),
        ("Divers inspect the mast on June 3. (AP)", False),
        ("Divers inspect the mast with 31 others in 2024. (AP)", False),
        ("Divers inspect the mast. (AP)", False),
    ],
)
def test_a_caption_shows_somebody_on_a_day_or_in_a_picture(block: str, *, is_caption: bool) -> None:
    kinds = [kind for kind, _ in found(f"{PROSE}\n\n{block}")]
    assert kinds == [FurnitureKind.CAPTION if is_caption else FurnitureKind.CREDIT]


@pytest.mark.parametrize(
    "text", ["\ufeff", "\ufeff\n", "\ufeff\n a.", "Roe. \ufeff\n b", "\ufeff\n\n\ufeff \n\nThe ferry sank."]
)
def test_a_paragraph_of_a_byte_order_mark_is_none(text: str) -> None:
    assert not furniture(text)


def test_a_line_that_is_the_whole_text_leads_on_from_nothing() -> None:
    assert not furniture("Watch: Fara 0-1 Harrow")
    assert [kind for kind, _ in found(f"{PROSE}\n\nWatch: Fara 0-1 Harrow")] == [FurnitureKind.PROMOTION]


@pytest.mark.parametrize(
    "aside", ["a photo of his wife was in it", "pictures had been burned too", "the image is now lost"]
)
def test_a_sentence_in_brackets_is_no_credit(aside: str) -> None:
    assert found(f"{PROSE}\n\nDivers found the mast ({aside}).") == []
