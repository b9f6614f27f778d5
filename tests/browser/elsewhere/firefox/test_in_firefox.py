"""What matters most, in Firefox over WebDriver BiDi: the very tests that Chromium passes."""

# ruff: noqa: F401, F811 (tests and fixtures are imported for pytest to find)
from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from browser.support.checkup import CheckupPage
from browser.support.server import serve

# Their fixtures come from this folder.
from browser.test_explorer_facets import test_clear_all
from browser.test_explorer_search import (
    test_former_names_and_accents,
    test_typing_narrows_the_results,
)
from browser.test_keyboard import (
    test_search_filter_result_details_back,
)
from browser.test_offline import copy, keep
from browser.test_search import (
    test_by_keyboard_from_any_page,
    test_the_page_of_the_search,
)
from guidebook.edition.offline import write_worker

if TYPE_CHECKING:
    from pathlib import Path

    from browser.conftest import OpenPage


def test_a_kept_book_opens_without_its_server(open_page: OpenPage, copy: Path) -> None:
    # The street maps and towns are many files; Chromium's test keeps them too.
    for folder in ("maps", "_sources", "_downloads"):
        shutil.rmtree(copy / folder, ignore_errors=True)
    shutil.rmtree(copy / "_static/maps", ignore_errors=True)
    write_worker(copy, "22 November 2026")
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


def test_the_check_up_by_keyboard(open_page: OpenPage, server: str) -> None:
    """Without its file: this way of driving Firefox tells nothing of downloads."""
    address = f"{server}/practice/a-drinking-check-up.html"
    checkup = CheckupPage(*open_page(address, width=360))
    first = checkup.open_step.get_by_role("radio").first
    first.focus()
    page = checkup.page
    page.keyboard.press("ArrowDown")
    expect(checkup.open_step.get_by_role("radio").nth(1)).to_be_checked()
    following = checkup.button(re.compile("^Next"))
    following.focus()
    page.keyboard.press("Enter")
    expect(checkup.heading).to_contain_text("Step 2 of 8")
    checkup.go(3)
    expect(checkup.open_step.get_by_role("table").first).to_be_visible()
    assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0
    checkup.watch.clean()
