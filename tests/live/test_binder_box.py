"""The box on a notebook's page, in a browser: links are made there, and nothing is asked before."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from browser.support import axe
from guidebook.edition.policy import with_policy
from guidebook.edition.pulling import hub_request
from guidebook.edition.repository import Repository
from guidebook.edition.run_box import run_box

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

ROOT = Path(__file__).resolve().parents[2]
BOOK = Repository("github.com", "someone", "guidebook", tag="v2026.11.0")
NOTEBOOK = "book/part/note"

PAGE = """<!DOCTYPE html>
<html lang="en" data-theme="light" data-mode="light"><head><meta charset="utf-8"><title>Note</title>
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="guidebook.css"><script src="hub.js" defer></script></head>
<body><main class="bd-article"><h1>A notebook</h1>{box}</main></body></html>
"""


@pytest.fixture
def page_file(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "book/_static/guidebook.css", tmp_path)
    shutil.copy(ROOT / "widgets/guidebook/static/page/hub.js", tmp_path)
    path = tmp_path / "note.html"
    path.write_text(with_policy(PAGE.format(box=run_box(NOTEBOOK, BOOK))), encoding="utf-8")
    return path


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.grant_permissions([])
    yield context
    context.close()


@pytest.fixture
def asked(context: BrowserContext) -> list[str]:
    """The addresses of other hosts that were asked for; none of them is reached."""
    asked: list[str] = []
    context.on(
        "request", lambda request: asked.append(request.url) if "http" in request.url[:5] else None
    )
    return asked


def opened(context: BrowserContext, path: Path) -> Page:
    page = context.new_page()
    page.goto(path.as_uri())
    return page


def test_a_hubs_address_becomes_a_link_and_is_sent_only_when_that_is_pressed(
    context: BrowserContext, page_file: Path, asked: list[str]
) -> None:
    page = opened(context, page_file)
    page.get_by_text("On a school’s JupyterHub").click()
    field = page.get_by_label("Your hub’s address")
    link = page.get_by_role("link", name="Open it on your hub")
    expect(link).to_have_count(0)
    field.press_sequentially("hub.school.example/hub/home")
    wanted = f"https://hub.school.example/{hub_request(BOOK, f'{NOTEBOOK}.ipynb')}"
    expect(link).to_have_attribute("href", wanted)
    expect(page.locator(".guidebook-hub-made code")).to_have_text(wanted)
    page.keyboard.press("Enter")
    expect(link).to_be_focused()
    assert asked == []
    stored = page.evaluate("() => [localStorage.length, sessionStorage.length, document.cookie]")
    assert stored == [0, 0, ""]
    assert page.url == page_file.as_uri()

    with context.expect_page() as other:
        page.keyboard.press("Enter")
    assert asked == [wanted]
    # The page is still there, with what was typed.
    expect(field).to_have_value("hub.school.example/hub/home")
    other.value.close()


def test_what_is_no_address_is_said_beside_the_field(
    context: BrowserContext, page_file: Path, asked: list[str]
) -> None:
    page = opened(context, page_file)
    page.get_by_text("On a school’s JupyterHub").click()
    field = page.get_by_label("Your hub’s address")
    field.fill("http://hub.school.example")
    field.press("Tab")
    expect(page.get_by_text("must begin with https://")).to_be_visible()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_value("http://hub.school.example")
    assert asked == []


def test_binder_opens_beside_the_page(
    context: BrowserContext, page_file: Path, asked: list[str]
) -> None:
    page = opened(context, page_file)
    with context.expect_page():
        page.get_by_role("link", name="Open in Binder").click()
    assert [urlsplit(each).hostname for each in asked] == ["mybinder.org"]
    expect(page.get_by_role("heading", name="A notebook")).to_be_visible()


def test_without_scripts_the_words_are_there_and_no_dead_field(
    browser: Browser, page_file: Path
) -> None:
    page_file.write_text(page_file.read_text().replace(' data-mode="light"', ""), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = opened(context, page_file)
    page.get_by_text("On a school’s JupyterHub").click()
    expect(page.get_by_label("Your hub’s address")).to_be_hidden()
    expect(page.get_by_text("/hub/user-redirect/git-pull?repo=")).to_be_visible()
    context.close()


def test_paper_shows_the_addresses_and_not_the_box(
    context: BrowserContext, page_file: Path
) -> None:
    page = opened(context, page_file)
    expect(page.locator(".guidebook-run-on-paper")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".guidebook-run-on-paper")).to_be_visible()
    expect(page.get_by_role("link", name="Open in Binder")).to_be_hidden()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_open_box_has_no_faults_and_fits(
    context: BrowserContext, page_file: Path, theme: str, width: int
) -> None:
    page_file.write_text(
        re.sub(r'data-(theme|mode)="light"', rf'data-\1="{theme}"', page_file.read_text()),
        encoding="utf-8",
    )
    page = opened(context, page_file)
    page.set_viewport_size({"width": width, "height": 900})
    for summary in page.locator(".guidebook-run summary").all():
        summary.click()
    field = page.get_by_label("Your hub’s address")
    field.fill("hub.school.example")
    assert axe.violations(page, ".guidebook-run") == []
    wide = page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0
    for target in page.locator(".guidebook-run :is(a.book-button, button, summary, input)").all():
        if target.is_visible():
            box = target.bounding_box()
            assert box
            assert min(box["width"], box["height"]) >= 24
