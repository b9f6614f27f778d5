"""The explorer as a screen reader is told of it: its tree of roles, names and states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from browser.conftest import Explore
    from guidebook import Directory


def test_as_it_opens(explore: Explore) -> None:
    explorer = explore()
    expect(explorer.live.get_by_role("search")).to_match_aria_snapshot(
        """
        - search "The directory":
          - searchbox "Search names, places and services"
          - combobox "Near a town or US ZIP code"
          - button "Use my position"
          - group "Filters":
            - button "Services"
            - button "Type"
            - button "Approach"
            - button "For whom"
            - button "Country"
            - button "Status"
            - button "How we know"
        """
    )
    expect(explorer.map).to_match_aria_snapshot(
        """
        - region "Map of the results":
          - group /^Pins/
        """
    )


def test_a_list_of_headings_and_an_open_card(explore: Explore, directory: Directory) -> None:
    explorer = explore("services=naloxone")
    shown = directory.filter(services=["naloxone"])
    first = shown.frame["id"].iloc[0]
    explorer.open_entry(first)
    expect(explorer.results).to_match_aria_snapshot(
        f"""
        - heading "Results" [level=2]
        - list:
          - listitem:
            - heading "{shown.frame["name"].iloc[0]}" [level=3]:
              - button [expanded]
            - heading /^Services as coded/ [level=4]
            - list
            - term: Kind
            - definition
            - heading "How we know" [level=4]
            - button "Copy link to this entry"
            - link "Find it in the plain list"
            - button "Close"
          - listitem:
            - heading [level=3]:
              - button
        """
    )
