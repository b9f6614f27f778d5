"""The book from a USB stick: every page opens from a file, and the explorer is fully alive."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.support.built import EXPLORE, FRAMES, HELP, LIST, WIDGETS
from browser.support.explorer import Explorer

if TYPE_CHECKING:
    from pathlib import Path

    from browser.conftest import OpenPage
    from guidebook import Directory


@pytest.fixture
def explorer(open_page: OpenPage, site: Path) -> Explorer:
    return Explorer(*open_page((site / EXPLORE).as_uri()))


@pytest.mark.parametrize("path", sorted({"index.html", HELP, LIST, *WIDGETS, *FRAMES}))
def test_a_page_opens_from_a_file(open_page: OpenPage, site: Path, path: str) -> None:
    page, watch = open_page((site / path).as_uri())
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    # Some stand in solutions that are folded away.
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true })")
    for widget in page.locator(".guidebook-widget").all():
        expect(widget.locator(".guidebook-live")).to_be_visible()
        expect(widget.locator(".guidebook-plain")).to_be_hidden()
    for frame in page.locator("iframe").all():
        frame.scroll_into_view_if_needed()
        expect(frame.content_frame.locator(".leaflet-container")).to_be_visible()

    watch.clean()
    page.get_by_role("banner").get_by_role("link", name="Help now").click()
    expect(page).to_have_url(re.compile(rf"^{re.escape((site / HELP).as_uri())}#?$"))


def test_the_explorer_is_fully_alive(explorer: Explorer, directory: Directory) -> None:
    label = directory.vocabularies["services"]["naloxone"].label
    expect(explorer.pins.first).to_be_visible()
    assert explorer.rows_on_map() == len(directory) - directory.not_on_map

    explorer.choose("services", label)
    explorer.search.fill("health")
    expected = directory.filter(services=["naloxone"], text="health")
    explorer.shows(expected)
    assert explorer.page.url.endswith("#services=naloxone")
    assert explorer.ids() == expected.frame["id"].tolist()
    _, text = explorer.save("CSV table")
    assert text == expected.to_csv()
    explorer.watch.clean()


def test_places_are_looked_up_in_files(explorer: Explorer, directory: Directory) -> None:
    explorer.near.fill("60601")
    explorer.places.get_by_role("option").first.click()
    explorer.shows(directory.filter(near="60601", within_km=50))
    explorer.near.fill("Qwxzyville")
    explorer.near.press("Enter")
    expect(explorer.live).to_contain_text("No town called “Qwxzyville”")
    explorer.watch.clean()


def test_cards_and_back(explorer: Explorer, directory: Directory) -> None:
    entry = directory.frame["id"].iloc[0]
    explorer.open_entry(entry)
    assert explorer.page.url.endswith(f"#entry={entry}")
    explorer.page.go_back()
    expect(explorer.heading(entry)).to_have_attribute("aria-expanded", "false")


def test_a_link_opens_what_it_holds(open_page: OpenPage, site: Path, directory: Directory) -> None:
    entry = directory.filter(countries=["NZ"]).frame["id"].iloc[0]
    address = (site / EXPLORE).as_uri()
    explorer = Explorer(*open_page(f"{address}#countries=NZ&entry={entry}"))

    explorer.shows(directory.filter(countries=["NZ"]))
    expect(explorer.heading(entry)).to_have_attribute("aria-expanded", "true")
    explorer.watch.clean()


def test_where_the_position_cannot_be_had_it_says_what_to_do(explorer: Explorer) -> None:
    explorer.position.click()
    expect(explorer.live).to_contain_text("Type a town or ZIP code instead")
