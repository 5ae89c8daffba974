from __future__ import annotations

import json
import unicodedata

import pytest

from archivist.render.safe import escaped_in_json, one_line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "\\x1b[2J"),
        ("a\rb", "a\\rb"),
        ("a\x00\x7f\x9b", "a\\x00\\x7f\\x9b"),
        ("paid \u202e001\u202c", "paid <U+202E>001<U+202C>"),
        ("\u2066x\u2069", "<U+2066>x<U+2069>"),
        ("\ufeffStart", "<U+FEFF>Start"),
        ("no\u200bwhere", "no<U+200B>where"),
        ("co\u00adop", "co\\xadop"),
        ("\u2028", "<U+2028>"),
        ("\ud800", "<U+D800>"),
        ("\U000e0041", "<U+E0041>"),
        ("\u3164", "<U+3164>"),
    ],
)
def test_what_acts_or_hides_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text", ["", "plain words", "a\tb\nc", "Žižek — “naïve” 中文 العربية", "\u00a0", "👩‍🚒", "می‌روم"]
)
def test_what_can_be_seen_stays(text: str) -> None:
    assert visible(text) == text


def test_a_joiner_among_latin_letters_joins_nothing_and_is_shown() -> None:
    assert visible("pay\u200dpal") == "pay<U+200D>pal"


def test_a_joiner_beside_a_control_character_is_shown() -> None:
    assert visible("می\u200c\u202eر") == "می<U+200C><U+202E>ر"


def test_every_control_and_invisible_format_character_is_caught() -> None:
    printing = set(range(0x600, 0x606)) | {0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
    hieroglyph_joiners = set(range(0x13430, 0x13440))
    for code in range(0x110000):
        category = unicodedata.category(chr(code))
        if code in printing | hieroglyph_joiners or chr(code) in "\n\t":
            continue
        if category in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
            assert visible(chr(code)) != chr(code), hex(code)


def test_one_line_has_no_line_ends_or_edges() -> None:
    assert one_line("  a\n\n b\tc ") == "a b c"


@pytest.mark.parametrize("text", ["\x1b", "\x7f\x85", "\u2028\u2029", "\u202e", "\U000e0041", "\ud800", "é中👩‍🚒\n"])
def test_json_escapes_mean_the_same(text: str) -> None:
    document = escaped_in_json(json.dumps({"a": text}, ensure_ascii=False))

    assert json.loads(document) == {"a": text}
    assert visible(document).replace("<U+200D>", "\u200d") == document
