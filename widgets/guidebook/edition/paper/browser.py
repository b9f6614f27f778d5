"""Chromium as a printer: it may read files of this machine and ask nobody for anything."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Playwright, Route

LOCAL = ("file:", "data:", "blob:", "about:")
# A fresh profile calls its maker's servers; and to root Chromium refuses its sandbox.
SWITCHES = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
    *(("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()),
)


@dataclass
class Printer:
    """A running Chromium.

    Attributes
    ----------
    browser
        The browser.
    refused
        Addresses that a page asked for and did not get.
    """

    browser: Browser
    refused: list[str] = field(default_factory=list)

    @contextmanager
    def context(self, **settings: object) -> Iterator[BrowserContext]:
        """Open a window of its own that reaches no network.

        Parameters
        ----------
        **settings
            What Playwright's ``new_context`` takes.
        """
        context = self.browser.new_context(offline=True, **settings)  # type: ignore[arg-type]
        context.route("**/*", self.answer)
        try:
            yield context
        finally:
            context.close()

    def answer(self, route: Route) -> None:
        """Let a page read a file, and nothing else."""
        if route.request.url.startswith(LOCAL):
            route.continue_()
        else:
            self.refused.append(route.request.url)
            route.abort()

    def print(self, document: Path, *, scale: float = 1.0) -> bytes:
        """Print a document.

        Parameters
        ----------
        document
            An HTML file; its scripts are not run.
        scale
            How large its type is printed.

        Returns
        -------
        bytes
            A tagged PDF with an outline.
        """
        with self.context(java_script_enabled=False, color_scheme="light") as context:
            page = context.new_page()
            page.goto(document.resolve().as_uri(), wait_until="load")
            return page.pdf(
                format="A4",
                tagged=True,
                outline=True,
                print_background=True,
                prefer_css_page_size=True,
                scale=scale,
            )


@contextmanager
def printer(chromium: str | None, playwright: Playwright | None = None) -> Iterator[Printer]:
    """Start Chromium.

    Parameters
    ----------
    chromium
        Its path; None for Playwright's own.
    playwright
        A Playwright that runs already: a process can run only one.
    """
    if playwright is None:
        with sync_playwright() as fresh, printer(chromium, fresh) as started:
            yield started
        return
    browser = playwright.chromium.launch(executable_path=chromium, args=list(SWITCHES))
    try:
        yield Printer(browser)
    finally:
        browser.close()
