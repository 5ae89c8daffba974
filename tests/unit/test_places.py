from __future__ import annotations

import pytest

from archivist.claims.places import Places
from archivist.model.span import Span


@pytest.mark.parametrize(
    ("span", "touched"),
    [
        (Span(0, 2), False),
        (Span(0, 3), True),
        (Span(5, 9), False),
        (Span(8, 11), True),
        (Span(10, 12), False),
        (Span(19, 21), True),
        (Span(29, 30), True),
        (Span(30, 31), False),
    ],
)
def test_what_they_touch(span: Span, *, touched: bool) -> None:
    places = Places([Span(20, 25), Span(2, 5), Span(10, 10), Span(20, 30)])
    assert places.touch(span) is touched


def test_no_places_touch_nothing() -> None:
    assert not Places([]).touch(Span(0, 5))
