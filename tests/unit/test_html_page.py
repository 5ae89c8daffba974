from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from pages import Taken

from archivist.render.html.asset import asset
from archivist.render.html.escape import Html, element, joined, line, text
from archivist.render.html.page import Page, Policy, document


def policy(page: str) -> str:
    parts = [one.attributes for one in Taken(page).elements if "http-equiv" in one.attributes]
    assert [part["http-equiv"] for part in parts] == ["Content-Security-Policy"]
    return parts[0]["content"]


def source(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("</p><script>x()</script>", "&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;"),
        ("&amp; &#60;", "&amp;amp; &amp;#60;"),
        ("\" onclick='x()'", "&quot; onclick=&#x27;x()&#x27;"),
        ("a\u202eb\u2066c", "a&lt;U+202E&gt;b&lt;U+2066&gt;c"),
        ("a\x00b\x1b[0m\ud800", "a\\x00b\\x1b[0m&lt;U+D800&gt;"),
        ("a\u200bb\ufeff", "a&lt;U+200B&gt;b&lt;U+FEFF&gt;"),
    ],
)
def test_text_shows_as_what_it_is(words: str, shown: str) -> None:
    assert text(words) == shown
    assert element("p", title=words) == f'<p title="{shown}"></p>'


def test_white_space_is_kept_or_made_one_space() -> None:
    assert text("a \n\t b") == "a \n\t b"
    assert line(" a \n\t b ") == "a b"


def test_elements_and_their_attributes() -> None:
    link = element("a", text("x"), class_="n", aria_label="y", href="#z", hidden=True, id=None, tabindex=-1)
    assert link == '<a class="n" aria-label="y" href="#z" hidden tabindex="-1">x</a>'
    assert element("input", name="n", checked=False) == '<input name="n">'
    assert joined([text("a"), text("b")], text(" & ")) == "a &amp; b"


def test_a_page_has_landmarks_a_language_and_a_way_past_what_comes_first() -> None:
    page = Taken(document(Page("T", text("M"), header=text("H"), footer=text("F"), language="en-GB")))
    assert [one.name for one in page.elements if one.name in {"html", "main", "header", "footer"}] == [
        "html", "header", "main", "footer",
    ]  # fmt: skip
    assert page.elements[0].attributes == {"lang": "en-GB"}
    assert page.targets == ["main"] == page.ids


def test_what_is_not_given_is_not_there() -> None:
    names = [one.name for one in Taken(document(Page("T", text("M")))).elements]
    assert not {"style", "script", "header", "footer"} & set(names)
    assert policy(document(Page("T", text("M")))).startswith("default-src 'none'; style-src 'none'; script-src 'none'")


def test_only_the_page_s_own_style_and_script_may_run() -> None:
    page = document(Page("T", text("M"), style="p { top: 0 }", script="go()"))
    assert policy(page).split("; ") == [
        "default-src 'none'",
        f"style-src {source('p { top: 0 }')}",
        f"script-src {source('go()')}",
        "img-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert "<style>p { top: 0 }</style>" in page
    assert "<script>go()</script>" in page


def test_further_sources_stand_behind_the_hash() -> None:
    page = document(Page("T", text("M"), script="go()", policy=Policy(style=["'self'"], script=["'self'"])))
    assert "style-src 'self'; " in policy(page)
    assert f"script-src {source('go()')} 'self'; " in policy(page)


@pytest.mark.parametrize("bad", ["</style>", "a </script> b", "<!-- x"])
def test_a_style_that_would_end_early_is_refused(bad: str) -> None:
    with pytest.raises(ValueError, match="must not contain"):
        document(Page("T", text("M"), style=bad))


def test_a_hostile_title_stays_a_title() -> None:
    page = document(Page("</title><script>x()</script>", text("M"), description='"><b>'))
    assert "<script>" not in page
    assert "<b>" not in page


def test_further_elements_of_the_head() -> None:
    feed = element("link", rel="alternate", href="feed.xml")
    assert feed in document(Page("T", Html("<p>M</p>"), head=[feed])).partition("</head>")[0]


def test_no_style_loads_or_hides_anything_behind_a_script() -> None:
    style = asset("base.css", "report.css")
    assert not re.search(r"url\(|@import|@font-face|expression", style)
    assert style == asset("base.css") + asset("report.css")
