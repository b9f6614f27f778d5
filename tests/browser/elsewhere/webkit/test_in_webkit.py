"""What matters most, in WebKit: the explorer, the check-up, the search, and the book kept."""

# ruff: noqa: F401, F811 (a fixture is imported for pytest to find)
from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

from selenium.webdriver import ActionChains, Keys

from browser.elsewhere.webkit.view import View
from browser.support.built import EXPLORE
from browser.support.server import serve
from browser.test_offline import copy
from guidebook.edition.offline import write_worker

if TYPE_CHECKING:
    from pathlib import Path

    from selenium.webdriver import WebKitGTK

    from guidebook import Directory

LONG = 120
"""Seconds: fetching some hundred files, one by one, on two cores that others share."""

SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"


def shows(view: View, expected: Directory) -> None:
    view.until(lambda: view.one(".gb-summary").text.startswith(f"{len(expected)} of "))


def test_the_explorer_finds_what_python_finds(view: View, directory: Directory) -> None:
    view.open(EXPLORE)
    box = view.fill(".gb-explorer input[type=search]", "health")
    shows(view, directory.filter(text="health"))
    expected = directory.filter(text="health", services=["naloxone"])
    view.one(".gb-facets button", "Services").click()
    label = directory.vocabularies["services"]["naloxone"].label
    view.one(".gb-facets label", label).click()
    shows(view, expected)
    view.one(".gb-facets button", "Services").send_keys(Keys.ESCAPE)

    first = expected.frame.iloc[0]
    heading = view.one(".gb-results button[aria-expanded]", first["name"])
    heading.send_keys(Keys.ENTER)
    view.until(lambda: heading.get_attribute("aria-expanded") == "true")
    assert view.until(lambda: view.all(".gb-map .gb-pin, .gb-map .gb-pin-cluster"))
    assert view.run(SIDEWAYS) <= 0
    box.clear()
    assert "health" not in view.driver.current_url


def test_the_search_forgives_a_slip(view: View) -> None:
    view.open("practice/naloxone.html")
    view.one(".search-button__button").click()
    view.fill("dialog input[type=search]", "nalaxone")
    found = view.one("dialog .book-search-results a", "Naloxone")
    ActionChains(view.driver).send_keys(Keys.ARROW_DOWN).perform()
    view.until(lambda: view.run("document.activeElement.matches('.book-search-results a')"))
    found.send_keys(Keys.ESCAPE)
    view.until(lambda: not view.all("#book-search"))


def test_the_check_up_counts(view: View) -> None:
    view.open("practice/a-drinking-check-up.html")
    heading = ".gb-step-open h3"
    assert "Step 1 of 8" in view.one(heading).text
    for choice in view.all(".gb-step-open input[type=radio]")[:2]:
        choice.send_keys(Keys.SPACE)
        view.until(choice.is_selected)
    questions = view.run(
        "[...document.querySelectorAll('.gb-step-open fieldset')].map("
        "(one) => one.querySelector('input[type=radio]')?.click() ?? 1).length"
    )
    assert questions >= 10
    assert re.search(r"\d", view.one(".gb-dc-sum").text)
    view.one(".gb-dc button", "→").click()
    view.until(lambda: "Step 2 of 8" in view.one(heading).text)
    assert view.run("localStorage.length + sessionStorage.length") == 0
    assert view.run(SIDEWAYS) <= 0


def test_pages_fit_and_widgets_come_alive(view: View) -> None:
    for path in ("index.html", "help-now.html", "history/timeline.html"):
        view.open(path)
        view.one("main h1")
        assert view.run(SIDEWAYS) <= 0
    assert view.one(".guidebook-live")


def test_a_kept_book_opens_without_its_server(webkit: WebKitGTK, copy: Path) -> None:
    # The street maps and towns are many files; Chromium's test keeps them too.
    for folder in ("maps", "_sources", "_downloads"):
        shutil.rmtree(copy / folder, ignore_errors=True)
    shutil.rmtree(copy / "_static/maps", ignore_errors=True)
    write_worker(copy, "22 November 2026")
    with serve(copy) as address:
        view = View(webkit, address)
        view.open("about/keep-this-book.html")
        view.one(".book-keep button", "Keep this book on this device").click()
        view.until(lambda: view.one(".book-keep button", "Remove from this device"), LONG)
    # The server is gone.
    for path in ("index.html", "help-now.html", "practice/naloxone.html"):
        view.open(path)
        assert view.one("main h1").text
    view.open(EXPLORE)
    assert view.one(".guidebook-live")
    view.open("practice/naloxone.html")
    view.one(".search-button__button").click()
    view.fill("dialog input[type=search]", "naloxone")
    assert view.one("dialog .book-search-results a", "Naloxone")
