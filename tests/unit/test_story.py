"""Changes in phrases, and the story of an article made of them."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from types import MappingProxyType

import pytest
from jsonschema import Draft202012Validator
from reports import change, changed, facet, find, report, statement

from archivist.diff.report import compare
from archivist.model.claim import Claim, ClaimKind, Furniture, FurnitureKind
from archivist.model.report import ChangeKind, Disclosure, FacetKind, MetadataChange, Report
from archivist.model.revision import Article, History, Revision
from archivist.render.columns import Style, columns
from archivist.render.story import told, told_metadata
from archivist.render.story_page import StoryStep, story_json, story_terminal

SCHEMA = Path(__file__).resolve().parents[2] / "schemas" / "story.v1.schema.json"


def phrase(old: str, new: str, kind: FacetKind, rule: str, *words: str | None) -> str:
    """The phrase of one facet of a claim over all of both texts."""
    was, now = ((text, word) if word else None for text, word in zip((old, new), words, strict=True))
    one = facet(kind, was, now)._replace(rule=rule)
    return told(changed(statement(old, old), statement(new, new), one), report(old, new)).phrase


@pytest.mark.parametrize(
    ("kind", "rule", "old", "new", "expected"),
    [
        (FacetKind.FIGURE, "figure-differs", "six", "nine", "figure six → nine"),
        (FacetKind.DATE, "date-differs", "Oct. 27", "Nov. 3", "date Oct. 27 → Nov. 3 (Oct. 27 → Nov. 3)"),
        (FacetKind.NAME, "name-differs", "Port Alder", "Port Elm", "name Port Alder → Port Elm"),
        (FacetKind.SOURCE, "source-differs", "police", "the union", "source police → the union"),
        (FacetKind.SOURCE, "source-withheld", "Ada Loom", "an official", "source now unnamed: Ada Loom → an official"),
        (FacetKind.SOURCE, "source-named", "an official", "Ada Loom", "source now named: an official → Ada Loom"),
        (FacetKind.SOURCE, "attribution-dropped", "the union", None, "no longer attributed to the union"),
        (FacetKind.SOURCE, "attribution-added", None, "the union", "now attributed to the union"),
        (FacetKind.CUE, "cue-class-differs", "said", "vowed", "reporting verb said → vowed (said → vowed)"),
        (FacetKind.CERTAINTY, "hedge-dropped", "may", None, "hedge dropped: “may”"),
        (FacetKind.CERTAINTY, "hedge-added", None, "allegedly", "hedge added: “allegedly”"),
        (FacetKind.CERTAINTY, "hedge-differs", "about", "at least", "hedge “about” → “at least”"),
        (FacetKind.POLARITY, "negation-differs", "open", "not open", "turned round: open → not open"),
        (FacetKind.POLARITY, "opposite-differs", "rose", "fell", "turned round: rose → fell"),
        (FacetKind.DETAIL, "detail-added", None, "of oak", "detail added: “of oak”"),
        (FacetKind.DETAIL, "detail-dropped", "of oak", None, "detail dropped: “of oak”"),
        (FacetKind.DETAIL, "detail-differs", "oak", "elm", "detail “oak” → “elm”"),
    ],
)
def test_every_facet_and_rule_has_a_phrase(
    kind: FacetKind, rule: str, old: str | None, new: str | None, expected: str
) -> None:
    before, after = f"Here stands {old or 'it'} today.", f"Here stands {new or 'it'} today."

    assert phrase(before, after, kind, rule, old, new) == expected.replace(" (Oct. 27 → Nov. 3)", "")


def test_every_example_of_the_page_on_changes_has_phrases() -> None:
    page = (SCHEMA.parents[1] / "docs" / "changes.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \| (.+) \| (.+) \|$", page, re.MULTILINE)
    untold = []
    for rule, old, new in rows:
        found = compare(old, new)
        phrases = [told(one, found).phrase for one in found.changes]
        vague = [phrase for phrase in phrases if not re.search(r"[“→]|attributed to", phrase)]
        untold += [(rule, phrase) for phrase in vague] if phrases else [(rule, "")]

    assert len(rows) > 25
    assert untold == []


def speech(text: str, source: str, words: str) -> Claim:
    said_by, quoted = find(text, source), (find(text, words),)
    return Claim(ClaimKind.QUOTE, find(text, text), "test", source=said_by, source_name=source, quoted=quoted)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("We will go", "We may go", "“will” → “may”"),
        ("We go", "We never go", "adds “never”"),
        ("We never go", "We go", "drops “never”"),
    ],
)
def test_an_altered_quotation_is_told_by_the_words_that_differ(old: str, new: str, expected: str) -> None:
    old, new, rule = f"“{old},” said Ada Loom.", f"“{new},” said Ada Loom.", "quote-words-differ"
    was, now = ((text, text[1 : text.index("”")]) for text in (old, new))
    one = facet(FacetKind.QUOTE, was, now)._replace(rule=rule)
    claims = speech(was[0], "Ada Loom", was[1]), speech(now[0], "Ada Loom", now[1])

    assert told(changed(*claims, one), report(old, new)).phrase == f"quote of Ada Loom altered: {expected}"


@pytest.mark.parametrize(
    ("rule", "side", "expected"),
    [
        ("quote-became-paraphrase", 0, "quote of Ada Loom now a paraphrase: “dry as bone”"),
        ("paraphrase-became-quote", 1, "paraphrase now a quote: “dry as bone”"),
        ("quote-dropped", 0, "quote of Ada Loom dropped: “dry as bone”"),
        ("quote-added", 1, "quote of Ada Loom added: “dry as bone”"),
    ],
)
def test_a_quotation_on_one_side_only(rule: str, side: int, expected: str) -> None:
    text = "It is “dry as bone”, said Ada Loom."
    claim = speech(text, "Ada Loom", "dry as bone")
    evidence = (text, "dry as bone")
    one = facet(FacetKind.QUOTE, *((evidence, None) if side == 0 else (None, evidence)))._replace(rule=rule)

    assert told(changed(claim, claim, one), report(text, text)).phrase == expected


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("she", "quote added"),
        ("The miller", "quote of the miller added"),
        ("a man who has kept the mill and the weir", "quote of a man who has kept the … added"),
    ],
)
def test_a_speaker_is_named_in_few_words_and_a_pronoun_is_nobody(source: str, named: str) -> None:
    text = f"“It is over,” {source} said, “and done.”"
    one = facet(FacetKind.QUOTE, None, (text, "and done."))._replace(rule="quote-added")
    claim = speech(text, source, "and done.")

    assert told(changed(claim, claim, one), report(text, text)).phrase == f"{named}: “and done.”"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (ChangeKind.ADDED, "statement by the miller added: “The mill turns, the miller said.”"),
        (ChangeKind.REMOVED, "statement by the miller removed: “The mill turns, the miller said.”"),
        (ChangeKind.MOVED, "statement by the miller moved: “The mill turns, the miller said.”"),
        (ChangeKind.REWORDED, "statement by the miller reworded: “The mill turns, the miller said.”"),
    ],
)
def test_every_kind_has_a_phrase(kind: ChangeKind, expected: str) -> None:
    text = "The mill turns, the miller said."
    claim = statement(text, text, "the miller", "said")
    old = None if kind is ChangeKind.ADDED else claim
    new = None if kind is ChangeKind.REMOVED else claim

    assert told(change(kind, old, new), report(text, text)).phrase == expected


def test_facets_of_one_kind_share_their_label() -> None:
    old, new = "On Monday six men took two boats.", "On Friday nine men took four boats."
    facets = [
        facet(FacetKind.FIGURE, (old, "six"), (new, "nine"), "+3")._replace(rule="figure-differs"),
        facet(FacetKind.FIGURE, (old, "two"), (new, "four"), "+2")._replace(rule="figure-differs"),
        facet(FacetKind.DATE, (old, "Monday"), (new, "Friday"))._replace(rule="date-differs"),
    ]
    found = told(changed(statement(old, old), statement(new, new), *facets), report(old, new))

    assert found.phrase == "figure six → nine (+3), two → four (+2); date Monday → Friday"
    assert found.context == "On Friday nine men took four boats."
    assert [piece.text for piece in found.what if piece.style is Style.OLD] == ["six", "two", "Monday"]
    assert [piece.text for piece in found.what if piece.style is Style.NEW] == ["nine", "four", "Friday"]


def test_a_long_claim_is_shown_around_what_changed() -> None:
    words = " ".join(f"word{number}" for number in range(40))
    old, new = f"{words} six {words}.", f"{words} nine {words}."
    one = facet(FacetKind.FIGURE, (old, "six"), (new, "nine"))._replace(rule="figure-differs")
    found = told(changed(statement(old, old), statement(new, new), one), report(old, new))

    assert found.context == (
        "… word35 word36 word37 word38 word39 nine word0 word1 word2 word3 word4 word5 …"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“no one two three four five six seven,” said Ada", "… “one two three four five six seven,” said Ada"),
        ("zero one “two three four five six seven” and", "… one “two three four five six seven” and"),
        ("six men said “two three four five seven eight nine ten”", "six men said “two three four five …”"),
        ("said Ada, “it is so,” and one two three six.", "… “so,” and one two three six."),
    ],
)
def test_a_quotation_that_is_cut_is_opened_or_closed_again(text: str, expected: str) -> None:
    new = text.replace("six", "SIX")
    one = facet(FacetKind.FIGURE, (text, "six"), (new, "SIX"))._replace(rule="figure-differs")
    found = told(changed(statement(text, text), statement(new, new), one), report(text, new))

    assert found.context == expected.replace("six", "SIX").rstrip(",")


def test_what_acts_on_a_terminal_is_shown_in_a_phrase() -> None:
    old, new = "It costs six.", "It costs \x1b[2J\u202enine."
    one = facet(FacetKind.FIGURE, (old, "six"), (new, "\x1b[2J\u202enine"))._replace(rule="figure-differs")
    found = told(changed(statement(old, old), statement(new, new), one), report(old, new))

    assert "\\x1b[2J<U+202E>nine" in found.phrase
    assert not [char for char in found.phrase + found.context if unicodedata.category(char) in {"Cc", "Cf"}]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (MetadataChange("headline", "Mill shut", "Mill “open”"), "headline “Mill shut” → “Mill ‘open’”"),
        (MetadataChange("keywords", ["mill", "oak"], ["mill"]), "keywords “mill, oak” → “mill”"),
        (MetadataChange("correction", None, "It was six."), "correction added: “It was six.”"),
        (MetadataChange("byline", "By Ada", None), "byline removed: “By Ada”"),
    ],
)
def test_metadata_has_a_phrase(item: MetadataChange, expected: str) -> None:
    assert told_metadata(item).phrase == expected


def revision(number: int, captured: str, headline: str | None = None) -> Revision:
    digest = f"{number:064x}"
    metadata = MappingProxyType({"headline": headline} if headline else {})
    return Revision(digest, "mill", captured, digest, 1, (), "test", metadata)


def history(*revisions: Revision, reverts: dict[str, str] | None = None) -> History:
    return History(Article("mill", "articles/aa/mill-aaaaaaaa"), revisions, reverts or {}, (revisions[-1].digest,))


def raised(metadata: tuple[MetadataChange, ...] = (), disclosed: Disclosure = Disclosure.UNDISCLOSED) -> Report:
    old, new = "The mill costs six crowns. It is old.", "The mill costs nine crowns. It is old."
    one = facet(FacetKind.FIGURE, (old, "six"), (new, "nine"), "+3")._replace(rule="figure-differs")
    claims = statement(old, "The mill costs six crowns."), statement(new, "The mill costs nine crowns.")
    changes = [
        changed(*claims, one)._replace(disclosed=disclosed),
        change(ChangeKind.REWORDED, *claims),
        change(ChangeKind.MOVED, *claims),
    ]
    return report(old, new, changes, metadata)


def test_a_story_has_a_line_for_each_change_behind_its_time() -> None:
    told_of = history(
        revision(1, "2026-12-30T23:59:00Z", "Mill for sale"),
        revision(2, "2026-12-31T08:00:05Z"),
        revision(3, "2027-01-02T08:00:05.5Z"),
        revision(4, "2027-01-02T08:00:59Z"),
        reverts={f"{4:064x}": f"{1:064x}"},
    )
    steps = [
        StoryStep(1, told_of.revisions[0], None),
        StoryStep(2, told_of.revisions[1], raised((MetadataChange("headline", "Mill for sale", "Mill sold"),))),
        StoryStep(
            3, told_of.revisions[2], raised((MetadataChange("dateModified", "2027", "2028"),), Disclosure.UNCLEAR)
        ),
        StoryStep(4, told_of.revisions[3], report("Same.", "Same.")),
    ]

    assert story_terminal(told_of, steps, width=100, colour=False) == (
        """mill — 4 revisions, times in UTC

Dec. 30, 2026, 23:59 – first captured: “Mill for sale”

Dec. 31, 08:00 – headline “Mill for sale” → “Mill sold”
               – figure six → nine (+3) in “The mill costs nine crowns.” — undisclosed
               – 1 reworded, 1 moved; 1 word added, 1 removed

Jan. 2, 2027, 08:00:05 – figure six → nine (+3) in “The mill costs nine crowns.” — not named in the
                         note
                       – 1 reworded, 1 moved; 1 word added, 1 removed

Jan. 2, 08:00:59 – back to the text of revision 1
                 – text unchanged
"""
    )


def test_a_note_is_told_once_where_text_and_metadata_have_it() -> None:
    old, new = "The mill turns.", "The mill turns. Correction: It was six."
    note = Furniture(find(new, "Correction: It was six."), FurnitureKind.CORRECTION)
    found = report(old, new, metadata=[MetadataChange("correction", None, "It was six.")])._replace(
        new_furniture=(note,)
    )
    shown = history(revision(1, "2026-01-01T00:00:00Z"), revision(2, "2026-01-02T00:00:00Z"))

    told_of = story_terminal(shown, [StoryStep(2, shown.revisions[1], found)], width=80, colour=False)
    assert told_of.count("It was six.") == 1


@pytest.mark.parametrize("width", [20, 38, 60, 80, 120])
def test_no_line_of_a_story_is_wider_than_the_page(width: int) -> None:
    shown = history(revision(1, "2026-01-01T00:00:00Z", "水車小屋が燃えた" * 9), revision(2, "2026-01-02T00:00:00Z"))
    steps = [
        StoryStep(1, shown.revisions[0], None),
        StoryStep(2, shown.revisions[1], raised((MetadataChange("headline", "水車" * 40, "mill" * 40),))),
    ]

    lines = story_terminal(shown, steps, width=width, colour=False).splitlines()
    assert max(map(columns, lines)) <= width


def test_a_story_for_programs_holds_against_its_schema() -> None:
    shown = history(revision(1, "2026-01-01T00:00:00Z"), revision(2, "2026-01-02T00:00:00Z"))
    steps = [StoryStep(1, shown.revisions[0], None), StoryStep(2, shown.revisions[1], raised())]
    document = json.loads(story_json(shown, steps))

    assert [one.message for one in Draft202012Validator(json.loads(SCHEMA.read_bytes())).iter_errors(document)] == []
    assert [one["kind"] for one in document["steps"][1]["changes"]] == ["changed", "reworded", "moved"]
    assert document["steps"][1]["changes"][0]["phrase"] == "figure six → nine (+3)"
    assert document["steps"][1]["comparedWith"] == document["steps"][0]["revision"]


def test_a_text_without_spaces_is_cut_by_characters() -> None:
    text = "港の橋は閉鎖された。" * 20
    found = told(change(ChangeKind.ADDED, None, statement(text, text)), report("", text))
    new = text.replace("橋", "門", 1)
    one = facet(FacetKind.NAME, (text, "橋"), (new, "門"))._replace(rule="name-differs")

    assert found.phrase == "assertion added: “港の橋は閉鎖された。港の橋は …”"
    assert told(changed(statement(text, text), statement(new, new), one), report(text, new)).context == (
        "港の門は閉鎖された …"
    )


def test_a_quotation_keeps_its_marks_inside_a_phrase() -> None:
    text = "“It is over,” said Ada Loom."
    added = change(ChangeKind.ADDED, None, speech(text, "Ada Loom", "It is over,"))

    assert told(added, report("", text)).phrase == "quote by Ada Loom added: “‘It is over,’ said Ada Loom.”"


def test_of_a_long_claim_only_the_beginning_is_quoted() -> None:
    long = " ".join(["straw"] * 60)

    assert told(change(ChangeKind.ADDED, None, statement(long, long)), report("", long)).phrase == (
        f"assertion added: “{' '.join(['straw'] * 14)} …”"
    )
