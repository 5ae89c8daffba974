"""What in a text is no language, and that it is never told as a change of what the text says."""

from __future__ import annotations

from textwrap import wrap

import pytest

from archivist.diff.report import compare
from archivist.model.span import Span
from archivist.text.unspoken import item_mark, markup


def pieces(text: str) -> list[str]:
    return [place.of(text) for place in sorted(markup(text, Span(0, len(text))))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See [the map](/maps/3.png).", ["](/maps/3.png)"]),
        ('See [the map]( "A map") here.', [']( "A map")']),
        ("See [the map]({{ site.base }}/maps/).", ["]({{ site.base }}/maps/)", "{{ site.base }}"]),
        ("See [Fara](/wiki/Fara_(town)) now.", ["](/wiki/Fara_(town))"]),
        ("{% include photo.html %} The quay", ["{% include photo.html %}"]),
        ('In <b>Fara</b>,<br/> a <a href="/x" title="The old quay">quay</a>.', None),
        ("A<!-- cut here --> quay", ["<!-- cut here -->"]),
        (
            "Read https://fara.example/a?b=3, then www.fara.example.",
            ["https://fara.example/a?b=3,", "www.fara.example."],
        ),
        ("Write to ida.roe@fara.example today", ["ida.roe@fara.example"]),
        ("Roe&nbsp;&amp;&#8217;&#xA0;Sons", ["&nbsp;", "&amp;", "&#8217;", "&#xA0;"]),
    ],
)
def test_markup_is_found(text: str, expected: list[str] | None) -> None:
    found = pieces(text)
    assert found == (
        ["<b>", "</b>", "<br/>", '<a href="/x" title="The old quay">', "</a>"] if expected is None else expected
    )


@pytest.mark.parametrize(
    "text",
    [
        "The [sic] (12 of them) stayed.",
        "The [three] (12 of them) stayed, [four](or 5 of them) left.",
        "Fewer than <5 boats and more than >3 carts came.",
        "Roe & Sons; the B&B; AT&T; sold 5% {of it}.",
        "The account @idaroe said so at 5 p.m.",
        "It is a < b and c > d for all.",
    ],
)
def test_prose_is_no_markup(text: str) -> None:
    assert pieces(text) == []


@pytest.mark.parametrize(
    "text",
    ["](" * 20_000, "](a" * 20_000, "{{" * 20_000, "<a " * 20_000, "<a =" * 20_000, "a." * 20_000 + "@", "&a" * 9_000],
)
def test_what_never_closes_is_read_once(text: str) -> None:
    assert pieces(text) == []


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("1. Call Ida Roe.", "1."),
        ("Ten boats.\n  (2) Call Ida Roe.", "(2)"),
        ("2.10. Call Ida Roe.", "2.10."),
        ("12 boats sank.", None),
        ("12.5 tonnes sank.", None),
        ("Ten boats. 2. Call Ida Roe.", None),
        ("Call Ida Roe 2.", None),
    ],
)
def test_the_number_of_an_item_opens_a_line(text: str, mark: str | None) -> None:
    start = next(at for at in (text.find("(2)"), text.find("2. C"), 0) if at >= 0)
    found = item_mark(text, Span(start, len(text)))
    assert (None if found is None else found.of(text)) == mark


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ida Roe is in Fara ([photo](/a/b.jpg)).", "Ida Roe is in Fara ([photo](/a/b.png))."),
        ("Ida Roe is in Fara: [map]({{site.baseurl}}/a/).", "Ida Roe is in Fara: [map](/a/)."),
        ("Ida Roe is in Fara.", "Ida Roe is in <span>Fara</span>."),
        ("Odd Bay is cold.", "Odd Bay is cold.<br>"),
        ("Odd Bay is cold.", "<br>Odd Bay is cold."),
        ("Odd Bay is cold.", "Odd Bay is&nbsp;cold."),
        ("Odd Bay is cold.", 'Odd Bay is <a title="Not the old quay at 5 p.m.">cold</a>.'),
        ("Ida Roe wrote to it at a@fara.example.", "Ida Roe wrote to it at b@quay.example."),
        ("Ida Roe is at https://fara.example/2024/05/06/12.", "Ida Roe is at https://quay.example/2023/04/not/13."),
        ("1. Call Ida Roe in Fara.", "Call Ida Roe in Fara."),
        ("2. Call Ida Roe in Fara.", "3. Call Ida Roe in Fara."),
        ("(2) Call Ida Roe in Fara.", "(3) Call Ida Roe in Fara."),
    ],
)
def test_what_is_no_language_changes_no_claim(old: str, new: str) -> None:
    for one, other in ((old, new), (new, old)):
        assert [change for change in compare(one, other).changes if change.substantive] == []


@pytest.mark.parametrize(
    ("old", "new", "facet"),
    [
        ("Ida Roe sold [12 boats](/a) in Fara.", "Ida Roe sold [15 boats](/a) in Fara.", "figure"),
        ("Ida Roe sold boats in [Fara](/a).", "Ida Roe sold boats in [Quillport](/a).", "name"),
        ("Ida Roe sold boats [in Fara](12 of them).", "Ida Roe sold boats [in Fara](15 of them).", "figure"),
        ("1. Ida Roe sold 12 boats.", "2. Ida Roe sold 15 boats.", "figure"),
        ("Ida Roe sold <b>12</b> boats.", "Ida Roe sold <b>15</b> boats.", "figure"),
        ("Ida Roe sold <12 boats in Fara.", "Ida Roe sold <15 boats in Fara.", "figure"),
    ],
)
def test_what_stands_in_markup_is_still_compared(old: str, new: str, facet: str) -> None:
    (change,) = compare(old, new).changes
    assert [str(one.facet) for one in change.facets] == [facet]


@pytest.mark.parametrize("width", [45, 60, 72, 80])
def test_a_text_that_is_wrapped_anew_has_no_changes(width: int) -> None:
    flat = (
        "The ferry that ran aground on Monday was built for sixty people and held 96. Its crew sent for help at once, "
        "and all were saved by 9. Mayor Ada Lund, who had held office since the old pier was shut, is 77. She was "
        "there. “I saw [the whole quay](/quay) burn,” she said. The old pier at Odd Harbour was built in 1887 for 45 "
        "boats and closed in 1990. Its owner, Bo Quist, was 12. He had 3 sons."
    )
    wrapped = "\n".join(wrap(flat, width, break_long_words=False, break_on_hyphens=False))
    assert compare(flat, wrapped).changes == ()
    assert compare(wrapped, flat).changes == ()
