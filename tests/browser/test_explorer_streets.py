"""Street tiles: only after the reader was told and pressed, and forgotten again."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playwright.sync_api import expect

if TYPE_CHECKING:
    from browser.conftest import Explore
    from browser.support.explorer import Explorer

TILES = "https://tile.openstreetmap.org"


def refuse(explorer: Explorer) -> list[dict[str, str]]:
    """Refuse what is asked of other hosts, and note the headers of each request."""
    asked: list[dict[str, str]] = []

    def guard(route: object) -> None:
        asked.append({"url": route.request.url, **route.request.all_headers()})
        route.abort()

    explorer.page.route(f"{TILES}/**", guard)
    return asked


def test_streets_only_after_the_press(explore: Explore) -> None:
    explorer = explore()
    asked = refuse(explorer)
    expect(explorer.pins.first).to_be_visible()
    offer = explorer.live.get_by_role("button", name="Street map…")

    offer.click()
    question = explorer.live.get_by_text("OpenStreetMap’s server")
    expect(question).to_be_visible()
    expect(question).to_contain_text("which part of the map")
    expect(question).to_be_focused()
    explorer.live.get_by_role("button", name="Not now").click()
    expect(question).to_have_count(0)
    expect(offer).to_be_focused()
    assert asked == []
    explorer.watch.clean()

    offer.click()
    with explorer.page.expect_request(f"{TILES}/**"):
        explorer.live.get_by_role("button", name="Show streets").click()
    expect(explorer.live.get_by_role("link", name="OpenStreetMap contributors")).to_be_visible()
    explorer.page.wait_for_load_state("networkidle")
    assert asked
    # They are refused without a referrer: it names the site, and no more.
    site = f"{urlsplit(explorer.page.url).scheme}://{urlsplit(explorer.page.url).netloc}/"
    assert {one.get("referer") for one in asked} == {site}
    assert all(one["url"].startswith(f"{TILES}/") for one in asked)
    assert all(url.startswith(f"{TILES}/") for url in explorer.watch.foreign)
    # The security policy lets them through: what failed was the test's refusal.
    assert not [error for error in explorer.watch.errors if "Security Policy" in error]


def test_streets_are_forgotten(explore: Explore) -> None:
    explorer = explore()
    asked = refuse(explorer)
    explorer.live.get_by_role("button", name="Street map…").click()
    with explorer.page.expect_request(f"{TILES}/**"):
        explorer.live.get_by_role("button", name="Show streets").click()

    explorer.live.get_by_role("button", name="Leave the street map").click()
    expect(explorer.live.get_by_role("button", name="Street map…")).to_be_visible()
    explorer.page.reload()
    expect(explorer.pins.first).to_be_visible()
    seen = len(asked)
    explorer.live.get_by_role("button", name="Zoom in", exact=True).click()
    explorer.page.wait_for_load_state("networkidle")
    assert len(asked) == seen
    expect(explorer.live.get_by_role("button", name="Street map…")).to_be_visible()


def test_escape_asks_nobody(explore: Explore) -> None:
    explorer = explore()
    offer = explorer.live.get_by_role("button", name="Street map…")
    offer.click()
    expect(explorer.live.get_by_text("OpenStreetMap’s server")).to_be_focused()
    explorer.page.keyboard.press("Escape")

    expect(explorer.live.get_by_role("button", name="Show streets")).to_have_count(0)
    expect(offer).to_be_focused()
    explorer.watch.clean()
