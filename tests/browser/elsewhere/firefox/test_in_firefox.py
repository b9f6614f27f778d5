"""What matters most, in Firefox over WebDriver BiDi: the very tests that Chromium passes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from browser.support.server import serve

# Their fixtures come from this folder. (`as` says that a name is there for pytest to find.)
from browser.test_drink_checkup import (
    check as check,
    test_a_saved_file_is_opened_again as test_a_saved_file_is_opened_again,
    test_looking_by_keyboard as test_looking_by_keyboard,
)
from browser.test_explorer_facets import test_clear_all as test_clear_all
from browser.test_explorer_search import (
    test_former_names_and_accents as test_former_names_and_accents,
    test_typing_narrows_the_results as test_typing_narrows_the_results,
)
from browser.test_keyboard import (
    test_search_filter_result_details_back as test_search_filter_result_details_back,
)
from browser.test_offline import copy as copy, keep
from browser.test_search import (
    test_by_keyboard_from_any_page as test_by_keyboard_from_any_page,
    test_the_page_of_the_search as test_the_page_of_the_search,
)

if TYPE_CHECKING:
    from pathlib import Path

    from browser.conftest import OpenPage


def test_a_kept_book_opens_without_its_server(open_page: OpenPage, copy: Path) -> None:
    with serve(copy) as address:
        page, _ = open_page(f"{address}/about/keep-this-book.html")
        keep(page)
    for name in ("index.html", "help-now.html", "practice/naloxone.html"):
        page.goto(f"{address}/{name}")
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
    page.goto(f"{address}/directory/explore.html")
    expect(page.locator(".guidebook-live")).to_be_visible()
    page.keyboard.press("Control+k")
    page.locator("dialog input[type=search]").fill("naloxone")
    expect(page.locator("dialog .book-search-results a").first).to_be_visible()
