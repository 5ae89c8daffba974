"""The one form of a record is what Python's json module writes with these settings (docs/format.md, *Records*)."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archivist.archive.form import in_form
from archivist.archive.record import to_bytes
from archivist.schema.positions import MAX_DEPTH
from archivist.schema.strict import loads

_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | _TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXTS, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(_TEXTS, _VALUES, max_size=6))
def test_it_is_what_json_writes(value: dict[str, object]) -> None:
    assert to_bytes(value) == (json.dumps(value, ensure_ascii=False, sort_keys=True, indent=2) + "\n").encode()


@given(st.dictionaries(_TEXTS, _VALUES, max_size=6))
def test_the_form_is_seen_at_once(value: dict[str, object]) -> None:
    assert in_form(to_bytes(value)) in (value, None)  # None where there are very many brackets


@example({"a": "\\ud800"})  # a backslash and letters: no escape
@given(st.dictionaries(_TEXTS, _TEXTS, max_size=6))
def test_strings_alone_never_take_a_closer_look(value: dict[str, str]) -> None:
    brackets = sum(text.count("{") + text.count("[") for pair in value.items() for text in pair)
    assert in_form(to_bytes(value)) == (value if brackets < MAX_DEPTH else None)


def _seen(data: bytes) -> bool:
    """Whether the form is seen in it. Where it is, reading strictly finds no problem, and the same value."""
    found = in_form(data)
    if found is not None:
        assert loads(data, "x") == (found, ())
        assert to_bytes(found) == data
    return found is not None


@example("D800")
@example("d800")
@example("dFfF")
@given(st.from_regex(r"[dD][89a-fA-F][0-9a-fA-F]{2}", fullmatch=True))
def test_half_a_surrogate_pair_in_either_letter_case_takes_a_closer_look(digits: str) -> None:
    assert not _seen(f'{{\n  "a": "\\u{digits}"\n}}\n'.encode())


@given(st.dictionaries(_TEXTS, _VALUES, max_size=3), st.data())
def test_a_quick_yes_is_never_wrong(value: dict[str, object], data: st.DataObject) -> None:
    """Whatever is said to be in the form is read strictly without a problem, and as the same value."""
    written = bytearray(to_bytes(value))
    for _ in range(data.draw(st.integers(0, 3))):
        place = data.draw(st.integers(0, len(written)))
        written[place : place + data.draw(st.integers(0, 2))] = data.draw(st.binary(max_size=2))
    _seen(bytes(written))


@pytest.mark.parametrize(
    "text",
    [
        '{\n  "a": 1.5\n}\n',
        '{\n  "a": NaN\n}\n',
        '{\n  "a": Infinity\n}\n',
        '{\n  "a": 9007199254740992\n}\n',
        f'{{\n  "a": {"9" * 5000}\n}}\n',
        '{\n  "a": 1,\n  "a": 1\n}\n',
        '{\n  "b": 1,\n  "a": 1\n}\n',
        '{\n  "a": "\\ud800"\n}\n',
        '{\n  "a": "\\uD800"\n}\n',
        '{\n  "\\uDFFF": 1\n}\n',
        '{\n  "a": "\\u00e9"\n}\n',
        '{\n  "a": "\\/"\n}\n',
        '\ufeff{\n  "a": 1\n}\n',
        '{\n  "a": -0\n}\n',
        "[]\n",
        "1\n",
        "",
        "{}",
        "{}\n\n",
        '{\n  "a": ' + "[" * 100_000,
    ],
)
def test_what_needs_a_closer_look(text: str) -> None:
    assert in_form(text.encode()) is None
