"""Leaving quickly: the page is gone at once, and its place in the history is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from pathlib import Path

    from browser.conftest import OpenPage

SITE = "https://www.wikipedia.org/"


@pytest.mark.parametrize("width", [1280, 360])
def test_the_button_leads_to_the_site_that_it_names(
    open_page: OpenPage, server: str, width: int
) -> None:
    page, _ = open_page(f"{server}/practice/naloxone.html", width=width)
    page.route(SITE, lambda route: route.fulfill(body="<title>Elsewhere</title>"))
    button = page.get_by_role("button", name="Leave quickly")
    expect(button).to_be_in_viewport()
    expect(button).to_contain_text("to wikipedia.org")
    before = page.evaluate("history.length")
    button.click()
    page.wait_for_url(SITE)
    assert page.title() == "Elsewhere"
    assert page.evaluate("history.length") == before


def test_shift_three_times(open_page: OpenPage, server: str) -> None:
    page, _ = open_page(f"{server}/index.html")
    page.route(SITE, lambda route: route.fulfill(body="<title>Elsewhere</title>"))
    for key in ("Shift", "Shift", "a", "Shift"):
        page.keyboard.press(key)
    assert page.url.startswith(server)
    for _ in range(2):
        page.keyboard.press("Shift")
    page.wait_for_url(SITE)


def test_from_a_file_to_a_page_that_says_nothing(open_page: OpenPage, site: Path) -> None:
    page, watch = open_page(f"{site.as_uri()}/index.html")
    page.get_by_role("button", name="Leave quickly").click()
    expect(page.get_by_role("heading", name="Notes")).to_be_visible()
    assert "harm" not in page.content().lower()
    watch.clean()
