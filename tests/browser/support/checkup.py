"""The drinking check-up as a person meets it: by roles and spoken names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from guidebook.alcohol import Checkup, Trigger, read_checkup, write_checkup

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from browser.support.watch import Watch

STEPS = 8

FULL = Checkup(
    country="US",
    answers=(4, 1, 2, 1, 0, 1, 1, None, 2, 0),
    typical_drinks=3,
    diary=(0, 2, 0, None, 4, 4.5, 0),
    weight_kg=80,
    evening_drinks=4,
    evening_hours=2,
    likes=("I like the taste", "quiet after the children are in bed"),
    dislikes=("what it costs",),
    goal="less",
    day_limit=3,
    week_limit=10,
    free_days=3,
    pace=("eat-first", "measure"),
    triggers=(Trigger("payday", "pay one thing first"), Trigger("the corner bar", "")),
    rewards=("a morning out",),
    review_on="2026-12-24",
)
SAVED = write_checkup(FULL, "2026-11-22").encode()


class CheckupPage:
    """A check-up that has come to life: a static page's, or the one given."""

    def __init__(self, page: Page, watch: Watch, live: Locator | None = None) -> None:
        self.page, self.watch = page, watch
        self.live = live or page.locator(".guidebook-live .gb-dc")
        self.steps = self.live.get_by_role("navigation", name="Steps of the check-up")
        self.open_step = self.live.locator(".gb-step-open")
        self.heading = self.open_step.get_by_role("heading", level=3).first
        self.sum = self.live.locator(".gb-dc-result .gb-dc-sum")
        self.sheet = self.live.locator(".gb-dc-sheet")
        self.said = self.live.locator(".gb-dc-said")
        expect(self.steps).to_be_visible()

    def button(self, name: str | re.Pattern[str]) -> Locator:
        exact = isinstance(name, str)
        return self.live.get_by_role("button", name=name, exact=exact)

    def step(self, number: int) -> Locator:
        return self.steps.get_by_role("listitem").nth(number - 1).get_by_role("button")

    def go(self, number: int) -> None:
        self.step(number).click()
        expect(self.heading).to_contain_text(f"Step {number} of {STEPS}")

    def group(self, legend: str) -> Locator:
        return self.live.get_by_role("group", name=re.compile(f"^{re.escape(legend)}"))

    def field(self, label: str) -> Locator:
        return self.live.get_by_role("textbox", name=label)

    @property
    def country(self) -> Locator:
        return self.live.get_by_label("Whose standard drink do you count in?")

    def save(self, folder: Path) -> Checkup:
        """Save to a file, and read it as Python does."""
        with self.page.expect_download() as downloading:
            self.button("Save to a file").click()
        download = downloading.value
        assert download.suggested_filename == "my-drinking-check-up.json"
        download.save_as(folder / download.suggested_filename)
        return read_checkup((folder / download.suggested_filename).read_bytes())

    def choose_file(self, name: str, content: bytes) -> None:
        with self.page.expect_file_chooser() as choosing:
            self.button("Open a file…").click()
        choosing.value.set_files({"name": name, "mimeType": "application/json", "buffer": content})

    def open_file(self, content: bytes) -> None:
        """Open a file over an empty check-up."""
        self.choose_file("mine.json", content)
        expect(self.said).to_have_text(re.compile("^The file was opened"))
