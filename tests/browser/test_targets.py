"""The size of what is pressed, measured on every page: 24 px, or as much room around it.

WCAG 2.2, 2.5.8. axe-core looks at the same; it leaves out what it cannot decide, and this does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browser.support.built import MAPS, PAGES, walk

if TYPE_CHECKING:
    from browser.conftest import OpenPage

SMALL = """() => {
  const MIN = 24;
  const seen = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const all = "a[href], button, input:not([type=hidden]), select, textarea, summary, " +
    "[role=button], [role=link], [role=tab], [role=option], [role=checkbox], [role=radio]";

  // A link in a sentence is as high as its line, and is excepted.
  const isInText = (one) => {
    if (one.tagName !== "A" || getComputedStyle(one).display !== "inline") return false;
    let block = one.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    return block.innerText.trim().length > one.innerText.trim().length;
  };
  // Whatever of a label is pressed, its field is.
  const box = (one) => {
    const boxes = [one, ...(one.labels ?? [])].map((each) => each.getBoundingClientRect());
    return boxes.reduce((largest, each) =>
      Math.min(each.width, each.height) > Math.min(largest.width, largest.height) ? each : largest);
  };
  const targets = [...document.querySelectorAll(all)]
    .filter((one) => seen(one) && !one.disabled)
    .map((one) => ({ one, box: box(one) }))
    .filter(({ box }) => box.width > 1 && box.height > 1); // what is spoken only has no size
  const isSmall = ({ box }) => box.width < MIN - 0.5 || box.height < MIN - 0.5;
  const middle = ({ box }) => [box.left + box.width / 2, box.top + box.height / 2];
  const distance = (small, other) => {
    const [x, y] = middle(small);
    if (isSmall(other)) return Math.hypot(x - middle(other)[0], y - middle(other)[1]) - MIN / 2;
    const { left, right, top, bottom } = other.box;
    return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
  };
  return targets.filter((small) => isSmall(small) && !isInText(small.one)).flatMap((small) => {
    const near = targets.find((other) => other !== small && !other.one.contains(small.one) &&
      !small.one.contains(other.one) && !isInText(other.one) && distance(small, other) < MIN / 2);
    if (!near) return [];
    const { width, height } = small.box;
    const say = (one) => one.outerHTML.replace(/\\s+/g, " ").slice(0, 120);
    return [`${Math.round(width)} × ${Math.round(height)}: ${say(small.one)} beside ${say(near.one)}`];
  });
}"""


@pytest.mark.parametrize("path", [*walk(PAGES), *MAPS])
def test_what_is_pressed_is_large_enough(open_page: OpenPage, server: str, path: str) -> None:
    page, _ = open_page(f"{server}/{path}", width=320)
    page.wait_for_load_state("networkidle")
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true })")
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(SMALL) == [], f"at {width} px"
