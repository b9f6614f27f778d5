"""What tests in several folders share: one Playwright, since a process can run only one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

import chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Playwright


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The Chromium of the tests; looked for first, since that may ask Playwright itself."""
    return chromium.install()


@pytest.fixture(scope="session")
def playwright(chromium_path: str) -> Iterator[Playwright]:  # noqa: ARG001 (found before this starts)
    with sync_playwright() as instance:
        yield instance
