"""Tables: what is wide scrolls inside itself, says so, and keeps its first column."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from browser.conftest import OpenPage

BOXES = ".book-scroll, .pst-scrollable-table-container"
SCROLLS = "one => one.scrollWidth - one.clientWidth > 40"


@pytest.mark.parametrize("path", ["help-now.html", "practice/drinking-from-safer-to-none.html"])
def test_a_wide_table_scrolls_inside_itself(open_page: OpenPage, server: str, path: str) -> None:
    page, _ = open_page(f"{server}/{path}", width=320)
    boxes = page.locator(BOXES)
    wide = [boxes.nth(at) for at in range(boxes.count()) if boxes.nth(at).evaluate(SCROLLS)]
    assert wide
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for box in wide[:4]:
        expect(box).to_have_attribute("tabindex", "0")
        # The shade that says so.
        assert "linear-gradient" in box.evaluate("one => getComputedStyle(one).backgroundImage")
        first = box.locator("tbody tr").first.locator("th, td").first
        before = first.evaluate("one => one.getBoundingClientRect().left")
        width = first.evaluate("one => one.getBoundingClientRect().width")
        assert width <= 320 / 2
        box.evaluate("one => { one.scrollLeft = 40; }")
        assert first.evaluate("one => one.getBoundingClientRect().left") == pytest.approx(before)
        # What moves below it cannot be read through it.
        clear = first.evaluate("one => getComputedStyle(one).backgroundColor")
        assert clear not in {"transparent", "rgba(0, 0, 0, 0)"}


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("path", ["practice/withdrawal-that-can-kill.html", "about/privacy.html"])
def test_words_of_a_table_stay_whole(
    open_page: OpenPage, server: str, path: str, width: int
) -> None:
    page, _ = open_page(f"{server}/{path}", width=width)
    # A column narrower than its longest word would break it.
    narrow = page.locator("article table.table").evaluate_all(
        """all => all.flatMap((table) => [...table.rows].flatMap((row) => [...row.cells]))
        .filter((cell) => cell.innerText.trim().length > 12 && cell.clientWidth < 56)
        .map((cell) => cell.innerText)"""
    )
    assert narrow == []
