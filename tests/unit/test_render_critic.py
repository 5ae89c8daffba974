from __future__ import annotations

import pytest
from reports import report

from archivist.errors import ArchivistError
from archivist.render.critic import critic


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("Rain fell.", "Rain fell.", "Rain fell."),
        ("Rain fell.", "Snow fell.", "{~~Rain~>Snow~~} fell."),
        ("Rain fell.", "Rain fell hard.", "Rain fell{++ hard++}."),
        ("Rain fell hard.", "Rain fell.", "Rain fell{-- hard--}."),
        ("One.", "One.\n\nTwo.\n", "One.{++\n\n++}{++Two.++}{++\n++}"),
        ("One.\r\nTwo.", "One.", "One.{--\r\n--}{--Two.--}"),
        ("One.\n\nA-", "One.\n\n+B", "One.\n\n{~~A-~>+B~~}"),
        ("a", "b\nc", "{--a--}{++b++}{++\n++}{++c++}"),
        ("", "new", "{++new++}"),
        ("{ } + - ~ = < >", "{ } + - ~ = < > x", "{ } + - ~ = < >{++ x++}"),
    ],
)
def test_both_texts_in_one(old: str, new: str, marked: str) -> None:
    assert critic(report(old, new)) == marked


@pytest.mark.parametrize("sign", ["{++", "++}", "{--", "--}", "{~~", "~~}", "~>", "{==", "==}", "{>>", "<<}"])
def test_a_text_with_a_sign_of_its_own_is_refused(sign: str) -> None:
    with pytest.raises(ArchivistError, match=r"The old text holds .* at character 2"):
        critic(report(f"a {sign} b", "a b"))
    with pytest.raises(ArchivistError, match=r"The new text holds .* at character 2"):
        critic(report("a b", f"a {sign} b"))


def test_the_marks_are_exact() -> None:
    assert critic(report("a", "a \x1b[2J\u202e")) == "a{++ \x1b[2J\u202e++}"
