from __future__ import annotations

from decimal import Decimal

import pytest
from hostile import in_time
from pages import KNOWN, Taken
from reports import NEW, OLD, change, changed, facet, figure, ops, report, statement

from archivist.diff.report import compare
from archivist.model.report import ChangeKind, Disclosure, FacetKind, MetadataChange, Op, OpKind, Report, TextDiff
from archivist.model.span import Span
from archivist.render.html.anchors import Anchors
from archivist.render.html.reading import reading
from archivist.render.html.report_page import report_main, report_page
from archivist.render.html.rows import Gap, Row, rows
from archivist.render.html.shown import Shown, length_of_time, time
from archivist.render.html.strip_svg import where_words
from archivist.text.segment import segment

STORY = (
    "The pier is shut. Four people were hurt, police said.\n\n"
    "Ferries run hourly until dusk on weekdays.\n\n"
    "Tolls rise in June. The dock is old.\n"
)


def page(made: Report, **metadata: object) -> str:
    return report_main(made, Shown(OLD, {}), Shown(NEW, metadata))


def seen(html: str) -> str:
    return Taken(html).seen


def rows_of(old: str, new: str) -> list[Row]:
    made = compare(old, new)
    return rows(made, segment(old), segment(new), Anchors(made))


def shown(row: Row, made: Report) -> str:
    return "".join(piece.words(made) for piece in row.pieces)


def test_everything_is_closed_known_and_linked() -> None:
    new = STORY.replace("Four", "Seven").replace("Ferries run hourly until dusk on weekdays.\n\n", "")
    html = report_page(
        compare(STORY, new + "\nFerries run hourly until dusk on weekdays.\n"), Shown(OLD, {}), Shown(NEW, {})
    )
    taken = Taken(html)
    assert {one.name for one in taken.elements} <= KNOWN
    assert len(set(taken.ids)) == len(taken.ids)
    assert set(taken.targets) <= set(taken.ids)
    assert not [name for one in taken.elements for name in one.attributes if name.startswith("on") or name == "style"]


def test_a_change_tells_old_new_difference_source_disclosure_and_place() -> None:
    html = page(compare(STORY, STORY.replace("Four", "Seven")))
    assert "figure Four → Seven +3" in seen(html)
    assert "Old<" in html
    assert "<del>Four</del> people" in html
    assert "<ins>Seven</ins> people" in html
    assert "Source: police" in seen(html)
    assert "undisclosed: there is no note" in seen(html)
    assert '<a href="#text-1"><span class="unseen">change 1 in the text, </span>paragraph 1</a>' in html
    assert 'id="change-1"' in html
    assert 'href="#change-1" id="text-1"' in html


def test_old_and_new_are_marked_in_the_text_and_apart_in_the_two_columns() -> None:
    taken = Taken(page(compare(STORY, STORY.replace("Four", "Seven"))))
    assert taken.column(new=False) == "".join(STORY.split())
    assert taken.column(new=True) == "".join(STORY.replace("Four", "Seven").split())


def test_a_move_links_both_ways() -> None:
    old = "The bridge is shut. Tolls rise in June.\n\nFerries run hourly until dusk on weekdays.\n\nThe dock is old.\n"
    new = "Ferries run hourly until dusk on weekdays.\n\nThe bridge is shut. Tolls rise in June.\n\nThe dock is old.\n"
    made = compare(old, new)
    assert made.diff.moves
    html = page(made)
    number = made.diff.moves[0].id
    assert f'id="move-{number}-from" href="#move-{number}-to">moved to paragraph' in html
    assert f'id="move-{number}-to" href="#move-{number}-from">moved from paragraph' in html
    taken = Taken(html)
    assert taken.column(new=False) == "".join(old.split())
    assert taken.column(new=True) == "".join(new.split())


def test_what_changed_inside_a_move_is_marked_inside_it() -> None:
    old = "The bridge is shut for good now. Tolls rise in June.\n\nFerries run hourly until dusk on weekdays in May.\n"
    new = "Ferries run hourly until dawn on weekdays in May.\n\nThe bridge is shut for good now. Tolls rise in June.\n"
    made = compare(old, new)
    assert made.diff.moves
    html = page(made)
    assert "<del>dusk</del>" in html
    assert "<ins>dawn</ins>" in html


def test_unchanged_stretches_are_folded_and_still_there() -> None:
    html = page(compare(STORY, STORY.replace("Four", "Seven")))
    assert "<summary>3 sentences unchanged " in html
    assert html.index("<details") < html.index("Tolls rise in June.")


def test_a_single_unchanged_sentence_is_not_folded() -> None:
    html = page(compare(STORY, STORY.replace("Four", "Seven").replace("The dock is old.", "The dock is new.")))
    assert 'class="fold"' not in html


def test_a_long_paragraph_is_folded_between_its_changes() -> None:
    middle = " ".join(
        f"Boat {name} came in at noon." for name in ("Ada", "Bea", "Cia", "Dot", "Eve", "Fay", "Gil", "Hal")
    )
    old = f"Four people were hurt. {middle} The mill has 30 doors.\n"
    new = old.replace("Four", "Five").replace("30", "40")
    made = rows_of(old, new)
    assert [row.changed for row in made] == [True, False, True]
    assert [row.gap for row in made] == [Gap.PARAGRAPH, Gap.SENTENCE, Gap.SENTENCE]
    assert rows_of(middle, middle + "\n\nThe end came.\n")[0].changed is False


def test_lines_between_sentences_are_rows_and_wrapped_lines_are_not() -> None:
    listed = compare("Ann left.\nBob stayed.\n", "Ann left.\nBob went.\n")
    assert [shown(row, listed) for row in rows_of(listed.old_text, listed.new_text)] == [
        "Ann left.",
        "Bob stayedwent.",
    ]
    wrapped = "The pier of the old town is closed to everybody and\nwill not be opened again before the end of May.\n"
    assert len(rows_of(wrapped, wrapped.replace("May", "June"))) == 1


def test_paragraphs_that_went_or_came_are_rows_of_their_own() -> None:
    old = "The pier is shut.\n\nFour people were hurt.\n\nThe dock is old.\n"
    new = "The pier is shut.\n\nThe dock is old.\n"
    gone = compare(old, new)
    assert [row.changed for row in rows_of(old, new)] == [False, True, False]
    assert [shown(row, gone) for row in rows_of(old, new)][1] == "Four people were hurt."
    assert [row.changed for row in rows_of(new, old)] == [False, True, False]


def test_white_space_that_came_or_went_alone_is_shown_by_signs() -> None:
    html = page(report("One.\n\nTwo.", "One. Two."))
    assert '<del class="space">⏎⏎</del>' in html
    assert '<ins class="space">␣</ins>' in html
    assert len(rows_of("One is here.\n\nTwo is here.", "One is here. Two is here.")) == 1


def test_changes_that_leave_the_meaning_alone_are_folded_below_the_others() -> None:
    old, new = "Rain fell. Ann left early.", "Rain fell. Early, Ann left."
    light = change(ChangeKind.REWORDED, statement(old, "Ann left early."), statement(new, "Early, Ann left."))
    html = page(report(old, new, [light]))
    assert "Nothing that the article claims is different." in seen(html)
    assert "1 claim reworded or moved, saying the same" in seen(html)
    assert 'id="change-1"' in html


@pytest.mark.parametrize("known", list(Disclosure))
def test_whether_a_change_is_disclosed_is_told_in_words(known: Disclosure) -> None:
    old, new = "Rain fell.", "Rain fell. Ann left."
    made = report(old, new, [change(ChangeKind.ADDED, None, statement(new, "Ann left."), known)])
    assert f"{known.value}: " in seen(page(made))
    assert f"1 {known.value}" in seen(page(made))


def test_a_facet_with_one_side_says_that_it_came_or_went() -> None:
    old, new = "About 30 left.", "30 left."
    loose = facet(FacetKind.CERTAINTY, (old, "About"), None)
    made = report(old, new, [changed(statement(old, old), statement(new, new), loose)])
    assert "certainty dropped: About" in seen(page(made))


def test_the_same_words_with_another_value_tell_the_value() -> None:
    old, new = "It opens Tuesday.", "It opens on Tuesday."
    day = facet(FacetKind.DATE, (old, "Tuesday"), (new, "Tuesday"))
    assert day.old
    assert day.new
    day = day._replace(old=day.old._replace(value="2026-03-03"), new=day.new._replace(value="2026-03-10"))
    made = report(old, new, [changed(statement(old, old), statement(new, new), day)])
    assert "date 2026-03-03 → 2026-03-10" in seen(page(made))


def test_the_difference_is_told() -> None:
    old, new = "Four left.", "Nine left."
    more = facet(FacetKind.FIGURE, (old, "Four"), (new, "Nine"), "+5")
    four = statement(old, old)._replace(figures=(figure(old, "Four", Decimal(4)),))
    nine = statement(new, new)._replace(figures=(figure(new, "Nine", Decimal(9)),))
    assert '<b class="by">+5</b>' in page(report(old, new, [changed(four, nine, more)]))


ABOVE, BELOW = "Pier shut for the summer", "\n\nThe pier is shut. Four people were hurt, police said.\n"


def test_without_metadata_the_line_above_the_text_is_the_headline() -> None:
    made = compare(ABOVE + BELOW, f"# Pier shut until autumn{BELOW}")
    html = report_page(made, Shown(OLD, {}), Shown(NEW, {}))
    assert "<title>What changed: Pier shut until autumn</title>" in html
    words = page(made)
    assert seen(words).startswith("what changed Pier shut until autumn Headline before: Pier shut for the summer ")
    same = page(compare(ABOVE + BELOW, ABOVE + BELOW.replace("Four", "Five")))
    assert seen(same).startswith("what changed Pier shut for the summer It is not known when the article changed:")
    stated = page(made, headline="Shut!")
    assert seen(stated).startswith("what changed Pier shut until autumn Headline before: ")
    assert "new.txt" not in seen(html).partition("Sources")[0]


def test_headlines_in_the_metadata_come_before_lines_of_the_text() -> None:
    made = compare(ABOVE + BELOW, f"Pier shut until autumn{BELOW}")
    html = report_main(made, Shown(OLD, {"headline": "Shut!"}), Shown(NEW, {"headline": "Shut!"}))
    assert seen(html).startswith("what changed Shut! It is not known")
    alone = report_main(compare(BELOW, BELOW), Shown(OLD, {"headline": "Shut!"}), Shown(NEW, {}))
    assert seen(alone).startswith("what changed Shut! It is not known")


@pytest.mark.parametrize("other", ["Pier shut until autumn", ""])
def test_a_headline_that_differs_alone_is_told(other: str) -> None:
    html = seen(page(compare(ABOVE + BELOW, (other + BELOW).lstrip())))
    assert "The headline is different. Nothing that the article claims below it is." in html
    assert "Nothing that the article claims is different." not in html


def test_the_head_tells_what_when_and_how_much() -> None:
    made = compare(STORY, STORY.replace("Four", "Seven"))
    old = Shown(OLD._replace(captured_at="2026-03-03T21:40:00Z"), {"headline": "Pier shut"})
    new = Shown(
        NEW._replace(captured_at="2026-03-04T09:12:00Z"), {"headline": "Pier shut, seven hurt", "publisher": "Wire"}
    )
    words = seen(report_main(made, old, new))
    assert words.startswith("Wire · what changed Pier shut, seven hurt Headline before: Pier shut ")
    assert "Changed between 3 March 2026, 21:40 UTC and 4 March 2026, 09:12 UTC, within 11 hours 32 minutes." in words
    assert "claims changed 1 By facet and kind; one claim can count more than once: 1 figure" in words
    assert "24 kept 1 added 1 removed" in words
    assert "The text changed in paragraph 1 of 3." in words


def test_where_it_is_not_known_when_the_page_says_so() -> None:
    assert "It is not known when the article changed" in seen(page(compare("One.", "Two.")))
    known = Shown(OLD, {"capturedAt": "2026-03-03T21:40:00Z"})
    words = seen(report_main(compare("One.", "Two."), known, known))
    assert "Old seen 3 March 2026, 21:40 UTC, new seen 3 March 2026, 21:40 UTC." in words


def test_a_new_note_stands_on_top() -> None:
    note = "Correction, June 5: An earlier version misstated the number. It is 7, not 4."
    words = seen(page(compare(STORY, f"{STORY}\n{note}\n")))
    assert words.index("A note was added: Correction, June 5") < words.index("What changed The text")


def test_metadata_is_told_with_both_values() -> None:
    made = report(
        "a", "a", metadata=[MetadataChange("byline", "Ann", ["Ann", "Bob"]), MetadataChange("correction", None, "X")]
    )
    html = page(made)
    assert "byline Old Ann New Ann, Bob" in seen(html)
    assert "correction Old none New X" in seen(html)
    assert "The two texts are the same, to the byte." in seen(html)


def test_sources_and_digests_are_at_the_foot() -> None:
    html = page(compare("One.", "Two."), url="https://wire.example/story")
    foot = html[html.index('id="sources"') :]
    assert OLD.sha256 in foot
    assert NEW.sha256 in foot
    assert "https://wire.example/story" in foot
    assert "10 characters, 10 bytes" in foot


def test_an_address_is_never_a_link() -> None:
    assert "javascript:" not in [
        one.attributes.get("href", "") for one in Taken(page(compare("a", "b"), url="javascript:x()")).elements
    ]


def test_no_difference_is_said() -> None:
    assert "Nothing differs" in seen(page(compare("One.", "One.")))


def test_a_coarse_diff_is_told() -> None:
    made = report("One. Two.", "One. Six.")
    coarse = made._replace(diff=TextDiff(made.ops, (), (Span(0, 4),)))
    assert "larger than need be" in seen(page(coarse))


def test_every_change_is_marked_where_its_words_differ() -> None:
    old, new = "Four left. Rain fell.", "Nine left. Rain fell."
    first = changed(
        statement(old, "Four left."),
        statement(new, "Nine left."),
        facet(FacetKind.FIGURE, (old, "Four"), (new, "Nine")),
    )
    gone = change(ChangeKind.REMOVED, statement(old, "Rain fell."), None)
    made = report(old, new, [first, gone])
    html = page(made)
    assert '<ins>Nine</ins><sup class="of-new"><a href="#change-1" id="text-1">' in html
    assert html.count('id="text-2"') == 1


def test_the_picture_says_in_words_where_the_changes_lie() -> None:
    text = "\n\n".join(f"Paragraph number {number} is here." for number in range(1, 10))
    new = text
    for number in (1, 4, 5, 6, 9):
        new = new.replace(f"number {number}", f"count {number}")
    made = report(text, new, diff=TextDiff(ops(text, new), ()))
    assert where_words(reading(made, Shown(OLD, {}), Shown(NEW, {}))) == (
        "The text changed in paragraphs 1, 4–6 and 9 of 9."
    )
    html = page(made)
    assert 'role="img" aria-labelledby="strip-title"' in html
    for name, top in (("new", 16), ("old", 40)):
        bars = [
            one.attributes
            for one in Taken(html).elements
            if one.attributes.get("class") == name and "y" in one.attributes
        ]
        assert [bar["y"] for bar in bars] == [str(top)] * 5
        starts = [float(bar["x"].rstrip("%")) for bar in bars]
        assert starts == sorted(starts)


def test_the_picture_numbers_the_changes_where_there_is_room() -> None:
    stayed = ("anchor", "bell", "crane", "dredger", "eel", "ferry", "gull", "hawser", "inn", "jetty", "kiosk", "lamp")
    middle = " ".join(
        f"The {name} by the harbour wall stayed where it was, and nobody looked after it." for name in stayed
    )
    middle += " ".join(f" A second {name} was bought for the museum, and it was never shown." for name in stayed)
    old = f"Four people were hurt, police said. The mill has 30 doors. {middle} The tower has 50 steps.\n"
    new = old.replace("Four", "Nine").replace("30", "33").replace("50", "60")
    made = compare(old, new)
    assert sum(change.substantive for change in made.changes) == 3
    labels = [data for within, data in Taken(page(made)).words if within and within[-1].name == "text"]
    assert labels == ["1", "3"]


def test_an_empty_side_is_told_and_breaks_nothing() -> None:
    assert "The new text is empty." in seen(page(compare("One. Two.", "")))
    assert "The text changed in paragraph 1 of 1." in seen(page(compare("", "One. Two.")))


@pytest.mark.parametrize(
    ("stamp", "words"),
    [
        ("2026-03-02", "2 March 2026"),
        ("2026-03-02T09:05:00Z", "2 March 2026, 09:05 UTC"),
        ("2026-12-31T23:59:59.5+02:00", "31 December 2026, 23:59 UTC+02:00"),
        ("2026-12-31T23:59:59", "31 December 2026, 23:59"),
        ("<b>soon</b>", "<b>soon</b>"),
    ],
)
def test_times_in_words(stamp: str, words: str) -> None:
    assert seen(time(stamp)) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2026-03-02T09:00:00Z", "2026-03-04T10:01:00Z", "2 days 1 hour"),
        ("2026-03-02T09:00:00Z", "2026-03-02T11:01:00+01:00", "1 hour 1 minute"),
        ("2026-03-02T09:00:00Z", "2026-03-02T09:00:59Z", "less than a minute"),
        ("2026-03-02T09:00:00Z", "2026-03-03T09:00:30Z", "1 day"),
        ("2026-03-02T09:00:00Z", "2026-03-02T09:00:00Z", ""),
        ("2026-03-02T09:00:00", "2026-03-02T09:00:00Z", ""),
        ("", "x", ""),
    ],
)
def test_how_long_it_is(start: str, end: str, words: str) -> None:
    assert length_of_time(start, end) == words


def test_white_space_without_end_takes_no_time() -> None:
    space = " \r" * 40_000 + "\n\t" * 40_000
    old, new = f"One.{space}Two.", f"One.{space}Two. Three."
    same = Op(OpKind.EQUAL, Span(0, len(old)), Span(0, len(old)))
    more = Op(OpKind.INSERT, Span(len(old), len(old)), Span(len(old), len(new)))
    with in_time():
        html = page(Report(old, new, (), (), TextDiff((same, more), ())))
    assert "<ins>Three.</ins>" in html
