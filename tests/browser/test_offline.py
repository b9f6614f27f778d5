"""A kept book: read without its server, renewed without mixing editions, taken off again."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.support.built import PAGES, SAMPLE
from browser.support.server import serve
from guidebook.edition.offline import write_worker

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from playwright.sync_api import Page

    from browser.conftest import OpenPage

KEEP = "about/keep-this-book.html"
LONG_MS = 120_000
"""Fetching some hundred files, one by one, on two cores that others share."""


@pytest.fixture
def copy(site: Path, tmp_path: Path) -> Path:
    """The site as a server has it, to be changed by a test."""
    folder = tmp_path / "site"
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns("*.br", "*.gz"))
    return folder


@pytest.fixture
def small(copy: Path) -> Path:
    """A site with fewer files, where it does not matter which are kept."""
    for folder in ("resources", "maps"):
        shutil.rmtree(copy / "_static/guidebook" / folder, ignore_errors=True)
    write_worker(copy, "22 November 2026")
    return copy


def keep(page: Page) -> None:
    page.get_by_role("button", name="Keep this book on this device").click()
    remove = page.get_by_role("button", name="Remove from this device")
    expect(remove).to_be_visible(timeout=LONG_MS)


def test_nothing_is_kept_unasked(open_page: OpenPage, server: str) -> None:
    page, watch = open_page(f"{server}/{KEEP}")
    expect(page.get_by_text("The book is not kept on this device.")).to_be_visible()
    expect(page.get_by_role("button", name="Keep this book")).to_contain_text("MB")
    kept = "(async () => (await caches.keys()).length + (await navigator.serviceWorker.getRegistrations()).length)()"
    assert page.evaluate(kept) == 0
    watch.clean()


@pytest.mark.parametrize(
    "pages", [SAMPLE, pytest.param(PAGES, marks=pytest.mark.walk)], ids=["sample", "all"]
)
def test_pages_open_without_the_server(
    open_page: OpenPage, copy: Path, pages: Sequence[str]
) -> None:
    with serve(copy) as address:
        page, _ = open_page(f"{address}/{KEEP}")
        keep(page)
        expect(page.get_by_text("opens without a network")).to_be_visible()
    # The server is gone.
    page.context.set_offline(True)
    for name in pages:
        answer = page.goto(f"{address}/{name}")
        assert answer is not None, name
        assert answer.ok, name
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
    # What looks things up still does: the search, and the explorer with its map.
    page.goto(f"{address}/directory/explore.html")
    expect(page.locator(".guidebook-live")).to_be_visible()
    page.keyboard.press("Control+k")
    page.locator("dialog input[type=search]").fill("naloxone")
    expect(page.locator("dialog .book-search-results a").first).to_be_visible()
    # An address with a query, and a folder, are the pages that they name.
    page.goto(f"{address}/?from=somewhere")
    expect(page.get_by_role("heading", level=1)).to_have_text("Where They’re At#")


def test_a_new_edition_waits_and_then_comes_whole(open_page: OpenPage, copy: Path) -> None:
    with serve(copy) as address:
        page, _ = open_page(f"{address}/{KEEP}")
        keep(page)

        for name in ("index.html", "help-now.html"):
            path = copy / name
            path.write_text(path.read_text("utf-8").replace("<h1>", "<h1>Newer: "), "utf-8")
        write_worker(copy, "1 December 2026")

        page.goto(f"{address}/index.html")
        notice = page.get_by_role("button", name="Use the new edition")
        expect(notice).to_be_visible(timeout=LONG_MS)
        # Until the reader wants it, every page is of the old edition.
        page.goto(f"{address}/help-now.html")
        expect(page.get_by_role("heading", level=1)).not_to_contain_text("Newer")
        with page.expect_navigation():
            page.get_by_role("button", name="Use the new edition").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Newer")
        page.goto(f"{address}/index.html")
        expect(page.get_by_role("heading", level=1)).to_contain_text("Newer")
        page.goto(f"{address}/{KEEP}")
        expect(page.get_by_text("Edition of 1 December 2026")).to_be_visible()


def test_reading_what_is_kept_does_not_count_as_keeping(open_page: OpenPage, small: Path) -> None:
    with serve(small) as address:
        page, watch = open_page(f"{address}/{KEEP}")
        keep(page)
        said = page.get_by_role("status").filter(has_text="is kept on this device")
        expect(said).to_be_visible()
        # More than there are files, so that any tenth of them would have been told.
        read = "n => Promise.all(Array.from({ length: n }, () => fetch('../index.html')))"
        for _ in range(5):
            page.evaluate(read, 200)
        expect(said).to_be_visible()
        watch.clean()


def test_it_can_be_taken_off_again(open_page: OpenPage, small: Path) -> None:
    with serve(small) as address:
        page, watch = open_page(f"{address}/{KEEP}")
        keep(page)
        page.get_by_role("button", name="Remove from this device").click()
        expect(page.get_by_text("Removed from this device.")).to_be_visible()
        expect(page.get_by_role("button", name="Keep this book")).to_be_focused()
        assert page.evaluate("caches.keys()") == []
        registered = "navigator.serviceWorker.getRegistrations().then(all => all.length)"
        assert page.evaluate(registered) == 0
        watch.clean()


def test_a_fetch_that_fails_keeps_nothing(open_page: OpenPage, copy: Path) -> None:
    (copy / "help-now.html").unlink()
    with serve(copy) as address:
        page, _ = open_page(f"{address}/{KEEP}")
        page.get_by_role("button", name="Keep this book").click()
        expect(page.get_by_text("could not be kept")).to_be_visible(timeout=LONG_MS)
        assert page.evaluate("caches.keys()") == []
        expect(page.get_by_role("button", name="Keep this book")).to_be_visible()


def test_from_a_file_the_page_says_that_it_is_here(open_page: OpenPage, site: Path) -> None:
    page, watch = open_page(f"{site.as_uri()}/{KEEP}")
    expect(page.get_by_text("on this device already")).to_be_visible()
    assert page.get_by_role("button", name="Keep this book").count() == 0
    watch.clean()
