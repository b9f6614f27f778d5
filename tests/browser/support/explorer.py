"""The explorer as a person meets it: by roles and spoken names, hardly by classes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from browser.support.watch import Watch
    from guidebook import Directory

FACETS = {
    "services": "Services",
    "types": "Type",
    "approaches": "Approach",
    "audiences": "For whom",
    "countries": "Country",
    "status": "Status",
    "evidence": "How we know",
}
"""What the explorer calls each facet."""

_VALUE = re.compile(r"^(?P<label>.+?)\s+(?P<count>[0-9,]+) results?$")
_PIN = re.compile(r"^(?P<count>[0-9,]+) services")


class Explorer:
    """An explorer that has come to life: a static page's first, or the one given."""

    def __init__(self, page: Page, watch: Watch, live: Locator | None = None) -> None:
        self.page = page
        self.watch = watch
        self.live = live or page.locator(".guidebook-live").first
        self.search = self.live.get_by_role(
            "searchbox", name="Search names, places and services", exact=True
        )
        self.near = self.live.get_by_role("combobox", name="Near a town or US ZIP code")
        self.places = self.live.get_by_role("listbox", name="Near a town or US ZIP code")
        self.radius = self.live.get_by_role("combobox", name="How far")
        self.unit = self.live.get_by_role("combobox", name="Kilometres or miles")
        self.position = self.live.get_by_role("button", name="Use my position")
        self.chips = self.live.get_by_role("group", name="Filters that are on")
        self.summary = self.live.locator(".gb-summary")
        self.spoken = self.live.locator(":scope .gb-explorer [aria-live=polite]")
        self.results = self.live.locator(".gb-results")
        self.apart = self.live.get_by_role("region", name=re.compile("^Reaching further"))
        self.map = self.live.get_by_role("region", name="Map of the results")
        self.pins = self.live.get_by_role("group", name=re.compile("^Pins")).get_by_role("button")
        expect(self.live.get_by_role("search", name="The directory")).to_be_visible()

    # ---- filters ---------------------------------------------------------------------------------

    def facet_button(self, facet: str) -> Locator:
        menus = self.live.get_by_role("group", name="Filters", exact=True)
        return menus.get_by_role("button", name=re.compile(rf"^{FACETS[facet]}\b"))

    def open_facet(self, facet: str) -> Locator:
        """Open a facet's menu and return the group of its values."""
        button = self.facet_button(facet)
        if button.get_attribute("aria-expanded") != "true":
            button.click()
        values = self.live.get_by_role("group", name=FACETS[facet], exact=True)
        expect(values).to_be_visible()
        return values

    def close_facet(self, facet: str) -> None:
        self.facet_button(facet).click()
        expect(self.facet_button(facet)).to_have_attribute("aria-expanded", "false")

    def value(self, facet: str, label: str) -> Locator:
        """The checkbox of a value in an open menu."""
        name = re.compile(rf"^{re.escape(label)}\s+[0-9,]+ results?$")
        return self.live.get_by_role("group", name=FACETS[facet], exact=True).get_by_role(
            "checkbox", name=name
        )

    def counts(self, facet: str) -> dict[str, int]:
        """What an open menu says: the number beside each value, in its order."""
        values = self.live.get_by_role("group", name=FACETS[facet], exact=True)
        found = [_VALUE.match(" ".join(text.split())) for text in labels_of(values)]
        assert all(found)
        return {one["label"]: number(one["count"]) for one in found if one}

    def choose(self, facet: str, *labels: str) -> None:
        """Switch values of a facet, and close its menu again."""
        self.open_facet(facet)
        for label in labels:
            self.value(facet, label).click()
        self.close_facet(facet)

    def chip(self, facet: str, label: str) -> Locator:
        return self.chips.get_by_role("button", name=f"Remove filter {facet}: {label}", exact=True)

    def go_near(self, place: str) -> None:
        """Type a place and take the first suggestion."""
        self.near.fill(place)
        self.places.get_by_role("option").first.click()
        expect(self.radius).to_be_visible()

    def within(self, radius: int | None, unit: str) -> None:
        """Choose a radius in the reader's unit; None for any distance."""
        self.unit.select_option(unit)
        self.radius.select_option("any" if radius is None else str(radius))

    # ---- results ---------------------------------------------------------------------------------

    def shows(self, expected: Directory) -> None:
        """Wait until the summary says what a filtered directory says."""
        expect(self.summary).to_contain_text(expected.summary)
        if expected.query.near:
            expect(self.summary).to_contain_text(re.compile(rf"\b{len(expected.apart):,} reach"))

    def entry(self, entry_id: str) -> Locator:
        return self.results.locator(f'li[data-id="{entry_id}"]')

    def heading(self, entry_id: str) -> Locator:
        """The button that opens an entry's details."""
        return self.entry(entry_id).get_by_role("heading").get_by_role("button")

    def open_entry(self, entry_id: str) -> Locator:
        """Open an entry's details and return the entry."""
        self.heading(entry_id).click()
        expect(self.heading(entry_id)).to_have_attribute("aria-expanded", "true")
        return self.entry(entry_id)

    def show_all(self) -> None:
        """Press "Show more" until there is no more."""
        more = self.results.get_by_role("button", name=re.compile("^Show .* more of"))
        while more.count():
            before = self.results.locator("li[data-id]").count()
            more.first.click()
            expect(self.results.locator("li[data-id]").nth(before)).to_be_attached()

    def ids(self) -> list[str]:
        """All results in their order, without those that reach further."""
        self.show_all()
        return self.results.locator("> ul > li[data-id]").evaluate_all(
            "items => items.map((item) => item.dataset.id)"
        )

    def apart_ids(self) -> list[str]:
        self.show_all()
        return self.apart.locator("li[data-id]").evaluate_all(
            "items => items.map((item) => item.dataset.id)"
        )

    # ---- map -------------------------------------------------------------------------------------

    def pin(self, name: str) -> Locator:
        """The pin of one row, by the row's name."""
        return self.pins.and_(self.page.get_by_label(re.compile(rf"^{re.escape(name)}, ")))

    def rows_on_map(self) -> int:
        """How many rows the pins and clusters in view stand for."""
        # The map's code comes after the list.
        expect(self.live.locator(".gb-pins")).to_be_attached()
        names = self.pins.evaluate_all("pins => pins.map((pin) => pin.ariaLabel)")
        clusters = [_PIN.match(name) for name in names]
        return sum(number(cluster["count"]) if cluster else 1 for cluster in clusters)

    # ---- sharing ---------------------------------------------------------------------------------

    def open_share(self) -> Locator:
        button = self.live.get_by_role("button", name="Share or save")
        if button.get_attribute("aria-expanded") != "true":
            button.click()
        expect(self.live.get_by_role("button", name="CSV table")).to_be_visible()
        return self.live.locator(".gb-share")

    def save(self, button: str) -> tuple[str, str]:
        """Press a download button; return the file's name and text."""
        self.open_share()
        with self.page.expect_download() as waiting:
            self.live.get_by_role("button", name=button).click()
        download = waiting.value
        return download.suggested_filename, download.path().read_bytes().decode()


def labels_of(values: Locator) -> list[str]:
    return values.get_by_role("listitem").all_text_contents()


def number(text: str) -> int:
    return int(text.replace(",", ""))
