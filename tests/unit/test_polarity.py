from __future__ import annotations

import pytest

from archivist.claims.polarity import negations, stances

OPPOSED = [
    ("The ferry sailed on Monday.", "The ferry did not sail on Monday."),
    ("The club won the replay.", "The club failed to win the replay."),
    ("Divers have found the anchor.", "Divers have not found the anchor."),
    ("The dam can hold the water.", "The dam cannot hold the water."),
    ("The dam can't hold the water.", "The dam can hold the water."),
    ("She never visited the depot.", "She visited the depot."),
    ("Nobody was hurt in the blaze.", "Two clerks were hurt in the blaze."),
    ("There is no evidence of arson.", "There is evidence of arson."),
    ("The crew left without paying.", "The crew left after paying."),
    ("The minister is no longer in charge of ports.", "The minister is still in charge of ports."),
    ("The panel was unable to agree a text.", "The panel agreed a text."),
    ("Grain exports rose in May.", "Grain exports fell in May."),
    ("Grain exports were up 3 percent.", "Grain exports were down 3 percent."),
    ("The price of rye climbed to a record.", "The price of rye plunged to a record."),
    ("The senate passed the harbour bill.", "The senate rejected the harbour bill."),
    ("The court upheld the fine.", "The court quashed the fine."),
    ("He admitted taking the boat.", "He denied taking the boat."),
    ("The jury acquitted the pilot.", "The jury convicted the pilot."),
    ("He was found guilty of fraud.", "He was found not guilty of fraud."),
    ("The lighthouse opened in spring.", "The lighthouse closed in spring."),
    ("The mayor supports the tram.", "The mayor opposes the tram."),
    ("The bank hired 40 clerks.", "The bank fired 40 clerks."),
    ("The bridge reopened before the storm.", "The bridge reopened after the storm."),
    ("Members voted for the merger.", "Members voted against the merger."),
    ("The valley got more snow than last year.", "The valley got less snow than last year."),
    ("The river is above the flood mark.", "The river is below the flood mark."),
    ("The mine is safe.", "The mine is unsafe."),
    ("The pact is legal, the court said.", "The pact is illegal, the court said."),
    ("The firm made a profit of 3 million crowns.", "The firm made a loss of 3 million crowns."),
    ("The strike will begin on Friday.", "The strike will end on Friday."),
    ("Troops advanced on the port.", "Troops withdrew from the port."),
    ("The union accepted the offer.", "The union turned down the offer."),
    ("The cabinet agreed to sell the mill.", "The cabinet refused to sell the mill."),
    ("The well is likely to run dry.", "The well is unlikely to run dry."),
    ("The two lawyers did not dispute the date.", "The two lawyers disputed the date."),
    ("Kell beat Orsk 2-1 on Sunday.", "Kell lost to Orsk 2-1 on Sunday."),
    ("The court found that he had been paid.", "The court found that he had not been paid."),
    ("The line resumed trips to the isle.", "The line suspended trips to the isle."),
    ("The tanner's shares rallied.", "The tanner's shares fell."),
    ("Pupils attended the talk.", "Pupils boycotted the talk."),
    ("The league axed its cup.", "The league kept its cup."),
    ("Reviewers lauded the play.", "Reviewers panned the play."),
    ("The tarn is shallow.", "The tarn is deep."),
    ("The play got good notices.", "The play got negative notices."),
    ("The deed is genuine.", "The deed is forged."),
    ("The duke introduced the levy.", "The duke abolished the levy."),
    ("Guards captured the clerk.", "Guards freed the clerk."),
    ("Rye is plentiful.", "Rye is scarce."),
]

SAME = [
    ("The club did not win the replay.", "The club failed to win the replay."),
    ("The club did not win the replay.", "The club lost the replay."),
    ("The anchor has not been found.", "The anchor is still missing."),
    ("Nobody was hurt.", "No one was injured."),
    ("The cause is not known.", "The cause is unknown."),
    ("They don't have fuel.", "They do not have fuel."),
    ("There was no sign of a leak.", "There was no leak sign."),
    ("Exports rose 3 percent.", "Exports climbed 3 percent."),
    ("Exports were up 3 percent.", "Exports increased by 3 percent."),
    ("Kell beat Orsk 2-1 on Sunday.", "Orsk lost 2-1 to Kell on Sunday."),
    ("The town flooded before the dam burst.", "The dam burst after the town flooded."),
    ("The board did not approve the loan.", "The board rejected the loan."),
    ("He pleaded not guilty to fraud.", "He said he was innocent of fraud."),
    ("The ferry did not leave until noon.", "The ferry left at noon."),
    ("He has not been seen for six weeks.", "He was last seen six weeks ago."),
    ("Skippers were told not to sail before dawn.", "Skippers were told to wait until dawn before sailing."),
    ("Not only the mill but the forge burned.", "The mill and the forge burned."),
    ("At least 40 boats sank, not fewer than in May.", "At least 40 boats sank, no fewer than in May."),
    ("More than 40 boats sank.", "Fewer than 40 boats sank."),
    ("The panel refused to meet him.", "The panel declined to meet him."),
    ("The search was halted at dusk.", "The search was suspended at dusk."),
    ("It was not impossible to cross.", "It was possible to cross."),
    ("He did not fail to pay.", "He paid."),
    ("The firm did not reply to a letter.", "The firm made no reply to a letter."),
    ("The shop shut in May.", "The shop closed in May."),
    ("The judge dismissed the appeal after a hearing.", "After a hearing, the appeal was dismissed by the judge."),
    ("The fund rose 3 percent.", "The fund, which fell in May, gained 3 percent."),
    ("The union turned down the offer.", "The union rejected the offer."),
    ("Mayors reject calls to resign.", "Mayor rejects calls to resign."),
    ("Divers are still to search the wreck.", "Divers are yet to search the wreck."),
    ("The reef is not “safe”.", "The reef is “not safe”."),
    ("Instead of opening the chest, he sold it.", "He never opened the chest, and sold it."),
    ("Few came to the fair.", "Not many came to the fair."),
    ("An early goal for Kell stunned Orsk.", "A late one against Kell cheered Orsk."),
    (
        "The council opened a new pier in Hale, where ferries moor.",
        "Hale has a hall that will close, the council says.",
    ),
    ("", ""),
    ("", "The club did not win."),
]


@pytest.mark.parametrize(("old", "new"), OPPOSED)
def test_opposite_claims_are_told_both_ways(old: str, new: str) -> None:
    assert stances(old, new).change is not None
    assert stances(new, old).change is not None


@pytest.mark.parametrize(("old", "new"), SAME)
def test_same_sense_in_other_words_is_no_change(old: str, new: str) -> None:
    assert stances(old, new).change is None
    assert stances(new, old).change is None


@pytest.mark.parametrize(("old", "new"), OPPOSED + SAME)
def test_a_claim_is_never_its_own_opposite(old: str, new: str) -> None:
    assert stances(old, old).change is None
    assert stances(new, new).change is None


def test_spans_show_the_words_in_each_text() -> None:
    old, new = "“We are sorry,” she said.", "“We are not sorry,” she said."
    change = stances(old, new).change
    assert change is not None
    assert (change.old.of(old), change.new.of(new), change.rule) == ("sorry", "not sorry", "negation")


def test_rule_names_opposites() -> None:
    change = stances("Rents fell.", "Rents rose.").change
    assert change is not None
    assert change.rule == "opposite"


def test_curly_apostrophe_is_read() -> None:
    text = "It didn’t sink"
    assert [span.of(text) for span in negations(text)] == ["didn’t"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He did not win and failed to qualify.", ["not", "failed to"]),
        ("No one came, no doubt, and not only once.", ["No one"]),
        ("No fewer than 12 came.", []),
        ("The ferry did not leave until noon.", []),
        ("They can't and won't.", ["can't", "won't"]),
        ("It has yet to open.", ["yet to"]),
        ("All is well.", []),
    ],
)
def test_negations(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in negations(text)] == expected


def test_a_very_long_claim_is_its_own_equal() -> None:
    text = "not rose, fell never before " * 3000
    assert stances(text, text).change is None


def test_every_negator_of_a_long_text_is_found() -> None:
    assert len(negations("The boat did not sink. " * 300)) == 300


@pytest.mark.parametrize(
    ("denied", "asserted", "words"),
    [
        ("The dam cannot hold the water.", "The dam can hold the water.", ("cannot", "can")),
        ("The dam won't hold the water.", "The dam will hold the water.", ("won't", "will")),
        ("The team did not win.", "The team won.", ("not win", "won")),
    ],
)
def test_the_auxiliary_is_the_evidence_where_it_tells_both(denied: str, asserted: str, words: tuple[str, str]) -> None:
    forth, back = stances(denied, asserted).change, stances(asserted, denied).change
    assert forth is not None
    assert back is not None
    assert (forth.old.of(denied), forth.new.of(asserted)) == words
    assert (back.new.of(denied), back.old.of(asserted)) == words


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The shop opened and the bank did not close.", "The shop did not open and the bank closed."),
        (
            "Exports rose, and the bank was not robbed in Fara.",
            "The bank was robbed in Fara, and exports did not rise.",
        ),
    ],
)
def test_of_several_opposites_the_same_one_is_told_from_both_sides(old: str, new: str) -> None:
    forth, back = stances(old, new).change, stances(new, old).change
    assert forth
    assert back
    assert (forth.old, forth.new, forth.rule) == (back.new, back.old, back.rule)
