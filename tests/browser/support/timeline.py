"""The timeline as a reader works it: filters, years, dots and details."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from browser.support.watch import Watch

PAGE = "history/timeline.html"


class TimelineView:
    """A live timeline in a page, or in a part of it."""

    def __init__(self, page: Page, watch: Watch, within: Locator | None = None) -> None:
        self.page = page
        self.watch = watch
        self.live = (within or page.locator("body")).locator(".tl")
        self.summary = self.live.locator(".tl-summary")
        self.search = self.live.get_by_role("searchbox", name="Search the events")
        self.chips = self.live.get_by_role("group", name="Filters that are on")
        self.plot = self.live.get_by_role("group", name=re.compile("^Events along time"))
        self.marks = self.plot.get_by_role("button")
        self.map = self.live.get_by_role("group", name="Map of the events shown")
        self.spots = self.map.get_by_role("button")
        self.details = self.live.locator(".tl-details")
        self.range = self.live.locator(".tl-range")
        expect(self.plot).to_be_visible()

    def mark(self, event_id: str) -> Locator:
        """The dot that begins with an event."""
        return self.plot.locator(f'[data-mark="{event_id}"]')

    def choose(self, facet: str, value: str) -> None:
        """Take a value of a facet, and close the menu."""
        button = self.live.get_by_role("button", name=re.compile(f"^{facet}"))
        button.click()
        self.live.get_by_role("checkbox", name=re.compile(f"^{re.escape(value)} ")).check()
        self.page.keyboard.press("Escape")
        expect(button).to_be_focused()

    def count_of(self, facet: str) -> dict[str, int]:
        """What the menu of a facet says each value would show."""
        button = self.live.get_by_role("button", name=re.compile(f"^{facet}"))
        button.click()
        labels = self.live.locator(".gb-checklist label").all_inner_texts()
        self.page.keyboard.press("Escape")
        found = [re.fullmatch(r"(.*?)\s+(\d+)\s*results?", " ".join(one.split())) for one in labels]
        return {one[1]: int(one[2]) for one in found if one}

    def button(self, name: str) -> Locator:
        """A button beside the plot, such as “Zoom in”."""
        return self.live.get_by_role("button", name=name, exact=True)

    def years(self) -> tuple[int, int]:
        """The first and the last year in view."""
        years = re.compile(r"^(\d{4})–(\d{4})$")
        # A plot is drawn once it knows how wide it is.
        expect(self.range).to_have_text(years)
        # Its text even where JupyterLab does not draw it, as the expectation reads it.
        first, last = (self.range.text_content() or "").strip().split("–")
        return int(first), int(last)
