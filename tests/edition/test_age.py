"""An edition says by itself that it is overdue, in the reader's own calendar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

import chromium
from guidebook.edition.dates import due
from guidebook.package import find_package

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

    from edition.support.pages import Site


@pytest.mark.parametrize(
    ("edition", "until"),
    [(date(2026, 11, 22), date(2027, 11, 22)), (date(2028, 2, 29), date(2029, 2, 28))],
)
def test_edition_is_due_after_twelve_months(edition: date, until: date) -> None:
    assert due(edition) == until


@pytest.mark.browser
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles"])
def test_notice_appears_on_the_day_after_the_edition_fell_due(
    site: Site, zone: str, playwright: Playwright, chromium_path: str
) -> None:
    until = due(find_package().edition)
    seen = {}
    arguments = list(chromium.ARGUMENTS)
    with playwright.chromium.launch(executable_path=chromium_path, args=arguments) as browser:
        for days in (0, 1):
            page = browser.new_context(timezone_id=zone).new_page()
            day = until + timedelta(days=days)
            # Noon where the reader is.
            page.add_init_script(
                f"const real = Date; const now = new real({day.year}, {day.month - 1}, {day.day}, 12);"
                "globalThis.Date = class extends real {"
                " constructor(...parts) { parts.length ? super(...parts) : super(now); } };"
            )
            page.goto((site.folder / "directory" / "how-we-know.html").as_uri())
            seen[days] = page.locator(".guidebook-overdue").is_visible()
    assert seen == {0: False, 1: True}
