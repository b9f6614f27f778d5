"""The size of the text: chosen by a button, kept only once it was chosen, there before the page is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from browser.conftest import OpenPage

SIZE = (
    "() => parseFloat(getComputedStyle(document.querySelector('article p:not([class])')).fontSize)"
)
KEPT = "() => ({ ...localStorage })"
OUT_OF_THE_BAR = """() => {
  const bar = document.querySelector(".bd-header");
  const edge = bar.getBoundingClientRect();
  return [...bar.querySelectorAll("a, button")].filter((one) => one.checkVisibility() &&
    getComputedStyle(one).position !== "fixed").filter((one) => {
    const box = one.getBoundingClientRect();
    return box.top < edge.top || box.bottom > edge.bottom || box.right > innerWidth;
  }).map((one) => one.textContent.trim() || one.ariaLabel);
}"""


def press(page: Page) -> None:
    """Press the button: in the bar, or on a phone in what the menu button opens."""
    button = page.get_by_role("button", name=re.compile(r"text \(press to change\)"))
    folded = not button.first.is_visible()
    if folded:
        page.get_by_role("button", name="Contents").click()
    button.click()
    if folded:
        page.keyboard.press("Escape")


@pytest.mark.parametrize("width", [320, 390, 1000, 1280, 1440])
def test_the_text_grows_and_the_next_page_knows(
    open_page: OpenPage, server: str, width: int
) -> None:
    page, watch = open_page(f"{server}/practice/naloxone.html", width=width)
    usual = page.evaluate(SIZE)
    assert page.evaluate(KEPT) == {}

    sizes = []
    for kept in ("larger", "largest"):
        press(page)
        assert page.evaluate(KEPT) == {"text": kept}
        page.goto(f"{server}/history/naloxone-from-hospital-to-pocket.html")
        sizes.append(page.evaluate(SIZE))
        page.wait_for_function("() => document.documentElement.scrollWidth <= innerWidth")
        assert page.evaluate(OUT_OF_THE_BAR) == []
        # Help, and the way out, stay in sight.
        expect(page.get_by_role("banner").get_by_role("link", name="Help now")).to_be_in_viewport(
            ratio=1
        )
        leave = page.get_by_role("button", name="Leave quickly")
        expect(leave).to_be_in_viewport(ratio=1)
    assert usual < sizes[0] < sizes[1]
    assert sizes[1] == pytest.approx(24)

    press(page)
    assert page.evaluate(KEPT) == {}
    assert page.evaluate(SIZE) == usual
    watch.clean()


def test_the_size_is_there_before_the_scripts(open_page: OpenPage, server: str) -> None:
    page, _ = open_page(f"{server}/index.html")
    page.evaluate("localStorage.setItem('text', 'largest')")
    # What moves in the page never comes: the head alone knows.
    page.route("**/chrome.js*", lambda route: route.abort())
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-text", "largest")
    assert page.evaluate(SIZE) > 17


def test_what_is_read_stays_in_place(open_page: OpenPage, server: str) -> None:
    page, _ = open_page(f"{server}/practice/naloxone.html")
    heading = page.locator("#carrying-it h2")
    heading.evaluate("one => scrollTo(0, one.getBoundingClientRect().top - 100)")
    before = heading.bounding_box()
    # A click of the test would scroll to the button first, though it is in sight.
    page.locator(".text-size-button").first.dispatch_event("click")
    after = heading.bounding_box()
    assert before
    assert after
    assert abs(after["y"] - before["y"]) < 40


def test_without_scripts_it_is_not_there(open_page: OpenPage, server: str) -> None:
    page, _ = open_page(f"{server}/index.html", scripts=False)
    expect(page.locator(".text-size-button:visible")).to_have_count(0)
