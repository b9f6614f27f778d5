"""Debian's WebKitGTK, driven by Selenium on a screen that nobody sees."""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

import other_browsers
from browser.elsewhere.webkit.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selenium.webdriver import WebKitGTK


@contextmanager
def screen(program: str) -> Iterator[str]:
    """Start a screen in memory and yield its name; the server picks a number that is free."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [program, "-displayfd", str(writing), "-screen", "0", "1280x1000x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


@pytest.fixture(scope="module")
def webkit() -> Iterator[WebKitGTK]:
    parts = other_browsers.webkit()
    if not parts:
        pytest.skip("no WebKit here: `make browser` installs Debian's webkit2gtk-driver and xvfb")
    from selenium import webdriver  # noqa: PLC0415 (slow, and only needed here)
    from selenium.webdriver.webkitgtk.options import Options  # noqa: PLC0415
    from selenium.webdriver.webkitgtk.service import Service  # noqa: PLC0415

    options = Options()
    options.binary_location = parts.browser
    options.add_argument("--automation")
    with screen(parts.screen) as display:
        environment = {**os.environ, "DISPLAY": display, "GDK_BACKEND": "x11"}
        service = Service(parts.driver, env=environment)
        driver = webdriver.WebKitGTK(options=options, service=service)
        driver.set_script_timeout(60)
        yield driver
        driver.quit()


@pytest.fixture
def view(webkit: WebKitGTK, server: str) -> View:
    return View(webkit, server)
