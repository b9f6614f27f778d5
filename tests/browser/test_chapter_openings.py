"""How a chapter opens: part and time over its title, and its sections in the contents of the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from browser.conftest import OpenPage

CHAPTER = "history/naloxone-from-hospital-to-pocket.html"


def test_part_and_time_stand_over_the_title(open_page: OpenPage, server: str) -> None:
    page, _ = open_page(f"{server}/{CHAPTER}", width=390)
    over, title = page.locator(".book-eyebrow"), page.get_by_role("heading", level=1)
    expect(over).to_have_text("History · Nine minutes")
    above, below = over.bounding_box(), title.bounding_box()
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"]
    # What else the note says stays where it was, and says the time no second time.
    expect(page.locator(".book-before")).to_have_text("Content note: overdose and deaths.")


def test_a_part_does_not_name_itself(open_page: OpenPage, server: str) -> None:
    page, _ = open_page(f"{server}/history/index.html")
    expect(page.locator(".book-eyebrow")).to_have_count(0)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_sections_stand_below_the_chapter(open_page: OpenPage, server: str, width: int) -> None:
    page, watch = open_page(f"{server}/{CHAPTER}", width=width)
    if width < 992:
        page.get_by_role("button", name="Contents").click()
    sections = page.locator("a.current + #book-sections").get_by_role("link")
    headings = page.locator("article h2").evaluate_all(
        "all => all.map((one) => one.firstChild.textContent)"
    )
    expect(sections).to_have_text(headings)
    sections.nth(3).click()
    expect(page.get_by_role("heading", name=headings[3])).to_be_in_viewport()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("#book-sections [aria-current]")).to_have_text(headings[3])
    watch.clean()


def test_the_name_of_the_book_on_a_phone_is_spoken(open_page: OpenPage, server: str) -> None:
    page, _ = open_page(f"{server}/{CHAPTER}", width=390)
    mark = page.get_by_role("banner").get_by_role("link", name="Where They’re At")
    expect(mark).to_be_in_viewport()
    mark.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Where They’re At#")
