"""Every built page, opened: it keeps to itself, its console is quiet, and its bones are right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import expect

from browser.support.built import EXPLORE, FRAMES, HELP, LIST, MAPS, PAGES, SAMPLE, WIDGETS, walk
from guidebook.edition.weight import fetched, loaded

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from browser.conftest import OpenPage

# What Sphinx makes of its own accord.
GENERATED = {"genindex.html", "search.html"}


def settle(page: Page) -> None:
    """Scroll through the page, so that what is loaded late is loaded, and wait until it is."""
    page.evaluate(
        """async () => {
          for (let y = 0; y < document.body.scrollHeight; y += 2000) {
            scrollTo(0, y);
            await new Promise(requestAnimationFrame);
          }
          scrollTo(0, 0);
        }"""
    )
    page.wait_for_load_state("networkidle")


def test_the_book_has_its_pages() -> None:
    assert {HELP, EXPLORE, LIST, *SAMPLE} <= set(PAGES)
    assert EXPLORE in WIDGETS
    assert MAPS


@pytest.mark.parametrize("path", walk(PAGES))
def test_a_page_keeps_to_itself(open_page: OpenPage, server: str, path: str) -> None:
    page, watch = open_page(f"{server}/{path}")
    settle(page)

    watch.clean()
    assert page.title().strip()
    assert re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", page.locator("html").get_attribute("lang"))
    assert page.locator("h1:not(.onlyprint h1)").count() == 1
    assert page.context.cookies() == []
    # In the header, where it is in sight before anything else.
    header = page.get_by_role("banner")
    expect(header.get_by_role("link", name="Help now")).to_be_in_viewport()
    if path not in GENERATED:
        assert page.locator("meta[name=description]").get_attribute("content").strip()


@pytest.mark.parametrize("path", walk(PAGES))
def test_all_that_a_page_loads_is_weighed(
    open_page: OpenPage, server: str, site: Path, path: str
) -> None:
    page, watch = open_page(f"{server}/{path}")
    page.wait_for_load_state("networkidle")
    asked = {
        (site / unquote(urlsplit(url).path).lstrip("/")).resolve()
        for url in watch.requests
        if url.startswith(server)
    }
    # How far below the screen a frame is near enough to be loaded is the browser's affair.
    frames = [
        site / unquote(urlsplit(frame.url).path).lstrip("/")
        for frame in page.frames[1:]
        if frame.url.startswith(server)
    ]
    weighed = {site / path, *fetched(site / path, site), *frames}
    weighed.update(file for one in (site / path, *frames) for file in loaded(one, site))
    assert sorted(asked - {file.resolve() for file in weighed}) == []


@pytest.mark.parametrize("path", walk(PAGES))
def test_a_page_fits_a_phone(open_page: OpenPage, server: str, path: str) -> None:
    page, _ = open_page(f"{server}/{path}", width=768)

    for width in (768, 360, 320):
        page.set_viewport_size({"width": width, "height": 740})
        # A widget lays itself out anew once it is told of its width: in the next frames.
        page.wait_for_function("() => document.documentElement.scrollWidth <= innerWidth")
    # Help is one tap away.
    page.get_by_role("banner").get_by_role("link", name="Help now").click()
    expect(page).to_have_url(re.compile(rf"{re.escape(HELP)}(#.*)?$"))
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()


@pytest.mark.parametrize("path", MAPS)
def test_a_map_keeps_to_itself(open_page: OpenPage, server: str, path: str) -> None:
    page, watch = open_page(f"{server}/{path}")
    settle(page)

    # A map is shown in a frame; only a page of its own is asked for an icon.
    watch.errors = [error for error in watch.errors if "/favicon.ico" not in error]
    watch.clean()
    assert page.title().strip()
    expect(page.locator(".leaflet-container")).to_be_visible()
    # Something is drawn on it.
    drawn = page.locator(".leaflet-overlay-pane path, .leaflet-overlay-pane canvas")
    expect(drawn.first).to_be_attached()


@pytest.mark.parametrize("path", FRAMES)
def test_frames_have_a_title_and_hold_a_map(open_page: OpenPage, server: str, path: str) -> None:
    page, watch = open_page(f"{server}/{path}")
    frames = page.locator("iframe")

    # Some stand in solutions that are folded away.
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true })")
    for at in range(frames.count()):
        frames.nth(at).scroll_into_view_if_needed()
        assert frames.nth(at).get_attribute("title").strip()
        assert frames.nth(at).get_attribute("srcdoc") is None
        inside = frames.nth(at).content_frame
        expect(inside.locator(".leaflet-container")).to_be_visible()
    watch.clean()
