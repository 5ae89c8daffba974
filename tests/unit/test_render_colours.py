"""Old and new stay apart for every colour vision, and can be read on black and on white."""

from __future__ import annotations

import math

import pytest

from archivist.render.columns import Style

VISIONS = {
    "common": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
"""Machado, Oliveira, Fernandes: *A Physiologically-based Model for Simulation of Color Vision Deficiency* (2009)."""

Colour = tuple[float, float, float]


def linear(style: Style) -> Colour:
    """The colour of a style as linear RGB: one of xterm's 216."""
    number = int(style.split(";38;5;")[1]) - 16
    steps = (0, 95, 135, 175, 215, 255)
    red, green, blue = (_linear(steps[number // base % 6]) for base in (36, 6, 1))
    return red, green, blue


def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def luminance(colour: Colour) -> float:
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]


def lab(colour: Colour) -> Colour:
    """CIE L*a*b* of linear sRGB (D65)."""
    red, green, blue = (min(max(one, 0.0), 1.0) for one in colour)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    x, y, z = (math.cbrt(one) if one > 0.008856 else 7.787 * one + 16 / 116 for one in (x, luminance(colour), z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(colour: Colour, vision: str) -> Colour:
    red, green, blue = (sum(a * b for a, b in zip(row, colour, strict=True)) for row in VISIONS[vision])
    return red, green, blue


@pytest.mark.parametrize("vision", VISIONS)
def test_old_and_new_are_far_apart_for_every_colour_vision(vision: str) -> None:
    old, new = (lab(seen(linear(style), vision)) for style in (Style.OLD, Style.NEW))

    assert math.dist(old, new) > 60  # 2.3 is what can just be told apart; red and green are 24 to a deuteranope


@pytest.mark.parametrize("style", [Style.OLD, Style.NEW, Style.MOVED])
def test_every_colour_can_be_read_on_black_and_on_white(style: Style) -> None:
    light = luminance(linear(style))

    assert min(1.05 / (light + 0.05), (light + 0.05) / 0.05) > 3  # WCAG 2.2, 1.4.11


def test_old_and_new_have_marks_besides_their_colours() -> None:
    assert {Style.OLD.split(";")[0], Style.NEW.split(";")[0]} == {"9", "4"}  # struck through, underlined
