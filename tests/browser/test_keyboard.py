"""Keyboard only: search, filter, result, details, back; the focus is seen and never lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.support.focus import SEEN

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from browser.conftest import Explore
    from browser.support.explorer import Explorer
    from guidebook import Directory

FAR = 400


class Keys:
    """Presses keys and looks, each time, where the focus is."""

    def __init__(self, explorer: Explorer) -> None:
        self.explorer = explorer
        self.keyboard = explorer.page.keyboard

    def press(self, key: str) -> None:
        self.keyboard.press(key)
        assert self.explorer.page.evaluate(SEEN) == ""

    def tab_to(self, wanted: Locator, key: str = "Tab") -> None:
        expect(wanted).to_be_visible()
        for _ in range(FAR):
            if wanted.evaluate("one => one === document.activeElement"):
                return
            self.press(key)
        pytest.fail(f"the Tab key does not lead to {wanted}")


@pytest.mark.parametrize("width", [360, 1280])
def test_search_filter_result_details_back(
    explore: Explore, directory: Directory, width: int
) -> None:
    explorer = explore(width=width)
    keys = Keys(explorer)
    naloxone = directory.vocabularies["services"]["naloxone"].label
    expected = directory.filter(text="health", services=["naloxone"])
    entry = expected.frame["id"].iloc[1]

    # Search.
    keys.tab_to(explorer.search)
    explorer.page.keyboard.type("health")
    explorer.shows(directory.filter(text="health"))
    expect(explorer.search).to_be_focused()

    # Filter: open a menu, choose, and come back to its button.
    keys.tab_to(explorer.facet_button("services"))
    keys.press("Enter")
    keys.tab_to(explorer.value("services", naloxone))
    keys.press("Space")
    explorer.shows(expected)
    expect(explorer.value("services", naloxone)).to_be_focused()
    keys.press("Escape")
    expect(explorer.facet_button("services")).to_be_focused()
    expect(explorer.facet_button("services")).to_have_attribute("aria-expanded", "false")

    # Result, and its details.
    keys.tab_to(explorer.heading(entry))
    keys.press("Enter")
    expect(explorer.heading(entry)).to_have_attribute("aria-expanded", "true")
    expect(explorer.heading(entry)).to_be_focused()
    card = explorer.entry(entry)
    keys.tab_to(card.get_by_role("button", name="Copy link to this entry"))
    keys.tab_to(card.get_by_role("button", name="Close"))
    expect(card.get_by_role("button", name="Close")).to_be_in_viewport()

    # Back: the card closes, and the focus is where it was opened.
    explorer.page.go_back()
    expect(explorer.heading(entry)).to_have_attribute("aria-expanded", "false")
    expect(explorer.heading(entry)).to_be_focused()
    assert explorer.page.evaluate(SEEN) == ""
    explorer.shows(expected)

    # And the filter comes off again.
    chip = explorer.chip("Services", naloxone)
    keys.tab_to(chip, "Shift+Tab")
    keys.press("Enter")
    explorer.shows(directory.filter(text="health"))
    assert explorer.page.evaluate(SEEN) == ""
    explorer.watch.clean()


def test_close_gives_the_focus_back(explore: Explore, directory: Directory) -> None:
    explorer = explore()
    keys = Keys(explorer)
    entry = directory.frame["id"].iloc[0]
    explorer.heading(entry).focus()
    keys.press("Enter")
    keys.tab_to(explorer.entry(entry).get_by_role("button", name="Close"))
    keys.press("Enter")

    expect(explorer.heading(entry)).to_have_attribute("aria-expanded", "false")
    expect(explorer.heading(entry)).to_be_focused()


def test_more_results_move_the_focus_on(explore: Explore, directory: Directory) -> None:
    explorer = explore()
    keys = Keys(explorer)
    drawn = explorer.results.locator("li[data-id]").count()
    more = explorer.results.get_by_role("button", name="Show ").last
    keys.tab_to(more)
    keys.press("Enter")

    first_new = directory.frame["id"].iloc[drawn]
    expect(explorer.heading(first_new)).to_be_focused()


def test_the_map_is_no_trap(explore: Explore) -> None:
    """Its tools, itself, one pin, and out again, both ways."""
    explorer = explore()
    keys = Keys(explorer)
    expect(explorer.pins.first).to_be_visible()
    explorer.live.get_by_role("button", name="Zoom in", exact=True).focus()
    keys.tab_to(explorer.map)
    keys.press("Tab")
    expect(explorer.map.locator(":focus")).to_have_count(1)
    keys.press("ArrowRight")
    keys.press("Tab")
    expect(explorer.map.locator(":focus")).to_have_count(0)
    keys.press("Shift+Tab")
    expect(explorer.map.locator(":focus")).to_have_count(1)


def test_a_pin_is_chosen_by_key(explore: Explore, directory: Directory) -> None:
    placed = directory.frame[
        directory.frame["latitude"].notna() & (directory.frame["country"] != "")
    ]
    only = placed.drop_duplicates("country", keep=False).iloc[0]
    explorer = explore(f"countries={only['country']}")
    keys = Keys(explorer)
    pin = explorer.pin(only["name"])
    keys.tab_to(pin)
    keys.press("Enter")

    expect(explorer.heading(only["id"])).to_have_attribute("aria-expanded", "true")
    expect(explorer.heading(only["id"])).to_be_focused()


def test_copy_download_and_streets_by_key(explore: Explore) -> None:
    explorer = explore()
    keys = Keys(explorer)
    share = explorer.live.get_by_role("button", name="Share or save")
    keys.tab_to(share)
    keys.press("Enter")
    keys.tab_to(explorer.live.get_by_role("button", name="Copy link"))
    keys.tab_to(explorer.live.get_by_role("button", name="CSV table"))
    keys.press("Escape")
    expect(share).to_be_focused()

    streets = explorer.live.get_by_role("button", name="Street map…")
    keys.tab_to(streets)
    keys.press("Enter")
    keys.tab_to(explorer.live.get_by_role("button", name="Not now"))
    keys.press("Enter")
    expect(streets).to_be_focused()


def test_a_cluster_opened_while_the_map_moves_keeps_the_focus(explore: Explore) -> None:
    explorer = explore("services=naloxone")
    # Read when the map is made; the other tests ask for stillness.
    explorer.page.emulate_media(reduced_motion="no-preference")
    explorer.page.reload()
    keyboard = explorer.page.keyboard
    cluster = explorer.pins.filter(has_text=re.compile(r"^[0-9,]+$")).first
    expect(cluster).to_be_visible()
    name = cluster.get_attribute("aria-label")

    explorer.map.focus()
    keyboard.press("ArrowRight")
    cluster.focus()
    keyboard.press("Enter")

    focused = explorer.page.locator(":focus")
    expect(focused).not_to_have_attribute("aria-label", name)
    expect(explorer.pins.and_(focused)).to_have_count(1)
