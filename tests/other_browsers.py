"""Find Firefox and WebKit for the tests of `tests/browser/elsewhere`, or install them.

Run as a program (`python tests/other_browsers.py`) it installs Debian's packages where apt is
usable and something is missing, and says what there is. It never fails: without one of these
browsers its tests are skipped, and the summary of the tests gives the reason.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import chromium

LIBRARIES = Path("/usr/lib")


class WebKit(NamedTuple):
    """What WebKit's tests start: a driver, its browser, and a screen that nobody sees."""

    driver: str
    browser: str
    screen: str


def firefox() -> str | None:
    """Return the path of a Firefox, or None."""
    return shutil.which("firefox-esr") or shutil.which("firefox")


def webkit() -> WebKit | None:
    """Return the parts of WebKitGTK, or None where one is missing."""
    driver, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    browser = max(LIBRARIES.glob("*/webkit2gtk-4.*/MiniBrowser"), default=None)
    return WebKit(driver, str(browser), screen) if driver and browser and screen else None


def install() -> None:
    """Install what is missing."""
    missing = [
        *(() if firefox() else ("firefox-esr",)),
        *(() if webkit() else ("webkit2gtk-driver", "xvfb")),
    ]
    if missing:
        chromium.apt_install(*missing)


if __name__ == "__main__":
    install()
    print(firefox() or "no Firefox: its tests are skipped")  # noqa: T201
    print(webkit() or "no WebKitGTK: its tests are skipped")  # noqa: T201
