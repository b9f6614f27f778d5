"""The book's colours: every pair that text is set in can be read, in the light and in the dark."""

from __future__ import annotations

import re

import pytest

from edition.support.building import ROOT

SHEET = (ROOT / "book" / "_static" / "guidebook.css").read_text(encoding="utf-8")
NAMES = {
    "light": r':root,\s*html\[data-theme="light"\]',
    "dark": r'html\[data-theme="dark"\]',
    "dark by the device": r'\(prefers-color-scheme: dark\) \{\s*html\[data-theme="auto"\]',
}
THEMES = {
    theme: dict(re.findall(r"--book-([\w-]+): (#[0-9a-f]{6});", block[1]))
    for theme, selector in NAMES.items()
    if (block := re.search(selector + r" \{(.*?)\}", SHEET, re.DOTALL))
}

PAPERS = ("paper", "card")
PAIRS = [
    *((ink, paper) for ink in ("ink", "ink-2", "accent", "help") for paper in PAPERS),
    *((ink, "accent-soft") for ink in ("ink", "ink-2", "accent")),
    *((ink, "help-soft") for ink in ("ink", "help", "accent")),
    *((ink, "listed-soft") for ink in ("ink", "listed", "accent")),
    ("confirmed", "confirmed-soft"),
    ("historical", "historical-soft"),
    # Buttons are set the other way round.
    ("paper", "accent"),
    ("paper", "help"),
    ("paper", "ink"),
]
TEXT = 4.5
"""Contrast that WCAG 2.2 asks of text (1.4.3, AA)."""


def luminance(colour: str) -> float:
    """Give the relative luminance of a colour, 0 to 1 (WCAG 2.2, "relative luminance")."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_the_device_brings_the_same_dark() -> None:
    assert set(THEMES) == set(NAMES)
    assert THEMES["dark"] == THEMES["dark by the device"]
    assert THEMES["dark"].keys() == THEMES["light"].keys()


@pytest.mark.parametrize("theme", NAMES)
@pytest.mark.parametrize(("ink", "paper"), PAIRS)
def test_text_can_be_read(theme: str, ink: str, paper: str) -> None:
    colours = THEMES[theme]
    assert contrast(colours[ink], colours[paper]) >= TEXT
