"""Text twice as large, as a reader's browser has it set: nothing is cut, and axe-core finds nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import chromium
from browser.conftest import ALONE
from browser.support.axe import violations
from browser.support.built import LIST, PAGES, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Playwright

    from browser.conftest import OpenPage

TWICE = "--blink-settings=defaultFontSize=32,defaultFixedFontSize=26"
"""What "very large" is in a browser's settings, and more: 16 and 13 are usual."""

# A picture is drawn to its own measure, and all that it says stands below it as a list; what is
# spoken only has no size. The explorer's map and the plot of the timeline are such pictures.
CUT = """() => {
  const apart = "svg, .gb-spoken, .visually-hidden, .sr-only, .gb-skip, .gb-map, .tl-surface, .tl-lanes, .tl-world";
  const faults = [];
  const over = document.documentElement.scrollWidth - innerWidth;
  if (over > 0) faults.push(`the page scrolls sideways by ${over} px`);
  const isSeen = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const hides = (way) => way === "hidden" || way === "clip";
  const seen = [...document.body.querySelectorAll("*")].filter(
    (one) => !one.closest(apart) && isSeen(one));
  for (const one of seen) {
    const box = one.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) continue; // for screen readers only
    const it = one.outerHTML.replace(/\\s+/g, " ").slice(0, 160);
    const style = getComputedStyle(one);
    const wide = one.scrollWidth - one.clientWidth;
    const high = one.scrollHeight - one.clientHeight;
    if (hides(style.overflowX) && wide > 2) faults.push(`${wide} px are cut: ${it}`);
    if (hides(style.overflowY) && high > 2) faults.push(`${high} px are cut: ${it}`);
    const hasText = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!hasText || (box.right <= innerWidth + 1 && box.left >= -1)) continue;
    let around = one;
    const scrolls = () => ["auto", "scroll"].includes(getComputedStyle(around).overflowX);
    while (around && !scrolls()) around = around.parentElement;
    if (!around) faults.push(`out of the window: ${it}`);
  }
  const bar = document.querySelector(".bd-header");
  const stops = [...bar.querySelectorAll("a, button")].filter(
    (one) => isSeen(one) && getComputedStyle(one).position !== "fixed");
  const boxes = stops.map((one) => one.getBoundingClientRect());
  const edge = bar.getBoundingClientRect();
  for (const [at, box] of boxes.entries()) {
    const name = stops[at].textContent.trim() || stops[at].ariaLabel;
    if (box.bottom > edge.bottom + 1) faults.push(`"${name}" stands out of the bar`);
    const covered = boxes.slice(at + 1).some((next) =>
      Math.min(box.right, next.right) - Math.max(box.left, next.left) > 1 &&
      Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top) > 1);
    if (covered) faults.push(`"${name}" lies over another control of the bar`);
  }
  return faults;
}"""


@pytest.fixture(scope="module")
def browser(playwright: Playwright, chromium_path: str) -> Iterator[Browser]:
    instance = playwright.chromium.launch(
        executable_path=chromium_path, args=[*chromium.ARGUMENTS, ALONE, TWICE]
    )
    yield instance
    instance.close()


@pytest.mark.parametrize("path", walk(PAGES))
def test_nothing_is_cut(open_page: OpenPage, server: str, path: str) -> None:
    for width in (1280, 768, 390):
        page, _ = open_page(f"{server}/{path}", width=width)
        size = page.evaluate("() => parseFloat(getComputedStyle(document.body).fontSize)")
        assert size == 34
        page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true })")
        page.wait_for_load_state("networkidle")
        assert page.evaluate(CUT) == [], f"at {width} px"
        # A tablet has the desk's controls or the phone's; of the list axe has a test of its own.
        if width != 768 and path != LIST:
            assert violations(page) == [], f"at {width} px"
        page.context.close()


def test_controls_grow_too(open_page: OpenPage, server: str) -> None:
    page, _ = open_page(f"{server}/practice/a-drinking-check-up.html")
    live = page.locator(".guidebook-live")
    live.locator("button").first.wait_for()
    sizes = live.locator("button, label, select, p, h2, h3").evaluate_all(
        "all => all.map((one) => parseFloat(getComputedStyle(one).fontSize))"
    )
    # 14 px, and never smaller, times two.
    assert min(sizes) >= 27
