"""A source can be read where it is cited: in the margin, below the words, and on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from browser.conftest import OpenPage

CHAPTER = "history/naloxone-from-hospital-to-pocket.html"
HELP = "help-now.html"

# Notes that lie over each other, over the text, or outside the window.
AMISS = """() => {
  const notes = [...document.querySelectorAll(".book-note")].filter((one) => one.offsetParent);
  const boxes = notes.map((one) => one.getBoundingClientRect());
  const text = document.querySelector("article h1").getBoundingClientRect();
  const amiss = boxes.filter((box, at) =>
    box.left < text.right || box.right > innerWidth ||
    boxes.slice(at + 1).some((next) => next.top < box.bottom - 1));
  return [boxes.length, amiss.length];
}"""


def test_in_the_margin_of_a_desk(open_page: OpenPage, server: str) -> None:
    page, watch = open_page(f"{server}/{CHAPTER}")
    for width in (1240, 1280, 1600):
        page.set_viewport_size({"width": width, "height": 800})
        count, amiss = page.evaluate(AMISS)
        assert count > 10
        assert amiss == 0
    first = page.locator("article > section p .bibtex-citation").first
    note = first.locator(".book-note")
    expect(note).to_contain_text(re.compile(r"^\d+ \w+"))
    link, box = first.locator("a").bounding_box(), note.bounding_box()
    assert link
    assert box
    # Beside the line that cites, and never above it.
    assert -5 < box["y"] - link["y"] < 120
    # It is in sight, so a press leads on to the list of all sources.
    first.locator("a").click()
    page.wait_for_url(re.compile(r"references\.html#"))
    watch.clean()


def test_below_the_words_on_a_phone(open_page: OpenPage, server: str) -> None:
    page, watch = open_page(f"{server}/{CHAPTER}", width=360)
    citation = page.locator("article > section p .bibtex-citation").first
    said = citation.locator(".book-note").text_content()
    assert said
    expect(citation.locator(".book-note")).to_be_hidden()
    paragraph = citation.locator("xpath=ancestor::p[1]")
    link = citation.get_by_role("link").first
    link.click()
    note = paragraph.get_by_role("note")
    expect(note).to_contain_text(said)
    expect(note).to_be_in_viewport()
    expect(link).to_have_attribute("aria-expanded", "true")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.url.endswith(CHAPTER)

    # By keyboard it closes again.
    link.press("Enter")
    expect(note).to_have_count(0)
    link.press("Enter")
    note.get_by_role("link", name="Source in full").click()
    page.wait_for_url(re.compile(r"references\.html#"))
    watch.clean()


def test_in_an_emergency_nothing_jumps(open_page: OpenPage, server: str) -> None:
    page, _ = open_page(f"{server}/{HELP}")
    expect(page.locator(".book-note").first).to_be_hidden()
    page.locator(".help-steps .bibtex-citation a").first.click()
    expect(page.locator(".help-steps li").first.get_by_role("note")).to_be_in_viewport()
    assert page.url.endswith(HELP)


def test_without_scripts_a_citation_leads_to_its_source(open_page: OpenPage, server: str) -> None:
    page, _ = open_page(f"{server}/{CHAPTER}", scripts=False, width=360)
    page.locator("article p .bibtex-citation a").first.click()
    page.wait_for_url(re.compile(r"references\.html#"))


def test_on_paper_every_source_is_named(open_page: OpenPage, server: str) -> None:
    page, _ = open_page(f"{server}/{CHAPTER}", width=700)
    page.emulate_media(media="print")
    links = page.locator("article .bibtex-citation > a")
    cited = set(links.evaluate_all("all => all.map((one) => one.hash.slice(1))"))
    notes = page.locator("article .book-note")
    told = notes.evaluate_all(
        "all => all.filter((one) => one.offsetParent).map((one) => one.dataset.source)"
    )
    # A quick check is an exercise for the screen.
    quick = set(
        page.locator("[data-widget] .bibtex-citation > a").evaluate_all(
            "all => all.map((one) => one.hash.slice(1))"
        )
    )
    assert cited - quick <= set(told)
    assert len(told) == len(set(told))
