"""State in the address: filters replace, a card adds one, back closes it; nothing private goes in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from browser.conftest import Explore
    from browser.support.explorer import Explorer
    from guidebook import Directory

POSITION = {"latitude": 40.44062, "longitude": -79.99589}


def steps(explorer: Explorer) -> int:
    return explorer.page.evaluate("() => history.length")


def fragment(explorer: Explorer) -> str:
    return explorer.page.evaluate("() => location.hash.slice(1)")


def test_filters_replace_the_history_entry(explore: Explore, directory: Directory) -> None:
    explorer = explore()
    before = steps(explorer)
    label = directory.vocabularies["services"]["naloxone"].label

    explorer.choose("services", label)
    expect(explorer.page).to_have_url(re.compile(r"#services=naloxone$"))
    explorer.chip("Services", label).click()
    expect(explorer.page).to_have_url(re.compile(r"explore\.html$"))
    assert steps(explorer) == before


def test_a_card_adds_an_entry_and_back_closes_it(explore: Explore, directory: Directory) -> None:
    explorer = explore("services=naloxone")
    before = steps(explorer)
    entry = directory.filter(services=["naloxone"]).frame["id"].iloc[1]

    explorer.open_entry(entry)
    expect(explorer.page).to_have_url(re.compile(rf"#services=naloxone&entry={entry}$"))
    assert steps(explorer) == before + 1
    explorer.page.go_back()
    expect(explorer.heading(entry)).to_have_attribute("aria-expanded", "false")
    assert fragment(explorer) == "services=naloxone"
    explorer.shows(directory.filter(services=["naloxone"]))

    explorer.page.go_forward()
    expect(explorer.heading(entry)).to_have_attribute("aria-expanded", "true")


def test_closing_a_card_leaves_no_step_behind(explore: Explore, directory: Directory) -> None:
    explorer = explore()
    entry = directory.frame["id"].iloc[0]
    explorer.open_entry(entry).get_by_role("button", name="Close").click()

    expect(explorer.heading(entry)).to_have_attribute("aria-expanded", "false")
    expect(explorer.heading(entry)).to_be_focused()
    expect(explorer.page).to_have_url(re.compile(r"explore\.html$"))


def test_another_card_is_no_further_step(explore: Explore, directory: Directory) -> None:
    explorer = explore()
    before = steps(explorer)
    first, second = directory.frame["id"].iloc[:2]

    explorer.open_entry(first)
    explorer.open_entry(second)
    expect(explorer.heading(first)).to_have_attribute("aria-expanded", "false")
    assert steps(explorer) == before + 1
    explorer.page.go_back()
    expect(explorer.heading(second)).to_have_attribute("aria-expanded", "false")
    assert fragment(explorer) == ""


def test_filters_chosen_while_a_card_was_open_stay(explore: Explore, directory: Directory) -> None:
    explorer = explore()
    entry = directory.filter(services=["naloxone"]).frame["id"].iloc[0]
    explorer.search.fill(directory[entry].name)
    explorer.open_entry(entry)
    explorer.choose("services", directory.vocabularies["services"]["naloxone"].label)
    explorer.page.go_back()

    expect(explorer.heading(entry)).to_have_attribute("aria-expanded", "false")
    expect(explorer.page).to_have_url(re.compile(r"#services=naloxone$"))


def test_typed_text_and_position_stay_out(explore: Explore, directory: Directory) -> None:
    explorer = explore(geolocation=POSITION, permissions=["geolocation"])
    explorer.search.fill("naloxone")
    explorer.go_near("Chicago")
    explorer.within(None, "km")
    explorer.position.click()
    expect(explorer.near).to_have_value("My position")
    entry = directory.filter(text="naloxone", near=tuple(POSITION.values())).frame["id"].iloc[0]
    explorer.open_entry(entry)

    expect(explorer.page).to_have_url(re.compile(rf"explore\.html#entry={entry}$"))
    explorer.page.reload()
    expect(explorer.heading(entry)).to_have_attribute("aria-expanded", "true")
    expect(explorer.search).to_have_value("")
    expect(explorer.near).to_have_value("")


def test_a_link_that_is_followed_in_the_page_means_what_it_says(
    explore: Explore, directory: Directory
) -> None:
    explorer = explore("services=naloxone")
    explorer.search.fill("lisbon")

    explorer.page.evaluate("() => { location.hash = 'countries=PT&text=porto' }")
    expect(explorer.search).to_have_value("porto")
    explorer.shows(directory.filter(countries=["PT"], text="porto"))


def test_an_ordinary_anchor_is_left_alone(explore: Explore, directory: Directory) -> None:
    explorer = explore("good-to-know")
    explorer.shows(directory)
    assert fragment(explorer) == "good-to-know"


def test_a_broken_link_opens_the_whole_directory(explore: Explore, directory: Directory) -> None:
    explorer = explore("near=north;west;Somewhere&within=-3&text=%E0%A4%A&entry=no-such-entry")
    expect(explorer.near).to_have_value("")
    expect(explorer.search).to_have_value("%E0%A4%A")
    explorer.search.fill("")
    explorer.shows(directory)
    explorer.watch.clean()
