"""Near: a town, a ZIP code or the reader's own position, with the radius that is shown."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from guidebook.directory.filter import Query
from guidebook.directory.places import Place

if TYPE_CHECKING:
    from browser.conftest import Explore
    from guidebook import Directory

KM_PER_MILE = 1.609344
POSITION = {"latitude": 40.44062, "longitude": -79.99589}


@pytest.mark.parametrize("place", ["Chicago", "60601", "lisbon, portugal"])
def test_a_town_or_zip_code(explore: Explore, directory: Directory, place: str) -> None:
    explorer = explore()
    explorer.near.fill(place)
    expect(explorer.places.get_by_role("option").first).to_be_visible()
    explorer.near.press("Enter")

    expected = directory.filter(near=place, within_km=50)
    expect(explorer.near).to_have_value(expected.query.near.label)
    expect(explorer.radius).to_have_value("50")
    explorer.shows(expected)
    assert explorer.ids() == expected.frame["id"].tolist()
    explorer.watch.clean()


def test_suggestions_are_worked_by_keys(explore: Explore) -> None:
    explorer = explore()
    explorer.near.fill("spring")
    options = explorer.places.get_by_role("option")
    expect(options.nth(1)).to_be_visible()

    explorer.near.press("ArrowDown")
    explorer.near.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(explorer.near).to_have_attribute(
        "aria-activedescendant", options.nth(1).get_attribute("id")
    )
    wanted = options.nth(1).inner_text()
    explorer.near.press("Enter")
    expect(explorer.near).to_have_value(wanted)
    expect(explorer.near).to_be_focused()
    expect(explorer.places).to_be_hidden()


def test_escape_closes_the_suggestions_then_empties_the_box(explore: Explore) -> None:
    explorer = explore()
    explorer.near.fill("spring")
    expect(explorer.places.get_by_role("option").first).to_be_visible()

    explorer.near.press("Escape")
    expect(explorer.places).to_be_hidden()
    expect(explorer.near).to_have_value("spring")
    explorer.near.press("Escape")
    expect(explorer.near).to_have_value("")


def test_a_place_that_is_not_known(explore: Explore, directory: Directory) -> None:
    explorer = explore()
    explorer.near.fill("Qwxzyville")
    explorer.near.press("Enter")

    expect(explorer.live).to_contain_text("No town called “Qwxzyville” is known here")
    expect(explorer.near).to_have_attribute("aria-invalid", "true")
    explorer.shows(directory)
    explorer.watch.clean()


def test_the_radius_applied_is_the_radius_shown(explore: Explore, directory: Directory) -> None:
    explorer = explore()
    explorer.go_near("Chicago")

    explorer.within(10, "km")
    explorer.shows(directory.filter(near="Chicago", within_km=10))
    explorer.unit.select_option("mi")
    expect(explorer.radius).to_have_value("10")
    in_miles = directory.filter(near="Chicago", within_km=10 * KM_PER_MILE)
    explorer.shows(in_miles)
    explorer.within(250, "mi")
    far = directory.filter(near="Chicago", within_km=250 * KM_PER_MILE)
    explorer.shows(far)
    assert explorer.ids() == far.frame["id"].tolist()
    explorer.within(None, "km")
    everywhere = directory.filter(near="Chicago")
    explorer.shows(everywhere)
    assert explorer.ids() == everywhere.frame["id"].tolist()


def test_distances_are_shown_in_the_unit(explore: Explore, directory: Directory) -> None:
    explorer = explore()
    explorer.go_near("Chicago")
    explorer.within(500, "km")
    found = directory.filter(near="Chicago", within_km=500)
    farthest = found.frame.iloc[-1]
    explorer.show_all()

    entry = explorer.entry(farthest["id"])
    expect(entry).to_contain_text(f"{round(farthest['distance_km'])} km away")
    explorer.within(None, "mi")
    explorer.show_all()
    expect(entry).to_contain_text(f"{round(farthest['distance_km'] / KM_PER_MILE)} mi away")


def test_what_reaches_further_stands_apart(explore: Explore, directory: Directory) -> None:
    explorer = explore()
    explorer.go_near("Chicago")

    expected = directory.filter(near="Chicago", within_km=50)
    heading = explorer.apart.get_by_role("heading", name=re.compile("^Reaching further"))
    expect(heading).to_have_text(f"Reaching further {len(expected.apart)}")
    assert explorer.apart_ids() == expected.apart.frame["id"].tolist()
    expect(explorer.apart).not_to_contain_text("km away")
    expect(explorer.spoken).to_have_text(
        f"{expected.summary}; {len(expected.apart)} more reach further"
    )
    explorer.near.fill("")
    expect(explorer.apart).to_have_count(0)
    explorer.shows(directory)


def test_my_position(explore: Explore, directory: Directory) -> None:
    explorer = explore(geolocation=POSITION, permissions=["geolocation"])
    explorer.position.click()

    expect(explorer.near).to_have_value("My position")
    expect(explorer.position).to_have_attribute("aria-pressed", "true")
    # Rounded before it is used for anything.
    rounded = {name: round(value, 3) for name, value in POSITION.items()}
    expected = directory.select(Query(near=Place("My position", **rounded), within_km=50))
    assert len(expected)
    explorer.shows(expected)
    assert explorer.ids() == expected.frame["id"].tolist()
    explorer.watch.clean()


def test_my_position_is_kept_nowhere(explore: Explore) -> None:
    explorer = explore(geolocation=POSITION, permissions=["geolocation"])
    before = len(explorer.watch.requests)
    explorer.position.click()
    expect(explorer.near).to_have_value("My position")
    explorer.open_entry(explorer.ids()[0])

    digits = [str(value)[:5].lstrip("-") for value in POSITION.values()]
    kept = explorer.page.evaluate(
        "() => JSON.stringify([location.href, history.state, {...localStorage}, "
        "{...sessionStorage}, document.cookie, name])"
    )
    asked = json.dumps(explorer.watch.requests[before:])
    assert not any(one in kept or one in asked for one in digits)
    explorer.page.reload()
    expect(explorer.summary).to_be_visible()
    expect(explorer.near).to_have_value("")


def test_nobody_is_asked_for_a_position_before_the_press(explore: Explore) -> None:
    explorer = explore()

    explorer.page.evaluate(
        "() => { navigator.geolocation.getCurrentPosition = () => { globalThis.asked = true } }"
    )
    explorer.go_near("Chicago")
    assert explorer.page.evaluate("() => globalThis.asked ?? false") is False


def test_a_position_that_is_refused(explore: Explore, directory: Directory) -> None:
    explorer = explore(permissions=[])
    explorer.position.click()

    expect(explorer.live).to_contain_text("Type a town or ZIP code instead")
    explorer.shows(directory)
    # And that does work.
    explorer.go_near("Chicago")
    explorer.shows(directory.filter(near="Chicago", within_km=50))
