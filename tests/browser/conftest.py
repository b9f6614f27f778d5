"""What the browser tests share: the built site, a server for it, and a Chromium that is watched."""

from __future__ import annotations

import functools
import http.server
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))
import chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Playwright

ROOT = Path(__file__).parents[2]
SITE = ROOT / "_build" / "html"
THEMES = ("light", "dark")
WIDTHS = (360, 1280)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@dataclass
class Watch:
    """What a page did that it must not do."""

    origin: str
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def request(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("data", "blob", "about"):
            return
        if f"{parts.scheme}://{parts.netloc}" != self.origin:
            self.foreign.append(url)

    def clean(self) -> None:
        """Assert that nothing left the site and that the console is free of errors."""
        assert self.foreign == []
        assert self.errors == []


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serve a folder without a line of log for each file."""

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine and yield its address."""
    handler = functools.partial(QuietHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def site() -> Path:
    """The built static edition; `make book` makes it, and `make test` makes that first."""
    assert (SITE / "index.html").is_file(), "build the book first: make book"
    return SITE


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as instance:
        yield instance


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    instance = playwright.chromium.launch(
        executable_path=chromium.install(), args=list(chromium.ARGUMENTS)
    )
    yield instance
    instance.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[object]:
    """Open an address: `page, watch = open_page(url, width=360, theme="dark", scripts=True)`.

    Every request is watched; one to another host is refused, and noted in `watch.foreign`.
    """
    contexts = []

    def opener(
        url: str, *, width: int = 1280, theme: str = "light", scripts: bool = True, **options: object
    ) -> tuple[Page, Watch]:
        parts = urlsplit(url)
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=theme,
            java_script_enabled=scripts,
            accept_downloads=True,
            **options,
        )
        contexts.append(context)
        watch = Watch(f"{parts.scheme}://{parts.netloc}")

        def guard(route: object) -> None:
            before = len(watch.foreign)
            watch.request(route.request.url)
            route.abort() if len(watch.foreign) > before else route.continue_()

        context.route("**/*", guard)
        page = context.new_page()
        page.on(
            "console",
            lambda message: watch.errors.append(message.text) if message.type == "error" else None,
        )
        page.on("pageerror", lambda error: watch.errors.append(str(error)))
        page.goto(url)
        return page, watch

    yield opener
    for context in contexts:
        context.close()
