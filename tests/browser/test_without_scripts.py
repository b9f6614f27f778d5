"""Scripts off: the content is there, and no control that does nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.support.built import EXPLORE, FRAMES, HELP, LIST, PAGES, WIDGETS, walk

if TYPE_CHECKING:
    from pathlib import Path

    from browser.conftest import OpenPage
    from guidebook import Directory

# A search needs a script; the page that says so is the theme's.
ALIVE_ONLY = {"search.html"}


@pytest.mark.parametrize("path", walk(sorted(set(PAGES) - ALIVE_ONLY)))
def test_no_dead_control(open_page: OpenPage, server: str, path: str) -> None:
    page, _ = open_page(f"{server}/{path}", scripts=False)

    # The boxes of a quick check mark what a reader thinks, before the answer is unfolded.
    page.locator(".qc-options input").evaluate_all("all => all.forEach((one) => one.remove())")
    controls = page.locator("button, input, select, textarea, [role=button], [role=slider]")
    dead = [one.evaluate("one => one.outerHTML") for one in controls.all() if one.is_visible()]
    assert dead == []
    links = page.locator("main a[href='#']")
    assert [one for one in links.all() if one.is_visible()] == []
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("banner").get_by_role("link", name="Help now")).to_be_visible()
    # On a phone the contents stand in the page: the button that opens them needs a script.
    page.set_viewport_size({"width": 360, "height": 740})
    contents = page.get_by_role("navigation", name="Contents").get_by_role("link")
    expect(contents.first).to_be_visible()


@pytest.mark.parametrize("path", [EXPLORE, LIST])
def test_every_entry_is_there(
    open_page: OpenPage, server: str, directory: Directory, path: str
) -> None:
    page, watch = open_page(f"{server}/{path}", scripts=False)

    entries = page.locator(".guidebook-entry")
    expect(entries).to_have_count(len(directory))
    assert entries.evaluate_all("all => all.every((one) => one.checkVisibility())")
    # Not `inner_text`: what is out of sight is not laid out before somebody scrolls to it.
    text = " ".join((page.locator("article.bd-article").text_content() or "").split())
    for entry in directory:
        assert " ".join(entry.name.split()) in text
        assert entry.badge in text
    for source in set(directory.frame["source_title"]) - {""}:
        assert " ".join(source.split()) in text
    watch.clean()


def test_every_entry_of_the_list_has_its_anchor(
    open_page: OpenPage, server: str, directory: Directory
) -> None:
    entry = directory.frame["id"].iloc[len(directory) // 2]
    page, _ = open_page(f"{server}/{LIST}#entry-{entry}", scripts=False)

    expect(page.locator(f"[id='entry-{entry}']")).to_be_in_viewport()
    anchors = page.locator("[id^='entry-']").evaluate_all("all => all.map((one) => one.id)")
    assert sorted(anchors) == sorted(f"entry-{one}" for one in directory.frame["id"])


def test_details_open(open_page: OpenPage, server: str, directory: Directory) -> None:
    listed = next(entry for entry in directory if entry.listed_address or entry.listed_phone)
    page, _ = open_page(f"{server}/{LIST}", scripts=False)
    folded = page.locator(f"[id='entry-{listed.id}'] details")

    old = folded.get_by_text(listed.listed_address or listed.listed_phone)
    expect(old).to_be_hidden()
    folded.get_by_text(re.compile("^As listed in")).click()
    expect(old).to_be_visible()


def test_help_now_can_be_read_and_dialled(open_page: OpenPage, server: str) -> None:
    page, watch = open_page(f"{server}/{HELP}", scripts=False, width=360)
    help_now = page.locator("article.bd-article")

    expect(help_now.get_by_role("heading", level=1)).to_be_in_viewport()
    words = help_now.inner_text().lower()
    steps = help_now.locator("ol").first
    expect(steps).to_be_visible()
    # The number to call stands before anything that takes longer.
    first_step = " ".join(steps.get_by_role("listitem").first.inner_text().lower().split())
    assert words.index("emergency number") < " ".join(words.split()).index(first_step)
    assert help_now.locator("a[href^='tel:']").count() > 10
    assert help_now.locator("table").count() >= 1
    watch.clean()


def test_help_now_brings_no_script_of_its_own_and_is_light(site: Path) -> None:
    page = (site / HELP).read_text(encoding="utf-8")
    article = page[page.index("<article") : page.index("</article>")]
    assert "<script" not in article
    assert len(article.encode()) < 30_000


@pytest.mark.parametrize("path", FRAMES)
def test_a_map_has_words_beside_it(open_page: OpenPage, server: str, path: str) -> None:
    page, _ = open_page(f"{server}/{path}", scripts=False)
    for frame in page.locator("iframe").all():
        assert frame.get_attribute("title").strip()
    # A picture that does not come leaves its words.
    for picture in page.locator("article.bd-article img").all():
        assert picture.get_attribute("alt").strip()


@pytest.mark.parametrize("path", WIDGETS)
def test_a_widget_lies_over_plain_content(open_page: OpenPage, server: str, path: str) -> None:
    page, _ = open_page(f"{server}/{path}", scripts=False)
    for widget in page.locator(".guidebook-widget").all():
        plain = widget.locator(".guidebook-plain")
        if widget.locator("xpath=ancestor::details[not(@open)]").count():
            # In the folded solution of an exercise: there once that is opened.
            expect(plain).not_to_be_empty()
        else:
            expect(plain).to_be_visible()
        if widget.get_attribute("data-widget") == "explorer":
            expect(widget.locator(".guidebook-entry").first).to_be_visible()
        expect(widget.locator(".guidebook-live")).to_have_count(0)
