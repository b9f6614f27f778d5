"""Paper is white: what prints from a dark page is dark on light, code and tables included."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browser.support.built import SAMPLE

if TYPE_CHECKING:
    from browser.conftest import OpenPage

# Printers leave backgrounds out, so words must be dark and what lies behind them light.
PALE = """() => {
  const luminance = (colour) => {
    const [red, green, blue] = colour.match(/[\\d.]+/g).map(Number);
    const linear = (part) => ((part /= 255) <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  };
  const clear = (colour) => /^rgba\\(.*, 0\\)$/.test(colour);
  const faults = new Set();
  for (const one of document.querySelectorAll("article *")) {
    const says = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!says || one.closest("svg, button, select, option") || !one.checkVisibility()) continue;
    const style = getComputedStyle(one);
    // A swatch of a legend prints as it is, its background too.
    if (style.printColorAdjust === "exact") continue;
    const it = `${one.tagName}.${one.className}: ${one.textContent.trim().slice(0, 40)}`;
    if (luminance(style.color) > 0.18) faults.add(`pale: ${it}`);
    for (let box = one; box; box = box.parentElement) {
      const behind = getComputedStyle(box).backgroundColor;
      if (clear(behind)) continue;
      if (luminance(behind) < 0.7) faults.add(`on dark: ${it}`);
      break;
    }
  }
  return [...faults];
}"""


@pytest.mark.parametrize("path", SAMPLE)
def test_a_dark_page_prints_on_white(open_page: OpenPage, server: str, path: str) -> None:
    page, _ = open_page(f"{server}/{path}", theme="dark", width=760)
    page.wait_for_load_state("networkidle")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(PALE) == []


def test_dark_stays_dark_on_the_screen(open_page: OpenPage, server: str) -> None:
    page, _ = open_page(f"{server}/directory/first-look.html", theme="dark", width=760)
    assert page.evaluate(PALE) != []
