"""What is chosen is seen to be chosen, in the reader's own colours too, and changes without moving.

Forced colours take away backgrounds and shadows. So each kind of control that can be on or off is
drawn in both states under them, and the two pictures are compared; and so is what is marked as current.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops

from browser.support.built import WIDGETS, walk

if TYPE_CHECKING:
    from playwright.sync_api import ElementHandle, Locator, Page

    from browser.conftest import OpenPage

CLEAR = 64
"""Of 255: a difference in brightness that is seen."""

AREA = 12
"""Pixels that differ so much: a tick of a small box has more."""

# One control of each kind that is seen and off; a kind is what has the same role and classes.
OFF = """() => {
  const wanted = "[aria-pressed=false], [aria-selected=false], [aria-checked=false], " +
    "input[type=checkbox]:not(:checked), input[type=radio]:not(:checked)";
  const kinds = new Map();
  for (const one of document.querySelectorAll(wanted)) {
    const shown = one.labels?.[0] ?? one;
    const box = shown.getBoundingClientRect();
    if (box.width < 2 || one.disabled || !shown.checkVisibility({ visibilityProperty: true })) continue;
    const kind = [one.tagName, one.type, one.getAttribute("role"), one.className, shown.className].join();
    if (!kinds.has(kind)) kinds.set(kind, one);
  }
  return [...kinds.values()].map((one, at) => {
    (one.labels?.[0] ?? one).dataset.shown = at;
    one.dataset.tried = at;
    return one.outerHTML.replace(/\\s+/g, " ").slice(0, 120);
  });
}"""

IS_ON = """(one) => one.checked || ["pressed", "selected", "checked"].some(
  (state) => one.getAttribute(`aria-${state}`) === "true")"""

# The same place without its mark: no attribute, and no class that says so.
UNMARK = """(one) => {
  one.removeAttribute("aria-current");
  for (let each = one, up = 0; each && up < 3; each = each.parentElement, up += 1)
    each.classList.remove("current", "active", "book-current");
}"""


OWN = {"forced_colors": "active", "reduced_motion": "reduce"}


def picture(shown: Locator | ElementHandle) -> Image.Image:
    return Image.open(io.BytesIO(shown.screenshot(animations="allow"))).convert("L")


def differ(one: Image.Image, other: Image.Image) -> bool:
    if one.size != other.size:
        return True
    counts = ImageChops.difference(one, other).histogram()
    return sum(counts[CLEAR:]) >= AREA


def away(page: Page) -> None:
    """Nothing is focused or pointed at: what is then seen is the state alone."""
    page.mouse.move(0, 0)
    page.evaluate("() => document.activeElement?.blur()")


@pytest.mark.parametrize("path", walk(WIDGETS))
def test_what_is_on_looks_on(open_page: OpenPage, server: str, path: str) -> None:
    page, watch = open_page(f"{server}/{path}", **OWN)
    page.locator(".guidebook-live").first.wait_for()
    faults = []
    for at, what in enumerate(page.evaluate(OFF)):
        control, shown = page.locator(f"[data-tried='{at}']"), page.locator(f"[data-shown='{at}']")
        if not shown.count() or not shown.is_visible():
            continue  # an earlier press has put another part in its place
        away(page)
        before = picture(shown)
        shown.click()
        assert page.evaluate("() => document.getAnimations().length") == 0, what
        if not control.count() or not shown.is_visible() or not control.evaluate(IS_ON):
            continue  # a press that leads on, and shows no state of its own
        away(page)
        if not differ(before, picture(shown)):
            faults.append(what)
    assert faults == []
    watch.clean()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    "path", ["practice/naloxone.html", "help-now.html", "practice/a-drinking-check-up.html"]
)
def test_where_one_is_is_marked(open_page: OpenPage, server: str, path: str, width: int) -> None:
    page, _ = open_page(f"{server}/{path}", width=width, **OWN)
    page.wait_for_load_state("networkidle")
    faults = []
    for current in page.query_selector_all("[aria-current]"):
        if not current.is_visible():
            continue
        current.scroll_into_view_if_needed()
        away(page)
        marked = picture(current)
        what = current.evaluate("(one) => one.outerHTML.slice(0, 120)")
        current.evaluate(UNMARK)
        if not differ(marked, picture(current)):
            faults.append(what)
    assert faults == []
