"""A notebook's page with live code, used as a reader uses it; and the servers that it needs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from playwright.sync_api import expect

from browser.support.built import SITE
from browser.support.server import serve
from browser.support.watch import Watch, origin_of
from live.support.jupyter_server import JupyterServer, serve_jupyter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page, WebSocket

START_MS = 60_000
CELLS_MS = 120_000
"""A notebook's first cells import pandas, on two cores that others share."""

FIRST_LOOK = "directory/first-look.html"
FILTER = "directory/make-a-filter.html"


class LivePage:
    """A page with the offer to run its notebook."""

    def __init__(self, page: Page, watch: Watch) -> None:
        self.page = page
        self.watch = watch
        self.sockets: list[str] = []
        page.on("websocket", self._note)
        self.offer = page.get_by_role("button", name="Run it here, in this page")
        self.panel = page.get_by_role("region", name="Run this notebook here")
        self.status = self.panel.get_by_role("status").first
        self.fault = self.panel.get_by_role("alert")
        self.cells = page.locator("div.cell")

    def _note(self, socket: WebSocket) -> None:
        self.sockets.append(socket.url)

    def choose(self) -> None:
        """Press the offer, and read what will be sent to whom."""
        self.offer.click()
        expect(self.panel).to_contain_text("Nothing has been sent yet")

    def give(self, address: str, token: str, folder: str = "") -> None:
        """Name a server and start on it."""
        self.panel.get_by_label("Address of the server").fill(address)
        self.panel.get_by_label("Token").fill(token)
        self.panel.get_by_label("Folder").fill(folder)
        self.button("Start on this server").click()

    def start(self, server: JupyterServer) -> None:
        self.choose()
        self.give(server.url, server.token)
        self.ready()

    def ready(self) -> None:
        expect(self.button("Run all cells")).to_be_visible(timeout=START_MS)

    def button(self, name: str) -> Locator:
        return self.panel.get_by_role("button", name=name)

    def run_all(self) -> None:
        self.button("Run all cells").click()
        expect(self.status).to_have_text(
            re.compile(r"cells have run|were not run"), timeout=CELLS_MS
        )

    def cell(self, number: int) -> Locator:
        return self.cells.nth(number - 1)

    def code(self, number: int) -> Locator:
        return self.page.get_by_label(re.compile(rf"^Code of cell {number} of "))

    def outputs(self, number: int) -> Locator:
        return self.cell(number).locator(".guidebook-live-outputs")

    def state(self, number: int) -> Locator:
        return self.cell(number).locator(".guidebook-live-state")

    def run(self, number: int, source: str | None = None, ends: str = "Done.") -> Locator:
        """Run a cell, perhaps with other code, and give the place of what it gives."""
        if source is not None:
            self.code(number).fill(source)
        self.cell(number).get_by_role("button", name=f"Run cell {number}").click()
        expect(self.state(number)).to_contain_text(ends, timeout=CELLS_MS)
        return self.outputs(number)

    def asked(self, server: JupyterServer) -> list[str]:
        """List what was asked of anything but the site and the server."""
        own = {server.url, server.url.replace("http", "ws", 1)}
        return [url for url in (*self.watch.foreign, *self.sockets) if origin_of(url) not in own]


class OpenLive(Protocol):
    """Opens a page of the site in a fresh profile."""

    def __call__(
        self,
        name: str,
        **options: Any,  # noqa: ANN401 (those of a browser context)
    ) -> LivePage: ...


@pytest.fixture(scope="session")
def live_site() -> Iterator[str]:
    """The built book, served."""
    assert (SITE / "index.html").is_file(), "build the book first: make book"
    with serve(SITE) as address:
        yield address


@pytest.fixture(scope="session")
def jupyter(live_site: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterServer]:
    """A Jupyter server that allows the book's pages."""
    with serve_jupyter(tmp_path_factory.mktemp("jupyter"), live_site) as server:
        yield server


@pytest.fixture
def open_live(browser: Browser, live_site: str) -> Iterator[OpenLive]:
    contexts = []

    def opener(name: str, **options: Any) -> LivePage:  # noqa: ANN401
        address = name if ":" in name else f"{live_site}/{name}"
        context = browser.new_context(
            **{"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce", **options}
        )
        contexts.append(context)
        context.set_default_timeout(15_000)
        watch = Watch.over(context, address)
        page = context.new_page()
        live = LivePage(page, watch)
        page.goto(address)
        return live

    yield opener
    for context in contexts:
        context.close()
