"""A small picture of how much a story changed from revision to revision."""

from __future__ import annotations

from math import sqrt

from archivist.render.html.escape import Html, element, joined
from archivist.render.words import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archivist.render.html.site_facts import Step

_MOST = 40
"""Bars of one picture; of more steps, neighbours share a bar."""

_HEIGHT = 24
_BAR = 5
_GAP = 4
_LEAST = 3
_FULL = 150
"""Words that fill a bar; more do not make it higher."""


def activity(steps: Sequence[Step | None]) -> Html:
    """One bar for each step, higher for more words (by square root), filled where a change was substantive.

    Drawn in the order of time from left to right, with words as its text alternative. Nothing where nothing followed.
    """
    if not steps:
        return Html("")
    known = [step for step in steps if step is not None]
    bars = [_bar(number, group) for number, group in enumerate(_groups(steps))]
    width = len(bars) * (_BAR + _GAP)
    substantive = sum(step.substantive > 0 for step in known)
    return element(
        "svg",
        joined(bars),
        class_="activity",
        role="img",
        aria_label=f"{counted(len(steps), 'update')}, {substantive:,} with substantive changes",
        width=width,
        height=_HEIGHT + 2,
        viewBox=f"-1 -1 {width} {_HEIGHT + 2}",
    )


def _groups(steps: Sequence[Step | None]) -> Iterable[Sequence[Step | None]]:
    size = -(-len(steps) // _MOST)
    return (steps[start : start + size] for start in range(0, len(steps), size))


def _bar(number: int, group: Sequence[Step | None]) -> Html:
    words = sum(step.words for step in group if step)
    height = max(_LEAST, min(_HEIGHT, round(_HEIGHT * sqrt(words / _FULL))))
    return element(
        "rect",
        class_="s" if any(step and step.substantive for step in group) else None,
        x=number * (_BAR + _GAP),
        y=_HEIGHT - height,
        width=_BAR,
        height=height,
    )
