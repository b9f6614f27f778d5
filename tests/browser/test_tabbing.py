"""The Tab key through whole pages: its focus is seen, in the page's order, and never covered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.support.axe import violations
from browser.support.built import PAGES, walk
from browser.support.focus import SEEN, STEP

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from browser.conftest import OpenPage

# The Tab key goes on from whatever had the focus last.
TO_THE_TOP = """() => {
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
}"""

FAR = 1500
"""Enough for the list of the directory, with a link or two in each of its entries."""


def tab_through(page: Page) -> tuple[int, list[str]]:
    """Press Tab until the page is left; say how many stops there were and what was wrong."""
    faults = []
    for stops in range(FAR):
        page.keyboard.press("Tab")
        found = page.evaluate(STEP)
        if found is None:
            return stops, faults
        faults += found
    pytest.fail("the Tab key never leaves the page")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", walk(PAGES))
def test_the_focus_is_seen_and_in_order(
    open_page: OpenPage, server: str, path: str, width: int
) -> None:
    page, watch = open_page(f"{server}/{path}", width=width)
    # A frame that is still on its way has nothing to focus.
    page.locator("iframe").evaluate_all("all => all.forEach((one) => { one.loading = 'eager' })")
    page.wait_for_load_state("networkidle")
    # The page of the search begins in its box: from there back to the top.
    page.evaluate(TO_THE_TOP)
    stops, faults = tab_through(page)
    assert faults == []
    assert stops > 5
    watch.clean()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_first_stop_leads_past_the_bar(open_page: OpenPage, server: str, theme: str) -> None:
    page, _ = open_page(f"{server}/practice/naloxone.html", theme=theme)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to main content")
    expect(skip).to_be_focused()
    # It is drawn only now, so that no other test reads its colours.
    assert page.evaluate(SEEN) == ""
    assert violations(page, ".skip-link") == []
    expect(skip).to_be_in_viewport()
    # Nothing lies over it.
    box = skip.bounding_box()
    assert box
    middle = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
    on_top = "([x, y]) => document.elementFromPoint(x, y).closest('.skip-link') !== null"
    assert page.evaluate(on_top, middle)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('main') !== null")


def test_the_contents_of_a_phone_by_keyboard(open_page: OpenPage, server: str) -> None:
    page, watch = open_page(f"{server}/practice/naloxone.html", width=320)
    button = page.get_by_role("button", name="Contents")
    button.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("link", name="Naloxone").first).to_be_visible()
    for _ in range(6):
        page.keyboard.press("Tab")
        assert page.evaluate(SEEN) == ""
        assert page.evaluate("() => document.activeElement.closest('dialog[open]') !== null")
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    watch.clean()
