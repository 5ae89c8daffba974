"""Notes on the lines of a text: places, GitHub's workflow commands and SARIF."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from reports import change, changed, facet, find, report, statement

from archivist.diff.text_report import compare_texts
from archivist.model.claim import Furniture, FurnitureKind
from archivist.model.report import ChangeKind, Disclosure, FacetKind, MetadataChange, Report
from archivist.model.span import Span
from archivist.render.annotations import RULES, Places, Region, annotated
from archivist.render.github import report_github
from archivist.render.sarif import report_sarif
from archivist.render.source import SourceInfo

SCHEMA = Path(__file__).resolve().parents[1] / "sarif" / "sarif-2.1.0-rtm.4.schema.json"
BEFORE = "Dawn 🌅 broke.\nThe mill costs six crowns. It is old.\n"
AFTER = "Dawn 🌅 broke.\nNews. The mill 🌾 costs nine crowns.\n"


def source(name: str, text: str, **known: str) -> SourceInfo:
    return SourceInfo(name, "a" * 64, len(text.encode()), len(text), **known)


OLD, NEW = source("old.txt", BEFORE, path="in/old.txt"), source("new.txt", AFTER, path="in/new.txt")


def made(disclosed: Disclosure = Disclosure.UNDISCLOSED, old: str = BEFORE, new: str = AFTER) -> Report:
    one = facet(FacetKind.FIGURE, (old, "six"), (new, "nine"), "+3")._replace(rule="figure-differs")
    claims = statement(old, "The mill costs six crowns."), statement(new, "The mill 🌾 costs nine crowns.")
    changes = [
        changed(*claims, one)._replace(disclosed=disclosed),
        change(ChangeKind.REMOVED, statement(old, "It is old."), None, disclosed),
        change(ChangeKind.ADDED, None, statement(new, "News."), disclosed),
        change(ChangeKind.REWORDED, *claims),
    ]
    return report(old, new, changes)


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("one two", "two", Region(1, 5, 1, 8)),
        ("one\ntwo\n", "two", Region(2, 1, 2, 4)),
        ("one\r\ntwo", "two", Region(2, 1, 2, 4)),
        ("a\u2028b two", "two", Region(1, 5, 1, 8)),
        ("🌅🌅 two", "two", Region(1, 6, 1, 9)),
        ("🌅\n🌅two🌅", "two🌅", Region(2, 3, 2, 8)),
        ("\ufeffone two", "one", Region(1, 1, 1, 4)),
        ("\ufeffx\n\ufefftwo", "two", Region(2, 2, 2, 5)),
        ("a\nb c\nd", "b c\nd", Region(2, 1, 3, 2)),
    ],
)
def test_places_are_lines_and_utf_16_columns(text: str, part: str, expected: Region) -> None:
    assert Places(text).region(find(text, part)) == expected


@given(st.text(st.sampled_from("ab \n\r🌅\ufeff水"), max_size=20), st.data())
def test_a_place_leads_back_to_its_character(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, max(len(text) - 1, 0)))
    region = Places(text).region(Span(offset, offset))
    line = (text.split("\n") or [""])[region.line - 1]
    units = line.removeprefix("\ufeff" if region.line == 1 else "").encode("utf-16-le")
    rest = units[2 * (region.column - 1) :].decode("utf-16-le")

    assert text[offset:].split("\n")[0].removeprefix("\ufeff" if offset == 0 else "") == rest


def test_an_annotation_stands_at_the_words_that_are_new() -> None:
    figure, removed, added, _ = annotated(made(), NEW)

    assert (figure.rule, figure.region) == ("figure-changed", Region(2, 25, 2, 29))
    assert figure.old is not None
    assert figure.old[1] == Region(2, 16, 2, 19)
    assert (removed.rule, removed.region) == ("claim-removed", Region(2, 37, 2, 37))
    assert (added.rule, added.region) == ("claim-added", Region(2, 1, 2, 6))


def test_a_claim_that_is_gone_is_noted_at_the_word_before_it() -> None:
    old, new = "One stays.\n\nTwo goes.\n\nThree stays.\n", "One stays.\n\nThree stays.\n"
    gone = change(ChangeKind.REMOVED, statement(old, "Two goes."), None, Disclosure.UNDISCLOSED)
    (found,) = annotated(report(old, new, [gone], diff=compare_texts(old, new).diff), NEW)

    assert found.region == Region(1, 11, 1, 11)
    assert next(iter(annotated(report(old, "", [gone]), NEW))).region == Region(1, 1, 1, 1)


def test_metadata_and_notes_stand_first_and_a_difference_without_claims_is_told() -> None:
    new = "The mill turns.\nCorrection: It\nwas six.\n"
    note = Furniture(find(new, "Correction: It\nwas six."), FurnitureKind.CORRECTION)
    found = report("The mill turns.\n", new, metadata=[MetadataChange("headline", "A", "B")])

    headline, added, words = annotated(found._replace(new_furniture=(note,)), NEW)
    assert [one.rule for one in (headline, added, words)] == ["metadata-changed", "note-added", "text-changed"]
    assert headline.region == Region(1, 1, 1, 16)
    assert added.region == Region(2, 1, 3, 9)
    assert list(annotated(report("Same.", "Same."), NEW)) == []


def test_a_fingerprint_does_not_know_the_line_but_the_words() -> None:
    shifted = made(old="Up.\n\n" + BEFORE, new="Up.\n\n" + AFTER)
    here, there = ([one.fingerprint for one in annotated(found, NEW)] for found in (made(), shifted))

    assert here == there
    assert len(set(here)) == len(here)
    assert here != [one.fingerprint for one in annotated(made(), source("n", AFTER, path="other.txt"))]


def test_equal_annotations_have_fingerprints_of_their_own() -> None:
    text = "It is so. It is so."
    twice = [
        change(ChangeKind.ADDED, None, statement(text, "It is so.")._replace(span=Span(at, at + 9))) for at in (0, 10)
    ]
    first, second = annotated(report("", text, twice), NEW)

    assert first.fingerprint != second.fingerprint


def test_github_warns_of_what_is_not_disclosed_and_leaves_rewording_out() -> None:
    lines = report_github(made(), NEW).splitlines()

    assert lines[0] == (
        "::warning file=in/new.txt,line=2,endLine=2,col=25,endColumn=29,title=figure changed (+3) (undisclosed)::"
        "figure six → nine (+3) in “The mill 🌾 costs nine crowns.” (undisclosed)"
    )
    assert [line.split("title=")[1].split("::")[0] for line in lines[1:]] == [
        "assertion removed (undisclosed)",
        "assertion added (undisclosed)",
    ]
    assert all(line.startswith("::notice ") for line in report_github(made(Disclosure.DISCLOSED), NEW).splitlines())
    assert all(line.startswith("::warning ") for line in report_github(made(Disclosure.UNCLEAR), NEW).splitlines())


def test_nothing_in_a_text_or_a_path_ends_a_command_early() -> None:
    old, new = "It costs six.", "It costs 5%,::\x1b[2J\r::error::nine."
    one = facet(FacetKind.FIGURE, (old, "six"), (new, "5%,::\x1b[2J\r::error::nine"))
    found = report(old, new, [changed(statement(old, old), statement(new, new), one)])
    shown = report_github(found, source("n", new, path="a,b:c%\n\x1b.txt"))

    assert shown.count("\n") == 1
    assert "\r" not in shown
    assert "\x1b" not in shown
    assert shown.startswith("::warning file=a%2Cb%3Ac%25%0A\\x1b.txt,line=1,")
    assert "5%25,::\\x1b[2J" in shown


def test_a_stretch_over_several_lines_has_no_columns_for_github() -> None:
    new = "One.\nTwo\nthree.\n"
    shown = report_github(report("One.\n", new, [change(ChangeKind.ADDED, None, statement(new, "Two\nthree."))]), NEW)

    assert "line=2,endLine=3,title=" in shown


def sarif_problems(document: str) -> list[str]:
    schema = json.loads(SCHEMA.read_bytes())
    return [f"{list(one.path)}: {one.message}" for one in Draft4Validator(schema).iter_errors(json.loads(document))]


def test_sarif_holds_against_the_schema_of_oasis() -> None:
    document = report_sarif(made(), OLD, NEW)

    assert sarif_problems(document) == []
    assert sarif_problems(document.replace('"warning"', '"loud"')) != []
    assert sarif_problems(report_sarif(report("Same.", "Same."), OLD, NEW)) == []


def test_sarif_names_rules_levels_and_places() -> None:
    (run,) = json.loads(report_sarif(made(), OLD, NEW))["runs"]
    figure, *_, reworded = run["results"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]

    assert run["columnKind"] == "utf16CodeUnits"
    assert rules == list(RULES)
    assert [rules[one["ruleIndex"]] for one in run["results"]] == [one["ruleId"] for one in run["results"]]
    assert (figure["level"], reworded["level"]) == ("warning", "note")
    place = figure["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "in/new.txt", "uriBaseId": "%SRCROOT%", "index": 0}
    assert place["region"] == {
        "startLine": 2, "startColumn": 25, "endLine": 2, "endColumn": 29, "snippet": {"text": "nine"},
    }  # fmt: skip
    assert figure["relatedLocations"][0]["physicalLocation"]["region"]["snippet"] == {"text": "six"}
    assert figure["properties"] == {"kind": "changed", "disclosed": "undisclosed", "facets": ["figure"]}
    assert list(figure["partialFingerprints"]) == ["archivistChange/v1"]
    assert "automationDetails" not in run


def test_sarif_of_an_article_has_a_category_of_its_own() -> None:
    (run,) = json.loads(report_sarif(made(), OLD, source("n", AFTER, article="2026/mill", path="n")))["runs"]

    assert run["automationDetails"] == {"id": "archivist/2026/mill/"}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a b/ü:1%.txt", {"uri": "a%20b/%C3%BC%3A1%25.txt", "uriBaseId": "%SRCROOT%"}),
        ("/srv/x y.txt", {"uri": "file:///srv/x%20y.txt"}),
    ],
)
def test_sarif_writes_paths_as_addresses(path: str, expected: dict[str, str]) -> None:
    document = report_sarif(made(), OLD, source("n", AFTER, path=path))
    (run,) = json.loads(document)["runs"]

    assert run["artifacts"][0]["location"] == expected
    assert sarif_problems(document) == []


def test_nothing_in_a_message_is_a_link_or_a_placeholder() -> None:
    old, new = "It costs six.", "It costs [nine](https://evil.example) {0}."
    one = facet(FacetKind.FIGURE, (old, "six"), (new, "[nine](https://evil.example) {0}"))
    found = report(old, new, [changed(statement(old, old), statement(new, new), one)])
    message = json.loads(report_sarif(found, OLD, NEW))["runs"][0]["results"][0]["message"]["text"]

    assert "](" not in message
    assert "{{0}}" in message
