"""The charts of notebooks: drawn once on light paper, and easy on the eyes in the dark too."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from browser.conftest import OpenPage

PAGE = "history/three-pictures.html"
WHITE = 255


def brightness(page: Page, chart: int) -> tuple[float, float]:
    """Of a chart's ground and of the darkest or lightest of what is drawn on it, 0 to 1."""
    picture = page.locator(".cell_output img").nth(chart)
    picture.scroll_into_view_if_needed()
    grey = Image.open(io.BytesIO(picture.screenshot())).convert("L")
    shades = grey.getcolors(WHITE + 1) or []
    ground = max(shades)[1]
    drawn = max((shade for _, shade in shades), key=lambda shade: abs(shade - ground))
    return ground / WHITE, drawn / WHITE


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("chart", [0, 1, 2])
def test_a_chart_is_light_by_day_and_dark_by_night(
    open_page: OpenPage, server: str, chart: int, *, scripts: bool
) -> None:
    page, watch = open_page(f"{server}/{PAGE}", theme="light", scripts=scripts)
    ground, drawn = brightness(page, chart)
    assert ground > 0.9
    assert drawn < 0.3
    page, watch = open_page(f"{server}/{PAGE}", theme="dark", scripts=scripts)
    ground, drawn = brightness(page, chart)
    assert ground < 0.2
    assert drawn > 0.7
    # On paper it is what it was drawn on.
    page.emulate_media(media="print")
    ground, drawn = brightness(page, chart)
    assert ground > 0.9
    assert drawn < 0.3
    watch.clean()
