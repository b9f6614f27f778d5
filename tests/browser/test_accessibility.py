"""axe-core over whole pages: light and dark, three widths, dialogs, maps, and the explorer's states.

Nothing of a page is left out: bar, contents, search and links at its end are the book's own.
Text at twice its size is looked at in `test_large_text.py`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.support.axe import violations
from browser.support.built import EXPLORE, LIST, MAPS, PAGES, walk

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from browser.conftest import Explore, OpenPage
    from browser.support.explorer import Explorer
    from guidebook import Directory

THEMES = ("light", "dark")
WIDTHS = (320, 768, 1280)
PHONE = WIDTHS[0]
EACH_WIDTH = [
    pytest.param(each, marks=pytest.mark.walk) if each == 768 else each for each in WIDTHS
]
"""A tablet's as part of the walks, where a test does much at each width."""

COLOURS = ("color-contrast", "link-in-text-block")
"""What another theme can change."""


def look(page: Page) -> list[str]:
    """All faults at this width in light colours, and those of the dark ones."""
    faults = []
    # What is scrolled half under the bar at the top would count as a target that is too small.
    page.evaluate("() => scrollTo(0, 0)")
    for theme in THEMES:
        page.emulate_media(color_scheme=theme)
        expect(page.locator("html")).to_have_attribute("data-theme", theme)
        rules = () if theme == THEMES[0] else COLOURS
        width = page.viewport_size["width"]
        faults += [f"{theme}, {width} px: {fault}" for fault in violations(page, rules=rules)]
    return faults


def look_at_each_width(page: Page) -> list[str]:
    """All faults at a phone's width, a tablet's and a desk's."""
    faults = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        # What scrolls inside itself is made reachable as the window changes.
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        faults += look(page)
    return faults


@pytest.mark.parametrize("path", walk(page for page in PAGES if page not in (EXPLORE, LIST)))
def test_a_page(open_page: OpenPage, server: str, path: str) -> None:
    page, _ = open_page(f"{server}/{path}", width=PHONE)
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true })")
    assert look_at_each_width(page) == []


@pytest.mark.parametrize("width", EACH_WIDTH)
def test_the_open_search(open_page: OpenPage, server: str, width: int) -> None:
    page, _ = open_page(f"{server}/practice/naloxone.html", width=width)
    page.keyboard.press("Control+k")
    page.locator("dialog input[type=search]").fill("fentanil strips")
    expect(page.locator("dialog .book-search-results a").first).to_be_visible()
    assert look(page) == []


def test_the_open_contents(open_page: OpenPage, server: str) -> None:
    page, _ = open_page(f"{server}/practice/naloxone.html", width=PHONE)
    page.get_by_role("button", name="Contents").click()
    expect(page.get_by_role("dialog").get_by_role("link", name="Naloxone").first).to_be_visible()
    assert look(page) == []


def test_the_list(open_page: OpenPage, server: str) -> None:
    """Every kind of entry once: the whole list says the same three hundred times."""
    page, _ = open_page(f"{server}/{LIST}", width=PHONE)
    page.evaluate(
        """() => {
          const seen = new Set();
          for (const entry of document.querySelectorAll(".guidebook-entry")) {
            const kind = entry.querySelector(".guidebook-badge")?.dataset.kind;
            const parts = [...entry.querySelectorAll("dt, summary")].map((one) =>
              one.textContent.slice(0, 6));
            const sort = [kind, ...parts].join();
            if (seen.has(sort)) entry.closest("li").remove();
            seen.add(sort);
          }
          for (const folded of document.querySelectorAll("details")) folded.open = true;
        }"""
    )
    assert look_at_each_width(page) == []


@pytest.mark.parametrize("path", MAPS)
def test_a_map(open_page: OpenPage, server: str, path: str) -> None:
    """A map is a page of its own, in a frame as wide as the text, and of one theme."""
    page, _ = open_page(f"{server}/{path}", width=PHONE - 32)
    for width, height in ((PHONE - 32, 352), (700, 466), (1100, 733)):
        page.set_viewport_size({"width": width, "height": height})
        page.reload()
        expect(page.locator(".leaflet-container")).to_be_visible()
        assert violations(page) == [], f"at {width} px"


# ---- the explorer in its states ------------------------------------------------------------------


def as_it_opens(explorer: Explorer, _: Directory) -> None:
    expect(explorer.summary).to_be_visible()


def with_filters_and_a_menu(explorer: Explorer, directory: Directory) -> None:
    explorer.choose("services", directory.vocabularies["services"]["naloxone"].label)
    explorer.open_facet("countries")


def with_a_card(explorer: Explorer, directory: Directory) -> None:
    entry = next(one for one in directory if one.listed_address and one.former_names)
    explorer.search.fill(entry.name)
    explorer.open_entry(entry.id).locator("summary").click()


def with_suggestions(explorer: Explorer, _: Directory) -> None:
    explorer.near.fill("spring")
    expect(explorer.places.get_by_role("option").nth(1)).to_be_visible()
    explorer.near.press("ArrowDown")


def with_places_far_and_wide(explorer: Explorer, _: Directory) -> None:
    explorer.go_near("Chicago")
    expect(explorer.apart).to_be_visible()


def with_no_results(explorer: Explorer, _: Directory) -> None:
    explorer.search.fill("no such words at all")
    expect(explorer.results).to_contain_text("Nothing here matches")


def with_something_to_share(explorer: Explorer, _: Directory) -> None:
    explorer.open_share()


def with_a_question(explorer: Explorer, _: Directory) -> None:
    show = explorer.live.get_by_role("button", name=re.compile("^Show.* map$"))
    if show.count():
        show.click()
    explorer.live.get_by_role("button", name="Street map…").click()
    expect(explorer.live.get_by_role("button", name="Show streets")).to_be_visible()


STATES = (
    as_it_opens,
    with_filters_and_a_menu,
    with_a_card,
    with_suggestions,
    with_places_far_and_wide,
    with_no_results,
    with_something_to_share,
    with_a_question,
)


@pytest.mark.parametrize("width", EACH_WIDTH)
@pytest.mark.parametrize("state", STATES)
def test_the_explorer(
    explore: Explore,
    directory: Directory,
    state: Callable[[Explorer, Directory], None],
    width: int,
) -> None:
    explorer = explore(width=width)
    state(explorer, directory)
    # The plain list underneath is hidden, and has a test of its own; here it would only take time.
    explorer.page.evaluate("() => document.querySelector('.guidebook-plain').remove()")
    assert look(explorer.page) == []
