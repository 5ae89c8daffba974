"""Who said what: source, cue and content, in whatever order they stand."""

from __future__ import annotations

import pytest

from archivist.claims.attribution import Attribution, attributions
from archivist.claims.en.cues import Form, cue_class, cues, inflections
from archivist.claims.quotes import quotations
from archivist.model.claim import CueClass
from archivist.text.segment import segment

Parts = tuple[str | None, str | None, tuple[str, ...]]


def found(text: str) -> tuple[Attribution, ...]:
    return attributions(text, segment(text), quotations(text))


def parts(text: str) -> list[Parts]:
    return [
        (
            one.source.of(text) if one.source else None,
            one.cue.of(text) if one.cue else None,
            tuple(span.of(text) for span in one.content),
        )
        for one in found(text)
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        # Source, cue, content.
        ("Okafor said the firm would not sell.", "Okafor", "said", "the firm would not sell"),
        ("Okafor also said that the firm would not sell.", "Okafor", "also said", "that the firm would not sell"),
        ("But the union claims the roof leaked.", "the union", "claims", "the roof leaked"),
        ("On Monday the mayor of Ames said it was safe.", "the mayor of Ames", "said", "it was safe"),
        ("Earlier this month Roe warned that the dam leaked.", "Roe", "warned", "that the dam leaked"),
        ("Okafor told reporters he would not sell.", "Okafor", "told", "he would not sell"),
        ("Okafor told the Ames town council on Friday that he was ill.", "Okafor", "told", "that he was ill"),
        ("Roe said on Monday in an interview that it was safe.", "Roe", "said", "that it was safe"),
        ("Roe said by phone that it was safe.", "Roe", "said", "that it was safe"),
        ("Roe said by e-mail on Monday the dam leaked.", "Roe", "said", "the dam leaked"),
        ("Roe was quoted as saying that it was safe.", "Roe", "was quoted as saying", "that it was safe"),
        ("Roe has refused to say whether the dam leaked.", "Roe", "has refused to say", "whether the dam leaked"),
        ("Roe went on to explain that the dam leaked.", "Roe", "went on to explain", "that the dam leaked"),
        # Source with its apposition, or with a clause.
        ("Ann Roe, the mayor of Ames, said it was safe.", "Ann Roe, the mayor of Ames,", "said", "it was safe"),
        ("The mayor, Ann Roe, said it was safe.", "The mayor, Ann Roe,", "said", "it was safe"),
        ("Roe, speaking in Ames, said it was safe.", "Roe", "said", "it was safe"),
        ("A man who saw the crash said it was loud.", "A man who saw the crash", "said", "it was loud"),
        ("Miners in Ames and sailors said it was safe.", "Miners in Ames and sailors", "said", "it was safe"),
        # Content first.
        ("“We will not sell,” Okafor said.", "Okafor", "said", "“We will not sell,”"),
        ("“We will not sell,” said Okafor, the owner.", "Okafor, the owner", "said", "“We will not sell,”"),
        ("“We will not sell,” she told the Ames Gazette.", "she", "told", "“We will not sell,”"),
        ("The roof leaked, the union said on Monday.", "the union", "said", "The roof leaked"),
        ("The roof had leaked, said the mayor, Ann Roe.", "the mayor, Ann Roe", "said", "The roof had leaked"),
        ("It leaked 1,200 litres, police said.", "police", "said", "It leaked 1,200 litres"),
        # According to, labels, nouns, passives, attitudes.
        ("According to the ministry, 12 people died.", "the ministry", "According to", "12 people died"),
        ("Twelve people died, according to the ministry.", "the ministry", "according to", "Twelve people died"),
        ("Ann Roe: The dam will hold", "Ann Roe", ":", "The dam will hold"),
        ("Ann Roe's claim that the dam held was false.", "Ann Roe's", "claim", "that the dam held was false"),
        ("The plan was condemned by the union.", "the union", "was condemned", "The plan"),
        ("The union wants to keep the hall.", "The union", "wants", "to keep the hall"),
        ("Miners called for a new roof.", "Miners", "called for", "a new roof"),
        ("The study found that men were taller.", "The study", "found", "that men were taller"),
    ],
)
def test_one_attribution(text: str, source: str, cue: str, content: str) -> None:
    assert parts(text) == [(source, cue, (content,))]


@pytest.mark.parametrize(
    "text",
    [
        "The United States joined the pact in May.",
        "Some state officials left early.",
        "Officers found 90 kilograms of eels in a van.",
        "Note: The hall is closed.",
        "The drone flew over the port at noon.",
        "The talks on wages stalled for two weeks.",
        "The yield rose 5 basis points to 3.15 percent.",
        "The share fell five percentage points to 40 percent.",
        "The share fell two points to 40 percent.",
    ],
)
def test_no_attribution(text: str) -> None:
    assert parts(text) == []


def test_a_name_that_ends_in_a_number_word_is_a_source() -> None:
    assert parts("Channel Four points to the dam.") == [("Channel Four", "points to", ("the dam",))]


def test_content_split_by_its_source() -> None:
    assert parts("“We will,” she said, “not sell.”") == [("she", "said", ("“We will,”", "“not sell.”"))]
    assert parts("The roof, Roe said, has leaked for years.") == [
        ("Roe", "said", ("The roof", "has leaked for years"))
    ]


def test_a_title_in_the_introduction_is_no_content() -> None:
    text = "In an essay titled “Low Water,” Roe said, “We waited.”"
    assert parts(text) == [("Roe", "said", ("“We waited.”",))]


def test_a_participle_takes_the_source_of_its_sentence() -> None:
    text = "Roe said the dam would hold, adding that repairs had begun."
    assert parts(text) == [
        ("Roe", "said", ("the dam would hold",)),
        ("Roe", "adding", ("that repairs had begun",)),
    ]
    assert parts("The union filed a complaint, claiming that it was misled.") == [
        ("The union", "claiming", ("that it was misled",))
    ]


def test_a_second_verb_of_the_same_source() -> None:
    assert parts("Roe called the plan unfair and vowed to fight it.") == [
        ("Roe", "called", ("the plan unfair",)),
        ("Roe", "vowed", ("to fight it",)),
    ]


def test_a_sentence_given_to_another_source_is_not_taken_apart() -> None:
    text = "Miners believe the roof will fall, the union said."
    assert parts(text) == [("the union", "said", ("Miners believe the roof will fall",))]


def test_a_relative_clause_is_embedded_and_its_noun_can_go_on() -> None:
    text = "Ann Roe, who claims the post, said the dam would hold."
    one, two = found(text)
    assert one.embedded
    assert not two.embedded
    assert two.source is not None
    assert two.source.of(text) == "Ann Roe, who claims the post,"


def test_words_inside_quotation_marks_give_nothing_to_anybody() -> None:
    assert parts("“I said it was safe and Roe claimed it was not,” Okafor said.") == [
        ("Okafor", "said", ("“I said it was safe and Roe claimed it was not,”",))
    ]


def test_a_quotation_goes_on_with_its_speaker() -> None:
    text = "“It is old,” said Roe. “It will fall.”"
    assert parts(text)[1] == ("Roe", "said", ("“It will fall.”",))
    assert [one.rule for one in found(text)] == ["after", "continued"]


def test_a_paragraph_of_nothing_but_a_quotation_has_the_speaker_before_it() -> None:
    text = "Roe said the dam was old.\n\n“It will fall. I know it.”\n\nOkafor said it would not."
    assert parts(text)[1] == ("Roe", "said", ("“It will fall. I know it.”",))


def test_a_quotation_before_its_speaker_waits_for_the_next_sentence() -> None:
    text = "“It will fall. I know it.”\n\nRoe said that it was old."
    assert parts(text)[0][0] == "Roe"


def test_a_quotation_with_nobody_near_has_no_source() -> None:
    assert parts("The hall burned.\n\n“It will fall.”\n\nTrains ran late.") == [(None, None, ("“It will fall.”",))]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("said", CueClass.NEUTRAL),
        ("according to", CueClass.NEUTRAL),
        ("insisted", CueClass.CLAIMING),
        ("acknowledges", CueClass.CONCEDING),
        ("denied", CueClass.DENYING),
        ("hinted", CueClass.SUGGESTING),
        ("urging", CueClass.URGING),
        ("called on", CueClass.URGING),
        ("called", CueClass.NEUTRAL),
        ("Threatened", CueClass.PROMISING),
        ("believes", None),
        ("pushed", None),
        ("table", None),
    ],
)
def test_cue_classes(words: str, expected: CueClass | None) -> None:
    assert cue_class(words) is expected


def test_inflections() -> None:
    assert dict(inflections("deny")) == {
        "deny": Form.BASE,
        "denies": Form.THIRD,
        "denied": Form.PAST,
        "denying": Form.ING,
    }
    assert dict(inflections("write"))["written"] is Form.PARTICIPLE
    assert {"admitted", "agreed", "begging", "says", "swore", "pushes"} <= cues().words()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ada Roe said about 300 sheds burned.", "about 300 sheds burned"),
        ("The ministry said between ten and 20 cows died.", "between ten and 20 cows died"),
        ("Police said at least nine were hurt.", "at least nine were hurt"),
        ("Police said up to 40 were hurt.", "up to 40 were hurt"),
    ],
)
def test_content_can_open_with_a_loosened_quantity(text: str, content: str) -> None:
    ((_, cue, said),) = parts(text)
    assert (cue, said) == ("said", (content,))


def test_a_length_of_time_in_an_apposition_belongs_to_the_source() -> None:
    text = "“I am finished,” said Ida Crane, who has sold eels beside the quay for 19 years."
    assert parts(text)[0][0] == "Ida Crane, who has sold eels beside the quay for 19 years"
    assert parts("“It is over,” said Ida Crane last week.")[0][0] == "Ida Crane"
