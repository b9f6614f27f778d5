"""The book's search finds, and neither sends nor stores what was searched for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from browser.conftest import OpenPage


@pytest.mark.parametrize("words", ["naloxone", "Vancouver"])
def test_words_stay_in_the_page(open_page: OpenPage, server: str, words: str) -> None:
    page, watch = open_page(f"{server}/index.html")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("button", name="Search").first.click()
    page.locator("dialog input[name=q]").fill(words)
    page.keyboard.press("Enter")

    results = page.locator("#search-results li a")
    expect(results.first).to_be_visible()
    assert page.url.endswith(f"search.html#q={words}")
    assert [url for url in asked if words.lower() in url.split("#")[0].lower()] == []

    page.locator("main input[name=q], article input[name=q]").first.fill("methadone")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#q=methadone$"))
    expect(results.first).to_be_visible()

    results.first.click()
    page.wait_for_load_state()
    stored = page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")
    assert words not in stored
    assert "methadone" not in stored
    assert "highlight" not in page.url
    watch.clean()
