"""List and map in step: what is pointed at or chosen in one is so in the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.support.small_site import directory_of

if TYPE_CHECKING:
    from browser.conftest import Explore, ExploreSmall
    from browser.support.explorer import Explorer
    from guidebook import Directory

LIT = re.compile(r"\bgb-pin-lit\b")
ENTRY_LIT = re.compile(r"\bgb-lit\b")


def row(entry_id: str, name: str, latitude: float, longitude: float, **more: object) -> dict:
    return {
        "id": entry_id,
        "name": name,
        "city": name,
        "country": "US",
        "type": "naloxone-programme",
        "precision": "city",
        "status": "active",
        "evidence_grade": "confirmed",
        "badge": "Confirmed 2026",
        "badge_kind": "confirmed",
        "services": ("naloxone",),
        "latitude": latitude,
        "longitude": longitude,
        **more,
    }


@pytest.fixture
def few() -> Directory:
    """Two rows far apart, three in one town, one nowhere."""
    return directory_of(
        [
            row("east", "Eastport", 44.9, -67.0),
            row("west", "Westville", 37.8, -122.3, precision="street", services=("testing",)),
            row("one", "Middleton One", 41.9, -87.6),
            row("two", "Middleton Two", 41.9, -87.6, services=("testing",)),
            row("three", "Middleton Three", 41.9, -87.6, services=("testing",)),
            row("nowhere", "Nowhere", float("nan"), float("nan"), precision="none"),
        ]
    )


@pytest.fixture
def explorer(explore_small: ExploreSmall, few: Directory) -> Explorer:
    opened = explore_small(few)
    expect(opened.pins).to_have_count(3)
    return opened


def test_pointing_at_a_row_lights_its_pin(explorer: Explorer) -> None:
    pin = explorer.pin("Eastport")
    explorer.entry("east").hover()
    expect(pin).to_have_class(LIT)
    explorer.entry("west").hover()
    expect(pin).not_to_have_class(LIT)
    expect(explorer.pin("Westville")).to_have_class(LIT)

    # By keyboard too, and a row within a cluster lights the cluster.
    explorer.heading("two").focus()
    expect(explorer.pins.filter(has_text="3")).to_have_class(LIT)


def test_pointing_at_a_pin_lights_its_row(explorer: Explorer) -> None:
    explorer.pin("Eastport").hover()
    expect(explorer.entry("east")).to_have_class(ENTRY_LIT)
    explorer.pin("Westville").focus()
    expect(explorer.entry("west")).to_have_class(ENTRY_LIT)
    expect(explorer.entry("east")).not_to_have_class(ENTRY_LIT)
    explorer.pins.filter(has_text="3").focus()
    for one in ("one", "two", "three"):
        expect(explorer.entry(one)).to_have_class(ENTRY_LIT)


def test_a_pin_opens_its_row(explorer: Explorer) -> None:
    explorer.pin("Eastport").click()

    expect(explorer.heading("east")).to_have_attribute("aria-expanded", "true")
    expect(explorer.heading("east")).to_be_focused()
    expect(explorer.pin("Eastport")).to_have_attribute("aria-current", "true")
    # And the reverse; the map moves if it must.
    explorer.open_entry("west")
    expect(explorer.pin("Westville")).to_have_attribute("aria-current", "true")
    expect(explorer.pin("Westville")).to_be_in_viewport()
    current = "pins => pins.filter((pin) => pin.ariaCurrent === 'true').length"
    assert explorer.pins.evaluate_all(current) == 1
    explorer.watch.clean()


def test_a_pin_says_what_it_is(explorer: Explorer) -> None:
    expect(explorer.pin("Eastport")).to_have_accessible_name(
        "Eastport, at the centre of Eastport. Confirmed 2026"
    )
    expect(explorer.pin("Westville")).to_have_accessible_name(
        "Westville, at its street address in Westville. Confirmed 2026"
    )
    # A town's centre does not look like an address.
    looks = [
        explorer.pin(name).evaluate("pin => getComputedStyle(pin, '::before').borderRadius")
        + explorer.pin(name).evaluate("pin => getComputedStyle(pin).borderRadius")
        + explorer.pin(name).evaluate("pin => getComputedStyle(pin, '::before').transform")
        for name in ("Eastport", "Westville")
    ]
    assert looks[0] != looks[1]
    expect(explorer.live).to_contain_text("only the middle of a town")


def test_clusters_are_made_of_the_filtered_rows(explorer: Explorer) -> None:
    assert explorer.rows_on_map() == 5
    explorer.open_facet("services")
    explorer.live.get_by_role("checkbox", name=re.compile("testing")).click()

    expect(explorer.pins.filter(has_text="2")).to_have_count(1)
    expect(explorer.pin("Eastport")).to_have_count(0)
    assert explorer.rows_on_map() == 3
    expect(explorer.summary).to_have_text("3 of 6 shown, 0 not on the map")


def test_rows_at_one_point_are_listed(explorer: Explorer) -> None:
    explorer.pins.filter(has_text="3").click()

    listed = explorer.live.get_by_role("region", name="Services at one point of the map")
    expect(listed.get_by_role("listitem")).to_have_count(3)
    expect(listed.get_by_role("heading")).to_be_focused()
    listed.get_by_role("button", name="Middleton Two").click()
    expect(explorer.heading("two")).to_have_attribute("aria-expanded", "true")
    expect(explorer.heading("two")).to_be_focused()
    expect(listed).to_have_count(0)


def test_escape_closes_that_list_and_gives_the_focus_back(explorer: Explorer) -> None:
    cluster = explorer.pins.filter(has_text="3")
    cluster.focus()
    cluster.press("Enter")
    listed = explorer.live.get_by_role("region", name="Services at one point of the map")
    expect(listed).to_be_visible()

    listed.get_by_role("heading").press("Escape")
    expect(listed).to_have_count(0)
    expect(cluster).to_be_focused()


def test_arrow_keys_go_from_pin_to_pin(explorer: Explorer) -> None:
    explorer.pin("Westville").focus()
    explorer.page.keyboard.press("ArrowRight")
    expect(explorer.pins.filter(has_text="3")).to_be_focused()
    explorer.page.keyboard.press("ArrowRight")
    expect(explorer.pin("Eastport")).to_be_focused()
    # One stop for the Tab key, however many pins there are.
    stops = "pins => pins.filter((pin) => pin.tabIndex === 0).length"
    assert explorer.pins.evaluate_all(stops) == 1


def test_the_map_zooms_and_comes_back(explorer: Explorer) -> None:
    zoom_in = explorer.live.get_by_role("button", name="Zoom in", exact=True)
    for _ in range(3):
        zoom_in.click()
    expect(explorer.pin("Eastport")).to_have_count(0)
    explorer.live.get_by_role("button", name="Fit to results").click()
    expect(explorer.pins).to_have_count(3)
    assert explorer.rows_on_map() == 5


def test_every_row_with_a_position_is_on_the_map(explore: Explore, directory: Directory) -> None:
    explorer = explore()
    expect(explorer.pins.first).to_be_visible()
    assert explorer.rows_on_map() == len(directory) - directory.not_on_map

    explorer.choose("countries", directory.vocabularies["countries"]["US"].label)
    filtered = directory.filter(countries=["US"])
    explorer.shows(filtered)
    assert explorer.rows_on_map() == len(filtered) - filtered.not_on_map


def test_a_row_far_down_is_brought_into_view(explore: Explore, directory: Directory) -> None:
    alone = directory.frame[~directory.frame["latitude"].isna()].iloc[-1]
    explorer = explore()
    # Opened through a link, as a pin would: its page of the list is drawn.
    explorer.page.evaluate("id => { location.hash = `entry=${id}` }", alone["id"])
    expect(explorer.heading(alone["id"])).to_have_attribute("aria-expanded", "true")
    expect(explorer.heading(alone["id"])).to_be_in_viewport()


def test_nothing_is_drawn_at_the_origin(explore_small: ExploreSmall) -> None:
    far = [
        row("online", "Online", float("nan"), float("nan"), reach="online"),
        row("null", "Null", float("nan"), float("nan")),
    ]
    explorer = explore_small(directory_of(far))
    expect(explorer.summary).to_have_text("2 of 2 shown, 2 not on the map")
    expect(explorer.map).to_be_visible()
    expect(explorer.pins).to_have_count(0)


MAP_CODE = re.compile(r"/resources/explorer-map-[0-9a-f]{12}\.js$")


def test_a_phone_fetches_a_map_when_it_is_asked_for(
    explore_small: ExploreSmall, few: Directory
) -> None:
    explorer = explore_small(few, width=360)
    explorer.page.wait_for_load_state("networkidle")
    fetched = [url for url in explorer.watch.requests if "/resources/" in url]
    assert fetched == []
    explorer.live.get_by_role("button", name="Show map").click()
    expect(explorer.pins).to_have_count(3)
    code = [url for url in explorer.watch.requests if MAP_CODE.search(url)]
    assert len(code) == 1

    # Shown again, it is there already.
    explorer.live.get_by_role("button", name="Hide map").click()
    explorer.live.get_by_role("button", name="Show map").click()
    expect(explorer.pins).to_have_count(3)
    assert [url for url in explorer.watch.requests if MAP_CODE.search(url)] == code
    explorer.watch.clean()


def test_a_map_that_does_not_come_says_so_and_can_be_asked_for_again(
    explore_small: ExploreSmall, few: Directory
) -> None:
    explorer = explore_small(few, width=360)
    explorer.page.route(MAP_CODE, lambda route: route.abort())
    explorer.live.get_by_role("button", name="Show map").click()
    said = explorer.live.get_by_role("alert")
    expect(said).to_contain_text("The list holds all that would be on it.")
    expect(explorer.entry("east")).to_be_visible()
    assert explorer.live.get_by_role("button", name="Zoom in").count() == 0

    explorer.page.unroute(MAP_CODE)
    said.get_by_role("button", name="Try again").click()
    expect(explorer.pins).to_have_count(3)
    expect(said).to_have_count(0)
    expect(explorer.map).to_be_focused()
