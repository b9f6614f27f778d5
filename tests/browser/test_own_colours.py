"""Colours that the reader forces on every page, and stillness where the reader asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.support.built import PAGES, walk
from browser.support.focus import SEEN

if TYPE_CHECKING:
    from browser.conftest import Explore, OpenPage

# A control is text, a picture drawn in the text's colour, or a box with an edge.
CONTROLS = """() => {
  const isSeen = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const all = [...document.querySelectorAll("button, input, select, textarea, summary, a[href]")];
  const clear = (colour) => colour === "transparent" || /^rgba\\(.*, 0\\)$/.test(colour);
  return all.filter(isSeen).filter((one) => {
    const style = getComputedStyle(one);
    if (one.innerText?.trim() && !clear(style.color) && style.color !== style.backgroundColor)
      return false;
    const drawn = [...one.querySelectorAll("svg, img")].filter(isSeen);
    if (drawn.some((picture) => getComputedStyle(picture).color !== style.backgroundColor))
      return false;
    const hasEdge = (edge) => edge.borderTopStyle !== "none" &&
      parseFloat(edge.borderTopWidth) >= 1 && !clear(edge.borderTopColor);
    // A pin is drawn before its button, which is as large as a finger.
    const before = getComputedStyle(one, "::before");
    if (before.content !== "none" && hasEdge(before)) return false;
    // A field without an edge of its own stands in a box that has one.
    for (let box = one, up = 0; box && up < 3; box = box.parentElement, up += 1)
      if (hasEdge(getComputedStyle(box))) return false;
    return !["checkbox", "radio", "range"].includes(one.type);
  }).map((one) => one.outerHTML.slice(0, 160));
}"""

MOVES = """() => [...document.querySelectorAll("*")].filter((one) =>
  [null, "::before", "::after"].some((part) => {
    const style = getComputedStyle(one, part);
    return style.animationName !== "none" || style.scrollBehavior === "smooth" ||
      style.transitionDuration.split(", ").some((time) => parseFloat(time) > 0);
  })).map((one) => one.outerHTML.slice(0, 160))"""


@pytest.mark.parametrize("path", walk(PAGES))
def test_controls_are_seen_and_nothing_moves(open_page: OpenPage, server: str, path: str) -> None:
    page, watch = open_page(f"{server}/{path}", forced_colors="active", reduced_motion="reduce")
    page.wait_for_load_state("networkidle")
    assert page.evaluate(CONTROLS) == []
    assert page.evaluate(MOVES) == []
    page.get_by_role("banner").get_by_role("link").first.focus()
    page.keyboard.press("Tab")
    assert page.evaluate(SEEN) == ""
    watch.clean()


def test_the_sign_of_a_warning_is_drawn(open_page: OpenPage, server: str) -> None:
    page, _ = open_page(f"{server}/index.html", forced_colors="active")
    colours = page.evaluate(
        """() => {
          const title = document.querySelector(".admonition > .admonition-title");
          return [getComputedStyle(title, "::after").backgroundColor,
            getComputedStyle(title).color];
        }"""
    )
    assert colours[0] == colours[1]


def test_a_field_has_one_frame(explore: Explore) -> None:
    explorer = explore(forced_colors="active")
    for field in (explorer.search, explorer.near):
        expect(field).to_have_css("border-top-width", "0px")
    frame = explorer.live.locator(".gb-field").first
    expect(frame).not_to_have_css("border-top-width", "0px")
