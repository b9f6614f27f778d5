"""Measures the widgets of the chapters in the built book: weight, readiness, one interaction."""

from __future__ import annotations

import statistics
import sys
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.elsewhere import ROOT
from benchmarks.report import Table
from benchmarks.server import Server, zipped
from playwright.sync_api import sync_playwright
from tests.chromium import ARGUMENTS, find

from guidebook.resources import STATIC

if TYPE_CHECKING:
    from playwright.sync_api import Browser

REMARK = """Aims: 25 KB of script beyond the explorer’s page, ready within 300 ms, a click within
50 ms. Ready counts from the start of the navigation. A click counts to the second frame after it,
which a no-op waits for too. Medians."""
SITE = ROOT / "_build" / "html"
REPEATS = 5
CLICKS = 10


class Chapter(NamedTuple):
    """A page with a widget, and a control that changes much of it."""

    widget: str
    page: str
    control: str
    words: str = ""


CHAPTERS = (
    Chapter("timeline", "history/timeline.html", "button", "Zoom"),
    Chapter("wording-change", "principles/words-matter.html", "button"),
    Chapter("language-helper", "principles/check-your-words.html", "button"),
    Chapter("scenario", "practice/where-harm-comes-from.html", "[role=button]"),
    Chapter("response-practice", "practice/practise-the-response.html", "button", "Move"),
    Chapter("drink-checkup", "practice/a-drinking-check-up.html", "nav button, ol button"),
    Chapter("policy-map", "history/laws-and-deaths.html", "button", "One year"),
    Chapter("quick-check", "principles/eight-principles.html", "button", "Check"),
)
# From the navigation's start to the frame in which the widget stands in the page.
READY = """name => new Promise(resolve => {
  const look = () => {
    const live = document.querySelector(`[data-widget="${name}"] > .guidebook-live`);
    if (live && live.childElementCount > 0) resolve(performance.now());
    else requestAnimationFrame(look);
  };
  look();
})"""
# From a click to the frame after the one that it asked for; a no-op takes about two frames.
CLICK = """([name, control, words]) => new Promise(resolve => {
  const live = document.querySelector(`[data-widget="${name}"] > .guidebook-live`);
  const found = [...live.querySelectorAll(control)].filter(
    each => !each.disabled && each.getAttribute("aria-disabled") !== "true"
      && `${each.ariaLabel ?? ""} ${each.textContent}`.includes(words));
  const target = found[Math.floor(Math.random() * found.length)];
  const start = performance.now();
  target.click();
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)));
})"""
NOTHING = """() => new Promise(resolve => {
  const start = performance.now();
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)));
})"""


def measure() -> Table:
    """Open each chapter and note how its widget does."""
    rows = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=[*ARGUMENTS])
        with Server(SITE) as server:
            for chapter in CHAPTERS:
                print(f"{chapter.widget} …", file=sys.stderr)
                rows.append(_row(browser, server, chapter))
        browser.close()
    return Table(
        "The widgets of the chapters",
        ("widget", "script gz", "style gz", "ready ms", "click ms", "no-op ms"),
        rows,
        (REMARK,),
    )


def _row(browser: Browser, server: Server, chapter: Chapter) -> tuple[str, ...]:
    ready, clicks, nothing = [], [], []
    for _ in range(REPEATS):
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(server.address + chapter.page, wait_until="commit")
        ready.append(page.evaluate(READY, chapter.widget))
        page.wait_for_load_state()
        for _ in range(CLICKS):
            nothing.append(page.evaluate(NOTHING))
            clicks.append(page.evaluate(CLICK, [chapter.widget, chapter.control, chapter.words]))
        page.close()
    script = (STATIC / "page" / f"{chapter.widget}.js").read_bytes()
    style = (STATIC / f"{chapter.widget}.css").read_bytes()
    return (
        chapter.widget,
        f"{zipped(script):,}",
        f"{zipped(style):,}",
        *(f"{statistics.median(each):.0f}" for each in (ready, clicks, nothing)),
    )
