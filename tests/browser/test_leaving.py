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


def test_shift_in_a_map_that_the_page_frames(open_page: OpenPage, server: str) -> None:
    page, _ = open_page(f"{server}/directory/make-a-map.html")
    page.route(SITE, lambda route: route.fulfill(body="<title>Elsewhere</title>"))
    frame = page.locator("iframe").first
    frame.scroll_into_view_if_needed()
    page.frame_locator("iframe").first.locator(".leaflet-container").focus()
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(SITE)


def test_shift_while_typing_makes_capitals(open_page: OpenPage, server: str) -> None:
    page, _ = open_page(f"{server}/search.html")
    page.route(SITE, lambda route: route.fulfill(body="<title>Elsewhere</title>"))
    field = page.locator("main input[type=search]")
    expect(field).to_be_focused()
    page.keyboard.type("n")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.keyboard.press("Shift+A")
    expect(field).to_have_value("nA")
    # The moment that somebody comes in: the words stand there, and nobody types any more.
    page.wait_for_timeout(2100)
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(SITE)


def test_shift_with_a_key_of_a_screen_reader(open_page: OpenPage, server: str) -> None:
    """Each key is held with Shift, moves the focus, or comes with another key of its own."""
    page, _ = open_page(f"{server}/practice/naloxone.html")
    page.route(SITE, lambda route: route.fulfill(body="<title>Elsewhere</title>"))
    for keys in ("Shift+h", "Shift+Tab", "Control+Shift", "Alt+Shift"):
        for _ in range(4):
            page.keyboard.press(keys)
    assert page.url.startswith(server)


def test_shift_can_be_switched_off(open_page: OpenPage, server: str) -> None:
    page, watch = open_page(f"{server}/about/privacy.html", width=320)
    page.route(SITE, lambda route: route.fulfill(body="<title>Elsewhere</title>"))
    stored = "Object.entries(localStorage)"
    assert page.evaluate(stored) == []
    box = page.get_by_role("checkbox", name="Pressing Shift three times leaves the book")
    expect(box).to_be_checked()
    box.focus()
    page.keyboard.press("Space")
    expect(page.locator(".book-leave-by-shift [role=status]")).to_have_text(
        "Shift does nothing now."
    )
    assert page.evaluate(stored) == [["leave-by-shift", "off"]]

    # It holds on every page, and the button is still there.
    page.goto(f"{server}/practice/naloxone.html")
    for _ in range(6):
        page.keyboard.press("Shift")
    assert page.url.startswith(server)
    expect(page.get_by_role("button", name="Leave quickly")).to_be_visible()

    page.goto(f"{server}/about/privacy.html")
    expect(box).not_to_be_checked()
    box.check()
    assert page.evaluate(stored) == []
    watch.clean()
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(SITE)


def test_from_a_file_to_a_page_that_says_nothing(open_page: OpenPage, site: Path) -> None:
    page, watch = open_page(f"{site.as_uri()}/index.html")
    page.get_by_role("button", name="Leave quickly").click()
    expect(page.get_by_role("heading", name="Notes")).to_be_visible()
    assert "harm" not in page.content().lower()
    watch.clean()
