"""Find a Chromium for the browser tests, or install one.

Run as a program (`python tests/chromium.py`) it makes sure that there is one and prints its path:
a Chromium or Chrome on the PATH, otherwise Debian's where apt is usable, otherwise the build that
Playwright downloads for itself. Chromium's headless shell comes first: the same engine without the
browser's own windows, which draw themselves even where nobody sees them and take half of the time.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
)

# The switches keep a fresh profile from calling its maker's servers, so that a request to another
# host in a test is the page's own doing. Chromium refuses its sandbox to root (as in a container).
ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    *(("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()),
)


def on_path() -> str | None:
    """Return the first Chromium on the PATH."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def of_playwright() -> str | None:
    """Return the Chromium that Playwright downloaded earlier, if it did."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (slow, and seldom needed)

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def find() -> str | None:
    """Return the path of a Chromium, or None where there is none."""
    return on_path() or of_playwright()


def apt_install(*packages: str) -> bool:
    """Install Debian's packages, as root or through a sudo that asks for no password."""
    if not shutil.which("apt-get"):
        return False
    root = os.geteuid() == 0
    if not root and not shutil.which("sudo"):
        return False
    prefix = [] if root else ["sudo", "--non-interactive"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    steps = (["update"], ["install", "--yes", "--no-install-recommends", *packages])
    return all(
        subprocess.run(
            [*prefix, "apt-get", "--quiet", *step], env=environment, check=False
        ).returncode
        == 0
        for step in steps
    )


def install() -> str:
    """Return the path of a Chromium, installing one where there is none.

    Raises
    ------
    SystemExit
        If none can be had; the message says what to do.
    """
    if path := find():
        return path
    # Ubuntu's package `chromium` is a pointer to a snap, which a container cannot run: what apt
    # brought counts only once it is on the PATH.
    for package in ("chromium-headless-shell", "chromium"):
        if apt_install(package) and (path := on_path()):
            return path
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if path := of_playwright():
        return path
    sys.exit(
        "No Chromium for the browser tests: install one so that `chromium` is on the PATH, "
        "then run the command again."
    )


if __name__ == "__main__":
    print(install())  # noqa: T201 (this is what the program is for)
