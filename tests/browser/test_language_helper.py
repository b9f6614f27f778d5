"""The language helper: by mouse and by keyboard, the same as Python, and nothing leaves the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.support.axe import violations
from guidebook import LanguageHelper
from guidebook.language import load_terms

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from browser.conftest import OpenPage
    from browser.support.watch import Watch

PAGE = "principles/check-your-words.html"
HOSTILE = "</script><img src=x onerror='globalThis.harmed=1'> An addict & a “junkie” 😀 users"
TEXT = "An addict met two heroin users.\n\nShe is unmotivated, and “sober”. 😀 Inmates!"


class View:
    """The helper as a reader sees it."""

    def __init__(self, page: Page, watch: Watch) -> None:
        self.page = page
        self.watch = watch
        self.live = page.locator(".gb-words")
        self.box = self.live.get_by_label("Your text", exact=True)
        self.marks = self.live.locator(".gb-words-mark")
        self.card = self.live.locator(".gb-words-card")
        self.summary = self.live.get_by_role("heading", level=3)

    def button(self, name: str) -> Locator:
        return self.live.get_by_role("button", name=name, exact=True)

    def mark(self, words: str) -> Locator:
        return self.marks.filter(has_text=words).first

    def shows(self, helper: LanguageHelper) -> None:
        """Assert that the browser marks what Python finds."""
        expect(self.box).to_have_value(helper.text)
        expect(self.marks).to_have_count(len(helper.found))
        assert self.marks.all_text_contents() == [span.text for span in helper.found]
        expect(self.live.locator(".gb-words-left")).to_have_count(
            len(helper.found) - len(helper.pending)
        )


@pytest.fixture
def view(open_page: OpenPage, server: str) -> View:
    return View(*open_page(f"{server}/{PAGE}", permissions=["clipboard-read", "clipboard-write"]))


def test_by_mouse(view: View) -> None:
    helper = LanguageHelper(TEXT)
    view.watch.requests.clear()
    view.box.fill(TEXT)
    view.shows(helper)
    expect(view.summary).to_have_text("4 marks to look at.")

    # A mark says why, and offers words that fit the sentence.
    view.mark("addict").click()
    expect(view.card).to_be_focused()
    expect(view.card).to_contain_text(helper.pending[0].term.why)
    expect(view.card.get_by_role("link")).to_have_attribute("href", re.compile("^https?://"))
    view.button("A person who uses drugs").click()
    helper.accept(0, 1)
    view.shows(helper)
    expect(view.summary).to_have_text("3 marks to look at.")

    # The next mark is open by itself; it can be left, and marked again.
    expect(view.card).to_contain_text("“heroin users” mark 1 of 3")
    view.button("Leave it as it is").click()
    helper.leave(0)
    view.shows(helper)
    expect(view.summary).to_have_text("3 marks: 2 to look at, 1 left as written.")
    expect(view.card).to_contain_text("“unmotivated”")
    expect(view.card).to_contain_text("rewrite it: chose not to; has other aims at present.")
    view.mark("heroin users").click()
    view.button("Mark it again").click()
    expect(view.summary).to_have_text("3 marks to look at.")
    view.button("people who use heroin").click()

    # Typing before what is left moves it along; a step back brings it all back.
    view.mark("Inmates").click()
    view.button("Leave it as it is").click()
    view.box.press("Control+Home")
    view.box.press_sequentially("So: ")
    expect(view.live.locator(".gb-words-left")).to_have_count(1)
    view.button("Undo").click()
    view.button("Undo").click()
    expect(view.live.locator(".gb-words-left")).to_have_count(0)
    view.button("Undo").click()
    expect(view.box).to_have_value(re.compile("^A person who uses drugs met two heroin users"))

    view.button("Copy the text").click()
    expect(view.live.get_by_text("Copied.")).to_be_visible()
    copied = view.page.evaluate("() => navigator.clipboard.readText()")
    assert copied == view.box.input_value()
    view.button("Clear").click()
    expect(view.box).to_be_focused()
    expect(view.box).to_have_value("")

    # Nothing was asked for, and nothing is kept.
    assert [url for url in view.watch.requests if not url.endswith("icon.svg")] == []
    kept = "() => localStorage.length + sessionStorage.length + document.cookie.length"
    before = view.page.evaluate(kept)
    view.box.fill("addict")
    assert view.page.evaluate(kept) == before
    assert "#" not in view.page.url
    view.watch.clean()


def test_by_keyboard(view: View) -> None:
    view.button("Try an example").focus()
    view.page.keyboard.press("Enter")
    helper = LanguageHelper(view.box.input_value())
    view.shows(helper)
    expect(view.summary).to_be_focused()
    view.page.keyboard.press("Tab")
    expect(view.marks.first).to_be_focused()
    view.page.keyboard.press("Enter")
    expect(view.card).to_be_focused()
    view.page.keyboard.press("Tab")
    expect(view.card.get_by_role("button").first).to_be_focused()
    view.page.keyboard.press("Space")
    helper.accept(0)
    view.shows(helper)
    expect(view.card).to_be_focused()
    spoken = view.live.locator("[aria-live]")
    expect(spoken).to_contain_text("“addicts” is now “people with a substance use disorder”.")
    view.page.keyboard.press("Escape")
    expect(view.card).to_have_count(0)
    expect(view.marks.first).to_be_focused()

    # All that can be accepted is, one after the other, without leaving the keyboard.
    view.page.keyboard.press("Enter")
    for _ in range(len(helper.found)):
        buttons = view.card.locator(".gb-words-instead button")
        target = buttons.first if buttons.count() else view.button("Leave it as it is")
        target.press("Enter")
    expect(view.summary).to_be_focused()
    expect(view.summary).to_have_text("1 mark, all left as it is.")
    view.watch.clean()


def test_hostile_text_is_text(view: View) -> None:
    view.box.fill(HOSTILE)
    view.shows(LanguageHelper(HOSTILE))
    assert view.live.locator(".gb-words-text").text_content() == HOSTILE
    view.mark("addict").click()
    view.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    assert view.page.evaluate("() => globalThis.harmed") is None
    expect(view.live.locator("img")).to_have_count(0)
    # Twenty thousand characters without a space, and as many with a mark each.
    for text in ("x" * 20_000, "addict " * 2857, "“" * 20_000, "drug" + " " * 20_000 + "user"):
        view.box.fill(text)
        helper = LanguageHelper(text)
        expect(view.marks).to_have_count(len(helper.found))
        assert view.page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0
    view.watch.clean()


@pytest.mark.parametrize("width", [320, 1280])
def test_accessible(open_page: OpenPage, server: str, width: int) -> None:
    view = View(*open_page(f"{server}/{PAGE}", width=width))
    view.button("Try an example").click()
    view.marks.nth(2).click()
    view.button("Leave it as it is").click()
    expect(view.card).to_be_visible()
    assert view.page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0
    for theme in ("light", "dark"):
        view.page.emulate_media(color_scheme=theme)
        expect(view.page.locator("html")).to_have_attribute("data-theme", theme)
        assert violations(view.page, ".gb-words") == []

    # On paper there is the text with its marks, and nothing to press but them.
    view.page.emulate_media(media="print")
    expect(view.live.locator(".gb-words-text")).to_be_visible()
    for gone in (view.box, view.card, view.button("Undo"), view.button("Copy the text")):
        expect(gone).to_be_hidden()


def test_without_scripts_every_word_is_listed(open_page: OpenPage, server: str) -> None:
    page, watch = open_page(f"{server}/{PAGE}", scripts=False)
    expect(page.locator(".guidebook-plain").get_by_role("link")).to_have_attribute(
        "href", "#the-whole-list"
    )
    rows = page.locator(".book-words tbody tr")
    expect(rows).to_have_count(len(load_terms()))
    # Folded by kind; the browser alone opens them.
    for part in page.locator(".book-folded summary").all():
        part.click()
    text = page.locator("article").inner_text()
    for term in load_terms():
        assert term.why in text
        assert term.source_title in text
    watch.clean()


def test_the_list_fits_a_phone_and_leads_to_its_sources(open_page: OpenPage, server: str) -> None:
    page, watch = open_page(f"{server}/{PAGE}", width=390)
    page.get_by_role("button", name="Open all").click()
    tables = page.locator(".book-scroll:has(.book-words)")
    assert tables.count() > 1
    for table in tables.all():
        assert table.evaluate("one => one.scrollWidth - one.clientWidth") <= 0
    # A word has its other words, the reason and the source below it, each as wide as the page.
    row = tables.first.get_by_role("row", include_hidden=True).nth(1)
    boxes = [cell.bounding_box() for cell in row.locator("th, td").all()]
    tops = [box["y"] for box in boxes if box]
    assert tops == sorted(tops)
    assert len(set(tops)) == 4

    page.get_by_role("button", name="Fold all").click()
    sources = page.locator("#word-sources ol")
    expect(sources).to_be_hidden()
    tables = page.locator(".book-folded summary")
    tables.first.click()
    page.locator(".book-words td a").first.click()
    expect(page.locator("#word-source-1")).to_be_in_viewport()
    watch.clean()
