"""What the browser tests share: the built site, a server for it, and a Chromium that is watched."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from playwright.sync_api import expect

import chromium
from browser.support.built import EXPLORE, SITE
from browser.support.explorer import Explorer
from browser.support.server import serve
from browser.support.small_site import write_site
from browser.support.watch import Watch
from guidebook import Directory, load_directory

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Playwright

# Whatever a page asks of another host fails at once, and without leaving this machine.
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"

# Two busy cores may take a while; nothing waits longer than it must.
PATIENCE_MS = 15_000

expect.set_options(timeout=PATIENCE_MS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


class OpenPage(Protocol):
    """Opens an address in a fresh profile: what it kept, no other page knows."""

    def __call__(
        self,
        url: str,
        *,
        width: int = 1280,
        theme: str = "light",
        scripts: bool = True,
        **options: Any,  # noqa: ANN401 (those of a browser context)
    ) -> tuple[Page, Watch]: ...


class Explore(Protocol):
    """Opens the book's explorer, perhaps with a fragment, and waits until it is alive."""

    def __call__(self, fragment: str = "", **options: Any) -> Explorer: ...  # noqa: ANN401


class ExploreSmall(Protocol):
    """Opens an explorer over rows that a test made up."""

    def __call__(
        self,
        directory: Directory,
        *,
        state: dict[str, Any] | None = None,
        options: dict[str, Any] | None = None,
        **page: Any,  # noqa: ANN401
    ) -> Explorer: ...


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
def directory() -> Directory:
    """The directory that the book was built from."""
    return load_directory()


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium_path: str) -> Iterator[Browser]:
    instance = playwright.chromium.launch(
        executable_path=chromium_path, args=[*chromium.ARGUMENTS, ALONE]
    )
    yield instance
    instance.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Open an address: `page, watch = open_page(url, width=360, theme="dark", scripts=True)`."""
    contexts = []

    def opener(
        url: str,
        *,
        width: int = 1280,
        theme: str = "light",
        scripts: bool = True,
        **options: Any,  # noqa: ANN401
    ) -> tuple[Page, Watch]:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=theme,
            java_script_enabled=scripts,
            accept_downloads=True,
            # A zoom that is drawn step by step is one more thing to wait for.
            **{"reduced_motion": "reduce", **options},
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE_MS)
        watch = Watch.over(context, url)
        page = context.new_page()
        page.goto(url)
        return page, watch

    yield opener
    for context in contexts:
        context.close()


@pytest.fixture
def explore(open_page: OpenPage, server: str) -> Explore:
    def opener(fragment: str = "", **options: Any) -> Explorer:  # noqa: ANN401
        address = f"{server}/{EXPLORE}"
        return Explorer(*open_page(f"{address}#{fragment}" if fragment else address, **options))

    return opener


@pytest.fixture
def explore_small(open_page: OpenPage, site: Path, tmp_path: Path) -> Iterator[ExploreSmall]:
    with serve(tmp_path) as address:

        def opener(
            directory: Directory,
            *,
            state: dict[str, Any] | None = None,
            options: dict[str, Any] | None = None,
            **page: Any,  # noqa: ANN401
        ) -> Explorer:
            theme = page.get("theme", "light")
            write_site(tmp_path, site, directory, theme=theme, options=options, **(state or {}))
            return Explorer(*open_page(f"{address}/index.html", **page))

        yield opener
