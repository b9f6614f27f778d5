"""The fixtures of the browser tests, with a Firefox in Chromium's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import other_browsers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Playwright

# A name that only these tests would look up: nothing but this machine is asked for anything.
ALONE = {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.no_proxies_on": "127.0.0.1, localhost",
    "network.proxy.allow_hijacking_localhost": False,
    "ui.prefersReducedMotion": 1,
}


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    path = other_browsers.firefox()
    if not path:
        pytest.skip("no Firefox here: `make browser` installs Debian's firefox-esr")
    instance = playwright.firefox.launch(
        channel="moz-firefox", executable_path=path, firefox_user_prefs=ALONE
    )
    yield instance
    instance.close()
