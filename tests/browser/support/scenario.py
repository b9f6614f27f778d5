"""Reads and works a scenario as a reader does, in a page or in JupyterLab."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from guidebook.scenarios import Situation


@dataclass(frozen=True)
class Story:
    """A scenario in a page, and what its file tells."""

    live: Locator
    situation: Situation

    def phrase(self, name: str) -> Locator:
        """The button of a phrase, by the id of its point."""
        words = self.situation.point(name).phrase
        return self.live.locator(".gb-scn-phrase").filter(has_text=words)

    def places(self, name: str) -> Locator:
        """The question where a marked phrase belongs."""
        words = self.situation.point(name).phrase
        return self.live.get_by_role("group", name=f"“{words}”: drug, set or setting?")

    def place(self, name: str, label: str) -> Locator:
        return self.places(name).get_by_role("radio", name=label, exact=True)

    def offer(self, name: str) -> Locator:
        what = next(option.what for option in self.situation.options if option.id == name)
        return self.live.get_by_role("checkbox", name=what)

    def role(self, name: str) -> Locator:
        title = next(role.title for role in self.situation.roles if role.id == name)
        return self.live.get_by_role("radio", name=title, exact=True)

    @property
    def plan(self) -> Locator:
        return self.live.get_by_role("article")

    def button(self, name: str) -> Locator:
        return self.live.get_by_role("button", name=name)
