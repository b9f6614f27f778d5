"""Phones, touch targets, light and dark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from browser.conftest import Explore
    from browser.support.explorer import Explorer
    from guidebook import Directory

# A checkbox is pressed by its label, a link in a sentence is exempt (WCAG 2.2, 2.5.8), and what is
# clipped shows itself only to the keyboard.
SMALL_TARGETS = """(live) => [...live.querySelectorAll(
    "button, a[href], input, select, summary, [role=option], [tabindex='0']")]
  .filter((control) => control.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .filter((control) => !(control.matches("a") && control.closest("p")))
  .filter((control) => getComputedStyle(control).clipPath === "none")
  .map((control) => [control, (control.matches("[type=checkbox]")
    ? control.closest("label") : control).getBoundingClientRect()])
  .filter(([, { width, height }]) => width < 23.9 || height < 23.9)
  .map(([control, { width, height }]) => `${control.outerHTML.slice(0, 120)}: ${width} x ${height}`)
"""


def small_targets(explorer: Explorer) -> list[str]:
    return explorer.live.evaluate(SMALL_TARGETS)


def test_phone_list_first_map_behind_a_button(explore: Explore, directory: Directory) -> None:
    explorer = explore(width=360)
    expect(explorer.summary).to_be_visible()
    expect(explorer.map).to_have_count(0)
    requested = [url for url in explorer.watch.requests if "/basemap/" in url]
    # Nobody pays for a map that nobody looks at.
    assert requested == []

    toggle = explorer.live.get_by_role("button", name=re.compile("map$", re.IGNORECASE)).first
    expect(toggle).to_have_attribute("aria-expanded", "false")
    toggle.click()
    expect(toggle).to_have_attribute("aria-expanded", "true")
    expect(explorer.map).to_be_visible()
    expect(explorer.pins.first).to_be_visible()
    assert explorer.rows_on_map() == len(directory) - directory.not_on_map
    toggle.click()
    expect(explorer.map).to_have_count(0)
    explorer.watch.clean()


@pytest.mark.parametrize("width", [360, 1280])
def test_targets_can_be_hit(explore: Explore, directory: Directory, width: int) -> None:
    explorer = explore(width=width, has_touch=True, is_mobile=width < 700)
    assert small_targets(explorer) == []

    explorer.choose("services", directory.vocabularies["services"]["naloxone"].label)
    explorer.open_facet("countries")
    assert small_targets(explorer) == []
    explorer.close_facet("countries")
    explorer.open_share()
    assert small_targets(explorer) == []
    explorer.live.get_by_role("button", name="Share or save").click()
    explorer.open_entry(directory.filter(services=["naloxone"]).frame["id"].iloc[0])
    assert small_targets(explorer) == []
    if width < 700:
        explorer.live.get_by_role("button", name=re.compile("^Show.* map$")).click()
        expect(explorer.pins.first).to_be_visible()
    assert small_targets(explorer) == []


@pytest.mark.parametrize("width", [320, 360])
def test_nothing_is_wider_than_a_phone(explore: Explore, directory: Directory, width: int) -> None:
    explorer = explore(width=width)
    too_wide = "() => document.documentElement.scrollWidth - innerWidth"
    naloxone = directory.vocabularies["services"]["naloxone"].label

    explorer.choose("services", naloxone)
    assert explorer.page.evaluate(too_wide) <= 0
    for facet in ("services", "evidence", "audiences"):
        menu = explorer.open_facet(facet)
        # A menu that hangs out of the window cannot be read.
        box = menu.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert explorer.page.evaluate(too_wide) <= 0
        explorer.close_facet(facet)
    explorer.go_near("Chicago")
    assert explorer.page.evaluate(too_wide) <= 0
    explorer.open_share()
    assert explorer.page.evaluate(too_wide) <= 0


def test_the_books_switch_is_followed(explore: Explore) -> None:
    explorer = explore()
    expect(explorer.pins.first).to_be_visible()
    html = explorer.page.locator("html")
    switch = explorer.page.get_by_role("banner").get_by_role(
        "button", name=re.compile(r"^(?!.*text).*press to change")
    )
    colours = """live => {
      const field = live.querySelector("input[type=search]").parentElement;
      const summary = live.querySelector(".gb-summary");
      return [getComputedStyle(field).backgroundColor, getComputedStyle(summary).color];
    }"""
    # Drawn on a canvas: it has to be drawn again.
    ground = """live => {
      const canvas = live.querySelector("canvas");
      const at = canvas.getContext("2d");
      return [...at.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data].join();
    }"""
    seen = {}
    while len(seen) < 2:
        theme = html.get_attribute("data-theme")
        if theme not in seen:
            explorer.page.wait_for_function(
                "([live, before]) => !before || getComputedStyle("
                "live.querySelector('.gb-summary')).color !== before",
                arg=[
                    explorer.live.element_handle(),
                    next(iter(seen.values()), [[None, None]])[0][1],
                ],
            )
            seen[theme] = (explorer.live.evaluate(colours), explorer.live.evaluate(ground))
        switch.click()
    light, dark = seen["light"], seen["dark"]
    assert light[0][0] != dark[0][0]
    assert light[0][1] != dark[0][1]
    assert light[1] != dark[1]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_reader_who_never_pressed_the_switch_gets_the_devices_theme(
    explore: Explore, theme: str
) -> None:
    explorer = explore(theme=theme)
    expect(explorer.page.locator("html")).to_have_attribute("data-theme", theme)
    scheme = explorer.live.locator(".gb-explorer").evaluate(
        "element => getComputedStyle(element).colorScheme"
    )
    assert scheme == theme
