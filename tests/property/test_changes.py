"""What holds for the comparison of any two texts, and how right it is on the labelled set `examples/changes.jsonl`."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from difflib import SequenceMatcher
from functools import cache
from math import isqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hostile import in_time
from hypothesis import given, settings
from hypothesis import strategies as st

from archivist.claims.names import same_name
from archivist.diff.facet_gaps import _blocks
from archivist.diff.known_names import KnownNames
from archivist.diff.report import compare
from archivist.diff.weight import facet_weight
from archivist.model.report import ChangeKind
from archivist.render.json_report import report_json
from archivist.render.source import SourceInfo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from archivist.model.claim import Claim
    from archivist.model.report import Change, Evidence, Report

ITEMS: list[dict[str, Any]] = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "examples" / "changes.jsonl").read_text(encoding="utf-8").splitlines()
]
SWAPPED = {ChangeKind.ADDED: ChangeKind.REMOVED, ChangeKind.REMOVED: ChangeKind.ADDED}
BYSTANDER = "The gardeners of Quill Hollow planted forty lime trees along the towpath."
SENTENCES = st.sampled_from(
    [
        "The mill at Odd Harbour employs 40 people.",
        "The mill at Odd Harbour employs 60 people.",
        "“The well is dry,” said Ida Crane.",
        "Ida Crane said the well was dry.",
        "The dam may burst within hours, the water board said on Tuesday.",
        "The dam will not burst, the water board said on 3 March 2025.",
        "Rents rose 4 percent. Frost killed the blossom.",
        "By Bo Quist",
        "Correction: An earlier version misstated the number of people at the mill.",
        "市长说：“我们不会停止搜救。”",
        "“",
        "1990",
    ]
)
TEXTS = st.lists(SENTENCES, max_size=6).map("\n\n".join)


def day(item: dict[str, Any], side: str) -> dt.date | None:
    return dt.date.fromisoformat(item[f"published_{side}"]) if item.get(f"published_{side}") else None


@cache
def report(number: int) -> Report:
    item = ITEMS[number]
    return compare(item["old"], item["new"], day(item, "old"), day(item, "new"))


def _span(claim: Claim | Evidence | None) -> tuple[int, int] | None:
    return None if claim is None else (claim.span.start, claim.span.end)


def told(change: Change, *, swap: bool = False) -> tuple[object, ...]:
    """What a change says, with its sides exchanged if `swap`."""
    sides = (change.new, change.old) if swap else (change.old, change.new)
    facets = [
        (facet.facet, *(map(_span, (facet.new, facet.old) if swap else (facet.old, facet.new))))
        for facet in change.facets
    ]
    kind = SWAPPED.get(change.kind, change.kind) if swap else change.kind
    return kind, *map(_span, sides), tuple(sorted(facets, key=repr)), change.moved


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item["id"])
def test_a_text_compared_with_itself_has_no_changes(item: dict[str, Any]) -> None:
    for side in ("old", "new"):
        assert compare(item[side], item[side], day(item, side), day(item, side)).changes == ()


@pytest.mark.parametrize("number", range(len(ITEMS)))
def test_old_and_new_exchanged_exchange_the_sides_and_nothing_else(number: int) -> None:
    item = ITEMS[number]
    back = compare(item["new"], item["old"], day(item, "new"), day(item, "old"))
    assert sorted(map(repr, (told(change, swap=True) for change in back.changes))) == sorted(
        map(repr, (told(change) for change in report(number).changes))
    )


@pytest.mark.parametrize("number", range(len(ITEMS)))
def test_an_unrelated_paragraph_changes_no_other_claims_report(number: int) -> None:
    item = ITEMS[number]
    wider = compare(item["old"], f"{item['new']}\n\n{BYSTANDER}", day(item, "old"), day(item, "new"))
    others = [change for change in wider.changes if change.new is None or change.new.span.start < len(item["new"])]
    assert [told(change) for change in others] == [told(change) for change in report(number).changes]
    assert len(wider.changes) == len(others) + 1


@given(TEXTS, TEXTS)
@settings(max_examples=150, deadline=None)
def test_any_two_texts(old: str, new: str) -> None:
    forth, back = compare(old, new), compare(new, old)
    assert sorted(repr(told(change, swap=True)) for change in back.changes) == sorted(
        repr(told(change)) for change in forth.changes
    )
    for change in forth.changes:
        assert (change.kind is ChangeKind.CHANGED) == bool(change.facets)
        assert (change.disclosed is None) != change.substantive
        weights = [facet_weight(facet) for facet in change.facets]
        assert weights == sorted(weights, reverse=True)
        for side, text in (("old", old), ("new", new)):
            claim = getattr(change, side)
            evidence = [getattr(facet, side) for facet in change.facets]
            for span in [one.span for one in (claim, *evidence) if one is not None]:
                assert 0 <= span.start < span.end <= len(text)
    assert [change.weight for change in forth.changes] == sorted(
        (change.weight for change in forth.changes), reverse=True
    )


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_any_text_compared_with_itself(text: str) -> None:
    assert compare(text, text).changes == ()


def _places(value: object, side: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every place in a document, with the side of the comparison that it is said of."""
    if isinstance(value, dict):
        if "start" in value:
            yield side, value
        for name, part in value.items():
            yield from _places(part, {"coarse": "old"}.get(name, name if name in {"old", "new"} else side))
    elif isinstance(value, list):
        for part in value:
            yield from _places(part, side)


@given(TEXTS, TEXTS)
@settings(max_examples=60, deadline=None)
def test_every_place_of_a_report_has_the_words_of_its_text(old: str, new: str) -> None:
    document = json.loads(report_json(compare(old, new), SourceInfo("old", "", 0, 0), SourceInfo("new", "", 0, 0)))
    for side, place in _places(document, ""):
        assert {"old": old, "new": new}[side][place["start"] : place["end"]] == place["text"]


def test_the_report_does_not_depend_on_hash_seed_time_zone_and_language() -> None:
    program = (
        "import json, pathlib, sys; from archivist.diff.report import compare\n"
        "for line in pathlib.Path(sys.argv[1]).read_text(encoding='utf-8').splitlines()[:60]:\n"
        "    item = json.loads(line); print(compare(item['old'], item['new']).changes)"
    )
    data = Path(__file__).parents[1] / "examples" / "changes.jsonl"
    outputs = [
        subprocess.run(
            [sys.executable, "-c", program, str(data)],
            env={"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C", "LANG": language},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone, language in (("1", "Pacific/Kiritimati", "tr_TR.UTF-8"), ("2", "Etc/GMT+12", "C"))
    ]
    assert outputs[0] == outputs[1]
    assert outputs[0].count(b"\n") == 60


def _labels(number: int) -> list[tuple[str, tuple[int, int] | None, tuple[int, int] | None]]:
    return [
        (label, _span(change.old), _span(change.new))
        for change in report(number).changes
        if change.substantive
        for label in ([str(facet.facet) for facet in change.facets] or [str(change.kind)])
    ]


def _place(text: str, part: str | None) -> tuple[int, int] | None:
    return None if part is None else (text.index(part), text.index(part) + len(part))


def _meets(one: tuple[int, int] | None, other: tuple[int, int] | None) -> bool:
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]


def _is_right(number: int) -> bool:
    """Whether exactly the labelled changes are reported, each where it stands."""
    item, found = ITEMS[number], _labels(number)
    for entry in item["expected"]:
        if entry["kind"] in {"reworded", "moved"}:
            continue
        where = _place(item["old"], entry["old"]), _place(item["new"], entry["new"])
        for label in entry["facets"] or [entry["kind"]]:
            hit = next(
                (one for one in found if one[0] == label and (_meets(one[1], where[0]) or _meets(one[2], where[1]))),
                None,
            )
            if hit is None:
                return False
            found.remove(hit)
    return not found


def test_the_labelled_set_is_reported_right() -> None:
    wrong = [ITEMS[number]["id"] for number in range(len(ITEMS)) if not _is_right(number)]
    assert len(wrong) <= len(ITEMS) * 0.05, wrong


HOSTILE = {
    "words": "word ",
    "letters": "a b c d e f g ",
    "quotation marks": "“",
    "attributions": "Roe said ",
    "negators": "not ",
    "figures": "12 ",
    "hedges": "may ",
    "names": "Ann and Bo ",
    "abbreviations": "a.b.c. ",
    "apostrophes": "’",
    "line ends": "\n",
    "dashes": "- ",
}


def _hostile(unit: str, size: int) -> tuple[str, str]:
    return unit * size, "The pier. " + unit * (size - 1)


def _edited(sort: str, size: int) -> tuple[str, str]:
    """Two texts that differ in `size` places."""
    if sort == "figures":
        old, new = (" ".join(f"{3 * number + more} cows," for number in range(size)) for more in (0, 1))
        return f"{old} left.", f"{new} left."
    space = "\n\n" if sort == "paragraphs" else " "
    return f"One old line.{space}" * size, f"One new line.{space}" * size


def _work(old: str, new: str) -> int:
    """How many functions a comparison calls: a measure of its work that is the same on every machine."""
    calls = 0

    def called(_frame: FrameType, _event: str, _arg: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(called)
    try:
        compare(old, new)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_the_work_grows_with_the_length_of_hostile_input(unit: str) -> None:
    compare(*_hostile(unit, 600))  # what is worked out once and kept is no part of it
    assert _work(*_hostile(unit, 600)) < 3 * _work(*_hostile(unit, 300))


@pytest.mark.parametrize("sort", ["paragraphs", "sentences", "figures"])
def test_the_work_grows_with_the_number_of_changes(sort: str) -> None:
    compare(*_edited(sort, 500))
    assert _work(*_edited(sort, 500)) < 3 * _work(*_edited(sort, 250))


KEYS = st.text(alphabet="abc", max_size=14)


@given(KEYS, KEYS)
def test_shared_stretches_are_those_of_ratcliff_and_obershelp(one: str, other: str) -> None:
    expected = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    shared = [
        [(i + k, j + k) for i, j, size in blocks for k in range(size)] for blocks in (_blocks(one, other), expected)
    ]
    assert shared[0] == shared[1]


def test_words_that_one_passage_alone_has_are_not_passed_over_again_for_each_word_that_both_have() -> None:
    number = 120_000
    shared = isqrt(60 * number)
    old = [f"{word} {at}" for word in range(shared) for at in range(number // shared)]
    new = [f"{word} {at}" for word in range(shared) for at in (0, -1)]
    with in_time():
        assert len(_blocks(old, new)) == shared + 1


NAMES = st.sampled_from(
    [
        "Rosa Quint",
        "Quint",
        "Ms Quint",
        "R. Quint",
        "World Health Organization",
        "WHO",
        "Korea",
        "South Korea",
        "U.S.",
        "United States",
        "Supreme Court of Norvia",
        "the court",
        "Bo Élan",
        "Bo Elan",
        "Bank of Norvia",
        "Norvia",
        "Odd Harbour Center",
        "Odd Harbour Centre",
    ]
)


@given(NAMES, st.lists(NAMES))
def test_a_known_name_is_one_that_is_the_same_as_one_of_them(key: str, names: list[str]) -> None:
    assert KnownNames(names).mentions(key) == any(same_name(key, one) for one in names)
