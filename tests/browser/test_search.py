"""The book's search finds, forgives, and neither sends, stores nor shows what was searched for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from browser.conftest import OpenPage


def search(page: Page, words: str) -> list[str]:
    """Type into the open dialog and give the titles that are found."""
    box = page.locator("dialog input[type=search]")
    box.fill(words)
    said = page.locator("dialog [role=status]")
    expect(said).to_have_text(re.compile(r"result|Nothing found"))
    return page.locator("dialog .book-search-results a").all_inner_texts()


def test_by_keyboard_from_any_page(open_page: OpenPage, server: str) -> None:
    page, watch = open_page(f"{server}/practice/naloxone.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.keyboard.press("Control+k")
    box = page.locator("dialog input[type=search]")
    expect(box).to_be_focused()

    # A slip, an accent, a former name, a word of the glossary, an event of the timeline.
    assert "Naloxone" in search(page, "nalaxone")
    assert any("Montr" in title or "CACTUS" in title for title in search(page, "montreal cactus"))
    assert "agonist" in search(page, "agonist")
    expect(page.locator("dialog .book-search-where").get_by_text("Glossary").first).to_be_visible()
    assert search(page, "zzzzqqqq") == []
    search(page, "syringe tacoma")
    expect(page.locator("dialog mark").first).to_be_visible()

    # The arrows go into the results and back; Enter follows.
    page.keyboard.press("ArrowDown")
    first = page.locator("dialog .book-search-results a").first
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    page.keyboard.press("Enter")
    expect(first).to_be_focused()
    target = first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{(target or '').removeprefix('../')}")

    # Two files were asked for, and no address has a word that was typed.
    loaded = [url for url in asked if "search" in url]
    assert [url.rpartition("/")[2].partition("?")[0] for url in loaded] == [
        "search.js",
        "search-index.js",
    ]
    assert not [url for url in asked if re.search("nalax|montreal|agonist|zzzz", url)]
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    watch.clean()


def test_escape_closes_and_gives_the_focus_back(open_page: OpenPage, server: str) -> None:
    page, watch = open_page(f"{server}/index.html")
    button = page.get_by_role("button", name="Search").first
    button.click()
    expect(page.locator("dialog input[type=search]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#book-search")).not_to_be_visible()
    expect(button).to_be_focused()
    watch.clean()


@pytest.mark.parametrize("protocol", ["http", "file"])
def test_the_page_of_the_search(
    open_page: OpenPage, server: str, site: Path, protocol: str
) -> None:
    start = server if protocol == "http" else site.as_uri()
    page, watch = open_page(f"{start}/search.html", width=320)
    box = page.get_by_role("main").get_by_role("searchbox")
    expect(box).to_be_focused()
    box.fill("fentanil strips")
    results = page.get_by_role("main").locator(".book-search-results a")
    expect(results.first).to_be_visible()
    assert page.url.endswith("search.html")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    results.first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    watch.clean()


def test_what_is_typed_is_text(open_page: OpenPage, server: str) -> None:
    page, watch = open_page(f"{server}/index.html")
    page.keyboard.press("Control+k")
    assert search(page, "<img src=x onerror=alert(1)> zzzzqqqq") is not None
    assert page.locator("dialog img").count() == 0
    watch.clean()


def test_without_scripts_the_page_says_what_else_there_is(open_page: OpenPage, server: str) -> None:
    page, watch = open_page(f"{server}/search.html", scripts=False)
    expect(page.get_by_role("main").get_by_text("so it needs scripts")).to_be_visible()
    assert page.locator("input[type=search]:visible").count() == 0
    expect(page.get_by_role("main").get_by_role("link", name="The glossary")).to_be_visible()
    watch.clean()
