"""Facets: OR within one, AND across them, with live counts; chips take filters off again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.support.explorer import FACETS
from guidebook.directory.filter import FACETS as MODEL

if TYPE_CHECKING:
    from browser.conftest import Explore
    from guidebook import Directory

VOCABULARIES = {facet.name: facet.vocabulary for facet in MODEL}


def label(directory: Directory, facet: str, term: str) -> str:
    return directory.vocabularies[VOCABULARIES[facet]][term].label


def in_words(directory: Directory, facet: str, counts: dict[str, int]) -> dict[str, int]:
    return {label(directory, facet, term): count for term, count in counts.items()}


def most_frequent(counts: dict[str, int], number: int) -> list[str]:
    return sorted(counts, key=lambda term: -counts[term])[:number]


@pytest.mark.parametrize("facet", FACETS)
def test_a_facet(explore: Explore, directory: Directory, facet: str) -> None:
    """Its values in their order with their counts, two of them chosen, and taken off again."""
    explorer = explore()
    before = directory.facets()[facet]
    explorer.open_facet(facet)
    shown = explorer.counts(facet)
    assert shown == in_words(directory, facet, before)
    assert list(shown) == [label(directory, facet, term) for term in before]

    chosen = most_frequent(before, 2)
    for at, term in enumerate(chosen):
        explorer.value(facet, label(directory, facet, term)).click()
        expect(explorer.value(facet, label(directory, facet, term))).to_be_checked()
        explorer.shows(directory.filter(**{facet: chosen[: at + 1]}))
    # A facet's own choice does not change its own counts.
    assert explorer.counts(facet) == shown
    explorer.close_facet(facet)
    assert explorer.ids() == directory.filter(**{facet: chosen}).frame["id"].tolist()

    explorer.chip(FACETS[facet], label(directory, facet, chosen[0])).click()
    explorer.shows(directory.filter(**{facet: chosen[1:]}))
    explorer.chip(FACETS[facet], label(directory, facet, chosen[1])).click()
    explorer.shows(directory)
    expect(explorer.chips).to_have_count(0)
    explorer.watch.clean()


def test_counts_follow_the_text_and_the_other_facets(
    explore: Explore, directory: Directory
) -> None:
    explorer = explore()
    service = most_frequent(directory.facets()["services"], 1)[0]
    explorer.choose("services", label(directory, "services", service))
    explorer.search.fill("health")
    explorer.shows(directory.filter(services=[service], text="health"))

    expected = directory.facets(services=[service], text="health")
    for facet in FACETS:
        explorer.open_facet(facet)
        assert explorer.counts(facet) == in_words(directory, facet, expected[facet])
        explorer.close_facet(facet)


def test_counts_are_live_while_a_menu_is_open(explore: Explore, directory: Directory) -> None:
    explorer = explore()
    explorer.open_facet("services")

    # A change from elsewhere, as with "back": the menu that is open follows.
    country = most_frequent(directory.facets()["countries"], 1)[0]
    explorer.page.evaluate("country => { location.hash = `countries=${country}` }", country)
    explorer.shows(directory.filter(countries=[country]))
    expected = directory.facets(countries=[country])["services"]
    assert explorer.counts("services") == in_words(directory, "services", expected)


def test_a_long_menu_can_be_narrowed(explore: Explore, directory: Directory) -> None:
    explorer = explore()
    values = explorer.open_facet("countries")

    values.get_by_role("searchbox").fill("united")
    names = [
        label(directory, "countries", code)
        for code in directory.facets()["countries"]
        if "united" in label(directory, "countries", code).lower()
    ]
    expect(values.get_by_role("listitem")).to_have_count(len(names))
    assert list(explorer.counts("countries")) == names


def test_clear_all(explore: Explore, directory: Directory) -> None:
    explorer = explore()
    counts = directory.facets()
    for facet in ("services", "countries"):
        term = most_frequent(counts[facet], 1)[0]
        explorer.choose(facet, label(directory, facet, term))
    explorer.search.fill("a")
    explorer.go_near("Chicago")
    expect(explorer.chips.get_by_role("button", name="Remove filter")).to_have_count(4)

    explorer.chips.get_by_role("button", name="Clear all").click()
    explorer.shows(directory)
    expect(explorer.chips).to_have_count(0)
    expect(explorer.search).to_have_value("")
    expect(explorer.near).to_have_value("")
    # The button is gone: the focus is not lost with it.
    expect(explorer.live.get_by_role("heading", name="Results")).to_be_focused()


def test_a_value_that_is_not_known_can_be_taken_off(explore: Explore, directory: Directory) -> None:
    explorer = explore("services=from-an-old-link")
    expect(explorer.summary).to_contain_text("0 of")

    explorer.chip("Services", "from-an-old-link").click()
    explorer.shows(directory)
    explorer.watch.clean()
