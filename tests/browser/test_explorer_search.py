"""The search box: it looks through what the reader sees and what services used to be called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from browser.conftest import Explore
    from guidebook import Directory


def test_typing_narrows_the_results(explore: Explore, directory: Directory) -> None:
    explorer = explore()
    explorer.shows(directory)

    for text in ("har", "harm red", "no such words at all", "naloxone"):
        explorer.search.fill(text)
        expected = directory.filter(text=text)
        explorer.shows(expected)
    assert explorer.ids() == expected.frame["id"].tolist()
    explorer.watch.clean()


def test_the_box_emptied_shows_everything_again(explore: Explore, directory: Directory) -> None:
    explorer = explore()
    explorer.search.fill("lisbon")
    explorer.shows(directory.filter(text="lisbon"))

    explorer.search.fill("")
    explorer.shows(directory)
    expect(explorer.chips).to_have_count(0)


def test_former_names_and_accents(explore: Explore, directory: Directory) -> None:
    renamed = directory.frame[directory.frame["former_names"].map(len) > 0].iloc[0]
    explorer = explore()

    explorer.search.fill(renamed["former_names"][0])
    expect(explorer.entry(renamed["id"])).to_be_visible()
    for text in ("MONTREAL", "Montréal"):
        explorer.search.fill(text)
        explorer.shows(directory.filter(text="montréal"))


def test_no_letter_is_lost_however_fast_one_types(explore: Explore, directory: Directory) -> None:
    explorer = explore()

    for box in (explorer.near, explorer.search):
        box.focus()
        explorer.page.keyboard.type("harm reduction health")
        expect(box).to_have_value("harm reduction health")
    explorer.near.fill("")
    explorer.shows(directory.filter(text="harm reduction health"))


def test_the_number_of_results_is_spoken_once_typing_stops(
    explore: Explore, directory: Directory
) -> None:
    explorer = explore()

    explorer.search.press_sequentially("naloxone", delay=20)
    expect(explorer.spoken).to_have_text(directory.filter(text="naloxone").summary)


def test_no_results_say_what_to_do(explore: Explore) -> None:
    explorer = explore()

    explorer.search.fill("no such words at all")
    expect(explorer.results).to_contain_text("Nothing here matches")
    expect(explorer.results.get_by_role("listitem")).to_have_count(0)
