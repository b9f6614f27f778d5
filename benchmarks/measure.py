"""Measures one contender's page in Chromium."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.elsewhere import answer
from benchmarks.server import Server, zipped
from playwright.sync_api import Error, sync_playwright
from tests.chromium import ARGUMENTS, find

if TYPE_CHECKING:
    from benchmarks.contenders.contender import Contender
    from playwright.sync_api import Browser, Page, Route, ViewportSize

PATIENCE_S = 180
CLICKS = 20
PAUSE_MS = 300
"""Between two clicks, so that one's work is not counted with the next one's."""
PROBE = Path(__file__).with_name("probe.js").read_text(encoding="utf-8")
VIEW: ViewportSize = {"width": 1280, "height": 800}


@dataclass(frozen=True)
class Expected:
    """What a right page shows: rows, and those of them that have a position."""

    rows: int
    placed: int
    filtered: int
    filtered_placed: int


@dataclass
class Measurement:
    """What came out; None where it could not be measured, and `words` say why."""

    wire_bytes: int | None = None
    elsewhere: int | None = None
    drawn: list[float] = field(default_factory=list)
    filter_ms: float | None = None
    said_ms: float | None = None
    is_right: bool | None = None
    shown: str = ""
    heap_mb: float | None = None
    words: str = ""
    unanswered: list[str] = field(default_factory=list)

    @property
    def drawn_s(self) -> float | None:
        """The median time until it was drawn, in seconds."""
        return statistics.median(self.drawn) if self.drawn else None


def visit(
    contender: Contender, folder: Path, expected: Expected, found: Measurement, *, last: bool
) -> None:
    """Open a page once, and note how soon it was drawn; in the last visit filter and weigh it.

    Parameters
    ----------
    contender
        Whose page it is.
    folder
        Where the page lies.
    expected
        What it has to show.
    found
        Where to note it.
    last
        Whether this is the last visit.
    """
    with Server(folder) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=[*ARGUMENTS])
        try:
            seconds = _open(browser, server, contender, expected, found, last=last)
        finally:
            browser.close()
    if seconds is not None:
        found.drawn.append(seconds)


def _open(  # noqa: PLR0913 (what one visit needs)
    browser: Browser,
    server: Server,
    contender: Contender,
    expected: Expected,
    found: Measurement,
    *,
    last: bool,
) -> float | None:
    """Open the page once, with nothing remembered; in the last visit do all the rest too."""
    requests: list[str] = []
    unanswered: list[str] = []

    def reply(route: Route) -> None:
        given = answer(route.request.url)
        if not given.found:
            unanswered.append(route.request.url)
        route.fulfill(
            status=200 if given.found else 404,
            body=given.body,
            content_type=given.kind,
            headers={"access-control-allow-origin": "*"},
        )

    context = browser.new_context(viewport=VIEW, locale="en-GB")
    try:
        page = context.new_page()
        page.set_default_timeout(PATIENCE_S * 1000)
        page.on("request", lambda request: requests.append(request.url))
        page.route(lambda address: _is_foreign(address, server), reply)
        page.add_init_script(PROBE)
        rows = expected.placed if contender.has_map else None
        page.add_init_script(
            f"globalThis.whenDrawn = probe.drawn({contender.drawn}, "
            f"{'null' if rows is None else rows}, {PATIENCE_S * 1000});"
        )
        began = time.monotonic()
        try:
            page.goto(server.address, wait_until="commit")
            milliseconds = page.evaluate("globalThis.whenDrawn")
        except Error as error:
            found.words = f"the page broke off: {str(error).splitlines()[0]}"
            return None
        if milliseconds is None or time.monotonic() - began > PATIENCE_S:
            found.words = f"not drawn within {PATIENCE_S} s"
            return None
        if last:
            page.wait_for_load_state("load")
            page.wait_for_timeout(500)  # what it asks for after it has drawn is weighed too
            addresses = [url for url in requests if url.startswith("http")]
            foreign = [url for url in addresses if not server.is_here(url)]
            found.elsewhere = len(foreign)
            found.wire_bytes = sum(
                zipped(answer(url).body if not server.is_here(url) else server.content(url))
                for url in addresses
            )
            found.unanswered = unanswered
            found.heap_mb = _heap(page)
            if contender.filter:
                _filter(page, contender, expected, found)
    finally:
        context.close()
    return float(milliseconds) / 1000


def _is_foreign(address: str, server: Server) -> bool:
    return address.startswith("http") and not server.is_here(address)


def _heap(page: Page) -> float:
    """Give what the page's scripts hold after collection, typed arrays included, in MB."""
    session = page.context.new_cdp_session(page)
    for _ in range(2):
        session.send("HeapProfiler.collectGarbage")
    usage = session.send("Runtime.getHeapUsage")
    session.detach()
    return float(usage["usedSize"] + usage.get("backingStorageSize", 0)) / 1e6


def _filter(page: Page, contender: Contender, expected: Expected, found: Measurement) -> None:
    """Click the filter on and off; take the median."""
    how = contender.filter
    if how is None:
        return
    page.evaluate(f"({how.open})()")
    page.wait_for_timeout(500)
    times, said = [], []
    rights = []
    for click in range(CLICKS):
        on = click % 2 == 0
        rows = expected.filtered if on else expected.rows
        points = expected.filtered_placed if on else expected.placed
        wanted = {
            "number": rows if how.counts == "rows" else points,
            "points": points if contender.has_map else None,
        }
        outcome: dict[str, Any] = page.evaluate(
            f"""([wanted, on]) => probe.filtered(
                ({how.click}), ({how.number}), ({contender.drawn}), wanted, on)""",
            [wanted, on],
        )
        times.append(outcome["time"])
        if outcome["said"] is not None:
            said.append(outcome["said"])
        rights.append(outcome["right"])
        if on and not outcome["right"]:
            found.shown = f"{outcome['number']:,} instead of {wanted['number']:,}"
        page.wait_for_timeout(PAUSE_MS)
    found.filter_ms = statistics.median(times)
    found.said_ms = statistics.median(said) if said else None
    found.is_right = all(rights)


def nothing_ms() -> float:
    """Time a click that only changes a word, in milliseconds: as fast as anything can be."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=[*ARGUMENTS])
        try:
            page = browser.new_page(viewport=VIEW)
            page.set_content("<p>0</p>")
            page.evaluate(PROBE)
            times: list[float] = [
                page.evaluate(
                    """([wanted]) => {
                      const word = document.querySelector("p");
                      return probe.filtered(() => { word.textContent = wanted; },
                        () => Number(word.textContent), null, { number: wanted, points: null });
                    }""",
                    [click + 1],
                )["time"]
                for click in range(CLICKS)
            ]
        finally:
            browser.close()
    return statistics.median(times)
